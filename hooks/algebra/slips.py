"""A formula without one slip: what its author may have meant.

Where only the page as a whole names a quantity, a formula with its letters may well be another. But
if one changed sign, one square, one root, one other letter or one fraction the right way up makes
it that quantity, it was to be that.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations, permutations

from hooks.algebra.tree import (
    Applied,
    Bars,
    Binary,
    Call,
    Node,
    Norm,
    Number,
    Sign,
    Symbol,
    Transposed,
)
from hooks.record import replace

MOST = 800  # corrections that are tried
ONE, TWO = Number(1.0), Number(2.0)
OTHER = {"+": "-", "-": "+", "*": "/", "·": "/", "/": "*"}
OTHER_FUNCTION = {"max": "min", "min": "max", "log": "exp", "sin": "cos", "cos": "sin"}
PRODUCTS = "*·⊙"
SMALL = 3  # up to which a number may be one too much or too little


def corrections(tree: Node) -> Iterator[Node]:
    """The formula with one slip undone, whichever it was."""
    symbols = tuple(dict.fromkeys(node for node in tree.walk() if isinstance(node, Symbol)))
    pairs = combinations(symbols, 2)
    swapped = (exchanged(tree, {a: b, b: a}) for a, b in pairs)
    return chain([Binary("-", ONE, tree), Sign(tree)], within(tree, symbols), swapped)


def within(node: Node, symbols: Sequence[Symbol]) -> Iterator[Node]:
    """A part with one slip undone in it."""
    yield from at(node, symbols)
    for name in parts_of(node):
        value = getattr(node, name)
        if isinstance(value, Node):
            yield from (replace(node, **{name: part}) for part in within(value, symbols))
        elif isinstance(value, tuple):
            for place, one in enumerate(value):
                for part in within(one, symbols) if isinstance(one, Node) else ():
                    parts = (*value[:place], part, *value[place + 1 :])
                    yield replace(node, **{name: parts})


def parts_of(node: Node) -> tuple[str, ...]:
    """The fields that hold the parts of a part; not the name before brackets, which stays one."""
    return ("arguments",) if isinstance(node, Applied) else node.__match_args__


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
            if node.op == "/":
                yield from of_one_side(node, symbols)
        case Sign() | Transposed():
            yield node.operand
        case Call():
            yield from of_call(node)
        case Bars() | Norm():
            yield Binary(
                "^", replace(node, order=2.0) if node.__class__ is Norm else node.operand, TWO
            )
        case Symbol():
            yield from (symbol for symbol in symbols if symbol != node)
            yield Binary("-", ONE, node)
            yield Call("exp", (node,))
            yield Transposed(node)
    if isinstance(node, Symbol) or (isinstance(node, Binary) and node.op == "-"):
        yield Binary("-", node, ONE)
    if isinstance(node, Symbol):
        yield Binary("+", node, ONE)
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
    if node.op in "+-" and isinstance(node.right, Symbol):
        yield replace(node, right=Binary("*", TWO, node.right))  # padding, on both sides
    if node.op == "^" and node.right == TWO:
        yield node.left
    if node.op == "^" and isinstance(node.left, Binary) and node.left.op in "+-":
        yield replace(node.left, right=replace(node, left=node.left.right))  # (1 − β)^t
    if node.op == "*" and isinstance(node.left, Number):
        yield node.right


def of_one_side(node: Binary, symbols: Sequence[Symbol]) -> Iterator[Node]:
    """A fraction with another letter on one of its sides: Σ(x − x̄)² below it for Σ(y − ȳ)²."""
    letters = dict.fromkeys(symbol.base[-1:] for symbol in symbols if symbol.base[:4] == "bar ")
    for a, b in permutations(letters, 2):
        other = {s: replace(s, base=s.base[:-1] + b) for s in symbols if s.base in (a, f"bar {a}")}
        yield replace(node, right=exchanged(node.right, other))
        yield replace(node, left=exchanged(node.left, other))


def of_call(node: Call) -> Iterator[Node]:
    """A function's value, with the slip undone."""
    if other := OTHER_FUNCTION.get(node.function):
        yield replace(node, function=other)
    if len(node.arguments) == 1:
        yield node.arguments[0]
        yield replace(node, arguments=(Sign(node.arguments[0]),))


