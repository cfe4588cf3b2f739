"""Polynomials that a chain calls the same: f(x) = x² − 6x + 10 = (x − 3)² + 1.

Two sides alone may be an equation that is to be solved; in a longer chain they are one formula
written in two ways. So numbers are put in for the variable: the same polynomials agree in all.
"""

from collections.abc import Iterator
from itertools import pairwise

from hooks.calculation.claims import Chain, Member
from hooks.calculation.expression import Binary, Negative, Node, Number, Symbol, literal
from hooks.calculation.quantity import Quantity
from hooks.record import replace

SHORTEST = 3  # members of a chain that is no equation to be solved
INSTANCES = (2, 3, 5, 7)
MOST_NODES = 60


def instances(chain: Chain) -> Iterator[list[tuple[Member, Member]]]:
    """Two polynomials of a chain, each time with several numbers for their variable."""
    if len(chain.members) < SHORTEST or is_at_one_value(chain) or "O(" in chain.sentence:
        return
    for first, second in pairwise(chain.members):
        name = variable(first.tree)
        is_claim = second.relation == "=" and not (first.doubtful or second.doubtful)
        if name and is_claim and variable(second.tree) == name:
            yield [(put_in(first, x), put_in(second, x)) for x in INSTANCES]


def is_at_one_value(chain: Chain) -> bool:
    """Whether the chain holds where the variable has one value: 2x + 1 = x + 5 = 9."""
    numbers = (literal(member.tree) for member in chain.members)
    return any(number and number.quantity.value for number in numbers)


def variable(tree: Node) -> str:
    """The only name in a polynomial; "" if it is none, or nothing but a name."""
    nodes = list(tree.walk()) if tree.parts else []
    names = {node.name for node in nodes if isinstance(node, Symbol)}
    is_short = len(names) == 1 and len(nodes) <= MOST_NODES
    return names.pop() if is_short and all(map(is_of_polynomial, nodes)) else ""


def is_of_polynomial(node: Node) -> bool:
    match node:
        case Number() | Negative():
            return True
        case Symbol(name):
            return (len(name) == 1 and name.isalpha()) or name.startswith("\\")
        case Binary("+" | "−" | "×"):
            return True
        case Binary("^" | "/", _, Number(quantity)):
            return quantity.exact
    return False


def put_in(member: Member, number: int) -> Member:
    """The member with a number for its variable."""
    return replace(member, tree=with_number(member.tree, number))


def with_number(tree: Node, number: int) -> Node:
    match tree:
        case Symbol():
            return Number(Quantity.of(number))
        case Negative(part):
            return Negative(with_number(part, number))
        case Binary(op, left, right):
            return Binary(op, with_number(left, number), with_number(right, number))
    return tree
