"""Columns of sizes that grow in proportion to a count, as all rows but one show.

`| context | cache |`: no heading need say so; three rows and more that agree do, and the one that
does not is wrong, if it is off by a power of 2 or of 10.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.cells import value_tokens
from hooks.calculation.claims import Chain, Member
from hooks.calculation.expression import Binary, Node, NotAnExpression, Number, Reading, parse
from hooks.page import Question, Text
from hooks.pattern import Pattern

SIZES = ("KB", "kB", "MB", "GB", "TB", "iB")
SIZE = Pattern(r"[\s*_`≈~]*\d[\d,]*(?:\.\d+)?\s?[kKMGTP]i?B[\s*_`]*")
PLAIN = Pattern(r"[\s*_`]*\d[\d,]*(?:\.\d+)?[\s*_`]*")
FEWEST_ALIKE = 3  # rows that show a proportion
MOST_ROWS = 20
NEAR = Fraction(1, 50)  # how far rounded sizes may be from their proportion
SLIPS = [Fraction(base) ** power for base in (2, 10) for power in (-3, -2, -1, 1, 2, 3)]


def size_columns(page: Question) -> Iterator[list[Chain]]:
    """For each column of sizes that follows from a count, a chain for each row."""
    for block in page.blocks:
        if block.kind != "table" or not 3 < len(block.rows) <= MOST_ROWS:
            continue
        content, width = block.text.content, len(block.rows[0])
        rows = [row for row in block.rows[1:] if len(row) == width]
        if len(rows) < len(block.rows) - 1 or "~~" in content:
            continue
        if any(size in content for size in SIZES):
            yield from proportions(rows)


def proportions(rows: Sequence[Sequence[Text]]) -> Iterator[list[Chain]]:
    """Sizes of data that grow with a count, but for one that is off by a power of 2 or of 10."""
    columns = list(zip(*rows, strict=True))
    sizes = [column for column in columns if all(SIZE.fullmatch(c.content) for c in column)]
    counts = [column for column in columns if all(PLAIN.fullmatch(c.content) for c in column)]
    for size in sizes:
        for count in counts:
            nodes = [node_of(cell) for cell in (*count, *size)]
            if None not in nodes:
                yield from proportion(size, nodes[: len(rows)], nodes[len(rows) :])


def proportion(
    cells: Sequence[Text], counts: Sequence[Node], sizes: Sequence[Node]
) -> Iterator[list[Chain]]:
    for kilo in (1000, 1024):
        ratios = [ratio(size, count, kilo) for size, count in zip(sizes, counts, strict=True)]
        usual = sorted(ratios)[len(ratios) // 2]
        off = [at for at, found in enumerate(ratios) if not is_near(found, usual)]
        alike = {count.quantity.value for at, count in enumerate(counts) if at not in off}
        if len(alike) < FEWEST_ALIKE or len(off) > 1:
            continue
        first = next(at for at in range(len(ratios)) if at not in off)
        if off and not any(is_near(ratios[off[0]], usual * slip) for slip in SLIPS):
            return
        per_count = Binary("/", sizes[first], counts[first])
        others = [at for at in range(len(ratios)) if at != first]
        trees = {at: Binary("×", counts[at], per_count) for at in others}
        yield [chain(cells[at], tree, sizes[at]) for at, tree in trees.items()]
        return


def ratio(size: Node, count: Number, kilo: int) -> Fraction:
    value = size.evaluate(Reading(kilo=kilo))
    return value[0] / count.quantity.value if value and count.quantity.value else Fraction(0)


def is_near(value: Fraction, other: Fraction) -> bool:
    return abs(value - other) <= NEAR * abs(other)


def node_of(cell: Text) -> Node | None:
    """The number that a cell holds, with its unit."""
    try:
        read = value_tokens(cell.content.replace("≈", " ").replace("_", " "))
        node, end = parse(read)
    except NotAnExpression:
        return None
    return node if end == len(read) else None


def chain(cell: Text, tree: Node, claimed: Node) -> Chain:
    """What a cell must hold, and what it holds."""
    start = len(cell.content) - len(cell.content.lstrip(" *_`≈~"))
    members = (Member(tree, "", cell, start), Member(claimed, "≈", cell, start))
    return Chain(members, cell, 0, len(cell.content))
