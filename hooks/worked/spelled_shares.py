"""Shares as texts write them, in figures or in words: "80 %", "0.2", "1/4", "two fifths", "a half".

Each is read with its place, so that what is said of several can be summed: "two fifths come from
phones, a quarter from tablets, the remaining 35 % from desktops".
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from hooks.calculation.quantity import Quantity
from hooks.pattern import Pattern
from hooks.worked.stated import COUNT_WORDS, NUMERAL, Stated, numbers

PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20,
}  # fmt: skip
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TEN = {word: ten for ten, word in zip(range(20, 100, 10), TENS.split(), strict=True)}
SPELLED = ("half", "halves", "third", "quarter", "fourth", "fifth", "sixth", "seventh", "eighth",
           "ninth", "tenth", "twelfth", "twentieth", "percent", "per cent")  # fmt: skip
WORDED = Pattern(
    rf"""(?<![\w-])(?:
      (?:(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|eleven)[\s-]
        |(?P<rest>remaining|other)\s)(?P<part>halves|half|(?:{"|".join(list(PARTS)[2:])})s?)
      | (?<!first\s)(?<!second\s)(?<!last\s)(?P<half>half)
      | (?:(?P<tens>{"|".join(TEN)})(?:[\s-](?P<ones>{"|".join(list(NUMERAL)[1:10])}))?
          |(?P<small>{COUNT_WORDS}))\s+per\s?cent
    )(?![\w-])(?!\s+(?:as|an?|again|more|less|hour|year|day|century|dozen|points?)\b)""",
    re.X | re.I,
)


@lru_cache(maxsize=256)
def shares(plain: str) -> tuple[Stated, ...]:
    """The shares of a text in their order: percentages, decimals and fractions from 0 to 1."""
    found = [n for n in numbers(plain) if is_share(n)]
    lower = plain.lower()
    if any(word in lower for word in SPELLED):
        found += worded(plain)
    return tuple(sorted(found, key=lambda share: share.start))


def is_share(number: Stated) -> bool:
    is_fraction = "." in number.written or "/" in number.written
    return 0 <= number.value <= 1 and (number.is_percent or is_fraction)


def worded(plain: str) -> Iterator[Stated]:
    for found in WORDED.finditer(plain):
        start = found.start("part") if found["rest"] else found.start()
        text = plain[start : found.end()]
        if found["part"] or found["half"]:
            part = (found["part"] or found["half"]).lower()
            below = PARTS.get(part) or PARTS[part.removesuffix("s")]
            above = NUMERAL.get((found["count"] or "").lower(), 1)
            value = Fraction(above, below)
        else:
            small, tens = (found["small"] or "").lower(), (found["tens"] or "").lower()
            ones = NUMERAL.get((found["ones"] or "").lower(), 0)
            value = Fraction(NUMERAL[small] if small else TEN[tens] + ones, 100)
        if value <= 1:
            yield Stated(Quantity.of(value, text), start, found.end(), text)


def are_alike(given: Sequence[Stated]) -> bool:
    """Whether they may be added up: not percentages with decimals."""
    decimals = ["." in share.written and not share.is_percent for share in given]
    return all(decimals) or not any(decimals)
