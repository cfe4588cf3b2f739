"""Lifts in sentences: the rate of a selection through the rate of all.

"300/2,000 = 15%, lift 3.5": which rate divides, the page says ("a base rate of 4%"), or its other
lifts tell. Without any, a lift that is the difference of its sentence's two rates is wrong.
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
    r"\s*(?:\b(?:is|was|of|equals|comes\s+to)\b|[=:≈])?\s*(?:about\s+)?(?:[\d.]+\s?%\s*/\s*[\d.]+\s?%\s*[=≈]\s*)?"
    r"(?P<value>\d+(?:\.\d+)?)(?!\d|[.,/]\d|\s*(?:%|percent|points?|pp\b|€|/|[×·*]))",
    re.I,
)
QUOTIENT = Pattern(
    rf"(?<![\w.,/])(?P<a>{WHOLE})\s*(?:/|(?:[a-z]+\s+){{0,3}}(?:of|among|out\s+of)\s+(?:the\s+)?)\s*"
    rf"(?P<b>{WHOLE})(?![\w/%]|[.,]\d)",
    re.I,
)
PERCENT = Pattern(r"(?<![\w.,])(?P<value>\d+(?:\.\d+)?)\s?%")
ALL = r"(?:base\s+rate|overall|on\s+average|average\s+rate|all\s+(?:customers|of\s+them)|everyone)"
BASE = Pattern(
    rf"\b{ALL}\b[^.;\d%]{{0,25}}?(?:\d[\d,]*\s*/\s*\d[\d,]*\s*[=≈]\s*)?(?P<a>\d+(?:\.\d+)?)\s?%|(?P<b>\d+(?:\.\d+)?)\s?%\s+{ALL}\b",
    re.I,
)
RATE_HEAD = Pattern(r"\b(?:rate|response|conversion)\b", re.I)
CELL = Pattern(r"\W*(?P<value>\d+(?:\.\d+)?)\s?(?P<percent>%?)\W*")
SUPPOSED = Pattern(r"\b(?:if|would|possible|highest|maxim\w+|at\s+most|best|never|uplift)\b", re.I)
NEAR = 0.03
EXACT = 0.004
DIGIT = 0.06  # of a lift that is written with one digit
SAME_RATE = 0.005
FAR = 2.5  # by which factor a wrong lift differs at most: others are of other rates

Found = tuple[Text, int, str]


@record
class Lift:
    """A lift of a sentence, with the rates and quotients beside it or in the sentence before."""

    text: Text
    start: int
    value: float
    rates: Sequence[float]
    quotients: Sequence[float]

    def is_near(self, other: float) -> bool:
        return abs(self.value - other) <= max(NEAR * self.value, DIGIT)


def errors(page: Question) -> Iterator[Found]:
    """Text, place in it and message of each lift that is not the ratio of its rates."""
    if "lift" not in page.lower:
        return
    lifts, items = [], ""
    for block in page.blocks:
        if block.is_prose:
            lifts += stated(block, items if block.kind == "item" else "")
        items = f"{items} {words(block.text.content)}" if block.kind == "item" else ""
    in_rows = [*in_tables(page.blocks)]
    for lift in lifts:
        pairs = [(rate, o.value) for o in lifts if o is not lift for rate in o.rates] + in_rows
        if any(lift.is_near(value) for _, value in pairs):
            continue
        if message := problem(lift, bases_of(page, pairs)):
            yield lift.text, lift.start, f"{message}; the page says {lift.value:g}"


def problem(lift: Lift, bases: Sequence[float]) -> str:
    """What is wrong with a lift, "" if nothing is."""
    known = [*lift.rates, *lift.quotients, *bases]
    if any(lift.is_near(a / b) for a in known for b in known if b):
        return ""
    if len(lift.rates) == 2 and not lift.quotients:
        low, high = sorted(lift.rates)
        return difference(lift, high, low) if low else ""
    if len(bases) != 1 or not lift.quotients:
        return ""
    share, base = lift.quotients[-1], bases[0]
    if slip := difference(lift, share, base):
        return slip
    if lift.rates and not any(abs(rate - share) < SAME_RATE for rate in lift.rates):
        base = lift.rates[-1]  # 76% of the buyers with 40% of the letters
    ratio = share / base
    is_alike = ratio / FAR <= lift.value <= ratio * FAR
    return f"lift = {100 * share:.4g}%/{100 * base:.4g}% = {ratio:.4g}" if is_alike else ""


def difference(lift: Lift, high: float, low: float) -> str:
    """That a lift is the difference of the rates and not their ratio."""
    points = 100 * (high - low)
    if points <= 0 or abs(points - lift.value) >= 0.05 * lift.value:
        return ""
    ratio = f"lift = {100 * high:.4g}%/{100 * low:.4g}% = {high / low:.4g}"
    return f"{ratio}, and the difference of the rates is {points:.4g} points"


def stated(block: Block, before: str) -> Iterator[Lift]:
    """The lifts of a text, with what stands in their sentence or else in the one before it, which
    in a list may be another item."""
    plain = words(block.text.content)
    if "lift" not in plain.lower() or is_on_mistakes(block):
        return
    for start, end in sentences(plain):
        sentence = plain[start:end]
        for found in LIFT.finditer(sentence):
            own = sentence[: found.start("value")]
            if not (PERCENT.search(sentence) or QUOTIENT.search(own)):
                own = f"{before} {own}"
            if not SUPPOSED.search(sentence) and not is_called_wrong(sentence):
                rates = [percent(p) for p in PERCENT.finditer(own + sentence[found.end() :])]
                shares = [q for f in QUOTIENT.finditer(own) if 0 < (q := quotient(f)) < 1]
                at = start + found.start("value")
                yield Lift(block.text, at, float(found["value"]), rates, shares)
        before = sentence


def percent(found: re.Match[str]) -> float:
    return float(next(filter(None, found.groups()))) / 100


def quotient(found: re.Match[str]) -> float:
    a, b = (float(re.sub(r"\D", "", found[name])) for name in "ab")
    return a / b if b else 0.0


def in_tables(blocks: Sequence[Block]) -> Iterator[tuple[float, float]]:
    """The rate and the lift of each row of a table with one column of both."""
    for block in blocks:
        heads = [words(c.content) for c in block.rows[0]] if block.kind == "table" else []
        rates = [at for at, head in enumerate(heads) if RATE_HEAD.search(head)]
        lifts = [at for at, head in enumerate(heads) if head.strip(" *").lower() == "lift"]
        for row in block.rows[1:] if len(rates) == len(lifts) == 1 else ():
            if len(row) == len(heads):
                rate, value = (CELL.fullmatch(words(row[at].content)) for at in (*rates, *lifts))
                if rate and value:
                    yield (
                        float(rate["value"]) / (100 if rate["percent"] else 1),
                        float(value["value"]),
                    )


def bases_of(page: Question, pairs: Sequence[tuple[float, float]]) -> list[float]:
    """The rates of all that the page names, or by which its other rates and lifts fit."""
    said = [words(block.text.content) for block in page.blocks if block.is_prose]
    named = [percent(found) for text in said for found in BASE.finditer(text)]
    every = [percent(found) for text in said for found in PERCENT.finditer(text)]
    fitting = [b for b in every if b and any(abs(r / b - v) <= EXACT * v for r, v in pairs)]
    return [*dict.fromkeys(fitting or named)]
