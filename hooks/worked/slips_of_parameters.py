"""Counts of parameters that are wrong and follow from the page's sizes by a typical slip.

A bias is left out or added for each input, one gate stands for four, one factor of an adapter for
both, three projections for four, input channels are forgotten, a digit is miswritten.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from hooks.language.wording import JOINER
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.counted_claims import Claim, claims
from hooks.worked.facts import Passage
from hooks.worked.named_sizes import COUNT, N, Scene
from hooks.worked.sizes import TIMES, Verdict, has_one, integer, judged
from hooks.worked.slips import Value, is_quoted_or_taken_back, misread, slip_in

Values = tuple[list[Value], list[Value]]
"""The right values of a claim, the likeliest last, and those of slips."""

MARKS = ("param", "weights", "trainable", "bias", "numbers", "lora", "adapt")


def verdicts(page: Question, passages: Sequence[Passage]) -> Iterator[Verdict]:
    scene = Scene(page, passages)
    readers = [read for read, marks in READERS if has_one(scene.lower, marks)]
    if not readers or not has_one(scene.lower, MARKS):
        return
    pairs = code_pairs(page)
    found = [claim for claim in claims(passages) if not is_quoted_or_taken_back(claim.passage, claim.start)]
    for claim in found:
        values = [read(claim, scene, found, pairs) for read in readers]
        yield from verdict_on(claim, [both for both in values if both])


def verdict_on(claim: Claim, values: Sequence[Values]) -> Iterator[Verdict]:
    """Wrong by a slip that one reader knows, unless another one knows the value as right."""
    if any(claim.said(value.number) for right, _ in values for value in right):
        return
    for right, wrong in values:
        is_computed = claim.label.rstrip(" *_`").endswith("=")  # arithmetic checks its digits
        digits = () if is_computed else misread(claim.value, right[-1:])
        slip = slip_in(claim.said, right, [*wrong, *digits])
        if slip:
            best = right[-1]
            text = f"{best.formula} = {best.number:,}, but {slip.slip}"
            yield judged(claim.passage, (claim.start, claim.end), False, text)
            return


def context(claim: Claim, scene: Scene, pattern: re.Pattern[str]) -> str:
    """The text nearest to a claim that names one of a pattern's kinds.

    It stands before the claim in its passage, close behind it, before its passage in the
    paragraph, or is the heading.
    """
    texts = (claim.label, claim.before, claim.behind[:40], claim.lead, scene.above(claim.passage))
    return next((text for text in texts if pattern.search(text)), "")


# -- biases ---------------------------------------------------------------------------------------

WITH_BIAS = Pattern(
    r"\b(?:with\s+(?:a\s+|the\s+|its\s+)?bias(?:es)?|bias(?:es)?\s+(?:are\s+|is\s+)?(?:counted|included|everywhere|each)"
    r"|count(?:ing|s)?\s+(?:the\s+|its\s+)?(?:bias\s+vector|bias(?:es)?)|includ(?:ing|es)\s+(?:the\s+|its\s+)?bias(?:es)?"
    r"|(?:all|every|each)\b[^.;]{0,30}\b(?:has|have)\s+(?:a\s+)?bias(?:es)?|plus\s+bias(?:es)?|and\s+bias(?:es)?)\b|[+&]\s*bias",
    re.I,
)
WITHOUT_BIAS = Pattern(
    r"\b(?:without|no|ignoring|excluding|minus)\s+(?:the\s+|any\s+|a\s+)?bias(?:es)?\b|bias\s*=\s*False|bias-free|weights\s+alone",
    re.I,
)


def counts_biases(claim: Claim, scene: Scene) -> bool:
    """Whether a count is said to include biases, by itself or by the page for all."""
    if claim.is_of_weights or WITHOUT_BIAS.search(claim.own):
        return False
    if WITH_BIAS.search(claim.own):
        return True
    return bool(WITH_BIAS.search(scene.lower)) and not WITHOUT_BIAS.search(scene.lower)


# -- dense layers and convolutions ----------------------------------------------------------------

CHAIN = Pattern(rf"{N}(?:\s*(?:→|->|-->|⟶|⇒)\s*{N}){{1,5}}")
PAIRS = (
    CHAIN,
    Pattern(
        rf"{N}\s+(?:inputs?|features|input\s+\w+|channels|dims?|values)\s*(?:,|and|to|into|with|→)\s*(?:and\s+)?{N}"
        r"(?=\s+\w)",
        re.I,
    ),
    Pattern(rf"\bfrom\s+{N}\s+(?:\w+\s+){{0,2}}?(?:in)?to\s+{N}", re.I),
    Pattern(r"\bLinear\(\s*(?:in_features\s*=\s*)?\d+,\s*(?:out_features\s*=\s*)?\d+"),
)
CODE_PAIR = Pattern(r"\bLinear\(\s*(?:in_features\s*=\s*)?(\d+),\s*(?:out_features\s*=\s*)?(\d+)")
KERNEL = Pattern(rf"(?<![\d×])(?P<k>\d{{1,2}}){TIMES}(?P=k)(?!\d|{TIMES}\d)")
NO_LAYER = Pattern(
    r"\b(?:LSTM|GRU|RNN|LoRA|rank|depth-?wise|separable|group\w*|transposed|tied|shared|prun\w*|quanti\w*"
    r"|embedding|adapters?|deconv\w*|factori\w*)\b",
    re.I,
)
OUTPUT_NOUN = Pattern(
    r"(?P<a>\d[\d,]*)\s+(?:outputs?|classes|labels)\b|\b(?P<one>single|one)\s+output|\boutput(?:s|\s+layer|\s+units)?(?:\s+(?:of|with))?\s+(?P<b>\d+)\b",
    re.I,
)
HIDDEN_WIDTHS = Pattern(
    rf"\bhidden\s+layers?\b[^.;\d]{{0,20}}(?P<a>{N}(?:\s*(?:,|and|,\s*and)\s*{N}){{0,3}})|(?P<b>{N}(?:\s*(?:,|and)\s*{N}){{0,3}})\s+hidden",
    re.I,
)

OF_NETWORK = Pattern(r"\b(?:param\w*|weights|bias(?:es)?|numbers)\b", re.I)

Layers = list[tuple[int, int]]


def lead_of(claim: Claim, scene: Scene) -> str:
    """What stands above a list or table of layers: the paragraph before it, and the heading."""
    blocks = scene.page.blocks
    at = next((i for i, block in enumerate(blocks) if block is claim.passage.block), 0)
    while at and blocks[at].kind in ("item", "table", "math"):
        at -= 1
    cluster = [p.plain for p in scene.passages if p.place[:4] == claim.passage.place[:4]]
    texts = [scene.above(claim.passage), blocks[at].text.content[:300], blocks[0].text.content]
    return "\n".join([*texts, *cluster])


def code_pairs(page: Question) -> Layers:
    """Inputs and outputs of the dense layers in the programs of a page."""
    return [
        (int(found[1]), int(found[2]))
        for block in page.blocks
        if block.kind == "code" and "Linear(" in block.text.content
        for found in CODE_PAIR.finditer(block.text.content)
    ]


def pairs_in(text: str) -> Layers:
    """The layers of the last place of a text that gives their sizes."""
    last: tuple[int, list[int]] = (-1, [])
    for pattern in PAIRS:
        for found in pattern.finditer(text):
            sizes = [integer(size) for size in re.findall(r"\d[\d,]*", found[0])]
            last = max(last, (found.start(), sizes))
    return list(pairwise(last[1])) if all(last[1]) else []


def widths_in_words(scene: Scene) -> Layers:
    """The layers of "42 features. Two hidden layers, 64 and 32 units, and a single output."."""
    hidden = list(HIDDEN_WIDTHS.finditer(scene.lower))
    given, last = scene.sizes("inputs"), list(OUTPUT_NOUN.finditer(scene.lower))
    if len(hidden) != 1 or not given or not last:
        return []
    named = re.findall(r"\d[\d,]*", hidden[0]["a"] or hidden[0]["b"])
    first = given[0].value
    end = 1 if last[0]["one"] else integer(last[0]["a"] or last[0]["b"])
    return list(pairwise([first, *map(integer, named), end]))


def dense(claim: Claim, scene: Scene, others: Sequence[Claim], code: Layers) -> Values | None:
    """Layers of stated inputs and outputs, also convolutions from channels to channels."""
    if NO_LAYER.search(claim.label) or not OF_NETWORK.search(f"{claim.noun} {claim.own} {claim.lead} {lead_of(claim, scene)}"):
        return None
    own = pairs_in(claim.label) or (WITH_BIAS.search(claim.own) and pairs_in(f"{claim.lead} {claim.before}"))
    has_bias = counts_biases(claim, scene) or siblings_have(claim, others)
    if own:
        kernel = KERNEL.search(claim.label)
        k = int(kernel["k"]) if kernel else 1
        return of_layers(own, k, has_bias and not claim.is_of_weights, claim)
    layers = [*code, *widths_in_words(scene)]
    if not layers or not has_bias or not re.search(r"layer|output|linear", claim.own, re.I):
        return None
    each = [of_layers([pair], 1, True, claim) for pair in layers]
    return [v for right, _ in each for v in right], [v for _, wrong in each for v in wrong]


def of_layers(layers: Layers, k: int, has_bias: bool, claim: Claim) -> Values:
    """The right counts of layers in a row, and those of slips."""
    sides = f"{k} × {k} × " if k > 1 else ""
    weights = sum(k * k * n * m for n, m in layers)
    biases = sum(m for _, m in layers)
    formula = " + ".join(f"{sides}{n:,} × {m:,}" for n, m in layers)
    with_bias = Value(weights + biases, f"{formula} + {biases:,}")
    plain = Value(weights, formula)
    right = [with_bias] if has_bias else [with_bias, plain]
    (n, m), *rest = layers
    slips = [Value(weights + n, formula, f"{n:,} inputs have no biases")]
    if has_bias:
        slips.append(Value(weights, formula, f"{formula} leaves the {biases:,} biases out"))
        slips.append(Value(weights + 1, formula, "there is a bias for each output"))
    elif WITHOUT_BIAS.search(claim.own):
        right = [plain]
        slips.append(Value(weights + biases, formula, f"that counts {biases:,} biases"))
    if k > 1:
        for count in (k * k * m, k * k * m + m):
            slips.append(Value(count, formula, f"that leaves the {n:,} input channels out"))
    if rest and not ONE_OF_CHAIN.search(claim.own):
        slips.append(Value(n * m, formula, f"{n:,} × {m:,} is one of {len(layers)} matrices"))
        slips.append(Value(n * m + m, formula, f"{n:,} × {m:,} is one of {len(layers)} matrices"))
    right = right if any(v.number == weights for v in right) or has_bias else [*right, plain]
    return right, [slip for slip in slips if slip.number > 30]


ONE_OF_CHAIN = Pattern(r"\b(?:encoder|decoder|first|second|each|per|up|down|one|half)\b", re.I)


def siblings_have(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether other layers of the same list or table count their biases, and none leaves them out."""
    kind = claim.passage.block.kind
    if claim.is_of_weights or kind not in ("item", "table"):
        return False
    cluster = claim.passage.place[:4]
    with_bias = without = 0
    for other in others:
        is_near = other.passage.block.kind == kind and other.passage.place[:4] == cluster
        if not is_near or other is claim or NO_LAYER.search(other.label):
            continue
        layers = pairs_in(other.label)
        kernel = KERNEL.search(other.label)
        k = int(kernel["k"]) if kernel else 1
        weights = sum(k * k * n * m for n, m in layers)
        with_bias += bool(layers) and other.value == weights + sum(m for _, m in layers)
        without += bool(layers) and other.value == weights
    return with_bias > without + 1 or (with_bias > 0 and not without)


