"""Selection rates of groups from how many of each were selected, and the gaps between them.

A table with groups in rows or columns that counts "applicants" and "hired", or a sentence: "of 500
men 150 are invited, of 300 women 60". Rates and gaps that a later text states must follow.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from hooks.calculation.quantity import Quantity, agrees, shown
from hooks.classifiers.group_gaps import GAPS, WORDS, in_every_sign, quotient
from hooks.classifiers.listed_values import values_of_names
from hooks.classifiers.matrix import whole_number
from hooks.classifiers.matrix_labels import WHOLE, is_total
from hooks.classifiers.metric_doubts import changes_scenario
from hooks.classifiers.metric_numbers import Member
from hooks.classifiers.pooled_rows import may_state
from hooks.classifiers.stated_values import exactly, first_wrong, message, stated_values
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern

CHOSEN = (
    r"(?:hired|approved|selected|accepted|admitted|invited|granted|promoted|recommended"
    r"|shortlisted)"
)
ALL = Pattern(
    r"(?:all\s+|total\s+|number\s+of\s+)?(?:applicants|applications|candidates|people|persons|customers"
    r"|n|total|size|group\s+size|all|count|cases)",
    re.I,
)
SELECTED = Pattern(
    rf"(?:number\s+)?(?:of\s+)?{CHOSEN}|predicted\s+positives?|positive\s+predictions|flagged|hires|offers"
    r"|approvals|loans\s+granted",
    re.I,
)
TOLD = Pattern(
    r"\bof\s+(?:the\s+)?(?P<all>\d[\d,]*)\s+(?P<group>[a-z]+(?:\s+[A-Z]\b)?)(?:\s+(?:applicants|candidates|people|customers))?"
    rf",?\s+(?:only\s+)?(?P<chosen>\d[\d,]*)(?:\s+(?:are|were|get|got)\s+(?:\w+\s+)?{CHOSEN})?(?=\s*(?:[.,;]|and\b|of\b))",
    re.I,
)
RATE = Pattern(
    r"\b(?:selection|approval|acceptance|admission|hiring|invitation|positive)\s+rates?\b", re.I
)
STAND_IN = "flag rate"  # the name under which rates are read
NUMBER = Pattern(r"(?:0?\.\d+|\d+(?:\.\d+)?\s?%)(?![\d/])")
SHARE = r"(?:0?\.\d+|\d+(?:\.\d+)?\s?%)"
IN_ORDER = Pattern(
    rf"{STAND_IN}\s+(?:are|were)\s+(?P<list>{SHARE}(?:,\s*{SHARE}){{0,4}},?\s+and\s+{SHARE})(?!\s*(?:for|in|of)\b)",
    re.I,
)
SUPPOSED = Pattern(r"\b(?:if|would|could|should|suppose|after|before|need\w*)\b", re.I)
SAID = (
    *("selection rate", "approval rate", "acceptance rate", "admission rate", "hiring rate"),
    *("invitation rate", "positive rate", "impact", "parity"),
)
MOST_GROUPS = 6

Found = tuple[Text, int, str]
Groups = dict[str, Fraction]


def errors(page: Question) -> Iterator[Found]:
    """Text, place in it and message of each rate and gap that the counts do not give."""
    lower = page.lower
    if not any(map(lower.__contains__, SAID)) or not re.search(CHOSEN, lower):
        return
    groups: Groups = {}
    section = ""
    for block in page.blocks:
        if own := groups_of(block):
            groups, section = own, block.section
        elif groups and may_state(block, section):
            if changes_scenario(words(block.text.content)):
                groups = {}
            else:
                yield from in_text(block.text, groups)


# -- the counts -----------------------------------------------------------------------------------


def groups_of(block: Block) -> Groups:
    """The selection rates of the groups in a table, or told in a sentence, if there are any."""
    if block.kind == "table":
        plain = [[words(str(cell)).strip(" *:") for cell in row] for row in block.rows]
        across = [list(column) for column in zip(*plain, strict=False)]
        return of_rows(plain) or of_rows(across)
    text = block.text.content
    if not block.is_prose or "of " not in text.lower() or not re.search(CHOSEN, text, re.I):
        return {}
    told = list(TOLD.finditer(words(text)))
    found = {m["group"].lower(): share(m["chosen"], m["all"]) for m in told}
    return found if 2 == len(told) == len(found) and None not in found.values() else {}


def of_rows(table: Sequence[Sequence[str]]) -> Groups:
    """The groups in the rows of a table with a column of all and a column of the selected."""
    whole = [j for j, head in enumerate(table[0]) if j and ALL.fullmatch(head)]
    chosen = [j for j, head in enumerate(table[0]) if j and SELECTED.fullmatch(head)]
    if len(whole) != 1 or len(chosen) != 1:
        return {}
    found = {}
    for row in table[1:]:
        if len(row) > max(*whole, *chosen) and not is_total(row[0]) and row[0]:
            rate = share(row[chosen[0]], row[whole[0]])
            if rate is None:
                return {}
            found[short(row[0])] = rate
    return found if 2 <= len(found) <= MOST_GROUPS else {}


def short(label: str) -> str:
    """How later text names a group: "Group A" is "A" in lists."""
    return re.sub(r"(?i)^group\s+", "", label)


def share(part: str, whole: str) -> Fraction | None:
    if not (re.fullmatch(WHOLE, part) and re.fullmatch(WHOLE, whole)):
        return None
    a, b = whole_number(part), whole_number(whole)
    return Fraction(a, b) if 0 <= a <= b and b else None


# -- what is said of them -------------------------------------------------------------------------


def in_text(text: Text, groups: Groups) -> Iterator[Found]:
    lower = text.content.lower()
    if "rate" in lower:
        yield from of_rates(text, groups)
    for gap in GAPS if any(map(lower.__contains__, WORDS)) else ():
        if gap.metrics != ("predicted-positive rate",):
            continue
        values = [v for a, b in permutations(groups.values(), 2) for v in gap.values(a, b)]
        for stated in stated_values(text, gap.pattern) if values else ():
            if wrong := first_wrong(stated, in_every_sign(gap, values)):
                how = f"{gap.how}, {' and '.join(shown(rate, 3) for rate in groups.values())}"
                right = min(values) if gap.values is quotient else max(values)
                yield text, wrong.start, message(gap.name, how, right, wrong)


def of_rates(text: Text, groups: Groups) -> Iterator[Found]:
    """The rates that a text gives by group, or in the groups' order: "are 30% and 20%"."""
    read = RATE.sub(lambda found: STAND_IN.ljust(len(found[0])), text.content)
    if read == text.content or SUPPOSED.search(read):
        return
    said = re.sub(r"(?i)\bgroup(?=\s+[A-Z]\b)", "     ", read)
    listed = [(c.members, i) for c, i in values_of_names(said, "", list(groups)) if c.plain]
    for members, i in listed or [*in_order(read, groups), *of_one(read, groups)]:
        name, rate = list(groups.items())[i]
        wrong = next((m for m in members if not agrees(exactly(rate), m.quantity)), None)
        if wrong:
            yield text, wrong.start, message(f"selection rate of {name}", "share", rate, wrong)


Stated = tuple[Sequence[Member], int]


def in_order(text: str, groups: Groups) -> Iterator[Stated]:
    """The rates of all groups, one behind the other."""
    for found in IN_ORDER.finditer(words(text)):
        numbers = list(NUMBER.finditer(text, *found.span("list")))
        if len(numbers) == len(groups):
            yield from (([member(number)], i) for i, number in enumerate(numbers))


def of_one(text: str, groups: Groups) -> Iterator[Stated]:
    """The rate of a group: "the selection rate of women is 20%"."""
    for i, name in enumerate(groups):
        group = rf"(?:group\s+)?{re.escape(name)}(?:\s+(?:applicants|candidates))?"
        chain = r"(?:\d[\d,]*\s*/\s*\d[\d,]*\s*[=≈]\s*)?"
        said = rf"{STAND_IN}\s+(?:of|for|among)\s+(?:the\s+)?{group}\s*(?:is|was|=|:|≈)\s*{chain}"
        for found in re.finditer(said, words(text), re.I):
            if number := NUMBER.match(text, found.end()):
                yield [member(number)], i


def member(number: re.Match[str]) -> Member:
    written = number[0].replace(" ", "")
    return Member(Quantity.written(written), *number.span(), number[0])
