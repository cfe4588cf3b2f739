"""Worked examples with a normal distribution: P(X > 280), shares of a population, tables.

What a sentence leaves out (the mean, the standard deviation) is taken from the section before it,
if that states it once.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from statistics import NormalDist

from hooks.language.sentences import Sentence, is_on_mistakes
from hooks.language.wording import words
from hooks.page import RECENT, Block, Question, Text
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
    shares_in,
)
from hooks.worked.sizes import has_one
from hooks.worked.spoken_signs import in_signs
from hooks.worked.stated import Stated, cell_number, is_bounded, is_hedged, numbers
from hooks.worked.value_rows import said_in_order

MOST_SENTENCES_BACK = 6
COMPARING = frozenset(
    "between from above over beyond under below least most exceed exceeds exceeding than".split()
)
OUTER = frozenset("outside beyond out tail removes drops".split())
EMPIRICAL_RULE = {1: 0.84, 2: 0.975, 3: 0.9985}  # Φ by the rule 68–95–99.7

# -- P(X > 280) -----------------------------------------------------------------------------------

NUMBER = r"[-−]?\d[\d,]*(?:\.\d+)?"
MEAN = r"(?:(?<!of\sthe\s)\b[Mm]ean|\b[Aa]verage|μ|\\mu|x̄|\\bar\s+x)"
SPREAD = r"(?:\bstandard\s+deviation|\bSD|\bsd|\bstd\.?|\bs\.d\.|\bsigma|σ(?=\s*=)|\\sigma(?=\s*=))"
UNIT_OF_ONE = r"\s*(?:[a-z]{1,5}\b|%|°C|points|dollars|minutes|seconds|hours|grams)?"
LINKED_TO = r"\s*(?:of\s+|=\s*|is\s+|:\s*|μ\s*=\s*|σ\s*=\s*)?"
LAW = Pattern(
    rf"\bN(?:ormal)?\s*\(\s*(?:(?:μ|\\mu)\s*=\s*)?(?P<mean>{NUMBER})\s*[a-z]{{0,3}}\s*,\s*"
    rf"(?:(?:σ|\\sigma)\s*=\s*|(?P<squared>(?:σ|\\sigma)\s*(?:²|\^\s*2)\s*=\s*))?(?P<s>\d+(?:\.\d+)?)"
    r"\s*[a-z]{0,3}\s*(?P<square>²|\^\s*2)?\s*\)"
    rf"|{MEAN}{LINKED_TO}(?P<mean_2>{NUMBER}){UNIT_OF_ONE}\s*,?\s*(?:and|with|,|\()"
    rf"\s*(?:an?\s+|the\s+|its\s+)?{SPREAD}{LINKED_TO}(?P<s_2>\d+(?:\.\d+)?)"
    rf"|{MEAN}{LINKED_TO}(?P<mean_4>{NUMBER}){UNIT_OF_ONE}\s*,?\s*(?:and|with|,)"
    r"\s*(?:an?\s+|the\s+)?(?:variance\s*(?:of\s+|=\s*|is\s+)?(?:σ²\s*=\s*)?|(?:σ²|\\sigma\^2)\s*=\s*)(?P<v_4>\d+(?:\.\d+)?)"
    rf"|(?:μ|\\mu)\s*=\s*(?P<mean_3>{NUMBER}){UNIT_OF_ONE}\s*(?:,|and|,\s*and)\s*(?:σ|\\sigma)\s*=\s*(?P<s_3>\d+(?:\.\d+)?)"
)
# The mean and the standard deviation in sentences or items of their own.
MEAN_ALONE = Pattern(
    rf"{MEAN}(?:\s+[a-z]+)?\s*(?:of|=|is|:|at)\s*(?P<v>{NUMBER})(?![\w%]|\s*[×·*/+−±^-])"
    r"(?!\s+(?!(?:minute|second|hour|day|year|point|dollar|euro|gram|meter|word|token|unit)s\b)[a-z]{3,}s\b)"
)
SPREAD_ALONE = Pattern(
    rf"(?:{SPREAD}|σ|\\sigma)\s*(?:of|=|is|:)?\s*(?P<v>\d[\d,]*(?:\.\d+)?)(?![\w%]|\s*[√×·*/+−±^-])"
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
    laws = laws_before(page, sentence) if found else ()
    for match in found if laws else ():
        if match["x"]:
            low, high = (None, match["x"]) if match["less"] else (match["x"], None)
        else:
            low, high = match["low"], match["high"]
        right = probabilities(laws, *(end and number_of(end) for end in (low, high)))
        name = f"{match[0]} for {written_law(laws[0])}"
        for claim in chained(sentence, match, exactly(*right), name):
            if 0 < claim.number.value < 1:
                yield claim


def written_law(law: NormalDist) -> str:
    return f"N({law.mean:g}, {law.stdev:g}²)"


VARIANCE_SAID = Pattern(
    r"\bvariance\s+as|\bis\s+the\s+variance|\bbeing\s+the\s+variance|second\s+(?:parameter|argument)[^.;]{0,20}\bvariance"
    r"|\bvariances?\s+in\s+the\s+second",
    re.I,
)
IS_NORMAL = Pattern(r"[Nn]ormal|Φ|\\Phi|Gauss|\bN\s?\(|~|∼|\\sim|\bIQs?\b")
COUNTED = Pattern(r"\bBin(?:om)?\b|[Bb]inomial|\bexact\b")
OTHER_MEAN = Pattern(
    rf"(?<!of\sthe\s)\b(?:mean|average|μ)\s*(?:(?:=|is|to)\s*)?(?P<mean>{NUMBER})(?![\w%])"
    rf"|\b(?:mean|average)\s+of\s+(?P<mean_2>{NUMBER})(?!\s+[a-z]{{3,}}s\b|[\w%])",
    re.I,
)


def laws_before(
    page: Question, sentence: Sentence, any_law: bool = False
) -> tuple[NormalDist, ...]:
    """The normal distribution that a section states up to a sentence, if it is the only one.

    Several for N(100, 225), where 225 may be the variance. any_law: it needn't be normal.
    """
    if COUNTED.search(sentence.plain):
        return ()
    before = [*sentences_before(page, sentence), sentence]
    text = " ".join(one.plain for one in before)
    if not any_law and (OTHER_DISTRIBUTION.search(text) or not IS_NORMAL.search(text)):
        return ()
    laws = {law_of(found) for found in LAW.finditer(text)}
    means = {number_of(found["mean"] or found["mean_2"]) for found in OTHER_MEAN.finditer(text)}
    laws = laws or law_in_parts(text)
    if len(laws) != 1 or means - {mean for mean, _ in laws}:
        return ()
    mean, spreads = laws.pop()
    others = {number_of(found["v"]) for found in SPREAD_ALONE.finditer(text)}
    if others - {*spreads}:
        return ()  # that of a mean or of a difference
    if len(spreads) > 1 and VARIANCE_SAID.search(text):
        spreads = spreads[1:]
    return tuple(NormalDist(mean, s) for s in spreads if s)


def law_in_parts(text: str) -> set[tuple[float, tuple[float, ...]]]:
    """The law of a mean and a standard deviation that a text states apart, once each."""
    means = {number_of(found["v"]) for found in MEAN_ALONE.finditer(text)}
    spreads = {number_of(found["v"]) for found in SPREAD_ALONE.finditer(text)}
    if len(means) != 1 or len(spreads) != 1:
        return set()
    return {(means.pop(), (spreads.pop(),))}


def law_of(found: re.Match[str]) -> tuple[float, tuple[float, ...]]:
    """The mean of a match of LAW, and what its standard deviation may be."""
    if found["v_4"]:
        return number_of(found["mean_4"]), (float(found["v_4"]) ** 0.5,)
    mean = found["mean"] or found["mean_2"] or found["mean_3"]
    s = float(found["s"] or found["s_2"] or found["s_3"])
    if found["squared"]:
        return number_of(mean), (s**0.5,)
    may_be_variance = found["s"] and not found["square"]
    return number_of(mean), (s, s**0.5) if may_be_variance else (s,)


def sentences_before(page: Question, sentence: Sentence) -> list[Sentence]:
    """The last sentences and rows of values that stand before one in its section."""
    found: list[Sentence] = []
    for other in said_in_order(page):
        if other.block is sentence.block and other.start >= sentence.start:
            break
        if other.text.starts[0] >= sentence.text.starts[0]:
            break
        if other.block.section == sentence.block.section:
            found.append(other)
        if other.block.kind == "heading":
            found.clear()
    return list(map(in_signs, found[-MOST_SENTENCES_BACK:]))


def number_of(text: str) -> float:
    return float(re.sub(r"[,\s]", "", text).replace("−", "-").replace("–", "-").lstrip("+"))


def probabilities(
    laws: Sequence[NormalDist], low: float | None, high: float | None
) -> Iterator[float]:
    """P(low < X < high), exactly and by the empirical rule; None is no bound."""
    for law in laws:
        zs = [None if end is None else (end - law.mean) / law.stdev for end in (low, high)]
        for below in (STANDARD.cdf, by_rule):
            least, most = (z if z is None else below(z) for z in zs)
            yield (1 if most is None else most) - (0 if least is None else least)


def by_rule(z: float) -> float:
    whole = EMPIRICAL_RULE.get(round(abs(z), 9))
    if whole is None:
        return STANDARD.cdf(z)
    return whole if z > 0 else 1 - whole


# -- taller than 190 cm are 2.3 % -----------------------------------------------------------------

UNIT_BEHIND = r"(?!\s*(?:%|standard|SDs?\b|sd\b|σ|sigmas?\b|-?sigma|times|percent)|\w*\d|[.,]\d)"
COMPARED = Pattern(
    rf"\b(?:between|from)\s+(?P<a>{NUMBER})\s*[a-z]{{0,5}}\s+(?:and|to)\s+(?P<b>{NUMBER}){UNIT_BEHIND}"
    rf"|\b(?P<more>(?:tall|heavi|long|larg|high|great|slow|old|bigg|strong)er\s+than|more\s+than"
    rf"|above|over|exceed\w*|at\s+least|beyond)\s+(?:an\s+IQ\s+of\s+)?(?P<x>{NUMBER}){UNIT_BEHIND}"
    rf"|\b(?P<less>(?:short|light|small|low|few|fast|young|weak)er\s+than|less\s+than|below|under"
    rf"|at\s+most|up\s+to)\s+(?:an\s+IQ\s+of\s+)?(?P<y>{NUMBER}){UNIT_BEHIND}",
    re.I,
)
OTHER_GROUP = Pattern(
    r"\b(?:sample|given|of\s+(?:those|these)|among|means?\s+of|average\s+of|sum|total"
    r"|second|other|another|differ(?:s|ences?)?|apart|deviat(?:e|es|ion)\s+by|city|country|region|group|store|if|would|confiden\w*|interval|error)\b",
    re.I,
)
# What ends a comparison: "20% of people over 65 smoke" compares to say of whom.
COMPLETE = Pattern(
    r"\s*(?:(?!(?:are|is|and|or|was|of|in|who|on|lie)\b)[a-zA-Zµ°]{1,4}\b|lbs?|sec\w*|min\w*|hours?|days?|years?|points?|dollars?|euros?"
    r"|units?|grams?|kilos?|meters?|words|tokens|items)?\s*"
    r"(?:[.,;:!?)]|$|[–—]|\b(?:and|or|is|are|was|were|lie|lies|fall|falls|comes|amounts|equals)\b)"
)
RARE, FREQUENT = 0.001, 0.05
FARTHEST = 6  # standard deviations from the mean: what is farther off is measured otherwise


def shares_of_law(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """With N(100, 15²), 68 % lie between 85 and 115, and 2.3 % are above 130."""
    plain = sentence.plain
    shares = shares_in(plain)
    compared = list(COMPARED.finditer(plain)) if shares else []
    shares = [n for n in shares if not any(c.start() <= n.start < c.end() for c in compared)]
    if not shares or len(shares) != len(compared) or OTHER_GROUP.search(plain):
        return
    if not all(COMPLETE.match(plain, found.end()) for found in compared):
        return
    laws, content = laws_before(page, sentence), sentence.text.content
    for share, found in zip(shares, compared, strict=True) if laws else ():
        if "\n" in content[share.end : found.start()]:
            return  # a row for each share, which ends it
        low, high = found["a"] or found["x"], found["b"] or found["y"]
        ends = [end and number_of(end) for end in (low, high)]
        if is_bounded(plain, share) or any(is_far(end, laws[-1]) for end in ends if end):
            return
        right = exactly(*probabilities(laws, *ends))
        if max(right) < (RARE, RARE) and share.value > FREQUENT:
            return  # it is the share of something else
        how = f"share of {written_law(laws[0])} {' '.join(found[0].split())}"
        tolerance = 0.006 if len(share.written) == 3 else float(share.unit / 2)
        hedged = is_hedged(plain, share) or not share.is_percent
        yield Claim(sentence.text, share, right, how, (), hedged, tolerance)


def is_far(x: float, law: NormalDist) -> bool:
    return abs(x - law.mean) > FARTHEST * law.stdev


# -- "so 5 % lie outside" -------------------------------------------------------------------------

ONE_TAIL = Pattern(r"\b(?:upper|lower|right|left|one)\s+tail\b", re.I)
OUTSIDE = Pattern(
    r"\b(?:outside|beyond|(?:upper|lower|right|left|one)\s+tail|out\s+of\s+(?:tolerance|range|these))\b",
    re.I,
)
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
    if own or len(ks) != 1 or not IS_NORMAL.search(text):
        return
    if not (ONE_TAIL.search(plain) and laws_before(page, sentence)) and not is_normal(
        page, sentence
    ):
        return
    k = ks.pop()
    tail = 1 - STANDARD.cdf(k)
    right = exactly(2 * tail, 2 - 2 * by_rule(k))
    if ONE_TAIL.search(plain):
        right = exactly(tail, 1 - by_rule(k))
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
    r"(?:\s*(?P<unit>thousand|million|billion|trillion)\b)?"
    r"(?!\.?\d|\s+(?:minutes?|hours?|days?|weeks?|months?|years?)\b)",
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


def examples_of(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The claims of a sentence that need what stands before it, or several of its numbers."""
    plain, said = sentence.plain, sentence.words
    if has_one(plain, ("P(", "P (", "Pr(", "Pr (")):
        yield from tails(page, sentence)
    if not COMPARING.isdisjoint(said) and has_law(page):
        yield from shares_of_law(page, sentence)
    if "%" in plain and not OUTER.isdisjoint(said):
        yield from outside(page, sentence)
    if "in" in said and ("σ" in plain or "sigma" in sentence.lower):
        yield from one_in(page, sentence)


