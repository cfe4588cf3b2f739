"""Intervals, margins and sizes of samples that only a typical slip explains.

The z of another level, s/n for s/√n, an end that the other one does not mirror, a sample scaled by
the ratio of the margins instead of its square.
"""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import product

from hooks.calculation.distributions import student_ppf
from hooks.language.wording import words
from hooks.pattern import Pattern
from hooks.worked.facts import Passage
from hooks.worked.normal_known import (
    LEVELS,
    NUMBER,
    STANDARD,
    Known,
    explained_in,
    lead_of,
    results,
)
from hooks.worked.slips import Slip, misprint
from hooks.worked.stated import Stated, is_hedged, numbers

MARGIN = Pattern(r"\b(?:margin|half-?\s?width|interval)\b", re.I)
MOST_ERROR = 0.2  # of a share, that a page may give as its standard error
MOST_OF_T = 100  # observations of which Student's t differs from the normal distribution

# -- intervals and sizes --------------------------------------------------------------------------

ENDS = Pattern(
    rf"(?P<a>{NUMBER})\s*(?:%\s*)?(?:[a-zµ°]{{1,6}}\s+)?(?:to|and|,|[–])\s*(?P<b>{NUMBER})(?![\d.]*\d)",
    re.I,
)
OF_INTERVAL = Pattern(r"\b(?:interval|confiden\w*|CI)\b", re.I)


