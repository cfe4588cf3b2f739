"""A formula given for a named quantity is that quantity: `recall = TP / (TP + FN)`.

## What it checks

Formulas that a page gives for a quantity of the tables `hooks/data/formulas*.yml`, which have some
480: metrics of classification, regression, ranking, retrieval and calibration, losses, activations,
entropies and divergences, tests and distributions, time series, distances, penalties, optimizers,
attention, normalization, sizes and parameter counts, compute and serving, boosting, clustering,
preferences and reinforcement learning. Each has its names, its accepted conventions (a variance
with n or n − 1, a logarithm of any base, a penalty of λ or λ/2) and a source.

The formula may be LaTeX, code or plain text (`MSE = (1/n) Σ(yᵢ − ŷᵢ)²`), in a block, in a
sentence or in a table. Its name is

- the left side: `Precision = …`, `\\text{MSE} = …`, `KL(P‖Q) = …`;
- the words directly before it: "Recall is `TP / (TP + FN)`", or the first cell of its row;
- the words that its sentence opens with: "Recall is the share that is found, TP / (TP + FN)";
- what its sentence is about, where the section tells of the topic: "The level update is" below
  "Exponential smoothing";
- for a left side such as L, z or m_t, and for a formula on lines of its own, the heading or the
  first words of the paragraph above;
- for a formula that a paragraph opens with, the heading;
- for a left side such as L, and for a formula that stands alone, whatever the page names anywhere:
  then it is wrong only if it is that quantity's but for one slip, such as a sign or a root;
- for a formula in the quantity's usual letters, whatever its section is about, with the same
  condition: `h = Wx + (r/α) BAx` below "LoRA"; what has ± may be an interval on any page.

A row or a label may have several names of one quantity: "specificity, TNR".

A formula whose sentence, heading or lead-in names a quantity in any other way, in whatever letters
or words, is wrong if one typical slip makes it of an accepted formula: a square, a root, a factor,
a bias or a "+ 1" left out, a sign, a fraction upside down, one symbol for another, a sum for a
product. What is neither right nor one slip away is left alone.

Of blocks of code only those in plain text are read, line by line.

A formula may also be in words: "the miss rate is one minus the recall", "F1 is the harmonic mean of
precision and recall", "true positives divided by predicted positives", "divide the hits by all
positives for the recall", "the mean of precision and recall is called …"; or a share: "recall is
the fraction of actual positives that the model finds", "of all flagged examples, precision is the
share that is really positive". What is minimized (`min_w ‖y − Xw‖² + λ‖w‖₁`) is compared with the
objective that the words before it name.

Rules for random variables, such as `I(X;Y) = H(X) − H(X|Y)`, `Var(aX + b) = a² Var(X)` and
`P(A ∪ B) = P(A) + P(B) − P(A ∩ B)`, are computed on random joint distributions: one that no kind of
variables satisfies is wrong. Of demographic parity, equal opportunity, equalized odds and
predictive parity it is read which chances are said to be equal.

What stands beside a formula may contradict it, whatever its letters stand for: another side of its
chain, `x² − 6x + 10 = (x − 3)² + 1`; the numbers put into it, `(x + μ)/σ = (130 − 100)/15`; the
derivative of a function, or the function of a derivative. It is wrong if one slip is all that makes
the difference.

It is compared as algebra, not as text: both sides are evaluated at random points, with random
vectors for what has an index and random matrices for what is one. `2PR/(P + R)`, `2TP/(2TP + FP +
FN)` and `2/(1/P + 1/R)` are all F1. Every part of a chain that has symbols is compared.

## Why

A swapped denominator, a lost minus sign, a missing root: a formula is learned by heart, so a
wrong one is, too.

## Example

    Recall = TP / (TP + FP)

## Use instead

    Recall = TP / (TP + FN)

## What it leaves alone

- Formulas with a symbol or sign that it does not know: a different notation is no error. Where
  letters of their own stand for the quantity's, the formula is wrong only if no meaning of these
  makes it right.
- Quantities of another kind: macro and weighted averages, smoothed and regularized versions, and
  other conventions that the words around a formula announce.
- Special cases: "if all are flagged", "the baseline", "assuming", and a formula that holds on one
  side of a bound only: `αx if x < 0`.
- Other arguments: σ(−x) is no σ(x).
- What can be read in two ways, if one of them is right: `1/2n`, or where a sum ends.
- Proportions (∝), approximations (≈), inequalities and programs.
- Shares of mere "positives", which may be actual or predicted ones.
- What is called wrong, negated, struck out, or stands in a section on mistakes.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hooks.account import Account
from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import Question

if TYPE_CHECKING:
    from hooks.algebra.verdicts import Verdict

NAME = "metric-formula"
SCOPE = "any"


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for verdict in verdicts(page):
        if verdict.message:
            yield Finding(page.path, *verdict.position, verdict.message, NAME)


def formulas(page: Question) -> "Iterator[Verdict]":
    """The formulas of the page that were compared with their quantity and are right."""
    return (verdict for verdict in verdicts(page) if not verdict.message)


def accounts(page: Question, guide: Guide) -> Iterator[Account]:
    """The numbers in formulas that were compared: the 2 in 2PR/(P + R)."""
    for verdict in verdicts(page):
        for token in verdict.claim.tokens:
            if token.kind == "number":
                start, end = verdict.place_of(token)
                yield Account.of(verdict.claim.text, start, end, "checked", NAME)


def verdicts(page: Question) -> "Sequence[Verdict]":
    """What is found of the page's formulas for quantities."""
    from hooks.algebra.verdicts import verdicts  # here: most pages give none

    return verdicts(page)
