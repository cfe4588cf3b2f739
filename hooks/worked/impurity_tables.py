"""Impurities and gains in columns of tables whose rows hold the counts of a node, or of a split."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.worked.class_distributions import SLASH_CELL, Distribution, distributions
from hooks.worked.facts import Passage, passages
from hooks.worked.impurity_measures import (
    BITS,
    IN_BITS,
    IN_NATS,
    MEASURES,
    NAMES,
    NATS,
    Measure,
    first_chain,
)
from hooks.worked.impurity_values import Verdict, compared
from hooks.worked.stated import count_of

OF_CHILDREN = Pattern(r"weight|split|after|gain|child|avg|mean", re.I)
# Columns of whole numbers that are no class's count.
NO_CLASS = Pattern(
    r"\b(?:samples?|total|n|sizes?|depth|id|node|#|rows|weights?|sum|level|split|feature)\b|^$"
    r"|^[#|]|\|\w\|",
    re.I,
)


def tables(page: Question) -> Iterator[Verdict]:
    """The measures in columns of tables whose rows hold the counts of a node or of its children."""
    rows: dict[int, list[Passage]] = {}
    for passage in passages(page):
        if passage.block.kind == "table" and not passage.of_mistakes:
            rows.setdefault(id(passage.block), []).append(passage)
    for own in rows.values():
        header = [words(cell.content).strip() for cell in own[0].block.rows[0]]
        if any(map(kind_of_column, header)):
            source = page.source
            is_in_bits = bool(IN_BITS.search(source)) and not IN_NATS.search(source)
            yield from Table(own[0].block, header, is_in_bits).verdicts()


class Table:
    """A table with measures in its columns; every row is a node, or a split."""

    def __init__(self, block: Block, header: Sequence[str], is_in_bits: bool):
        self.header, self.is_in_bits = header, is_in_bits
        self.rows = [row for row in block.rows[1:] if len(row) == len(header)]
        self.cells = [[cell_passage(cell, block) for cell in row] for row in self.rows]
        self.kinds = [kind_of_column(name) for name in header]

    def verdicts(self) -> Iterator[Verdict]:
        for column, kind in enumerate(self.kinds):
            if kind:
                found = [v for row in self.cells if (v := self.of_cell(row, column, kind))]
                if unit := self.unit_of(kind, found):
                    found = [
                        v for row in self.cells if (v := self.of_cell(row, column, kind, unit))
                    ]
                if self.has_brackets() or any(v.right for v in found):
                    yield from found

    def unit_of(self, kind: str, found: Sequence[Verdict]) -> tuple:
        """The unit of a column of entropies, some of which fit bits and others nats."""
        names = [v.formula for v in found if v.right]
        in_bits, in_nats = (names.count(name) for name, _ in (BITS, NATS))
        if kind != "entropy" or not in_bits or not in_nats:
            return ()
        if in_bits == in_nats:
            return (BITS,) if self.is_in_bits else ()
        return (BITS,) if in_bits > in_nats else (NATS,)

    def has_brackets(self) -> bool:
        """Whether counts are written as such: [10, 40], and not in columns of their own."""
        return any(in_cell(cell) for row in self.cells[:1] for cell in row)

    def of_cell(
        self, row: Sequence[Passage], column: int, kind: str, unit: tuple = ()
    ) -> Verdict | None:
        members = tuple(first_chain(row[column], kind)) if kind in MEASURES else ()
        nodes = self.nodes(row, column) if members else []
        if len(nodes) != 1:
            return None
        measure = Measure(kind, members, "", None, row[column], 0)
        return compared(measure, unit or functions_for_header(kind, self.header[column]), nodes[0])

    def nodes(self, row: Sequence[Passage], column: int) -> list[Distribution]:
        """The distributions of a row: as written in its cells, or from columns of counts."""
        written = [d for cell in row for d in in_cell(cell)]
        if written:
            return [d for d in written if d.passage is not row[column]]
        columns = [
            index
            for index, name in enumerate(self.header)
            if not self.kinds[index] and index and not NO_CLASS.search(name)
        ]
        counts = [count_of(row[index].plain.strip()) for index in columns]
        if len(counts) < 2 or None in counts or not any(counts):
            return []
        return [Distribution(tuple(map(Fraction, counts)), row[columns[0]], 0, 0)]


def in_cell(cell: Passage) -> list[Distribution]:
    """The distributions of a cell; 40/10 alone is one too."""
    if found := SLASH_CELL.fullmatch(cell.plain):
        counts = Fraction(found["a"]), Fraction(found["b"])
        return [Distribution(counts, cell, 0, len(cell.plain))] if any(counts) else []
    return distributions(cell)


def kind_of_column(name: str) -> str:
    found = NAMES.search(name)
    if name == "H":
        return "entropy"
    if not found or re.search(r"\d", name):
        return ""
    if found.lastgroup in MEASURES and OF_CHILDREN.search(name):
        return "gain" if re.search(r"gain", name, re.I) else "weighted"
    return found.lastgroup if found.lastgroup != "ratio" else ""


def functions_for_header(kind: str, name: str) -> tuple:
    """What a column's measure may be, by its name: entropy in bits or nats, or either."""
    if kind != "entropy":
        return MEASURES[kind]
    if IN_NATS.search(name):
        return (NATS,)
    return (BITS,) if IN_BITS.search(name) else MEASURES["entropy"]


def cell_passage(cell: Text, block: Block) -> Passage:
    return Passage(cell, words(cell.content), block, ())
