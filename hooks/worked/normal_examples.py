"""Worked examples with a normal distribution: P(X > 280), margins of error, sample sizes, tables.

What a sentence leaves out (the mean, the standard deviation) is taken from the section before it,
if that states it once.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from statistics import NormalDist

from hooks.language.sentences import ON_MISTAKES, Sentence, sentences
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.worked.normal_claims import (
    AFTER_WITHIN,
    DEVIATIONS,
    LESS,
    MORE,
    OTHER_DISTRIBUTION,
    SIGNED,
    STANDARD,
    Claim,
    chained,
    deviations_of,
    exactly,
    is_normal,
    sole,
)
from hooks.worked.stated import Stated, cell_number, is_bounded, is_hedged, numbers

MOST_SENTENCES_BACK = 6
EMPIRICAL_RULE = {1: 0.84, 2: 0.975, 3: 0.9985}  # Φ by the rule 68–95–99.7
USUAL_Z = {"90%": 1.645, "95%": 1.96, "99%": 2.576}

# -- P(X > 280) -----------------------------------------------------------------------------------

NUMBER = r"[-−]?\d[\d,]*(?:\.\d+)?"
LAW = Pattern(
    rf"\bN(?:ormal)?\s*\(\s*(?:μ\s*=\s*)?(?P<mean>{NUMBER})\s*,\s*(?:σ\s*=\s*)?(?P<s>\d+(?:\.\d+)?)"
    r"\s*(?P<square>²|\^\s*2)?\s*\)"
    rf"|\bmean\s*(?:of\s+|=\s*|is\s+|μ\s*=\s*)?(?P<mean_2>{NUMBER})\s*[a-z]{{0,5}}\s*,?\s*(?:and|with|,)"
    r"\s*(?:an?\s+|the\s+)?(?:standard\s+deviation|SD|sd|std|s\.d\.)\s*(?:of\s+|=\s*|is\s+|σ\s*=\s*)?"
    r"(?P<s_2>\d+(?:\.\d+)?)"
    rf"|μ\s*=\s*(?P<mean_3>{NUMBER})\s*[a-z]{{0,5}}\s*(?:,|and|,\s*and)\s*σ\s*=\s*(?P<s_3>\d+(?:\.\d+)?)"
)
# A variable, but none with a distribution of its own: the mean of several, a score.
VARIABLE = (
    r"(?:[A-Z](?<!Z)|(?!(?:mean|average|sum|total|max|min|both|all|any|error|z)\b)"
    r"[a-z]{3,20}(?:\s[a-z]{3,20})?)"
)
TAIL = Pattern(
    rf"(?<![\w+×·*/^−-])(?:P|Pr|\\Pr)\s?\(\s*(?:"
    rf"(?P<low>{SIGNED})\s*{LESS}\s*{VARIABLE}\s*{LESS}\s*(?P<high>{SIGNED})"
    rf"|{VARIABLE}\s*(?:(?P<less>{LESS})|(?P<more>{MORE}))\s*(?P<x>{SIGNED}))\s*\)"
)


def tails(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """Latencies are normal with mean 200 and standard deviation 40: P(X > 280) ≈ 2.3 %."""
    found = list(TAIL.finditer(sentence.plain))
    law = law_before(page, sentence) if found else None
    for match in found if law else ():
        if match["x"]:
            side = "more" if match["more"] else "less"
            right = one_sided(law, number_of(match["x"]), side)
        else:
            low, high = number_of(match["low"]), number_of(match["high"])
            right = [law.cdf(high) - law.cdf(low), both(law, low, high)]
        name = f"{match[0]} for N({law.mean:g}, {law.stdev:g}²)"
        for claim in chained(sentence, match, exactly(*right), name):
            if 0 < claim.number.value < 1:
                yield claim


def law_before(page: Question, sentence: Sentence) -> NormalDist | None:
    """The only normal distribution that the section states up to a sentence."""
    before = [*sentences_before(page, sentence), sentence]
    text = " ".join(one.plain for one in before)
    if OTHER_DISTRIBUTION.search(text) or not re.search(r"normal|Gauss|\bN\(|~|∼|\\sim", text):
        return None
    laws = set()
    for found in LAW.finditer(text):
        mean = found["mean"] or found["mean_2"] or found["mean_3"]
        s = float(found["s"] or found["s_2"] or found["s_3"])
        is_variance = found["s"] and not found["square"]
        laws.add((number_of(mean), None if is_variance else s))
    if len(laws) != 1:
        return None
    mean, s = laws.pop()
    return NormalDist(mean, s) if s else None


def sentences_before(page: Question, sentence: Sentence) -> list[Sentence]:
    """The last sentences of prose that stand before one in its section."""
    found: list[Sentence] = []
    for other in sentences(page):
        if not other.block.is_prose:
            continue
        if other.block is sentence.block and other.start >= sentence.start:
            break
        if other.text.starts[0] >= sentence.text.starts[0]:
            break
        if other.block.section == sentence.block.section:
            found.append(other)
        if other.block.kind == "heading":
            found.clear()
    return found[-MOST_SENTENCES_BACK:]


def number_of(text: str) -> float:
    return float(re.sub(r"[,\s]", "", text).replace("−", "-").replace("–", "-").lstrip("+"))


def one_sided(law: NormalDist, x: float, side: str) -> list[float]:
    """P(X > x) or P(X < x), exactly and by the empirical rule."""
    z = (x - law.mean) / law.stdev
    below = [law.cdf(x), by_rule(z)]
    return [1 - p for p in below] if side == "more" else below


def both(law: NormalDist, low: float, high: float) -> float:
    return by_rule((high - law.mean) / law.stdev) - by_rule((low - law.mean) / law.stdev)


def by_rule(z: float) -> float:
    whole = EMPIRICAL_RULE.get(round(abs(z), 9))
    if whole is None:
        return STANDARD.cdf(z)
    return whole if z > 0 else 1 - whole


# -- "so 5 % lie outside" -------------------------------------------------------------------------

OUTSIDE = Pattern(r"\b(?:outside|beyond|out\s+of\s+(?:tolerance|range|these))\b", re.I)
INSIDE = Pattern(r"\b(?:within|inside|between)\b", re.I)


def outside(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The share beyond the number of deviations that a sentence just before it states."""
    plain = sentence.plain
    shares = [n for n in numbers(plain) if n.is_percent]
    if len(shares) != 1 or len(numbers(plain)) != 1 or is_bounded(plain, shares[0]):
        return
    if not OUTSIDE.search(plain) or INSIDE.search(plain):
        return
    before = sentences_before(page, sentence)
    ks = {k for one in before[-2:] for k in deviations_in(one.plain)}
    own = list(deviations_in(plain))
    text = " ".join(one.plain for one in before)
    if own or len(ks) != 1 or "normal" not in text or not is_normal(page, sentence):
        return
    k = ks.pop()
    tail = 1 - STANDARD.cdf(k)
    right = exactly(2 * tail, 2 - 2 * by_rule(k))
    how = f"share of a normal distribution beyond {k:g} standard deviations"
    hedged = is_hedged(plain, shares[0])
    yield Claim(sentence.text, shares[0], right, how, (), hedged, float(shares[0].unit / 2))


