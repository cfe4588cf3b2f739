"""Shares, p-values and scores of a stated z that are no share of it, or that of the other kind."""

import re
from collections.abc import Iterator
from fractions import Fraction

from hooks.pattern import Pattern
from hooks.worked.facts import Passage
from hooks.worked.normal_known import (
    DOWNWARD,
    LEVELS,
    NUMBER,
    UPWARD,
    Known,
    by_rule,
    explained_in,
    is_of_one_side,
    is_of_two_sides,
    lead_of,
    results,
    upper,
    zs_in,
)
from hooks.worked.slips import Slip
from hooks.worked.stated import Stated, is_hedged, numbers

# Between a z and its share: "z = 1.83, so 3.3 %".
SO = Pattern(
    r"[\s)*_]*(?:(?:[,;:.(→]|->|\b(?:so|hence|thus|therefore|that['’]?s?|is|i\.e\.|which|means|gives?|giving|and|or|a|share|of|"
    r"then|we\s+get|this)\b)[\s*_]*)*(?:(?:about|around|roughly|some|nearly|only|approximately|[≈~])\s*)?",
    re.I,
)
OF_LEVEL = Pattern(
    r"\s*(?:[\w-]+\s+)?(?:level|significan\w*|confiden\w*|interval|quantile|percentile|power)", re.I
)
USUAL_LEVELS = {*LEVELS, *(round(1 - level, 4) for level in LEVELS), 0.025, 0.5}
HALF = 0.5
ROUND = Fraction(5, 100)  # a share of which may be said of anything
OTHER_SHARE = Pattern(
    r"\b(?:given|among|instead|t\s*=|power|observed|counted|sample|prevalence|bayes\w*|posterior)\b"
    r"|\bof\s+(?:those|these)\b",
    re.I,
)


