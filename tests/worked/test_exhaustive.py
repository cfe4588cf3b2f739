"""Parts of which a text says that they are all."""

from pathlib import PurePosixPath

import pytest

from hooks.page import parse
from hooks.worked.exhaustive import ALL, NOT_ALL, exhaustive
from hooks.worked.proportional import proportional


def page(text):
    return parse(PurePosixPath("notes.md"), f"## Notes\n\n{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "each e-mail has exactly one label",
        "there are no other states",
        "with no row left over",
        "these weights sum to 1",
        "all five of them",
        "the budget is spent completely",
        "the three shares cover all sessions",
    ],
)
def test_what_says_that_nothing_is_missing(text):
    assert ALL.search(text)
    assert not NOT_ALL.search(text)


@pytest.mark.parametrize(
    ("text", "total"),
    [
        (
            "They stay with probability 0.7, move with 0.2 and quit with 0.1; there are no"
            " other moves.",
            1,
        ),
        ("The 200 ms are spent completely: 20 ms network, 90 ms retrieval and 90 ms ranking.", 200),
        ("80 rows in all: train 56, dev 12 and test 12, with no row left over.", 80),
        ("Each call has exactly one of three labels. We took 50 calls.", None),
        ("- Each call has exactly one of the labels.", None),
    ],
)
def test_what_parts_must_sum_to(text, total):
    assert [whole.total for whole in exhaustive(page(text))] == ([total] if total else [])


def test_the_sum_that_is_said_is_to_mend():
    (found,) = exhaustive(
        page("- XGBoost 0.4\n- CatBoost 0.35\n- MLP 0.35\n\nThese weights sum to 1.")
    )
    assert found.at.written == "1"
    assert not found.is_right


def test_shares_follow_from_counts_where_all_but_one_do():
    (_, _, wrong) = proportional(page("Shares of 6, 3 and 1 are 60 %, 30 % and 20 %."))
    assert wrong.right * 10 == 1
    assert not list(proportional(page("Of 6, 3 and 1 we found 50 %, 20 % and 20 %.")))
