"""Sizes of layers, computed."""

import pytest

from hooks.worked.layer_parameters import layer_of
from hooks.worked.layer_shapes import output_side, spatial
from hooks.worked.matrix_shapes import broadcast


@pytest.mark.parametrize(
    ("n", "kernel", "stride", "padding", "dilation", "side"),
    [
        (32, 5, 1, 0, 1, 28),
        (224, 7, 2, 3, 1, 112),
        (10, 3, 2, 0, 1, 4),
        (10, 3, 1, 0, 2, 6),
        (7, 3, 2, "same", 1, 4),
    ],
)
def test_the_side_of_an_output(n, kernel, stride, padding, dilation, side):
    assert output_side(n, kernel, stride, padding, dilation) == side


def test_channels_stand_first_or_last():
    assert spatial((3, 28, 28)) == ((28, 28), 3)
    assert spatial((28, 28, 3)) == ((28, 28), 3)
    assert spatial((4, 5, 6)) is None


def test_shapes_broadcast_from_the_last_side():
    assert broadcast((8, 1, 6), (7, 6)) == (8, 7, 6)
    assert broadcast((3, 4), (3,)) is None


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("nn.Linear(784, 128) has ", {100_352, 100_480}),
        ("a 3 × 3 conv from 64 to 128 channels has ", {73_728, 73_856}),
        ("an LSTM with 100 inputs and 128 units has ", {116_736, 117_248, 117_760}),
        ("LoRA with rank 8 on a 4096 × 4096 matrix trains ", {65_536}),
    ],
)
def test_the_parameters_of_a_layer(text, counts):
    layer = layer_of(text, 0)
    assert {value for value, _ in (layer.without, *layer.with_bias)} == counts


@pytest.mark.parametrize("text", ["a depthwise 3 × 3 conv from 64 to 128 channels", "two layers"])
def test_layers_that_are_not_read(text):
    assert layer_of(text, 0) is None
