"""The page of a coding challenge says its level, topics and questions, and has its six sections.

## What it checks

On each page of `docs/practice/`:

- The front matter has `level`, `topics` and `questions` and nothing else; levels and topics are in
  `vocabulary.yml`, and each question is the slug of a question page.
- The sections Example, Write it, Hints, Solution, Follow-up questions and References, in this order
  and no others.
- Write it embeds the starter and the visible cases of the challenge that has the page's name, and
  Solution its solution.

## Why

The list of challenges, the links from questions and the buttons on the page are made from these.

## Example

    # Write a softmax that does not overflow

    ## Starter

    ``` python
    --8<-- "challenges/soft-max/starter.py"
    ```

## Use instead

    ---
    level: beginner
    topics: [neural-networks]
    questions: [transformer]
    ---

    # Write a softmax that does not overflow

    ## Example

    ## Write it

    ``` python
    --8<-- "challenges/softmax/starter.py"
    ```

    ``` python
    --8<-- "challenges/softmax/cases.py:visible"
    ```

    ## Hints

    ## Solution

    ``` python
    --8<-- "challenges/softmax/solution.py"
    ```

    ## Follow-up questions

    ## References
"""

from collections.abc import Iterator

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.language.nearest import instead
from hooks.page import Question
from hooks.pattern import Pattern

NAME = "challenge"
SCOPE = "docs"

KEYS = ("level", "topics", "questions")
SECTIONS = ("Example", "Write it", "Hints", "Solution", "Follow-up questions", "References")
EMBEDDED = Pattern(r'--8<-- "challenges/([\w-]+)/(\w+)\.(?:py|sql)(?::(\w+))?"')
WANTED = {
    ("Write it", "starter", ""),
    ("Write it", "cases", "visible"),
    ("Solution", "solution", ""),
}


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    if page.section != "practice" or page.slug == "index":
        return
    for part in (front_matter_problems, section_problems, embed_problems):
        for line, message in part(page, guide):
            yield Finding(page.path, line, 1, message, NAME)


def front_matter_problems(page: Question, guide: Guide) -> Iterator[tuple[int, str]]:
    if page.meta_error:
        yield page.meta_error.line, f"the front matter is not YAML: {page.meta_error.message}"
        return
    for key in KEYS:
        if not page.meta.get(key):
            yield 1, f"the front matter lacks `{key}`; see docs/practice/softmax.md"
    known = {
        "level": guide.terms("levels"),
        "topics": guide.terms("topics"),
        "questions": guide.question_paths,
    }
    for key, line in page.meta_line.items():
        if key not in KEYS:
            yield line, f"`{key}` is not a key of a challenge{instead(key, KEYS)}"
            continue
        value = page.meta[key]
        for word in value if isinstance(value, list) else [value]:
            if word not in known[key]:
                yield line, f"`{word}` is not among the {key}{instead(str(word), known[key])}"


def section_problems(page: Question, guide: Guide) -> Iterator[tuple[int, str]]:
    titles = [section.title for section in page.sections]
    if titles != list(SECTIONS):
        yield 1, f"a challenge has the sections {', '.join(SECTIONS)}, in this order"


def embed_problems(page: Question, guide: Guide) -> Iterator[tuple[int, str]]:
    found = set()
    for block in page.blocks:
        for slug, name, region in EMBEDDED.findall(str(block.text)) if block.kind == "code" else ():
            if slug != page.slug:
                yield block.line, f"this page shows challenges/{page.slug}/, not {slug}/"
            found.add((block.section, name, region))
    for section, name, region in sorted(WANTED - found):
        what = f"the region {region} of {name}.py" if region else f"the {name}"
        yield 1, f"embed {what} of challenges/{page.slug}/ under `## {section}`"
