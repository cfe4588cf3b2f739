"""What a line of a table holds by its name: the law, and what all such laws know of names."""

import math
import re
from collections.abc import Callable, Sequence

from hooks.pattern import Pattern
from hooks.record import record
from hooks.tables.forms import applied
from hooks.tables.grid import Entry, Span
from hooks.tables.lines import Line
from hooks.worked.totals_of_cells import NO_SUM

TOTAL = Pattern(r"\W*(?:(?:grand |in )?(?:total|sum|all)s?|overall|both|together|Σ|∑)\W*", re.I)
NOT_ADDED = Pattern(rf"{NO_SUM.pattern}|share|%", re.I)
ROLES = tuple(Pattern(rf"(?:.*\W)?{role}s?(?:\W.*)?") for role in ("TP", "FN", "FP", "TN"))
SAID, NEARBY, UNNAMED = 0.0, 0.3, 1.0  # what choosing a law costs, besides how many there are
SUM, DISTANCE, OF_CASES, OF_ALL = "sum", "distance", "of cases", "of all"

Inputs = tuple[tuple[Entry, ...] | None, ...]  # place by place


@record
class Said:
    """What a line holds: a value of numbers of the table, place by place.

    cost: in powers of ten, of how many laws it was chosen. kind: a SUM, a DISTANCE of two, which
    may be the other way round, OF_CASES alone, not of their total, or OF_ALL. told: of places, how
    many it needed to be known. fewest: of places that must agree.
    """

    target: Line
    written: str
    value: Callable[..., float]
    inputs: Inputs
    cost: float = SAID
    kind: str = OF_ALL
    told: int = 0
    fewest: int = 1

    def span(self, place: int) -> Span | None:
        """What the line holds in a place, as the numbers may have been rounded."""
        inputs = self.inputs[place]
        if inputs is None:
            return None
        values = [entry.value for entry in inputs]
        middle, room = applied(self.value, *values), 0.0
        for at, entry in enumerate(inputs):
            if not entry.exact:
                moved = applied(self.value, *values[:at], entry.high, *values[at + 1 :])
                room += abs(moved - middle)
        return None if math.isnan(room) or math.isnan(middle) else (middle - room, middle + room)


def law(
    line: Line,
    written: str,
    value: Callable[..., float],
    inputs: Sequence[Line],
    cost: float,
    kind: str = OF_ALL,
    fewest: int = 1,
) -> Said:
    return Said(line, written, value, across(inputs), cost, kind, fewest=fewest)


def across(lines: Sequence[Line]) -> Inputs:
    entries = zip(*(line.entries for line in lines), strict=True)
    return tuple(None if None in cells else cells for cells in entries)


def is_added(line: Line) -> bool:
    return not NOT_ADDED.search(line.name) and not line.are_percentages
