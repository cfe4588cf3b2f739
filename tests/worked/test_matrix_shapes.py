"""Shapes of products of named matrices."""

import pytest

from hooks.worked.matrix_shapes import factors_of
from hooks.worked.network_parameters import dense_layers
from hooks.worked.slips_of_outputs import cell_size

SHAPES = {"A": (3, 4), "B": (4, 2), "X": (500, 5)}


@pytest.mark.parametrize(
    ("written", "factors"),
    [
        ("AB", [(3, 4), (4, 2)]),
        ("A · B", [(3, 4), (4, 2)]),
        ("BᵀAᵀ", [(2, 4), (4, 3)]),
        ("(AB)^T", [(2, 3)]),
        (r"X^\top X", [(5, 500), (500, 5)]),
        (r"X(X^\top X)^{-1}X^\top", [(500, 5), (5, 5), (5, 500)]),
        ("(BA)X", [(4, 2), (3, 4)]),  # what doesn't fit is said of the brackets
        ("AC", None),  # C is unknown
        ("A⁻¹", None),  # and A is not square
        ("(AB", None),
    ],
)
def test_factors_of_a_product(written, factors):
    assert factors_of(written, SHAPES) == factors


def test_all_layers_of_a_network():
    layer = dense_layers((784, 128, 10))
    assert layer.without == (101_632, "784 × 128 + 128 × 10")
    assert layer.with_bias == ((101_770, "784 × 128 + 128 × 10 + 138"),)


@pytest.mark.parametrize(
    ("cell", "size"),
    [("28", 28), ("28 × 28", 28), ("28×28×3", 28), ("same", "same"), ("–", 0), ("cat", None)],
)
def test_sides_in_cells(cell, size):
    assert cell_size(cell) == size
