"""No text of a page makes a rule crash, hang, run code or point outside of the page.

A rule that hangs hangs the test; how long the worst texts take is measured by `make bench`.
"""

import re
from itertools import count
from pathlib import PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hooks.guide import Guide
from hooks.lint import lint
from hooks.page import parse
from hooks.rules import RULES, arithmetic, check, shapes
from tests.conftest import ROOT

pytestmark = pytest.mark.thorough

ANYWHERE = [rule for rule in RULES if rule.SCOPE in ("any", "page")]
LONG_TEXT = 8_000  # characters

# Pieces of which claims are made, and pieces that upset parsers.
PIECES = [
    "=", "≈", "<", "≤", "→", "+", "−", "-", "×", "*", "**", "/", "//", "^", "_", "%", "±", "!",
    "(", ")", "[", "]", "{", "}", "|", "||", "$", "$$", "`", "```", "~~~", "\\", "\\\\", "&", "#",
    "0", "1", "2.5", "1,000", "0.22", "22%", "9" * 40, "1e999", "1e-300", "½", "²", "⁻³", "₂", "√",
    "\\frac", "\\frac{1}{2}", "\\sqrt[3]{8}", "\\sum_{i=1}^{3} i", "\\prod", "\\begin{bmatrix}",
    "\\end{bmatrix}", "\\begin{aligned}", "\\left(", "\\right)", "\\left|", "\\text{recall}",
    "\\binom{5}{2}", "\\log_2 8", "\\cdot", "\\le", "\\approx", "\\not", "\\\u0000", "\\\u00e9",
    "recall", "precision", "TP = 10", "FN = 40", "sensitivity of 90%", "prevalence 1%", "softmax",
    "mean", "variance", "P(A|B)", "from 80 to 100", "half of", "12 of 48", "times", "divided by",
    "python", "``` python", "<!--", "-->", "<!-- check:", "check:", ";", "<br>", "&lt;", "!!!",
    "note", "???", "- ", "1. ", "> ", "| a | b |", "| --- | --- |", "---", "# ", "    ", "\t",
    "\n", "\n\n", "\r\n", "\r", "\ufeff", "\u0000", "\u2028", "\x0b", "\x0c", "\x85", "\u200b",
    "\ud800", "🤖", "é", "e\u0301", "١٢", "９", "Ⅷ", "𝟘", "ﬁ", "İ", "ß", " ", "__import__('os')",
    "9**9**9", "factorial(10**9)", "10^10^10",
]  # fmt: skip

# What may stand in a page in the place of a number that a reader of it expects.
ODD = [
    "10⁸", "10⁻³", "½", "0", "0.0", "−5", "-3", "00", "1e999", "1e-300", "9" * 40, "1,000,000", "|",
    "1.5.2", "٣", "९", "𝟘", "Ⅷ", "0%", "150%", "1/0", "0/0", "3/4", "2²", "x", "", "∞", "NaN", "$",
    "1 000", ".5", "5.", "2^31", "(3)", "[1, 2]", "₂", "5k", "7B", "0 GB", "1:1", "±2", "~4", "1–3",
    "TP", "10^10^10", "√2", "\\frac{1}{0}", "`", "\n",
]  # fmt: skip
IS_DIGIT = re.compile(r"\.isdigit\b")
NUMBER = re.compile(r"\d[\d,.]*%?")
WORKED = sorted((ROOT / "tests" / "fixtures" / "rules").glob("*/*.md"))
exchanges = st.lists(
    st.tuples(st.integers(0, 10_000), st.sampled_from(ODD)), min_size=1, max_size=6
)

texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
)
formulas = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide(ROOT)


def findings_of(source: str, guide: Guide):
    page = parse(PurePosixPath("notes/page.md"), source)
    found = lint(page, guide, ANYWHERE)
    for finding in found:
        assert 1 <= finding.line <= max(len(page.lines), 1), finding
        line = page.lines[finding.line - 1] if page.lines else ""
        assert 1 <= finding.column <= len(line) + 1, finding
        assert finding.message
        assert "broke off" not in finding.message, finding
    return found


