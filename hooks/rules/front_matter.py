"""A page's front matter says its level, topics, roles, aliases and related questions.

## What it checks

The block between the two `---` lines at the top of a question page:

| key | value |
| --- | --- |
| `level` | `beginner`, `intermediate` or `advanced`; in those sections their own name |
| `topics` | one or more topics of `vocabulary.yml` |
| `roles` | one or more roles of `vocabulary.yml` |
| `aliases` | a list of other ways in which the question is asked |
| `related` | a list of slugs of other questions |

All five are there, nothing else is, and no list says a thing twice.

## Why

Indexes, search and related questions are built from these lines alone. A misspelled topic would
drop the page from its topic without a word.

## Example

    ---
    level: begginer
    topics: evaluation
    ---

## Use instead

    ---
    level: beginner
    topics: [evaluation]
    roles: [data-scientist]
    aliases:
      - What does the F-measure tell you?
    related: [precision-recall]
    ---
"""

from collections.abc import Iterator
from difflib import get_close_matches

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import Question

NAME = "front-matter"
SCOPE = "question"

LISTS = {"topics": "topics", "roles": "roles", "aliases": None, "related": None}
KEYS = ("level", *LISTS)
EXAMPLES = {
    "level": "level: beginner",
    "topics": "topics: [evaluation]",
    "roles": "roles: [ml-engineer]",
    "aliases": "aliases: [Another way to ask it?]",
    "related": "related: [f1-score]",
}


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for line, column, message in problems(page, guide):
        yield Finding(page.path, line, column, message, NAME)


def problems(page: Question, guide: Guide) -> Iterator[tuple[int, int, str]]:
    if page.meta_error:
        error = page.meta_error
        yield error.line, error.column, f"the front matter is not YAML: {error.message}"
        return
    for key in KEYS:
        if key not in page.meta:
            yield 1, 1, f"the front matter lacks `{key}`; add a line like `{EXAMPLES[key]}`"
    for key, line in page.meta_line.items():
        if key not in KEYS:
            yield line, 1, f"`{key}` is not a key of the front matter{instead(key, KEYS)}"
        elif key == "level":
            for message in level_problems(page, guide):
                yield line, 1, message
        else:
            for message in list_problems(key, page.meta[key], guide):
                yield line, 1, message


def level_problems(page: Question, guide: Guide) -> Iterator[str]:
    level, levels = page.meta["level"], guide.terms("levels")
    if level not in levels:
        yield f"`{level}` is not a level{instead(level, levels)}"
    elif page.section in levels and level != page.section:
        yield f"the level of a page in {page.section}/ is `{page.section}`, not `{level}`"


def list_problems(key: str, value: object, guide: Guide) -> Iterator[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        yield f"`{key}` must be a list of words, for instance `{EXAMPLES[key]}`"
        return
    if not value:
        yield f"`{key}` is empty; add one, for instance `{EXAMPLES[key]}`"
    for item in sorted({item for item in value if value.count(item) > 1}):
        yield f"`{key}` says `{item}` twice; remove one"
    if LISTS[key]:
        allowed = guide.terms(LISTS[key])
        for item in value:
            if item not in allowed:
                yield f"`{item}` is not among the {key} of vocabulary.yml{instead(item, allowed)}"


def instead(word: object, allowed) -> str:
    """The nearest allowed word, or all of them where none is near."""
    close = get_close_matches(str(word), list(allowed), n=1)
    return f"; did you mean `{close[0]}`?" if close else f"; use one of {', '.join(allowed)}"
