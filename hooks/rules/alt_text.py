"""Every picture has a text that says what it shows, for those who can't see it.

## What it checks

Pictures in Markdown and in HTML have an alternative text of at least four words and at most 450
characters that is neither a file name nor a word such as "image" or "plot".

## Why

Some readers hear the page, some read it without pictures, and search finds words only. A text that
gives the numbers of a figure also lets the lint and other readers check them.

## Example

    ![plot](../../snippets/beginner/f1-score.svg)

## Use instead

    ![Two curves over recall, for a precision of 0.9. At a recall of 0.1 the arithmetic mean is 0.50
    and F1 is 0.18.](../../snippets/beginner/f1-score.svg)

## What it leaves alone

HTML pictures that are marked as decoration: an empty `alt` with `aria-hidden="true"` or
`role="presentation"`. Badges, whose picture is a link to another site.
"""

import re
from collections.abc import Iterator

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import CODE_SPAN, COMMENT, Question, blank
from hooks.pattern import Pattern

NAME = "alt-text"
SCOPE = "docs"

PICTURE = Pattern(r"(?<!\[)!\[(?P<alt>[^\]]*)\]\((?P<target>[^)\s]*)")
HTML = Pattern(r"<img\b[^>]*>", re.I | re.S)
ALT = Pattern(r"\balt\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')", re.I)
DECORATION = Pattern(r"aria-hidden\s*=\s*[\"']true|role\s*=\s*[\"'](?:presentation|none)", re.I)
FILE_NAME = Pattern(r"[\w.-]+\.(?:svg|png|jpe?g|gif|webp)|[\w]+(?:[-_]\w+)+", re.I)
FEWEST_WORDS = 4
LONGEST = 450


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    if "![" not in page.source and "<img" not in page.source:
        return
    for block in page.blocks:
        text = block.text.content
        if block.kind in ("code", "math") or ("![" not in text and "<img" not in text.lower()):
            continue
        text = blank(text, CODE_SPAN, COMMENT)
        for start, alt in pictures(text):
            if message := problem(alt):
                yield Finding(page.path, *block.text.position(start), message, NAME)


def pictures(text: str) -> Iterator[tuple[int, str]]:
    """Where each picture stands, with its alternative text."""
    for found in PICTURE.finditer(text):
        yield found.start(), found["alt"]
    for found in HTML.finditer(text):
        alt = ALT.search(found[0])
        if not (alt and DECORATION.search(found[0])):
            yield found.start(), (alt["double"] or alt["single"] or "") if alt else ""


def problem(alt: str) -> str | None:
    words = alt.split()
    if not words:
        return "this picture has no alternative text; say what it shows"
    if FILE_NAME.fullmatch(alt.strip()):
        return f"`{alt}` is a file name; say what the picture shows"
    if len(words) < FEWEST_WORDS:
        return f"`{alt}` does not say what the picture shows; use a sentence"
    if len(alt) > LONGEST:
        return f"this text has {len(alt)} characters; use at most {LONGEST} and tell the rest below"
    return None
