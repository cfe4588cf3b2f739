"""What a page embeds from snippets/: `--8<-- "<section>/<slug>.py:region"` inside a fence."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hooks.page import Block, Question
from hooks.pattern import Pattern
from hooks.record import record

EMBED = Pattern(r'^[ \t]*-+8<-+[ \t]+"(?P<file>[^":]+)(?::(?P<region>[^"]*))?"[ \t]*$', re.M)
MARK = Pattern(r"-+8<-+[ \t]+\[[ \t]*(?P<type>start|end)[ \t]*:[ \t]*(?P<name>[\w-]+)[ \t]*\]")
FIGURE = Pattern(
    r'^!\[(?P<alt>[^\]]*)\]\((?:\.\./)*snippets/(?P<file>[\w/.-]+\.svg)(?:\s+"(?P<caption>[^"]*)")?\)$',
    re.S,
)


@record
class Embed:
    """One embed: the file below snippets/, the region ("" for the whole file), and where."""

    file: str
    region: str
    block: Block
    line: int
    column: int


def embeds(page: Question) -> Iterator[Embed]:
    """The embeds in a page's fences, in order."""
    for block in page.blocks:
        if block.kind == "code":
            for found in EMBED.finditer(str(block.text)):
                position = block.text.position(found.start("file") - 1)
                yield Embed(found["file"], found["region"] or "", block, *position)


def figures(page: Question) -> Iterator[tuple[Block, re.Match[str]]]:
    """The figures of a page: pictures from snippets/ that stand alone in a paragraph."""
    for block in page.blocks:
        if block.kind == "paragraph" and (found := FIGURE.match(str(block.text))):
            yield block, found


@cache
def regions(file: Path) -> frozenset[str]:
    """The names of a program's regions that are both started and ended."""
    marks = [(m["type"], m["name"]) for m in MARK.finditer(file.read_text(encoding="utf-8"))]
    return frozenset(name for kind, name in marks if kind == "start" and ("end", name) in marks)
