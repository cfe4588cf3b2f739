"""Lists of numbers in tables: the column or the row with a certain heading."""

import re
from collections.abc import Iterator, Sequence

from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.worked.facts import Fact, Passage, passage, places, quantity_of

MOST_ROWS = 60
LONGEST_HEADING = 60
OF_TOTALS = Pattern(r"\W*(?:sum|total|mean|average|overall|all|result)s?\b.*", re.I)


class Column:
    """The numbers below, or beside, a heading that a pattern matches as a whole."""

    def __init__(self, heading: str):
        self.heading = Pattern(rf"\W*(?:{heading})\W*", re.I)

    def lists(self, page: Question) -> Iterator[tuple[Fact, ...]]:
        for block, place in places(page):
            if block.kind == "table" and 2 <= len(block.rows) <= MOST_ROWS:
                inside = Passage(block.text, "", block, place)
                if not inside.of_mistakes:
                    for cells in (*columns(block.rows), *block.rows):
                        yield from self.numbers(cells, block, place)

    def numbers(
        self, cells: Sequence[Text], block: Block, place: tuple[int, ...]
    ) -> Iterator[tuple[Fact, ...]]:
        head, *others = cells
        if len(head.content) > LONGEST_HEADING or not self.heading.fullmatch(words(head.content)):
            return
        facts = [number(cell, block, place) for cell in others]
        if len(facts) > 1 and all(facts):
            yield tuple(facts)


def columns(rows: Sequence[Sequence[Text]]) -> Iterator[list[Text]]:
    """The columns of a table, each up to a row with totals."""
    stop = next((i for i, row in enumerate(rows) if i and is_of_totals(row)), len(rows))
    for at in range(len(rows[0])):
        yield [row[at] for row in rows[:stop] if at < len(row)]


def is_of_totals(row: Sequence[Text]) -> bool:
    return bool(row and OF_TOTALS.fullmatch(words(row[0].content)))


def number(cell: Text, block: Block, place: tuple[int, ...]) -> Fact | None:
    """The number that is all of a cell."""
    plain = words(cell.content)
    written = plain.strip()
    if not written or not (written[0].isdigit() or written[0] in "-−+."):
        return None
    quantity = quantity_of(written)
    start = len(plain) - len(plain.lstrip())
    inside = passage(cell, block, (*place, 1))
    return quantity and Fact("", quantity, inside, start, start + len(written))
