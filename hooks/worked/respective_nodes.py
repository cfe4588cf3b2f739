"""Impurities in the order of their nodes: "yes 40/5, no 20/35. Gini 0.198 and 0.463".

The counts may be written in any way, since all numbers but one bear out what they are.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.facts import Judgment, Passage, passages
from hooks.worked.impurity_measures import MARKS
from hooks.worked.series import OF_NODES, Law
from hooks.worked.sizes import has_one
from hooks.worked.slips import Slip, can_be, is_claimed, is_precise, judged
from hooks.worked.stated import Stated, numbers

NODE = Pattern(
    r"(?<![\w./:])(?:(?P<a>\d{1,6})\s?[/:]\s?(?P<b>\d{1,6})"
    r"|\(\s*(?P<c>\d{1,6})\s*[,;:]\s*(?P<d>\d{1,6})\s*\)|\[\s*(?P<e>\d{1,6})\s*[,;]\s*(?P<f>\d{1,6})\s*\])"
    r"(?![\w/:%]|\.\d)"
)
NAMED = Pattern(
    r"\b(?:(?P<gini>gini(?:\s+(?:impurity|impurities|index|values?))?)|(?P<entropy>entrop(?:y|ies)))"
    r"(?:\s+(?:is|are|of|here|then))?\s*[:=≈]?\s*(?=\d?\.\d)",
    re.I,
)
AND = Pattern(r"\s*(?:,\s*(?:and\s+)?|/|\band\b|;|\bvs\.?)\s*(?:then\s+)?")
MOST = 6
PLAINLY = 0.02  # by which a wrong number differs


def judgments(page: Question) -> Iterator[Judgment]:
    """The numbers that alone are not the impurity of the node in their place."""
    if not has_one(page.source, MARKS):
        return
    for _, own in groupby(passages(page), key=lambda passage: id(passage.block)):
        nodes: list[tuple[int, int]] = []
        for passage in own:
            if passage.block.kind != "table" and not passage.of_mistakes:
                yield from of_passage(page, passage, nodes)
                nodes = nodes_in(passage.plain) or nodes


def nodes_in(plain: str, end: int | None = None) -> list[tuple[int, int]]:
    found = NODE.finditer(plain, 0, len(plain) if end is None else end)
    pairs = [[int(n) for n in match.groups() if n] for match in found]
    return [(a, b) for a, b in pairs if a + b > 1]


def of_passage(
    page: Question, passage: Passage, before: Sequence[tuple[int, int]]
) -> Iterator[Judgment]:
    for found in NAMED.finditer(passage.plain):
        listed = list_at(passage.plain, found.end())
        nodes = nodes_in(passage.plain, found.start()) or before
        if 2 <= len(listed) <= MOST and len(nodes) == len(listed):
            laws = [law for law in OF_NODES if ("²" in law[1]) == bool(found["gini"])]
            yield from odd_one(page, passage, listed, nodes, laws)


def list_at(plain: str, at: int) -> list[Stated]:
    """The numbers of a list that starts at an offset."""
    read: list[Stated] = []
    for number in numbers(plain):
        is_next = not read or AND.fullmatch(plain, read[-1].end, number.start)
        if number.start >= at and (read or number.start == at):
            if not is_next:
                break
            read.append(number)
    return read


def odd_one(
    page: Question,
    passage: Passage,
    listed: Sequence[Stated],
    nodes: Sequence[tuple[int, int]],
    laws: Sequence[tuple[Law, str]],
) -> Iterator[Judgment]:
    for law, formula in laws:
        values = [law(node) for node in nodes]
        pairs = list(zip(listed, nodes, values, strict=True))
        off = [pair for pair in pairs if not can_be(pair[0], pair[2], False)]
        fitting = [number for number, _, value in pairs if can_be(number, value, False)]
        if len(off) != 1 or not any(map(is_precise, fitting)):
            continue
        number, node, value = off[0]
        is_plain = abs(float(number.value) - value) > max(PLAINLY * value, 2 * float(number.unit))
        if is_plain and is_claimed(page, passage, number):
            how = f"{formula} of ({node[0]}, {node[1]})"
            yield judged(passage, number, Slip(0, value, how, "as of the other nodes"))
        return
