"""The shapes that convolutions and pooling give, from what a page states.

A layer's input is the shape in its own sentence, or else the last one that the section stated: a
list of layers is read from top to bottom.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil

from hooks.language.wording import words
from hooks.pattern import Pattern
from hooks.worked.facts import Fact, Passage, chain_behind
from hooks.worked.sizes import (
    NEGATED,
    PRODUCT,
    SIDE,
    TIMES,
    TUPLE,
    Shape,
    Verdict,
    has_one,
    integer,
    judged,
    sides,
    written_sides,
)

LARGEST = 100_000  # of a side
LARGEST_WINDOW = 11  # of a kernel that is not called one

# -- what a sentence says of a layer --------------------------------------------------------------

LAYER = Pattern(
    r"\b(?:conv(?!e[nrxy]|in|ict)\w*|kernels?|filters?|\w*pool(?!ed\b)\w*|strides?|padding)\b", re.I
)
LAYER_MARKS = ("conv", "kernel", "filter", "pool", "stride", "padding")
TRANSPOSED = Pattern(r"\btransposed?\b|\bdeconv|ConvTranspose", re.I)
OUTPUT_PADDING = Pattern(r"output[\s_]padding", re.I)
CONVOLVES = Pattern(r"\bconv|\bkernels?\b|\bfilters?\b", re.I)
POOLS = Pattern(r"\b(?:max|average|avg|mean)?[\s-]?pool(?!\w*\s+of)", re.I)
SPECIAL = Pattern(
    r"\b(?:fractional\w*|up-?conv\w*|up-?sampling|global|adaptive|1[dD]|3[dD]|circular"
    r"|reflect\w*|causal|ceil_mode|partial|depth-?to-?space|two\s+(?:stacked|such|3)|three\s+"
    r"(?:stacked|such|3)"
    r"|stack\w*|blocks?|residual|receptive|unfold|patch\w*|both|(?:two|three|four|five|several)\s+(?:\w+\s+)?"
    r"(?:conv|layers|pool)\w*|each\s+(?:time|step)|twice|again|per\s+side|left|right)\b",
    re.I,
)
KERNEL_BEHIND = Pattern(
    r"[\s-]*(?:conv\w*|kernels?|filters?|windows?|(?:max|avg|average)?[\s-]?pool\w*)\b", re.I
)
KERNEL_BEFORE = Pattern(
    r"(?:\b(?:kernels?|filters?|windows?|pool\w*|conv(?!olv)\w*|convolv\w+\s+(?=with|using))\s*"
    r"(?:layer\s*)?(?:_?\s?sizes?)?\s*(?:of|=|:|is|with|using)?"
    r"(?:\s*an?)?(?:\s*size)?(?:\s*of)?|@)\s*\(?\s*$",
    re.I,
)
KERNEL_SIDE = Pattern(
    r"\b(?:kernel|filter|window)(?:\s*_?size|\s+width|\s+side)?\s*(?:of|=|:|is|F\s*="
    r"|K\s*=)?\s*\(?(\d{1,3})\b"
    rf"(?!{TIMES}\d|\s*(?:filters|kernels)|[.,]\d)",
    re.I,
)
STRIDE = Pattern(
    r"\bstrides?\s*(?:of|=|:|is|S\s*=)?\s*\(?(\d{1,2}|one|two|three|four)\b(?![.,]\d)|\bstride-"
    r"(\d)\b|(?<![\w_])s(?:tr)?\s*=\s*(\d{1,2})\b(?!\.\d)",
    re.I,
)
PADDING = Pattern(
    r"\bpadd?(?:ing)?\s*(?:of|=|:|is|P\s*=|defaults\s+to)?\s*[\"“'`(]*\s*(?P<n>\d{1,2}\b(?![.,]\d)|(?:one|two"
    r"|three)\b|same\b|valid\b|none\b|no\b)"
    r"|(?<![\w_])p\s*=\s*(?P<p>\d{1,2})\b(?!\.\d)"
    r"|[\"“'`]?\b(?P<word>same|valid)\b[\"”'`]?\s*(?:zero[\s-]?)?padding"
    r"|\b(?P<none>no|without(?:\s+any)?)\s+(?:zero[\s-]?)?padding\b"
    r"|\b(?P<zero>zero)[\s-]padding\s+of\s+(?P<m>\d{1,2})\b",
    re.I,
)
DILATION = Pattern(r"\bdilation\s*(?:rate)?\s*(?:of|=|:|is)?\s*(\d{1,2})\b|\bdilated\b", re.I)
COUNT = Pattern(
    rf"(?<![×x])(?<![×x]\s)\b(?P<n>{SIDE})\s+(?:\d+{TIMES}\d+(?:{TIMES}\d+)?\s+)?(?:filters|kernels"
    rf"|output\s+channels)\b"
    rf"|\bconv\w*\s+(?P<n2>\d+)\s*@|\b(?P<n3>\d+)\s*@\s*\d",
    re.I,
)
INPUT_BEHIND = Pattern(
    r"(?:\s*(?:RGB|gr[ae]y-?\s?scale|colou?r|pixels?))*[\s-]*(?:images?|inputs?|pictures?"
    r"|feature\s+maps?|volumes?|maps?|tensor)\b",
    re.I,
)
INPUT_BEFORE = Pattern(
    r"\b(?:inputs?|images?|takes?|turns?|from|on|feature\s+maps?|volumes?|applied\s+to|reduces?"
    r"|shrinks|halves|maps?|upsamples?"
    r"|convolv(?:es?|ing)|pads)\s*(?:_?\s?(?:size|shape|volume|image|tensor|dimensions?))?\s*"
    r"(?:of|=|:|is|an?|the|has)?\s*(?:the\s+)?(?:size|shape)?\s*"
    r"(?:of)?\s*(?:an?\s+)?\(?\s*$",
    re.I,
)
OUTPUT_BEFORE = Pattern(
    r"(?:\b(?:outputs?|outputs?\s+(?:size|shape|volume|feature\s+map|map|tensor)|result|gives?"
    r"|giving|produces?|yields?|returns?"
    r"|becomes?|in|into|to|get|is|has|leaves|leaving|out|obtain|size|shape|measures?)|→|->|⟶|⇒"
    r"|=>|=|≈|\\to)\s*(?:is|of|at|has|are|=|:|→)?\s*"
    r"(?:therefore\s+|thus\s+|then\s+|an?\s+|the\s+)?(?:output|shape|size|map|volume|still"
    r"|again)?\s*(?:of|is|=|:)?\s*(?:an?\s+)?\(?\s*$",
    re.I,
)
# What none but an output stands behind, whatever noun follows: "gives a 28 × 28 image".
GIVES_BEFORE = Pattern(
    r"(?:\b(?:gives?|giving|produc(?:es?|ing)|yield(?:s|ing)?|outputs?|outputting|returns?"
    r"|becomes?|results?\s+in"
    r"|resulting\s+in|leav(?:es|ing)|obtain(?:s|ing)?|(?:we|you|one)\s+gets?|(?:turns?|maps?"
    r"|reduces?|shrinks?|brings?|takes?)\s"
    r"[^.;]{1,50}?\s(?:in)?to)|→|->|⟶|⇒|=>|\\to)\s*(?:us\s+)?(?:an?\s+|the\s+)?"
    r"(?:output\s+)?(?:shape\s+|size\s+|map\s+|volume\s+|feature\s+map\s+)?(?:of\s+)?(?:size\s+"
    r"|shape\s+)?\(?\s*$",
    re.I,
)
INPUT_SIDE = Pattern(
    r"\binput\s*(?:size|width)?\s*(?:of|=|:|is)?\s*(\d{1,4})\b"
    r"(?![.,]\d|\s*(?:[×xX*]|channels|features))",
    re.I,
)
OUTPUT_SIDE = Pattern(
    r"\boutput(?:['’]s)?(?:\s+(?:feature\s+map|map|volume|image))?(?:\s+(?:size|width|height"
    r"|side|dimension|spatial\s+size))?"
    r"(?=\s*(?:is|=|:|will\s+be|has))",
    re.I,
)


@dataclass
class Layer:
    """A layer as one sentence describes it; None is what it does not say.

    padding: pixels on each side, or "same"; enlarges: it is a transposed convolution.
    """

    kernel: tuple[int, int] | None = None
    stride: int | None = None
    padding: int | str | None = None
    dilation: int = 1
    filters: int | None = None
    pools: bool = False
    enlarges: bool = False
    given: Shape | None = None
    outputs: list[re.Match[str]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)


def layer_in(passage: Passage) -> Layer | None:
    """The only layer that a sentence describes; None if it names none, several, or another kind."""
    plain = passage.plain
    if not speaks_of_layer(passage) or SPECIAL.search(plain):
        return None
    layer = Layer(pools=bool(POOLS.search(plain)) and not CONVOLVES.search(plain))
    layer.enlarges = bool(TRANSPOSED.search(plain))
    if layer.enlarges and OUTPUT_PADDING.search(plain):
        return None
    if POOLS.search(plain) and CONVOLVES.search(plain):  # a convolution, then pooling
        return None
    return layer if read_sizes(passage, layer) and read_options(plain, layer) else None


SYMBOLS = {
    "input": Pattern(r"(?<![\w_])(?:W|N|n|I|H|n_?\s?in|W_?\s?in)\s*=\s*(\d{1,4})\b(?!\.\d)"),
    "kernel": Pattern(r"(?<![\w_])(?:F|K|k|f)\s*=\s*(\d{1,2})\b(?!\.\d)"),
    "padding": Pattern(r"(?<![\w_])[Pp]\s*=\s*(\d{1,2})\b(?!\.\d)"),
    "stride": Pattern(r"(?<![\w_])[Ss]\s*=\s*(\d{1,2})\b(?!\.\d)"),
}


def in_symbols(passage: Passage) -> Layer | None:
    """W = 227, F = 11, P = 0, S = 4: the sizes of a convolution by the letters of its formula."""
    plain = passage.plain
    if plain.count("=") < len(SYMBOLS) or not has_one(plain, ("utput", "out")):
        return None
    found = {name: pattern.findall(plain) for name, pattern in SYMBOLS.items()}
    if any(len(set(values)) != 1 for values in found.values()):
        return None
    n, k, p, s = (int(values[0]) for values in found.values())
    return Layer((k, k), s, p, given=(n, n)) if n and k and s else None


def speaks_of_layer(passage: Passage) -> bool:
    return has_one(passage.lower, LAYER_MARKS) and bool(LAYER.search(passage.plain))


def read_sizes(passage: Passage, layer: Layer) -> bool:
    """Read kernel, input and outputs; False if one of them is said twice."""
    plain = passage.plain
    roles: dict[str, list[re.Match[str]]] = {"kernel": [], "input": [], "output": [], "": []}
    for found in [*PRODUCT.finditer(plain), *TUPLE.finditer(plain)]:
        shape = sides(found[0])
        if len(shape) >= 2 and max(shape) <= LARGEST and min(shape) >= 1:
            role = role_of_column(passage, found.start()) or role_of(found, plain, len(shape))
            roles[role].append(found)
    unclear, layer.outputs = roles[""], roles["output"]
    if not layer.outputs and unclear and ends_line(unclear[-1], plain):
        layer.outputs = [unclear.pop()]
    if not roles["kernel"] and unclear and is_window(unclear[0], plain):
        roles["kernel"] = [unclear.pop(0)]
    kernels = {sides(found[0])[:2] for found in roles["kernel"]}
    kernels |= {(int(k[1]), int(k[1])) for k in KERNEL_SIDE.finditer(plain)}
    if len(kernels) > 1 or len(roles["input"]) > 1 or len(unclear) > 1:
        return False
    if len({side for one in layer.outputs if (side := spatial(sides(one[0])))}) > 1:
        return False  # of several layers
    layer.kernel = next(iter(kernels), None)
    behind = unclear and layer.outputs and unclear[0].start() >= layer.outputs[0].start()
    return read_input(plain, layer, roles["input"] or ([] if behind else unclear))


def read_input(plain: str, layer: Layer, inputs: Sequence[re.Match[str]]) -> bool:
    """Read the input from the only shape that may be it, or from "input size 28"."""
    if inputs:
        layer.given = sides(inputs[0][0])
        layer.spans.append(inputs[0].span())
    elif single := INPUT_SIDE.search(plain):
        layer.given = (int(single[1]), int(single[1]))
        layer.spans.append(single.span(1))
    return True


OTHER_BEFORE = Pattern(
    r"\b(?:weights?|kernels?|filters?|param\w*|strides?"
    r"|(?<!no )(?<!same )(?<!valid )(?<!out )padding|matrix|window"
    r"|patch\w*)\b[^:\d]{0,16}:[\s*`_$]*$",
    re.I,
)


def ends_line(found: re.Match[str], plain: str) -> bool:
    """Whether a shape is all that stands behind a colon: "2 × 2 pooling: 14 × 14 × 8"."""
    is_last = not plain[found.end() :].strip(" .*`_$")
    if OTHER_BEFORE.search(plain, max(0, found.start() - 40), found.start()):
        return False
    return is_last and plain[: found.start()].rstrip(" *`_$").endswith(":")


def is_window(found: re.Match[str], plain: str) -> bool:
    """Whether a shape without a word for it is a kernel: "Conv: 32 filters, 3 × 3"."""
    shape = sides(found[0])
    named = CONVOLVES.search(plain, 0, found.start()) or POOLS.search(plain, 0, found.start())
    return len(shape) == 2 and shape[0] == shape[1] <= LARGEST_WINDOW and bool(named)


def role_of_column(passage: Passage, at: int) -> str:
    """What the head of a table's column says that its shapes are."""
    if passage.block.kind != "table":
        return ""
    heads, column = passage.block.rows[0], passage.text.content.count("\n", 0, at)
    head = words(heads[column].content).strip() if column < len(heads) else ""
    return "output" if OUTPUT_HEAD.fullmatch(head) else ""


