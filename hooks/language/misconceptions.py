"""The well-known wrong claims that a page asserts."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from hooks.language.assertion import is_asserted
from hooks.language.misconception_book import Misconception, book, simplified
from hooks.language.paraphrase import paraphrases
from hooks.language.reading import Reading, read
from hooks.language.sentences import Sentence
from hooks.language.topics import AGREEING, Context, contexts
from hooks.page import Question
from hooks.record import record


@record
class Occurrence:
    """A misconception that a page asserts, and where: 1-based line and column."""

    misconception: Misconception
    line: int
    column: int
    words: str


def occurrences(page: Question) -> Iterator[Occurrence]:
    """The misconceptions that a page asserts."""
    for context in contexts(page):
        entries = list(candidates(context))
        if not entries:
            continue
        readings = [other for reading in context.readings for other in paraphrases(reading)]
        for entry in entries:
            yield from islice(asserted(page, context, readings, entry), 1)


def candidates(context: Context) -> Iterator[Misconception]:
    """The misconceptions whose words and letters a sentence holds."""
    sentence, index = context.sentence, book().index
    bits = index.of(sentence.words)
    if "^" in sentence.plain or "_" in sentence.plain:
        bits |= bits_of(sentence.plain)
    for text in context.topic.texts if context.topic else ():
        bits |= bits_of(text)
    text = ""
    for entry in index.fulfilled(bits):
        text = text or simplified(context.content)
        if entry.may_be_in(text):
            yield entry


@lru_cache(maxsize=512)
def bits_of(text: str) -> int:
    """What a text fulfills, of which many sentences in a row may speak."""
    return book().index.of(simplified(text).split())


def asserted(
    page: Question, context: Context, readings: list[Reading], entry: Misconception
) -> Iterator[Occurrence]:
    """The readings of a sentence in which it asserts a misconception."""
    sentence = context.sentence
    for reading in readings:
        found = entry.find(reading.words, context.base.words)
        if (
            found
            and is_own(context, reading, found.end())
            and is_asserted(page, sentence, reading, found.span(), said(context.following))
        ):
            place = sentence.text.position(reading.offset(found.start()))
            yield Occurrence(entry, *place, found[0].replace("¬", ""))


def is_own(context: Context, reading: Reading, end: int) -> bool:
    """Whether a claim ends in the sentence itself, or in a question that it answers with yes."""
    own = next((p for p, s in zip(reading.places, reading.starts, strict=True) if s >= 0), 0)
    return end > own or context.answer.words.startswith(AGREEING)


def said(sentence: Sentence | None) -> str:
    return read(sentence.plain).words if sentence else ""
