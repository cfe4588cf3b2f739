"""The largest values of entropy, Gini impurity and error, and their least ones.

They are largest where the classes are equally frequent, and zero in a pure node.
"""

import math
import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from hooks.calculation.quantity import shown
from hooks.language.sentences import Sentence, sentences
from hooks.language.wording import words
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.class_distributions import Distribution, distributions
from hooks.worked.facts import Judgment, Passage, fact_of, passages, quantity_of
from hooks.worked.impurity_measures import IN_BITS, MARKS, MEASURES
from hooks.worked.impurity_values import is_near
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
LARGEST = Pattern(
    r"\b(?:at\s+most|max\w*|exceeds?|peaks?|reach(?:es)?|largest|highest|greatest|upper\s+(?:bound|limit)|up\s+to"
    r"|(?:ranges|goes|runs|lies|varies|is)\s+(?:from|between)\s+0\s)",
    re.I,
)
# Where the classes are as frequent as each other there is the largest value.
UNIFORM = Pattern(
    r"\b(?:equally\s+(?:likely|common|frequent|probable|\w*distributed)|balanced|uniform\w*)\b",
    re.I,
)
SYMBOL = Pattern(r"(?<![\w\\$])(?:(?P<gini>G)|(?P<entropy>H))(?![\w'])")
POINTS = Pattern(r"\(\s*\d+\s*(?:points?|marks?|pts?)\s*\)", re.I)
NUMBER = Pattern(
    r"(?<![\w.,/^])(?P<value>\d+\s?/\s?\d+|\d*\.\d+|\d+)(?![\w]*\d|\s?[·×*^%+]|\w|\s?[-−–]\s?\d)"
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
    if not has_one(page.source, MARKS):
        return
    for passage in passages(page):
        if not passage.of_mistakes:
            yield from of_sentence(passage)
    said = [s for s in sentences(page) if not POINTS.fullmatch(s.plain.strip(" *_"))]
    for question, answer in pairwise(said):
        if "?" in question.plain and (asked := asked_in(of_text(question))):
            yield from asked.answered(of_text(answer))


def of_sentence(passage: Passage) -> Iterator[Judgment]:
    lower = passage.lower
    if has_one(lower, MEASURE_MARKS):
        yield from of_largest(passage)
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


@record
class Asked:
    """The largest value of which measure a sentence is about, and of how many classes."""

    kind: str
    classes: int
    passage: Passage

    def answered(self, passage: Passage) -> Iterator[Judgment]:
        """Whether the sentence behind a question begins with the value."""
        found = NUMBER.search(passage.plain)
        if found and ANSWER.fullmatch(passage.plain, 0, found.start()):
            yield from self.judged(passage, found)

    def judged(self, passage: Passage, found: re.Match[str]) -> Iterator[Judgment]:
        fact = fact_of("maximum", passage, found)
        if not fact:
            return
        shares = (Fraction(1, self.classes),) * self.classes
        behind = passage.plain[fact.end : fact.end + 12]
        functions = MEASURES[self.kind]
        if self.kind == "entropy" and (IN_BITS.match(behind.lstrip()) or fact.value in (1, 2)):
            functions = functions[:1]
        values = [(name, function(shares)) for name, function in functions]
        right = any(is_near(fact, *value) for _, value in values)
        name, (low, high) = values[0]
        formula = f"the largest {self.kind} of {self.classes} classes = {name}"
        yield Judgment(fact, right, f"{formula} = {shown((low + high) / 2)}")


ANSWER = Pattern(r"\W*(?:(?:a|answer|it|that|this|is|it['’]s|about|the\s+value)\b\W*){0,4}", re.I)


def about_largest(passage: Passage, end: int) -> Asked | None:
    """What a sentence is about if it speaks of one measure's largest value up to an offset."""
    plain = POINTS.sub(lambda found: " " * len(found[0]), passage.plain)
    names = list(NAMED.finditer(plain, 0, end)) or list(NAMED.finditer(plain))
    names = names or list(SYMBOL.finditer(plain))
    kinds = {found.lastgroup for found in names}
    if len(kinds) != 1 or not (LARGEST.search(plain) or UNIFORM.search(plain)):
        return None
    counts = {count_of(c["n"] or "two") for c in CLASSES.finditer(plain)}
    counts = counts or {n for n in map(equal_classes, distributions(passage)) if n}
    if len(counts) != 1 or OTHERWISE.search(plain):
        return None
    (n,) = counts
    return Asked(kinds.pop(), n, passage) if n and 2 <= n <= 100_000 else None


def of_text(sentence: Sentence) -> Passage:
    return Passage(sentence.text, sentence.plain, sentence.block, ())


def asked_in(passage: Passage) -> Asked | None:
    """What a question asks for."""
    plain = POINTS.sub("", passage.plain).rstrip(" \n*_)”")
    return about_largest(passage, len(plain)) if plain.endswith("?") else None


def of_largest(passage: Passage) -> Iterator[Judgment]:
    """The one number of a sentence on a largest value that is not the number of classes."""
    plain = passage.plain
    if not (LARGEST.search(plain) or UNIFORM.search(plain)) or plain.rstrip(" *_)”").endswith("?"):
        return
    spans = [found.span() for found in CLASSES.finditer(plain)]
    spans += [(one.start, one.end) for one in distributions(passage)]
    found = [
        match
        for match in NUMBER.finditer(plain)
        if not any(start <= match.start() < end for start, end in spans)
    ]
    found = [match for match in found if match["value"] != "0"]
    if len(found) != 1 or COMPUTED.search(plain, 0, found[0].start()):
        return
    if asked := about_largest(passage, found[0].start()):
        yield from asked.judged(passage, found[0])


COMPUTED = Pattern(r"(?:[-−–+·×*/^_(]|log|ln)\s*$")
NAMED = Pattern(MEASURE, re.I)