OUTPUT_HEAD = Pattern(
    r"(?:output|result|out)(?:\s+(?:shape|size|map|volume|dim\w*))?(?:\s*\([^()]*\))?", re.I
)


def role_of(found: re.Match[str], plain: str, dimensions: int) -> str:
    """What the words around a shape say that it is: kernel, input, output, or nothing."""
    before = plain[max(0, found.start() - 60) : found.start()]
    if dimensions < 4 and (KERNEL_BEHIND.match(plain, found.end()) or KERNEL_BEFORE.search(before)):
        return "kernel"
    if INPUT_BEFORE.search(before):
        return "input"
    if GIVES_BEFORE.search(before):
        return "output"
    if INPUT_BEHIND.match(plain, found.end()):
        return "input"
    return "output" if OUTPUT_BEFORE.search(before) else ""


def read_options(plain: str, layer: Layer) -> bool:
    """Read stride, padding, dilation and filters; False if one of them is said twice."""
    strides = {integer(next(filter(None, s.groups()))) for s in STRIDE.finditer(plain)}
    paddings = {padding_of(p) for p in PADDING.finditer(plain)}
    dilations = {int(d[1]) if d[1] else 0 for d in DILATION.finditer(plain)}
    filters = {integer(c["n"] or c["n2"] or c["n3"]) for c in COUNT.finditer(plain)}
    if any(len(values) > 1 for values in (strides, paddings, dilations, filters)) or 0 in strides:
        return False
    layer.stride = next(iter(strides), None)
    layer.padding = next(iter(paddings), None)
    layer.dilation = next(iter(dilations), 1)
    layer.filters = next(iter(filters), None)
    return layer.dilation > 0


