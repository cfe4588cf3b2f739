"""Standard errors, z-scores, confidence intervals, margins of error and sizes of samples.

What a sentence leaves out (the mean, the standard deviation, the size of the sample) is taken from
the sentences before it in its section, if those state it once.
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from hooks.calculation.distributions import student_ppf
from hooks.language.sentences import Sentence
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.facts import Fact, Passage, first_member, is_computed
from hooks.worked.link_words import CALCULATED, LINK
from hooks.worked.normal_claims import (
    OTHER_DISTRIBUTION,
    SE,
    STANDARD,
    Claim,
    exactly,
    quantile,
)
from hooks.worked.normal_examples import laws_before, sentences_before
from hooks.worked.proportions import intervals
from hooks.worked.sizes import has_one
from hooks.worked.stated import Stated, is_hedged, numbers

USUAL_Z = {"90%": 1.645, "95%": 1.96, "99%": 2.576}
ROUNDING = 0.015  # of half an interval: what rounded errors on the way may change


def intervals_of(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The claims of a sentence on errors and intervals of estimates."""
    found = [claim for reader in readers(sentence) for claim in reader(page, sentence)]
    if found and not OTHER_DISTRIBUTION.search(sentence.plain):
        yield from found


def readers(sentence: Sentence) -> Iterator[Callable[[Question, Sentence], Iterator[Claim]]]:
    """What a sentence is worth to be read by: a quick look."""
    plain, lower = sentence.plain, sentence.lower
    has_percent = "%" in plain
    if has_one(lower, ("standard error", "/√n")) or not SE.isdisjoint(sentence.words):
        yield standard_error
    if "z" in sentence.words or "zscore" in sentence.words:
        yield z_score
    if "±" in plain or "\\pm" in plain:
        yield from (interval, interval_formula)
    elif "interval" in lower and "z" in sentence.words and has_percent:
        yield interval_formula
    if has_percent and ("onfiden" in plain or "nterval" in plain or "CI" in plain):
        yield from (confidence_interval, proportion_interval)
    if has_one(lower, ("margin", "standard error", "moe")):
        yield margin_of_proportion
    if has_percent and has_one(lower, ("margin", "error", "within")):
        yield sample_size


# -- what is given --------------------------------------------------------------------------------


def sole(pattern: Pattern, sentence: Sentence) -> Stated | None:
    """The one number that a pattern finds in a sentence."""
    found = list(pattern.finditer(sentence.plain))
    return number_in(found[0], sentence) if len(found) == 1 else None


def number_in(found: re.Match[str], sentence: Sentence) -> Stated | None:
    """The number of the first group that a match has."""
    name = next(name for name, value in found.groupdict().items() if value)
    return next((n for n in numbers(sentence.plain) if n.start == found.start(name)), None)


def given(page: Question, sentence: Sentence, pattern: Pattern) -> Stated | None:
    """The one number that a pattern finds in a sentence, or else in those before it."""
    if pattern.search(sentence.plain):
        return sole(pattern, sentence)
    found = [
        (match, one)
        for one in sentences_before(page, sentence)
        for match in pattern.finditer(one.plain)
    ]
    return number_in(*found[0]) if len(found) == 1 else None


def own(sentence: Sentence, *given: Stated) -> tuple[Stated, ...]:
    """Those of the givens that a sentence states itself."""
    return tuple(number for number in given if number in numbers(sentence.plain))


# -- standard errors and scores -------------------------------------------------------------------