# -- convolutions of stated filters ---------------------------------------------------------------

FILTERS = Pattern(rf"(?P<n>{COUNT})\s+(?:\w+\s+)?(?:maps|filters|kernels|output\s+channels)\b", re.I)
CHANNELS = Pattern(
    rf"(?P<n>{COUNT})\s+(?:\w+\s+)?(?:channels?|maps|filters|kernels)\b|\b(?P<rgb>RGB|colou?r)\b|\b(?P<gray>gr[ae]y)",
    re.I,
)
CONVOLUTION = Pattern(r"\bconv", re.I)


def convolution(claim: Claim, scene: Scene, others: Sequence[Claim], code: Layers) -> Values | None:
    """conv 5×5, 16 maps: with the channels that the layer before it gives."""
    text = claim.label
    kernel = KERNEL.search(text)
    filters = FILTERS.search(text) or FILTERS.search(claim.lead)
    if not CONVOLUTION.search(text) or NO_LAYER.search(text) or not kernel or not filters:
        return None
    k, m = int(kernel["k"]), integer(filters["n"])
    own = FROM_CHANNELS.search(text)
    before = [integer(own["n"])] if own else channels_before(claim, scene)
    if not before:
        return None
    has_bias = counts_biases(claim, scene) or siblings_have(claim, others)
    right, wrong = of_layers([(before[-1], m)], k, has_bias, claim)
    for n in before[:-1]:
        right = [*of_layers([(n, m)], k, has_bias, claim)[0], *right]
    return right, wrong


