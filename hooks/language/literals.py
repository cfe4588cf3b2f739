"""What a text must hold for a regular expression to match it: sets of letters, one of each set.

Searching a text for a few letters is a hundred times quicker than compiling and trying a pattern,
so a pattern whose letters a text lacks is never compiled.
"""

import re
from collections.abc import Callable, Iterable
from functools import reduce

PIECE = re.compile(
    r"""
    (?P<letters>[^\W_]+)
    | [ ,;:¬—]+
    | (?P<opens>\((?:\?(?:[:=!]|<[=!]))?)
    | (?P<closes>\))
    | (?P<or>\|)
    | \{(?P<group>[a-z][\w -]*)\}
    | (?P<quantifier>[?*+]\??|\{\d*,?\d*\}\??)
    | \\. | \[\^?\]?[^\]]*\]
    | .
    """,
    re.X | re.S,
)
OPTIONAL = re.compile(r"[?*]|\{0?,")
SHORTEST = 2  # Latin letters that are worth looking for

Needs = tuple[frozenset[str], ...]  # of each set, a matching text holds at least one


def needs(pattern: str, group: Callable[[str], Needs]) -> Needs:
    """What every text that matches holds; `group` tells it for a `{name}` in the pattern."""
    pieces = [(found.lastgroup, found[0]) for found in PIECE.finditer(pattern)]
    return alternation([*pieces, ("closes", ")")], 0, group)[0]


def holds(text: str, parts: Iterable[Iterable[str]]) -> bool:
    """Whether a text holds one of the alternatives of every part."""
    for part in parts:
        for one in part:
            if one in text:
                break
        else:
            return False
    return True


def alternation(
    pieces: list[tuple[str | None, str]], at: int, group: Callable[[str], Needs]
) -> tuple[Needs, int]:
    """The needs of the pieces up to the closing bracket, and the index behind it."""
    branches: list[list[frozenset[str]]] = [[]]
    while pieces[at][0] != "closes":
        kind, text = pieces[at]
        at += 1
        found: Needs = ()
        if kind == "or":
            branches.append([])
        elif kind == "opens":
            inner, at = alternation(pieces, at, group)
            found = () if "!" in text else inner
        elif kind == "group":
            found = group(text[1:-1])
        elif kind == "letters":
            text = text[:-1] if is_optional(pieces[at]) else text
            found = (frozenset((text,)),) if len(text) >= SHORTEST or not text.isascii() else ()
        if kind == "letters" or not is_optional(pieces[at]):
            branches[-1] += found
    return either(branches), at + 1


def is_optional(piece: tuple[str | None, str]) -> bool:
    """Whether a piece lets the one before it be absent."""
    return piece[0] == "quantifier" and bool(OPTIONAL.match(piece[1]))


def either(branches: list[list[frozenset[str]]]) -> Needs:
    """What holds whichever of the branches matches."""
    if len(branches) == 1:
        return tuple(branches[0])
    if not all(branches):
        return ()
    rarest = (min(branch, key=rarity) for branch in branches)
    return (reduce(frozenset.union, rarest),)


def rarity(letters: frozenset[str]) -> tuple[int, int]:
    """How seldom a text holds one of them: few and long ones first."""
    return len(letters), -min(map(len, letters))
