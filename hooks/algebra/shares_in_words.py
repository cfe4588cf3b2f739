"""Shares in words: "recall is the fraction of actual positives that the model finds".

A share is of one group, such as the actual positives, and of those in it that are something else,
such as found. Both are read for certain or the sentence is left alone: mere "positives" may be
actual or predicted ones.
"""

import re
from collections.abc import Iterator

from hooks.pattern import Pattern
from hooks.record import record

SHARES = ("share", "fraction", "proportion", "percentage", "portion", "divides")
GROUPS = ("positive", "negative", "relevant")
SHARE = r"(?:share|fraction|proportion|percentage|portion)"
THINGS = (
    r"(?:examples?|cases?|instances?|samples?|items?|patients?|people|observations?|ones|points"
    r"|data\s+points|records|rows|emails|documents|results|objects|everything|everyone|all|those)"
)
SAID = (
    r"(?:predict(?:s|ed)?|declare[sd]?|call(?:s|ed)?|flag(?:s|ged)?|label(?:s|l?ed)?|mark(?:s|ed)?"
    r"|classif(?:ies|ied)|tag(?:s|ged)?)"
)
FOUND = (
    r"(?:identif(?:ied|ies|y)|detect(?:s|ed)?|finds?|found|caught|catch(?:es)?|recogni[sz](?:ed|es)"
    r"|captur(?:ed|es)|recovered|retrieve[sd]|picked\s+up|picks\s+up|spots|spotted)"
)
MODEL = r"(?:the\s+|your\s+|our\s+|a\s+)?(?:model|classifier|it|test|system|algorithm|we)"
REALLY = r"(?:actual(?:ly)?|real(?:ly)?|truly|true|in\s+fact|indeed|in\s+reality|genuinely)"
WAS = r"(?:are|were|is|was|have\s+been|has\s+been|do|did|get|got)"
SIGN = r"(?P<sign>positive|negative)"

GROUP_START = Pattern(r"^(?:(?:the|all|of|those|total|number)\s+)+")
ACTUAL = Pattern(
    rf"{REALLY}\s+{SIGN}s?(?:\s+{THINGS})?"
    rf"|{THINGS}\s+(?:(?:that|which|who)\s+)?(?:are|were|is|was)\s+{REALLY}\s+(?P<sign2>positive|negative)"
    rf"|{THINGS}\s+(?:that|which|who)\s+{REALLY}\s+(?:are|were|is|was)\s+(?P<sign3>positive|negative)"
    rf"|relevant\s+{THINGS}"
)
PREDICTED = Pattern(
    rf"(?:(?:predicted|flagged)\s+(?:as\s+)?{SIGN}s?(?:\s+{THINGS})?"
    rf"|(?P<sign2>positive|negative)\s+predictions|retrieved\s+documents"
    rf"|(?:{THINGS}|predictions)\s+(?:(?:that|which)\s+)?(?:(?:{MODEL}|{WAS})\s+)?{SAID}\s+"
    rf"(?:(?:as|to\s+be)\s+)?(?P<sign3>positive|negative))(?:\s+by\s+{MODEL})?"
)
OUTCOME = Pattern(
    rf"(?:(?P<found>(?:{WAS}\s+)?(?:correctly\s+)?{FOUND}(?:\s+correctly)?(?:\s+by\s+{MODEL})?"
    rf"|{MODEL}\s+(?:has\s+)?(?:correctly\s+|actually\s+)?{FOUND}(?:\s+correctly)?)"
    rf"|(?P<missed>(?:{WAS}\s+)?missed(?:\s+by\s+{MODEL})?|{MODEL}\s+(?:misse[sd]|overlooks|fails\s+to\s+\w+))"
    rf"|(?P<right>(?:{WAS}\s+)?(?:{REALLY}\s+)?(?:correct|right))"
    rf"|(?P<wrong>(?:{WAS}\s+)?(?:{REALLY}\s+)?(?:incorrect|wrong))"
    rf"|(?:{WAS}\s+)?(?:{REALLY}\s+(?P<actual>positive|negative)|(?P<relevant>relevant))"
    rf"|(?:(?:{WAS}|{MODEL})\s+)?(?:correctly\s+|(?:in)correctly\s+|wrongly\s+)?{SAID}\s+"
    rf"(?:(?:as|to\s+be)\s+)?(?P<said>positive|negative)(?:\s+by\s+{MODEL})?)"
)
OF_GROUP = Pattern(
    rf"(?:\b(?:is|means|measures|gives)|[=:—–])\s+(?:simply\s+|just\s+)?(?:the\s+)?{SHARE}\s+of\s+"
    r"(?P<group>[^.,;:()?!]{4,80}?)(?:,)?\s+(?:that|which|who)\s+(?P<outcome>[^.,;:()?!]{3,60})"
    r"(?=[.,;:()]|\s*$)"
)
AMONG = Pattern(
    r"(?:^|(?<=[.:]\s))(?:of|among|out\s+of)\s+(?P<group>[^.,;:()?!]{4,80}),\s+(?P<name>[^.,;:()?!]{2,40}?)\s+is\s+"
    rf"the\s+{SHARE}\s+(?:that|which|who)\s+(?P<outcome>[^.,;:()?!]{{3,60}})(?=[.,;:()]|\s*$)"
)
DIVIDES = Pattern(
    r"(?P<lead>\bdivides\s+)(?P<over>[^.,;:()?!]{2,60}?)\s+by\s+(?P<group>[^.,;:()?!]{4,80})"
    r"(?=[.,;:()]|\s*$)"
)
OVER = Pattern(
    rf"(?:the\s+)?(?:number\s+of\s+)?(?:true\s+positives|(?:correctly\s+{FOUND}|correct)\s+positives|hits)"
)
TOTALS = {
    ("actual", True): "TP + FN",
    ("actual", False): "TN + FP",
    ("predicted", True): "TP + FP",
    ("predicted", False): "TN + FN",
}
CELLS = {(True, True): "TP", (True, False): "FN", (False, True): "FP", (False, False): "TN"}


