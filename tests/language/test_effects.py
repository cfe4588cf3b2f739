"""What rises and falls together, in many wordings, and what a pattern costs on a long line."""

import time

import pytest

from hooks.language.effects import DOWN, UP, Effect, coded, spans_of
from hooks.language.reading import read

PENALTY = Effect(
    cause="(?:the )?(?:λ|lambda|penalty|regulari[sz]ation(?: parameter)?)",
    truth="lowers",
    effect="variance",
    more="over ?fit(?:s|ting)?",
)


def is_reversed(sentence: str) -> bool:
    return PENALTY.search(read(sentence).words) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "Increasing lambda in ridge regression increases variance and lowers bias.",
        "Increasing lambda lowers bias and increases variance.",
        "Setting the regularization parameter very high leads to overfitting.",
        "The larger λ, the higher the variance.",
        "If lambda is too large, the model overfits.",
        "Variance grows as lambda increases.",
        "Too much regularization causes overfitting.",
        "Decreasing the penalty reduces overfitting.",
        "A small λ reduces the risk of overfitting.",
        "A high penalty makes the model more prone to overfitting.",
        "The model overfits when lambda is too large.",
        "With a large lambda the model has high variance.",
        "A large lambda gives a model with low bias and high variance.",
        "A lower penalty means a lower variance.",
        "Variance never falls as lambda is raised.",
        "The variance is higher the larger the penalty.",
    ],
)
def test_the_opposite_of_the_truth_is_found(sentence):
    assert is_reversed(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A larger λ lowers the variance.",
        "Variance never rises as lambda is raised.",
        "The variance is lower the larger the penalty.",
        "A large λ reduces the risk of overfitting.",
        "A high penalty makes overfitting less likely.",
        "High regularization prevents overfitting.",
        "A larger λ makes the model less prone to overfitting.",
        "When variance is high, increase lambda.",
        "If the model overfits, increase lambda.",
        "Reduce overfitting by increasing lambda.",
        "High variance is reduced by a larger lambda.",
        "The model overfits when lambda is too small.",
        "A high variance calls for a larger lambda.",
        "A small lambda gives a model with low bias and high variance.",
        "Without regularization the variance increases.",
        "Increasing lambda does not increase the variance.",
        "Decreasing regularization increases overfitting and increasing it reduces overfitting.",
        "A lower penalty means a higher variance.",
        "Lambda controls the variance.",
    ],
)
def test_the_truth_and_remedies_are_left_alone(sentence):
    assert not is_reversed(sentence)


@pytest.mark.parametrize(
    "words", ["increasing the ", "§§ of the large increasing a ", "of the x y z ", "the model "]
)
def test_long_lines_are_read_in_time(words):
    text = coded(words * (300_000 // len(words)) + "§§ ¤¤")
    start = time.process_time()
    for cause, effect in ((UP, UP), (UP, DOWN), (DOWN, UP), (DOWN, DOWN)):
        list(spans_of(text, cause, effect))
    assert time.process_time() - start < 4
