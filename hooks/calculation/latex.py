"""Tokens of arithmetic in LaTeX.

`\\frac{10}{45}` becomes ( 10 ) / ( 45 ), `\\times` becomes ×, `1{,}792` one number, a `bmatrix` a
bracket of brackets. What has no place in arithmetic becomes an unknown, so that an expression that
holds it has no value.
"""

import re
from collections.abc import Sequence

from hooks.calculation.tokens import Token, math_tokens
from hooks.language.wording import listed
from hooks.pattern import Pattern

OPERATORS = {"times": "×", "cdot": "·", "ast": "×", "div": "÷", "pm": "±", "mp": "±", "bmod": "mod"}
RELATIONS = {
    **dict.fromkeys(["approx", "simeq", "cong", "approxeq"], "≈"),
    **dict.fromkeys(["leq", "le", "leqslant"], "≤"),
    **dict.fromkeys(["geq", "ge", "geqslant"], "≥"),
    "eq": "=",
    "lt": "<",
    "gt": ">",
}
ARROWS = listed("rightarrow to longrightarrow mapsto")
OTHER_RELATIONS = listed(
    "neq ne ll gg equiv propto in Rightarrow Longrightarrow leftarrow implies impliedby iff sim "
    "triangleq coloneqq doteq models subset subseteq notin not leftrightarrow Leftrightarrow"
)
FENCES = {
    "lfloor": ("open", "⌊"),
    "rfloor": ("close", "⌋"),
    "lceil": ("open", "⌈"),
    "rceil": ("close", "⌉"),
    "lvert": ("open", "|"),
    "rvert": ("close", "|"),
    "lVert": ("open", "‖"),
    "rVert": ("close", "‖"),
    "langle": ("open", "⟨"),
    "rangle": ("close", "⟩"),
    "{": ("open", "{"),
    "}": ("close", "}"),
    "lbrace": ("open", "{"),
    "rbrace": ("close", "}"),
    "[": ("open", "["),
    "]": ("close", "]"),
    "(": ("open", "("),
    ")": ("close", ")"),
    "lbrack": ("open", "["),
    "rbrack": ("close", "]"),
}
SIZES = listed("left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm")
NOTHING = listed(
    "; : ! > displaystyle textstyle scriptstyle limits nolimits nonumber notag hfill hline tiny "
    "small large Large LARGE huge Huge normalsize footnotesize allowbreak strut mathstrut bf rm it"
) | {" ", "\n"}
SKIPPED = {"label": 1, "tag": 1, "phantom": 1, "hspace": 1, "vspace": 1, "color": 1, "vphantom": 1}
THIN = frozenset([",", "thinspace"])
STOPS = listed("quad qquad colon hskip because therefore")
FUNCTIONS = listed("log ln lg exp min max tanh")
FRACTIONS = listed("frac dfrac tfrac cfrac sfrac nicefrac")
CALLS = {"sqrt": 1, "binom": 2, "dbinom": 2, "tbinom": 2}
SHOWN_AS_IS = {
    **dict.fromkeys(["boxed", "mathbf", "boldsymbol", "bm", "fbox"], 1),
    "textcolor": 2,
}
BRACED = {"underbrace": "_", "overbrace": "^", "underline": "", "overline": ""}
OVER_RELATIONS = listed("stackrel overset underset")
WORDS = listed(
    "text textrm textbf textit textsf texttt textnormal mbox mathrm mathit mathsf mathtt "
    "operatorname operatorname* mathop hbox emph"
)
ROWS = listed(
    "aligned align align* alignedat alignat alignat* equation equation* gather gather* gathered "
    "split multline multline* eqnarray eqnarray* displaymath math flalign flalign*"
)
WITH_ARGUMENT = listed("alignedat alignat alignat*")
MATRICES = listed("matrix pmatrix bmatrix Bmatrix smallmatrix array")

LONGEST = 10_000  # characters of a formula that is read
DEEPEST = 40  # groups inside each other

PLAIN = Pattern(r"[^\\{}&~$]*")
NUMERIC = Pattern(r"[\d.,\s\\%+\-×/]*\d[\d.,\s\\%+\-×/]*")
NUMBER_OR_RELATION = Pattern(r"[\d=≈<>≤≥]|approx|simeq|cong")
PIECE = Pattern(
    r"(?P<chars>[^\\{}&~$\-\]\[]+|-(?!-)|[\[\]])"
    r"|\\(?P<command>[A-Za-z]+\*?|[^A-Za-z])"
    r"|(?P<open>\{)|(?P<close>\})|(?P<dash>--+)|(?P<sign>[&~$\\])"
)
SPACE = Pattern(r"\s*")
GROUP_NAME = Pattern(r"\s*\{([A-Za-z]+\*?)\}")