@lru_cache(maxsize=RECENT)
def has_law(page: Question) -> bool:
    """Whether a page may state the mean and the standard deviation of a normal distribution."""
    source = page.lower
    return has_one(source, ("normal", "gauss", "n(", "~", "∼", "\\sim", "iq")) and has_one(
        source, ("deviation", "sd", "std", "s.d.", "σ", "\\sigma", "n(", "{n}")
    )


# -- tables ---------------------------------------------------------------------------------------

Z_HEAD = Pattern(
    r"\s*(?:two-?sided\s+)?(?:\|?z\|?|z\s*\*|z[\s_-]?(?:score|value|critical|α/2)?|critical\s+(?:value|z)|z[_\s].{0,8})\s*",
    re.I,
)
PHI_HEAD = Pattern(
    r"\s*(?:Φ\s*\(\s*z\s*\)|\\Phi\s*\(\s*z\s*\)|P\s*\(\s*Z\s*(?:<|≤|\\leq?)\s*z\s*\)|cdf)\s*", re.I
)
AROUND_MEAN = Pattern(
    r"\s*(?:within\s+)?(?:(?:μ|\\mu|mean)\s*)?(?:±|\\pm)?\s*(?P<k>\d(?:\.\d+)?)?\s*(?:σ|\\sigma|sigmas?)\s*",
    re.I,
)
P_HEAD = Pattern(
    r"\s*(?P<sides>one|two|1|2)-?\s?(?:sided|tailed)\s+p(?:[\s-]value)?\s*|\s*p(?:[\s-]value)?\s*\((?P<sides_2>one|two)-?\s?(?:sided|tailed)\)\s*",
    re.I,
)
LEVEL_HEAD = Pattern(
    r"\s*(?:two-?\s?sided\s+)?(?:confidence(?:\s+level)?|level|CI)\s*(?:\((?:%|two-?\s?(?:sided|tailed))\))?\s*",
    re.I,
)


