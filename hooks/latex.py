"""Tokens of arithmetic in LaTeX, from the nodes of pylatexenc's parser.

`\\frac{10}{45}` becomes ( 10 ) / ( 45 ), `\\times` becomes ×, `1{,}792` one number. What has no
place in arithmetic becomes an unknown, so that an expression that holds it has no value.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexNode,
    LatexSpecialsNode,
    LatexWalker,
    LatexWalkerError,
    get_default_latex_context_db,
)
from pylatexenc.macrospec import LatexContextDb, MacroSpec

from hooks.tokens import Token, math_tokens


def names(listed: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(listed.split())


OPERATORS = {"times": "×", "cdot": "×", "ast": "×", "div": "÷", "pm": "±", "mp": "±"}
RELATIONS = {"approx": "≈", "simeq": "≈", "cong": "≈", "approxeq": "≈", "eq": "="}
OTHER_RELATIONS = names(
    "neq ne leq le geq ge lt gt ll gg leqslant geqslant equiv propto in to rightarrow Rightarrow "
    "longrightarrow Longrightarrow leftarrow implies impliedby iff mapsto sim triangleq coloneqq "
    "doteq models subset subseteq notin"
)
FENCES = {
    "lfloor": ("open", "⌊"),
    "rfloor": ("close", "⌋"),
    "lceil": ("open", "⌈"),
    "rceil": ("close", "⌉"),
    "lvert": ("open", "|"),
    "rvert": ("close", "|"),
    "{": ("open", "{"),
    "}": ("close", "}"),
    "lbrace": ("open", "{"),
    "rbrace": ("close", "}"),
}
SIZES = names("left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm")
NOTHING = names(
    "; : ! displaystyle textstyle limits nolimits nonumber notag hfill hline tiny small large Large"
    " LARGE huge Huge normalsize footnotesize > allowbreak label tag phantom hspace vspace color"
) | {" ", "\n"}
THIN = frozenset([",", "thinspace"])
STOPS = frozenset(["quad", "qquad", "colon", "hskip", "because", "therefore"])
FUNCTIONS = names("log ln lg exp min max")
FRACTIONS = names("frac dfrac tfrac cfrac")
CALLS = names("sqrt binom dbinom tbinom")
SHOWN_AS_IS = names("boxed mathbf boldsymbol bm mathstrut textcolor")
WORDS = names(
    "text textrm textbf textit textsf texttt textnormal mbox mathrm mathit mathsf mathtt "
    "operatorname mathop"
)
ROWS = names(
    "aligned align align* alignedat alignat equation equation* gather gather* gathered split "
    "multline multline* eqnarray eqnarray*"
)

LONGEST = 10_000  # characters of a formula that is read

ARGUMENTS = {
    **dict.fromkeys(["dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom"], "{{"),
    **dict.fromkeys(["stackrel", "overset", "underset"], "{{"),
    **dict.fromkeys(["boxed", "cancel", "substack", "boldsymbol", "bm", "phantom", "tag"], "{"),
    **dict.fromkeys(["operatorname", "mathop", "hspace", "textnormal", "mathtt"], "{"),
}

PLAIN = re.compile(r"[^\\{}&~$%]*")
NUMERIC = re.compile(r"[\d.,\s\\%+\-×/]*\d[\d.,\s\\%+\-×/]*")
NUMBER_OR_RELATION = re.compile(r"[\d=≈]|approx|simeq|cong")


def latex_tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of the formula between two offsets of `text`; offsets are those of `text`."""
    end = len(text) if end is None else end
    if PLAIN.fullmatch(text, start, end):
        return index_free(list(math_tokens(text, start, end)))
    unknown = [Token("unknown", "…", start, end, "", True)]
    if end - start > LONGEST or not NUMBER_OR_RELATION.search(text, start, end):
        return unknown
    try:
        read = list(Reader(text, start, end).read())
    except (LatexWalkerError, RecursionError):
        return unknown
    return index_free(join_thousands(read))


