"""Abbreviations whose meaning shows where a page first uses them: `<abbr title="…">AUC</abbr>`.

A `title` appears only under a mouse. Making the element focusable would show it to the keyboard,
but would put a stop that does nothing between every two links, for those who move by them. So
where there is no mouse (phones, tablets, paper) the style sheet writes the meaning out behind the
first use, and an abbreviation that the page itself spells out is left alone.
"""

from functools import lru_cache
from html import escape, unescape

from hooks.website.prose import TAG, Names, before_sources


def explain(page: str, meanings: dict[str, str]) -> str:
    """A page's HTML with the first use of each abbreviation in its prose marked up.

    meanings: what each abbreviation stands for.
    """
    text, rest = before_sources(page)
    known = names(tuple(meanings))
    used = known.found_in(text)
    spelled_out = unescape(TAG.sub("", text)).casefold() if used else ""
    waiting = {
        short: meanings[short] for short in used if meanings[short].casefold() not in spelled_out
    }

    def element(found: str, meaning: str) -> str:
        return f'<abbr title="{escape(meaning)}">{found}</abbr>'

    return known.replace_first(text, waiting, element) + rest


@lru_cache(maxsize=4)
def names(abbreviations: tuple[str, ...]) -> Names:
    """The abbreviations as words of their own that are no part of a calculation."""
    return Names(abbreviations, behind=r"\w/+=×(-", ahead=r"(?=s?\b)(?!s?\s*[/+=×)-])")
