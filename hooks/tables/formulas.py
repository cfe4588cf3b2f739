"""Laws of a table that the page writes out: formulas, and calculations that show the way.

`W = 1/(μ − λ)` beside columns of λ and W is a law of theirs if most rows say so, with μ as the page
states it. So is `20 + 80/16 = 25`, if 16 and 25 stand in one row: the other rows go the same way.
A number that stands in no row, the 100 in `0.99^100`, may stand for those of a column, too.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, permutations, product

from hooks.calculation.claims import chains
from hooks.calculation.expression import NotAnExpression, parse
from hooks.calculation.tree import Binary, Call, Measure, Negative, Node, Number, Percent, Symbol
from hooks.language.wording import words
from hooks.page import RECENT, Question
from hooks.pattern import Pattern
from hooks.record import cached_property, record, replace
from hooks.tables.calculations import cell_tokens
from hooks.tables.forms import ITSELF, Form, applied
from hooks.tables.grid import Column, Entry, Grid
from hooks.tables.laws import ROUND, Law, Line

MOST_FORMULAS, MOST_NUMBERS, MOST_SYMBOLS = 60, 6, 5
CRUDE = 0.1
MOST_WAYS = 60  # to put columns into a formula
NAMED, SHOWN, ALIKE, OTHER = (
    0.4,
    0.7,
    1.2,
    2.2,
)  # what a formula costs, by how it is tied to a table
FOREIGN = 2  # the rank of a calculation with numbers of no row
LINES = (
    (Line((1.0, 1.0), (0.0, 0.0)), 0.0),
    (Line((100.0, 100.0), (0.0, 0.0)), 0.3),
    (Line((0.01, 0.01), (0.0, 0.0)), 0.3),
    (Line((1000.0, 1000.0), (0.0, 0.0)), 0.3),
    (Line((-1.0, -1.0), (1.0, 1.0)), 0.6),
)
STATED = Pattern(
    r"(?<![\w.])(?P<name>\\?[A-Za-zα-ωΑ-Ω][\w\\]{0,12})\s*(?:=|≈|\bis\b|\bof\b)\s*"
    r"(?P<value>[-−]?\d[\d,]*(?:\.\d+)?%?)(?![\w]|\.\d)"
)
GREEK = dict(
    zip(
        "lambda mu sigma alpha beta eta rho gamma tau pi theta epsilon delta".split(),
        "λμσαβηργτπθεδ",
        strict=True,
    )
)
PUNCTUATION = Pattern(r"[\s\\_{}$`*^()]+")
INDEX = Pattern(r"(?<=\w)_(?:[ij]|\{[ij]\})(?=\W*$)")
APART = Pattern(r"[^\w²³√/·^]+")

Names = Mapping[str, Sequence[float]]
Value = Callable[[Mapping], float]


@record
class Formula:
    """A calculation with letters or numbers alone, and what it is said to be, if that is known.

    slots: its letters, or its numbers. results: numbers that it comes to. name: what it is called.
    """

    tree: Node
    slots: tuple
    results: tuple[float, ...]
    name: str

    @property
    def is_of_letters(self) -> bool:
        return isinstance(self.slots[0], str)

    @cached_property
    def value(self) -> Callable[[Mapping], float]:
        return compiled(self.tree)

    def written(self, names: Sequence) -> str:
        """It with places for columns, which stand in its letters' or numbers' stead."""
        tree = str(self.tree).replace("{", "{{").replace("}", "}}")
        if self.is_of_letters:
            return tree
        put = ", ".join(f"{{{i}}} for {name:g}" for i, name in enumerate(names))
        return f"{tree} with {put}"

    @cached_property
    def is_telling(self) -> bool:
        """Whether it is more than one sum, product or quotient."""
        nodes = [node for node in self.tree.walk() if isinstance(node, Binary | Call)]
        return len(nodes) > 1 or any(isinstance(n, Call) or n.op == "^" for n in nodes)


def formula_laws(page: Question, grid: Grid) -> Iterator[Law]:
    """The laws of a table that the page's formulas make, with an idea of how sure each is."""
    for formula in (*of_heads(grid), *formulas(page)):
        if formula.is_of_letters:
            ways = with_letters(formula, grid.columns, stated(page))
        else:
            ways = with_numbers(formula, grid.columns)
        for target, slots, values, cost in islice(ways, MOST_WAYS):
            yield from laws_by(formula, grid.columns, target, slots, values, cost)


