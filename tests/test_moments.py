"""Identities of random variables, and criteria of fairness."""

import pytest

from hooks.algebra.lexer import lex
from hooks.algebra.moments import RULES, may_be_identity, wrong
from hooks.algebra.parity import RIGHT, criterion, mistaken


def refuted(left: str, member: str) -> str:
    return wrong(lex(left)[:-1], lex(member)[:-1])


@pytest.mark.parametrize(
    ("left", "member"),
    [
        ("I(X;Y)", "H(X) - H(X|Y)"),
        ("H(X,Y,Z)", "H(X) + H(Y|X) + H(Z|X,Y)"),
        ("H(X,Y)", "H(X) + H(Y)"),  # of independent ones
        (r"\operatorname{Var}(X+Y)", r"\operatorname{Var}(X) + \operatorname{Var}(Y)"),
        ("Var(aX+bY)", r"a^2 Var(X) + b^2 Var(Y) + 2ab Cov(X,Y)"),
        ("Var(X)", r"E[(X - E[X])^2]"),
        ("E[Y]", "E[E[Y|X]]"),
        (r"P(A \cup B)", r"P(A) + P(B) - P(A \cap B)"),
        (r"P(A \cap B \cap C)", "P(A) P(B) P(C)"),
    ],
)
def test_what_holds_of_some_kind_of_variables_is_right(left, member):
    assert refuted(left, member) == ""


@pytest.mark.parametrize(
    ("left", "member"),
    [
        ("I(X;Y)", "H(X) - H(Y|X)"),
        ("I(X;Y)", "H(X,Y) - H(X) - H(Y)"),
        ("H(X,Y)", "H(X) + H(X|Y)"),
        (r"\mathbb{E}[X+Y]", r"\mathbb{E}[X] \cdot \mathbb{E}[Y]"),
        ("Var(X_i - X_j)", "Var(X_i) - Var(X_j)"),
        ("Cov(X,Y)", "E[XY] + E[X]E[Y]"),
        (r"P(A \cap B)", r"\frac{P(A|B)}{P(B)}"),
    ],
)
def test_what_holds_of_none_is_wrong(left, member):
    assert refuted(left, member) in RULES.values()


@pytest.mark.parametrize(
    ("left", "member"),
    [
        ("Var(Y)", "4 Var(X)"),  # Y may be 2X
        ("E[X]", r"\sum_x x p(x)"),
        (r"Var(\bar X)", r"\sigma^2 / n"),
        ("H(X)", "1"),
        ("E[X]", "(" * 200),
        ("Var(X)", "E[X^9]"),
        ("H(p)", "H(p, q) - 1"),
    ],
)
def test_what_is_not_understood_is_left_alone(left, member):
    assert refuted(left, member) == ""


def test_only_functions_of_variables_are_read():
    assert may_be_identity(lex("Var(X)")[:-1])
    assert not may_be_identity(lex("f(X)")[:-1])


@pytest.mark.parametrize(
    ("name", "equation", "is_right"),
    [
        ("Equal opportunity", r"P(\hat{Y}=1 \mid Y=1, A=0) = P(\hat{Y}=1 \mid Y=1, A=1)", True),
        ("equality of opportunity", "P(ŷ=1|A=0) = P(ŷ=1|A=1)", False),
        ("Demographic parity", "P(R=1|A=a) = P(R=1|A=b)", True),
        ("statistical parity", "P(Y=1|R=1, A=a) = P(Y=1|R=1, A=b)", False),
        ("Equalised odds", "P(ŷ=1|Y=y, A=a) = P(ŷ=1|Y=y, A=b)", True),
        ("predictive parity", "P(ŷ=1|A=a) = P(ŷ=1)", True),  # not understood
    ],
)
def test_criteria_want_their_own_chances(name, equation, is_right):
    asked = criterion(f"{name} requires")
    found = mistaken(asked, lex(equation)[:-1])
    assert found == ("" if is_right else RIGHT[asked])


def test_of_two_criteria_none_is_meant():
    assert criterion("Equalized odds is stricter than equal opportunity:") == ""
