"""The value of a chain's member in one reading, and how close two values must be to be the same."""

import math
import re
from collections.abc import Mapping
from fractions import Fraction
from itertools import product

from hooks.calculation.claims import Member
from hooks.calculation.interval import Interval
from hooks.calculation.quantity import Quantity, agrees, magnitude, significant_digits
from hooks.calculation.readings import dimensions, is_percentage, is_quotient, is_sum, kind_of
from hooks.calculation.tree import Binary, Literal, Measure, Node, Number, Reading, Symbol, literal
from hooks.calculation.units import Unit
from hooks.pattern import Pattern
from hooks.record import cached_property, replace

HALF = Fraction(1, 2)
LOOSE = Fraction(15, 100)  # how far apart two expressions may be that are joined by ≈
WHOLE = Fraction(1, 200)  # how far an irrational value may be from the whole number it is called
ORDER = Fraction(317, 100)  # √10: a power of ten behind ≈ gives the order of magnitude
FLOAT_DIGITS = 15  # a number with as many digits is a printed float
TENTHS = Pattern(r"-?\d{0,2}(?:\.\d)?")
WHOLE_NOUN = Pattern(
    r"(?:mini-?)?(?:step|batch|iteration|update|machine|server|node|shard|page|GPU|replica|worker)",
    re.I,
)
MANY_DIGITS = 3
MOST_CORNERS = 4


class Value:
    """A member in one reading: the interval it was evaluated to, and what it is if one number."""

    def __init__(self, place: int, member: Member, reading: Reading):
        self.place = place
        self.member = member
        self.tree = member.tree
        self.literal = literal(member.tree)
        self.reading = reading
        is_residual = not self.literal and is_squared_error(member.tree)
        self.interval = None if is_residual else member.tree.evaluate(reading)

    @cached_property
    def units(self) -> set[Unit]:
        return {node.unit for node in self.tree.walk() if isinstance(node, Measure)}

    @cached_property
    def kinds(self) -> set[str]:
        """What is measured: data, time, …; nouns and plain multiples (million) apart.

        Where rates count, what is left of it: GB/s × s are data, GB / GB is nothing.
        """
        if self.reading.rates:
            left = dimensions(self.tree, self.reading).items()
            powers = sorted(f"{kind}^{power}".removesuffix("^1") for kind, power in left if power)
            return {" ".join(powers)} if powers else set()
        return {kind for unit in self.units if (kind := kind_of(unit, self.reading))}

    @cached_property
    def nouns(self) -> set[str]:
        return {unit.name for unit in self.units if not unit.kind}

    @cached_property
    def numbers(self) -> dict[Fraction, Number]:
        """The written numbers by their value."""
        return {n.quantity.value: n for n in self.tree.walk() if isinstance(n, Number)}

    @property
    def middle(self) -> Fraction:
        return (self.interval[0] + self.interval[1]) / 2

    @property
    def is_point(self) -> bool:
        return self.interval[0] == self.interval[1]

    @property
    def is_count(self) -> bool:
        """Whether it is one whole number: 45, 40 GB; not 45%."""
        if self.literal is None or not self.literal.quantity.exact:
            return False
        return self.literal.quantity.value.denominator == 1

    @property
    def is_percentage(self) -> bool:
        return self.literal is not None and self.literal.quantity.text.endswith("%")

    @property
    def is_multiple(self) -> bool:
        """Whether it is a number of thousands, millions, …"""
        unit = self.literal.unit if self.literal else None
        return unit is not None and unit.kind == "count"

    @property
    def claimed(self) -> Quantity:
        """What a literal claims, in the smallest unit of its kind."""
        return scaled(with_float_error(self.literal.quantity), self.unit_scale)

    @property
    def unit_scale(self) -> Fraction:
        unit = self.literal.unit
        return self.reading.worth(unit) if unit else Fraction(1)


