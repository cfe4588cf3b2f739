"""The glossary: a page of all terms, and the first use of each on a page as a link to it.

A link is a stop for the keyboard that leads somewhere, and it can be tapped. Its title is the
definition, which the script shows where the pointer or the focus rests.
"""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from itertools import groupby

from hooks.guide import Guide
from hooks.language.terms import Term, terms
from hooks.page import SECTIONS
from hooks.website.prose import Names, before_sources

ADDRESS = "reference/glossary"  # of the page that lists the terms, below the site's root
READING = (
    *SECTIONS,
    "prepare",
    "labs",
    "reference",
    "practice",
)  # the folders of pages that are read


def glossary(guide: Guide) -> str:
    """All terms by their first letters, each with its meaning and the question that treats it."""
    entries = sorted(terms(guide.root).terms, key=lambda term: term.term.casefold())
    parts = []
    for letter, members in groupby(entries, key=lambda term: term.term[0].upper()):
        rows = "\n".join(entry(term, guide) for term in members)
        parts.append(f'## {letter}\n\n<dl class="glossary" markdown="block">\n{rows}\n</dl>')
    return "\n\n".join(parts)


def entry(term: Term, guide: Guide) -> str:
    short = f" <small>{term.short}</small>" if term.short else ""
    question = guide.question(term.question)
    more = f" [{question.title_text}](../{question.section}/{question.slug}.md)" if question else ""
    name = f'<dt id="{term.id}">{term.term}{short}</dt>'
    return f'{name}\n<dd markdown="span">{term.sentence}{more}</dd>'


def link_terms(html: str, known: Iterable[Term], page: str, slug: str = "") -> str:
    """A page's HTML with the first use of each term in its prose linked to the glossary.

    page: its address below the site's root, such as `beginner/f1-score/`.
    slug: the question that it answers, if any: the terms that it treats itself are left alone.
    """
    if page.partition("/")[0] not in READING:
        return html
    text, rest = before_sources(html)
    waiting = {term.term.lower(): term for term in known if not (slug and term.question == slug)}
    glossary_address = "../" * page.count("/") + ADDRESS

    def element(found: str, term: Term) -> str:
        address = f"{glossary_address}/#{term.id}"
        return f'<a class="term" href="{address}" title="{escape(term.sentence)}">{found}</a>'

    return names(tuple(known)).replace_first(text, waiting, element) + rest


@lru_cache(maxsize=4)
def names(known: tuple[Term, ...]) -> Names:
    """The terms as words of their own in any case, also in the plural."""
    lower = (term.term.lower() for term in known)
    return Names(lower, behind=r"\w/-", ahead=r"s?(?![\w/]|-\w)", fold=str.lower)
