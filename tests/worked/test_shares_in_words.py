"""Shares that a sentence states in words or in percent."""

import pytest

from hooks.worked.normal_claims import shares_in


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("a third of them", 0.333),
        ("two-thirds of them", 0.667),
        ("nineteen of twenty", 0.95),
        ("19 out of 20", 0.95),
        ("one in 370", 0.0027),
        ("half of the values", 0.5),
        ("95 % of them", 0.95),
    ],
)
def test_a_share(text, share):
    (found,) = shares_in(text)
    assert float(found.value) == pytest.approx(share, abs=5e-4)


@pytest.mark.parametrize(
    "text", ["19 of 20 were there", "half the width", "one in 3.5 million", "5"]
)
def test_no_share(text):
    assert shares_in(text) == []
