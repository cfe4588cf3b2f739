"""What a program prints against what a page says it prints."""

import pytest

from hooks.python_code.printed import chain, claim_of, difference


@pytest.mark.parametrize(
    ("actual", "claim"),
    [
        (2 / 3, "0.67"),
        (2 / 3, "0.6666666666666666"),
        (2 / 3, "0.66..."),
        (1 / 3, "33%"),
        ("33.33%", "33.3 %"),
        (0.2, "np.float64(0.2)"),
        ([1, 2.5], "[1.  2.5]"),
        ([1, 2], "array([1, 2])"),
        (1024, "1,024"),
        (3.0, "3"),
        ("Recall: 0.2", "recall:  0.20"),
        ("Recall: 0.2", "Precision: 0.3"),
        (0.2, "0.2 and 0.3"),
        (True, "True"),
        (False, "0.5"),
    ],
)
def test_agreement_and_what_cannot_be_compared(actual, claim):
    assert difference(actual, claim) is None


@pytest.mark.parametrize(
    ("actual", "claim", "claimed", "start"),
    [
        (2 / 3, "0.66", "0.66", 0),
        (0.2, "0.25", "0.25", 0),
        (3.5, "3", "3", 0),
        ("Recall: 0.2", "Recall: 0.25", "0.25", 8),
        ([0, 1, 4], "[0, 1, 5]", "5", 7),
        (0.2, "np.float64(0.3)", "0.3", 11),
        (0.2, "25%", "25%", 0),
        (False, "True", "True", 0),
    ],
)
def test_difference(actual, claim, claimed, start):
    found = difference(actual, claim)
    assert (found.claimed, found.start) == (claimed, start)


@pytest.mark.parametrize(
    ("comment", "text", "marked", "rough"),
    [
        ("# 0.25", "0.25", False, False),
        ("# -> 0.25", "0.25", True, False),
        ("# ≈ 0.25", "0.25", True, True),
        ("# prints 0.25", "0.25", True, False),
        ("# Output: about 3", "3", True, True),
        ("# => [1, 2]", "[1, 2]", True, False),
    ],
)
def test_claim_of(comment, text, marked, rough):
    claim = claim_of(comment)
    assert (claim.text, claim.marked, claim.rough) == (text, marked, rough)
    assert comment[claim.start :] == text


def test_chain():
    assert chain("10 / 50 = 0.2") == [(0, "10 / 50"), (10, "0.2")]
    assert chain("0.2") == []
    assert chain("x = many") == []
