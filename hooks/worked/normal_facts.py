"""What one or two sentences say of a normal distribution: places, percentiles, sums and averages.

Each reader takes a sentence, with those before it in its section where it needs them, and yields
claims: numbers, and the values that they may have.
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from hooks.calculation.quantity import significant_digits
from hooks.language.sentences import Sentence
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.link_words import CALCULATED, COMES_TO, LINK
from hooks.worked.normal_claims import (
    EMPIRICAL,
    KAY,
    OTHER_DISTRIBUTION,
    SIGNED,
    STANDARD,
    UNIT,
    Claim,
    deviations_of,
    exactly,
    number_of,
    percent_at,
)
from hooks.worked.normal_examples import LAW, law_of, laws_before, sentences_before
from hooks.worked.sizes import has_one
from hooks.worked.stated import COUNT_WORDS, Stated, count_of, is_bounded, is_hedged, numbers

VALUE = (
    r"(?:about\s+|roughly\s+|≈\s*|~\s*)?"
    r"(?P<v>[-−–]?\d+(?:\.\d+)?)(?!\s*[×·*/+^]|\s*[-−]\s*[\d.]|[\d%]|\.\d)"
)
FAR = 8


def facts_of(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The claims of a sentence by the readers that its words are worth."""
    lower = sentence.lower
    found = [
        claim
        for marks, reader in READERS
        if has_one(lower, marks)
        for claim in reader(page, sentence)
    ]
    if found and not OTHER_DISTRIBUTION.search(sentence.plain):
        yield from found
    elif found and "variance" in lower:
        yield from root_of_variance(page, sentence)  # which is so of any distribution


def number_at(sentence: Sentence, start: int) -> Stated | None:
    return next((n for n in numbers(sentence.plain) if n.start == start), None)


def text_before(page: Question, sentence: Sentence, count: int) -> str:
    """The last sentences before one in its section."""
    return " ".join(one.plain for one in sentences_before(page, sentence)[-count:])


def claim_of(
    sentence: Sentence, start: int, how: str, *values: float, share: float = 0.5
) -> Iterator[Claim]:
    """The claim of the number at an offset; `share`: of its last digit that it may be off."""
    number = number_at(sentence, start)
    if number:
        hedged = is_hedged(sentence.plain, number)
        tolerance = float(number.unit) * share
        yield Claim(sentence.text, number, exactly(*values), how, (), hedged, tolerance)


# -- where a value stands -------------------------------------------------------------------------

PERCENTILE_AT = Pattern(r"(?P<p>\d{1,2}(?:\.\d{1,2})?)(?:st|nd|rd|th)\s+percentile", re.I)
OFF_MEAN = Pattern(
    rf"\b(?P<k>{KAY})\s*-?\s*{UNIT}\s+(?P<side>above|below|over|under)\s+(?:the\s+|its\s+)?(?:mean|average)\b",
    re.I,
)


