"""Calculations at an interpreter's prompt: `>>> 7 * 86400`, and below it what was printed."""

from collections.abc import Iterator

from hooks.calculation.claims import Chain, Member
from hooks.calculation.expression import NotAnExpression, parse
from hooks.calculation.tokens import tokens
from hooks.page import Question, Text
from hooks.pattern import Pattern

PROMPT = ">>> "
LANGUAGES = ("", "text", "txt", "python", "py", "pycon", "console")
CALCULATION = Pattern(
    r">>> (?P<asked>[\d(][\d\s.()_]*(?:[-+*/][\d\s.()_*/+-]*\d[\d\s.()_]*)+)[ \t]*\n"
    r"(?P<printed>-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)[ \t]*(?=\n|$)"
)


def prompts(page: Question) -> Iterator[Chain]:
    """Each calculation of numbers alone, and the number printed below it."""
    if PROMPT not in page.source:
        return
    for block in page.blocks:
        if block.kind == "code" and block.language in LANGUAGES:
            for found in CALCULATION.finditer(block.text.content):
                yield from chain(block.text, *found.span("asked"), *found.span("printed"))


def chain(text: Text, start: int, end: int, at: int, last: int) -> Iterator[Chain]:
    read = list(tokens(text.content, start, end, code=True))
    claimed = list(tokens(text.content, at, last, code=True))
    try:
        (tree, stop), (number, behind) = parse(read), parse(claimed)
    except NotAnExpression:
        return
    if stop == len(read) and behind == len(claimed):
        members = (Member(tree, "", text, start), Member(number, "=", text, at))
        yield Chain(members, text, start, last, code=True)
