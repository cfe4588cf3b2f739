"""Formulas of a page that contradict each other, whatever their letters stand for.

Of a chain `f(x) = x² − 6x + 10 = (x − 3)² + 1` the sides with the same letters are equal; the
numbers behind a formula, `(x − μ)/σ = (130 − 100)/15`, are laid out as it is; and a derivative
beside its function is that. What contradicts is wrong if one slip is all that makes the difference.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import combinations, pairwise

from hooks.algebra.equations import statements
from hooks.algebra.filled_in import Known, is_close, mendings, slip_of
from hooks.algebra.lexer import FUNCTIONS, Token, Unreadable, lex, raw
from hooks.algebra.passing import PARAGRAPH, Piece, pieces_of
from hooks.algebra.quoting import is_quoted
from hooks.algebra.tree import Binary, Node, Number, Symbol
from hooks.algebra.unknowns import Drawn, letters_in, trees, value_of
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import record

SEPARATED = Pattern(r"(?<![\d.])\d{1,3}(?:(?:\\,|\{,\}|,|\u202f|\u00a0)\d{3})+(?![\d])")
UNARY = Pattern(r"(?<![\w)\]}²³%])(?<![\d)\]}²³%]\s)[-−–](\d[\d.]*\d|\d)")
GIVEN = Pattern(
    r"(?<![\w\\])(?P<letter>(?:\\[a-zA-Z]+|[^\W\d_]{1,4})(?:_\{?\w{1,6}\}?|[₀-₉])?)\$?\s*(?:=|\bis|of)\s*\$?"
    r"(?P<value>[-−]?\d[\d.]*)(?P<percent>\s?\\?%)?(?![\d.]*\s?[·×*/^(])"
)
LAST_WORD = Pattern(r"[A-Za-z]{2,}[,.;:]?$")
OPERATORS = frozenset(["+", "-", "/", "^", "·", "*", "frac", "sqrt", "log", "ln"])
POINTS = range(4)
STEP = 1e-4
MOST_PIECES = 200
FEWEST_SIGNS = 3  # of both sides of an equation that is no chain
NEAREST = 8  # statements behind a formula in which its numbers may stand
SOLVED = Pattern(
    r"\b(?:solv\w+|set(?:ting)?|root|zero|when|where|if|iff|equat\w+|balanc\w+)\b", re.I
)
LOOSE = Pattern(
    r"ignor\w+|drop\w*|without|omit\w*|leav\w+|absorb\w*|proportional|up to|constant|half|approx",
    re.I,
)
DERIVED = Pattern(
    r"(?P<name>[^\W\d_]{1,3})'(?:\((?P<of>[^\W\d_])\))?"
    r"|frac(?:d|∂)(?P<over>[^\W\d_]{1,2})(?:\([^()]*\))?(?:d|∂)(?P<by>[^\W\d_])"
    r"|(?:d|∂)(?P<first>[^\W\d_]{1,2})(?:\([^()]*\))?/(?:d|∂)(?P<second>[^\W\d_])"
    r"|frac(?:d|∂)(?:d|∂)(?P<below>[^\W\d_])(?P<behind>[^\W\d_]{1,2})(?:\([^()]*\))?"
    r"|∇(?:_(?P<within>[^\W\d_]))?(?P<whole>[^\W\d_]{1,2})(?:\([^()]*\))?"
)
OF_NORMAL = Pattern(r"Φ|\\Phi")
SERIES = Pattern(r"[ΣΠ∑∏]|\\(?:sum|prod)(?![a-z])")
FUNCTION = Pattern(r"(?P<name>[^\W\d_]{1,3})(?:\((?P<of>[^\W\d_])\))?")
SLOPE = Pattern(r"\b(?:gradient|derivative|slope)s?\b(?:\s(?:is|of\s\S+|at\s\S+))*\W*$", re.I)


@record
class Equation:
    """Sides of an equation, each with its readings; left: the first one's letters."""

    piece: Piece
    left: str
    sides: tuple[tuple[Token, ...], ...]

    def __hash__(self) -> int:
        return id(self)

    def readings(self, side: Sequence[Token]) -> tuple[Node, ...]:
        return read(tuple(side), self.piece.latex)

    def written(self, side: Sequence[Token]) -> str:
        start, end = self.piece.start + side[0].start, self.piece.start + side[-1].end
        return " ".join(self.piece.text.content[start:end].split())

    @property
    def section(self) -> tuple[str, ...]:
        """The titles above it."""
        return tuple(self.piece.topic.split(PARAGRAPH)[:3])

    @property
    def offset(self) -> int:
        return self.piece.start + self.sides[0][0].start


