"""Links inside the guide lead to a page, and to a heading that is there.

## What it checks

Every Markdown link and picture whose target is not another site: the file exists, and where the
link ends in `#heading`, that page has such a heading. A link to a page ends in `.md`, so that it
also works on GitHub.

## Why

A dead link in an answer costs the reader the part that was to explain it.

## Example

    See [the F1 score](f1.md#when-to-use).

## Use instead

    See [the F1 score](f1-score.md#in-depth).
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath
from posixpath import normpath

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.language.nearest import nearest
from hooks.page import CODE_SPAN, COMMENT, HEADING_ID, INLINE_MATH, Question, Text, blank, plain
from hooks.pattern import Pattern

NAME = "links"
SCOPE = "docs"

LINK = Pattern(r"!?\[[^\]]*\]\(\s*<?(?P<target>[^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
ELSEWHERE = Pattern(r"[a-z][a-z0-9+.-]*:|//", re.I)


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for text in texts(page):
        if "](" not in text.content:
            continue
        for link in LINK.finditer(blank(str(text), CODE_SPAN, COMMENT, INLINE_MATH)):
            target = link["target"]
            if not ELSEWHERE.match(target) and (message := problem(page, target, guide)):
                position = text.position(link.start("target"))
                yield Finding(page.path, *position, message, NAME)


def texts(page: Question) -> Iterator[Text]:
    """Every text of the page that can hold a link."""
    for block in page.blocks:
        if block.kind == "table":
            yield from (cell for row in block.rows for cell in row)
        elif block.is_prose:
            yield block.text


def problem(page: Question, target: str, guide: Guide) -> str | None:
    """What is wrong with a link's target, or None."""
    path, _, anchor = target.partition("#")
    goal = PurePosixPath(normpath(page.path.parent / path)) if path else page.path
    if goal.suffix in ("", ".html"):
        return f"`{target}`: link to the page's file, which ends in .md"
    if goal != page.path and not (guide.root / goal).is_file():
        return f"`{target}`: there is no {goal}{page_near(goal, guide)}"
    if anchor and goal.suffix == ".md":
        known = anchors(guide.page(goal)) if goal != page.path else anchors(page)
        if anchor not in known:
            near = nearest(anchor, known)
            hint = f"; did you mean #{near}?" if near else ""
            return f"`{target}`: {goal} has no heading #{anchor}{hint}"
    return None


def page_near(goal: PurePosixPath, guide: Guide) -> str:
    near = nearest(goal.stem, guide.question_paths)
    return f"; did you mean {guide.question_paths[near]}?" if near else ""


@cache
def anchors(page: Question) -> tuple[str, ...]:
    """The ids of a page's headings, as Python-Markdown's table of contents makes them."""
    from markdown.extensions.toc import slugify, unique  # only where a link needs it

    ids: set[str] = set()
    for head in page.headings:
        given = HEADING_ID.search(str(head.text))
        name = given[1] if given else slugify(plain(str(head.text)), "-")
        unique(name, ids)
    return tuple(sorted(ids))
