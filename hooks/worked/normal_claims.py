"""What texts say of the normal distribution: coverage, quantiles, tails, errors, intervals.

Each reader below takes a sentence and yields claims: a number, and the values that it may have.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from statistics import NormalDist

from hooks.calculation.distributions import student_ppf
from hooks.language.sentences import Sentence
from hooks.language.wording import words
from hooks.page import Question, Text
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.parts import HALF
from hooks.worked.stated import NUMERAL, Stated, is_bounded, is_hedged, numbers

STANDARD = NormalDist()
LARGEST_Z = 8
NEAR = 60


@record
class Claim:
    """A number and the values that it may have.

    right: pairs of (low, high), each the interval of a right value. how: what was computed.
    tolerance: by how much the number may be off beyond its rounding, in its own unit.
    """

    text: Text
    number: Stated
    right: tuple[tuple[float, float], ...]
    how: str
    given: tuple[Stated, ...] = ()
    hedged: bool = False
    tolerance: float = 0

    @property
    def is_right(self) -> bool:
        low, high = float(self.number.quantity.low), float(self.number.quantity.high)
        low, high = low - self.tolerance, high + self.tolerance
        if any(a <= high + 1e-9 and low - 1e-9 <= b for a, b in self.right):
            return True
        return self.hedged and any(self.is_near((a + b) / 2) for a, b in self.right)

    def is_near(self, value: float) -> bool:
        """Whether "about" covers the difference: a tenth, but no other coverage (95 %, 99.7 %)."""
        said = float(self.number.value)
        if abs(said - value) > max(0.1 * abs(value), 0.5 * float(self.number.unit)):
            return False
        tails = (1 - said, 1 - value) if value > 0.85 and 0 < said < 1 else (1.0, 1.0)
        return 0.5 <= tails[0] / tails[1] <= 2

    @property
    def message(self) -> str:
        values = [f"{(a + b) / 2:.4g}" for a, b in self.right]
        if self.number.is_percent:
            values = [f"{(a + b) / 2 * 100:.4g}%" for a, b in self.right]
        right = " or ".join(dict.fromkeys(values))
        return f"{self.how} = {right}; the page says {self.number.written}"


def exactly(*values: float) -> tuple[tuple[float, float], ...]:
    return tuple((value, value) for value in values)


def over(function: Callable[[float], float], number: Stated) -> tuple[float, float]:
    """The values of a monotone function over all that a written number may stand for."""
    ends = function(float(number.quantity.low)), function(float(number.quantity.high))
    return min(ends), max(ends)


SPREAD_WORDS = ("sigma", "σ", "deviation", "sd", "std", "standard error", "s =", "z-score")


def claims_of(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The claims of a sentence about the normal distribution."""
    found = [claim for reader in readers(sentence) for claim in reader(page, sentence)]
    if found and not OTHER_DISTRIBUTION.search(sentence.plain):
        yield from found


def readers(sentence: Sentence) -> Iterator[Callable[[Question, Sentence], Iterator[Claim]]]:
    """What a sentence is worth to be read by: a quick look."""
    plain = sentence.plain
    has_percent = "%" in plain
    if has_percent and SPREAD.search(plain):
        yield coverage
    if "=" in plain or " of " in plain:
        yield from (standard_error, z_score, confidence_interval) if SPREAD.search(plain) else ()
    if "rule" in plain:
        yield empirical_rule
    if has_percent and ("z" in plain or "ritical" in plain or "uantile" in plain):
        yield critical_value
    if Z_OR_PHI.search(plain):
        yield from (p_value, tail)
    if "percentile" in plain:
        yield percentile
    if has_percent and "between" in plain:
        yield between
    if "±" in plain or "\\pm" in plain:
        yield from (interval, interval_formula)


SPREAD = Pattern(r"σ|[Ss](?:igma|tandard[\s-](?:dev|err)|t?d\b|D\b|E\b|\.d\.| =)")
Z_OR_PHI = Pattern(r"Φ|(?<![A-Za-z])[zZ](?![A-Za-z])|\\Phi|norm\.|[pq]norm")