FROM_CHANNELS = Pattern(rf"\b(?:from|on|over|with)\s+(?P<n>{N})\s+(?:input\s+)?(?:channels|maps)\b", re.I)


def channels_before(claim: Claim, scene: Scene) -> list[int]:
    """The channels that a layer may get: those of the item before it, or any that are stated."""
    found: list[int] = []
    for number in range(claim.number - 1, -1, -1):
        passage = scene.passages[number]
        own = [channels_of(c) for c in CHANNELS.finditer(passage.plain)]
        found = [*own, *found]
        is_list = passage.block.kind == claim.passage.block.kind == "item"
        if own and is_list and len(set(own)) == 1:
            return own[-1:]
    return [count for count in found if count]


def channels_of(found: re.Match[str]) -> int:
    if found["n"]:
        return integer(found["n"]) or 0
    return 3 if found["rgb"] else 1


# -- recurrent layers -----------------------------------------------------------------------------

CELL = Pattern(r"\b(?:Bi-?)?(?P<kind>LSTM|GRU|RNN|Elman)s?\b")
GATES = {"LSTM": 4, "GRU": 3}
OF_BIAS = Pattern(r"\bbias(?:es)?(?:\s+\w+)?\s+(?:per|for\s+each|in\s+each)\s+gate", re.I)
OF_GATE = Pattern(
    r"\b(?:per|each|one|single|every|a|forget|input|output|update|reset|candidate)\s+(?:\w+\s+)?(?:gate|block)s?\b",
    re.I,
)
BOTH_WAYS = Pattern(r"\bbi-?\s?(?:directional|LSTM|GRU)|\bboth\s+directions|\beach\s+direction", re.I)
BOTH = Pattern(r"\bboth\b|\bbi-?directional\b|\btogether\b", re.I)
FACTORS = Pattern(rf"\(\s*({N})\s*\+\s*({N})\s*\)\s*[·×*]\s*\2")


