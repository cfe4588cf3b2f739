"""The words of a page's HTML that are its own running text, for what is marked up in them."""

import re
from collections.abc import Callable

from hooks.pattern import Pattern

TAG = Pattern(r"(<!--.*?-->|</?[a-zA-Z][^>]*>)", re.S)
NAME = Pattern(r"</?([a-zA-Z][\w-]*)")
# Neither names nor other people's words, nor where a longer text would break the line.
LEFT_ALONE = frozenset(
    "h1 h2 h3 h4 h5 h6 a abbr button cite code dl figure kbd math pre script style summary svg "
    "table textarea".split()
)
SOURCES = '<h2 id="references">'


def before_sources(page: str) -> tuple[str, str]:
    """A page's HTML up to its list of sources, and the rest."""
    text, heading, sources = page.partition(SOURCES)
    return text, heading + sources


def rewrite(html: str, words: Callable[[str], str]) -> str:
    """HTML with each piece of running text replaced by what `words` makes of it."""
    pieces, inside = [], 0
    for piece in TAG.split(html):
        if piece.startswith("<"):
            inside += depth(piece)
        elif not inside:
            piece = words(piece)
        pieces.append(piece)
    return "".join(pieces)


def depth(tag: str) -> int:
    """How a tag changes the number of open elements that are left alone."""
    name = NAME.match(tag)
    if not name or name[1].lower() not in LEFT_ALONE or tag.endswith("/>"):
        return 0
    return -1 if tag.startswith("</") else 1


def replace_first(
    html: str, waiting: dict, pattern: Callable[[dict], re.Pattern], element: Callable
) -> str:
    """HTML with what is waiting replaced where the running text first holds it.

    pattern: of any that are waiting still. element: (match) -> HTML; it takes what it replaces
    out of `waiting`.
    """

    def words(piece: str) -> str:
        return pattern(waiting).sub(element, piece) if waiting and piece.strip() else piece

    return rewrite(html, words)