OTHER_DISTRIBUTION = Pattern(
    r"Cheb|Tscheb|Tcheb|any\s+(?:distribution|shape)|t[- ]distribution|Student"
    r"|\bt\s*[=≈*]|t-(?:test|statistic"
    r"|value|quantile|score)|degrees\s+of\s+freedom|\bdf\b|uniform|Laplace|exponential"
    r"|heavy[- ]tail|skewed"
    r"|non-?normal|not\s+normal|chi-|χ|Poisson|Cauchy|log-?normal|shift|Six\s+Sigma"
    r"|3\.4\s+(?:defects|per)"
    r"|Bonferroni|corrected|adjusted|\bprior\b",
    re.I,
)
NORMAL = Pattern(r"normal|Gauss|bell|empirical\s+rule|\bz-?(?:score|table|value)|68|99\.7", re.I)
EMPIRICAL = Pattern(
    r"our\s+(?:data|sample)|in\s+(?:this|our|the)\s+(?:data|sample)|observed|actual"
    r"|empirically|measured|we\s+(?:found|saw|see)"
    r"|of\s+(?:our|these|the\s+\d+)|\d\s+of\s+(?:the\s+)?\d|drop|remov|exclud|reject|outlier",
    re.I,
)

# -- 95 % within two standard deviations ----------------------------------------------------------

UNIT = (
    r"(?:standard[\s-]+deviations?|SDs?\b|std\.?(?:\s*devs?\.?)?\b|st\.?\s*devs?\b|sigmas?\b"
    r"|σ|\\sigma\b|s\.d\.)"
)
KAY = r"(?:one|two|three|four|five|six|[1-6](?:\.\d{1,3})?)"
DEVIATIONS = Pattern(
    rf"(?<![\w.,−-])(?P<k>{KAY})(?:(?=\s*-?\s*{UNIT})|(?=\s*(?:,|/|\band\b|\bor\b"
    rf"|,\s*and\b)\s*(?:±\s*)?{KAY}\s*-?\s*(?:{UNIT}|(?:,|/|and|or)\s)))",
    re.I,
)
AFTER_WITHIN = Pattern(
    rf"(?:\bwithin|±|\\pm)\s*(?:about\s+|roughly\s+)?(?:±\s*|\\pm\s*)?(?P<k>{KAY})(?![\w.]"
    rf"|\s*%)",
    re.I,
)
INSIDE = Pattern(r"\b(?:within|inside|between|in\s+the\s+range)\b|\binterval\b|\bcover", re.I)
BEYOND = Pattern(
    r"\b(?:outside|beyond|more\s+than|farther|further|exceed\w*|outlying|greater\s+than"
    r"|at\s+least)\b|>",
    re.I,
)
ONE_SIDE = Pattern(
    r"\b(?:above|below|greater|less|right|left|upper|lower|higher|one-sided"
    r"|one\s+side|tail)\b",
    re.I,
)


def coverage(page: Question, sentence: Sentence) -> Iterator[Claim]:
    plain = sentence.plain
    shares = [n for n in numbers(plain) if n.is_percent and n.value <= 1]
    found = {m.start("k"): m["k"] for p in (DEVIATIONS, AFTER_WITHIN) for m in p.finditer(plain)}
    ks = [(at, deviations_of(found[at])) for at in sorted(found)]
    if not shares or len(shares) != len(ks) or not re.search(UNIT, plain, re.I):
        return
    if any(is_bounded(plain, n) for n in shares) or not is_normal(page, sentence):
        return
    for share, (at, k) in zip(shares, ks, strict=True):
        right, how = shares_of(k, plain, at)
        hedged = is_hedged(plain, share) or "≈" in plain or "\\sim" in plain
        tolerance = float(share.unit / 2) if len(share.written.strip("%")) > 3 else 0
        if k == 3 and share.written == "99%":
            continue  # said so often
        yield Claim(sentence.text, share, exactly(*right), how, (), hedged, tolerance)


