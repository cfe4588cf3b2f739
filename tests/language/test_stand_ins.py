"""When two numbers of a text are one number in two roles."""

import pytest

from hooks.language.stand_ins import agree


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