# -- forward: what one slip makes of an accepted formula ------------------------------------------


def slips(tree: Node) -> Iterator[Node]:
    """What a formula is after one typical slip: a root, a square or a factor left out, a sign, the
    sides of a fraction or two symbols mixed up, a sum for a product."""
    symbols = tuple(dict.fromkeys(node for node in tree.walk() if isinstance(node, Symbol)))
    yield from slips_within(tree, symbols)
    yield from (exchanged(tree, {a: b, b: a}) for a, b in combinations(symbols, 2))


def slips_within(node: Node, symbols: Sequence[Symbol]) -> Iterator[Node]:
    """A part after a slip in it."""
    yield from slips_at(node, symbols)
    for name in parts_of(node):
        value = getattr(node, name)
        if isinstance(value, Node):
            yield from (replace(node, **{name: part}) for part in slips_within(value, symbols))
        elif isinstance(value, tuple):
            for place, one in enumerate(value):
                for part in slips_within(one, symbols) if isinstance(one, Node) else ():
                    yield replace(node, **{name: (*value[:place], part, *value[place + 1 :])})


def slips_at(node: Node, symbols: Sequence[Symbol]) -> Iterator[Node]:
    """A part after a slip that concerns the whole of it."""
    match node:
        case Number():
            is_small = node.value <= SMALL + 1 and node.value == int(node.value)
            yield from (Number(node.value + by) for by in (-1, 1) if is_small and node.value + by)
        case Symbol():
            yield from (symbol for symbol in symbols if symbol != node)
            yield Binary("-", ONE, node)
            yield Binary("^", node, TWO)
            yield ONE
        case Sign():
            yield node.operand
        case Binary():
            yield from slips_of_two(node)
        case Call():
            yield from slips_of_call(node)


def slips_of_two(node: Binary) -> Iterator[Node]:
    """What is made of two parts, after a slip."""
    if node.op in "+-":
        yield replace(node, op=OTHER[node.op])
    if node.op == "-":
        yield replace(node, left=node.right, right=node.left)
    if node.op in PRODUCTS:
        yield replace(node, op="+")
    if node.op == "/":
        yield replace(node, left=node.right, right=node.left)
        yield replace(node, op="*")
    if node.op == "^" and node.right == TWO:
        yield Call("abs", (node.left,))
        if isinstance(node.left, Binary) and node.left.op in "+-":  # a² + b² for (a + b)²
            yield replace(node.left, left=squared(node.left.left), right=squared(node.left.right))
    if node.op in "+-" and not is_named(node.right):
        yield node.left
    if node.op in "+-*·/^⊙" and not is_named(node.right) and node.op not in "+-":
        yield node.left
    if node.op in "+*·" and not is_named(node.left):
        yield node.right


def slips_of_call(node: Call) -> Iterator[Node]:
    """A function's value, after a slip."""
    if other := OTHER_FUNCTION.get(node.function):
        yield replace(node, function=other)
    if len(node.arguments) == 1:
        yield node.arguments[0]
        yield replace(node, arguments=(Sign(node.arguments[0]),))


def squared(node: Node) -> Node:
    return Binary("^", node, TWO)


def is_named(node: Node) -> bool:
    """Whether a part holds a symbol: what leaves one out may be another formula."""
    return any(isinstance(part, Symbol) for part in node.walk())


def exchanged(node: Node, new: Mapping[Symbol, Symbol]) -> Node:
    """A formula with other symbols in the places of some."""
    if isinstance(node, Symbol):
        return new.get(node, node)
    changed = {}
    for name in node.__match_args__:
        value = getattr(node, name)
        if isinstance(value, Node):
            changed[name] = exchanged(value, new)
        elif isinstance(value, tuple):
            changed[name] = tuple(
                exchanged(one, new) if isinstance(one, Node) else one for one in value
            )
    return replace(node, **changed) if changed else node
