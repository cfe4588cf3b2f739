"""Numbers as stand-ins: "an AUC of 0.85 … 85% of the patients" gives one number two meanings.

Whoever mistakes one quantity for another mostly repeats its value, as it stands or as what is left
of one: "p = 0.077, so B is better with 92.3%".
"""

from itertools import combinations

from hooks.pattern import Pattern

SHARE = Pattern(
    r"(?<![\w.,])(?:(?P<percent>\d+(?:[.,]\d+)?)%|(?P<decimal>0?[.,]\d+)"
    r"|(?P<part>[1-9]\d*) (?:out )?of (?:every )?(?P<whole>[1-9]\d*))(?![\w.,]\d)"
)
CLOSE = 0.0055  # shares that are the same if one is rounded to whole percents


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
