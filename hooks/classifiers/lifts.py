"""Lifts in sentences: the rate of a selection through the rate of all.

"300/2,000 = 15%, lift 3.5": which rate divides, other lifts of the page tell, a row of a table with
a rate and a lift or "8.4%, lift 1.68", if the page states that rate. Without any, a lift that is
the difference of the two rates of its sentence is wrong.
"""

import re
from collections.abc import Iterator, Sequence

from hooks.classifiers.matrix_labels import WHOLE
from hooks.classifiers.metric_doubts import sentences
from hooks.language.sentences import is_called_wrong, is_on_mistakes
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import record

LIFT = Pattern(
    r"\blift\b(?:\s+(?:of|in|for|at)\s+(?:the|that|this|these)\s+[^.,;:=\d]{1,30}?)?"
    r"\s*(?:\b(?:is|was|equals|comes\s+to)\b|[=:≈])?\s*(?:about\s+)?"
    r"(?:[\d.]+\s?%\s*/\s*[\d.]+\s?%\s*[=≈]\s*)?(?P<value>\d+(?:\.\d+)?)(?!\d|[.,/]\d|\s*(?:%|percent|points?|€|/|[×·*]))",
    re.I,
)
QUOTIENT = Pattern(
    rf"(?<![\w.,/])(?P<a>{WHOLE})\s*(?:/|(?:[a-z]+\s+){{0,3}}(?:of|among|out\s+of)\s+(?:the\s+)?)\s*"
    rf"(?P<b>{WHOLE})(?![\w/%]|[.,]\d)",
    re.I,
)
PERCENT = Pattern(r"(?<![\w.,])(?P<value>\d+(?:\.\d+)?)\s?%")
HEAD = Pattern(r"\W*(?P<kind>(?:response\s+|conversion\s+|churn\s+)?rate|response|lift)\W*", re.I)
NUMBER = Pattern(r"[\s*_]*(?P<value>\d+(?:\.\d+)?)\s?%?[\s*_]*")
SUPPOSED = Pattern(r"\b(?:if|would|possible|highest|maxim\w+|at\s+most|best|never|uplift)\b", re.I)
NEAR = 0.03
EXACT = 0.004
DIGIT = 0.06  # of a lift that is written with one digit
FEWEST_POINTS = 0.1
HALF_A_PERCENT = 0.005

Found = tuple[Text, int, str]


@record
class Lift:
    """A lift that a sentence states, and the rates and quotients before it."""

    text: Text
    start: int
    value: float
    rates: tuple[float, ...]
    quotients: tuple[float, ...]
    is_doubtful: bool

    def is_near(self, other: float) -> bool:
        return abs(self.value - other) <= max(NEAR * self.value, DIGIT)


def errors(page: Question) -> Iterator[Found]:
    """Text, place in it and message of each lift that is not the ratio of its rates."""
    if "lift" not in page.lower:
        return
    lifts = [lift for block in page.blocks if block.is_prose for lift in stated(block)]
    shown = [*in_tables(page.blocks)]
    for lift in lifts:
        if lift.is_doubtful:
            continue
        pairs = [(r, o.value) for o in lifts if o is not lift for r in o.rates] + shown
        bases = [base for base in bases_of(page) if any(fits(pair, base) for pair in pairs)]
        known = any(lift.is_near(value) for _, value in pairs)
        for message in () if known else problems(lift, bases):
            yield lift.text, lift.start, f"{message}; the page says {lift.value:g}"


def problems(lift: Lift, bases: Sequence[float]) -> Iterator[str]:
    """What is wrong with a lift: at most one message."""
    ratios = [q / share for q in lift.quotients for share in (*lift.rates, *bases) if share]
    ratios += [r / other for r in lift.rates for other in (*lift.rates, *bases) if r and other]
    if any(map(lift.is_near, ratios)):
        return
    if lift.quotients and len(set(bases)) == 1:
        share = lift.quotients[-1]
        is_rate = any(abs(rate - share) < HALF_A_PERCENT for rate in lift.rates)
        base = bases[0] if is_rate or not lift.rates else lift.rates[-1]
        yield f"lift = {100 * share:.4g}%/{100 * base:.4g}% = {share / base:.4g}"
    elif len(lift.rates) == 2 and not lift.quotients:
        low, high = sorted(lift.rates)
        points = 100 * (high - low)
        if low and points > FEWEST_POINTS and abs(points - lift.value) < FEWEST_POINTS / 2:
            ratio = f"{100 * high:.4g}%/{100 * low:.4g}% = {high / low:.4g}"
            yield f"lift = {ratio}, and the difference of the rates is {points:.4g} points"


def fits(pair: tuple[float, float], base: float) -> bool:
    rate, value = pair
    return abs(rate / base - value) <= EXACT * value


# -- what a page says -----------------------------------------------------------------------------


def stated(block: Block) -> Iterator[Lift]:
    """The lifts of a text, with what stands before each in its sentence and in the one before."""
    plain = words(block.text.content)
    if "lift" not in plain.lower():
        return
    bounds = [*sentences(plain)]
    for found in LIFT.finditer(plain):
        at = next((i for i, (s, e) in enumerate(bounds) if s <= found.start() < e), None)
        if at is None:
            continue
        own = plain[bounds[at][0] : found.start()]
        before = plain[bounds[at - 1][0] : bounds[at][0]] if at else ""
        sentence = plain[slice(*bounds[at])]
        told = own if PERCENT.search(sentence) or QUOTIENT.search(own) else before + own
        is_doubtful = is_on_mistakes(block) or is_called_wrong(sentence)
        yield Lift(
            block.text,
            found.start("value"),
            float(found["value"]),
            tuple(
                float(p["value"]) / 100
                for p in PERCENT.finditer(told + plain[found.start() : bounds[at][1]])
            ),
            tuple(q for found in QUOTIENT.finditer(told) if 0 < (q := quotient(found)) < 1),
            is_doubtful or SUPPOSED.search(sentence) is not None,
        )


def quotient(found: re.Match[str]) -> float:
    a, b = (float(re.sub(r"\D", "", found[name])) for name in "ab")
    return a / b if b else 0.0


def in_tables(blocks: Sequence[Block]) -> Iterator[tuple[float, float]]:
    """The rate and the lift of each row of a table with one column of both."""
    for block in blocks:
        if block.kind != "table":
            continue
        heads = [HEAD.fullmatch(words(cell.content)) for cell in block.rows[0]]
        kinds = [
            "lift" if head and head["kind"].lower() == "lift" else bool(head) for head in heads
        ]
        if kinds.count("lift") != 1 or kinds.count(True) != 1:
            continue
        for row in block.rows[1:]:
            cells = [NUMBER.fullmatch(words(c.content)) for c in row]
            if len(row) == len(heads) and cells[kinds.index("lift")] and cells[kinds.index(True)]:
                rate, value = (float(cells[kinds.index(k)]["value"]) for k in (True, "lift"))
                yield rate / (100 if "%" in row[kinds.index(True)].content else 1), value


def bases_of(page: Question) -> list[float]:
    """The percentages that a page's prose states, each once."""
    said = (words(block.text.content) for block in page.blocks if block.is_prose)
    found = (float(p["value"]) / 100 for text in said for p in PERCENT.finditer(text))
    return [*dict.fromkeys(base for base in found if base)]
