"""A question page's title is the question, short enough to be read in a list.

## What it checks

- The title ends with a question mark. A task that begins with a verb (Write, Design, Explain) ends
  with a full stop.
- It has at most 110 characters.

## Why

The title is what readers scan in an index, in search results and on a practice card. A heading
such as "F1 score" does not say what will be asked.

## Example

    # F1 score

## Use instead

    # What is the F1 score and when do you use it?

## What it leaves alone

Whether there is one title and where it stands: that is the rule `page-shape`.
"""

from collections.abc import Iterator

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import LONGEST_TITLE, Question
from hooks.pattern import Pattern

NAME = "title"
SCOPE = "question"

TASK = Pattern(
    r"(?:Build|Calculate|Choose|Code|Compare|Compute|Define|Derive|Describe|Design|Estimate|Explain"
    r"|Find|Given?|Implement|Interpret|List|Name|Optimize|Plan|Prove|Show|Sketch|Solve|Suggest|Walk"
    r"|Write)\b"
)


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    if page.title:
        for message in problems(page.title_text):
            yield Finding(page.path, *page.title.text.starts[0], message, NAME)


def problems(title: str) -> Iterator[str]:
    if len(title) > LONGEST_TITLE:
        yield f"the title has {len(title)} characters; a title has at most {LONGEST_TITLE}"
    if not title.endswith("?") and not (TASK.match(title) and title.endswith(".")):
        end = "." if TASK.match(title) else "?"
        yield f"the title is the question itself; end it with `{end}`"
