"""What a text claims of a classifier's metrics: "recall is 20%", `$F_1 = \\frac{20}{95}$`.

A claim is a metric's name, a link (`=`, `:`, "is", "of", …) and a chain of numbers. What is not
plainly said of the classifier at hand is no claim: comparisons ("above 0.5"), ranges, sums
("1 − specificity = 0.7"), conditions ("if recall were 80%") and other models' numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from hooks.matrix import METRICS, Metric, f_beta
from hooks.page import inline_math
from hooks.quantity import Quantity
from hooks.wording import JOINER, words

# -- names ----------------------------------------------------------------------------------------


def _pattern(name: str) -> str:
    """A name as people vary it: hyphens, spaces, case; an abbreviation stands as it is."""
    if re.fullmatch(r"[A-Z]{2,}", name):
        return name
    if re.fullmatch(r"LR[+-]", name):
        return r"LR[\s^_]*" + (r"[+⁺]" if name.endswith("+") else r"[-−–⁻]")
    pattern = re.sub(r"[ -]", r"[\\s-]+", name.replace("'", "['’]"))
    return f"(?i:{pattern})"


def _key(name: str) -> str:
    name = re.sub(r"LR[\s^_]*([+⁺]|[-−–⁻])", lambda m: "LR+" if m[1] in "+⁺" else "LR-", name)
    return re.sub(r"(?<!^lr)[\s-]+", " ", name.replace("’", "'").lower())


BY_NAME = {_key(name): metric for metric in METRICS for name in (metric.name, *metric.names)}
_NAMES = sorted((n for m in METRICS for n in (m.name, *m.names)), key=len, reverse=True)
_PLAIN = "|".join(_pattern(name) for name in _NAMES if not re.match(r"F[\d.]+", name))
_BETA = r"(?:\d+(?:\.\d+)?|[₀-₉]+(?:\.[₀-₉]+)?|β(?:\s*=\s*\d+(?:\.\d+)?)?)(?!\w)"
_SUFFIX = r"(?:[\s-]+(?:score|value|measure|rate)\b)?"
ANY_NAME = rf"(?<![\w\\@-])(?:F(?:_?\s?|-){_BETA}|(?:{_PLAIN})(?![\w@])){_SUFFIX}"
NAME = re.compile(ANY_NAME)
F_SCORE = re.compile(rf"F(?:_?\s?|-)({_BETA})")
STATED_BETA = re.compile(r"β\s*=\s*(\d+(?:\.\d+)?)")
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


def metric_named(name: str, context: str = "") -> Metric | None:
    """The metric of a match of NAME; F_β takes its β from the context, if that states one."""
    if found := F_SCORE.match(name):
        return _f_score(found[1].translate(SUBSCRIPTS), context)
    key = _key(re.sub(rf"{_SUFFIX}$", "", name)) if _key(name) not in BY_NAME else _key(name)
    return BY_NAME.get(key)


def _f_score(beta: str, context: str) -> Metric | None:
    if beta.startswith("β"):
        stated = set(STATED_BETA.findall(beta) or STATED_BETA.findall(context))
        if len(stated) != 1:
            return None
        beta = stated.pop()
    value = Fraction(beta)
    return BY_NAME["f1"] if value == 1 else f_beta(value) if 0 < value <= 10 else None


# -- numbers --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Member:
    """One number of a chain: what it claims, where it stands, the integers in it."""

    quantity: Quantity
    start: int
    end: int
    integers: frozenset[int]


NUMBER = (
    rf"(?:\d{{1,3}}(?:[,{JOINER}]{JOINER}*\d{{3}})+(?!\d)|\d+)?(?:(?<=\d)\.\d+|(?<!\d)\.\d+|(?<=\d))"
    r"(?:\s*(?:%|percent\b|per\s+cent\b))?"
)
OPERAND = re.compile(rf"[+−-]?\s?{NUMBER}(?!\w)")
OPERATOR = re.compile(
    r"\s*(?:[+×·*/÷−^]|\bout\s+of(?:\s+the)?\b|\bof(?:\s+the)?\b(?=\s+\d))\s*|\s+-\s+"
)
DELIMITER = re.compile(r"\\(?:approx|simeq|doteq)(?![a-zA-Z])|[=≈]")
LATEX_STOP = re.compile(r"\\q?quad(?![a-zA-Z])|\\\\|[;&]|,(?=[\s\\])|\\(?:text|mathrm)\{\s*[a-z]+\s*\}")
LATEX_TOKEN = re.compile(r"\\[a-zA-Z]+|\\.|.", re.S)


def plain_end(plain: str, start: int) -> int:
    """Where the arithmetic expression that starts at `start` ends; `start` if there is none."""
    position, end, depth, wants_operand = start, start, 0, True
    while position < len(plain):
        opening = re.compile(r"√?\(\s*|√").match(plain, position)
        if wants_operand and opening:
            depth += opening[0].count("(")
            position = opening.end()
        elif wants_operand:
            operand = OPERAND.match(plain, position)
            if not operand:
                break
            position, wants_operand = operand.end(), False
        elif depth and (closing := re.compile(r"\s*\)").match(plain, position)):
            depth, position = depth - 1, closing.end()
        elif operator := OPERATOR.match(plain, position):
            position, wants_operand = operator.end(), True
        elif plain.startswith("(", position):
            wants_operand = True
        else:
            break
        if not wants_operand and not depth:
            end = position
    return end


def latex_end(latex: str, start: int) -> int:
    """Where the member of an equation that starts at `start` ends."""
    position, depth = start, 0
    while position < len(latex):
        if not depth and (DELIMITER.match(latex, position) or LATEX_STOP.match(latex, position)):
            break
        token = LATEX_TOKEN.match(latex, position)[0]
        depth += {"{": 1, "}": -1}.get(token, 0)
        position += len(token)
    return position


# -- grammar --------------------------------------------------------------------------------------

HEDGE = r"(?:about|around|roughly|approximately|approx\.?|nearly|almost|some|circa|ca\.|close\s+to|[~∼])"
FILLER = (
    r"(?:(?:only|just|exactly|therefore|thus|hence|still|even|also|now|again|here|indeed|precisely"
    r"|a\s+mere|as\s+low\s+as|as\s+high\s+as|equal\s+to|a\s+value\s+of)\s+)"
)
VERB = (
    r"(?:is|was|equals|stands\s+at|sits\s+at|amounts\s+to|becomes|reaches"
    r"|(?:comes|works)\s+(?:out\s+)?(?:to|at|as)|(?:drops|falls|rises|goes|climbs|jumps)\s+to)"
)
QUALITY = r"(?:(?:very\s+|quite\s+|rather\s+|only\s+)?[a-z]+(?:\s*,)?\s+at\s+|[a-z]+\s*[:(]\s*)"
LINK = re.compile(
    rf"\s*(?:(?P<equals>=|≈|→)|(?P<colon>:)|(?P<verb>\b{VERB})(?!\w)|(?P<of>\bof)\b"
    rf"|(?P<dash>\s[–—])\s|(?P<nothing>(?<=\s)|(?=[\s$])))\s*"
    rf"{FILLER}*(?:{QUALITY})??(?P<hedge>{HEDGE}\s*)?{FILLER}*",
    re.I,
)
NEXT_EQUAL = re.compile(r"\s*(?P<approximately>≈)?[=≈→]?\s*")
NEXT = re.compile(
    rf"\s*(?P<equals>[=≈→])\s*(?P<hedge>{HEDGE}\s*)?"
    rf"|\s*[,;]?\s+(?:or|so|hence|thus|that\s+is|which\s+is|i\.e\.)\s*,?\s*{FILLER}*(?P<hedge2>{HEDGE}\s*)?"
    rf"|\s*,\s*{FILLER}*(?P<hedge3>{HEDGE})\s*"
    rf"|\s*(?P<opening>\()\s*(?:or\s+|i\.e\.,?\s*|=\s*)?(?P<hedge4>{HEDGE}\s*|≈\s*)?",
    re.I,
)
SYMBOLS = re.compile(r"[^=≈.,;:!?|]{1,120}?(?:\.(?=\d)[^=≈.,;:!?|]{1,60}?)*\s*(?=[=≈])")
SENTENCE_WORDS = re.compile(r"\b(?:and|or|so|with|where|then|is|are|but|while|for)\b|\n\s*\n")
OPERATES = re.compile(r"[+/×·*÷√^(]|\s[−-]\s|−|\\frac")
NOT_A_VALUE = re.compile(
    r"\s*(?:[–—-]\s*\d|\bto\s+\d|\.\.|…|±|\+(?!\s*\d)|°"
    r"|\b(?:or|and)\s+(?:more|less|higher|lower|better|worse|above|below|over|under|up)\b"
    r"|\b(?:percentage\s+)?points?\b|\bpp\b|\btimes\b|\bx\b|\bbits?\b|\bdigits?\b|\bdecimals?\b"
    r"|\b(?:of|higher|lower|more|less|fewer|better|worse|larger|smaller|above|below|over|under)\b"
    r"|\bthresholds?\b|\bcut-?offs?\b|\bepochs?\b|\bpercentile\b|\bconfidence\b|\bor\s+so\b)",
    re.I,
)
"""What behind a number says that it is a part of something else than a metric's value."""

