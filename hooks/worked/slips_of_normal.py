"""Shares, limits, errors and sizes of a normal distribution that only a typical slip explains.

The mean, the standard deviation and the sizes of samples are read loosely, from anywhere before in
the section, and any of them may belong together. A number is judged only if no choice of them gives
it, and a slip on what stands beside it does: two sides for one, s/n for s/√n, the z of another
level, a size scaled by the ratio of the margins instead of its square, spreads that were added.
"""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import groupby, product
from statistics import NormalDist

from hooks.calculation.distributions import student_ppf
from hooks.language.wording import words
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import Judgment, Passage, passages
from hooks.worked.normal_examples import number_of
from hooks.worked.sizes import has_one
from hooks.worked.slips import Slip, explained, is_claimed, is_precise, judged
from hooks.worked.stated import NUMERAL, Stated, numbers

STANDARD = NormalDist()
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
)
OTHER_LAW = Pattern(
    r"Cheb|t[- ]distribution|Student|t-(?:test|value|quantile)|degrees\s+of\s+freedom|uniform"
    r"|exponential|Poisson|Cauchy|log-?normal|Bonferroni|percentile\s+bootstrap|Six\s+Sigma|finite|design\s+effect",
    re.I,
)
NEAR = 200  # characters before a sentence in which its limit may stand
MOST = 8  # means, standard deviations or sizes of a section
MOST_OF_T = 100  # observations of which Student's t differs from the normal distribution
USUAL_Z = (1, 1.645, 1.96, 2, 2.576, 3)
LEVELS = (0.8, 0.9, 0.95, 0.98, 0.99, 0.999)
PORTIONS = (*LEVELS, 0.975, 0.995)
RULE = {1: 0.68, 2: 0.95, 3: 0.997}

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
N_NAMED = Pattern(r"\b[nN]\s*=\s*$|√\s*\(?\s*$")
SE_NAMED = Pattern(
    r"\b(?:standard\s+error|SEM?)\b[^.;\d]{0,40}$|\bstandard\s+error\b[^.;\d]{0,40}[=≈]\s*$", re.I
)
AS_PART = Pattern(r"\s*(?:[·×*/^²√+−–-]\s*[\d(√]|\\cdot|\\times)")
PART_BEFORE = Pattern(r"[·×*+/^√(−-]\s*$")


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


def judgments(page: Question) -> Iterator[Judgment]:
    """The numbers of a page that only slips explain."""
    if not has_one(page.lower, MARKS):
        return
    for _, own in groupby(passages(page), key=lambda passage: passage.place[0]):
        told = [p for p in own if not p.of_mistakes]
        if not any(has_one(passage.lower, MARKS) for passage in told):
            continue
        if not any(OTHER_LAW.search(passage.plain) for passage in told):
            yield from of_section(page, told)


def of_section(page: Question, told: Sequence[Passage]) -> Iterator[Judgment]:
    known = Known([], [], [], [], [], [], [])
    before: Passage | None = None
    for passage in told:
        inputs = learn(known, passage)
        near = before if before and before.block is passage.block else None
        found: dict[int, tuple[Stated, Slip]] = {}
        for reader in READERS:
            for number, slip in reader(passage, near, known, inputs):
                if is_claimed(page, passage, number, reader in OF_ENDS):
                    found.setdefault(number.start, (number, slip))
        for number, slip in found.values():
            yield judged(passage, number, slip)
        before = passage


def learn(known: Known, passage: Passage) -> set[int]:
    """Adds what a passage states to what is known; where its standard deviations stand."""
    plain, spreads, end = passage.plain, set(), 0
    for number in numbers(plain):
        lead, value = DIGITS.sub("", plain[end : number.start]), float(number.value)
        is_counted = number.is_whole and value >= 2 and COUNTED.match(plain, number.end)
        is_counted = is_counted and not MEAN_BEFORE.match(plain, number.end)
        known.said.append((value, passage))
        if is_counted or (number.is_whole and N_NAMED.search(lead)):
            known.sizes.append(int(value))
        if is_counted:
            continue
        end = number.end
        if number.is_percent:
            known.levels += [value] if value in LEVELS else []
        elif is_part(plain, number):
            continue
        elif SE_NAMED.search(lead):
            known.errors.append(value)
        elif SPREAD.search(lead) and value > 0:
            known.spreads.append(value)
            spreads.add(number.start)
        elif MEAN.search(lead) or MEAN_BEFORE.match(plain, number.end):
            known.means.append(value)
        elif lead.rstrip(" =≈(−-").endswith(("z", "Z")):
            known.zs.append(abs(value))
    return spreads


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


