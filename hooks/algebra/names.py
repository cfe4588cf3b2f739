"""How names are compared: `y_pred` and `y_{\\text{pred}}`, "True positives"."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from hooks.pattern import Pattern

ACCENTS = ("hat", "bar", "tilde", "dot")
ACCENTED = tuple(f"{accent} " for accent in ACCENTS)
LETTER = Pattern(rf"((?:{'|'.join(ACCENTS)}) )?([^\W\d_])(?:_(.+))?", re.S)
SPELLED = str.maketrans({"{": "", "}": "", "′": "'", "’": "'"})
AT_NUMBER = Pattern(r"@\s?\d+$")  # DCG@4
JOINTS = Pattern(r"[\s_\-‐‑–]+")
LONGEST_MENTION = 7  # words of a name in a text


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """What is equal for two spellings of a name.

    A single letter keeps its case, its accent and what stands below it: `hat y`, `P`, `d_k`. Of
    words only the letters count: `True-Positives` and `true positives` are the same.
    """
    name = name.strip()
    plain = name.replace(" ", "").replace("-", "")
    if len(plain) > 1 and plain.isascii() and plain.isalnum() and not name.startswith(ACCENTED):
        return plain.lower()  # nearly all names, quickly
    name = name.replace("²", "^2").translate(SPELLED)
    name = AT_NUMBER.sub("@k", name) if "@" in name else name
    if letter := LETTER.fullmatch(name):
        below = f"_{JOINTS.sub('', letter[3]).lower()}" if letter[3] else ""
        return f"{letter[1] or ''}{letter[2]}{below}"
    if "(" in name or "|" in name:
        return re.sub(r"[\s_]+", "", name)
    return JOINTS.sub("", name).lower()


class Names:
    """The keys of names, sorted; meant: they, and what may be their plurals."""

    def __init__(self, known: Iterable[str]):
        self.known = sorted(known)
        self.meant = frozenset(self.known).union(f"{name}s" for name in self.known)

    def are_begun(self, letters: str) -> bool:
        """Whether a name begins with these letters."""
        at = bisect_left(self.known, letters)
        return at < len(self.known) and self.known[at].startswith(letters)


class Openings(dict[str, "Opening | None"]):
    """What each word of a text opens that may be the first of a name; None if it opens none."""

    def __init__(self, names: Names, may_open: Callable[[str], bool]):
        super().__init__()
        self.names, self.may_open = names, may_open

    def __missing__(self, word: str) -> "Opening | None":
        self[word] = opening = self.opening(word) if self.may_open(word) else None
        return opening

    def opening(self, word: str) -> "Opening | None":
        if word[1:2] == "_" or word in ACCENTS:  # a letter goes on as it is written: `hat y`
            return Letter(self.names, word, key(word), goes_on=True)
        return opening(self.names, letters_of(word), key(word))

    def among(self, run: Sequence[str]) -> Iterator[str]:
        """The keys of the names among the words of a text, and of what may be their plurals."""
        for at, opening in enumerate(map(self.__getitem__, run)):
            behind = at
            while opening is not None:
                if opening.name:
                    yield opening.name
                behind += 1
                is_end = behind == len(run) or behind == at + LONGEST_MENTION
                opening = None if is_end or not opening.goes_on else opening[run[behind]]


class Opening(dict[str, "Opening | None"]):
    """Some words in a row: a name, or what names begin with. Under each word that a text had behind
    them stands what they open together, None if that is nothing.

    name: its key; "" if they are none. goes_on: whether a longer name may begin with them.
    """

    def __init__(self, names: Names, spelled: str, name: str, goes_on: bool):
        super().__init__()
        self.names, self.spelled, self.goes_on = names, spelled, goes_on
        self.name = name if name in names.meant else ""

    def __missing__(self, word: str) -> "Opening | None":
        self[word] = following = self.with_word(word)
        return following

    def with_word(self, word: str) -> "Opening | None":
        letters = self.spelled + letters_of(word)
        return opening(self.names, letters, letters)


class Letter(Opening):
    """A letter with what stands below it, or with its accent, and words behind it."""

    def with_word(self, word: str) -> Opening:
        written = f"{self.spelled} {word}"
        return Letter(self.names, written, key(written), goes_on=True)


def opening(names: Names, letters: str, name: str) -> Opening | None:
    """What words open, by their letters and by their key, should they be a name."""
    goes_on = names.are_begun(letters)
    return Opening(names, letters, name, goes_on) if goes_on or name in names.meant else None


@lru_cache(maxsize=8192)
def letters_of(word: str) -> str:
    """The letters of a word, which is part of a name of several words without brackets."""
    return JOINTS.sub("", word.replace("²", "^2")).lower()
