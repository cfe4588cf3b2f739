"""Tables of layers' sizes: input, kernel, stride and padding in columns, and the output."""

import re
from collections.abc import Iterator, Sequence

from hooks.language.wording import words
from hooks.pattern import Pattern
from hooks.worked.facts import Passage
from hooks.worked.layer_shapes import SPECIAL, output_side
from hooks.worked.sizes import SIDE, TIMES, Verdict, judged, sides

SIZE = r"(?:\s+(?:size|side|shape|width|n|i|w|k|f|s|p|o|\([a-z]\)))?"
COLUMNS = {
    "input": Pattern(rf"(?:input|in|n|i|w|n_in){SIZE}", re.I),
    "kernel": Pattern(rf"(?:kernel|filter|window|k|f){SIZE}", re.I),
    "stride": Pattern(rf"(?:strides?|s){SIZE}", re.I),
    "padding": Pattern(rf"(?:padd?(?:ing)?|p){SIZE}", re.I),
    "dilation": Pattern(rf"(?:dilat(?:ion|ed)?(?:\s+rate)?|d){SIZE}", re.I),
    "output": Pattern(rf"(?:output|out|o|n_out){SIZE}", re.I),
}
SQUARE = Pattern(rf"(?P<side>{SIDE})(?:{TIMES}(?P=side))?(?:{TIMES}{SIDE})?")
PADDINGS = {"same": "same", "valid": 0, "none": 0, "no": 0, "–": 0, "-": 0, "—": 0}

Read = dict[str, int | str | None]


def verdicts(section: Sequence[Passage]) -> Iterator[Verdict]:
    """The outputs in tables of which at least half are right: others mean something else."""
    tables: dict[int, list[Passage]] = {}
    for passage in section:
        if passage.block.kind == "table":
            tables.setdefault(id(passage.block), []).append(passage)
    for rows in tables.values():
        found = list(in_table(rows))
        if sum(not verdict.message for verdict in found) * 2 >= len(found):
            yield from found


def in_table(rows: Sequence[Passage]) -> Iterator[Verdict]:
    header = [words(cell.content).strip() for cell in rows[0].block.rows[0]]
    places = {
        name: [i for i, head in enumerate(header) if pattern.fullmatch(head)]
        for name, pattern in COLUMNS.items()
    }
    needed = ("input", "kernel", "output")
    if any(len(places[name]) != 1 for name in needed) or any(len(p) > 1 for p in places.values()):
        return
    columns = {name: found[0] for name, found in places.items() if found}
    for row in rows:
        cells = row.plain.split("\n")
        if len(cells) == len(header) and not SPECIAL.search(row.plain):
            yield from in_row(row, cells, columns)


def in_row(row: Passage, cells: Sequence[str], columns: dict[str, int]) -> Iterator[Verdict]:
    read = {name: cell_size(cells[column].strip()) for name, column in columns.items()}
    if any(read.get(name) is None for name in columns) or "same" in (read["input"], read["output"]):
        return
    paddings = [read["padding"]] if "padding" in read else [0, "same"]
    stride = read.get("stride", 1)
    if not isinstance(stride, int) or stride < 1 or not isinstance(read["kernel"], int):
        return
    dilation = read.get("dilation", 1)
    if not isinstance(dilation, int) or dilation < 1:
        return
    right = [output_side(read["input"], read["kernel"], stride, p, dilation) for p in paddings]
    column = columns["output"]
    start = sum(len(cell) + 1 for cell in cells[:column])
    start += len(cells[column]) - len(cells[column].lstrip())
    span = start, start + len(cells[column].strip())
    yield judged(row, span, read["output"] in right, f"the output is {right[0]}")


def cell_size(cell: str) -> int | str | None:
    """The side that a cell states: 28, 28 × 28 and 28 × 28 × 3 are 28; "same" stays a word."""
    if cell.lower() in PADDINGS:
        return PADDINGS[cell.lower()]
    return sides(cell)[0] if SQUARE.fullmatch(cell) else None
