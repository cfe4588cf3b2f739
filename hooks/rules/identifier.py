"""DOIs and arXiv numbers in links have the form of one.

## What it checks

Links to `doi.org` and `arxiv.org`, and `arXiv:1706.03762` in the text: the parts that such a number
has, its month, and how many digits there are behind the point (four to 2014, five since).

## Why

A source that can't be found is no source. A wrong digit is easy to make and hard to see.

## Example

    See https://arxiv.org/abs/1713.03762 and https://doi.org/10.1023A:1010933404324.

## Use instead

    See https://arxiv.org/abs/1706.03762 and https://doi.org/10.1023/A:1010933404324.

## What it leaves alone

Whether the number leads anywhere: the lint does not ask the network. Placeholders such as
`10.xxxx/…`, code, and other pages of both sites.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.language.identifiers import arxiv_problem, doi_problem
from hooks.page import CODE_SPAN, COMMENT, Question, blank
from hooks.pattern import Pattern

NAME = "identifier"
SCOPE = "any"

HINTS = ("doi.org/", "arxiv")
DOI = Pattern(r"\bdoi\.org/(?P<doi>10[^\s<>\"\]|{}…]*)", re.I)
ARXIV = Pattern(
    r"(?:\barxiv\.org/(?:abs|pdf|html)/|\barxiv:\s?)(?P<number>[\w./-]*\d[\w./-]*)", re.I
)
PLACEHOLDER = Pattern(r"x{3}|y{2}m{2}|n{3}|\.\.\.|1234\.5678|0000\.0000", re.I)


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    if not hints(page.source):
        return
    for block in page.blocks:
        if block.kind in ("code", "math") or not hints(block.text.content):
            continue
        text = blank(block.text.content, CODE_SPAN, COMMENT)
        for start, message in problems(text):
            yield Finding(page.path, *block.text.position(start), message, NAME)


def hints(text: str) -> bool:
    """Whether a text may hold an identifier: a quick look."""
    lower = text.lower()
    return any(hint in lower for hint in HINTS)


def problems(text: str) -> Iterator[tuple[int, str]]:
    for found in DOI.finditer(text):
        doi = unquote(unclosed(found["doi"]))
        if not PLACEHOLDER.search(doi) and (message := doi_problem(doi)):
            yield found.start("doi"), message
    for found in ARXIV.finditer(text):
        number = found["number"].rstrip("./-").removesuffix(".pdf")
        if not PLACEHOLDER.search(number) and (message := arxiv_problem(number)):
            yield found.start("number"), message


def unclosed(doi: str) -> str:
    """A DOI without the bracket of the link it stands in and the sentence's punctuation."""
    depth = 0
    for at, sign in enumerate(doi):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return doi[:at]
    return doi.rstrip(".,;:!?*_")
