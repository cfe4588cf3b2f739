"""Tokens of written arithmetic, the same for plain text and for LaTeX.

This module reads plain and Unicode text: `2 × (3 + 4) = 14`, `1,792`, `5²`, `**0.2**`. The tokens
of LaTeX come from hooks.calculation.latex. Who parses them need not know which of the two was
written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hooks.calculation.quantity import MINUS, THIN_SPACES
from hooks.pattern import Pattern

LETTER = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u03ff\u0400-\u04ff"
LETTER += "\u1e00-\u1eff\u2100-\u214f\U0001d400-\U0001d7ff"
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺"
SUB = "₀₁₂₃₄₅₆₇₈₉"
CURRENCIES = "$€£¥₹"
MULTIPLY = "×·⋅∙∗*"
RATIO = "∶"  # a colon between spaces: 0.4 · 0.6 : 0.6 · 0.1
DIVIDE = f"/÷∕⁄{RATIO}"

# What an expression is made of, from the longest form to the shortest.
PATTERN = rf"""
(?P<gap>\s+)?
(?:
  (?P<times>(?<=[\d)%])[xX](?=[\d(])|(?<=[\d)%][ ])[xX](?=[ ][\d(√]))
| (?P<module>MODULE)
| (?P<cent>\bper[ ]cent\b)
| (?P<word>WORD|°[CF]\b)
| (?P<equals>==(?!=))
| (?P<other>:=|===+|!=|=>|<-+>?|<<+|>>+|[+/]=|-=)
| (?P<arrow>-+>)
| (?P<relation>[~<>]=)
| (?P<unknown>
    0[xXbBoO][0-9A-Fa-f_]+\b               # 0x1F
  |
    \d+(?:\.\d+){{2,}}[\w.]*                # a version, a date: 2.16.1
  | \d+(?:[:-]\d+){{2,}}                    # 2024-12-10, 12:30:00
  | \d+(?::\d+)                             # a ratio, a time: 1:10
  | \d[\d,.]*(?:…|\.\.+)                    # 0.333…
  | \d[\d,.]*-[{LETTER}]\w*                 # 5-fold
  )
| (?P<number>
    (?:\d{{1,3}}(?:[,{THIN_SPACES}]\d{{3}})+(?!\d)
      |(?<!\d[ ])(?<![\[.,])\d{{1,3}}(?:[ ]\d{{3}})+(?!\d|[ ]\d)   # 120 000
       (?!\s?[/+×·*=−-]\s?\d{{1,3}},\d{{3}})  # month 1 630/1,100
      |\d+)(?:\.\d+)?(?:[eE][-+−]?\d+(?!\w))?
  | (?<![\w.)\]])\.\d+(?!\w)
  )
| (?P<super>[{SUPER}]+)
| (?P<sub>[{SUB}]+)
| (?P<stars>\*{{1,2}})
| (?P<dash>(?<=[\d%A-Za-z][ ])(?<!\b1[ ])(?<!\b100[ ])(?<!\b100%[ ])(?<!\b100[ ]%[ ])[–-]  # 2 – so
    (?=[ ](?:so|too|not|which|that|this|far|well|much|quite|just|only|about|almost|nearly|and|but
      |we|it|still|even|exactly|as|in|on|for|more|less|good|bad|fine|hardly|barely|rather|very
      |already|enough|roughly|since|because|while|although)\b[^=≈<>→\n|]*(?:[.;!?]|$)))