def padding_of(found: re.Match[str]) -> int | str:
    word = (found["n"] or found["p"] or found["word"] or found["m"] or "0").lower()
    return word if word == "same" else integer(word) or 0


# -- the size of the output -----------------------------------------------------------------------


def output_side(n: int, kernel: int, stride: int, padding: int | str, dilation: int) -> int:
    if padding == "same":
        return ceil(n / stride)
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


def enlarged_side(n: int, kernel: int, layer: Layer) -> int:
    """What a transposed convolution that states stride and padding makes of a side."""
    return (n - 1) * layer.stride - 2 * layer.padding + layer.dilation * (kernel - 1) + 1


def possible_sides(n: int, kernel: int, layer: Layer) -> list[int]:
    """What a side may become: with what is not said as it usually is, the likeliest first."""
    if layer.enlarges:
        is_stated = layer.stride and isinstance(layer.padding, int)
        return [enlarged_side(n, kernel, layer)] if is_stated else []
    strides = [layer.stride] if layer.stride else [kernel] if layer.pools else [1]
    paddings = [layer.padding] if layer.padding is not None else [0, "same"]
    found = [output_side(n, kernel, s, p, layer.dilation) for s in strides for p in paddings]
    return [side for side in found if side > 0]


def spatial(shape: Shape) -> tuple[tuple[int, int], int | None] | None:
    """Height and width of a shape, and its channels, which are the side unlike two equal ones."""
    if len(shape) == 2:
        return (shape[0], shape[1]), None
    if len(shape) != 3:
        return None
    first, second, third = shape
    if first == second:
        return (first, second), third
    return ((second, third), first) if second == third else None


