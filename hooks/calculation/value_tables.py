"""Tables of the values of a function: `| x | σ(x) |`, `| n | 2^n | log2 n |`, `| a | b | a·b |`.

A column whose heading is a calculation with the headings of other columns gives its value in each
row. Only where most rows say so is the heading taken at its word. Below `| Calculation | Result |`
each row says what its calculation comes to.
"""

import re
from collections.abc import Iterator, Sequence

from hooks.calculation.claims import Chain, Member, names_of
from hooks.calculation.expression import NotAnExpression, parse
from hooks.calculation.latex import latex_tokens
from hooks.calculation.tokens import Token, tokens
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern

VARIABLE = Pattern(r"[\s$*_`]*(\\?[A-Za-zα-ω][a-z]{0,7})[\s$*_`]*")
CALCULATED = Pattern(r"[(²³^+*×·/√!⁰-⁹{]|\\|\b(?:log\d*|ln|exp|tanh)\b")
CELL = Pattern(r"[\s$*_`]*[-−+]?[\d.,]+(?:e[-+]?\d+|%)?[\s$*_`]*")
SIGMOID = {"σ": "sigmoid", "\\sigma": "sigmoid"}  # most rows will tell
OF_CALCULATIONS = Pattern(
    r"\W*(?:formulas?|calculations?|computations?|expressions?|arithmetic|workings?|how)\W*", re.I
)
OF_RESULTS = Pattern(r"\W*(?:values?|results?|answers?|outcomes?|gives|=)\W*", re.I)
OPERATES = Pattern(r"\d[\d.,%)\s$`]*(?:[-+−×·*/÷^(²³√]|\\(?:cdot|times|div))|\\frac|√")
OF_ALL = Pattern(r"[\W_]*(?:sums?|totals?|all|means?|averages?|avg|[Σ∑∅])[\W_]*", re.I)
MOST_ROWS = 40
MOST_COLUMNS = 8
LONGEST_HEAD = 40


def value_tables(page: Question) -> Iterator[list[Chain]]:
    """For each column that is computed from others, a chain for each row."""
    for block in page.blocks:
        if block.kind == "table" and 2 < len(block.rows) <= MOST_ROWS:
            yield from columns(page, block)


def results(page: Question) -> Iterator[Chain]:
    """The rows of tables below a heading that says that they calculate, and what they come to."""
    for block in page.blocks:
        if block.kind != "table" or not 1 < len(block.rows) <= MOST_ROWS:
            continue
        heads = [cell.content for cell in block.rows[0]]
        for at in range(len(heads) - 1):
            if OF_CALCULATIONS.fullmatch(heads[at]) and OF_RESULTS.fullmatch(heads[at + 1]):
                for row in block.rows[1:]:
                    yield from result(row, at)


def result(row: Sequence[Text], at: int) -> Iterator[Chain]:
    """A calculation with numbers alone, and the number in the next cell."""
    if len(row) < at + 2 or not OPERATES.search(row[at].content):
        return
    if not CELL.fullmatch(row[at + 1].content):
        return
    claimed = value_tokens(row[at + 1].content)
    try:
        read = head_tokens(row[at].content)
        (tree, stop), (number, end) = parse(read), parse(claimed)
    except NotAnExpression:
        return
    if stop == len(read) and end == len(claimed):
        first = Member(tree, "", row[at], read[0].start)
        yield Chain((first, Member(number, "=", row[at + 1], claimed[0].start)), row[at], 0,
                    len(row[at].content))  # fmt: skip


def columns(page: Question, block: Block) -> Iterator[list[Chain]]:
    heads = [cell.content for cell in block.rows[0]]
    given = {at: found[1] for at, head in enumerate(heads) if (found := VARIABLE.fullmatch(head))}
    if not given or len(heads) > MOST_COLUMNS:
        return
    renamed = {**names_of(page), **SIGMOID}
    for at, head in enumerate(heads):
        if at in given or len(head) > LONGEST_HEAD or not CALCULATED.search(head):
            continue
        read = head_tokens(head)
        named = {token.value for token in read if token.kind == "word"}
        used = {column: name for column, name in given.items() if name in named}
        if used:
            rows = [row for row in block.rows[1:] if len(row) >= len(heads)]
            rows = [row for row in rows if not OF_ALL.fullmatch(row[0].content)]
            yield [c for row in rows for c in chain(row, at, used, read, renamed)]


def head_tokens(head: str) -> list[Token]:
    content = head.strip(" *_`")
    if content.startswith("$") and content.endswith("$") and len(content) > 2:
        start = head.index("$") + 1
        return list(latex_tokens(head, start, head.rindex("$")))
    return list(tokens(head.replace("`", " ")))


def chain(
    row: Sequence[Text], at: int, used: dict[int, str], read: Sequence[Token], renamed: dict
) -> Iterator[Chain]:
    """The heading with the row's values in it, and the row's value."""
    if not all(CELL.fullmatch(row[column].content) for column in (*used, at)):
        return
    values = {name: value_tokens(row[column].content) for column, name in used.items()}
    put: list[Token] = []
    for token in read:
        if token.kind == "word" and token.value in values:
            put += enclosed(values[token.value], token)
        else:
            value = renamed.get(token.value, token.value) if token.kind == "word" else token.value
            put.append(Token(token.kind, value, -1, -1, token.gap, token.math))
    claimed = value_tokens(row[at].content)
    try:
        (tree, stop), (number, end) = parse(put), parse(claimed)
    except NotAnExpression:
        return
    if stop == len(put) and end == len(claimed):
        text, start = row[at], claimed[0].start
        members = (Member(tree, "", text, start), Member(number, "=", text, start))
        yield Chain(members, text, 0, len(text.content))


def value_tokens(content: str) -> list[Token]:
    blank = content.replace("$", " ").replace("`", " ").replace("*", " ")
    return list(tokens(blank))


def enclosed(value: Sequence[Token], at: Token) -> list[Token]:
    """A value in the place of a name, in brackets."""
    inside = [Token(t.kind, t.value, -1, -1, t.gap, at.math) for t in value]
    first = Token("open", "(", -1, -1, at.gap, at.math)
    return [first, *inside, Token("close", ")", -1, -1, "", at.math)]