class Unreadable(Exception):
    """A formula whose brackets do not match, or that goes too deep."""


def latex_tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of the formula between two offsets of `text`; offsets are those of `text`."""
    end = len(text) if end is None else end
    if PLAIN.fullmatch(text, start, end):
        return index_free(list(math_tokens(text, start, end)))
    unknown = [Token("unknown", "…", start, end, "", True)]
    if end - start > LONGEST or not NUMBER_OR_RELATION.search(text, start, end):
        return unknown
    try:
        read = list(Reader(text, start, end).sequence())
    except Unreadable:
        return unknown
    return index_free(join_thousands(read))


class Reader:
    """Recursive descent over the characters of one formula; `at` is the next one."""

    def __init__(self, text: str, start: int, end: int):
        self.text = text
        self.at = start
        self.end = end
        self.depth = 0

    def sequence(self, closing: str = "") -> list[Token]:
        """The tokens up to the end, or up to and without what closes a group or environment."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unreadable
        read: list[Token] = []
        while self.at < self.end:
            if closing and self.text.startswith(closing, self.at, self.end):
                break
            piece = PIECE.match(self.text, self.at, self.end)
            if piece is None:  # a backslash at the very end
                raise Unreadable
            self.read_piece(piece, read, closing)
        else:
            if closing:
                raise Unreadable
        self.depth -= 1
        return read

    def read_piece(self, piece: re.Match[str], read: list[Token], closing: str) -> None:
        start = self.at
        match piece.lastgroup:
            case "chars":
                self.at = piece.end()
                stop = self.text.find(closing, start, self.at) if closing == "]" else -1
                self.at = stop if stop >= 0 else self.at
                read += math_tokens(self.text, start, self.at)
            case "command":
                self.at = piece.end()
                read += self.command(piece["command"], start)
            case "open":
                is_script = bool(read) and (read[-1].kind == "index" or read[-1].value == "^")
                read += self.group(is_script)
            case "close":
                raise Unreadable
            case "dash":
                self.at = piece.end()
                read.append(self.token("op", "–", start))
            case _:
                self.at = piece.end()
                if piece.group() != "~":
                    kind = "align" if piece.group() == "&" else "unknown"
                    read.append(self.token(kind, piece.group(), start))

    def token(self, kind: str, value: str, start: int, end: int | None = None) -> Token:
        return Token(kind, value, start, self.at if end is None else end, "", True)

    # -- groups and arguments

    def group(self, is_script: bool) -> list[Token]:
        start = self.at
        inside = self.inside_group()
        if len(inside) == 1 and inside[0].kind == "comma":  # 1{,}792
            return [self.token("thin", ",", start)]
        if not is_script and any(token.kind == "relation" for token in inside):
            return inside  # {=}, {\\color{red} 2 + 2 = 4}
        return self.enclosed(inside, start) if inside else []

    def inside_group(self) -> list[Token]:
        """The tokens of the group that opens here."""
        self.at += 1
        inside = self.sequence("}")
        self.at += 1
        return inside

    def enclosed(self, inside: list[Token], start: int) -> list[Token]:
        """An argument in parentheses."""
        opening = self.token("open", "", start, start + 1)
        return [opening, *inside, self.token("close", "", self.at - 1)]

    def skip_space(self) -> None:
        self.at = SPACE.match(self.text, self.at, self.end).end()

    def argument(self) -> list[Token]:
        """The tokens of one argument: a group, a command or a character."""
        self.skip_space()
        if self.at >= self.end:
            raise Unreadable
        start, first = self.at, self.text[self.at]
        if first == "{":
            return self.inside_group()
        if first == "}":
            raise Unreadable
        if first == "\\":
            piece = PIECE.match(self.text, self.at, self.end)
            if piece is None:
                raise Unreadable
            self.at = piece.end()
            return self.command(piece["command"], start)
        self.at += 1
        return list(math_tokens(self.text, start, self.at))

    def enclosed_argument(self) -> list[Token]:
        self.skip_space()
        start = self.at
        return self.enclosed(self.argument(), start)

    def raw_argument(self) -> str:
        """The characters of one argument, as they stand."""
        self.skip_space()
        start = self.at
        self.argument_unread()
        return self.text[start : self.at]

    def argument_unread(self) -> None:
        """Go behind one argument. A bracket in a word need not close."""
        if self.text[self.at : self.at + 1] != "{":
            self.at = min(self.at + 1, self.end)
            return
        depth = 0
        while self.at < self.end:
            character = self.text[self.at]
            self.at += 1 + (character == "\\")
            depth += (character == "{") - (character == "}")
            if not depth:
                return
        raise Unreadable

    # -- commands

    def command(self, name: str, start: int) -> list[Token]:
        if name in SIMPLE:
            kind, value = SIMPLE[name]
            return [self.token(kind, value or name, start)] if kind else []
        if name in SIZES:
            return self.sized(name)
        if name in FRACTIONS:
            return self.fraction(start)
        if name in CALLS:
            return self.call(name, start)
        if name in WORDS:
            return self.words(start)
        if name in SKIPPED:
            self.skip_arguments(SKIPPED[name])
            return []
        if name in SHOWN_AS_IS:
            self.skip_arguments(SHOWN_AS_IS[name] - 1)
            inside = self.argument()
            return inside if any(t.kind == "relation" for t in inside) else self.unless_one(inside)
        if name in BRACED:
            return self.braced(BRACED[name])
        if name in OVER_RELATIONS:
            return self.over_relation(start)
        if name == "begin":
            return self.environment(start)
        return self.other(start)

    def unless_one(self, inside: list[Token]) -> list[Token]:
        """What a font or a box holds: in parentheses where it is more than one token."""
        return inside if len(inside) < 2 else self.enclosed(inside, inside[0].start)

    def skip_arguments(self, count: int) -> None:
        if self.text[self.at : self.at + 1] == "*":
            self.at += 1
        for _ in range(count):
            self.raw_argument()

    def sized(self, name: str) -> list[Token]:
        """\\left and the like: a bar behind \\left opens, behind \\right it closes."""
        self.skip_space()
        start, delimiter = self.at, self.text[self.at : self.at + 1]
        if delimiter == "." and self.at < self.end:
            self.at += 1
        elif delimiter == "|" or self.text.startswith("\\|", self.at):
            self.at += 1 if delimiter == "|" else 2
            return [self.token(side_of(name), "|" if delimiter == "|" else "‖", start)]
        return []

    def fraction(self, start: int) -> list[Token]:
        """`\\frac{a}{b}` as ((a)/(b))."""
        above = self.enclosed_argument()
        line = self.at
        below = self.enclosed_argument()
        return [
            self.token("open", "frac", start, start + 1),
            *above,
            self.token("op", "/", line, line),
            *below,
            self.token("close", "frac", self.at - 1),
        ]

    def call(self, name: str, start: int) -> list[Token]:
        """`\\sqrt[3]{a}` as sqrt(3, a), `\\binom{n}{k}` as binom(n, k)."""
        given = [self.token("open", "(", self.at, self.at)]
        if name == "sqrt" and self.text[self.at : self.at + 1] == "[":
            self.at += 1
            given += self.enclosed(self.sequence("]"), self.at)
            self.at += 1
            given.append(self.token("comma", ",", self.at))
        for number in range(CALLS[name]):
            if number:
                given.append(self.token("comma", ",", self.at))
            given += self.enclosed_argument()
        word = self.token("word", "sqrt" if name == "sqrt" else "binom", start, given[0].start)
        return [word, *given, self.token("close", ")", self.at)]

    def words(self, start: int) -> list[Token]:
        """The text of `\\text{…}`: a number, a function's name, or a name or unit."""
        self.skip_space()
        inner = self.at + 1
        content = self.raw_argument().strip("{} ~\\,")
        if content and NUMERIC.fullmatch(content):
            return list(math_tokens(self.text, inner, self.at - 1))
        if content in ("%", "percent"):
            return [self.token("percent", "%", start)]
        return [self.token("word", content, start)] if content else []

    def braced(self, label: str) -> list[Token]:
        """`\\underbrace{a}_{label}` as (a)."""
        inside = self.enclosed_argument()
        self.skip_space()
        if label and self.text[self.at : self.at + 1] == label:
            self.at += 1
            self.raw_argument()
        return inside

    def over_relation(self, start: int) -> list[Token]:
        """`\\stackrel{!}{=}` is no claim; `\\overset{(1)}{=}` is one."""
        above = self.raw_argument()
        inside = self.argument()
        if len(inside) == 1 and inside[0].kind == "relation" and not set("?!d") & set(above):
            return [self.token("relation", inside[0].value, start)]
        return [self.token("other" if len(inside) == 1 else "unknown", "…", start)]

    def other(self, start: int) -> list[Token]:
        """A letter, or a command that is not known with all that it is given: a name."""
        while self.text[self.at : self.at + 1] == "{" and self.at < self.end:
            self.argument_unread()
        return [self.token("word", self.text[start : self.at].strip(), start)]

    # -- environments

    def environment(self, start: int) -> list[Token]:
        named = GROUP_NAME.match(self.text, self.at, self.end)
        if not named:
            raise Unreadable
        self.at, name = named.end(), named[1]
        closing = f"\\end{{{name}}}"
        if name in WITH_ARGUMENT or name == "array":
            self.raw_argument()
        if name in ROWS or name in MATRICES:
            inside = self.sequence(closing)
            self.at += len(closing)
            is_matrix = name in MATRICES and not any(t.kind == "relation" for t in inside)
            return self.matrix(inside, start) if is_matrix else inside
        end = self.text.find(closing, self.at, self.end)
        if end < 0:
            raise Unreadable
        self.at = end + len(closing)
        return [self.token("unknown", name, start)]

    def matrix(self, inside: Sequence[Token], start: int) -> list[Token]:
        """Rows as brackets within a bracket: [[1, 2], [3, 4]]."""
        read = [self.token("open", "matrix", start, start + 1), self.token("open", "[", start)]
        for token in inside:
            if token.kind == "align":
                read.append(self.token("comma", ",", token.start, token.end))
            elif token.kind == "row":
                read.append(self.token("close", "]", token.start, token.end))
                read.append(self.token("comma", ",", token.start, token.end))
                read.append(self.token("open", "[", token.start, token.end))
            else:
                read.append(token)
        if read[-1].kind == "open" and len(read) > 3:  # a line break behind the last row
            del read[-2:]
        else:
            read.append(self.token("close", "]", self.at - 1))
        return [*read, self.token("close", "matrix", self.at - 1)]