def of_layer(passage: Passage, layer: Layer, given: Shape) -> Iterator[Verdict]:
    """The verdicts on the outputs that a sentence states of its layer."""
    batch, given = (given[:1], given[1:]) if len(given) == 4 else ((), given)
    place = spatial(given)
    if not place or not layer.kernel:
        return
    (height, width), channels = place
    rows = possible_sides(height, layer.kernel[0], layer)
    columns = possible_sides(width, layer.kernel[1], layer)
    if not rows or not columns:
        return
    after = channels if layer.pools else layer.filters
    for found in layer.outputs:
        shape = sides(found[0])
        if batch and len(shape) == 4 and shape[:1] == batch:
            shape = shape[1:]
        filters = rf"(?<![\d.]){shape[0]}(?![\d.])"
        if len({*shape}) == len(given) == 3 and re.search(filters, passage.plain[: found.start()]):
            continue  # its channels stand first, so those of a map like 32 × 32 × 50 may, too
        yield from of_output(passage, found.span(), shape, (rows, columns), after, layer)
    yield from of_side(passage, layer, rows, columns)


def of_output(
    passage: Passage,
    span: tuple[int, int],
    shape: Shape,
    expected: tuple[list[int], list[int]],
    channels: int | None,
    layer: Layer,
) -> Iterator[Verdict]:
    rows, columns = expected
    right = written_sides((rows[0], columns[0]))
    if len(shape) == 2:
        is_right = shape[0] in rows and shape[1] in columns
        if not is_right and not layer.enlarges and is_enlarged(shape, layer):
            yield from transposed(passage, span, shape, layer)
            return
        yield judged(passage, span, is_right, f"the output is {right}", layer.spans)
    elif len(shape) == 3:
        fits = any(is_shape(shape, (r, c), channels) for r in rows for c in columns)
        full = written_sides((rows[0], columns[0], channels)) if channels else f"{right} × channels"
        yield judged(passage, span, fits, f"the output is {full}", layer.spans)


