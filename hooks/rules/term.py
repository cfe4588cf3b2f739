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
from hooks.language.sentences import Sentence, sentences
from hooks.language.terms import terms
from hooks.language.wording import words
from hooks.page import CODE_SPAN, COMMENT, INLINE_MATH, Question, blank
from hooks.pattern import Pattern

NAME = "term"
SCOPE = "docs"

ABBREVIATION = Pattern(r"[A-Z](?<![\w.@/-][A-Z])[A-Z]{1,5}(?=s?\b)(?![\w/-]*[/_])")
ROMAN = Pattern(r"[IVXLC]+")
NOT_SAID = Pattern(r"\[@[^\]]*\]|`[^`]*`|\]\([^)]*\)|\$[^$\n]*\$")
NOT_PROSE = (CODE_SPAN, COMMENT, INLINE_MATH)


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    known = terms(guide.root)
    said = roughly_said(page)
    avoided = known.avoided_in(said)
    if avoided:
        for sentence, found in uses(page, avoided):
            message = f"write “{known.instead_of(found[0])}”, not “{found[0]}”"
            yield Finding(page.path, *sentence.text.position(found.start()), message, NAME)
    if known.terms:
        used = set(ABBREVIATION.findall(said)) - known.well_known - set(known.abbreviations)
        yield from unexplained(page, {short for short in used if not is_clear(short, page.source)})


def roughly_said(page: Question) -> str:
    """The prose of a page, without most of what is none: a cheap look at what it may hold."""
    said = (
        block.text.content
        for block in page.blocks
        if block.section != "References" and (block.is_prose or block.kind == "table")
    )
    return NOT_SAID.sub(" ", "\n".join(said))


def unexplained(page: Question, unknown: set[str]) -> Iterator[Finding]:
    """The first use of each abbreviation that nothing explains; empties `unknown`."""
    for sentence, found in uses(page, ABBREVIATION) if unknown else ():
        if found[0] in unknown:
            unknown.remove(found[0])
            message = f"“{found[0]}” is explained nowhere: spell it out here, or in terms.yml"
            yield Finding(page.path, *sentence.text.position(found.start()), message, NAME)


def uses(page: Question, pattern: re.Pattern[str]) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """Where a pattern is first found in each sentence of a page's prose, once for each spelling."""
    for sentence in sentences(page):
        if pattern.search(sentence.text.content):
            found = {match[0]: match for match in reversed([*pattern.finditer(prose_of(sentence))])}
            for match in found.values():
                yield sentence, match


def prose_of(sentence: Sentence) -> str:
    """A sentence's words without code and formulas, each where it stood."""
    return words(blank(sentence.text.content, *NOT_PROSE))


def is_clear(short: str, source: str) -> bool:
    """Whether it is a Roman number or a text has "… (SHORT)", "SHORT (…)", "SHORT, short for …"."""
    return bool(ROMAN.fullmatch(short)) or bool(
        re.search(rf"\({short}s?[);,]|\b{short}s? \([a-zA-Z]|\b{short}, short for", source)
    )
