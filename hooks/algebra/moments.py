"""Identities of random variables: `I(X; Y) = H(X) − H(X|Y)`, `Var(X + Y) = Var(X) + …`.

Both sides are computed for random joint distributions of the variables that they name. An identity
that fails for all kinds of these, also where the variables are independent or centered, is wrong.
What has other symbols than variables, constants and these functions is left alone.
"""

import math
import random
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from hooks.algebra.lexer import FONTS, WORDS, Token, Unreadable
from hooks.record import record

VARIABLES = frozenset("XYZUVW")
EVENTS = frozenset("ABCDEFGH")
CONSTANTS = frozenset("abckmst")
FUNCTIONS = frozenset(["E", "Var", "var", "Cov", "cov", "H", "I", "P", "Pr"])
SPELLED = {"var": "Var", "cov": "Cov", "Pr": "P"}
JOINT = frozenset(["Cov", "cov", "∩", "|"])
SPLIT = VARIABLES | CONSTANTS | {"E", "H", "I"}
SUBSCRIPTED = {"1": "X", "2": "Y", "3": "Z", "i": "X", "j": "Y"}
VALUES = 3  # of each variable
MOST_VARIABLES = 3
DRAWS = 3  # of each kind of distribution
TOLERANCE = 1e-9
RULES = {
    "I": "I(X;Y) = H(X) − H(X|Y) = H(X) + H(Y) − H(X,Y)",
    "H": "H(X,Y) = H(X) + H(Y|X)",
    "Cov": "Cov(X,Y) = E[XY] − E[X] E[Y]",
    "Var": "Var(X) = E[X²] − E[X]², Var(aX + b) = a² Var(X),"
    " Var(X + Y) = Var(X) + Var(Y) + 2 Cov(X,Y)",
    "E": "E[aX + bY] = a E[X] + b E[Y], E[XY] = E[X] E[Y] + Cov(X,Y)",
    "P": "P(A ∪ B) = P(A) + P(B) − P(A ∩ B), P(A ∩ B) = P(A|B) P(B)",
}
Values = list[float]


@record
class World:
    """A joint distribution: the chance of each outcome, and each variable's values at them."""

    chances: Values
    values: dict[str, Values]
    constants: dict[str, float]


@record
class Side:
    """One side of an equation. functions: the outermost first; free: what is not just given."""

    tokens: tuple[Token, ...]
    functions: tuple[str, ...]
    named: frozenset[str]
    free: frozenset[str]


def wrong(left: Sequence[Token], member: Sequence[Token]) -> str:
    """What is right instead of an identity that is wrong; "" if it is right, or not understood."""
    try:
        sides = side_of(left), side_of(member)
        if not are_comparable(*sides):
            return ""
        if any(all(map(holds, repeat_sides(sides), world)) for world in worlds(sides)):
            return ""
    except (Unreadable, ArithmeticError, ValueError, LookupError, TypeError, RecursionError):
        return ""
    return RULES[sides[0].functions[0]]


def repeat_sides(sides: tuple[Side, Side]) -> Iterator[tuple[Side, Side]]:
    return (sides for _ in range(DRAWS))


def are_comparable(left: Side, right: Side) -> bool:
    """Whether both sides are about the same variables, but for what one is conditioned on."""
    if not left.functions or not right.functions or len(left.named | right.named) > MOST_VARIABLES:
        return False
    extra = right.named - left.named
    return left.free <= right.named and extra.isdisjoint(right.free)


def side_of(tokens: Sequence[Token]) -> Side:
    """A side as it was written, without fonts. Raises Unreadable."""
    plain = tuple(plain_tokens(tokens))
    if not plain:
        raise Unreadable("a side")
    world = make_world(frozenset(VARIABLES | EVENTS), "general", random.Random(1), small=True)
    reader = Reader(plain, world)
    reader.whole()
    return Side(plain, tuple(reader.functions), frozenset(reader.named), frozenset(reader.free))


def plain_tokens(tokens: Sequence[Token]) -> list[Token]:
    """Without fonts, and X_1, X_2 as X and Y."""
    kept, at = [], 0
    while at < len(tokens):
        token = tokens[at]
        values = [t.value for t in tokens[at : at + 5]]
        if token.kind == "command" and token.value in FONTS | WORDS:
            if values[1:4:2] == ["{", "}"]:  # \\mathbb{E}
                kept.append(tokens[at + 2])
                at += 3
        elif values[:2] == ["X", "_"] and (script := script_of(values[2:])):
            kept.append(Token("name", SUBSCRIPTED[script], token.start, token.end))
            at += 4 if values[2] == "{" else 2
        elif token.value not in FUNCTIONS and token.kind == "name" and is_product(token.value):
            kept += (Token("name", letter, token.start, token.end) for letter in token.value)
        else:
            kept.append(token)
        at += 1
    return kept


def is_product(name: str) -> bool:
    """Whether a run of letters is one of variables, constants and a function's letter: aE, XY."""
    return SPLIT.issuperset(name)


