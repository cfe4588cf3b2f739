"""Which members of a chain agree, and which one is named where they do not."""

from pathlib import PurePosixPath

import pytest

from hooks.page import parse
from hooks.rules.arithmetic import claims

RIGHT = [
    # precision as it is written
    "10/45 ≈ 0.22",
    "10/45 = 0.2222 = 22.2%",
    "9/40 = 0.22",
    "9/40 = 0.23",
    "2/3 = 0.67 = 66.7%",
    "1000/3 = 333",
    "2^10 ≈ 1000",
    "1/8 = 0.1 and 0.1 ≈ 12.5%",
    # one reading for the whole chain
    "log(100) = 2 = log(10) + log(10)",
    "1.5 GB = 1536 MB",
    "1.5 GB = 1500 MB",
    "7B × 2 bytes = 14 GB",
    "24 hours × 60 = 1,440 minutes",
    # rounded results inside expressions
    "0.80 × 0.727 = 0.582",
    "2 × 0.67 × 0.5 / (0.67 + 0.5) = 0.571",
    "√2 × √3 = 1.41 × 1.73 = 2.45",
    "5/7 = 0.71, and 0.71 × 0.7 = 0.500",
    "0.333 + 0.333 + 0.333 = 1",
    # percent
    "10/50 × 100 = 20%",
    "100 − 95 = 5%",
    "80/100 = −20%",
    "0.12 − 0.10 = 0.02 (20%)",
    # left alone
    "`7/2 = 3`",
    "2k = 6",
    "1 epoch = 100 steps",
    "5% → 6% = 1 pp = 20%",
    "e = 0.5 and e^2 = 0.25",
]

WRONG = [
    ("10/50 = 0.25", "10/50 is 0.2, not 0.25"),
    ("2/3 ≈ 0.66", "2/3 is 0.6667, not 0.66; write ≈ 0.67"),
    ("2/3 = 66%", "2/3 is 66.67%, not 66%; write ≈ 67%"),
    ("10/45 = 0.2 = 22%", "10/45 is 0.2222, not 0.2; write ≈ 0.22 or 22.2%"),
    ("1/8 = 0.1 = 12.5%", "1/8 is 0.125, not 0.1; write 0.125 or 12.5%"),
    ("0.2 = 22%", "0.2 is 20%, not 22%"),
    ("0.9 × 0.01 = 0.0095", "0.9 × 0.01 is 0.009, not 0.0095"),
    ("2 × (3 + 4) = 2 × 8 = 16", "2 × 8 is 16, not 14 as 2 × (3 + 4) is"),
    ("0.3 = 10/50 = 0.2", "10/50 is 0.2, not 0.3"),
    ("10/50 = 0.25 = 25%", "10/50 is 0.2, not 0.25"),
    ("10/50 = 0.2 = 25%", "10/50 is 20%, not 25%"),
    ("10/50 × 100 = 25%", "10/50 × 100 is 20, not 25%"),
    ("10/50 = 0.2 (25%)", "10/50 is 20%, not 25%"),
    ("10/3 = 3", "10/3 is 3.333, not 3; write ≈ 3"),
    ("2^10 = 1000", "2^10 is 1,024, not 1000"),
    ("1/4 + 1/2 = 2/6", "2/6 is 0.3333, not 0.75 as 1/4 + 1/2 is"),
    ("log(8) = 4", "log(8) is 2.079, not 4 (nor with base 2 or 10)"),
    ("1.5 GB = 1,600 MB", "1.5 GB is 1,500 MB, not 1,600 MB"),
    ("7 × 10^9 × 2 bytes = 15 GB", "7 × 10^9 × 2 bytes is 14 GB, not 15 GB"),
    ("60 × 60 = 3,500 seconds", "60 × 60 is 3,600 seconds, not 3,500 seconds"),
    ("12 × 768² ≈ 8.1M", "12 × 768^2 is 7.078M, not 8.1M"),
    ("39,788 ≈ 50,000", "39,788 is not 50,000"),
    ("1,000,000/3 = 333,334", "1,000,000/3 is 333,333, not 333,334; write ≈ 333,333"),
    ("0.1 + 0.2 = 0.30001", "0.1 + 0.2 is 0.3, not 0.30001"),
    ("20/990 ≈ 30/1000", "30/1000 is 0.03, not 0.0202 as 20/990 is"),
]


def read(source):
    return claims(parse(PurePosixPath("page.md"), source))


@pytest.mark.parametrize("source", RIGHT)
def test_right_chains_pass(source):
    assert [claim.message for claim in read(source) if not claim.is_right] == []


@pytest.mark.parametrize(("source", "message"), WRONG)
def test_wrong_chains_are_explained(source, message):
    assert [claim.message for claim in read(source) if not claim.is_right] == [message]


@pytest.mark.parametrize(
    ("source", "column"),
    [
        ("10/50 = 0.25 is wrongly read", None),
        ("The recall is 10/50 = 0.25 here", 23),
        ("Recall = 10/45 = 0.2 = 22%", 18),
        ("The recall is 0.3 = 10/50", 15),
        ("$\\frac{10}{50} = 0.25$", 18),
    ],
)
def test_the_wrong_member_is_named(source, column):
    assert [claim.column for claim in read(source) if not claim.is_right] == [column] * bool(column)


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("Recall = TP / (TP + FN) = 10/50 = 0.2 = 20%", 2),
        ("n = 10 and k = 3", 0),
        ("10/50 = 0.2 and 3 + 4 = 7", 2),
        ("10/50 = 0.25", 1),
        ("half of 10 = 5", 1),
        ("three and 3 = 6", 0),
    ],
)
def test_each_comparison_counts_once(source, count):
    assert len(read(source)) == count


def test_a_rounded_result_may_be_used_again_anywhere_in_the_page():
    use = "The score is 2 × 0.83 × 0.71 / (0.83 + 0.71) = 0.769."
    assert not all(claim.is_right for claim in read(use))
    assert all(claim.is_right for claim in read(f"{use}\n\nHere 5/6 = 0.83 and 5/7 = 0.71."))


def test_a_logarithm_keeps_its_base_throughout_a_chain():
    findings = [c for c in read("log(100) = 2 = log(10) + 2.303") if not c.is_right]
    assert len(findings) == 1
