"""Metrics of a matrix said as shares: "78 % of the frauds are caught", "60 % of alarms are false".

A share has a whole, such as the actual positives, and the part of it that is something else, such
as caught. Both are read for certain, by the labels of the matrix and by what is done with the
cases, or the sentence is left alone.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from hooks.classifiers.matrix import METRICS, ConfusionMatrix, Metric
from hooks.classifiers.metric_claims import Claim, claim_of_share
from hooks.language.wording import listed, words
from hooks.page import Text
from hooks.pattern import Pattern
from hooks.record import record

BY_NAME = {metric.name: metric for metric in METRICS}
# What is meant by a part of a whole: of the positives, those that are flagged.
METRIC_OF = {
    ("positive", "flagged"): "recall",
    ("positive", "cleared"): "false-negative rate",
    ("negative", "flagged"): "false-positive rate",
    ("negative", "cleared"): "specificity",
    ("flagged", "positive"): "precision",
    ("flagged", "negative"): "false discovery rate",
    ("cleared", "negative"): "negative predictive value",
    ("cleared", "positive"): "false omission rate",
}

VALUE = r"(?P<value>(?:\d[\d,]*\s*/\s*\d[\d,]*\s*[=≈]\s*)?(?:\d+(?:\.\d+)?\s?%|0?\.\d+))"
THE = r"(?:(?:the|all|all\s+the|these|those|our|its|actual|real|true|actually|really)\s+)*"
PHRASE = r"[a-z][a-z'’-]*(?:\s+[a-z][a-z'’-]*){0,3}?"
ARE = (
    r"(?:(?:are|is|were|was|get|gets|got|have\s+been|has\s+been|go|goes|went)\s+"
    r"|(?=slip|trigger|set|raise))"
)
ADVERB = (
    r"(?:(?:only|in\s+fact|also|really|actually|truly|indeed|correctly|rightly|successfully|wrongly"
    r"|falsely|mistakenly)\s+)*"
)
ENDS = r"(?=\s*(?:[.,;:)!]|$|\band\b|\bbut\b|\bwhile\b))"
BY = r"(?:\s+(?:by\s+(?:the|our|this)\s+\w+|as\s+such|correctly|wrongly|by\s+mistake))?"
PART = rf"{ARE}{ADVERB}(?P<part>{PHRASE}){BY}"
HEDGE = r"(?:(?:about|roughly|only|just|some|nearly|almost)\s+)?"
# 78 % of the frauds are caught
FIRST = Pattern(rf"(?<![\w.,/]){VALUE}\s+of\s+{THE}(?P<whole>{PHRASE})\s+{PART}{ENDS}", re.I)
# of the frauds, 78 % are caught
LAST = Pattern(
    rf"\b(?:of|among|out\s+of)\s+{THE}(?P<whole>{PHRASE}),?\s+{HEDGE}{VALUE}\s+{PART}{ENDS}", re.I
)
# the model catches 78 % of the frauds
DONE = Pattern(
    r"\b(?:it|(?:the|this|our)\s+\w+)\s+(?:(?:only|correctly|wrongly|falsely|therefore|thus|also)\s+)*"
    rf"(?P<verb>[a-z]+)\s+{HEDGE}{VALUE}\s+of\s+{THE}(?P<whole>{PHRASE}){BY}{ENDS}",
    re.I,
)
# share of the frauds that are caught: 78 %; the probability that an alarm is real is 0.4
NAMED = Pattern(
    rf"\b(?:share|fraction|proportion|percentage)\s+of\s+{THE}(?P<whole>{PHRASE})\s+(?:that|which|who)\s+{PART}"
    rf"\s*(?:[:=≈]|\bis\b|→|,\s+(?:which\s+)?is)\s*{HEDGE}{VALUE}"
    rf"|\b(?:probability|chance)\s+that\s+(?:an?|the)\s+(?P<whole_2>{PHRASE})\s+{ARE}{ADVERB}(?P<part_2>{PHRASE}){BY}"
    rf"\s*(?:[:=≈]|\bis\b)\s*{HEDGE}(?P<value_2>(?:\d+(?:\.\d+)?\s?%|0?\.\d+))",
    re.I,
)
EQUALS = Pattern(r"[=≈]\s*")
READERS = (FIRST, LAST, DONE, NAMED)
SIGNS = ("%", " of the ", "hare of", "chance that", "probability that")

FLAGGED = Pattern(
    r"flagged|caught|found|detected|identified|recogni[sz]ed|spotted|blocked|stopped|alarmed"
    r"|(?:flagged|marked|classified|labell?ed)\s+as\s+such"
    r"|(?:trigger|raise|cause|set\s+off)\s+(?:an?\s+)?(?:false\s+)?(?:alarms?|alerts?)",
    re.I,
)
CLEARED = Pattern(
    r"missed|overlooked|undetected|unnoticed|not\s+(?:flagged|caught|found|detected|identified)"
    r"|slips?\s+through|slipped\s+through|gets?\s+through|got\s+through|passed|cleared|let\s+through"
    r"|left\s+alone|left\s+in\s+peace",
    re.I,
)
FLAGGING = Pattern(
    r"catch(?:es)?|finds?|detects?|identif(?:y|ies)|spots?|flags?|recogni[sz]es?|blocks?", re.I
)
CLEARING = Pattern(r"miss(?:es)?|overlooks?|clears?|passes|lets?\s+through", re.I)
ALARMS = Pattern(
    r"alarms?|alerts?|flags|warnings|positive\s+predictions|predicted\s+positives"
    r"|flagged(?:\s+(?!as)[a-z-]+)?",
    re.I,
)
RIGHT = Pattern(r"real|justified|genuine|right|correct|true(?:\s+(?:ones|alarms|positives))?", re.I)
WRONG = Pattern(r"false|wrong|unjustified|false\s+(?:alarms?|positives?)", re.I)
PLAIN_CLASSES = {"positives": "positive", "negatives": "negative"}
THINGS = listed(
    """cases class ones people patients payments transactions mails emails messages customers parts
    items boards pages images users examples samples instances documents loans applicants records
    products devices women men women traffic"""
)
STEM = 5  # letters that the forms of a word share: fraud, fraudulent


@record
class Share:
    """A share that a text states: its metric, where its words start, and where its numbers do."""

    metric: Metric
    start: int
    numbers: tuple[int, ...]


def claims_of_shares(text: Text, matrix: ConfusionMatrix) -> Iterator[Claim]:
    """The claims of a text's shares of a matrix's cases."""
    for share in shares(words(text.content), matrix):
        yield from claim_of_share(text.content, share.numbers, share.metric, share.start)


def may_say_shares(text: Text) -> bool:
    """Whether a text has a number and a word for a share: a quick look."""
    content = text.content
    return any(map(content.__contains__, SIGNS)) and any(map(str.isdecimal, content))


def shares(plain: str, matrix: ConfusionMatrix) -> Iterator[Share]:
    for reader in READERS:
        for found in reader.finditer(plain):
            names = found.groupdict()
            value = "value" if names["value"] else "value_2"
            whole = kind_of(names["whole"] or names["whole_2"], matrix)
            part = part_of(names, whole, matrix)
            if name := METRIC_OF.get((whole, part)):
                first, second = found.start(value), EQUALS.search(found[value])
                numbers = (first, first + second.end()) if second else (first,)
                yield Share(BY_NAME[name], found.start(), numbers)


def kind_of(phrase: str, matrix: ConfusionMatrix) -> str:
    """What cases a phrase names: those of a class, or those that were flagged; "" if unclear."""
    phrase = phrase.lower()
    if ALARMS.fullmatch(phrase):
        return "flagged"
    if phrase in PLAIN_CLASSES:
        return PLAIN_CLASSES[phrase]
    named = [word for word in phrase.split() if word not in THINGS]
    if len(named) != 1 or len(phrase.split()) > 2:
        return ""
    own, other = stems(matrix.positive), stems(matrix.negative)
    stem = named[0][:STEM]
    if stem in own:
        return "positive"
    return "negative" if stem in other else ""


def part_of(names: dict[str, str | None], whole: str, matrix: ConfusionMatrix) -> str:
    """What is said of the part: what was done with it, or which class it is of."""
    if verb := names.get("verb"):
        done = (("flagged", FLAGGING), ("cleared", CLEARING))
        return next((kind for kind, pattern in done if pattern.fullmatch(verb)), "")
    part = names.get("part") or names.get("part_2") or ""
    if whole in ("positive", "negative"):
        done = (("flagged", FLAGGED), ("cleared", CLEARED))
        return next((kind for kind, pattern in done if pattern.fullmatch(part)), "")
    if RIGHT.fullmatch(part):
        return "positive"
    return "negative" if WRONG.fullmatch(part) else kind_of(part, matrix)


@lru_cache(maxsize=64)
def stems(label: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in label.lower().split() if len(word) > 2)
