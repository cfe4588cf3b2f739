"""The numbers of a claim: what they are worth, how they are written, where they end in LaTeX."""

import re
from fractions import Fraction

from hooks.calculation.quantity import Quantity
from hooks.calculation.tree import Binary, Call, Negative, Node, Number, Percent, Reading, literal
from hooks.classifiers.matrix import whole_number
from hooks.language.wording import JOINER
from hooks.pattern import Pattern
from hooks.record import record, replace

PERCENT = Pattern(r"%|percent|per\s+cent")
ARITHMETIC = Pattern(r"[/÷×·+√]|\\[a-zA-Z]|\bof\b|\d\s*[−-]")
INTEGER = Pattern(rf"(?<![\d.,{JOINER}])\d[\d,{JOINER}]*(?![\d.]*\d|\s*\\?%)")
LATEX_DELIMITER = Pattern(
    r"(?:\\\\(?:\[[^\]]*\])?\s*)?&?\s*(?:\\(?:approx|simeq|doteq)(?![a-zA-Z])|[=≈])"
)
LATEX_STOP = Pattern(
    r"\\q?quad(?![a-zA-Z])|\\end\b|\\\\|[;&]|,(?=[\s\\])|\\(?:text|mathrm)\{\s*[a-z]+\s*\}"
)
LATEX_TOKEN = Pattern(r"\\[a-zA-Z]+|\\.|.", re.S)


@record
class Member:
    """One number of a chain: what it claims, where it stands, and how it is written."""

    quantity: Quantity
    start: int
    end: int
    written: str

    @property
    def style(self) -> str:
        """One of percent, fraction (any expression) and decimal."""
        if PERCENT.search(self.written):
            return "percent"
        return "fraction" if ARITHMETIC.search(self.written) else "decimal"

    def in_percent(self) -> "Member":
        """The same number with the percent sign that a table's heading gives it."""
        if self.style != "decimal":
            return self
        written = f"{self.written}%"
        return replace(self, quantity=Quantity.written(written), written=written)

    @property
    def is_of_percentages(self) -> bool:
        """Whether it may compute with percentages without their sign: (90 + 80)/2 is 85%."""
        return self.style == "fraction" and 1 < self.quantity.value <= 100

    @property
    def as_share(self) -> Quantity:
        """What it claims of a rate."""
        return self.in_hundredths if self.is_of_percentages else self.quantity

    @property
    def in_hundredths(self) -> Quantity:
        """What it claims if its numbers are rounded percentages."""
        room = Fraction(1, 2) if self.quantity.exact and self.style == "fraction" else 0
        low, high = (self.quantity.low - room) / 100, (self.quantity.high + room) / 100
        return replace(self.quantity, low=low, high=high)

    @property
    def decisive(self) -> bool:
        """Whether it can't be taken for a count or a label: 0.2, 20%, 10/50, but not 10."""
        return self.style != "decimal" or "." in self.written

    @property
    def integers(self) -> frozenset[int]:
        """The whole numbers in it, without percentages."""
        return frozenset(whole_number(number) for number in INTEGER.findall(self.written))


def latex_end(latex: str, start: int, stop: int) -> int:
    """Where the member of an equation that starts at `start` ends, before `stop`."""
    position, depth = start, 0
    while position < stop:
        at_top = depth == 0
        if at_top and LATEX_DELIMITER.match(latex, position):
            break
        if at_top and LATEX_STOP.match(latex, position):
            break
        token = LATEX_TOKEN.match(latex, position)[0]
        depth += {"{": 1, "}": -1}.get(token, 0)
        position += len(token)
    return min(position, stop)


@record
class Rounded(Number):
    """A written number as the interval that it stands for."""

    def value(self, reading: Reading) -> tuple[Fraction, Fraction]:
        return self.quantity.low, self.quantity.high


def loosened(node: Node) -> Node:
    """An expression whose rounded numbers are intervals: 2 × 0.22 × 0.2 / 0.42 claims little."""
    match node:
        case Number(quantity):
            return Rounded(quantity)
        case Binary(op, left, right):
            return Binary(op, loosened(left), loosened(right))
        case Negative(part):
            return Negative(loosened(part))
        case Percent(part):
            return Percent(loosened(part))
        case Call(name, parts):
            return Call(name, tuple(loosened(part) for part in parts))
    return node


def claimed(node: Node, written: str) -> Quantity | None:
    """What an expression claims to be, or None if it has no value."""
    if number := literal(node):
        return None if number.unit else number.quantity
    interval = loosened(node).evaluate(Reading())
    if interval is None:
        return None
    exact = all(part.quantity.exact for part in node.walk() if isinstance(part, Number))
    return Quantity(*interval, exact, written)


def roughly(quantity: Quantity) -> Quantity:
    """What "about 20%" claims: a tenth more or less, and all that rounds to its leading digits."""
    unit = quantity.high - quantity.low
    slack = max(abs(quantity.value) / 10, unit)
    while unit and quantity.value and (quantity.value / unit) % 10 == 0:
        unit *= 10
    slack = max(slack, unit / 2)
    return Quantity(quantity.value - slack, quantity.value + slack, False, quantity.text)
