"""The shapes of products of matrices and of arrays that broadcast."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hooks.pattern import Pattern
from hooks.worked.facts import Passage
from hooks.worked.sizes import (
    NEGATED,
    SIDE,
    TIMES,
    TUPLE,
    Shape,
    Verdict,
    has_one,
    integer,
    judged,
    sides,
)

PAIR = rf"[(\[]?\s*({SIDE})\s*(?:[×xX,]|by)\s*({SIDE})\s*[)\]]?"
MATRIX = r"(?:\s*(?:-?\s*matri(?:x|ces)|tensor))?"
GIVES = (
    r"(?:=|→|->|gives?|giving|is|yields?|has|results?\s+in|produces?|returns?|becomes|we\s+get|,)"
)
MATMUL = Pattern(
    rf"(?<![\w.]){PAIR}{MATRIX}\s*(?:@|[·⋅∙×*]|\btimes\b|\bmultiplied\s+by\b|\bwith\b|\band\b|\bby\b)\s*(?:an?\s+)?"
    rf"{PAIR}{MATRIX}\s*{GIVES}?\s*(?:an?\s+|the\s+|shape\s+|result\s+|product\s+|of\s+|has\s+)*"
    rf"(?P<result>{PAIR})(?![\w.]*\d|\s*(?:[·⋅×*@]))",
    re.I,
)
MULTIPLIES = Pattern(r"@|\bmatri|\btimes\b|\bmultipl|\bproduct\b|\)\s*[·⋅×*]\s*\(", re.I)
NAMED_SHAPE = Pattern(
    r"(?<![\w@.·ᵀ'^)\\-])(?<![A-Zᵀ@·)⊤] )(?<!top )(?P<name>[A-Z][\w']{0,3})\s*"
    r"(?:has\s+(?:the\s+)?shape|of\s+shape|with\s+shape|:|∈\s*(?:ℝ|R)\s*\^?|is|has\s+size)\s*"
    rf"(?:shape\s*|an?\s*)?[(\[{{]?\s*(?P<a>{SIDE})\s*[,×x]\s*(?P<b>{SIDE})\s*[)\]}}]?(?!\s*[,×x]\s*\d)"
)
NAMED_PRODUCT = Pattern(
    r"(?<![\w@])(?P<left>[A-Z]\w{0,3})(?P<lt>\.T\b|ᵀ|\^T\b|\^\s*\\top)?\s*@\s*(?P<right>[A-Z]\w{0,3})(?P<rt>\.T\b|ᵀ|\^T\b|\^\s*\\top)?"
    r"(?P<between>[^.;@\d]{0,40}?)[(\[]?\s*"
    rf"(?<![\d.])(?P<result>(?P<a>{SIDE})\s*[,×x]\s*(?P<b>{SIDE}))\s*[)\]]?"
)


# -- products of named matrices

TRANSPOSED = (
    r"(?:ᵀ|\.T\b|['′]|⊤|\s*\^\s*\{?\s*(?:T\b|⊤|\\top\b|\\intercal|\\mathsf\s*\{?\s*T)\s*\}?)"
)
INVERTED = r"(?:⁻¹|\s*\^\s*\{?\s*[-−]\s?1(?!\d)\s*\}?)"
LINKED_SHAPE = (
    r"[\s$]*(?:is|has(?:\s+the)?\s+(?:shape|size|dimensions?)|[:=→∈]|\\in|of\s+(?:shape|size))"
    r"(?:\s+(?:an?|the|then|therefore))?[\s$({\[]*(?:(?:\\mathbb|ℝ|R)[\s{}R]*\^?)?[\s{(]*"
    rf"(?<!\[\[)(?P<a>{SIDE})\s*(?:{TIMES}|,\s|\\times)\s*(?P<b>{SIDE})(?!\w|{TIMES}\d|,?\s?\d|\s*=)"
)
ROWS_AND_COLUMNS = Pattern(
    rf"(?<![\w^])(?P<name>[A-Z])[\s$]+(?:is|has|with|of|having)\s+(?P<a>{SIDE})\s+rows\b[^.;\d]{{0,40}}?"
    rf"(?:and|,|×|by)\s+(?P<b>{SIDE})\s+columns\b"
)
NAME = r"(?:[A-Z]\d?|[b-hj-z])(?![\w])"
MATRIX_SHAPE = Pattern(
    rf"(?<![\w@·ᵀ'^)\\-])(?<![A-Zᵀ@·)⊤] )(?<!top )(?P<name>{NAME}){LINKED_SHAPE}"
)
FACTOR = rf"(?>{TRANSPOSED}|{INVERTED}|(?:[A-Z]\d?|[b-hj-z](?![a-z]))(?![b-z])|[()·@⋅]|\s)"
NAMED_CHAIN = Pattern(rf"(?<![\w\\^])(?P<chain>(?=[A-Z(]){FACTOR}{{2,24}}+){LINKED_SHAPE}")
TURNED = Pattern(TRANSPOSED)
CHAIN_OF_ROWS = Pattern(
    rf"(?<![\w\\^])(?P<chain>(?=[A-Z(]){FACTOR}{{2,24}}+)[\s$]*(?:(?:therefore|then|thus|so)\s+)?(?:has|is|with|having)\s+"
    rf"(?P<a>{SIDE})\s+rows\s+and\s+(?P<b>{SIDE})\s+columns\b"
)
FACTORS = Pattern(
    rf"(?P<transposed>{TRANSPOSED})|(?P<inverted>{INVERTED})|(?P<name>[A-Z]\d?|[b-hj-z])|(?P<bracket>[()])"
)


def tuple_named(name: str) -> str:
    """The pattern of a shape in brackets, as a group of that name."""
    return TUPLE.pattern.replace("<tuple>", f"<{name}>")


BROADCAST = Pattern(
    rf"{tuple_named('one')}\s*(?:and|with|\+|to)\s*{tuple_named('other')}"
    rf"[^().;\d]{{0,40}}?\bbroadcasts?\b[^().;\d]{{0,30}}?{tuple_named('result')}",
    re.I,
)
# "Adding arrays of shape (8, 1, 6) and (7, 1) gives shape (8, 7, 6)"
COMBINED = Pattern(
    rf"\b(?:broadcast|add|subtract|element-?wise)\w*\b[^().;\d]{{0,50}}?{tuple_named('one')}"
    rf"\s*(?:and|with|\+|to|by|,|from)\s*[^().;\d]{{0,30}}?{tuple_named('other')}[^().;\d]{{0,30}}?"
    rf"\b(?:gives?|is|has|results?\s+in|yields?|produces?|becomes?|returns?|to)\b[^().;\d]{{0,30}}?{tuple_named('result')}",
    re.I,
)
TUPLES_COMBINED = Pattern(
    rf"{tuple_named('one')}[`$]*\s*(?:[+*/·×]|[-−]|and|with)\s*[`$]*{tuple_named('other')}[`$]*\s*"
    rf"(?:→|->|=>|⇒|=|gives|broadcasts?\s+to|becomes|is|:)\s*[`$]*{tuple_named('result')}",
    re.I,
)
NOT_ELEMENTWISE = ("matri", "matmul", "@", "dot", "concat", "stack", "einsum", "append", "conv")


# What every shape of two sides holds: whole numbers, and no "1,000".
TWO_SIDES = Pattern(
    r"(?<![\d.])(?<![×=+/·*] )\d+\s*(?:[×xX]|by\b|\\times)\s*\d+(?!\d|\.\d|\s*[×=+/·*])"
    r"|[(\[]\s*\d[\d,]*?\s*,\s*\d+(?!\d|\.\d)"
)
OF_TWO_SIDES = ("×", " by ", "(", "[", "x", "X")


def products(section: Sequence[Passage]) -> Iterator[Verdict]:
    """The verdicts on products of matrices and on broadcast shapes."""
    shapes: dict[str, Shape] = {}
    for passage in section:
        plain = passage.plain
        if "roadcast" in plain or "shape" in plain or "roadcast" in passage.block.section:
            yield from broadcasts(passage)
        in_words = "rows" in plain and "columns" in plain
        if not in_words and not (has_one(plain, OF_TWO_SIDES) and TWO_SIDES.search(plain)):
            continue
        if MULTIPLIES.search(plain):
            for found in MATMUL.finditer(plain):
                yield from of_product(passage, found)
        named = [*NAMED_SHAPE.finditer(plain)]
        shapes |= {found["name"]: (integer(found["a"]), integer(found["b"])) for found in named}
        yield from chains(passage, shapes)
        if "@" in plain:
            for found in NAMED_PRODUCT.finditer(plain):
                if not any(factor.start() <= found.start("a") < factor.end() for factor in named):
                    yield from of_named_product(passage, found, shapes)


def chains(passage: Passage, shapes: dict[str, Shape]) -> Iterator[Verdict]:
    """The verdicts on "XᵀX is 5 × 5" and "AB is 3 × 2", and the shapes that sentences give X."""
    plain = passage.plain
    for found in MATRIX_SHAPE.finditer(plain):
        shapes[found["name"]] = integer(found["a"]), integer(found["b"])
    for found in ROWS_AND_COLUMNS.finditer(plain) if "rows" in plain else ():
        shapes[found["name"]] = integer(found["a"]), integer(found["b"])
    named = list(NAMED_CHAIN.finditer(plain)) if shapes else []
    named += CHAIN_OF_ROWS.finditer(plain) if shapes and "rows" in plain else ()
    for found in named:
        factors = factors_of(found["chain"], shapes)
        is_turned = bool(TURNED.search(found["chain"]))
        if factors and (len(factors) > 1 or is_turned) and not NEGATED.search(plain):
            given = integer(found["a"]), integer(found["b"])
            yield product_verdict(passage, (found.start("a"), found.end("b")), factors, given)


def factors_of(written: str, shapes: dict[str, Shape]) -> list[Shape] | None:
    """The shapes of the factors of a product of named matrices; None if one is unknown."""
    levels: list[list[Shape]] = [[]]
    for found in FACTORS.finditer(written):
        if found["bracket"] == "(":
            levels.append([])
        elif found["bracket"] or found["name"]:
            inner = levels.pop() if found["bracket"] else [shapes.get(found["name"])]
            if (not levels and found["bracket"]) or not inner or None in inner:
                return None
            if found["bracket"] and not fit(inner):
                return inner
            levels[-1].append((inner[0][0], inner[-1][1]))
        elif levels[-1] and (last := levels[-1].pop()):
            if found["inverted"] and last[0] != last[1]:
                return None
            levels[-1].append(last[::-1] if found["transposed"] else last)
    return levels[0] if len(levels) == 1 else None


def fit(factors: Sequence[Shape]) -> bool:
    return all(left[1] == right[0] for left, right in pairwise(factors))


def of_product(passage: Passage, found: re.Match[str]) -> Iterator[Verdict]:
    a, b, c, d = (integer(found[i]) for i in range(1, 5))
    given = sides(found["result"])
    if len(given) != 2 or NEGATED.search(passage.plain):
        return
    if any(is_large_number(found, group) for group in (1, 3)):
        return
    yield product_verdict(passage, found.span("result"), [(a, b), (c, d)], given)


def is_large_number(found: re.Match[str], group: int) -> bool:
    """Whether a pair begins with "5,000" and is none."""
    written = found.string[found.start(group) - 1 : found.end(group + 1)]
    return written[0] not in "([" and bool(re.fullmatch(r".\d{1,3},\d{3}", written))


def of_named_product(
    passage: Passage, found: re.Match[str], shapes: dict[str, Shape]
) -> Iterator[Verdict]:
    left, right = shapes.get(found["left"]), shapes.get(found["right"])
    if not left or not right or NEGATED.search(passage.plain):
        return
    left = left[::-1] if found["lt"] else left
    right = right[::-1] if found["rt"] else right
    given = integer(found["a"]), integer(found["b"])
    yield product_verdict(passage, found.span("result"), [left, right], given)


def product_verdict(
    passage: Passage, span: tuple[int, int], factors: Sequence[Shape], given: Shape
) -> Verdict:
    text = "·".join(f"({rows} × {columns})" for rows, columns in factors)
    for (_, columns), (rows, _) in pairwise(factors):
        if columns != rows:
            return judged(passage, span, False, f"{text} is undefined, as {columns} is not {rows}")
    shape = factors[0][0], factors[-1][1]
    return judged(passage, span, given == shape, f"{text} is {shape[0]} × {shape[1]}")


def broadcasts(passage: Passage) -> Iterator[Verdict]:
    matches = [*BROADCAST.finditer(passage.plain)]
    if not matches and not has_one(passage.lower, NOT_ELEMENTWISE):
        matches = [*COMBINED.finditer(passage.plain)]
        if "roadcast" in passage.block.section or "roadcast" in passage.plain:
            matches = matches or [*TUPLES_COMBINED.finditer(passage.plain)]
    for found in matches:
        if NEGATED.search(passage.plain):
            return
        one, other, result = (sides(found[name]) for name in ("one", "other", "result"))
        expected = broadcast(one, other)
        text = f"{one} and {other} {f'broadcast to {expected}' if expected else 'do not broadcast'}"
        yield judged(passage, found.span("result"), result == expected, text)


def broadcast(one: Shape, other: Shape) -> Shape | None:
    """NumPy's rule: from the last side on, equal or one of them 1."""
    length = max(len(one), len(other))
    padded = [(1,) * (length - len(shape)) + shape for shape in (one, other)]
    if any(a != b and 1 not in (a, b) for a, b in zip(*padded, strict=True)):
        return None
    return tuple(max(pair) for pair in zip(*padded, strict=True))
