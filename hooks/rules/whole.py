"""Stated parts of a whole sum to it.

## What it checks

Numbers that a page states as the parts of one whole:

- splits of data: "70/15/15", "an 80/20 split", "70 % for training, 20 % for validation and 10 % for
  testing", "1,000 rows: 800 for training and 200 for testing", "5 folds of 20 % each";
- distributions: what a softmax gives, class shares, priors, mixture and attention weights;
- an event and its complement: P(spam) and P(not spam), "90 % negative and 10 % positive";
- "the remaining 30 %" after the shares that come before it, also in words: "one half, a third and
  the remaining quarter";
- counts of groups: "1,000 images consist of 620 cats, 250 dogs and 130 birds", a list of one count
  each below "900 samples", opposite groups ("640 women and 560 men"), and their shares: "90 of 200
  errors (45 %)";
- lists that are said to "sum to 1" or to another number;
- a vector below the text that says what it is;
- rows of transition matrices (LaTeX, nested lists, tables) and of attention weights;
- shares beside their counts, in tables, lists and texts, where all but one agree with them;
- lists of shares that show that they are all, by a label for what is left (other, normal), by their
  name ("Labels.") or by another list that is written alike and sums to 100 %;
- sums and rests that sentences say: "0.4, 0.1 and 0.7; sum 1.2", "480 calls, 432 of them real, the
  remaining 48 were not";
- eigenvalues: what the listed ones leave of their sum, and the share of the first ones;
- tables with a Total row or column, with a column of shares, or with a row of probabilities, and
  lists of shares under a text that calls them a split or a distribution.

Shares and probabilities must sum to 1, counts to the total that is stated. Each share with two or
more digits may be off by half a unit of its last digit: 33%, 33% and 33% are right.

## Why

Shares that sum to 110% show that a number was changed and the others were not, and a reader can't
tell which.

## Example

    We split the data into 70% training, 20% validation and 20% test.

## Use instead

    We split the data into 60% training, 20% validation and 20% test.

## What it leaves alone

- Parts that may not be all: two of three shares, "the rest", "at least", "up to", the largest ones.
- Groups that may overlap, answers of which several can be given, labels that do not exclude each
  other, probabilities of independent events.
- Splits of a part: "20 % of the training data".
- Ratios that are no split (2:1, TPR/FPR), dates, ranges, metrics of several models.
- Totals of rates, means, prices and other numbers that do not add up.
- What its own sentence calls wrong or a mistake, or is ~~struck out~~.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from hooks.account import Account
from hooks.finding import Finding
from hooks.guide import Guide
from hooks.language.sentences import Sentence, sentences
from hooks.page import RECENT, Question
from hooks.pattern import Pattern
from hooks.worked.eigenvalues import eigenvalues
from hooks.worked.enumerated_shares import enumerated_shares
from hooks.worked.group_counts import group_counts
from hooks.worked.normalized_rows import normalized_rows
from hooks.worked.parts import Derived, Whole
from hooks.worked.proportional import proportional
from hooks.worked.shares import complements, distributions, remaining
from hooks.worked.sizes import has_one
from hooks.worked.spelled_shares import SPELLED
from hooks.worked.split_counts import split_counts
from hooks.worked.splits import splits
from hooks.worked.stated import LONGEST_SENTENCE, account, is_question, statements
from hooks.worked.stated_counts import stated_counts
from hooks.worked.stochastic import stochastic
from hooks.worked.sums_in_words import sums_in_words
from hooks.worked.totals import totals

NAME = "whole"
SCOPE = "any"

COUNTED = Pattern(r"\d[^\d]+\d")  # two numbers, or one with a point


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    reported = set()
    for whole in wholes(page):
        line, column = whole.at_text.position(whole.at.start)
        if not whole.is_right and line not in reported:
            reported.add(line)
            yield Finding(page.path, line, column, whole.message, NAME)


def accounts(page: Question, guide: Guide) -> Iterator[Account]:
    """Each part, and the total where one is stated."""
    for whole in wholes(page):
        for text, part in {*whole.stated, (whole.at_text, whole.at)}:
            yield account(text, part, "checked", NAME)


@lru_cache(maxsize=RECENT)
def wholes(page: Question) -> tuple[Whole | Derived, ...]:
    """What the page states as a whole, right or wrong."""
    found = list(complements(page))
    for sentence in statements(page):
        stated = in_sentence(page, sentence)
        if stated and not sentence.is_of_mistakes and not is_question(sentence):
            found += stated
    found += [*in_words(page), *totals(page), *stochastic(page), *proportional(page)]
    found += [*enumerated_shares(page), *eigenvalues(page), *normalized_rows(page)]
    found += [*split_counts(page), *sums_in_words(page)]
    return tuple(without_sums_of_wrong(found))


def without_sums_of_wrong(found: Sequence[Whole | Derived]) -> Iterator[Whole | Derived]:
    """All but sums that are far off, or off because of a part that is known to be wrong."""
    derived = [one for one in found if isinstance(one, Derived) and not one.is_right]
    wrong = {(one.at_text.starts, one.at.start) for one in derived}
    for one in found:
        places = ((text.starts, part.start) for text, part in one.stated)
        is_sure = isinstance(one, Derived) or one.is_right or wrong.isdisjoint(places)
        if is_sure and (isinstance(one, Derived) or not one.is_far):
            yield one


def in_words(page: Question) -> Iterator[Whole]:
    """What sentences without a figure say: "one half, a third and the remaining quarter"."""
    if not has_one(page.lower, SPELLED):
        return
    for sentence in sentences(page):
        is_likely = sentence.block.kind != "table" and not sentence.has_digit
        if is_likely and len(sentence.text.content) <= LONGEST_SENTENCE:
            stated = list(remaining(sentence))
            yield from stated if not sentence.is_of_mistakes else ()


def in_sentence(page: Question, sentence: Sentence) -> list[Whole | Derived]:
    if not COUNTED.search(sentence.text.content):
        return [*remaining(sentence), *splits(page, sentence)]
    return [
        *splits(page, sentence),
        *group_counts(sentence),
        *distributions(page, sentence),
        *stated_counts(sentence),
    ]
