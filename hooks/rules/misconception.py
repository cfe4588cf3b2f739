"""What the field knows to be wrong is not taught.

## What it checks

Sentences, list items and cells of tables, against a list of well-known wrong claims
(`hooks/data/misconceptions*.yml`), each with what is right and its sources: that cross-validation
prevents overfitting, that a p-value is the probability of the null hypothesis, that a random forest
overfits with more trees. Each claim is a pattern of words that allows for other wordings. What
rises and falls together (a larger penalty and the variance, the sample size and the width of an
interval) is understood in any wording and order: "the larger λ, the higher the variance", "variance
grows when λ is raised". So is the side that a sentence takes (`hooks/data/stances.yml`): that
peeking is harmless or does no harm, that PCA needs no scaling or doesn't depend on it. So are
things that are confused: that the null hypothesis of the ADF test is stationarity (it is that of
the KPSS test), that a GRU has more gates than an LSTM.

What a sentence speaks of may stand beside it: "It prevents overfitting" has its subject in the
sentence before, "The average of precision and recall" in the question that it answers, "reduces
bias" in the heading above the list or in its label ("Bagging: reduces bias"), and the cell of a
table in the names of its row and column. The claims that come back everywhere may lean on what
stands before them and repeat its number in another role (`hooks/data/stances-famous.yml`,
`hooks/data/stances-plain.yml`): "The AUC is 0.81. That means 81% of the patients are classified
correctly".

## Why

These claims are repeated so often that they sound true. Who says one in an interview is asked why.

## Example

    Cross-validation helps to prevent overfitting.

## Use instead

    Cross-validation estimates the error on new data, which shows overfitting; a penalty, more data
    or a simpler model reduces it.

## What it leaves alone

- What is denied ("does not prevent"), asked, put in quotation marks beside the author's own words,
  attributed ("it is often said that"), called wrong, a myth or a mistake, or answered with "No".
- Headings, sections and boxes on mistakes, myths and misconceptions, tables of claims, and the
  options of a quiz.
- Claims with the condition that makes them right ("if the cost is convex").
- Whatever the list does not know.

An entry names the words that a sentence must hold, the patterns of the claim or what a cause does
to its effect, exceptions, the claim in one plain sentence, why it is wrong, what is right, the
sources, and at least three sentences that it must find and three that it must leave alone; they are
run as tests. An entry without patterns only stands on the page of wrong answers.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hooks.finding import Finding
from hooks.guide import REFERENCES, Entries, Guide
from hooks.language.misconceptions import Occurrence, occurrences
from hooks.page import Question
from hooks.website.citations import link, short, sources

NAME = "misconception"
SCOPE = "any"

LONGEST = 80  # characters of the claim that a message repeats


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for occurrence in occurrences(page):
        message = explain(occurrence)
        yield Finding(page.path, occurrence.line, occurrence.column, message, NAME)


def explain(occurrence: Occurrence) -> str:
    """What was said, what is right, and who says so."""
    entry = occurrence.misconception.entry
    said = occurrence.words.replace(" ,", ",")
    said = said if len(said) <= LONGEST else f"{said[:LONGEST]}…"
    named = "; ".join(f"{short(one)}, {link(one)}" for one in sources(entry, references()))
    return f"“{said}”: {entry['why']} {entry['right']} ({named})"


@cache
def references() -> Entries:
    """The sources of the guide that the lint is part of; installed alone, it has a copy of them."""
    package = Path(__file__).parent.parent
    places = (package.parent / REFERENCES, package / "data" / REFERENCES)
    return Entries(next(filter(Path.is_file, places)))
