import random
from itertools import accumulate, groupby

import pytest

from challenges import cases
from tests.challenges.load import load

SQL = load("sql-running-total")
run = cases("sql-running-total")["run"]


@pytest.mark.parametrize("seed", range(5))
def test_the_totals_accumulate(seed):
    generator = random.Random(seed)
    payments = [
        (i, generator.choice("ab"), f"2026-11-0{generator.randint(1, 4)}", generator.randint(-9, 9))
        for i in generator.sample(range(100), 20)
    ]
    ordered = sorted(payments, key=lambda row: (row[1], row[2], row[0]))
    expected = []
    for account, group in groupby(ordered, key=lambda row: row[1]):
        ids, _, _, amounts = zip(*group, strict=True)
        expected += zip([account] * len(ids), ids, accumulate(amounts), strict=True)
    assert run(SQL, payments=payments) == expected
