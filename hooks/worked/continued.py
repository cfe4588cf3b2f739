"""What a text says behind a formula that it comes to: "… which comes to roughly 0.37"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from hooks.calculation.latex import latex_tokens
from hooks.calculation.quantity import shown, shown_percent, significant_digits
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import replace
from hooks.worked.facts import (
    HEDGE,
    LONGEST_EXPRESSION,
    VALUE,
    Fact,
    Judgment,
    Passage,
    expression,
    fact_of,
    first_member,
    fits,
    is_computed,
    passages,
)

COMES_TO = Pattern(
    r"\s*(?:(?:which|this|that|it)\s+(?:is|equals|gives|yields|makes|comes\s+(?:out\s+)?to|works\s+out\s+(?:to|at|as)"
    r"|evaluates\s+to|amounts\s+to)|giving|i\.e\.,?|that\s+is,?|[=≈])\s+(?:a\s+value\s+of\s+)?"
    rf"(?:equal\s+to\s+|just\s+|only\s+)?(?P<hedge>{HEDGE}\s+)?(?=[\d.])",
    re.I,
)
AGAIN = Pattern(
    rf"\s*(?:,\s*(?:or\s+|so\s+|i\.e\.\s+|that\s+is,?\s+)?|[=≈]\s*)(?P<hedge>{HEDGE}\s*)?(?P<value>{VALUE})(?=\s*(?:[.,;:!)]|$|of\b|and\b))"
)
ENDS = Pattern(r"\s*(?:[.,;:!()%=≈—–]|$|\bor\b|\band\b|\bso\b)")


def judgments(page: Question) -> Iterator[Judgment]:
    """The results that the paragraph behind a numeric formula gives for it."""
    if not any(block.kind == "math" for block in page.blocks):
        return
    by_block: dict[int, list[Passage]] = {}
    for passage in passages(page):
        by_block.setdefault(id(passage.block), []).append(passage)
    for block, behind in pairwise(page.blocks):
        if block.kind != "math" or not behind.is_prose or not COMES_TO.match(behind.text.content):
            continue
        own, said = by_block.get(id(block)), by_block.get(id(behind))
        if own and said and said[0].place[-1] == 0 and (value := last_value(own[-1])):
            yield from judged(value, said[0])


def last_value(formula: Passage) -> Fact | None:
    """What a formula has behind its last sign of equality, if that is a calculation in numbers."""
    content = formula.text.content.rstrip(" \n.,;")
    at = max(content.rfind("="), content.rfind("\\approx"), content.rfind("≈"))
    start = at + (7 if content.startswith("\\approx", at) else 1)
    if at < 0 or len(content) - start > LONGEST_EXPRESSION:
        return None
    made = expression(formula, latex_tokens(content, start, len(content)), "formula", whole=True)
    return made if made and is_computed(made) else None


def judged(value: Fact, passage: Passage) -> Iterator[Judgment]:
    opening = COMES_TO.match(passage.plain)
    first = first_member(passage, opening.end(), "result") if opening else None
    if not first or passage.of_mistakes or not ENDS.match(passage.plain, first.end):
        return
    is_rough = bool(opening["hedge"]) and significant_digits(first.quantity.text) < 3
    results = [replace(first, rough=is_rough)]
    if again := AGAIN.match(passage.plain, first.end):
        results += filter(None, [fact_of("result", passage, again)])
    for fact in results:
        show = shown_percent if "%" in fact.quantity.text else shown
        right = fits(fact, value.value, value.value)
        yield Judgment(fact, right, f"the formula above is {show(value.value)}", (value,))
