"""Numbers in cells, of which the last is said to be the total of the others."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.language.wording import words
from hooks.page import Text
from hooks.pattern import Pattern
from hooks.worked.parts import Whole
from hooks.worked.stated import Stated, cell_number, in_percent, numbers

TOTAL = Pattern(
    r"\s*(?:(?:grand\s+)?(?:total|sum|Σ|∑|\\sum)s?|overall|altogether|together|(?:in\s+)?all"
    r"|(?:per|whole|entire|one)\s+(?:\w+\s+)?(?:layer|block|model|network))\s*:?\s*(?:\((?:n|%)\))?\s*",
    re.I,
)
PARTIAL = Pattern(
    r"sub-?total|of\s+which|thereof|includ|cumul|running|average|mean\b|^\s*[-–—→↳]"
    r"|\bper\s+(?:block|layer|head|unit|item|piece|user|day|month)\b"
    r"|^\W*(?:top|first|best|up\s+to|within|at\s+most|at\s+least)\b|^\W*[≤<≥>]",
    re.I,
)
# Columns whose total is no sum.
NO_SUM = Pattern(
    r"rate|ratio|avg|average|mean|median|\bmax|\bmin|accura|precision|recall|score|\bF1"
    r"|AUC|cumul|price|\bper\b|year"
    r"|\bage\b|speed|latency|\bp\d\d|error|std|deviation|index|rank|lift|\bid\b|\bk\b"
    r"|weight(?:ed)?\b|probab|\bΔ|diff|change"
    r"|faster|slower|\bmore\b|\bless\b|higher|lower|better|worse|rounded|unique|distinct"
    r"|throughput|efficien|utili|coverage|growth|margin|%\s+(?:pos|neg|fraud|click)|shape"
    r"|size",
    re.I,
)


def summed(cells: Sequence[Text], head: str, what: str, is_sum: bool = False) -> Iterator[Whole]:
    """Numbers and, in the last cell, what they sum to.

    is_sum: the last cell is known to hold a sum, and neither a mean nor the largest.
    """
    read = [cell_number(cell) or computed(cell) for cell in cells]
    if None in read or NO_SUM.search(head) or PARTIAL.search(head):
        return
    *parts, total = [in_percent(n) if "%" in head else n for n in read]
    if any(n.is_percent != total.is_percent or n.value < 0 for n in parts) or len(parts) < 2:
        return
    if not total.value or (total.value <= max(n.value for n in parts) and not is_sum):
        return  # a mean, or the largest
    size = sum(n.value for n in parts) / total.value
    if total.is_percent and total.value != 1:
        return
    if Fraction(1, 2) <= size <= 2 and not are_nested(parts, total):
        is_rounded = not total.is_percent and any(n.unit < total.unit for n in [*parts, total])
        own = total.unit / 2 if is_rounded or not total.quantity.exact else Fraction(0)
        own = Fraction(0) if total.is_percent else own
        allowed = sum((n.unit / 2 for n in parts if not n.quantity.exact), own)
        pairs = tuple(zip(cells[:-1], parts, strict=True))
        yield Whole(cells[-1], tuple(parts), total.value, total, what, cells[-1], allowed, pairs)


def are_nested(parts: Sequence[Stated], total: Stated) -> bool:
    """Whether the first parts come to one of their own, and the others to the total: matrices,
    vectors, one layer; 12 layers, embeddings."""
    values = [part.value for part in parts]
    return any(
        sum(values[: at - 1]) == values[at - 1] and sum(values[at:]) == total.value
        for at in range(2, len(values))
    )


RESULT = Pattern(r"[\d\s.,()+×·*/^−–-]*\d[\d\s.,()+×·*/^−–-]*=\s*(?P<number>\d[\d,]*(?:\.\d+)?)\s*")


def computed(cell: Text) -> Stated | None:
    """What a cell's calculation comes to: "40·128 + 128 = 5,248"."""
    plain = words(cell.content)
    found = RESULT.fullmatch(plain) if "=" in plain else None
    return next((n for n in numbers(plain) if found and n.start == found.start("number")), None)
