"""Entries of several matrices of one shape, and the biases that belong to stated weights."""

import re
from collections.abc import Iterator, Sequence

from hooks.pattern import Pattern
from hooks.worked.facts import Passage
from hooks.worked.sizes import LARGE, NEGATED, SIDE, TIMES, Verdict, integer, judged

NUMERAL = r"(?:two|three|four|five|six|eight|\d{1,2})"
MATRICES = r"(?:(?:weight|projection|square)\s+)?(?:matrices|projections)"
COUNTED = Pattern(
    rf"\b(?P<n>{NUMERAL})\s+(?:[a-z]+\s+)?{MATRICES}\b|\b(?:all|the)\s+(?P<m>{NUMERAL})\s+of\s+them\b",
    re.I,
)
EACH = Pattern(
    rf"\b{MATRICES}\b(?:[^.;\d]|\d(?=[\w_]*\s*,)){{0,60}}?(?:\bare\b|\bof\b|\()\s*(?P<a>{SIDE}){TIMES}(?P<b>{SIDE})(?!{TIMES}\d|[\d.]*\d)",
    re.I,
)
RESULT = Pattern(rf"{LARGE.pattern}(?=\s+(?:parameters|weights|entries|numbers|values)\b)", re.I)
BIASED = Pattern(r"\b(?:with|plus|and|including)\s+(?:a\s+|their\s+|the\s+)?bias", re.I)
OTHER = Pattern(
    r"\b(?:each\s+has|per\s+(?:matrix|projection|head)|one\s+of|low-?rank|LoRA|layers?|blocks?)\b|\beach\s*(?:with|of|[:=])",
    re.I,
)


def verdicts(section: Sequence[Passage]) -> Iterator[Verdict]:
    """Four matrices of 256 × 256 have 262,144 parameters."""
    for passage in section:
        if "ias" in passage.plain and passage.block.kind != "table":
            yield from biases(passage)
        shapes = list(EACH.finditer(passage.plain))
        counts = {integer(c["n"] or c["m"]) for c in COUNTED.finditer(passage.plain)}
        found = list(RESULT.finditer(passage.plain))
        if not len(shapes) == len(counts) == len(found) == 1 or found[0]["unit"]:
            continue
        if (
            BIASED.search(passage.plain)
            or OTHER.search(passage.plain)
            or NEGATED.search(passage.plain)
        ):
            continue
        a, b = (integer(shapes[0][name]) for name in "ab")
        n, said = counts.pop(), integer(found[0]["number"])
        if n and a and b and said and found[0].start() > shapes[0].end():
            text = f"{n} × {a:,} × {b:,} = {n * a * b:,}"
            yield judged(passage, found[0].span("number"), said == n * a * b, text)


BIASES = Pattern(
    r"\bweights\s+(?:and|plus)\s+(?P<n>\d[\d,]*)\s+bias(?:es)?\b(?!\s+(?:per|for|in|vector))", re.I
)
UNITS = Pattern(
    rf"Conv2d\(\s*\d+\s*,\s*(?P<a>\d+)\b|Linear\(\s*\d+\s*,\s*(?P<b>\d+)\b"
    rf"|\bto\s+(?P<c>{SIDE})\s+(?:units|neurons|outputs)\b|\b(?P<d>{SIDE})\s+(?:filters|output\s+channels)\b"
    rf"|Conv2D\(\s*(?P<e>\d+)\b|Dense\(\s*(?P<f>\d+)\b"
)


FURTHER = Pattern(r"\b(?:next|other|second|third|last|another|output)\b", re.I)


def biases(passage: Passage) -> Iterator[Verdict]:
    """A convolution with 64 filters has 64 biases."""
    found = list(BIASES.finditer(passage.plain))
    if len(found) != 1:
        return
    if FURTHER.search(passage.plain, 0, found[0].start()):
        return
    before = (
        passage.block.text.content.partition(passage.text.content[:40])[0]
        + passage.plain[: found[0].start()]
    )
    units = {integer(value) for one in UNITS.finditer(before) for value in one.groups() if value}
    if len(units) == 1 and (right := units.pop()):
        said = integer(found[0]["n"])
        yield judged(
            passage, found[0].span("n"), said == right, f"one bias for each of {right} outputs"
        )
