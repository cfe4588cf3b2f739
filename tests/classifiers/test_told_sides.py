"""Cases that a page counts by two sides, in the page's own words."""

from pathlib import PurePosixPath

import pytest

from hooks.classifiers.group_shares import errors
from hooks.classifiers.told_sides import Sides, halves, stem, told_sides
from hooks.page import parse

SMOKE = (
    "A detector was tried in 250 kitchens, 50 of them with a fire. It beeped in 72 kitchens: 46 "
    "times there was a fire, 26 times only toast.\n\n"
)
TABLE = "| | {} | {} |\n|---|---|---|\n| {} | 38 | 22 |\n| {} | 12 | 328 |"


def page(text: str):
    return parse(PurePosixPath("page.md"), text)


def cells(text: str) -> list[list[int]]:
    return [list(one.cells.values()) for one in told_sides(page(text), 99)]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (SMOKE, [46, 4, 26, 174]),
        (
            "Of 900 calls, 90 were from customers about to leave. It picked 120 calls, and 66 of "
            "these customers left. It let 24 leavers pass.",
            [66, 24, 54, 756],
        ),
        (
            "Our filter: of 1000 spam mails 940 go to the folder; of 4000 normal mails 80 do too.",
            [940, 60, 80, 3920],
        ),
        (
            "The gate stopped 90 visitors. 27 of them carried something. Of the 3,000 visitors "
            "let through, 3 carried something.",
            [27, 3, 63, 2997],
        ),
        (TABLE.format("leak", "no leak", "alarm", "quiet"), [38, 22, 12, 328]),
        ("Of the 300 pages 40 have pictures, 25 tables and 12 of them both.", [12, 28, 13, 247]),
    ],
)  # fmt: skip
def test_counts_follow_from_parts_sums_and_common_words(text, counts):
    assert cells(text) == [counts]


@pytest.mark.parametrize(
    "text",
    [
        "Of 300 pages 40 have pictures, 25 have tables, 12 have links, of which 5 are dead.",
        TABLE.format("observed", "expected", "left", "right"),
        "We had 20 cats, 30 dogs, 40 birds and 50 fish.",
    ],
)
def test_what_may_be_told_in_two_ways_is_left_alone(text):
    assert cells(text) == []


def test_words_name_halves_and_their_opposites():
    of = Sides({}, {"infec": (0, True), "beep": (1, True)}, (False, False), 0, 0)
    assert halves("uninfected people", of) == [(0, False)]
    assert halves("it did not beep", of) == [(1, False)]
    assert halves("it beeps", of) == [(1, True)]
    assert halves("the pictures", of) == []


@pytest.mark.parametrize(
    ("word", "base"), [("beeped", "beep"), ("rings", "ring"), ("caught", "catch"), ("fires", "fir")]
)
def test_the_forms_of_a_word_share_a_stem(word, base):
    assert stem(word) == base


@pytest.mark.parametrize(
    ("share", "is_wrong"),
    [
        ("When it beeps, there is a fire in 92.0 % of cases.", True),
        ("When it beeps, there is a fire in 63.9 % of cases.", False),
        ("When it beeps, there is no fire in 36.1 % of cases.", False),
        ("When it beeps, the cook is at home in 83.1 % of cases.", False),
        ("Of the fires, 63.9 % make it beep.", True),
        ("Of the fires, 92 % make it beep.", False),
        ("If it beeped at half the threshold, there would be a fire in 92.0 % of cases.", False),
        ("It beeps at 92.0 %.", False),
        ("The recall is 46/50 = 92.0 % of the fires.", False),
    ],
)
def test_a_share_of_one_half_has_two_values(share, is_wrong):
    assert bool(list(errors(page(SMOKE + share)))) == is_wrong
