"""Arithmetic expressions: parsed from tokens into a small tree, evaluated without rounding errors.

`parse` reads the longest expression at the start of a run of tokens. A tree keeps every name it
meets (`TP`, `recall`, f(x)) as a symbol; an expression that holds one has no value. Sums, products,
quotients and integer powers are exact fractions; roots, logarithms and exponentials are intervals
that hold the true value.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from unicodedata import normalize

from hooks.quantity import MINUS, Quantity
from hooks.tokens import DIVIDE, MULTIPLY, VULGAR, Token
from hooks.units import Unit, unit_named

Interval = tuple[Fraction, Fraction]

LARGEST_BITS = 10_000  # of a numerator or denominator: no expression takes long
DEEPEST = 40  # brackets, signs and exponents inside each other
LONGEST = 200  # operands of one expression
MOST_UNITS = 2
FLOAT_ERROR = Fraction(1, 10**12)  # relative; what a float function may be off, amply
PERCENT = Fraction(1, 100)
FRACTION_OF = {sign: Fraction(normalize("NFKC", sign).replace("⁄", "/")) for sign in VULGAR}
SUPER_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
SUB_DIGITS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


@dataclass(frozen=True)
class Reading:
    """How to read what can be written in more than one way; one reading holds for a whole chain.

    log_base: of `log` without a base.
    kilo: what K, M and G stand for in units: 1000, 1024, or 1 where units are mere names.
    values: what a written number stands for, where it is not itself (a rounded result).
    """

    log_base: int | None = None
    kilo: int = 1
    values: dict[Fraction, Fraction] = field(default_factory=dict)


# -- the tree -------------------------------------------------------------------------------------


class Node:
    """A part of an expression.

    evaluate: the interval that holds the value, or None if there is none: a symbol, a division by
        zero, a number too large to bother.
    """

    parts: tuple["Node", ...] = ()

    def evaluate(self, reading: Reading) -> Interval | None:
        return None

    def walk(self) -> Iterator["Node"]:
        """This node and all below it."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True)
class Number(Node):
    """A written number, percent sign included."""

    quantity: Quantity

    def evaluate(self, reading: Reading) -> Interval:
        value = self.quantity.value
        value = reading.values.get(value, value)
        return value, value

    def __str__(self) -> str:
        return self.quantity.text


@dataclass(frozen=True)
class Symbol(Node):
    """A name, or anything else without a value."""

    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Negative(Node):
    part: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.part,)

    def evaluate(self, reading: Reading) -> Interval | None:
        inner = self.part.evaluate(reading)
        return inner and (-inner[1], -inner[0])

    def __str__(self) -> str:
        return f"-{enclosed(self.part, 2)}"


@dataclass(frozen=True)
class Binary(Node):
    """left op right, with op one of + − × / ^ and ± (which has no value)."""

    op: str
    left: Node
    right: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        return self.left, self.right

    def evaluate(self, reading: Reading) -> Interval | None:
        if self.op == "×" and is_two(self.left) and self.right == Symbol("π"):
            return near(2 * math.pi)
        if self.op == "^" and self.left == Symbol("e"):
            return exponential(self.right.evaluate(reading))
        left = self.left.evaluate(reading)
        right = left and self.right.evaluate(reading)
        if not right:
            return None
        result = OPERATIONS[self.op](left, right)
        return result if result and small(result) else None

    def __str__(self) -> str:
        rank = RANKS[self.op]
        left, right = enclosed(self.left, rank), enclosed(self.right, rank + (self.op in "−/"))
        if self.op == "^":
            base = left if rank_of(self.left) > rank else f"({self.left})"
            exponent = str(self.right) if is_signed_number(self.right) else enclosed(self.right, 4)
            return f"{base}^{exponent}"
        return (
            f"{left}/{right}" if self.op == "/" else f"{left} {SHOWN.get(self.op, self.op)} {right}"
        )