def slowly(examples: int):
    return settings(
        max_examples=examples,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


@given(source=texts)
@slowly(120)
def test_any_text_is_linted(source, guide):
    findings_of(source, guide)


@given(file=st.sampled_from(WORKED), exchanged=exchanges)
@slowly(300)
def test_worked_examples_with_odd_numbers_are_linted(file, exchanged, guide):
    source = file.read_text(encoding="utf-8")
    for index, odd in exchanged:
        if numbers := list(NUMBER.finditer(source)):
            number = numbers[index % len(numbers)]
            source = source[: number.start()] + odd + source[number.end() :]
    findings_of(source, guide)


def test_no_rule_takes_superscripts_for_digits():
    asking = [file for file in (ROOT / "hooks").rglob("*.py") if IS_DIGIT.search(file.read_text())]
    assert not asking, "int() reads only what isdecimal() is true of: not ² and ⁸"


@given(formula=formulas, form=st.sampled_from(["${}$", "$$\n{}\n$$", "`{}`", "| x | {} |", "- {}"]))
@slowly(100)
def test_any_formula_is_linted(formula, form, guide):
    findings_of(form.replace("{}", formula), guide)


@given(expression=st.lists(st.sampled_from([*PIECES, *"norm.cdf()[]"]), max_size=12).map("".join))
@slowly(60)
def test_any_check_is_linted(expression, guide):
    findings_of(f"It is 4. <!-- check: {expression} = 4 -->", guide)


LONG = {
    "relations": "1=" * 250_000,
    "digits": "1" * 500_000 + " = 2",
    "decimals": "0." + "3" * 500_000 + " = 1/3",
    "sum": "1+" * 250_000 + "1 = 2",
    "brackets": "(" * 500_000 + "1 = 2",
    "braces": "$" + "{" * 500_000 + "1 = 2$",
    "fractions": "$" + "\\frac{1}{" * 60_000 + "2" + "}" * 60_000 + " = 3$",
    "roots": "$" + "\\sqrt" * 100_000 + "{2} = 2$",
    "bars": "|3 - 5" * 100_000 + "| = 2",
    "ticks": "`" * 500_000 + "1 = 2",
    "dollars": "$1 = 2 " * 100_000,
    "delimiters": "\\(1 = 2 " * 100_000,
    "begins": "\\begin{align} 1 = 2 " * 40_000,
    "environments": "$$\n" + "\\begin{bmatrix} 1 = 2 " * 40_000 + "\n$$",
    "words": "the mean of 1, 2 and " * 40_000 + "3 is 2",
    "of": "12 of 48 " * 80_000,
    "list": "the sum of " + "1, " * 200_000 + "and 2 is 3",
    "spaces": "1 =" + " " * 500_000 + "2",
    "newlines": "1 = 2\n" * 80_000,
    "links": "[1 = 2](" * 80_000,
    "tags": "<a 1 = 2 " * 80_000,
    "comments": "<!-- check: 1 = 2 " * 50_000,
    "checks": "<!-- check: " + "2 + 2 = 4; " * 2_000 + "-->",
    "cells": "| a | b |\n| --- | --- |\n" + "| 1 = 2 | 3 |\n" * 20_000,
    "vectors": "[1, " * 100_000 + "2] = [1, 2]",
    "signs": "2 = " + "−" * 500_000 + "1",
    "powers": "2^" * 200_000 + "2 = 4",
    "percents": "1" + "%" * 400_000 + " = 2",
    "confusion": "TP = 10, FN = 40, " * 30_000,
    "recall": "recall is 20% " * 40_000,
}


@pytest.mark.parametrize("name", LONG)
def test_long_texts_are_linted(name, guide):
    findings_of(LONG[name][:LONG_TEXT], guide)


@pytest.mark.parametrize("name", ["brackets", "sum", "braces", "spaces", "of", "comments"])
def test_a_line_of_a_megabyte_is_no_trouble(name, guide):
    page = parse(PurePosixPath("notes/page.md"), LONG[name])
    assert lint(page, guide, [arithmetic, check]) is not None


HUGE = [
    "2^99999999999 = 3", "9**9**9 = 1", "10^(10^10) = 1", "99999999! = 1", "$\\binom{10^9}{5} = 1$",
    "e^(e^(e^(e^9))) = 1", "1e999999999 = 2", "2^-99999999999 = 0.5", "1/3^999999 = 0",
    "$\\sum_{i=1}^{999999999} i = 3$",
    "$\\sum_{i=1}^{200} \\sum_{j=1}^{200} \\prod_{k=1}^{200} k = 1$",
    "round(1/3, 999999999) = 0.33",
    "mean(" + "1, " * 5000 + "1) = 1", "`9 % 0 = 1`", "`9 // 0 = 1`",
    "<!-- check: 9**9**9 = 1 -->", "<!-- check: binom.cdf(10**9, 10**9, 0.5) = 1 -->",
    "<!-- check: __import__('os').system('false') = 1 -->",
    "<!-- check: comb(10**9, 10**8) = 1 -->",
    "<!-- check: sum(sum(1 for i in range(10**4)) for j in range(10**4)) = 1 -->",
    "<!-- check: [[[[1]*9]*9]*9]*999999999 = 1 -->", "<!-- check: " + "(" * 240 + " = 1 -->",
    "<!-- check: " + "-" * 450 + "1 = 1 -->", "<!-- check: norm.ppf(1e-320) = 1 -->",
]  # fmt: skip


@pytest.mark.parametrize("source", HUGE, ids=lambda source: source[:40])
def test_huge_numbers_are_refused(source, guide):
    findings_of(source, guide)


WRONG = "Intro.\n\nThen\tthe sum is 2 + 2 = 5, no.\n\n- item 3 × 3 = 8\n"


@pytest.mark.parametrize(
    ("source", "places"),
    [
        (WRONG, [(3, 25), (5, 16)]),
        (WRONG.replace("\n", "\r\n"), [(3, 25), (5, 16)]),
        (WRONG.replace("\n", "\r"), [(3, 25), (5, 16)]),
        ("\ufeff" + WRONG, [(3, 25), (5, 16)]),
        ("\ufeff2 + 2 = 5", [(1, 9)]),
        ("2 + 2 = 5", [(1, 9)]),
        ("-\t2 + 2 = 5", [(1, 11)]),
        ("- a\n\n\t2 + 2 = 5", [(3, 10)]),
        (">\t2 + 2 = 5", [(1, 11)]),
        ("a\u2028b\n\n2 + 2 = 5", [(3, 9)]),
        ("a\x0bb\x0cc\x85d\n\n2 + 2 = 5", [(3, 9)]),
        ("a\u0000b\n\n2 + 2 = 5", [(3, 9)]),
    ],
    ids=["lf", "crlf", "cr", "bom", "bom-first", "plain", "tab-item", "tab-nested", "tab-quote",
         "line-separator", "controls", "nul"],
)  # fmt: skip
def test_places_are_those_of_an_editor(source, places, guide):
    found = findings_of(source, guide)
    assert [(f.line, f.column) for f in found if f.rule == "arithmetic"] == places


SIZES = sorted((ROOT / "tests/fixtures/rules/shapes").glob("*.md"))
WHOLE_NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?![\w.,]*\d)")


