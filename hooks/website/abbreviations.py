"""Abbreviations whose meaning shows where a page first uses them: `<abbr title="…">AUC</abbr>`.

A `title` appears only under a mouse. Making the element focusable would show it to the keyboard,
but would put a stop that does nothing between every two links, for those who move by them. So
where there is no mouse (phones, tablets, paper) the style sheet writes the meaning out behind the
first use, and an abbreviation that the page itself spells out is left alone.
"""

import re
from html import escape, unescape

from hooks.website.prose import TAG, before_sources, replace_first


def explain(page: str, meanings: dict[str, str]) -> str:
    """A page's HTML with the first use of each abbreviation in its prose marked up.

    meanings: what each abbreviation stands for.
    """
    text, rest = before_sources(page)
    spelled_out = unescape(TAG.sub("", text)).casefold()
    waiting = {
        short: meaning
        for short, meaning in meanings.items()
        if short in text and meaning.casefold() not in spelled_out
    }

    def element(found: re.Match[str]) -> str:
        meaning = waiting.pop(found[0], None)
        return f'<abbr title="{escape(meaning)}">{found[0]}</abbr>' if meaning else found[0]

    return replace_first(text, waiting, pattern, element) + rest


def pattern(waiting: dict[str, str]) -> re.Pattern[str]:
    """Any of the abbreviations as a word of its own that is not part of a calculation."""
    either = "|".join(re.escape(short) for short in sorted(waiting, key=len, reverse=True))
    return re.compile(rf"(?<![\w/+=×(-])(?:{either})(?=s?\b)(?!s?\s*[/+=×)-])")
