"""A sentence as a row of plain words, for patterns of words that must survive any wording.

The words are in lower case, with one space between them, without Markdown, hyphens, quotation
marks and possessives, so that "Cross-validation", "cross validation" and "**cross**-validation"
read the same. A word that negates carries the sign ¬ (`¬not`), so that a pattern that allows other
words in between can leave negated ones alone.
"""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from hooks.pattern import Pattern
from hooks.record import cached_property, record

TOKEN = Pattern(
    r"""
    (?<!\w)[-−]?\d+(?:[.,]\d+)*(?:\s?%)?(?![\w.]\w)   # a number
    | (?<=\s)[–-](?=\s)                         # a dash
    | [-=]+>                                    # an arrow
    | [^\s,;:()\[\]{}"“”„«»*/|—–‑‐~+-]+        # a word; hyphens and slashes part words
    | [,;:—]
    """,
    re.X,
)
NEGATION = frozenset(
    "no not never cannot neither nor none nobody nothing without hardly barely scarcely rarely "
    "seldom fail fails failed failing unable unlikely ≠ !=".split()
)
RESTRICTED = frozenset("only just merely simply".split())  # "not only" negates nothing
PRONOUNS = (["it"], ["this"], ["they"], ["these"])  # what may stand for a label behind it
LABEL = 3  # words before the colon that a list item may begin with
LONG_LABEL = 6  # where a verb is read for the colon
SPELLED = str.maketrans("₀₁₂²³’", "01223'", "_^\\")
SIGNS = dict.fromkeys(("→", "⇒", "⟹", "=>", "->", "-->", "==>"), "means") | {"–": "—", "-": "—"}
MARKED = Pattern(r"[₀₁₂²³’_^\\]")


@record
class Reading:
    """The words of a sentence in one row, and where each starts.

    words: the row; starts: the offset of each word in the author's text, or -1 for a word that was
    brought in from elsewhere.
    """

    words: str
    starts: tuple[int, ...]

    @cached_property
    def places(self) -> tuple[int, ...]:
        """The offset of each word in the row, ascending."""
        lengths = (len(word) + 1 for word in self.words.split(" ")[:-1])
        return tuple(accumulate(lengths, initial=0))

    @cached_property
    def own(self) -> int:
        """Where in the row the first word stands that was not brought in; 0 if there is none."""
        return next((p for p, s in zip(self.places, self.starts, strict=False) if s >= 0), 0)

    def offset(self, place: int) -> int:
        """Where in the author's text the first own word at or behind `place` of the row stands."""
        index = max(bisect_right(self.places, place) - 1, 0)
        return next((start for start in self.starts[index:] if start >= 0), 0)

    def between(self, start: int, end: int) -> list[tuple[str, int]]:
        """The words that start within a span of the row, each with its offset in the text."""
        first, last = bisect_left(self.places, start), bisect_left(self.places, end)
        return list(zip(self.words.split(" ")[first:last], self.starts[first:last], strict=True))

    def led_by(self, lead: str, dropped: int = 0, start: int = -1) -> "Reading":
        """The same behind other words, without so many of its own first words.

        start: where in the author's text the other words stand, if a "yes" there repeats them.
        """
        brought = lead.split(" ")
        own = self.words.split(" ")[dropped:]
        starts = (*(start for _ in brought), *self.starts[dropped:])
        return Reading(" ".join([*brought, *own]), starts)

    def without(self, dropped: int) -> "Reading":
        """The same without so many of its first words."""
        return Reading(" ".join(self.words.split(" ")[dropped:]), self.starts[dropped:])

    def labeled(self, instead: str = "", longest: int = LONG_LABEL) -> "Reading":
        """The same with the mark behind the label it begins with left out or replaced.

        "Dropout: it disables units" reads "dropout disables units".
        """
        if ":" not in self.words:
            return self
        texts = self.words.split(" ")
        index = texts.index(":") if ":" in texts[1 : longest + 1] else 0
        if not index:
            return self
        if instead:
            return Reading(" ".join((*texts[:index], instead, *texts[index + 1 :])), self.starts)
        after = index + 2 if texts[index + 1 : index + 2] in PRONOUNS else index + 1
        starts = self.starts[:index] + self.starts[after:]
        return Reading(" ".join(texts[:index] + texts[after:]), starts)

    @classmethod
    def of(cls, tokens: list[tuple[str, int]]) -> "Reading":
        """The reading of words with their offsets in the text."""
        return cls(" ".join(text for text, _ in tokens), tuple(start for _, start in tokens))


def read(plain: str) -> Reading:
    """The reading of a text that has no marks any more; "Dropout: is …" reads "dropout is …"."""
    return read_marks(plain).labeled(longest=LABEL)


def read_marks(plain: str) -> Reading:
    """The reading of a text, with the colon or dash behind the label that it begins with."""
    texts, starts = [], []
    for token in TOKEN.finditer(plain.lower()):
        text = token[0]
        if not text.isalpha():
            text = word(text)
        if text:
            texts.append(text)
            starts.append(token.start())
    if "—" in texts[: LONG_LABEL + 1]:
        texts[texts.index("—")] = ":"
    mark_negation(texts)
    return Reading(" ".join(texts), tuple(starts))


def word(text: str) -> str:
    """A word as patterns spell it: "r²." is `r2`, "l_1" `l1`, "model's" `model`."""
    if text in SIGNS:
        return SIGNS[text]
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