@pytest.mark.parametrize("number", ["0", "9" * 12, "9" * 19])
@pytest.mark.parametrize("file", SIZES, ids=lambda file: file.stem)
def test_sizes_that_nobody_means_do_not_crash(file, number, guide):
    source = file.read_text(encoding="utf-8")
    for turn in range(3):
        places = count()
        changed = WHOLE_NUMBER.sub(
            lambda n, turn=turn, places=places: number if next(places) % 3 == turn else n[0], source
        )
        page = parse(PurePosixPath("notes/page.md"), changed)
        assert all(finding.line for finding in shapes.check(page, guide))


PAGES = sorted((ROOT / "tests/corpus/tuning/answers").glob("*.md"))
BROKEN_LINES = ("", "|", "||", "| |", "---", "|---|", "```", "$$", "- ", "> |", "1. |")


@st.composite
def damaged_pages(draw) -> str:
    """Pages of which a few lines are lost, doubled, exchanged, or only begun."""
    lines = draw(st.sampled_from(PAGES)).read_text(encoding="utf-8").split("\n")
    first = draw(st.integers(0, max(len(lines) - 80, 0)))
    lines = lines[first : first + 80]
    for at in draw(st.lists(st.integers(0, len(lines) - 1), max_size=8)):
        lines[at] = draw(st.sampled_from([*BROKEN_LINES, lines[at] * 2, lines[at - 1]]))
    return "\n".join(lines)


@given(source=damaged_pages())
@slowly(100)
def test_damaged_pages_are_linted(source, guide):
    findings_of(source, guide)


@pytest.mark.parametrize("line", BROKEN_LINES)
@pytest.mark.parametrize("head", ["| | yes | no |", "| class | TP | FP |", "| n | p | z |"])
def test_tables_with_a_broken_line_are_linted(head, line, guide):
    findings_of(f"{head}\n|---|---|---|\n| a | 10 | 20 |\n{line}\n| b | 30 | 40 |\n", guide)
