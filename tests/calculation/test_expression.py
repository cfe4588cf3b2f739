"""Plain and LaTeX arithmetic: what it is parsed into, and what it is worth."""

from fractions import Fraction
from itertools import pairwise

import pytest

from hooks.calculation.expression import NotAnExpression, parse
from hooks.calculation.latex import latex_tokens
from hooks.calculation.tokens import tokens
from hooks.calculation.tree import Reading, literal

PLAIN = [
    ("10/45", "2/9"),
    ("2 × (3 + 4)", 14),
    ("2*3*4", 24),
    ("2 * 3", 6),
    ("2**10", 1024),
    ("2^10", 1024),
    ("2⁸ − 1", 255),
    ("10⁻³", "0.001"),
    ("10^-3", "0.001"),
    ("−2^2", -4),
    ("(−2)²", 4),
    ("1 - 0.95", "0.05"),
    ("1-0.95", "0.05"),
    ("1 – 0.95", "0.05"),
    ("10 - 5 - 3", 2),
    ("10 / 5 / 2", 1),
    ("12 ÷ 4 · 2", 6),
    ("2(3 + 4)", 14),
    ("(2+3)(4+5)", 45),
    ("3x3x64", 576),
    ("3 x 4", 12),
    ("1,792 × 2", 3584),
    ("1e-3", "0.001"),
    ("3.2 × 10^-4", "0.00032"),
    ("½ + ¼", "3/4"),
    ("66⅔%", "2/3"),
    ("20% × 50", 10),
    ("20 percent", "1/5"),
    ("20% of 500", 100),
    ("(10/50)%", "1/500"),
    ("$200 × 4", 800),
    ("4 × €5", 20),
    ("√16 + 1", 5),
    ("√(9 + 16)", 5),
    ("sqrt(0.25)", "1/2"),
    ("⌊7/2⌋ + ⌈7/2⌉", 7),
    ("floor(7/2)", 3),
    ("min(2, 3) + max(2, 3)", 5),
    ("abs(-3)", 3),
    ("5!", 120),
    ("log2(8)", 3),
    ("log_2(8)", 3),
    ("log₂ 8", 3),
    ("log2(1/8)", -3),
    ("log10(1000)", 3),
    ("0.5 log2 0.5", "-1/2"),
    ("exp(0)", 1),
    ("32 heads × 128", 4096),
    ("40 GB + 2 GB", 42),
    ("**10/50**", "1/5"),
    ("2 &times; 3", 6),
]

LATEX = [
    (r"\frac{10}{45}", "2/9"),
    (r"\dfrac{1}{2} + \tfrac14", "3/4"),
    (r"\frac12", "1/2"),
    (r"1{,}792 \times 1\,000", 1792000),
    (r"20\%", "1/5"),
    ("20%", "1/5"),
    (r"20\,\%", "1/5"),
    (r"\left( 3^{-2} + 1 \right) \cdot 9", 10),
    (r"2 \cdot 10^{-4}", "0.0002"),
    (r"\sqrt{\frac{1}{4}}", "1/2"),
    (r"\sqrt[3]{8}", 2),
    (r"\log_2 8", 3),
    (r"\log_{10}(1000)", 3),
    (r"\log_2\frac{1}{8}", -3),
    (r"0.5\log_2 0.5", "-1/2"),
    (r"0.99(0.01)", "0.0099"),
    (r"(0.99)(0.01)", "0.0099"),
    (r"\binom{5}{2}", 10),
    (r"\lfloor 7/2 \rfloor", 3),
    (r"\left\lceil \frac{7}{2} \right\rceil", 4),
    (r"\max(0, -3)", 0),
    (r"\left|3 - 5\right|", 2),
    (r"\lvert -3 \rvert", 3),
    (r"\bigl[0.5 + 1\bigr] \times 2", 3),
    (r"\boxed{0.2}", "1/5"),
    (r"\mathbf{0.2} + \text{0.3}", "1/2"),
    (r"3 \text{ GB}", 3),
    (r"12 \div 4 \ast 2", 6),
    (r"{\color{red} 2 + 3}", 5),
]

IRRATIONAL = [
    ("√2", 1.41421356),
    ("exp(-0.5)", 0.60653066),
    ("e^(-2)", 0.13533528),
    ("ln 2", 0.69314718),
    ("−ln(0.9)", 0.10536052),
    ("2^0.5", 1.41421356),
    ("tanh(0.5)", 0.46211716),
    ("sigmoid(0.7)", 0.66818777),
    ("1/√(2π)", 0.39894228),
]

WITHOUT_VALUE = [
    "TP / (TP + FN)",
    "true positives / all",
    "2x + 1",
    "f(2)",
    "log(x)",
    "log 1/2",
    "1/2(3)",
    "70/15/15",
    "10–20",
    "2020-2021",
    "2.16.1 + 3",
    "1:10",
    "5-fold",
    "1 + 2 + … + 9",
    "0.333… + 1",
    "0.8 ± 0.05",
    "1/0",
    "log(0)",
    "√(−1)",
    "(−8)^(1/3)",
    "9**9**9",
    "99999!",
    "e^(e^(e^10))",
    "(1, 2) + 3",
    "1e999",
]

WITHOUT_VALUE_IN_LATEX = [
    r"P(A \mid B)",
    r"\hat{y} + 1",
    r"\alpha \cdot 2",
    r"\sum_{i} p_i",
    r"\text{recall} + 3",
    r"2\frac12",
    r"\mathbb{R}^{3 \times 4}",
    r"\begin{pmatrix} 1 & 2 \end{pmatrix}",
    r"\frac{1",
    r"\{1, 2\}",
    r"1 + \dots + 9",
]

