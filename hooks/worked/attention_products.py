"""The shapes of QKᵀ, of attention scores and of attention's output, from those of Q, K and V."""

import re
from collections.abc import Iterator, Sequence

from hooks.pattern import Pattern
from hooks.worked.facts import Passage
from hooks.worked.matrix_shapes import TRANSPOSED
from hooks.worked.sizes import NEGATED, SIDE, TIMES, Shape, Verdict, has_one, judged, sides

SHAPE = (
    rf"(?P<shape>[(\[]\s*{SIDE}(?:\s*,\s*{SIDE}){{1,3}}\s*[)\]]|{SIDE}{TIMES}{SIDE}(?:{TIMES}{SIDE}){{0,2}})"
    r"(?!\w|[×*·]|\s*[×·*+=/−]\s*\d)"
)
LINK = (
    r"(?:[\s:=∈$|{^]|\\in\b|\\mathbb|ℝ|\bR\b|\b(?:then|therefore|is|are|an?|has|have|both|all|each|of|with|the|shapes?|size"
    r"|dimensions?|matrix|tensor|becomes?|in|this|head)\b){1,16}"
)
NAME = r"(?:[QKVqkv]|[Qq]uer(?:y|ies)|[Kk]eys?|[Vv]alues?)"
KEYS_TRANSPOSED = rf"(?:{TRANSPOSED}|\.(?:mT\b|(?:transpose|swapaxes)\(\s*-[12]\s*,\s*-[12]\s*\)))"
GIVEN = Pattern(
    rf"(?<![\w^\\])(?P<names>{NAME}(?:(?:\s*,\s*|\s+and\s+|,\s+and\s+){NAME}){{0,2}})(?![\w^ᵀ_]){LINK}"
    rf"(?:\([a-zA-Z_,\s]{{5,40}}\)\s*=\s*)?{SHAPE}"
)
NAMES = Pattern(NAME)
VECTOR = Pattern(r"=\s*\(\s*\d(?:\s*,\s*\d)*\s*\)$")  # Q = (1, 1) holds numbers
OF_QUERIES = ("Q", "K", "V", "q,", "ueries", "eys", "alues", "q ", "k ", "v ")
RESULT = Pattern(
    rf"(?<![\w^\\])(?:(?P<scores>Q\s*(?:@\s*)?K\s*{KEYS_TRANSPOSED}|attention\s+weights|(?:attention\s+)?(?:scores|score\s+matrix))"
    rf"|(?P<output>(?:attention\s+)?output|context(?:\s+vectors?)?))(?!\w){LINK}{SHAPE}",
    re.I,
)


# Of a case of its own: "in self-attention with 10 tokens", "for one head".
OF_CASE = Pattern(
    r"\b(?:case|cross|self)\b|\b(?:with|for|if|at|when|after|before|per|each)\s+(?:\w+\s+)?(?:\d|one\b|an?\b|two\b)",
    re.I,
)
BEHIND_HEADS = ("concat", "project", "heads", "w_o", "final", "join")


def verdicts(section: Sequence[Passage]) -> Iterator[Verdict]:
    """The verdicts on the products of a section that states one shape for Q, K and V each."""
    given: dict[str, Shape] = {}
    for passage in section:
        plain = passage.plain
        for found in GIVEN.finditer(plain) if has_one(plain, OF_QUERIES) else ():
            if VECTOR.search(found[0]) and "shape" not in passage.lower:
                continue
            names = {name[0].upper() for name in NAMES.findall(found["names"])}
            if any(
                given.get(name, sides(found["shape"])) != sides(found["shape"]) for name in names
            ):
                return  # of two heads, or before and after a projection
            given |= dict.fromkeys(names, sides(found["shape"]))
        is_open = NEGATED.search(plain) or OF_CASE.search(plain)
        if "Q" in given and "K" in given and not is_open:
            for found in RESULT.finditer(plain):
                yield from of_result(passage, found, given)


def of_result(passage: Passage, found: re.Match[str], given: dict[str, Shape]) -> Iterator[Verdict]:
    """Scores have a row for each query and a column for each key; the output is as wide as V."""
    q, k, v = (given.get(name) for name in "QKV")
    said = sides(found["shape"])
    if len(q) != len(k) or len(said) != len(q) or q[-1] != k[-1] or q[:-2] != k[:-2]:
        return
    if said[:-2] != q[:-2]:
        return
    if found["scores"]:
        right, text = (*q[:-1], k[-2]), "a row for each query and a column for each key"
    elif v and v[:-1] == k[:-1] and not has_one(passage.lower, BEHIND_HEADS):
        right, text = (*q[:-1], v[-1]), "the output has a row for each query and is as wide as V"
    else:
        return
    formula = f"{text}: {' × '.join(map(str, right))}"
    yield judged(passage, found.span("shape"), said == right, formula)
