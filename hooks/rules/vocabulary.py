"""The level, topics and roles of a page are words of the one vocabulary.

## What it checks

- `level` is one of the levels of `vocabulary.yml`, and in the sections that have a level's name it
  is that level.
- Each of `topics` and `roles` is listed there.

## Why

Indexes, search and practice are built from these words. A misspelled topic would drop the page from
its topic without a word.

## Example

    ---
    level: begginer
    topics: [evalution]
    ---

## Use instead

    ---
    level: beginner
    topics: [evaluation]
    ---

## What it leaves alone

Which keys there are and what kind of value each has: that is the rule `front-matter`.
"""

from collections.abc import Iterator

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.language.nearest import instead
from hooks.page import Question

NAME = "vocabulary"
SCOPE = "question"

LISTS = ("topics", "roles")


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for key, message in problems(page, guide):
        yield Finding(page.path, page.meta_line[key], 1, message, NAME)


def problems(page: Question, guide: Guide) -> Iterator[tuple[str, str]]:
    if "level" in page.meta:
        for message in level_problems(page, guide):
            yield "level", message
    for key in LISTS:
        allowed, words = guide.terms(key), page.meta.get(key)
        for word in words if isinstance(words, list) else ():
            if isinstance(word, str) and word not in allowed:
                hint = instead(word, allowed)
                yield key, f"`{word}` is not among the {key} of vocabulary.yml{hint}"


def level_problems(page: Question, guide: Guide) -> Iterator[str]:
    level, levels = page.meta["level"], guide.terms("levels")
    if level not in levels:
        yield f"`{level}` is not a level{instead(level, levels)}"
    elif page.section in levels and level != page.section:
        yield f"the level of a page in {page.section}/ is `{page.section}`, not `{level}`"