def is_coarse(first: Value, second: Value) -> bool:
    """Whether `first` shows one digit and `second`, joined by =, shows more of another number."""
    if not first.literal or not second.literal or second.member.relation != "=":
        return False
    a, b = first.literal.quantity, second.literal.quantity
    if a.exact or b.exact or second.member.aside or a.value == b.value or not agrees(a, b):
        return False
    return significant_digits(a.text) == 1 < significant_digits(b.text)


def is_cut_short(computed: Value, written: Value) -> bool:
    """Whether one digit stands for what two digits show exactly: 1/4 = 0.3, 0.6 × 0.4 = 0.2.

    Numbers with more digits may have been meant to be rounded: 0.33 + 0.33 = 0.7.
    """
    if not computed.is_point or not TENTHS.fullmatch(written.literal.quantity.text):
        return False
    value = computed.interval[0] / written.unit_scale
    is_short = (value * 100).denominator == 1 and value != written.literal.quantity.value
    return is_short and all(TENTHS.fullmatch(n.quantity.text) for n in computed.numbers.values())


def are_sizes(first: Value, second: Value) -> bool:
    """Whether both may be shapes of matrices: (2 × 3)(3 × 4) = 2 × 4, 28 × 28 ∗ 3 × 3 = 26 × 26."""
    counts = [len(factors(value.tree)) for value in (first, second)]
    return min(counts) in (2, 3) and max(counts) >= 4


def factors(tree: Node) -> list[Fraction]:
    """The whole numbers of a product, or of a sum of products; none if it is anything else."""
    if isinstance(tree, Binary) and tree.op in "×+" and not isinstance(tree.right, Symbol):
        left, right = factors(tree.left), factors(tree.right)
        is_sum_of_numbers = tree.op == "+" and min(len(left), len(right)) < 2
        return [] if not left or not right or is_sum_of_numbers else left + right
    if isinstance(tree, Number) and tree.quantity.exact and tree.quantity.value > 0:
        return [tree.quantity.value]
    return []


def is_squared_error(tree: Node) -> bool:
    """Whether e^2 may be the square of a residual: nothing else is raised from e."""
    raised = [
        node.right
        for node in tree.walk()
        if isinstance(node, Binary) and node.op == "^" and node.left == Symbol("e")
    ]
    return bool(raised) and all(str(exponent) == "2" for exponent in raised)


def is_times_hundred(tree: Node) -> bool:
    return any(
        isinstance(node, Binary)
        and node.op == "×"
        and any(isinstance(p, Number) and p.quantity.text == "100" for p in node.parts)
        for node in tree.walk()
    )


def is_of_percents_alone(value: Value) -> bool:
    """Whether it adds and subtracts numbers with a percent sign, and nothing else."""
    return all(
        node.op in "+−" if isinstance(node, Binary) else is_percentage(node)
        for node in value.tree.walk()
    )


def may_be_of_percents(value: Value) -> bool:
    """Whether it is above 1 and computed as percentages are: 26.67/5 or 0.6 × 3 + 0.4 × 5."""
    is_added = isinstance(value.tree, Binary) and value.tree.op == "+"
    return value.middle > 1 and (
        is_added or any(n > 1 and n.denominator > 1 for n in value.numbers)
    )


def is_of_percents(value: Value) -> bool:
    """Whether it is computed from numbers of at least 1, as percentages without their sign are.

    Sums are (100 − 95 = 5%), shares of percentages (25 × 3/5 = 15%) and multiples (12 × 4 = 48%).
    """
    nodes = list(value.tree.walk())
    ops = {node.op for node in nodes if isinstance(node, Binary)}
    plain = all(
        isinstance(node, Binary)
        or (isinstance(node, Number) and not node.quantity.text.endswith("%"))
        for node in nodes
    )
    adds, is_share = ops <= set("+−"), set("×/") <= ops <= set("+−×/")
    is_mean = is_quotient(value.tree) and is_sum(value.tree.left) and ops <= set("+−/")
    is_multiple = ops == {"×"} and all(n >= 1 and n.denominator == 1 for n in value.numbers)
    return plain and abs(value.middle) >= 1 and (adds or is_share or is_mean or is_multiple)


