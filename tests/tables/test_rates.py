"""Rates and other columns that follow from others: drawn tables, and what is too little."""

from pathlib import PurePosixPath

import pytest

from hooks.page import parse
from hooks.rules import arithmetic

SWEEP = """\
# Sweep

```{language}
$ sweep --all
cut    TP   FP   FN   precision  recall
0.2    90  110   10   0.450      0.900
0.4    75   50   25   0.600      0.750
0.6    60   15   40   0.800      {wrong}
0.8    30    2   70   0.938      0.300
```
"""
PRICES = """\
# Prices

The price is {constant} a piece.

| pieces | price |
|---|---|
| 120 | 1,860.00 |
| 210 | 3,255.00 |
| 340 | 5,270.00 |
| 455 | 7,502.50 |
"""


def lines(source):
    page = parse(PurePosixPath("page.md"), source)
    return [finding.line for finding in arithmetic.check(page, None)]


@pytest.mark.parametrize("language", ["", "text", "console"])
def test_a_table_drawn_with_spaces_is_read(language):
    assert lines(SWEEP.format(wrong="0.650", language=language)) == [8]
    assert lines(SWEEP.format(wrong="0.600", language=language)) == []


def test_a_program_is_no_table():
    assert lines(SWEEP.format(wrong="0.650", language="python")) == []


@pytest.mark.parametrize("constant", ["15.50", "shown below"])
def test_a_proportion_is_read_whether_its_number_stands_on_the_page_or_not(constant):
    assert lines(PRICES.format(constant=constant)) == [10]


def test_two_rows_that_agree_by_chance_are_too_little():
    assert (
        lines("# T\n\n| a | b | c |\n|---|---|---|\n| 2 | 3 | 6 |\n| 2 | 4 | 8 |\n| 3 | 5 | 9 |\n")
        == []
    )
