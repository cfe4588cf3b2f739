"""Counts of parameters that are wrong and follow from the page's sizes by a typical slip.

A bias is left out or added for each input, one gate stands for four, one factor of an adapter for
both, three projections for four, input channels are forgotten, a digit is miswritten.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from hooks.calculation.misprints import miswritten
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.claim_contexts import (
    WITHOUT_BIAS,
    Layers,
    Values,
    context,
    counts_biases,
    lacks_bias,
    says_biases,
    square_side,
)
from hooks.worked.counted_claims import Claim
from hooks.worked.named_sizes import COUNT, N, Scene
from hooks.worked.sizes import TIMES, Verdict, has_one, integer, judged
from hooks.worked.slips import Value, misread, slip_in
from hooks.worked.slips_of_adapters import adapter
from hooks.worked.slips_of_blocks import attention, feed_forward, recurrent


def verdicts(scene: Scene) -> Iterator[Verdict]:
    for claim, values in zip(scene.claims, readings(scene), strict=True):
        yield from verdict_on(claim, values)


def readings(scene: Scene) -> list[list[Values]]:
    """What each reader knows of each claim of a page."""
    readers = [read for read, marks in READERS if has_one(scene.lower, marks)]
    code = code_pairs(scene.page)
    return [
        [both for read in readers if (both := read(claim, scene, code))] for claim in scene.claims
    ]


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


# -- dense layers and convolutions ----------------------------------------------------------------

CHAIN = Pattern(rf"{N}(?:\s*(?:→|->|-->|⟶|⇒)\s*{N}(?!\d|\s*[×x]\s*\d)){{1,5}}")
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
AND_BACK = Pattern(r"\s*(?:units\s*)?,?\s+and\s+back\b", re.I)
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

NAMES_LAYER = Pattern(r"layer|output|linear", re.I)
OF_NETWORK = Pattern(r"\b(?:param\w*|weights|bias(?:es)?|numbers)\b", re.I)


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
            sizes += sizes[:1] if AND_BACK.match(text, found.end()) else []
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
    widths = [first, *map(integer, named), end]
    return list(pairwise(widths)) if all(widths) else []


def dense(claim: Claim, scene: Scene, code: Layers) -> Values | None:
    """Layers of stated inputs and outputs, also convolutions from channels to channels."""
    if NO_LAYER.search(claim.label) or not OF_NETWORK.search(
        f"{claim.noun} {claim.own} {claim.lead} {lead_of(claim, scene)}"
    ):
        return None
    own = pairs_in(claim.label) or (says_biases(claim) and pairs_in(f"{claim.lead} {claim.before}"))
    has_bias = counts_biases(claim, scene) or siblings_have(claim, scene.claims)
    if own:
        kernel = KERNEL.search(claim.label)
        k = int(kernel["k"]) if kernel else 1
        return of_layers(own, k, has_bias and not claim.is_of_weights, claim)
    layers = [*code, *scene.once(widths_in_words)]
    if not layers or not has_bias or not NAMES_LAYER.search(claim.own):
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
    """Whether the other layers of its list or table count their biases."""
    kind = claim.passage.block.kind
    if claim.is_of_weights or kind not in ("item", "table") or lacks_bias(claim):
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

FILTERS = Pattern(
    rf"(?P<n>{COUNT})\s+(?:\w+\s+)?(?:maps|filters|kernels|output\s+channels)\b", re.I
)
CHANNELS = Pattern(
    rf"(?P<n>{COUNT})\s+(?:\w+\s+)?(?:channels?|maps|filters|kernels)\b|\b(?P<rgb>RGB|colou?r)\b|\b(?P<gray>gr[ae]y)",
    re.I,
)
CONVOLUTION = Pattern(r"\bconv", re.I)


def convolution(claim: Claim, scene: Scene, code: Layers) -> Values | None:
    """conv 5×5, 16 maps: with the channels that the layer before it gives."""
    text = claim.label
    kernel = KERNEL.search(text)
    filters = FILTERS.search(text) or FILTERS.search(claim.lead)
    if not CONVOLUTION.search(text) or NO_LAYER.search(text) or not kernel or not filters:
        return None
    k, m = int(kernel["k"]), integer(filters["n"])
    own = FROM_CHANNELS.search(text)
    before = [integer(own["n"] or own["m"])] if own else channels_before(claim, scene)
    if not m or not before or not all(before):
        return None
    has_bias = counts_biases(claim, scene) or siblings_have(claim, scene.claims)
    right, wrong = of_layers([(before[-1], m)], k, has_bias, claim)
    for n in before[:-1]:
        right = [*of_layers([(n, m)], k, has_bias, claim)[0], *right]
    return right, wrong


FROM_CHANNELS = Pattern(
    rf"\b(?:from|on|over|with)\s+(?P<n>{N})\s+(?:input\s+)?(?:channels|maps)\b"
    rf"|(?P<m>{N})\s+(?:input|incoming)\s+(?:channels|maps)\b",
    re.I,
)


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


# -- embeddings and norms -------------------------------------------------------------------------

EMBEDDING = Pattern(
    r"\bembedding|\bvectors?\s+of\s+(?:length|size|width)|\bvocab|\bword\s+vectors|\blookup\b", re.I
)
NO_EMBEDDING = Pattern(r"\b(?:block|projection|layer\s+norm|attention|hash\w*|factori\w*)\b", re.I)


def embedding(claim: Claim, scene: Scene, code: Layers) -> Values | None:
    """A row for each token, position or item."""
    if not context(claim, scene, EMBEDDING) or NO_EMBEDDING.search(claim.label):
        return None
    rows = scene.nearest("rows", claim.number, claim.start)
    columns = scene.nearest("columns", claim.number, claim.start, scene.values("rows"))
    if not rows or not columns or rows < 100 or columns < 2 or claim.value in (rows, columns):
        return None
    every = {
        (n, d)
        for n in scene.values("rows", "tokens")
        for d in scene.values("columns", "width", "inputs")
    }
    right = [Value(n * d + b * d, "") for n, d in every for b in (0, 1, 2)]
    right.append(Value(rows * columns, f"{rows:,} × {columns:,}"))
    alike = [
        (n, columns)
        for n in scene.values("rows")
        if miswritten(claim.value, n * columns) and n >= 100 and n != claim.value
    ]
    if len(alike) == 1:
        (n, d), *_ = alike
        right.append(Value(n * d, f"{n:,} × {d:,}"))
    return right, [
        Value(rows + columns, "", "the sizes are added"),
        Value((rows - 1) * columns, "", "that leaves a row out"),
    ]


NORM = Pattern(r"\b(?P<two>two\s+)?(?:layer|batch)[\s-]?norm(?:alization|s)?\b", re.I)
UNITS = Pattern(rf"(?P<n>{N})\s+(?:\w+\s+)?(?:channels|maps|features|units|dimensions)\b", re.I)
OPENS_COUNT = Pattern(
    r"(?:[:=\n]|\b(?:adds?|has|have|makes?|needs?|holds?|brings?|with))[\s*_`]*$", re.I
)
OF_NORM = Pattern(r"norm\w*\((?P<n>\d+)\)", re.I)
RMS = Pattern(r"\brms")  # its norm has no shift
OTHER_OF_NORM = Pattern(
    r"\b(?:each|width|running|statistics|moving|only\s+scale|RMS\w*|bias-free|block)\b", re.I
)

ONE_OF_NORM = Pattern(r"\b(?:weights?|scales?|gains?|bias(?:es)?|shifts?)\b|[γβ]", re.I)


def norm(claim: Claim, scene: Scene, code: Layers) -> Values | None:
    """A scale and a shift for each channel or unit."""
    found = list(NORM.finditer(context(claim, scene, NORM)))
    if (
        not found
        or scene.says(RMS)
        or OTHER_OF_NORM.search(claim.behind[:25])
        or ONE_OF_NORM.search(claim.label)
        or not is_counted(claim)
    ):
        return None
    text = f"{claim.lead} {claim.before} {claim.behind[:40]}"
    written = (f["n"] for pattern in (UNITS, OF_NORM) for f in pattern.finditer(text))
    near = [width for width in map(integer, written) if width]
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
    return (
        bool(claim.noun) or "param" in claim.before.lower() or bool(OPENS_COUNT.search(claim.label))
    )


# -- products without their biases ----------------------------------------------------------------


def product(claim: Claim, scene: Scene, code: Layers) -> Values | None:
    """A count "with biases" that is the product of sizes stated just before it."""
    if claim.label.rstrip().endswith("=") or claim.is_of_weights or claim.value < LEAST_PRODUCT:
        return None
    if not says_biases(claim) or WITHOUT_BIAS.search(claim.own):
        return None
    text = "\n".join([*(p.plain for p in scene.passages[: claim.number]), claim.before])
    sizes = {integer(n) for n in re.findall(N, text)} - {None, 0, 1}
    kernels = {1, *(int(found["k"]) for found in KERNEL.finditer(text))}
    for k in sorted(kernels, reverse=True):
        for n in sorted(sizes):
            weights = claim.value // (k * k)
            m = weights // n
            if weights * k * k == claim.value and m * n == weights and m in sizes and m >= n:
                sides = f"{k} × {k} × " if k > 1 else ""
                formula = f"{sides}{n:,} × {m:,}"
                right = [
                    Value(claim.value + n, f"{formula} + {n:,}"),
                    Value(claim.value + m, f"{formula} + {m:,}"),
                ]
                if text.rfind(str(n)) > max(text.rfind(str(m)), text.rfind(f"{m:,}")):
                    right.reverse()
                return right, [Value(claim.value, "", f"{formula} leaves the biases out")]
    return None


LEAST_PRODUCT = 500


Reader = Callable[[Claim, Scene, Layers], Values | None]
# Who reads a claim, and the words of which the page must hold one, in lower case.
READERS: tuple[tuple[Reader, tuple[str, ...]], ...] = (
    (adapter, ("lora", "low-rank", "adapter", "adapted")),
    (recurrent, ("lstm", "gru")),
    (norm, ("norm",)),
    (embedding, ("embedding", "vocab", "lookup", "vectors")),
    (attention, ("attention", "projection")),
    (feed_forward, ("ffn", "mlp", "feed-forward", "feedforward")),
    (convolution, ("conv",)),
    (dense, ("→", "->", "linear(", "layer", "inputs")),
    (product, ("bias",)),
)
