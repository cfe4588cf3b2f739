"""Eigenvalues that are listed, what they leave of their sum, and the shares of the first ones.

The sum is stated, or it is the number of standardized variables, or the list has them all.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, groupby, pairwise

from hooks.calculation.quantity import shown
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import Passage, passages
from hooks.worked.parts import HALF, Derived
from hooks.worked.stated import COUNT_WORDS, Stated, count_of, is_bounded, is_hedged, numbers

FEWEST = 3
COUNT = rf"(?:\d{{1,3}}|{COUNT_WORDS})"
JOINT = Pattern(r"\s*(?:,\s*(?:and\s+)?|;|and\s+)\s*")
TOTAL = Pattern(
    r"\b(?:sum(?:s|med)?|total|trace|adds?\s+up)\b[^.;%\d]{0,30}?(?:\b(?:to|be|is|of|variance|inertia)|[=:])\s*"
    rf"(?P<total>\d+(?:\.\d+)?(?![\d%]|\.\d)|{COUNT_WORDS}\b)",
    re.I,
)
OF_VARIABLES = Pattern(
    rf"\b(?P<count>{COUNT})\s+(?:\w+\s+){{0,2}}(?:items|variables|features|columns|questions|measurements|indicators"
    r"|scales|attributes|sensors|subtests|tests)\b",
    re.I,
)
STANDARDIZED = Pattern(
    r"\bstandardi[sz]ed\b|\bcorrelation\s+matri|\bunit\s+variance|\bz-scor", re.I
)
REST = Pattern(
    rf"\b(?:remaining|other|rest|last)\b(?:\s+(?P<count>{COUNT})\b)?[^.;%\d]{{0,50}}$", re.I
)
OF_FIRST = Pattern(
    rf"\bfirst(?:\s+(?P<count>{COUNT}))?(?:\s+(?:principal\s+)?(?:components?|PCs?|axes|axis|ones?|eigenvalues?|factors?))?"
    r"\b[^.;%\d,]{0,40}$",
    re.I,
)
SOME = Pattern(
    r"\b(?:first|largest|top|leading|biggest|greatest|remaining|rest|others?)\b|…|\.\.\.", re.I
)
ADDED = Pattern(r"\b(?:sum|add|amount|come)s?\s+(?:up\s+)?to\s+(?:about\s+)?$", re.I)
NOT_CLAIMED = Pattern(
    r"\b(?:not|n['’]t|than|if|would|should|need\w*|least|most|random|parallel|after|before|once|without|another|instead"
    r"|otherwise|raw|unscaled|rotat\w+|standardi[sz]ing)\b",
    re.I,
)


@record
class Spectrum:
    """Listed eigenvalues, the sum of all, and whether that says how many they are."""

    values: tuple[Stated, ...]
    total: Fraction
    passage: Passage
    end: int

    @property
    def listed(self) -> Fraction:
        return sum((number.value for number in self.values), Fraction(0))

    @property
    def slack(self) -> Fraction:
        return sum((n.unit * HALF for n in self.values if not n.is_whole), Fraction(0))

    @property
    def text(self) -> str:
        return " + ".join(number.written for number in self.values)


def eigenvalues(page: Question) -> Iterator[Derived]:
    """What a page says of the sum of its eigenvalues, right or wrong."""
    if "igenvalue" not in page.source:
        return
    for _, own in groupby(passages(page), key=lambda passage: passage.place[0]):
        told = [passage for passage in own if not passage.of_mistakes]
        read = [(p, run) for p in told if "igenvalue" in p.plain for run in runs(p)]
        if len(read) != 1:
            continue
        passage, run = read[0]
        if spectrum := with_total(told, passage, run):
            for other in told[told.index(passage) :]:
                yield from of_rest(spectrum, other)
                yield from of_first(spectrum, other)


def runs(passage: Passage) -> Iterator[tuple[Stated, ...]]:
    """Lists of three and more falling numbers behind the word."""
    plain = passage.plain
    read = [
        n
        for n in numbers(
            plain,
        )
        if n.start > plain.find("igenvalue")
    ]
    run: list[Stated] = []
    for before, number in pairwise([None, *read, None]):
        if before and number and JOINT.fullmatch(plain, before.end, number.start):
            run = [*(run or [before]), number]
            continue
        falls = all(a.value >= b.value > 0 for a, b in pairwise(run))
        if len(run) >= FEWEST and falls and not any(n.is_percent for n in run):
            yield tuple(run)
        run = []


def with_total(
    told: Sequence[Passage], passage: Passage, run: tuple[Stated, ...]
) -> Spectrum | None:
    """The eigenvalues with what all of them sum to, if that is known in one way."""
    listed = sum(number.value for number in run)
    plains = [p.plain for p in told]
    around = [plain for plain in plains if "igenvalue" in plain or plain is passage.plain]
    stated = {value_of(f["total"]) for plain in plains for f in TOTAL.finditer(plain)}
    stated = {value for value in stated if value and value >= listed * (1 - Fraction(1, 50))}
    if any(map(STANDARDIZED.search, [passage.block.section, *plains])):
        named = [f for plain in around for f in OF_VARIABLES.finditer(plain)]
        counts = {Fraction(count_of(f["count"]) or 0) for f in named}
        stated |= {count for count in counts if count > len(run)}
    if not stated and not SOME.search(passage.plain[: run[-1].end]) and not goes_on(passage, run):
        stated = {Fraction(listed)}
    return Spectrum(run, stated.pop(), passage, run[-1].end) if len(stated) == 1 else None


def goes_on(passage: Passage, run: Sequence[Stated]) -> bool:
    """Whether the list is left open, or what remains is spoken of."""
    return bool(SOME.search(passage.plain, run[-1].end))


def value_of(text: str) -> Fraction | None:
    count = count_of(text)
    return Fraction(text) if count is None else Fraction(count)


def of_rest(spectrum: Spectrum, passage: Passage) -> Iterator[Derived]:
    """The remaining five together have 0.4."""
    left = spectrum.total - spectrum.listed
    start = spectrum.end if passage is spectrum.passage else 0
    for number in numbers(passage.plain):
        found = REST.search(passage.plain, start, number.start) if number.start > start else None
        is_count = found and number.is_whole and " " not in found[0].strip()
        if not found or is_count or left <= 0 or number.is_percent:
            continue
        if is_claimed(passage, number, found) and number.value < spectrum.total:
            how = f"{shown(spectrum.total)} − ({spectrum.text})"
            room = spectrum.slack + number.unit * HALF * (
                2 if is_hedged(passage.plain, number) else 1
            )
            yield Derived(passage.text, number, left, how, room)
            return


def count(found: re.Match[str]) -> int | None:
    return count_of(found["count"]) if found["count"] else None


def of_first(spectrum: Spectrum, passage: Passage) -> Iterator[Derived]:
    """The first two 78.3 %: their share of the sum."""
    if passage.block.kind == "table":
        return
    plain, sums = passage.plain, list(accumulate(n.value for n in spectrum.values))
    values = [number.value for number in spectrum.values]
    for number in numbers(plain):
        found = OF_FIRST.search(plain, 0, number.start) if number.is_percent else None
        if not found or not is_claimed(passage, number, found):
            continue
        size = count(found) or 1
        if size > len(sums):
            continue
        right = sums[size - 1] / spectrum.total
        room = (
            number.unit * (2 if is_hedged(plain, number) else 1) + spectrum.slack / spectrum.total
        )
        allowed = [sums[size - 1], spectrum.total - sums[size - 1], values[size - 1]]
        if not any(abs(one / spectrum.total - number.value) <= room for one in allowed):
            terms = " + ".join(n.written for n in spectrum.values[:size])
            how = f"({terms})/{shown(spectrum.total)}"
            yield Derived(passage.text, number, right, how, room)


def is_claimed(passage: Passage, number: Stated, found: re.Match[str]) -> bool:
    return not (
        NOT_CLAIMED.search(passage.plain, 0, number.start)
        or (is_bounded(passage.plain, number) and not ADDED.search(passage.plain, 0, number.start))
        or passage.is_reported(number.start)
    )