@record
class Contradiction:
    equation: Equation
    side: tuple[Token, ...]
    message: str


@record
class Function:
    """A side of an equation that says what a function of a variable is; of: "" if it names none."""

    equation: Equation
    name: str
    of: str
    side: tuple[Token, ...]


@lru_cache(maxsize=512)
def read(side: tuple[Token, ...], latex: bool) -> tuple[Node, ...]:
    return tuple(trees(side, latex))


def contradictions(page: Question) -> Iterator[Contradiction]:
    """What of a page's formulas contradicts what stands beside it, and is no quoted mistake."""
    for found in on_page(page):
        piece = found.equation.piece
        if not is_quoted(piece.text.content, piece.start, piece.end):
            yield found


def on_page(page: Question) -> Iterator[Contradiction]:
    found = [e for e in equations_of(page) if e.sides]
    for equation in found:
        yield from in_chain(equation)
        yield from in_numbers(equation, equation, page)
    for at, equation in enumerate(found):
        for other in numbers_behind(equation, found[at + 1 : at + NEAREST]):
            yield from in_numbers(equation, other, page)
    yield from of_derivatives(found)


def numbers_behind(equation: Equation, others: Sequence[Equation]) -> Iterator[Equation]:
    """The equations with the same left side and numbers alone, up to its next formula."""
    if not equation.left or not has_letters(equation):
        return
    for other in others:
        if other.left == equation.left and other.section == equation.section:
            if has_letters(other):
                return
            yield other


def equations_of(page: Question) -> Iterator[Equation]:
    for piece in pieces_of(page)[:MOST_PIECES]:
        formula = piece.text.content[piece.start : piece.end]
        if piece.quoted or not ("=" in formula or SLOPE.search(piece.before)):
            continue
        formula = SEPARATED.sub(joined, formula)
        try:
            tokens = lex(formula)[:-1]
        except Unreadable:
            continue
        for statement in statements(tokens):
            sides = tuple(filter(None, (statement.left, *statement.members)))
            yield Equation(piece, raw(statement.left).replace(" ", ""), sides)


def joined(found: re.Match) -> str:
    """A number without what parts its thousands, as long as before."""
    return re.sub(r"\D", "", found[0]).ljust(len(found[0]))


def has_letters(equation: Equation) -> bool:
    behind = (token for side in equation.sides[1:] for token in side)
    return any(token.kind == "name" and token.value not in FUNCTIONS for token in behind)


def is_numeric(side: Sequence[Token]) -> bool:
    """Whether a side computes with numbers alone."""
    names = (t for t in side if t.kind == "name")
    given = sum(t.kind == "number" for t in side)
    return given > 1 and all(t.value in FUNCTIONS or t.value == "e" for t in names)


# -- sides of a chain -----------------------------------------------------------------------------


def in_chain(equation: Equation) -> Iterator[Contradiction]:
    """Two sides with the same letters that differ by one slip."""
    sides = [side for side in equation.sides if operates(equation, side)]
    if len(sides) < 2:
        return
    own = [(side, trees_) for side in sides if (trees_ := operating(equation, side))]
    for (one, first), (other, second) in combinations(own, 2):
        if len(equation.sides) < 3 and not is_identity(equation, first, second):
            continue
        if letters_in(first[0]) != letters_in(second[0]) or not letters_in(first[0]):
            continue
        if any(are_same(a, b) is not False for a in first for b in second):
            continue
        a, b = equation.written(one), equation.written(other)
        if OF_NORMAL.search(f"{a} {b}"):  # 1 − Φ(x) is Φ(−x)
            return
        if any(is_one_slip(x, y) or is_one_slip(y, x) for x in first for y in second):
            yield Contradiction(equation, other, f"{a} and {b} differ, by one slip")
            return