@dataclass(frozen=True)
class Call(Node):
    """A function of arguments; it has a value if FUNCTIONS knows it."""

    name: str
    parts: tuple[Node, ...]

    def evaluate(self, reading: Reading) -> Interval | None:
        if self.name not in FUNCTIONS:
            return None
        values = [part.evaluate(reading) for part in self.parts]
        if not values or None in values:
            return None
        if self.name == "log" and len(values) == 1:
            return logarithm(reading.log_base, values[0])
        try:
            return FUNCTIONS[self.name](*values)
        except TypeError:  # a function with as many arguments as it does not take
            return None

    def __str__(self) -> str:
        if len(self.parts) == 1 and self.name in ENCLOSING:
            return ENCLOSING[self.name].format(self.parts[0])
        if len(self.parts) == 1 and self.name in TIGHT:
            return TIGHT[self.name].format(enclosed(self.parts[0], 4))
        if len(self.parts) == 2 and self.name in ("log", "sqrt"):
            return f"{self.name}{self.parts[0]}({self.parts[1]})"
        return f"{self.name}({', '.join(map(str, self.parts))})"


@dataclass(frozen=True)
class Measure(Node):
    """A quantity with a unit or a counted noun: `40 GB`, `3 layers`, `7B`."""

    part: Node
    unit: Unit

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.part,)

    def evaluate(self, reading: Reading) -> Interval | None:
        inner = self.part.evaluate(reading)
        return inner and times(inner, point(self.unit.scale(reading.kilo)))

    def __str__(self) -> str:
        return f"{enclosed(self.part, 3)}{'' if self.unit.doubtful else ' '}{self.unit.name}"


@dataclass(frozen=True)
class Percent(Node):
    """An expression in percent: (10/50)%."""

    part: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.part,)

    def evaluate(self, reading: Reading) -> Interval | None:
        inner = self.part.evaluate(reading)
        return inner and times(inner, point(PERCENT))

    def __str__(self) -> str:
        return f"({self.part})%"


def rank_of(node: Node) -> int:
    """How tightly a node binds in writing: a sum 1, a product or sign 2, a power 3, the rest 4."""
    if isinstance(node, Binary):
        return RANKS[node.op]
    return 2 if isinstance(node, Negative | Measure) else 4


def enclosed(node: Node, rank: int) -> str:
    return f"({node})" if rank_of(node) < rank else str(node)


def is_signed_number(node: Node) -> bool:
    return isinstance(node, Negative) and isinstance(node.part, Number)


ENCLOSING = {"abs": "|{}|", "floor": "⌊{}⌋", "ceil": "⌈{}⌉"}
TIGHT = {"sqrt": "√{}", "factorial": "{}!"}
SHOWN = {"−": "-"}
RANKS = {"+": 1, "−": 1, "±": 1, "×": 2, "/": 2, "^": 3}


# -- values ---------------------------------------------------------------------------------------


def point(value: Fraction | int) -> Interval:
    value = Fraction(value)
    return value, value


def near(value: float) -> Interval:
    """The interval around a float that surely holds the number it stands for."""
    exact = Fraction(value)
    error = abs(exact) * FLOAT_ERROR
    return exact - error, exact + error


def small(interval: Interval) -> bool:
    return all(
        max(end.numerator.bit_length(), end.denominator.bit_length()) < LARGEST_BITS
        for end in interval
    )


def plus(a: Interval, b: Interval) -> Interval:
    return a[0] + b[0], a[1] + b[1]


def minus(a: Interval, b: Interval) -> Interval:
    return a[0] - b[1], a[1] - b[0]


def times(a: Interval, b: Interval) -> Interval:
    if a[0] == a[1] and b[0] == b[1]:
        return point(a[0] * b[0])
    ends = [x * y for x in a for y in b]
    return min(ends), max(ends)


def over(a: Interval, b: Interval) -> Interval | None:
    if b[0] <= 0 <= b[1]:
        return None
    return times(a, (1 / b[1], 1 / b[0]))


def power(base: Interval, exponent: Interval) -> Interval | None:
    """base^exponent: exact for integer exponents, by logarithms for others of a positive base."""
    if exponent[0] != exponent[1] or exponent[0].denominator != 1:
        return exponential(times(logged, exponent)) if (logged := natural(base)) else None
    n = exponent[0].numerator
    bits = max(max(e.numerator.bit_length(), e.denominator.bit_length()) for e in base)
    if abs(n) * bits > LARGEST_BITS or (n < 0 and base[0] <= 0 <= base[1]):
        return None
    ends = [base[0] ** n, base[1] ** n]
    straddles = n > 0 and n % 2 == 0 and base[0] < 0 < base[1]
    return (Fraction(0) if straddles else min(ends)), max(ends)


