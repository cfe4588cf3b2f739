"""How names are compared: `y_pred` and `y_{\\text{pred}}`, "True positives"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hooks.pattern import Pattern

ACCENTS = ("hat", "bar", "tilde", "dot")
ACCENTED = tuple(f"{accent} " for accent in ACCENTS)
LETTER = Pattern(rf"((?:{'|'.join(ACCENTS)}) )?([^\W\d_])(?:_(.+))?", re.S)
SPELLED = str.maketrans({"{": "", "}": "", "′": "'", "’": "'"})
AT_NUMBER = Pattern(r"@\s?\d+$")  # DCG@4
JOINTS = Pattern(r"[\s_\-‐‑–]+")


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


def keys(run: Sequence[str], known: Sequence[str]) -> Iterator[str]:
    """The keys of the first word of a run, of the first two words, and so on.

    known: sorted keys; of those of several words only what may be one of these, or its plural.
    """
    yield key(run[0])
    if run[0][1:2] == "_" or run[0] in ACCENTS:
        yield from (key(" ".join(run[:count])) for count in range(2, len(run) + 1))
        return
    spelled = letters_of(run[0])
    for word in run[1:]:
        at = bisect_left(known, spelled)
        if at == len(known) or not known[at].startswith(spelled):
            return
        spelled += letters_of(word)
        yield spelled


@lru_cache(maxsize=8192)
def letters_of(word: str) -> str:
    """The letters of a word, which is part of a name of several words without brackets."""
    return JOINTS.sub("", word.replace("²", "^2")).lower()
