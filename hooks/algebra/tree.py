"""The parts of a formula that was read."""

from hooks.record import cached_property, record


@record
class Node:
    """A part of a formula.

    `children` are the parts of a part; `walk` gives it and all that it holds, in order. Both are
    kept: a formula is gone through again and again, and what a slip makes of it shares its parts.
    """

    @cached_property
    def children(self) -> tuple["Node", ...]:
        found: list[Node] = []
        for name in self.__match_args__:
            value = getattr(self, name)
            if isinstance(value, Node):
                found.append(value)
            elif isinstance(value, tuple):
                found += (part for part in value if isinstance(part, Node))
        return tuple(found)

    @cached_property
    def _whole(self) -> tuple["Node", ...]:
        return (self, *(part for child in self.children for part in child._whole))

    def walk(self) -> tuple["Node", ...]:
        return self._whole


@record
class Number(Node):
    value: float


@record
class Symbol(Node):
    """A name with what stands below and above it: `y`, `hat y` with index `i`, `m` with `t-1`."""

    base: str
    below: str = ""
    above: str = ""  # an index in brackets: y^{(i)}


@record
class Sign(Node):
    """`-a`."""

    operand: Node


@record
class Binary(Node):
    """op: + - / ^, or one of the products: * (also of nothing), · and @."""

    op: str
    left: Node
    right: Node


@record
class Transposed(Node):
    operand: Node


@record
class Call(Node):
    """A function of the field: `exp(x)`, `max(0, x)`, `log` with its base."""

    function: str
    arguments: tuple[Node, ...]
    base: float = 0.0


@record
class Applied(Node):
    """A name before brackets: a function's value, an element, or a product.

    text: the whole of it without marks, `p(x_i)`.
    """

    head: Symbol
    arguments: tuple[Node, ...]
    text: str


@record
class Bars(Node):
    """`|a|`: an absolute value, or the size of a set. text: the whole of it without marks."""

    operand: Node
    text: str


@record
class Norm(Node):
    """`‖a‖` with its order: 1, 2, or 0 for any other."""

    operand: Node
    order: float


@record
class Series(Node):
    """A sum, a product or a mean over an index, from `low` to `high` if these are given."""

    kind: str
    index: tuple[str, ...]
    low: Node | None
    high: Node | None
    body: Node


@record
class Condition(Node):
    """`a > b`, or `otherwise`, if there is no relation."""

    relation: str = ""
    left: Node | None = None
    right: Node | None = None


@record
class Cases(Node):
    values: tuple[Node, ...]
    conditions: tuple[Node, ...]


@record
class Text(Node):
    """Something that only a table of names can tell the meaning of: `A ∩ B`, `x | y`."""

    text: str


def counts_with_index(body: Node) -> bool:
    """Whether an index of elements is a number, too: `rel_i / log(i + 1)`."""
    symbols = [node for node in body.walk() if isinstance(node, Symbol)]
    indices = {symbol.below for symbol in symbols} & {"i", "j"}
    return any(symbol.base in indices and not symbol.below for symbol in symbols)
