"""Abbreviations whose meaning shows where a page first uses them: `<abbr title="…">AUC</abbr>`.

A `title` appears only under a mouse. Making the element focusable would show it to the keyboard,
but would put a stop that does nothing between every two links, for those who move by them. So
where there is no mouse (phones, tablets, paper) the style sheet writes the meaning out behind the
first use, and an abbreviation that the page itself spells out is left alone.
"""

import re
from html import escape, unescape

from hooks.pattern import Pattern

TAG = Pattern(r"(<!--.*?-->|</?[a-zA-Z][^>]*>)", re.S)
NAME = Pattern(r"</?([a-zA-Z][\w-]*)")
# Neither names nor other people's words, nor where a longer text would break the line.
LEFT_ALONE = frozenset(
    "h1 h2 h3 h4 h5 h6 a abbr button cite code figure kbd math pre script style summary svg table "
    "textarea".split()
)
SOURCES = '<h2 id="references">'


def explain(page: str, meanings: dict[str, str]) -> str:
    """A page's HTML with the first use of each abbreviation in its prose marked up.

    meanings: what each abbreviation stands for.
    """
    text, heading, sources = page.partition(SOURCES)
    spelled_out = unescape(TAG.sub("", text)).casefold()
    waiting = {
        short: meaning
        for short, meaning in meanings.items()
        if short in text and meaning.casefold() not in spelled_out
    }
    return (mark(text, waiting) if waiting else text) + heading + sources


def mark(text: str, waiting: dict[str, str]) -> str:
    """HTML with the first use of each waiting abbreviation in an element; empties `waiting`."""
    pieces, inside = [], 0
    for piece in TAG.split(text):
        if piece.startswith("<"):
            inside += depth(piece)
        elif not inside and waiting:
            piece = mark_words(piece, waiting)
        pieces.append(piece)
    return "".join(pieces)


def depth(tag: str) -> int:
    """How a tag changes the number of open elements that are left alone."""
    name = NAME.match(tag)
    if not name or name[1].lower() not in LEFT_ALONE or tag.endswith("/>"):
        return 0
    return -1 if tag.startswith("</") else 1


def mark_words(words: str, waiting: dict[str, str]) -> str:
    def element(found: re.Match[str]) -> str:
        meaning = waiting.pop(found[0], None)
        return f'<abbr title="{escape(meaning)}">{found[0]}</abbr>' if meaning else found[0]

    return pattern(waiting).sub(element, words)


def pattern(waiting: dict[str, str]) -> re.Pattern[str]:
    """Any of the abbreviations as a word of its own that is not part of a calculation."""
    either = "|".join(re.escape(short) for short in sorted(waiting, key=len, reverse=True))
    return re.compile(rf"(?<![\w/+=×(-])(?:{either})(?=s?\b)(?!s?\s*[/+=×)-])")