def script_of(values: list[str]) -> str:
    """The script that follows, in braces or not, if it tells variables apart."""
    script = values[1] if values[:1] == ["{"] and values[2:3] == ["}"] else "".join(values[:1])
    return script if script in SUBSCRIPTED else ""


def may_be_identity(left: Sequence[Token]) -> bool:
    """Whether a left side has one of the functions: a quick look."""
    return len(left) > 3 and any(
        token.value in FUNCTIONS and following.value in ("(", "[", "{", "}")
        for token, following in pairwise(left)
    )


def worlds(sides: tuple[Side, Side]) -> Iterator[list[World]]:
    """The joint distributions of each kind in which an identity may be meant to hold."""
    named = frozenset(sides[0].named | sides[1].named)
    for kind in kinds(*sides):
        source = random.Random(7)
        yield [make_world(named, kind, source) for _ in range(DRAWS)]


def kinds(left: Side, right: Side) -> list[str]:
    """What may be meant to hold of the variables: nothing that makes a part of an identity vain."""
    found = ["general"]
    is_of_events = left.functions[0] == "P"
    is_centered = not is_of_events and right.functions.count("E") <= 1
    found += ["centered"] * is_centered
    if left.functions[0] in ("I", "Cov") or any(t.value in JOINT for t in right.tokens):
        return found
    found += ["independent"] + ["independent centered"] * is_centered
    return found + ["disjoint"] * is_of_events


def make_world(
    named: frozenset[str], kind: str, source: random.Random, small: bool = False
) -> World:
    """A random joint distribution of variables, each with a few values, or of events."""
    names = sorted(named)
    is_event = all(name in EVENTS for name in names)
    size = 1 if small else 2 if is_event else VALUES
    outcomes = list(product(range(size), repeat=len(names)))
    marginals = [[source.uniform(0.2, 1) for _ in range(size)] for _ in names]
    weights = [math.prod(m[i] for m, i in zip(marginals, o, strict=True)) for o in outcomes]
    if kind in ("general", "centered"):
        weights = [weight * source.uniform(0.1, 1) for weight in weights]
    if kind == "disjoint":
        weights = [w if sum(o) < 2 else 0.0 for w, o in zip(weights, outcomes, strict=True)]
    chances = [weight / math.fsum(weights) for weight in weights]
    levels = [[source.uniform(-2, 2) for _ in range(size)] for _ in names]
    values = {
        name: [float(o[at]) if is_event else levels[at][o[at]] for o in outcomes]
        for at, name in enumerate(names)
    }
    if kind.endswith("centered"):
        values = {name: centered(column, chances) for name, column in values.items()}
    return World(chances, values, {name: source.uniform(0.5, 2) for name in sorted(CONSTANTS)})


def centered(column: Values, chances: Values) -> Values:
    middle = math.fsum(map(math.prod, zip(column, chances, strict=True)))
    return [value - middle for value in column]


def holds(sides: tuple[Side, Side], world: World) -> bool:
    left, right = (Reader(side.tokens, world).whole() for side in sides)
    return all(
        abs(a - b) <= TOLERANCE * max(1.0, abs(a), abs(b)) for a, b in zip(left, right, strict=True)
    )


