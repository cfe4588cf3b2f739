"""Sums that names say: totals, A and non-A, running sums, means, differences, cases of one set."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, permutations

from hooks.pattern import Pattern
from hooks.tables.grid import NAME
from hooks.tables.lines import Line, Lines
from hooks.tables.quotients import ADJUSTED
from hooks.tables.said_law import (
    DISTANCE,
    NEARBY,
    ROLES,
    SAID,
    SUM,
    TOTAL,
    UNNAMED,
    Said,
    across,
    is_added,
    law,
)
from hooks.worked.totals_of_cells import PARTIAL

NEGATION = Pattern(r"\b(?:non-?|not? |without |un(?=\w{4})|in(?=correct|valid)|not?$)", re.I)
CUMULATED = Pattern(r"\bcumul|\brunning\b|\bso far\b", re.I)
MEAN = Pattern(r"\W*(?:mean|average|avg\.?|Ø)\W*", re.I)
DIFFERENCE = Pattern(
    r"\b(?:differen\w+|diff\.?|(?:absolute |relative )?(?:change|gap|gain|increase|drop|uplift)"
    r"|effect|net|profit|growth|balance)\b.{0,20}|Δ|^\S{1,12} [−–-] \S{1,12}$",
    re.I,
)
SCALES = (1.0, 100.0)
MOST_PARTS = 6


def total(table: Lines, line: Line) -> Iterator[Said]:
    """A total of the lines before it, or of all others if it is the first one."""
    if TOTAL.fullmatch(line.name):
        at = table.lines.index(line)
        parts = table.lines[:at] or table.lines[1:]
        if not any(PARTIAL.search(part.name) for part in parts):
            parts = [part for part in parts if is_added(part) and not TOTAL.fullmatch(part.name)]
            if len(parts) > 1:
                yield Said(line, joined(" + ", parts), added, across(parts), SAID, SUM)


def added(*values: float) -> float:
    return sum(values)


def pairs(table: Lines) -> Iterator[Said]:
    """A and non-A: together what another line holds."""
    for one, other in permutations(table.lines, 2):
        near = abs(table.lines.index(one) - table.lines.index(other)) == 1
        if near and is_negated(one, other):
            wholes = [w for w in beside(table, one, other) if is_added(w)]
            for whole in wholes:
                cost = math.log10(len(wholes))
                written = f"“{whole.name}” − “{one.name}”"
                rest = across((whole, one))
                yield Said(other, written, lambda w, a: w - a, rest, cost, SUM)


def beside(table: Lines, one: Line, other: Line) -> list[Line]:
    """The lines before and behind two, and those that are called a total."""
    first, last = sorted(table.lines.index(line) for line in (one, other))
    return [
        line
        for at, line in enumerate(table.lines)
        if at in (first - 1, last + 1) or (TOTAL.fullmatch(line.name) and not first <= at <= last)
    ]


def is_negated(one: Line, other: Line) -> bool:
    """Whether a name is another one with "not", or no more than that."""
    plain, count = NEGATION.subn("", other.name.lower())
    return count == 1 and plain in ("", one.name.lower())


def runs(table: Lines) -> Iterator[Said]:
    """Numbers that are the sum of those beside them, whatever their names are."""
    added_up = [is_added(line) for line in table.lines]
    for at, line in enumerate(table.lines):
        if added_up[at] and NAME.search(line.name) and not TOTAL.fullmatch(line.name):
            for size in range(2, MOST_PARTS):
                for parts in (slice(at + 1, at + 1 + size), slice(max(0, at - size), at)):
                    near = table.lines[parts]
                    if len(near) == size and all(added_up[parts]):
                        are_counts = all(one.are_counts for one in (line, *near))
                        fewest = (2 if table.is_turned else 1) if are_counts else 3
                        written = joined(" + ", near)
                        yield Said(line, written, added, across(near), UNNAMED, SUM, 0, fewest)


def cumulated(table: Lines, line: Line) -> Iterator[Said]:
    """A running sum of another line."""
    bases = [other for other in table.lines if not CUMULATED.search(other.name)]
    for base in bases if not ADJUSTED.search(line.name) else ():
        if None not in base.entries:
            sums = tuple(accumulate((entry,) for entry in base.entries))
            cost = math.log10(len(bases))
            yield Said(line, f"the sum of “{base.name}” down to there", added, sums, cost, SUM)


def mean(table: Lines, line: Line) -> Iterator[Said]:
    """The mean of all lines before it."""
    parts = table.before(line)
    is_of_cases = not any(TOTAL.search(x.name) or DIFFERENCE.search(x.name) for x in parts)
    if MEAN.fullmatch(line.name) and len(parts) > 1 and is_of_cases:
        yield law(line, "the mean of the others", lambda *x: sum(x) / len(x), parts, SAID)


def difference(table: Lines, line: Line) -> Iterator[Said]:
    """How far the two lines before it are apart, or by how much the second is larger."""
    before = table.before(line)[-2:]
    if len(before) == 2:
        one, other = before
        written = f"“{other.name}” − “{one.name}”"
        for scale in SCALES:
            yield law(line, written, lambda x, y, k=scale: (y - x) * k, before, NEARBY, DISTANCE)
        if line.are_percentages:
            written = f"({written})/“{one.name}”"
            yield law(line, written, lambda x, y: (y - x) / x, before, NEARBY, DISTANCE)


def of_one_set(table: Lines) -> Iterator[Said]:
    """Counts of the same examples at several thresholds: the positives and negatives stay."""
    found = [[x for x in table.lines if role.fullmatch(x.name)] for role in ROLES]
    if any(len(lines) != 1 for lines in found):
        return
    (tp,), (fn,), (fp,), (tn,) = found
    both = (tp, fn), (fp, tn)
    sums = [Counter(a.value + b.value for a, b in filter(None, across(pair))) for pair in both]
    for (x, y), own, other in zip(both, sums, reversed(sums), strict=True):
        (usual, count), *_ = [*own.most_common(1), (0, 0)]
        if count > 1:
            written = f"{usual:,.0f} − “{x.name}”"
            cost = SAID if len(other) == 1 else NEARBY
            yield Said(y, written, lambda a, n=usual: n - a, across((x,)), cost, SUM, 1)


def joined(sign: str, lines: Sequence[Line]) -> str:
    return sign.join(f"“{line.name}”" for line in lines)


BY_NAME = ((TOTAL, total), (CUMULATED, cumulated), (MEAN, mean), (DIFFERENCE, difference))
OF_SEVERAL = (pairs, runs, of_one_set)
