"""The sentences of a page as plain words, each knowing where it stands and in what spirit.

Rules that read words read these, so that a page is split once. A sentence's `plain` text has the
length of what the author wrote: an offset in it is an offset in the block's text.
"""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from hooks.language.wording import words
from hooks.page import COMMENT, Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import record

# What a full stop behind it does not end a sentence: the lookbehinds come after the stop, so that
# they are tried at stops alone.
ABBREVIATIONS = (r"\be\.g", r"\bi\.e", r"\bca", r"\bvs", r"\bcf", r"\bal", "approx", r"\bFig",
                 r"\bEq", r"\bno", r"\b[A-Z]")  # fmt: skip
SENTENCE_END = Pattern(
    "[.!?]"
    + "".join(f"(?<!{short}[.!?])" for short in ABBREVIATIONS)
    + r"[\"”’')*_]*(?=\s)|\n\s*\n"
)
ON_MISTAKES = Pattern(
    r"mistake|misconception|pitfall|myth|fallac|misunderst"
    r"|\b(?:(?:goes?|going|went|gets?|got|is|are)\s+wrong|wrong\s+(?:answers?|claims?|ideas?|ways?))\b"
    r"|\b(?:(?:common|frequent|typical|usual)\s+errors|errors\s+(?:we|I|you|people|candidates)\b)",
    re.I,
)
CALLED_WRONG = Pattern(
    r"\b(?:wrong(?:ly)?|incorrect(?:ly)?|mistaken(?:ly)?|mistakes?|erroneous(?:ly)?|fallacy|myth"
    r"|misconception|false(?=\s*[:.—–]))\b|~~",
    re.I,
)
WORD = Pattern(r"[^\W_]+")
DIGIT = Pattern(r"\d")


@record
class Sentence:
    """One sentence of prose, of a list item or of a cell of a table.

    text: what the author wrote, with its positions.
    start: where it starts in the block's (or cell's) text.
    block: the block that it stands in; number: which sentence of the block (or cell) it is.
    """

    text: Text
    start: int
    block: Block
    number: int

    @cached_property
    def plain(self) -> str:
        """Its words without Markdown and LaTeX marks, every character where it stood."""
        return words(self.text.content)

    @cached_property
    def lower(self) -> str:
        """Its plain text in lower case: for quick looks, as offsets in it may differ."""
        return self.plain.lower()

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of `lower`: letters and digits without anything between them."""
        return frozenset(WORD.findall(self.lower))

    @cached_property
    def has_digit(self) -> bool:
        return bool(DIGIT.search(self.text.content))

    @cached_property
    def is_of_mistakes(self) -> bool:
        """Whether it stands where mistakes are quoted, or is itself called wrong."""
        said = COMMENT.sub("", self.text.content)
        return bool(ON_MISTAKES.search(self.block.section) or CALLED_WRONG.search(said))


@lru_cache(maxsize=1024)
def sentences(page: Question) -> tuple[Sentence, ...]:
    """The sentences of a page's prose and tables, in its order; References are left out."""
    return tuple(
        sentence
        for block in page.blocks
        if block.section != "References"
        for text in texts(block)
        for sentence in split(text, block)
    )


def texts(block: Block) -> Iterator[Text]:
    """The texts of a block that hold prose: its own, or its cells."""
    if block.kind == "table":
        yield from (cell for row in block.rows for cell in row if cell.content)
    elif block.is_prose:
        yield block.text


def split(text: Text, block: Block) -> Iterator[Sentence]:
    """The sentences of one text."""
    at = 0
    ends = [found.end() for found in SENTENCE_END.finditer(words(text.content))]
    for number, end in enumerate([*ends, len(text.content)]):
        lead = len(text.content[at:end]) - len(text.content[at:end].lstrip())
        if text.content[at:end].strip():
            start = at + lead
            yield Sentence(text.slice(start, end), start, block, number)
        at = end
