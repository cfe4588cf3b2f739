"""The words of a page's HTML that are its own running text, for what is marked up in them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from functools import lru_cache
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

    names: each as `key` makes it of what stands in a text.
    frame: the pattern of a name within what must stand around it.
    """

    def __init__(
        self,
        names: Iterable[str],
        frame: str,
        flags: int = 0,
        key: Callable[[str], str] = str,
    ):
        self.frame = frame
        self.flags = flags
        self.key = key
        self.any = pattern(tuple(sorted(names, key=len, reverse=True)), frame, flags)

    def replace_first(
        self, html: str, waiting: MutableMapping[str, T], element: Callable[[str, T], str]
    ) -> str:
        """HTML with the first use in its running text of each name that is waiting replaced.

        waiting: what is to be known of each name; those that are found leave it.
        element: (the words found, what is known of them) -> HTML.
        """

        def words(piece: str) -> str:
            parts, end = [], 0
            for found in self.uses(piece, waiting):
                known = waiting.pop(self.key(found["name"]))
                parts += [piece[end : found.start()], element(found[0], known)]
                end = found.end()
            return "".join((*parts, piece[end:])) if parts else piece

        return rewrite(html, words)

    def uses(self, text: str, waiting: Mapping[str, T]) -> Iterator[re.Match[str]]:
        """Where a text holds a name that is waiting at that moment."""
        at = 0
        while waiting and (found := self.any.search(text, at)):
            use = self.waiting_at(found, waiting)
            if use:
                yield use
            at = use.end() if use else found.start() + 1

    def waiting_at(self, found: re.Match[str], waiting: Mapping[str, T]) -> re.Match[str] | None:
        """The longest name that is waiting, where a text holds one that may not be."""
        key = self.key(found["name"])
        if key in waiting:
            return found
        beginnings = (key[:end] for end in range(len(key) - 1, 0, -1))
        shorter = (pattern((b,), self.frame, self.flags) for b in beginnings if b in waiting)
        uses = (name.match(found.string, found.start()) for name in shorter)
        return next(filter(None, uses), None)


@lru_cache(maxsize=256)
def pattern(names: tuple[str, ...], frame: str, flags: int) -> re.Pattern[str]:
    """Any of the names, the first that fits; between its words any space may stand."""
    either = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
    return re.compile(frame.format(f"(?P<name>{either})"), flags)
