"""Quotients and products that names say: rates, X per Y, costs, squares, metrics."""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from hooks.pattern import Pattern
from hooks.tables.lines import Line, Lines
from hooks.tables.quotients import ADJUSTED
from hooks.tables.rates import RATE
from hooks.tables.said_law import NEARBY, OF_CASES, ROLES, SAID, TOTAL, Said, across, is_added, law

PLAIN = Pattern(  # a share of whatever stands beside it
    r"%|\b(?:rate|share|proportion|fraction|percent\w*|CTR|conversion|prevalence)\b|^p$", re.I
)
NORMALIZED = Pattern(r"posterior|normali|\bshare\b|\bweight|softmax", re.I)
PRODUCT = Pattern(r"product|cost|revenue|amount|total|expected|weighted|contribution|profit", re.I)
PER = Pattern(
    r"(?P<over>.+?)(?: per |\s?/\s?)(?:(?P<scale>1[,.]?000|100) )?(?P<under>.+?)(?: \(.*\))?", re.I
)
TIME = Pattern(r"s|sec(?:onds?)?|min(?:utes?)?|h|hours?|days?", re.I)
OF_TIME = Pattern(r"\btime\b|\bms\b|second|minute|hour|duration|latency|\bdays?\b|\bt\b", re.I)
SQUARED = Pattern(r"squared?\b|²", re.I)


def share(a: float, b: float) -> float:
    return a / (a + b)


P = Pattern(r"P|prec(?:ision|\.)?|PPV", re.I)
R = Pattern(r"R|rec(?:all|\.)?|TPR|sensitivity", re.I)
F1 = Pattern(r"F[\s_-]?[1₁](?:[- ]score)?", re.I)
FPR = Pattern(r"FPR|false[- ](?:positive|alarm) rate", re.I)
FNR = Pattern(r"FNR|false[- ]negative rate|miss(?:ed)? rate", re.I)
TNR = Pattern(r"TNR|specificity", re.I)
ACCURACY, ERROR = Pattern(r"acc(?:uracy|\.)?", re.I), Pattern(r"error(?: rate)?", re.I)
TP, FN, FP, TN = ROLES
SCORES = (
    (F1, (P, R), "2·P·R/(P + R)", lambda p, r: 2 * p * r / (p + r)),
    (P, (TP, FP), "TP/(TP + FP)", share),
    (R, (TP, FN), "TP/(TP + FN)", share),
    (FPR, (FP, TN), "FP/(FP + TN)", share),
    (TNR, (TN, FP), "TN/(TN + FP)", share),
    (ERROR, (ACCURACY,), "1 − accuracy", lambda a: 1 - a),
    (FNR, (R,), "1 − recall", lambda a: 1 - a),
    (FPR, (TNR,), "1 − specificity", lambda a: 1 - a),
)
SCALES = (1.0, 100.0)
UNITS_OF_TIME = (1.0, 1000.0, 60.0, 3600.0)


def rate(table: Lines, line: Line) -> Iterator[Said]:
    """The quotient of two counts, or a count's share of both; the nearest two are the likeliest."""
    if ADJUSTED.search(line.name):
        return
    counts = [x for x in table.others(line) if x.are_counts and is_added(x)]
    before = [x for x in table.before(line) if x in counts][-2:]
    found = [(x, y) for x, y in permutations(counts, 2) if is_part(x, y)]
    is_plain = PLAIN.search(line.name) is not None
    for x, y in found:
        if x in before and y in before and (is_plain or len(counts) == 2):
            yield from quotient(line, x, y, NEARBY)
        elif is_plain:
            yield from quotient(line, x, y, NEARBY + math.log10(len(found)))
    if len(before) == 2 and is_plain:
        for x, y in (before, reversed(before)):
            cost = NEARBY if x is before[0] else 2 * NEARBY
            written = f"“{x.name}”/(“{x.name}” + “{y.name}”)"
            yield law(line, written, share, (x, y), cost)


