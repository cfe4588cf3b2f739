"""Whether a page holds some letters: a look into the beginnings of its words before one into it.

Most of what is looked for on a page is not there, and to search all of it costs far more than to
see that none of its words begins like that.
"""

from functools import cache, lru_cache

from hooks.page import RECENT, Question
from hooks.record import cached_property

LENGTHS = (2, 3, 4, 6, 8)  # letters of a beginning
LETTERS = bytes(code if chr(code).isalpha() and code < 128 else 32 for code in range(256))


class Held(dict[str, bool]):
    """What a text in lower case, on one line, holds: by what was looked for, each once."""

    def __init__(self, text: str):
        self.text = text

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """Those of its words, of each length."""
        return frozenset(word[:length] for word in words(self.text) for length in LENGTHS)

    def __missing__(self, said: str) -> bool:
        """Whether it holds what begins with a word or with what is no letter."""
        found = self[said] = beginnings(said) <= self.beginnings and said in self.text
        return found


@cache
def beginnings(said: str) -> frozenset[str]:
    """The longest beginning of each word of what is looked for; a single letter has none."""
    return frozenset(word[:length] for word in words(said) if (length := longest(word)))


def longest(word: str) -> int:
    return max((length for length in LENGTHS if length <= len(word)), default=0)


def words(text: str) -> set[str]:
    return set(text.encode("ascii", "replace").translate(LETTERS).decode().split())


@lru_cache(maxsize=RECENT)
def held_on(page: Question) -> Held:
    """What the source of a page holds."""
    return Held(page.lower.replace("\n", " "))
