"""Layers of PyTorch as programs make them: the shapes they give, and of their parameters."""

from collections.abc import Callable, Sequence

from hooks.python_code.tensors import Shape, Tensor, Unshaped, flattened, is_length
from hooks.record import record


@record
class Layer:
    """A layer: what it makes of an input's shape, and the shapes of its parameters."""

    output: Callable[[Shape], Shape]
    parameters: tuple[Shape, ...] = ()

    def __call__(self, value: object) -> Tensor:
        if not isinstance(value, Tensor):
            raise Unshaped
        return Tensor(self.output(value.shape), value.is_random)


def pair(value: object) -> tuple[int, int]:
    sides = value if isinstance(value, tuple) else (value, value)
    if len(sides) != 2 or not all(map(is_length, sides)):
        raise Unshaped
    return sides


def linear(in_features: int, out_features: int, bias: bool = True) -> Layer:
    def output(shape: Shape) -> Shape:
        if not shape or shape[-1] != in_features:
            raise Unshaped
        return (*shape[:-1], out_features)

    biases = ((out_features,),) if bias else ()
    return Layer(output, ((out_features, in_features), *biases))


def convolution(
    in_channels: int,
    out_channels: int,
    kernel_size: object,
    stride: object = 1,
    padding: object = 0,
    dilation: object = 1,
    groups: int = 1,
    bias: bool = True,
) -> Layer:
    kernel = pair(kernel_size)
    if groups < 1 or in_channels % groups or out_channels % groups:
        raise Unshaped

    def output(shape: Shape) -> Shape:
        if len(shape) not in (3, 4) or shape[-3] != in_channels:
            raise Unshaped
        return (*shape[:-3], out_channels, *slid(shape[-2:], kernel, stride, padding, dilation))

    biases = ((out_channels,),) if bias else ()
    return Layer(output, ((out_channels, in_channels // groups, *kernel), *biases))


def pooling(kernel_size: object, stride: object = None, padding: object = 0) -> Layer:
    kernel, step = pair(kernel_size), kernel_size if stride is None else stride

    def output(shape: Shape) -> Shape:
        if len(shape) not in (3, 4):
            raise Unshaped
        return (*shape[:-2], *slid(shape[-2:], kernel, step, padding, 1))

    return Layer(output)


def slid(
    sides: Sequence[int], kernel: Sequence[int], stride: object, padding: object, dilation: object
) -> Shape:
    """The sides of a map that a window slid over."""
    if padding == "same" and stride in (1, (1, 1)):
        return tuple(sides)
    options = zip(sides, kernel, pair(stride), pair(padding), pair(dilation), strict=True)
    found = tuple((n + 2 * p - d * (k - 1) - 1) // s + 1 for n, k, s, p, d in options)
    if min(found) < 1:
        raise Unshaped
    return found


def embedding(num_embeddings: int, embedding_dim: int, padding_idx: object = None) -> Layer:
    return Layer(lambda shape: (*shape, embedding_dim), ((num_embeddings, embedding_dim),))


def flatten(start_dim: int = 1) -> Layer:
    return Layer(lambda shape: flattened(Tensor(shape), start_dim).shape)


def normalization(num_features: int, **options: object) -> Layer:
    return Layer(lambda shape: shape, ((num_features,), (num_features,)))


def unchanged(*arguments: object, **options: object) -> Layer:
    return Layer(lambda shape: shape)


def sequential(*layers: Layer) -> Layer:
    if not all(isinstance(layer, Layer) for layer in layers):
        raise Unshaped

    def output(shape: Shape) -> Shape:
        for layer in layers:
            shape = layer.output(shape)
        return shape

    return Layer(output, tuple(shape for layer in layers for shape in layer.parameters))


MAKERS: dict[str, Callable[..., Layer]] = {
    "Linear": linear,
    "Conv2d": convolution,
    "MaxPool2d": pooling,
    "AvgPool2d": pooling,
    "Embedding": embedding,
    "Flatten": flatten,
    "BatchNorm1d": normalization,
    "BatchNorm2d": normalization,
    "LayerNorm": normalization,
    "Sequential": sequential,
    **dict.fromkeys(
        ("ReLU", "Dropout", "Sigmoid", "Tanh", "GELU", "Softmax", "Identity"), unchanged
    ),
}
