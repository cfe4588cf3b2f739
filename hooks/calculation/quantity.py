"""Written numbers and what they claim, exactly.

A number that was written down claims an interval: `0.22` says that the value lies in
[0.215, 0.225], and so does `22 %`. An integer taken as a count and a value computed from exact
numbers claim themselves alone. Everything is a fraction: no float rounds in between.
"""

import re
from fractions import Fraction
from functools import lru_cache

from hooks.pattern import Pattern
from hooks.record import cached_property, record

THIN_SPACES = "\u00a0\u2007\u2009\u202f"
MINUS = "\u2212\u2013-"  # the hyphen stands last, as a class of characters wants it
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
LARGEST_EXPONENT = 300

GROUPED = rf"\d{{1,3}}(?:[,{THIN_SPACES}]\d{{3}})+(?!\d)"
DIGITS = rf"(?:(?:{GROUPED}|\d+)(?:\.\d+)?|\.\d+)"
TEN_TO = r"\s*(?:[×·x*]|\\times|\\cdot)\s*10(?:\^\{?(?P<power>[-−+]?\d+)\}?|(?P<super>[⁰¹²³⁴-⁹⁻]+))"
NUMBER = Pattern(
    rf"(?P<sign>[+{MINUS}]?)\s?(?P<digits>{DIGITS})"
    rf"(?:[eE](?P<e>[-−+]?\d+)|{TEN_TO})?"
    rf"(?:\s*(?P<percent>%|\\%|percent\b|per cent\b))?"
)


@record
class Quantity:
    """A number and the closed interval [low, high] in which it claims to lie.

    exact: nobody rounded it: a count, `10/45`, or a computed value; low and high then differ by
    the error of the computation at most (sqrt, log), and not at all for fractions.
    text: how it was written.
    """

    low: Fraction
    high: Fraction
    exact: bool
    text: str

    @classmethod
    def of(cls, value: Fraction | int, text: str = "") -> "Quantity":
        """An exact value."""
        value = Fraction(value)
        return cls(value, value, True, text or shown(value))

    @classmethod
    def written(cls, text: str) -> "Quantity":
        """What one literal claims: `0.22`, `1,792`, `22.2 %`, `1e-3`, `3.2 × 10^-4`.

        An integer is taken as a count and exact; an integer percentage is rounded to one percent.
        Raises ValueError if `text` is not one number.
        """
        return _written(text)

    @cached_property
    def value(self) -> Fraction:
        """The middle of the interval: the number as it stands."""
        return (self.low + self.high) / 2

    def rounded(self) -> "Quantity":
        """The same written number taken as rounded to its last digit that is not a zero.

        `1,792` claims [1791.5, 1792.5] then, and `40,000` claims [35,000, 45,000].
        """
        unit = (self.high - self.low) or Fraction(1)
        while self.exact and self.value and (self.value / unit) % 10 == 0:
            unit *= 10
        return Quantity(self.value - unit / 2, self.value + unit / 2, False, self.text)


def agrees(a: Quantity, b: Quantity) -> bool:
    """Whether both can be the same number.

    An exact value must lie in the other's interval, ends included (0.225 may be written 0.22 or
    0.23). Two rounded numbers agree when their intervals share more than an end: 0.2 and 0.25 do,
    0.2 and 0.3 do not.
    """
    low, high = max(a.low, b.low), min(a.high, b.high)
    return low <= high if a.exact or b.exact else low < high


def shown(value: Fraction, digits: int = 4) -> str:
    """A short decimal for people: 10/45 is `0.2222`, 1792 is `1,792`, 1/10**7 is `1e-07`.

    digits: the significant digits of a number that has no short decimal form.
    """
    if value.denominator == 1 and abs(value) < 10**15:
        return f"{value.numerator:,}"
    if abs(value) >= 10**15 or abs(value) < Fraction(1, 10**4):
        return scientific(value, digits)
    if abs(value) >= 10**digits:
        return f"{round(value):,}"
    return plain_decimal(value, digits)


