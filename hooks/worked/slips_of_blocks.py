"""Counts of recurrent cells, attention and feed-forward parts that are wrong by a typical slip.

One gate stands for four, three projections for four, one matrix for two.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from hooks.language.wording import JOINER
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.claim_contexts import (
    WITHOUT_BIAS,
    Layers,
    Values,
    context,
    counts_biases,
    says_biases,
    square_side,
)
from hooks.worked.counted_claims import Claim
from hooks.worked.named_sizes import N, Scene
from hooks.worked.sizes import integer
from hooks.worked.slips import Value

# -- recurrent layers -----------------------------------------------------------------------------

CELL = Pattern(r"\b(?:Bi-?)?(?P<kind>LSTM|GRU|RNN|Elman)s?\b")
OTHER_KIND = Pattern(
    r"\b(?:instead\s+of|rather\s+than|than|versus|vs\.?|unlike|like|(?:compared|relative)\s+(?:to|with))\s+"
    r"(?:the\s+|an?\s+)?(?:\w+\s+)?(?:LSTM|GRU|RNN)s?\b",
    re.I,
)
OTHER_CELL = Pattern(
    r"coupled|peephole|projected|minimal|\brecurrent\s+(?:ones|weights|matri)|\binput\s+weights|\bjust\b|\bonly\b",
    re.I,
)
GATES = {"LSTM": 4, "GRU": 3}
OF_BIAS = Pattern(r"\bbias(?:es)?(?:\s+\w+)?\s+(?:per|for\s+each|in\s+each)\s+gate", re.I)
OF_GATE = Pattern(
    r"\b(?:per|each|one|single|every|a|forget|input|output|update|reset|candidate)\s+(?:\w+\s+)?(?:gate|block)s?\b",
    re.I,
)
BOTH_WAYS = Pattern(
    r"\bbi-?\s?(?:directional|LSTM|GRU)|\bboth\s+directions|\beach\s+direction", re.I
)
BOTH = Pattern(r"\bboth\b|\bbi-?directional\b|\btogether\b", re.I)
FACTORS = Pattern(rf"\(\s*({N})\s*\+\s*({N})\s*\)\s*[·×*]\s*\2")


def recurrent(claim: Claim, scene: Scene, code: Layers) -> Values | None:
    """4 gates of an LSTM and 3 of a GRU, each with h (n + h) weights and h biases."""
    text = context(claim, scene, CELL) or title_of(scene.page)
    kinds = [found["kind"] for found in CELL.finditer(OTHER_KIND.sub("", text))]
    own = OF_BIAS.sub("", claim.own)
    if not kinds or kinds[-1] not in GATES or OF_GATE.search(own) or claim.value < 500:
        return None
    is_told = CELL.search(claim.own)
    if is_factor(claim, scene) or not (is_told or tells_of_one(claim, scene)):
        return None
    if OTHER_CELL.search(claim.own) or names_several(claim.passage.plain):
        return None
    gates = GATES[kinds[-1]]
    sizes = cell_sizes(claim, scene)
    if not sizes:
        return None
    ways = (1, 2) if scene.says(BOTH_WAYS) else (1,)
    all_pairs = {
        (n, h) for n in scene.values("inputs", "hidden", "columns") for h in scene.values("hidden")
    }
    right = [
        Value(way * gates * h * (n + h + b), f"{gates} × {h:,} × ({n:,} + {h:,} + {b})")
        for way in ways
        for n, h in {*all_pairs, *((2 * h, h) for _, h in all_pairs)}
        for b in (0, 1, 2)
    ]
    n, h = sizes
    if len(ways) > 1 and BOTH.search(claim.label[-40:]):
        one = gates * h * (n + h + 1)
        formula = f"2 × {gates} × ({h:,} × ({n:,} + {h:,}) + {h:,})"
        both = [value for value in right if value.number // gates % 2 == 0 and value.number != one]
        return [*both, Value(2 * one, formula)], [Value(one, "", "that is one direction")]
    right.append(Value(gates * h * (n + h + 1), f"{gates} × ({h:,} × ({n:,} + {h:,}) + {h:,})"))
    return right, list(cell_slips(gates, n, h))


def names_several(plain: str) -> bool:
    """Whether a sentence compares cells: "a GRU has 3/4 of the LSTM"."""
    return len({found["kind"] for found in CELL.finditer(plain)} & GATES.keys()) > 1


def title_of(page: Question) -> str:
    first = page.blocks[0]
    return first.text.content if first.kind == "heading" else ""


def tells_of_one(claim: Claim, scene: Scene) -> bool:
    """Whether all that stands before a claim is about cells of one kind."""
    before = takewhile(lambda block: block is not claim.passage.block, scene.page.blocks)
    told = (cell["kind"] for block in before for cell in CELL.finditer(block.text.content))
    return len(set(told)) < 2


def is_factor(claim: Claim, scene: Scene) -> bool:
    """Whether its part of the page multiplies it: one gate, of which there are several."""
    written = rf"(?:{claim.value}|{claim.value:,}|{f'{claim.value:,}'.replace(',', JOINER)})"
    factor = re.compile(rf"[·×*]\s*{written}(?!\d)|(?<!\d){written}\s*[·×*]")
    near = [p for p in scene.passages if p.place[:3] == claim.passage.place[:3]]
    return any(factor.search(p.plain) and p is not claim.passage for p in near) and not (
        claim.noun.startswith("param")
    )


def cell_slips(gates: int, n: int, h: int) -> Iterator[Value]:
    for b in (1, 2, 0):
        for other in (1, 2, 3, 4):
            if other != gates:
                named = "a single block" if other == 1 else f"{other} blocks"
                text = f"that is {named} of weights and not {gates}"
                yield Value(other * h * (n + h + b), "", text)
        yield Value(gates * h * (n + b), "", f"it leaves the {h:,} × {h:,} recurrent weights out")
        yield Value(gates * h * (h + b), "", f"it leaves the {n:,} × {h:,} input weights out")
        if n != h:
            yield Value(gates * n * (n + h + b), "", "inputs and hidden units are swapped")


def cell_sizes(claim: Claim, scene: Scene) -> tuple[int, int] | None:
    """Inputs and hidden units of a cell, as stated nearest or as factors of a calculation."""
    rows = scene.values("rows")
    n, h = (scene.nearest(role, claim.number, claim.start, rows) for role in ("inputs", "hidden"))
    if n and h:
        return n, h
    found = list(FACTORS.finditer("\n".join(p.plain for p in scene.passages[: claim.number])))
    sizes = tuple(map(integer, found[-1].groups())) if found else ()
    return sizes if sizes and all(sizes) else None


# -- attention ------------------------------------------------------------------------------------

ATTENTION = Pattern(r"\battention|\bprojections?\b|\bQKV\b|\bW_?[QKVO]\b|\bMHA\b", re.I)
FOUR = Pattern(
    r"\b(?:four|4)\s+(?:[\w×·]+\s+)?(?:projections?|matrices|maps)\b|\bQ\s*,\s*K\s*,\s*V\s*(?:,|and|,\s*and)\s*O\b"
    r"|\bquer(?:y|ies)\s*,\s*keys?\s*,\s*values?\s*(?:,|and|,\s*and)\s*outputs?|\bW_?Q\s*,\s*W_?K\s*,\s*W_?V\s*(?:,|and|,\s*and)\s*W_?O\b|\b4d²|\b4\s*[·×*]?\s*d\s*\^?[2²]",
    re.I,
)
PART_OF_ATTENTION = Pattern(
    r"\b(?:(?:each|per|one|single)\s+(?:\w+\s+)?(?:projection|matrix|map|head)|only|fused|combined|qkv|output\s+projection|kv\s+heads?|gqa|mqa|grouped|three|two"
    r"|queries|keys|LoRA|rank|cross)\b",
    re.I,
)


def attention(claim: Claim, scene: Scene, code: Layers) -> Values | None:
    """Four projections of d × d, of which none is left out."""
    if not context(claim, scene, ATTENTION):
        return None
    if not scene.says(FOUR) and not (
        WHOLE_ATTENTION.search(claim.label) and not scene.says(NO_FOUR)
    ):
        return None
    if THREE.search(claim.label):
        return None
    if PART_OF_ATTENTION.search(FOUR.sub("", claim.own)) or OTHER_PART.search(claim.label):
        return None
    heads = scene.values("head size")
    d = scene.nearest("width", claim.number, claim.start, heads) or square_side(scene)
    if not d:
        return None
    if BIASES_ADD.search(claim.label):
        if claim.value in scene.values("inner"):
            return None  # those of another part
        return [Value(4 * d, f"4 × {d:,}")], [
            Value(k * d, "", "each of four has its own") for k in (1, 3)
        ]
    has_bias = says_biases(claim) and not WITHOUT_BIAS.search(claim.own)
    right = [Value(k * (d * d + b * d), "") for k in (1, 2, 4) for b in (0, 1) if b or not has_bias]
    if has_bias:
        right.append(Value(4 * d * d + 4 * d, f"4 × ({d:,}² + {d:,})"))
    else:
        right.append(Value(4 * d * d, f"4 × {d:,}²"))
    wrong = [
        Value(3 * (d * d + b * d), "", "that is three projections and not four") for b in (0, 1)
    ]
    wrong.append(Value(4 * d * d + d, "", "each projection has its own biases"))
    if has_bias:
        wrong.append(Value(4 * d * d, "", "that leaves the biases out"))
    return right, wrong


WHOLE_ATTENTION = Pattern(
    r"\battention\s*(?:\(?per|block|layer|part|sub-?layer|params?|parameters|:)", re.I
)
NO_FOUR = Pattern(
    r"\bqkv\b|\bthree\b|\b3\s*[·×*]?\s*d\b|\bq,\s*k\s*(?:and|,)|\bkv\s+heads|\bgrouped|\boutput\s+projection",
    re.I,
)
THREE = Pattern(  # the projections without that of the output
    r"\b(?:qkv|q,?\s*k,?\s*(?:(?:and|&)\s*)?v)\b(?!.{0,20}\b(?:out|o\b))|\bthree\s+projections",
    re.I,
)
BIASES_ADD = Pattern(r"\bbias(?:es)?\s+(?:add|are|make|bring|:)\s*$", re.I)
OTHER_PART = Pattern(
    r"feed-?forward|embedding|LSTM|GRU|norm|MLP|FFN|positions?|(?:encoder|decoder|whole|dense|linear|output)\s+layer\b",
    re.I,
)

# -- feed-forward parts ---------------------------------------------------------------------------

FEED_FORWARD = Pattern(r"\bfeed-?forward|\bFFN\b|\bMLP\b", re.I)
NO_FEED_FORWARD = Pattern(
    r"\b(?:up|down|first|second|gate\w*|expert\w*|MoE|rank|LoRA|each\s+(?:matrix|half)|output|classifier|head)\b",
    re.I,
)


def feed_forward(claim: Claim, scene: Scene, code: Layers) -> Values | None:
    """Two matrices, d × f and f × d, or three with a gate."""
    if not FEED_FORWARD.search(claim.label) or NO_FEED_FORWARD.search(claim.own):
        return None
    d = scene.nearest("width", claim.number, claim.start, scene.values("head size", "inner"))
    f = scene.nearest("inner", claim.number, claim.start)
    if not d or not f or f <= d:
        return None
    formula = f"2 × {d:,} × {f:,}"
    plain, with_bias = (
        Value(2 * d * f, formula),
        Value(2 * d * f + d + f, f"{formula} + {f:,} + {d:,}"),
    )
    right = [Value(k * d * f, "") for k in (3, 6)] + [Value(2 * d * f + k * d, "") for k in (2, 3)]
    wrong = [Value(d * f + b, "", f"{d:,} × {f:,} is one of two matrices") for b in (0, d, f)]
    if counts_biases(claim, scene):
        wrong.append(Value(2 * d * f, "", "that leaves the biases out"))
        return [*right, with_bias], wrong
    return [*right, with_bias, plain], wrong
