"""Shapes of arrays and tensors, and of what layers make of them."""

import ast

import pytest

from hooks.python_code.interpreter import Machine, Unknown
from hooks.python_code.tensors import Tensor, Unshaped, broadcast, indexed, matmul, nested
from hooks.python_code.torch_layers import convolution, linear, pooling, sequential


def shape(source):
    """The shape that the last expression of a program gives."""
    *_, last = list(Machine(dict(USUAL)).execute(ast.parse(source).body))
    return last.value


USUAL = {**Machine().names}
IMPORTS = "import numpy as np, torch, torch.nn as nn\n"


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("np.zeros((2, 3)).shape", (2, 3)),
        ("torch.randn(2, 3).size(0)", 2),
        ("np.random.normal(0, 1, size=(4, 5)).T.shape", (5, 4)),
        ("np.arange(12).reshape(3, -1).shape", (3, 4)),
        ("torch.randn(2, 3, 4).permute(2, 0, 1).shape", (4, 2, 3)),
        ("torch.randn(2, 3, 4).transpose(1, 2).shape", (2, 4, 3)),
        ("torch.randn(2, 3, 4).flatten(1).shape", (2, 12)),
        ("torch.randn(2, 3).unsqueeze(1).shape", (2, 1, 3)),
        ("torch.randn(2, 1, 3).squeeze(1).shape", (2, 3)),
        ("np.ones((2, 3)).sum(axis=0).shape", (3,)),
        ("np.ones((2, 3)).mean(axis=1, keepdims=True).shape", (2, 1)),
        ("np.concatenate([np.ones((2, 3)), np.ones((4, 3))]).shape", (6, 3)),
        ("torch.stack([torch.zeros(2, 3), torch.zeros(2, 3)], dim=1).shape", (2, 2, 3)),
        ("(np.ones((2, 3)) @ np.ones((3, 4)) + np.ones(4)).shape", (2, 4)),
        ("np.array([[1, 2], [3, 4], [5, 6]]).shape", (3, 2)),
        ("len(torch.zeros(7, 2))", 7),
        ("nn.Conv2d(3, 8, 3, padding=1)(torch.zeros(2, 3, 10, 10)).shape", (2, 8, 10, 10)),
        ("sum(p.numel() for p in nn.Linear(3, 4).parameters())", 16),
        ("nn.Embedding(100, 8)(torch.randint(0, 100, (2, 5))).shape", (2, 5, 8)),
    ],
)
def test_shapes(source, value):
    assert shape(IMPORTS + source) == value


@pytest.mark.parametrize(
    "source",
    [
        "np.ones((2, 3)) @ np.ones((2, 3))",
        "np.ones((2, 3)) + np.ones((2, 4))",
        "np.ones((2, 3)).reshape(4, 2)",
        "np.ones((2, 3)).transpose(0, 1)",  # NumPy leaves it as it is, PyTorch does not
        "np.ones((2, 3)).sum()",  # a number that nobody knows
        "np.zeros((10**12, 3))",
        "np.zeros((2, 3)).tolist()",
        "np.ones((2, 3)) < 1",
        "nn.Linear(3, 4)(torch.zeros(2, 5))",
        "nn.MaxPool2d(2, stride=0)(torch.zeros(1, 1, 4, 4))",
    ],
)
def test_unknown_shapes(source):
    tree = ast.parse(IMPORTS + source)
    machine = Machine()
    list(machine.execute(tree.body[:-1]))
    with pytest.raises(Unknown):
        machine.value(tree.body[-1].value)


def test_functions_of_numbers_stay_what_they_are():
    assert shape(IMPORTS + "np.sqrt(4.0)") == 2.0


def test_parts_of_a_tensor():
    whole = Tensor((4, 5, 6))
    assert indexed(whole, 0).shape == (5, 6)
    assert indexed(whole, (slice(None), None)).shape == (4, 1, 5, 6)
    assert indexed(whole, (..., slice(0, 2))).shape == (4, 5, 2)
    with pytest.raises(Unshaped):
        indexed(whole, (0, 0, 0, 0))


def test_products_and_sums():
    assert matmul(Tensor((8, 2, 3)), Tensor((3, 4))).shape == (8, 2, 4)
    assert broadcast(Tensor((8, 1, 6)), Tensor((7, 1)), 2.0).shape == (8, 7, 6)
    assert nested([[1, 2], [3, 4]]) == (2, 2)
    with pytest.raises(Unshaped):
        nested([[1, 2], [3]])


def test_layers():
    body = sequential(convolution(1, 6, 5), pooling(2))
    assert body.output((1, 28, 28)) == (6, 12, 12)
    assert body.parameters == ((6, 1, 5, 5), (6,))
    assert linear(3, 4, bias=False).parameters == ((4, 3),)
