"""What a section has stated so far of a normal distribution: means, spreads, sizes, z and levels.

They are read loosely, from anywhere before in the section, and any of them may belong together.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from statistics import NormalDist

from hooks.language.wording import words
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import Passage
from hooks.worked.slips import Slip, explained
from hooks.worked.stated import Stated, numbers

STANDARD = NormalDist()
NEAR = 200  # characters before a sentence in which its limit may stand
MOST = 8  # means, standard deviations or sizes of a section
LEVELS = (0.8, 0.9, 0.95, 0.98, 0.99, 0.999)
RULE = {1: 0.68, 2: 0.95, 3: 0.997}
NUMBER = r"[-−]?\d[\d,]*(?:\.\d+)?"

BEHIND_NAME = r"\b[^\w\d]*(?:[^\W\d]+[^\w\d]+){0,4}$"
MEAN = Pattern(rf"(?:\b(?:mean|average|averages|expect\w*|cent(?:er|re)\w*)|μ){BEHIND_NAME}", re.I)
SPREAD = Pattern(
    r"(?:\b(?:standard\s+deviation|std(?:\.|ev)?|sds?|s\.d\.|sigma|s(?=\s*=))|σ)"
    r"[^\w\d]*(?:(?!(?:mean|average|sum|total|difference)\b)[^\W\d]+[^\w\d]+){0,4}$",
    re.I,
)
MEAN_BEFORE = Pattern(
    r"\s*[a-z%µ°]{0,12}\s*(?:on\s+average\b"
    r"|,?\s*(?:with|and|\(|±)?\s*(?:an?\s+|the\s+)?(?:standard\s+deviation|sd\b|σ|s\s*=))",
    re.I,
)
DIGITS = Pattern(r"\d[\d,.]*(?<!,)(?<!\.)")
COUNTED = Pattern(r"\s+(?:[a-z-]+\s+)?[a-z]{3,}s\b(?!\s*(?:per|/))|\s+people\b", re.I)
# The unit of a mean or spread, which counts nothing.
OF_UNIT = Pattern(
    r"\s*(?:(?:milli|micro|nano|kilo|centi)?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|gram\w*|met(?:er|re)s?"
    r"|lit(?:er|re)s?|volts?|watts?|points?|dollars?|euros?|degrees?|percent\w*|pounds?|inch\w*|feet)|secs?|mins?|lbs?)\b",
    re.I,
)
N_NAMED = Pattern(r"\b[nN]\s*=\s*$|√\s*\(?\s*$")
SE_NAMED = Pattern(
    r"\b(?:standard\s+error|SEM?)\b[^.;\d]{0,40}$|\bstandard\s+error\b[^.;\d]{0,40}[=≈]\s*$", re.I
)
AS_PART = Pattern(r"\s*(?:[·×*/^²√+−–-]\s*[\d(√]|\\cdot|\\times)")
PART_BEFORE = Pattern(r"[·×*+/^√(−-]\s*$")
IT_IS = Pattern(r"\b(?:it|this|that)\s+(?:is|becomes|falls|shrinks|would\s+be)\b|\bonly\b", re.I)
# z = 1.5, z = (192 − 178)/7 = 2: the last number of the chain.
Z_STATED = Pattern(
    r"(?<![\w^])\|?[zZ]\|?(?:[\s-](?:score|statistic|value))?\s*(?:[=≈:]|\b(?:is|of)\b)\s*"
    r"(?:[-−–+\d.,()\s/·×*√^²]*[=≈]\s*)?(?P<z>[-−–]?\d+(?:\.\d+)?)"
    r"(?!\w|\.\d|\s?%|\s*[·×*/^²)+]\s*[\d(√=])"
)


# N(178, 7²) and N(400 h, 25 h): a variance would have another unit.
LAW = Pattern(
    rf"(?<!\w)[N𝒩]\s?\(\s*(?P<mean>{NUMBER})\s?(?P<unit>[a-zµ°]*)\s*,\s*(?P<stdev>\d[\d,]*(?:\.\d+)?)"
    r"(?:\s?(?:²|\^\s?2)|\s?(?P=unit)(?<=[a-zµ°]))\s*\)"
)


@record
class Known:
    """What a section has stated so far."""

    means: list[float]
    spreads: list[float]
    sizes: list[int]
    errors: list[float]
    zs: list[float]
    levels: list[float]
    said: list[tuple[float, Passage]]

    def laws(self) -> Iterator[NormalDist]:
        for mean, s in product(self.means[-MOST:], self.spreads[-MOST:]):
            yield NormalDist(mean, s)


def learn(known: Known, passage: Passage) -> set[int]:
    """Adds what a passage states to what is known; where its standard deviations stand."""
    plain, spreads, end, chain = passage.plain, set(), 0, 0
    for number in numbers(plain):
        lead, value = DIGITS.sub("", plain[end : number.start]), float(number.value)
        worked = DIGITS.sub("", plain[chain : number.start])  # √(0.4 · 0.6/900) = 0.0163
        is_counted = number.is_whole and value >= 2 and COUNTED.match(plain, number.end)
        is_counted = is_counted and not MEAN_BEFORE.match(plain, number.end)
        is_counted = is_counted and not OF_UNIT.match(plain, number.end)
        known.said.append((value, passage))
        if is_counted or (number.is_whole and value >= 1 and N_NAMED.search(lead)):
            known.sizes.append(int(value))
        if is_counted:
            continue
        end = number.end
        if is_part(plain, number) and not number.is_percent:
            continue
        chain = number.end
        if SE_NAMED.search(lead) or (worked != lead and SE_NAMED.search(worked)):
            known.errors.append(value)
        elif number.is_percent:
            known.levels += [value] if value in LEVELS else []
        elif SPREAD.search(lead) and value > 0:
            known.spreads.append(value)
            spreads.add(number.start)
        elif MEAN.search(lead) or MEAN_BEFORE.match(plain, number.end):
            known.means.append(value)
    known.zs += [abs(z) for z, _ in zs_in(plain)]
    for law in LAW.finditer(plain):
        known.means.append(float(law["mean"].replace("−", "-").replace(",", "")))
        known.spreads.append(float(law["stdev"].replace(",", "")))
    return spreads


def zs_in(plain: str) -> list[tuple[float, int]]:
    """The z that a text states, each with where it ends."""
    found = Z_STATED.finditer(plain) if "z" in plain or "Z" in plain else []
    return [(float(f["z"].replace("−", "-").replace("–", "-")), f.end()) for f in found]


def is_part(plain: str, number: Stated) -> bool:
    """Whether something is computed from a number."""
    return bool(AS_PART.match(plain, number.end) or PART_BEFORE.search(plain, 0, number.start))


def but(values: Sequence[float], number: Stated) -> list[float]:
    """Values without that of a number, which is none of its own givens."""
    return [value for value in values if value != float(number.value)]


def lead_of(passage: Passage) -> str:
    """What stands before a sentence in its block, also sentences without a number."""
    around, own = passage.block.text.content, passage.text.content
    at = around.find(own) if passage.block.kind != "table" else 0
    return words(around)[max(0, at - NEAR) : max(at, 0)]


def results(passage: Passage) -> Iterator[Stated]:
    """The numbers of a passage that nothing is computed from."""
    yield from (n for n in numbers(passage.plain) if not is_part(passage.plain, n))


def upper(z: float) -> float:
    """The share beyond z, on one side."""
    return 1 - STANDARD.cdf(abs(z))


def by_rule(zs: Sequence[float]) -> list[float]:
    """The share on one side by the rule 68–95–99.7."""
    return [(1 - RULE[k]) / 2 for z in zs if (k := round(abs(z), 6)) in RULE]


def explained_in(
    passage: Passage, read: Sequence[Stated], rights: Sequence[float], slips: Sequence[Slip]
) -> Iterator[tuple[Stated, Slip]]:
    for number in read:
        if slip := explained(passage, number, rights, slips):
            yield number, slip


# -- one side or both -----------------------------------------------------------------------------

TWO_SIDES = Pattern(
    r"\b(?:outside|either|both|differ\w*|deviat\w*|away|apart|off|two[\s-](?:sided|tailed)|absolute|confiden\w*|outliers?"
    r"|scrap\w*|reject\w*|fail\w*|out\s+of)\b|±|\|",
    re.I,
)
ONE_SIDE = Pattern(
    r"\b(?:above|below|under|over|exceed\w*|upper|lower|too\s+\w+|up|higher|[a-z]{3,}er\s+than|more\s+than|less\s+than"
    r"|happens?|right\s+tail|left\s+tail)\b",
    re.I,
)
STANDARD_DEVIATION = Pattern(r"\bstandard\s+deviations?\b", re.I)
UPWARD = Pattern(
    r"\b(?:more|long|tall|larg|great|high|heavi|slow|old|bigg|strong|warm|wid|thick)(?:er)?\s+than\b(?!\s+(?:\w+\s+)?[\d.]+\s*%)|\b(?:above|over|exceed\w*)\b",
    re.I,
)
DOWNWARD = Pattern(
    r"\b(?:less|short|small|low|light|few|fast|young|weak|cold|thin|narrow)(?:er)?\s+than\b(?!\s+(?:\w+\s+)?[\d.]+\s*%)|\b(?:below|under)\b"
    r"|\b(?:not|no|at\s+most|up\s+to|within|between|inside|percentile|beats?|others|table|left|cumul\w*)\b|n['’]t\b",
    re.I,
)
ONLY = Pattern(r"\bonly\b[^.;]{0,40}\btoo\s+\w+", re.I)


def is_of_two_sides(plain: str) -> bool:
    return bool(TWO_SIDES.search(STANDARD_DEVIATION.sub("", plain)))


def is_of_one_side(plain: str) -> bool:
    is_two = is_of_two_sides(plain) and not ONLY.search(plain)
    return bool(ONE_SIDE.search(plain)) and not is_two