BEFORE = re.compile(r"(?P<word>[\w'’.-]*)\s*(?P<sign>[^\w\s]?)\s*$")
OPERATES_BEFORE = frozenset("+−×·*/÷^–√|")
OTHERS = frozenset(
    """average averaged mean macro micro weighted train training valid validation cross-validated
    minimum maximum min max target required desired wanted perfect ideal human baseline random
    expected new old previous former other another better best worse worst higher lower improved
    similar same equal half single double mixed per-class class numeric numerical interpolated
    production online offline any no some each every plus minus times over by per of between at for
    when if until once unless from to vs versus increase improve raise maximize maximise want need
    reports require requires without negative-class out-of-bag top k optimal overall-best
    """.split()  # noqa: SIM905
)
GENERIC_OWNERS = re.compile(
    r"(?:model|classifier|detector|filter|test|system|screen|matrix|rule|scanner|it)['’]s", re.I
)
ABOUT = re.compile(
    r"\s+(?:of|for|on|in)\s+(?:the|this|our|that|my|its)\s+"
    r"(?:(?:given|fraud|spam|whole|original|same)\s+)?"
    r"(?:model|classifier|detector|filter|test|system|matrix|screen|positive\s+class|example)\b"
    r"|\s+(?:here|therefore|thus|alone|itself|in\s+this\s+(?:case|example)|for\s+this\s+matrix)\b",
    re.I,
)
FOREIGN_ASIDE = re.compile(
    r"\d|\bclass\b|negative(?!\s*s?\s*(?:rate|predict))|macro|micro|weighted|average|threshold"
    r"|\bper\b|train|valid|target|baseline|model",
    re.I,
)
ALIAS = re.compile(rf"\s*(?:,\s*(?:or|also)?|/|\bor\b|=|,?\s*also\s+called)\s*(?:the\s+)?({ANY_NAME})")
ASIDE = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
LETTER = re.compile(r"\s*\b[A-Z](?=\s*[=≈])")
VALUE_BEFORE = re.compile(r"(?<![\w.,/+×·*−-])(?P<value>\d+(?:\.\d+)?\s*(?:%|percent))\s+$")

