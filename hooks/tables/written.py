"""Tables as they are written: in Markdown, or drawn with spaces in a block of text."""

from collections.abc import Iterator, Sequence

from hooks.page import Block, Text
from hooks.pattern import Pattern

APART = Pattern(r"\S+(?: \S+)*")  # what two spaces set apart
CODE = ("", "text", "txt", "console", "output", "bash", "sh", "shell")
FEWEST_DRAWN, MOST_ROWS = 3, 30  # their head among them

Rows = Sequence[Sequence[Text]]


def tables_of(block: Block) -> Iterator[Rows]:
    """A table with its head, written or drawn."""
    content = block.text.content
    if block.kind == "table" and "~~" not in content:
        width = len(block.rows[0])
        if all(len(row) == width for row in block.rows) and len(block.rows) <= MOST_ROWS:
            yield block.rows
    elif block.kind == "code" and block.language in CODE and "  " in content:
        yield from drawn(block.text)


def drawn(text: Text) -> Iterator[Rows]:
    """Lines of as many cells each, which two spaces set apart."""
    offset, rows = 0, []
    for line in [*text.content.split("\n"), ""]:
        cells = [text.slice(offset + m.start(), offset + m.end()) for m in APART.finditer(line)]
        if rows and len(cells) != len(rows[0]):
            if FEWEST_DRAWN <= len(rows) <= MOST_ROWS:
                yield rows
            rows = []
        if len(cells) > 2:
            rows.append(cells)
        offset += len(line) + 1