def is_enlarged(shape: Shape, layer: Layer) -> bool:
    """Whether it is what a transposed convolution gives, though it isn't called one."""
    return bool(layer.given and layer.stride and layer.stride > 1 and shape[0] > layer.given[0])


def transposed(
    passage: Passage, span: tuple[int, int], shape: Shape, layer: Layer
) -> Iterator[Verdict]:
    """The verdict on an output in a section on transposed convolutions that states everything."""
    if "ranspos" in passage.block.section and isinstance(layer.padding, int):
        pairs = zip(layer.given, layer.kernel, strict=False)
        right = tuple(enlarged_side(n, k, layer) for n, k in pairs)
        text = f"the output is (n - 1)s - 2p + k = {written_sides(right)}"
        yield judged(passage, span, shape == right, text, layer.spans)


def is_shape(shape: Shape, side: tuple[int, int], channels: int | None) -> bool:
    """Whether a shape has these sides, with the channels first or last."""
    last = shape[:2] == side and channels in (None, shape[2])
    first = shape[1:] == side and channels in (None, shape[0])
    return last or first


def of_side(
    passage: Passage, layer: Layer, rows: Sequence[int], columns: Sequence[int]
) -> Iterator[Verdict]:
    """The verdict on "the output width is (32 − 5)/1 + 1 = 28"."""
    named = OUTPUT_SIDE.search(passage.plain)
    members = chain_behind(passage, named.end(), "side") if named else []
    if not members or any(m.start == f.start() for m in members for f in layer.outputs):
        return
    if rows != columns or PRODUCT.match(passage.plain, members[0].start):
        return
    wrong = next((m for m in members if not is_side(m, rows)), None)
    fact = wrong or members[-1]
    yield judged(
        passage, (fact.start, fact.end), not wrong, f"the output side is {rows[0]}", layer.spans
    )


