"""Counts beside the ratio of a split, "70 / 20 / 10": all but one are those shares of a total.

The total is a number that the page states; which one need not be said, as the other counts show it.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from hooks.language.sentences import Sentence
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.group_counts import sole_count
from hooks.worked.parts import Derived, has_rest, series
from hooks.worked.stated import Stated, numbers, statements

LEAST = 50  # of a total
SHARE = r"\d{1,2}(?:\.\d+)?\s?%?"
RATIO = Pattern(rf"(?<![\w.,/:-]){SHARE}(?:\s?[/:–-]\s?{SHARE}){{2,5}}(?![\w/:]|[.,]\d)")
PARTS = Pattern(r"\d+(?:\.\d+)?")

Cell = tuple[Sentence, Stated]


def split_counts(page: Question) -> Iterator[Derived]:
    """The counts of a page's splits, right or wrong in one of them."""
    for sentence in statements(page):
        for ratio in RATIO.finditer(sentence.plain) if not sentence.is_of_mistakes else ():
            shares = [Fraction(part) / 100 for part in PARTS.findall(ratio[0])]
            if sum(shares) == 1:
                section = [s for s in statements(page) if s.block.section == sentence.block.section]
                totals = {n.value for s in statements(page) for n in numbers(s.plain) if n.is_whole}
                for cells in lists_of_counts(section, len(shares)):
                    yield from of_list(cells, shares, totals)


def lists_of_counts(section: Sequence[Sentence], size: int) -> Iterator[list[Cell]]:
    """The lists of so many counts in a section: of one each in its items, or in one sentence."""
    for is_item, own in groupby(section, key=lambda s: s.block.kind == "item"):
        said = list(own)
        if is_item and len(said) == size and not any(has_rest(s.plain) for s in said):
            cells = [(s, number) for s in said if (number := sole_count(s.plain))]
            if len(cells) == size:
                yield cells
        for one in said if not is_item else ():
            for run in series(one):
                if len(run) == size and all(n.is_whole and n.value >= 5 for n in run):
                    yield [(one, n) for n in run]


def of_list(
    cells: Sequence[Cell], shares: Sequence[Fraction], totals: set[Fraction]
) -> Iterator[Derived]:
    """The counts against those shares of the total by which at most one of them is wrong."""
    pairs = list(zip(cells, shares, strict=True))
    for total in sorted({number.value / share for (_, number), share in pairs} & totals):
        off = [share for (_, number), share in pairs if abs(number.value - share * total) >= 1]
        if total >= LEAST and len(off) <= 1:
            for (sentence, number), share in pairs:
                how = f"{float(share * 100):g}% of {int(total):,}"
                yield Derived(sentence.text, number, share * total, how, Fraction(1))
            return