def deviations_of(text: str) -> float:
    return float(NUMERAL.get(text.lower(), text))


def shares_of(k: float, plain: str, at: int) -> tuple[list[float], str]:
    """The shares that may be meant k standard deviations from the mean, and their name."""
    tail = 1 - STANDARD.cdf(k)
    before = plain[:at]
    inside = max((m.end() for m in INSIDE.finditer(before)), default=-1)
    beyond = max((m.end() for m in BEYOND.finditer(before)), default=-1)
    one_sided = bool(ONE_SIDE.search(plain, at, at + NEAR) or ONE_SIDE.search(before[-NEAR:]))
    if beyond > inside:
        values = [2 * tail, tail] if one_sided else [2 * tail]
        return values, f"share of a normal distribution beyond {k:g} standard deviations"
    values = [1 - 2 * tail, *([0.5 - tail, 1 - tail] if one_sided else [])]
    if inside < 0 and not re.search(r"±|\\pm", before):
        values += [2 * tail, tail, 1 - tail]
    return values, f"share of a normal distribution within {k:g} standard deviations"


def is_normal(page: Question, sentence: Sentence) -> bool:
    """Whether a text is about a normal distribution, and not about data at hand."""
    if EMPIRICAL.search(sentence.plain):
        return False
    own = words(sentence.block.text.content)
    if OTHER_DISTRIBUTION.search(own):
        return False
    if NORMAL.search(own) or NORMAL.search(f"{page.title_text} {sentence.block.section}"):
        return True
    at = next((i for i, block in enumerate(page.blocks) if block is sentence.block), 0)
    before = " ".join(words(b.text.content) for b in page.blocks[max(0, at - 3) : at])
    return bool(NORMAL.search(before)) and not OTHER_DISTRIBUTION.search(before)


RULE = Pattern(
    r"(?<![\w.])(?P<one>[5-9]\d(?:\.\d+)?)\s*%?\s?[-–—/,]\s?"
    r"(?P<two>9\d(?:\.\d+)?)\s*%?\s?[-–—/,]\s?"
    r"(?P<three>9\d(?:\.\d+)?)"
    r"\s*%?\)?\s*(?:\(?empirical\s+)?rule",
    re.I,
)


