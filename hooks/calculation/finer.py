"""What the numbers of a page may be the rounding of: another number of it with more digits, or one
that is no whole number where it says "about 143".
"""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hooks.calculation.quantity import significant_digits
from hooks.page import Question
from hooks.pattern import Pattern

DECIMAL = Pattern(r"(?<![\w.,])\d*\.(\d{3,8})(?![\d.]*\d)(\s?\\?%)?")
ABOUT = Pattern(
    r"(?:\b(?:about|roughly|around|approximately|some)\s|[≈~]\s?)(\d{1,3}(?:,\d{3})+|\d{3,9})(?![\d.,]*\d)"
)
HALF = Fraction(1, 2)
SHOWN = 2  # digits of a rounded number that are enough to know it by


def finer_numbers(page: Question) -> dict[Fraction, list[Fraction]]:
    """The numbers with more digits by what they round to: 0.006492 by 0.0065."""
    found: dict[Fraction, list[Fraction]] = {}
    for match in DECIMAL.finditer(page.source):
        written = match[0].rstrip("%\\ ")
        scale = 100 if match[2] else 1
        for places in range(len(match[1]) - 1, 0, -1):
            shorter = Decimal(written).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
            if significant_digits(str(shorter)) < SHOWN or shorter == int(shorter):
                break
            found.setdefault(Fraction(shorter) / scale, []).append(Fraction(written) / scale)
    for match in ABOUT.finditer(page.source):
        number = Fraction(match[1].replace(",", ""))
        found.setdefault(number, []).extend((number - HALF, number + HALF))
    return found
