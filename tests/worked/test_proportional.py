"""Shares beside their counts."""

from pathlib import PurePosixPath

from hooks.page import parse
from hooks.worked.proportional import proportional


def page(text):
    return parse(PurePosixPath("notes.md"), f"## Notes\n\n{text}\n")


def test_shares_follow_from_counts_where_all_but_one_do():
    (_, _, wrong) = proportional(page("Shares of 6, 3 and 1 are 60 %, 30 % and 20 %."))
    assert wrong.right * 10 == 1
    assert not list(proportional(page("Of 6, 3 and 1 we found 50 %, 20 % and 20 %.")))
