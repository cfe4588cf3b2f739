"""The quotients that a column of rates may be: of two columns, of rows, of sums, of one number."""

import math
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, pairwise, permutations

from hooks.pattern import Pattern
from hooks.record import record
from hooks.tables.grid import Column, Entry

CUMULATED = Pattern(r"cumul|so far|up to|running|\bgains?\b|captur|reached", re.I)
OF_CLASS = Pattern(r"\b[TF]PR\b|\b(?:recall|sensitivity|positive rate)\b", re.I)
COMPARED = Pattern(r"\b(?:lift|index|relative|ratio|times)\b", re.I)
ADJUSTED = Pattern(  # no plain quotient or sum
    r"adjust|smooth|standardi|weighted|normali|predicted|balanced|corrected|shrunk|rolling"
    r"|discount|decay|average|\bmean\b|\bwindow",
    re.I,
)
LARGEST_POWER, SMALLEST_POWER = 9, -6

Parts = tuple[tuple[Entry, ...], tuple[Entry, ...]] | None  # numerator and denominator of a row


@record
class Way:
    """How a rate may follow: in each row the sums that are divided, or a number that divides.

    numerator: the head of the column that is divided. whole: the number that divides in all rows.
    is_across: numbers of several rows are used.
    """

    parts: tuple[Parts, ...]
    numerator: str
    is_across: bool = False
    whole: Fraction | None = None
    scale: int = 1

    def bounds(self, row: int) -> tuple[float, float] | None:
        """The least and the greatest value in a row, as its numbers may have been rounded."""
        if not self.parts[row]:
            return None
        over, under = self.parts[row]
        low, high = limits(over)
        least, most = (float(self.whole),) * 2 if self.whole else limits(under)
        if low < 0 or least <= 0:
            return None
        return low / most * self.scale, high / least * self.scale

    @property
    def law(self) -> tuple:
        return self.parts, self.whole

    def numerator_of(self, row: int) -> float:
        return limits(self.parts[row][0])[0]

    def denominator_of(self, row: int) -> float:
        return float(self.whole) if self.whole else limits(self.parts[row][1])[0]

    def written(self, row: int) -> str:
        over, under = self.parts[row]
        divisor = f"{float(self.whole):,.10g}" if self.whole else sum_of(under)
        times = "" if self.scale == 1 else f" × {self.scale}"
        return f"{sum_of(over)}/{divisor}{times}"


def limits(entries: Sequence[Entry]) -> tuple[float, float]:
    if len(entries) == 1:
        return entries[0].span
    return sum(entry.span[0] for entry in entries), sum(entry.span[1] for entry in entries)


def sum_of(entries: Sequence[Entry]) -> str:
    written = " + ".join(entry.written for entry in entries)
    return f"({written})" if len(entries) > 1 else written


def ways_to(target: Column, counts: Sequence[Column], others: Sequence[Column]) -> Iterator[Way]:
    """The quotients that may give a column; those without denominators are of one number."""
    for x, y in permutations(counts, 2):
        yield Way(quotients(x, y), x.head)
        yield Way(tuple(pair(a, (a, b)) for a, b in zip(x.entries, y.entries, strict=True)), x.head)
    for x in others if COMPARED.search(target.head) else counts:
        yield Way(tuple(pair(a, ()) for a in x.entries), x.head, is_across=True)
    for x in filter(is_falling, counts):
        parts = [pair(a, (b,)) for a, b in zip(x.entries, (None, *x.entries), strict=False)]
        yield Way(tuple(parts), x.head, is_across=True)
    yield from cumulated(target, [column for column in counts if None not in column.entries])


def cumulated(target: Column, counts: Sequence[Column]) -> Iterator[Way]:
    """Quotients of sums down to each row, of all at first."""
    is_cumulated = CUMULATED.search(target.head)
    if not is_cumulated and not OF_CLASS.search(target.head):
        return
    sums = [[*accumulate((entry,) for entry in column.entries)] for column in counts]
    for x, over in zip(counts, sums, strict=True):
        yield Way(tuple((one, over[-1]) for one in over), x.head, is_across=True)
        for under in sums if is_cumulated else ():
            if under is not over:
                yield Way(tuple(zip(over, under, strict=True)), x.head, is_across=True)


def quotients(x: Column, y: Column) -> tuple[Parts, ...]:
    return tuple(pair(a, (b,)) for a, b in zip(x.entries, y.entries, strict=True))


def pair(over: Entry | None, under: tuple[Entry | None, ...]) -> Parts:
    return None if over is None or None in under else ((over,), under)


def weighted_means(
    values: Sequence[Entry | None], weights: Sequence[Sequence[Entry | None]], rows: Sequence[int]
) -> Iterator[float]:
    """The means of a column over some rows by each of other columns."""
    for column in weights:
        pairs = [(values[row], column[row]) for row in rows if values[row] and column[row]]
        total = sum(weight.value for _, weight in pairs)
        if len(pairs) == len(rows) and total > 0:
            yield sum(entry.value * weight.value for entry, weight in pairs) / total


def is_falling(column: Column) -> bool:
    """Whether counts never grow from one row to the next, as in a funnel."""
    values = [entry.value for entry in column.entries if entry]
    return all(one >= other for one, other in pairwise(values))


def is_share(part: Parts) -> bool:
    return part is None or limits(part[0]) <= limits(part[1])


def common_divisor(spans: Sequence[tuple[float, float]]) -> Fraction | None:
    """The roundest number that lies in all of several spans, or in all but one."""
    for start, _ in spans:
        inside = [span for span in spans if span[0] <= start <= span[1]]
        if len(inside) > 1 and len(inside) >= len(spans) - 1:
            return roundest(Fraction(start), Fraction(min(high for _, high in inside)))
    return None


def roundest(low: Fraction, high: Fraction) -> Fraction:
    """The number between two others with the fewest digits."""
    for power in range(LARGEST_POWER, SMALLEST_POWER, -1):
        unit = Fraction(10) ** power
        value = math.ceil(low / unit) * unit
        if value and value <= high:
            return value
    return low
