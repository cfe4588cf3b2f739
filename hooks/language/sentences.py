"""The sentences of a page as plain words, each knowing where it stands and in what spirit.

Rules that read words read these, so that a page is split once. A sentence's `plain` text has the
length of what the author wrote: an offset in it is an offset in the block's text.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from hooks.language.wording import words
from hooks.page import COMMENT, RECENT, Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import cached_property, record

# What a full stop behind it does not end a sentence: the lookbehinds come after the stop, so that
# they are tried at stops alone.
ABBREVIATIONS = (r"\be\.g", r"\bi\.e", r"\bca", r"\bvs", r"\bcf", r"\bal", "approx", r"\bFig",
                 r"\bEq", r"\bno", r"\b[A-Z]")  # fmt: skip
SENTENCE_END = Pattern(
    r"[.!?\n](?:(?<=\n)\s*\n|(?<!\n)"
    + "".join(f"(?<!{short}[.!?])" for short in ABBREVIATIONS)
    + r"[\"”’')*_]*(?=\s))"
)
ON_MISTAKES = Pattern(
    r"mistake|misconception|pitfall|myth|fallac|misunderst"
    r"|\b(?:(?:goes?|going|went|gets?|got|is|are)\s+wrong|wrong\s+(?:answers?|claims?|ideas?|ways?))\b"
    r"|\b(?:(?:common|frequent|typical|usual)\s+errors|errors\s+(?:we|I|you|people|candidates)\b)",
    re.I,
)
WRONG = ("wrong", "incorrect", "mistak", "erron", "fallac", "myth", "misconc", "false", "~~",
         "untrue", "not true", "not so", "not quite", "— no", "– no", "→ no")  # fmt: skip
CALLED_WRONG = Pattern(
    r"\b(?:(?<!nothing )wrong(?:ly)?(?!\s+(?:classified|labell?ed|predicted|class|side)\b)"
    r"(?!\s+with\s+(?:it|them)\W*$)"
    r"|incorrect(?:ly)?|mistaken(?:ly)?|mistakes?"
    r"|erroneous(?:ly)?|fallacy|myth|misconception|false(?=\s*[:.—–]))\b|~~"
    # "A large C means a wide margin — false, it …", "→ no."
    r"|(?:[—–→⇒:(]|->)\s*[*_]{0,2}(?:(?:false|untrue|not\s+(?:quite|so|true))\b"
    r"(?![ -](?:positive|negative|alarm|discover|omission|accept|reject))"
    r"|(?:no|nope)\b[*_]{0,2}(?=[,.;:)!]|\s*$))",
    re.I,
)
WORD = Pattern(r"\w+")
DIGIT = Pattern(r"\d")


@record
class Sentence:
    """One sentence of prose, of a list item or of a cell of a table.

    text: what the author wrote, with its positions.
    start: where it starts in the block's (or cell's) text.
    block: the block that it stands in; number: which sentence of the block (or cell) it is.
    plain: its words without Markdown and LaTeX marks, every character where it stood.
    """

    text: Text
    start: int
    block: Block
    number: int
    plain: str

    @cached_property
    def lower(self) -> str:
        """Its plain text in lower case: for quick looks, as offsets in it may differ."""
        return self.plain.lower()

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of `lower`: letters and digits without anything between them."""
        return frozenset(WORD.findall(self.lower.replace("_", " ")))

    @cached_property
    def has_digit(self) -> bool:
        return bool(DIGIT.search(self.text.content))

    @cached_property
    def is_of_mistakes(self) -> bool:
        """Whether it stands where mistakes are quoted, or is itself called wrong."""
        return is_on_mistakes(self.block) or is_called_wrong(self.text.content)


def is_on_mistakes(block: Block) -> bool:
    """Whether a block stands below a title of mistakes, which are quoted there."""
    return names_mistakes(block.section) or names_mistakes(block.topic)


@lru_cache(maxsize=256)
def names_mistakes(title: str) -> bool:
    return bool(ON_MISTAKES.search(title))


def is_called_wrong(text: str) -> bool:
    """Whether what the author wrote calls something wrong."""
    lower = text.lower()
    return any(word in lower for word in WRONG) and bool(CALLED_WRONG.search(COMMENT.sub("", text)))


@lru_cache(maxsize=RECENT)
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
    content, plain, at = text.content, words(text.content), 0
    ends = [found.end() for found in SENTENCE_END.finditer(plain)]
    for number, end in enumerate([*ends, len(content)]):
        said = content[at:end].lstrip()
        if said:
            start = end - len(said)
            yield Sentence(text.slice(start, end), start, block, number, plain[start:end])
        at = end


def sentence_of(block: Block, text: Text) -> Sentence:
    """All of a block's text, or of one of its cells, as one sentence."""
    return Sentence(text, 0, block, 0, words(text.content))