def is_side(member: Fact, expected: Sequence[int]) -> bool:
    """Whether a number is one of the sides, perhaps before it is rounded down."""
    return member.value // 1 in expected


def layers(section: Sequence[Passage]) -> Iterator[Verdict]:
    """The verdicts on the layers of a section, each of which gets the shape before it."""
    speaks = any(map(speaks_of_layer, section)) or speaks_of_formula(section)
    if not speaks:
        return
    current: Shape | None = None
    corrected: Shape | None = None  # what the last output should have been
    open_layer: tuple[Passage, Layer] | None = None  # one that waits for its output
    last: tuple[Passage, Layer, Shape] | None = None  # the one before, with its input
    for passage in section:
        layer = layer_in(passage) or in_symbols(passage)
        if layer is None and speaks_of_layer(passage):
            current, open_layer = stated_shape(passage), None
            continue
        if layer is None:
            layer = output_alone(passage) if open_layer else None
            current = current if layer else stated_shape(passage) or current
        if layer is None:
            continue
        if open_layer and goes_on(open_layer, (passage, layer)):
            layer = merged(open_layer[1], layer)
        elif open_layer:
            current = None  # what the layer between gives was not read
        given = layer.given or current
        if given and not NEGATED.search(PADDING.sub("", passage.plain)):
            found = list(of_layer(passage, layer, given))
            is_wrong = any(verdict.message for verdict in found)
            if is_wrong and corrected and not layer.given:
                again = list(of_layer(passage, layer, corrected))
                found = again if not any(verdict.message for verdict in again) else found
            elif is_wrong and last and not layer.given:
                found = of_layer_before(*last, passage, layer) or found
            if found:
                corrected = output_of(layer, given) if is_wrong else None
            yield from found
        if layer.outputs:
            last = (passage, layer, given) if given and layer.kernel else None
            current, open_layer = sides(layer.outputs[-1][0]), None
        else:
            open_layer = passage, layer


def of_layer_before(
    before: Passage, one: Layer, given: Shape, passage: Passage, other: Layer
) -> list[Verdict]:
    """The verdict on the output before, if not that, but the likelier one gives this output."""
    right, said = output_of(one, given), sides(one.outputs[-1][0])
    right = (*right[:2], *said[2:]) if right and said[:1] == said[1:2] else None
    if not right or right == said or any(v.message for v in of_layer(passage, other, right)):
        return []
    text = f"the output is {written_sides(right)}, from which the next one follows"
    return [judged(before, one.outputs[-1].span(), False, text, one.spans)]


