"""The largest values of entropy, Gini impurity and error, and their least ones.

They are largest where the classes are equally frequent, and zero in a pure node.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from hooks.calculation.quantity import shown
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.facts import Judgment, Passage, fact_of, passages
from hooks.worked.impurities import MARKS, MEASURES, is_near
from hooks.worked.sizes import has_one
from hooks.worked.stated import count_of

MEASURE = (
    r"(?:(?P<gini>gini)(?:\s+(?:impurity|index))?|(?P<entropy>entropy)"
    r"|(?P<error>misclassification\s+error))"
)
MEASURE_MARKS = ("gini", "entropy", "misclassification")
VALUE = r"(?P<value>\d?\.\d+|\d)(?![\w.]*\d|\s*[-−–/·×*^+%]|\w)"
CLASSES = Pattern(
    r"\b(?P<n>two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s+"
    r"(?:(?:equally\s+\w+|balanced|possible|different)\s+)?"
    r"(?:classes|outcomes|categories|labels|symbols)\b|\b(?P<two>binary|two-class|50\s?[/:–-]\s?50|fifty-fifty|p\s*=\s*(?:0?\.5|1/2)(?!\d))",
    re.I,
)
# The name and then the bound, "the maximum" before the name, or where it is largest and how large.
BOUNDS = (
    Pattern(
        rf"\b{MEASURE}\b[^.;:\d]{{0,50}}?\b(?:at\s+most|(?:a|its)\s+maximum|maximal(?:ly)?|max|exceeds?"
        r"|peaks?\s+at|reaches|(?:ranges|goes|runs|lies|varies|is)\s+(?:from|between)\s+0\s+"
        r"(?:(?:for|at|\()\s*[a-z][a-z\s]{2,30}?\)?\s+)?(?:to|and))"
        rf"\s*(?:value\s*)?(?:of|is|=|:)?\s*(?:about\s+|≈\s*)?{VALUE}",
        re.I,
    ),
    Pattern(
        rf"\b(?:maximum|maximal|largest|highest|greatest|max\.?)\s+(?:possible\s+)?(?:value\s+of\s+)?(?:the\s+)?{MEASURE}"
        rf"\b[^.;:=]{{0,50}}?(?:\bis|=|:|\bof)\s*(?:about\s+|≈\s*)?{VALUE}",
        re.I,
    ),
    Pattern(
        rf"\b{MEASURE}\b[^.;:\d]{{0,30}}?\b(?:largest|highest|greatest|maximal|maximum|max|peaks?|most)\s+(?:at|for|when)\s+"
        r"(?:p\s*=\s*(?:0?\.5|1/2)|(?:an?\s+)?(?:50\s?[/:–-]\s?50|fifty-fifty)(?:\s+\w+)?),?\s*(?:where|with|and|at|then)\s+"
        rf"(?:(?:it|they)\s+)?(?:equals?|is|are|reaches|takes|a\s+value\s+of|has\s+the\s+value)?\s*{VALUE}",
        re.I,
    ),
)
PURE = r"\bpure\s+(?:node|leaf|set|subset|group|child|region)\b"
LEAST = (
    Pattern(
        rf"{PURE},?\s+(?:the\s+|has\s+(?:an?\s+|the\s+)?){MEASURE}\s*(?:value\s+)?(?:of|=|is|equals)\s*{VALUE}",
        re.I,
    ),
    Pattern(rf"\b{MEASURE}\s+(?:of|in|at|for)\s+an?\s+{PURE}\s*(?:is|=|equals|:)\s*{VALUE}", re.I),
)
OTHERWISE = Pattern(
    r"\b(?:normali[sz]ed|cross|conditional|relative|joint|if|when\s+one|coefficient|gain|not|never"
    r"|below|less)\b",
    re.I,
)


def judgments(page: Question) -> Iterator[Judgment]:
    """The stated maxima of a page: 1 − 1/k, log k."""
    for passage in passages(page) if has_one(page.source, MARKS) else ():
        if has_one(passage.lower, MEASURE_MARKS) and not passage.of_mistakes:
            yield from of_passage(passage)
            if "pure" in passage.lower:
                yield from of_pure_node(passage)


def of_pure_node(passage: Passage) -> Iterator[Judgment]:
    """What is said of a node of one class: there every measure is zero."""
    found = [match for least in LEAST for match in least.finditer(passage.plain)]
    if len(found) != 1 or OTHERWISE.search(passage.plain):
        return
    if fact := fact_of("minimum", passage, found[0]):
        kind = next(name for name in MEASURES if found[0][name])
        yield Judgment(fact, not fact.value, f"the {kind} of a pure node is 0")


def of_passage(passage: Passage) -> Iterator[Judgment]:
    found = [match for bound in BOUNDS for match in bound.finditer(passage.plain)]
    if len(found) != 1 or OTHERWISE.search(passage.plain):
        return
    counts = {count_of(c["n"] or "two") for c in CLASSES.finditer(passage.plain)}
    fact = fact_of("maximum", passage, found[0])
    if len(counts) != 1 or not fact or not (n := counts.pop()) or not 2 <= n <= 100:
        return
    kind = next(name for name in MEASURES if found[0][name])
    shares = (Fraction(1, n),) * n
    values = [(name, function(shares)) for name, function in MEASURES[kind]]
    right = any(is_near(fact, *value) for _, value in values)
    name, (low, high) = values[0]
    formula = f"the largest {kind} of {n} classes = {name} = {shown((low + high) / 2)}"
    yield Judgment(fact, right, formula)