def monotone(function: Callable[[float], float], interval: Interval | None) -> Interval | None:
    """A rising float function of an interval; None outside its domain."""
    if interval is None:
        return None
    try:
        low, high = near(function(float(interval[0]))), near(function(float(interval[1])))
    except (ValueError, OverflowError):
        return None
    return low[0], high[1]


def natural(interval: Interval | None) -> Interval | None:
    return monotone(math.log, interval)


def exponential(interval: Interval | None) -> Interval | None:
    if interval == point(0):
        return point(1)
    return monotone(math.exp, interval)


def logarithm(base: int | None, interval: Interval) -> Interval | None:
    """The logarithm to a base, to e for None. Exact for the powers of the base."""
    if base is None:
        return natural(interval)
    result = monotone(lambda x: math.log(x) / math.log(base), interval)
    if result and interval[0] == interval[1]:
        whole = round(result[0])
        if Fraction(base) ** whole == interval[0]:
            return point(whole)
    return result


def log_of(base: Interval, argument: Interval) -> Interval | None:
    """log(base, argument): what `log_2 8` is parsed into."""
    if base[0] != base[1] or base[0].denominator != 1 or base[0] <= 1:
        return None
    return logarithm(int(base[0]), argument)


def root(*arguments: Interval) -> Interval | None:
    """sqrt(x) or sqrt(n, x), exact for squares and other perfect powers."""
    n = arguments[0] if len(arguments) == 2 else point(2)
    interval = arguments[-1]
    if n[0] != n[1] or n[0].denominator != 1 or not 1 < n[0] < 100 or interval[0] < 0:
        return None
    degree = int(n[0])
    if interval[0] == interval[1]:
        value = interval[0]
        exact = Fraction(whole_root(value.numerator, degree), whole_root(value.denominator, degree))
        if exact**degree == value:
            return point(exact)
    return monotone(lambda x: x ** (1 / degree), interval)


def whole_root(number: int, degree: int) -> int:
    """The integer nearest below the root of `number`, at least 1 for positive numbers."""
    if degree == 2:
        return math.isqrt(number)
    try:
        return round(float(number) ** (1 / degree))
    except OverflowError:
        return 1


def factorial(interval: Interval) -> Interval | None:
    n = interval[0]
    whole = n == interval[1] and n.denominator == 1 and 0 <= n <= 300
    return point(math.factorial(int(n))) if whole else None


def binomial(n: Interval, k: Interval) -> Interval | None:
    whole = all(x[0] == x[1] and x[0].denominator == 1 and 0 <= x[0] <= 1000 for x in (n, k))
    return point(math.comb(int(n[0]), int(k[0]))) if whole else None


def absolute(interval: Interval) -> Interval:
    low, high = sorted(map(abs, interval))
    return (Fraction(0), high) if interval[0] < 0 < interval[1] else (low, high)


OPERATIONS = {"+": plus, "−": minus, "×": times, "/": over, "^": power, "±": lambda a, b: None}

FUNCTIONS: dict[str, Callable[..., Interval | None]] = {
    "log": log_of,
    "ln": natural,
    "log2": lambda x: logarithm(2, x),
    "log10": lambda x: logarithm(10, x),
    "lg": lambda x: logarithm(10, x),
    "exp": exponential,
    "tanh": lambda x: monotone(math.tanh, x),
    "sigmoid": lambda x: monotone(lambda z: 1 / (1 + math.exp(-z)), x),
    "sqrt": root,
    "binom": binomial,
    "factorial": factorial,
    "abs": absolute,
    "floor": lambda x: (Fraction(math.floor(x[0])), Fraction(math.floor(x[1]))),
    "ceil": lambda x: (Fraction(math.ceil(x[0])), Fraction(math.ceil(x[1]))),
    "min": lambda *xs: (min(x[0] for x in xs), min(x[1] for x in xs)),
    "max": lambda *xs: (max(x[0] for x in xs), max(x[1] for x in xs)),
}


def is_function(word: str) -> bool:
    """Whether a word names a function that can be evaluated: log2, log_2, Exp."""
    return function_name(word) in FUNCTIONS


def function_name(word: str) -> str:
    return word.lower().replace("_", "")


