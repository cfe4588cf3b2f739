"""Several machines that make the same parts: what share each makes, and how much is defective."""

import re
from collections.abc import Iterator

from hooks.pattern import Pattern
from hooks.worked.conditionals import CERTAIN, Event, Name
from hooks.worked.facts import HEDGE, Fact, Passage, fact_of

# Patterns read a passage's `numbered` text, in which numbers are rows of ¤.
DEFECTIVE: Event = (("defective", False),)
MACHINE = r"(?i:machines?|factor(?:y|ies)|plants?|suppliers?|lines?|vendors?|shifts?|servers?)"
MAKES = (
    r"(?:makes?|produces?|supplies|supply|manufactures?|delivers?|turns?\s+out|prints?"
    r"|accounts?\s+for|takes?|handles?|serves?|process(?:es)?)"
)
# "Machine A makes 60 % of the parts with 2 % defects, machine B 40 % with 5 % defects"
AT_ONCE = Pattern(
    rf"\b(?:{MACHINE}\s+)?(?P<who>[A-Z])\s+(?:{MAKES}\s+)?(?P<share>¤+)"
    r"(?:\s+of\s+(?:the\s+|all\s+|its\s+)?\w+)?\s*(?:,?\s*(?:with|of\s+which|and)\s+|\()"
    rf"(?:an?\s+defect\s+rate\s+of\s+)?(?P<rate>¤+)(?=\s*(?:are\s+|is\s+)?(?:defect|[).,;]))"
)
# "machine B the other 40 %", "B: 5 %", "B has 5 % defects"
OF_ONE = Pattern(
    rf"(?<![\w|(])(?:{MACHINE}\s+)?(?P<who>[A-Z])(?:['’]s)?\s*(?:[:=]\s*|(?:{MAKES}|has|have|is|at)\s+)?"
    rf"(?:(?:an?|the|a\s+defect\s+rate\s+of|other|remaining|rest,?)\s+)*(?P<value>¤+)"
)
# "2 % of the parts from A", "2 % of A's parts"
FROM_ONE = Pattern(
    rf"(?P<value>¤+)\s+of\s+(?:the\s+|those\s+|all\s+|its\s+)?(?:[a-z]+\s+)?"
    rf"(?:(?:from|of|by|made\s+by)\s+)?(?:{MACHINE}\s+)?(?P<who>[A-Z])(?![\w(])"
)
# "A, B and C make 50 %, 30 % and 20 %", "with defect rates of 1 %, 2 % and 3 %"
LETTERS = Pattern(r"\b(?P<list>[A-Z](?:\s*,\s*(?:and\s+)?[A-Z]|\s+and\s+[A-Z]){1,5})\b")
# "Servers east, west, north", "Line 1, 2, 3"
NAME = r"(?:[A-Z]\b|\d\b|[a-z]{3,12}\b)"
NAMED_LIST = Pattern(
    rf"\b{MACHINE}\s+(?P<list>{NAME}(?:\s*,\s*(?:and\s+)?{NAME}|\s+and\s+{NAME}){{1,5}})(?=\s+{MAKES})"
)
VALUES = Pattern(r"¤+(?:\s*,\s*(?:and\s+)?¤+|\s+and\s+¤+){1,5}")
ANY_VALUE = Pattern(r"(?P<value>¤+)")
DEFECTS = Pattern(r"\b(?:defect|faulty|error\s+rate|fail|scrap)", re.I)
PRODUCES = Pattern(rf"\b{MAKES}\b", re.I)
CAME_FROM = Pattern(
    r"\b(?:probability|chance|likelihood)\b[^.;:%\d¤]{0,40}?\b(?i:defective|faulty)\b[^.;:%\d¤]{0,40}?"
    rf"\b(?:from|by)\s+(?:{MACHINE}\s+)?(?P<who>[A-Z])\s*(?:\bis\b|[=≈:])\s*"
    rf"(?:(?P<hedge>{HEDGE})\s+)?(?P<value>¤+)"
)
FAILURES = r"(?i:failures|errors|defects|defective\s+\w+|failed\s+\w+|scrap|rejects)"
OF_FAILURES = Pattern(
    rf"\b(?i:of)\s+(?:(?:the|all|these)\s+)*{FAILURES},?\s+(?:(?P<hedge>{HEDGE})\s+)?(?P<value>¤+)\s+"
    rf"(?:comes?|came|are|is|stems?)\s+from\s+(?:the\s+)?(?:{MACHINE}\s+)?(?P<who>{NAME})"
)
NEAR = 30  # characters around a number that say what it is a share of


def of_machines(passage: Passage) -> Iterator[Fact]:
    """What a passage says of the parts of each of several machines."""
    text = passage.numbered
    for found in (*CAME_FROM.finditer(text), *OF_FAILURES.finditer(text)):
        yield from facts((machine(found["who"]), DEFECTIVE), passage, found)
    machines = list(AT_ONCE.finditer(text))
    if len(machines) > 1:
        for found in machines:
            for group, name in named(found["who"]).items():
                yield from facts(name, passage, *values_in(text, found.span(group)))
    elif letters := NAMED_LIST.search(text) or LETTERS.search(text):
        yield from in_lists(passage, letters)
    else:
        yield from one_by_one(passage)


def in_lists(passage: Passage, letters: re.Match[str]) -> Iterator[Fact]:
    """The shares and rates of machines that are listed, and their numbers behind them."""
    names = [name for name in re.findall(r"\w+", letters["list"]) if name != "and"]
    for listed in VALUES.finditer(passage.numbered, letters.end()):
        numbers = values_in(passage.numbered, listed.span())
        kind = kind_of(passage.numbered, listed)
        if kind and len(numbers) == len(names):
            for name, found in zip(names, numbers, strict=True):
                yield from facts(named(name)[kind], passage, found)


def one_by_one(passage: Passage) -> Iterator[Fact]:
    for pattern in (OF_ONE, FROM_ONE):
        for found in pattern.finditer(passage.numbered):
            if kind := kind_of(passage.numbered, found):
                yield from facts(named(found["who"])[kind], passage, found)


def kind_of(plain: str, found: re.Match[str]) -> str:
    """Whether a number is the share that a machine makes or its rate of defects; "" if unsaid."""
    behind = re.split(r"[,;.]", plain[found.start() : found.end() + NEAR])[0]
    if DEFECTS.search(behind):
        return "rate"
    before = plain[: found.start()]
    defects = [m.start() for m in DEFECTS.finditer(before)]
    produces = [m.start() for m in PRODUCES.finditer(plain[: found.end()])]
    if defects and (not produces or produces[-1] < defects[-1]):
        return "rate"
    return "share" if produces else ""


def machine(letter: str) -> Event:
    return ((letter.lower(), False),)


def named(letter: str) -> dict[str, Name]:
    return {"share": (machine(letter), CERTAIN), "rate": (DEFECTIVE, machine(letter))}


def values_in(plain: str, span: tuple[int, int]) -> list[re.Match[str]]:
    return list(ANY_VALUE.finditer(plain, *span))


def facts(name: Name, passage: Passage, *found: re.Match[str]) -> Iterator[Fact]:
    return filter(None, (fact_of(name, passage, one) for one in found))
