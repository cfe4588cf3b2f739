"""Numbers as stand-ins: "an AUC of 0.85 … 85% of the patients" gives one number two meanings.

Whoever mistakes one quantity for another mostly repeats its value, as it stands or as what is left
of one: "p = 0.077, so B is better with 92.3%".
"""

import re
from itertools import combinations

from hooks.pattern import Pattern

SHARE = Pattern(
    r"(?<![\w.,])(?:(?P<percent>\d+(?:[.,]\d+)?)%|(?P<decimal>0?[.,]\d+)"
    r"|(?P<part>[1-9]\d*) (?:out )?of (?:every )?(?P<whole>[1-9]\d*))(?![\w.,]\d)"
)
CLOSE = 0.0055  # shares that are the same if one is rounded to whole percents
NUMBER = Pattern(r"(?<![\w.,])(?P<number>[−-]?\d*[.,]?\d+) ?(?P<percent>%?)(?![\w.,]?\d)")
ROUNDED = 0.15  # how far, relative to it, a small share may be rounded


def agree(said: str) -> bool:
    """Whether two of the shares that a text names are equal or add up to one, or it has no two."""
    shares = [share for found in SHARE.finditer(said) if 0 < (share := value(found)) < 1]
    return len(shares) < 2 or any(
        abs(one - other) < CLOSE or abs(one + other - 1) < CLOSE
        for one, other in combinations(shares, 2)
    )


def value(found) -> float:
    """A share as a number between 0 and 1."""
    if found["percent"]:
        return float(found["percent"].replace(",", ".")) / 100
    if found["decimal"]:
        return float(found["decimal"].replace(",", "."))
    return int(found["part"]) / int(found["whole"])


def repeats(said: str, before: str, role: re.Pattern[str]) -> bool:
    """Whether a text repeats all numbers that have a role in what stands before it.

    role: a pattern whose groups are the numbers. A single one may also be what is left of one.
    """
    known = [number(found) for found in NUMBER.finditer(said)]
    return any(
        all(is_among(number(NUMBER.match(part)), known, len(found.groups()) == 1) for part in parts)
        for found in role.finditer(before)
        if (parts := [part for part in found.groups() if part and NUMBER.match(part)])
    )


def is_among(one: float, known: list[float], is_share: bool) -> bool:
    """Whether a number is one of some others, as a percentage too, or with it adds up to one."""
    for other in known:
        close = min(ROUNDED * abs(one), CLOSE) if is_share else CLOSE * abs(one)
        if abs(one - other) <= close or (not is_share and abs(one - 100 * other) <= close):
            return True
        if is_share and 0 < one < 1 and abs(one + other - 1) < CLOSE:
            return True
    return False


def number(found: re.Match[str]) -> float:
    """A number as it stands, a percentage as a share."""
    one = float(found["number"].replace("−", "-").replace(",", "."))
    return one / 100 if found["percent"] else one
