"""Tables with counts beside the share that each of them is of all."""

import re
from collections.abc import Sequence
from fractions import Fraction

from hooks.calculation.quantity import shown
from hooks.language.wording import words
from hooks.page import Block, Text
from hooks.pattern import Pattern
from hooks.worked.parts import HALF, Derived
from hooks.worked.proportional import NEARLY_ONE
from hooks.worked.stated import Stated, cell_number, in_percent

SHARE_HEAD = Pattern(
    r"(?:(?:class\s+)?(?:share|percent(?:age)?|proportion|fraction|%)|%\s+of\s+.{1,20}|(?:relative\s+)?freq(?:uency)?"
    r"|share\s+of\s+.{1,20})(?:\s*\((?:%|in\s+%)\))?",
    re.I,
)
COUNT_HEAD = Pattern(
    r"(?:#\s*|no\.?\s+of\s+|number\s+of\s+|num\.?\s+)?(?:counts?|n|rows|samples|examples|images|users|customers|support"
    r"|cases|documents|patients|e-?mails|messages|transactions|instances|records|absolute(?:\s+frequency)?|frequency"
    r"|observations|size|tokens|requests|errors)(?:\s*\([nN]\))?",
    re.I,
)
FEWEST_ROWS = 3
FEWEST_UNNAMED = 4  # rows that show what the columns are, whatever they are called


def count_shares(block: Block, rows: Sequence[Sequence[Text]], is_total: bool) -> list[Derived]:
    """The shares of a table of which all but one, at most, are their count's share of all.

    is_total: the last row is the total.
    """
    heads = [words(cell.content).strip() for cell in block.rows[0]]
    places = [
        [at for at, head in enumerate(heads) if at and pattern.fullmatch(head)]
        for pattern in (COUNT_HEAD, SHARE_HEAD)
    ]
    body = rows[:-1] if is_total else rows
    is_named = all(len(columns) == 1 for columns in places)
    columns = [(places[0][0], places[1][0])] if is_named else unnamed(block, body)
    is_sole = len(columns) == 1 and columns[0][1] in places[1]  # whatever the counts are called
    if len(body) < (FEWEST_ROWS if is_named or is_sole else FEWEST_UNNAMED):
        return []
    for count_at, share_at in columns:
        pairs = [pair_of(row, count_at, share_at, heads[share_at]) for row in body]
        if None in pairs:
            continue
        stated = total_of(rows[-1], count_at) if is_total else None
        if found := judged(list(zip(body, pairs, strict=True)), (count_at, share_at), stated):
            return found
    return []


def unnamed(block: Block, body: Sequence[Sequence[Text]]) -> list[tuple[int, int]]:
    """The columns of numbers, each with those of percentages, whatever their heads say."""
    if "%" not in block.text.content:
        return []
    columns = range(1, len(block.rows[0]))
    read = {at: [cell_number(row[at]) if at < len(row) else None for row in body] for at in columns}
    counts = [
        at
        for at, cells in read.items()
        if all(n and not n.is_percent and n.value >= 0 for n in cells)
    ]
    shares = [at for at, cells in read.items() if all(n and n.is_percent for n in cells)]
    return [(count, share) for count in counts for share in shares]


def judged(
    pairs: Sequence[tuple[Sequence[Text], tuple[Stated, Stated]]],
    columns: tuple[int, int],
    stated: Fraction | None,
) -> list[Derived]:
    """The shares of rows, if all but one are right; stated: the total that the table states."""
    total = stated or sum(count.value for _, (count, _) in pairs)
    if sum(count.value == share.value for _, (count, share) in pairs) > 1:
        return []  # the same in percent: (1 − p)² and what is left of the loss
    if not total or any(count.value > total for _, (count, _) in pairs):
        return []
    adjusted = sum(share.value for _, (_, share) in pairs) == 1
    found = [derived(row, pair, columns, total, adjusted) for row, pair in pairs]
    return found if sum(not one.is_right for one in found) <= 1 else []


def pair_of(
    row: Sequence[Text], count_at: int, share_at: int, head: str
) -> tuple[Stated, Stated] | None:
    if max(count_at, share_at) >= len(row):
        return None
    count, share = cell_number(row[count_at]), cell_number(row[share_at])
    if not count or not share or count.is_percent:
        return None
    share = in_percent(share) if "%" in head or share.value > 1 else share
    return (count, share) if share.value <= 1 else None


def total_of(row: Sequence[Text], column: int) -> Fraction | None:
    cell = cell_number(row[column]) if column < len(row) else None
    return cell.value if cell and cell.is_whole else None


def derived(
    row: Sequence[Text],
    pair: tuple[Stated, Stated],
    columns: tuple[int, int],
    total: Fraction,
    adjusted: bool,
) -> Derived:
    """adjusted: the shares are rounded so that all sum to 100 %, so one may be off by more."""
    count, share = pair
    cells = tuple((row[at], number) for at, number in zip(columns, pair, strict=True))
    whole = f"{int(total):,}" if total.denominator == 1 else shown(total)
    how = f"{count.written}/{whole}"
    allowed = share.unit * (NEARLY_ONE if adjusted else HALF)
    return Derived(row[columns[1]], share, count.value / total, how, allowed, cells)
