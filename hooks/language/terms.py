"""The guide's terms: terms.yml, what it calls concepts, and what its abbreviations mean."""

import re
from functools import lru_cache
from pathlib import Path

from hooks.guide import read_yaml
from hooks.pattern import compiled
from hooks.record import cached_property, record


@record
class Term:
    """A concept: its preferred name, its abbreviation ("" if it has none) and what it means.

    question: the slug of the question that treats it, "" if none does.
    """

    id: str
    term: str
    definition: str
    short: str = ""
    avoid: tuple[str, ...] = ()
    question: str = ""

    @property
    def sentence(self) -> str:
        """The definition as a sentence of its own."""
        return f"{self.definition[0].upper()}{self.definition[1:]}."

    def instead_of(self, spelling: str) -> str:
        """What to write instead of a spelling: the abbreviation for another abbreviation."""
        return self.short if self.short and spelling[1:2].isupper() else self.term


class Terms:
    """terms.yml.

    preferred: for each spelling to avoid, what to write instead.
    """

    def __init__(self, data: dict):
        self.terms = tuple(
            Term(id, **{**entry, "avoid": tuple(entry.get("avoid", ()))})
            for id, entry in data["terms"].items()
        )
        self.well_known = frozenset(data["well-known"])
        self.preferred = {bad: term.instead_of(bad) for term in self.terms for bad in term.avoid}
        self.preferred |= {bad: good for good, group in data["spellings"].items() for bad in group}

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """What each abbreviation stands for."""
        return {term.short: term.term for term in self.terms if term.short}

    @cached_property
    def _signs(self) -> tuple[tuple[str, str, str], ...]:
        """Each spelling to avoid with its longest word and all of it, in lower case."""
        lower = ((bad, bad.lower().split()) for bad in self.preferred)
        return tuple((bad, max(parts, key=len), " ".join(parts)) for bad, parts in lower)

    def avoided_in(self, text: str) -> re.Pattern[str] | None:
        """A pattern of the spellings to avoid that a text may hold; None if it holds none."""
        words = text.lower().split()
        vocabulary, flowing = " ".join(set(words)), " ".join(words)
        bad = tuple(
            spelling
            for spelling, word, whole in self._signs
            if word in vocabulary and whole in flowing
        )
        return spelled(bad) if bad else None

    def instead_of(self, found: str) -> str:
        """What to write instead of what such a pattern found."""
        found = " ".join(found.split())
        beginnings = (found[:end] for end in range(len(found), 0, -1))
        known = (b for part in beginnings for b in (part, part.lower()) if b in self.preferred)
        return self.preferred[next(known)]


@lru_cache(maxsize=256)
def spelled(bad: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some spellings: in lower case with any ending and in any case, else as it is."""
    plain = "|".join(rf"{space(b)}\w*" for b in bad if b.islower())
    exact = "|".join(rf"{space(b)}\b" for b in bad if not b.islower())
    either = "|".join(filter(None, (plain and f"(?i:{plain})", exact)))
    return compiled(rf"(?<![\w-])(?:{either})")


def space(spelling: str) -> str:
    """A spelling as a pattern that may run on over the end of a line."""
    return r"\s+".join(map(re.escape, spelling.split()))


NONE = {"terms": {}, "spellings": {}, "well-known": []}


@lru_cache(maxsize=8)
def terms(root: Path) -> Terms:
    """The terms of the guide in the folder `root`, none if it has no file. Raises Unreadable."""
    file = root / "terms.yml"
    return Terms(read_yaml(file) if file.is_file() else NONE)
