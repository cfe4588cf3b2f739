"""Tokens of a formula in LaTeX, in plain text or in code.

One lexer for all three, because people mix them: `MSE = (1/n) Σ(yᵢ − ŷᵢ)²` has the signs of LaTeX
in plain text, and `\\text{TP} / (\\text{TP} + \\text{FP})` the words of plain text in LaTeX.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from hooks.pattern import Pattern
from hooks.record import record

LONGEST = 900  # characters of a formula
MOST = 400  # tokens

GREEK = dict(
    zip(
        "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu"
        " xi pi rho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Pi Phi Psi"
        " Omega ell Sigma".split(),
        "αβγδεεζηθθικλμνξπρστυφφχψωΓΔΘΛΠΦΨΩℓ𝚺",
        strict=True,
    )
)
SAME = {"ϵ": "ε", "ϕ": "φ", "ϑ": "θ", "ɛ": "ε", "µ": "μ", "𝔼": "E", "ℒ": "L", "ℓ": "ℓ", "σ": "σ"}
FUNCTIONS = frozenset(
    "exp log ln lg log2 log10 sqrt abs max min tanh cosh sinh sigmoid softmax erf floor ceil sum"
    " mean avg average sign relu var cov std sigm logistic corr norm erfc softplus dot cos sin"
    " normal density binom comb".split()
)
ACCENTS = {
    "hat": "hat ",
    "widehat": "hat ",
    "bar": "bar ",
    "overline": "bar ",
    "tilde": "tilde ",
    "widetilde": "tilde ",
    "dot": "dot ",
}
MARKS = {"\u0302": "hat ", "\u0304": "bar ", "\u0305": "bar ", "\u0303": "tilde "}
FONTS = frozenset(
    "mathbf boldsymbol bm mathcal mathbb mathfrak mathscr vec pmb bold symbf mathnormal boxed"
    " displaystyle".split()
)
METHODS = frozenset("max min mean sum std var".split())
WORDS = frozenset(
    "text textrm textbf textit textsf texttt textnormal mbox mathrm mathit mathsf mathtt"
    " operatorname mathop textup textmd hbox".split()
)
SKIPPED = frozenset(
    "left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm middle"
    " displaystyle textstyle limits nolimits nonumber notag scriptstyle thinspace".split()
)
SIGNS = {
    "cdot": "·", "times": "*", "ast": "*", "div": "/", "odot": "⊙", "circ": "⊙", "sum": "Σ",
    "prod": "Π", "top": "⊤", "intercal": "⊤", "prime": "'", "mid": "|", "lvert": "|", "rvert": "|",
    "vert": "|", "lVert": "‖", "rVert": "‖", "Vert": "‖", "|": "‖", "parallel": "‖", "ge": "≥",
    "geq": "≥", "geqslant": "≥", "le": "≤", "leq": "≤", "leqslant": "≤", "gt": ">", "lt": "<",
    "in": "∈", "succ": ">", "cap": "∩", "cup": "∪", "neg": "¬", "lnot": "¬",
    "lfloor": "⌊", "rfloor": "⌋",
    "lceil": "⌈", "rceil": "⌉", "nabla": "∇", "partial": "∂", "infty": "∞", "colon": ":",
    "lbrack": "[", "rbrack": "]", "{": "(", "}": ")", "lbrace": "(", "rbrace": ")", "%": "%",
    "#": "#", "_": "_", "&": "&", "pm": "±",
    "dagger": "⊤", "quad": "\\\\", "qquad": "\\\\", "\\": "\\\\",
}  # fmt: skip
LETTERS = {"Σ": "Σ", "∑": "Σ", "∏": "Π", "Π": "Π"}
CHARACTERS = {
    "−": "-", "–": "-", "×": "*", "∗": "*", "⋅": "·", "•": "·", "÷": "/", "∕": "/", "⁄": "/",
    "∥": "‖", "∣": "|", "⊤": "⊤", "′": "'", "’": "'", "⊺": "⊤", "∘": "⊙", "≻": ">",
}  # fmt: skip
ABOVE = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱᵀˣᶻᵗʸᵏᵐᵖᵃᵇᵈʲᵝᵞ", "0123456789+-()niTxztykmpabdjβγ", strict=True))
BELOW = dict(
    zip("₀₁₂₃₄₅₆₇₈₉₊₋₍₎ᵢⱼₖₙₘₜₓₚₐₑₒₕₗₛᵣᵤᵥᵦᵧ", "0123456789+-()ijknmtxpaeohlsruvβγ", strict=True)
)

PARTS = {"½": "0.5", "⅓": repr(1 / 3), "¼": "0.25", "¾": "0.75"}

LEXEME = Pattern(
    r"(?P<space>(?:\s|~|\u200b|\\[,;:! >])+)"
    r"|(?P<command>\\(?:[A-Za-z]+\*?|[^A-Za-z\s]))"
    r"|(?P<part>[½⅓¼¾])|(?P<number>\d+(?:\.\d+)?(?:[eE]-?\d+(?![A-Za-z\d]))?|\.\d+)"
    rf"|(?P<above>[{''.join(ABOVE)}]+)|(?P<below>[{''.join(BELOW)}]+)"
    r"|(?P<module>(?:np|numpy|math|torch|F|tf|jnp)\.(?=[a-z]))"
    r"|(?P<name>[A-Za-z]\u0302|[A-Za-z][\u0303-\u0305]|[A-Za-z]+\d*(?![\u0302-\u0305])"
    r"|[A-Za-z]|[^\W\d_](?:[\u0302-\u0305])?)"
    r"|(?P<power>\*\*)|(?P<norm>\|\||‖|∥)|(?P<sign>[^\w\s])|(?P<under>_)"
)


class Unreadable(Exception):
    """A formula, or a part of one, that can't be read or computed for certain."""