VALUE = r"(?P<{}>\d[\d,]*(?:\.\d+)?)(?!\s*%|\d|\.\d)"
SD_STATED = Pattern(
    rf"(?:\b[sS]\s*=|\b(?:SD|sd)\s*(?:=|of|is)?|σ\s*=|\\sigma\s*="
    rf"|standard\s+deviation(?:\s+[sσ])?\s*(?:of|is|=|:)?)\s*{VALUE.format('v')}"
)
N_STATED = Pattern(
    rf"(?<!√)(?<!√\()\b[nN]\s*=\s*{VALUE.format('v')}|sample\s+(?:size\s+)?of\s+(?:size\s+)?{VALUE.format('w')}"
    rf"|(?<![\w.=])(?<!=\s){VALUE.format('x')}(?=\s+(?:independent\s+)?(?:measurements|observations|samples|users|patients"
    r"|students|customers|visitors|requests|runs|trials|people|households|items|parts|orders|plants|batches|sessions|steps"
    r"|readings|parcels|bottles|images|days|calls|values|folds|queries|utterances|games|cells|cars|records)\b)"
)
OTHER_ERROR = Pattern(
    r"\b(?:differences?|coefficient|proportion|regression|slope|bootstrap|pooled|two\s+(?:groups|samples)|conversion|rate"
    r"|share|accuracy|ratio|predict\w*|cluster\w*)\b|p̂|\\hat",
    re.I,
)
# A name again as a formula, or its givens, in front of the number: "SE, s/√n, is", "s/√n; with
# s = 12 and n = 64 it's"
AS_FORMULA = (
    r"(?:\s*[.,:;(]?\s*[sσ]\s*/\s*√\s*\(?[nN]\)?\s*[,;)]?)?"
    r"(?:\s*[.,;:]?\s*(?:with|for)\s(?:[^.;]|\.(?=\d)){5,50}?\bit(?=\s+is\b|['’]s))?(?:['’]s\s)?"
)
SE_STATED = Pattern(
    rf"(?:\bSEM?\b|\bstandard\s+error\b(?:\s+SEM?)?|(?=[sσ]\s?/\s?√n\s*[;,]))(?:\s+of\s+the\s+mean)?{AS_FORMULA}"
    rf"(?:{LINK}|\s*(?=\d))(?:{CALCULATED})?(?:[a-zσ]\s*/\s*√\(?[a-z]\)?{LINK}(?:{CALCULATED})?)?"
    rf"{VALUE.format('v')}(?!\s*[×·*/+−^-])"
)
MEAN_STATED = Pattern(
    rf"(?:\b[Mm]ean(?:\s+[μx]̄?)?\s*(?:of|is|=|:)?|μ\s*=|\\mu\s*=|x̄\s*=|\\bar\s+x\s+=)"
    rf"\s*{VALUE.format('v')}"
)
SCORE_STATED = Pattern(
    r"\bz(?:[-\s]?score)?\s*(?:=|≈|of|is|(?=\())\s*(?:[^=≈;:a-zA-Z]{0,60}[=≈]\s*)?"
    r"(?P<v>[-−–]?\d+(?:\.\d+)?)(?!\s*[×·*/+−^(-]|\d|\.\d)"
)
X_STATED = Pattern(
    rf"(?:\bx\s*=|(?<!z-)(?<!z )\b(?:score|value|result|height"
    rf"|weight|IQ|observation|person)\s+(?:of|is|at)"
    rf"|\bscored|[,;]\s+score)\s*{VALUE.format('v')}"
    rf"|(?<![\w.]){VALUE.format('w')}(?=\s+(?:points|marks)\s+(?:correspond|has|have|is|are|gives?|means?)\b)"
)


