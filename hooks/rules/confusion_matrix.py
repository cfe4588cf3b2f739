"""Every metric stated about a confusion matrix follows from its four counts.

## What it checks

Where a page states a confusion matrix, the numbers it gives for that matrix: accuracy, error rate,
precision (PPV), recall (sensitivity, true-positive rate), specificity, false-positive and
false-negative rate, negative predictive value, false discovery and omission rate, F1 and any
F-beta, balanced accuracy, G-mean, lift, Matthews correlation coefficient, informedness (Youden's
J), markedness, prevalence, predicted-positive rate, likelihood ratios, diagnostic odds ratio,
Jaccard index and Cohen's kappa.

A matrix is read from

- a `confusion-matrix` fence, which readers see as a table:

        ``` confusion-matrix
        title: Fraud screening at one threshold
        positive: fraud
        negative: legitimate
        TP: 16
        FN: 4
        FP: 24
        TN: 956
        ```

    `TP`, `FN`, `FP` and `TN` are whole numbers. `title`, and `positive` with `negative`, the labels
    of the classes, may be left out. A fence that can't be read is a finding;

- a table, in Markdown or drawn in a block of text, of two rows and two columns of counts, whose
  labels say which side is actual or predicted and which class is positive. A cell of a Markdown
  table that names a role its row and column contradict is a finding;

- the counts in a sentence, a list, a two-column table or a block of code: `TP = 10`,
  "True positives (TP): 10", "10 true positives". Two counts of a row or column are enough for the
  metrics that follow from them. A table with columns TP, FN, FP and TN has a matrix in each row,
  for the metrics in that row;

- a story: "of 100 flagged payments, 80 were fraud; 20 frauds were missed", "40 of 800 pumps failed;
  the model raised an alarm for 60 pumps, and 30 of these failed";

- four counts that no words explain, in a table with labels of any kind, in a list, in two entries
  with "k of n" each, or as what the numbers of a story follow from: where the page's metrics fit
  one way to read them far better than all others, and show more digits than chance explains;

- several matrices with a name each: a table with a threshold, a model or a group in each row,
  "Group A" above one table and "Group B" above the next. "The recall at 0.5", "precision of model
  B", "85% for X and 75% for Y" and what stands below "Threshold 0.5" are compared with their own;

- a matrix of any number of classes: a table or a drawing whose rows and columns have the same
  labels, a LaTeX matrix or a list `[[45, 5], [10, 40]]` where the text says which side is actual or
  names scikit-learn, or where what is said of the classes fits one way to read it. Then the
  accuracy, what is said of a class ("recall of dogs is 0.8") and macro, micro and weighted averages
  are checked.

Totals of a confusion table, and sums such as `TP + FN = 50`, must add up. In a report by class, as
scikit-learn prints it or as a table, F1, accuracy and averages must follow from the other numbers.

Without any matrix, metrics must fit one another where a sentence, a list or a row of a table gives
them together: F1 and F-beta with precision and recall, a rate with its complement, balanced
accuracy, informedness, likelihood ratios, and the predictive values with sensitivity, specificity
and prevalence. So must Cohen's kappa and its two agreements, a lift and its rates, the disparate
impact or parity difference and two selection rates, counts of one class and a matrix of classes.

Numbers are read in words, percent, fractions, tables and LaTeX. Each claims what it shows: 0.22
stands for anything from 0.215 to 0.225, "about 22%" for a tenth more or less, 10/45 for itself.

A number is compared with the nearest matrix above it in the same section, or else with the page's
only one. It is found wrong only where the page shows that this matrix is meant:

- it is computed from the matrix's own counts (`10/45`), or another member of its chain is right;
- in the section of the matrix, it stands in one paragraph, list or table with a metric that is
  right or computed from the counts, or a sentence says no more than "The recall is 25%";
- elsewhere, it stands in one sentence or list with such a metric.

## Why

Precision and recall are swapped, a denominator is the wrong total, 0.2222 becomes 20%: the answers
that ask for care with four numbers are the ones that get them wrong.

## Example

    With TP = 10, FN = 40, FP = 35 and TN = 15, recall is 10/45 = 22.2%.

## Use instead

    With TP = 10, FN = 40, FP = 35 and TN = 15, recall is 10/50 = 20%.

## What it leaves alone

- A matrix whose layout is not said; of one whose positive class is not said, what is right for
  either class.
- Other cases than the one at hand: conditions and suppositions ("if", "would", "suppose"), other
  models and baselines, groups, training data, another threshold or prevalence, flipped
  predictions. Behind a paragraph that turns to one of these, the rest of the section up to the next
  matrix. Give the new case a matrix of its own and it is checked again.
- What is said of something that neither the matrix nor the words above it name: "the precision of
  the rule that we had before".
- "A recall of 80%", "with recall 80%", which may be said of any classifier, unless it is computed
  from the counts.
- Comparisons ("above 0.5"), ranges, changes (0.2 → 0.4), parts of a sum (1 − specificity),
  questions, and without a matrix of the classes, averages over them and metrics of a named class.
- A number that is right for another matrix of the page, or is the mean over both classes that
  libraries report.
- Text that states other counts than the matrix.
- Sections on common mistakes, where wrong values are quoted, what is ~~struck out~~, what the next
  sentence takes back ("No! It is 0.8.") and what is asked to be judged ("True or false?").
- F1 beside precision and recall that are averages over classes or folds, or in a table where it
  fits in fewer than half of the rows. A report by class with rows left out.
- Blocks of code, but for reports, and equations in blocks of text that compute with the counts.
"""

