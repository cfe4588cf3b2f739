"""A formula without one slip: what its author may have meant.

Where only the page as a whole names a quantity, a formula with its letters may well be another. But
if one changed sign, one square, one root, one other letter or one fraction the right way up makes
it that quantity, it was to be that.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from hooks.algebra.tree import Binary, Call, Node, Number, Sign, Symbol, Transposed
from hooks.record import replace

MOST = 600  # corrections that are tried
ONE, TWO = Number(1.0), Number(2.0)
OTHER = {"+": "-", "-": "+", "*": "/", "·": "/", "/": "*"}
OTHER_FUNCTION = {"max": "min", "min": "max", "log": "exp", "sin": "cos", "cos": "sin"}
SMALL = 3  # up to which a number may be one too much or too little


def corrections(tree: Node) -> Iterator[Node]:
    """The formula with one slip undone, whichever it was."""
    symbols = tuple(dict.fromkeys(node for node in tree.walk() if isinstance(node, Symbol)))
    return chain([Binary("-", ONE, tree), Sign(tree)], within(tree, symbols))


def within(node: Node, symbols: Sequence[Symbol]) -> Iterator[Node]:
    """A part with one slip undone in it."""
    yield from at(node, symbols)
    for name in node.__match_args__:
        value = getattr(node, name)
        if isinstance(value, Node):
            yield from (replace(node, **{name: part}) for part in within(value, symbols))
        elif isinstance(value, tuple):
            for place, one in enumerate(value):
                for part in within(one, symbols) if isinstance(one, Node) else ():
                    parts = (*value[:place], part, *value[place + 1 :])
                    yield replace(node, **{name: parts})


def at(node: Node, symbols: Sequence[Symbol]) -> Iterator[Node]:
    """A part with the slip undone that was made of the whole of it."""
    match node:
        case Number():
            is_small = node.value <= SMALL and node.value == int(node.value)
            near = (node.value + 1, node.value - 1) if is_small else ()
            yield from (Number(value) for value in near if value > 0)
            return
        case Binary():
            yield from of_two(node)
        case Sign() | Transposed():
            yield node.operand
        case Call():
            yield from of_call(node)
        case Symbol():
            yield from (symbol for symbol in symbols if symbol != node)
            yield Binary("-", ONE, node)
            yield Call("exp", (node,))
            yield Transposed(node)
    yield Binary("^", node, TWO)
    yield Call("sqrt", (node,))


def of_two(node: Binary) -> Iterator[Node]:
    """What is made of two parts, with the slip undone."""
    if other := OTHER.get(node.op):
        yield replace(node, op=other)
    if node.op in "-/^":
        yield replace(node, left=node.right, right=node.left)
    if node.op == "-" and node.left == ONE:
        yield node.right
    if node.op == "^" and node.right == TWO:
        yield node.left
    if node.op == "*" and isinstance(node.left, Number):
        yield node.right


def of_call(node: Call) -> Iterator[Node]:
    """A function's value, with the slip undone."""
    if other := OTHER_FUNCTION.get(node.function):
        yield replace(node, function=other)
    if len(node.arguments) == 1:
        yield node.arguments[0]
        yield replace(node, arguments=(Sign(node.arguments[0]),))