def laws_by(
    formula: Formula,
    columns: Sequence[Column],
    target: int,
    slots: Mapping,
    values: Mapping,
    cost: float,
) -> Iterator[Law]:
    """The laws that a formula makes with columns in some places and numbers in all others."""
    names = list(slots)
    value = formula.value

    def of_row(*found: float) -> float:
        return value({**values, **dict(zip(names, found, strict=True))})

    rows = [row for row, entry in enumerate(columns[target].entries) if entry][:3]
    inputs = tuple((slots[name], 0) for name in names)
    looks = [
        (columns[target].entries[row], [columns[at].entries[row] for at, _ in inputs])
        for row in rows
    ]
    given = [(y, applied(of_row, *[x.value for x in xs])) for y, xs in looks if None not in xs]
    for line, more in LINES:
        times, plus = line.times[0], line.plus[0]
        if sum(is_near(y, u * times + plus) for y, u in given if u == u) > 1:
            rank = FOREIGN if cost == OTHER else 0
            form = Form(len(names), rank, formula.written(names), of_row)
            law = Law(columns, target, ITSELF, form, inputs, line, cost + more)
            yield replace(law, is_named=cost < ALIKE)


def is_near(entry: Entry, value: float) -> bool:
    """A quick look at a row, of which two of three must be right."""
    return abs(entry.value - value) <= CRUDE * abs(value) + entry.unit


# -- the formulas of a page -----------------------------------------------------------------------


@lru_cache(maxsize=RECENT)
def formulas(page: Question) -> tuple[Formula, ...]:
    return tuple(of_chains(page))


def of_chains(page: Question) -> Iterator[Formula]:
    """The calculations of a page's chains."""
    seen: set[str] = set()
    for chain in islice(chains(page), 4 * MOST_FORMULAS):
        results = [v for m in chain.members if (v := literal_value(m.tree)) is not None]
        first = chain.members[0].tree
        name = first.name if isinstance(first, Symbol) else ""
        for member in chain.members:
            if isinstance(member.tree, Binary | Call | Negative):
                found = formula_of(member.tree, results, name)
                if found and str(member.tree) not in seen:
                    seen.add(str(member.tree))
                    yield found
        if len(seen) > MOST_FORMULAS:
            return


def of_heads(grid: Grid) -> Iterator[Formula]:
    """The calculations with letters in a table's head, each named by its column."""
    for column in {column.at: column for column in grid.columns}.values():
        read = cell_tokens(column.head)
        try:
            tree, end = parse(read) if read else (None, 0)
        except NotAnExpression:
            continue
        is_calculation = isinstance(tree, Binary | Call | Negative) and end == len(read)
        found = formula_of(tree, (), f"@{column.at}") if is_calculation else None
        if found and found.is_of_letters:
            yield found


def formula_of(tree: Node, results: Sequence[float], name: str) -> Formula | None:
    nodes = list(tree.walk())
    named = (node.name for node in nodes if isinstance(node, Symbol))
    letters = dict.fromkeys(name for name in named if name not in CONSTANTS)
    if "" in letters or compiled(tree) is None:
        return None
    if letters:
        return Formula(tree, tuple(letters), (), name) if len(letters) <= MOST_SYMBOLS else None
    numbers = dict.fromkeys(float(n.quantity.value) for n in nodes if isinstance(n, Number))
    if len(numbers) > MOST_NUMBERS or len(numbers) < 2:
        return None
    return Formula(tree, tuple(numbers), tuple(results), name)


def literal_value(tree: Node) -> float | None:
    sign = 1.0
    while isinstance(tree, Measure | Negative):
        sign = -sign if isinstance(tree, Negative) else sign
        tree = tree.part
    return sign * float(tree.quantity.value) if isinstance(tree, Number) else None


@lru_cache(maxsize=RECENT)
def stated(page: Question) -> dict[str, list[float]]:
    """What letters stand for: "with μ = 10"."""
    found: dict[str, list[float]] = {}
    for block in page.blocks:
        if block.is_prose or block.kind == "math":
            for one in STATED.finditer(words(str(block.text))):
                value = plain_number(one["value"])
                values = found.setdefault(normal(one["name"]), [])
                if value is not None and value not in values:
                    values.append(value)
    return found


def plain_number(text: str) -> float | None:
    try:
        value = float(text.replace(",", "").replace("−", "-").rstrip("%"))
    except ValueError:
        return None
    return value / 100 if text.endswith("%") else value


def normal(name: str) -> str:
    plain = PUNCTUATION.sub("", INDEX.sub("", name))
    return GREEK.get(plain, plain)


# -- columns in a formula -------------------------------------------------------------------------

Way = tuple[int, dict, dict, float]  # the target, columns by place, numbers by place, what it costs


def with_letters(formula: Formula, columns: Sequence[Column], known: Names) -> Iterator[Way]:
    """Columns for the letters that their heads name, stated numbers for the others."""
    by_name: dict[str, list[int]] = {}
    for letter in formula.slots:
        called = [at for at, c in enumerate(columns) if is_called(c.head, letter)]
        by_name[letter] = [
            at for at in called if normal(columns[at].head) == normal(letter)
        ] or called
    unnamed = (letter for letter in formula.slots if not by_name[letter])
    open_ = [letter for letter in unnamed if normal(letter) not in known]
    if len(open_) > 1 or len(open_) == len(formula.slots) > 1:
        return
    targets = targets_of(formula, columns)
    choices = [
        [("column", at) for at in by_name[letter]]
        or [("number", value) for value in known.get(normal(letter), ())[:4]]
        or [("column", at) for at in range(len(columns))]
        for letter in formula.slots
    ]
    for chosen in product(*choices):
        pairs = list(zip(formula.slots, chosen, strict=True))
        slots = {letter: put for letter, (kind, put) in pairs if kind == "column"}
        values = {letter: put for letter, (kind, put) in pairs if kind == "number"}
        if slots and len({*slots.values()}) == len(slots):
            for target, cost in targets:
                if target not in slots.values():
                    yield target, slots, values, cost + (ALIKE if open_ else 0.0)