def recurrent(claim: Claim, scene: Scene, others: Sequence[Claim], code: Layers) -> Values | None:
    """4 gates of an LSTM and 3 of a GRU, each with h (n + h) weights and h biases."""
    text = context(claim, scene, CELL)
    kinds = [found["kind"] for found in CELL.finditer(text)]
    own = OF_BIAS.sub("", claim.own)
    if not kinds or kinds[-1] not in GATES or OF_GATE.search(own) or claim.value < 500:
        return None
    if is_factor(claim, scene):
        return None
    if re.search(r"coupled|peephole|projected|minimal", claim.own, re.I):
        return None
    gates = GATES[kinds[-1]]
    sizes = cell_sizes(claim, scene)
    if not sizes:
        return None
    ways = (1, 2) if BOTH_WAYS.search(scene.lower) else (1,)
    all_pairs = {(n, h) for n in scene.values("inputs", "hidden", "columns") for h in scene.values("hidden")}
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
    return (integer(found[-1][1]), integer(found[-1][2])) if found else None


# -- attention ------------------------------------------------------------------------------------

ATTENTION = Pattern(r"\battention|\bprojections?\b|\bQKV\b|\bW_?[QKVO]\b|\bMHA\b", re.I)
FOUR = Pattern(
    r"\b(?:four|4)\s+(?:[\w×·]+\s+)?(?:projections?|matrices|maps)\b|\bQ\s*,\s*K\s*,\s*V\s*(?:,|and|,\s*and)\s*O\b"
    r"|\bW_?Q\s*,\s*W_?K\s*,\s*W_?V\s*(?:,|and|,\s*and)\s*W_?O\b|\b4d²|\b4\s*[·×*]?\s*d\s*\^?[2²]",
    re.I,
)
PART_OF_ATTENTION = Pattern(
    r"\b(?:each|per|one|single|only|fused|combined|qkv|output\s+projection|kv\s+heads?|gqa|mqa|grouped|three|two"
    r"|queries|keys|LoRA|rank|block\s+of|cross)\b",
    re.I,
)