def is_floor(first: Value, second: Value) -> bool:
    """Whether `second` is `first` rounded down, as programs divide integers."""
    return second.is_count and math.floor(first.middle) == second.middle


def is_rounded_up(first: Value, second: Value) -> bool:
    """Whether `second` counts what is needed whole: 50,000/256 = 196 steps."""
    if not second.is_count or not is_quotient(first.tree):
        return False
    is_whole = any(WHOLE_NOUN.match(noun) for noun in second.nouns)
    return is_whole and math.ceil(first.middle) == second.middle


def is_exclusive_or(first: Value, second: Value) -> bool:
    """Whether ^ may be the exclusive or of two whole numbers, as in most programs: 3 ^ 5 = 6."""
    tree = first.tree
    if not isinstance(tree, Binary) or tree.op != "^" or not second.is_count:
        return False
    operands = [literal(part) for part in tree.parts]
    if not all(o and not o.unit and o.quantity.exact and o.quantity.value >= 0 for o in operands):
        return False
    a, b = (o.quantity.value for o in operands)
    return a.denominator == b.denominator == 1 and int(a) ^ int(b) == second.middle


def is_absorbed(first: Value, second: Value) -> bool:
    """Whether a sum is one of its terms, as where floats cannot hold it: 1 + 2^−11 = 1 in fp16."""
    tree = first.tree
    if not isinstance(tree, Binary) or tree.op not in "+−" or not second.literal:
        return False
    return (second.middle, second.middle) in [part.evaluate(second.reading) for part in tree.parts]


def is_in_another_unit(first: Value, second: Value) -> bool:
    """Whether a size is said in another unit, with digits enough: 524,288 bytes = 524 kB."""
    both = first.literal and second.literal and first.units and first.units != second.units
    return bool(both) and significant_digits(second.literal.quantity.text) >= MANY_DIGITS


def is_rounded_to(size: Fraction, value: Value) -> bool:
    """Whether a number is a size in its unit, rounded."""
    return agrees(Quantity.of(size), scaled(value.literal.quantity.rounded(), value.unit_scale))


def is_change(first: Value, second: Value) -> bool:
    """Whether a percentage says how much more or less a quotient is: 80/100 = −20%, 12/10, 20%."""
    change = second.middle
    if not second.is_percentage or not 0 < first.middle < 3:
        return False
    if change < 0:
        return first.middle == 1 + change
    is_said = second.member.aside or second.member.relation == "≈"
    gain = Quantity.of(first.middle - 1)
    return is_said and first.middle > 1 and agrees(second.claimed.rounded(), gain)


def sixths(quantity: Quantity) -> list[Fraction]:
    """Thirds and sixths that two digits show: 2/3 for 0.67, 5/6 for 83%; above 1 only thirds, and
    below 0.1 their parts, 1/30 for 0.033."""
    if significant_digits(quantity.text) != 2:
        return []
    size = Fraction(10) ** min(magnitude(quantity.value) + 1, 0)
    share = Fraction(round(quantity.value / size * 6), 6)
    is_likely = share.denominator == 3 or (share.denominator == 6 and abs(share) < 1)
    share *= size
    return [share] if quantity.low <= share <= quantity.high and is_likely else []


def scaled(quantity: Quantity, scale: Fraction) -> Quantity:
    if scale == 1:
        return quantity
    return replace(quantity, low=quantity.low * scale, high=quantity.high * scale)


def bare(value: Value) -> Value:
    """The same member with its units as mere names."""
    return Value(value.place, value.member, replace(value.reading, kilo=1))


