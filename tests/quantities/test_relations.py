"""Each relation reads its own examples as right, and finds the same results changed."""

import re
from fractions import Fraction
from pathlib import PurePosixPath

import pytest

from hooks.calculation.quantity import shown
from hooks.page import parse
from hooks.quantities import RELATIONS
from hooks.quantities.relation import UNITED, judgments, number_quantity, pattern, told, values

RESULT = re.compile("«(.+?)»")
EXAMPLES = [
    pytest.param(relation, example, id=f"{relation.name} {number}")
    for relation in RELATIONS
    for number, example in enumerate(relation.examples, 1)
]


def judged(text):
    """The judgments of all relations on a text, by the line and column of the result."""
    page = parse(PurePosixPath("page.md"), f"## Example\n\n{text}\n")
    return [(one.fact.written, one.right, one.message) for one in judgments(page, RELATIONS)]


def test_relations_have_names_of_their_own():
    names = [relation.name for relation in RELATIONS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("relation", "example"), EXAMPLES)
def test_a_right_result_is_read_and_right(relation, example):
    found = judged(RESULT.sub(r"\1", example))
    assert found, "no relation reads this example"
    assert all(right for _, right, _ in found), found


@pytest.mark.parametrize(("relation", "example"), EXAMPLES)
@pytest.mark.parametrize("factor", [Fraction(1, 3), Fraction(7, 5), Fraction(3)])
def test_a_wrong_result_is_found(relation, example, factor):
    written = RESULT.search(example)[1]
    wrong = changed(written, factor)
    found = judged(RESULT.sub(wrong, example))
    assert any(not right and relation.name in message for _, right, message in found), found


def changed(written, factor):
    """Another number in the same style: 7.5 for 2.5, 2.4 % for 80 % (a share stays below 1)."""
    if united := UNITED.fullmatch(written):
        return changed(united["digits"], factor) + written[united.end("digits") :]
    value = number_quantity(written).value
    other = value * factor if value * factor < 1 or value >= 1 else value / factor
    if written.endswith("%"):
        return f"{float(other * 100):.3g} %"
    return f"{round(other):,}" if "." not in written and value >= 20 else shown(other, 3)


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        (r"n ?= ?#", "n=40 or n = 40", (40, 40)),
        (r"n = #", "n=40 but n = 50", (50,)),
        (r"n ?= ?#", "n = 20 · 5 = 100", (100,)),
        (r"# FLOPs", "2 × 10^9 FLOPs or 3 · 10⁹ FLOPs", (2 * 10**9, 3 * 10**9)),
        (r"[#]", "the points (1,2) and then (3, -4)", ((1, 2), (3, -4))),
        (r"rewards [#]", "the rewards 3, 2 and 1", ((3, 2, 1),)),
    ],
)
def test_patterns_of_givens(said, text, expected):
    page = parse(PurePosixPath("page.md"), f"## Example\n\n{text}\n")
    assert tuple(map(values, told(page, pattern(said)))) == expected
