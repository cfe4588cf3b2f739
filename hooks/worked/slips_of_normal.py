"""Shares, limits, errors and sizes of a normal distribution that only a typical slip explains.

The mean, the standard deviation and the sizes of samples are read loosely, from anywhere before in
the section, and any of them may belong together. A number is judged only if no choice of them gives
it, and a slip on what stands beside it does: two sides for one, s/n for s/√n, the z of another
level, a size scaled by the ratio of the margins instead of its square, spreads that were added.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.facts import Judgment, Passage, passages
from hooks.worked.normal_examples import number_of
from hooks.worked.normal_known import (
    IT_IS,
    LEVELS,
    NUMBER,
    ONE_SIDE,
    RULE,
    STANDARD,
    TWO_SIDES,
    Known,
    but,
    by_rule,
    explained_in,
    is_of_one_side,
    lead_of,
    learn,
    results,
    upper,
)
from hooks.worked.sizes import has_one
from hooks.worked.slips import Slip, is_claimed, is_precise, judged
from hooks.worked.slips_of_intervals import (
    intervals,
    margins_of_shares,
    mirrored_ends,
    multipliers,
    scaled_margins,
    sizes_of_samples,
)
from hooks.worked.slips_of_levels import sizes_of_arms, z_of_levels
from hooks.worked.slips_of_z import p_values, scores, shares_of_z
from hooks.worked.stated import NUMERAL, Stated, numbers

MARKS = (
    "deviation",
    "σ",
    "sigma",
    "confidence",
    "standard error",
    " sd ",
    "gauss",
    "normal dist",
    "-sided",
    "margin",
    "±",
)
OTHER_LAW = Pattern(
    r"Cheb|t[- ]distribution|Student|t-(?:test|value|quantile)|degrees\s+of\s+freedom|uniform"
    r"|exponential|Poisson|Cauchy|log-?normal|Bonferroni|percentile\s+bootstrap|Six\s+Sigma|finite|design\s+effect",
    re.I,
)
USUAL_Z = (1, 1.645, 1.96, 2, 2.576, 3)
Reader = Callable[[Passage, Passage | None, Known, set[int]], Iterator[tuple[Stated, Slip]]]
PORTIONS = (*LEVELS, 0.975, 0.995)


def judgments(page: Question) -> Iterator[Judgment]:
    """The numbers of a page that only slips explain."""
    if not has_one(page.lower, MARKS):
        return
    for _, own in groupby(passages(page), key=lambda passage: passage.place[0]):
        told = [p for p in own if not p.of_mistakes]
        if not any(has_one(passage.lower, MARKS) for passage in told):
            continue
        has_other = any(OTHER_LAW.search(passage.plain) for passage in told)
        yield from of_section(page, told, OF_Z if has_other else READERS)


def of_section(
    page: Question, told: Sequence[Passage], readers: Sequence[Reader]
) -> Iterator[Judgment]:
    known = Known([], [], [], [], [], [], [])
    before: Passage | None = None
    for passage in told:
        inputs = learn(known, passage)
        near = before if before and before.block is passage.block else None
        found: dict[int, tuple[Stated, Slip]] = {}
        for reader in () if readers is OF_Z and OTHER_LAW.search(passage.plain) else readers:
            for number, slip in reader(passage, near, known, inputs):
                if is_claimed(page, passage, number, reader in OF_ENDS):
                    found.setdefault(number.start, (number, slip))
        for number, slip in found.values():
            yield judged(passage, number, slip)
        before = passage


# -- shares beyond a limit ------------------------------------------------------------------------

LIMIT = Pattern(
    rf"\b(?:[a-z]{{3,}}er\s+than|more\s+than|less\s+than|above|below|over|under|beyond|exceed\w*)\s+"
    rf"(?:(?:an?|the)\s+(?:\w+\s+){{0,2}}(?:of\s+)?)?(?P<x>{NUMBER})(?!\s*(?:%|σ|sigma|standard|SD|sd)|[\d.]*\d)",
    re.I,
)
SPAN = Pattern(
    rf"(?P<a>{NUMBER})\s*(?:[a-zµ°]{{1,4}}\s+)?(?:to|and|[–-])\s+?(?P<b>{NUMBER})(?!\s*%|[\d.]*\d)",
    re.I,
)
K = r"(?P<k>[1-4]|one|two|three|four)"
DEVIATIONS = Pattern(
    rf"(?<![\w.]){K}[\s-]*(?:standard\s+(?:deviations?|errors?)|sigmas?\b|σ|SDs?\b)"
    r"|±\s*(?P<k2>[1-4])\s*(?:σ|sigma|SDs?|standard)",
    re.I,
)
OUTSIDE = Pattern(
    r"\b(?:outside|scrap\w*|reject\w*|out\s+of\s+(?:tolerance|range|spec\w*))\b", re.I
)
INSIDE = Pattern(r"\b(?:inside|within|between|lie|weigh|contain\w*)\b", re.I)
CONDITIONAL = Pattern(
    r"\b(?:given|among|sample|of\s+those|of\s+these|mixture|interval|power|instead|bigger|larger)\b",
    re.I,
)


IS_CHANGE = Pattern(
    r"\s?(?:lower|higher|smaller|larger|more|fewer)\s+(?!than\b)\w", re.I
)  # "32% lower odds"


def tails(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """Taller than 192 cm are 5 %: both sides for one; also the other way round."""
    shares = [
        n for n in results(passage) if n.is_percent and not IS_CHANGE.match(passage.plain, n.end)
    ]
    if not shares or CONDITIONAL.search(passage.plain):
        return
    z = list(limits(passage, near, known))
    if len(shares) == 1 and z and is_of_one_side(passage.plain):
        tail = {upper(x) for x in z}
        rights = [*tail, *(1 - t for t in tail), *by_rule(z)]
        how = f"share beyond z = {z[0]:.3g} on one side"
        slips = [
            Slip(2 * value, upper(x), how, "the number is that of both sides", True)
            for x in z
            for value in (upper(x), *by_rule([x]))
            if upper(x) < 0.25
        ]
        yield from explained_in(passage, shares, rights, slips)
    z = list(spans(passage, near, known))
    if len(shares) == 1 and z:
        yield from inside_or_outside(passage, shares, z)


def limits(passage: Passage, near: Passage | None, known: Known) -> Iterator[float]:
    """How far from the mean the limit of a sentence or of what leads to it is, in deviations."""
    for text in (passage.plain, lead_of(passage)):
        found = list(LIMIT.finditer(text))
        ks = {k_of(match) for match in DEVIATIONS.finditer(text)}
        if len(ks) == 1:
            yield float(ks.pop())
        elif len(found) == 1 and not ks:
            x = number_of(found[0]["x"])
            zs = [(x - law.mean) / law.stdev for law in known.laws()]
            yield from (z for z in zs if 0.2 < abs(z) < 5)
        if found or ks:
            return


def k_of(found: re.Match[str]) -> int:
    text = (found["k"] or found["k2"]).lower()
    return NUMERAL[text] if text in NUMERAL else int(text)


def spans(passage: Passage, near: Passage | None, known: Known) -> Iterator[float]:
    """The same for both ends of a range around the mean."""
    if LIMIT.search(passage.plain):
        return
    for text in (passage.plain, lead_of(passage)):
        found = list(SPAN.finditer(text))
        ks = {k_of(match) for match in DEVIATIONS.finditer(text)}
        if len(ks) == 1:
            yield float(ks.pop())
        for match in found[:1] if not ks else ():
            a, b = number_of(match["a"]), number_of(match["b"])
            for law in known.laws():
                z = (b - law.mean) / law.stdev
                if 0.2 < z < 5 and abs(law.mean - a - (b - law.mean)) < 0.01 * (b - a):
                    yield z
        if found or ks:
            return


def inside_or_outside(
    passage: Passage, shares: Sequence[Stated], zs: Sequence[float]
) -> Iterator[tuple[Stated, Slip]]:
    """Between 28 and 52 lie 68 %, outside 2.3 %: the share of another range, or of one side."""
    inside = [1 - 2 * upper(z) for z in zs] + [1 - 2 * tail for tail in by_rule(zs)]
    z = zs[0]
    if OUTSIDE.search(passage.plain) and not ONE_SIDE.search(passage.plain):
        how = f"share beyond ±{z:.3g} standard deviations"
        slips = [
            Slip(value, 2 * upper(z), how, "the number is that of one side", True)
            for value in (upper(z), *by_rule([z]))
        ]
        yield from explained_in(passage, shares, [1 - share for share in inside], slips)
    elif INSIDE.search(passage.plain) and not OUTSIDE.search(passage.plain):
        if ONE_SIDE.search(passage.plain) or z not in RULE:
            return
        how = f"share within ±{z:.3g} standard deviations"
        why = "the number is that of ±{} standard deviations"
        slips = [
            Slip(value, 1 - 2 * upper(z), how, why.format(k), True)
            for k in RULE
            for value in (1 - 2 * upper(k), RULE[k])
            if k != z
        ]
        yield from explained_in(passage, shares, inside, slips)


# -- quantiles ------------------------------------------------------------------------------------

PORTION = Pattern(
    r"\b(?P<word>slowest|fastest|top|bottom|highest|lowest|best|worst|largest|smallest|longest|shortest|heaviest|lightest"
    r"|tallest|upper|lower)\s+(?P<p>\d+(?:\.\d+)?)\s*%"
    r"|\b(?P<nth>\d{1,2}(?:\.\d)?)(?:th|st|nd|rd)\s+percentile"
    r"|(?P<most>\d+(?:\.\d+)?)\s*%\s+(?:of\s+)?(?:\w+\s+){1,4}(?:at\s+most|at\s+least|less\s+than|more\s+than|[a-z]+er\s+than)",
    re.I,
)
AS_Z = Pattern(r"\b[zZ]\s*(?:=|≈|of|is|\()?\s*(?:about\s+)?$")


def quantiles(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """The slowest 5 % take longer than mean + 1.96 s: the z of both sides for one."""
    is_of_share = has_one(passage.plain, ("%", "percentile"))
    found = list(PORTION.finditer(passage.plain)) if is_of_share else []
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(passage.plain)
        p = float(match["p"] or match["nth"] or match["most"]) / 100
        p = max(p, 1 - p)
        if p not in PORTIONS or TWO_SIDES.search(passage.plain, match.start(), end):
            continue
        right, wrong = STANDARD.inv_cdf(p), STANDARD.inv_cdf((1 + p) / 2)
        for number in results(passage):
            if match.end() <= number.start < end and not number.is_percent and is_precise(number):
                yield from quantile(passage, number, known, right, wrong, p)


def quantile(
    passage: Passage, number: Stated, known: Known, right: float, wrong: float, p: float
) -> Iterator[tuple[Stated, Slip]]:
    why = f"the number takes z = {wrong:.4g}, of both sides"
    if AS_Z.search(passage.plain, 0, number.start):
        slips = [Slip(wrong, right, f"z of {p:.4g} on one side", why)]
        yield from explained_in(passage, [number], [right, -right], slips)
        return
    laws = list(known.laws())
    rights = [law.mean + sign * right * law.stdev for law in laws for sign in (-1, 1)]
    slips = [
        Slip(
            law.mean + sign * wrong * law.stdev,
            law.mean + sign * right * law.stdev,
            f"{law.mean:g} {'+' if sign > 0 else '−'} {right:.4g} × {law.stdev:g}",
            why,
        )
        for law in laws
        for sign in (-1, 1)
    ]
    close = [value for value in rights if abs(value - float(number.value)) < 0.004 * abs(value)]
    if not close:
        for slip in slips:
            gap = abs(float(number.value) - slip.value)
            apart = abs(slip.right - slip.value)
            if gap <= 0.51 * float(number.unit) and apart > 2 * float(number.unit):
                yield number, slip


LEVEL_NAMED = Pattern(r"\b(?:multiplier|quantile|critical|factor|z)\b", re.I)
SIDED = Pattern(
    r"\b(?:(?P<one>one|single|upper|lower)|(?P<two>two|both|double))[\s-]*(?:sided|tailed|sides|tails?)\b",
    re.I,
)
ALPHA = Pattern(
    r"(?:α|\\alpha|alpha|significance(?:\s+level)?)\s*(?:=|of|:)?\s*(?P<a>0?\.\d+|\d+\s*%)", re.I
)
Z_VALUE = Pattern(r"(?<![\w.])(?P<z>[123]\.\d{2,3})(?!\d|\.\d|\s*%)")


def critical_values(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """The multiplier for 90 % is 1.28: one side for two; or two for one."""
    plain = passage.plain
    sides = {found.lastgroup for found in SIDED.finditer(plain)}
    if not LEVEL_NAMED.search(plain) or len(sides) > 1 or PORTION.search(plain):
        return
    levels = {float(n.value) for n in numbers(plain) if n.is_percent and float(n.value) in LEVELS}
    levels |= {1 - share_of(found["a"]) for found in ALPHA.finditer(plain)}
    is_of_interval = sides == {"two"} or (not sides and known.errors)
    if len(levels) != 1 or not (is_of_interval or sides == {"one"}):
        return
    level = levels.pop()
    one, two = STANDARD.inv_cdf(level), STANDARD.inv_cdf((1 + level) / 2)
    right, wrong = (one, two) if sides == {"one"} else (two, one)
    why = f"the number is that of {'both sides' if sides == {'one'} else 'one side'}"
    how = f"z of {level * 100:.4g}% on {'one side' if sides == {'one'} else 'both sides'}"
    read = [n for n in results(passage) if Z_VALUE.match(plain, n.start)]
    if len(read) == 1:
        yield from explained_in(passage, read, [right], [Slip(wrong, right, how, why)])


def share_of(text: str) -> float:
    return float(text.rstrip("% ")) / 100 if "%" in text else float(text)


# -- errors of means, sums ------------------------------------------------------------------------

OF_MEAN = Pattern(
    r"\b(?:standard\s+error|SEM?)\b"
    r"|\b(?:mean|averages?)\b(?=[^.;]{0,80}\b(?:deviation|sd|scatter\w*|var(?:y|ies)|spread\w*|fluctuat\w*|error)\b)"
    r"|\b(?:deviation|sd|scatter|spread|error)\b[^.;]{0,40}\b(?:mean|averages?)\b",
    re.I,
)
OF_SUM = Pattern(r"\b(?:total|sum|together|combined|difference|whole\s+\w+|both)\b", re.I)
OF_SPREAD = Pattern(r"\b(?:standard\s+deviation|sd|spread|σ|error)\b|σ", re.I)


def errors_of_means(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """The mean of 16 bottles varies by 4/16: s/n for s/√n."""
    named = OF_MEAN.search(passage.plain)
    named = named or (near and OF_MEAN.search(near.plain) and IT_IS.search(passage.plain))
    if not named or not known.spreads:
        return
    own = [int(n.value) for n in numbers(passage.plain) if n.is_whole and n.value >= 3]
    sizes = [n for n in own if n in known.sizes] or known.sizes[-1:]
    for number in results(passage):
        if number.is_percent:
            continue
        given = but(known.spreads, number)
        rights = [z * s / n**0.5 for s in given for n in {*known.sizes, *own} for z in USUAL_Z]
        rights += [*given, *but(known.means, number), *own]
        slips = [
            Slip(s / n, s / n**0.5, f"{s:g}/√{n}", f"the number divides by {n}, not by √{n}", True)
            for s in given
            for n in sizes
        ]
        yield from explained_in(passage, [number], rights, slips)


def spreads_of_sums(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """Standard deviations of 3 and 4 make 7 together: added instead of their squares."""
    if not OF_SUM.search(passage.plain) or not OF_SPREAD.search(passage.plain):
        return
    read = [n for n in results(passage) if n.start in inputs]
    given = [s for s in known.spreads if s not in [float(n.value) for n in read]]
    pairs = [(a, b) for i, a in enumerate(given) for b in given[i:]]
    rights = [(a * a + b * b) ** 0.5 for a, b in pairs] + [
        abs(a * a - b * b) ** 0.5 for a, b in pairs
    ]
    rights += [s * n**0.5 for s in given for n in known.sizes]
    slips = [
        Slip(
            a + b,
            (a * a + b * b) ** 0.5,
            f"√({a:g}² + {b:g}²)",
            "the number adds the standard deviations instead of the variances",
            True,
        )
        for a, b in pairs
        if len(given) == 2 and a != b
    ]
    own = [n for n in known.sizes if any(float(m.value) == n for m in numbers(passage.plain))]
    slips += [
        Slip(s * n, s * n**0.5, f"√{n} × {s:g}", f"the number multiplies by {n} instead of √{n}")
        for s in given
        for n in own
    ]
    yield from explained_in(passage, read, rights, slips)


VARIANCE = Pattern(r"\bthe\s+variance\b[^.;\d]{0,40}(?:\bis\b|=|:)\s*$", re.I)


def variances(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """The variance is 3, where the standard deviation is."""
    for number in results(passage) if "ariance" in passage.plain else ():
        if not VARIANCE.search(passage.plain, 0, number.start):
            continue
        rights = [a * a + b * b for a in known.spreads for b in [*known.spreads, 0]]
        slips = [
            Slip(s, s * s, f"variance = {s:g}²", "the number is the standard deviation", True)
            for s in known.spreads
            if s != 1
        ]
        yield from explained_in(passage, [number], rights, slips)


OF_ENDS = (
    quantiles,
    intervals,
    sizes_of_samples,
    mirrored_ends,
    multipliers,
    margins_of_shares,
    z_of_levels,
)
# What another law in the section does not change.
OF_Z: tuple[Reader, ...] = (
    p_values,
    shares_of_z,
    scores,
    multipliers,
    mirrored_ends,
    margins_of_shares,
    sizes_of_samples,
    z_of_levels,
    sizes_of_arms,
    intervals,
)
READERS: tuple[Reader, ...] = (
    *OF_Z,
    tails,
    quantiles,
    critical_values,
    errors_of_means,
    spreads_of_sums,
    scaled_margins,
    variances,
)
