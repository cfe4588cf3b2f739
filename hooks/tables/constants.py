"""Factors and summands of laws: plain ones, those of the page, and any other."""

import math
from bisect import bisect_left
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from hooks.calculation.quantity import Quantity, significant_digits
from hooks.language.wording import words
from hooks.page import RECENT, Question
from hooks.pattern import Pattern
from hooks.record import cached_property, record
from hooks.tables.grid import Span

CONSTANT = Pattern(r"(?<![\w.,^_])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:\s?%)?(?![\w^]|[.,]\d)")
MOST_CONSTANTS = 120
ROUND = 1e-9
POWERS_OF_TEN = frozenset(Fraction(10) ** power for power in (0, 2, -2, 3, -3, 1, -1, 6, -6))
FACTORS = {1: 0.0, 100: 0.3, 0.01: 0.3, 2: 0.6, 0.5: 0.6, 10: 0.6, 0.1: 0.6, 1e3: 0.6, 1e-3: 0.6}
FACTORS |= {1e6: 0.9, 1e-6: 0.9, -1: 0.6}
FACTORS |= {sign / math.log(base): 0.6 for sign in (1, -1) for base in (2, 10)}
SUMMANDS = {1: 0.0, 0: 0.0, 100: 0.3, -1: 0.6}
OF_PAGE = 0.3  # what a number of the page costs, whichever it is
OTHER_UNIT = 0.9
NARROW = 1.02  # how sure a number must be that is one of the page in another unit
UNITS = (1.0, 1.024, 1.048576, 1.073741824)

Chosen = tuple[Span, float, int]  # the number, what it costs, and how many rows it takes


@record
class Numbers:
    """The numbers of a page that a law may have, sorted."""

    values: list[float]

    @cached_property
    def cost(self) -> float:
        return math.log10(len(self.values) or 1) + OF_PAGE

    def factor(self, span: Span) -> Chosen:
        return self.chosen(span, FACTORS)

    def summand(self, span: Span) -> Chosen:
        return self.chosen(span, SUMMANDS)

    def chosen(self, span: Span, plain: Mapping[float, float]) -> Chosen:
        """The number of a span that is taken."""
        low, high = span[0] - ROUND * abs(span[0]), span[1] + ROUND * abs(span[1])
        known = [(cost, number) for number, cost in plain.items() if low <= number <= high]
        if known:
            cost, number = min(known)
            return (float(number), float(number)), cost, 0
        if found := self.between(low, high):
            return (found, found), self.cost, 0
        if low > 0 and high < low * NARROW and (found := self.in_other_unit(low, high)):
            return (found, found), self.cost + OTHER_UNIT - OF_PAGE, 0
        return span, 0.0, 1

    def between(self, low: float, high: float) -> float | None:
        at = bisect_left(self.values, low)
        return self.values[at] if at < len(self.values) and self.values[at] <= high else None

    def in_other_unit(self, low: float, high: float) -> float | None:
        """A number of the page in another unit: 4.8e10 for 48 GB, 2.1e7 for 20 GiB."""
        for unit in UNITS:
            power = math.floor(math.log10(low / unit))
            for scale in (unit * 10.0 ** (power - less) for less in range(3)):
                if found := self.between(low / scale, high / scale):
                    return found * scale
        return None


def numbers_of(page: Question) -> Numbers:
    """The numbers in a page's prose, and what they are as divisors."""
    values = set(map(float, constants_of(page)))
    return Numbers(sorted(values | {1 / value for value in values if value}))


@lru_cache(maxsize=RECENT)
def constants_of(page: Question) -> tuple[Fraction, ...]:
    """The numbers in a page's prose that a column may be multiplied with, or divided by."""
    said = (
        found[0]
        for b in page.blocks
        if b.is_prose
        for found in CONSTANT.finditer(words(str(b.text)))
    )
    written = {text: Quantity.written(text).value for text in said}
    telling = (n for text, n in written.items() if "%" in text or significant_digits(text) > 1)
    kept = (n for n in dict.fromkeys(telling) if n and n not in POWERS_OF_TEN)
    return tuple(kept)[:MOST_CONSTANTS]
