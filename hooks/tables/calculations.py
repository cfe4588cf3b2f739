"""Cells that write out a calculation, `(5·5·3 + 1)·8`, beside the number it comes to."""

from collections.abc import Iterator, Sequence

from hooks.calculation.claims import Chain, Member
from hooks.calculation.expression import NotAnExpression, parse
from hooks.calculation.latex import latex_tokens
from hooks.calculation.tokens import Token, tokens
from hooks.page import Question, Text
from hooks.pattern import Pattern
from hooks.tables.written import tables_of

VALUE = Pattern(r"[\s$*_`]*[-−+]?[\d.,]+(?:e[-+]?\d+|%)?[\s$*_`]*")
OPERATES = Pattern(r"\d[\d.,%)\s$`]*(?:[-+−×·*/÷^(²³√]|\\(?:cdot|times|div))|\\frac|√")
FEWEST = 3  # calculations of a column


def calculations(page: Question) -> Iterator[list[Chain]]:
    """For each column of calculations that have their results beside them, a chain for each row."""
    for block in page.blocks:
        for rows in tables_of(block):
            for at in range(len(rows[0]) - 1):
                if sum(bool(OPERATES.search(row[at].content)) for row in rows) >= FEWEST:
                    yield [found for row in rows for found in result(row, at)]


def result(row: Sequence[Text], at: int) -> Iterator[Chain]:
    """A calculation with numbers alone, and the number in the next cell."""
    if not OPERATES.search(row[at].content) or not VALUE.fullmatch(row[at + 1].content):
        return
    try:
        read, claimed = cell_tokens(row[at].content), value_tokens(row[at + 1].content)
        (tree, stop), (number, end) = parse(read), parse(claimed)
    except NotAnExpression:
        return
    if stop == len(read) and end == len(claimed):
        first = Member(tree, "", row[at], read[0].start)
        second = Member(number, "=", row[at + 1], claimed[0].start)
        yield Chain((first, second), row[at], 0, len(row[at].content))


def cell_tokens(cell: str) -> list[Token]:
    content = cell.strip(" *_`")
    if content.startswith("$") and content.endswith("$") and len(content) > 2:
        start = cell.index("$") + 1
        return list(latex_tokens(cell, start, cell.rindex("$")))
    return list(tokens(cell.replace("`", " ")))


def value_tokens(content: str) -> list[Token]:
    blank = content.replace("$", " ").replace("`", " ").replace("*", " ")
    return list(tokens(blank))
