"""Scores, margins and tests whose givens stand around them: z of a value, the half of an interval,
the z of two proportions, the size of a sample for a power, columns of standard errors.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from hooks.calculation.distributions import student_ppf
from hooks.language.sentences import Sentence
from hooks.language.wording import words
from hooks.page import Block, Question
from hooks.pattern import Pattern
from hooks.worked.link_words import CALCULATED, LINK
from hooks.worked.normal_claims import STANDARD, Claim, exactly
from hooks.worked.normal_examples import (
    NUMBER,
    column,
    laws_before,
    number_of,
    sentences_before,
)
from hooks.worked.normal_intervals import (
    N_STATED,
    OTHER_ERROR,
    SD_STATED,
    SE_STATED,
    given,
    level_of,
    proportion_before,
    whole,
)
from hooks.worked.sizes import has_one
from hooks.worked.stated import Stated, cell_number, is_bounded, is_hedged, numbers

VALUE = r"(?P<v>[-−–]?\d+(?:\.\d+)?)(?!\s*[×·*/+^(]|\s*[-−]\s*[\d.]|[\d%]|\.\d|\s*%)"
BOUND = Pattern(
    r"\b(?:at\s+(?:least|most)|up\s+to|more\s+than|less\s+than|below|above|under|over)\s+$"
)
ROOM = 0.015  # of a result: what rounding on the way may change


def tests_of(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The claims of a sentence on scores, margins and tests."""
    lower = sentence.lower
    if "z-score" in lower or "z score" in lower or "standard score" in lower:
        yield from score_of(page, sentence)
    if "±" in sentence.plain or "\\pm" in sentence.plain:
        yield from half_of_interval(page, sentence)
        yield from half_of_share(page, sentence)
    if has_one(lower, ("margin", "half-width", "half width")):
        yield from margin_of_mean(page, sentence)
    if " z" in lower and has_one(lower, ("z =", "z is", "z ≈", "z-stat", "z stat", "z-value")):
        yield from of_two_proportions(page, sentence)
    if "standard deviation" in lower and has_one(lower, ("above the", "below the", "over the")):
        yield from distance(page, sentence)
    if has_one(lower, ("type ii", "β", "\\beta", "type 2")) and "power" in page.lower:
        yield from of_errors_of_second_kind(page, sentence)
    if has_one(lower, DECISIONS):
        yield from decision(page, sentence)
    if "power" in lower or has_one(lower, ("each group", "per group", "each arm", "per arm")):
        yield from size_for_power(page, sentence)


def number_at(sentence: Sentence, start: int) -> Stated | None:
    return next((n for n in numbers(sentence.plain) if n.start == start), None)


def claim_at(
    sentence: Sentence, found: re.Match[str], how: str, *values: float, room: float = ROOM
) -> Iterator[Claim]:
    """The claim of a match's number, which may be one of several values or near it."""
    number = number_at(sentence, found.start("v"))
    if number and not BOUND.search(sentence.plain, 0, number.start):
        right = tuple((v - abs(v) * room, v + abs(v) * room) for v in values)
        hedged = is_hedged(sentence.plain, number)
        yield Claim(sentence.text, number, right, how, (), hedged, float(number.unit) / 2)


# -- z of a value ---------------------------------------------------------------------------------

OF_VALUE = Pattern(
    rf"\b(?:z|standard)[-\s]score\s+(?:of|for)\s+(?:an?\s+|the\s+)?(?:[a-z]+\s+of\s+)?(?P<x>{NUMBER})\s*[a-z%]{{0,8}}\s*"
    rf"(?:\bis\b|=|≈)\s*(?:about\s+|then\s+)?(?:{CALCULATED})?{VALUE}"
    rf"|\b(?:of|is|at|takes|scored|weighs)\s+(?P<x2>{NUMBER})\s*[a-z%]{{0,8}}\b[^=≈:]{{0,90}}?"
    r"\b(?:has|have|gives|yields|means|gets)\s+"
    rf"(?:an?\s+|the\s+)?(?:z|standard)[-\s]score{LINK}(?:{CALCULATED})?"
    rf"{VALUE.replace('<v>', '<v2>')}",
    re.I,
)


