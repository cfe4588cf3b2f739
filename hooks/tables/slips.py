"""How a number may have been written by mistake: every text that one slip makes of it."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from hooks.record import record
from hooks.tables.grid import Entry
from hooks.tables.laws import Law, Place

FEWEST_DIGITS = 2
MUCH = 0.3
LESS_SURE = 0.3  # that a number is ten times too large
SURE = (0.0, 0.0, 0.7, 1.4, 2.0, 2.6, 3.0)  # what a slip is worth, by how many digits there are


@record
class Slip:
    """A column and row, the number that should stand there, and how much it tells."""

    column: int
    row: int
    right: float
    worth: float


def meant(entry: Entry) -> Iterator[float]:
    """The numbers that a slip of the fingers may have made this one of."""
    text = entry.written
    worth = entry.value / (plain_value(text) or 1) if plain_value(text) else 1.0
    digits = [at for at, c in enumerate(text) if c.isdecimal()]
    for at in digits:
        for digit in "0123456789":
            if digit != text[at]:
                yield plain_value(text[:at] + digit + text[at + 1 :]) * worth
    for at, after in pairwise(digits):
        if text[at] != text[after]:
            swapped = list(text)
            swapped[at], swapped[after] = text[after], text[at]
            yield plain_value("".join(swapped)) * worth


def plain_value(text: str) -> float:
    digits = "".join(c for c in text if c.isdecimal() or c == ".")
    try:
        value = float(digits)
    except ValueError:
        return 0.0
    return -value if text[:1] in "-−–" else value


def multiples(entry: Entry) -> Iterator[float]:
    for times in (10, 100, 1000):
        yield entry.value * times
        yield entry.value / times


def slip(law: Law, rows: Sequence[int], sound: Collection[int]) -> Slip | None:
    """The number that obeys but for a slip, in the first of some rows that break a law.

    sound: columns whose numbers are known to be right.
    """
    places = [(law.target, rows[0]), *((at, rows[0] - above) for at, above in law.inputs)]
    found = [slip_at(law, rows, place) for place in places if place[0] not in sound]
    return max(filter(None, found), key=lambda one: one.worth, default=None)


def slip_at(law: Law, rows: Sequence[int], place: Place) -> Slip | None:
    """What the number at a place should be, if that is but a slip away."""
    column, row = place
    entry = law.columns[column].entries[row]
    digits = sum(c.isdecimal() for c in entry.written.lstrip("-−–0.,"))
    if digits < FEWEST_DIGITS:
        return None
    worth = SURE[min(digits, entry.digits + 1, len(SURE) - 1)]
    for values, less in ((meant(entry), 0.0), (multiples(entry), LESS_SURE)):
        away = {value: max(law.away(r, {place: value}) for r in rows) for value in values}
        nearest = min(away, key=away.__getitem__, default=0.0)
        if away and away[nearest] < 1 and matters(law, rows, place, nearest):
            return Slip(column, row, nearest, worth - less)
    return None


def matters(law: Law, rows: Sequence[int], place: Place, value: float) -> bool:
    """Whether quite another number would not do as well."""
    others = (value * (1 + MUCH), value * (1 - MUCH))
    return not any(law.obeyed(row, {place: other}) for row in rows for other in others)
