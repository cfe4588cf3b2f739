"""The cells of tables: the tokens of a heading and of a value, a calculation beside its result."""

from collections.abc import Iterator, Sequence

from hooks.calculation.claims import Chain, Member
from hooks.calculation.expression import NotAnExpression, parse
from hooks.calculation.latex import latex_tokens
from hooks.calculation.tokens import Token, tokens
from hooks.page import Text
from hooks.pattern import Pattern

VALUE = Pattern(r"[\s$*_`]*[-−+]?[\d.,]+(?:e[-+]?\d+|%)?[\s$*_`]*")
OPERATES = Pattern(r"\d[\d.,%)\s$`]*(?:[-+−×·*/÷^(²³√]|\\(?:cdot|times|div))|\\frac|√")


def result(row: Sequence[Text], at: int) -> Iterator[Chain]:
    """A calculation with numbers alone, and the number in the next cell."""
    if len(row) < at + 2 or not OPERATES.search(row[at].content):
        return
    if not VALUE.fullmatch(row[at + 1].content):
        return
    claimed = value_tokens(row[at + 1].content)
    try:
        read = head_tokens(row[at].content)
        (tree, stop), (number, end) = parse(read), parse(claimed)
    except NotAnExpression:
        return
    if stop == len(read) and end == len(claimed):
        first = Member(tree, "", row[at], read[0].start)
        second = Member(number, "=", row[at + 1], claimed[0].start)
        yield Chain((first, second), row[at], 0, len(row[at].content))


def head_tokens(head: str) -> list[Token]:
    content = head.strip(" *_`")
    if content.startswith("$") and content.endswith("$") and len(content) > 2:
        start = head.index("$") + 1
        return list(latex_tokens(head, start, head.rindex("$")))
    return list(tokens(head.replace("`", " ")))


def value_tokens(content: str) -> list[Token]:
    blank = content.replace("$", " ").replace("`", " ").replace("*", " ")
    return list(tokens(blank))
