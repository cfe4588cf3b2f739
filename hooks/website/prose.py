"""The words of a page's HTML that are its own running text, for what is marked up in them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from hooks.pattern import Pattern

T = TypeVar("T")

TAG = Pattern(r"(<!--.*?-->|</?[a-zA-Z][^>]*>)", re.S)
# A tag, or at once all of an element that is left alone and holds no other of its kind.
MARKUP = Pattern(
    r"<!--.*?-->|<(?P<whole>a|code|h[1-6]|math|pre|script|style)\b[^>]*(?<!/)>.*?</(?P=whole)>"
    r"|<(?P<closing>/?)(?P<name>[a-zA-Z][\w-]*)[^>]*>",
    re.S,
)
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
    pieces, end, inside = [], 0, 0
    for markup in MARKUP.finditer(html):
        start = markup.start()
        if start > end:
            pieces.append(html[end:start] if inside else words(html[end:start]))
        end = markup.end()
        pieces.append(markup[0])
        inside += depth(markup)
    pieces.append(html[end:] if inside else words(html[end:]))
    return "".join(pieces)


def depth(markup: re.Match[str]) -> int:
    """How a tag changes the number of open elements that are left alone."""
    name = markup["name"]
    if not name or name.lower() not in LEFT_ALONE or markup[0].endswith("/>"):
        return 0
    return -1 if markup["closing"] else 1


class Names:
    """Names to find in running text, by one pattern for all pages.

    names: each as `fold` makes it of what stands in a text: `str.lower` for those in any case.
    behind: the signs of which none may stand before a name, as in a set of a pattern.
    ahead: the pattern of what must follow a name.
    """

    def __init__(
        self, names: Iterable[str], behind: str, ahead: str, fold: Callable[[str], str] = str
    ):
        self.fold = fold
        self.any = pattern(frozenset(names), behind, ahead)

    def found_in(self, html: str) -> set[str]:
        """The names that HTML holds anywhere."""
        return {flowing(found["name"]) for found in self.any.finditer(self.folded(html))}

    def replace_first(
        self, html: str, waiting: MutableMapping[str, T], element: Callable[[str, T], str]
    ) -> str:
        """HTML with the first use in its running text of each name that is waiting replaced.

        waiting: what is to be known of each name; those that are found leave it.
        element: (the words found, what is known of them) -> HTML.
        """

        def words(piece: str) -> str:
            parts, end = [], 0
            for found in self.uses(self.folded(piece), waiting):
                known = waiting.pop(flowing(found["name"]))
                parts += [piece[end : found.start()], element(piece[slice(*found.span())], known)]
                end = found.end()
            return "".join((*parts, piece[end:])) if parts else piece

        return rewrite(html, words)

    def folded(self, text: str) -> str:
        """A text as names are looked for in it: every character where it stood."""
        folded = self.fold(text)
        return folded if len(folded) == len(text) else text

    def uses(self, text: str, waiting: Mapping[str, T]) -> Iterator[re.Match[str]]:
        """Where a text holds a name that is waiting at that moment; what stands within a longer
        name is not meant: "regression" in "regression test"."""
        for found in self.any.finditer(text):
            if flowing(found["name"]) in waiting:
                yield found


def flowing(name: str) -> str:
    """A name over any line ends, as one looks it up."""
    return " ".join(name.split())


@lru_cache(maxsize=256)
def pattern(names: frozenset[str], behind: str, ahead: str) -> re.Pattern[str]:
    """The longest of the names that fits; between its words any space may stand.

    Each of its branches begins with a letter, so that a text is searched for these letters.
    """
    longest_first = sorted(names, key=lambda name: (name[0], -len(name), name))
    branches = [
        rf"{re.escape(first)}(?<![{behind}].)(?:{'|'.join(map(rest_of, group))})"
        for first, group in groupby(longest_first, key=itemgetter(0))
    ]
    return re.compile(f"(?P<name>{'|'.join(branches)}){ahead}")


def rest_of(name: str) -> str:
    """The pattern of a name behind its first letter."""
    return r"\s+".join(map(re.escape, name[1:].split(" ")))
