"""The shapes of NumPy arrays and PyTorch tensors as programs make and change them.

Values are not known, only shapes. What NumPy or PyTorch would refuse, or what is not listed here,
is unknown (`Unshaped`).
"""

from collections.abc import Callable, Sequence
from itertools import zip_longest
from math import prod

from hooks.language.wording import listed
from hooks.record import record

MOST_AXES = 8
LONGEST_AXIS = 10**9

Shape = tuple[int, ...]


class Unshaped(ValueError):
    """Nobody can tell the shape, or there is none."""


@record
class Tensor:
    """An array of which the shape alone is known.

    is_random: its numbers are drawn, so that nobody writes them beside it.
    """

    shape: Shape
    is_random: bool = False

    @property
    def size(self) -> int:
        return prod(self.shape)


def tensor(shape: Sequence[object], is_random: bool = False) -> Tensor:
    """A tensor of a shape. Raises Unshaped for what is no shape."""
    if len(shape) > MOST_AXES or not all(is_length(side) for side in shape):
        raise Unshaped
    return Tensor(tuple(shape), is_random)


def is_length(side: object) -> bool:
    return isinstance(side, int) and not isinstance(side, bool) and 0 <= side <= LONGEST_AXIS


# -- making them ----------------------------------------------------------------------------------


def shape_given(arguments: Sequence[object]) -> Sequence[object]:
    """The shape of `zeros((2, 3))` and of `zeros(2, 3)`."""
    first = arguments[0] if arguments else None
    return first if isinstance(first, (tuple, list)) else arguments


def made(is_random: bool) -> Callable:
    """NumPy's `zeros` or PyTorch's `randn`: all arguments, or the first, are the shape."""

    def make(*arguments: object, size: object = None, **options: object) -> Tensor:
        return tensor(shape_given([size] if size is not None else arguments), is_random)

    return make


def of_first(*arguments: object, **options: object) -> Tensor:
    """`np.zeros(3, dtype)` and `np.full((2, 3), 7)`: the first argument is the shape."""
    return tensor(shape_given(arguments[:1]))


def drawn(*arguments: object, size: object = None, **options: object) -> Tensor:
    """`np.random.normal(0, 1, size=(2, 3))`, `torch.randint(0, 10, (2, 3))`."""
    shape = arguments[2] if size is None and len(arguments) > 2 else size
    if shape is None:
        raise Unshaped
    return tensor(shape_given([shape]), True)


def square(n: int) -> Tensor:
    return tensor((n, n))


def counted(*arguments: int) -> Tensor:
    """`arange(stop)`, `arange(start, stop, step)`."""
    if not all(isinstance(part, int) for part in arguments):
        raise Unshaped
    return tensor((len(range(*arguments)),))


def spaced(start: float, stop: float, steps: int = 50) -> Tensor:
    return tensor((steps,))


def nested(items: object) -> Shape:
    """The shape of nested lists of numbers."""
    if not isinstance(items, (list, tuple)):
        if isinstance(items, (int, float)):
            return ()
        raise Unshaped
    inner = {nested(item) for item in items}
    if len(inner) != 1:
        raise Unshaped
    return (len(items), *inner.pop())


# -- arithmetic -----------------------------------------------------------------------------------


def shape_of(value: object) -> Shape:
    """The shape of an operand; a number has none."""
    if isinstance(value, Tensor):
        return value.shape
    if isinstance(value, tuple) and type(value) is not tuple:
        return (len(value),)  # an Array of the interpreter
    if isinstance(value, (int, float)):
        return ()
    raise Unshaped


def broadcast(*operands: object) -> Tensor:
    """The shape of a sum, product or comparison element by element."""
    columns = zip_longest(*(shape_of(part)[::-1] for part in operands), fillvalue=1)
    shape = []
    for column in columns:
        sides = set(column) - {1}
        if len(sides) > 1:
            raise Unshaped
        shape.append(sides.pop() if sides else 1)
    return Tensor(tuple(shape[::-1]), is_random(*operands))


def is_random(*operands: object) -> bool:
    return any(isinstance(part, Tensor) and part.is_random for part in operands)


def matmul(one: object, other: object) -> Tensor:
    left, right = shape_of(one), shape_of(other)
    if not left or not right or left[-1] != (right[-2] if len(right) > 1 else right[0]):
        raise Unshaped
    rows = left[-2:-1] if len(left) > 1 else ()
    columns = right[-1:] if len(right) > 1 else ()
    batch = broadcast(Tensor(left[:-2]), Tensor(right[:-2])).shape
    if not (*batch, *rows, *columns):
        raise Unshaped  # a number
    return Tensor((*batch, *rows, *columns), is_random(one, other))


def same(value: Tensor, *arguments: object, **options: object) -> Tensor:
    """What changes each element alone."""
    return value


