"""Sizes that a page states by their names, read generously: layers, heads, widths, ranks, tokens.

Who looks for typical slips needs every size that a result may follow from, and which stands
nearest; where two are possible, a result that follows from either is right.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, TypeVar

from hooks.language.wording import JOINER, words
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import cached_property, record
from hooks.worked.counted_claims import Claim, claims
from hooks.worked.facts import Passage
from hooks.worked.sizes import SIDE, has_one, integer
from hooks.worked.slips import is_quoted_or_taken_back
from hooks.worked.stated import COUNT_WORDS

T = TypeVar("T")

N = rf"(?<![\w.,/^{JOINER}])(?<!\d ){SIDE}(?![\w{JOINER}]|[.,]\d| \d{{3}}(?!\d))"
COUNT = rf"(?:{N}|\b(?:{COUNT_WORDS})\b)"
# No end of a line is crossed: the cells of a row are lines.
IS = (
    r"(?:[^\S\n]+(?:of|is|are|was|has|have|at|sizes?|dim(?:ension)?s?|width|=|:)"
    r"|[^\S\n]*[=:(≈$`]+)*[^\S\n]*"
)

# A name before its number or behind it; the first group that took part is the number.
ROLES = {
    "layers": Pattern(
        rf"(?P<a>{COUNT})[\s-]+(?!per\b)(?:\w+[\s-]){{0,2}}?(?:layers|blocks)\b"
        rf"|\b(?:n_)?(?:layers|blocks){IS}(?P<b>{N})",
        re.I,
    ),
    "kv heads": Pattern(
        rf"(?P<a>{COUNT})\s+(?:shared\s+)?(?:kv|k/v|key[-/ ](?:and[- ])?value)[\s-]+heads?\b"
        rf"|\b(?:n_)?kv[_ -]heads{IS}(?P<b>{N})",
        re.I,
    ),
    "heads": Pattern(
        rf"(?P<a>{COUNT})\s+(?:(?:query|attention|q)[\s-]+)?heads?\b|\b(?:n_)?(?<!kv.)heads\s*[=:]\s*(?P<b>{N})",
        re.I,
    ),
    "head size": Pattern(
        rf"\bhead[\s_-]*(?:size|dim(?:ension)?|width){IS}(?P<a>{N})"
        rf"|\bheads?\s+(?:of|à)\s+(?:(?:size|width|dim\w*)\s+)?(?P<b>{N})|\bd_?\{{?head\}}?{IS}(?P<c>{N})"
        rf"|\bheads?\s*(?:[×x·*]|with)\s*(?P<d>{N})(?!\s*(?:tokens|layers))"
        rf"|(?P<e>{N})\s+(?:dims|dimensions)(?:\s+(?:each|per\s+head))?",
        re.I,
    ),
    "tokens": Pattern(
        rf"(?P<a>{N})[\s-]+(?:\w+[\s-])?(?:tokens?|positions)\b"
        rf"|\b(?:context|sequence|prompt|chat)(?:\s+(?:length|window))?{IS}(?P<b>{N})",
        re.I,
    ),
    "rank": Pattern(
        rf"\brank{IS}(?P<a>{N})|(?<![\w/])\$?r\s*[=:]\s*(?P<b>{N})|\brank-(?P<c>{N})", re.I
    ),
    "width": Pattern(
        rf"\bd_?\{{?\\?(?:text|mathrm)?\{{?(?:model)?\}}*\$?\s*(?:=|is|of)\s*\$?(?P<a>{N})"
        rf"|\b(?:model\s+|hidden\s+|embedding\s+)?(?:width|size|dim(?:ension)?s?)\b(?<!head.size)(?<!batch.size)"
        rf"(?<!kernel.size)(?<!head.width)(?<!head.dimension){IS}(?P<b>{N})|(?P<c>{N})[\s-]+(?:wide|dim\w*)\b",
        re.I,
    ),
    "inputs": Pattern(
        rf"(?P<a>{N})\s+(?:[\w-]+\s+){{0,2}}?(?:inputs?|features|bands)\b"
        rf"|\binputs?(?:\s+(?:size|dim\w*|width|features?|vectors?|are|is|have|of|has|length))*(?:\s*\([^()\d]*\))?[\s:=$]*(?P<b>{N})"
        rf"|\b(?:word\s+vectors|embeddings?)(?:\s+(?:size|dim\w*|of|width|have|with))*[\s:=]*(?P<c>{N})"
        rf"|\b[dxn]\s*=\s*(?P<d>{N})|(?P<e>{N})[\s-]dim\w*",
        re.I,
    ),
    "hidden": Pattern(
        rf"\bhidden(?:\s+(?:size|state|units|dim\w*|layer|width|of|has|is|vector))*[\s:=$]*(?P<a>{N})"
        rf"|(?P<b>{N})[\s-]+(?:(?:hidden|LSTM|GRU|recurrent)[\s-]+)?(?:units?|cells?|neurons|hidden)\b"
        rf"|\b[hH]\s*=\s*(?P<c>{N})",
        re.I,
    ),
    "inner": Pattern(
        rf"\b(?:FFN|MLP|d_?\{{?ff\}}?|d_?inner|feed-?forward|inner|intermediate)"
        rf"(?:[ _-]+(?:width|size|dim\w*|layer|part|block|network))*"
        rf"{IS}(?P<a>{N})|→\s*(?P<b>{N})\s*→|\bto\s+(?P<c>{N})\s+(?:units\s+)?and\s+back\b",
        re.I,
    ),
    "rows": Pattern(
        rf"(?P<a>{N})[\s-]+(?:\w+[\s-]){{0,2}}?(?:tokens|words|items|entries|positions|users|products|movies|films|songs|types|ids"
        rf"|categories|vectors|embeddings|documents|rows|chunks|images)\b"
        rf"|\bvocab\w*{IS}(?P<b>{N})|(?<!\w)\|?V\|?\s*=\s*(?P<c>{N})",
        re.I,
    ),
    "columns": Pattern(
        r"(?<!hidden )(?<!batch )(?<!kernel )(?<!head )(?<!patch )"
        rf"\b(?:width|dim(?:ension)?s?|length|size|d)\b{IS}(?P<a>{N})"
        rf"|(?P<b>{N})(?:\s+|-)(?:dim\w*|columns|numbers|components|floats)\b"
        rf"|\b(?:embeddings?|vectors)\s+(?:of\s+)?(?:length\s+|size\s+)?(?P<c>{N})(?!\s+(?:tokens|words))",
        re.I,
    ),
}
# What must stand in a text, in lower case, before a role is looked for.
MARKS = {
    "layers": ("layer", "block"),
    "kv heads": ("head",),
    "heads": ("head",),
    "head size": ("head", "dim"),
    "tokens": ("token", "position", "context", "sequence", "prompt", "chat"),
    "rank": ("rank", "r =", "r="),
}
SETTINGS = ("yaml", "yml", "json", "toml", "ini", "python", "py")
LARGEST = 10_000_000


@record
class Named:
    """A size that a page states: its number, and which passage states it, where."""

    value: int
    passage: int
    at: int


@record
class Scene:
    """The passages of a page with the sizes that they name."""

    page: Question
    passages: Sequence[Passage]

    @property
    def lower(self) -> str:
        return self.page.lower

    @cached_property
    def headings(self) -> dict[int, str]:
        """The heading above each block."""
        found, last = {}, ""
        for block in self.page.blocks:
            if block.kind == "heading":
                last = block.text.content
            found[id(block)] = last
        return found

    @cached_property
    def claims(self) -> list[Claim]:
        """The counts that the page states as results, except those that it quotes or takes back."""
        found = claims(self.passages)
        return [c for c in found if not is_quoted_or_taken_back(c.passage, c.start)]

    def says(self, pattern: Pattern) -> bool:
        """Whether a pattern occurs anywhere on the page, in lower case."""
        if pattern not in self.memory:
            self.memory[pattern] = bool(pattern.search(self.lower))
        return self.memory[pattern]

    def once(self, read: Callable[["Scene"], T]) -> T:
        """What a function reads in the page, read once."""
        if read not in self.memory:
            self.memory[read] = read(self)
        return self.memory[read]

    @cached_property
    def memory(self) -> dict[object, Any]:
        return {}

    def above(self, passage: Passage) -> str:
        """The heading above a passage."""
        return self.headings.get(id(passage.block), "")

    @cached_property
    def known(self) -> dict[str, list[Named]]:
        return {}

    def sizes(self, role: str) -> list[Named]:
        """All sizes of a role, in the order of the page."""
        if role not in self.known:
            marks = MARKS.get(role)
            self.known[role] = self.in_programs(role) + [
                named
                for number, passage in enumerate(self.passages)
                if passage.block.kind == "table" or not marks or has_one(passage.lower, marks)
                for named in named_in(role, number, passage)
            ]
        return self.known[role]

    def in_programs(self, role: str) -> list[Named]:
        """The sizes that settings and programs name; they count as stated before all others."""
        return [
            Named(named.value, -1, named.at)
            for block in self.page.blocks
            if block.kind == "code" and block.language in SETTINGS
            for named in in_text(role, -1, block.text.content)
        ]

    def values(self, *roles: str) -> set[int]:
        """The numbers of all sizes of these roles."""
        return {named.value for role in roles for named in self.sizes(role)}

    def nearest(self, role: str, number: int, at: int, unless: Collection[int] = ()) -> int | None:
        """The size of a role that a place means: the last one before it, or that of its passage."""
        found = [named for named in self.sizes(role) if named.value not in unless]
        before = [named for named in found if (named.passage, named.at) < (number, at)]
        own = [named for named in found if named.passage == number]
        if before:
            return before[-1].value
        return own[0].value if own else None

    def until(self, number: int, *roles: str) -> set[int]:
        """The numbers of the sizes of these roles up to a passage; all if there are none."""
        found = [named for role in roles for named in self.sizes(role)]
        return {named.value for named in found if named.passage <= number} or {
            named.value for named in found
        }


def named_in(role: str, number: int, passage: Passage) -> Iterable[Named]:
    if passage.block.kind == "table":
        heads = (words(cell.content) for cell in passage.block.rows[0])
        cells = zip(heads, passage.plain.split("\n"), strict=False)
        row = passage.plain.replace("\n", " ")
        text = " ; ".join([*(f"{head}: {cell}" for head, cell in cells), row])
        yield from (Named(named.value, number, 0) for named in in_text(role, number, text))
    else:
        yield from in_text(role, number, passage.plain)


def in_text(role: str, number: int, plain: str) -> Iterable[Named]:
    for found in ROLES[role].finditer(plain):
        value = integer(found[found.lastgroup])
        if value and value <= LARGEST:
            yield Named(value, number, found.start(found.lastgroup))