# -- sentences ------------------------------------------------------------------------------------

SENTENCE_END = re.compile(
    r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bca)(?<!approx)(?:[.!?][\"”’)\]]*\s+(?=[\"“‘(]?[A-Z\d])|;\s|\n\s*\n)"
)
SCENARIO = re.compile(
    r"\b(?:flip|invert|swap|revers|resampl|rebalanc|oversampl|undersampl|downsampl|upsampl)\w*"
    r"|\b(?:suppose|imagine|assum\w+|what\s+if|hypothetical\w*|instead)\b"
    r"|\b(?:lower|rais|mov|chang|shift|tun|increas|decreas|adjust|vary|varying)\w*\s+(?:the|this|its)\s+"
    r"(?:decision\s+)?(?:threshold|cut-?off|prevalence|base\s+rate|classifier)"
    r"|\b(?:another|different|new|other|second|third|better|competing|rival|alternative)\s+"
    r"(?:[\w-]+\s+)?(?:model|classifier|threshold|cut-?off|data\s?set|population|prevalence|base\s+rate"
    r"|test|setting|scenario|system|detector|matrix)s?\b"
    r"|\b(?:model|classifier|system|detector|test|algorithm|method)\s+(?:[A-Z]|[12])\b(?!\s*=)"
    r"|\bthresholds?\b|\bcut-?offs?\b",
)
CONDITION = re.compile(
    r"\b(?:if|unless|whenever|e\.g\.|for\s+instance|per[\s-]class|macro|micro|weighted|multi-?class"
    r"|negative\s+class|class\s+0|other\s+class|(?:at|with|under|for)\s+(?:a\s+|the\s+)?"
    r"[\d.]+\s*%?\s+(?:prevalence|base\s+rate|positives)"
    r"|prevalence\s+of|training|validation|fold|industry|state\s+of\s+the\s+art|competitor)\b",
    re.I,
)
FROM_HERE = re.compile(
    r"\b(?:would|could|might|should|guess\w*|random\w*|coin|always|never|nothing|everything|everyone"
    r"|nobody|dummy|trivial\w*|naive|perfect|ideal|baseline|human\w*|expert\w*|majority|typical\w*"
    r"|usual\w*|often|sometimes|previous\w*|earlier|originally|formerly|used\s+to|improv\w+|target\w*"
    r"|goal\w*|required?|at\s+least|at\s+most|wrong\w*|mistak\w*|incorrect\w*|misread\w*"
    r"|(?:an?|any|some|one|each|most|every|no)\s+(?:[\w-]+\s+){0,2}"
    r"(?:model|classifier|detector|test|system|filter|screen|algorithm|method)s?)\b",
    re.I,
)


@dataclass(frozen=True)
class Claim:
    """A metric and the numbers that a text gives for it.

    start: where the metric is named.
    firm: said outright; "a recall of 80%" may be said of any classifier.
    plain: no condition, no other model, no other threshold is spoken of.
    """

    metric: Metric
    members: tuple[Member, ...]
    start: int
    firm: bool
    plain: bool


@lru_cache(maxsize=512)
def claims(text: str, is_math: bool = False) -> tuple[Claim, ...]:
    """The claims of a text in its order."""
    plain = words(text)
    if not NAME.search(plain):
        return ()
    return tuple(_Reader(text, plain, is_math).claims())


def changes_scenario(text: str) -> bool:
    """Whether a text speaks of another classifier, threshold or mix than the one at hand."""
    return bool(SCENARIO.search(words(text)))
