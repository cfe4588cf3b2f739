"""The short answer has 25 to 70 words and stands alone.

## What it checks

The text of the `!!! abstract "Short answer"` block: 25 to 70 words (a formula counts as one), in
plain sentences: no list, table, code block, picture or link, and no reference, because it is also
shown in search results, on cards and to search engines.

## Why

It is what you would say in the first twenty seconds. Less is a label, more is a lecture.

## Example

    !!! abstract "Short answer"
        It is the harmonic mean of [precision](precision-recall.md) and recall.

## Use instead

    !!! abstract "Short answer"
        The F1 score is the harmonic mean of precision and recall, $2PR/(P+R)$. It is high only if
        both are. Use it when positives are rare and false alarms and misses cost about the same;
        otherwise weight them with F-beta or state the costs.
"""

from collections.abc import Iterator

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import COMMENT, INLINE_MATH, Question
from hooks.pattern import Pattern

NAME = "short-answer"
SCOPE = "question"

WORDS = range(25, 71)
LINK = Pattern(r"!?\[[^\]]*\]\([^)]*\)|\[@[^\]]*\]")


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for line, column, message in problems(page):
        yield Finding(page.path, line, column, message, NAME)


def problems(page: Question) -> Iterator[tuple[int, int, str]]:
    if not page.short_answer:
        return  # page-shape says so
    for block in page.short_answer:
        if block.kind != "paragraph":
            yield block.line, 1, "the short answer is plain sentences; move this to In depth"
        elif link := LINK.search(str(block.text)):
            yield *block.text.position(link.start()), "no link here; the answer stands alone"
    words = word_count(page)
    if words not in WORDS:
        least, most = WORDS.start, WORDS.stop - 1
        verb = "add what it is good for" if words < least else "move the rest to In depth"
        yield (
            page.short_answer[0].line,
            1,
            f"the short answer has {words} words; it has {least} to {most}: {verb}",
        )


def word_count(page: Question) -> int:
    text = COMMENT.sub("", " ".join(str(block.text) for block in page.short_answer))
    return len(INLINE_MATH.sub("formula", text).split())
