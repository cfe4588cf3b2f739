"""Programs and figures on a page come from `snippets/`, by region, under the page's own name.

## What it checks

- Each `--8<-- "file:region"` names a file of `snippets/<section>/` that has the page's slug and,
  for a program, a region that the program starts and ends.
- Each picture from `snippets/` exists and has the page's slug.
- A program or figure that has the page's slug is shown on the page.

## Why

What is embedded is what the tests run, and a program under the page's name is found by everyone.

## Example

    ``` python
    --8<-- "beginner/mse-python.py"
    ```

## Use instead

    ``` python
    --8<-- "beginner/mse-python.py:function"
    ```
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import Question
from hooks.python_code.embeds import Embed, embeds, figures, regions

NAME = "snippet-embed"
SCOPE = "question"


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for line, column, message in problems(page, guide):
        yield Finding(page.path, line, column, message, NAME)


def problems(page: Question, guide: Guide) -> Iterator[tuple[int, int, str]]:
    found = tuple(embeds(page))
    for embed in found:
        if message := embed_problem(page, embed, guide):
            yield embed.line, embed.column, message
    drawn = tuple(figures(page))
    for block, figure in drawn:
        if message := file_problem(page, figure["file"], guide):
            yield *block.text.position(figure.start("file")), message
    shown = {embed.file for embed in found} | {figure["file"] for _, figure in drawn}
    for file in (f"{page.section}/{page.slug}.py", f"{page.section}/{page.slug}.svg"):
        if file not in shown and file in guide.snippets:
            yield 1, 1, f"snippets/{file} is not shown on this page; embed it or remove it"


def embed_problem(page: Question, embed: Embed, guide: Guide) -> str | None:
    if message := file_problem(page, embed.file, guide):
        return message
    if not embed.file.endswith(".py"):
        return None
    known = regions(guide.root / "snippets" / embed.file)
    if not embed.region:
        return f'name a region, for instance `--8<-- "{embed.file}:{min(known, default="name")}"`'
    if embed.region not in known:
        listed = ", ".join(sorted(known)) or "none"
        return f"snippets/{embed.file} has no region `{embed.region}`; it has: {listed}"
    return None


def file_problem(page: Question, file: str, guide: Guide) -> str | None:
    path = PurePosixPath(file)
    if path.parent.name != page.section or path.name.split(".")[0] != page.slug:
        return (
            f"a page shows its own programs; this page's are snippets/{page.section}/{page.slug}.*"
        )
    if file not in guide.snippets:
        return f"there is no snippets/{file}; write it, or run `make snippets`"
    return None