@record
class Share:
    """A share of a confusion matrix, as a formula, and where its words stand.

    name: where what it is said to be ends, or (start, end) of the name inside the sentence.
    """

    formula: str
    start: int
    end: int
    name: tuple[int, int]


def shares(plain: str) -> Iterator[Share]:
    """The shares that a text defines in words."""
    lower = plain.lower().replace("\n", " ")
    if not any(word in lower for word in GROUPS):
        return
    for found in OF_GROUP.finditer(lower):
        if formula := share(found["group"], found["outcome"]):
            yield Share(formula, found.start("group"), found.end(), (0, found.start()))
    for found in AMONG.finditer(lower):
        if formula := share(found["group"], found["outcome"]):
            yield Share(formula, found.start("group"), found.end(), found.span("name"))
    for found in DIVIDES.finditer(lower):
        group = group_of(found["group"])
        if group and OVER.fullmatch(found["over"]):
            formula = f"TP / ({TOTALS[group]})"
            yield Share(formula, found.start("over"), found.end(), (0, found.start()))


def share(group: str, outcome: str) -> str:
    """A share of a group as a formula of counts; "" if it is not certain."""
    found = group_of(group)
    cell = found and cell_of(*found, outcome)
    return f"{cell} / ({TOTALS[found]})" if cell else ""


def group_of(text: str) -> tuple[str, bool] | None:
    """What a group is, actually or as predicted, and whether it is positive."""
    text = GROUP_START.sub("", " ".join(text.split()))
    for kind, pattern in (("actual", ACTUAL), ("predicted", PREDICTED)):
        found = pattern.fullmatch(text)
        if found is None and (trimmed := re.sub(rf"^{THINGS}\s+", "", text)) != text:
            found = pattern.fullmatch(trimmed)
        if found:
            return kind, "negative" not in found.groupdict().values()
    return None


def kind_of(outcome: str) -> str:
    found = OUTCOME.fullmatch(" ".join(outcome.split()))
    return next((kind for kind, text in found.groupdict().items() if text), "") if found else ""


def cell_of(kind: str, sign: bool, outcome: str) -> str:
    """The cell of a confusion matrix that holds those of a group with an outcome."""
    outcome = " ".join(outcome.split())
    said = kind_of(outcome)
    if not said:
        return ""
    if said == "relevant":
        return "TP" if (kind, sign) == ("predicted", True) else ""
    if said in ("right", "wrong"):
        other = sign if said == "right" else not sign
    elif kind == "actual" and said in ("found", "missed"):
        other = sign if said == "found" else not sign
    elif said == ("said" if kind == "actual" else "actual"):
        other = outcome.split("by")[0].split()[-1] == "positive"
    else:
        return ""
    return CELLS[(sign, other) if kind == "actual" else (other, sign)]
