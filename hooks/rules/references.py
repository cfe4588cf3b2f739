"""Every claim's source is listed, every listed source is known.

## What it checks

- Each `[@key]` names an entry of `references.yml`, and that entry is complete: authors, title,
  year, where it appeared, and a DOI, an arXiv number or an address.
- Each source that the text cites is listed under References.
- Each item of References begins with a key, and no key is listed twice.
- At least one listed source is primary: a paper, book, standard, law, program or documentation.
  News, encyclopedias, forums, videos and tutorials, told by their address, are secondary.
- A DOI and an arXiv number have the form of one, and the year of a preprint is not before its
  number's.

## Why

A reader who doubts a sentence must be able to look it up. One central list means that a wrong year
is mended once.

## Example

    ## References

    - Breiman, Random forests.

## Use instead

    ## References

    - [@breiman2001], section 2.1: the error converges as trees are added.

## What it leaves alone

Sources that no page cites: a test of the whole guide finds them.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import Question
from hooks.website.citations import Citation, citations, entry_problems, is_primary, unknown

NAME = "references"
SCOPE = "docs"

SECTION = "References"


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for line, column, message in problems(page, guide):
        yield Finding(page.path, line, column, message, NAME)


def problems(page: Question, guide: Guide) -> Iterator[tuple[int, int, str]]:
    cited = tuple(citations(page))
    listed = Counter(c.key for c in cited if c.section == SECTION)
    for citation in cited:
        for message in key_problems(citation.key, guide):
            yield citation.line, citation.column, message
        if citation.key not in listed:
            message = f"`{citation.key}` is cited here; list it under {SECTION}"
            yield citation.line, citation.column, message
        elif citation.section == SECTION and listed[citation.key] > 1:
            yield citation.line, citation.column, f"`{citation.key}` is listed twice; join the two"
    section = page.section_named(SECTION)
    if section and not has_primary(cited, guide):
        yield section.line, 1, "no source listed here is primary; add the paper, book or standard"
    for block in section.blocks if section else ():
        if block.kind == "item" and not str(block.text).startswith("[@"):
            message = "begin the item with a source's key, for instance `[@breiman2001]: …`"
            yield block.line, block.text.starts[0][1], message


def has_primary(cited: tuple[Citation, ...], guide: Guide) -> bool:
    """Whether a primary source is listed; what is not known yet may be one."""
    listed = [guide.references.get(c.key, {}) for c in cited if c.section == SECTION]
    return not listed or any(map(is_primary, listed))


@lru_cache(maxsize=1024)
def key_problems(key: str, guide: Guide) -> tuple[str, ...]:
    if key in guide.references:
        problems = entry_problems(key, guide.references[key])
        return tuple(f"references.yml, `{key}`: {problem}" for problem in problems)
    return (unknown(key, guide.references),)
