"""The rates of tests that a text says by name: "a sensitivity of 99 %", "prevalence: 1 %"."""

import re
from collections.abc import Iterator

from hooks.pattern import Pattern
from hooks.worked.conditionals import CERTAIN, HEALTHY, NEGATIVE, POSITIVE, SICK, Name
from hooks.worked.facts import HEDGE, LINK, Fact, Passage, chain, first_member, quantity_of
from hooks.worked.sizes import has_one

# Patterns read a passage's `numbered` text, in which numbers are rows of ¤.
VALUE = "(?P<value>¤+)"
BEHIND = Pattern(rf"{LINK}{VALUE}", re.I)
BEFORE = Pattern(rf"{VALUE}\s+(?:for\s+|as\s+)?(?:the\s+|a\s+)?$", re.I)
FAR = 60  # characters before a name in which its number may stand
NEAR = 16  # characters before a number in which "about" may stand
GOES_ON = Pattern(r"\s*[·×*+/÷]\s*[\d(.]|\s+[−–-]\s+[\d(.]")
IS_ROUGH = Pattern(rf"(?:\b{HEDGE}|[≈~])\s*$", re.I)

TAIL = (  # "of the disease", as far as the link to a number; "after a positive test"
    r"(?:\s+(?:of|in|for|among)\s+(?!\d)(?:[A-Za-z'’-]+\s+){0,5}?[A-Za-z'’-]+"
    r"(?=\s*(?:is|was|[=≈:(])))?"
    r"(?:\s+(?:after|given|following|upon)\s+(?:an?|one|the|that)\s+(?:[a-z]+\s+)?positive"
    r"(?:\s+(?:test|result|scan|screening|mammogram|finding))*)?"
)
RATES: dict[str, tuple[str, Name]] = {
    "prior": (
        r"(?:disease\s+)?prevalence|base[\s-]rate|incidence|pre-?test\s+probability"
        r"|prior(?:\s+probability)?|fraud\s+rate",
        (SICK, CERTAIN),
    ),
    "sensitivity": (
        r"sensitivity|true[\s-]positive\s+rate|\bTPR|(?:hit|detection)\s+rate",
        (POSITIVE, SICK),
    ),
    "specificity": (r"specificity|true[\s-]negative\s+rate|\bTNR", (NEGATIVE, HEALTHY)),
    "fpr": (
        r"false[\s-](?:positives?|alarms?)[\s-](?:rate|probability)|\bFPR",
        (POSITIVE, HEALTHY),
    ),
    "fnr": (r"false[\s-]negative[\s-](?:rate|probability)|\bFNR", (NEGATIVE, SICK)),
    "ppv": (
        r"positive[\s-]predictive[\s-]value|\bPPV|post-?test\s+probability"
        r"|posterior(?:\s+probability)?",
        (SICK, POSITIVE),
    ),
    "npv": (r"negative[\s-]predictive[\s-]value|\bNPV", (HEALTHY, NEGATIVE)),
}
ALIAS = r"(?:\s+\([A-Za-z][A-Za-z ,]{1,30}\)|,\s[^\s,;:]{1,30},(?=\s+(?:is|was|=|equals)))?"
NOT_SUBTRACTED = r"(?<!\A¤\s[−–-]\s)(?<![\s(=:]¤\s[−–-]\s)"  # 1 − specificity
RATE = Pattern(
    rf"\b(?=[pbitshdfn]){NOT_SUBTRACTED}(?:"
    + "|".join(rf"(?P<{k}>{p})" for k, (p, _) in RATES.items())
    + rf")\b{ALIAS}{TAIL}",
    re.I,
)
NAMES_RATE = (
    *("prevalence", "rate", "incidence", "prior", "posterior", "sensitivity", "specificity"),
    *("predictive", "test probability", "ppv", "npv", "tpr", "tnr", "fpr", "fnr", "probability"),
)
# "sensitivity and specificity of 99 % and 95 %", "both 99 %"
BOTH = Pattern(
    r"\bsensitivity\s+and\s+(?:a\s+)?specificity\s+(?:of\s+|(?:are|is)\s+|=\s*)(?:both\s+|each\s+)?"
    r"(?P<first>¤+)(?:\s*(?:and|,|/)\s*(?P<second>¤+))?",
    re.I,
)


def stated_rates(passage: Passage) -> Iterator[Fact]:
    """The facts of a passage in words."""
    lower = passage.lower
    if not passage.may_state_share or not has_one(lower, NAMES_RATE):
        return
    twice = list(both(passage)) if "sensitivity and" in lower else []
    yield from twice
    taken = {fact.start for fact in twice}
    for fact in rates(passage):
        if fact.start not in taken:
            taken.add(fact.start)
            yield fact


def both(passage: Passage) -> Iterator[Fact]:
    for found in BOTH.finditer(passage.numbered):
        second = "second" if found["second"] else "first"
        for group, name in (("first", (POSITIVE, SICK)), (second, (NEGATIVE, HEALTHY))):
            yield from fact_at(name, passage, *found.span(group))


def rates(passage: Passage) -> Iterator[Fact]:
    """What a passage states as `name LINK value` or `value name`."""
    text, taken = passage.numbered, 0
    for found in RATE.finditer(text):
        if found.start() < taken:
            continue
        value = BEHIND.match(text, found.end())
        if not value:
            value = BEFORE.search(text, max(taken, found.start() - FAR), found.start())
        if value and not is_of_a_fraction(passage.text.content, found, value):
            taken = max(found.end(), value.end("value"))
            yield from fact_at(RATES[found.lastgroup][1], passage, *value.span("value"))


def is_of_a_fraction(content: str, name: re.Match[str], value: re.Match[str]) -> bool:
    """Whether LaTeX sets a name over or under a number: \\frac{\\text{sensitivity}}{1 - …}."""
    start, end = sorted((name.span(), value.span("value")))
    between = content[start[1] : end[0]]
    return "}" in between and "{" in between and not re.search(r"[=≈:]|approx", between)


def fact_at(name: object, passage: Passage, start: int, end: int) -> Iterator[Fact]:
    """The facts of the number between two offsets, or of the calculation that starts with it."""
    if GOES_ON.match(passage.plain, end):
        first = first_member(passage, start, name)
        yield from (first, *chain(passage, first.end, name)) if first else ()
        return
    if quantity := quantity_of(passage.plain[start:end]):
        rough = bool(IS_ROUGH.search(passage.plain, max(0, start - NEAR), start))
        yield Fact(name, quantity, passage, start, end, rough)
