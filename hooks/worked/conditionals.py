"""Probabilities as a text states them in symbols: `P(D|+) = 0.154`.

Each becomes a fact whose name says of which event, given which other. An event is a sorted tuple
of (name, whether it is negated); `()` is the certain event, so `(SICK, ())` is a prevalence. What
medicine has words for (sensitivity, false positive rate) is said of SICK and POSITIVE.
"""

import re
from collections.abc import Iterator

from hooks.pattern import Pattern
from hooks.worked.facts import Fact, Passage, chain, chain_behind

Event = tuple[tuple[str, bool], ...]
Name = tuple[Event, Event]

CERTAIN: Event = ()
SICK: Event = (("disease", False),)
HEALTHY: Event = (("disease", True),)
POSITIVE: Event = (("+", False),)
NEGATIVE: Event = (("+", True),)
SPAM: Event = (("spam", False),)
HAM: Event = (("spam", True),)
WORD: Event = (("word", False),)

# -- P(A | B) -------------------------------------------------------------------------------------

TERM = Pattern(  # its letter comes first, so that other places are passed by at once
    r"[Ppℙ](?<![\w^][Ppℙ])(?:r(?:ob)?)?\s{0,7}[(\[]"
    r"(?P<inside>(?:[^()\[\]\n]|\([^()\n]{0,40}\)){1,90}?)[)\]]"
)
# Before a term these say that it is a part of a product, a quotient or a sum.
PART_OF_PRODUCT = Pattern(
    r"(?:[{*/·×÷+−=≈)^_]|(?<!\n)(?<!^)[-–]|\\(?:cdot|times|div|approx|sum))\s*\\?$"
)
CELL_END = Pattern(r"[ \t*_$]*\n")
BAR = Pattern(r"\\mid(?![a-zA-Z])|\\[lr]?vert(?![a-zA-Z])|\\?\||∣|&#124;|\bgiven\b")
AND = Pattern(r"\s*(?:,|∩|∧|&|\\cap(?![a-zA-Z])|\\land(?![a-zA-Z])|\\wedge(?![a-zA-Z])|\band\b)\s*")
# Inside of P( ) these say that it is a density, a sum or something else that is not an event.
NO_EVENT = Pattern(r"[<>≤≥;:?…]|\\(?:le|ge|leq|geq|theta|dots|ldots|in)\b|\.\.")
OR = Pattern(r"\s*(?:∪|∨|\\cup(?![a-zA-Z])|\\lor(?![a-zA-Z])|\\vee(?![a-zA-Z])|\bor\b)\s*")
EITHER = " ∪ "  # between the parts of a union's name
PREFIXED_NOT = Pattern(
    r"(?:¬|[~∼!]|\\neg(?![a-zA-Z])|\\lnot(?![a-zA-Z])|\\sim(?![a-zA-Z])|not(?=[\s_-])|no(?=[\s_-])"
    r"|non(?=[\s_-])|without\s|\\(?:bar|overline|widehat)\s)[\s_-]*(?:an?\s|the\s)?(?P<rest>.+)"
)
SUFFIXED_NOT = Pattern(
    r"(?P<rest>.+?)\s*(?:\^\s*(?:c|\\complement|\\prime)\s*|ᶜ|['’′]|[\u0304\u0305]|=\s*(?:0|no|false|f)|"
    r"(?<=[a-z\d])\s*[-−–])"
)
AFFIRMED = Pattern(r"(?P<rest>.+?)\s*(?:=\s*(?:1|yes|true|t)|(?<=[a-z\d])\s*\+)")
POSITIVE_WORDS = Pattern(
    r"\+|\+ve|pos|positive|(?:a\s+)?positive\s+(?:test|result)(?:\s+result)?"
    r"|tests?(?:ed|ing)?[\s_]*(?:is\s+|=\s*|result\s+)?(?:\+|pos|positive)|t|test"
    r"|t\s*=\s*(?:\+|pos|positive)|result\s*=\s*(?:\+|pos|positive)"
)
NEGATIVE_WORDS = Pattern(
    r"[-−–]|-ve|neg|negative|(?:a\s+)?negative\s+(?:test|result)(?:\s+result)?"
    r"|tests?(?:ed|ing)?[\s_]*(?:is\s+|=\s*|result\s+)?(?:[-−–]|neg|negative)"
    r"|t\s*=\s*(?:[-−–]|neg|negative)|result\s*=\s*(?:[-−–]|neg|negative)"
)
SICK_WORDS = Pattern(
    r"d|diseased?|sick|ill|infected|infection|sickness|illness|(?:has|have|having)\s+(?:the\s+)?disease"
    r"|the\s+disease|disease\s+present"
)
HEALTHY_WORDS = Pattern(r"healthy|well|disease[\s-]free|nodisease|uninfected")
OPPOSITES = {
    "ham": ("spam", True),
    "nonspam": ("spam", True),
    "notspam": ("spam", True),
    "legit": ("fraud", True),
    "legitimate": ("fraud", True),
    "genuine": ("fraud", True),
    "fraudulent": ("fraud", False),
    "non-defective": ("defective", True),
    "defect": ("defective", False),
    "faulty": ("defective", False),
    "faultypart": ("defective", False),
    "defectivepart": ("defective", False),
    "lies": ("lie", False),
    "lying": ("lie", False),
    "truth": ("lie", True),
    "innocent": ("guilty", True),
    "innocence": ("guilty", True),
    "guilt": ("guilty", False),
}


