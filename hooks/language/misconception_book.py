"""The data files of wrong claims, hooks/data/misconceptions*.yml and stances*.yml.

A file is read as text and cut into its entries; an entry is parsed when a sentence holds the
words that it asks for, and a pattern compiled when a sentence holds the letters that it needs. So
the files may grow without slowing the lint. What has no patterns is for the page of wrong answers
alone, which reads all of the files but those of stances.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, reduce
from operator import or_
from pathlib import Path

import yaml

from hooks.language.contrasts import Apart, Compared
from hooks.language.effects import Effect, whole_words
from hooks.language.literals import Needs, either, holds, needs, rarity
from hooks.language.paraphrase import INSERTED
from hooks.language.stances import Beside, Stance
from hooks.pattern import Pattern
from hooks.record import cached_property, record

DATA = Path(__file__).parent.parent / "data" / "misconceptions.yml"
FILES = (DATA, *sorted(DATA.parent.glob("misconceptions-*.yml")))  # those by subject have no groups
STANCES = tuple(sorted(DATA.parent.glob("stances*.yml"), reverse=True))
SIDES = ("stances", "apart", "compared")  # what needs no rewriting of a sentence

WORDS = Pattern(r"^  words: \[(.*)\]$", re.M)
NAMED = Pattern(r"^  ([\w-]+): '(.*)'$", re.M)
GROUP = Pattern(r"\{([a-z][\w -]*)\}")
GAP = (  # the pattern's ` … `: up to six words of the same clause
    r" (?:(?!(?:and|but|while|whereas|which|that|because|when|if|than|unless|vs|versus|like) )"
    r"[^ ¬;:,]+ ){0,6}?"
)
LIST = (  # the pattern's ` ,,, `: the members of a list before the one in question
    r" (?:(?!(?:by|with|via|using|through|tune|choose|select|chosen|tuned|selected|estimate|detect"
    r"|evaluate|check|on|which|that|when|if) )[^ ¬;:]+ ){0,12}?"
)
# What follows from a claim does not deny it: "they require scaling, otherwise they do not work".
COMPARED = Pattern(
    r"(?<![^ ])(?:unlike|(?:in|by) contrast (?:to|with)|as opposed to|contrary to|different from"
    r"|differently from|in comparison (?:to|with)|compared (?:to|with))"
    r" (?:(?:the|a|an|its|their) )?$"
)
LONGEST_COMPARISON = 40  # characters that are read for one
CONSEQUENCE = Pattern(r"(?<![^ ])(?:otherwise|or else|so|hence|therefore|thus)(?![^ ])")
# Nor does what it is set against: "it uses the batch, not running averages".
CONTRAST = Pattern(
    r"(?<=, )¬not(?! (?:really|always|necessarily|quite|exactly|so|true|right|in|at all)(?![^ ]))"
)
SIMPLE = str.maketrans('-‑–—\n/*`$,;:!?()[]{}\\|"“”₀₁₂²', " " * 25 + "0122", "_^") | (
    dict.fromkeys(map(ord, "→⇒⟹"), " means ")
)
ARROW = Pattern(r"[-=]+>")
COMMON = frozenset("learning means test error data set size model sample one form class".split())
INSERTED_WORDS = "\n".join(INSERTED)
SHORTEST = 3  # letters of a word's beginning that data may ask for; shorter ones are whole words


class Claim:
    """One pattern of an entry, compiled when a text holds what it needs."""

    def __init__(self, pattern: str):
        self.pattern = pattern

    @cached_property
    def needs(self) -> Needs:
        found = (one for one in needs(self.pattern, needs_of_group) if not is_inserted(one))
        return tuple(sorted(set(found), key=rarity))

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return compiled(self.pattern)

    @classmethod
    def of_data(cls, written: str, _expanded: Callable[[str], str]) -> "Claim":
        return cls(written)

    def may_be_in(self, text: str, _near: str = "") -> bool:
        return holds(text, self.needs)

    def search(self, said: str, _beside: Beside | None = None) -> re.Match[str] | None:
        return self.compiled.search(said) if holds(said, self.needs) else None


KINDS = {
    "claims": Claim,
    "effects": Effect,
    "stances": Stance,
    "apart": Apart,
    "compared": Compared,
}  # fmt: skip


@record
class Misconception:
    """A wrong claim, or the stances that come to it.

    words: what a sentence must hold: sets of alternatives, words or beginnings of words or phrases;
           any other sentence is skipped.
    source: the text of its patterns in a data file; told: that of what is wrong about it.
    """

    id: str
    words: tuple[tuple[str, ...], ...]
    source: str
    told: str

    @cached_property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """The sets of alternatives that hold several words in a row."""
        return tuple(part for part in self.words if any(" " in one for one in part))

    @cached_property
    def entry(self) -> dict:
        """What is wrong about it, right instead, and who says so."""
        return yaml.load(self.told, Loader=yaml.CSafeLoader)[self.id]

    @cached_property
    def patterns(self) -> dict:
        return yaml.load(self.source, Loader=yaml.CSafeLoader)[self.id]

    @cached_property
    def takes_sides(self) -> bool:
        """Whether its patterns need no rewriting of a sentence."""
        return any(f"\n  {kind}:" in self.source for kind in SIDES)

    @cached_property
    def leans(self) -> bool:
        """Whether it may lean on what stands before a sentence."""
        return ", near: " in self.source

    @cached_property
    def claims(self) -> tuple[Claim | Effect | Stance | Apart | Compared, ...]:
        return tuple(
            kind.of_data(written, expanded)
            for key, kind in KINDS.items()
            for written in self.patterns.get(key, ())
        )

    @cached_property
    def exception(self) -> re.Pattern[str] | None:
        return compiled(self.patterns["unless"]) if "unless" in self.patterns else None

    @cached_property
    def rarest(self) -> Needs:
        """What a text holds whichever of the claims it makes."""
        return either([list(claim.needs) for claim in self.claims])

    def may_be_in(self, text: str, near: str = "") -> bool:
        """Whether a simplified text holds the phrases and the letters of one of the claims.

        near: the words of what the text leans on.
        """
        if not (holds(text, self.phrases) and holds(text, self.rarest)):
            return False
        return any(claim.may_be_in(text, near) for claim in self.claims)

    def find(self, said: str, base: str, beside: Beside) -> re.Match[str] | None:
        """The claim in the words of a reading, None if it is not there or has an exception.

        base: the reading without what was rewritten, which may hold the exception too.
        """
        found = [
            match
            for claim in self.claims
            if (match := claim.search(said, beside)) and not is_compared(said, match.start())
        ]
        first = min(found, key=re.Match.start, default=None)
        return None if first and self.is_excepted(said, base, first.end()) else first

    def is_excepted(self, said: str, base: str, end: int) -> bool:
        """Whether words make a claim right that ends there, other than its consequences."""
        if not self.exception:
            return False
        consequence = CONSEQUENCE.search(said, end)
        tail = said[consequence.start() :] if consequence else ""
        texts = (text.removesuffix(tail) + tail.replace("¬", "") for text in (said, base))
        texts = (CONTRAST.sub("not", text) for text in texts)
        return any(self.exception.search(text) for text in texts)


def is_compared(said: str, start: int) -> bool:
    """Whether what starts there is only what the subject is unlike: "unlike precision they are"."""
    before = said[max(0, start - LONGEST_COMPARISON) : start]
    return bool(COMPARED.search(before)) and not said.startswith("unlike ", start)


@record
class Book:
    """The data files: word groups and the misconceptions that the lint can find."""

    groups: dict[str, str]
    misconceptions: tuple[Misconception, ...]

    @cached_property
    def index(self) -> "Index":
        return Index(self.misconceptions)


class Index(dict[str, int]):
    """For each word of a text, which parts of which misconceptions it fulfills, as bits.

    Bit `part * count + number` stands for one of the sets of alternatives of a misconception, so
    that the words of a text are combined with `|` and one number says what its text fulfills.
    """

    def __init__(self, misconceptions: tuple[Misconception, ...]):
        self.misconceptions = misconceptions
        self.count = len(misconceptions)
        self.parts = max(len(entry.words) for entry in misconceptions)
        self.beginnings: dict[str, int] = {}
        self.nothing = 0  # the bits of what no misconception asks for
        for number, entry in enumerate(misconceptions):
            for part in range(self.parts):
                bit = 1 << (part * self.count + number)
                if part >= len(entry.words):
                    self.nothing |= bit
                for one in entry.words[part] if part < len(entry.words) else ():
                    word = min(one.split(), key=lambda word: (word in COMMON, -len(word)))
                    self.beginnings[word] = self.beginnings.get(word, 0) | bit

    def __missing__(self, word: str) -> int:
        """The bits of a word that is new: those of its beginnings."""
        plain = word.translate(SIMPLE)
        bits = self.beginnings.get(plain, 0)
        for end in range(SHORTEST, len(plain)):
            bits |= self.beginnings.get(plain[:end], 0)
        self[word] = bits
        return bits

    def of(self, words: Iterable[str]) -> int:
        """The bits of a text, from its words in lower case."""
        return reduce(or_, filter(None, map(self.__getitem__, words)), self.nothing)

    def fulfilled(self, bits: int) -> Iterator[Misconception]:
        """The misconceptions that have all their parts."""
        left = bits & ((1 << self.count) - 1)
        for part in range(1, self.parts):
            if left:
                left &= bits >> (part * self.count)
        while left:
            last = left & -left
            yield self.misconceptions[last.bit_length() - 1]
            left ^= last


@lru_cache(maxsize=1)
def book() -> Book:
    stances = [parts_of(file) for file in STANCES]
    told = {id: part for file in FILES for id, part in parts_of(file).items()}
    named = NAMED.findall("\n".join(parts["groups"] for parts in (told, *stances)))
    groups = {name: pattern.replace("''", "'") for name, pattern in named}
    entries = (
        Misconception(id, required_words(found[1]), part, told[id])
        for parts in (told, *stances)
        for id, part in parts.items()
        if (found := WORDS.search(part))
    )
    return Book(groups, tuple(entries))


def parts_of(file: Path) -> dict[str, str]:
    """The texts of a data file's entries, by their ids."""
    return {part.partition(":")[0]: part for part in file.read_text("utf-8").split("\n\n")}


