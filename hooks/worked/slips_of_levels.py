"""z that belong to another level, percentile or tail than the one beside them.

The level may stand in the label of the paragraph ("**90% interval.** Uses z = …"), the percentile
before the z ("the 10% quantile has z = …"), the tail in a question ("Which z leaves 5% above?").
"""

import re
from collections.abc import Iterator

from hooks.pattern import Pattern
from hooks.worked.facts import Passage
from hooks.worked.normal_known import LEVELS, STANDARD, Known, explained_in, lead_of
from hooks.worked.slips import Slip, misprint
from hooks.worked.stated import Stated, numbers

SMALLEST, LARGEST = 1, 3.4  # of a z that is no result
Z_NAMED = Pattern(
    r"(?<![\w^])z(?:\*|[\s-]?(?:values?|scores?|quantile))?\s*(?:[=≈:]|\bis\b|\bof\b)\s*(?:about\s+|[≈~]\s*)?$"
    r"|\b(?:multiplier|critical\s+value|quantile)\s*(?:[=≈:]|\bis\b|\bof\b)?\s*$",
    re.I,
)
ASKS = Pattern(r"\b(?:which|what)\s+(?:is\s+the\s+)?(?:z\b|z-|critical|quantile)", re.I)
LABEL = Pattern(
    r"[\s\W]*(?:\d[.)]\s*)?(?P<level>\d\d(?:\.\d)?)\s?%[\s-]*(?:(?:confidence\s+)?(?:interval|level|CI)|confidence)\s*[.:]\W*$",
    re.I,
)
QUANTILE = Pattern(
    r"(?<![\d.])(?P<p>\d{1,2}(?:\.\d+)?)(?:\s?%|th|st|nd|rd|\s+percent)[\s-]*(?:quantile|percentile)|"
    r"\b(?:quantile|percentile)\s+(?:of\s+|at\s+|for\s+)?(?P<q>\d{1,2}(?:\.\d+)?)\s?%",
    re.I,
)
IS_ITS_Z = Pattern(r"[^;.\d]{0,50}")
TAIL = Pattern(
    r"\b(?:leaves?|leaving|cuts?\s+off|exceeded\s+by|exceeds?|beyond|upper|lower|top|bottom|highest|lowest)\b"
    r"[^.;:?\d]{0,30}(?<![\d.])(?P<t>\d{1,2}(?:\.\d+)?)\s?%",
    re.I,
)
OF_TAIL = Pattern(r"\b(?:tail|above|below|exceed\w*|right|left|top|bottom|upper|lower)\b", re.I)
BOTH = Pattern(r"\b(?:both|two|tails|together|between|middle|central|two-sided)\b", re.I)
OTHERWISE = Pattern(
    r"\bp\s*[=<≈]|\breject|\bsignific|\bpower\b|\bt\s*=|instead|rather\s+than", re.I
)


def z_of_levels(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """The z of a passage, where its own words or those before it say what it must be."""
    own = zs_of(passage, near)
    if len(own) != 1 or OTHERWISE.search(passage.plain):
        return
    before = f"{near.plain if near else ''}"
    for p, name in asked(passage.plain, own[0], before, lead_of(passage)):
        right = abs(STANDARD.inv_cdf(p))
        how = f"z of {name}"
        number, size = own[0], abs(float(own[0].value))
        others = {round(STANDARD.inv_cdf(q), 3): q for q in USUAL}
        slips = [
            Slip(sign * z, sign * right, how, f"the number leaves {1 - q:.2%} above it", True)
            for z, q in others.items()
            for sign in (1, -1)
            if abs(z - right) > 0.05
        ]
        if why := misprint(number, right if number.value > 0 else -right):
            slips.append(Slip(float(number.value), right, how, why))
        rights = [right, -right]
        if abs(size - right) > 0.011:
            yield from explained_in(passage, [number], rights, slips)
        return


USUAL = sorted({*LEVELS, *((1 + level) / 2 for level in LEVELS), 0.975, 0.995})


def zs_of(passage: Passage, near: Passage | None) -> list[Stated]:
    """The numbers that a passage calls z, or with which it answers a question for one."""
    read = [n for n in numbers(passage.plain) if "." in n.written and not n.is_percent]
    read = [n for n in read if SMALLEST <= abs(n.value) <= LARGEST]
    named = [n for n in read if Z_NAMED.search(passage.plain, max(0, n.start - 30), n.start)]
    answers = (
        near is not None and ASKS.search(near.plain) and near.plain.rstrip(" *_").endswith("?")
    )
    is_sole = len(numbers(passage.plain)) == 1 and answers
    return named or (read if is_sole or ASKS.search(passage.plain) else [])


def asked(plain: str, z: Stated, before: str, lead: str) -> Iterator[tuple[float, str]]:
    """The share below the z that a text is about, and how it is called."""
    if found := QUANTILE.search(plain):
        p = float(found["p"] or found["q"]) / 100
        is_its = IS_ITS_Z.fullmatch(plain, found.end(), z.start)
        if 0 < p < 1 and is_its:
            yield p, f"the {p:.4g} quantile"
        return
    around = before if ASKS.search(before) else plain[: z.start]
    tails = list(TAIL.finditer(around))
    if len(tails) == 1 and OF_TAIL.search(around) and not BOTH.search(f"{around} {plain}"):
        found = tails[0]
        t = float(found["t"]) / 100
        if 0 < t < 0.5:
            yield 1 - t, f"{t:.4g} in one tail"
    elif not tails and (found := LABEL.fullmatch(lead)):
        level = float(found["level"]) / 100
        if round(level, 4) in LEVELS:
            yield (1 + level) / 2, f"{level:.4g} on both sides"


# -- two arms -------------------------------------------------------------------------------------

PER_ARM = Pattern(
    r"\b(?:per|each|in\s+each|for\s+each|in\s+every)\s+(?:arm|group|variant|branch|side|condition|version)\b"
    r"|\bin\s+(?:both|either)\s+(?:arms|groups)",
    re.I,
)
PAIRED = Pattern(r"\b(?:paired|pairs|crossover|within|differences|one-sample)\b", re.I)
SQUARED = Pattern(
    r"(?<![\d·×*])(?<![·×*]\s)\(\s*(?P<z>2\.8|2\.80\d?|3\.24\d?|\(?\s*(?:1\.96|1\.645)\s*\+\s*(?:0\.84\d?|1\.28\d?)\s*\)?)\s*[·×*]\s*"
    r"(?P<s>\d[\d.]*)\s*/\s*(?P<d>\d[\d.]*)\s*\)\s*(?:²|\^\s*2)\s*[=≈]\s*(?:[\d.]+²\s*[=≈]\s*)?(?P<n>\d[\d,.]*)",
)


def sizes_of_arms(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """n = (2.80 · 10/2)² = 196 per arm: the difference of two means has twice the variance."""
    found = SQUARED.search(passage.plain) if PER_ARM.search(passage.plain) else None
    number = found and next(
        (n for n in numbers(passage.plain) if n.start == found.start("n")), None
    )
    if not number or float(found["s"].rstrip(".")) not in known.spreads:
        return
    if PAIRED.search(passage.block.text.content):
        return
    z = sum(map(float, re.findall(r"\d\.\d+", found["z"])))
    one = (z * float(found["s"]) / float(found["d"])) ** 2
    how = f"2 × ({found['z']} × {found['s']}/{found['d']})²"
    slip = Slip(one, 2 * one, how, "the number leaves out that both arms vary", True)
    if abs(float(number.value) - one) <= max(1, 0.01 * one):
        yield number, slip
