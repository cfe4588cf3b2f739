"""How many numbers a page keeps for each parameter: "two additional numbers per parameter"."""

import re
from collections.abc import Iterator

from hooks.pattern import Pattern
from hooks.worked.named_sizes import COUNT
from hooks.worked.sizes import integer

THINGS = (
    r"(?:[\w-]+\s+){0,3}?(?:numbers?|values?|copies|buffers?|moments?|averages?|states?|statistics"
    r"|floats?|tensors?)\b"
)
OF_PARAMETER = r"(?:param\w*|weight)\b"
NUMBERS_EACH = Pattern(
    rf"(?P<n>{COUNT})\s+{THINGS}\s+(?:per|(?:for|of|to)\s+(?:each|every|an?))\s+(?:\w+\s+)?{OF_PARAMETER}"
    rf"|\b(?:per|each|every|an?)\s+{OF_PARAMETER}[^.;\d]{{0,30}}?\b(?P<m>{COUNT})\s+{THINGS}",
    re.I,
)


def numbers_each(text: str) -> Iterator[int]:
    """How many numbers there are of each parameter, without the parameter and with it."""
    for found in NUMBERS_EACH.finditer(text) if "aram" in text or "weight" in text else ():
        if count := integer(found["n"] or found["m"]):
            yield from (count, count + 1)
