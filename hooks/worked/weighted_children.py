"""The weighted impurity of children whose sizes and impurities stand in a table."""

import re
from collections.abc import Iterator
from fractions import Fraction

from hooks.calculation.quantity import shown
from hooks.language.wording import words
from hooks.page import Block, Question
from hooks.pattern import Pattern
from hooks.worked.facts import Judgment, Passage, chain_behind, passages
from hooks.worked.impurity_measures import MARKS
from hooks.worked.impurity_values import LOOSE, is_near
from hooks.worked.sizes import has_one
from hooks.worked.stated import cell_number

SIZE = Pattern(
    r"\s*(?:n|N|rows|samples|size|examples|count|cases|points|items|number\s+of\s+(?:rows|samples|examples))\s*",
    re.I,
)
MEASURE = Pattern(
    r"\s*(?:(?P<gini>gini)(?:\s+(?:impurity|index))?|(?P<entropy>entropy|H)|impurity)"
    r"\s*(?:\((?:bits?|nats?)\))?\s*",
    re.I,
)
NO_CHILD = Pattern(r"\b(?:parent|root|before|total|all|sum|weighted|split|tree)\b", re.I)
WEIGHTED = Pattern(
    r"\b(?:weighted\s+(?:average\s+|mean\s+)?(?:child\s+)?(?P<named>gini|entropy|impurity)(?:\s+(?:impurity|index))?"
    r"|(?P<after>gini|entropy|impurity)(?:\s+impurity)?\s+(?:after|of)\s+the\s+split"
    r"|on\s+average\s+the\s+children\s+have\s+(?:an?\s+)?(?P<mean>gini|entropy|impurity)(?:\s+impurity)?)"
    r"(?:\s+of\s+the\s+(?:children|split|two|branches))?",
    re.I,
)
MOST_CHILDREN = 12

Child = tuple[Fraction, Fraction]


def judgments(page: Question) -> Iterator[Judgment]:
    """The weighted impurities of a page whose section has one such table or list before them."""
    if not has_one(page.source, MARKS) or not WEIGHTED.search(page.source):
        return
    known: dict[str, list[tuple[Block, str, list[Child]]]] = {}
    for block in page.blocks:
        if block.kind == "table" and (found := of_table(block)):
            known.setdefault(block.section, []).append((block, *found))
    said = set()
    for passage in passages(page):
        sources = known.get(passage.block.section, [])
        if passage.block.kind == "table" or passage.of_mistakes or len(sources) != 1:
            continue
        block, kind, children = sources[0]
        if passage.block.line > block.line and block not in said:
            for judgment in of_passage(passage, kind, children):
                said.add(block)
                yield judgment


def of_table(block: Block) -> tuple[str, list[Child]] | None:
    """The children in the rows of a table with one column of sizes and one of a measure."""
    heads = [words(cell.content) for cell in block.rows[0]]
    sizes = [at for at, head in enumerate(heads) if SIZE.fullmatch(head)]
    measures = [(at, found) for at, head in enumerate(heads) if (found := MEASURE.fullmatch(head))]
    if len(sizes) != 1 or len(measures) != 1 or len(heads) > 4:
        return None
    rows = [row for row in block.rows[1:] if len(row) == len(heads)]
    if any(NO_CHILD.search(words(row[0].content)) for row in rows):
        return None
    at, found = measures[0]
    read = [(cell_number(row[sizes[0]]), cell_number(row[at])) for row in rows]
    if not 2 <= len(read) <= MOST_CHILDREN or any(None in pair for pair in read):
        return None
    return found.lastgroup or "", [(size.value, value.value) for size, value in read]


def of_passage(passage: Passage, kind: str, children: list[Child]) -> Iterator[Judgment]:
    total = sum(size for size, _ in children)
    for found in WEIGHTED.finditer(passage.plain) if total else ():
        name = found[found.lastgroup].lower()
        members = chain_behind(passage, found.end(), "weighted")
        if not members or (kind and name not in (kind, "impurity")):
            continue
        value = sum(size * one for size, one in children) / total
        wrong = next((m for m in members if not is_near(m, value, value, LOOSE)), None)
        terms = " + ".join(f"{shown(size)}·{shown(one)}" for size, one in children)
        formula = f"weighted impurity = ({terms})/{shown(total)} = {shown(value)}"
        yield Judgment(wrong or members[-1], not wrong, formula)