class Reader:
    """Computes one side in a world by recursive descent: a value for each outcome."""

    def __init__(self, tokens: Sequence[Token], world: World):
        self.tokens, self.world, self.at = tokens, world, 0
        self.functions: list[str] = []
        self.named: set[str] = set()
        self.free: set[str] = set()
        self.depth = 0

    @property
    def value(self) -> str:
        return self.tokens[self.at].value if self.at < len(self.tokens) else ""

    def accept(self, *values: str) -> str:
        found = self.value if self.value in values and self.value else ""
        self.at += bool(found)
        return found

    def take(self, *values: str) -> str:
        if not (found := self.accept(*values)):
            raise Unreadable(f"{values} is missing")
        return found

    def whole(self) -> Values:
        made = self.sum()
        if self.value not in ("", "."):
            raise Unreadable(self.value)
        return made

    def sum(self) -> Values:
        left = [-x for x in self.term()] if self.accept("-") else self.term()
        while sign := self.accept("+", "-"):
            right = self.term()
            left = [a + b if sign == "+" else a - b for a, b in zip(left, right, strict=True)]
        return left

    def term(self) -> Values:
        left = self.power()
        while True:
            if self.accept("/"):
                left = [a / b for a, b in zip(left, self.power(), strict=True)]
            elif self.accept("*", "·") or self.starts_factor():
                left = [a * b for a, b in zip(left, self.power(), strict=True)]
            else:
                return left

    def starts_factor(self) -> bool:
        if self.at >= len(self.tokens):
            return False
        token = self.tokens[self.at]
        return token.kind in ("name", "number") or token.value in ("(", "[", "{", "frac")

    def power(self) -> Values:
        base = self.primary()
        if self.accept("^"):
            braces = self.accept("{")
            if self.take("2", "3") and braces:
                self.take("}")
            exponent = int(self.tokens[self.at - 1 - bool(braces)].value)
            base = [x**exponent for x in base]
        return base

    def primary(self) -> Values:
        if self.at >= len(self.tokens):
            raise Unreadable("something is missing")
        token = self.tokens[self.at]
        self.at += 1
        if token.kind == "number":
            return self.all_of(float(token.value))
        if token.value in ("(", "[", "{"):
            inner = self.sum()
            self.take(")", "]", "}")
            return inner
        if token.value == "frac":
            over = self.primary()
            return [a / b for a, b in zip(over, self.primary(), strict=True)]
        if token.kind == "name" and token.value in FUNCTIONS and self.value in ("(", "[", "{", "}"):
            return self.function(SPELLED.get(token.value, token.value))
        return self.symbol(token.value)

    def all_of(self, number: float) -> Values:
        return [number] * len(self.world.chances)

    def symbol(self, name: str) -> Values:
        """A variable or a constant."""
        if name in self.world.constants and self.value != "_":
            return self.all_of(self.world.constants[name])
        if name not in VARIABLES or self.value == "_":
            raise Unreadable(name)
        return self.variable(name)

    def variable(self, name: str) -> Values:
        self.named.add(name)
        self.free.add(name)
        return self.world.values[name]

    def function(self, name: str) -> Values:
        """`E[… | Y]`, `H(X, Y | Z)`."""
        self.functions.append(name)
        self.accept("}")
        self.depth += 1
        opening = self.take("(", "[", "{")
        if name == "P":
            made = self.all_of(self.chance())
        else:
            arguments = [self.sum()]
            while self.accept(",", ";"):
                arguments.append(self.sum())
            made = self.computed(name, arguments, self.given())
        self.take({"(": ")", "[": "]", "{": "}"}[opening])
        self.depth -= 1
        return made

    def given(self) -> list[Values]:
        """The variables behind a bar; they are not free unless they stand elsewhere, too."""
        if not self.accept("|"):
            return []
        before = set(self.free)
        columns = [self.symbol(self.name())]
        while self.accept(","):
            columns.append(self.symbol(self.name()))
        self.free = before
        return columns

    def name(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1].value

    # -- what functions are ---------------------------------------------------------------------

    def computed(self, name: str, arguments: list[Values], given: list[Values]) -> Values:
        count = len(arguments)
        if name == "H":
            return self.all_of(self.entropy([*arguments, *given]) - self.entropy(given))
        if name == "I" and count == 2:
            one, two = arguments
            parts = ([one, *given], [two, *given], [one, two, *given], given)
            a, b, both, rest = map(self.entropy, parts)
            return self.all_of(a + b - both - rest)
        if name == "E" and count == 1:
            return self.mean(arguments[0], given)
        if name == "Var" and count == 1:
            return self.covariance(arguments[0], arguments[0], given)
        if name == "Cov" and count == 2:
            return self.covariance(*arguments, given)
        raise Unreadable(name)

    def groups(self, given: list[Values]) -> list[tuple[float, ...]]:
        """The outcomes' keys by what is given."""
        return [tuple(round(c[at], 9) for c in given) for at in range(len(self.world.chances))]

    def mean(self, column: Values, given: list[Values]) -> Values:
        keys, sums, totals = self.groups(given), {}, {}
        for key, value, chance in zip(keys, column, self.world.chances, strict=True):
            sums[key] = sums.get(key, 0.0) + value * chance
            totals[key] = totals.get(key, 0.0) + chance
        return [sums[key] / totals[key] for key in keys]

    def covariance(self, a: Values, b: Values, given: list[Values]) -> Values:
        both = self.mean([x * y for x, y in zip(a, b, strict=True)], given)
        columns = zip(both, self.mean(a, given), self.mean(b, given), strict=True)
        return [c - x * y for c, x, y in columns]

    def entropy(self, columns: list[Values]) -> float:
        totals: dict[tuple[float, ...], float] = {}
        for key, chance in zip(self.groups(columns), self.world.chances, strict=True):
            totals[key] = totals.get(key, 0.0) + chance
        return -math.fsum(p * math.log(p) for p in totals.values() if p > 0)

    # -- events ---------------------------------------------------------------------------------

    def chance(self) -> float:
        """`A ∪ B`, `A ∩ B`, `A, B` or `A | B` in the brackets of P."""
        event = self.event()
        while sign := self.accept("∪", "∩", ","):
            other = self.event()
            pairs = zip(event, other, strict=True)
            event = [max(a, b) if sign == "∪" else min(a, b) for a, b in pairs]
        chances = self.world.chances
        if not self.accept("|"):
            return math.fsum(map(math.prod, zip(event, chances, strict=True)))
        given = self.event()
        both = math.fsum(map(math.prod, zip(event, given, chances, strict=True)))
        return both / math.fsum(map(math.prod, zip(given, chances, strict=True)))

    def event(self) -> Values:
        if self.accept("¬"):
            return [1 - x for x in self.event()]
        name = self.name()
        if name not in EVENTS or name not in self.world.values:
            raise Unreadable(name)
        return self.variable(name)
