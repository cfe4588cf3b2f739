"""Which side a sentence takes, in any order of its words, and what a long line costs."""

import time

import pytest

from hooks.language.reading import read
from hooks.language.stances import Beside, Stance

FINE = "fine|harmless|safe|unbiased|no problem"
PEEKING = Stance(
    of=("peeking|looking", "tests?|p values?"),
    says=FINE,
    opposite="inflates?|harmful|leaks?|wrong",
    denies="sequential",
)
SCALING = Stance(of=("trees?", "scaling|scaled"), says="needs?|must", opposite="unnecessary")
SPLIT = Stance(of=("oversample", "then split"), says=FINE, is_told=True)
ODDS = Stance(of=("ratio of 2",), says="doubles", within="logistic", unless="odds double")


def is_taken(stance: Stance, sentence: str, around: str = "") -> bool:
    reading = read(sentence)
    return stance.search(reading.words, Beside(reading, lambda: around)) is not None


@pytest.mark.parametrize(
    ("stance", "sentence"),
    [
        (PEEKING, "Peeking at a running test is harmless."),
        (PEEKING, "It is safe to end a test early, and peeking costs nothing."),
        (PEEKING, "Peeking does not inflate the error of the test."),
        (PEEKING, "The p-value stays unbiased, because looking is no test."),
        (PEEKING, "There is nothing wrong with looking at the p-value every day."),
        (SCALING, "A tree needs scaling."),
        (SCALING, "Scaling must come before the tree."),
        (SCALING, "For a tree, scaling is not unnecessary."),
        (SPLIT, "First oversample, then split."),
    ],
)
def test_the_wrong_side_is_found(stance, sentence):
    assert is_taken(stance, sentence)


@pytest.mark.parametrize(
    ("stance", "sentence"),
    [
        (PEEKING, "Peeking at a running test is not harmless."),
        (PEEKING, "Peeking inflates the error of the test."),
        (PEEKING, "Peeking is harmless."),
        (PEEKING, "Peeking at the test is harmless at first, but the errors add up."),
        (PEEKING, "Peeking is harmless in a sequential test."),
        (PEEKING, "Peeking is safe only if the test allows for it."),
        (PEEKING, "Without looking at the p-value you are safe."),
        (PEEKING, "The test is safe, whereas peeking is not."),
        (PEEKING, "No peeking keeps the test safe."),
        (PEEKING, "Peeking at the test looks harmless."),
        (SCALING, "Nearest neighbors need scaling, whereas a tree splits at a threshold."),
        (SCALING, "A tree does not need scaling."),
        (SCALING, "It is not the tree that needs scaling."),
        (SPLIT, "Never oversample, then split."),
        (SPLIT, "If you oversample and then split, copies end up on both sides."),
    ],
)
def test_the_right_side_and_what_is_unclear_are_left_alone(stance, sentence):
    assert not is_taken(stance, sentence)


def test_what_is_near_tells_what_is_meant():
    assert is_taken(ODDS, "A ratio of 2 doubles it.", "logistic regression")
    assert not is_taken(ODDS, "A ratio of 2 doubles it.", "a mixture of two parts")
    assert not is_taken(ODDS, "A ratio of 2 doubles it, as the odds double.", "logistic regression")


LEANING = Stance(of=(), says="¬no effect", near="¬not significant", unless="power")
SHARE = Stance(of=(r"\d+%",), says="right", near="auc", restates=True)


def leans(stance: Stance, sentence: str, near: str = "", denied: int = 0) -> bool:
    reading = read(sentence)
    beside = Beside(reading, lambda: "", near, denied)
    return stance.search(reading.words, beside) is not None


def test_a_claim_may_lean_on_what_stands_before_it():
    assert leans(LEANING, "So it has no effect.", "p was ¬not significant")
    assert leans(LEANING, "It was not significant, so it has no effect.")
    assert not leans(LEANING, "So it has no effect.", "p was significant")
    assert not leans(LEANING, "So it has no effect.", "¬not significant at a low power")


def test_a_number_in_another_role_must_be_the_same():
    assert leans(SHARE, "So 85% are right.", "the auc is 0.85")
    assert not leans(SHARE, "So 85% are right.", "the auc is 0.91")


def test_a_question_answered_with_no_means_the_opposite():
    question = "do you have to scale for trees needs scaling :"
    assert leans(SCALING, f"{question} never mind", denied=0)
    assert not leans(SCALING, f"{question} never mind", denied=len(question))
    opposite = "is scaling unnecessary for a tree :"
    assert leans(SCALING, f"{opposite} it is not so simple", denied=len(opposite))


def test_the_points_of_an_example_assert_nothing():
    assert not is_taken(SCALING, "A tree needs scaling: A(1,1) B(2,1).")


def test_sides_come_from_the_data_file():
    written = {"of": ["peeking"], "says": "fine", "also": "free", "opposite": "costs"}
    stance = Stance.of_data(written, str.upper)
    assert stance == Stance(of=("PEEKING",), says="{FINE}|FREE", opposite="{HARMFUL}|COSTS")


@pytest.mark.parametrize("words", ["peeking test ¬not ", "¬no test , looking fine ", "safe but "])
def test_a_long_line_is_read_quickly(words):
    start = time.perf_counter()
    PEEKING.search(words * 3000, Beside(read(words), str))
    assert time.perf_counter() - start < 1