def deviations_in(plain: str) -> Iterator[float]:
    for found in DEVIATIONS.finditer(plain):
        yield deviations_of(found["k"])
    if not DEVIATIONS.search(plain) and "σ" in plain:
        for found in AFTER_WITHIN.finditer(plain):
            yield deviations_of(found["k"])


# -- one in so many -------------------------------------------------------------------------------

SIGMAS = Pattern(r"\b(?P<k>[1-7]|one|two|three|four|five|six|seven)[\s-]?(?:sigmas?|σ)(?!\w)", re.I)
ONE_IN = Pattern(
    r"\b(?:1|one)\s+in\s+(?:about\s+|roughly\s+|every\s+)?(?P<n>\d[\d,]*(?:\.\d+)?)"
    r"(?:\s*(?P<unit>thousand|million|billion|trillion)\b)?",
    re.I,
)
UNITS = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}


def one_in(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """5 sigma is about 1 in 3.5 million (one-sided)."""
    sigmas, odds = list(SIGMAS.finditer(sentence.plain)), list(ONE_IN.finditer(sentence.plain))
    if len(sigmas) != 1 or len(odds) != 1 or OTHER_DISTRIBUTION.search(sentence.plain):
        return
    number = next((n for n in numbers(sentence.plain) if n.start == odds[0].start("n")), None)
    if number is None:
        return
    scale = UNITS.get((odds[0]["unit"] or "").lower(), 1)
    tail = 1 - STANDARD.cdf(deviations_of(sigmas[0]["k"]))
    inside = 1 - 2 * tail
    values = [1 / tail / scale, 1 / (2 * tail) / scale, 1 / inside / scale]
    near = tuple((0.93 * value, 1.07 * value) for value in values)
    how = f"one in so many beyond {sigmas[0]['k']} standard deviations: one-sided, two-sided"
    yield Claim(sentence.text, number, near[:2] if tail < 0.1 else near, how, (), True)


# -- margins of error and sample sizes ------------------------------------------------------------

SHARE = Pattern(
    r"(?:p̂|\\hat\s*p|\bp|sample\s+proportion|proportion)\s*(?:\(p̂\)\s*)?(?:=|≈|of|is)\s*"
    r"(?P<v>0?\.\d+|\d+(?:\.\d+)?\s?%)"
)
SIZE = Pattern(
    r"\b[nN]\s*=\s*(?P<v>\d[\d,]*)(?![\d.]*\d|\s*[×·*/%])"
    r"|sample\s+(?:size\s+)?of\s+(?:size\s+)?(?P<w>\d[\d,]*)(?!\s*%)"
    r"|\b(?P<x>\d[\d,]*)\s+(?:people|respondents|voters|users|samples|examples|visitors)\b"
)
MARGIN = Pattern(
    r"(?:margin\s+of\s+error|\bMOE|(?P<se>standard\s+error))(?:\s+\((?:MOE|E|SE)\))?"
    r"(?:\s+(?:at|with|for)\s+(?:a\s+|the\s+)?\d+\s?%(?:\s+confidence)?)?"
    r"\s*(?:=|≈|is|of|:)\s*(?:about\s+|roughly\s+|then\s+|±\s*|≈\s*)*"
    r"(?P<v>0?\.\d+|\d+(?:\.\d+)?\s?%|\d+(?:\.\d+)?\s+percentage\s+points)(?!\s*[×·*/(√])"
)
LEVEL = Pattern(r"(?P<v>90|95|99)\s?%(?=[\s-]+(?:confiden|CI\b|level|interval)|\))")


def margin_of_proportion(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """With p̂ = 0.5 and n = 1,000 the margin of error is 3.1 %."""
    found = list(MARGIN.finditer(sentence.plain))
    share, size = sole(SHARE, sentence), sole(SIZE, sentence)
    if len(found) != 1 or not share or not size or not 0 < share.value < 1 or size.value < 10:
        return
    number = next((n for n in numbers(sentence.plain) if n.start == found[0].start("v")), None)
    if number is None or number.start == share.start:
        return
    scale = 100 if "points" in found[0]["v"] else 1
    error = float(share.value * (1 - share.value) / size.value) ** 0.5 * scale
    levels = {f"{level['v']}%" for level in LEVEL.finditer(sentence.plain)}
    if len(levels) > 1:
        return
    level = levels.pop() if levels else "95%"
    zs = [1.0] if found[0]["se"] else [USUAL_Z[level], *([2.0] if level == "95%" else [])]
    root = f"√({share.written} × (1 − {share.written})/{size.written})"
    how = f"standard error = {root}" if found[0]["se"] else f"margin = {zs[0]:g} × {root}"
    right = tuple((0.99 * z * error, 1.01 * z * error) for z in zs)
    yield Claim(sentence.text, number, right, how, (share, size), is_hedged(sentence.plain, number))


DEVIATION = Pattern(
    r"(?:σ|standard\s+deviation|\bsd|\bs)\s*(?:=|of|is)\s*(?P<v>\d+(?:\.\d+)?)(?!\s*%)"
)
ALLOWED = Pattern(
    r"(?:\bE|margin(?:\s+of\s+error)?(?:\s+E)?|error|within)\s*(?:=|of|is|±)?\s*(?:at\s+most\s+|±\s*)?"
    r"(?P<v>\d+(?:\.\d+)?)(?!\s*%)"
)
NEEDED = Pattern(
    r"(?:\bn\s*(?:=|≈|≥)\s*(?:[^=≈.;]{0,70}[=≈]\s*)?|\b(?:need|needs|requires?|sample\s+size\s+(?:of|is))\s+"
    r"(?:a\s+sample\s+(?:size\s+)?of\s+)?(?:about\s+|at\s+least\s+)*)(?P<v>\d[\d,]*)(?![\d.]*\d|\s*[×·*/^%])"
)


def sample_size(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """σ = 15, E = 2, 95 %: n = (1.96 · 15/2)² ≈ 217."""
    s, error, n = (sole(pattern, sentence) for pattern in (DEVIATION, ALLOWED, NEEDED))
    levels = {f"{level['v']}%" for level in LEVEL.finditer(sentence.plain)}
    if not s or not error or not n or len(levels) != 1 or not error.value or n in (s, error):
        return
    z = USUAL_Z[levels.pop()]
    zs = [z, *([2.0] if z == 1.96 else [])]
    values = [(z * float(s.value / error.value)) ** 2 for z in zs]
    right = tuple((value * 0.995 - 1, value * 1.005 + 1) for value in values)
    how = f"n = ({z:g} × {s.written}/{error.written})²"
    yield Claim(sentence.text, n, right, how, (s, error), is_hedged(sentence.plain, n))


def examples_of(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The claims of a sentence that need what stands before it, or several of its numbers."""
    plain = sentence.plain
    if "P" in plain and "(" in plain:
        yield from tails(page, sentence)
    if "%" in plain and ("out" in plain or "beyond" in plain):
        yield from outside(page, sentence)
    if " in " in plain and ("igma" in plain or "σ" in plain):
        yield from one_in(page, sentence)
    if "margin" in plain or "error" in plain or "MOE" in plain or "within" in plain:
        yield from margin_of_proportion(page, sentence)
        yield from sample_size(page, sentence)


# -- tables ---------------------------------------------------------------------------------------

Z_HEAD = Pattern(
    r"\s*(?:\|?z\|?|z\s*\*|z[\s_-]?(?:score|value|critical|α/2)?|critical\s+(?:value|z)|z[_\s].{0,8})\s*",
    re.I,
)
PHI_HEAD = Pattern(
    r"\s*(?:Φ\s*\(\s*z\s*\)|\\Phi\s*\(\s*z\s*\)|P\s*\(\s*Z\s*(?:<|≤|\\leq?)\s*z\s*\)|cdf)\s*", re.I
)
LEVEL_HEAD = Pattern(r"\s*(?:confidence(?:\s+level)?|level|confidence\s*\(%\)|CI)\s*", re.I)


def table_claims(page: Question) -> Iterator[Claim]:
    """Tables of z and Φ(z), or of the level of confidence and z."""
    for block in page.blocks:
        if block.kind != "table" or len(block.rows) < 3 or ON_MISTAKES.search(block.section):
            continue
        heads = [words(cell.content) for cell in block.rows[0]]
        z = column(heads, Z_HEAD)
        phi, level = column(heads, PHI_HEAD), column(heads, LEVEL_HEAD)
        if z is not None and (phi is not None or level is not None):
            yield from of_table(block, z, phi, level, "one" in " ".join(heads).lower())


def column(heads: list[str], pattern: re.Pattern[str]) -> int | None:
    found = [number for number, head in enumerate(heads) if pattern.fullmatch(head)]
    return found[0] if len(found) == 1 else None


def of_table(
    block: Block, z: int, phi: int | None, level: int | None, one_sided: bool
) -> Iterator[Claim]:
    claims: list[Claim] = []
    for row in block.rows[1:]:
        if len(row) != len(block.rows[0]):
            continue
        if phi is not None:
            claims += of_phi(row[z], row[phi])
        elif not one_sided:
            claims += of_level(row[z], row[level])
    if sum(claim.is_right for claim in claims) * 2 >= len(claims):
        yield from claims


def of_phi(z_cell: Text, phi_cell: Text) -> Iterator[Claim]:
    z, phi = cell_number(z_cell), cell_number(phi_cell)
    if z and phi and 0 <= phi.value <= 1:
        value = STANDARD.cdf(float(z.value))
        how = f"Φ({z.written})"
        yield Claim(phi_cell, phi, exactly(value), how, (), False, float(phi.unit / 2))


def of_level(z_cell: Text, level_cell: Text) -> Iterator[Claim]:
    z, level = cell_number(z_cell), cell_number(level_cell)
    if z and level and (share := share_of(level)) and z.value > Fraction(1, 2):
        value = STANDARD.inv_cdf((1 + share) / 2)
        right = exactly(value, *([2.0] if abs(share - 0.95) < 1e-9 else []))
        how = f"z for {level.written}, two-sided"
        yield Claim(z_cell, z, right, how, (), False, float(z.unit / 2))


def share_of(level: Stated) -> float | None:
    value = float(level.value)
    value = value / 100 if value > 1 else value
    return value if 0.5 <= value < 1 else None
