"""A list begins after a blank line; otherwise the site shows its items inside the paragraph above.

## What it checks

A line that begins with `-`, `*`, `+` or `1.` stands below a blank line, another item of its list or
a heading.

## Why

Editors and GitHub show a list wherever a line begins with a mark. The guide is built with
Python-Markdown, which wants a blank line between a paragraph and a list: without it, the marks and
numbers run into the sentence, on the site alone, where the author does not look.

## Example

    Three things go wrong:
    - leakage
    - drift

## Use instead

    Three things go wrong:

    - leakage
    - drift

## What it leaves alone

Lists below a list's own lines, below a heading and at the start of a box. Code and formulas.
"""

from collections.abc import Iterator

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import Question
from hooks.pattern import Pattern

NAME = "list-item"
SCOPE = "docs"

MARKED = Pattern(r"\s*(?:[-*+]|\d+[.)])\s")
# What ends with its line: a heading, the title of a box, a comment, a fence.
ONE_LINE = Pattern(r"\s*(?:#|!!!|\?\?\?|<!--|```)")


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for line in sorted({block.line for block in page.blocks if block.kind == "item"}):
        if MARKED.match(page.lines[line - 1]) and runs_on(page, line):
            message = "the site shows this item inside the paragraph above; put a blank line before"
            yield Finding(page.path, line, 1, message, NAME)


def runs_on(page: Question, line: int) -> bool:
    """Whether the lines that this one belongs to begin with something else than an item."""
    first = line
    while first > 1 and (above := page.lines[first - 2]).strip() and not ONE_LINE.match(above):
        first -= 1
    return not MARKED.match(page.lines[first - 1])
