"""Channels that a list of layers carries on although its convolution gives others.

Pooling keeps its channels: where it has others than the convolution right before it states, and the
page speaks of so many filters, the convolution was given the channels of its input.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import Passage
from hooks.worked.named_sizes import Scene
from hooks.worked.sizes import TIMES, Verdict, judged, written_sides

SHAPE = Pattern(
    rf"(?<![\d.,×(])(?P<a>\d{{1,4}}){TIMES}(?P=a){TIMES}(?P<c>\d{{1,4}})(?!\w|{TIMES}\d|\s*[=+])"
)
CONV = Pattern(r"\bconv(?!er)", re.I)
POOL = Pattern(r"\b(?:max|avg|average)?[\s-]?pool", re.I)


@record
class Step:
    """A layer of a list: its passage, the shape that ends it, and where that stands."""

    passage: Passage
    side: int
    channels: int
    span: tuple[int, int]

    @property
    def said(self) -> str:
        """What its item says of it, or its line of a text."""
        block = self.passage.block
        return block.text.content if block.kind == "item" else self.passage.plain


def verdicts(scene: Scene) -> Iterator[Verdict]:
    steps = [step for passage in scene.passages if (step := step_in(passage))]
    for before, (one, other) in zip(steps, pairwise(steps[1:]), strict=False):
        is_run = one.passage.place[:-2] == other.passage.place[:-2] == before.passage.place[:-2]
        is_pooled = POOL.search(other.said) and not CONV.search(other.said)
        is_convolved = CONV.search(one.said) and not POOL.search(one.said)
        if not (is_run and is_pooled and is_convolved and other.side < one.side):
            continue
        right = other.channels
        if one.channels == before.channels != right and speaks_of(scene, right):
            shape = written_sides((one.side, one.side, right))
            text = f"the output is {shape}, as pooling keeps the channels"
            yield judged(one.passage, one.span, False, text)


def step_in(passage: Passage) -> Step | None:
    found = list(SHAPE.finditer(passage.plain)) if passage.block.kind in ("item", "code") else []
    if not found:
        return None
    last = found[-1]
    return Step(passage, int(last["a"]), int(last["c"]), last.span())


def speaks_of(scene: Scene, channels: int) -> bool:
    """Whether the page names so many filters or channels."""
    named = rf"(?<![\d,.]){channels}\s+(?:\w+\s+)?(?:filters|channels|maps|kernels)\b"
    return any(re.search(named, passage.plain, re.I) for passage in scene.passages)
