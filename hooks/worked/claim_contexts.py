"""What a claimed count is of, and whether it counts biases: what readers of slips share."""

import re

from hooks.pattern import Pattern
from hooks.worked.counted_claims import Claim
from hooks.worked.named_sizes import N, Scene
from hooks.worked.sizes import TIMES, integer
from hooks.worked.slips import Value

Values = tuple[list[Value], list[Value]]
"""The right values of a claim, the likeliest last, and those of slips."""
Layers = list[tuple[int, int]]


def context(claim: Claim, scene: Scene, pattern: re.Pattern[str]) -> str:
    """The text nearest to a claim that names one of a pattern's kinds.

    It stands before the claim in its passage, close behind it, before its passage in the
    paragraph, or is the heading.
    """
    texts = (claim.label, claim.before, claim.behind[:40], claim.lead, scene.above(claim.passage))
    return next((text for text in texts if pattern.search(text)), "")


WITH_BIAS = Pattern(
    r"\b(?:with\s+(?:a\s+|the\s+|its\s+)?bias(?:es)?|bias(?:es)?\s+(?:are\s+|is\s+)?(?:counted|included|everywhere|each)"
    r"|count(?:ing|s)?\s+(?:the\s+|its\s+)?(?:bias\s+vector|bias(?:es)?)|includ(?:ing|es)\s+(?:the\s+|its\s+)?bias(?:es)?"
    r"|(?:all|every|each)\b[^.;]{0,30}\b(?:has|have)\s+(?:a\s+)?bias(?:es)?|plus\s+bias(?:es)?|and\s+bias(?:es)?)\b|[+&]\s*bias",
    re.I,
)
WITHOUT_BIAS = Pattern(
    r"\b(?:without|no|ignoring|excluding|minus)\s+(?:the\s+|any\s+|a\s+)?bias(?:es)?\b|bias\s*=\s*False|bias-free|weights\s+alone|\bwithout\s*(?:[.;,)]|$)",
    re.I,
)


# "1,048,576 plus biases": they come on top of it
BIASES_APART = Pattern(
    r"\s*(?:\w+\s+){0,2}?(?:(?:plus|and|[+&])\s+(?:(?:\w+|\d[\d,]*)\s+){0,2}?bias|biases\s+(?:not|aside|apart|excluded|come|add|are\s+(?:few|extra|negl)))",
    re.I,
)


def says_biases(claim: Claim) -> bool:
    """Whether its own clause says that it counts biases, and not that they come on top."""
    if claim.is_of_weights or BIASES_APART.match(claim.behind):
        return False
    return bool(WITH_BIAS.search(claim.own))


def counts_biases(claim: Claim, scene: Scene) -> bool:
    """Whether a count is said to include biases, by itself or by the page for all."""
    if claim.is_of_weights or lacks_bias(claim) or BIASES_APART.match(claim.behind):
        return False
    if WITH_BIAS.search(claim.own):
        return True
    return scene.says(WITH_BIAS) and not scene.says(WITHOUT_BIAS)


def lacks_bias(claim: Claim) -> bool:
    """Whether its clause, or its row of a table, says that there is no bias."""
    is_row = claim.passage.block.kind == "table"
    return bool(WITHOUT_BIAS.search(claim.passage.plain if is_row else claim.own))


SQUARE = Pattern(rf"(?P<d>{N}){TIMES}(?P=d)(?!\d|{TIMES}\d)")


def square_side(scene: Scene) -> int | None:
    found = {integer(square["d"]) for p in scene.passages for square in SQUARE.finditer(p.plain)}
    return found.pop() if len(found) == 1 else None
