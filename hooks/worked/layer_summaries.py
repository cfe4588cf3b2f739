"""Summaries of networks, a layer in each line or row: its output's shape and its parameters."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import prod

from hooks.language.wording import words
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import Passage
from hooks.worked.layer_shapes import Layer, possible_sides, read_options, spatial, stated_shape
from hooks.worked.sizes import (
    LARGE,
    SIDE,
    TIMES,
    Shape,
    Verdict,
    integer,
    judged,
    sides,
    written_sides,
)

# (None, 26, 26, 32) and [-1, 32, 26, 26] begin with the batch.
SHAPE = Pattern(
    rf"[(\[]\s*(?:None|-1|\?|N|B)\s*,\s*(?P<batched>{SIDE}(?:\s*,\s*{SIDE}){{0,3}})\s*,?\s*[)\]]"
    rf"|(?<![\d×x])(?P<plain>{SIDE}{TIMES}{SIDE}{TIMES}{SIDE})(?!{TIMES}\d|\d)"
    rf"|[(\[]\s*(?P<tuple>{SIDE}(?:\s*,\s*{SIDE}){{2}}|{SIDE}\s*,)\s*[)\]]"
)
OUTPUT_HEAD = Pattern(
    r"(?:output|activation|feature\s+map|out)?\s*(?:shape|size|dim\w*|volume)?(?:\s*\([^()]*\))?",
    re.I,
)
WIDTH = Pattern(
    rf"\s*[(\[`]?\s*(?P<width>{SIDE})\s*,?\s*[)\]`]?\s*(?:units|values|features)?\s*", re.I
)
DENSE = Pattern(r"\b(?:dense|linear|fc|fully[\s-]connected|softmax)(?:[_-]?\d+)?\b", re.I)
CONVOLUTION = Pattern(r"\bconv(?:2d|olution)?(?:[_-]?\d+)?\b", re.I)
POOLING = Pattern(r"\b(?:max|avg|average|mean)?[\s_-]?pool(?:ing)?(?:2d)?(?:[_-]?\d+)?\b", re.I)
FLATTENING = Pattern(r"\bflatten(?:[_-]?\d+)?\b", re.I)
SAME = Pattern(
    r"\b(?:dropout|re-?lu|activation|batch[\s_-]?norm\w*|tanh|sigmoid|gelu)(?:[_-]?\d+)?\b", re.I
)
KERNEL = Pattern(rf"(?<![\d×x,])(?P<k>\d{{1,2}}){TIMES}(?P=k)(?!\d|{TIMES}\d)")
WINDOW = Pattern(r"pool\w*\(\s*(?:pool_size\s*=\s*|kernel_size\s*=\s*)?\(?(?P<k>\d)\b", re.I)
FILTERS = Pattern(r"\b(?P<n>\d{1,4})\s+(?:filters|kernels|channels|maps)\b", re.I)
OTHER = Pattern(
    r"depth|separable|group|transpos|bottleneck|block|no\s+bias|without\s+bias|adaptive|global|dilat"
    r"|up-?sampl|concat|residual|repeat|(?<![\d.])[×x]\s?\d(?!\d*\s*[×x])",
    re.I,
)
MOST_BEFORE = 3  # sentences before a summary, in which its input may stand
PARTIAL = Pattern(r"\.\.\.|…|⋮|Connected to|use_bias")


@record
class Row:
    """A layer of a summary: what is said of it, the span of its output, and its count."""

    passage: Passage
    said: str
    shape: Shape
    span: tuple[int, int]
    count: re.Match[str] | None


@record
class Expected:
    """What a size of a row may be, and how it is computed."""

    row: Row
    span: tuple[int, int]
    is_right: bool
    formula: str

    @property
    def verdict(self) -> Verdict:
        return judged(self.row.passage, self.span, self.is_right, self.formula)


def verdicts(section: Sequence[Passage]) -> Iterator[Verdict]:
    """The sizes of summaries that list all layers, or of which at least half are right."""
    blocks: dict[int, list[Passage]] = {}
    for passage in section:
        if passage.block.kind in ("code", "table"):
            blocks.setdefault(id(passage.block), []).append(passage)
    for passages in blocks.values():
        rows = [*input_before(section, passages[0]), *read_rows(passages)]
        pairs = [(a, b) for a, b in pairwise(rows) if a and b]
        written = passages[0].block.text.content
        is_whole = "Param #" in written and not PARTIAL.search(written)
        shapes = outputs(pairs)
        wrong = [found.row for found in shapes if not found.is_right]
        sound = [(a, b) for a, b in pairs if a not in wrong and b not in wrong]
        for found in (shapes, parameters(sound)):
            if is_whole or sum(expected.is_right for expected in found) * 2 >= len(found):
                yield from (expected.verdict for expected in found)


def input_before(section: Sequence[Passage], first: Passage) -> list[Row]:
    """The shape of the input that the sentence before a summary states, as its first row."""
    before = [p for p in section if p.place < first.place and p.block.is_prose][-MOST_BEFORE:]
    shapes = [(p, shape) for p in before if (shape := stated_shape(p)) and len(shape) == 3]
    return [Row(p, "", shape, (0, 0), None) for p, shape in shapes] if len(shapes) == 1 else []


# -- rows -----------------------------------------------------------------------------------------


def read_rows(passages: Sequence[Passage]) -> Iterator[Row | None]:
    """The layers of a block; None for what breaks the chain."""
    column = output_column(passages[0])
    for passage in passages:
        found = list(SHAPE.finditer(passage.plain))
        if len(found) == 1:
            written = next(filter(None, found[0].groups()))
            shape, span = sides(written), found[0].span()
        elif found or not (narrow := width_in(passage, column)):
            yield None
            continue
        else:
            shape, span = narrow
        counts = list(LARGE.finditer(passage.plain, span[1]))
        yield Row(
            passage, passage.plain[: span[0]], shape, span, counts[0] if len(counts) == 1 else None
        )


def output_column(passage: Passage) -> int | None:
    """The number of the only column of a table that is headed "Output" or "Output shape"."""
    if passage.block.kind != "table":
        return None
    heads = [words(cell.content).strip() for cell in passage.block.rows[0]]
    found = [at for at, head in enumerate(heads) if head and OUTPUT_HEAD.fullmatch(head)]
    return found[0] if len(found) == 1 and found[0] else None


def width_in(passage: Passage, column: int | None) -> tuple[Shape, tuple[int, int]] | None:
    """The one number in the column of outputs: "864"."""
    cells = passage.plain.split("\n")
    if column is None or column >= len(cells) or not (found := WIDTH.fullmatch(cells[column])):
        return None
    start = sum(len(cell) + 1 for cell in cells[:column])
    width = integer(found["width"])
    return ((width,), (start + found.start("width"), start + found.end("width"))) if width else None


# -- outputs --------------------------------------------------------------------------------------


def outputs(pairs: Sequence[tuple[Row, Row]]) -> list[Expected]:
    """The shapes that follow from the row before, unless that is wrong already."""
    found: list[Expected] = []
    for before, row in pairs:
        is_known = not found or found[-1].row is not before or found[-1].is_right
        if is_known and not OTHER.search(row.said):
            found += output(before, row)
    return found


def output(before: Row, row: Row) -> list[Expected]:
    if FLATTENING.search(row.said) and len(before.shape) == 3:
        count = prod(before.shape)
        formula = f"{written_sides(before.shape)} = {count:,}"
        return [Expected(row, row.span, row.shape == (count,), formula)]
    if SAME.search(row.said) and not has_layer(row.said):
        formula = f"the shape stays {written_sides(before.shape)}"
        return [Expected(row, row.span, row.shape == before.shape, formula)]
    is_map = len(before.shape) == len(row.shape) == 3
    return slid(before, row) if is_map and has_layer(row.said) else []


def has_layer(said: str) -> bool:
    return bool(CONVOLUTION.search(said) or POOLING.search(said) or DENSE.search(said))


def slid(before: Row, row: Row) -> list[Expected]:
    """What a convolution or pooling makes of a shape, if its window is stated."""
    said = row.said
    pools, convolves = POOLING.search(said), CONVOLUTION.search(said)
    sizes = {int(k["k"]) for pattern in (KERNEL, WINDOW) for k in pattern.finditer(said)}
    layer = Layer(pools=bool(pools))
    if bool(pools) == bool(convolves) or len(sizes) != 1 or not read_options(said, layer):
        return []
    given, after = spatial(before.shape), spatial(row.shape)
    if not given or given[1] is None or not after or after[1] is None:
        return []
    k, filters = sizes.pop(), FILTERS.search(said)
    rows, columns = (possible_sides(side, k, layer) for side in given[0])
    channels = given[1] if pools else int(filters["n"]) if filters else after[1]
    if not rows or not columns:
        return []
    is_right = after[0][0] in rows and after[0][1] in columns and after[1] == channels
    formula = f"the output is {written_sides((rows[0], columns[0], channels))}"
    return [Expected(row, row.span, is_right, formula)]


# -- parameters -----------------------------------------------------------------------------------


def parameters(pairs: Sequence[tuple[Row, Row]]) -> list[Expected]:
    """The counts, with biases, or else without, if no layer of the summary has some."""
    counted = [(row, *sized) for before, row in pairs if (sized := weights_and_units(before, row))]
    said = [integer(row.count["number"]) for row, *_ in counted]
    biased = [weights + units for _, weights, units, _ in counted]
    has_biases = any(map(int.__eq__, said, biased))
    return [
        Expected(
            row,
            row.count.span("number"),
            given == total or (given == weights and not has_biases),
            f"{formula} + {units:,} = {total:,}",
        )
        for given, total, (row, weights, units, formula) in zip(said, biased, counted, strict=True)
    ]


def weights_and_units(before: Row, row: Row) -> tuple[int, int, str] | None:
    """Weights, units and formula of a dense layer, or of a convolution whose kernel is named."""
    said, count = row.said, row.count
    if not count or count["unit"] or not integer(count["number"]) or OTHER.search(said):
        return None
    if DENSE.search(said) and len(before.shape) == len(row.shape) == 1:
        inputs, units = before.shape[0], row.shape[0]
        return inputs * units, units, f"{inputs:,} × {units:,}"
    kernels = {int(found["k"]) for found in KERNEL.finditer(said)}
    places = spatial(before.shape), spatial(row.shape)
    if not CONVOLUTION.search(said) or len(kernels) != 1 or None in places:
        return None
    (_, channels), (_, units) = places
    if channels is None or units is None:
        return None
    k = kernels.pop()
    return prod((k, k, channels, units)), units, f"{k} × {k} × {channels:,} × {units:,}"
