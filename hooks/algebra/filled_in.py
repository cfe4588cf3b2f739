"""Whether numbers stand in a formula's places: `(x − μ)/σ = (130 − 100)/15`.

The formula with letters and the one with numbers are laid on each other, part by part: a letter is
whatever number stands in its place, the same one each time; a number may also be the value of a
whole part, `n − 2` for 58. What is laid out otherwise is left open.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice, permutations, product

from hooks.algebra.slips import exchanged, within
from hooks.algebra.tree import (
    Applied,
    Bars,
    Binary,
    Call,
    Node,
    Number,
    Series,
    Sign,
    Symbol,
)
from hooks.algebra.unknowns import value_of
from hooks.record import record, replace

MOST_PARTS = 5  # of a sum or a product that are tried in any order
MOST_TRIED = 400  # slips
MOST_KNOWN = 16  # values of letters
FEWEST_REPEATED = 2  # letters with the same number again, where the layout is another
CLOSE = 0.006  # how far rounding may take a number from its value
ONE, TWO = Number(1.0), Number(2.0)
LETTERS = (Symbol, Applied)
PRODUCTS = "*·⊙/"
SHORT = ("log", "sqrt", "exp")


@record
class Fit:
    """One way in which numbers stand in the places of letters.

    values: of each letter, or of a part that the numbers have as one. open_parts: how many parts
    are laid out in another way. repeated: how often a letter had the number that it had before.
    """

    values: dict[Node, float]
    open_parts: int = 0
    repeated: int = 0

    def __hash__(self) -> int:
        return id(self)


@record
class Known:
    """What a page says. values: of letters. negatives: the numbers that it has with a minus sign,
    which turn a plus around."""

    values: Mapping[Node, frozenset[float]]
    negatives: frozenset[float]


NOTHING = Known({}, frozenset())


def slip_of(formula: Node, numbers: Node, told: Callable[[], Known]) -> Node | None:
    """What the numbers were put into, if it is the formula but for one slip.

    told: finds out what the page says, if it matters.
    """
    if not is_comparable(formula, numbers) or is_laid_out(formula, numbers, NOTHING):
        return None
    if are_factors(formula, numbers):
        return None
    known = told()
    fits = list(islice(Filling(known).fits(formula, numbers), 1))
    fewest = FEWEST_REPEATED if fits else 0
    if fits and is_laid_out(formula, numbers, known):
        return None
    strict = Filling(Known(known.values, frozenset()))
    for mended in mendings(formula):
        fits = (fit for fit in strict.fits(mended, numbers) if not fit.open_parts)
        if any(fit.repeated >= fewest and strict.evidence(fit) > 1 for fit in fits):
            return mended
    return None


def are_factors(formula: Node, numbers: Node) -> bool:
    """Whether a product has as many factors as its numbers, fractions among them: 2/3 · 1."""
    own, given = operands(formula), operands(numbers)
    return len(own) == len(given) > 1 and any(is_product(factor) for factor in given)


def operands(node: Node) -> list[Node]:
    """What is multiplied, where a fraction is one factor."""
    if isinstance(node, Binary) and node.op in PRODUCTS and node.op != "/":
        return [*operands(node.left), *operands(node.right)]
    return [node]


def is_laid_out(formula: Node, numbers: Node, known: Known) -> bool:
    """Whether all numbers stand in a place of the formula."""
    return any(not fit.open_parts for fit in Filling(known).fits(formula, numbers))


def is_comparable(formula: Node, numbers: Node) -> bool:
    """Whether a formula has letters, and the numbers are as many."""
    letters = {node for node in formula.walk() if isinstance(node, LETTERS)}
    given = sum(isinstance(node, Number) for node in numbers.walk())
    return 0 < len(letters) <= given > 1


def mendings(formula: Node) -> Iterator[Node]:
    """The formula with one slip undone that concerns no letter alone."""
    yield from islice(within(formula, ()), MOST_TRIED)
    yield from (Binary("*", TWO, formula), Binary("/", formula, TWO))
    yield from regrouped(formula)


def regrouped(formula: Node) -> Iterator[Node]:
    """A product with a root or a logarithm of all that is no number in it."""
    constants = [f for f in factors(formula) if not has_letters(f[1])]
    others = [f for f in factors(formula) if has_letters(f[1])]
    if not others:
        return
    inner = product_of(others)
    for name in ("sqrt", "log"):
        yield product_of([*constants, (1, Call(name, (inner,)))])


def product_of(parts: Sequence[tuple[int, Node]]) -> Node:
    made: Node | None = None
    for power, part in parts:
        if made is None:
            made = part if power > 0 else Binary("/", ONE, part)
        else:
            made = Binary("*" if power > 0 else "/", made, part)
    return made or ONE


def has_letters(node: Node) -> bool:
    return any(isinstance(part, LETTERS) for part in node.walk())


class Filling:
    """Lays numbers on a formula."""

    def __init__(self, known: Known):
        self.known = known.values
        self.negatives = known.negatives

    def fits(self, formula: Node, numbers: Node) -> Iterator[Fit]:
        """The ways in which all that is known agrees."""
        for fit in self.laid(formula, numbers, Fit({})):
            if all(
                self.agrees(part, value, fit) is not False for part, value in fit.values.items()
            ):
                yield fit

    def evidence(self, fit: Fit) -> int:
        """How many letters and parts have a number that nothing contradicts."""
        parts = [part for part in fit.values if not isinstance(part, LETTERS)]
        sure = sum(bool(self.agrees(part, fit.values[part], fit)) for part in parts)
        return len(fit.values) + sure

    def agrees(self, part: Node, value: float, fit: Fit) -> bool | None:
        """Whether a part that stands as one number has the value that its letters give it.

        None where they are not all in the formula, and the page has no such numbers for them.
        """
        if isinstance(part, LETTERS):
            return None
        letters = [node for node in dict.fromkeys(part.walk()) if isinstance(node, LETTERS)]
        options = [[fit.values[x]] if x in fit.values else self.known.get(x, ()) for x in letters]
        tried = (dict(zip(letters, v, strict=True)) for v in islice(product(*options), MOST_KNOWN))
        computed = [c for c in (value_of(part, values) for values in tried) if c is not None]
        if any(is_close(c, value) for c in computed):
            return True
        return False if computed and all(x in fit.values for x in letters) else None

    def laid(self, s: Node, n: Node, fit: Fit) -> Iterator[Fit]:
        if not has_letters(s):
            yield from self.of_constants(s, n, fit)
        elif isinstance(s, LETTERS) or isinstance(n, Number):
            yield from self.bound(s, n, fit)
        elif isinstance(s, Series):
            yield from self.in_series(s, n, fit)
        elif is_sum(s) or is_sum(n):
            yield from self.in_sum(s, n, fit)
        elif is_product(s) or is_product(n):
            yield from self.in_product(s, n, fit)
        elif is_power(s) and is_power(n):
            for base in self.laid(s.left, n.left, fit):
                yield from self.laid(s.right, n.right, base)
        elif isinstance(s, Call) and isinstance(n, Call):
            yield from self.in_call(s, n, fit)
        elif isinstance(s, Bars) and isinstance(n, Bars):
            yield from self.laid(s.operand, n.operand, fit)
        elif not lacks(s, n):
            yield still_open(fit)

    def of_constants(self, s: Node, n: Node, fit: Fit) -> Iterator[Fit]:
        """A number of the formula itself is the same in both."""
        value, other = value_of(s, {}), value_of(n, {})
        if value is None or other is None:
            yield still_open(fit)
        elif is_close(value, other):
            yield fit

    def bound(self, s: Node, n: Node, fit: Fit) -> Iterator[Fit]:
        """A letter, or a part as one, is the number in its place."""
        value = value_of(n, {})
        if value is None:
            yield still_open(fit)
        elif s not in fit.values:
            yield replace(fit, values={**fit.values, s: value})
        elif is_close(fit.values[s], value):
            yield replace(fit, repeated=fit.repeated + 1)

    def in_series(self, s: Series, n: Node, fit: Fit) -> Iterator[Fit]:
        """Each number of a sum is what the sum's body is for one index."""
        if s.kind != "sum":
            yield still_open(fit)
            return
        fits = [fit]
        for at, (sign, part) in enumerate(terms(n)):
            body = with_own_letters(s, at)
            part = part if sign > 0 else turned(part)
            fits = [made for one in fits for made in self.laid(body, part, one)][:MOST_TRIED]
        yield from fits

    def in_sum(self, s: Node, n: Node, fit: Fit) -> Iterator[Fit]:
        own, given = terms(s), terms(n)
        if len(own) != len(given) or len(own) > MOST_PARTS:
            if not lacks(s, n):
                yield still_open(fit)
            return
        for order in permutations(range(len(given))):
            yield from self.in_turn(own, [(given[at], at) for at in order], fit)

    def in_turn(self, own: Sequence, given: Sequence, fit: Fit) -> Iterator[Fit]:
        if not own:
            yield fit
            return
        (sign, part), ((other, number), at) = own[0], given[0]
        if sign != other and not self.may_turn(part, number, is_first=at == 0 and other < 0):
            return
        number = number if sign == other else turned(number)
        for made in self.laid(part, number, fit):
            yield from self.in_turn(own[1:], given[1:], made)

    def may_turn(self, part: Node, number: Node, is_first: bool) -> bool:
        """Whether a minus may be that of a number: it stands first, or the page has it."""
        if not has_letters(part):
            return False
        values = {node.value for node in number.walk() if isinstance(node, Number)}
        return is_first or not self.negatives.isdisjoint(values)

    def in_product(self, s: Node, n: Node, fit: Fit) -> Iterator[Fit]:
        every, numbers = factors(s), factors(n)
        own, given = without_ones(every), without_ones(numbers)
        has_shares = len(numbers) - len(given) > len(every) - len(own)  # 90 · 1/3
        if has_shares or len(own) != len(given) or len(own) > MOST_PARTS:
            if not lacks(s, n):
                yield still_open(fit)
            return
        for order in permutations(given):
            if all(map(stand_alike, own, order)):
                yield from self.one_by_one(own, order, fit)

    def one_by_one(self, own: Sequence, given: Sequence, fit: Fit) -> Iterator[Fit]:
        if not own:
            yield fit
            return
        (power, part), (other, number) = own[0], given[0]
        for made in self.laid(part, number, fit) if power == other else (fit,):
            yield from self.one_by_one(own[1:], given[1:], made)

    def in_call(self, s: Call, n: Call, fit: Fit) -> Iterator[Fit]:
        if s.function != n.function:
            if s.function not in SHORT or n.function not in SHORT:
                yield still_open(fit)
        elif len(s.arguments) == len(n.arguments) == 1:
            yield from self.laid(s.arguments[0], n.arguments[0], fit)
        else:
            yield still_open(fit)