BARE = Pattern(r"[`*_\s]+(?:\d*\.\d+|\d+\s?%|\d\s?/\s?\d+)[\s*_`.;,]*")


def stated_terms(passage: Passage) -> Iterator[Fact]:
    """The facts `P(…) = …` of a passage; each number of a chain is one."""
    if "(" not in passage.plain and "[" not in passage.plain:
        return
    for found in TERM.finditer(passage.plain):
        name = name_of(found["inside"])
        if name and not is_part_of_product(passage.text.content, found.start()):
            yield from values_of(passage, found.end(), name)


def is_part_of_product(content: str, start: int) -> bool:
    """Whether a term that starts there is multiplied, divided or added; ** before it is bold."""
    start -= 2 if content.endswith("**", 0, start) else 0
    return bool(PART_OF_PRODUCT.search(content, 0, start))


def values_of(passage: Passage, end: int, name: Name) -> list[Fact]:
    """The values behind a term: after a relation, in the next cell, or all that follows."""
    is_cell = passage.block.kind == "table" and CELL_END.match(passage.plain, end)
    if is_cell or BARE.fullmatch(passage.plain, end):
        return chain_behind(passage, end, name)
    return chain(passage, end, name)


def name_of(inside: str) -> Name | None:
    """Of which event given which other `P(inside)` is; None if it can't be told."""
    parts = BAR.split(inside)
    if len(parts) > 2 or NO_EVENT.search(inside):
        return None
    events = [event(part) for part in parts]
    if None in events:
        return None
    return events[0], events[1] if len(events) == 2 else CERTAIN


def event(text: str) -> Event | None:
    """The event of a text: its parts joined by "and", sorted."""
    if OR.search(text):
        return union(text)
    parts = [simple_event(part) for part in AND.split(text.strip())]
    return None if None in parts else tuple(sorted(set(parts)))


def union(text: str) -> Event | None:
    """The union of two events, neither of them negated, as one event with a name of its own."""
    parts = [simple_event(part) for part in OR.split(text.strip())]
    if None in parts or len(set(parts)) != 2 or any(negated for _, negated in parts):
        return None
    return ((EITHER.join(sorted(name for name, _ in parts)), False),)


def parts_of_union(event: Event) -> list[Event]:
    """The two events of a union; [] if it is none."""
    if len(event) != 1 or EITHER not in event[0][0] or event[0][1]:
        return []
    return [((name, False),) for name in event[0][0].split(EITHER)]


def simple_event(text: str) -> tuple[str, bool] | None:
    text = re.sub(r"[\"“”„«»`{}()]|\\(?:,|text|;)", " ", text)
    text = " ".join(text.lower().split()).strip("' ‘’")
    if not text:
        return None
    if POSITIVE_WORDS.fullmatch(text):
        return "+", False
    if NEGATIVE_WORDS.fullmatch(text):
        return "+", True
    if HEALTHY_WORDS.fullmatch(text):
        return "disease", True
    if found := PREFIXED_NOT.fullmatch(text) or SUFFIXED_NOT.fullmatch(text):
        inner = simple_event(found["rest"])
        return inner and (inner[0], not inner[1])
    if found := AFFIRMED.fullmatch(text):
        return simple_event(found["rest"])
    if SICK_WORDS.fullmatch(text):
        return "disease", False
    return OPPOSITES.get(text.replace(" ", ""), (text, False))
