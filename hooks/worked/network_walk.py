"""Networks written layer by layer, in a table, a block of text or a list, walked from row to row.

Each row may state its output and its parameters. What is not said (padding, biases) is what most
rows bear out; a row that does not fit then is wrong. Words only tell the kind of a layer.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from math import prod

from hooks.language.wording import words
from hooks.pattern import Pattern
from hooks.record import record, replace
from hooks.worked.facts import Passage
from hooks.worked.laws_of_rows import COLUMN_GAP
from hooks.worked.layer_shapes import output_side, spatial
from hooks.worked.named_sizes import N, Scene
from hooks.worked.sizes import SIDE, TIMES, Shape, Verdict, integer, judged, sides, written_sides

FEWEST_ROWS = 3
FEWEST_RIGHT = 2  # rows that bear a reading out
LARGEST_POOL = 4
NUMBER = Pattern(N)
MOST_BEFORE = 400  # characters before a network in which its input may stand

KINDS = (
    (
        "other",
        r"transpos|deconv|up-?conv|up-?sampl|separab|depth-?wise|group|concat|skip|residual|block"
        r"|global|adaptive|dilat|inception|attention|lstm|gru|rnn|embed|[×x*]\s?\d+\s*(?:times|blocks)",
    ),
    ("pool", r"pool"),
    ("conv", r"conv|filters|kernels?\b"),
    ("flatten", r"flatten|reshape"),
    (
        "dense",
        r"\b(?:dense|linear|fc\d*|fully[\s-]connected|mlp|classifier|softmax|logits|output)\b"
        r"|\bfc[-_]?\d",
    ),
    ("norm", r"norm|\bbn\d*\b"),
    ("same", r"relu|dropout|activation|tanh|sigmoid|gelu"),
    ("input", r"input|image"),
)
KIND = tuple((kind, Pattern(pattern, re.I)) for kind, pattern in KINDS)
KERNEL = Pattern(
    rf"(?<![\d×x,])(?P<a>\d{{1,2}}){TIMES}(?P=a)(?![\d×x])|\bk(?:ernel)?(?:\s+size)?\s*[=:]?\s*(?P<b>\d{{1,2}})\b"
    r"|(?:conv|pool)(?P<c>\d{1,2})(?=-|\b)|pool\w*\s+(?P<d>\d)\b",
    re.I,
)
FILTERS = Pattern(
    r"(?P<a>\d{1,4})\s+(?:filters|kernels|(?:output\s+)?channels|maps)\b|conv\d{1,2}-(?P<b>\d{1,4})\b|(?P<c>\d{1,4})\s*@",
    re.I,
)
STRIDE = Pattern(r"\bstrides?\s*(?:of|=|:)?\s*(?P<s>\d)|\bs\s*=?\s*(?P<b>\d)\b", re.I)
PADDING = Pattern(
    r"\bpad(?:ding)?\s*(?:of|=|:)?\s*(?P<p>\d)|\bp\s*=?\s*(?P<b>\d)\b|(?P<same>\bsame\b)|(?P<none>\b(?:no|without|zero)\s+padding"
    r"|\bvalid\b|\bunpadded\b)",
    re.I,
)
SHAPE = Pattern(
    rf"[\s*_`]*(?:[(\[]\s*(?:(?:None|-1|N|B)\s*,\s*)?(?P<tuple>{SIDE}(?:\s*,\s*{SIDE}){{0,2}})\s*,?\s*[)\]]"
    rf"|(?P<product>{SIDE}(?:{TIMES}{SIDE}){{1,2}})|(?P<spaced>{SIDE}\s{{1,3}}{SIDE}\s{{1,3}}{SIDE})"
    rf"|(?P<one>{SIDE})(?:\s*(?:units|values|features|numbers|outputs))?)[\s*_`.;,]*",
    re.I,
)
SPACED = Pattern(
    r"(?<=\s)(?P<a>\d{1,3})\s{1,3}(?:(?P=a)\s{1,3}\d{1,4}|(?P<b>\d{1,3})\s{1,3}(?P=b))(?=\s|$)"
)
COUNT = Pattern(
    rf"[\s*_`=+]*(?P<value>{SIDE})[\s*_`]*(?P<noun>(?:trainable\s+)?(?:param\w*|weights))?[\s*_`.;]*",
    re.I,
)
SPLIT = Pattern(
    r"\s*(?:→|->|=>|⇒|:|;|—|–)\s+|,\s+(?=\d[\d,]*\s*(?:param|weights))|\s*\((?=\d[\d,]*\s*param)",
    re.I,
)
STATED_INPUT = Pattern(
    rf"(?P<shape>{SIDE}{TIMES}{SIDE}(?:{TIMES}{SIDE})?)(?P<behind>[^.;\n]{{0,25}})", re.I
)
CHANNELS = {"rgb": 3, "colo": 3, "three channel": 3, "gr": 1, "one channel": 1, "1 channel": 1}
WITHOUT_BIAS = Pattern(
    r"\b(?:no|without|w/o)\s+bias|\bbias\s*=\s*(?:False|0|no)\b|\bbias-free", re.I
)


@record
class Row:
    """A layer: its kind, what its label says, and the spans of its output and its count."""

    passage: Passage
    kind: str
    label: str
    shape: Shape
    shape_span: tuple[int, int]
    count: int | None
    count_span: tuple[int, int]


@record
class Found:
    """What a size of a row is under some reading, and how that is computed."""

    row: Row
    span: tuple[int, int]
    is_right: bool
    formula: str


def verdicts(scene: Scene) -> Iterator[Verdict]:
    groups: dict[tuple, list[Passage]] = {}
    for passage in scene.passages:
        kind = passage.block.kind
        if kind in ("table", "code"):
            groups.setdefault((id(passage.block), kind), []).append(passage)
        elif kind == "item":
            groups.setdefault((passage.place[:4], kind), []).append(passage)
    for passages in groups.values():
        rows = [row for p in passages if (row := row_of(p))]
        if (
            sum(row.kind in ("conv", "dense") for row in rows) < FEWEST_RIGHT
            or len(rows) < FEWEST_ROWS
        ):
            continue
        before = text_before(scene, passages[0])
        given = input_shape(before)
        shapes, counts = (likeliest(read, rows, before, given) for read in (outputs, parameters))
        yield from wrong_rows(shapes, ())
        yield from wrong_rows(counts, shapes[0])


Reading = list[Found]


def likeliest(
    read: Callable[[Sequence[Row], str, Shape | None, int], Iterator[Found]],
    rows: Sequence[Row],
    before: str,
    given: Shape | None,
) -> list[Reading]:
    """The readings that most rows bear out, one of padding or biases that are not said each."""
    ways = [list(read(rows, before, given, way)) for way in (0, 1)]
    most = max(map(rightness, ways))
    return [way for way in ways if rightness(way) == most]


def rightness(reading: Sequence[Found]) -> int:
    return sum(one.is_right for one in reading)


def wrong_rows(readings: Sequence[Reading], others: Sequence[Found]) -> Iterator[Verdict]:
    """The rows that fit no reading; others: what else shows that the rows were understood."""
    best = readings[0]
    right = rightness(best) + rightness(others)
    if not rightness(best) or right < FEWEST_RIGHT or right * 3 < (len(best) + len(others)) * 2:
        return
    bearing = tuple((one.row.passage, *one.span) for one in best if one.is_right)
    excused = {id(one.row) for reading in readings for one in reading if one.is_right}
    for one in best:
        if id(one.row) not in excused:
            verdict = judged(one.row.passage, one.span, False, one.formula)
            yield replace(verdict, givens=bearing)


# -- rows -----------------------------------------------------------------------------------------


def text_before(scene: Scene, first: Passage) -> str:
    """What the page says of a network just before it."""
    blocks = scene.page.blocks
    at = next((i for i, block in enumerate(blocks) if block is first.block), 0)
    texts = [words(block.text.content) for block in blocks[max(0, at - 3) : at] if block.is_prose]
    return "\n".join(texts)[-MOST_BEFORE:]


def input_shape(before: str) -> Shape | None:
    """64x64 RGB, 28 × 28 × 1: the last image that is stated, with its channels."""
    last = None
    for found in STATED_INPUT.finditer(before):
        shape, behind = sides(found["shape"]), found["behind"].lower()
        if max(shape[:2]) < 12:
            continue
        channels = next((n for mark, n in CHANNELS.items() if mark in behind), None)
        if len(shape) == 3 and spatial(shape):
            last = shape
        elif len(shape) == 2 and channels:
            last = (*shape, channels)
    return last


def fields_of(passage: Passage) -> list[tuple[str, int]]:
    """The label of a row, and the fields behind it, each with where it starts."""
    plain, kind = passage.plain, passage.block.kind
    if kind == "table":
        gaps = re.finditer("\n", plain) if passage.place[-1] else ()
    else:
        gaps = (COLUMN_GAP if kind == "code" else SPLIT).finditer(plain)
    spans = [found.span() for found in gaps]
    if kind == "code" and (spaced := SPACED.search(plain)):  # 7  7 32 is one field
        spans = [span for span in spans if not spaced.start() < span[0] < spaced.end()]
    starts = [0, *(end for _, end in spans)]
    ends = [*(start for start, _ in spans), len(plain)]
    return [(plain[a:b], a) for a, b in zip(starts, ends, strict=True)]


def row_of(passage: Passage) -> Row | None:
    fields = fields_of(passage)
    if len(fields) < 2:
        return None
    heads = (
        [words(cell.content).lower() for cell in passage.block.rows[0]]
        if passage.block.rows
        else []
    )
    count, shape = None, None
    label = [fields[0][0]]
    for at, (text, start) in enumerate(fields[1:], 1):
        counted = COUNT.fullmatch(text)
        is_headed = at < len(heads) and ("param" in heads[at] or "weights" in heads[at])
        is_last = not heads and at == len(fields) - 1 and (shape or passage.block.kind == "code")
        if counted and (counted["noun"] or is_headed or (is_last and shape)):
            count = (
                integer(counted["value"]),
                (start + counted.start("value"), start + counted.end("value")),
            )
        elif not is_headed and (found := SHAPE.fullmatch(text)) and not shape:
            written = next(filter(None, found.groups()))
            read = (
                tuple(map(int, re.sub(",", "", written).split()))
                if found["spaced"]
                else sides(written)
            )
            begin = start + len(text) - len(text.lstrip(" *_`"))
            shape = read, (begin, start + len(text.rstrip(" *_`.;,")))
        else:
            label.append(text)
    text = " ".join(label)
    kind = next((kind for kind, pattern in KIND if pattern.search(text)), "")
    if kind in ("conv", "pool") and shape and len(shape[0]) == 1:
        shape = None
    if not kind or not (shape or count):
        return None
    return Row(passage, kind, text, *(shape or ((), (0, 0))), *(count or (None, (0, 0))))


# -- outputs --------------------------------------------------------------------------------------


def outputs(rows: Sequence[Row], before: str, given: Shape | None, way: int) -> Iterator[Found]:
    """The outputs down the rows; way: whether padding that is not said keeps the size."""
    said = PADDING.search(before)
    unsaid = (padding_in(said) if said else None) if way == 0 else ("same" if not said else None)
    unsaid = (0 if way == 0 else "same") if unsaid is None else unsaid
    possible = {given} if given else set()
    for row in rows:
        if row.kind in ("input", "other") or not row.shape:
            possible = (
                {row.shape}
                if row.shape and row.kind in ("input", "other")
                else (possible if row.kind in ("same", "norm") else set())
            )
            continue
        right = [out for shape in possible if (out := output(row, shape, unsaid, before))]
        if right:
            is_right = any(fits(row.shape, out) for out in right)
            shown = written_sides(right[0])
            yield Found(row, row.shape_span, is_right, f"the output is {shown}")
            possible = {row.shape} if is_right else {row.shape, *right}
        else:
            possible = {row.shape}


def padding_in(found: re.Match[str]) -> int | str:
    return "same" if found["same"] else int(found["p"] or found["b"] or 0)


def fits(shape: Shape, right: Shape) -> bool:
    """Whether two shapes are the same, with the channels first or last."""
    return shape == right or (len(right) == 3 and shape == (right[2], *right[:2]))


def output(row: Row, given: Shape, unsaid: int | str, before: str) -> Shape | None:
    """What a row makes of a shape, channels last; None if that is not said."""
    place = spatial(given)
    if row.kind == "flatten":
        return (prod(given),) if len(given) == 3 else None
    if row.kind in ("same", "norm"):
        return given
    if row.kind not in ("conv", "pool") or not place or place[1] is None or len(row.shape) != 3:
        return None
    kernels = {integer(found[found.lastgroup]) for found in KERNEL.finditer(row.label)}
    if not kernels:
        said = [integer(f[f.lastgroup]) for f in KERNEL.finditer(before)]
        kernels = {k for k in said if k and k <= LARGEST_POOL} if row.kind == "pool" else set()
    filters = FILTERS.search(row.label)
    channels = (
        place[1] if row.kind == "pool" else integer(filters[filters.lastgroup]) if filters else None
    )
    own = spatial(row.shape)
    channels = channels or (own[1] if own else None)
    if len(kernels) != 1 or not channels:
        return None
    k = kernels.pop()
    stride, padding = STRIDE.search(row.label), PADDING.search(row.label)
    s = int(stride["s"] or stride["b"]) if stride else k if row.kind == "pool" else 1
    p = padding_in(padding) if padding else 0 if row.kind == "pool" else unsaid
    if not k or not s:
        return None
    (height, width), _ = place
    out = tuple(output_side(n, k, s, p, 1) for n in (height, width))
    return (*out, channels) if min(out) > 0 else None


# -- parameters -----------------------------------------------------------------------------------


def parameters(rows: Sequence[Row], before: str, given: Shape | None, way: int) -> Iterator[Found]:
    """The counts down the rows; way: whether there are biases."""
    place = spatial(given) if given else None
    channels = {place[1]} if place and place[1] else set()
    values = {prod(given)} if given else set()  # what a dense layer gets
    for row in rows:
        has_bias = way == 0 and not WITHOUT_BIAS.search(row.label)
        outs, scale = units_and_kernel(row)
        own = {integer(n) for n in NUMBER.findall(row.label)} - {None, outs, 0, 1}
        inputs = channels if row.kind == "conv" else values and values | own
        if row.count and outs and scale and inputs:
            right = [scale * n * outs + has_bias * outs for n in sorted(inputs)]
            shown = " × ".join(f"{n:,}" for n in (scale, min(inputs), outs) if n > 1)
            bias = f" + {outs:,}" if has_bias else ""
            formula = f"{shown}{bias} = {right[0]:,}"
            yield Found(row, row.count_span, row.count in right, formula)
        place = spatial(row.shape)
        flat = {prod(row.shape)} if row.shape else set()
        if len(row.shape) == 2:  # a map, whose channels are those of the layer before
            flat = {prod(row.shape) * n for n in ({outs} if row.kind == "conv" else channels) if n}
        if row.kind == "flatten":
            values = values | flat
        elif row.kind == "dense":
            values = {outs} if outs else set()
        elif row.kind not in ("same", "norm") or not values:
            values = flat
        if row.kind == "conv" and outs:
            channels = {outs}
        elif place and place[1]:
            channels = {place[1]}
        elif row.kind == "other":
            channels = set()


def units_and_kernel(row: Row) -> tuple[int | None, int | None]:
    """The units of a dense layer and 1, or the filters of a convolution and its kernel's area."""
    if row.kind == "dense":
        return (row.shape[0], 1) if len(row.shape) == 1 else (None, None)
    if row.kind != "conv":
        return None, None
    kernels = {integer(found[found.lastgroup]) for found in KERNEL.finditer(row.label)}
    filters, place = FILTERS.search(row.label), spatial(row.shape)
    outs = integer(filters[filters.lastgroup]) if filters else place[1] if place else None
    return outs, kernels.pop() ** 2 if len(kernels) == 1 else None
