import random

import pytest

from challenges import cases
from tests.challenges.load import load

SQL = load("sql-second-highest-per-group")
run = cases("sql-second-highest-per-group")["run"]


@pytest.mark.parametrize("seed", range(8))
def test_it_is_the_second_of_the_distinct_salaries(seed):
    generator = random.Random(seed)
    employees = [
        (name, generator.choice("xyz"), generator.choice([None, 0, 50, 60, 70]))
        for name in "abcdefghij"
    ]
    expected = []
    for department in "xyz":
        staff = [row for row in employees if row[1] == department and row[2] is not None]
        second = sorted({salary for *_, salary in staff})[-2:-1]
        expected += [(department, name, salary) for name, _, salary in staff if [salary] == second]
    assert run(SQL, employees=employees) == expected
