"""Summaries of networks, a layer in each line or row: its output's shape and its parameters."""

import re
from collections.abc import Iterator, Sequence
from math import prod

from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import Passage
from hooks.worked.layer_shapes import spatial
from hooks.worked.sizes import LARGE, SIDE, TIMES, Shape, Verdict, integer, judged, sides

# (None, 26, 26, 32) and [-1, 32, 26, 26] begin with the batch.
SHAPE = Pattern(
    rf"[(\[]\s*(?:None|-1|\?|N|B)\s*,\s*(?P<batched>{SIDE}(?:\s*,\s*{SIDE}){{0,3}})\s*,?\s*[)\]]"
    rf"|(?<![\d×x])(?P<plain>{SIDE}{TIMES}{SIDE}{TIMES}{SIDE})(?!{TIMES}\d|\d)"
)
DENSE = Pattern(r"\b(?:dense|linear|fc)(?:[_-]?\d+)?\b", re.I)
CONVOLUTION = Pattern(r"\bconv(?:2d|olution)?(?:[_-]?\d+)?\b", re.I)
KERNEL = Pattern(rf"(?<![\d×x,])(?P<k>\d{{1,2}}){TIMES}(?P=k)(?!\d|{TIMES}\d)")
OTHER = Pattern(
    r"depth|separable|group|transpos|bottleneck|block|no\s+bias|without\s+bias|norm", re.I
)


@record
class Counted:
    """A layer of a summary: the parameters that are said, and its weights and units."""

    row: Passage
    span: tuple[int, int]
    said: int
    weights: int
    units: int
    formula: str


def verdicts(section: Sequence[Passage]) -> Iterator[Verdict]:
    """The parameters of summaries of which at least half are right: others mean something else."""
    blocks: dict[int, list[Passage]] = {}
    for passage in section:
        if passage.block.kind in ("code", "table"):
            blocks.setdefault(id(passage.block), []).append(passage)
    for rows in blocks.values():
        layers = list(in_summary(rows))
        has_biases = any(layer.said == layer.weights + layer.units for layer in layers)
        found = [verdict(layer, has_biases) for layer in layers]
        if sum(not verdict.message for verdict in found) * 2 >= len(found):
            yield from found


def verdict(layer: Counted, has_biases: bool) -> Verdict:
    """Right with biases, or else without, if no layer of the summary has some."""
    total = layer.weights + layer.units
    is_right = layer.said == total or (layer.said == layer.weights and not has_biases)
    text = f"{layer.formula} + {layer.units:,} = {total:,}"
    return judged(layer.row, layer.span, is_right, text)


def in_summary(rows: Sequence[Passage]) -> Iterator[Counted]:
    before: Shape | None = None
    for row in rows:
        shapes = list(SHAPE.finditer(row.plain))
        if len(shapes) != 1:
            before = None
            continue
        shape = sides(shapes[0]["batched"] or shapes[0]["plain"])
        counts = list(LARGE.finditer(row.plain, shapes[0].end()))
        if before and len(counts) == 1 and not OTHER.search(row.plain):
            yield from of_row(row, shapes[0].start(), counts[0], before, shape)
        before = shape


def of_row(
    row: Passage, end: int, count: re.Match[str], before: Shape, shape: Shape
) -> Iterator[Counted]:
    """The count of a dense layer, or of a convolution whose kernel is named."""
    if DENSE.search(row.plain, 0, end) and len(before) == len(shape) == 1:
        weights, units = before[0] * shape[0], shape[0]
        formula = f"{before[0]:,} × {units:,}"
    elif CONVOLUTION.search(row.plain, 0, end):
        kernels = {int(found["k"]) for found in KERNEL.finditer(row.plain, 0, end)}
        places = spatial(before), spatial(shape)
        if len(kernels) != 1 or None in places or None in (places[0][1], places[1][1]):
            return
        k, channels, units = kernels.pop(), places[0][1], places[1][1]
        weights = prod((k, k, channels, units))
        formula = f"{k} × {k} × {channels:,} × {units:,}"
    else:
        return
    said = integer(count["number"])
    if said and not count["unit"]:
        yield Counted(row, count.span("number"), said, weights, units, formula)
