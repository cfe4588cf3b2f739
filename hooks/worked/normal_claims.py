"""What texts say of the normal distribution: coverage, quantiles, tails, errors, intervals.

Each reader below takes a sentence and yields claims: a number, and the values that it may have.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from statistics import NormalDist

from hooks.calculation.quantity import Quantity
from hooks.language.sentences import Sentence
from hooks.language.wording import words
from hooks.page import Question, Text
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.link_words import ABOUT, IS, LINK
from hooks.worked.parts import HALF
from hooks.worked.sizes import has_one
from hooks.worked.stated import (
    COUNT_WORDS,
    NUMERAL,
    Stated,
    count_of,
    is_bounded,
    is_hedged,
    numbers,
)
from hooks.worked.value_rows import value_rows

STANDARD = NormalDist()
LARGEST_Z = 8
NEAR = 60
MOST_SHOWN = 3  # right values that a message lists


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
        distinct = list(dict.fromkeys(values))
        right = " or ".join(distinct)
        if len(distinct) > MOST_SHOWN:
            right = f"{min(distinct, key=rank)} to {max(distinct, key=rank)}"
        return f"{self.how} = {right}; the page says {self.number.written}"


def rank(written: str) -> float:
    return float(written.rstrip("%"))


def exactly(*values: float) -> tuple[tuple[float, float], ...]:
    return tuple((value, value) for value in values)


def over(function: Callable[[float], float], number: Stated) -> tuple[float, float]:
    """The values of a monotone function over all that a written number may stand for."""
    ends = function(float(number.quantity.low)), function(float(number.quantity.high))
    return min(ends), max(ends)


def claims_of(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The claims of a sentence about the normal distribution."""
    found = [claim for reader in readers(sentence) for claim in reader(page, sentence)]
    if found and not OTHER_DISTRIBUTION.search(sentence.plain):
        yield from found


def readers(sentence: Sentence) -> Iterator[Callable[[Question, Sentence], Iterator[Claim]]]:
    """What a sentence is worth to be read by: a quick look."""
    plain, said = sentence.plain, sentence.words
    has_percent = "%" in plain
    in_table = sentence.block.kind == "table"  # whose rows are compared with one another
    if not in_table and (has_percent or not SPOKEN.isdisjoint(said)) and has_spread(sentence):
        yield coverage
    if "rule" in said and "9" in plain:
        yield empirical_rule
    if has_percent and not QUANTILE_WORDS.isdisjoint(said):
        yield critical_value
    if "z" in said or has_one(plain, PHI_MARKS):
        yield from (p_value, tail)
    elif "sided" in said or "tailed" in said:
        yield p_of_last_z
    if "percentile" in said:
        yield percentile


def has_spread(sentence: Sentence) -> bool:
    """Whether a sentence may speak of a standard deviation or error."""
    return has_one(sentence.lower, SPREAD_MARKS) or not SE.isdisjoint(sentence.words)


SPREAD_MARKS = ("deviation", "sigma", "σ", "sd", "std", "standard err", "s.d.", "s =")
SE = frozenset(("se", "sem"))
PHI_MARKS = ("Φ", "\\Phi", "norm.", "norm(")


