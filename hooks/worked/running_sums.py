"""Running sums of numbers that were listed before: "0.41, 0.22, 0.13; cumulative 0.41, 0.63, 0.76".

Which numbers are summed need not be said: they are those whose sums all of the list agrees with,
but for one number at most.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, groupby, pairwise

from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.facts import Passage, passages
from hooks.worked.parts import Derived
from hooks.worked.stated import Stated, numbers

FEWEST = 3
MOST_BACK = 60  # numbers before a list
JOINT = Pattern(r"\s*(?:,|;|/|→|\n|,?\s*and\b|,?\s*then\b)\s*")


def running_sums(page: Question) -> Iterator[Derived]:
    """The cumulative lists of a page, right or wrong in one number."""
    if "cumul" not in page.lower and "running" not in page.lower:
        return
    for _, own in groupby(passages(page), key=lambda passage: passage.place[0]):
        before: list[tuple[Passage, Stated]] = []
        for passage in own:
            read = numbers(passage.plain)
            if "cumul" in passage.lower or "running" in passage.lower:
                for run in runs(passage, read):
                    earlier = [(passage, n) for n in read if n.end <= run[0].start]
                    yield from sums_of(passage, run, [*before, *earlier][-MOST_BACK:])
            before += [(passage, number) for number in read]


def runs(passage: Passage, read: Sequence[Stated]) -> Iterator[list[Stated]]:
    """Three and more rising numbers in a row."""
    run: list[Stated] = []
    for one, other in pairwise([*read, None]):
        run = run or [one]
        if other and JOINT.fullmatch(passage.plain, one.end, other.start):
            run = [*run, other]
            continue
        if len(run) >= FEWEST and all(a.value < b.value for a, b in pairwise(run)):
            yield run
        run = []


def sums_of(
    passage: Passage, run: Sequence[Stated], before: Sequence[tuple[Passage, Stated]]
) -> Iterator[Derived]:
    """What the numbers of a list must be, if the sums of others give all of them but one."""
    size = len(run)
    for start in range(len(before) - size, -1, -1):
        parts = before[start : start + size]
        sums = list(accumulate(number.value for _, number in parts))
        off = [at for at in range(size) if run[at].value != sums[at]]
        is_near = len(off) == 1 and abs(run[off[0]].value - sums[off[0]]) <= run[off[0]].unit
        if is_near or len(off) > 1 or size - len(off) < FEWEST:
            continue
        if len({number.value for _, number in parts}) < FEWEST:
            continue
        for at, number in enumerate(run):
            how = " + ".join(part.written for _, part in parts[: at + 1])
            given = tuple((one.text, part) for one, part in parts[: at + 1])
            yield Derived(passage.text, number, sums[at], how, Fraction(0), given)
        return