def empirical_rule(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The 68–95–99.7 rule."""
    for found in RULE.finditer(sentence.plain):
        for k, name in enumerate(("one", "two", "three"), 1):
            number = percent_at(found, name)
            value = 2 * STANDARD.cdf(k) - 1
            how = f"share of a normal distribution within {k} standard deviations"
            yield Claim(
                sentence.text, number, exactly(value), how, (), False, float(number.unit / 2)
            )


def percent_at(found: re.Match, name: str) -> Stated:
    quantity = next(iter(numbers(f"{found[name]}%"))).quantity
    return Stated(quantity, *found.span(name), f"{found[name]}%")


# -- 1.96 for 95 % --------------------------------------------------------------------------------

CONFIDENCE = Pattern(
    r"confiden|\bCI\b|interval|critical|quantile|percentile|multiplier|two-?\s?(?:sided"
    r"|tailed)|one-?\s?(?:sided|tailed)",
    re.I,
)
DECISION = Pattern(
    r"signific|\breject|observed|\bp\s*[=<≈]|p-value|exceed|[<>]|statistic\b|power|\bn\s*=", re.I
)
TWO_SIDED = Pattern(r"two-?\s?(?:sided|tailed)|both\s+(?:tails|sides)", re.I)
ONE_SIDED = Pattern(
    r"one-?\s?(?:sided|tailed)|upper\s+bound|lower\s+bound|percentile|quantile|upper[- ]tail", re.I
)


def critical_value(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """Levels and the quantiles that belong to them, in the same order."""
    plain = sentence.plain
    if not CONFIDENCE.search(plain) or DECISION.search(plain):
        return
    levels = [n for n in numbers(plain) if n.is_percent and HALF <= n.value < 1]
    values = [n for n in numbers(plain) if not n.is_percent and is_quantile(n)]
    others = [n for n in numbers(plain) if n not in levels and n not in values]
    if not levels or len(levels) != len(values) or others:
        return
    for level, value in zip(levels, values, strict=True):
        two, one = quantile((1 + level.value) / 2), quantile(level.value)
        near = plain[max(0, min(level.start, value.start) - NEAR) : max(level.end, value.end) + 30]
        right = [two, one]
        if TWO_SIDED.search(near) and not ONE_SIDED.search(near):
            right = [two]
        elif ONE_SIDED.search(near) and not TWO_SIDED.search(near):
            right = [one, two] if "two" in plain or "interval" in plain else [one]
        elif re.search(r"\binterval|\bCIs?\b", plain) and not ONE_SIDED.search(plain):
            right = [two]
        is_two = level.written == "95%" and value.written in ("2", "2.0")
        if is_two or level.value > Fraction(99, 100):
            right = [*right, 2.0, 3.0]
        tolerance = float(value.unit) * (1 if "." in value.written else 0.04)
        how = f"z for {level.written}"
        yield Claim(sentence.text, value, exactly(*right), how, (level,), False, tolerance)


def is_quantile(number: Stated) -> bool:
    return Fraction(8, 10) <= number.value <= 4 and (
        "." in number.written or number.value in (2, 3)
    )


def quantile(p: Fraction) -> float:
    return STANDARD.inv_cdf(float(p))


# -- p of a z -------------------------------------------------------------------------------------

Z_STATED = Pattern(
    r"(?<![\w^])[zZ](?:[-\s](?:score|statistic|value|stat))?\s*(?:=|≈|of|is|was"
    r"|\\approx)\s*(?P<z>[-−–]?\d+(?:\.\d+)?)(?![\w%]|\.\d|\s*[+×·*/^])"
    r"|=\s*(?P<last>[-−–]?\d+\.\d+)(?=\s*,)"
)
P_STATED = Pattern(
    r"(?<![\w(])[pP](?:[-\s]?values?)?(?:\s*\((?:one|two)[-\s](?:sided|tailed)\))?"
    r"\s*(?:=|≈|of|is|was|:|\\approx)\s*(?:about\s+|roughly\s+|≈\s*)?(?P<p>0?\.\d+"
    r"|\d(?:\.\d+)?\s*[×·]\s*10|\d+(?:\.\d+)?\s?%)"
)


TESTING = Pattern(
    r"sided|tailed|\btest|reject|signific|\b(?:gives?|so|hence|thus|has|→|yields)\s+(?:a\s+)?p\b",
    re.I,
)


def p_value(page: Question, sentence: Sentence) -> Iterator[Claim]:
    plain = sentence.plain
    zs = [m for m in Z_STATED.finditer(plain) if m["z"]]
    by_start = {n.start: n for n in numbers(plain)}
    if len(zs) != 1 or not (z := by_start.get(zs[0].start("z"))):
        return
    for found in P_STATED.finditer(plain, zs[0].end()):
        number = by_start.get(found.start("p"))
        if "alue" not in found[0] and not TESTING.search(plain):
            continue
        if not number or not 0 < abs(z.value) < LARGEST_Z or is_bounded(plain, number):
            continue
        upper = over(lambda x: 1 - STANDARD.cdf(x), z)
        lower = over(STANDARD.cdf, z)
        small = min(upper, lower)
        two = tuple(2 * end for end in small)
        near = plain[max(0, found.start() - 30) : number.end + 16]
        sided = bool(TWO_SIDED.search(near)), bool(ONE_SIDED.search(near))
        right = (
            [two]
            if sided == (True, False)
            else [small]
            if sided == (False, True)
            else [two, upper, lower]
        )
        hedged = is_hedged(plain, number) or "≈" in found[0]
        name = "two-sided p" if right == [two] else "one-sided p" if right == [small] else "p"
        how = f"{name} of z = {z.written}"
        yield Claim(sentence.text, number, tuple(right), how, (z,), hedged, float(number.unit / 2))


# -- P(Z > 1.5), Φ(1.96) --------------------------------------------------------------------------

SIGNED = r"[-−–+]?\s?\d+(?:\.\d+)?"
LESS = r"(?:<|≤|\\leq?\b|\\lt\b)\s?=?"
MORE = r"(?:>|≥|\\geq?\b|\\gt\b)\s?=?"
TAIL = Pattern(
    rf"(?<![\w+×·*/÷^−-])(?<![+×·*/÷−-]\s)(?:P|Pr|\\Pr)\s?\(\s*(?:"
    rf"(?P<low>{SIGNED})\s*{LESS}\s*Z\s*{LESS}\s*(?P<high>{SIGNED})"
    rf"|(?P<bar>\||\\lvert)?\s*Z\s*(?(bar)(?:\||\\rvert))\s*(?:(?P<less>{LESS})"
    rf"|(?P<more>{MORE}))\s*(?P<x>{SIGNED}))\s*\)"
)
PHI = Pattern(
    rf"(?<![\w+×·*/÷^−(-])(?P<from>1\s*[-−–]\s*)?"
    rf"(?:Φ|\\Phi|(?:stats\.)?norm\.(?P<name>cdf"
    rf"|sf)|pnorm)\s?\(\s*(?P<x>{SIGNED})\s*\)"
)
INVERSE = Pattern(
    r"(?:(?:Φ|\\Phi)\s*(?:⁻¹|\^\s*[-−]\s*1)|(?:stats\.)?norm\.ppf|qnorm)"
    r"\s*\(\s*(?P<x>0?\.\d+)\s*\)"
)
IN_TERM = Pattern(r"[\d)+×·*/÷−–-]\s*$")
LINK = Pattern(r"\s*(?:=|≈|\\approx|\bis(?:\s+about)?|→|->)\s*(?:about\s+|≈\s*|~\s*)?")
TO_NEXT = Pattern(r"(?:[^=≈,;:!?a-zA-Z\\]|,(?=\d)|\\[a-zA-Z]+|[PZ]){0,60}(?=[=≈])")
OPERATES = Pattern(r"\s*[-+×·*/÷^−–]\s*[\d(\\ΦP]")


def tail(page: Question, sentence: Sentence) -> Iterator[Claim]:
    plain = sentence.plain
    for found in TAIL.finditer(plain):
        if not IN_TERM.search(plain, 0, found.start()):
            yield from chained(sentence, found, exactly(probability(found)), found[0])
    for found in PHI.finditer(plain):
        if IN_TERM.search(plain, 0, found.start()):
            continue
        value = STANDARD.cdf(number_of(found["x"]))
        upper = bool(found["from"]) != (found["name"] == "sf")
        yield from chained(sentence, found, exactly(1 - value if upper else value), found[0])
    for found in INVERSE.finditer(plain):
        if IN_TERM.search(plain, 0, found.start()):
            continue
        yield from chained(sentence, found, exactly(STANDARD.inv_cdf(float(found["x"]))), found[0])


def probability(found: re.Match) -> float:
    if found["low"]:
        return STANDARD.cdf(number_of(found["high"])) - STANDARD.cdf(number_of(found["low"]))
    below = STANDARD.cdf(number_of(found["x"]))
    if found["bar"]:
        below = 2 * STANDARD.cdf(abs(number_of(found["x"]))) - 1
    return below if found["less"] else 1 - below


def number_of(text: str) -> float:
    return float(re.sub(r"[−–]", "-", text).replace(" ", ""))


def chained(
    sentence: Sentence, found: re.Match, right: Sequence[tuple[float, float]], name: str
) -> Iterator[Claim]:
    """The numbers of the chain of equations behind a probability."""
    plain, at = sentence.plain, found.end()
    by_start = {n.start: n for n in numbers(plain)}
    for _ in range(5):
        link = LINK.match(plain, at)
        if not link:
            return
        number = by_start.get(link.end())
        if number and number.value > 1 and right[0][1] <= 1:
            return  # a count
        if number and not OPERATES.match(plain, number.end):
            name = " ".join(name.split())
            hedged = "about" in link[0]
            yield Claim(
                sentence.text, number, tuple(right), name, (), hedged, float(number.unit / 2)
            )
        following = TO_NEXT.match(plain, number.end if number else link.end())
        if not following:
            return
        at = following.end()


# -- standard errors, scores, intervals -----------------------------------------------------------

VALUE = r"(?P<{}>\d[\d,]*(?:\.\d+)?)(?!\s*%|\d|\.\d)"
SD_STATED = Pattern(
    rf"(?:\b[sS]\s*=|\bSD\s*(?:=|of|is)|\bsd\s*(?:=|of|is)?|σ\s*=|\\sigma\s*="
    rf"|standard\s+deviation(?:\s+[sσ])?\s*(?:of|is|=|:))\s*{VALUE.format('v')}"
)
N_STATED = Pattern(
    rf"\b[nN]\s*=\s*{VALUE.format('v')}|sample\s+of\s+(?:size\s+)?{VALUE.format('w')}"
)
SE_STATED = Pattern(
    rf"(?:\bSEM?\b|standard\s+error(?:\s+of\s+the\s+mean)?(?:\s+SEM?)?)\s*(?:=|≈|is|of|:"
    rf"|comes\s+out\s+at)\s*(?:[^=≈.;]{{0,60}}[=≈]\s*)?{VALUE.format('v')}(?!\s*[×·*/+−^-])"
)
MEAN_STATED = Pattern(
    rf"(?:\b[Mm]ean(?:\s+[μx]̄?)?\s*(?:of|is|=|:)?|μ\s*=|\\mu\s*=|x̄\s*=|\\bar\s+x\s+=)"
    rf"\s*{VALUE.format('v')}"
)
SCORE_STATED = Pattern(
    r"\bz(?:-?score)?\s*(?:=|≈|of"
    r"|is)\s*(?:[^=≈;:a-zA-Z]{0,60}[=≈]\s*)?(?P<v>[-−–]?\d+(?:\.\d+)?)(?!\s*[×·*/+−^(-]"
    r"|\d|\.\d)"
)
X_STATED = Pattern(
    rf"(?:\bx\s*=|(?<!z-)(?<!z )\b(?:score|value|result|height"
    rf"|weight|IQ|observation|person)\s+(?:of|is|at)"
    rf"|\bscored|[,;]\s+score)\s*{VALUE.format('v')}"
)


def sole(pattern: re.Pattern, sentence: Sentence) -> Stated | None:
    """The one number that a pattern finds in a sentence."""
    found = list(pattern.finditer(sentence.plain))
    if len(found) != 1:
        return None
    name = next(name for name, value in found[0].groupdict().items() if value)
    return next((n for n in numbers(sentence.plain) if n.start == found[0].start(name)), None)


def standard_error(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """s = 10 and n = 25, so the standard error is 2."""
    if "SE" not in sentence.plain and "standard error" not in sentence.plain:
        return
    s, n, error = (sole(p, sentence) for p in (SD_STATED, N_STATED, SE_STATED))
    if s and n and error and n.value > 1:
        root = float(n.value) ** 0.5
        low, high = float(s.quantity.low) / root, float(s.quantity.high) / root
        how = f"s/√n = {s.written}/√{n.written}"
        hedged = is_hedged(sentence.plain, error)
        yield Claim(sentence.text, error, ((low, high),), how, (s, n), hedged)


def z_score(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """x = 130, μ = 100 and σ = 15, so z = 2."""
    patterns = (X_STATED, MEAN_STATED, SD_STATED, SCORE_STATED)
    x, mean, s, score = (sole(pattern, sentence) for pattern in patterns)
    if x and mean and s and score and s.value and score not in (x, mean, s):
        value = float((x.value - mean.value) / s.value)
        how = f"z = ({x.written} - {mean.written})/{s.written}"
        hedged = is_hedged(sentence.plain, score)
        yield Claim(sentence.text, score, exactly(value), how, (x, mean, s), hedged)


INTERVAL = Pattern(
    r"(?<![\w.,×·*/+−-])(?P<m>[-−]?\d[\d,]*(?:\.\d+)?)\s?%?\s*(?:±"
    r"|\\pm)\s*(?P<h>\d+(?:\.\d+)?)\s?(?P<unit>%)?(?!\s*[×·*/(\\σ]|\s*SD|\w)"
    r"(?P<gap>[^\d;!?±]{0,40})(?P<a>[-−]?\d[\d,]*(?:\.\d+)?)\s?%?\s*(?:,|–|to|and)"
    r"\s*(?P<b>[-−]?\d[\d,]*(?:\.\d+)?)(?![\w.]*\d)"
)
SAME_INTERVAL = Pattern(
    r"\s*(?:,|\(|:|=|≈|→|so|i\.e\.|that\s+is|gives?|which\s+(?:gives|is|runs\s+from)"
    r"|from|between|the|interval|is|\[|=\s*\[|\s)*$",
    re.I,
)


def interval(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """52 ± 4.9, i.e. [47.1, 56.9]"""
    plain = sentence.plain
    by_start = {n.start: n for n in numbers(plain)}
    for found in INTERVAL.finditer(plain):
        read = [by_start.get(found.start(name)) for name in "mhab"]
        if None in read or not SAME_INTERVAL.fullmatch(found["gap"]):
            continue
        middle, half, *ends = read
        if len({n.is_percent for n in ends}) > 1 or middle.is_percent != ends[-1].is_percent:
            continue
        for sign, end in zip((-1, 1), ends, strict=True):
            low = float(middle.quantity.low + sign * half.value) - float(half.unit / 2)
            high = float(middle.quantity.high + sign * half.value) + float(half.unit / 2)
            how = f"{middle.written} {'-' if sign < 0 else '+'} {half.written}"
            yield Claim(sentence.text, end, ((low, high),), how, (middle, half))


FORMULA = Pattern(
    r"(?P<level>90|95|99)\s?%[^%;]{0,60}(?:±|\\pm)\s*(?P<z>\d\.\d{2,3})\s*(?:[·×*]|\\cdot|\\times)?\s*"
    r"(?:\(?\s*(?:s|σ|SEM?|sd|SD|se)\b|\\sigma|\\frac|\\sqrt|√|\\hat|standard\s+error)"
)
Z_OF_LEVEL = {"90": ("1.64", "1.645", "1.65"), "95": ("1.96",), "99": ("2.57", "2.576", "2.58")}


def interval_formula(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The 99 % interval is x̄ ± 2.576 s/√n: z is not that of another level."""
    plain = sentence.plain
    for found in FORMULA.finditer(plain):
        number = next((n for n in numbers(plain) if n.start == found.start("z")), None)
        if number and any(number.written in usual for usual in Z_OF_LEVEL.values()):
            value = quantile((1 + Fraction(int(found["level"]), 100)) / 2)
            how = f"z for {found['level']}%, two-sided"
            tolerance = float(number.unit)
            yield Claim(sentence.text, number, exactly(value), how, (), False, tolerance)


# -- intervals, percentiles, shares of N(m, s²) ---------------------------------------------------

CI = Pattern(r"confidence|\bCI\b|\binterval\b", re.I)
ENDS = Pattern(
    r"(?:[\[(]|\bfrom\s+|\bbetween\s+|\bis\s+)"
    r"\s*(?P<a>[-−]?\d[\d,]*(?:\.\d+)?)\s*(?:,|–|\bto\b|\band\b)\s*"
    r"(?P<b>[-−]?\d[\d,]*(?:\.\d+)?)(?![\w%]|\.\d)"
)


def confidence_interval(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """x̄ = 50, s = 10, n = 100: the 95 % interval is [48.04, 51.96]."""
    plain = sentence.plain
    if not CI.search(plain):
        return
    mean, s, n = (sole(pattern, sentence) for pattern in (MEAN_STATED, SD_STATED, N_STATED))
    levels = [number for number in numbers(plain) if number.is_percent]
    ends = list(ENDS.finditer(plain))
    if not mean or not s or not n or len(levels) != 1 or len(ends) != 1 or n.value < 5:
        return
    p = (1 + float(levels[0].value)) / 2
    error = float(s.value) / float(n.value) ** 0.5
    least = min(STANDARD.inv_cdf(p), 2.0 if levels[0].written == "95%" else 9.0) * error
    most = max(student_ppf(p, float(n.value) - 1), 2.0 if levels[0].written == "95%" else 0) * error
    by_start = {number.start: number for number in numbers(plain)}
    for name, sign in (("a", -1), ("b", 1)):
        if end := by_start.get(ends[0].start(name)):
            right = sorted(float(mean.value) + sign * half for half in (0.99 * least, 1.01 * most))
            how = f"{mean.written} {'-' if sign < 0 else '+'} z × {s.written}/√{n.written}"
            yield Claim(sentence.text, end, (tuple(right),), how, (mean, s, n))


PERCENTILE = Pattern(r"(?P<p>\d{1,2}(?:\.\d{1,2})?)(?:st|nd|rd|th)\s+percentile")


def percentile(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """A z-score of 1 is the 84th percentile."""
    plain = sentence.plain
    zs = [found for found in Z_STATED.finditer(plain) if found["z"]]
    found = list(PERCENTILE.finditer(plain))
    z = next((n for n in numbers(plain) if zs and n.start == zs[0].start("z")), None)
    if len(zs) == len(found) == 1 and z:
        number = percent_at(found[0], "p")
        right = over(STANDARD.cdf, z)
        yield Claim(sentence.text, number, (right,), f"Φ({z.written})", (z,), False, 0.005)


PARAMETERS = Pattern(
    r"N\s*\(\s*(?P<mean>[-−]?\d+(?:\.\d+)?)\s*[a-z]{0,3}\s*,\s*"
    r"(?P<s>\d+(?:\.\d+)?)\s*(?P<square>²|\^\s*2)?"
)
BETWEEN = Pattern(
    r"\b(?:lies?|fall|are|is|have|run|score)\s+between\s+(?P<a>[-−]?\d+(?:\.\d+)?)\s*[a-z]{0,3}\s+"
    r"and\s+(?P<b>[-−]?\d+(?:\.\d+)?)"
    r"|,\s*\d+(?:\.\d+)?\s?%\s+between\s+(?P<c>\d+(?:\.\d+)?)\s*[a-z]{0,3}\s+"
    r"and\s+(?P<d>\d+(?:\.\d+)?)",
    re.I,
)


def between(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """With N(100, 15²), 68 % lie between 85 and 115."""
    plain = sentence.plain
    shares = [n for n in numbers(plain) if n.is_percent]
    ranges = list(BETWEEN.finditer(plain))
    parameters = list(PARAMETERS.finditer(words(sentence.block.text.content)))
    if len(parameters) != 1 or not shares or len(shares) != len(ranges):
        return
    mean, s = float(parameters[0]["mean"].replace("−", "-")), float(parameters[0]["s"])
    deviations = [s] if parameters[0]["square"] else [s, s**0.5]
    for share, found in zip(shares, ranges, strict=True):
        low, high = (number_of(found[x] or found[y]) for x, y in (("a", "c"), ("b", "d")))
        laws = [NormalDist(mean, sigma) for sigma in deviations if sigma]
        right = exactly(*(law.cdf(high) - law.cdf(low) for law in laws))
        how = f"P({low:g} < X < {high:g}) for N({mean:g}, {s:g}²)"
        tolerance = 0.006 if len(share.written) == 3 else float(share.unit / 2)
        if right:
            hedged = is_hedged(plain, share)
            yield Claim(sentence.text, share, right, how, (), hedged, tolerance)