def rescaled(value: Value, scale: Fraction) -> Value:
    """The same member, a hundred times as large."""
    if scale == 1:
        return value
    other = Value(value.place, value.member, value.reading)
    other.interval = value.interval[0] * scale, value.interval[1] * scale
    if other.literal:
        other.literal = Literal(scaled(value.literal.quantity, scale), value.literal.unit)
    return other


def with_float_error(quantity: Quantity) -> Quantity:
    """A printed float claims what floats can tell, not its last digit."""
    if significant_digits(quantity.text) < FLOAT_DIGITS or quantity.exact:
        return quantity
    error = abs(quantity.value) / 10 ** (FLOAT_DIGITS - 1)
    return replace(quantity, low=quantity.low - error, high=quantity.high + error)


def as_rounded(value: Value, approximate: bool) -> Quantity:
    """What a literal claims; a whole number behind ≈, or of millions, is taken as rounded."""
    quantity = value.claimed
    if value.is_count and (approximate or value.is_multiple):
        return scaled(value.literal.quantity.rounded(), value.unit_scale)
    return quantity


def meets_written(computed: Value, written: Value, approximate: bool) -> bool:
    """Whether a computed value lies where a written number claims."""
    quantity = as_rounded(written, approximate)
    low, high = computed.interval
    if quantity.exact and low != high and near_whole(low, quantity.value):
        return True
    is_whole = low == high and (low / written.unit_scale).denominator == 1
    if quantity.exact and not is_whole and abs(written.literal.quantity.value) >= 10:
        margin = HALF * abs(written.unit_scale)  # 1000/3 = 333
        quantity = replace(quantity, low=quantity.low - margin, high=quantity.high + margin)
    elif approximate and written.is_multiple and significant_digits(quantity.text) >= MANY_DIGITS:
        margin = (quantity.high - quantity.low) / 2  # 524,544 ≈ 524 k, cut off
        quantity = replace(quantity, low=quantity.low - margin, high=quantity.high + margin)
    return low <= quantity.high and quantity.low <= high


def near_whole(value: Fraction, whole: Fraction) -> bool:
    """Whether a root, a logarithm or an exponential may be called whole: 20·log10(2) = 6."""
    return abs(value - whole) <= WHOLE * abs(value)


def meet(first: Value, second: Value) -> bool:
    return max(first.interval[0], second.interval[0]) <= min(first.interval[1], second.interval[1])


def near_enough(first: Value, second: Value) -> bool:
    """Whether two values may be joined by ≈: within 15%, or in the same order of magnitude."""
    a, b = first.middle, second.middle
    if is_power_of_ten(second.tree):
        return a > 0 and 1 / ORDER <= a / b <= ORDER
    return abs(a - b) <= LOOSE * max(abs(a), abs(b))


def is_power_of_ten(tree: Node) -> bool:
    return (
        isinstance(tree, Binary)
        and tree.op == "^"
        and isinstance(tree.left, Number)
        and tree.left.quantity.text == "10"
    )


def widened(value: Value, spans: Mapping[Fraction, Interval]) -> Value:
    """The value over all that its rounded numbers may stand for."""
    other = Value(value.place, value.member, value.reading)
    if len(spans) <= MOST_CORNERS:
        choices = (dict(zip(spans, ends, strict=True)) for ends in product(*spans.values()))
        values = [with_values(value, choice) for choice in choices]
        other.interval = min(v[0] for v in values), max(v[1] for v in values)
        return other
    low = high = value.middle  # one number at a time, and their effects added
    for number, span in spans.items():
        values = [with_values(value, {number: end}) for end in span]
        low += min(0, min(v[0] for v in values) - value.middle)
        high += max(0, max(v[1] for v in values) - value.middle)
    other.interval = low, high
    return other


def with_values(value: Value, values: dict[Fraction, Fraction]) -> Interval:
    """The value if its numbers stand for others; as it is if it has none then."""
    return value.tree.evaluate(replace(value.reading, values=values)) or value.interval