def targets_of(formula: Formula, columns: Sequence[Column]) -> list[tuple[int, float]]:
    """The columns that a formula may give, those that are called so first."""
    named = [
        at
        for at, column in enumerate(columns)
        if formula.name
        and (formula.name == f"@{column.at}" or is_called(column.head, formula.name))
    ]
    if named:
        return [(at, NAMED) for at in named]
    return [(at, ALIKE) for at in range(len(columns))]


def is_called(head: str, letter: str) -> bool:
    """Whether a head is a letter or name, or has it as a word: "rate λ"."""
    own = normal(letter)
    if normal(head).lower() == own.lower() and len(own) > 1:
        return True
    return own in [normal(part) for part in (head, *APART.split(head))]


def with_numbers(formula: Formula, columns: Sequence[Column]) -> Iterator[Way]:
    """Columns for the numbers of a row in which its result stands, too, or for any one number."""
    values = {number: number for number in formula.slots}
    shown = list(in_rows(formula, columns))
    for target, slots in shown:
        fixed = {number: number for number in values if number not in slots}
        yield target, slots, fixed, SHOWN
    if shown or not formula.is_telling:
        return
    for number in formula.slots:
        if number not in (1.0, 2.0, 100.0):
            fixed = {other: other for other in values if other != number}
            for at, target in permutations(range(len(columns)), 2):
                yield target, {number: at}, fixed, OTHER


def in_rows(formula: Formula, columns: Sequence[Column]) -> Iterator[tuple[int, dict[float, int]]]:
    """Where a row holds the result of a calculation and some of its numbers."""
    for row in range(len(columns[0].entries)):
        held = [(at, entry) for at, c in enumerate(columns) if (entry := c.entries[row])]
        for target, entry in held:
            if not any(is_result(entry, value) for value in formula.results):
                continue
            slots: dict[float, int] = {}
            for number in formula.slots:
                at = next((at for at, one in held if at != target and is_same(one, number)), None)
                if at is not None and at not in slots.values():
                    slots[number] = at
            if slots:
                yield target, slots


def is_same(entry: Entry, number: float) -> bool:
    return abs(entry.value - number) <= ROUND * abs(number)


def is_result(entry: Entry, value: float) -> bool:
    scaled = (value, value / 100, 1 - value)
    return any(entry.low - ROUND <= one <= entry.high + ROUND for one in scaled)


# -- formulas as functions ------------------------------------------------------------------------

OPERATIONS: dict[str, Callable[[float, float], float]] = {
    "+": lambda x, y: x + y,
    "−": lambda x, y: x - y,
    "×": lambda x, y: x * y,
    "·": lambda x, y: x * y,
    "/": lambda x, y: x / y,
    "^": lambda x, y: x**y,
    "//": lambda x, y: x // y,
}
FUNCTIONS: dict[str, Callable] = {
    "ln": math.log,
    "log": math.log,
    "log2": math.log2,
    "log10": math.log10,
    "exp": math.exp,
    "sqrt": math.sqrt,
    "abs": abs,
    "floor": math.floor,
    "ceil": math.ceil,
    "max": max,
    "min": min,
    "factorial": lambda x: math.gamma(x + 1),
    "C": lambda n, k: math.comb(round(n), round(k)),
}
CONSTANTS = {"e": math.e, "π": math.pi}


def compiled(node: Node) -> Value | None:
    """A formula as a function of what its letters and numbers stand for."""
    match node:
        case Number():
            number = float(node.quantity.value)
            return lambda names: names.get(number, number)
        case Symbol():
            name = node.name
            return lambda names: names[name] if name in names else CONSTANTS[name]
        case Negative():
            inner = compiled(node.part)
            return inner and (lambda names: -inner(names))
        case Percent():
            inner = compiled(node.part)
            return inner and (lambda names: inner(names) / 100)
        case Measure():
            return compiled(node.part)
        case Binary() if node.op in OPERATIONS:
            left, right, operation = compiled(node.left), compiled(node.right), OPERATIONS[node.op]
            return left and right and (lambda names: operation(left(names), right(names)))
        case Call() if node.name in FUNCTIONS:
            parts, function = [compiled(part) for part in node.parts], FUNCTIONS[node.name]
            if None in parts:
                return None
            return lambda names: function(*[part(names) for part in parts])
    return None
