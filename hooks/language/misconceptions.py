"""Wrong claims that the field knows well, as data: hooks/data/misconceptions.yml.

The file is read as text and cut into its entries; an entry is parsed, and its patterns compiled,
when a page holds the words that it asks for. So the file may grow without slowing the lint.
"""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path

import yaml

from hooks.language.assertion import is_asserted
from hooks.language.paraphrase import paraphrases
from hooks.language.reading import Reading, read
from hooks.language.sentences import Sentence
from hooks.language.topics import Context, contexts
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import record

DATA = Path(__file__).parent.parent / "data" / "misconceptions.yml"

ENTRY = Pattern(r"^(?=\S)", re.M)
WORDS = Pattern(r"^  words: \[(.*)\]$", re.M)
GROUP = Pattern(r"\{([a-z][\w -]*)\}")
GAP = (  # the pattern's ` … `: up to six words of the same clause
    r" (?:(?!(?:and|but|while|whereas|which|that|because|when|if|than|unless|vs|versus|like) )"
    r"[^ ¬;:,]+ ){0,6}?"
)
LIST = (  # the pattern's ` ,,, `: the members of a list before the one in question
    r" (?:(?!(?:by|with|via|using|through|tune|choose|select|chosen|tuned|selected|estimate|detect"
    r"|evaluate|check|on|which|that|when|if) )[^ ¬;:]+ ){0,12}?"
)
SIMPLE = str.maketrans('-‑–—\n/*`$,;:!?()[]{}\\|"“”₀₁₂²', " " * 25 + "0122", "_^")
SHORTEST = 3  # letters of a word's beginning that data may ask for; shorter ones are whole words


@record
class Misconception:
    """A wrong claim.

    words: what a sentence must hold: tuples of alternatives, each a tuple of words or beginnings
           of words; any other sentence is skipped.
    source: its text in the data file.
    """

    id: str
    words: tuple[tuple[tuple[str, ...], ...], ...]
    source: str

    @cached_property
    def entry(self) -> dict:
        return yaml.load(self.source, Loader=yaml.CSafeLoader)[self.id]

    @cached_property
    def claims(self) -> re.Pattern[str]:
        return compiled("|".join(f"(?:{claim})" for claim in self.entry["claims"]))

    @cached_property
    def exception(self) -> re.Pattern[str] | None:
        return compiled(self.entry["unless"]) if "unless" in self.entry else None

    def find(self, said: str) -> re.Match[str] | None:
        """The claim in the words of a reading, None if it is not there."""
        found = self.claims.search(said)
        return None if found and self.is_excepted(said) else found

    def is_excepted(self, said: str) -> bool:
        """Whether a reading holds words that make the claim right."""
        return bool(self.exception and self.exception.search(said))


@record
class Occurrence:
    """A misconception that a page asserts, and where: 1-based line and column."""

    misconception: Misconception
    line: int
    column: int
    words: str


def occurrences(page: Question) -> Iterator[Occurrence]:
    """The misconceptions that a page asserts."""
    candidates = Candidates(page)
    by_sentence: dict[int, list[Misconception]] = {}
    for entry in book().misconceptions:
        for index in candidates.of(entry):
            by_sentence.setdefault(index, []).append(entry)
    for index, entries in sorted(by_sentence.items()):
        context = candidates.contexts[index]
        readings = [other for reading in context.readings for other in paraphrases(reading)]
        for entry in entries:
            yield from islice(asserted(page, context, readings, entry), 1)


def asserted(
    page: Question, context: Context, readings: list[Reading], entry: Misconception
) -> Iterator[Occurrence]:
    """The readings of a sentence in which it asserts a misconception."""
    sentence = context.sentence
    for reading in readings:
        found = entry.find(reading.words)
        if not found or entry.is_excepted(context.base.words):
            continue
        if is_asserted(page, sentence, reading, found.span(), said(context.following)):
            place = sentence.text.position(reading.offset(found.start()))
            yield Occurrence(entry, *place, found[0].replace("¬", ""))


class Candidates:
    """Which sentences of a page hold the words that a misconception asks for.

    contexts: each sentence with what it speaks of and the next one.
    """

    def __init__(self, page: Question):
        self.contexts = tuple(contexts(page))
        self.places: dict[str, set[int]] = {}
        for index, context in enumerate(self.contexts):
            for word in simplified(context.content).split():
                for beginning in beginnings(word):
                    self.places.setdefault(beginning, set()).add(index)

    def of(self, entry: Misconception) -> set[int]:
        """The indexes of the sentences that hold an entry's words."""
        found: set[int] = set()
        for number, alternatives in enumerate(entry.words):
            here: set[int] = set()
            for first, *others in alternatives:
                if first in self.places:
                    places = (self.places.get(other, set()) for other in others)
                    here |= self.places[first].intersection(*places)
            found = found & here if number else here
            if not found:
                break
        return found


def simplified(text: str) -> str:
    return text.lower().translate(SIMPLE)


@lru_cache(maxsize=1 << 15)
def beginnings(word: str) -> tuple[str, ...]:
    """The beginnings of a word that some misconception asks for."""
    known = book().beginnings
    word = word.rstrip(".'’")
    short = (word,) if len(word) < SHORTEST and word in known else ()
    longer = (word[:end] for end in range(SHORTEST, len(word) + 1))
    return short + tuple(beginning for beginning in longer if beginning in known)


def said(sentence: Sentence | None) -> str:
    return read(sentence.plain).words if sentence else ""


# -- the data file --------------------------------------------------------------------------------


@record
class Book:
    """The data file: word groups, sources and misconceptions."""

    groups: dict[str, str]
    sources_text: str
    misconceptions: tuple[Misconception, ...]

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """All beginnings of words that any misconception asks for."""
        asked = (words for entry in self.misconceptions for part in entry.words for words in part)
        return frozenset(word for words in asked for word in words)

    @cached_property
    def sources(self) -> dict[str, dict]:
        """The sources that only this file cites, as in references.yml."""
        return yaml.load(self.sources_text, Loader=yaml.CSafeLoader)["sources"]


@lru_cache(maxsize=1)
def book() -> Book:
    parts = {part.partition(":")[0]: part for part in ENTRY.split(DATA.read_text("utf-8"))}
    groups = yaml.load(parts["groups"], Loader=yaml.CSafeLoader)["groups"]
    entries = (
        Misconception(id, required_words(part), part)
        for id, part in parts.items()
        if id not in ("groups", "sources") and WORDS.search(part)
    )
    return Book(groups, parts["sources"], tuple(entries))


def required_words(part: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """`words: [cv|cross valid, overfit]` as tuples of alternatives."""
    listed = WORDS.search(part)[1].split(", ")
    return tuple(tuple(tuple(w.split()) for w in words.split("|")) for words in listed)


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of whole words: `{group}` stands for its words, ` … ` for a few others."""
    return re.compile(f"(?<![^ ])(?:{expanded(pattern)})(?![^ ])")


def expanded(pattern: str) -> str:
    pattern = pattern.replace(" … ", GAP).replace(" ,,, ", LIST)
    while GROUP.search(pattern):
        pattern = GROUP.sub(lambda found: f"(?:{book().groups[found[1]]})", pattern)
    return pattern