def table_claims(page: Question) -> Iterator[Claim]:
    """Tables of z and Φ(z), or of the level of confidence and z."""
    for block in page.blocks:
        if block.kind != "table" or len(block.rows) < 3 or is_on_mistakes(block):
            continue
        heads = [words(cell.content) for cell in block.rows[0]]
        z = column(heads, Z_HEAD)
        phi, level = column(heads, PHI_HEAD), column(heads, LEVEL_HEAD)
        if z is not None and (p := column(heads, P_HEAD)) is not None:
            yield from of_p_values(block, z, p, heads[p])
        elif z is not None and (phi is not None or level is not None):
            yield from of_table(block, z, phi, level, "one" in " ".join(heads).lower())
        elif "σ" in block.text.content or "sigma" in block.text.content:
            yield from of_rule(block)


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


def of_p_values(block: Block, z: int, p: int, head: str) -> Iterator[Claim]:
    """Rows of z and p, one-sided or two-sided as the head says, of which most must be right."""
    found = P_HEAD.fullmatch(head)
    sides = 1 if (found["sides"] or found["sides_2"]).lower() in ("one", "1") else 2
    claims: list[Claim] = []
    for row in (row for row in block.rows[1:] if len(row) == len(block.rows[0])):
        score, value = cell_number(row[z]), cell_number(row[p])
        if score and value:
            right = sides * (1 - STANDARD.cdf(abs(float(score.value))))
            how = f"{'two' if sides == 2 else 'one'}-sided p of z = {score.written}"
            tolerance = float(value.unit) / 2
            claims.append(Claim(row[p], value, exactly(right), how, (), False, tolerance))
    if sum(claim.is_right for claim in claims) * 2 > len(claims):
        yield from claims


def of_rule(block: Block) -> Iterator[Claim]:
    """Rows like "μ ± 2σ" and 95.45%, of which most must be right: others mean something else."""
    claims: list[Claim] = []
    for first, second in (row for row in block.rows[1:] if len(row) == 2):
        found = AROUND_MEAN.fullmatch(words(first.content))
        share = cell_number(second)
        if found and share and share.is_percent:
            k = float(found["k"] or 1)
            how = f"share of a normal distribution within {k:g} standard deviations"
            right = exactly(2 * STANDARD.cdf(k) - 1)
            claims.append(Claim(second, share, right, how, (), False, float(share.unit / 2)))
    if len(claims) > 1 and sum(claim.is_right for claim in claims) * 2 >= len(claims):
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
