"""Whether a finding is kept back because the page more likely means something else."""

from pathlib import PurePosixPath

import pytest

from hooks.doubts import SEVERAL, is_of_another_case
from hooks.finding import Finding
from hooks.page import parse

PATH = PurePosixPath("answer.md")
CASE = "TP = 30, FP = 20, FN = 10, TN = 940, so the precision is 0.6.\n\n"
MORE = "\n\n" + "Further words.\n" * SEVERAL


def doubts(text, said, rule="confusion-matrix", more=MORE):
    page = parse(PATH, CASE + text + more)
    return is_of_another_case(page, Finding(PATH, 3, 1, said, rule))


PRECISION = "precision = TP/(TP+FP) = 30/(30+20) = 0.6; the page says "


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The other clinic has 0.2.\n\nSo 0.2 it is.", PRECISION + "0.2"),
        ("In winter the precision is 0.3.", PRECISION + "0.3"),
        ("In winter it is 30 %.", PRECISION + "30 %"),
        ("In winter it is $0.5$, not $0.5$ more.", PRECISION + "0.5"),
    ],
    ids=["repeated", "beside the right one", "a percentage", "twice in one line"],
)
def test_a_number_that_was_meant_is_of_another_case(text, said):
    assert doubts(text, said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The precision is 0.62, and 0.62 is fine.", PRECISION + "0.62"),
        ("The precision is 0.006, and 0.006 is little.", PRECISION + "0.006"),
        ("The precision is 0.5.", PRECISION + "0.5"),
        ("The precision is 30/(30 + 20) = 0.3, only 0.3.", PRECISION + "0.3"),
        ("The map is 20 × 20.", "the output is 30 × 30; the page says 20 × 20"),
        ("The precision is low.", "the rule broke off"),
    ],
    ids=["near", "far", "once", "computed in the line", "a size", "without numbers"],
)
def test_a_slip_is_a_slip(text, said):
    assert not doubts(text, said)


def test_cells_may_be_of_another_calculation():
    said = "30/20 is 1.5, not 10"
    assert doubts("| 30 | 20 | 10 |", said, "arithmetic")
    assert not doubts("30 / 20 = 10", said, "arithmetic")
    assert not doubts("| 30 | 20 | 77 |", "30/20 is 1.5, not 77", "arithmetic")
    zero_too_many = "60/20 is 3, not 30"
    assert not doubts("| 60 | 20 | 30 |\n\n3", zero_too_many, "arithmetic")


def test_sizes_in_memory_are_no_other_numbers():
    said = "8 × 0.5 bytes = 4 GB, but that is 1/2 of it; the page says 2 GB"
    assert not doubts("Of 2 copies with 4 heads each takes 2 GB.\n\n2 more.", said, "shapes")
    assert doubts("Each takes 2 GB.\n\nThe others take 2 GB, too.", said, "shapes")


def test_other_rules_are_never_in_doubt():
    assert not doubts("In winter it is 0.3.", PRECISION + "0.3", "range")


def test_a_short_text_has_one_case():
    assert doubts("In winter it is 0.3.", PRECISION + "0.3")
    assert not doubts("In winter it is 0.3.", PRECISION + "0.3", more="")