def axis_of(value: Tensor, axis: object) -> int:
    if not isinstance(axis, int) or not -len(value.shape) <= axis < len(value.shape):
        raise Unshaped
    return axis % len(value.shape)


def reduced(
    value: Tensor,
    axis: object = None,
    dim: object = None,
    keepdims: bool = False,
    keepdim: bool = False,
    **options,
) -> Tensor:
    """A sum or mean along one or more axes."""
    axes = dim if axis is None else axis
    if axes is None:
        raise Unshaped  # a number
    gone = {axis_of(value, one) for one in (axes if isinstance(axes, tuple) else (axes,))}
    kept = [(at, side) for at, side in enumerate(value.shape)]
    if keepdims or keepdim:
        shape = tuple(1 if at in gone else side for at, side in kept)
    else:
        shape = tuple(side for at, side in kept if at not in gone)
    if not shape:
        raise Unshaped
    return Tensor(shape, value.is_random)


# -- changing their shape -------------------------------------------------------------------------


def reshaped(value: Tensor, *arguments: object, **options: object) -> Tensor:
    shape = list(shape_given(arguments))
    if shape.count(-1) == 1:
        rest = prod(side for side in shape if isinstance(side, int) and side != -1)
        if not rest or value.size % rest:
            raise Unshaped
        shape[shape.index(-1)] = value.size // rest
    new = tensor(shape, value.is_random)
    if new.size != value.size:
        raise Unshaped
    return new


def transposed(value: Tensor, *axes: object) -> Tensor:
    """NumPy's `transpose()` and `transpose(0, 2, 1)`, PyTorch's `transpose(1, 2)`."""
    given = list(shape_given(axes)) or list(range(len(value.shape)))[::-1]
    if len(given) != 2:
        return permuted(value, *given)
    first, second = (axis_of(value, axis) for axis in given)
    if len(value.shape) == 2 and (first, second) == (0, 1):
        raise Unshaped  # NumPy leaves it as it is, PyTorch does not
    return swapped(value, first, second)


def permuted(value: Tensor, *axes: object) -> Tensor:
    order = [axis_of(value, axis) for axis in shape_given(axes)]
    if sorted(order) != list(range(len(value.shape))):
        raise Unshaped
    return Tensor(tuple(value.shape[axis] for axis in order), value.is_random)


def swapped(value: Tensor, one: int, other: int) -> Tensor:
    order = list(range(len(value.shape)))
    first, second = axis_of(value, one), axis_of(value, other)
    order[first], order[second] = second, first
    return permuted(value, *order)


def flattened(value: Tensor, start_dim: int = 0) -> Tensor:
    start = axis_of(value, start_dim)
    return Tensor((*value.shape[:start], prod(value.shape[start:])), value.is_random)


def raveled(value: Tensor, *arguments: object) -> Tensor:
    return flattened(value)


def widened(value: Tensor, axis: int = 0, dim: int | None = None) -> Tensor:
    """`unsqueeze(1)`, `expand_dims(x, 1)`"""
    at, axes = axis if dim is None else dim, len(value.shape) + 1
    if not isinstance(at, int) or not -axes <= at < axes:
        raise Unshaped
    at %= axes
    return tensor((*value.shape[:at], 1, *value.shape[at:]), value.is_random)


def squeezed(value: Tensor, axis: object = None, dim: object = None) -> Tensor:
    at = dim if axis is None else axis
    if at is None:
        return Tensor(tuple(side for side in value.shape if side != 1), value.is_random)
    at = axis_of(value, at)
    if value.shape[at] != 1:
        raise Unshaped
    return Tensor((*value.shape[:at], *value.shape[at + 1 :]), value.is_random)


def joined(parts: Sequence[Tensor], axis: int = 0, dim: int | None = None) -> Tensor:
    """`np.concatenate([a, b], axis=1)`, `torch.cat([a, b], dim=1)`"""
    shapes = [shape_of(part) for part in parts]
    at = axis_of(Tensor(shapes[0]), axis if dim is None else dim)
    rests = {(*shape[:at], *shape[at + 1 :]) for shape in shapes}
    if len(rests) != 1:
        raise Unshaped
    length = sum(shape[at] for shape in shapes)
    return Tensor((*shapes[0][:at], length, *shapes[0][at + 1 :]), is_random(*parts))


def stacked(parts: Sequence[Tensor], axis: int = 0, dim: int | None = None) -> Tensor:
    shapes = {shape_of(part) for part in parts}
    if len(shapes) != 1:
        raise Unshaped
    at = axis if dim is None else dim
    one = widened(Tensor(shapes.pop(), is_random(*parts)), at).shape
    at %= len(one)
    return Tensor((*one[:at], len(parts), *one[at + 1 :]), is_random(*parts))


