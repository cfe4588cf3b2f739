"""Counts of two classes, and an arrow from them to their impurity: 3 / 2 → 0.971."""

import math
from fractions import Fraction

from hooks.calculation.calculator import entropy, gini
from hooks.calculation.quantity import Quantity
from hooks.calculation.tree import Binary, Node, literal


def has_impurity(tree: Node, stated: Quantity) -> bool:
    """Whether what looks like a quotient is two counts whose entropy or Gini index is stated."""
    if not isinstance(tree, Binary) or tree.op != "/":
        return False
    sides = [literal(side) for side in (tree.left, tree.right)]
    if None in sides or any(side.unit or not side.quantity.exact for side in sides):
        return False
    counts = [side.quantity.value for side in sides]
    if min(counts) < 0 or not sum(counts) or any(n.denominator > 1 for n in counts):
        return False
    bits = entropy(counts)
    return any(is_written(value, stated) for value in (bits, bits * math.log(2), gini(counts)))


def is_written(value: float | Fraction, stated: Quantity) -> bool:
    return stated.low <= Fraction(value) <= stated.high
