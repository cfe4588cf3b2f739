"""Laws of tables: what they are found by, how sure they are, and which rows are another case."""

from pathlib import PurePosixPath

import pytest

from hooks.page import parse
from hooks.tables.broken import broken_laws
from hooks.tables.constants import numbers_of
from hooks.tables.grid import grids
from hooks.tables.search import laws_of


def page(*lines):
    return parse(PurePosixPath("page.md"), "\n".join(["# A table", "", *lines, ""]))


def table(head, *rows):
    width = head.count("|") + 1
    return [f"| {head} |", "|---" * width + "|", *(f"| {row} |" for row in rows)]


def broken(*lines):
    return [(one.entry.written, f"{one.right:.4g}") for one in broken_laws(page(*lines))]


def laws(*lines):
    found = page(*lines)
    grid = next(iter(grids(found)))
    return {law.written(): law for law in laws_of(grid, numbers_of(found), False)}


def test_a_factor_is_told_by_the_rows():
    rows = ("128 | 419.2", "300 | 982.5", "410 | 1342.75", "555 | 1817.625")
    assert laws(*table("weight | price", *rows))["3.275 · “weight”"].evidence > 5


def test_round_numbers_tell_little():
    found = laws(*table("weight | price", "10 | 20", "20 | 40", "30 | 60", "40 | 80"))
    assert found["2 · “weight”"].evidence < 2.5


@pytest.mark.parametrize(
    ("head", "rows", "expected"),
    [
        ("x | sd", "3.61 | 1.90; 5.29 | 2.30; 7.84 | 2.80; 9.61 | 3.70", ("3.70", "3.1")),
        ("bits | p", "1.737 | 0.30; 2.474 | 0.18; 0.971 | 0.51; 3.644 | 0.88", ("0.88", "0.08")),
        (
            "wage | cost",
            "12 | 164.4; 17 | 212.9; 23 | 271.1; 31 | 348.7; 46 | 449.2",
            ("449.2", "494.2"),
        ),
        ("a | b | a + b", "317 | 208 | 525; 412 | 96 | 508; 155 | 378 | 583", ("583", "533")),
    ],
)
def test_the_number_that_a_slip_explains_is_to_blame(head, rows, expected):
    assert broken(*table(head, *rows.split("; "))) == [expected]


@pytest.mark.parametrize(
    "last",
    ["555, at least | 1871.6", "500–600 | 1871.6", "total | 1871.6", "555 + 20 | 1871.6"],
)
def test_a_row_that_is_another_case_is_left_alone(last):
    rows = ("128 | 419.2", "300 | 982.5", "410 | 1342.75")
    assert broken(*table("weight | price", *rows, last)) == []


def test_a_limit_that_the_page_states_ends_a_law():
    rows = table("weight | price", "128 | 419.2", "300 | 982.5", "410 | 1342.75", "500 | 1673.5")
    assert broken(*rows) == [("1673.5", "1638")]
    assert broken("At most 1673.5 are paid.", "", *rows) == []


def test_a_formula_of_the_page_is_a_law():
    rows = table("λ | W", "2 | 0.125", "5 | 0.200", "7.5 | 0.460", "9 | 1.000")
    assert broken("It takes W = 1/(μ − λ), with μ = 10.", "", *rows) == [("0.460", "0.4")]
