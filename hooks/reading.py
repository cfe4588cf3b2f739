"""A sentence as a row of plain words, for patterns of words that must survive any wording.

The words are in lower case, with one space between them, without Markdown, hyphens, quotation
marks and possessives, so that "Cross-validation", "cross validation" and "**cross**-validation"
read the same. A word that negates carries the sign ¬ (`¬not`), so that a pattern that allows other
words in between can leave negated ones alone.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from hooks.pattern import Pattern

TOKEN = Pattern(
    r"""
    (?<!\w)[-−]?\d+(?:[.,]\d+)*(?:\s?%)?(?![\w.]\w)   # a number
    | [^\s,;:()\[\]{}"“”„«»*/|—–‑‐~+-]+        # a word; hyphens and slashes part words
    | [,;:—]
    """,
    re.X,
)
NEGATION = frozenset(
    "no not never cannot neither nor none nobody nothing without hardly barely scarcely rarely "
    "seldom fail fails failed failing unable unlikely".split()
)
RESTRICTED = frozenset("only just merely simply".split())  # "not only" negates nothing
LABEL = 3  # words before the colon that a list item may begin with
SPELLED = str.maketrans("₀₁₂²³’", "01223'", "_^\\")
MARKED = Pattern(r"[₀₁₂²³’_^\\]")


@dataclass(frozen=True)
class Reading:
    """The words of a sentence in one row, and where each starts.

    words: the row; places: the offset in the row of each word, ascending; starts: the offset of
    the same word in the author's text, or -1 for a word that was brought in from before.
    """

    words: str
    places: tuple[int, ...]
    starts: tuple[int, ...]

    def offset(self, place: int) -> int:
        """Where in the author's text the first own word at or behind `place` of the row stands."""
        index = max(bisect_right(self.places, place) - 1, 0)
        return next((start for start in self.starts[index:] if start >= 0), 0)

    def after(self, subject: str) -> "Reading":
        """The same with a subject instead of its first word, a pronoun."""
        rest = self.words.partition(" ")[2]
        shift = len(subject) - (len(self.words) - len(rest) - 1)
        places = (0, *(place + shift for place in self.places[1:]))
        return Reading(f"{subject} {rest}", places, (-1, *self.starts[1:]))


def read(plain: str) -> Reading:
    """The reading of a text that has no marks any more."""
    texts, starts = [], []
    for token in TOKEN.finditer(plain.lower()):
        text = token[0]
        if not text.isalpha():
            text = word(text)
        if text:
            texts.append(text)
            starts.append(token.start())
    drop_mark_of_label(texts, starts)
    mark_negation(texts)
    places = accumulate((len(text) + 1 for text in texts[:-1]), initial=0)
    return Reading(" ".join(texts), tuple(places), tuple(starts))


def drop_mark_of_label(texts: list[str], starts: list[int]) -> None:
    """Read "Dropout: is used …" like "Dropout is used …"."""
    for index in range(1, min(LABEL + 1, len(texts))):
        if texts[index] in (":", "—"):
            del texts[index], starts[index]
            return


def word(text: str) -> str:
    """A word as patterns spell it: "r²." is `r2`, "l_1" `l1`, "model's" `model`."""
    if MARKED.search(text):
        text = text.translate(SPELLED)
    text = text.rstrip(".!?…'`").lstrip("'`")
    return text.removesuffix("'s").replace(" ", "")


def mark_negation(texts: list[str]) -> None:
    for i, text in enumerate(texts):
        if text in NEGATION or text.endswith("n't"):
            following = texts[i + 1] if i + 1 < len(texts) else ""
            if text != "not" or following not in RESTRICTED:
                texts[i] = f"¬{text}"
