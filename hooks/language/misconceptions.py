"""The well-known wrong claims that a page asserts."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial, reduce
from itertools import islice
from operator import or_

from hooks.language.assertion import is_asserted
from hooks.language.misconception_book import Misconception, book, simplified
from hooks.language.paraphrase import paraphrases
from hooks.language.reading import Reading, read
from hooks.language.stances import Beside
from hooks.language.topics import AGREEING, Context, contexts
from hooks.page import RECENT, Block, Question
from hooks.pattern import Pattern
from hooks.record import record

SHORT = 4  # words of a question that asks whether the sentence before it is right
ASKS_BACK = Pattern(  # such a question where it stands in a paragraph of its own
    r"\b(?:right|correct|true|false|really|agree\w*|wrong|valid|sure|so|mistakes?|error|flaw|catch)\b"
)
ENDING = " …:*_"  # what may stand behind the last word of a sentence that is not over
GOING_ON = frozenset(
    "is are was were be equals equal becomes gives as by with of than that".split()
)
LETTER = Pattern(r"[^\W\d_]")
SAYING = Pattern(  # in what is more than a label
    r"\b(?:is|are|was|were|means?|can|will|must|should|has|have|does|do|gives?|shows?)\b", re.I
)


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
        if is_no_claim(context.sentence.plain):
            continue
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


def is_no_claim(plain: str) -> bool:
    """Whether a sentence goes on in a formula below it, or is but the label of a number."""
    said = plain.rstrip(ENDING)
    if said.rpartition(" ")[2].lower() in GOING_ON:
        return True
    label, colon, value = said.rpartition(": ")
    return bool(colon) and not LETTER.search(value) and not SAYING.search(label)


def candidates(context: Context) -> Iterator[Misconception]:
    """The misconceptions whose words and letters a sentence holds."""
    sentence, index = context.sentence, book().index
    bits = index.of(sentence.words)
    if "^" in sentence.plain or "_" in sentence.plain:
        bits |= bits_of(sentence.plain)
    for text in context.topic.texts if context.topic else ():
        bits |= bits_of(text)
    entries = list(index.fulfilled(bits))
    if context.is_leaning:
        close = reduce(or_, map(bits_of, context.before_it), bits)
        entries += [e for e in index.fulfilled(close) if e.leans and e not in entries]
    text = ""
    for entry in entries:
        text = text or simplified(context.content)
        if entry.may_be_in(text, context.near if entry.leans else ""):
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
    before = partial(text_before, page, sentence.block)
    near = context.near if entry.leans else ""
    beside = [Beside(reading, around, near, before=before) for reading in readings]
    if entry.takes_sides and context.denied:
        reading, length = context.denied
        beside.append(Beside(reading, around, denied=length, before=before))
    for one in beside:
        reading = one.reading
        found = entry.find(reading.words, context.base.words, one)
        if (
            found
            and (one.denied or is_own(context, reading, found.end()))
            and not context.is_quizzed
            and is_asserted(page, sentence, reading, found.span(), said(context))
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
    return without_stops(simplified(" ".join((*above.values(), *texts))))


@lru_cache(maxsize=RECENT)
def text_before(page: Question, block: Block) -> str:
    """The text of a page up to the end of a block, simplified."""
    texts: list[str] = []
    for other in page.blocks:
        texts.append(other.text.content)
        if other is block:
            break
    return without_stops(simplified(" ".join(texts)))


def without_stops(text: str) -> str:
    """A text whose words have no full stop behind them."""
    return text.replace(". ", " ").rstrip(".")


def is_own(context: Context, reading: Reading, end: int) -> bool:
    """Whether a claim ends in the sentence itself, or in a question that it answers with yes."""
    return end > reading.own or context.answer.words.startswith(AGREEING)


def said(context: Context) -> str:
    """What the next sentence says; one that only asks ("Correct?") says that nobody claims it."""
    sentence = context.following
    if not sentence:
        return ""
    words = read(sentence.plain).words
    is_asking = sentence.plain.rstrip(' "”*_').endswith("?") and words.count(" ") < SHORT
    if is_asking and sentence.block is not context.sentence.block:
        is_asking = bool(ASKS_BACK.search(words))
    return "¬no" if is_asking else words