# What can stand between a number and a sign without being what is counted.
NOT_NOUNS = frozenset(
    [
        "and",
        "are",
        "but",
        "for",
        "from",
        "not",
        "per",
        "than",
        "that",
        "the",
        "then",
        "times",
        "was",
        "were",
        "which",
        "with",
    ]
)
BRACKETS = {"⌊": ("⌋", "floor"), "⌈": ("⌉", "ceil"), "|": ("|", "abs")}


# -- literals -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Literal:
    """A member that is one written number: 0.22, −3, 22%, 3.2 × 10^-4, 40 GB."""

    quantity: Quantity
    unit: Unit | None = None


def literal(node: Node) -> Literal | None:
    """The one written number that `node` is, or None."""
    match node:
        case Number(quantity):
            return Literal(quantity)
        case Negative(part) if inner := literal(part):
            q = inner.quantity
            return Literal(Quantity(-q.high, -q.low, q.exact, f"-{q.text}"), inner.unit)
        case Measure(part, unit) if (inner := literal(part)) and inner.unit is None:
            return Literal(inner.quantity, unit)
        case Binary("×", Number(mantissa), Binary("^", Number(ten), exponent)):
            power = literal(exponent)
            if ten.text == "10" and power and power.quantity.exact:
                return scientific(mantissa, power.quantity)
    return None


def scientific(mantissa: Quantity, power: Quantity) -> Literal | None:
    try:
        return Literal(Quantity.written(f"{mantissa.text} × 10^{int(power.value)}"))
    except ValueError:
        return None


def is_two(node: Node) -> bool:
    return isinstance(node, Number) and node.quantity.text == "2"


# -- the parser -----------------------------------------------------------------------------------


class NotAnExpression(Exception):
    """The tokens do not start with an expression."""


def parse(tokens: Sequence[Token], start: int = 0, end: int | None = None) -> tuple[Node, int]:
    """The longest expression at `start`, and where it ends. Raises NotAnExpression."""
    parser = Parser(tokens, start, len(tokens) if end is None else end)
    return parser.sum(), parser.at