def shares_of_z(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """z = 2. About 5 % are taller: both sides for one; z = 1.83, so 3.3 %: no share of this z."""
    if "%" not in passage.plain or OTHER_SHARE.search(passage.plain):
        return
    own = zs_in(passage.plain)
    before = zs_in(near.plain) if near and not own and "%" not in near.plain else []
    for i, (z, at) in enumerate(own or before[-1:]):
        start = at if own else 0
        end = own[i + 1][1] if own[i + 1 :] else len(passage.plain)
        shares = [n for n in numbers(passage.plain) if start <= n.start < end and n.is_percent]
        if len(shares) != 1 or not 0.2 < abs(z) < 5:
            continue
        around = f"{said_before(passage, known)} {lead_of(passage)} {passage.plain}"
        yield from share_of_z(passage, shares[0], z, around)
        if own and SO.fullmatch(passage.plain, at, shares[0].start):
            yield from no_share(passage, shares[0], z)


def said_before(passage: Passage, known: Known) -> str:
    """The sentence with a number before a passage, perhaps the question that it answers."""
    before = (p for _, p in reversed(known.said) if p is not passage)
    return next(before, passage).plain


def share_of_z(
    passage: Passage, share: Stated, z: float, around: str
) -> Iterator[tuple[Stated, Slip]]:
    """Both sides of a z, where the text speaks of one."""
    if is_of_one_side(around) and not is_of_two_sides(around):
        slips = list(other_sides(around, z))
        slips += [
            Slip(
                2 * tail,
                upper(z),
                f"share beyond z = {z:g} on one side",
                "the number is that of both sides",
                True,
            )
            for tail in (upper(z), *by_rule([z]))
        ]
        rights = [side for tail in (upper(z), *by_rule([z])) for side in (tail, 1 - tail)]
        if any(slip.value > HALF for slip in slips):  # it can't be that of the other side
            rights = [right for right in rights if right < HALF]
        yield from explained_in(passage, [share], rights, slips)


def other_sides(around: str, z: float) -> Iterator[Slip]:
    """The share below a limit above the mean, where the text asks for that above it."""
    is_up, is_down = UPWARD.search(around), DOWNWARD.search(around)
    if bool(is_up) != bool(is_down) and (z > 0) == bool(is_up):
        how = f"share beyond z = {z:g}"
        yield Slip(1 - upper(z), upper(z), how, "the number is that of the other side", True)


def no_share(passage: Passage, share: Stated, z: float) -> Iterator[tuple[Stated, Slip]]:
    """What is said to follow from a z at once and is no area of it."""
    value, unit = float(share.value), float(share.unit)
    if OF_LEVEL.match(passage.plain, share.end) or round(value, 4) in USUAL_LEVELS:
        return
    if "." not in share.written and share.value % ROUND == 0:
        return
    tails = [upper(abs(z) + d) for d in (-0.006, 0, 0.006)] + by_rule([z])
    rights = [area for t in tails for area in (t, 1 - t, 2 * t, 1 - 2 * t, 0.5 - t)]
    room = 0.12 if is_hedged(passage.plain, share) else 0.02
    if any(abs(value - area) <= max(unit, room * min(area, 1 - area)) for area in rights):
        return
    right = upper(z) if value < 0.5 else 1 - upper(z)
    how = f"share {'beyond' if value < 0.5 else 'up to'} z = {abs(z):g}"
    yield share, Slip(value, right, how, "the number is no share of it")


# -- p-values -------------------------------------------------------------------------------------

SIDES = r"\b(?:(?P<one>one|1)|two|2)[\s-]*(?:sided|tailed)\b"
P_VALUE = Pattern(rf"{SIDES}(?:[^.;\d]|\.(?!\d)){{0,25}}$", re.I)
CRITICAL = {1.28, 1.282, 1.64, 1.645, 1.96, 2.326, 2.33, 2.57, 2.576, 2.58}
IS_P = Pattern(r"\bp(?:-value)?[\s*_$]*(?:[=≈:]|\bis\b)[\s*_$]*$", re.I)
SIDES_BEHIND = Pattern(rf"[^\S\n]*[(]?{SIDES}\s*(?:[.,;)]|$)", re.I)


def p_values(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """The one-sided p of z = 2.2 is 0.0278: that of both sides; a two-sided one halved."""
    zs = set(known.zs) - CRITICAL
    if "sided" not in passage.lower and "tailed" not in passage.lower:
        return
    for number in results(passage) if len(zs) == 1 else ():
        found = SIDES_BEHIND.match(passage.plain, number.end) or P_VALUE.search(
            passage.plain, 0, number.start
        )
        value = float(number.value)
        if not found or not 0 < value < 0.6 or value in zs:
            continue
        if round(value, 4) in USUAL_LEVELS and not IS_P.search(passage.plain, 0, number.start):
            continue
        one = upper(max(zs))
        right, others = (one, (2 * one, one / 2)) if found["one"] else (2 * one, (one, one / 2))
        how = f"p of z = {max(zs):g} on {'one side' if found['one'] else 'both sides'}"
        why = ("the number is that of the other kind", "it is halved once more")
        slips = [Slip(p, right, how, text, True) for p, text in zip(others, why, strict=True)]
        yield from explained_in(passage, [number], [right], slips)


# -- scores ---------------------------------------------------------------------------------------

SCORED = Pattern(
    rf"(?P<x>{NUMBER})\s*(?:[a-zµ°%]{{1,6}}\s*)?(?:→|->|⇒|=>|:|\bis\b|\bhas\b|\bgives\b)\s*(?:an?\s+)?"
    r"(?:z(?:-score)?\s*(?:=|of)?\s*)?(?P<z>[-−–+]\d\.\d+)(?![\d%]|\s*%)"
)


def scores(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """82.4 → +0.5, where the mean is 84: the sign is that of values on the other side."""
    found = SCORED.search(passage.plain) if known.spreads and known.means else None
    by_start = {n.start: n for n in numbers(passage.plain)} if found else {}
    x, z = (by_start.get(found.start(name)) if found else None for name in "xz")
    if not x or not z or x.start in inputs:
        return
    laws = [law for law in known.laws() if law.mean != float(x.value)]
    rights = [((float(x.value) - law.mean) / law.stdev, law) for law in laws]
    slips = [
        Slip(
            -right, right, f"({x.written} − {law.mean:g})/{law.stdev:g}", "the sign is wrong", True
        )
        for right, law in rights
        if abs(right) > float(z.unit)
    ]
    yield from explained_in(passage, [z], [right for right, _ in rights], slips)