@lru_cache(maxsize=1)
def wrong_claims() -> dict[str, dict]:
    """All entries of the files, also those without patterns, by their ids."""
    entries: dict[str, dict] = {}
    for file in FILES:
        entries |= yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return {id: entry for id, entry in entries.items() if id != "groups"}


def source_keys(entry: dict) -> list[str]:
    """The keys of an entry's sources: it names one, or a list of them."""
    named = entry["source"]
    return [named] if isinstance(named, str) else named


def required_words(listed: str) -> tuple[tuple[str, ...], ...]:
    """`cv|cross valid, overfit` as tuples of alternatives."""
    return tuple(tuple(part.split("|")) for part in listed.split(", "))


def simplified(text: str) -> str:
    """A text in lower case, with a space for most signs, and arrows in words."""
    if ">" in text:
        text = ARROW.sub(" means ", text)
    return " ".join(text.lower().translate(SIMPLE).split())


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of whole words: `{group}` stands for its words, ` … ` for a few others."""
    return whole_words(expanded(pattern))


def expanded(pattern: str) -> str:
    pattern = pattern.replace(" … ", GAP).replace(" ,,, ", LIST)
    while GROUP.search(pattern):
        pattern = GROUP.sub(lambda found: f"(?:{book().groups[found[1]]})", pattern)
    return pattern


@lru_cache(maxsize=256)
def needs_of_group(name: str) -> Needs:
    return needs(book().groups[name], needs_of_group)


def is_inserted(letters: frozenset[str]) -> bool:
    """Whether rewriting a sentence can bring in what an author did not write."""
    return any(one in INSERTED_WORDS for one in letters)