def score_of(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The z-score of 25 h is (25 − 20)/2 = 2.5."""
    found = list(OF_VALUE.finditer(sentence.plain))
    laws = laws_before(page, sentence, any_law=True) if len(found) == 1 else ()
    if not laws:
        return
    match = found[0]
    group = "v" if match["v"] else "v2"
    x = number_of(match["x"] or match["x2"])
    number = number_at(sentence, match.start(group))
    if number and x != laws[0].mean and not any(x == law.stdev for law in laws):
        how = f"z = ({x:g} - {laws[0].mean:g})/{laws[-1].stdev:g}"
        right = exactly(*((x - law.mean) / law.stdev for law in laws))
        hedged = is_hedged(sentence.plain, number)
        yield Claim(sentence.text, number, right, how, (), hedged, float(number.unit) / 2)


# "A request of 95 ms is 0.6 standard deviations above the mean"
DISTANCE = Pattern(
    rf"\b(?:of|is|at|takes|scored|weighs|with)\s+(?P<x>{NUMBER})\s*[a-zA-Z°%²]{{0,8}}\b[^.;=≈:\d]{{0,60}}?"
    r"(?P<v>\d(?:\.\d+)?)\s+(?:standard\s+deviations?|SDs?|sigmas?)\s+(?P<side>above|below|over|under)\s+(?:the|its)\s+(?:mean|average)",
    re.I,
)


def distance(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """How many standard deviations a value lies from the mean."""
    found = list(DISTANCE.finditer(sentence.plain))
    laws = laws_before(page, sentence, any_law=True) if len(found) == 1 else ()
    if laws and number_of(found[0]["x"]) != laws[0].mean:
        x = number_of(found[0]["x"])
        values = [abs(x - law.mean) / law.stdev for law in laws]
        how = f"|{x:g} - {laws[0].mean:g}|/{laws[-1].stdev:g}"
        yield from claim_at(sentence, found[0], how, *values)


# -- margins --------------------------------------------------------------------------------------

HALF = Pattern(
    rf"(?<![\w.,×·*/+−-])(?P<m>{NUMBER})\s*(?P<unit>[a-z]{{1,3}}\b|%)?\s*(?:±|\\pm)\s*{VALUE}(?!\s*(?:[·×*]|SE|σ|s\b|\\))"
)
MARGIN = Pattern(
    rf"\b(?:margin(?:\s+of\s+error)?|half-?\s?width)\b(?:\s+(?:at|with|for)\s+(?:a\s+|the\s+)?\d+\s?%(?:\s+confidence)?)?"
    rf"(?:\s+\([A-Z]+\))?{LINK}(?:{CALCULATED})?{VALUE}",
    re.I,
)
NOT_OF_MEAN = Pattern(
    r"\b(?:predict\w*|toleran\w*|proportions?|percentage|poll|voters|conversion|accuracy|prior|posterior|credible"
    r"|bootstrap|differences?|lift|regression|t\s*=|t-)\b",
    re.I,
)
USUAL = {"90%": 0.95, "95%": 0.975, "99%": 0.995}


def error_before(page: Question, sentence: Sentence) -> tuple[float, float]:
    """The standard error that a section states, or that follows from its s and n; and n."""
    size, error = given(page, sentence, N_STATED), given(page, sentence, SE_STATED)
    n = float(size.value) if size else 0.0
    is_of_other_size = N_STATED.search(sentence.plain) and not SE_STATED.search(sentence.plain)
    if error and not is_of_other_size:
        return float(error.value), n
    spread = given(page, sentence, SD_STATED)
    return (float(spread.value) / n**0.5, n) if spread and n > 1 else (0.0, 0.0)


def margins(level: str, error: float, n: float) -> list[float]:
    """The usual halves of an interval for a mean: by z, by Student's t, by 2."""
    p = USUAL[level]
    zs = [STANDARD.inv_cdf(p), *([2.0] if p == 0.975 else [])]
    zs += [student_ppf(p, n - 1)] if n > 2 else []
    return [z * error for z in zs]


T_STATED = Pattern(r"(?<!\w)t\s*(?:[(_]\s*\d[\d.,\s]*\)?)?\s*(?:=|≈|of|is)\s*(?P<t>\d\.\d+)")


def half_of_interval(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """With a standard error of 1 the 95% interval is 52 ± 1.96."""
    found = list(HALF.finditer(sentence.plain))
    level = level_of(sentence)
    if len(found) != 1 or found[0]["unit"] == "%" or not level or is_of_other(page, sentence):
        return
    error, n = error_before(page, sentence)
    number = number_at(sentence, found[0].start("v"))
    if error and number and not number.is_percent:
        how = f"half of the {level} interval = z × {error:.4g}"
        values = margins(level, error, n)
        values += [float(stated["t"]) * error for stated in T_STATED.finditer(sentence.plain)]
        values += [100 * margin for margin in values if error < 1]  # of a share, in points
        yield from claim_at(sentence, found[0], how, *values)


SHARE_HALF = Pattern(
    r"(?<![\w.,×·*/+−-])(?P<m>\d+(?:\.\d+)?)\s*%\s*(?:±|\\pm)\s*(?P<v>\d+(?:\.\d+)?)\s*(?:%|(?:percentage\s+)?points?|pp)(?!\w)"
)


def half_of_share(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """300 of 10,000: the 95% interval is 3% ± 0.33 points."""
    found = list(SHARE_HALF.finditer(sentence.plain))
    level = level_of(sentence)
    p, n = proportion_before(page, sentence) if len(found) == 1 and level else (0, 0)
    if not 0 < p < 1 or abs(p - float(found[0]["m"]) / 100) > 0.0051:
        return
    error = (p * (1 - p) / n) ** 0.5
    values = [margin * 100 for margin in margins(level, error, 0)]
    number = number_at(sentence, found[0].start("v"))
    if number and number.is_percent:
        values = [value / 100 for value in values]
    how = f"half of the {level} interval = z × √({p:.4g} × {1 - p:.4g}/{n:,})"
    yield from claim_at(sentence, found[0], how, *values)


def margin_of_mean(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """s = 10 and n = 25, so the margin of error is 3.92."""
    found = list(MARGIN.finditer(sentence.plain))
    if len(found) != 1 or is_of_other(page, sentence) or has_other_size(sentence):
        return
    if WISHED.search(sentence.plain):
        return
    error, n = error_before(page, sentence)
    number = number_at(sentence, found[0].start("v"))
    if error and number and not number.is_percent:
        values = [v for level in levels_said(page, sentence) for v in margins(level, error, n)]
        how = f"margin = z × {error:.4g}"
        if float(number.value) < UNLIKE * max(values, default=0):
            yield from claim_at(sentence, found[0], how, *values)


UNLIKE = 200  # times as large is what is counted in something else: a margin of 12 euros
# "For a margin of 3 points a simple random sample needs …"
WISHED = Pattern(r"^\W*(?:for|to\s+get)\s+an?\s+margin\b|\b(?:needs?|requires?|wants?)\b", re.I)
OTHER_SIZE = Pattern(r"(?<![\w.,])\d[\d,]*\s+(?:answers|responses|interviews|replies)\b")


def has_other_size(sentence: Sentence) -> bool:
    """Whether a sentence counts answers of its own, of which another error is not that."""
    return bool(OTHER_SIZE.search(sentence.plain)) and not SE_STATED.search(sentence.plain)


def levels_said(page: Question, sentence: Sentence) -> list[str]:
    """The level that a sentence states, or else those that were said before; 95% is usual."""
    if level := level_of(sentence):
        return [level]
    text = " ".join(one.plain for one in sentences_before(page, sentence))
    return [level for level in USUAL if level in text.replace(" %", "%")] or ["95%"]


def is_of_other(page: Question, sentence: Sentence) -> bool:
    """Whether the section speaks of another interval than that of one mean."""
    text = " ".join(one.plain for one in (*sentences_before(page, sentence), sentence))
    return bool(NOT_OF_MEAN.search(text) or OTHER_ERROR.search(sentence.plain))


# -- two proportions ------------------------------------------------------------------------------

COUNTED = Pattern(
    r"(?<![\w.,/])(?P<x>\d[\d,]*)\s*(?:/|\s(?:\w+\s+)?(?:out\s+of|of|from|among)\s+(?:the\s+|its\s+)?)\s*(?P<n>\d[\d,]*)"
    r"(?![\d.]*\d|\s*%|\w)"
)
POOLED = Pattern(r"\bpool[^.;]{0,40}$", re.I)
Z_OF_TWO = Pattern(
    rf"\bz(?:[-\s](?:score|statistic|value|stat))?(?:\s+of\s+[a-z][a-z\s-]{{3,40}}?)?{LINK}(?:{CALCULATED})?{VALUE}",
    re.I,
)


# z = 1.00/0.30 of differences in points, or of other things altogether
IN_POINTS = Pattern(r"(?<![\d.])(?:[1-9]\d*\.\d+|0\.[1-9]\d*)\s*/\s*(?:[1-9]\d*\.\d+|0\.[1-9]\d*)")


def of_two_proportions(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """200 of 4,000 and 260 of 4,000: z = 2.88, pooled or not."""
    found = list(Z_OF_TWO.finditer(sentence.plain))
    if len(found) != 1 or IN_POINTS.search(found[0][0]):
        return
    text = " ".join(one.plain for one in (*sentences_before(page, sentence), sentence))
    stated = [m for m in COUNTED.finditer(text) if not POOLED.search(text, 0, m.start())]
    pairs = list(dict.fromkeys((whole(m["x"]), whole(m["n"])) for m in stated))
    pairs = [(x, n) for x, n in pairs if 5 <= x < n]
    pairs = [pair for pair in pairs if not is_pooled(pair, pairs)]
    if len(pairs) != 2 or has_one(text.lower(), ("correct", "continuity", "bonferroni", "paired")):
        return
    (x, n), (y, m) = pairs
    p, q, both = x / n, y / m, (x + y) / (n + m)
    errors = (both * (1 - both) * (1 / n + 1 / m), p * (1 - p) / n + q * (1 - q) / m)
    values = [sign * (q - p) / error**0.5 for error in errors for sign in (1, -1)]
    if p != q:
        how = f"z of {x:,}/{n:,} and {y:,}/{m:,}"
        yield from claim_at(sentence, found[0], how, *values, room=0.03)


def is_pooled(pair: tuple[int, int], pairs: list[tuple[int, int]]) -> bool:
    """Whether a count is the sum of two others."""
    sums = {(a + c, b + d) for (a, b), (c, d) in combinations(pairs, 2)}
    return pair in sums


# -- power ----------------------------------------------------------------------------------------

EFFECT = Pattern(
    r"(?:\b(?:Cohen['’]s\s+)?d\s*=|\beffect(?:\s+size)?(?:\s+d)?\s*(?:of|=|is)\s*(?:d\s*=\s*)?)\s*(?P<v>0?\.\d+|1(?:\.\d+)?)(?!\s*%|\d)"
    r"(?!\s*(?:percentage|points|pp))"
)
POWER = Pattern(
    r"\bpower\s*(?:\(?1\s*[-−]\s*β\)?\s*)?(?:of|=|is|:)?\s*(?P<v>[89]\d\s*%|0\.[89]\d?)|(?P<w>[89]\d\s*%)\s+power",
    re.I,
)
ALPHA = Pattern(
    r"(?:α|\\alpha|\balpha|significance(?:\s+level)?)\s*(?:of|=|is|:)?\s*(?P<v>0\.\d+|\d+\s*%)",
    re.I,
)
PER_GROUP = Pattern(
    r"(?:(?:each|every)\s+(?:group|arm|variant)\s+(?:needs|requires)|\bn\s*(?:=|≈))\s*(?:about\s+|roughly\s+|≈\s*|some\s+)?"
    rf"(?:{CALCULATED})?(?P<v>\d[\d,]*)(?!\d|\.\d|\s*[×·*/+%^(])"
    r"|(?<![\w.,=])(?P<w>\d[\d,]*)\s+(?:\w+\s+)?(?:per|in\s+each|for\s+each)\s+(?:group|arm|variant)",
    re.I,
)


def size_for_power(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """d = 0.5, α = 0.05, power 80%: each of two groups needs 63 people."""
    found = list(PER_GROUP.finditer(sentence.plain))
    if len(found) != 1:
        return
    text = " ".join(one.plain for one in (*sentences_before(page, sentence), sentence))
    effects, powers, alphas = ({share(m) for m in p.finditer(text)} for p in (EFFECT, POWER, ALPHA))
    if len(effects) != 1 or len(powers) != 1 or len(alphas) > 1 or "group" not in text:
        return
    d, power, alpha = effects.pop(), powers.pop(), alphas.pop() if alphas else 0.05
    if (
        not 0 < alpha < 0.5
        or not 0 < power < 1
        or has_one(text.lower(), ("paired", "ratio", "anova"))
    ):
        return
    sides = (1,) if "one-sided" in text.lower() or "one-tailed" in text.lower() else (2,)
    z = STANDARD.inv_cdf(power) + STANDARD.inv_cdf(1 - alpha / sides[0])
    n = 2 * (z / d) ** 2
    number = number_at(sentence, found[0].start("v" if found[0]["v"] else "w"))
    if number and not is_bounded(sentence.plain, number):
        near = ((n * 0.97 - 1, n * 1.03 + 3),)
        how = f"n per group = 2 × (z + z)²/d² = 2 × {z:.3g}²/{d:g}²"
        yield Claim(sentence.text, number, near, how, (), is_hedged(sentence.plain, number))


SECOND_KIND = Pattern(
    r"(?:\btype\s+(?:II|2)\s+error\b(?:\s+rate)?(?:\s*\([^()]{1,60}\))?|β|\\beta)\s*(?:=|≈|\bis\b|\bof\b|:)\s*"
    r"(?:about\s+|only\s+)?(?P<v>0?\.\d+|\d+(?:\.\d+)?\s?%)(?!\s*[×·*/+−-])",
    re.I,
)
ANY_POWER = Pattern(
    r"\bpower\s*(?:\(?1\s*[-−]\s*β\)?\s*)?(?:of|=|is|:|is\s+about)?\s*(?P<v>\d\d\s*%|0?\.\d+)(?!\d)",
    re.I,
)


def of_errors_of_second_kind(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """A power of 0.85 is an error of the second kind with probability 0.15."""
    found = list(SECOND_KIND.finditer(sentence.plain))
    text = " ".join(one.plain for one in (*sentences_before(page, sentence)[-2:], sentence))
    powers = {share(match) for match in ANY_POWER.finditer(text)}
    if len(found) == len(powers) == 1:
        value = 1 - powers.pop()
        yield from claim_at(sentence, found[0], "type II error = 1 − power", value, room=0.04)


# -- decisions ------------------------------------------------------------------------------------

DECISIONS = ("reject", "significan", "contains 0", "contains zero", "includes 0", "includes zero")
P_VALUE = Pattern(
    r"\bp(?:-value)?\s*(?:\((?:one|two)[-\s]sided\)\s*)?(?:=|≈|is|of|\\approx)\s*(?:about\s+|≈\s*)?(?P<v>0?\.\d+)(?!\d|\s*[×·*/+])",
    re.I,
)
LEVEL_STATED = Pattern(
    r"(?:α|\\alpha|\balpha|\blevel(?:\s+of)?)\s*(?:=|of|is)?\s*(?P<v>0?\.\d+|\d+\s*%)"
    r"|\b(?:at|to)\s+(?:the\s+)?(?P<w>1|5|10)\s?%",
    re.I,
)
KEEPS = Pattern(
    r"(?:\bnot\b|n['’]t\b|\bcannot\b|\bfail(?:s|ed)?\s+to\b|\bno\b)\s*(?:\w+\s+){0,2}?(?:reject\w*|significan\w*)"
    r"|\binsignificant\b",
    re.I,
)
REJECTS = Pattern(r"\b(?:reject\w*|(?:is|are|was|→|highly|statistically)\s+significant)\b", re.I)
CORRECTED = Pattern(
    r"\b(?:bonferroni|corrected|adjusted|holm|one|another|other|without|would|if|interim|sequential|peek\w*|only\s+in"
    r"|contains|includes|multiple)\b|\?",
    re.I,
)
CONTAINS = Pattern(
    r"\b(?:interval|it)\s+(?P<not>does\s+not\s+|doesn['’]t\s+)?(?:contains?|includes?|covers?)\s+(?:0|zero)\b",
    re.I,
)
FROM_TO = Pattern(
    r"(?:\bfrom\s+|\[|\(|\bbetween\s+)\s*(?P<a>[-−–]?\d+(?:\.\d+)?)\s*%?\s*(?:to|,|and|;)\s*(?P<b>[-−–]?\d+(?:\.\d+)?)\s*%?(?!\d|\.\d)"
)


def decision(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """A p below α rejects; an interval from 0.004 to 0.036 does not contain 0."""
    yield from of_p_value(page, sentence)
    found = CONTAINS.search(sentence.plain)
    before = sentences_before(page, sentence)[-1:] if found else []
    ends = [m for one in (*before, sentence) for m in FROM_TO.finditer(one.plain)]
    zero = next((n for n in numbers(sentence.plain) if n.written == "0"), None) if found else None
    if len(ends) == 1 and zero and not CORRECTED_INTERVAL.search(sentence.plain):
        low, high = (number_of(ends[0][name]) for name in "ab")
        if low < high and (low <= 0 <= high) == bool(found["not"]):
            side = "inside" if found["not"] else "outside"
            how = f"0 lies {side} of the interval, whose ends"
            right = exactly(low, high)
            yield Claim(sentence.text, zero, right, how)


CORRECTED_INTERVAL = Pattern(r"\b(?:if|would|unless|were)\b|\?", re.I)


def of_p_value(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """p ≈ 0.011 and α = 0.05: the null hypothesis is rejected."""
    keeps = bool(KEEPS.search(sentence.plain))
    if CORRECTED.search(sentence.plain) or not (keeps or REJECTS.search(sentence.plain)):
        return
    own = list(P_VALUE.finditer(sentence.plain))
    before = sentences_before(page, sentence)[-1:] if not own else []
    found = own or [m for one in before for m in P_VALUE.finditer(one.plain)]
    levels = {level_in(m) for m in LEVEL_STATED.finditer(sentence.plain)}
    where = sentence if own else before[0] if before else sentence
    if len(found) != 1 or len(levels) != 1 or CORRECTED.search(where.plain):
        return
    alpha, p = levels.pop(), float(found[0]["v"])
    number = number_at(where, found[0].start("v"))
    if number and (p < alpha) == keeps and abs(p - alpha) > 0.1 * alpha:
        said = "keeps" if keeps else "rejects"
        right = ((alpha, 1.0),) if keeps else ((0.0, alpha),)
        yield Claim(where.text, number, right, f"p of a test at {alpha:g} that {said} the null")


def level_in(found: re.Match[str]) -> float:
    value = share(found)
    return value / 100 if value >= 1 else value


def share(found: re.Match[str]) -> float:
    text = next(value for value in found.groups() if value)
    return float(text.rstrip("% ")) / 100 if "%" in text else float(text)


# -- columns of standard errors -------------------------------------------------------------------

N_HEAD = Pattern(r"\s*(?:n|N|sample\s+size(?:\s+n)?)\s*")
S_HEAD = Pattern(r"\s*(?:s|σ|\\sigma|SD|sd|standard\s+deviation|std\.?)\s*")
ERROR_HEAD = Pattern(r"\s*(?:SEM?|standard\s+error|s\s*/\s*√\s*n|SE\s*\(.{0,12}\))\s*", re.I)


def error_tables(page: Question) -> Iterator[Claim]:
    """Tables with columns n, s and standard error."""
    for block in page.blocks:
        if block.kind == "table" and len(block.rows) > 2:
            yield from of_errors(block)


def of_errors(block: Block) -> Iterator[Claim]:
    heads = [words(cell.content) for cell in block.rows[0]]
    columns = [column(heads, pattern) for pattern in (N_HEAD, S_HEAD, ERROR_HEAD)]
    if None in columns:
        return
    claims = []
    for row in block.rows[1:]:
        cells = [cell_number(row[at]) if at < len(row) else None for at in columns]
        if None in cells or not cells[0].value:
            return
        n, s, error = cells
        value = float(s.value) / float(n.value) ** 0.5
        how = f"s/√n = {s.written}/√{n.written}"
        tolerance = float(error.unit) / 2
        claims.append(Claim(row[columns[2]], error, exactly(value), how, (), False, tolerance))
    if sum(claim.is_right for claim in claims) * 2 > len(claims):
        yield from claims