from collections.abc import Iterator
from itertools import chain

from hooks.account import Account
from hooks.classifiers import class_counts, kappas, lifts, selection_rates
from hooks.classifiers.class_claims import stated_classes
from hooks.classifiers.matrix_source import count_spans, read
from hooks.classifiers.matrix_verdicts import (
    Verdict,
    reports_of,
    totals_of,
    verdicts,
)
from hooks.classifiers.metric_relations import compared
from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import Block, Question, Text

NAME = "confusion-matrix"
SCOPE = "any"
READERS = (class_counts, kappas, lifts, selection_rates)  # of what stands beside no binary matrix


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for line, column, message in problems(page):
        yield Finding(page.path, line, column, message, NAME)


def claims(page: Question) -> Iterator[Verdict]:
    """Every statement of the page that was compared with its matrix and is right."""
    return (verdict for verdict in verdicts(page) if not verdict.wrong)


def problems(page: Question) -> Iterator[tuple[int, int, str]]:
    """Line, column and message of what is wrong, one for each place."""
    seen: set[tuple[int, int]] = set()
    for line, column, message in chain(_in_matrices(page), _in_metrics(page)):
        if (line, column) not in seen:
            seen.add((line, column))
            yield line, column, message


def _in_matrices(page: Question) -> Iterator[tuple[int, int, str]]:
    """What is wrong in the matrices themselves: fences, roles, counts, totals."""
    reading = read(page)
    for block, error in reading.fence_errors:
        yield *place_in_fence(block, error.row, error.column), error.message
    for error in reading.layout_errors:
        yield *error.cell.position(0), error.message
    for total in totals_of(page):
        if total.message:
            yield *total.cell.position(total.start), total.message
    for reader in READERS:
        for text, start, message in reader.errors(page):
            yield *text.position(start), message


def _in_metrics(page: Question) -> Iterator[tuple[int, int, str]]:
    """What is wrong in the metrics: against a matrix, in a report, against one another."""
    judged = set()
    for verdict in verdicts(page):
        text = verdict.statement.text
        judged |= {text.position(member.start) for member in verdict.statement.claim.members}
        if verdict.wrong:
            yield *text.position(verdict.wrong.start), verdict.message
    for result in reports_of(page):
        place = result.entry.text.position(result.entry.start)
        if result.message and place not in judged:
            yield *place, result.message
    for result in compared(page):
        place = result.value.text.position(result.value.member.start)
        if result.wrong and place not in judged:
            yield *place, result.wrong.message


def accounts(page: Question, guide: Guide) -> Iterator[Account]:
    """The numbers that were compared, and the counts and metrics that they were compared with."""
    checked = {*_checked_spans(page)}
    given = {*_given_spans(page)} - checked
    for status, spans in (("checked", checked), ("given", given)):
        for text, start, end in spans:
            yield Account.of(text, start, end, status, NAME)


Span = tuple[Text, int, int]


def _checked_spans(page: Question) -> Iterator[Span]:
    for verdict in verdicts(page):
        for member in verdict.statement.claim.members:
            yield verdict.statement.text, member.start, member.end
    for result in compared(page):
        yield result.value.text, result.value.member.start, result.value.member.end
    for result in reports_of(page):
        yield result.entry.text, result.entry.start, result.entry.end
    for total in totals_of(page):
        yield total.cell, total.start, total.end


def _given_spans(page: Question) -> Iterator[Span]:
    for result in compared(page):
        for value in result.inputs:
            yield value.text, value.member.start, value.member.end
    places = [(stated.first, stated.last) for stated in read(page).stated]
    places += [(stated.index, stated.index) for stated in stated_classes(page)]
    for first, last in places:
        for block in page.blocks[first : last + 1]:
            for start, end in count_spans(block):
                yield block.text, start, end


def place_in_fence(block: Block, row: int, column: int) -> tuple[int, int]:
    """Line and column of a place in a fence's text; row -1 is the line that opens it."""
    if row < 0:
        return block.line - 1, 1
    line, start = block.text.starts[row]
    return line, start + column