def output_of(layer: Layer, given: Shape) -> Shape | None:
    """What a layer makes of a shape."""
    place = spatial(given)
    if not place or not layer.kernel:
        return None
    (height, width), channels = place
    rows = possible_sides(height, layer.kernel[0], layer)
    columns = possible_sides(width, layer.kernel[1], layer)
    after = channels if layer.pools else layer.filters
    return (rows[0], columns[0], *([after] if after else [])) if rows and columns else None


def speaks_of_formula(section: Sequence[Passage]) -> bool:
    heading = section[0].block.section.lower()
    return has_one(heading, LAYER_MARKS)


def output_alone(passage: Passage) -> Layer | None:
    """The output that a sentence states without its layer: "The output is 28 × 28"."""
    named = OUTPUT.search(passage.plain) or RESULT.match(passage.plain)
    if not named or SPECIAL.search(passage.plain):
        return None
    found = [f for f in PRODUCT.finditer(passage.plain) if f.start() >= named.end()]
    return Layer(outputs=found[:1]) if len(found) == 1 else Layer()


def goes_on(first: tuple[Passage, Layer], second: tuple[Passage, Layer]) -> bool:
    """Whether a sentence or item says more of the layer before it, and contradicts nothing."""
    (before, one), (after, other) = first, second
    same = before.block is after.block or before.block.kind == after.block.kind == "item"
    if not same and not other.outputs and not OUTPUT.search(after.plain):
        return False
    if one.pools and CONVOLVING.search(after.plain):
        return False
    if other.pools and not one.pools and before.block is not after.block:
        return False  # the item before spoke of a convolution
    said = ((one.kernel, other.kernel), (one.stride, other.stride), (one.padding, other.padding))
    return all(None in pair for pair in (*said, (one.given, other.given)))


def merged(one: Layer, other: Layer) -> Layer:
    return Layer(
        one.kernel or other.kernel,
        one.stride or other.stride,
        one.padding if one.padding is not None else other.padding,
        max(one.dilation, other.dilation),
        one.filters or other.filters,
        one.pools or other.pools,
        one.enlarges or other.enlarges,
        one.given or other.given,
        other.outputs,
        other.spans,
    )


CONVOLVING = Pattern(r"\bconv", re.I)
OUTPUT = Pattern(r"\boutput\b", re.I)
RESULT = Pattern(
    r"\W*the\s+(?:right\s+|correct\s+)?answer\s+is\b|\W*(?:(?:so|thus|hence|then|now)\s*,?\s+)?"
    r"(?:we\s+(?:get|obtain)|(?:this|that|it)\s+(?:gives|yields"
    r"|leaves|becomes)|(?:the|each)\s+(?:result(?:ing)?|feature\s+map|map|volume"
    r"|shape)\b[^\d.;]{0,20}?"
    r"\b(?:is|has|measures|becomes))\b",
    re.I,
)
STATED = Pattern(
    r"\b(?:inputs?|images?|pictures?|crops?|frames?|feature\s+map|volume|activation|start(?:ing)?|begin)\b"
    r"[^.;\d]{0,30}$",
    re.I,
)


def stated_shape(passage: Passage) -> Shape | None:
    """The shape of "Input: 1 × 28 × 28 (grayscale)"."""
    found = [*PRODUCT.finditer(passage.plain)]
    outputs = [one for one in found if role_of_column(passage, one.start())]
    if len(outputs) == 1:
        return sides(outputs[0][0])
    if len(found) != 1 or not STATED.search(passage.plain[: found[0].start()]):
        behind = len(found) == 1 and INPUT_BEHIND.match(passage.plain, found[0].end())
        if not behind:
            return None
    return sides(found[0][0])
