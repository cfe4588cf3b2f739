"""Counts of several classes written in lines: "truth apple: 45 apple, 3 pear, 2 quince" for each
class, or "cat → dog: 30" for each pair of classes."""

import re
from collections.abc import Sequence

from hooks.classifiers.class_matrix import LARGEST, Grid
from hooks.classifiers.matrix import whole_number
from hooks.classifiers.matrix_labels import WHOLE
from hooks.language.wording import words
from hooks.page import Block
from hooks.pattern import Pattern

NAME = r"[^\W\d_][\w-]*"
COUNT = rf"(?<![\w.,]){WHOLE}(?![\w%]|[.,]\d)"
COUNT_FIRST = Pattern(rf"(?P<count>{COUNT})\s+(?P<name>{NAME})")
NAME_FIRST = Pattern(rf"(?P<name>{NAME})[\s:=]+(?P<count>{COUNT})")
PAIR = Pattern(rf"\W*(?P<one>{NAME})\s*(?:→|->|⇒)\s*(?P<other>{NAME})\s*[:=]?\s*(?P<count>{COUNT})")
DIGIT = Pattern(r"\d")
FEWEST = 2


def lined_grid(blocks: Sequence[Block]) -> Grid | None:
    """The grid that the lines of a block, or the items of a list, give together."""
    text = "\n".join(block.text.content for block in blocks)
    written = [line for line in text.splitlines() if line.strip()]
    if not FEWEST <= len(written) <= LARGEST**2 or not all(map(DIGIT.search, written)):
        return None
    lines = [words(line).strip() for line in written]
    return _of_pairs(lines) or _of_rows(lines, COUNT_FIRST) or _of_rows(lines, NAME_FIRST)


def _of_pairs(lines: Sequence[str]) -> Grid | None:
    found = [PAIR.fullmatch(line) for line in lines]
    if not all(found):
        return None
    cells = {(m["one"].lower(), m["other"].lower()): whole_number(m["count"]) for m in found}
    names = tuple(dict.fromkeys(one for one, _ in cells))
    if cells.keys() != {(a, b) for a in names for b in names} or len(cells) != len(lines):
        return None
    return Grid(tuple(tuple(cells[a, b] for b in names) for a in names), names, names, "")


def _of_rows(lines: Sequence[str], entry: Pattern) -> Grid | None:
    """The grid of lines that each name one of the classes before the counts of all."""
    rows: dict[str, dict[str, int]] = {}
    for line in lines:
        head, colon, counted = line.partition(":")
        cells = {m["name"].lower(): whole_number(m["count"]) for m in entry.finditer(counted)}
        named = [n for n in cells if re.search(rf"\b{re.escape(n)}\b", head, re.I)]
        if not colon or len(cells) < FEWEST or len(named) != 1 or named[0] in rows:
            return None
        rows[named[0]] = cells
    names = tuple(rows)
    if any(cells.keys() != rows.keys() for cells in rows.values()):
        return None
    return Grid(tuple(tuple(rows[a][b] for b in names) for a in names), names, names, "")
