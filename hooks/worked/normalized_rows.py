"""Probabilities that others beside them show to be shares of one whole.

Where all other rows of a table sum to 1, so must the one that does not. And a list of which all
numbers but one are the shares, or the softmax, of a list before it, is that list normalized.
"""

import math
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.language.sentences import is_on_mistakes
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.worked.parts import Derived, Whole, are_open, are_shares, is_off, series, slack
from hooks.worked.splits import METRIC
from hooks.worked.stated import Stated, cell_number, statements

ONE = Fraction(1)
FEWEST_ROWS, MOST_ROWS = 3, 30
FEWEST = 3  # numbers of a list
MOST_BEFORE = 8  # lists that another may be computed from
LARGEST = 40  # exponent of a softmax
NEAR = Fraction(4, 5), Fraction(5, 4)
FINE = Fraction(1, 100)  # the unit of a number that is hardly right by chance
PLAIN_UNITS = 2
OTHER_ROW = Pattern(
    r"\b(?:raw|un-?normali\w+|before|scores?|logits?|top\b|sums?|totals?|means?|averages?|partial\w*|drop\w*|with(?:out)?"
    r"|after|scaled|decay\w*|mask\w*)\b",
    re.I,
)


def normalized_rows(page: Question) -> Iterator[Whole | Derived]:
    """The only row of a table that does not sum to 1, and the only wrong share of a list."""
    for block in page.blocks:
        is_table = block.kind == "table" and FEWEST_ROWS < len(block.rows) <= MOST_ROWS
        if is_table and "~~" not in block.text.content and not is_on_mistakes(block):
            yield from in_table(block)
    yield from in_lists(page)


# -- tables ---------------------------------------------------------------------------------------


def in_table(block: Block) -> Iterator[Whole]:
    """The rows of shares, if all but one sum to 1."""
    heads = [words(cell.content) for cell in block.rows[0]]
    rows = [row for row in block.rows[1:] if len(row) == len(heads)]
    read = [[cell_number(cell) for cell in row] for row in rows]
    for start, end in runs_of_shares(read, len(heads)):
        found = [
            of_row(row[start:end], own[start:end]) for row, own in zip(rows, read, strict=True)
        ]
        off = [at for at, whole in enumerate(found) if not whole.is_right]
        if METRIC.search(" ".join(heads[start:end])) or len(off) > 1:
            continue
        others = [whole for at, whole in enumerate(found) if at not in off]
        label = words(rows[off[0]][0].content) if off else ""
        if is_shown(others) and not OTHER_ROW.search(label):
            yield from found
            return


def runs_of_shares(
    read: Sequence[Sequence[Stated | None]], width: int
) -> Iterator[tuple[int, int]]:
    """The columns beside each other of nothing but shares, also without the first of them."""
    hold = [all(row[at] and are_shares((row[at], row[at])) for row in read) for at in range(width)]
    at = 1
    while at < width:
        end = at
        while end < width and hold[end]:
            end += 1
        yield from ((start, end) for start in (at, at + 1) if end - start > 1)
        at = end + 1


def of_row(cells: Sequence[Text], parts: Sequence[Stated]) -> Whole:
    last, pairs = cells[-1], tuple(zip(cells, parts, strict=True))
    what = "probabilities, as in the other rows"
    return Whole(last, tuple(parts), ONE, parts[-1], what, last, slack(parts, ""), pairs)


def is_shown(others: Sequence[Whole]) -> bool:
    """Whether so many rows sum to 1, in so many digits, that it is no chance."""
    if not others:
        return False
    fewest = FEWEST_ROWS + 1 if len(others[0].parts) == 2 else FEWEST_ROWS - 1
    fine = [w for w in others if sum(part.unit <= FINE for part in w.parts) > 1]
    return len({tuple(part.value for part in whole.parts) for whole in fine}) >= fewest


# -- lists ----------------------------------------------------------------------------------------


def in_lists(page: Question) -> Iterator[Derived]:
    """The number of a list that is not the share of its counterpart in a list before it."""
    before: list[tuple[Stated, ...]] = []
    section = ""
    for sentence in statements(page):
        if sentence.block.section != section:
            before, section = [], sentence.block.section
        if sentence.is_of_mistakes:
            continue
        for run in series(sentence):
            if len(run) < FEWEST or are_open(run, sentence.plain):
                continue
            low, high = NEAR
            if are_shares(run) and low < sum(n.value for n in run) < high and is_off(run, ONE):
                yield from of_list(sentence.text, run, before[-MOST_BEFORE:])
            before.append(run)


def of_list(
    text: Text, run: Sequence[Stated], before: Sequence[Sequence[Stated]]
) -> Iterator[Derived]:
    for given in before:
        for how, shares in shares_of(given) if len(given) == len(run) else ():
            off = [at for at, n in enumerate(run) if not is_close(n, shares[at])]
            fine = sum(n.unit <= FINE for n in run)
            if len(off) == 1 and fine > len(run) - 2 and is_plain(run[off[0]], shares[off[0]]):
                number, right = run[off[0]], Fraction(shares[off[0]])
                yield Derived(text, number, right, how.format(given[off[0]].written))
                return


def shares_of(given: Sequence[Stated]) -> Iterator[tuple[str, list[float]]]:
    """What a list is, divided by its sum, and what its softmax is."""
    values = [float(number.value) for number in given]
    written = " + ".join(number.written for number in given)
    if min(values) > 0 and not are_shares(given):  # other shares are another distribution
        yield f"{{}}/({written})", [value / sum(values) for value in values]
    if max(map(abs, values)) < LARGEST:
        powers = [math.exp(value) for value in values]
        how = "e^({})/(" + " + ".join(f"e^{number.written}" for number in given) + ")"
        yield how, [power / sum(powers) for power in powers]


def is_close(number: Stated, share: float) -> bool:
    return abs(float(number.value) - share) <= float(number.unit)


def is_plain(number: Stated, share: float) -> bool:
    return abs(float(number.value) - share) > PLAIN_UNITS * float(number.unit)
