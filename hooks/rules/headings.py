"""Headings form an outline: no level is skipped, none is empty, none stands twice in one place.

## What it checks

- A heading is at most one level below the heading before it.
- It has words, and does not end with a colon, comma, semicolon or full stop.
- No two headings of one level under the same parent say the same.
- It is written in sentence case: capitals for names only.

## Why

Screen readers and the table of contents read the outline alone. A skipped level hides a part of it,
and two equal headings can't be told apart or linked to.

## Example

    # What is bagging?
    ## In depth
    #### How Bagging Reduces The Variance:

## Use instead

    # What is bagging?
    ## In depth
    ### How bagging reduces the variance

## What it leaves alone

The title of a question page, which may be a task with a full stop. Capitals, unless every longer
word behind the first has one and there are three or more: fewer may be names.
"""

from collections.abc import Iterator

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import Block, Question, plain
from hooks.pattern import Pattern

NAME = "headings"
SCOPE = "docs"

PUNCTUATION = Pattern(r"[.:;,]$")
WORD = Pattern(r"[A-Za-z][a-z]{3,}\b")
FEWEST_CAPITALS = 3


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    path: list[str] = []
    seen: set[tuple[str, ...]] = set()
    for head in page.headings:
        level, text = int(head.info), plain(str(head.text))
        for message in problems(page, head, text):
            yield Finding(page.path, *head.text.starts[0], message, NAME)
        if path and level > len(path) + 1:
            signs = "#" * (len(path) + 1)
            message = f"this heading skips a level; below the one before it use `{signs}`"
            yield Finding(page.path, *head.text.starts[0], message, NAME)
        path = [*path[: level - 1], text.casefold()]
        if text and (level, *path) in seen:
            message = f"`{text}` stands twice under one heading; give one another name"
            yield Finding(page.path, *head.text.starts[0], message, NAME)
        seen.add((level, *path))


def problems(page: Question, head: Block, text: str) -> Iterator[str]:
    """What is wrong with the words of one heading."""
    if not text:
        yield "this heading is empty; write it or remove it"
    if head is page.title and page.is_question:
        return
    if PUNCTUATION.search(text) and not text.endswith(("etc.", "vs.", "...")):
        yield f"a heading does not end with `{text[-1]}`; remove it"
    if is_title_case(text):
        yield f"write headings in sentence case: `{text.capitalize()}`"


def is_title_case(text: str) -> bool:
    """Whether every longer word behind the first has a capital: too many to be names."""
    words = WORD.findall(text.partition(" ")[2])
    return len(words) >= FEWEST_CAPITALS and all(word[0].isupper() for word in words)