def shown_percent(value: Fraction, digits: int = 4) -> str:
    """The same as a percentage: 10/45 is `22.22%`."""
    return f"{shown(value * 100, digits)}%"


def rounded_like(value: Fraction, written: Quantity) -> str | None:
    """`value` rounded to the last digit of a written number, in its style: 0.67 for 0.66.

    None for scientific notation, for very large numbers, and where nothing but zeros is left.
    """
    percent = written.text.endswith("%")
    factor = 100 if percent else 1
    unit = Fraction(1) if written.exact else (written.high - written.low) * factor
    places = -magnitude(unit)
    if places < 0 or unit != Fraction(1, 10**places):
        return None
    whole = round(value * factor * 10**places)
    if not whole or abs(whole) >= 10**15:
        return None
    text = f"{abs(whole) // 10**places:,}"
    if places:
        text += f".{abs(whole) % 10**places:0{places}d}"
    return f"{'-' if whole < 0 else ''}{text}{'%' if percent else ''}"


def plain_decimal(value: Fraction, digits: int) -> str:
    """`value` to so many significant digits, without zeros at the end."""
    places = max(digits - 1 - magnitude(value), 0)
    whole = round(abs(value) * 10**places)
    text = f"{whole // 10**places:,}.{whole % 10**places:0{places}d}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 else text


def scientific(value: Fraction, digits: int) -> str:
    """`value` as 1.234e-07; exact also where a float would overflow."""
    power = magnitude(value)
    mantissa = plain_decimal(value / Fraction(10) ** power, digits)
    return f"{mantissa}e{power:+03d}"


def significant_digits(text: str) -> int:
    """How many digits a written number shows from its first that is not zero: 0.20 shows 2."""
    mantissa = re.split(r"[eE×·x*\\]", text, maxsplit=1)[0]
    digits = "".join(c for c in mantissa if c.isdecimal())
    return len(digits.lstrip("0")) or 1


def magnitude(value: Fraction) -> int:
    """The power of ten of the leading digit: 2 for 345, -3 for 0.0012, 0 for 0."""
    value = abs(value)
    if not value:
        return 0
    power = len(str(value.numerator)) - len(str(value.denominator))
    return power if value >= Fraction(10) ** power else power - 1


@lru_cache(maxsize=4096)
def _written(text: str) -> Quantity:
    value, unit = _read(text)
    if unit == 1 and value.denominator == 1:
        return Quantity.of(value, text)
    return Quantity(value - unit / 2, value + unit / 2, False, text)


JOINERS = Pattern("\u2009{2,}")  # where {,} stood between digits


def _read(text: str) -> tuple[Fraction, Fraction]:
    """The value of a literal and the unit of its last digit; raises ValueError."""
    found = NUMBER.fullmatch(JOINERS.sub("\u2009", _without_latex(text.strip())))
    if not found:
        raise ValueError(f"{text!r} is not a number")
    whole, _, decimals = re.sub(rf"[,{THIN_SPACES}]", "", found["digits"]).partition(".")
    power = found["e"] or found["power"] or (found["super"] or "0").translate(SUPERSCRIPTS)
    exponent = int(power.replace("\u2212", "-")) - (2 if found["percent"] else 0)
    if abs(exponent) > LARGEST_EXPONENT or len(whole + decimals) > LARGEST_EXPONENT:
        raise ValueError(f"{text!r} is too large or too small to check")
    last = exponent - len(decimals)
    unit = Fraction(10**last) if last >= 0 else Fraction(1, 10**-last)
    value = int(whole + decimals) * unit
    return (-value if found["sign"] and found["sign"] in MINUS else value), unit


def _without_latex(text: str) -> str:
    """LaTeX's thousands separators and signs as plain text: `1{,}792`, `1\\,792`, `22\\,\\%`."""
    if "\\" not in text and "{" not in text:
        return text
    return re.sub(r"\\[,;: ](?=\s*\\?%)|[{}]", "", text.replace("\\,", "\u2009"))