| (?P<floor>//(?!/))
| (?P<percent>\\?[%٪])
| (?P<bar>(?:\\?\|){{1,2}})
| (?P<ratio>(?<=\d[ ]):(?=[ ]\d)|(?<=\)):(?=\())
| (?P<currency>\\\$)
| (?P<entity>&\#?\w+;)
| (?P<skip>\\(?=[^\w\s])|_+)
| (?P<sign>\S)
)"""
# What the characters are that stand for themselves; any other is unknown.
SIGNS = {
    character: kind
    for kind, characters in {
        "other": "≠≡∝∈⇒⟹←↔⟺≪≫",
        "arrow": "→↦⟶",
        "relation": "=≈≃≅<>≤≥⩽⩾",
        "vulgar": VULGAR,
        "op": f"{MULTIPLY}{DIVIDE}+±∓^√∛!{MINUS}",
        "open": "([⌊⌈⟨",
        "close": ")]⌋⌉⟩",
        "comma": ",",
        "bar": "∣‖∥",
        "currency": CURRENCIES,
        "about": "~",
        "stop": "✓✔✅.;:?\"“”„«»‘’'—`",
    }.items()
    for character in characters
}
# A name in prose may hold digits and underscores; in LaTeX `_` is an index and `x2` is a product.
NAMES = {
    "MODULE": r"\b(?:np|numpy|math|torch|statistics|jnp|tf|scipy)\."
    r"(?:linalg\.|special\.|math\.)?(?=[a-z])",
    "WORD": f"[{LETTER}][{LETTER}0-9_]*"
    "(?:(?:(?<=[A-Za-z][0-9])|(?<=[A-Za-z]_[0-9]))[.][0-9]+)?"  # F0.5, F_0.5
    "(?:’(?=\\()|'*)",  # f’(1)
}
PROSE = Pattern(PATTERN.replace("MODULE", NAMES["MODULE"]).replace("WORD", NAMES["WORD"]), re.X)
MATH = Pattern(PATTERN.replace("MODULE", "(?!)").replace("WORD", f"[{LETTER}]+'*"), re.X)
RELATIONS = {
    **{sign: sign for sign in "=<>≤≥"},
    **{"<=": "≤", "⩽": "≤", ">=": "≥", "⩾": "≥"},
}
PRIMES = "'’′"  # behind a function: of its derivative nothing is known
LARGE = Pattern(r"\d\s?(?:thousand|million|billion|mn|bn|[kKM])\s?$")
LONGEST_LARGE = 12  # characters of "9 thousand "
MODULO = Pattern(r"\s*[\d(]")

ENTITIES = {
    "&times;": ("op", "×"),
    "&divide;": ("op", "÷"),
    "&minus;": ("op", "−"),
    "&middot;": ("op", "·"),
    "&asymp;": ("relation", "≈"),
    "&approx;": ("relation", "≈"),
    "&lt;": ("relation", "<"),
    "&gt;": ("relation", ">"),
    "&le;": ("relation", "≤"),
    "&ge;": ("relation", "≥"),
    "&rarr;": ("arrow", "→"),
    "&nbsp;": ("gap", " "),
    "&thinsp;": ("gap", " "),
    "&sup2;": ("super", "²"),
    "&frac12;": ("vulgar", "½"),
}


@dataclass(slots=True)
class Token:
    """One sign of an expression.

    kind: number, vulgar, word, op, percent, super, sub, open, close, comma, bar, currency, about;
        relation (= ≈ < > ≤ ≥); arrow; other (another relation, `≠`) and stop (the end of a clause),
        which end what can be read; unknown, which stands for something without a value.
    start, end: offsets in the text that was read.
    gap: "" directly after the token before, " " after a space, "\\n" at the start of a line.
    math: written in LaTeX.
    """

    kind: str
    value: str
    start: int
    end: int
    gap: str = ""
    math: bool = False


def tokens(
    text: str, start: int = 0, end: int | None = None, code: bool = False
) -> Iterator[Token]:
    """The tokens of plain text between two offsets. Emphasis marks are left out.

    code: it is a program's line, in which `==` compares and `%` may be a remainder.
    """
    end = len(text) if end is None else end
    gap = before = ""
    is_of_module = False
    for found in PROSE.finditer(text, start, end):
        kind = found.lastgroup
        value, at, stop = found[kind], found.start(kind), found.end()
        before, last = kind, before
        if space := found["gap"]:
            gap = "\n" if "\n" in space else " "
        if kind == "skip":
            continue
        if kind == "module":
            is_of_module = True
            continue
        if kind == "stars":
            if is_operator(text, at, stop):
                yield Token("op", "^" if value == "**" else "*", at, stop, gap)
                gap = ""
            continue
        if kind == "sign":
            kind = SIGNS.get(value, "unknown")
        elif kind == "entity":
            kind, value = ENTITIES.get(value, ("unknown", value))
            if kind == "gap":
                gap = " "
                continue
        if kind == "currency" and is_behind_amount(text, at, last, stop):
            kind, value = "word", value[-1]
        if code:
            kind, value = in_code(kind, value, text, stop)
        if is_of_module:
            value, is_of_module = ("ln" if value == "log" else value), False
        yield token(kind, value, at, stop, gap)
        gap = ""


def is_behind_amount(text: str, start: int, last: str, end: int) -> bool:
    """Whether a currency is the unit of what stands before it: 20 €, 3 million €, and not €20."""
    if text[end : end + 1].isdecimal():
        return False
    return last == "number" or bool(LARGE.search(text, max(0, start - LONGEST_LARGE), start))


def in_code(kind: str, value: str, text: str, end: int) -> tuple[str, str]:
    """What a token is in a program."""
    if kind == "equals":
        return "relation", "="
    if kind == "percent" and MODULO.match(text, end):
        return "op", "mod"
    return kind, value


def math_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of characters in a formula that holds no LaTeX commands."""
    gap = ""
    for found in MATH.finditer(text, start, end):
        kind = found.lastgroup
        value, at, stop = found[kind], found.start(kind), found.end()
        if found["gap"]:
            gap = " "
        if kind == "sign":
            kind = SIGNS.get(value, "unknown")
        if kind == "stars":
            made = Token("op", "^" if value == "**" else "*", at, stop, gap, True)
        elif kind == "skip":
            made = Token("index", value, at, stop, gap, True)
        else:
            made = token("unknown" if value in PRIMES else kind, value, at, stop, gap)
            made.math = True
        yield made
        gap = ""


def token(kind: str, value: str, start: int, end: int, gap: str) -> Token:
    if kind == "word":
        if value.lower() == "percent":
            kind = "percent"
    elif kind == "number":
        if " " in value:
            value = value.replace(" ", "\u2009")
    elif kind == "relation":
        value = RELATIONS.get(value, "≈")
    elif kind in CHANGED:
        kind, value = CHANGED[kind][0], CHANGED[kind][1] or value
    return Token(kind, value, start, end, gap)


# What tokens of these kinds become: their kind, and their value if that changes.
CHANGED = {
    "cent": ("percent", ""),
    "dash": ("stop", ""),
    "arrow": ("arrow", "→"),
    "times": ("op", "×"),
    "ratio": ("op", RATIO),
    "floor": ("op", ""),
    "equals": ("other", ""),
    "entity": ("unknown", ""),
}


def is_operator(text: str, start: int, end: int) -> bool:
    """Whether stars between two offsets multiply (`2*3`, `2 * 3`), and do not emphasize."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or not after:
        return False
    if before.isspace() or after.isspace():
        return before.isspace() and after.isspace()
    return (before.isalnum() or before in ")]%") and (after.isalnum() or after in f"([{MINUS}")
