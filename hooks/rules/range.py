"""Probabilities, metrics and statistics lie in the range that their definitions allow.

## What it checks

A number that a sentence, a formula or a table gives as the value of a named quantity, against the
values that the quantity can have:

- probabilities, p-values, prevalence, rates and shares: 0 to 1;
- accuracy, precision, recall, specificity, F1, AUC, average precision, NDCG, IoU, Dice, Jaccard:
  0 to 1;
- correlations (Pearson, Spearman, Kendall, Matthews), cosine similarity, Cohen's kappa, silhouette:
  -1 to 1;
- R² and the adjusted Rand index: at most 1 (R² may be negative);
- variance, standard deviation, mean squared or absolute error, cross-entropy, Kullback-Leibler
  divergence, entropy, odds, distances: not negative;
- variance inflation factor and perplexity: at least 1;
- Gini impurity: at most 1 - 1/K, and entropy: at most log2 K bits, where the paragraph says how
  many classes K there are.

The ends of a range that a sentence gives are judged, too: "the silhouette ranges from 0 to 10",
"the entropy of a binary target can be as high as 2 bits".

So are a share of more than all ("we classify 104% of the documents"), an RMSE below the MAE of the
same errors, and a value in a list whose heading names the quantity.

The names and ranges stand in a table, `hooks/data/ranges.yml`.

## Why

A recall of 120% is a slip that shows without any calculation, and an interviewer sees it at once.

## Example

    The correlation between the two features is 1.3, and P(spam) = -0.2.

## Use instead

    The correlation between the two features is 0.83, and P(spam) = 0.2.

## What it leaves alone

- Scores that may be in percent without the sign: an accuracy of 95, an F1 of 87.5.
- Changes and comparisons: "120% more recall", "accuracy improved by 150%", "1.5 times the AUC".
- Other quantities with such names: log probabilities, densities, likelihoods, ratios, differences,
  losses that a library negates (`neg_mean_squared_error`), differential entropy.
- Suppositions, questions, and sentences that say that a value is impossible, a bug or out of range.
- What its own sentence calls wrong or a mistake, or is ~~struck out~~.
"""

from collections.abc import Iterator

from hooks.account import Account
from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import Question
from hooks.worked.impossible_values import impossible_values
from hooks.worked.range_claims import Breach, breaches
from hooks.worked.stated import account

NAME = "range"
SCOPE = "any"


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for breach in (*breaches(page), *impossible_values(page)):
        line, column = breach.text.position(breach.number.start)
        yield Finding(page.path, line, column, message(breach), NAME)


def accounts(page: Question, guide: Guide) -> Iterator[Account]:
    """The numbers outside their range; that a number lies in its range proves nothing."""
    for breach in (*breaches(page), *impossible_values(page)):
        yield account(breach.text, breach.number, "checked", NAME)


def message(breach: Breach) -> str:
    return f"{breach.name} is {breach.bound}; the page says {breach.number.written}"
