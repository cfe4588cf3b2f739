import random
from datetime import date, datetime, timedelta

import pytest

from challenges import cases
from tests.challenges.load import load

SQL = load("sql-day-7-retention")
run = cases("sql-day-7-retention")["run"]


@pytest.mark.parametrize("seed", range(8))
def test_the_retention_is_that_of_dates(seed):
    generator = random.Random(seed)
    start, known = date(2028, 2, 24), date(2028, 3, 6)
    users = [(i, str(start + timedelta(days=generator.randint(0, 6)))) for i in range(20)]
    midnight = datetime(2028, 2, 24)
    visits = [
        (generator.randrange(20), str(midnight + timedelta(hours=generator.randrange(16 * 24))))
        for _ in range(200)
    ]
    expected = []
    for day in sorted({day for _, day in users}):
        seventh = date.fromisoformat(day) + timedelta(days=7)
        signed_up = {user for user, other in users if other == day}
        back = {user for user, at in visits if at.startswith(str(seventh))} & signed_up
        if seventh <= known:
            expected.append((day, len(signed_up), len(back) / len(signed_up)))
    assert run(SQL, users=users, visits=visits, log=[(str(known),)]) == expected