def attention(claim: Claim, scene: Scene, others: Sequence[Claim], code: Layers) -> Values | None:
    """Four projections of d × d, of which none is left out."""
    if not context(claim, scene, ATTENTION) or not FOUR.search(scene.lower):
        return None
    if PART_OF_ATTENTION.search(claim.own) or OTHER_PART.search(claim.label):
        return None
    heads = scene.values("head size")
    d = scene.nearest("width", claim.number, claim.start, heads) or square_side(scene)
    if not d:
        return None
    if BIASES_ADD.search(claim.label):
        return [Value(4 * d, f"4 × {d:,}")], [Value(k * d, "", "each of four has its own") for k in (1, 3)]
    right = [Value(k * (d * d + b * d), "") for k in (1, 2, 4) for b in (0, 1)]
    if WITH_BIAS.search(claim.own) and not WITHOUT_BIAS.search(claim.own):
        right.append(Value(4 * d * d + 4 * d, f"4 × ({d:,}² + {d:,})"))
    else:
        right.append(Value(4 * d * d, f"4 × {d:,}²"))
    wrong = [
        Value(3 * (d * d + b * d), "", "that is three projections and not four") for b in (0, 1)
    ]
    wrong.append(Value(4 * d * d + d, "", "each projection has its own biases"))
    return right, wrong


BIASES_ADD = Pattern(r"\bbias(?:es)?\s+(?:add|are|make|bring|:)\s*$", re.I)
OTHER_PART = Pattern(r"feed-?forward|embedding|LSTM|GRU|norm|MLP|FFN|positions?|layer\b", re.I)

SQUARE = Pattern(rf"(?P<d>{N}){TIMES}(?P=d)(?!\d|{TIMES}\d)")


def square_side(scene: Scene) -> int | None:
    found = {integer(square["d"]) for p in scene.passages for square in SQUARE.finditer(p.plain)}
    return found.pop() if len(found) == 1 else None


# -- embeddings and norms -------------------------------------------------------------------------

EMBEDDING = Pattern(r"\bembedding|\bvocab|\bword\s+vectors|\blookup\b", re.I)
NO_EMBEDDING = Pattern(r"\b(?:block|projection|layer\s+norm|attention|hash\w*|factori\w*)\b", re.I)


def embedding(claim: Claim, scene: Scene, others: Sequence[Claim], code: Layers) -> Values | None:
    """A row for each token, position or item."""
    if not context(claim, scene, EMBEDDING) or NO_EMBEDDING.search(claim.label):
        return None
    rows = scene.nearest("rows", claim.number, claim.start)
    columns = scene.nearest("columns", claim.number, claim.start, scene.values("rows"))
    if not rows or not columns or rows < 100 or columns < 2:
        return None
    every = {(n, d) for n in scene.values("rows", "tokens") for d in scene.values("columns", "width", "inputs")}
    right = [Value(n * d + b * d, "") for n, d in every for b in (0, 1, 2)]
    right.append(Value(rows * columns, f"{rows:,} × {columns:,}"))
    whole = [value for value in right if list(misread(claim.value, [value]))]
    if len({value.number for value in whole}) == 1:
        right.append(Value(whole[0].number, f"{rows:,} × {columns:,}" if whole[0].number == rows * columns else "rows × columns"))
    return right, [
        Value(rows + columns, "", "the sizes are added"),
        Value((rows - 1) * columns, "", "that leaves a row out"),
    ]


NORM = Pattern(r"\b(?P<two>two\s+)?(?:layer|batch)[\s-]?norm(?:alization|s)?\b", re.I)
UNITS = Pattern(rf"(?P<n>{N})\s+(?:\w+\s+)?(?:channels|maps|features|units|dimensions)\b", re.I)
OTHER_OF_NORM = Pattern(r"\b(?:each|width|running|statistics|moving|only\s+scale|RMS\w*|bias-free|block)\b", re.I)


