"""The well-known wrong claims that a page asserts."""

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from itertools import islice

from hooks.language.assertion import is_asserted
from hooks.language.misconception_book import Misconception, book, simplified
from hooks.language.paraphrase import paraphrases
from hooks.language.reading import Reading, read
from hooks.language.sentences import Sentence
from hooks.language.stances import Beside
from hooks.language.topics import AGREEING, Context, contexts
from hooks.page import RECENT, Block, Question
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
        rewritten: list[Reading] = []
        if not all(entry.takes_sides for entry in entries):
            rewritten = [other for reading in context.readings for other in paraphrases(reading)]
        seen: set[str] = set()
        for entry in entries:
            readings = context.readings if entry.takes_sides else rewritten
            if entry.id not in seen:
                for occurrence in islice(asserted(page, context, readings, entry), 1):
                    seen.add(entry.id)
                    yield occurrence


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
    page: Question, context: Context, readings: Iterable[Reading], entry: Misconception
) -> Iterator[Occurrence]:
    """The readings of a sentence in which it asserts a misconception."""
    sentence = context.sentence
    around = partial(surroundings, page, sentence.block)
    for reading in readings:
        beside = Beside(reading, around)
        found = entry.find(reading.words, context.base.words, beside)
        if (
            found
            and is_own(context, reading, found.end())
            and not context.is_quizzed
            and is_asserted(page, sentence, reading, found.span(), said(context.following))
        ):
            place = sentence.text.position(reading.offset(found.start()))
            yield Occurrence(entry, *place, found[0].replace("¬", ""))


@lru_cache(maxsize=RECENT)
def surroundings(page: Question, block: Block) -> str:
    """The headings above a block and what stands below the last of them, up to it, simplified."""
    above: dict[str, str] = {}
    texts: list[str] = []
    for other in page.blocks:
        if other.kind == "heading":
            above = {level: text for level, text in above.items() if level < other.info}
            above[other.info] = other.text.content
            texts = []
        elif other.is_prose:
            texts.append(other.text.content)
        if other is block:
            break
    return simplified(" ".join((*above.values(), *texts)))


def is_own(context: Context, reading: Reading, end: int) -> bool:
    """Whether a claim ends in the sentence itself, or in a question that it answers with yes."""
    return end > reading.own or context.answer.words.startswith(AGREEING)


def said(sentence: Sentence | None) -> str:
    return read(sentence.plain).words if sentence else ""
