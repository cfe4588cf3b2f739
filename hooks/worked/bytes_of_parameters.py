"""Memory that so many bytes for each parameter make, where the page states both.

"16 bytes per parameter", or the sum of a table of bytes, and "3 billion parameters": what training
takes is their product, and a total that leaves out some rows of the table is a slip. In a table
with the bytes of several formats all rows have the same number of parameters.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from hooks.language.wording import words
from hooks.page import Block
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import Passage
from hooks.worked.named_sizes import Scene
from hooks.worked.sizes import Verdict, judged
from hooks.worked.slips_of_memory import Size, sizes_in
from hooks.worked.slips_of_memory import amount as amount_of
from hooks.worked.stated import cell_number
from hooks.worked.totals_of_cells import TOTAL

PER_PARAMETER = Pattern(
    r"(?P<n>\d{1,2}(?:\.\d+)?)\s+bytes\s+(?:per|for\s+(?:each|every|a))\s+(?:\w+\s+)?(?:param\w*|weight)\b"
    r"|\b(?:each|every|a|per)\s+(?:\w+\s+)?param\w*\s+(?:needs|takes|costs|requires|has)?[^.;\d]{0,30}?(?P<m>\d{1,2})\s+bytes\b",
    re.I,
)
OF_BYTES = Pattern(r"\bbytes?\b", re.I)
PARAMETERS = Pattern(
    r"(?<![\w.,-])(?P<n>\d+(?:\.\d+)?)[\s-]?(?P<unit>[BM]|billion|million)[\s-]+(?:trainable\s+)?(?:param\w*|weights|model\b|LLM)",
)
TRAINING = Pattern(r"\b(?:train\w*|fine-?tun\w*)\b", re.I)
OTHER = Pattern(
    r"\b(?:LoRA|adapters?|inference|frozen|shard\w*|each\s+(?:card|GPU)|per\s+(?:card|GPU)|ZeRO|8-bit|saves?|activations?\s+(?:take|need)"
    r"|with(?:out)?\s+momentum|SGD|card|GPUs?|only|last|first|some|part|layers?|head|weights|gradients?|moments?|states?|copy)\b",
    re.I,
)


@record
class Bytes:
    """Bytes of each parameter: altogether, and the parts that a table lists."""

    each: Fraction
    parts: tuple[Fraction, ...]


def verdicts(scene: Scene) -> Iterator[Verdict]:
    yield from in_tables(scene)
    known: list[Bytes] = []
    seen: set[int] = set()
    counts: list[Fraction] = []
    for number, passage in enumerate(scene.passages):
        block = passage.block
        if block.kind == "table":
            if id(block) not in seen:
                known += bytes_of_table(block)
            seen.add(id(block))
            continue
        counts += counts_in(passage)
        known += [
            Bytes(Fraction(found["n"] or found["m"]), ())
            for found in PER_PARAMETER.finditer(passage.plain)
        ]
        if known and len(set(counts)) == 1 and TRAINING.search(passage.plain):
            for size in sizes_in(passage, number):
                yield from of_training(size, known, counts[0])


def counts_in(passage: Passage) -> list[Fraction]:
    """The numbers of parameters that a passage states: 3 billion, a 7B model."""
    return [
        Fraction(found["n"]) * 10 ** (9 if found["unit"][0] in "Bb" else 6)
        for found in PARAMETERS.finditer(passage.plain)
    ]


def bytes_of_table(block: Block) -> Iterator[Bytes]:
    """A column of bytes with its sum in the last row."""
    heads = [words(cell.content) for cell in block.rows[0]]
    rows = [row for row in block.rows[1:] if len(row) == len(heads)]
    if len(rows) < 3 or not TOTAL.fullmatch(words(rows[-1][0].content)):
        return
    for at, head in enumerate(heads):
        read = [cell_number(row[at]) for row in rows]
        if at and OF_BYTES.search(head) and None not in read:
            *parts, total = [number.value for number in read]
            if sum(parts) == total and total < 64:
                yield Bytes(total, tuple(parts))


def of_training(size: Size, known: Sequence[Bytes], count: Fraction) -> Iterator[Verdict]:
    """What training takes, which is no product of the bytes and of some of the parts is."""
    if OTHER.search(size.label) or not TRAINING.search(size.own):
        return
    if any(size.said(one.each * count) for one in known):
        return
    one = known[-1]
    parts = [own for k in range(1, len(one.parts)) for own in combinations(one.parts, k)]
    sums = {sum(own) for own in parts} or {Fraction(n) for n in range(2, 21, 2)}
    if any(size.is_just(part * count) for part in sums):
        right = amount_of(one.each * count, size)
        text = f"{int(count):,} × {float(one.each):g} bytes = {right}"
        yield judged(size.passage, (size.start, size.end), False, text)


# -- tables of formats ----------------------------------------------------------------------------

SLIPS = tuple(Fraction(2) ** power for power in (-3, -2, -1, 1, 2, 3))
NEAR = Fraction(2, 100)
FEWEST = 2  # rows that agree with the number of parameters
AMOUNT = Pattern(r"[\s*_`≈~]*(?P<value>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>[kMGT]i?B)?[\s*_`]*")
POWERS = {"k": 1, "M": 2, "G": 3, "T": 4}


def in_tables(scene: Scene) -> Iterator[Verdict]:
    """| bf16 | 2 | 136 GB |, where all other rows are those bytes of 34 billion parameters."""
    tables: dict[int, list[Passage]] = {}
    for passage in scene.passages:
        if passage.block.kind == "table" and passage.place[-1]:
            tables.setdefault(id(passage.block), []).append(passage)
    counts = {c for p in scene.passages if p.block.kind != "table" for c in counts_in(p)}
    for rows in tables.values() if counts else ():
        heads = [words(cell.content) for cell in rows[0].block.rows[0]]
        each = [at for at, head in enumerate(heads) if OF_BYTES.search(head) and "param" in head]
        if len(each) == 1 and len(rows) > FEWEST:
            for at in range(each[0] + 1, len(heads)):
                yield from of_column(rows, each[0], at, heads[at], counts)


def of_column(
    rows: Sequence[Passage], each: int, at: int, head: str, counts: set[Fraction]
) -> Iterator[Verdict]:
    cells = [row.plain.split("\n") for row in rows]
    if any(len(row) <= at for row in cells):
        return
    read = [(amount(row[each], ""), amount(row[at], head)) for row in cells]
    if any(not width or not size for width, size in read):
        return
    for count in counts:
        factors = [size / width / count for width, size in read]
        off = [i for i, factor in enumerate(factors) if abs(factor - 1) > NEAR]
        if len(off) != 1 or len(factors) - 1 < FEWEST:
            continue
        i = off[0]
        if TOTAL.fullmatch(cells[i][0]) or any(abs(factors[i] / s - 1) <= NEAR for s in SLIPS):
            start = sum(len(cell) + 1 for cell in cells[i][:at])
            factor = factors[i]
            text = f"{int(count):,} × {cells[i][each].strip()} bytes, as in the other rows"
            text += f", but that is {float(factor):g} times as much"
            yield judged(rows[i], (start, start + len(cells[i][at])), False, text)


def amount(cell: str, head: str) -> Fraction | None:
    """The bytes of a cell, whose unit may stand in the head of its column."""
    found = AMOUNT.fullmatch(cell)
    if not found:
        return None
    named = re.search(r"\b([kMGT])(i?)B\b", found["unit"] or head)
    value = Fraction(found["value"].replace(",", ""))
    kilo = 1024 if named and named[2] else 1000
    return value * kilo ** POWERS[named[1]] if named else value