def side_of(size: str) -> str:
    """What a bar is behind \\left or \\bigl, \\right or \\bigr, and \\big."""
    if size == "left" or size.endswith("l"):
        return "open"
    return "close" if size == "right" or size.endswith("r") else "bar"


# Commands that take nothing, with the token each one is: kind "" for none, value "" for its name.
SIMPLE: dict[str, tuple[str, str]] = {
    **{name: ("op", sign) for name, sign in OPERATORS.items()},
    **{name: ("relation", sign) for name, sign in RELATIONS.items()},
    **dict.fromkeys(ARROWS, ("arrow", "→")),
    **dict.fromkeys(OTHER_RELATIONS, ("other", "")),
    **dict.fromkeys(FUNCTIONS, ("word", "")),
    **dict.fromkeys(THIN, ("thin", " ")),
    **dict.fromkeys(STOPS, ("stop", "")),
    **dict.fromkeys(NOTHING, ("", "")),
    **FENCES,
    "%": ("percent", "%"),
    "\\": ("row", "\\\\"),
    "newline": ("row", "\\\\"),
    "cr": ("row", "\\\\"),
    "$": ("currency", "$"),
    "mid": ("bar", "|"),
    "vert": ("bar", "|"),
    "|": ("bar", "‖"),
    "Vert": ("bar", "‖"),
    "pi": ("word", "π"),
    **dict.fromkeys(["dots", "ldots", "cdots", "vdots"], ("unknown", "…")),
}


