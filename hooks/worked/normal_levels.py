"""z beside a level of confidence, beside a critical value, and in the formula of a power."""

import re
from collections.abc import Iterator

from hooks.language.sentences import Sentence
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.normal_claims import Z_STATED, Claim, exactly
from hooks.worked.normal_examples import number_of, sentences_before
from hooks.worked.normal_intervals import USUAL_Z, Z_OF_LEVEL, level_of
from hooks.worked.sizes import has_one
from hooks.worked.stated import Stated, numbers

OF_HALF = ("interval", "margin", "half-width", "half width", "ci ")
SIDES = (">", "<", "above", "below", "beyond", "exceed", "under", "over", " than ")
CRITICAL = r"(?:1\.28|1\.282|1\.64|1\.645|1\.65|1\.96|2\.33|2\.326|2\.57|2\.576|2\.58)(?!\d)"


def levels_of(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The claims of a sentence on z where a level or another z says what it must be."""
    lower = sentence.lower
    if "%" in lower and has_one(lower, OF_HALF):
        yield from multiplier(sentence)
    if has_one(lower, ("1.", "2.")) and has_one(lower, SIDES):
        yield from compared(page, sentence)
    if "power" in lower and has_one(sentence.plain, ("Φ", "\\Phi")):
        yield from power(sentence)


def number_at(sentence: Sentence, start: int) -> Stated | None:
    return next((n for n in numbers(sentence.plain) if n.start == start), None)


# -- 1.645 × 0.0054 in a 95 % interval ------------------------------------------------------------

TIMES = r"\s*(?:[·×*]|\\cdot|\\times)\s*"
MULTIPLIED = Pattern(
    rf"(?<![\w.,])(?P<z>{CRITICAL}){TIMES}(?:[\d.(√]|\\(?:sqrt|frac)|(?:SEM?|se|s|σ)\b)"
)
OF_ONE_END = Pattern(
    r"\b(?:one[- ](?:sided|tailed)|bounds?|lower|upper|at\s+(?:most|least)|power|reject\w*"
    r"|bonferroni|percentile|quantile|instead|not|respectively)\b|n['’]t\b",
    re.I,
)


def multiplier(sentence: Sentence) -> Iterator[Claim]:
    """The 95 % interval is 0.08 ± 1.96 · 0.0054, with the z of that level."""
    found = list(MULTIPLIED.finditer(sentence.plain))
    level = level_of(sentence) if found else ""
    if not level or OF_ONE_END.search(sentence.plain):
        return
    for one in found:
        number = number_at(sentence, one.start("z"))
        if number and any(number.written in usual for usual in Z_OF_LEVEL.values()):
            how, right = f"z for {level}, two-sided", exactly(USUAL_Z[level])
            yield Claim(sentence.text, number, right, how, (), False, float(number.unit))


# -- z = 1.82 "is larger than 1.96" ---------------------------------------------------------------

LIES = r"(?:is|lies|falls)\s+(?:(?:clearly|well|just|far)\s+)?"
COMPARED = Pattern(
    r"(?:\b(?:as|since|because|so|and|hence|thus|therefore)\s+(?:here\s+|the\s+(?:observed\s+)?)?\|?\s*"
    r"(?:z|test\s+statistic)(?:[- ](?:score|statistic|value))?\s*\|?"
    r"|^(?:this|that|it|which)\b|,\s+(?:which|and)\b"
    r"|\bwith\s+(?:an?\s+|this\s+)?z\s*(?:[=≈]|of)?\s*(?:\d+(?:\.\d+)?)?,?\s+we\b)"
    rf"\s*(?:(?P<more>[>≥]|exceeds?\b|{LIES}(?:above|beyond|over|(?:larg|great|bigg|high)er\s+than|more\s+than))"
    rf"|(?P<less>[<≤]|{LIES}(?:below|under|(?:small|low)er\s+than|less\s+than)))"
    r"\s*(?:the\s+)?(?:(?:(?:one|two)-sided|\d\s?%)\s+)?(?:critical\s+(?:value|z)|threshold|limit|quantile)?"
    rf"\s*(?:of\s+|at\s+)?(?P<v>{CRITICAL})",
    re.I,
)
IN_THEORY = Pattern(
    r"\b(?:if|when|whenever|unless|needs?|would|requires?|required|must|should|could|suffices?|had"
    r"|values|any|rule|not|were|once|until)\b|n['’]t\b|\?",
    re.I,
)


def compared(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """As z, 2.56, exceeds 2.33: the critical value is on the side that is said."""
    found = list(COMPARED.finditer(sentence.plain))
    if len(found) != 1 or IN_THEORY.search(sentence.plain):
        return
    before = [one.plain for one in sentences_before(page, sentence)[-3:]]
    own = scores_in(sentence.plain)
    scores = own or scores_in(before[-1] if before else "") or scores_in(" ".join(before))
    number = number_at(sentence, found[0].start("v"))
    if number is None or len(scores) != 1 or number.value in scores:
        return
    z = abs(scores.pop())
    right = (0.0, z) if found[0]["more"] else (z, float("inf"))
    side = "more" if found[0]["more"] else "less"
    how = f"z = {z:g} is {side} than the critical value, which then"
    if not right[0] <= float(number.value) <= right[1]:
        yield Claim(sentence.text, number, exactly(z), how)


def scores_in(text: str) -> set[float]:
    """The values of z that a text states."""
    return {number_of(found["z"]) for found in Z_STATED.finditer(text) if found["z"]}


# -- power = Φ(shift − z) -------------------------------------------------------------------------

POWER = Pattern(
    r"\bpower\b[^.;Φ\\\d−–-]{0,40}(?<![−–-]\s)(?:Φ|\\Phi)\s*\(\s*"
    rf"\d+(?:\.\d+)?\s*\+\s*(?P<v>{CRITICAL})\s*\)",
    re.I,
)


def power(sentence: Sentence) -> Iterator[Claim]:
    """A shift of 2.5 standard errors has the power Φ(2.5 − 1.96): z is subtracted."""
    for found in POWER.finditer(sentence.plain):
        number = number_at(sentence, found.start("v"))
        if number:
            how = "power = Φ(shift − z), so what is added"
            yield Claim(sentence.text, number, exactly(-float(number.value)), how)
