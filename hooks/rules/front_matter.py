"""A page's front matter says its level, topics, roles, aliases and related questions.

## What it checks

The block between the two `---` lines at the top of a question page:

| key | value |
| --- | --- |
| `level` | how hard it is |
| `topics` | a list, one or more |
| `roles` | a list, one or more |
| `aliases` | a list of other ways in which the question is asked |
| `related` | a list of slugs of other questions |

All five are there, nothing else is, and no list says a thing twice. Which levels, topics and roles
there are is for the rule `vocabulary`.

## Why

Indexes, search and related questions are built from these lines alone. A misspelled key would drop
the page from them without a word.

## Example

    ---
    level: beginner
    topic: evaluation
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

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.language.nearest import instead
from hooks.page import Question

NAME = "front-matter"
SCOPE = "question"

LISTS = ("topics", "roles", "aliases", "related")
KEYS = ("level", *LISTS)
EXAMPLES = {
    "level": "level: beginner",
    "topics": "topics: [evaluation]",
    "roles": "roles: [ml-engineer]",
    "aliases": "aliases: [Another way to ask it?]",
    "related": "related: [f1-score]",
}


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for line, column, message in problems(page):
        yield Finding(page.path, line, column, message, NAME)


def problems(page: Question) -> Iterator[tuple[int, int, str]]:
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
        elif key in LISTS:
            for message in list_problems(key, page.meta[key]):
                yield line, 1, message


def list_problems(key: str, value: object) -> Iterator[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        yield f"`{key}` must be a list of words, for instance `{EXAMPLES[key]}`"
        return
    if not value:
        yield f"`{key}` is empty; add one, for instance `{EXAMPLES[key]}`"
    for item in sorted({item for item in value if value.count(item) > 1}):
        yield f"`{key}` says `{item}` twice; remove one"
