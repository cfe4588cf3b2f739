"""When two numbers of a text are one number in two roles."""

import pytest

from hooks.language.stand_ins import agree, repeats
from hooks.pattern import Pattern

P = Pattern(r"p = ([\d.]+)")
LIMITS = Pattern(r"from ([\d.]+) to ([\d.]+)")


@pytest.mark.parametrize(
    "said",
    [
        "an auc of 0.85 means 85% of the patients",
        "a p value of 0.077 means a chance of 92.3%",
        "an auc of 0,9 means 9 out of 10 patients",
        "the auc is the share of the patients",
        "85% of the patients",
    ],
)
def test_shares_that_agree(said):
    assert agree(said)


@pytest.mark.parametrize(
    "said",
    ["an auc of 0.83 and 79% of the patients", "a sensitivity of 99% , a share of 16%"],
)
def test_shares_that_differ(said):
    assert not agree(said)


@pytest.mark.parametrize(
    ("said", "before", "role"),
    [
        ("a chance of 1.2%", "p = 0.012", P),
        ("a chance of about 2%", "p = 0.018", P),
        ("we are 98% sure", "p = 0.02", P),
        ("95% of them lie between 5.83 and 8.97", "it runs from 5.83 to 8.97", LIMITS),
        ("between 48% and 56%", "from 0.48 to 0.56", LIMITS),
    ],
)
def test_numbers_that_are_repeated(said, before, role):
    assert repeats(said, before, role)
    assert not repeats(said, "", role)


@pytest.mark.parametrize(
    ("said", "before", "role"),
    [
        ("a chance of 5%", "p = 0.012", P),
        ("95% of them lie between 2 and 12", "it runs from 5.83 to 8.97", LIMITS),
    ],
)
def test_numbers_that_are_not_repeated(said, before, role):
    assert not repeats(said, before, role)