def operates(equation: Equation, side: Sequence[Token]) -> bool:
    """Whether a side computes something with letters: a quick look."""
    return (
        len(side) > 2
        and any(token.kind == "name" for token in side)
        and any(t.value in OPERATORS and before.value not in "_{" for before, t in pairwise(side))
        and not is_cut_off(equation.piece, side)
    )


def operating(equation: Equation, side: Sequence[Token]) -> tuple[Node, ...]:
    """The readings of a side that computes something with letters."""
    if not operates(equation, side):
        return ()
    return tuple(tree for tree in equation.readings(side) if not isinstance(tree, Symbol | Number))


def is_cut_off(piece: Piece, side: Sequence[Token]) -> bool:
    """Whether what stands before a formula among words may belong to it: "n = z² p(1 − p)"."""
    before = piece.text.content[: piece.start + side[0].start].rstrip()
    is_marked = (
        piece.latex or piece.stands_alone or before[-1:] in ("", "`", "$", "(", ":", ",", "=")
    )
    return not is_marked and not LAST_WORD.search(before)


def is_identity(equation: Equation, first: Sequence[Node], second: Sequence[Node]) -> bool:
    """Whether an equation of two sides holds of all numbers: nothing says that it is solved."""
    fewest = min(min(map(signs_in, first)), min(map(signs_in, second)))
    return fewest >= FEWEST_SIGNS and not SOLVED.search(equation.piece.before)


def signs_in(tree: Node) -> int:
    return sum(isinstance(node, Binary) for node in tree.walk())


def are_same(a: Node, b: Node) -> bool | None:
    """Whether two formulas are equal; None where they have no values."""
    values = [(value_of(a, Drawn(point)), value_of(b, Drawn(point))) for point in POINTS]
    known = [(x, y) for x, y in values if x is not None and y is not None]
    return all(is_close(x, y) for x, y in known) if len(known) > 1 else None


def is_one_slip(tree: Node, other: Node) -> bool:
    return any(are_same(mended, other) for mended in mendings(tree))


# -- numbers put in -------------------------------------------------------------------------------


def in_numbers(equation: Equation, other: Equation, page: Question) -> Iterator[Contradiction]:
    """A formula whose numbers, behind it or in a later equation, are laid out as another one."""
    numbers = [side for side in other.sides if is_numeric(side)]
    own = [side for side in equation.sides if operates(equation, side)] if numbers else []
    for side in own[-1:]:
        given = other.readings(numbers[0])
        formulas = operating(equation, side)
        is_restated = numbers[0][0].start < side[0].start  # 30/60 = 0.5 = F1/(2 − F1)
        if not given or not formulas or (is_restated and len(letters_in(formulas[0])) == 1):
            continue
        a, b = equation.written(side), other.written(numbers[0])
        if SERIES.search(a) and not SERIES.search(b):
            continue  # a sum, and what is put into its closed form
        if all(slip_of(formula, given[0], partial(known_on, page)) for formula in formulas):
            yield Contradiction(equation, side, f"{a} differs by one slip from what is put in: {b}")


@lru_cache(maxsize=8)
def known_on(page: Question) -> Known:
    """What a page says of letters, and its numbers with a minus sign."""
    values: dict[Node, set[float]] = {}
    negatives: set[float] = set()
    for block in page.blocks:
        content = block.text.content
        below = {float(found[1]) for found in UNARY.finditer(content) if is_float(found[1])}
        negatives |= below | {2 * number for number in below}  # −2 ln L = 608.2
        for found in GIVEN.finditer(content):
            letter = letter_of(found["letter"])
            if letter and is_float(found["value"].strip("-−")):
                value = float(found["value"].replace("−", "-"))
                values.setdefault(letter, set()).add(value / 100 if found["percent"] else value)
    return Known({letter: frozenset(v) for letter, v in values.items()}, frozenset(negatives))


