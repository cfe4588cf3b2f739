"""Amounts of data or time that are said again in another unit: "720 MB/s, or 5.76 Gbit/s",
"39,438 s (11 hours)", "4,800 seconds, i.e. 80 minutes".

The first may be a result or a given; of two amounts that are far apart, and not by the factor of
two units, one is of something else.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from hooks.calculation.quantity import Quantity, magnitude, shown
from hooks.calculation.units import known
from hooks.language.sentences import Sentence, sentences
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import record

KILO = (1000, 1024)
BITS = {
    f"{prefix}{name}": Fraction(1000**power, 8)
    for power, prefix in enumerate(("k", "M", "G", "T"), 1)
    for name in ("bit", "bits", "b", "bps")
}
NAMES = "|".join(
    sorted({*BITS, *(name for name, unit in known().items() if unit.kind in ("data", "time"))})[
        ::-1
    ]
)
AMOUNT = (
    r"(?<![\w.,/])(?P<number{0}>\d+(?:,\d{{3}})*(?:\.\d+)?)\s?"
    rf"(?P<unit{{0}}>{NAMES})(?P<rate{{0}}>/s)?(?![\w/²^])"
)
ABOUT = r"(?:(?:about|roughly|approximately|around|nearly|almost|just|only)\s|[≈~]\s?)?"
RESTATED = Pattern(
    AMOUNT.format(1)
    + r"(?:(?P<bracket>\s\((?:i\.e\.\s|or\s|=\s?)?)|,\s(?:that\sis|that['’]s|which\sis),?\s"
    + r"|,?\si\.e\.,?\s|(?P<or>,?\sor\s))"
    + ABOUT
    + AMOUNT.format(2)
    + r"(?(bracket)(?=\s?[),;]))(?!\s\d)"
)
QUICK = Pattern(r"\d\s?[a-zA-Zµμ/]{1,12}(?:,?\s(?:or|i\.e|that|which)|\s\()")
FEWEST_DIGITS = 4  # of two amounts with "or", which otherwise may be alternatives: 1 h or 30 min
FAR = 15  # times as much
SLIPS = (60, 3600, 64, 1000)  # by which amounts of one thing differ all the same: 8 the wrong way
NEAR = Fraction(1, 100)


@record
class Restated:
    """An amount that is not the one which is said before it."""

    sentence: Sentence
    found: re.Match[str]
    right: Fraction

    @property
    def position(self) -> tuple[int, int]:
        return self.sentence.text.position(self.found.start("number2"))

    @property
    def message(self) -> str:
        one, other = (
            f"{self.found[f'number{n}']} {self.found[f'unit{n}']}{self.found[f'rate{n}'] or ''}"
            for n in (1, 2)
        )
        unit = other.partition(" ")[2]
        return f"{one} is {shown(self.right)} {unit}, not {other}"


def restated(page: Question) -> Iterator[Restated]:
    """The amounts of a page that are said again wrongly."""
    for sentence in sentences(page):
        if sentence.has_digit and QUICK.search(sentence.plain):
            for found in RESTATED.finditer(sentence.plain):
                right = contradicted(found)
                if right is not None and not sentence.is_of_mistakes:
                    yield Restated(sentence, found, right)


def contradicted(found: re.Match[str]) -> Fraction | None:
    """What the second amount should be, if it is another one of the same thing."""
    if kind_of(found, 1) != kind_of(found, 2) or scales(found, 1) == scales(found, 2):
        return None
    if found["or"] and sum(len(found[f"number{n}"].strip("0,.")) for n in (1, 2)) < FEWEST_DIGITS:
        return None
    one, other = (Quantity.written(found[f"number{n}"]) for n in (1, 2))
    if not one.value or not other.value:
        return None
    ratios = [a / b for a in scales(found, 1) for b in scales(found, 2)]
    claimed = other.rounded() if other.exact else other
    given = one.rounded() if one.exact and magnitude(one.value) > 0 else one
    if any(given.low * r <= claimed.high and claimed.low <= given.high * r for r in ratios):
        return None
    right = one.value * ratios[0]
    times = max(right, other.value) / min(right, other.value)
    is_slip = any(abs(times / slip - 1) <= NEAR for slip in SLIPS)
    return right if times <= FAR or is_slip else None


def kind_of(found: re.Match[str], number: int) -> tuple[str, bool]:
    """What an amount measures, and whether it is a rate."""
    unit = found[f"unit{number}"]
    kind = "data" if unit in BITS else known()[unit].kind
    return kind, bool(found[f"rate{number}"]) or unit.endswith("bps")


def scales(found: re.Match[str], number: int) -> list[Fraction]:
    """How many bytes or seconds its unit may be."""
    unit = found[f"unit{number}"]
    return [BITS[unit]] if unit in BITS else [known()[unit].scale(kilo) for kilo in KILO]
