"""No two pages answer the same question, by their titles or the other ways in which it is asked.

## What it checks

The page's title and `aliases` against those of all other question pages. Two are the same if the
same words are left without case, punctuation, plurals, words such as "the" and "of", and openings
such as "What is" and "Explain". In a comparison ("A versus B", "How does A differ from B?") the
order does not matter.

## Why

Two pages on one question drift apart: one is mended, the other is found.

## Example

    ---
    aliases:
      - Explain the bias-variance trade-off.     # the title of another page
    ---

## Use instead

    ---
    aliases:
      - Why does a larger model generalize worse?
    ---

## What it leaves alone

Questions that only resemble each other: whether "How is AUC computed?" and "What does AUC mean?"
want one page or two is for people to decide.
"""

from collections.abc import Iterator

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.language.asked import normal_form
from hooks.page import Question

NAME = "duplicate-question"
SCOPE = "question"


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for line, column, question in asked_on(page):
        others = [path for path in guide.askers.get(normal_form(question), ()) if path != page.path]
        if others:
            message = f"`{question}` is asked on {others[0]} too; ask it on one page"
            yield Finding(page.path, line, column, message, NAME)


def asked_on(page: Question) -> Iterator[tuple[int, int, str]]:
    """Each way in which the page asks its question, and where it stands."""
    if page.title:
        yield *page.title.text.starts[0], page.title_text
    aliases = page.meta.get("aliases")
    for alias in aliases if isinstance(aliases, list) else ():
        if isinstance(alias, str):
            yield *place_of(page, alias), alias


def place_of(page: Question, alias: str) -> tuple[int, int]:
    """Where an alias stands in the front matter."""
    first = page.meta_line["aliases"]
    for number, line in enumerate(page.lines[first - 1 :], first):
        if alias in line:
            return number, line.index(alias) + 1
        if line.startswith("---"):
            break
    return first, 1
