"""A sentence as a row of plain words, for patterns of words that must survive any wording.

The words are in lower case, with one space between them, without Markdown, hyphens, quotation
marks and possessives, so that "Cross-validation", "cross validation" and "**cross**-validation"
read the same. A word that negates carries the sign ¬ (`¬not`), so that a pattern that allows other
words in between can leave negated ones alone.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

TOKEN = re.compile(
    r"""
    (?<!\w)[-−]?\d+(?:[.,]\d+)*%?(?![\w.]\w)   # a number
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
SPELLED = str.maketrans("₀₁₂²³’", "01223'", "_^\\")
MARKED = re.compile(r"[₀₁₂²³’_^\\]")


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
    found = [(word(token[0]), token.start()) for token in TOKEN.finditer(plain)]
    found = [(text, start) for text, start in found if text]
    negated = [
        f"¬{text}" if negates(text, found[i + 1][0] if i + 1 < len(found) else "") else text
        for i, (text, _) in enumerate(found)
    ]
    places, at = [], 0
    for text in negated:
        places.append(at)
        at += len(text) + 1
    return Reading(" ".join(negated), tuple(places), tuple(start for _, start in found))


def word(token: str) -> str:
    """A word as patterns spell it: "R²." is `r2`, "L_1" `l1`, "model's" `model`."""
    text = token.lower()
    if MARKED.search(text):
        text = text.translate(SPELLED)
    text = text.rstrip(".!?…'`").lstrip("'`")
    return text.removesuffix("'s")


def negates(text: str, following: str) -> bool:
    if text == "not" and following in RESTRICTED:
        return False
    return text in NEGATION or text.endswith("n't")
