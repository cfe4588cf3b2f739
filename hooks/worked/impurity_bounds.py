"""The largest values of entropy, Gini impurity and error, and their least ones.

They are largest where the classes are equally frequent, and zero in a pure node.
"""

import math
import re
from collections.abc import Iterator
from fractions import Fraction

from hooks.calculation.quantity import shown
from hooks.language.wording import words
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.facts import Judgment, Passage, fact_of, passages, quantity_of
from hooks.worked.impurities import MARKS, MEASURES, Distribution, distributions, is_near
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
OF_ONE_CLASS = Pattern(
    r"\b(?:all|every)\b[^.;]{0,60}?\b(?:leaf|node|group|branch)\b[^.;,]{0,40}?\b(?:are|is|belongs?)\b[^.;,]{2,40},\s*"
    rf"(?:so\s+|then\s+)?(?:its|the)\s+{MEASURE}\s*(?:is|=|equals)\s*{VALUE}",
    re.I,
)
OTHERWISE = Pattern(
    r"\b(?:normali[sz]ed|cross|conditional|relative|joint|if|when\s+one|coefficient|gain|not|never"
    r"|below|less)\b",
    re.I,
)


def judgments(page: Question) -> Iterator[Judgment]:
    """The stated maxima of a page: 1 − 1/k, log k."""
    for passage in passages(page) if has_one(page.source, MARKS) else ():
        if not passage.of_mistakes:
            yield from of_sentence(passage)


def of_sentence(passage: Passage) -> Iterator[Judgment]:
    lower = passage.lower
    if has_one(lower, MEASURE_MARKS):
        yield from of_passage(passage)
        if has_one(lower, ("pure", "all ", "every ")):
            yield from of_pure_node(passage)
    if "k = " in lower and "gini" in passage.block.text.content.lower():
        yield from of_k_classes(passage)
    if "nat" in lower and "bit" in lower:
        yield from of_units(passage)


def of_pure_node(passage: Passage) -> Iterator[Judgment]:
    """What is said of a node of one class: there every measure is zero."""
    found = [match for least in LEAST for match in least.finditer(passage.plain)]
    of_one = [] if found else list(OF_ONE_CLASS.finditer(passage.plain))
    if len(found or of_one) != 1 or (found and OTHERWISE.search(passage.plain)):
        return
    found = found or of_one
    if fact := fact_of("minimum", passage, found[0]):
        kind = next(name for name in MEASURES if found[0][name])
        yield Judgment(fact, not fact.value, f"the {kind} of a pure node is 0")


OF_K = Pattern(
    r"\bK\s*=\s*(?P<k>\d{1,4})(?:\s+[a-z]+){0,3}?\s*(?:\bis\b|→|:|,)\s*(?P<value>0?\.\d+)(?![\d%])"
)
BOUND_OF_K = Pattern(r"1\s*[-−–]\s*(?:1\s*/\s*K|\\frac\s+1\s+K)|K\s*[-−–]\s*1\s*\)?\s*/\s*K")


def of_k_classes(passage: Passage) -> Iterator[Judgment]:
    """The Gini impurity of K classes is at most 1 − 1/K: with K = 5 this is 0.8."""
    text = words(passage.block.text.content)
    if not BOUND_OF_K.search(text) or "entropy" in passage.lower:
        return
    for found in OF_K.finditer(passage.plain):
        if fact := fact_of("maximum", passage, found):
            value = 1 - Fraction(1, int(found["k"]) or 1)
            formula = f"1 − 1/{found['k']} = {shown(value)}"
            yield Judgment(fact, is_near(fact, value, value), formula)


AMOUNT = r"(?<![\w.,])\d*\.?\d+"
UNITS = Pattern(
    rf"(?P<given>{AMOUNT})\s*(?P<from>bits?|nats?)\b[\s,(]*(?:that\s+is|that['’]s|which\s+(?:is|are|makes|equals)|i\.e\.,?|or|=|≈|equals?)"
    rf"\s*(?:about\s+|≈\s*)?(?P<value>{AMOUNT})\s*(?P<to>bits?|nats?)\b",
    re.I,
)


def of_units(passage: Passage) -> Iterator[Judgment]:
    """A bit is ln 2 = 0.693 nats."""
    for found in UNITS.finditer(passage.plain):
        units = found["from"].lower()[0], found["to"].lower()[0]
        if units[0] == units[1]:
            continue
        fact, given = fact_of("amount", passage, found), quantity_of(found["given"])
        if not fact or not given:
            continue
        factor = Fraction(math.log(2)) if units[0] == "b" else 1 / Fraction(math.log(2))
        low, high = given.low * factor, given.high * factor
        name = "bits × ln 2" if units[0] == "b" else "nats/ln 2"
        formula = f"{name} of {found['given']} = {shown(given.value * factor)}"
        yield Judgment(fact, is_near(fact, low, high), formula)


def equal_classes(one: Distribution) -> int:
    """Of how many classes a distribution is, if all are equally frequent; else 0."""
    return len(one.counts) if len(set(one.counts)) == 1 else 0


def of_passage(passage: Passage) -> Iterator[Judgment]:
    found = [match for bound in BOUNDS for match in bound.finditer(passage.plain)]
    if len(found) != 1 or OTHERWISE.search(passage.plain):
        return
    counts = {count_of(c["n"] or "two") for c in CLASSES.finditer(passage.plain)}
    counts = counts or {n for n in map(equal_classes, distributions(passage)) if n}
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
