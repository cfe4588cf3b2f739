"""Counts below the ratio of a split, "70 / 20 / 10": all but one are those shares of a total.

The total is a number that the page states; which one need not be said, as the other counts show it.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from hooks.language.sentences import Sentence
from hooks.language.wording import words
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.group_counts import sole_count
from hooks.worked.parts import Derived, has_rest, series
from hooks.worked.stated import Stated, numbers, statements

FEWEST, MOST = 3, 6
LEAST = 50  # of a total
HUNDRED = 100
SHARE = r"\d{1,2}(?:\.\d+)?\s?%?"
RATIO = Pattern(rf"(?<![\w.,/:-]){SHARE}(?:\s?[/:–-]\s?{SHARE}){{2,5}}(?![\w/:]|[.,]\d)")
PARTS = Pattern(r"\d+(?:\.\d+)?")

Cell = tuple[Sentence, Stated]


def split_counts(page: Question) -> Iterator[Derived]:
    """The counts of a page's splits, right or wrong in one of them."""
    found = [s for s in statements(page) if RATIO.search(s.plain) and not s.is_of_mistakes]
    for sentence in found:
        for ratio in RATIO.finditer(sentence.plain):
            shares = [Fraction(part) / HUNDRED for part in PARTS.findall(ratio[0])]
            if sum(shares) == 1:
                yield from of_ratio(page, sentence, shares, ratio[0])


def of_ratio(
    page: Question, sentence: Sentence, shares: Sequence[Fraction], written: str
) -> Iterator[Derived]:
    totals = {n.value for s in statements(page) for n in numbers(s.plain) if n.is_whole}
    for cells in lists_of_counts(page, sentence, len(shares)):
        pairs = list(zip(cells, shares, strict=True))
        for total in sorted({n.value / share for (_, n), share in pairs} & totals):
            rights = [share * total for share in shares]
            off = [at for at, (_, n) in enumerate(cells) if abs(n.value - rights[at]) >= 1]
            if total < LEAST or len(off) > 1:
                continue
            for (own, number), right, share in zip(cells, rights, shares, strict=True):
                how = f"{float(share * HUNDRED):g}% of {int(total):,}"
                yield Derived(own.text, number, right, how, Fraction(1), ())
            return


def lists_of_counts(page: Question, sentence: Sentence, size: int) -> Iterator[list[Cell]]:
    """The lists of so many counts in a section: of one each in its items, or in one sentence."""
    section = [s for s in statements(page) if s.block.section == sentence.block.section]
    for is_item, own in groupby(section, key=lambda s: s.block.kind == "item"):
        said = list(own)
        if is_item and len(said) == size:
            cells = [(s, sole_count(words(s.text.content))) for s in said]
            if all(number and not has_rest(s.plain) for s, number in cells):
                yield cells
        for one in said if not is_item else ():
            for run in series(one):
                if len(run) == size and all(n.is_whole and n.value >= 5 for n in run):
                    yield [(one, n) for n in run]
