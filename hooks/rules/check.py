"""A check that the author wrote beside a number holds, and the number stands there.

## What it checks

Comments of the form `<!-- check: EXPRESSION = NUMBER -->`, inside a paragraph, list item or table
or behind it. They are for numbers that no other rule can derive from the text: a quantile, a
binomial probability, a number whose inputs stand in another section. Readers do not see comments.

- The expression is computed and must give the number, to the precision with which it is written:
  `68.27 %` claims all from 68.265 % to 68.275 %. `≈` may stand for `=`.
- The number must stand in the paragraph, list item or table that holds the comment, or before it.
  It may be written otherwise there if it claims the same: `68.27%` or `0.6827`.
- Several checks in one comment are set apart by `;`.
- A check that can't be read is a finding, so that none is passed over in silence.

An expression is written as in Python, of this alone (nothing else is ever run):

| What | How |
| --- | --- |
| Numbers | `3`, `0.05`, `1e-4`, `10_000`; `pi` and `e` |
| Signs | `+`, `-`, `*`, `/`, `//`, `%` (modulo), `**`, parentheses |
| Roots, logarithms | `sqrt`, `exp`, `log` or `ln` (natural), `log2`, `log10` |
| Rounding | `abs`, `round`, `floor`, `ceil` |
| Counting | `factorial`, `comb(n, k)`, `perm(n, k)` |
| Lists | `sum`, `prod`, `min`, `max`, `len`, `dot(a, b)`, `norm2`, `range` |
| Averages | `mean`, `median`, `harmonic_mean`, `geometric_mean` |
| Spread | `stdev` and `variance` of a sample, `pstdev` and `pvariance` of a population |
| Learning | `sigmoid`, `softmax`, `entropy` (bits), `gini`; of probabilities or counts |
| Curves | `sin`, `cos`, `tan`, `atan`, `tanh`, `erf`, `erfc` |
| Normal | `norm.pdf`, `norm.cdf`, `norm.sf` of x; `norm.ppf` of p; then mean, deviation |
| Binomial | `binom.pmf`, `binom.cdf`, `binom.sf` of (k, n, p) |
| Poisson | `poisson.pmf`, `poisson.cdf`, `poisson.sf` of (k, mean) |
| Student's t | `t.cdf`, `t.sf` of (x, degrees); `t.ppf` of (p, degrees) |
| Series | `sum(1 / k for k in range(1, 5))`: one variable, no condition |

The number is written as in the text: `22 %`, `1,792`, `3.2e-4`, `1.5k`, `14 GB`, or a list,
`[0.09, 0.24, 0.67]`.

## Why

The reader can't see where such a number comes from, and nor can the lint. One line beside it says
so, and holds the number to it whenever the page is edited.

## Example

    About 68.72% of the values lie within one standard deviation.
    <!-- check: norm.cdf(1) - norm.cdf(-1) = 68.72 % -->

## Use instead

    About 68.27% of the values lie within one standard deviation.
    <!-- check: norm.cdf(1) - norm.cdf(-1) = 68.27 % -->

## What it leaves alone

Comments that do not begin with `check:`, and all that stands in code.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from hooks.account import Account
from hooks.calculation.calculator import CalculationError, calculate, numbers_in
from hooks.calculation.expression import NotAnExpression, parse
from hooks.calculation.quantity import Quantity, shown
from hooks.calculation.tokens import tokens
from hooks.calculation.tree import Literal, literal
from hooks.calculation.written import (
    NumbersOfBlocks,
    Written,
    size_of,
    with_subject,
    written_numbers,
)
from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import CODE_SPAN, RECENT, Block, Question, blank
from hooks.pattern import Pattern
from hooks.record import record

NAME = "check"
SCOPE = "any"

CHECK = Pattern(r"<!--\s*check\s*:(?P<checks>.*?)-->", re.S | re.I)
RELATION = Pattern(r"==|[=≈]")
FORM = "write <!-- check: EXPRESSION = NUMBER -->"
LONGEST = 70  # characters of a check that a message repeats
LONGEST_BLOCK = 20_000  # characters; longer paragraphs nobody wrote by hand
KILOS = (1000, 1024, 1)
ERROR = Fraction(1, 10**10)  # relative, of floats


@record
class Check:
    """One check of a comment.

    source: `norm.cdf(1) = 84 %`; place: its line and column.
    block: the text that must hold its number, None if there is none.
    """

    source: str
    place: tuple[int, int]
    block: Block | None


class Malformed(Exception):
    """A check that can't be read; the message says why."""


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    written = NumbersOfBlocks()
    for asked in checks(page):
        try:
            yield from findings(page, asked, written.of(asked.block))
        except (Malformed, CalculationError) as error:
            shown_source = asked.source[:LONGEST]
            message = f"the check `{shown_source}` can't be read: {error}; {FORM}"
            yield Finding(page.path, *asked.place, message, NAME)


