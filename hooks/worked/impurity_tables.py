"""Impurities and gains in columns of tables whose rows hold the counts of a node, or of a split."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.quantity import shown
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
from hooks.worked.impurity_values import Verdict, compared, fits_split, split_formula, split_value
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
        if OF_CLASSES.fullmatch(self.header[0]):
            yield from self.of_equal_classes()
            return
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

    def of_equal_classes(self) -> Iterator[Verdict]:
        """The measures of so many equally frequent classes, if most of the table is right."""
        for column, kind in enumerate(self.kinds):
            found = []
            for row in self.cells if kind in MEASURES else ():
                n = count_of(row[0].plain.strip())
                members = tuple(first_chain(row[column], kind))
                if not n or n > 100_000 or not members:
                    return
                node = Distribution((Fraction(1, n),) * n, row[0], 0, len(row[0].plain))
                measure = Measure(kind, members, "", None, row[column], 0)
                functions = functions_for_header(kind, self.header[column])
                found.append(compared(measure, functions, node))
            right = sum(verdict.right for verdict in found)
            if right >= 2 and right * 2 > len(found):
                yield from found

    def has_brackets(self) -> bool:
        """Whether counts are written as such: [10, 40], and not in columns of their own."""
        return any(in_cell(cell) for row in self.cells[:1] for cell in row)

    def of_cell(
        self, row: Sequence[Passage], column: int, kind: str, unit: tuple = ()
    ) -> Verdict | None:
        members = tuple(first_chain(row[column], kind))
        if not members:
            return None
        measure = Measure(kind, members, "", None, row[column], 0)
        nodes = self.nodes(row, column)
        if kind in MEASURES:
            functions = unit or functions_for_header(kind, self.header[column])
            return compared(measure, functions, nodes[0]) if len(nodes) == 1 else None
        if len(nodes) < 2 or len({len(node.counts) for node in nodes}) > 1:
            return None
        if ONE_EACH.fullmatch(row[column].plain):
            return None  # those of the children
        total = tuple(map(sum, zip(*(node.counts for node in nodes), strict=True)))
        parent = Distribution(total, row[column], 0, 0)
        return self.of_children(measure, parent, nodes, self.header[column])

    def of_children(
        self,
        measure: Measure,
        parent: Distribution,
        children: Sequence[Distribution],
        name: str,
    ) -> Verdict | None:
        functions = functions_for_header("", " ".join(self.header) if kind_is_bare(name) else name)
        for text, function in functions:
            value = split_value(measure.kind, parent, children, function)
            if fits_split(measure, value):
                return Verdict(measure.members[-1], True, text, tuple(children))
        text, function = functions[0]
        low, high = split_value(measure.kind, parent, children, function)
        formula = split_formula(measure.kind, parent, children, text)
        shown_value = shown((low + high) / 2)
        return Verdict(measure.members[0], False, f"{formula} = {shown_value}", tuple(children))

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


OF_CLASSES = Pattern(
    r"\s*(?:(?:number\s+of\s+)?classes(?:\s+[kK])?|[kK]|outcomes|#\s*classes)\s*", re.I
)


ONE_EACH = Pattern(r"\s*[\d.]+(?:\s+/\s+[\d.]+)+\s*")  # 0.985 / 0.592


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


def kind_is_bare(name: str) -> bool:
    return not re.search(r"gini|entropy|information|info|\bIG\b", name, re.I)


def functions_for_header(kind: str, name: str) -> tuple:
    """What a column's measure may be, by its name: Gini, entropy in bits or nats, or either."""
    if kind and kind != "entropy":
        return MEASURES[kind]
    if re.search(r"gini", name, re.I):
        both = MEASURES["entropy"] if re.search(r"entropy", name, re.I) else ()
        return (*MEASURES["gini"], *both)
    if IN_NATS.search(name):
        return (NATS,)
    either = () if kind or re.search(r"entropy|information|info|IG", name) else MEASURES["gini"]
    return (BITS,) if IN_BITS.search(name) else (*MEASURES["entropy"], *either)


def cell_passage(cell: Text, block: Block) -> Passage:
    return Passage(cell, words(cell.content), block, ())
