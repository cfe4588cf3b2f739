"""Every metric stated about a confusion matrix follows from its four counts.

## What it checks

Where a page states a confusion matrix, the numbers it gives for that matrix: accuracy, error rate,
precision, recall (sensitivity, true-positive rate), specificity, false-positive and false-negative
rate, negative predictive value, false discovery and omission rate, F1 and any F-beta, balanced
accuracy, Matthews correlation coefficient, informedness, prevalence, likelihood ratios, Cohen's
kappa and some more.

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

- a Markdown table of two rows and two columns of counts whose labels say which side is actual and
  which predicted, and which class is positive. A cell that names a role its row and column
  contradict is a finding;

- the four counts in a sentence, a list, a table or a block of code: `TP = 10`,
  "True positives (TP): 10", "10 true positives".

Numbers are compared with the nearest matrix above them in the same section. A number anywhere else
is compared with the page's matrix if the page has only one and the number shows that it is meant:
it is computed from the matrix's own counts (`10/45`), or it stands beside another metric that is
right. Numbers are read in words, percent, fractions, tables and LaTeX, and claim what they show:
0.22 stands for anything from 0.215 to 0.225, "about 22%" for a tenth more or less.

## Why

Precision and recall are swapped, a denominator is the wrong total, 0.2222 becomes 20%: the answers
that ask for care with four numbers are the ones that get them wrong.

## Example

    With TP = 10, FN = 40, FP = 35 and TN = 15, recall is 10/45 = 22.2%.

## Use instead

    With TP = 10, FN = 40, FP = 35 and TN = 15, recall is 10/50 = 20%.

## What it leaves alone

- a matrix whose layout or positive class is not said, and one with more than two classes;
- numbers that may be another classifier's or another setting's: behind "if", "would", "flip",
  "suppose", "another model", "threshold", "baseline" and the like; after such a paragraph the
  rest of the section, up to the next matrix;
- "a recall of 80%", which may be said of any classifier, unless it is computed from the counts;
- sentences and lists of which no number fits the matrix: they are about something else;
- comparisons ("above 0.5"), ranges, averages over classes (macro, micro, weighted), metrics of a
  named class;
- a number that fits another matrix of the page;
- text whose own counts differ from the matrix's;
- sections on common mistakes, where wrong values are quoted.
"""

from collections.abc import Iterator

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.matrix_source import read
from hooks.matrix_verdicts import Verdict, verdicts
from hooks.page import Block, Question

NAME = "confusion-matrix"
SCOPE = "any"


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for line, column, message in problems(page):
        yield Finding(page.path, line, column, message, NAME)


def claims(page: Question) -> Iterator[Verdict]:
    """Every number of the page that was compared with its matrix and is right."""
    return (verdict for verdict in verdicts(page) if not verdict.wrong)


def problems(page: Question) -> Iterator[tuple[int, int, str]]:
    reading = read(page)
    for block, error in reading.fence_errors:
        yield *place_in_fence(block, error.row, error.column), error.message
    for error in reading.layout_errors:
        yield *error.cell.position(0), error.message
    for verdict in verdicts(page):
        if verdict.wrong:
            yield *verdict.statement.text.position(verdict.wrong.start), verdict.message


def place_in_fence(block: Block, row: int, column: int) -> tuple[int, int]:
    """Line and column of a place in a fence's text; row -1 is the line that opens it."""
    if row < 0:
        return block.line - 1, 1
    line, start = block.text.starts[row]
    return line, start + column