def turned(number: Node) -> Node:
    """A number with a minus sign, as one."""
    value = value_of(number, {})
    return Number(math.nan if value is None else -value)


def still_open(fit: Fit) -> Fit:
    return replace(fit, open_parts=fit.open_parts + 1)


def lacks(s: Node, n: Node) -> bool:
    """Whether only one of both has a square of a sum, or only the numbers a root or logarithm."""
    if is_power(n) != is_power(s):
        power, other = (n, s) if is_power(n) else (s, n)
        return len(terms(other)) == len(terms(power.left)) > 1
    own = {part.function for part in s.walk() if isinstance(part, Call)}
    own |= {"sqrt"} if any(map(is_power, s.walk())) else set()
    given = {part.function for part in n.walk() if isinstance(part, Call)}
    return bool((given - own) & {"log", "sqrt"})


def with_own_letters(series: Series, at: int) -> Node:
    """The body of a sum with letters of its own for one index."""
    symbols = {node for node in series.body.walk() if isinstance(node, Symbol)}
    indexed = {s for s in symbols if set(s.below) & set(series.index)} or symbols
    return exchanged(series.body, {s: replace(s, below=f"{s.below}#{at}") for s in indexed})


def is_close(value: float, other: float) -> bool:
    return abs(value - other) <= CLOSE * max(abs(value), abs(other))