def is_float(text: str) -> bool:
    return text.count(".") < 2 and text[-1:].isdecimal()


def letter_of(written: str) -> Node | None:
    try:
        tree = next(trees(lex(written)[:-1], latex=False), None)
    except Unreadable:
        return None
    return tree if isinstance(tree, Symbol) else None


# -- derivatives ----------------------------------------------------------------------------------


def of_derivatives(found: Sequence[Equation]) -> Iterator[Contradiction]:
    """Derivatives that differ by one slip from that of their function beside them."""
    functions: list[Function] = []
    for equation in found:
        if not (derived := derivative_of(equation)):
            functions += functions_of(equation)
            continue
        name, by = derived
        same = [f for f in functions if f.equation.section == equation.section]
        for function in [f for f in same if f.name == name or not name][-1:]:
            yield from of_derivative(function, equation, by or function.of)


def functions_of(equation: Equation) -> Iterator[Function]:
    """What an equation says of functions: `ℓ(p)` in `log L = ℓ(p) = k ln p + …`."""
    for at, side in enumerate(equation.sides):
        left = FUNCTION.fullmatch(raw(side).replace(" ", ""))
        behind = (other for other in equation.sides[at + 1 :] if operating(equation, other))
        if left and (formula := next(behind, None)):
            yield Function(equation, left["name"], left["of"] or "", formula)


def derivative_of(equation: Equation) -> tuple[str, str] | None:
    """The function and the variable of a derivative; None if it is none."""
    found = DERIVED.fullmatch(equation.left)
    if found:
        names = found.groupdict()
        name = next(filter(None, (names[n] for n in ("name", "over", "first", "behind", "whole"))))
        by = (names[n] for n in ("of", "by", "second", "below", "within"))
        return name, next(filter(None, by), "")
    is_named = not equation.left and bool(SLOPE.search(equation.piece.before))
    return ("", "") if is_named else None


def of_derivative(function: Function, derivative: Equation, by: str) -> Iterator[Contradiction]:
    if LOOSE.search(f"{derivative.piece.before} {derivative.piece.behind}"):
        return
    side = derivative.sides[1 if derivative.left else 0]
    written = operating(derivative, side) or derivative.readings(side)
    of = operating(function.equation, function.side)
    if not written or not of or SOLVED.search(derivative.piece.before):
        return
    tree, slope = of[0], written[0]
    letters = letters_in(tree)
    by = by or next((getattr(x, "base", "") for x in letters if len(letters) == 1), "")
    variable = Symbol(by)
    if variable not in letters or not letters_in(slope) <= letters:
        return
    if any(is_slope(s, t, variable) is not False for s in written for t in of):
        return
    if any(is_slope(mended, tree, variable) for mended in mendings(slope)):
        at, wrong = derivative, side
    elif any(is_slope(slope, mended, variable) for mended in mendings(tree)):
        at, wrong = function.equation, function.side
    else:
        return
    a, b = function.equation.written(function.side), derivative.written(side)
    yield Contradiction(at, wrong, f"the derivative of {a} by {by} is not {b}, but for one slip")


def is_slope(slope: Node, tree: Node, variable: Symbol) -> bool | None:
    """Whether a formula is the derivative of another; None where they have no values."""
    known = []
    for point in POINTS:
        at = Drawn(point)[variable]
        above, below = (value_of(tree, Drawn(point, {variable: at + h})) for h in (STEP, -STEP))
        value = value_of(slope, Drawn(point, {variable: at}))
        if above is not None and below is not None and value is not None:
            known.append(((above - below) / (2 * STEP), value))
    return all(is_close(x, y) for x, y in known) if len(known) > 1 else None