def accounts(page: Question, guide: Guide) -> Iterator[Account]:
    for asked in checks(page):
        try:
            expression, claimed, _ = split(asked.source)
            given = [Fraction(str(number)) for number in numbers_in(expression)]
        except (Malformed, CalculationError):
            continue
        sizes = {size_of(number) for number in claimed}
        for number in written_numbers(asked.block):
            if number.size in sizes:
                yield Account.of(number.text, number.start, number.end, "checked", NAME)
            elif number.quantity.value in given:
                yield Account.of(number.text, number.start, number.end, "given", NAME)


# -- finding checks -------------------------------------------------------------------------------


@lru_cache(maxsize=RECENT)
def checks(page: Question) -> tuple[Check, ...]:
    if "check" not in page.lower:
        return ()
    return tuple(found for before, block in with_subject(page) for found in in_block(block, before))


def in_block(block: Block, about: Block | None) -> Iterator[Check]:
    if "<!--" not in block.text.content or block.kind in ("code", "math"):
        return
    if len(block.text.content) > LONGEST_BLOCK:
        return
    content = blank(block.text.content, CODE_SPAN)
    for comment in CHECK.finditer(content):
        at = comment.start("checks")
        for part in comment["checks"].split(";"):
            lead = len(part) - len(part.lstrip())
            if part.strip():
                place = block.text.position(at + lead)
                yield Check(" ".join(part.split()), place, about)
            at += len(part) + 1
        if not comment["checks"].strip(" ;\n"):
            yield Check("", block.text.position(comment.start()), about)


# -- judging one check ----------------------------------------------------------------------------


def findings(page: Question, asked: Check, written: Sequence[Written]) -> Iterator[Finding]:
    """What is wrong with a check. Raises Malformed or CalculationError.

    written: the numbers of the text that the check is about.
    """
    expression, claimed, unit_scales = split(asked.source)
    values = calculate(expression)
    values = values if isinstance(values, list) else [values]
    if len(values) != len(claimed) or any(isinstance(value, list) for value in values):
        raise Malformed(f"{expression} has {len(values)} values, and {len(claimed)} are given")
    for value, number, scales in zip(values, claimed, unit_scales, strict=True):
        size = size_of(number)
        place = next((w for w in written if w.size == size), None)
        if not any(holds(Fraction(value), number, scale) for scale in scales):
            line, column = place.text.position(place.start) if place else asked.place
            message = f"{expression} = {like(Fraction(value), number)}; the page says {number.text}"
            yield Finding(page.path, line, column, message, NAME)
        elif place is None:
            message = f"{number.text} is checked here, but does not stand in the text before it"
            yield Finding(page.path, *asked.place, message, NAME)


def split(source: str) -> tuple[str, list[Quantity], list[set[Fraction]]]:
    """The expression, the numbers it must give, and what their units may be worth."""
    sides = RELATION.split(source)
    if len(sides) != 2 or not sides[0].strip():
        raise Malformed("it needs one = between an expression and a number")
    listed = sides[1].strip()
    inner = listed[1:-1] if listed[:1] + listed[-1:] in ("[]", "()") else ""
    parts = re.split(r",\s", inner) if inner else [listed]
    numbers = [number_of(part.strip()) for part in parts]
    claimed = [as_claimed(number.quantity, "≈" in source) for number in numbers]
    return sides[0].strip(), claimed, [scales_of(number) for number in numbers]


def as_claimed(quantity: Quantity, roughly: bool) -> Quantity:
    """What a number claims; behind ≈ a whole one is rounded: ≈ 40,000."""
    return quantity.rounded() if roughly and quantity.exact else quantity


def number_of(text: str) -> Literal:
    read = list(tokens(text))
    try:
        tree, end = parse(read)
        number = literal(tree)
    except NotAnExpression:
        number, end = None, 0
    if number is None or end != len(read):
        raise Malformed(f"`{text}` is not one written number")
    return number


def scales_of(number: Literal) -> set[Fraction]:
    return {number.unit.scale(kilo) if number.unit else Fraction(1) for kilo in KILOS}


def holds(value: Fraction, number: Quantity, scale: Fraction) -> bool:
    """Whether a value lies where a written number claims; 333 may be a rounded 1000/3."""
    error = abs(value) * ERROR + ERROR**10
    value /= scale
    low, high = number.low, number.high
    if number.exact and abs(number.value) >= 10 and abs(value - round(value)) > error:
        low, high = low - Fraction(1, 2), high + Fraction(1, 2)
    return low - error <= value <= high + error


def like(value: Fraction, number: Quantity) -> str:
    percent = number.text.endswith("%")
    return f"{shown(value * 100 if percent else value, 6)}{'%' if percent else ''}"