@record
class Token:
    """kind: number, name, command, sign, or end. value: in the lexer's own spelling.

    spaced: white space stands before it.
    """

    kind: str
    value: str
    start: int
    end: int
    spaced: bool = False


@lru_cache(maxsize=4096)
def lex(text: str) -> tuple[Token, ...]:
    """The tokens of a formula, with an end token. Raises Unreadable."""
    if len(text) > LONGEST:
        raise Unreadable("too long")
    read: list[Token] = []
    spaced, position = False, 0
    while position < len(text):
        found = LEXEME.match(text, position)
        if not found:
            raise Unreadable(text[position])
        kind, value = found.lastgroup, found[0]
        if kind == "space":
            spaced = True
        elif kind != "module":
            read += tokens_of(kind, value, position, found.end(), spaced)
            spaced = kind == "command" and value[1:] in SKIPPED and spaced
        position = found.end()
        if (
            kind == "command"
            and value in (r"\left", r"\right")
            and text[position : position + 1] == "."
        ):
            position += 1
        if len(read) > MOST:
            raise Unreadable("too long")
    return (*without_methods(read), Token("end", "", len(text), len(text)))


def without_methods(read: list[Token]) -> list[Token]:
    """Methods as functions: `x.max()` as `max(x)`, `(y - p).mean()` as `mean((y - p))`."""
    made: list[Token] = []
    for token in read:
        made.append(token)
        if [t.value for t in made[-2:]] != ["(", ")"] or len(made) < 5:
            continue
        dot, method = made[-4:-2]
        start = base_start(made[:-4])
        if dot.value != "." or method.value not in METHODS or start is None:
            continue
        base = made[start:-4]
        function = Token("name", method.value, base[0].start, base[0].start, base[0].spaced)
        opening = Token("sign", "(", base[0].start, base[0].start)
        made[start:] = [function, opening, *base, token]
    return made


def base_start(before: list[Token]) -> int | None:
    """Where what a method is called of starts: a name, a call or a bracket; None if it is none."""
    depth, position = 0, len(before) - 1
    while position >= 0:
        depth += (before[position].value == ")") - (before[position].value == "(")
        if depth <= 0:
            break
        position -= 1
    if position < 0 or (before[position].kind != "name" and before[position].value != "("):
        return None
    called = position > 0 and before[position].value == "(" and not before[position].spaced
    return position - (called and before[position - 1].kind == "name")


def tokens_of(kind: str, value: str, start: int, end: int, spaced: bool) -> list[Token]:
    """The tokens of one lexeme."""
    match kind:
        case "command":
            return command_token(value[1:].rstrip("*") or "*", start, end, spaced)
        case "part":
            return [Token("number", PARTS[value], start, end, spaced)]
        case "above" | "below":
            table, mark = (ABOVE, "^") if kind == "above" else (BELOW, "_")
            inner = lex("".join(table[c] for c in value))[:-1]
            moved = [Token(t.kind, t.value, start, end) for t in inner]
            sign = Token("sign", mark, start, end)
            return [sign, Token("sign", "{", start, end), *moved, Token("sign", "}", start, end)]
        case "name":
            return [name_token(value, start, end, spaced)]
        case "power":
            return [Token("sign", "^", start, end, spaced)]
        case "norm":
            return [Token("sign", "‖", start, end, spaced)]
        case "under":
            return [Token("sign", "_", start, end, spaced)]
        case "sign":
            return [
                Token("sign", CHARACTERS.get(value, LETTERS.get(value, value)), start, end, spaced)
            ]
    return [Token(kind, value, start, end, spaced)]


def name_token(value: str, start: int, end: int, spaced: bool) -> Token:
    """A run of letters; a letter with its accent is spelled `hat y`."""
    if value in LETTERS:
        return Token("sign", LETTERS[value], start, end, spaced)
    if len(value) == 2 and value[1] in MARKS:
        return Token("name", MARKS[value[1]] + value[0], start, end, spaced)
    if len(value) == 1:
        parts = unicodedata.normalize("NFD", value)
        if len(parts) == 2 and parts[1] in MARKS:
            return Token("name", MARKS[parts[1]] + parts[0], start, end, spaced)
    value = SAME.get(value, value)
    return Token("name", GREEK.get(value, value), start, end, spaced)


def command_token(name: str, start: int, end: int, spaced: bool) -> list[Token]:
    if name in SKIPPED:
        return []
    if name in GREEK:
        return [Token("name", GREEK[name], start, end, spaced)]
    if name in SIGNS:
        return [Token("sign", SIGNS[name], start, end, spaced)]
    if name in FUNCTIONS and name not in ("sqrt", "binom"):
        return [Token("name", name, start, end, spaced)]
    if name in ("dfrac", "tfrac", "cfrac"):
        name = "frac"
    return [Token("command", name, start, end, spaced)]


def raw(tokens: Sequence[Token], spaces: bool = False) -> str:
    """Tokens as text, without fonts and braces."""
    parts = []
    for token in tokens:
        if token.kind == "command" and token.value in FONTS | WORDS:
            continue
        if token.kind == "sign" and token.value in "{}":
            continue
        value = ACCENTS.get(token.value, token.value) if token.kind == "command" else token.value
        is_apart = spaces and token.spaced and not "".join(parts[-1:]).endswith(" ")
        parts.append((" " if is_apart else "") + value)
    return "".join(parts).strip()
