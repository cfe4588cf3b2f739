"""Numbers, vectors and small matrices, as the values of formulas at a random point."""

import math
from collections.abc import Callable

TOLERANCE = 1e-7
NUMBER = (float, int)


class Misshapen(ArithmeticError):
    """Two vectors or matrices whose sizes do not fit."""


class Vector(list):
    """Numbers in a column, or in a row if transposed."""

    is_row = False

    @property
    def transposed(self) -> "Vector":
        flipped = Vector(self)
        flipped.is_row = not self.is_row
        return flipped


class Matrix(list):
    """Rows, each a Vector."""

    @property
    def transposed(self) -> "Matrix":
        return Matrix(Vector(column) for column in zip(*self, strict=True))


class Identity:
    """The identity matrix of whatever size fits, times a number."""

    def __init__(self, factor: float = 1.0):
        self.factor = factor


Value = float | Vector | Matrix | Identity


def is_number(value: Value) -> bool:
    return isinstance(value, NUMBER)


def each(function: Callable[[float], float], value: Value) -> Value:
    """The function of each number."""
    if is_number(value):
        return function(value)
    if isinstance(value, Identity):
        raise Misshapen("a function of the identity matrix")
    return type(value)(each(function, part) for part in value)


def pairwise(function: Callable[[float, float], float], a: Value, b: Value) -> Value:
    """The function of numbers at the same place; a number goes with every place."""
    if is_number(a) and is_number(b):
        return function(a, b)
    if isinstance(a, Identity) or isinstance(b, Identity):
        return pairwise(function, *sized(a, b))
    if is_number(a):
        return each(lambda x: function(a, x), b)
    if is_number(b):
        return each(lambda x: function(x, b), a)
    if type(a) is not type(b) or len(a) != len(b):
        raise Misshapen("sizes differ")
    made = type(a)(pairwise(function, x, y) for x, y in zip(a, b, strict=True))
    if isinstance(made, Vector):
        made.is_row = a.is_row and b.is_row
    return made


def sized(a: Value, b: Value) -> tuple[Value, Value]:
    """The identity matrix as large as the matrix it stands beside."""
    square = b if isinstance(a, Identity) else a
    if not isinstance(square, Matrix) or len(square) != len(square[0]):
        raise Misshapen("the identity matrix beside no square matrix")
    return tuple(identity(len(square), x.factor) if isinstance(x, Identity) else x for x in (a, b))


def identity(size: int, factor: float = 1.0) -> Matrix:
    return Matrix(
        Vector(factor if row == column else 0.0 for column in range(size)) for row in range(size)
    )


def product(a: Value, b: Value) -> Value:
    """What two things beside each other are: a row times a column is a number."""
    if isinstance(a, Identity) and is_number(b):
        return Identity(a.factor * b)
    if isinstance(b, Identity) and is_number(a):
        return Identity(a * b.factor)
    if isinstance(a, Matrix) or isinstance(b, Matrix):
        if not is_number(a) and not is_number(b):
            return matrix_product(a, b)
    elif isinstance(a, Vector) and isinstance(b, Vector):
        if a.is_row and not b.is_row:
            return dot(a, b)
        if b.is_row and not a.is_row:
            return Matrix(Vector(x * y for y in b) for x in a)
    return pairwise(lambda x, y: x * y, a, b)


def matrix_product(a: Value, b: Value) -> Value:
    if isinstance(b, Vector):
        if b.is_row:
            raise Misshapen("a matrix times a row")
        return Vector(dot(row, b) for row in a)
    if isinstance(a, Vector):
        made = Vector(dot(a, column) for column in b.transposed)
        made.is_row = True
        return made
    if isinstance(a, Identity) or isinstance(b, Identity):
        a, b = sized(a, b)
    columns = b.transposed
    return Matrix(Vector(dot(row, column) for column in columns) for row in a)


def dot(a: Vector, b: Vector) -> float:
    if len(a) != len(b):
        raise Misshapen("sizes differ")
    return math.fsum(x * y for x, y in zip(a, b, strict=True))


def power(base: Value, exponent: Value) -> Value:
    if isinstance(base, Matrix) and exponent == -1:
        return inverse(base)
    if isinstance(base, Matrix) and is_number(exponent):
        raise Misshapen("a power of a matrix")
    return pairwise(number_power, base, exponent)


def number_power(base: float, exponent: float) -> float:
    if abs(exponent) > 200:
        raise OverflowError("a large power")
    made = base**exponent
    if isinstance(made, complex):
        raise ValueError("a root of a negative number")
    return made


def inverse(matrix: Matrix) -> Matrix:
    """By elimination with pivots."""
    size = len(matrix)
    if any(len(row) != size for row in matrix):
        raise Misshapen("the inverse of a matrix that is not square")
    rows = [list(row) + unit for row, unit in zip(matrix, identity(size), strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda r: abs(rows[r][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        lead = rows[column][column]
        if abs(lead) < 1e-9:
            raise Misshapen("a singular matrix")
        rows[column] = [x / lead for x in rows[column]]
        for other in range(size):
            if other != column:
                factor = rows[other][column]
                rows[other] = [
                    x - factor * y for x, y in zip(rows[other], rows[column], strict=True)
                ]
    return Matrix(Vector(row[size:]) for row in rows)


def softmax(value: Value) -> Value:
    """Of a vector, or of each row."""
    if isinstance(value, Matrix):
        return Matrix(softmax(row) for row in value)
    if not isinstance(value, Vector):
        raise Misshapen("softmax of a number")
    powers = [math.exp(x) for x in value]
    total = math.fsum(powers)
    return Vector(x / total for x in powers)


def numbers(value: Value) -> list[float]:
    """All numbers of a value."""
    if is_number(value):
        return [value]
    if isinstance(value, Identity):
        raise Misshapen("the identity matrix")
    return [number for part in value for number in numbers(part)]


def same(a: Value, b: Value, place: int) -> bool:
    """Whether two values agree; a vector and a number do where the vector does at `place`."""
    if is_number(a) != is_number(b):
        a, b = (x[place] if isinstance(x, Vector) else x for x in (a, b))
        if is_number(a) != is_number(b):
            return False
    if not is_number(a) and (isinstance(a, Matrix) != isinstance(b, Matrix) or len(a) != len(b)):
        return False
    x, y = numbers(a), numbers(b)
    if len(x) != len(y):
        return False
    return all(
        abs(p - q) <= TOLERANCE * max(1e-3, abs(p), abs(q)) for p, q in zip(x, y, strict=True)
    )
