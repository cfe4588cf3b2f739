"""Events and probabilities as texts write them."""

import pytest

from hooks.worked.conditionals import HEALTHY, NEGATIVE, POSITIVE, SICK, name_of, parts_of_union


@pytest.mark.parametrize(
    ("inside", "name"),
    [
        ("D", (SICK, ())),
        (r"+ \mid D", (POSITIVE, SICK)),
        ("+|¬D", (POSITIVE, HEALTHY)),
        (r"+ \mid \neg D", (POSITIVE, HEALTHY)),
        ("positive | no disease", (POSITIVE, HEALTHY)),
        ("healthy|−", (HEALTHY, NEGATIVE)),
        ("D|+", (SICK, POSITIVE)),
        ("D^c", (HEALTHY, ())),
        (r"\bar  D", (HEALTHY, ())),
        ('word | "ham"', ((("word", False),), (("spam", True),))),
        ("a, b | c", ((("a", False), ("b", False)), (("c", False),))),
        ("X = 1", ((("x", False),), ())),
        ("X = 0", ((("x", True),), ())),
    ],
)
def test_of_which_events_a_term_is(inside, name):
    assert name_of(inside) == name


@pytest.mark.parametrize("inside", [r"A \cup B", "A or B", "B ∪ A"])
def test_a_union_is_one_event_of_two_parts(inside):
    event, given_that = name_of(inside)
    assert given_that == ()
    assert parts_of_union(event) == [(("a", False),), (("b", False),)]


@pytest.mark.parametrize("inside", [r"X \leq 2", "X > 2", "x; 3", "A or not B", "a|b|c"])
def test_what_is_no_event(inside):
    assert name_of(inside) is None
