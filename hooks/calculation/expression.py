"""Arithmetic expressions, parsed from tokens: the longest one at the start of a run of them."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from unicodedata import normalize

from hooks.calculation.interval import FUNCTIONS
from hooks.calculation.quantity import MINUS, Quantity
from hooks.calculation.tokens import DIVIDE, MULTIPLY, RATIO, VULGAR, Token
from hooks.calculation.tree import (
    MOST_TERMS,
    PERCENT,
    Binary,
    Call,
    Listed,
    Measure,
    Negative,
    Node,
    Number,
    Percent,
    Series,
    Symbol,
    called_name,
    function_name,
    is_function,
    literal,
)
from hooks.calculation.units import PHYSICAL, Unit, unit_named
from hooks.language.wording import listed
from hooks.pattern import Pattern

DEEPEST = 40  # brackets, signs and exponents inside each other
LONGEST = 200  # operands of one expression
MOST_UNITS = 2
FRACTION_OF = {sign: Fraction(normalize("NFKC", sign).replace("⁄", "/")) for sign in VULGAR}
SUPER_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
SUB_DIGITS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")

# What can stand between a number and a sign without being what is counted.
NOT_NOUNS = listed(
    "and are although because but for from given gives has have hence if into is minus not our per "
    "plus since than that the their then there therefore thus times versus was were when where "
    "whereas which while with without yields "
    "costs gets leaves makes means needs pays takes "  # verbs: "1 % costs −ln(0.01)"
    "auc auroc roc tpr fpr tnr fnr ppv npv fdr mse rmse mae mape sse ssr sst mcc iou map mrr rss"
)
COUNTED_ONE = Pattern(r"(?!total|sum|all|size|count|number|num)[a-z]{3,14}(?<!s)|GPU|CPU|TPU|class")
BRACKETS = {"⌊": ("⌋", "floor"), "⌈": ("⌉", "ceil"), "|": ("|", "abs"), "‖": ("‖", "norm")}
OF_VECTORS = ("(", "[", "⟨")
ROOTS = "√∛"
DOTS = "·⋅∙"
TRANSPOSES = ("T", "⊤", "\\top", "\\intercal")
SERIES = {"\\sum": "+", "\\prod": "×"}
INDEX = Pattern(r"([a-z])=(-?\d{1,3})")
ORDERS = {"2": "norm", "1": "norm1", "∞": "norm∞", "\\infty": "norm∞"}


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
        self.indices: set[str] = set()  # of the series that is being read

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
            if token.kind == "op" and token.value in MULTIPLY and not self.is_fold(token):
                node = self.times(node, divided)
            elif token.kind == "op" and token.value in ("//", "mod"):
                self.take()
                node = Binary(token.value, node, self.signed())
            elif token.kind == "op" and token.value in DIVIDE:
                is_closed = self.tokens[self.at - 1].kind == "close"  # (11/6)/3
                self.take()
                start = self.at
                right = self.product() if token.value == RATIO else self.signed()
                of_three = any(t.value == RATIO for t in self.tokens[start : self.at])
                is_none = of_three or (is_split(token, node, right) and not is_closed)
                node = Symbol("?/?/?") if is_none else quotient(node, right)
                divided = True
            elif self.is_share(node):
                self.take()
                node = Binary("×", node, self.powered())
            elif self.multiplies_silently(token):
                mixed = isinstance(node, Number) and token.value == "frac"
                right = self.powered()
                # 1/2(3) and 2½ can be read in two ways: neither is taken
                op = "·" if is_transposed(node) else "×"
                node = Symbol("?") if divided or mixed else Binary(op, node, right)
            else:
                break
        return node

    def times(self, left: Node, divided: bool) -> Node:
        """The product of what stands before and behind the sign that comes next."""
        is_doubtful = divided and self.is_mantissa(left)
        sign, right = self.take(), self.signed()
        return Symbol("?") if is_doubtful else multiplied(sign, left, right)

    def is_fold(self, token: Token) -> bool:
        """Whether a sign ends a factor: 5.93×, and nothing is multiplied."""
        after = self.peek(1)
        ends = after is None or after.kind in ("stop", "comma", "close", "other", "relation")
        return ends and token.value == "×" and not token.gap

    def is_mantissa(self, node: Node) -> bool:
        """Whether a divisor may go on with a power of ten: 3·10⁸ / 2.4·10⁹."""
        divisor = node.right if isinstance(node, Binary) and node.op == "/" else None
        ten, power = self.peek(1), self.peek(2)
        if ten is None or power is None or ten.value != "10" or not isinstance(divisor, Number):
            return False
        is_power = power.kind == "super" or (power.kind == "op" and power.value == "^")
        return is_power and 1 <= abs(divisor.quantity.value) < 10

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
        if token.kind == "op" and token.value in ROOTS:
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
            after.kind == "op" and after.value in ROOTS
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
            node = Binary("^", node, self.number(self.take(), SUPER_DIGITS))
        if self.is_next("op", "^"):
            self.take()
            node = raised(node, self.signed())
        self.depth -= 1
        return self.measured(node)

    def postfixed(self) -> Node:
        node = self.operand()
        while token := self.peek():
            if token.kind == "percent" and not self.is_modulo():
                node = percent(node, self.take().end)
            elif token.kind == "op" and token.value == "!" and self.may_be_factorial(node):
                self.take()
                node = Call("factorial", (node,))
            elif token.kind == "sub":
                self.take()
                node = indexed(node, token.value)
            else:
                break
        return node

    def may_be_factorial(self, node: Node) -> bool:
        """Whether "!" may belong to what is before it: 3!, and not 85%!, 0.85!"""
        number = node.quantity if isinstance(node, Number) else None
        is_whole = not number or number.value.denominator == 1
        is_whole = is_whole and not (number and number.text.endswith("%"))
        return is_whole and not isinstance(node, Percent) and not self.peek().gap

    def is_modulo(self) -> bool:
        """Whether a percent sign asks for a remainder: 7 % 3, 7 % (2 + 1); not 7% (of 20)."""
        sign, after = self.peek(), self.peek(1)
        if after is None or after.math or (after.gap and not sign.gap):
            return False
        is_sum = after.kind == "open" and [
            token.kind for token in (self.peek(2), self.peek(3)) if token
        ] == ["number", "op"]
        return after.kind == "number" or is_sum

    def measured(self, node: Node) -> Node:
        """`node` with the units that follow, if any do: 1.5 million parameters, 64 per batch."""
        for _ in range(MOST_UNITS):
            token = self.peek()
            if token is None or token.kind != "word" or token.gap == "\n":
                break
            if token.value in self.indices or isinstance(node, Symbol):
                break
            name, length = self.compound_unit() or self.unit_words()
            unit = Unit(name) if length > 2 else unit_named(name, attached=not token.gap)
            if unit is None and not (is_amount(node) and self.counts(length)):
                break
            self.at += length
            node = Measure(node, unit or Unit(name))
        return self.divided(node)

    def divided(self, node: Node) -> Node:
        """`node` for each of what follows: 64 per batch, 1.5 TB/day, 10 queries per user."""
        sign, name = self.peek(), self.peek(1)
        if name is None or name.kind != "word" or not isinstance(node, Number | Measure):
            return node
        is_divisor = sign.value == "per" or (
            sign.kind == "op" and sign.value in DIVIDE and self.is_divisor(node, sign, name)
        )
        if not is_divisor or str(node).endswith("%"):
            return node
        self.at += 2
        if isinstance(node, Measure):
            return Measure(node.part, node.unit.over(name.value))
        return Measure(node, Unit("").over(name.value))

    def is_divisor(self, node: Node, sign: Token, name: Token) -> bool:
        """Whether a name behind a slash is a unit or what is counted, and no quantity."""
        after = self.peek(2)
        if after is not None and after.kind in ("open", "sub", "super") and not after.gap:
            return False
        unit = unit_named(name.value)
        if isinstance(node, Number):
            return unit is not None and unit.kind == "time" and len(name.value) > 2
        if unit is not None and unit.kind not in ("", "count"):
            return True
        is_attached = not sign.gap and not name.gap
        return is_attached and bool(COUNTED_ONE.fullmatch(name.value))

    def compound_unit(self) -> tuple[str, int] | None:
        """A quotient of physical units, `t/ha`, and its length; None if none stands here."""
        first, sign, other = (self.peek(place) for place in range(3))
        if not other or first.math or sign.gap or other.gap or sign.value != "/":
            return None
        is_physical = first.gap and first.value in PHYSICAL and other.value in PHYSICAL
        return (f"{first.value}/{other.value}", 3) if is_physical else None

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
        if len(token.value) < 3 or self.starts_known_function():
            return False
        if token.value.lower() in NOT_NOUNS:
            return False
        if after is None:
            return self.ends_side(token)
        if after.value == "per":
            return True
        is_hyphen = after.value in MINUS and not after.gap  # 400 core-minutes
        is_op = after.kind == "op" and after.value not in "^√!"
        return after.kind == "close" or (is_op and not is_hyphen)

    def ends_side(self, noun: Token) -> bool:
        """Whether a plural ends the left side of an equation: 4 images × 12 batches = 48."""
        is_related = self.end < len(self.tokens) and self.tokens[self.end].kind == "relation"
        is_plural = noun.value.endswith("s") and not noun.value.endswith("ss")
        return is_related and is_plural and bool(noun.gap) and len(noun.value) > 3

    def operand(self) -> Node:
        token = self.peek()
        if token is None:
            raise NotAnExpression
        match token.kind:
            case "number":
                return self.mixed(self.take())
            case "vulgar":
                token = self.take()
                fraction = Quantity.of(FRACTION_OF[token.value], token.value)
                return Number(fraction, token.start, token.end)
            case "currency" if (after := self.peek(1)) and after.kind == "number":
                self.take()
                return self.number(self.take())
            case "open" if token.value == "matrix":
                return self.matrix()
            case "open":
                return self.bracket()
            case "op" if token.value in ROOTS:
                degree = () if self.take().value == "√" else (Number(Quantity.of(3)),)
                return Call("sqrt", (*degree, self.powered()))
            case "word":
                return self.word()
            case "unknown":
                return Symbol(self.take().value)
        raise NotAnExpression

    def mixed(self, token: Token) -> Node:
        """A number, with the fraction directly behind it: 66⅔."""
        whole = self.number(token)
        if not self.is_next("vulgar") or self.peek().gap or not isinstance(whole, Number):
            return whole
        sign = self.take()
        value = whole.quantity.value + FRACTION_OF[sign.value]
        return Number(Quantity.of(value, f"{token.value}{sign.value}"), token.start, sign.end)

    def number(self, token: Token, digits: Mapping[int, int] | None = None) -> Node:
        """The number of a token; digits: what characters other than 0 to 9 stand for."""
        text = token.value.translate(digits) if digits else token.value
        try:
            return Number(Quantity.written(text), token.start, token.end)
        except ValueError:
            return Symbol(text)

    def bracket(self) -> Node:
        opening = self.take()
        close, name = BRACKETS.get(opening.value, ("", ""))
        start, depth = self.at, self.depth
        try:
            inner = self.sum()
            if self.is_next("comma") and opening.value in OF_VECTORS:
                inner = self.listed(inner)
            if self.is_next("close", close):
                self.take()
                plain = opening.value in ("(", "[", "⟨", "", "frac")
                return inner if plain else Call(name, (inner,)) if name else Symbol("{…}")
        except NotAnExpression:
            pass
        self.at, self.depth = start, depth
        self.skip_bracket()
        return Symbol("(…)")

    def listed(self, first: Node) -> Node:
        """The parts of a vector behind its first: (1, 2, 3)."""
        parts = [first]
        while self.is_next("comma"):
            self.take()
            parts.append(self.sum())
        return Listed(tuple(parts))

    def matrix(self) -> Node:
        """A matrix of LaTeX: a bracket of rows, each a bracket."""
        self.take()
        start, depth = self.at, self.depth
        rows: list[Node] = []
        try:
            while self.is_next("open", "["):
                self.take()
                rows.append(self.listed(self.sum()))
                if not self.is_next("close", "]"):
                    raise NotAnExpression
                self.take()
                if self.is_next("comma"):
                    self.take()
            if self.is_next("close", "matrix"):
                self.take()
                return Listed(tuple(rows))
        except NotAnExpression:
            pass
        self.at, self.depth = start, depth
        self.skip_bracket()
        return Symbol("[…]")

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
        if token.value in SERIES:
            return self.series(SERIES[token.value])
        if token.value in self.indices:
            return Symbol(token.value)
        name = function_name(token.value) if is_function(token.value) else token.value
        index = self.take().value if self.is_next("sub") else ""
        is_label = token.value.isupper() and not self.is_next("open")  # LN for layer norm
        if name in FUNCTIONS and not (is_label or self.is_next("op", "^") or self.is_next("super")):
            called = self.function(name, index)
            if called:
                return called
        if index:
            name = f"{name}_{index}"
        if self.is_next("open") and (not self.peek().gap or self.peek().math):
            called = name if self.peek().gap else called_name(name)
            return Call(called, self.arguments(silent=True))
        while not token.math and self.is_next("word") and self.peek().gap == " ":
            name = f"{name} {self.take().value}"  # true positives
        return Symbol(name)

    def series(self, op: str) -> Node:
        """∑ or ∏ with its bounds and what is summed; a name where one of them is missing."""
        bounds = last = None
        while (self.is_next("sub") and not bounds) or (self.is_next("op", "^") and not last):
            if self.take().kind == "sub":
                bounds = INDEX.fullmatch(self.tokens[self.at - 1].value)
                if not bounds:
                    return Symbol("∑")
            else:
                last = literal(self.operand())
        if not bounds or not last or not last.quantity.exact or last.quantity.value > MOST_TERMS:
            return Symbol("∑")
        outer = self.indices
        self.indices = outer | {bounds[1]}
        body = self.product()
        self.indices = outer
        if self.is_next("op", f"+{MINUS}") and not self.is_series(self.peek(1)):
            return Symbol("∑")  # whether the rest is summed as well can't be told
        return Series(op, bounds[1], int(bounds[2]), int(last.quantity.value), body)

    def is_series(self, token: Token | None) -> bool:
        return token is not None and token.value in SERIES

    def function(self, name: str, index: str) -> Node | None:
        """A known function with its arguments; None if the word is only a word here."""
        base = ()
        if index:
            digits = index.translate(SUB_DIGITS)
            if name != "log" or not digits.isdecimal() or len(digits) > 3:
                return None
            base = (Number(Quantity.of(int(digits))),)
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
        if token.kind in ("number", "vulgar") or (token.kind == "op" and token.value in ROOTS):
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


def is_amount(node: Node) -> bool:
    """Whether a node is a number, or so many thousands or millions, of which a noun may follow."""
    if isinstance(node, Measure):
        return node.unit.kind == "count" and isinstance(node.part, Number)
    return isinstance(node, Number)


def percent(node: Node, end: int) -> Node:
    """`node` in percent; a number keeps the precision it was written with."""
    if not isinstance(node, Number) or node.quantity.text.endswith("%"):
        return Percent(node)
    q = node.quantity
    is_whole = q.exact and q.value.denominator == 1
    half = PERCENT / 2 if is_whole else (q.high - q.low) * PERCENT / 2
    middle = q.value * PERCENT
    quantity = Quantity(middle - half, middle + half, not half, f"{q.text}%")
    return Number(quantity, node.start, end)


def multiplied(op: Token, left: Node, right: Node) -> Node:
    """left × right; a dot between vectors is their dot product."""
    is_dot = op.value in DOTS and is_vectorial(left) and is_vectorial(right)
    return Binary("·" if is_dot else "×", left, right)


def is_vectorial(node: Node) -> bool:
    return any(isinstance(part, Listed) for part in node.walk())


def is_transposed(node: Node) -> bool:
    return isinstance(node, Call) and node.name == "transpose"


def raised(base: Node, exponent: Node) -> Node:
    """base^exponent; a vector to the T is transposed."""
    if isinstance(exponent, Symbol) and exponent.name in TRANSPOSES and is_vectorial(base):
        return Call("transpose", (base,))
    return Binary("^", base, exponent)


def indexed(node: Node, index: str) -> Node:
    """A name with an index; of a norm the index is its order."""
    if isinstance(node, Call) and node.name == "norm" and index in ORDERS:
        return Call(ORDERS[index], node.parts)
    return Symbol(f"{node}_{index}")


def quotient(left: Node, right: Node) -> Node:
    """left/right; a unit at the end belongs to the whole of it: 1/6 day, and not 900 / 4.1 M."""
    match left, right:
        case Number(), Measure(Number() as number, unit):
            is_multiple = unit.kind == "count" and unit.prefix
            if not is_multiple or max(left.quantity.value, number.quantity.value) < 10:
                return Measure(Binary("/", left, number), unit)
    return Binary("/", left, right)


def is_split(op: Token, left: Node, right: Node) -> bool:
    """Whether slashes only set numbers apart: 70/15/15, 10/12/2024, and not 10 / 5 / 2."""
    if op.gap or op.math or not isinstance(right, Number) or not right.quantity.exact:
        return False
    return isinstance(left, Binary) and left.op == "/" and isinstance(left.left, Number)


def is_range(op: Token, left: Node, right: Node) -> bool:
    """Whether a dash between two numbers says from–to: 10–20, 3.3–4 items, and not 100-1."""
    right = right.part if isinstance(right, Measure) else right
    if op.gap or op.math or op.value not in "-–":
        return False
    if not isinstance(left, Number) or not isinstance(right, Number):
        return False
    return op.value == "–" or left.quantity.value < right.quantity.value
