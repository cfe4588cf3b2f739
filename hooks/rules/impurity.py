"""Entropy, Gini impurity and information gain follow from the class counts of a node or a split.

## What it checks

Numbers that are given for a node whose classes are counted on the page, or for a split of one:

- entropy, −Σ p log p, in bits or nats (in the one that is said, if one is);
- Gini impurity, 1 − Σ p²;
- misclassification error, 1 − max p;
- the largest entropy or Gini impurity of so many classes, and that of a pure node, 0;
- the weighted impurity of the children and the information gain, the parent's impurity less that;
- the only row of a table or of lines in which a number is not the entropy, Gini impurity or log
  loss of the counts or the share before it, whatever the columns are called;
- numbers that are no measure of any node or split and that a typical slip explains: nats for bits,
  the sum of squares for the Gini impurity, a child's entropy or a plain mean for the gain, a digit
  changed; splits may have up to four children.

Counts and shares are read from "9 yes and 5 no", `[9+, 5−]`, `value = [10, 40]`, "class counts 5, 3
and 2", `(0.8, 0.2)`, "80% spam and 20% ham", "p = 0.25", "a fair coin", "a 50/50 node", "four
equally likely classes", and from the rows of tables, in cells such as `[40, 10]` or in one column
for each class.

A number belongs to the counts that it names (`H(9/14, 5/14)`, "the entropy of [9+, 5−]"), to those
in its clause, to those whose label it repeats ("the left child"), or else to the only ones in the
smallest part of the page around it that has any. Children are counts that add up to a parent's.

The last digit may be cut off instead of rounded, and a gain may be off by one and a half of it,
because it is usually computed from rounded impurities.

## Why

Decision-tree questions ask for exactly these numbers, and a logarithm to the wrong base, a square
forgotten or children that are not weighted look plausible.

## Example

    A node with 9 yes and 5 no has an entropy of 0.652 bits and a Gini impurity of 0.541.

## Use instead

    A node with 9 yes and 5 no has an entropy of 0.940 bits and a Gini impurity of 0.459.

## What it leaves alone

- A number of which it can't be told which counts it belongs to: the next split, another child.
- Cross-entropy, conditional, joint, relative, average and normalized entropy; the Gini coefficient.
- Gains of splits whose children do not add up to a stated parent.
- Columns of whole numbers that fit no row's impurity: they may count something else.
- Sections on common mistakes, what is called wrong or ~~struck out~~, what the next sentence takes
  back, and what somebody else is said to claim.
"""

from collections.abc import Iterator

from hooks.account import Account
from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import Question
from hooks.worked import impurity_bounds, series, slips_of_impurity
from hooks.worked.impurities import message, verdicts

NAME = "impurity"
SCOPE = "any"


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    known = {verdict.fact.position for verdict in verdicts(page)}
    for verdict in verdicts(page):
        if not verdict.right and not verdict.fact.passage.is_reported(verdict.fact.start):
            yield verdict.fact.finding(page, message(verdict), NAME)
    for judgment in impurity_bounds.judgments(page):
        known.add(judgment.fact.position)
        if not judgment.right and not judgment.fact.passage.is_reported(judgment.fact.start):
            yield judgment.finding(page, NAME)
    for judgment in slips_of_impurity.judgments(page):
        if judgment.fact.position not in known:
            yield judgment.finding(page, NAME)
    for judgment in series.judgments(page, of_nodes=True):
        yield judgment.finding(page, NAME)


def accounts(page: Question, guide: Guide) -> Iterator[Account]:
    """The measures that were compared with a distribution, and the numbers of that."""
    for verdict in verdicts(page):
        yield verdict.fact.account("checked", NAME)
        for one in verdict.givens:
            yield from one.accounts(NAME)
    for judgment in impurity_bounds.judgments(page):
        yield from judgment.accounts(NAME)
