"""One name and one spelling for one concept, and no abbreviation without its meaning.

## What it checks

The prose of the guide's pages against `terms.yml`:

- spellings to avoid: "hyper-parameter", "sklearn" outside of code, "behaviour";
- abbreviations in capitals that are neither in that file, where the site takes their meaning from,
  nor spelled out somewhere on the page: "SGD (stochastic gradient descent)".

## Why

Two names for one concept read like two concepts, and search finds only one of them.

## Example

    Tune the hyper-parameters with an HPO library.

## Use instead

    Tune the hyperparameters with a library for hyperparameter optimization (HPO).

## What it leaves alone

- Code, formulas, addresses, citations and the section References.
- Abbreviations that everyone knows (the list `well-known`) and Roman numbers.
"""

import re
from collections.abc import Iterator

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import CODE_SPAN, COMMENT, INLINE_MATH, Question, blank
from hooks.sentences import Sentence, sentences
from hooks.terms import Terms, terms
from hooks.wording import words

NAME = "term"
SCOPE = "docs"

ABBREVIATION = re.compile(r"(?<![\w.@/-])(?![IVXLC]+\b)[A-Z]{2,6}(?=s?\b)(?![\w/-]*[/_])")
NOT_PROSE = (CODE_SPAN, COMMENT, INLINE_MATH)


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    known = terms(guide.root)
    if not known.terms:
        return
    prose = [(sentence, prose_of(sentence)) for sentence in sentences(page)]
    for sentence, text in prose:
        for found in known.to_avoid.finditer(text):
            message = f"write “{known.instead_of(found[0])}”, not “{found[0]}”"
            yield Finding(page.path, *sentence.text.position(found.start()), message, NAME)
    yield from unexplained(page, prose, known)


def prose_of(sentence: Sentence) -> str:
    """A sentence's words without code and formulas, each where it stood."""
    return words(blank(sentence.text.content, *NOT_PROSE))


def unexplained(
    page: Question, prose: list[tuple[Sentence, str]], known: Terms
) -> Iterator[Finding]:
    """The first use of each abbreviation that nothing explains."""
    seen = known.well_known | set(known.abbreviations)
    for sentence, text in prose:
        for found in ABBREVIATION.finditer(text):
            if found[0] in seen:
                continue
            seen |= {found[0]}
            if not is_spelled_out(found[0], page.source):
                message = f"“{found[0]}” is explained nowhere: spell it out here, or in terms.yml"
                yield Finding(page.path, *sentence.text.position(found.start()), message, NAME)


def is_spelled_out(short: str, source: str) -> bool:
    """Whether a text has "… (SHORT)", "SHORT (…)" or "SHORT, short for …"."""
    return bool(re.search(rf"\({short}s?[);,]|\b{short}s? \([a-zA-Z]|\b{short}, short for", source))
