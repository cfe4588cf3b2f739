"""Priors, likelihoods and posteriors of a worked example agree with Bayes' theorem.

## What it checks

Probabilities that follow from others which the same section states:

- the posterior from the prior and the likelihoods, P(A|B) = P(B|A) P(A) / P(B);
- the evidence by total probability, P(B) = P(B|A) P(A) + P(B|¬A) P(¬A);
- a joint probability, P(A, B) = P(B|A) P(A), or P(A) P(B) where the text says "independent";
- a union, P(A ∪ B) = P(A) + P(B) − P(A ∩ B);
- posterior odds, prior odds × likelihood ratio, and the probability that they are;
- complements in words: a specificity of 95% is a false positive rate of 5%. (In symbols the rule
  `whole` checks them.)
- counts of natural frequencies, "of 10,000 people 100 are sick; 90 of them and 495 of the 9,900
  healthy test positive": each group and each result from the stated rates and from the other
  groups, the sum of all positives, and the share of true ones;
- posteriors and likelihood ratios, however they are worded, that follow from nothing the section
  states and are what a typical slip makes of it: the prior left out, the likelihood or the odds for
  the posterior, the specificity for the false positives, two digits swapped;
- a posterior beside its prior, in a table, in lines or in parts of a sentence, where all the others
  follow from theirs by one likelihood ratio, whatever they are called;
- a quotient of two joint probabilities where the first should be over the sum of both;
- the same behind counts or joint probabilities that confirm which share is the prior and which are
  the rates, also with another prior and for those without the observation.

There may be two hypotheses or several whose priors sum to 1, one piece of evidence or several that
are independent given the hypothesis (naive Bayes).

A probability is read

- in symbols, in text, code spans and LaTeX: `P(D|+) = 0.154`, `P(A \\mid B^c)`, `P(\\bar A)`,
  `Pr(spam | "free")`, `P(¬D)`, `P(not D)`, `P(D')`;
- in the words of medicine: prevalence, base rate, sensitivity, specificity, false positive rate,
  PPV, NPV, "affects 1% of people", "80% of women with cancer test positive", "the probability of
  disease given a positive test is 16.7%", in sentences, lists and tables;
- in those of detectors: "0.5% of payments are fraudulent", "flags 90% of the frauds and 3% of the
  honest ones", "the probability of fraud given an alarm is 13%";
- in the words of spam filters: "40% of mail is spam", "appears in 25% of spam and 5% of ham";
- in those of machines: "A makes 60% of the parts (2% defective), B makes 40% (5% defective)",
  "factories A and B make 60% and 40%, with defect rates of 2% and 5%";
- in the answer to a question: "What is P(D|+)?" and then "A: 0.154";
- as odds beside their probability, and as counts: "60 of 158 urgent mails are phishing".

The givens are looked for in the sentence, the paragraph with its list, and below the headings
around it, up to the H2 section. A number of one or two digits is taken as it stands, one of three
or more as rounded, and so may be what is computed on the way: P(+) = 0.0585 ≈ 0.059.

## Why

A base-rate example is the standard question on Bayes' theorem. A wrong posterior, or the likelihood
in its place, is the mistake that the example is there to prevent.

## Example

    A disease affects 1% of people. The test has 99% sensitivity and 95% specificity.
    The probability of disease given a positive test is 95%.

## Use instead

    A disease affects 1% of people. The test has 99% sensitivity and 95% specificity.
    The probability of disease given a positive test is 16.7%.

## What it leaves alone

- An example of which a number is missing.
- A section that states several values of one probability, if any choice of them gives the result,
  or if the givens stand in another paragraph. Questions.
- A posterior that follows from the stated evidence P(B): only P(B) is found if that is wrong.
- Other tests than the one described, and what people are said to answer.
- A sentence that states a rate which the rule can't read.
- Likelihoods, and whatever else is stated before what it could be computed from.
- Unions of more than two events or of negated ones, inequalities, densities.
- Sections on common mistakes, what is called wrong, also by the next sentence, or ~~struck out~~.
"""

from collections.abc import Iterator

from hooks.account import Account
from hooks.classifiers import matrix_verdicts
from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import Question
from hooks.worked import (
    case_book,
    counted_posteriors,
    natural_frequencies,
    odds,
    odds_as_shares,
    series,
    slips_of_bayes,
)
from hooks.worked.bayes_theorem import message, verdicts
from hooks.worked.facts import Judgment

NAME = "bayes"
SCOPE = "any"


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    found = [
        verdict.fact.finding(page, message(verdict), NAME)
        for verdict in verdicts(page)
        if not verdict.right and not verdict.fact.passage.is_taken_back
    ]
    found += [
        one.finding(page, NAME)
        for one in others(page)
        if not one.right and not one.fact.passage.is_taken_back
    ]
    for reader in (slips_of_bayes, case_book, counted_posteriors):
        found += [one.finding(page, NAME) for one in reader.judgments(page)]
    found += [one.finding(page, NAME) for one in series.judgments(page, of_nodes=False)]
    places = {(finding.line, finding.column): finding for finding in reversed(found)}
    right = right_of_matrix(page) if places else ()
    yield from (finding for place, finding in places.items() if place not in right)


def right_of_matrix(page: Question) -> set[tuple[int, int]]:
    """Where numbers stand that follow from the page's confusion matrix: what contradicts them, a
    wrong specificity beside a right false-positive rate, is the error."""
    return {verdict.position for verdict in matrix_verdicts.verdicts(page) if not verdict.wrong}


def accounts(page: Question, guide: Guide) -> Iterator[Account]:
    """The numbers that were compared with others, and those others."""
    for verdict in verdicts(page):
        yield verdict.fact.account("checked", NAME)
        for fact in verdict.derived.facts:
            yield fact.account("given", NAME)
    for judgment in others(page):
        yield from judgment.accounts(NAME)


def others(page: Question) -> Iterator[Judgment]:
    """The counts of natural frequencies, the odds, and shares beside odds and counts."""
    for reader in (natural_frequencies, odds, odds_as_shares):
        yield from reader.judgments(page)
