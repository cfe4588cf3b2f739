"""A result that a text states in words follows from what its section states.

## What it checks

On the pages of a guide, results of calculations that are not written out: "the standard deviation
of the number of sales is about 2.5" behind "100 visitors, each of which buys with a probability of
7%". Each kind of result is a relation: the words for the result, the words for what it follows
from, and a function. The tables of relations stand in hooks/quantities/, one for each subject:

RELATIONS

## Why

Nobody recomputes a number that stands in a sentence, and a machine that reads equations only
doesn't see it.

## Example

    A shop has 100 visitors, each of which buys independently with a probability of 7%. The standard
    deviation of the number of sales is 6.51.

## Use instead

    A shop has 100 visitors, each of which buys independently with a probability of 7%. The standard
    deviation of the number of sales is 2.55.

## What it leaves alone

- A result of which a given is not stated, or stated in words that the relation does not know.
- A result that follows from any of the numbers which the page states in the words of its givens.
- A result near which one given has several values.
- Other people's pages: their words are others than those that the tables know. On 160 right and 160
  wrong ones that nobody had seen it found no error and called 16 right lines wrong.
- Bounds ("at least 5"), questions, sections on common mistakes, what is called wrong.
"""

from collections.abc import Iterator
from functools import lru_cache

from hooks.account import Account
from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import RECENT, Question
from hooks.quantities import RELATIONS
from hooks.quantities.relation import judgments
from hooks.worked.facts import Judgment

NAME = "worked-result"
SCOPE = "page"

__doc__ = __doc__.replace(
    "RELATIONS", "\n".join(f"- {relation.name}: {relation.formula};" for relation in RELATIONS)
)


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for judgment in found(page):
        if not judgment.right:
            yield judgment.finding(page, NAME)


def accounts(page: Question, guide: Guide) -> Iterator[Account]:
    for judgment in found(page):
        yield from judgment.accounts(NAME)


@lru_cache(maxsize=RECENT)
def found(page: Question) -> tuple[Judgment, ...]:
    return tuple(judgments(page, RELATIONS))