def intervals(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """A mean of 250 with s = 16 and n = 64: 248 to 252 leaves z out."""
    is_named = OF_INTERVAL.search(passage.plain) or (
        levels_in(passage.plain) and "[" in passage.plain
    )
    if not is_named or not known.levels:
        return
    errors = [(e, f"{e:g}") for e in known.errors]
    errors += [(s / n**0.5, f"{s:g}/√{n}") for s in known.spreads for n in known.sizes]
    is_of_mean = OF_MEAN.search(passage.plain) is not None
    around = (passage.plain, f"{near.plain if near else ''} {lead_of(passage)}")
    own = next((said for text in around if (said := levels_in(text) & {*LEVELS})), set())
    others = [level for level in {*known.levels, *USUAL} if not own]  # any may be meant
    ps = [(1 + level) / 2 for level in (*own, *others)]
    z = STANDARD.inv_cdf((1 + (min(own) if own else known.levels[-1])) / 2)
    by_start = {n.start: n for n in numbers(passage.plain)}
    beside = [
        (float(found["e"]), found["e"]) for found in BEHIND_CENTER.finditer(around[0] + around[1])
    ]
    for found in ENDS.finditer(passage.plain):
        first, last = (by_start.get(found.start(name)) for name in "ab")
        if first is None or last is None or first.value >= last.value:
            continue
        if first.is_percent != last.is_percent:
            continue
        middle, half = float(first.value + last.value) / 2, float(last.value - first.value) / 2
        unit = float(max(first.unit, last.unit))
        centers = [v for v, _ in known.said if abs(v - middle) <= unit]
        slip = (
            slip_of_half(known, errors, half, unit, z, is_of_mean)
            if centers and half > 3 * unit
            else None
        )
        if slip and not any(
            is_half(half, r, unit)
            for p in ps
            for r in rights_of_halves(known, [*errors, *beside], p, is_of_mean)
        ):
            error, how, why = slip
            right = centers[0] - z * error
            yield first, Slip(float(first.value), right, f"{centers[0]:g} − {z:.4g} × {how}", why)


BEHIND_CENTER = Pattern(r"(?:±|\\pm)\s*(?P<e>\d+(?:\.\d+)?)(?!\s*[·×*])")  # 12.0 ± 0.5 (SE)
OF_MEAN = Pattern(r"\bconfidence\b|\bCI\b|\b(?:for|of)\s+the\s+mean\b", re.I)
Errors = Sequence[tuple[float, str]]  # standard errors, and how they are computed


def slip_of_half(
    known: Known, errors: Errors, half: float, unit: float, z: float, is_of_mean: bool
) -> tuple[float, str, str] | None:
    """The standard error of which a slip makes half of an interval, and which slip."""
    for error, how in errors:
        for value, why in slips_of_half(error, z, known, is_of_mean):
            if abs(half - value) <= unit * 0.75:
                return error, how, why
    return None


def rights_of_halves(known: Known, errors: Errors, p: float, is_of_mean: bool) -> Iterator[float]:
    """Half the width of an interval at the level that was stated last, also by Student's t."""
    z = STANDARD.inv_cdf(p)
    for s in known.spreads if not is_of_mean else ():
        yield from (factor * s for factor in (1, 2, 3, z))
    factors = [z, *([2.0] if z < 2 < 1.03 * z else [])]
    factors += [student_ppf(p, n - 1) for n in known.sizes if 2 < n <= MOST_OF_T]
    for error, _ in errors:
        yield from (factor * error for factor in factors)


def is_half(half: float, right: float, unit: float) -> bool:
    return abs(half - right) <= max(unit, 0.02 * right)


def slips_of_half(
    error: float, z: float, known: Known, is_of_mean: bool
) -> Iterator[tuple[float, str]]:
    yield error, "the number leaves z out"
    for level in LEVELS[1:5]:
        other = STANDARD.inv_cdf((1 + level) / 2)
        if abs(other - z) > 0.1:
            yield other * error, f"the number takes the z of {level * 100:g}%"
    for s in known.spreads:
        if is_of_mean:
            yield z * s, "the number takes the standard deviation for its error"
        for n in known.sizes:
            if abs(s / n**0.5 - error) < 1e-9:
                yield z * s / n, f"the number divides by {n} instead of √{n}"


def scaled_margins(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """With 256 instead of 64 measurements a margin of 3.29 is not a quarter, but a half of it."""
    if not MARGIN.search(passage.plain):
        return
    own = [int(n.value) for n in numbers(passage.plain) if n.is_whole and n.value in known.sizes]
    read = [n for n in results(passage) if not n.is_whole and not n.is_percent]
    before = [v for v, p in known.said if p is not passage and v > 0 and MARGIN.search(p.plain)]
    others = {n for n in known.sizes if n not in own}
    rights = [
        z * s / n**0.5 for z in (1, 1.645, 1.96, 2, 2.576) for s in known.spreads for n in own
    ]
    rights += [v * (m / n) ** 0.5 for v in before for n in own for m in others] + before
    slips = [
        Slip(
            v * m / n,
            v * (m / n) ** 0.5,
            f"{v:g} × √({m}/{n})",
            "the number takes the ratio of the sizes without its root",
        )
        for v in before
        for n in own
        for m in others
    ]
    yield from explained_in(passage, read, rights, slips)


NEEDED = Pattern(
    r"\b(?:needs?|needed|suffices?|enough|requires?|required|sample|rises?|grows?|people|respondents|answers|users|n\s*=)",
    re.I,
)
MARGIN_STATED = Pattern(
    r"±\s*(?P<v>\d+(?:\.\d+)?)\s*(?:%|points?|pp|percentage)|(?P<w>\d+(?:\.\d+)?)\s*(?:percentage\s+)?(?:points?|pp)\b"
    r"|margin\s+(?:of\s+(?:error\s+)?)?(?:±\s*)?(?P<x>\d+(?:\.\d+)?)\s*%|/\s*(?P<y>0?\.\d+)\s*(?:²|\^)"
    r"|±\s*(?P<bare>[1-9]\d?(?:\.\d+)?)(?=\s+(?:with|at|need\w*|takes?|costs?|requires?)\b|\s*[:,→])",
    re.I,
)


def sizes_of_samples(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """±3 points need 1,068 people, ±2 points 1,601: scaled by the ratio and not by its square."""
    own = margins_in(passage) or (margins_in(near) if near else [])
    said = passage.plain + (near.plain if near else "")
    if passage.block.kind == "table":
        yield from sizes_in_row(passage, known)
    if len(own) != 1 or not NEEDED.search(said):
        return
    before = {m for _, p in known.said for m in margins_in(p)} - {*own}
    read = [n for n in results(passage) if n.is_whole and n.value >= 30]
    levels = {*known.levels, 0.95}
    zs = {STANDARD.inv_cdf((1 + level) / 2) for level in levels} | {2.0}
    shares = dict.fromkeys((0.5, *(v for v, _ in known.said if 0 < v < 1)))
    m = own[0]
    rights = [z * z * p * (1 - p) / m**2 for z in zs for p in shares]
    slips = [
        Slip(
            count * other / m,
            count * (other / m) ** 2,
            f"{count:.4g} × ({other * 100:g}/{m * 100:g})²",
            "the number takes the ratio of the margins without its square",
        )
        for other in before
        for z in zs
        for count in (z * z / 4 / other**2, math.ceil(z * z / 4 / other**2))
    ]
    stated = {float(n.value) for n in numbers(passage.plain) if n.is_percent} & set(LEVELS)
    if len(stated) == 1:
        level = stated.pop()
        z = STANDARD.inv_cdf((1 + level) / 2)
        rights = [z * z * p * (1 - p) / m**2 for p in shares]
        how = f"{z:.4g}² × 0.25/{m:g}²"
        others = {"of 95%": 1.96}
        if not OF_ONE_SIDE.search(passage.plain):
            others["of one side"] = STANDARD.inv_cdf(level)
        for name, other in others.items():
            wrong, why = other * other / 4 / m**2, f"the number is that {name}"
            right = z * z / 4 / m**2
            slips += [Slip(value, right, how, why) for value in (wrong, math.ceil(wrong))]
        if passage.block.kind != "table" and len(read) == 1:
            yield from no_size(passage, read[0], rights, how)
    yield from explained_in(passage, read, rights, slips)


OF_POWER = Pattern(
    r"\b(?:power\w*|detect\w*|effects?|lift|uplift|groups?|arms?|variants?|A/B|differences?|control|average|mean)\b",
    re.I,
)


ASKED_FOR = Pattern(
    r"\b(?:needs?|needed|requires?|required|takes?|suffices?|necessary)\b|[:→]\s*n\s*=", re.I
)


def no_size(
    passage: Passage, number: Stated, rights: Sequence[float], how: str
) -> Iterator[tuple[Stated, Slip]]:
    """A size that no share gives with the margin and the level beside it."""
    value, right = float(number.value), rights[0]
    if OF_POWER.search(passage.block.text.content) or OF_POWER.search(passage.block.section):
        return
    if is_hedged(passage.plain, number) or OF_ONE_SIDE.search(passage.plain):
        return
    if not ASKED_FOR.search(passage.plain):
        return  # "with 1,000 people it is ± 3 points", which is rounded
    if any(abs(value - one) <= 2 + 0.01 * one for one in rights):
        return
    if 0.25 < value / right < 4:
        yield number, Slip(value, right, how, "the number is no size of theirs")


def sizes_in_row(passage: Passage, known: Known) -> Iterator[tuple[Stated, Slip]]:
    """| 95 % | 1.96 | 1,608 | below "E = 3 points": digits of the right size are swapped."""
    levels = {float(n.value) for n in numbers(passage.plain) if float(n.value) in LEVELS}
    shares = {0.5} | {v for v, _ in known.said if 0 < v < 1}
    heads, start = [words(cell.content) for cell in passage.block.rows[0]], 0
    for head, cell in zip(heads, passage.plain.split("\n"), strict=False):
        own = margins_of(head)
        read = [n for n in results(passage) if start <= n.start < start + len(cell)]
        start += len(cell) + 1
        if len(levels) != 1 or len(own) != 1 or len(read) != 1 or not read[0].is_whole:
            continue
        z = STANDARD.inv_cdf((1 + min(levels)) / 2)
        rights = [z * z * p * (1 - p) / own[0] ** 2 for p in shares]
        right = math.ceil(z * z / 4 / own[0] ** 2)
        if why := misprint(read[0], right):
            how = f"{z:.4g}² × 0.25/{own[0]:g}²"
            yield from explained_in(
                passage, read, rights, [Slip(float(read[0].value), right, how, why)]
            )


def margins_in(passage: Passage) -> list[float]:
    """The margins that a passage states, as shares."""
    return margins_of(passage.plain)


def margins_of(text: str) -> list[float]:
    found = [(m.lastgroup, m[m.lastgroup]) for m in MARGIN_STATED.finditer(text)]
    values = [float(text) / (1 if name == "y" else 100) for name, text in found]
    return list(dict.fromkeys(v for v in values if v))


# -- ends that do not mirror one another ----------------------------------------------------------

TWO_ENDS = Pattern(
    rf"(?P<a>{NUMBER})\s*(?:%\s*)?(?:[a-zµ°€$]{{1,6}}\s+)?"
    r"(?:\bto\b|\band\b|\bbis\b|[–…]|\.\.\.?|(?P<comma>[,;](?:\\ )?))\s*"
    rf"(?P<b>{NUMBER})(?![\d.]*\d)",
    re.I,
)
OPENS = Pattern(r"[\[(]\s*$")
MULTIPLE = Pattern(
    r"(?<![\w.])(?P<k>\d(?:\.\d+)?)\s*-?(?:σ|sigmas?\b|sds?\b|standard\s+(?:deviation|error)s?)",
    re.I,
)
SKEWED = Pattern(
    r"\b(?:skew\w*|percentile|bootstrap\w*|asymmetr\w*|Wilson|exact|log|odds|ratio)\b", re.I
)
FARTHEST = 3  # times as far as the other end


def mirrored_ends(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """212 ± 1.96 · 4, from 208.0 to 219.8: one end is as far from the middle as is said."""
    if not TWO_ENDS.search(passage.plain) or SKEWED.search(passage.plain):
        return
    halves = list(halves_said(passage, known))
    by_start = {n.start: n for n in numbers(passage.plain)} if halves else {}
    for found in TWO_ENDS.finditer(passage.plain) if halves else ():
        ends = [by_start.get(found.start(name)) for name in "ab"]
        if found["comma"] and not OPENS.search(passage.plain, 0, found.start()):
            continue
        if (
            None in ends
            or ends[0].value >= ends[1].value
            or ends[0].is_percent is not ends[1].is_percent
        ):
            continue
        unit = float(max(end.unit for end in ends))
        low, high = (float(end.value) for end in ends)
        middles = {v for v, _ in known.said if low < v < high} - {low, high}
        if any(
            is_middle(m, h, low, unit) and is_middle(m, -h, high, unit)
            for m in middles
            for h, _ in halves
        ):
            continue
        for middle in sorted(middles, key=lambda value: (value not in known.means, value)):
            for half, how in halves:
                for end, other, sign in ((*ends, -1), (*reversed(ends), 1)):
                    value, right = float(end.value), middle + sign * half
                    far = abs(value - middle)
                    if (
                        is_middle(middle, sign * half, float(other.value), unit)
                        and abs(value - right) > 1.5 * unit
                        and half / FARTHEST < far < half * FARTHEST
                    ):
                        sign_written = "−" if sign < 0 else "+"
                        text = f"{middle:g} {sign_written} {how}"
                        yield (
                            end,
                            Slip(value, right, text, "as far from the middle as the other end"),
                        )
                        return


def is_middle(middle: float, half: float, end: float, unit: float) -> bool:
    return abs(middle - half - end) <= 0.6 * unit


def halves_said(passage: Passage, known: Known) -> Iterator[tuple[float, str]]:
    """Half an interval as a passage states it: 1.96 · 4, ± 1.2816 or 3σ of a known σ."""
    plain = passage.plain
    for found in PRODUCT_SAID.finditer(plain):
        yield float(found["z"]) * float(found["s"]), f"{found['z']} · {found['s']}"
    for level in levels_in(plain) if OF_INTERVAL.search(plain) else ():
        z = STANDARD.inv_cdf((1 + level) / 2)
        for s, n in product(known.spreads, known.sizes):
            yield z * s / n**0.5, f"{z:.4g} · {s:g}/√{n}"
        yield from ((z * error, f"{z:.4g} · {error:g}") for error in known.errors)
    ks = [found["k"] for pattern in (MULTIPLE, Z_ALONE) for found in pattern.finditer(plain)]
    for k in dict.fromkeys(ks):
        for spread in dict.fromkeys([*known.spreads, *known.errors]):
            yield float(k) * spread, f"{k} · {spread:g}"


PRODUCT_SAID = Pattern(
    r"(?<![\w.])(?P<z>[1-3](?:\.\d+)?)\s*(?:[·×*]|\\cdot|\\times)\s*(?P<s>\d*\.?\d+)(?![\w.]*\d|\s*[·×*/^])"
)
Z_ALONE = Pattern(r"±\s*(?P<k>[1-3]\.\d+)(?!\d|\s*[·×*])")


# -- the z of another level -----------------------------------------------------------------------

MULTIPLIED = Pattern(r"(?:±|\\pm)\s*(?P<z>[12]\.\d{2,4})\s*(?:[·×*]|\\cdot|\\times)")
OF_ONE_SIDE = Pattern(
    r"\b(?:one|single)[\s-]*(?:sided|tailed)|\b(?:upper|lower)\s+(?:bound|limit)|\b(?:lightest|heaviest|tallest|best|worst|top)\b",
    re.I,
)
LEVEL_SAID = Pattern(r"(?<![\d.])(?P<level>80|90|95|98|99|99\.9)\s*(?:%|per\s?cent)")


def multipliers(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """The middle 90 %: 60 ± 1.96 · 2 takes the z of 95 %."""
    found = list(MULTIPLIED.finditer(passage.plain))
    if len(found) != 1 or OF_ONE_SIDE.search(passage.plain):
        return
    around = (passage.plain, f"{near.plain if near else ''} {lead_of(passage)}")
    levels = next((said for text in around if (said := levels_in(text))), set())
    number = next((n for n in numbers(passage.plain) if n.start == found[0].start("z")), None)
    if len(levels) != 1 or not number:
        return
    level = levels.pop()
    right = STANDARD.inv_cdf((1 + level) / 2)
    others = {f"{one * 100:g}%": STANDARD.inv_cdf((1 + one) / 2) for one in LEVELS if one != level}
    others |= {f"{level * 100:g}% on one side": STANDARD.inv_cdf(level)}
    how = f"z of {level * 100:g}% on both sides"
    slips = [Slip(z, right, how, f"the number is that of {name}") for name, z in others.items()]
    yield from explained_in(passage, [number], [right], slips)


def levels_in(text: str) -> set[float]:
    return {round(float(found["level"]) / 100, 4) for found in LEVEL_SAID.finditer(text)}


# -- margins of shares ----------------------------------------------------------------------------

MARGIN_OF_SHARE = Pattern(
    r"(?:±|\\pm)\s*(?P<m>\d+(?:\.\d+)?)\s*(?:%|points?\b|pp\b|percentage)|(?P<n>\d+(?:\.\d+)?)\s*(?:percentage\s+)?(?:points?\b|pp\b)"
)
SHARE_BEFORE = Pattern(r"(?P<p>\d+(?:\.\d+)?)\s*%?\s*$")
STANDARD_ERROR = Pattern(r"\bstandard\s+errors?\b|\bSEs?\b|\bsigma\b|σ")
OTHER_POINTS = Pattern(
    r"\b(?:differ\w*|lift|gap|lead|up|down|rise\w*|fell|rose|fall\w*|gain\w*|effect|change\w*|correct\w*|finite|cluster\w*|weight\w*)\b",
    re.I,
)
USUAL = (0.9, 0.95, 0.98, 0.99)
FEWEST_ASKED = 30


def margins_of_shares(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """45 ± 1.7 points of 900 answers: the standard error without z, or no margin of theirs."""
    plain = passage.plain
    found = list(MARGIN_OF_SHARE.finditer(plain))
    sizes = [n for n in dict.fromkeys(known.sizes) if n >= FEWEST_ASKED]
    if len(found) != 1 or not sizes or STANDARD_ERROR.search(plain) or OTHER_POINTS.search(plain):
        return
    at = found[0].start(found[0].lastgroup)
    number = next((n for n in numbers(plain) if n.start == at), None)
    is_margin = "±" in found[0][0] or "pm" in found[0][0] or MARGIN.search(plain)
    if not is_margin and not (near and MARGIN.search(near.plain)):
        return
    if number is None or is_part_of_size(plain):
        return
    scale = 1 if number.is_percent else 100
    before = SHARE_BEFORE.search(plain, 0, found[0].start())
    stated = {float(before["p"]) / 100} if before else {v for v, _ in known.said if 0 < v < 1}
    shares = [p for p in (*stated, 0.5) if 0 < p < 1]
    errors = [(scale * (p * (1 - p) / n) ** 0.5, p, n) for p in shares for n in sizes]
    levels = levels_in(plain) or {*known.levels}
    levels = levels if len(levels) == 1 else {*levels, *USUAL}
    zs = [STANDARD.inv_cdf((1 + one) / 2) for one in levels] + [2.0] * (0.95 in levels)
    written = [scale * value for value, _ in known.said if 0 < value < MOST_ERROR]
    rights = [z * error for z in zs for error in (*(one for one, _, _ in errors), *written)]
    slips = [
        Slip(
            error,
            1.96 * error,
            f"1.96 · √({p:g} · {1 - p:.3g}/{n})",
            "the number leaves z out",
            True,
        )
        for error, p, n in errors
        if before
    ]
    yield from explained_in(passage, [number], rights, slips)
    around = plain + (near.plain if near else "")
    is_of_poll = OF_POLL.search(passage.block.text.content + around)
    if len(sizes) == 1 and is_of_poll and MARGIN.search(around) and not RELATIVE.search(plain):
        others = [int(n.value) for n in numbers(around) if n.is_whole and n.value >= FEWEST_ASKED]
        rights += [z * scale * (p * (1 - p) / n) ** 0.5 for z in zs for p in shares for n in others]
        yield from no_margin(passage, number, rights, errors)


OF_POLL = Pattern(
    r"\b(?:polls?|polled|survey\w*|respon\w+|asked|answer\w*|confiden\w*|margin\s+of\s+error"
    r"|interview\w*|vot\w+|sample)\b",
    re.I,
)
RELATIVE = Pattern(
    r"\b(?:twice|half|halves|double\w*|times|quarter|subgroup\w*|per\s+group)\b", re.I
)


def is_part_of_size(plain: str) -> bool:
    """Whether a sentence asks for the size of a sample."""
    return bool(NEEDED_SIZE.search(plain))


NEEDED_SIZE = Pattern(
    r"\b(?:needs?|needed|requires?|required|sample\s+size|n\s*=|would\s+take)\b", re.I
)


def no_margin(
    passage: Passage, number: Stated, rights: Sequence[float], errors: Sequence[tuple]
) -> Iterator[tuple[Stated, Slip]]:
    """A margin that no share and no usual level gives with the only size that is stated."""
    value, unit = float(number.value), float(number.unit)
    room = 0.12 if is_hedged(passage.plain, number) else 0.02
    if any(abs(value - right) <= max(unit * 1.01, room * right) for right in rights):
        return
    error, p, n = errors[0]
    how = f"1.96 · √({p:g} · {1 - p:.3g}/{n})"
    if 0.25 < value / (1.96 * error) < 4:
        yield number, Slip(value, 1.96 * error, how, "the number is no margin of theirs")
