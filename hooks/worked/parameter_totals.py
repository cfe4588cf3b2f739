"""Totals of listed counts of parameters that leave one of them out, or a term of one, or have a
digit wrong: items or rows with a count each, and the total behind them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from hooks.calculation.misprints import miswritten
from hooks.pattern import Pattern
from hooks.worked.counted_claims import Claim
from hooks.worked.facts import Passage
from hooks.worked.named_sizes import N, Scene
from hooks.worked.sizes import Verdict, integer, judged

TOTAL = Pattern(
    r"\b(?:total|sum|together|altogether|in\s+all|overall|whole|adds?\s+up)\b"
    r"|^\W*(?:one\s+|per\s+|the\s+)?(?:layer|block|network|model)\W*(?:$|\n)",
    re.I,
)
PARTIAL = Pattern(
    r"\b(?:without|excluding|except|frozen|trainable|non-|only|not\s+count\w*|sub-?total|each|times|copies|of\s+which"
    r"|thereof|per\s+(?:head|gate|unit))\b",
    re.I,
)
TWO = Pattern(r"\b(?:two|both|pair\s+of)\b|\b2\s*[·×*]\s*\(?\d", re.I)
TERM = Pattern(rf"\+\s*(?P<term>{N})")
CALCULATED = Pattern(r"\d\W{0,3}=[\s*_$`]*$")
LEAST, FEWEST, MOST = 1000, 2, 12


def verdicts(scene: Scene) -> Iterator[Verdict]:
    """The totals that end a list or table, or begin the text behind one."""
    parts: list[Claim] = []
    for _, said in groupby(scene.claims, key=lambda claim: claim.number):
        *_, claim = said
        goes_on = parts and claim.number == parts[-1].number + 1
        if goes_on and TOTAL.search(claim.label):
            if begins(scene, parts[0]):
                yield from verdict_on(claim, parts)
            parts = []
        elif claim.passage.block.kind not in ("item", "table"):
            parts = []
        else:
            goes_on = goes_on and are_of_one(parts[-1].passage, claim.passage)
            parts = [*parts, claim] if goes_on else [claim]


def begins(scene: Scene, first: Claim) -> bool:
    """Whether no item or row with another number stands before the first count."""
    return not first.number or not are_of_one(scene.passages[first.number - 1], first.passage)


def are_of_one(one: Passage, other: Passage) -> bool:
    """Whether two passages are of one list or table."""
    return one.block.kind == other.block.kind and one.place[:4] == other.place[:4]


def verdict_on(total: Claim, parts: Sequence[Claim]) -> Iterator[Verdict]:
    """A total that is not the sum, where a slip explains the difference."""
    values = [part.value for part in parts]
    whole = sum(values)
    labels = [total.own, *(part.own for part in parts)]
    if total.value < LEAST or not FEWEST <= len(parts) <= MOST or total.value % whole == 0:
        return
    if CALCULATED.search(total.label) or are_nested(values):
        return  # arithmetic checks what is added
    if any(PARTIAL.search(label) for label in labels):
        return
    is_of_rows = parts[0].passage.block.kind == "table"
    if is_of_rows and any(total.value == sum(values[at:]) for at in range(len(values))):
        return  # the first rows are what the others are compared with
    if slip := slip_of(total.value, whole, parts):
        text = f"{' + '.join(f'{value:,}' for value in values)} = {whole:,}, but {slip}"
        yield judged(total.passage, (total.start, total.end), False, text)


def are_nested(values: Sequence[int]) -> bool:
    """Whether one of them is the sum of some before it."""
    sums = {sum(values[i:j]) for j in range(2, len(values) + 1) for i in range(j - 1)}
    return any(value in sums for value in values)


def slip_of(said: int, whole: int, parts: Sequence[Claim]) -> str:
    missing = whole - said
    for part in parts if missing > 0 else ():
        terms = {integer(found["term"]) for found in TERM.finditer(part.label)}
        halves = {part.value // 2} if TWO.search(part.label) and part.value % 2 == 0 else set()
        is_part = missing == part.value and len(parts) > FEWEST
        if is_part or missing in terms | halves:
            return f"that leaves {missing:,} out"
    return miswritten(said, whole)