# -- shares beyond a limit ------------------------------------------------------------------------

NUMBER = r"[-−]?\d[\d,]*(?:\.\d+)?"
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
ONLY = Pattern(r"\bonly\b[^.;]{0,40}\btoo\s+\w+", re.I)
OUTSIDE = Pattern(
    r"\b(?:outside|scrap\w*|reject\w*|out\s+of\s+(?:tolerance|range|spec\w*))\b", re.I
)
INSIDE = Pattern(r"\b(?:inside|within|between|lie|weigh|contain\w*)\b", re.I)
CONDITIONAL = Pattern(
    r"\b(?:given|among|sample|of\s+those|of\s+these|mixture|interval|power|instead|bigger|larger)\b",
    re.I,
)


def tails(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """Taller than 192 cm are 5 %: both sides for one; also the other way round."""
    shares = [n for n in results(passage) if n.is_percent]
    if not shares or CONDITIONAL.search(passage.plain):
        return
    z = list(limits(passage, near, known))
    if len(shares) == 1 and z and is_of_one_side(passage):
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


def is_of_one_side(passage: Passage) -> bool:
    is_two = TWO_SIDES.search(passage.plain) and not ONLY.search(passage.plain)
    return bool(ONE_SIDE.search(passage.plain)) and not is_two


def by_rule(zs: Sequence[float]) -> list[float]:
    """The share on one side by the rule 68–95–99.7."""
    return [(1 - RULE[k]) / 2 for z in zs if (k := round(abs(z), 6)) in RULE]


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


def explained_in(
    passage: Passage, read: Sequence[Stated], rights: Sequence[float], slips: Sequence[Slip]
) -> Iterator[tuple[Stated, Slip]]:
    for number in read:
        if slip := explained(passage, number, rights, slips):
            yield number, slip


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


P_VALUE = Pattern(r"\b(?P<side>one|two)[\s-]*(?:sided|tailed)\b(?:[^.;\d]|\.(?!\d)){0,25}$", re.I)


def p_values(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """The one-sided p of z = 2.2 is 0.0278: that of both sides."""
    zs = set(known.zs)
    if "sided" not in passage.lower and "tailed" not in passage.lower:
        return
    for number in results(passage) if len(zs) == 1 else ():
        found = P_VALUE.search(passage.plain, 0, number.start)
        value = float(number.value)
        if not found or not 0 < value < 0.6 or value in LEVELS or value in zs:
            continue
        one = upper(max(zs))
        right, wrong = (one, 2 * one) if found["side"].lower() == "one" else (2 * one, one)
        side = "one side" if found["side"].lower() == "one" else "both sides"
        how = f"p of z = {max(zs):g} on {side}"
        slip = Slip(wrong, right, how, "the number is that of the other kind")
        yield from explained_in(passage, [number], [right], [slip])


# -- errors of means, sums ------------------------------------------------------------------------

OF_MEAN = Pattern(
    r"\b(?:standard\s+error|SEM?)\b"
    r"|\b(?:mean|averages?)\b(?=[^.;]{0,80}\b(?:deviation|sd|scatter\w*|var(?:y|ies)|spread\w*|fluctuat\w*|error)\b)"
    r"|\b(?:deviation|sd|scatter|spread|error)\b[^.;]{0,40}\b(?:mean|averages?)\b",
    re.I,
)
OF_SUM = Pattern(r"\b(?:total|sum|together|combined|difference|whole\s+\w+|both)\b", re.I)
OF_SPREAD = Pattern(r"\b(?:standard\s+deviation|sd|spread|σ|error)\b|σ", re.I)
IT_IS = Pattern(r"\b(?:it|this|that)\s+(?:is|becomes|falls|shrinks|would\s+be)\b|\bonly\b", re.I)
MARGIN = Pattern(r"\b(?:margin|half-?\s?width|interval)\b", re.I)


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
    if not OF_INTERVAL.search(passage.plain) or not known.levels:
        return
    errors = [(e, f"{e:g}") for e in known.errors]
    errors += [(s / n**0.5, f"{s:g}/√{n}") for s in known.spreads for n in known.sizes]
    p = (1 + known.levels[-1]) / 2
    z = STANDARD.inv_cdf(p)
    by_start = {n.start: n for n in numbers(passage.plain)}
    for found in ENDS.finditer(passage.plain):
        first, last = (by_start.get(found.start(name)) for name in "ab")
        if first is None or last is None or first.value >= last.value or last.is_percent:
            continue
        middle, half = float(first.value + last.value) / 2, float(last.value - first.value) / 2
        unit = float(max(first.unit, last.unit))
        centers = [v for v, _ in known.said if abs(v - middle) <= unit]
        slip = slip_of_half(known, errors, half, unit, z) if centers and half > 3 * unit else None
        if slip and not any(is_half(half, r, unit) for r in rights_of_halves(known, errors, p)):
            error, how, why = slip
            right = centers[0] - z * error
            yield first, Slip(float(first.value), right, f"{centers[0]:g} − {z:.4g} × {how}", why)


Errors = Sequence[tuple[float, str]]  # standard errors, and how they are computed


def slip_of_half(
    known: Known, errors: Errors, half: float, unit: float, z: float
) -> tuple[float, str, str] | None:
    """The standard error of which a slip makes half of an interval, and which slip."""
    for error, how in errors:
        for value, why in slips_of_half(error, z, known):
            if abs(half - value) <= unit * 0.75:
                return error, how, why
    return None


def rights_of_halves(known: Known, errors: Errors, p: float) -> Iterator[float]:
    """Half the width of an interval at the level that was stated last, also by Student's t."""
    z = STANDARD.inv_cdf(p)
    for s in known.spreads:
        yield from (factor * s for factor in (1, 2, 3, z))
    factors = [z, *([2.0] if z < 2 < 1.03 * z else [])]
    factors += [student_ppf(p, n - 1) for n in known.sizes if 2 < n <= MOST_OF_T]
    for error, _ in errors:
        yield from (factor * error for factor in factors)


def is_half(half: float, right: float, unit: float) -> bool:
    return abs(half - right) <= max(unit, 0.02 * right)


def slips_of_half(error: float, z: float, known: Known) -> Iterator[tuple[float, str]]:
    yield error, "the number leaves z out"
    for level in LEVELS[1:5]:
        other = STANDARD.inv_cdf((1 + level) / 2)
        if abs(other - z) > 0.1:
            yield other * error, f"the number takes the z of {level * 100:g}%"
    for s in known.spreads:
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
    r"|margin\s+(?:of\s+(?:error\s+)?)?(?:±\s*)?(?P<x>\d+(?:\.\d+)?)\s*%|/\s*(?P<y>0?\.\d+)\s*(?:²|\^)",
    re.I,
)


def sizes_of_samples(
    passage: Passage, near: Passage | None, known: Known, inputs: set[int]
) -> Iterator[tuple[Stated, Slip]]:
    """±3 points need 1,068 people, ±2 points 1,601: scaled by the ratio and not by its square."""
    own = margins_in(passage) or (margins_in(near) if near else [])
    said = passage.plain + (near.plain if near and IT_IS.search(passage.plain) else "")
    if len(own) != 1 or not NEEDED.search(said):
        return
    before = {m for _, p in known.said for m in margins_in(p)} - {*own}
    read = [n for n in results(passage) if n.is_whole and n.value >= 30]
    levels = {*known.levels, 0.95}
    zs = {STANDARD.inv_cdf((1 + level) / 2) for level in levels} | {2.0}
    shares = {0.5} | {v for v, _ in known.said if 0 < v < 1}
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
        right, wrong = (x * x / 4 / m**2 for x in (z, 1.96))
        how = f"{z:.4g}² × 0.25/{m:g}²"
        why = "the number is that of 95%"
        slips += [Slip(value, right, how, why) for value in (wrong, math.ceil(wrong))]
    yield from explained_in(passage, read, rights, slips)


def margins_in(passage: Passage) -> list[float]:
    """The margins that a passage states, as shares."""
    found = [(m.lastgroup, m[m.lastgroup]) for m in MARGIN_STATED.finditer(passage.plain)]
    values = [float(text) / (1 if name == "y" else 100) for name, text in found]
    return list(dict.fromkeys(v for v in values if v))


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


OF_ENDS = (quantiles, intervals, sizes_of_samples)
READERS = (
    tails,
    quantiles,
    critical_values,
    p_values,
    errors_of_means,
    spreads_of_sums,
    intervals,
    scaled_margins,
    sizes_of_samples,
    variances,
)