class Reader:
    """Walks the nodes of one formula and yields their tokens."""

    def __init__(self, text: str, start: int, end: int):
        # A bare percent sign starts a comment in LaTeX. In a page it is meant as it stands, so
        # the parser is shown another character of the same length.
        self.formula = re.sub(r"(?<!\\)%", "٪", text[start:end])
        self.text = text
        self.offset = start

    def read(self) -> Iterator[Token]:
        walker = LatexWalker(self.formula, latex_context=context(), tolerant_parsing=True)
        nodes, _, _ = walker.get_latex_nodes()
        yield from self.tokens(nodes)

    def tokens(self, nodes: Sequence[LatexNode]) -> Iterator[Token]:
        before = ""
        for node in nodes:
            if isinstance(node, LatexCharsNode):
                yield from self.characters(node, before)
            elif isinstance(node, LatexMacroNode):
                yield from self.macro(node)
            elif isinstance(node, LatexGroupNode):
                yield from self.group(node, is_script=before.endswith(("_", "^")))
            elif isinstance(node, LatexSpecialsNode):
                yield from self.special(node)
            elif isinstance(node, LatexEnvironmentNode):
                yield from self.environment(node)
            elif node is not None:
                yield self.token("unknown", "?", node)
            before = getattr(node, "macroname", getattr(node, "chars", "").rstrip())

    def token(self, kind: str, value: str, node: LatexNode, last: int = 0) -> Token:
        """A token for a node, or for its last character."""
        start, end = node.pos + self.offset, node.pos + node.len + self.offset
        return Token(kind, value, end - last if last else start, end, "", True)

    def characters(self, node: LatexCharsNode, before: str) -> Iterator[Token]:
        """Characters; their first is a delimiter if \\left, \\right or the like stands `before`."""
        start = node.pos + self.offset
        end = start + node.len
        delimiter = self.text[start] if before in SIZES else ""
        if delimiter == "|" and before in ("left", "right"):
            yield Token("open" if before == "left" else "close", "|", start, start + 1, "", True)
        if delimiter in (".", "|"):
            start += 1
        yield from math_tokens(self.text, start, end)

    def group(self, node: LatexGroupNode, is_script: bool) -> Iterator[Token]:
        inside = list(self.tokens(node.nodelist))
        if node.delimiters[0] == "[":
            yield self.token("open", "[", node)
            yield from inside
            yield self.token("close", "]", node, last=1)
        elif len(inside) == 1 and inside[0].kind == "comma":  # 1{,}792
            yield self.token("thin", ",", node)
        elif not is_script and any(token.kind == "relation" for token in inside):
            yield from inside  # {=}, {\\color{red} 2 + 2 = 4}
        elif inside:
            yield from self.enclosed(node)

    def special(self, node: LatexSpecialsNode) -> Iterator[Token]:
        match node.specials_chars:
            case "&":
                yield self.token("align", "&", node)
            case "~":
                return
            case "--" | "---":
                yield self.token("op", "–", node)
            case _:
                yield self.token("unknown", node.specials_chars, node)

    def environment(self, node: LatexEnvironmentNode) -> Iterator[Token]:
        if node.environmentname in ROWS:
            yield from self.tokens(node.nodelist)
        else:
            yield self.token("unknown", node.environmentname, node)

    def macro(self, node: LatexMacroNode) -> Iterator[Token]:
        name = node.macroname
        if name in OPERATORS:
            yield self.token("op", OPERATORS[name], node)
        elif name in RELATIONS:
            yield self.token("relation", RELATIONS[name], node)
        elif name in FRACTIONS:
            yield from self.fraction(node)
        elif name in CALLS:
            yield from self.call(node)
        elif name in WORDS:
            yield from self.words(node)
        elif name in SHOWN_AS_IS:
            yield from self.tokens(arguments(node)[-1:])
        elif name in FUNCTIONS:
            yield self.token("word", name, node)
        elif name == "%":
            yield self.token("percent", "%", node)
        elif name in THIN:
            yield self.token("thin", " ", node)
        elif name in FENCES:
            yield self.token(*FENCES[name], node)
        elif name == "\\":
            yield self.token("row", "\\\\", node)
        elif name in OTHER_RELATIONS:
            yield self.token("other", name, node)
        elif name in STOPS:
            yield self.token("stop", name, node)
        elif name == "$":
            yield self.token("currency", "$", node)
        elif name in ("mid", "vert", "|"):
            yield self.token("bar", "|", node)
        elif name == "pi":
            yield self.token("word", "π", node)
        elif name in ("dots", "ldots", "cdots"):
            yield self.token("unknown", "…", node)
        elif name not in SIZES and name not in NOTHING:
            yield self.token("word", self.source(node), node)

    def fraction(self, node: LatexMacroNode) -> Iterator[Token]:
        """`\\frac{a}{b}` as ((a)/(b))."""
        given = arguments(node)
        if len(given) != 2:
            yield self.token("unknown", node.macroname, node)
            return
        yield self.token("open", "frac", node)
        yield from self.enclosed(given[0])
        yield self.token("op", "/", given[1])
        yield from self.enclosed(given[1])
        yield self.token("close", "frac", node, last=1)

    def call(self, node: LatexMacroNode) -> Iterator[Token]:
        """`\\sqrt[3]{a}` as sqrt(3, a), `\\binom{n}{k}` as binom(n, k)."""
        given = arguments(node)
        if not given:
            yield self.token("unknown", node.macroname, node)
            return
        yield self.token("word", "sqrt" if node.macroname == "sqrt" else "binom", node)
        yield self.token("open", "(", node)
        for number, argument in enumerate(given):
            if number:
                yield self.token("comma", ",", argument)
            yield from self.enclosed(argument)
        yield self.token("close", ")", node, last=1)

    def enclosed(self, node: LatexNode) -> Iterator[Token]:
        """An argument in parentheses."""
        inside = node.nodelist if isinstance(node, LatexGroupNode) else [node]
        yield self.token("open", "", node)
        yield from self.tokens(inside)
        yield self.token("close", "", node, last=1)

    def words(self, node: LatexMacroNode) -> Iterator[Token]:
        """The text of `\\text{…}`: a number, a function's name, or a name or unit."""
        given = arguments(node)
        content = self.source(given[-1]).strip("{} ~\\,") if given else ""
        if content and NUMERIC.fullmatch(content):
            yield from self.tokens(given)
        elif content in ("%", "٪", "percent"):
            yield self.token("percent", "%", node)
        elif content:
            yield self.token("word", content, node)

    def source(self, node: LatexNode) -> str:
        return self.formula[node.pos : node.pos + node.len].strip()


def arguments(node: LatexMacroNode) -> list[LatexNode]:
    """The arguments that were given to a command."""
    return [a for a in node.nodeargd.argnlist if a is not None] if node.nodeargd else []


@lru_cache(maxsize=1)
def context() -> LatexContextDb:
    """pylatexenc's commands, and how many arguments those take that it does not know."""
    db = get_default_latex_context_db()
    specs = [MacroSpec(name, form) for name, form in ARGUMENTS.items()]
    db.add_context_category("arithmetic", prepend=True, macros=specs)
    return db


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
