"""Related questions exist, and a page is not related to itself.

## What it checks

Each slug under `related:` in the front matter is the file name of another question page.

## Why

A renamed page would leave dead ends on the pages that point to it.

## Example

    ---
    related: [f1]
    ---

## Use instead

    ---
    related: [f1-score]
    ---
"""

from collections.abc import Iterator

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.language.nearest import nearest
from hooks.page import Question

NAME = "related"
SCOPE = "question"


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    related = page.meta.get("related")
    if not isinstance(related, list):
        return  # front-matter says so
    line = page.meta_line["related"]
    for slug in related:
        if slug == page.slug:
            message = f"`{slug}` is this page; remove it"
        elif slug not in guide.question_paths:
            near = nearest(slug, guide.question_paths)
            hint = f"did you mean `{near}`?" if near else "use a page's file name without .md"
            message = f"there is no question `{slug}`; {hint}"
        else:
            continue
        yield Finding(page.path, line, column_of(page, line, str(slug)), message, NAME)


def column_of(page: Question, line: int, slug: str) -> int:
    return max(page.lines[line - 1].find(slug), 0) + 1