def normalized(table: Lines, line: Line) -> Iterator[Said]:
    """The share that each number of another line has of their sum."""
    places = [at for at, name in enumerate(table.places) if not TOTAL.fullmatch(name)]
    bases = [x for x in table.lines if x is not line and all(x.entries[at] for at in places)]
    for base in bases:
        inputs = tuple(
            (entry, *(base.entries[other] for other in places if other != at))
            if at in places
            else None
            for at, entry in enumerate(base.entries)
        )
        written = f"“{base.name}” as a share of their sum"
        cost = NEARBY + math.log10(len(bases))
        yield Said(line, written, lambda a, *others: a / (a + sum(others)), inputs, cost, fewest=2)


def is_part(x: Line, y: Line) -> bool:
    """Whether no count of a line is larger than that of another, and one is smaller."""
    both = [cells for cells in across((x, y)) if cells]
    return all(a.value <= b.value for a, b in both) and any(a.value < b.value for a, b in both)


def quotient(
    line: Line, x: Line, y: Line, cost: float, scales: Sequence[float] = SCALES
) -> Iterator[Said]:
    for scale in scales[:1] if line.are_percentages else scales:
        written = f"“{x.name}”/“{y.name}”"
        yield law(line, written, lambda a, b, k=scale: k * a / b, (x, y), cost)


def per(table: Lines, line: Line) -> Iterator[Said]:
    """X per Y; what is done in a time may have any name and unit."""
    found = PER.fullmatch(line.name)
    if not found:
        return
    ends = [best(table, line, found[name]) for name in ("over", "under")]
    scale = float((found["scale"] or "1").replace(",", "").replace(".", ""))
    if None not in ends and len({*ends}) == 2:
        yield from quotient(line, *ends, SAID, (scale,))
    elif TIME.fullmatch(found["under"]):
        times = [x for x in table.others(line) if OF_TIME.search(x.name)]
        done = [ends[0]] if ends[0] else [x for x in table.others(line) if x not in times]
        for x in done:
            for y in times:
                yield from quotient(line, x, y, NEARBY + math.log10(len(done)), UNITS_OF_TIME)


def best(table: Lines, line: Line, name: str) -> Line | None:
    """The other line that a name means, if it is one alone."""
    wanted = Line(name, ()).stems
    found = [x for x in table.others(line) if wanted and wanted <= x.stems]
    exact = [x for x in found if x.stems == wanted]
    found = exact or found
    return found[0] if len(found) == 1 else None


def product(table: Lines, line: Line) -> Iterator[Said]:
    """The product of two other lines."""
    others = table.others(line)
    found = list(combinations(others, 2))
    cost = NEARBY + math.log10(max(1, len(found)))
    for x, y in found:
        yield law(line, f"“{x.name}” · “{y.name}”", lambda a, b: a * b, (x, y), cost, OF_CASES, 2)


def square(table: Lines, line: Line) -> Iterator[Said]:
    """The square of another line."""
    others = [x for x in table.others(line) if x.stems & line.stems or x.name in line.name]
    for x in others:
        yield law(line, f"“{x.name}”²", lambda a: a * a, (x,), math.log10(len(others)), OF_CASES, 2)


def scores(table: Lines) -> Iterator[Said]:
    """Metrics beside what they follow from: F1, and what two of the four counts give."""
    for name, given, written, value in SCORES:
        found = [[x for x in table.lines if one.fullmatch(x.name)] for one in (name, *given)]
        if all(len(lines) == 1 for lines in found):
            (target,), *inputs = found
            yield law(target, written, value, [x for (x,) in inputs], SAID)


BY_NAME = (
    (NORMALIZED, normalized),
    (RATE, rate),
    (PER, per),
    (SQUARED, square),
    (PRODUCT, product),
)
OF_SEVERAL = (scores,)
