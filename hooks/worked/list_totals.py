"""Lists whose last item is the total of the others: "- weights: 14 GB … - sum: 20.8 GB"."""

import re
from collections.abc import Iterator, Sequence

from hooks.language.wording import words
from hooks.page import Block, Text
from hooks.pattern import Pattern
from hooks.worked.parts import Whole
from hooks.worked.stated import cell_number
from hooks.worked.totals_of_cells import PARTIAL, TOTAL, summed

ITEM = Pattern(
    r"[*_]*(?P<name>[^:=\n]{1,60}?)[*_]*(?:\s*[:=–—→]|(?<=\*))\s*(?:[^\n]*?[=≈]\s*)?"
    r"(?P<value>[*_]*[$€£]?[-−+]?\d[\d,.]*\s?(?P<unit>[A-Za-zµ$€£%]{0,12}|[A-Za-z]+/[a-z]+)[*_]*)[.,;]?"
    r"\s*(?:<!--[^>]*-->)?\s*"
)
TOTAL_OF = Pattern(r"(?:the\s+)?(?:sum|total)(?:\s+(?!per\b)[a-z]+){1,2}|in\s+total|makes", re.I)
NOT_ADDED = Pattern(
    r"\bparallel|overlap|meanwhile|\bof\s+which|\bincluding|\bp\d\d|percentile"
    r"|\d\s*(?:→|->|×|x)\s*\d[^:]*:",  # layers, whose parameters are counted from their sizes
    re.I,
)
LONGEST = 12  # items of a list


def list_total(items: Sequence[Block]) -> Iterator[Whole]:
    """A list of one amount each, all in one unit, and their total in its last item."""
    if not 3 <= len(items) <= LONGEST:
        return
    found = [ITEM.fullmatch(item.text.content) for item in items]
    if None in found or len({match["unit"] for match in found}) != 1:
        return
    if any(NOT_ADDED.search(item.text.content) for item in items):
        return
    *names, last = (words(match["name"]).strip() for match in found)
    is_total = TOTAL.fullmatch(last) or (found[0]["unit"] and TOTAL_OF.fullmatch(last))
    if not is_total or any(PARTIAL.search(name) or TOTAL.fullmatch(name) for name in names):
        return
    cells = [value_of(item, match) for item, match in zip(items, found, strict=True)]
    if all(map(cell_number, cells)):
        yield from summed(cells, "", "total of the list")


def value_of(item: Block, match) -> Text:
    return item.text.slice(match.start("value"), match.end("value"))