def norm(claim: Claim, scene: Scene, others: Sequence[Claim], code: Layers) -> Values | None:
    """A scale and a shift for each channel or unit."""
    found = list(NORM.finditer(context(claim, scene, NORM)))
    if not found or OTHER_OF_NORM.search(claim.behind[:25]) or not is_counted(claim):
        return None
    near = [integer(f["n"]) for f in UNITS.finditer(f"{claim.lead} {claim.before} {claim.behind[:40]}")]
    widths = scene.values("width") | {*near}
    heads = scene.values("head size")
    d = scene.nearest("width", claim.number, claim.start, heads)
    d = near[-1] if near else d or square_side(scene)
    if not d or d < 16:
        return None
    times = 2 if found[-1]["two"] else 1
    right = [Value(2 * times * width * k, "") for width in widths for k in (1, 2)]
    right.append(Value(2 * times * d, f"{times} × 2 × {d:,}" if times > 1 else f"2 × {d:,}"))
    return right, [Value(times * d, "", "a norm has a scale and a shift for each")]


def is_counted(claim: Claim) -> bool:
    """Whether it is a count, "128 trainable numbers", and not the width: "a norm of 128 units"."""
    return bool(claim.noun) or claim.label.rstrip(" *_`").endswith((":", "=", "\n"))


# -- low-rank adapters ----------------------------------------------------------------------------

ONE_FACTOR = Pattern(
    r"(?:^|[^\w])(?:A|B)(?:\s+(?:is|has|and|of|alone)\b|\s*[:=\n])|\b(?:[Ff]actors?|each|first|second|down|up|half)\b"
)
MATRIX = Pattern(rf"({N}){TIMES}({N})(?!\d|{TIMES}\d|\s*[=+])")
WHOLE_MODEL = Pattern(
    r"\b(?:altogether|in\s+(?:all|total)|total|whole\s+model|entire\s+model|overall|all\s+(?:\w+\s+)?(?:layers|blocks))\b", re.I
)
ONE_BLOCK = Pattern(r"\b(?:per|one|each|a)\s+(?:\w+\s+)?(?:layer|block)\b", re.I)
PER_MATRIX = Pattern(r"\bper\s+(?:\w+\s+)?(?:matrix|projection)\b|\badapted\s+matrix\b", re.I)
MATRICES = Pattern(rf"({N})\s+(?:\w+\s+)?matrices\b", re.I)
PROJECTIONS = Pattern(r"\bW_?\{?([qkvo])\b|(?<![\w_])([qkvo])\b(?=\s*[$*`]*\s*(?:,|and\b|&|\+|[.;)\n]|$))", re.I)
IN_WORDS = Pattern(r"\b(quer(?:y|ies)|keys?|values?|outputs?)\b(?=\s*(?:,|and\b|projection))", re.I)
NO_ADAPTER = Pattern(r"\b(?:frozen|full|whole\s+matrix|embedding|saved|file|MB|steps|examples|original)\b", re.I)


