"""Selection rates of two groups, and the ratio and difference that a section states of them.

"240/400 = 0.6 and 135/300 = 0.45 … disparate impact ratio: 135/240 = 0.56"; the rates may stand in
a table, or follow from its columns of all and of the selected.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.quantity import Quantity, shown
from hooks.classifiers.matrix_labels import is_total
from hooks.language.sentences import is_called_wrong, is_on_mistakes
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern

SHARE = r"(?:\d+(?:\.\d+)?\s?%|0?\.\d+)(?![\w%]|\.\d)"
RATE = Pattern(
    r"\b(?:selection|approval|acceptance|admission|hiring|invitation|flag|(?<!true[\s-])(?<!false[\s-])positive)"
    r"(?:\s+prediction)?\s+rates?\b"
    r"|\b(?:select|approv|accept|admit|hir|invit|grant|promot|shortlist)(?:t?ed|e?s)\b",
    re.I,
)
VALUE = Pattern(
    rf"(?<![\w.,/])(?:(?P<a>\d[\d,]*)\s*/\s*(?P<b>\d[\d,]*)\s*[=≈]\s*)?(?P<value>{SHARE})"
    r"(?!\s*(?:[·×*/+−–-]|points))",
    re.I,
)
IS = (
    r"(?:[\s*_$(]*(?:is|was|equals|comes\s+to|of|[=:≈]|→))*[\s*_$]*(?:(?:about|only|just|then)\s+)*"
)
GAP = Pattern(
    r"\b(?:(?P<ratio>(?P<impact>(?:disparate\s+)?impact(?:\s+ratio)?)|ratio(?:\s+of\s+(?:the|these)\s+(?:two\s+)?rates)?)"
    r"|(?P<difference>(?P<parity>(?:demographic|statistical)\s+parity\s+)?(?:difference|gap)))\b"
    rf"{IS}(?P<made>[^=≈;,a-zA-Z]{{1,50}}[=≈]\s*)*"
    rf"(?P<value>{SHARE}|1\.\d+|\d+(?:\.\d+)?\s+(?:percentage\s+)?points)",
    re.I,
)
RATE_HEAD = Pattern(r"(?:\w+\s+)?rate", re.I)
ALL = Pattern(
    r"(?:all\s+|number\s+of\s+)?(?:applicants|applications|candidates|people|n|total|size)", re.I
)
CHOSEN = Pattern(
    r"(?:hired|approved|selected|accepted|admitted|invited|granted|shortlisted|flagged)", re.I
)
CELL = Pattern(r"\W*(?P<value>\d[\d,]*(?:\.\d+)?\s?%?)\W*")
SUPPOSED = Pattern(
    r"\b(?:if|would|could|should|must|suppose|after|before|at\s+least|below|above)\b", re.I
)
SIGNS = ("impact", "parity", "four-fifths", "80% rule", "80 % rule")
ROOM = Fraction(1, 100)

Found = tuple[Text, int, str]


def errors(page: Question) -> Iterator[Found]:
    """Text, place in it and message of each ratio and difference that the rates do not give."""
    if not any(map(page.lower.__contains__, SIGNS)) or not RATE.search(page.lower):
        return
    rates: dict[Fraction | None, None] = {}
    section, at = "", 0
    for index, block in enumerate(page.blocks):
        if block.section != section:
            section, rates = block.section, {}
        if block.kind == "table" and (found := rates_of(block)):
            rates, at = found, index
        plain = words(block.text.content)
        if not block.is_prose or is_on_mistakes(block) or is_called_wrong(plain):
            continue
        gaps = [*GAP.finditer(plain)]
        said = plain[: gaps[0].start()] if gaps else plain
        own = dict.fromkeys(rate_of(found) for found in VALUE.finditer(said))
        if own and RATE.search(said) and not SUPPOSED.search(said):
            rates, at = own if len(own) > 1 else rates | own, index
        if len(rates) == 2 and None not in rates and own.keys() <= rates.keys():
            for gap in gaps:
                is_close = gap["impact"] or gap["parity"] or index <= at + 1
                if is_close and not SUPPOSED.search(plain[: gap.end()]):
                    yield from in_gap(block.text, gap, sorted(rates))


def rates_of(block: Block) -> dict[Fraction, None]:
    """The rates of the two groups in the rows of a table."""
    heads = [words(cell.content).strip(" *") for cell in block.rows[0]]
    rows = [row for row in block.rows[1:] if len(row) == len(heads)]
    rows = [row for row in rows if not is_total(words(row[0].content).strip(" *"))]
    rates, chosen, whole = (column(heads, rows, pattern) for pattern in (RATE_HEAD, CHOSEN, ALL))
    if not rates and chosen and whole and all(whole):
        rates = [a / b for a, b in zip(chosen, whole, strict=True)]
    return dict.fromkeys(rates) if len(rows) == len({*rates}) == 2 else {}


def column(heads: Sequence[str], rows: Sequence[Sequence[Text]], name: Pattern) -> list[Fraction]:
    """The numbers of the first column of a name, if there is one and all its cells hold one."""
    at = next((at for at, head in enumerate(heads) if at and name.fullmatch(head)), 0)
    found = [CELL.fullmatch(words(row[at].content)) for row in rows]
    return [value_of(cell) for cell in found] if at and None not in found else []


def rate_of(found: re.Match[str]) -> Fraction | None:
    """A stated rate; None if it is not what its calculation gives, which is another error."""
    rate = value_of(found)
    if found["a"]:
        a, b = (int(found[name].replace(",", "")) for name in "ab")
        return rate if b and abs(rate - Fraction(a, b)) <= ROOM else None
    return rate


def value_of(found: re.Match[str]) -> Fraction:
    return Quantity.written(found["value"].replace(" ", "").replace(",", "")).value


def in_gap(text: Text, gap: re.Match[str], rates: Sequence[Fraction]) -> Iterator[Found]:
    low, high = rates
    number, _, points = gap["value"].replace(" ", "").partition("p")
    said = Quantity.written(f"{number}%" if points else number)
    others = re.finditer(rf"(?P<a>)(?P<value>{SHARE})", gap["made"] or "")
    if not low or any(rate_of(other) not in rates for other in others):
        return
    rights = [low / high, high / low] if gap["ratio"] else [high - low]
    if not any(said.low - ROOM <= right <= said.high + ROOM for right in rights):
        sign, name = ("/", "ratio") if gap["ratio"] else ("−", "difference")
        pair = (low, high) if gap["ratio"] else (high, low)
        worked = f"{shown(pair[0])} {sign} {shown(pair[1])} = {shown(rights[0], 3)}"
        message = f"{name} of the selection rates = {worked}; the page says {gap['value']}"
        yield text, gap.start("value"), message