OTHER_DISTRIBUTION = Pattern(
    r"Cheb|Tscheb|Tcheb|any\s+(?:distribution|shape)|t[- ]distribution"
    r"|Student(?:['’]s\s+t|[\s-]t)\b"
    r"|\bt\s*[=≈*]|t-(?:test|statistic"
    r"|value|quantile|score)|degrees\s+of\s+freedom|\bdf\b|uniform|Laplace|exponential"
    r"|heavy[- ]tail|skewed"
    r"|non-?normal|not\s+normal|chi-|χ|Poisson|Cauchy|log-?normal|shifted|(?:σ|sigma)[\s-]shift|shift\s+of|Six\s+Sigma"
    r"|3\.4\s+(?:defects|per)"
    r"|Bonferroni|corrected|adjusted|\bprior\b|\b(?:two|three|2|3|\w+|higher)[\s-]dimension|\b[23]D\b|variate",
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
UNIT_NAMED = Pattern(UNIT, re.I)
BELOW = Pattern(rf"[−–-]\s?{KAY}\s?{UNIT}\s+(?:to|and|bis)\b", re.I)  # from −2σ to +1σ
AFTER_WITHIN = Pattern(
    rf"(?:\bwithin|±|\\pm)\s*(?:about\s+|roughly\s+)?(?:±\s*|\\pm\s*)?(?P<k>{KAY})(?!\w|\.\d"
    rf"|\s*%)",
    re.I,
)
OFF_MEAN = Pattern(rf"(?:\bmean|\baverage|μ)\s*[+−–-]\s*{KAY}\s*-?\s*{UNIT}", re.I)
# Shares in words; "19 of 20" in digits counts data.
PARTS_OF_ONE = {
    "a third": Fraction(1, 3),
    "one third": Fraction(1, 3),
    "two thirds": Fraction(2, 3),
    "a quarter": Fraction(1, 4),
    "one quarter": Fraction(1, 4),
    "three quarters": Fraction(3, 4),
    "a fifth": Fraction(1, 5),
    "four fifths": Fraction(4, 5),
    "a tenth": Fraction(1, 10),
    "one tenth": Fraction(1, 10),
    "nine tenths": Fraction(9, 10),
}
SPOKEN = frozenset("third thirds quarter quarters fifth fifths tenth tenths half in out of".split())
FEW = COUNT_WORDS.replace("zero|", "")
SHARE_IN_WORDS = Pattern(
    rf"\b(?P<part>{'|'.join(PARTS_OF_ONE).replace(' ', '[- ]')})\b"
    r"|\b(?P<half>half)\s+(?:of\s+)?(?:the|all)\s+(?:data|values|observations|points|people|area|mass)\b"
    rf"|(?<![\w.,])(?P<x>{FEW}|\d{{1,2}})\s+(?:(?:value|point|observation|person|case)s?\s+)?(?:out\s+of|in|(?<=[a-z]\s)of)\s+(?:every\s+)?"
    rf"(?P<n>{FEW}|\d{{1,3}}(?:,?\d{{3}})?)(?![\w%]|,?\d|\.\d|\s+(?:standard|million|thousand|billion"
    r"|minutes?|hours?|days?|weeks?|months?|years?)\b)",
    re.I,
)
INSIDE = Pattern(r"\b(?:within|inside|between|in\s+the\s+range)\b|\binterval\b|\bcover", re.I)
BEYOND = Pattern(
    r"\b(?:outside|beyond|more\s+than|farther|further|exceed\w*|outlying|greater\s+than"
    r"|at\s+least|cut(?:s|ting)?\s+off|fences?|outliers?)\b|>",
    re.I,
)
SIDED = Pattern(r"\b(?P<side>above|over|below|under)\s+(?:the\s+mean\s+)?[+−–-]?\s*$", re.I)
ONE_SIDE = Pattern(
    r"\b(?:above|below|greater|less|right|left|upper|lower|higher|one-sided"
    r"|one\s+side|tail)\b",
    re.I,
)


def coverage(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """95 % lie within two standard deviations of the mean; about a third lies outside one."""
    plain = sentence.plain
    shares = shares_in(plain)
    if not shares or not UNIT_NAMED.search(plain) or BELOW.search(plain):
        return
    if OFF_MEAN.search(plain):
        return  # a value, of which the share may be said of something else
    found = {m.start("k"): m["k"] for p in (DEVIATIONS, AFTER_WITHIN) for m in p.finditer(plain)}
    ks = [(at, deviations_of(found[at])) for at in sorted(found)]
    if len(shares) != len(ks):
        return
    if any(is_bounded(plain, n) for n in shares) or not is_normal(page, sentence):
        return
    for share, (at, k) in zip(shares, ks, strict=True):
        right, how = shares_of(k, plain, at)
        hedged = is_hedged(plain, share) or "≈" in plain or "\\sim" in plain
        if k == 3 and share.written == "99%":
            continue  # said so often
        yield Claim(sentence.text, share, exactly(*right), how, (), hedged, leeway(share))


def shares_in(plain: str) -> list[Stated]:
    """The shares of a sentence, in percent or in words."""
    written = [n for n in numbers(plain) if n.is_percent and n.value <= 1]
    return sorted([*written, *spoken_shares(plain)], key=lambda n: n.start)


def leeway(share: Stated) -> float:
    """By how much a share may be off beyond its rounding: in words it is rough."""
    if not share.is_percent:
        said = float(share.value)
        return said / 2 if said < 0.01 else 0.12 * min(said, 1 - said)
    return float(share.unit / 2) if len(share.written.strip("%")) > 3 else 0


def spoken_shares(plain: str) -> Iterator[Stated]:
    for found in SHARE_IN_WORDS.finditer(plain):
        value = PARTS_OF_ONE.get(" ".join(re.split(r"[\s-]+", (found["part"] or "").lower())))
        if found["x"]:
            x, n = (count_of(found[name]) for name in "xn")
            value = Fraction(x, n) if x and n and x < n else None
        elif found["half"]:
            value = HALF
        if value:
            near = value / 1000
            quantity = Quantity(value - near, value + near, False, found[0])
            yield Stated(quantity, found.start(), found.end(), " ".join(found[0].split()))


def deviations_of(text: str) -> float:
    return float(NUMERAL.get(text.lower(), text))


def shares_of(k: float, plain: str, at: int) -> tuple[list[float], str]:
    """The shares that may be meant k standard deviations from the mean, and their name."""
    tail = 1 - STANDARD.cdf(k)
    before = plain[:at]
    if SIDED.search(before) and ("+" in before[-3:] or "tail" in plain):
        return [tail], f"share of a normal distribution above {k:g} standard deviations"
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
# What says that a number is a quantile of the normal distribution, and no estimate: words of the
# sentence, or the standard error that it multiplies.
OF_Z = Pattern(
    r"\bz(?:s\b|(?![a-z]))|[_^]\{?z|critical|multipl(?:y|ie)|N\(0, ?1\)|Φ"
    r"|\bnormal\b.*\bquantile|\bquantile.*\bnormal\b"
    r"|\b(?:use[sd]?|using|takes?|needs?)\s+(?:about\s+)?[12]\.\d+\s+(?:for|at)\b"
    r"|%[^.,;]{0,30}\b(?:uses?|takes?|needs?)\s+(?:about\s+)?[12]\.\d",
    re.I,
)
MULTIPLIES = Pattern(
    rf"\s*(?:[×·*]|\\times|\\cdot|\btimes\s+(?:the\s+|its\s+)?(?:standard|s\.?[ed]\b|std|σ|s\b)"
    rf"|(?:standard[\s-]+errors?|SEs?\b|SEM\b)|(?:{UNIT}))",
    re.I,
)
SPREADS = Pattern(r"(?:±|\\pm|\bwithin|\bminus|\+/?-|[×·*]|[+−-])\s*(?:about\s+)?$")
ONE_SIDED = Pattern(
    r"one-?\s?(?:sided|tailed)|upper\s+bound|lower\s+bound|percentile|quantile|upper[- ]tail", re.I
)


QUANTILE_WORDS = frozenset(
    "z zs critical quantile quantiles percentile multiplier interval intervals confidence".split()
)


def critical_value(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """Levels and the quantiles that belong to them, in the same order."""
    plain = sentence.plain
    if not CONFIDENCE.search(plain) or DECISION.search(plain):
        return
    levels = [n for n in numbers(plain) if n.is_percent and HALF <= n.value < 1]
    values = [n for n in numbers(plain) if not n.is_percent and is_quantile(n)]
    if any(value.value == level.value for value in values for level in levels):
        return  # "(0.95 = 95 %)"
    if not OF_Z.search(plain) and not all(is_multiplier(value, plain) for value in values):
        return  # a mean or a ratio, of which an interval is told
    if not levels or len(levels) != len(values) or len(numbers(plain)) > 2 * len(levels):
        return
    for level, value in zip(levels, values, strict=True):
        right = quantiles_of(level, value, plain)
        tolerance = float(value.unit) * (1 if "." in value.written else 0.04)
        how = f"z for {level.written}"
        yield Claim(sentence.text, value, exactly(*right), how, (level,), False, tolerance)


def quantiles_of(level: Stated, value: Stated, plain: str) -> list[float]:
    """The quantiles that a sentence may mean by its level: two-sided, one-sided or either."""
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
    return [*right, 2.0, 3.0] if is_two or level.value > Fraction(99, 100) else right


def is_multiplier(value: Stated, plain: str) -> bool:
    """Whether a number says how many standard errors wide something is: "± 1.96 SE"."""
    behind = MULTIPLIES.match(plain, value.end)
    if behind and UNIT_NAMED.match(behind[0].strip()):
        return bool(SPREADS.search(plain, max(0, value.start - NEAR), value.start))
    return bool(behind)


def is_quantile(number: Stated) -> bool:
    return Fraction(8, 10) <= number.value <= 4 and (
        "." in number.written or number.value in (2, 3)
    )


def quantile(p: Fraction) -> float:
    return STANDARD.inv_cdf(float(p))


# -- p of a z -------------------------------------------------------------------------------------

Z_STATED = Pattern(
    r"(?:(?<![\w^])[zZ](?:[-\s](?:score|statistic|value|stat))?|\btest\s+statistic)"
    rf"\s*{IS}\s*{ABOUT}?"
    r"(?:[^=≈.,;:a-zA-Z\\]{0,40}(?:\.\d+[^=≈.,;:a-zA-Z\\]{0,20}){0,4}[=≈]\s*)?(?P<z>[-−–]?\d+(?:\.\d+)?)(?![\w%]|\.\d|\s*[+×·*/^])"
    r"|=\s*(?P<last>[-−–]?\d+\.\d+)(?=\s*,)"
)
P_STATED = Pattern(
    r"(?<![\w(])[pP](?:[-\s]?values?)?(?:\s*\((?:one|two)[-\s](?:sided|tailed)\))?"
    rf"(?:\s+(?:of|for|in)\s+(?:an?|the|this)\s+(?:one|two)[-\s](?:sided|tailed)\s+test)?"
    rf"(?:\s+(?:for|of|at)\s+(?:an?\s+|this\s+)?\|?z\|?\s*(?:=|≈|of)\s*[-−–]?\d+(?:\.\d+)?)?{LINK}"
    r"(?:[\d\s·×*()−–-]{0,12}(?:Φ|\\Phi)\s*\([^()]{1,12}\)\s*\)?\s*[=≈]\s*)?(?P<p>0?\.\d+"
    r"|\d(?:\.\d+)?\s*[×·]\s*10|\d+(?:\.\d+)?\s?%)"
)


TESTING = Pattern(
    r"sided|tailed|\btest|reject|signific|\b(?:gives?|so|hence|thus|has|→|yields)\s+(?:a\s+)?p\b",
    re.I,
)


# Between a p and the z that it is of: "p = 0.036 (for z = 2.1)"
TO_ITS_Z = Pattern(
    r"\s*[,(]?\s*(?:(?:for|from|with|at|since|as|because|given)\b)?\s*(?:an?\s+|the\s+|this\s+)?"
)


def p_value(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """z = 2.1 gives a two-sided p of 0.036."""
    plain = sentence.plain
    zs = [m for m in Z_STATED.finditer(plain) if m["z"]]
    by_start = {n.start: n for n in numbers(plain)} if len(zs) == 1 else {}
    z = by_start.get(zs[0].start("z")) if by_start else None
    if not zs:
        yield from p_of_last_z(page, sentence)
    if not z or not 0 < abs(z.value) < LARGEST_Z:
        return
    for found in P_STATED.finditer(plain):
        if found.end() < zs[0].end() and not TO_ITS_Z.fullmatch(plain, found.end(), zs[0].start()):
            continue
        number = by_start.get(found.start("p"))
        is_tested = "alue" in found[0] or TESTING.search(plain)
        if not number or not is_tested or is_bounded(plain, number):
            continue
        near = plain[max(0, found.start() - 30) : number.end + 16]
        if not TWO_SIDED.search(near) and not ONE_SIDED.search(near):
            near = " ".join(said_before(sentence, 2))
        name, right = p_values(z, near)
        hedged = is_hedged(plain, number) or "≈" in found[0]
        how = f"{name} of z = {z.written}"
        yield Claim(sentence.text, number, right, how, (z,), hedged, float(number.unit / 2))


# What has another p than the z beside it.
OTHER_TEST = Pattern(
    r"\b(?:permut|exact|binomial|bootstrap|fisher|wilcoxon|mann|t-(?:test|stat|dist)|continuity|yates"
    r"|simulat|instead\s+of\s+z|corrected|adjusted|holm|(?:standard\s+errors|sigmas?)\b)|\dσ",
    re.I,
)


def p_of_last_z(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The two-sided p is 0.021, after "z = 2.31" in the item or sentence before."""
    found = list(P_STATED.finditer(sentence.plain)) if "p" in sentence.words else []
    near = sides_of(sentence.plain, found[0]) if len(found) == 1 else ""
    if TWO_SIDED.search(near) is None and ONE_SIDED.search(near) is None:
        return
    number = next((n for n in numbers(sentence.plain) if n.start == found[0].start("p")), None)
    before = said_before(sentence, 2, page)
    zs = {m["z"] for text in before for m in Z_STATED.finditer(text) if m["z"]}
    if OTHER_TEST.search(" ".join([*before, sentence.plain])):
        return
    if number is None or len(zs) != 1 or is_bounded(sentence.plain, number):
        return
    if compares_sides(sentence.plain):
        return
    z = numbers(zs.pop())
    if len(z) == 1 and 0 < abs(z[0].value) < LARGEST_Z:
        name, right = p_values(z[0], near)
        hedged, how = is_hedged(sentence.plain, number), f"{name} of z = {z[0].written}"
        yield Claim(sentence.text, number, right, how, (), hedged, float(number.unit / 2))


def compares_sides(plain: str) -> bool:
    """Whether a sentence turns a p of one side into one of both, whatever its z is."""
    values = [float(number.value) for number in numbers(plain) if number.value < 1]
    is_double = len(values) == 2 and max(values) == 2 * min(values)
    return is_double and bool(OF_ANOTHER.search(plain))


OF_ANOTHER = Pattern(
    r"\bp(?:-value)?\s+of\b[^.;]*?\d[^;]{0,20}\b(?:is|equals|means|makes)\s+an?\b", re.I
)


def sides_of(plain: str, found: re.Match[str]) -> str:
    """What a sentence says last before a p, or behind it, of one side or two."""
    near = plain[max(0, found.start() - 30) :]
    if TWO_SIDED.search(near) or ONE_SIDED.search(near):
        return near
    said = [m for p in (TWO_SIDED, ONE_SIDED) for m in p.finditer(plain, 0, found.start())]
    return max(said, key=lambda match: match.start())[0] if said else ""


def said_before(sentence: Sentence, count: int, page: Question | None = None) -> list[str]:
    """What stands before a sentence in its block, and (with a page) in the blocks before it."""
    own = words(sentence.block.text.content)[: sentence.start]
    if page is None:
        return [own[-200 * count :]]
    at = next((i for i, block in enumerate(page.blocks) if block is sentence.block), 0)
    before = [b for b in page.blocks[max(0, at - count) : at] if b.kind in ("item", "paragraph")]
    rows = [row.plain for row in value_rows(page) if row.block is sentence.block]
    return [*(words(block.text.content) for block in before), own, *rows[: sentence.start]]


def p_values(z: Stated, near: str) -> tuple[str, tuple[tuple[float, float], ...]]:
    """What the p of a z may be by the words near it, and its name."""
    upper, lower = over(lambda x: 1 - STANDARD.cdf(x), z), over(STANDARD.cdf, z)
    small = min(upper, lower)
    two = 2 * small[0], 2 * small[1]
    is_two, is_one = bool(TWO_SIDED.search(near)), bool(ONE_SIDED.search(near))
    if is_two and not is_one:
        return "two-sided p", (two,)
    if is_one and not is_two:
        of_side = (upper, lower) if NAMED_SIDE.search(near) else (small,)
        return "one-sided p", of_side
    return "p", (two, upper, lower)


# An alternative that is named may lie on the other side than the z.
NAMED_SIDE = Pattern(
    r"\balternative|\b(?:wrong|other|opposite)\s+(?:direction|side|tail)|\bgreater\b|\bless\b", re.I
)


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
IN_TERM = Pattern(r"[\d)+×·*/÷−–-][^\S\n]*\Z")
TO_VALUE = Pattern(r"\s*(?:=|≈|\\approx|\bis(?:\s+about)?|→|->)\s*(?:about\s+|≈\s*|~\s*)?")
TO_NEXT = Pattern(r"(?:[^=≈,;:!?a-zA-Z\\]|,(?=\d)|\\[a-zA-Z]+|[PZ]){0,60}(?=[=≈])")
NEW_LINE = Pattern(r"\n\s*[PZ]")  # which states another probability
OPERATES = Pattern(r"\s*[-+×·*/÷^−–]\s*[\d(\\ΦP]")


def tail(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """P(Z > 1.5) ≈ 0.067, Φ(1.96) = 0.975, norm.ppf(0.975) = 1.96."""
    for pattern, value in ((TAIL, probability), (PHI, cumulative), (INVERSE, inverse)):
        for found in pattern.finditer(sentence.plain):
            if not IN_TERM.search(sentence.plain, 0, found.start()):
                yield from chained(sentence, found, exactly(value(found)), found[0])


def cumulative(found: re.Match) -> float:
    value = STANDARD.cdf(number_of(found["x"]))
    is_upper = bool(found["from"]) != (found["name"] == "sf")
    return 1 - value if is_upper else value


def inverse(found: re.Match) -> float:
    return STANDARD.inv_cdf(float(found["x"]))


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
        link = TO_VALUE.match(plain, at)
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
        if not following or NEW_LINE.search(following[0]):
            return
        at = following.end()


# -- percentiles -----------------------------------------------------------------------------------

PERCENTILE = Pattern(r"(?P<p>\d{1,2}(?:\.\d{1,2})?)(?:st|nd|rd|th)\s+percentile")


def percentile(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """A z-score of 1 is the 84th percentile."""
    plain = sentence.plain
    zs = [found for found in Z_STATED.finditer(plain) if found["z"]]
    found = list(PERCENTILE.finditer(plain))
    z = next((n for n in numbers(plain) if zs and n.start == zs[0].start("z")), None)
    quantiles = [n for n in numbers(plain) if not n.is_percent and is_quantile(n)]
    if len(zs) == len(found) == 1 and z and all(n.value == z.value for n in quantiles):
        number = percent_at(found[0], "p")
        right = over(STANDARD.cdf, z)
        yield Claim(sentence.text, number, (right,), f"Φ({z.written})", (z,), False, 0.005)
