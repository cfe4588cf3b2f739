import pytest

from tests.snippets.load import load

program = load("ethics/explainable-ai")
shapley, seen = program["shapley"], program["seen"]


def test_contributions_add_up_to_the_score():
    for model in (program["model_1"], program["model_2"]):
        base = sum(model(*row) for row in seen) / len(seen)
        assert base + sum(shapley(model, (3, 1), seen)) == pytest.approx(model(3, 1))


def test_of_a_linear_model_they_are_its_terms_less_their_means():
    parts = shapley(lambda a, b, c: a + 2 * b - 4 * c, (1, 2, 3), [(0, 0, 0), (2, 2, 2)])
    assert parts == pytest.approx([0, 2, -8])


def test_the_values_worked_out_on_the_page():
    assert shapley(program["model_2"], (3, 3), seen) == pytest.approx([30, -15])
