"""Coverage, quantiles and tails of the normal distribution are what they are.

## What it checks

- the share within, or beyond, so many standard deviations of the mean, in a text about the normal
  distribution, also in words ("about a third", "nineteen of twenty"), and the 68-95-99.7 rule;
- the quantile that belongs to a level: 1.645 to 90%, 1.96 to 95%, 2.576 to 99%, two-sided, and
  1.282, 1.645 and 2.326, one-sided;
- one-sided and two-sided p-values of a stated z;
- probabilities of a standard normal variable: P(Z < 1.5), P(|Z| > 1.96), Φ(1.96), 1 - Φ(1.96),
  Φ⁻¹(0.975), `norm.cdf(1.96)`, `norm.ppf(0.975)`;
- the standard error s/√n, where a sentence states s and n; z = (x - mean)/s, where it states all;
- the ends of an interval that is also written as 52 ± 4.9 or 52 ± 1.96 · 2.5;
- the ends of a confidence interval, where mean, s and n are stated, or 120 of 1,000: of a
  proportion each usual method is right (Wald, Wilson, Agresti and Coull, exact, corrected or not);
- P(X > 280) and P(160 < X < 240) after "normal with mean 200 and standard deviation 40", and shares
  in words: "16% are taller than 180 cm", "one in six";
- the margin of error of a proportion and the size of a sample, where a sentence states all;
- percentiles of values and values of percentiles; areas left and right of a z; z compared with the
  critical value of another level, or said to exceed one that it doesn't; the z that is multiplied
  in an interval of a stated level; a power as Φ(shift + z); the density at zero;
- the spread of sums, differences and averages of independent variables; a variance taken for a
  standard deviation;
- how many standard deviations a value lies from the mean; half of an interval and the margin of
  error of a mean; the z of two proportions; the size of a sample for a power, and 1 − power;
- decisions: a p below α that "can't be rejected", an interval that "contains 0" and does not;
- "5 sigma is 1 in 3.5 million", tables of z and Φ(z), of levels and z, of z and p, of n, s and SE;
- numbers that follow from nothing the section states and that a typical slip explains: both sides
  for one, s/n for s/√n, the z of another level, a sample scaled by the ratio of the margins instead
  of its square, standard deviations that were added;
- what no reading gives: a share said to follow from a z, a margin of the only sample that is
  stated, an end of an interval that the other one does not mirror.

Signs may be said in words: "3 percent plus or minus 0.3 points", "200 plus 1.645 times 30".

Numbers may be rounded, and "about" allows a tenth more or less. Both 2 and 1.96 are right for 95%.

## Why

The one-sided and the two-sided value are easily swapped, and so are 95% and 99.7%.

## Example

    About 68% of a normal distribution lies within two standard deviations. For a two-sided 95%
    interval, z = 1.645.

## Use instead

    About 95% of a normal distribution lies within two standard deviations. For a two-sided 95%
    interval, z = 1.96.

## What it leaves alone

- Other distributions: Student's t, Chebyshev's bounds (75%, 88.9%), skewed or heavy-tailed data,
  shares that were counted in a sample.
- Six Sigma's 3.4 defects per million, which are counted with a shift of 1.5.
- Bounds ("at least 95%"), corrected levels, and sentences with other numbers than levels and
  quantiles.
- What its own sentence calls wrong or a mistake, or is ~~struck out~~.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from hooks.account import Account
from hooks.finding import Finding
from hooks.guide import Guide
from hooks.language.sentences import Sentence, sentences
from hooks.page import RECENT, Question
from hooks.worked import slips_of_normal
from hooks.worked.normal_claims import SHARE_IN_WORDS, Claim, claims_of
from hooks.worked.normal_examples import COMPARING, examples_of, has_law, table_claims
from hooks.worked.normal_facts import facts_of
from hooks.worked.normal_intervals import intervals_of
from hooks.worked.normal_levels import levels_of
from hooks.worked.normal_tests import error_tables, tests_of
from hooks.worked.sizes import has_one
from hooks.worked.spoken_signs import in_signs
from hooks.worked.stated import account, is_question, statements
from hooks.worked.value_rows import value_rows

NAME = "normal"
SCOPE = "any"

READERS = (claims_of, examples_of, intervals_of, facts_of, tests_of, levels_of)
# One of these words or signs, in lower case, is in every sentence that they read; or one of
# COMPARING, where a page states a normal distribution.
WORDS = frozenset(
    "z zs zscore rule percentile margin moe error se sem std deviation deviations confidence"
    " interval intervals ci quantile quantiles critical multiplier norm pnorm qnorm outside beyond"
    " out sided tailed reject null tail significant".split()
)
# The same on pages that speak of spreads or probabilities of a normal distribution.
OF_SPREADS = WORDS | frozenset(
    "power group arm area density var variance central middle average mean p".split()
)
SIGNS = (
    *"σ|±|\\pm|φ|\\phi|p(|p (|pr(|pr (|sd|sigma|s =|s.d.|var(".split("|"),
    *("type ii", "each group", "per group", "half-width"),
)


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    wrong = set()
    for claim in claims(page):
        if not claim.is_right:
            line, column = claim.text.position(claim.number.start)
            wrong.add((line, column))
            yield Finding(page.path, line, column, claim.message, NAME)
    for judgment in slips_of_normal.judgments(page):
        if judgment.fact.position not in wrong:
            yield judgment.finding(page, NAME)


def accounts(page: Question, guide: Guide) -> Iterator[Account]:
    """The numbers that were compared, and those they were computed from."""
    for claim in claims(page):
        yield account(claim.text, claim.number, "checked", NAME)
        for given in claim.given:
            yield account(claim.text, given, "given", NAME)


@lru_cache(maxsize=RECENT)
def claims(page: Question) -> tuple[Claim, ...]:
    """What the page says of the normal distribution, right or wrong."""
    found = []
    marks = (
        OF_SPREADS
        if has_one(page.source, ("deviation", "normal", "σ", "sigma", "ariance"))
        else WORDS
    )
    marks = marks | COMPARING if has_law(page) else marks
    for sentence in chain(statements(page), value_rows(page), in_words(page)):
        if marks.isdisjoint(sentence.words) and not has_one(sentence.lower, SIGNS):
            continue
        sentence = in_signs(sentence)
        stated = [claim for read in READERS for claim in read(page, sentence)]
        if stated and not sentence.is_of_mistakes and not is_question(sentence):
            found += stated
    return (*found, *table_claims(page), *error_tables(page))


def in_words(page: Question) -> Iterator[Sentence]:
    """The sentences without a digit that may state a share: "a third lies outside one sigma"."""
    if "eviation" in page.source or "sigma" in page.source:
        for sentence in sentences(page):
            if sentence.block.is_prose and not sentence.has_digit and is_of_shares(sentence):
                yield sentence


def is_of_shares(sentence: Sentence) -> bool:
    return ("eviation" in sentence.plain or "sigma" in sentence.plain) and bool(
        SHARE_IN_WORDS.search(sentence.plain)
    )
