"""From the tokens of a formula to its tree.

What a writer leaves open is read in every way that a reader might: where a sum ends (`Σ a + b`),
what a slash divides by (`1/2n`), what a function without brackets is taken of (`log p/q`).
"""

import re
from collections.abc import Callable, Iterator, Sequence

from hooks.algebra.cases_in_words import CONDITION_WORDS, ELSE_WORDS, cases_in_words
from hooks.algebra.lexer import ACCENTS, FONTS, FUNCTIONS, WORDS, Token, Unreadable, raw
from hooks.algebra.names import key
from hooks.algebra.tree import (
    Applied,
    Bars,
    Binary,
    Call,
    Cases,
    Condition,
    Node,
    Norm,
    Number,
    Series,
    Sign,
    Symbol,
    Text,
    Transposed,
    counts_with_index,
)
from hooks.record import record

DEEPEST = 40
OF_MANY = frozenset(["var", "cov", "max", "min", "std", "corr"])  # Var(X) may be one symbol
BINOMIALS = ("binom", "dbinom", "tbinom")
OPENING = {"(": ")", "[": "]", "{": "}", "⌊": "⌋", "⌈": "⌉"}
PRODUCTS = frozenset("*·⊙@")
MEANS = frozenset(["E", "mean", "avg", "average"])
UNDER_SPECIAL = {"lg": "log", "ln": "log", "sigm": "sigmoid", "logistic": "sigmoid", "avg": "mean",
                 "average": "mean", "log2": "log", "log10": "log", "E": "mean",
                 "comb": "binom"}  # fmt: skip
BASES = {"log2": 2.0, "log10": 10.0, "lg": 10.0}
RELATIONS = frozenset("><≥≤=")
SERIES = frozenset(["Σ", "Π", "sum", "Sum"])
# Words of a sentence, which are no products of letters.
OF_LANGUAGE = frozenset(
    "a an and any as at be both by each for from has in is it its no not of on one only or over per"
    " than that the then to two was with".split()
)
LONGEST_RUN = 4  # letters of a product without signs, outside of LaTeX: 2TPFN
MOST_WORDS = 7


class Reading:
    """How what is left open is read, and which of it a formula was found to leave open.

    greedy: a sum goes on behind + and −. tight: a slash divides by all that follows it, and a
    function without brackets is taken of all that follows. To be asked only where it matters.
    """

    def __init__(self, *chosen: str):
        self.chosen = frozenset(chosen)
        self.asked: set[str] = set()

    @property
    def greedy(self) -> bool:
        self.asked.add("greedy")
        return "greedy" in self.chosen

    @property
    def tight(self) -> bool:
        self.asked.add("tight")
        return "tight" in self.chosen

    def must_equal(self, tried: "Reading") -> bool:
        """Whether a formula has no other tree in this reading than in one that was tried."""
        return tried.asked.isdisjoint(self.chosen ^ tried.chosen)


def readings_of(tokens: Sequence[Token]) -> Iterator[Reading]:
    """The readings in which these tokens may differ."""
    values = {token.value for token in tokens}
    is_tight_too = "/" in values or not values.isdisjoint(FUNCTIONS)
    for greedy in ((), ("greedy",)) if not values.isdisjoint(SERIES) else ((),):
        yield Reading(*greedy)
        if is_tight_too:
            yield Reading(*greedy, "tight")


@record
class Vocabulary:
    """What the parser must know of names.

    knows: whether a key is a name. functions: the names of functions by key.
    phrases: the first words of names of several words.
    """

    knows: Callable[[str], bool]
    functions: dict[str, str]
    phrases: frozenset[str]


def trees_of(tokens: Sequence[Token], names: Vocabulary, latex: bool) -> Iterator[Node]:
    """The trees of a whole formula, one for each way to read it, the most usual first."""
    tried: list[Reading] = []
    seen: list[Node] = []
    for reading in readings_of(tokens):
        if any(map(reading.must_equal, tried)):
            continue
        tried.append(reading)
        try:
            tree = parse(tokens, names, reading, latex)
        except (Unreadable, RecursionError, IndexError):
            continue
        if tree not in seen:
            seen.append(tree)
            yield tree


def parse(tokens: Sequence[Token], names: Vocabulary, reading: Reading, latex: bool) -> Node:
    """The tree of a whole formula. Raises Unreadable."""
    parser = Parser(tokens, names, reading, latex)
    if not latex and (cases := cases_in_words(tokens)):
        values = tuple(parser.part(list(value)) for value, _ in cases)
        return Cases(
            values, tuple(parser.condition(list(c)) if c else Condition() for _, c in cases)
        )
    tree = parser.sum()
    if parser.value:
        raise Unreadable(parser.value)
    return tree


