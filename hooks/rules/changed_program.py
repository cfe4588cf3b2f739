"""What a page says its program prints once it is changed is bound to the program.

## What it checks

Comments of the form `<!-- change: ... -->`, inside a paragraph, list item or table or behind it.
They say what a reader who makes the change will see:

- Each text that is replaced, in backticks, stands exactly once in the program that the page embeds.
- Each number behind `prints` stands in the paragraph, list item or table that holds the comment,
  or before it. A text in quotes may stand beside it, to tell one printed number from another:
  `prints 0.38, "recall@10 0.38"`. Several replacements and several numbers are set apart by commas.
- A comment that can't be read is a finding, so that none is passed over in silence.

The lint does not run programs; a test makes the change, runs the program, and looks in what it
prints for each text and each number, rounded as the page rounds it. Readers do not see comments.

## Why

"Set the rate to 1 and the error doubles" was tried once, if ever. Programs and their libraries
change, and nobody tries it again.

## Example

    ``` python
    --8<-- "intermediate/bagging-vs-boosting.py:ensembles"
    ```

    Set `rate=1.0`: the variance is 13.26.
    <!-- change: `learning_rate=0.2` to `learning_rate=1.0` prints 13.26 -->

## Use instead

    ``` python
    --8<-- "intermediate/bagging-vs-boosting.py:ensembles"
    ```

    Set `rate=1.0`: the variance is 13.62.
    <!-- change: `rate=0.2` to `rate=1.0` prints 13.62 -->

## What it leaves alone

Comments that do not begin with `change:`, and all that stands in code.
"""

from collections.abc import Iterator

from hooks.account import Account
from hooks.calculation.written import size_of
from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import Question
from hooks.python_code.changes import FORM, Change, Malformed, changes, program

NAME = "changed-program"
SCOPE = "question"


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    source = source_of(page, guide)
    for change in changes(page):
        try:
            yield from (at(page, change, message) for message in problems(change, source))
        except Malformed as error:
            yield at(page, change, f"{error}; {FORM}")


def accounts(page: Question, guide: Guide) -> Iterator[Account]:
    for change in changes(page):
        try:
            stated = [number for number, is_printed in change.stated() if is_printed]
        except Malformed:
            continue
        for number in stated:
            yield Account.of(number.text, number.start, number.end, "checked", NAME)


def problems(change: Change, source: str | None) -> Iterator[str]:
    """What is wrong with a comment. Raises Malformed."""
    if source is None:
        raise Malformed("the page embeds no program that could be changed")
    change.changed(source)
    sizes = {number.size for number, _ in change.stated()}
    for number in change.numbers:
        if size_of(number) not in sizes:
            yield f"{number.text} is printed here, but does not stand in the text before it"


def source_of(page: Question, guide: Guide) -> str | None:
    file = program(page)
    if file is None or file not in guide.snippets:
        return None
    return (guide.root / "snippets" / file).read_text(encoding="utf-8")


def at(page: Question, change: Change, message: str) -> Finding:
    return Finding(page.path, *change.place, message, NAME)