def adapter(claim: Claim, scene: Scene, others: Sequence[Claim], code: Layers) -> Values | None:
    """r (a + b) numbers for the adapter of an a × b matrix, and their multiples."""
    r = scene.nearest("rank", claim.number, claim.start)
    if not r or claim.value < 1000 or NO_ADAPTER.search(claim.own):
        return None
    shapes = matrices_in("\n".join(p.plain for p in scene.passages))
    shapes |= {(d, d) for d in scene.values("width")}
    shapes = {(a, b) for a, b in shapes if min(a, b) >= 2 * r and max(a, b) >= 64}
    nearest = nearest_matrix(claim, scene, shapes)
    if not nearest:
        return None
    prose = {n.value for n in scene.sizes("rank") if scene.passages[n.passage].block.kind != "table"}
    singles = {k * (a + b) for k in {r, *prose} for a, b in shapes}
    (a, b), count = nearest, 1
    own = f"{claim.lead[-80:]} {claim.own}"
    if not PER_MATRIX.search(claim.own):
        if WHOLE_MODEL.search(own):
            count = count_of_matrices(claim, scene)
        elif ONE_BLOCK.search(claim.own):
            count = named_matrices(scene)
        elif ONE_FACTOR.search(claim.label[-60:]):
            return None
    if not count:
        return None
    single = r * (a + b)
    is_one = count == 1 and not ONE_BLOCK.search(own)
    counts = {count} if count > 1 else {1, *possible_counts(scene)}
    right = [Value(one * n, "") for one in singles for n in counts]
    times = f"{count} × " if count > 1 else ""
    right.append(Value(single * count, f"{times}{r} × ({a:,} + {b:,})"))
    if is_one:
        wrong = [Value(r * side, "", f"{r} × {side:,} is one of the two factors") for side in (a, b)]
        return right, [*wrong, Value(r * a * b, "", "the sides are multiplied")]
    half = "that is half of the matrices or of their factors"
    return right, [
        Value(single * count // 2, "", half),
        Value(single * count // 4, "", "that is a quarter"),
        Value(r * a * b, "", "the sides are multiplied"),
    ]


def matrices_in(text: str) -> set[tuple[int, int]]:
    found = {(integer(one), integer(two)) for one, two in MATRIX.findall(text)}
    return {(a, b) for a, b in found if a and b}


def possible_counts(scene: Scene) -> set[int]:
    """How many matrices a claim that does not say so may speak of."""
    stated = {1, *scene.values("layers"), *counted_matrices(scene, len(scene.passages))}
    return {a * b for a in stated for b in range(1, 9)}


def counted_matrices(scene: Scene, until: int) -> list[int]:
    """The counts of matrices in the passages before one."""
    found = (n for p in scene.passages[:until] for n in MATRICES.findall(p.plain))
    return [count for count in map(integer, found) if count]


def named_matrices(scene: Scene) -> int:
    """How many projections of a layer the page adapts: W_q and W_v are 2; 0 if it doesn't say."""
    letters = {one or other for one, other in PROJECTIONS.findall(scene.lower)}
    in_words = {word[0].lower() for word in IN_WORDS.findall(scene.lower)}
    named = letters if len(letters) > 1 else in_words
    return len(named) if len(named) > 1 else 0


def count_of_matrices(claim: Claim, scene: Scene) -> int:
    """How many matrices the whole model adapts: as stated, or those of each layer."""
    stated = counted_matrices(scene, claim.number + 1)
    layers = scene.nearest("layers", claim.number, claim.start)
    return stated[-1] if stated else (layers or 0) * (named_matrices(scene) or 1)


def nearest_matrix(
    claim: Claim, scene: Scene, shapes: set[tuple[int, int]]
) -> tuple[int, int] | None:
    """The shape of the adapted matrices that stands nearest before a claim."""
    for number in range(claim.number, -1, -1):
        text = claim.before if number == claim.number else scene.passages[number].plain
        if found := matrices_in(text) & shapes:
            return max(found) if len(found) == 1 or number == claim.number else min(found)
    return max(shapes, default=None)


# -- products without their biases ----------------------------------------------------------------


def product(claim: Claim, scene: Scene, others: Sequence[Claim], code: Layers) -> Values | None:
    """A count "with biases" that is the product of sizes stated just before it."""
    if claim.label.rstrip().endswith("="):
        return None
    if not WITH_BIAS.search(claim.own) or WITHOUT_BIAS.search(claim.own) or claim.is_of_weights:
        return None
    text = f"{claim.lead[-200:]} {claim.before}"
    sizes = {integer(n) for n in re.findall(N, text)} - {None, 0, 1}
    for n in sizes:
        if claim.value % n == 0 and claim.value // n in sizes and n * n != claim.value:
            m = claim.value // n
            if min(n, m) >= 8:
                right = [Value(claim.value + b, f"{n:,} × {m:,} + {b:,}") for b in (n, m)]
                last = max(text.rfind(f"{n:,}"), text.rfind(str(n)))
                if last > max(text.rfind(f"{m:,}"), text.rfind(str(m))):
                    right.reverse()
                return right, [Value(claim.value, "", f"{n:,} × {m:,} leaves the biases out")]
    return None


Reader = Callable[[Claim, Scene, Sequence[Claim], Layers], Values | None]
# Who reads a claim, and the words of which the page must hold one, in lower case.
READERS: tuple[tuple[Reader, tuple[str, ...]], ...] = (
    (adapter, ("lora", "low-rank", "adapter", "adapted")),
    (recurrent, ("lstm", "gru")),
    (norm, ("norm",)),
    (embedding, ("embedding", "vocab", "lookup", "word vectors")),
    (attention, ("attention", "projection")),
    (convolution, ("conv",)),
    (dense, ("→", "->", "linear(", "layer", "inputs")),
    (product, ("bias",)),
)