SHOWN = [
    ("2*(3+4)", "2 × (3 + 4)"),
    ("(2*3)/(4+5)", "2 × 3/(4 + 5)"),
    ("10 − (5 − 3)", "10 - (5 - 3)"),
    ("8/(4/2)", "8/(4/2)"),
    ("e^-2", "e^-2"),
    ("(2+3)^2", "(2 + 3)^2"),
    ("−(2+3)", "-(2 + 3)"),
    ("sqrt(2)", "√2"),
    ("√(1 + 1)", "√(1 + 1)"),
    ("⌊7/2⌋", "⌊7/2⌋"),
    ("log₂(8)", "log2(8)"),
    ("5!", "5!"),
    ("7B", "7B"),
    ("40 GB", "40 GB"),
    ("(10/50)%", "(10/50)%"),
]


def read(text, math=False):
    given = latex_tokens(text) if math else list(tokens(text))
    tree, stop = parse(given)
    assert stop == len(given), f"{text!r} was read up to token {stop} only"
    return tree


@pytest.mark.parametrize(("text", "value"), PLAIN)
def test_plain_text_is_worth(text, value):
    assert read(text).evaluate(Reading()) == (Fraction(value), Fraction(value))


@pytest.mark.parametrize(("text", "value"), LATEX)
def test_latex_is_worth(text, value):
    assert read(text, math=True).evaluate(Reading()) == (Fraction(value), Fraction(value))


@pytest.mark.parametrize(("text", "value"), IRRATIONAL)
def test_an_irrational_value_is_a_narrow_interval_around_it(text, value):
    low, high = read(text).evaluate(Reading())
    assert low <= high
    assert float(low) == pytest.approx(value, rel=1e-7)
    assert high - low < Fraction(1, 10**9)


@pytest.mark.parametrize("text", WITHOUT_VALUE)
def test_what_can_not_be_computed_has_no_value(text):
    assert first(text, tokens).evaluate(Reading()) is None


@pytest.mark.parametrize("text", WITHOUT_VALUE_IN_LATEX)
def test_what_can_not_be_computed_in_latex_has_no_value(text):
    assert first(text, latex_tokens).evaluate(Reading()) is None


def first(text, tokenize):
    tree, _ = parse(list(tokenize(text)))
    return tree


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_trees_are_shown_in_short_plain_text(text, shown):
    assert str(read(text)) == shown


@pytest.mark.parametrize("text", ["", "+", ")", "= 3", "(" * 5000, "," * 3])
def test_what_is_no_expression_is_refused(text):
    with pytest.raises(NotAnExpression):
        parse(list(tokens(text)))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("0.2, which is", [",", "which", "is"]),
        ("20% of the data", ["of", "the", "data"]),
        ("7 % 3", ["%", "3"]),
        ("5 (2 + 3)", ["(", "2", "+", "3", ")"]),
        ("0.82 seconds flat", ["flat"]),
        ("F1 (0.5)", ["(", "0.5", ")"]),
    ],
)
def test_the_longest_expression_is_read(text, rest):
    given = list(tokens(text))
    _, stop = parse(given)
    assert [token.value for token in given[stop:]] == rest


@pytest.mark.parametrize(
    ("base", "value"), [(None, 4.60517), (2, 6.64386), (10, 2)], ids=["e", "2", "10"]
)
def test_a_logarithm_without_a_base_is_read_in_each(base, value):
    low, _ = read("log(100)").evaluate(Reading(log_base=base))
    assert float(low) == pytest.approx(value, rel=1e-5)


@pytest.mark.parametrize(
    ("text", "kilo", "value"),
    [
        ("1.5 GB", 1, "1.5"),
        ("1.5 GB", 1000, 1500000000),
        ("2 GB", 1024, 2**31),
        ("3 GiB", 1000, 3 * 2**30),
        ("90 minutes", 1000, 5400),
        ("7B", 1000, 7 * 10**9),
        ("5 percentage points", 1000, "0.05"),
    ],
)
def test_units_are_scaled_by_what_kilo_stands_for(text, kilo, value):
    assert read(text).evaluate(Reading(kilo=kilo))[0] == Fraction(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("0.22", "0.215", "0.225"),
        ("−0.5", "-0.55", "-0.45"),
        ("22 %", "0.215", "0.225"),
        ("3.2 × 10^-4", "0.000315", "0.000325"),
        ("40 GB", 40, 40),
    ],
)
def test_one_written_number_is_a_literal(text, low, high):
    quantity = literal(read(text)).quantity
    assert (quantity.low, quantity.high) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize("text", ["10/45", "10^3", "2 × 3", "√2", "x"])
def test_an_expression_is_no_literal(text):
    assert literal(read(text)) is None


@pytest.mark.parametrize("text", [text for text, _ in PLAIN])
def test_tokens_know_where_they_stand(text):
    given = list(tokens(text))
    assert all(text[token.start : token.end] for token in given)
    assert all(a.end <= b.start for a, b in pairwise(given))


def test_latex_tokens_know_where_they_stand():
    text = r"so $\frac{10}{45} \approx 0.22$"
    given = latex_tokens(text, 4, len(text) - 1)
    numbers = [text[t.start : t.end] for t in given if t.kind == "number"]
    assert numbers == ["10", "45", "0.22"]
