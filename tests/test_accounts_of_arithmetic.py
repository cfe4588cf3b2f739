"""Which numbers the rules `arithmetic` and `check` say they have read."""

from pathlib import PurePosixPath

import pytest

from hooks.page import parse
from hooks.rules import arithmetic, check

CASES = [
    ("Recall = 10/50 = 0.2 = 20%, and n = 7.", ["10 given", "50 given", "0.2 checked",
                                               "20% checked"]),
    ("x = 0.2 and y = 3", []),
    ("12 of 48 patients (25%)", ["12 given", "48 given", "25% checked"]),
    ("$\\frac{1{,}000}{4} = 250$", ["1{,}000 given", "4 given", "250 checked"]),
    ("(1, 2) + (3, 4) = (4, 6)", ["1 given", "2 given", "3 given", "4 given", "4 checked",
                                  "6 checked"]),
    ("0.3 > 0.2 in a < 5", ["0.3 checked", "0.2 checked"]),
    ("10/50 = 0.25", ["10 given", "50 given", "0.25 checked"]),
]  # fmt: skip


def accounts(rule, source):
    page = parse(PurePosixPath("page.md"), source)
    return [
        f"{page.lines[a.line - 1][a.column - 1 : a.end - 1]} {a.status}"
        for a in rule.accounts(page, None)
    ]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_arithmetic_accounts_for_what_it_compared(source, expected):
    assert accounts(arithmetic, source) == expected


def test_check_accounts_for_its_number_and_for_what_it_was_computed_from():
    source = "Of 10 tosses at most 3 are heads with 17.2 %, by chance.\n<!-- check: {} -->"
    found = accounts(check, source.format("binom.cdf(3, 10, 0.5) = 17.2 %"))
    assert found == ["10 given", "3 given", "17.2 % checked"]
    assert accounts(check, source.format("binom.cdf( = 17.2 %")) == []