def join_thousands(read: Sequence[Token]) -> list[Token]:
    """`1{,}792` and `1\\,792` as one number; other thin spaces left out."""
    joined: list[Token] = []
    for position, token in enumerate(read):
        before = read[position - 1] if position else None
        if token.kind == "thin":
            continue
        if (
            joined
            and before is not None
            and before.kind == "thin"
            and token.kind == "number"
            and joined[-1].kind == "number"
            and joined[-1].end == before.start
        ):
            joined[-1] = grouped(joined[-1], token)
        else:
            joined.append(token)
    return joined


def grouped(left: Token, right: Token) -> Token:
    """Two runs of digits as one number, if the second has the three digits of a group."""
    whole = re.fullmatch(r"\d{3}(\.\d+)?", right.value) and re.fullmatch(r"[\d,]+", left.value)
    kind = "number" if whole else "unknown"
    return Token(kind, f"{left.value},{right.value}", left.start, right.end, left.gap, True)


def index_free(read: Sequence[Token]) -> list[Token]:
    """The tokens with each `_` and what follows it as one index token."""
    kept: list[Token] = []
    position = 0
    while position < len(read):
        token = read[position]
        position += 1
        if token.kind != "index":
            kept.append(token)
            continue
        after = closing(read, position)
        value = "".join(t.value for t in read[position:after])
        kept.append(Token("sub", value, token.start, token.end, "", True))
        position = after
    return kept


def closing(read: Sequence[Token], position: int) -> int:
    """The position behind one operand: a token, or a bracket and all it holds."""
    depth = 0
    while position < len(read):
        depth += (read[position].kind == "open") - (read[position].kind == "close")
        position += 1
        if depth <= 0:
            break
    return position
