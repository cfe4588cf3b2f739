"""What a text says of a quantity by name: "the disparate impact ratio (women to men) is 0.75".

For quantities of a matrix that are no metric of one classifier: gaps between groups, costs,
purity. A name, perhaps what it is of, a link and a chain of numbers.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.quantity import Quantity, agrees, shown, shown_percent
from hooks.classifiers.matrix import METRICS
from hooks.classifiers.metric_claims import claim_at
from hooks.classifiers.metric_numbers import Member
from hooks.language.wording import words
from hooks.page import Text, inline_math
from hooks.pattern import Pattern
from hooks.record import record

LINK = Pattern(
    r"(?:\s*\([^()\d]{1,60}\))?"
    r"(?:\s+(?:for|of|between|across|in|on|at|over|by|per|from|under|with|without|to)\s(?!\d)(?:[^.;:=\d()]|(?<=[a-z]\s)\d{1,2}(?=\s*(?:is|was|=|:))){1,60}?)?"
    r"\s*(?:,\s*(?:therefore|then|thus|hence),)?"
    r"(?:\s(?:is|are|was|were|equals|becomes|reaches|of|(?:comes|works\s+out|amounts|falls|rises)\s+(?:out\s+)?to)\b"
    r"|[=:≈→]|\()\s*(?:=\s*)?"
    r"(?:(?:then|thus|therefore|hence|only|just|exactly|still|now|equal\s+to|here)\s+)*"
    r"(?P<hedge>(?:about|roughly|around|approximately|nearly|almost|some|ca\.|≈|~)\s*)?(?=[-−(]?[\d.$€£¥])",
    re.I,
)
AT_ONCE = Pattern(
    r"\s+(?:us\s+)?(?P<hedge>(?:about|roughly|around|approximately)\s+)?(?=[\d.])", re.I
)
SUPPOSED = Pattern(  # anywhere in the sentence
    r"\b(?:if|would|could|should|might|suppose|unless|random\w*|perfect|in\s+expectation)\b", re.I
)
OF_OTHERS = Pattern(  # before the number
    r"\b(?:must|at\s+least|at\s+most|target|(?:below|above)\s+[\d.]|ideal|perfect|random|typical\w*"
    r"|baseline|always|never|dummy|majority|other|another|previous|competitor\w*|instead|improv\w*|rais\w+|drop\w*|reduc\w+"
    r"|increas\w*|decreas\w*|lower\w+|new|originally|formerly"
    r"|after\s+(?!all\b)(?:\w+\s+)?(?:\w+ing|mitigation|correction|adjustment|calibration))\b",
    re.I,
)
POINTS = Pattern(r"(?<=\d)\s*(?:percentage[\s-]points?|points?|pp)\b", re.I)
MONEY = Pattern(r"[€£¥$]")
BOUND = Pattern(
    r"\s*(?:or\s+(?:more|less)|to\s+\d|[-–]\s*\d|%?\s*(?:higher|lower|more|less)\b)", re.I
)
IN_BRACKETS = Pattern(r"\([^()]{1,80}\)\s*[/×·*÷]")
ENDS = Pattern(r"[.!?;](?=\s)|\n")
ROOM = Fraction(1, 500)  # as a share of the value, of what is computed from rounded parts
ROOM_OF_ABOUT = Fraction(1, 12)


@record
class Stated:
    """Where a text states a named quantity, and the numbers that it gives for it.

    found: the name, a match in the text's words; before: what its sentence says before the name;
    behind: what stands between the name and the numbers.
    """

    text: Text
    found: re.Match[str]
    members: tuple[Member, ...]
    is_rough: bool
    before: str
    behind: str


def stated_values(text: Text, name: Pattern, link: Pattern = LINK) -> Iterator[Stated]:
    """The values that a text gives to a name, but for suppositions and bounds.

    link: what stands between the name and its number.
    """
    written = POINTS.sub(lambda found: "%".ljust(len(found[0])), text.content)
    if not any(inline_math(written)):
        written = MONEY.sub(" ", written)
    plain = MONEY.sub(" ", words(written))
    for found in name.finditer(plain):
        linked = link.match(plain, found.end())
        start, end = clause(plain, found.start())
        if not linked or linked.end() > end or SUPPOSED.search(plain, start, end):
            continue
        if OF_OTHERS.search(plain, start, linked.end()):
            continue
        claimed = claim_at(written, first(plain, linked), METRICS[0], found.start(), False)
        members = claimed[0].members if claimed else ()
        if members and not BOUND.match(plain, members[-1].end):
            before, behind = plain[start : found.start()], plain[found.end() : members[0].start]
            yield Stated(text, found, members, bool(linked["hedge"]), before, behind)


def first(plain: str, linked: re.Match[str]) -> int:
    """Where the numbers behind a link start: a bracket with which it ends may be that of a
    calculation, "purity (40 + 30 + 7)/100 = 0.77"."""
    opening = plain.rfind("(", linked.start(), linked.end())
    if opening < 0 or plain[opening + 1 : linked.end()].strip():
        return linked.end()
    goes_on = IN_BRACKETS.match(plain, opening)
    return opening if goes_on else linked.end()


def clause(plain: str, position: int) -> tuple[int, int]:
    """Where the sentence around a position starts and ends."""
    start = max((m.end() for m in ENDS.finditer(plain, 0, position)), default=0)
    end = ENDS.search(plain, position)
    return start, end.start() if end else len(plain)


def first_wrong(stated: Stated, values: Sequence[Fraction]) -> Member | None:
    """The first of the numbers that is none of the values."""
    return next((m for m in stated.members if not any(fits(m, v, stated) for v in values)), None)


def fits(member: Member, value: Fraction, stated: Stated) -> bool:
    """Whether a number is a value, rounded, or computed from rounded numbers."""
    room = abs(value) * (ROOM_OF_ABOUT if stated.is_rough else ROOM)
    near = Quantity(value - room, value + room, True, "")
    return agrees(near, member.quantity)


def exactly(value: Fraction) -> Quantity:
    return Quantity(value, value, True, "")


def message(name: str, how: str, value: Fraction, member: Member) -> str:
    show = shown_percent if member.style == "percent" else shown
    return f"{name} = {how} = {show(value)}; the page says {member.written}"
