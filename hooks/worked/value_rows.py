"""Rows of tables of two columns, a name and its value, read as sentences: "n: 225"."""

from functools import lru_cache

from hooks.language.sentences import Sentence, sentences
from hooks.language.wording import words
from hooks.page import RECENT, Block, Question
from hooks.worked.facts import MOST_ROWS, joined


@lru_cache(maxsize=RECENT)
def value_rows(page: Question) -> tuple[Sentence, ...]:
    """The rows of all tables of names and values."""
    return tuple(
        row
        for block in page.blocks
        if block.kind == "table" and all(len(row) == 2 for row in block.rows)
        for number in range(min(len(block.rows), MOST_ROWS))
        if (row := of_row(block, number)).has_digit
    )


def of_row(block: Block, number: int) -> Sentence:
    """A row as a sentence, with a colon where its text has the end of a line."""
    text = joined(block.rows[number])
    return Sentence(text, number, block, number, words(text.content).replace("\n", ":"))


@lru_cache(maxsize=RECENT)
def said_in_order(page: Question) -> tuple[Sentence, ...]:
    """The sentences of a page's prose and its rows of values, as they follow one another."""
    prose = [sentence for sentence in sentences(page) if sentence.block.is_prose]
    rows = value_rows(page)
    both = [*prose, *rows]
    return tuple(sorted(both, key=lambda one: one.text.starts[0]) if rows else prose)
