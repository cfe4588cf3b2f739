"""The numbers that stand in a block, for what an author's comment beside it says of them."""

from collections.abc import Iterator, Sequence

from hooks.calculation.quantity import NUMBER, Quantity
from hooks.language.wording import words
from hooks.page import COMMENT, Block, Question, Text, blank
from hooks.record import record


def with_subject(page: Question) -> Iterator[tuple[Block | None, Block]]:
    """Each block and the one that its comments are about: itself, or the last before a comment."""
    before = None
    for block in page.blocks:
        if block.kind != "html":
            before = block
        yield before, block


@record
class Written:
    """A number of a block: its text, from where to where, what it claims, and its size."""

    text: Text
    start: int
    end: int
    quantity: Quantity
    size: tuple[int, int]


class NumbersOfBlocks:
    """The written numbers of blocks, each read once however many checks are about it."""

    def __init__(self):
        self.read: dict[int, Sequence[Written]] = {}

    def of(self, block: Block | None) -> Sequence[Written]:
        if id(block) not in self.read:
            self.read[id(block)] = written_numbers(block)
        return self.read[id(block)]


def written_numbers(block: Block | None) -> Sequence[Written]:
    if block is None:
        return []
    content = block.text.content
    found = []
    for match in NUMBER.finditer(words(blank(content, COMMENT) if "<!--" in content else content)):
        try:
            quantity = Quantity.written(match.group().strip())
        except ValueError:
            continue
        start = match.start("sign") if match["sign"] else match.start("digits")
        found.append(Written(block.text, start, match.end(), quantity, size_of(quantity)))
    return found


def size_of(quantity: Quantity) -> tuple[int, int]:
    """What is the same for two written numbers: a hyphen before one may be no minus."""
    return abs(quantity.value.numerator), quantity.value.denominator