class Parser:
    """Recursive descent over tokens; `at` is the position of the next one."""

    def __init__(self, tokens: Sequence[Token], start: int, end: int):
        self.tokens = tokens
        self.at = start
        self.end = end
        self.depth = 0
        self.operations = 0

    def peek(self, ahead: int = 0) -> Token | None:
        position = self.at + ahead
        return self.tokens[position] if position < self.end else None

    def is_next(self, kind: str, values: str = "") -> bool:
        token = self.peek()
        return token is not None and token.kind == kind and (not values or token.value in values)

    def take(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def sum(self) -> Node:
        node = self.product()
        while self.is_next("op", f"+±∓{MINUS}"):
            op = self.take()
            right = self.product()
            if is_range(op, node, right):
                node = Symbol(f"{node}–{right}")
            else:
                sign = "−" if op.value in MINUS else "+" if op.value == "+" else "±"
                node = Binary(sign, node, right)
        return node

    def product(self) -> Node:
        node = self.signed()
        divided = False
        while token := self.peek():
            if token.kind == "op" and token.value in MULTIPLY:
                self.take()
                node = Binary("×", node, self.signed())
            elif token.kind == "op" and token.value in DIVIDE:
                self.take()
                right = self.signed()
                node = Symbol("?/?/?") if is_split(token, node, right) else quotient(node, right)
                divided = True
            elif self.is_share(node):
                self.take()
                node = Binary("×", node, self.powered())
            elif self.multiplies_silently(token):
                mixed = isinstance(node, Number) and token.value == "frac"
                right = self.powered()
                # 1/2(3) and 2½ can be read in two ways: neither is taken
                node = Symbol("?") if divided or mixed else Binary("×", node, right)
            else:
                break
        return node

    def is_share(self, node: Node) -> bool:
        """Whether `of` multiplies: 20% of 500."""
        after = self.peek(1)
        if not self.is_next("word") or self.peek().value != "of" or after is None:
            return False
        is_percentage = isinstance(node, Number) and node.quantity.text.endswith("%")
        return is_percentage and after.kind == "number"

    def multiplies_silently(self, token: Token) -> bool:
        """Whether an operand follows directly: 2(3 + 4), (a)(b), 2√3, and 2xy in LaTeX."""
        if token.kind in ("word", "open") and self.starts_known_function():
            return True
        if token.kind == "op" and token.value == "√":
            return True
        if token.kind in ("open", "word"):
            return not token.gap or (token.math and self.tokens[self.at - 1].math)
        return token.kind == "unknown" and not token.gap

    def starts_known_function(self) -> bool:
        token, after = self.peek(), self.peek(1)
        if token.kind != "word" or after is None:
            return False
        if not is_function(token.value):
            return False
        return after.kind in ("open", "number", "sub") or (
            after.kind == "op" and after.value == "√"
        )

    def signed(self) -> Node:
        negative = False
        while self.is_next("op", f"+{MINUS}"):
            negative ^= self.take().value != "+"
        node = self.powered()
        return Negative(node) if negative else node

    def powered(self) -> Node:
        """An operand and its exponents. Raises NotAnExpression where it goes too deep or on."""
        self.depth += 1
        self.operations += 1
        if self.depth > DEEPEST or self.operations > LONGEST:
            raise NotAnExpression
        node = self.postfixed()
        if self.is_next("super"):
            exponent = self.take().value.translate(SUPER_DIGITS)
            node = Binary("^", node, self.number(exponent))
        if self.is_next("op", "^"):
            self.take()
            node = Binary("^", node, self.signed())
        self.depth -= 1
        return self.measured(node)

    def postfixed(self) -> Node:
        node = self.operand()
        while token := self.peek():
            if token.kind == "percent" and not self.is_modulo():
                self.take()
                node = percent(node)
            elif token.kind == "op" and token.value == "!" and not token.gap:
                self.take()
                node = Call("factorial", (node,))
            elif token.kind == "sub":
                self.take()
                node = Symbol(f"{node}_{token.value}")
            else:
                break
        return node

    def is_modulo(self) -> bool:
        after = self.peek(1)
        return after is not None and after.kind in ("number", "open") and not after.math

    def measured(self, node: Node) -> Node:
        """`node` with the units that follow, if any do: 1.5 million parameters."""
        for _ in range(MOST_UNITS):
            token = self.peek()
            if token is None or token.kind != "word" or token.gap == "\n":
                break
            name, length = self.unit_words()
            unit = unit_named(name, attached=not token.gap)
            may_be_noun = isinstance(node, Number) and self.counts(length)
            if isinstance(node, Symbol) or (unit is None and not may_be_noun):
                break
            self.at += length
            node = Measure(node, unit or Unit(name))
        return node

    def unit_words(self) -> tuple[str, int]:
        """The words that may be a unit, and how many they are: `percentage points` are two."""
        first, second = self.peek(), self.peek(1)
        if second is not None and second.kind == "word" and second.gap == " ":
            both = f"{first.value} {second.value}"
            if unit_named(both):
                return both, 2
        return first.value, 1

    def counts(self, length: int) -> bool:
        """Whether any word may be a noun here: 32 heads × 128, (3 cats + 2 dogs)."""
        token, after = self.peek(), self.peek(length)
        if token.math and not token.value.isalpha():
            return False
        if after is None or len(token.value) < 3 or self.starts_known_function():
            return False
        if token.value.lower() in NOT_NOUNS:
            return False
        return after.kind == "close" or (after.kind == "op" and after.value not in "^√!")

    def operand(self) -> Node:
        token = self.peek()
        if token is None:
            raise NotAnExpression
        match token.kind:
            case "number":
                return self.mixed(self.take().value)
            case "vulgar":
                text = self.take().value
                return Number(Quantity.of(FRACTION_OF[text], text))
            case "currency" if (after := self.peek(1)) and after.kind == "number":
                self.take()
                return self.number(self.take().value)
            case "open":
                return self.bracket()
            case "op" if token.value == "√":
                self.take()
                return Call("sqrt", (self.powered(),))
            case "word":
                return self.word()
            case "unknown":
                return Symbol(self.take().value)
        raise NotAnExpression

    def mixed(self, text: str) -> Node:
        """A number, with the fraction directly behind it: 66⅔."""
        whole = self.number(text)
        if not self.is_next("vulgar") or self.peek().gap or not isinstance(whole, Number):
            return whole
        sign = self.take().value
        return Number(Quantity.of(whole.quantity.value + FRACTION_OF[sign], f"{text}{sign}"))

    def number(self, text: str) -> Node:
        try:
            return Number(Quantity.written(text))
        except ValueError:
            return Symbol(text)

    def bracket(self) -> Node:
        opening = self.take()
        close, name = BRACKETS.get(opening.value, ("", ""))
        start, depth = self.at, self.depth
        try:
            inner = self.sum()
            if self.is_next("close", close):
                self.take()
                plain = opening.value in ("(", "[", "", "frac")
                return inner if plain else Call(name, (inner,)) if name else Symbol("{…}")
        except NotAnExpression:
            pass
        self.at, self.depth = start, depth
        self.skip_bracket()
        return Symbol("(…)")

    def skip_bracket(self) -> None:
        """Go behind the bracket that closes the one just opened. Raises NotAnExpression."""
        depth = 1
        while depth:
            if self.peek() is None:
                raise NotAnExpression
            kind = self.take().kind
            depth += (kind == "open") - (kind == "close")

    def word(self) -> Node:
        token = self.take()
        name = function_name(token.value) if is_function(token.value) else token.value
        index = self.take().value if self.is_next("sub") else ""
        if name in FUNCTIONS and not self.is_next("op", "^") and not self.is_next("super"):
            called = self.function(name, index)
            if called:
                return called
        if index:
            name = f"{name}_{index}"
        if self.is_next("open") and (not self.peek().gap or self.peek().math):
            return Call(name, self.arguments(silent=True))
        while not token.math and self.is_next("word") and self.peek().gap == " ":
            name = f"{name} {self.take().value}"  # true positives
        return Symbol(name)

    def function(self, name: str, index: str) -> Node | None:
        """A known function with its arguments; None if the word is only a word here."""
        base = ()
        if index:
            digits = index.translate(SUB_DIGITS)
            if name != "log" or not digits.isdigit():
                return None
            base = (self.number(digits),)
        if self.is_next("open") and self.peek().value != "frac":
            return Call(name, base + self.arguments())
        if self.is_bare_argument():
            argument = self.powered()
            if self.is_next("op", DIVIDE) and isinstance(argument, Number):
                return Symbol(f"{name} {argument}")  # log 1/2 can be read in two ways
            return Call(name, (*base, argument))
        return None

    def is_bare_argument(self) -> bool:
        token = self.peek()
        if token is None:
            return False
        if token.kind in ("number", "vulgar") or (token.kind == "op" and token.value == "√"):
            return True
        return token.math and token.kind in ("open", "word")

    def arguments(self, silent: bool = False) -> tuple[Node, ...]:
        """The arguments in a bracket; with `silent` an unreadable one is one unknown."""
        self.take()
        start, depth = self.at, self.depth
        given: list[Node] = []
        try:
            while True:
                given.append(self.sum())
                if not self.is_next("comma"):
                    break
                self.take()
            if self.is_next("close"):
                self.take()
                return tuple(given)
        except NotAnExpression:
            pass
        self.at, self.depth = start, depth
        self.skip_bracket()
        return (Symbol("…"),)


def percent(node: Node) -> Node:
    """`node` in percent; a number keeps the precision it was written with."""
    if not isinstance(node, Number) or node.quantity.text.endswith("%"):
        return Percent(node)
    q = node.quantity
    is_whole = q.exact and q.value.denominator == 1
    half = PERCENT / 2 if is_whole else (q.high - q.low) * PERCENT / 2
    middle = q.value * PERCENT
    return Number(Quantity(middle - half, middle + half, not half, f"{q.text}%"))


def quotient(left: Node, right: Node) -> Node:
    """left/right; a unit at the end belongs to the whole of it: 1/6 day."""
    match left, right:
        case Number(), Measure(Number() as number, unit):
            return Measure(Binary("/", left, number), unit)
    return Binary("/", left, right)


def is_split(op: Token, left: Node, right: Node) -> bool:
    """Whether slashes only set numbers apart: 70/15/15, 10/12/2024, and not 10 / 5 / 2."""
    if op.gap or op.math or not isinstance(right, Number) or not right.quantity.exact:
        return False
    return isinstance(left, Binary) and left.op == "/" and isinstance(left.left, Number)


def is_range(op: Token, left: Node, right: Node) -> bool:
    """Whether a dash between two numbers says from–to: 10–20, 2020-2021, and not 100-1."""
    if op.gap or op.math or op.value not in "-–":
        return False
    if not isinstance(left, Number) or not isinstance(right, Number):
        return False
    return op.value == "–" or left.quantity.value < right.quantity.value
