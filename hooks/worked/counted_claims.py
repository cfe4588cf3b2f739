"""Counts of parameters as results: "has 1,050,624 parameters", "= 81,920 numbers", a cell.

A claim is read wherever a large number ends a statement. What it counts is what its sentence, item
or row speaks of before it.
"""

import re
from collections.abc import Iterator, Sequence

from hooks.language.wording import JOINER, words
from hooks.pattern import Pattern
from hooks.record import cached_property, record
from hooks.worked.facts import Passage
from hooks.worked.sizes import LARGE, ROUGHLY, integer

LARGE_ENOUGH = Pattern(rf"\d[\d,{JOINER}]*\d")
OPERAND_BEHIND = Pattern(
    r"\s*(?:[+×·⋅*/^²³]|x\s*\d|[-−–]\s?\d|→|->|=|\)\s*[·×*+=/]|\sand\s+\d|\s\d{3}(?!\d)|:\s*\d)"
)
OPERAND_BEFORE = Pattern(r"(?:[+×·⋅*/^√–−]|->|→|\d\s*-|(?<=[\d\s])x|\b[a-z]\s*=)\s*\(?\s*$", re.I)
NOUN = Pattern(
    r"\s*(?:(?:trainable|learnable|learned|free|model|adapter|further|more|extra|new|frozen)\s+)*"
    r"(?P<noun>param\w*|weights?|numbers|values|entries|bias(?:es)?|coefficients|scalars)\b",
    re.I,
)
NO_OTHER_NOUN = Pattern(
    r"[*_`\s]*(?:$|[.,;:()!?|\n]|(?:with|without|in|per|for|of|and|altogether|together|overall|counting|including"
    r"|plus|if|or|instead|but|each|at|as|by|versus|vs\.?|because|while|where|when)\b)",
    re.I,
)
HEAD = Pattern(
    r"\b(?:param\w*|weights?|number|numbers|count|size|sum|total|trainable|how\s+many)\b|#", re.I
)
OTHER_HEAD = Pattern(r"\b(?:flops?|macs?|memory|bytes|time|activations?|shape|output|side)\b", re.I)
CONTRAST = Pattern(
    r"\b(?:instead\s+of|rather\s+than|not|never|versus|vs\.?|compared\s+(?:to|with)|against|than|without"
    r"|saves?|saving|fewer|less|more\s+than|minus|removes?|forget\w*|ignor\w*|omit\w*|naively?|at\s+least|at\s+most"
    r"|up\s+to|over|under|below|above|between|from)\s+(?:\w+\s+){0,2}$",
    re.I,
)
BEHIND_CONTRAST = Pattern(
    r"[^.;\d]{0,40}\b(?:forgets?|forgetting|leaves?\s+out|omits?|ignores?|misses|too\s+(?:few|many|low|high)|is\s+wrong"
    r"|isn['’]t|would\s+be\s+(?:wrong|too))\b",
    re.I,
)
# What is given: "for width 512", "a hidden dimension of 4,096"
OF_SIZE = Pattern(
    r"\b(?:width|dim(?:ension)?s?|length|depth|rank|d_?model)\s*(?:of|=|is|:)?\s*$", re.I
)
GROUPED = Pattern(r"\d $")  # the thousands of a number whose digits spaces group
CLAUSE_END = Pattern(r"[;.!?](?!\d)|,\s+(?:and|but|while|which|so|versus)\b|\d")
LEAST, LEAST_ALONE = 30, 100


@record
class Claim:
    """A count that a passage states as a result.

    number: which passage of the page; noun: what it counts, "" if that is not said behind it;
    label: the text of its passage before it, in a table that of its row and the head of its column.
    """

    passage: Passage
    number: int
    start: int
    end: int
    value: int
    noun: str
    label: str

    @cached_property
    def before(self) -> str:
        """All that its passage says before it."""
        return self.label if "\n" in self.label else self.passage.plain[: self.start]

    @cached_property
    def lead(self) -> str:
        """What its paragraph says before its passage."""
        content, own = self.passage.block.text.content, self.passage.text.content
        is_text = self.passage.block.is_prose
        return words(content[: max(content.find(own), 0)]) if is_text else ""

    @cached_property
    def behind(self) -> str:
        """What its sentence says of it behind it."""
        return self.passage.plain[self.end : self.end + 80]

    @cached_property
    def own(self) -> str:
        """All that its passage says, without the number."""
        cut = CLAUSE_END.search(self.behind)
        return f"{self.label} … {self.behind[: cut.start()] if cut else self.behind}"

    @property
    def is_of_weights(self) -> bool:
        return self.noun.startswith("weight")

    def said(self, value: object) -> bool:
        return self.value == value


def claims(passages: Sequence[Passage]) -> Iterator[Claim]:
    for number, passage in enumerate(passages):
        if passage.math:
            continue
        if not LARGE_ENOUGH.search(passage.plain):
            continue
        found = in_table if passage.block.kind == "table" else in_text
        yield from found(passage, number)


def in_text(passage: Passage, number: int) -> Iterator[Claim]:
    plain = passage.plain
    start = 0
    for found in LARGE.finditer(plain):
        value = None if found["unit"] else integer(found["number"])
        noun = NOUN.match(plain, found.end())
        if not value or value < LEAST or not is_result(plain, found, bool(noun)):
            continue
        yield Claim(
            passage,
            number,
            found.start(),
            found.end("number"),
            value,
            noun["noun"].lower() if noun else "",
            plain[start : found.start()],
        )
        start = found.end()


def is_result(plain: str, found: re.Match[str], has_noun: bool) -> bool:
    before = plain[max(0, found.start() - 60) : found.start()]
    is_operand = OPERAND_BEFORE.search(before) and before.strip() not in ("→", "->", "⇒")
    if is_operand or OPERAND_BEHIND.match(plain, found.end()):
        return False
    if CONTRAST.search(before) or BEHIND_CONTRAST.match(plain, found.end()):
        return False
    if OF_SIZE.search(before) or ROUGHLY.search(before) or GROUPED.search(before):
        return False
    value = integer(found["number"]) or 0
    return has_noun or (value >= LEAST_ALONE and bool(NO_OTHER_NOUN.match(plain, found.end())))


def in_table(passage: Passage, number: int) -> Iterator[Claim]:
    """The counts in the columns of a row whose heads may speak of them."""
    cells = passage.plain.split("\n")
    heads = [words(cell.content).strip() for cell in passage.block.rows[0]]
    if len(heads) != len(cells):
        return
    at = 0
    for column, cell in enumerate(cells):
        is_counted = HEAD.search(heads[column]) and not OTHER_HEAD.search(heads[column])
        last = cell[cell.rfind("=") + 1 :].strip(" *_`")
        found = LARGE.search(cell, cell.rfind("=") + 1) if column and is_counted else None
        if found and not found["unit"] and found[0] == last and (value := integer(last)):
            start = at + found.start()
            noun = "weights" if "weights" in heads[column].lower() else ""
            others = [text for i, text in enumerate(cells) if i != column]
            label = "\n".join([*others, heads[column], ""])
            if value >= LEAST:
                end = start + len(found[0])
                yield Claim(passage, number, start, end, value, noun, label)
        at += len(cell) + 1