def rank(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """One standard deviation above the mean is the 84th percentile."""
    said = list(PERCENTILE_AT.finditer(sentence.plain))
    places = list(OFF_MEAN.finditer(sentence.plain))
    before = text_before(page, sentence, 1)
    places = places or list(OFF_MEAN.finditer(before))
    if len(said) != 1 or len(places) != 1 or OTHER_DISTRIBUTION.search(before):
        return
    k = deviations_of(places[0]["k"])
    z = k if places[0]["side"].lower() in ("above", "over") else -k
    how = f"Φ({z:g})"
    yield Claim(
        sentence.text, percent_at(said[0], "p"), exactly(STANDARD.cdf(z)), how, (), False, 0.006
    )


QUANTILE_OF = Pattern(
    r"\b(?P<p>\d{1,2}(?:\.\d{1,2})?)(?:st|nd|rd|th)\s+percentile\s+(?:of\b[^≈;:]{0,80}?\s)?"
    rf"(?:is|≈|lies\s+at|equals|{COMES_TO})\s+(?:{CALCULATED})?{VALUE}"
    r"|\b(?P<p2>\d{1,2}(?:\.\d{1,2})?)(?:st|nd|rd|th)\s+percentile,?\s+(?:and\s+)?(?:that['’]s|that\s+is|which\s+is|at)\s+"
    rf"(?:[\d.\s+×·*()]{{3,40}}[,=≈]\s*)?{VALUE.replace('<v>', '<v2>')}"
)
STANDARD_NORMAL = Pattern(r"\bN\s*\(\s*0\s*,\s*1\s*\)|\b(?:standard|unit)\s+normal", re.I)


def percentile_of(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The 95th percentile of N(0, 1) is 1.645."""
    for found in QUANTILE_OF.finditer(sentence.plain):
        p = Fraction(found["p"] or found["p2"]) / 100
        laws = [(0.0, (1.0,))] if STANDARD_NORMAL.search(found[0]) else list(law_in(found[0]))
        if not laws and ("+" in found[0] or not is_of_data(sentence.plain)):
            laws = [(law.mean, (law.stdev,)) for law in laws_before(page, sentence)]
        if not laws or not 0 < p < 1:
            continue
        values = [m + s * STANDARD.inv_cdf(float(p)) for m, spreads in laws for s in spreads]
        number = number_at(sentence, found.start("v" if found["v"] else "v2"))
        if number is None or is_bounded(sentence.plain, number):
            continue
        # z may be rounded to two digits on the way
        slack = 0.006 * max(s for _, spreads in laws for s in spreads)
        right = tuple((value - slack, value + slack) for value in values)
        how = f"{found['p'] or found['p2']}th percentile"
        is_rough = significant_digits(number.written) < 3
        hedged = is_rough and is_hedged(sentence.plain, number)
        yield Claim(sentence.text, number, right, how, (), hedged, float(number.unit) / 2)


OF_DATA = Pattern(r"\b(?:logged|recorded|collected|production|real|really|in\s+fact|data)\b", re.I)


def is_of_data(plain: str) -> bool:
    """Whether a sentence speaks of what was measured, not of a law."""
    return bool(EMPIRICAL.search(plain) or OF_DATA.search(plain))


def law_in(text: str) -> Iterator[tuple[float, tuple[float, ...]]]:
    for found in LAW.finditer(text):
        yield law_of(found)


SCORE = Pattern(
    rf"\bz(?:[-\s]?score)?\s*(?:=|≈|of|is)\s*(?:(?:[^=≈;:a-zA-Z,]|,(?=\d)){{0,60}}[=≈]\s*)?(?P<z>{SIGNED})(?!\s*[×·*/+^(]|\d|\.\d)"
)
AHEAD_OF = Pattern(
    r"\b(?:beats?|outperforms|exceeds|surpasses"
    r"|(?:better|taller|higher|larger|heavier)\s+than|ahead\s+of)\s+"
    r"(?:about\s+|roughly\s+|approximately\s+|around\s+|≈\s*|~\s*)?(?P<v>\d{1,2}(?:\.\d+)?)\s?%\s+of\b",
    re.I,
)


def ahead(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """z = 2, so taller than 97.7% of people."""
    zs, shares = list(SCORE.finditer(sentence.plain)), list(AHEAD_OF.finditer(sentence.plain))
    if len(zs) != 1 or len(shares) != 1 or zs[0].end() > shares[0].start():
        return
    z = number_of(zs[0]["z"])
    number = number_at(sentence, shares[0].start("v"))
    if number and abs(z) < FAR:
        values = {STANDARD.cdf(z), STANDARD.cdf(abs(z))}  # of times, less is better
        tolerance = max(float(number.unit) / 2, 0.0035)
        right = exactly(*sorted(values))
        yield Claim(sentence.text, number, right, f"Φ({z:g})", (), False, tolerance)


AREA = Pattern(
    rf"\bz\s*(?:=|of)\s*(?P<z>{SIGNED})[^=≈.;]{{0,30}}?\b(?:area|probability|mass)\s+to\s+(?:the|its)\s+(?P<side>left|right)"
    rf"{LINK}{VALUE}"
    rf"|\b(?:area|probability|mass)\s+to\s+the\s+(?P<side2>left|right)\s+of\s+z\s*=\s*(?P<z2>{SIGNED}){LINK}"
    rf"{VALUE.replace('<v>', '<v2>')}",
    re.I,
)


def area(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """For z = 1.5 the area to the left is 0.9332."""
    for found in AREA.finditer(sentence.plain):
        z = number_of(found["z"] or found["z2"])
        is_left = (found["side"] or found["side2"]).lower() == "left"
        value = STANDARD.cdf(z if is_left else -z)
        start = found.start("v" if found["v"] else "v2")
        side = "left" if is_left else "right"
        yield from claim_of(sentence, start, f"area to the {side} of z = {z:g}", value)


CENTRAL = Pattern(
    r"\b(?:central|middle)\s+(?P<p>\d{1,2}(?:\.\d+)?)\s?%\s+of\s+(?:an?\s+|the\s+)?(?:standard\s+)?normal\b[^.;\d]{0,50}?"
    r"(?:±\s*|between\s+[-−–]\s*(?P<low>\d\.\d+)\s+and\s+\+?)(?P<v>\d\.\d+)(?!\d)",
    re.I,
)


def central(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The central 80% of a standard normal lie between -1.28 and 1.28."""
    for found in CENTRAL.finditer(sentence.plain):
        p = float(found["p"]) / 100
        if 0 < p < 1:
            how = f"z for the central {found['p']}%"
            value = STANDARD.inv_cdf((1 + p) / 2)
            yield from claim_of(sentence, found.start("v"), how, value, share=1)


BESIDE_MEAN = Pattern(
    rf"\bbetween\s+the\s+mean\s+and\s+(?P<k>{KAY})\s*-?\s*{UNIT}\s+(?:above|below)\b", re.I
)


def strip(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """Between the mean and one standard deviation above it lie 34%."""
    places = list(BESIDE_MEAN.finditer(sentence.plain))
    shares = [n for n in numbers(sentence.plain) if n.is_percent]
    if len(places) == len(shares) == 1 and not is_bounded(sentence.plain, shares[0]):
        k = deviations_of(places[0]["k"])
        value = STANDARD.cdf(k) - 0.5
        how = f"share of a normal distribution between the mean and {k:g} standard deviations"
        number = shares[0]
        hedged = is_hedged(sentence.plain, number)
        tolerance = float(number.unit) / 2
        yield Claim(sentence.text, number, exactly(value), how, (), hedged, tolerance)


DENSITY = Pattern(
    rf"\bstandard\s+normal\s+density\s+(?:at\s+(?:zero|0|the\s+mean|its\s+(?:peak|mode))\s+)?(?:is|=|equals)\s+(?:{CALCULATED})?{VALUE}"
    r"(?!\s+at\s+(?!zero|0|the\s+mean))",
    re.I,
)


def density(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The standard normal density at zero is 1/√(2π) ≈ 0.399."""
    for found in DENSITY.finditer(sentence.plain):
        if " at " in found[0]:
            value = STANDARD.pdf(0)
            yield from claim_of(sentence, found.start("v"), "1/√(2π)", value)


# -- sums and averages ----------------------------------------------------------------------------

SPREAD_NAME = r"(?:standard\s+deviations?|SDs?|variances?)"
LISTED = Pattern(
    rf"\b(?P<kind>{SPREAD_NAME})\b(?:\s+of\b[^.;,\d=]{{0,40}}?)?\s*(?:of|are|were|=|:)?\s*"
    r"(?P<list>(?:\d+(?:\.\d+)?\s*(?:[a-zµ]{1,3}|€|minutes|seconds|points)?\s*,\s*(?:and\s+)?)*"
    r"\d+(?:\.\d+)?\s*(?:[a-zµ]{1,3}|€|minutes|seconds|points)?\s*,?\s*and\s+\d+(?:\.\d+)?)(?![\w%]|\.\d)",
    re.I,
)
NUMBERED = Pattern(r"(?:σ|\\sigma_)\s*(?P<i>[₁₂1-2])\s*=\s*(?P<s>\d+(?:\.\d+)?)(?![\w%²^]|\.\d)")
SUM = r"(?:X\s*[+−–-]\s*Y|(?:the(?:ir)?\s+)(?:sum|difference|total(?:\s+(?!of\b)[a-z]+)?))"
SPREAD_OF_SUM = Pattern(
    rf"\b(?P<kind>{SPREAD_NAME})\s+of\s+{SUM}{LINK}(?:{CALCULATED})?{VALUE}"
    rf"|\b(?P<kind2>Var)\s*\(\s*X\s*[+−–-]\s*Y\s*\){LINK}(?:{CALCULATED})?"
    rf"{VALUE.replace('<v>', '<v2>')}"
    rf"|\b(?:X\s*[+−–-]\s*Y\b[^.;=]{{0,60}}?|{SUM}\s+(?:then\s+)?has\s+(?:an?\s+|the\s+)?)"
    rf"\b(?P<kind3>{SPREAD_NAME})\s*(?:of|is|=)?\s*(?:{CALCULATED})?{VALUE.replace('<v>', '<v3>')}",
    re.I,
)
OF_COMBINATION = Pattern(
    rf"\bVar\s*\(\s*(?P<a>\d*)\s*X\s*[+−–-]\s*(?P<b>\d*)\s*Y\s*\)[^=≈:;.]{{0,80}}?(?:is|=|≈|:)\s*(?:{CALCULATED})?{VALUE}"
)
ROOT_OF = Pattern(
    r"\bvariance\s+(?:of\s+|is\s+|=\s*|σ²\s*=\s*)?(?P<v2>\d+(?:\.\d+)?)\s*(?:[,;]|\band\b)(?:\s*\b(?:and|so|thus|hence|therefore|i\.e\.|with|the|its|an?|has|that|is|which|means|gives|of))*[\s,(]*\b(?:standard\s+deviation|SD)"
    rf"\s*(?:of|is|=|:)?\s*(?:{CALCULATED})?{VALUE}",
    re.I,
)


def combination(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """Of independent X and Y with variances 4 and 1, Var(2X − 3Y) = 4 · 4 + 9 · 1."""
    for found in OF_COMBINATION.finditer(sentence.plain):
        text = f"{text_before(page, sentence, 2)} {sentence.plain}"
        pairs = [pair for pair in variances_in(text) if len(pair) == 2]
        if "independent" in text and pairs and (found["a"] or found["b"]):
            a, b = int(found["a"] or 1), int(found["b"] or 1)
            values = [a * a * v + b * b * w for v, w in pairs]
            how = f"{a}² × {pairs[0][0]:g} + {b}² × {pairs[0][1]:g}"
            yield from claim_of(sentence, found.start("v"), how, *values)


def root_of_variance(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """A variance of 6 is a standard deviation of 2.45."""
    for found in ROOT_OF.finditer(sentence.plain):
        variance = float(found["v2"])
        yield from claim_of(sentence, found.start("v"), f"√{found['v2']}", variance**0.5)


def spread_of_sum(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """Of independent X and Y with variances 9 and 16, X - Y has the variance 25."""
    for found in SPREAD_OF_SUM.finditer(sentence.plain):
        group = next(name for name in ("v", "v2", "v3") if found[name])
        before = f"{text_before(page, sentence, 4)} {sentence.plain[: found.start()]}"
        text = f"{before} {sentence.plain[found.start() :]}"
        if "independent" not in text or has_one(text, ("correlat", "not indep")):
            return
        parts = variances_in(before) or variances_in(text)
        is_variance = (found["kind"] or found["kind2"] or found["kind3"]).lower().startswith("var")
        sums = [sum(variances) for variances in parts]
        values = sums if is_variance else [total**0.5 for total in sums]
        if values:
            added = " + ".join(f"{variance:g}" for variance in parts[0])
            how = added if is_variance else f"√({added})"
            yield from claim_of(sentence, found.start(group), how, *values)


def variances_in(text: str) -> list[tuple[float, ...]]:
    """The variances of the variables that a text states, or may state."""
    stated = list(LISTED.finditer(text))
    if len(stated) == 1:
        own = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", stated[0]["list"])]
        is_variance = stated[0]["kind"].lower().startswith("var")
        return [tuple(own) if is_variance else tuple(s * s for s in own)]
    numbered = {found["i"]: float(found["s"]) for found in NUMBERED.finditer(text)}
    if not stated and len(numbered) == 2:
        return [tuple(s * s for s in numbered.values())]
    laws = [law_of(found)[1] for found in LAW.finditer(text)]
    if stated or len(laws) != 2:
        return []
    return [(a * a, b * b) for a, b in zip(*laws, strict=False)]


OVER_TIME = Pattern(
    rf"\bover\b[^.;]{{0,40}}?\b(?P<n>{COUNT_WORDS}|\d+)\s+(?:weeks|days|months|periods|hours|steps|years|quarters)\b"
    r"(?P<between>[^.;=]{0,100}?)\b(?:standard\s+deviation|SD)\s*(?:is|=|of|becomes|grows\s+to)\s*"
    rf"(?P<s>\d+(?:\.\d+)?)\s*[·×*]\s*√?\(?\d+\)?\s*[=≈]\s*{VALUE}",
    re.I,
)


def spread_over_time(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """Over four weeks with independent errors the standard deviation is 24.5 · √4 = 49."""
    for found in OVER_TIME.finditer(sentence.plain):
        n = count_of(found["n"])
        if n and "independent" in found["between"]:
            how = f"{found['s']} · √{n}"
            yield from claim_of(sentence, found.start("v"), how, float(found["s"]) * n**0.5)


USED_Z = Pattern(
    r"(?<![\d.])(?P<p>80|90|95|98|99)\s?%\s+(?:confidence\s+)?(?:interval|CI)\s+(?:uses|needs|takes|has|with|requires)"
    r"\s+(?:a\s+|the\s+)?(?:z|factor|multiplier|critical\s+value)(?:-(?:score|value))?\s*(?:=|of|≈)?\s*"
    rf"{VALUE}",
    re.I,
)


def z_of_interval(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The 95% interval uses z = 1.96."""
    for found in USED_Z.finditer(sentence.plain):
        if not has_one(
            sentence.lower, ("one-sided", "one-tailed", "one sided", "student", "degrees")
        ):
            p = float(found["p"]) / 100
            values = STANDARD.inv_cdf((1 + p) / 2), 2.0 if p == 0.95 else 0.0
            how = f"z of a {found['p']}% interval"
            yield from claim_of(sentence, found.start("v"), how, *filter(None, values), share=1)


ONE_SPREAD = Pattern(
    r"(?:σ\s*=|\bstandard\s+deviation\s+(?:of|is|=)|\bSD\s*(?:of|is|=))\s*(?P<s>\d+(?:\.\d+)?)(?![\d%/·×*^²]|\.\d)",
    re.I,
)
OF_AVERAGE = Pattern(
    rf"\b(?:mean|average)\s+of\s+(?P<n>{COUNT_WORDS}|\d[\d,]*)\s+(?:independent\b)?[^.;=\d]{{0,40}}?\bhas\s+(?:an?\s+|the\s+)?"
    rf"(?:standard\s+(?:deviation|error)|SD|SE|σ)\s*(?:of|=|is)?\s*(?:{CALCULATED})?{VALUE}",
    re.I,
)


def spread_of_average(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The mean of 16 values with a standard deviation of 8 has one of 2."""
    for found in OF_AVERAGE.finditer(sentence.plain):
        text = f"{text_before(page, sentence, 2)} {sentence.plain[: found.start()]}"
        spreads = {one["s"] for one in ONE_SPREAD.finditer(text)}
        n = count_of(found["n"])
        if len(spreads) == 1 and n and "correlat" not in text:
            s = spreads.pop()
            value = float(s) / n**0.5
            yield from claim_of(sentence, found.start("v"), f"σ/√n = {s}/√{n}", value)


# -- decisions ------------------------------------------------------------------------------------

COMPARED_TO = Pattern(
    r"(?<=\d)\s*[<>]\s*(?P<v>1\.28|1\.282|1\.64|1\.645|1\.65|1\.96|2\.33|2\.326|2\.58|2\.576)(?!\d)"
)
SIGNIFICANCE = Pattern(
    r"\b(?:significance(?:\s+level)?(?:\s+of)?|α\s*=|\\alpha\s*=|level\s+of)\s*(?P<p>1|5|10|0\.01|0\.05|0\.10?)\s?%?(?!\d|\.\d)",
    re.I,
)
SIDES = Pattern(r"\b(?P<n>one|two|1|2)[-\s]?(?:sided|tailed)", re.I)


def critical(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """Two-sided at 5%: z is compared with 1.96."""
    found = list(COMPARED_TO.finditer(sentence.plain))
    text = f"{text_before(page, sentence, 3)} {sentence.plain}" if len(found) == 1 else ""
    sides = {m["n"].lower() for m in SIDES.finditer(text)}
    levels = {m["p"] for m in SIGNIFICANCE.finditer(text)}
    if len(sides) != 1 or len(levels) != 1:
        return
    alpha = float(levels.pop())
    alpha = alpha / 100 if alpha >= 1 else alpha
    is_two = sides.pop() in ("two", "2")
    value = STANDARD.inv_cdf(1 - alpha / (2 if is_two else 1))
    how = f"critical z, {'two' if is_two else 'one'}-sided at {alpha:.0%},"
    yield from claim_of(sentence, found[0].start("v"), how, value, share=1)


Reader = Callable[[Question, Sentence], Iterator[Claim]]
READERS: tuple[tuple[tuple[str, ...], Reader], ...] = (
    (("percentile",), rank),
    (("percentile",), percentile_of),
    (("% of",), ahead),
    (("to the left", "to the right", "to its"), area),
    (("central", "middle"), central),
    (("between the mean",), strip),
    (("density",), density),
    (
        (
            "var(",
            "variance of",
            "deviation of",
            "sd of",
            "x + y",
            "x − y",
            "x - y",
            " has a ",
            " has the ",
        ),
        spread_of_sum,
    ),
    (("var(",), combination),
    (("variance",), root_of_variance),
    (("deviation", " sd "), spread_over_time),
    (("% interval", "% ci", "% conf"), z_of_interval),
    (("mean of", "average of"), spread_of_average),
    ((" > 1.", " > 2.", " < 1.", " < 2.", ">1.", ">2."), critical),
)