def standard_error(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """s = 10 and n = 25, so the standard error is 2."""
    error = sole(SE_STATED, sentence)
    if not error or OTHER_ERROR.search(sentence.plain):
        return
    s, n = (given(page, sentence, pattern) for pattern in (SD_STATED, N_STATED))
    if s and n and n.value > 1 and error not in (s, n):
        root = float(n.value) ** 0.5
        low, high = float(s.quantity.low) / root, float(s.quantity.high) / root
        how = f"s/√n = {s.written}/√{n.written}"
        hedged = is_hedged(sentence.plain, error)
        yield Claim(sentence.text, error, ((low, high),), how, own(sentence, s, n), hedged)


def z_score(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """x = 130, μ = 100 and σ = 15, so z = 2."""
    x, score = sole(X_STATED, sentence), sole(SCORE_STATED, sentence)
    if not x or not score or score == x:
        return
    mean, s = sole(MEAN_STATED, sentence), sole(SD_STATED, sentence)
    if mean and s and score not in (mean, s):
        center, spread, givens = float(mean.value), float(s.value), (x, mean, s)
    elif not mean and not s and len(laws := laws_before(page, sentence, any_law=True)) == 1:
        center, spread, givens = laws[0].mean, laws[0].stdev, (x,)
    else:
        return
    if spread:
        how = f"z = ({x.written} - {center:g})/{spread:g}"
        right = exactly((float(x.value) - center) / spread)
        yield Claim(sentence.text, score, right, how, givens, is_hedged(sentence.plain, score))


# -- 52 ± 4.9 -------------------------------------------------------------------------------------

MIDDLE = Pattern(
    r"(?<![\w.,×·*/+−^-])(?<!\^[({\s])(?<!exp\()"  # not in e^{0.69 ± 0.49}
    r"(?P<m>[-−]?\d[\d,]*(?:\.\d+)?)\s?%?\s*(?:±|\\pm)\s*"
)
END_NUMBER = r"[-−]?(?:\d[\d,]*\d(?:\.\d+)?|\d(?:\.\d+)?|\.\d+)"
BEHIND = Pattern(
    rf"\s?%?(?!\s*[×·*/(\\σ√]|\s*SD|\w)(?P<gap>[^\d;!?±]{{0,40}}?)(?P<a>{END_NUMBER})\s?%?"
    rf"\s*(?:,|–|to|and)\s*(?P<b>{END_NUMBER})(?![\w.]*\d)"
    r"(?P<unit>\s*[\])]?\s*(?:(?:percentage\s+)?points|pp\b))?"
)
SAME_INTERVAL = Pattern(
    r"\s*(?:points|pp\b|,|\(|:|=|≈|→|so|i\.e\.|that\s+is|gives?|which\s+(?:gives|is|runs\s+from)"
    r"|from|between|the|interval|is|\[|=\s*\[|\s)*$",
    re.I,
)


def interval(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """52 ± 4.9, i.e. [47.1, 56.9]; also 20 ± 1.96 · 2.5."""
    plain = sentence.plain
    by_start = {n.start: n for n in numbers(plain)}
    passage = Passage(sentence.text, plain, sentence.block, ())
    for found in MIDDLE.finditer(plain):
        middle, half = by_start.get(found.start("m")), first_member(passage, found.end(), "half")
        behind = BEHIND.match(plain, half.end) if middle and half else None
        if behind and is_same(half, behind):
            ends = [by_start.get(behind.start(name)) for name in "ab"]
            if None not in ends:
                ends.sort(key=lambda end: end.value)  # 1 ± 0.6, so 1.6 and 0.4
                yield from of_ends(sentence, (middle, half), ends, bool(behind["unit"]))


def is_same(half: Fact, behind: re.Match[str]) -> bool:
    """Whether an interval stands behind a half; pairs that an equation computes are arithmetic."""
    gap = behind["gap"]
    is_pair = "," in behind[0][behind.end("a") - behind.start() :]
    is_equation = is_pair and is_computed(half) and re.match(r"\s*[=≈]", gap)
    return bool(SAME_INTERVAL.fullmatch(gap)) and not is_equation


def of_ends(
    sentence: Sentence, center: tuple[Stated, Fact], ends: list[Stated], in_points: bool
) -> Iterator[Claim]:
    """The verdicts on the ends of an interval; `in_points`: they are said to be points."""
    middle, half = center
    scale = 100 if in_points and ends[1].value > 10 * (middle.value + half.value) else 1
    if scale == 1 and not are_comparable(middle, half, ends):
        return
    computed = is_computed(half)
    rounding = half.value / 200 if computed else (half.quantity.high - half.quantity.low) / 2
    for sign, end in zip((-1, 1), ends, strict=True):
        low = float(middle.quantity.low + sign * half.value - rounding) * scale
        high = float(middle.quantity.high + sign * half.value + rounding) * scale
        how = f"{middle.written} {'-' if sign < 0 else '+'} {half.written}"
        tolerance = float(end.unit / 2) if computed else 0
        yield Claim(sentence.text, end, ((low, high),), how, (middle,), False, tolerance)


def are_comparable(middle: Stated, half: Fact, ends: list[Stated]) -> bool:
    """Whether all are in percent or none is; a share may have ends in percent."""
    kinds = {end.is_percent for end in ends}
    center = {middle.is_percent, half.written.endswith("%")}
    return len(kinds) == 1 and (kinds == center or (center == {False} and middle.value < 1))


FORMULA = Pattern(
    r"(?P<level>90|95|99)\s?%[^%;]{0,60}(?:±|\\pm)\s*(?P<z>\d\.\d{2,3})\s*(?:[·×*]|\\cdot|\\times)?\s*"
    r"(?:\(?\s*(?:s|σ|SEM?|sd|SD|se)\b|\\sigma|\\frac|\\sqrt|√|\\hat|standard\s+error)"
)
USES_Z = Pattern(
    r"(?P<level>90|95|99)\s?%\s+(?:confidence\s+)?interval\s+(?:uses|takes|needs|has|with|requires)\s+(?:an?\s+|the\s+)?"
    r"z\s*(?:=|≈|of)\s*(?P<z>\d\.\d{2,3})(?!\d)"
)
Z_OF_LEVEL = {"90": ("1.64", "1.645", "1.65"), "95": ("1.96",), "99": ("2.57", "2.576", "2.58")}


def interval_formula(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """The 99 % interval is x̄ ± 2.576 s/√n: z is not that of another level."""
    plain = sentence.plain
    for found in (*FORMULA.finditer(plain), *USES_Z.finditer(plain)):
        number = next((n for n in numbers(plain) if n.start == found.start("z")), None)
        if number and any(number.written in usual for usual in Z_OF_LEVEL.values()):
            value = quantile((1 + Fraction(int(found["level"]), 100)) / 2)
            how = f"z for {found['level']}%, two-sided"
            tolerance = float(number.unit)
            yield Claim(sentence.text, number, exactly(value), how, (), False, tolerance)


# -- the 95 % interval is [48.04, 51.96] ----------------------------------------------------------

CI = Pattern(r"confidence|\bCI\b|\binterval\b", re.I)
ENDS = Pattern(
    r"(?:[\[(]|\bfrom\s+|\bbetween\s+|\bis\s+)\s*(?:about\s+|roughly\s+)?"
    rf"(?P<a>{END_NUMBER})\s?%?\s*(?:,|–|\bto\b|\band\b)\s*(?P<b>{END_NUMBER})\s?%?(?!\w|\.\d)"
)
LEVEL = Pattern(
    r"(?P<v>90|95|99)\s?%(?=[\s-]+(?:\w+\s+)?(?:confiden|CI\b|level|interval|margin|limit|half-?\s?width)|\))"
    r"|\b(?:margin(?:\s+of\s+error)?|half-?\s?width|interval)\s+(?:at|for|with)\s+(?P<x>90|95|99)\s?%"
    r"|confidence\s+(?:level\s+)?(?:of\s+)?(?P<w>90|95|99)\s?%"
)


def ends_in(sentence: Sentence) -> tuple[Stated, Stated] | None:
    """The ends of the one interval that a sentence states."""
    found = list(ENDS.finditer(sentence.plain)) if CI.search(sentence.plain) else []
    if len(found) != 1:
        return None
    by_start = {number.start: number for number in numbers(sentence.plain)}
    ends = tuple(by_start.get(found[0].start(name)) for name in "ab")
    return None if None in ends or ends[0].is_percent > ends[1].is_percent else ends


def level_of(sentence: Sentence) -> str:
    """The one level of confidence of a sentence: "95%"."""
    levels = {
        f"{found['v'] or found['w'] or found['x']}%" for found in LEVEL.finditer(sentence.plain)
    }
    return levels.pop() if len(levels) == 1 else ""


FAR = 10  # standard errors


def confidence_interval(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """x̄ = 50, s = 10, n = 100: the 95 % interval is [48.04, 51.96]."""
    level, ends = level_of(sentence), ends_in(sentence)
    if not level or not ends or ends[1].is_percent:
        return
    mean, s, n = (given(page, sentence, p) for p in (MEAN_STATED, SD_STATED, N_STATED))
    if not mean or not s or not n or n.value < 5:
        return
    p = (1 + int(level[:-1]) / 100) / 2
    error = float(s.value) / float(n.value) ** 0.5
    if not ends[0].value - FAR * error <= mean.value <= ends[1].value + FAR * error:
        return  # the interval of something else
    zs = (STANDARD.inv_cdf(p), student_ppf(p, float(n.value) - 1), *([2.0] if p == 0.975 else []))
    for sign, end in zip((-1, 1), ends, strict=True):
        right = sorted(
            float(mean.value) + sign * x * error for x in (0.99 * min(zs), 1.01 * max(zs))
        )
        how = f"{mean.written} {'-' if sign < 0 else '+'} z × {s.written}/√{n.written}"
        yield Claim(sentence.text, end, (tuple(right),), how, own(sentence, mean, s, n))


COUNTED = Pattern(
    r"(?<![\w.,/])(?P<x>\d[\d,]*)\s+(?:\w+\s+)?(?:(?:out\s+)?of|in|among)\s+(?:the\s+|a\s+total\s+of\s+)?"
    r"(?P<n>\d[\d,]*)(?![\d.]*\d|\s*%|\w)"
)
NO_PROPORTION = Pattern(
    r"\b(?:bootstrap\w*|resampl\w*|credible|posterior|bayes\w*|prior|beta|differences?|lift|uplift"
    r"|relative|odds|ratio|means?|averages?|median|AUC|F1|regression|coefficient|slope|t-|predict\w*"
    r"|finite|cluster\w*|weighted|stratified)\b",
    re.I,
)
SHARE = Pattern(
    r"(?:p̂|\\hat\s*p|\bp|sample\s+proportion|proportion)\s*(?:\(p̂\)\s*)?(?:=|≈|of|is)\s*"
    r"(?P<v>0?\.\d+|\d+(?:\.\d+)?\s?%)"
    r"|\b(?:poll|survey|sample)\s+of\s+[\d,]+\s+\w+\s+(?:puts\s+(?:\w+\s+){1,3})?at\s+(?P<w>\d+(?:\.\d+)?\s?%)"
)
SIZE = Pattern(
    r"\b[nN]\s*=\s*(?P<v>\d[\d,]*)(?![\d.]*\d|\s*[×·*/%])"
    r"|sample\s+(?:size\s+)?of\s+(?:size\s+)?(?P<w>\d[\d,]*)(?!\s*%)"
    r"|\b(?P<x>\d[\d,]*)\s+(?:people|respondents|voters|users|samples|examples|visitors)\b"
)


def proportion_interval(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """120 of 1,000: the 95 % interval is [0.101, 0.142]: right if any usual method gives it."""
    level, ends = level_of(sentence), ends_in(sentence)
    if not level or not ends or NO_PROPORTION.search(sentence.plain):
        return
    p, n = proportion_before(page, sentence)
    if not 0 < p < 1 or not 10 <= n <= 10**7:
        return
    scale = 100 if ends[1].value > 1 and not ends[1].is_percent else 1
    if not ends[0].value <= p * scale <= ends[1].value:
        return  # the interval of something else
    found = intervals(p, n, int(level[:-1]) / 100)
    if (
        not all(0 <= end.value / scale <= 1 for end in ends)
        or ends[0].is_percent != ends[1].is_percent
    ):
        return
    for index, end in enumerate(ends):
        right = tuple(
            tuple(
                (pair[index] + side * ROUNDING * (pair[1] - pair[0]) / 2) * scale
                for side in (-1, 1)
            )
            for pair in found
        )
        side = ("lower", "upper")[index]
        how = f"{side} end of the {level} interval of {p:.4g} (n = {n:,}), by any usual method,"
        yield Claim(sentence.text, end, right, how)


def proportion_before(page: Question, sentence: Sentence) -> tuple[float, int]:
    """The only share of a sample, and the sample's size, that stand in a section; or (0, 0)."""
    text = " ".join(one.plain for one in (*sentences_before(page, sentence), sentence))
    counts = {(whole(m["x"]), whole(m["n"])) for m in COUNTED.finditer(text)}
    if NO_PROPORTION.search(text) or len(counts) > 1:
        return 0, 0
    if counts:
        x, n = counts.pop()
        return (x / n, n) if x < n else (0, 0)
    share, size = (given(page, sentence, pattern) for pattern in (SHARE, SIZE))
    return (float(share.value), int(size.value)) if share and size else (0, 0)


def whole(text: str) -> int:
    return int(text.replace(",", ""))


# -- margins of error and sample sizes ------------------------------------------------------------

MARGIN = Pattern(
    r"(?:margin\s+of\s+error|\bMOE|(?P<se>standard\s+error))(?:\s+\((?:MOE|E|SE)\))?"
    r"(?:\s+(?:at|with|for)\s+(?:a\s+|the\s+)?\d+\s?%(?:\s+confidence)?)?"
    r"\s*(?:=|≈|is|of|:)\s*(?:about\s+|roughly\s+|then\s+|±\s*|≈\s*)*"
    r"(?P<v>0?\.\d+|\d+(?:\.\d+)?\s?%|\d+(?:\.\d+)?\s+(?:percentage\s+)?points)(?!\s*[×·*/(√])"
)


def margin_of_proportion(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """With p̂ = 0.5 and n = 1,000 the margin of error is 3.1 %."""
    found = list(MARGIN.finditer(sentence.plain))
    if len(found) != 1:
        return
    share, size = (given(page, sentence, pattern) for pattern in (SHARE, SIZE))
    if not share or not size or not 0 < share.value < 1 or size.value < 10:
        return
    number = next((n for n in numbers(sentence.plain) if n.start == found[0].start("v")), None)
    level = level_of(sentence) or "95%" * (not LEVEL.search(sentence.plain))
    if number is None or number.start == share.start or not level:
        return
    scale = 100 if "points" in found[0]["v"] else 1
    error = float(share.value * (1 - share.value) / size.value) ** 0.5 * scale
    zs = [1.0] if found[0]["se"] else [USUAL_Z[level], *([2.0] if level == "95%" else [])]
    root = f"√({share.written} × (1 − {share.written})/{size.written})"
    how = f"standard error = {root}" if found[0]["se"] else f"margin = {zs[0]:g} × {root}"
    right = tuple((0.99 * z * error, 1.01 * z * error) for z in zs)
    givens = own(sentence, share, size)
    yield Claim(sentence.text, number, right, how, givens, is_hedged(sentence.plain, number))


DEVIATION = Pattern(
    r"(?:σ|standard\s+deviation|\bsd|\bs)\s*(?:=|of|is)\s*(?P<v>\d+(?:\.\d+)?)(?!\s*%)"
)
ALLOWED = Pattern(
    r"(?:\bE|margin(?:\s+of\s+error)?(?:\s+E)?|(?<!standard\s)error|within)\s*(?:=|of|is|±)?\s*(?:at\s+most\s+|±\s*)?"
    r"(?P<v>\d+(?:\.\d+)?)(?!\s*[%/]|\.?\d)"
)
NEEDED = Pattern(
    r"(?:\bn\s*(?:=|≈|≥)\s*(?:(?:[^=≈.;]|\.(?=\d)){0,70}[=≈]\s*)?|\b(?:need|needs|requires?|sample\s+size\s+(?:of|is))\s+"
    r"(?:a\s+sample\s+(?:size\s+)?of\s+)?(?:about\s+|at\s+least\s+)*)(?P<v>\d[\d,]*(?:\.\d+)?)(?!\d|\.\d|\s*[×·*/^%])"
)


def sample_size(page: Question, sentence: Sentence) -> Iterator[Claim]:
    """σ = 15, E = 2, 95 %: n = (1.96 · 15/2)² ≈ 217."""
    level = level_of(sentence) if "%" in sentence.plain else ""
    if not level:
        return
    n = sole(NEEDED, sentence)
    s, error = (given(page, sentence, pattern) for pattern in (DEVIATION, ALLOWED)) if n else (0, 0)
    if not s or not error or not n or not error.value or n in (s, error):
        return
    z = USUAL_Z[level]
    zs = [z, *([2.0] if z == 1.96 else [])]
    values = [(z * float(s.value / error.value)) ** 2 for z in zs]
    right = tuple((value * 0.995 - 1, value * 1.005 + 1) for value in values)
    how = f"n = ({z:g} × {s.written}/{error.written})²"
    givens = own(sentence, s, error)
    yield Claim(sentence.text, n, right, how, givens, is_hedged(sentence.plain, n))