def is_sum(node: Node) -> bool:
    return isinstance(node, Sign) or (isinstance(node, Binary) and node.op in "+-")


def is_product(node: Node) -> bool:
    return isinstance(node, Binary) and node.op in PRODUCTS


def is_power(node: Node) -> bool:
    return isinstance(node, Binary) and node.op == "^"


def terms(node: Node, sign: int = 1) -> list[tuple[int, Node]]:
    """What is added, each with its sign."""
    if isinstance(node, Binary) and node.op in "+-":
        other = sign if node.op == "+" else -sign
        right = node.right
        behind = [(other, right)] if isinstance(right, Sign) else terms(right, other)
        return [*terms(node.left, sign), *behind]
    if isinstance(node, Sign):
        return terms(node.operand, -sign)
    return [(sign, node)]


def factors(node: Node, power: int = 1) -> list[tuple[int, Node]]:
    """What is multiplied, each with 1, or −1 if it is divided by."""
    if is_product(node):
        other = -power if node.op == "/" else power
        return [*factors(node.left, power), *factors(node.right, other)]
    return [(power, node)]


def stand_alike(own: tuple[int, Node], given: tuple[int, Node]) -> bool:
    """Whether both are above or both below a fraction's bar; ½ is a 2 below it."""
    (power, part), (other, number) = own, given
    if power == other:
        return True
    value, second = (
        (None, None) if has_letters(part) else (value_of(part, {}), value_of(number, {}))
    )
    return bool(value) and bool(second) and is_close(value, 1 / second)


def without_ones(parts: Sequence[tuple[int, Node]]) -> list[tuple[int, Node]]:
    return [part for part in parts if part[1] != ONE]
