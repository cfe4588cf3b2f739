import random
from itertools import product

import pytest

from challenges import cases
from tests.challenges.load import load

SQL = load("sql-conversion-funnel")
run = cases("sql-conversion-funnel")["run"]


def reaches(events: list[tuple], steps: list[str]) -> bool:
    """Whether some choice of one event for each step is in strict order of time."""
    choices = product(*([at for at, name in events if name == step] for step in steps))
    return any(list(chosen) == sorted(set(chosen)) for chosen in choices)


@pytest.mark.parametrize("seed", range(8))
def test_a_session_reaches_a_step_if_any_choice_of_its_events_is_in_order(seed):
    generator = random.Random(seed)
    events = [
        (generator.randint(1, 6), f"09:0{generator.randint(0, 9)}", generator.choice(names))
        for names in [["view", "cart", "buy", "search"]] * 30
    ]
    sessions = [[row[1:] for row in events if row[0] == session] for session in range(1, 7)]
    expected = tuple(
        sum(reaches(session, ["view", "cart", "buy"][:length]) for session in sessions)
        for length in (1, 2, 3)
    )
    assert run(SQL, events=events) == [expected]