def indexed(value: Tensor, index: object) -> Tensor:
    """`x[0]`, `x[:, None]`, `x[..., :3]`"""
    wanted = list(index) if isinstance(index, tuple) else [index]
    axes = sum(part is not None and part is not ... for part in wanted)
    if axes > len(value.shape) or wanted.count(...) > 1:
        raise Unshaped
    missing = [slice(None)] * (len(value.shape) - axes)
    at = wanted.index(...) if ... in wanted else len(wanted)
    wanted[at : at + 1] = missing
    sides, shape = iter(value.shape), []
    for part in wanted:
        if part is None:
            shape.append(1)
        elif isinstance(part, slice):
            shape.append(len(range(next(sides))[part]))
        elif isinstance(part, int) and not isinstance(part, bool):
            next(sides)
        else:
            raise Unshaped
    if not shape:
        raise Unshaped
    return Tensor(tuple(shape), value.is_random)


# -- names ----------------------------------------------------------------------------------------


def attribute(value: Tensor, name: str) -> object:
    """`x.shape`, `x.T`, `x.ndim`"""
    match name:
        case "shape":
            return value.shape
        case "ndim":
            return len(value.shape)
        case "T" if len(value.shape) == 2:
            return transposed(value)
        case "mT" if len(value.shape) > 1:
            return swapped(value, -1, -2)
    raise Unshaped


def sized(value: Tensor, axis: int | None = None) -> object:
    """PyTorch's `x.size()` and `x.size(0)`."""
    return value.shape if axis is None else value.shape[axis_of(value, axis)]


def of_tensor(method: Callable) -> Callable:
    """A method as a function; of numbers it gives what only their values tell."""

    def function(value: object, *arguments: object, **options: object) -> object:
        if not isinstance(value, Tensor):
            raise Unshaped
        return method(value, *arguments, **options)

    return function


ELEMENTWISE = listed(
    "exp log sqrt abs tanh sigmoid relu softmax log_softmax clip clamp round square sin cos float"
    " double half long int astype copy clone detach to cuda cpu numpy contiguous gelu dropout sign"
    " normalize cumsum sort requires_grad_ log1p log2"
)
REDUCING = listed("sum mean std var prod argmax argmin any all logsumexp")
METHODS: dict[str, Callable] = {
    **dict.fromkeys(ELEMENTWISE, same),
    **dict.fromkeys(REDUCING, reduced),
    "reshape": reshaped,
    "view": reshaped,
    "transpose": transposed,
    "permute": permuted,
    "swapaxes": swapped,
    "flatten": flattened,
    "ravel": raveled,
    "unsqueeze": widened,
    "squeeze": squeezed,
    "size": sized,
    "dim": lambda value: len(value.shape),
    "numel": lambda value: value.size,
    "matmul": matmul,
    "dot": matmul,
    "mm": matmul,
    "bmm": matmul,
    "t": lambda value: attribute(value, "T"),
}
# Functions of both libraries that are methods, too, and those that are none.
AS_FUNCTIONS = listed(
    "exp log sqrt abs tanh sigmoid relu softmax log_softmax clip clamp square sin cos gelu sum mean"
    " std var prod argmax argmin reshape transpose permute swapaxes flatten ravel unsqueeze squeeze"
    " matmul dot mm bmm numel"
)
FUNCTIONS: dict[str, Callable] = {
    **{
        f"{library}.{name}": of_tensor(METHODS[name])
        for name in AS_FUNCTIONS
        for library in ("numpy", "torch", "torch.nn.functional")
    },
    **dict.fromkeys(("numpy.zeros", "numpy.ones", "numpy.empty", "numpy.full"), of_first),
    **dict.fromkeys(("torch.zeros", "torch.ones", "torch.empty"), made(False)),
    **dict.fromkeys(
        (
            "torch.randn",
            "torch.rand",
            "numpy.random.randn",
            "numpy.random.rand",
            "numpy.random.random",
        ),
        made(True),
    ),
    **dict.fromkeys(
        ("numpy.random.normal", "numpy.random.uniform", "numpy.random.randint", "torch.randint"),
        drawn,
    ),
    **dict.fromkeys(("numpy.eye", "numpy.identity", "torch.eye"), square),
    **dict.fromkeys(("numpy.arange", "torch.arange"), counted),
    **dict.fromkeys(("numpy.linspace", "torch.linspace"), spaced),
    **dict.fromkeys(("numpy.concatenate", "torch.cat", "torch.concat"), joined),
    **dict.fromkeys(("numpy.stack", "torch.stack"), stacked),
    "len": lambda value: value.shape[0],
    "numpy.expand_dims": widened,
    "torch.tensor": lambda items, **options: tensor(nested(items)),
}