class Parser:
    """Recursive descent over one list of tokens."""

    def __init__(self, tokens: Sequence[Token], names: Vocabulary, reading: Reading, latex: bool):
        self.tokens = list(tokens)
        if not self.tokens or self.tokens[-1].kind != "end":
            last = self.tokens[-1].end if self.tokens else 0
            self.tokens.append(Token("end", "", last, last))
        self.at = 0
        self.names, self.reading, self.latex = names, reading, latex
        self.in_bars = self.in_series = 0
        self.depth = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    @property
    def value(self) -> str:
        """The sign at hand, or a stand-in for what is none; "" at the end."""
        return self.token.value

    def is_sign(self, *values: str) -> bool:
        token = self.token
        return token.kind == "sign" and token.value in values

    def take(self, value: str) -> None:
        if not self.is_sign(value):
            raise Unreadable(f"{value} is missing")
        self.at += 1

    def accept(self, *values: str) -> bool:
        found = self.is_sign(*values)
        self.at += found
        return found

    # -- sums and products --------------------------------------------------------------------

    def sum(self) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unreadable("too deep")
        whole = self.sum_from(self.signed_term())
        self.depth -= 1
        return whole

    def sum_from(self, left: Node) -> Node:
        """A sum whose first term was read."""
        while self.is_sign("+", "-", "±"):
            op = "+" if self.value == "±" else self.value  # the upper limit stands for both
            self.at += 1
            left = Binary(op, left, self.signed_term())
        return left

    def signed_term(self) -> Node:
        if self.accept("-"):
            return Sign(self.signed_term())
        self.accept("+")
        return self.term()

    def term(self) -> Node:
        left = self.power()
        while not self.at_next_series():
            if self.token.kind == "sign" and self.value in PRODUCTS:
                op = self.value
                self.at += 1
                left = Binary(op, left, self.signed_power())
            elif self.accept("/"):
                right = self.signed_power()
                while self.starts_factor() and self.reading.tight:
                    right = Binary("*", right, self.power())
                left = Binary("/", left, right)
            elif self.starts_factor():
                left = Binary("*", left, self.power())
            else:
                break
        return left

    def at_next_series(self) -> bool:
        """Whether the sum that is being read ends before another one: `Σ a² / Σ b²`."""
        if not self.in_series:
            return False
        at = self.at + (self.token.kind == "sign" and self.value in PRODUCTS | {"/"})
        following = self.tokens[min(at, len(self.tokens) - 1)]
        is_series = following.kind == "sign" and following.value in ("Σ", "Π")
        is_next = is_series or (self.is_sign("/") and self.divides_by_series())
        return is_next and not self.reading.greedy

    def divides_by_series(self) -> bool:
        """Whether another sum stands in the brackets behind a slash: `Σ ab / (√Σa² √Σb²)`."""
        start = self.at
        self.at += 1 + (self.tokens[self.at + 1].value in ("√", "sqrt"))
        try:
            if not self.is_sign("(", "[", "{"):
                return False
            self.skip_bracket()
            return any(t.value == "Σ" and t.kind == "sign" for t in self.tokens[start : self.at])
        except Unreadable:
            return False
        finally:
            self.at = start

    def signed_power(self) -> Node:
        return Sign(self.signed_power()) if self.accept("-") else self.power()

    def starts_factor(self) -> bool:
        """Whether a factor follows without a sign."""
        token = self.token
        if token.kind == "number":
            return self.tokens[self.at - 1].kind != "number"
        if token.kind == "sign":
            return (token.value in "([{ΣΠ√⌊⌈∇∂" and token.value != "") or (
                token.value in "|‖" and not self.in_bars
            )
        return token.kind in ("name", "command") and token.value not in ("end", "begin")

    def power(self) -> Node:
        base = self.primary()
        while True:
            if self.accept("^"):
                base = self.raised(base)
            elif self.is_sign("⊤") or self.is_code_transposed():
                self.at += 1 if self.is_sign("⊤") else 2
                base = Transposed(base)
            elif self.accept("!"):
                base = Call("factorial", (base,))
            else:
                return base

    def is_code_transposed(self) -> bool:
        """`K.T` in code."""
        return self.is_sign(".") and self.tokens[self.at + 1].value == "T"

    def raised(self, base: Node) -> Node:
        """What follows `^`."""
        start = self.at
        if self.raw_script() in ("T", "⊤"):
            return Transposed(base)
        self.at = start
        if self.is_sign("{", "("):
            exponent = self.bracketed()
        elif self.accept("-"):
            exponent = Sign(self.script_primary())
        else:
            exponent = self.script_primary()
        return Binary("^", base, exponent)

    def script_primary(self) -> Node:
        """An exponent without brackets: one letter in LaTeX, a name or number elsewhere."""
        self.cut_script()
        return self.primary()

    def cut_script(self) -> None:
        """LaTeX takes one letter as a script: `X^TX` is the transpose times X."""
        token = self.token
        cuts = self.latex or (token.value[:1] == "T" and len(token.value) <= 3)
        if token.kind == "name" and len(token.value) > 1 and " " not in token.value and cuts:
            self.split(1)

    def split(self, length: int) -> None:
        """Replace the name at hand by two."""
        token = self.token
        self.tokens[self.at : self.at + 1] = [
            Token("name", token.value[:length], token.start, token.start + length, token.spaced),
            Token(
                "number" if token.value[length:].isdecimal() else "name",
                token.value[length:],
                token.start + length,
                token.end,
            ),
        ]

    def raw_script(self) -> str:
        """The script that follows as text, without braces and fonts."""
        if self.is_sign("{"):
            start = self.at
            self.skip_bracket()
            return raw(self.tokens[start + 1 : self.at - 1])
        if self.is_sign("("):
            start = self.at
            self.skip_bracket()
            return raw(self.tokens[start : self.at])
        if self.token.kind == "command":
            start = self.at
            self.at += 1
            if self.is_sign("{"):
                self.skip_bracket()
            return raw(self.tokens[start : self.at])
        self.cut_script()
        if self.token.kind == "end":
            raise Unreadable("a script is missing")
        script = self.value
        self.at += 1
        while not self.latex and self.is_sign("_") and self.tokens[self.at + 1].kind == "name":
            script += f"_{self.tokens[self.at + 1].value}"
            self.at += 2
        if script == "α" and not self.latex and self.is_half_next():
            script += "/2"
            self.at += 2
        return script

    def is_half_next(self) -> bool:
        """Whether what stands below `z_α/2` goes on."""
        following = self.tokens[self.at : self.at + 2]
        return [token.value for token in following] == ["/", "2"] and not following[0].spaced

    def skip_bracket(self) -> None:
        """Go behind the bracket that opens here."""
        depth = 0
        while self.token.kind != "end":
            depth += self.is_sign("(", "[", "{") - self.is_sign(")", "]", "}")
            self.at += 1
            if not depth:
                return
        raise Unreadable("a bracket is open")

    # -- primaries ----------------------------------------------------------------------------

    def primary(self) -> Node:
        token = self.token
        match token.kind:
            case "number":
                self.at += 1
                if self.is_sign("_"):
                    raise Unreadable("an index of a number")
                value = float(token.value)
                return Number(value / 100 if self.accept("%") else value)
            case "name":
                return self.name()
            case "command":
                return self.command()
            case "sign":
                return self.signed_primary()
        raise Unreadable("something is missing")

    def signed_primary(self) -> Node:
        sign = self.value
        if sign in OPENING:
            inner = self.bracketed()
            return Call({"⌊": "floor", "⌈": "ceil"}[sign], (inner,)) if sign in "⌊⌈" else inner
        if sign == "|":
            return self.bars()
        if sign == "‖":
            return self.norm()
        if sign == "√":
            self.at += 1
            return Call("sqrt", (self.bracketed() if self.is_sign("(", "{") else self.power(),))
        if sign in "ΣΠ":
            self.at += 1
            return self.series("sum" if sign == "Σ" else "prod")
        if sign == "∇":
            return self.gradient()
        if sign == "∂":
            return self.derivative()
        raise Unreadable(sign)

    def bracketed(self) -> Node:
        """An expression in brackets."""
        closing = OPENING[self.value]
        self.at += 1
        outer = self.in_bars, self.in_series
        self.in_bars = self.in_series = 0
        inner = self.sum()
        self.in_bars, self.in_series = outer
        if closing == "]" and self.is_sign(")"):
            raise Unreadable("brackets do not match")
        self.take(closing)
        return inner

    def bars(self) -> Node:
        start = self.at
        self.at += 1
        try:
            self.in_bars += 1
            inner = self.sum()
            self.split_double_bar()
            self.take("|")
        except Unreadable:
            self.at = start + 1
            while not self.is_sign("|"):
                if self.token.kind == "end":
                    raise
                self.at += 1
            self.at += 1
            inner = Text(raw(self.tokens[start + 1 : self.at - 1]))
        finally:
            self.in_bars -= 1
        return Bars(inner, raw(self.tokens[start : self.at]))

    def split_double_bar(self) -> None:
        """`|a||b|`: two bars that close and open."""
        token = self.token
        if token.value == "‖" and token.end - token.start == 2:
            middle = token.start + 1
            self.tokens[self.at : self.at + 1] = [
                Token("sign", "|", token.start, middle),
                Token("sign", "|", middle, token.end),
            ]

    def norm(self) -> Node:
        self.take("‖")
        self.in_bars += 1
        inner = self.sum()
        self.in_bars -= 1
        self.take("‖")
        if not self.accept("_"):
            return Norm(inner, 2.0)
        order = self.raw_script()
        if order not in ("1", "2", "F"):
            raise Unreadable("another norm")
        return Norm(inner, 1.0 if order == "1" else 2.0)

    def gradient(self) -> Node:
        """`∇L(θ_t)`, `∇_θ J(θ)`: one symbol."""
        self.at += 1
        if self.accept("_"):
            self.raw_script()
        if self.token.kind == "command" and self.value in FONTS | WORDS:
            self.at += 1
        if self.accept("{"):
            self.at += 1
            self.take("}")
        elif self.token.kind == "name":
            self.at += 1
        if self.accept("_"):
            self.raw_script()
        if self.is_sign("("):
            self.skip_bracket()
        return Symbol("∇")

    def derivative(self) -> Node:
        """`∂L/∂w`: one symbol."""
        for sign in ("∂", "/", "∂"):
            self.take(sign)
            if sign == "∂":
                if self.token.kind != "name":
                    raise Unreadable("a derivative")
                self.at += 1
                if self.accept("_"):
                    self.raw_script()
        return Symbol("∇")

    # -- commands -----------------------------------------------------------------------------

    def command(self) -> Node:
        name = self.value
        if name == "frac":
            self.at += 1
            return self.fraction()
        if name in BINOMIALS:
            self.at += 1
            over = self.argument()
            return Call("binom", (over, self.argument()))
        if name == "sqrt":
            self.at += 1
            if self.is_sign("["):
                raise Unreadable("another root")
            return Call("sqrt", (self.argument(),))
        if name in ACCENTS:
            self.at += 1
            return self.accented(ACCENTS[name])
        if name in FONTS:
            self.at += 1
            return self.scripted(self.styled())
        if name in WORDS:
            return self.words()
        if name == "begin":
            return self.cases()
        raise Unreadable(name)

    def argument(self) -> Node:
        if self.is_sign("{"):
            return self.bracketed()
        self.cut_script()
        if self.token.kind == "number" and len(self.value) > 1 and self.value.isdecimal():
            token = self.token  # \frac12
            self.tokens[self.at : self.at + 1] = [
                Token("number", token.value[0], token.start, token.start + 1),
                Token("number", token.value[1:], token.start + 1, token.end),
            ]
        return self.primary()

    def fraction(self) -> Node:
        if self.is_sign("{") and self.tokens[self.at + 1].value == "∂":
            self.skip_bracket()  # a derivative is one symbol
            self.skip_bracket()
            return Symbol("∇")
        over = self.argument()
        return Binary("/", over, self.argument())

    def accented(self, accent: str) -> Node:
        """`\\hat{y}_i`, `\\hat y`, `\\hat{y_i}`."""
        if self.is_sign("{"):
            self.at += 1
            inner = self.accented_name()
            self.take("}")
        else:
            self.cut_script()
            inner = self.accented_name(is_closed=False)
        return self.scripted(Symbol(accent + inner.base, inner.below, inner.above))

    def accented_name(self, is_closed: bool = True) -> Symbol:
        """The letter below an accent; is_closed: in braces, with its script."""
        while self.token.kind == "command" and self.value in FONTS | WORDS:
            self.at += 1
            if self.accept("{"):
                inner = self.accented_name()
                self.take("}")
                return inner
        if self.token.kind != "name" or (len(self.value) > 1 and " " not in self.value):
            raise Unreadable("an accent over more than a letter")
        base = self.value
        self.at += 1
        below = self.raw_script() if self.accept("_") else ""
        above = ""
        if is_closed and self.accept("^"):
            above = self.raw_script()
        return Symbol(base, below, above)

    def styled(self) -> Symbol:
        """A letter in another font."""
        closed = self.accept("{")
        inner = self.name_or_accent()
        if closed:
            self.take("}")
        return inner

    def name_or_accent(self) -> Symbol:
        if self.token.kind == "command" and self.value in ACCENTS:
            accent = ACCENTS[self.value]
            self.at += 1
            closed = self.accept("{")
            inner = self.accented_name()
            if closed:
                self.take("}")
            return Symbol(accent + inner.base, inner.below, inner.above)
        if self.token.kind != "name":
            raise Unreadable("another font of no letter")
        if not self.latex or len(self.value) == 1 or " " in self.value:
            base = self.value
            self.at += 1
            return Symbol(base, self.raw_script() if self.accept("_") else "")
        base = self.value
        self.at += 1
        return Symbol(base)

    def words(self) -> Node:
        """The text of `\\text{…}`: a name, or a formula of its own."""
        start = self.at
        self.at += 1
        if not self.is_sign("{"):
            self.cut_script()
            return self.name()
        inside = self.at + 1
        self.skip_bracket()
        text = raw(self.tokens[inside : self.at - 1], spaces=True)
        is_named = self.names.knows(key(text)) and not self.is_sign("(", "[", "{", "|")
        if (key(text) in self.names.functions or text in FUNCTIONS) and not is_named:
            return self.function(self.names.functions.get(key(text), text))
        if self.names.knows(key(text)) or (len(text) == 1 and text != "e"):
            return self.scripted(Symbol(text))
        if self.is_sign("(") and self.is_known_with_brackets(text):
            return self.applied(Symbol(text))
        if self.is_sign("_"):
            self.at += 1
            below = self.raw_script()
            if self.names.knows(key(f"{text}_{below}")):
                return self.applied(Symbol(text, below))
        self.tokens[start : self.at] = self.tokens[inside - 1 : self.at]
        self.at = start
        if self.tokens[start].value != "{":
            raise Unreadable(text)
        if self.tokens[start + 1].value == "e":
            self.tokens[start : start + 3] = [self.tokens[start + 1]]
            return self.name()
        latex, self.latex = self.latex, False
        try:
            return self.bracketed()
        finally:
            self.latex = latex

    def is_known_with_brackets(self, text: str) -> bool:
        """Whether a text and the brackets behind it are a name: `\\text{Cov}(X, Y)`."""
        start = self.at
        try:
            self.skip_bracket()
            return self.names.knows(key(text + raw(self.tokens[start : self.at])))
        except Unreadable:
            return False
        finally:
            self.at = start

    def cases(self) -> Node:
        """`\\begin{cases} a & x > 0 \\\\ b & \\text{otherwise} \\end{cases}`."""
        start = self.at
        if raw(self.tokens[start + 1 : start + 4]) != "cases":
            raise Unreadable("another environment")
        self.at += 4
        rows = list(self.rows())
        values, conditions = [], []
        for value, condition in rows:
            values.append(self.part(value))
            conditions.append(self.condition(condition))
        if len(values) < 2:
            raise Unreadable("one case")
        return Cases(tuple(values), tuple(conditions))

    def rows(self) -> Iterator[tuple[list[Token], list[Token]]]:
        """The rows of the cases, each as the tokens of its value and of its condition."""
        value: list[Token] = []
        condition: list[Token] | None = None
        while True:
            token = self.token
            if token.kind == "end":
                raise Unreadable("cases are open")
            is_end = token.kind == "command" and token.value == "end"
            if is_end or (token.value == "\\\\" and token.end - token.start == 2):
                if value:
                    yield value, condition or []
                value, condition = [], None
                self.at += 4 if is_end else 1
                if is_end:
                    return
                continue
            if condition is None and token.value in ("&", "\\\\"):
                condition = []
            elif condition is None:
                value.append(token)
            elif token.value not in ("&", "\\\\"):
                condition.append(token)
            self.at += 1

    def part(self, tokens: list[Token]) -> Node:
        while tokens and tokens[-1].value in (",", ".", ";"):
            tokens = tokens[:-1]
        return parse(tokens, self.names, self.reading, self.latex)

    def condition(self, tokens: list[Token]) -> Condition:
        plain = [t for t in tokens if not (t.kind == "command" and t.value in WORDS)]
        words = [t for t in plain if t.value not in CONDITION_WORDS and t.value not in "{},."]
        if len(words) == 1 and words[0].value in ELSE_WORDS:
            return Condition()
        at = [n for n, t in enumerate(tokens) if t.kind == "sign" and t.value in RELATIONS]
        if len(at) != 1:
            raise Unreadable("a condition")
        left = without_words(tokens[: at[0]])
        right = without_words(tokens[at[0] + 1 :])
        return Condition(tokens[at[0]].value, self.part(left), self.part(right))

    # -- names --------------------------------------------------------------------------------

    def name(self) -> Node:
        if phrase := self.phrase():
            return self.scripted(Symbol(phrase))
        value = self.value
        if (
            value == "e"
            and self.tokens[self.at + 1].value == "^"
            and not self.is_square(self.at + 2)
        ):
            self.at += 2
            power = self.raised(Number(0))
            if not isinstance(power, Binary):
                raise Unreadable("a power of e")
            return Call("exp", (power.right,))
        following = self.tokens[self.at + 1].value
        if value == "E" and following in ("[", "_") and "[" in {t.value for t in self.tokens}:
            is_name = self.is_known_call()
            self.at += 1
            return self.in_square_brackets(Symbol(value)) if is_name else self.expectation()
        if (
            key(value) in self.names.functions
            and following in ("(", "'", "^")
            and not self.holds_itself()
        ):
            self.at += 1
            return self.function(self.names.functions[key(value)])
        if value.lower() in MEANS and self.is_mean_of_brackets():
            self.at += 2
            return Call("mean", (self.term(),))
        if value.lower() in FUNCTIONS and following == "(":
            if not self.is_known_call():
                self.at += 1
                return self.function(value.lower())
            if value.lower() in OF_MANY:
                self.at += 1
                return self.applied(Symbol(value))
        if self.names.knows(key(value)) or len(value) == 1 or " " in value:
            if value == "sum":
                raise Unreadable("sum")
            self.at += 1
            return self.scripted(Symbol(value))
        if value.lower() == "sum" and following in ("_", "^"):
            self.at += 1
            return self.series("sum")
        if value.lower() in FUNCTIONS or value in ("ReLU", "Var", "Cov"):
            self.at += 1
            return self.function(value.lower())
        if following == "(" and self.is_known_call():
            self.at += 1
            return self.applied(Symbol(value))
        if following == "_" and self.is_known_with_script(value):
            self.at += 1
            return self.scripted(Symbol(value))
        return self.split_name(value)

    def is_mean_of_brackets(self) -> bool:
        """Whether "mean of |y − ŷ|/y" follows; what "mean of TPR and TNR" is of ends nowhere."""
        following = [token.value for token in self.tokens[self.at + 1 : self.at + 3]]
        return following[:1] == ["of"] and following[-1] in ("(", "[", "|")

    def holds_itself(self) -> bool:
        """σ(1 − σ) is a product."""
        start, value = self.at, self.value
        self.at += 1
        try:
            self.skip_bracket() if self.is_sign("(") else None
            return value in [t.value for t in self.tokens[start + 1 : self.at]]
        except Unreadable:
            return False
        finally:
            self.at = start

    def is_known_call(self) -> bool:
        """Whether a function's value has a name: `mean(x)`."""
        start = self.at
        self.at += 1
        try:
            self.skip_bracket()
            return self.names.knows(key(raw(self.tokens[start : self.at])))
        except Unreadable:
            return False
        finally:
            self.at = start

    def is_square(self, at: int) -> bool:
        token = self.tokens[min(at, len(self.tokens) - 1)]
        return token.value == "2" or (token.value == "{" and self.tokens[at + 1].value == "2")

    def is_known_with_script(self, value: str) -> bool:
        start = self.at
        self.at += 2
        try:
            return self.names.knows(key(f"{value}_{self.raw_script()}"))
        except Unreadable:
            return False
        finally:
            self.at = start

    def phrase(self) -> str:
        """The name of several words that starts here: `true positives`; "" if there is none."""
        if self.value.lower() not in self.names.phrases:
            return ""
        words, at, best, best_end = [self.value], self.at + 1, "", 0
        while len(words) < MOST_WORDS:
            if self.tokens[at].value == "-" and not self.tokens[at].spaced:
                at += 1
            if self.tokens[at].kind != "name":
                break
            words.append(self.tokens[at].value)
            at += 1
            if any(map(is_word, words)) and self.names.knows(key(" ".join(words))):
                best, best_end = " ".join(words), at
        if best:
            self.at = best_end
        return best

    def split_name(self, value: str) -> Node:
        """A run of letters as a product of names: `PR`, `2TP`, `QK`; or a name and its index."""
        is_long = len(value) > LONGEST_RUN and not value[-1].isdecimal()
        # PP is a name, no square; XXᵀ is a product
        is_doubled = len(value) == 2 and value[0] == value[1] and not self.is_transposed_next()
        if not self.latex and (is_long or is_doubled or value in OF_LANGUAGE):
            raise Unreadable(value)
        for length in range(len(value) - 1, 0, -1):
            head = value[:length]
            if self.names.knows(key(head)) or (length == 1 and self.latex):
                rest = value[length:]
                if rest.isdecimal():
                    self.at += 1
                    return self.scripted(Symbol(head, rest))
                self.split(length)
                self.at += 1
                return Symbol(head)
        raise Unreadable(value)

    def is_transposed_next(self) -> bool:
        """Whether `ᵀ`, `^T` or `.T` stands behind the name at hand."""
        following = [token.value for token in self.tokens[self.at + 1 : self.at + 4]]
        return (
            following[:1] == ["⊤"]
            or following[:2] in (["^", "T"], [".", "T"])
            or (following[:3] in (["^", "{", "T"], ["^", "{", "⊤"]))
        )

    def is_number_below(self, symbol: Symbol) -> bool:
        """Whether the digit behind a Greek letter or one with an accent is its index: σ1, x̄2."""
        before = self.tokens[self.at - 1]
        plain = self.latex or symbol.below or symbol.base.isascii() == (" " not in symbol.base)
        is_digit = self.token.kind == "number" and len(self.value) == 1
        return not plain and is_digit and self.token.start == before.end

    def scripted(self, symbol: Symbol) -> Node:
        """A name with what stands below it, its index in brackets above, and its brackets."""
        while True:
            if self.is_sign("_") and not symbol.below:
                self.at += 1
                symbol = Symbol(symbol.base, self.raw_script(), symbol.above)
            elif self.is_number_below(symbol):
                symbol = Symbol(symbol.base, self.value, symbol.above)
                self.at += 1
            elif power := self.power_in_name(symbol):
                symbol = power
            elif self.is_index_above() and not symbol.above:
                self.at += 1
                symbol = Symbol(symbol.base, symbol.below, self.raw_script().strip("()"))
            elif self.is_sign("'"):
                self.at += 1
                symbol = Symbol(symbol.base + "'", symbol.below, symbol.above)
            elif self.is_sign("["):
                index = self.code_index()
                if not index:
                    return self.in_square_brackets(symbol)
                symbol = Symbol(symbol.base, index, symbol.above)
            else:
                return self.applied(symbol)

    def power_in_name(self, symbol: Symbol) -> Symbol | None:
        """`R^2`, where it is a name of its own."""
        if not self.is_sign("^") or self.is_index_above():
            return None
        start = self.at
        self.at += 1
        below = f"_{symbol.below}" if symbol.below else ""
        power = self.raw_script()
        if power == "2" and self.names.knows(key(f"{symbol.base}{below}^2")):
            return Symbol(f"{symbol.base}{below}^2")
        self.at = start
        return None

    def code_index(self) -> str:
        """`y[i]` in code; "" if the bracket is no index."""
        inner = self.tokens[self.at + 1]
        if inner.kind == "name" and len(inner.value) == 1 and self.tokens[self.at + 2].value == "]":
            self.at += 3
            return inner.value
        return ""

    def in_square_brackets(self, symbol: Symbol) -> Node:
        """`Bias[f̂(x)]` as the name that it is; otherwise the brackets are a factor."""
        start = self.at
        self.skip_bracket()
        text = symbol.base + raw(self.tokens[start : self.at])
        if self.names.knows(key(text)):
            return Applied(symbol, (), text)
        self.at = start
        return symbol

    def is_index_above(self) -> bool:
        """`^{(i)}` and `^{(t)}`."""
        if not self.is_sign("^"):
            return False
        following = raw(self.tokens[self.at + 1 : self.at + 6])
        return bool(re.match(r"\([a-zA-Z]\)", following))

    def applied(self, symbol: Symbol) -> Node:
        """A name before brackets: `p(x)` is one thing, `P(1 - P)` a product."""
        if not self.is_sign("(") or (self.token.spaced and not self.latex):
            return symbol
        start = self.at
        self.skip_bracket()
        inside = self.tokens[start + 1 : self.at - 1]
        text = f"{symbol.base}{'_' + symbol.below if symbol.below else ''}({raw(inside)})"
        end = self.at
        if self.names.knows(key(text)) or is_list(inside):
            return Applied(symbol, (), text)
        self.at = start
        arguments = (self.bracketed(),)
        if self.at == end and isinstance(arguments[0], Symbol):
            return Applied(symbol, arguments, text)
        self.at = start
        return symbol

    # -- functions ----------------------------------------------------------------------------

    def expectation(self) -> Node:
        """`E[…]`, with or without what it is taken over."""
        if not self.is_sign("[", "(", "{"):
            raise Unreadable("an expectation over something")
        return Call("expectation", (self.bracketed(),))

    def function(self, name: str) -> Node:
        base = BASES.get(name, 0.0)
        if self.accept("_"):
            below = self.raw_script()
            if name != "log" or below not in ("2", "10", "e", "b"):
                raise Unreadable(f"{name} of another kind")
            base = {"2": 2.0, "10": 10.0}.get(below, 0.0)
        primes = 0
        while self.accept("'"):
            primes += 1
        power = None
        if self.accept("^"):
            start = self.at
            if self.raw_script() in ("'", "′"):
                primes += 1
            else:
                self.at = start
                power = self.raised(Number(1))
                if not isinstance(power, Binary):
                    raise Unreadable("a power of a function")
        name = UNDER_SPECIAL.get(name, name) + "'" * primes
        arguments = self.arguments(name)
        if self.is_sign("_"):  # softmax(z)_i
            self.at += 1
            arguments = (*arguments, Symbol("index", self.raw_script()))
        if name == "sum" and len(arguments) == 1 and counts_with_index(arguments[0]):
            call: Node = Series("sum", (), None, None, arguments[0])
        else:
            call = Call(name, arguments, base)
        return Binary("^", call, power.right) if power else call

    def arguments(self, name: str) -> tuple[Node, ...]:
        """In brackets and set apart by commas, or what follows without brackets."""
        if not self.is_sign("(", "[", "{"):
            return (self.bare_argument(),)
        closing = OPENING[self.value]
        self.at += 1
        bars, self.in_bars = self.in_bars, 0
        given = [self.sum()]
        while self.accept(","):
            if self.token.kind == "name" and self.tokens[self.at + 1].value == "=":
                raise Unreadable("a keyword")
            given.append(self.sum())
        self.in_bars = bars
        self.take(closing)
        return tuple(given)

    def bare_argument(self) -> Node:
        """`log p_i`, `exp −x`: up to the next sign; with a tight reading up to + or −."""
        if self.accept("-"):
            return Sign(self.bare_argument())
        left = self.power()
        while True:
            if self.token.kind in ("name", "command") and self.value in FUNCTIONS:
                return left
            if self.starts_factor():
                if (
                    self.token.value in "([{"
                    and self.token.kind == "sign"
                    and not self.reading.tight
                ):
                    return left
                left = Binary("*", left, self.power())
            elif self.is_sign("/") and self.reading.tight:
                self.at += 1
                left = Binary("/", left, self.power())
            else:
                return left

    def series(self, kind: str) -> Node:
        low = high = None
        index: tuple[str, ...] = ()
        while self.is_sign("_", "^"):
            is_low = self.accept("_")
            if not is_low:
                self.at += 1
            start = self.at
            self.raw_script()
            inside = self.tokens[start : self.at]
            if inside and inside[0].value == "{":
                inside = inside[1:-1]
            if is_low:
                index, low = self.range_of(inside)
            else:
                high = parse(inside, self.names, self.reading, self.latex)
        self.in_series += 1
        body = self.signed_term()
        if self.is_sign("+", "-", "±") and self.reading.greedy:
            body = self.sum_from(body)
        self.in_series -= 1
        return Series(kind, index, low, high, body)

    def range_of(self, inside: list[Token]) -> tuple[tuple[str, ...], Node | None]:
        """The index or indices of a sum and where it starts: `i = 1`, `i, j`, `x ∈ X`, `i`."""
        values = [t.value for t in inside if t.value not in "{}"]
        for sign in ("=", "∈"):
            if sign in values:
                at = next(n for n, t in enumerate(inside) if t.value == sign)
                low = None if sign == "∈" else self.part(inside[at + 1 :])
                return self.indices(inside[:at]), low
        return self.indices(inside), None

    def indices(self, tokens: list[Token]) -> tuple[str, ...]:
        text = raw(tokens)
        if not re.fullmatch(r"[a-zA-Zω](?:,?[a-zA-Z])?(?:,[a-z])?", text):
            raise Unreadable("an index")
        return tuple(c for c in text if c != ",")


def is_list(inside: Sequence[Token]) -> bool:
    """Whether brackets hold no factor of a product: `P(w | c)`, `f(q, D)`; two bars are a size."""
    values = [token.value for token in inside]
    return ";" in values or "," in values or values.count("|") % 2 + values.count("‖") % 2 > 0


def is_word(name: str) -> bool:
    return len(name) > 2


def without_words(tokens: list[Token]) -> list[Token]:
    """A condition's side without `\\text{if}`."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "command" and token.value in WORDS:
            close = next((n for n in range(at, len(tokens)) if tokens[n].value == "}"), at)
            inside = [t.value for t in tokens[at + 1 : close] if t.value != "{"]
            if all(word in CONDITION_WORDS for word in inside):
                at = close + 1
                continue
        if token.value in CONDITION_WORDS and token.kind == "name":
            at += 1
            continue
        kept.append(token)
        at += 1
    return kept
