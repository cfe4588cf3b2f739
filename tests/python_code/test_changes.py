"""Comments that say what a changed program prints."""

from pathlib import PurePosixPath

import pytest

from hooks.page import parse
from hooks.python_code.changes import Malformed, changes

PLACE = PurePosixPath("docs/beginner/x.md")


def change(comment: str, text: str = "It falls to 0.24."):
    (found,) = changes(parse(PLACE, f"{text}\n<!-- change: {comment} -->\n"))
    return found


def test_a_comment_replaces_texts_and_claims_numbers_and_texts():
    asked = change('`a=1` to `a=2`, `b` to `` prints 0.24, 1,000, 8%, "one, two"')
    assert asked.edits == (("a=1", "a=2"), ("b", ""))
    assert [number.text for number in asked.numbers] == ["0.24", "1,000", "8%"]
    assert asked.texts == ("one, two",)
    assert asked.changed("f(a=1) or b") == "f(a=2) or "


@pytest.mark.parametrize("source", ["f(a=3)", "f(a=1, aa=1)"])
def test_what_is_replaced_stands_once_in_the_program(source):
    with pytest.raises(Malformed, match="in the program, and must once"):
        change("`a=1` to `a=2` prints 0.24").changed(source)


@pytest.mark.parametrize(
    "comment",
    [
        "a=1 to a=2 prints 0.24",
        "`a=1` to `a=2`",
        "`a=1` to `a=2` prints",
        "`a=1` to `a=2` prints less",
        "`a=1` to `a=2` prints 0.24 and 3",
    ],
)
def test_what_cannot_be_read_says_so(comment):
    with pytest.raises(Malformed):
        change(comment).numbers  # noqa: B018


@pytest.mark.parametrize(
    ("claims", "output", "missing"),
    [
        ("0.24", "loss 0.2389\n", []),
        ("0.24", "loss 0.2389 0.25\n", []),
        ("0.24", "loss 0.234\n", ["0.24"]),
        ("8%", "8.3% of all\n", []),
        ("8%", "8.3 percent\n", []),
        ("8%", "0.083\n", []),
        ("8%", "0.8\n", ["8%"]),
        ("101,400", "101400 users\n", []),
        ('0.24, "loss 0.24"', "loss   0.24\n", []),
        ('0.24, "loss 0.24"', "loss 0.25, gain 0.24\n", ["loss 0.24"]),
    ],
)
def test_what_a_changed_program_does_not_print(claims, output, missing):
    assert list(change(f"`a` to `b` prints {claims}").unprinted(output)) == missing


def test_a_comment_in_code_is_an_example():
    assert not changes(parse(PLACE, "Write `<!-- change: so -->` below it.\n"))


def test_a_comment_stands_behind_its_paragraph_or_in_it():
    source = (
        "First 0.1.\n\n<!-- change: `a` to `b`\n  prints 0.1 -->\n\n"
        "- 0.2 <!-- change: `a` to `c` prints 0.2 -->\n"
    )
    first, second = changes(parse(PLACE, source))
    assert [n.quantity.text for n, printed in first.stated() if printed] == ["0.1"]
    assert [n.quantity.text for n, printed in second.stated() if printed] == ["0.2"]
    assert (first.place, second.place) == ((3, 1), (6, 7))
