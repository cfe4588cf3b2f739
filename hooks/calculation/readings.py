"""The ways to read a chain: bases of logarithms, sizes of K, what B and rates stand for."""

from collections import Counter
from collections.abc import Sequence
from itertools import product

from hooks.calculation.claims import Chain, Member
from hooks.calculation.interval import OF_SAMPLES
from hooks.calculation.tokens import CURRENCIES
from hooks.calculation.tree import Binary, Call, Measure, Node, Number, Reading, Symbol
from hooks.calculation.units import Unit

# What a number of one unit is multiplied with to be one of another: 90 min / 60 = 1.5 h.
CONVERTING = {
    "data": frozenset([*(k**n for k in (1000, 1024) for n in range(1, 5))]),
    "time": frozenset([7, 24, 30, 60, 100, 365, 1000, 3600, 86400, 10**6, 10**9]),
}
PLAIN = Reading()
LONGEST_AMOUNT = 12  # characters of $1,234,567, 1,234,567 €
READ_DIFFERENTLY = (Measure, Call)


def is_sum(tree: Node) -> bool:
    return isinstance(tree, Binary) and tree.op in "+−"


def may_have_value(member: Member) -> bool:
    return not (member.doubtful or isinstance(member.tree, Symbol) or adds_percent(member.tree))


def adds_percent(tree: Node) -> bool:
    """Whether a percentage of a quantity is added to it: 20.6 GB + 10%."""
    if not isinstance(tree, Binary) or tree.op not in "+−":
        return False
    return isinstance(tree.left, Measure) and is_percentage(tree.right)


def is_percentage(node: Node) -> bool:
    return isinstance(node, Number) and node.quantity.text.endswith("%")


def readings(chain: Chain) -> Sequence[Reading]:
    """The ways to read a chain as a whole, the most usual first."""
    nodes = [node for m in chain.members if m.tree.parts for node in m.tree.walk()]
    if not any(isinstance(node, READ_DIFFERENTLY) for node in nodes):
        return (PLAIN,)
    units = {n.unit for n in nodes if isinstance(n, Measure) and n.unit.kind}
    is_of_rates = any(map(is_rate, nodes))
    converts = len(units) > 1 or any(unit.prefix or unit.kind == "points" for unit in units)
    bases = (None, 2, 10) if any(map(is_bare_log, nodes)) else (None,)
    samples = (False, True) if any(map(is_of_sample, nodes)) else (False,)
    kilos = (1000, 1024, 1) if (converts or is_of_rates) and not is_priced(chain) else (1,)
    if not is_of_rates and are_all_measured(chain):
        kilos = (1000, 1024)
    rates = (False, True) if is_of_rates else (False,)
    return [
        Reading(base, kilo, sample, rates=rate, bytes=byte)
        for byte, rate, base, kilo, sample in product(
            may_be_bytes(units), rates, bases, kilos, samples
        )
    ]


def is_priced(chain: Chain) -> bool:
    """Whether time or data are multiplied with their price: 720 h × $2.40 = $1,728."""
    first, last = chain.members[0], chain.members[-1]
    if not isinstance(first.tree, Binary) or first.tree.op != "×" or last.text is not first.text:
        return False
    kinds = {node.unit.kind for node in first.tree.walk() if isinstance(node, Measure)}
    content = first.text.content
    given = content[first.offset : last.offset]
    result = content[last.offset : last.offset + LONGEST_AMOUNT]
    is_money = any(sign in given and sign in result for sign in CURRENCIES)
    return is_money and not kinds.isdisjoint(["time", "data"])


def are_all_measured(chain: Chain) -> bool:
    """Whether each member has one unit of data or of time: 8 × 2 GB = 16 TB."""
    measured = [
        {node.unit.kind for node in member.tree.walk() if isinstance(node, Measure)}
        for member in chain.members
        if may_have_value(member) and member.tree.parts
    ]
    if len(measured) < 2 or len(measured[0]) != 1 or any(m != measured[0] for m in measured):
        return False
    nodes = (node for member in chain.members for node in member.tree.walk())
    numbers = {node.quantity.value for node in nodes if isinstance(node, Number)}
    (kind,) = measured[0]
    return kind in CONVERTING and CONVERTING[kind].isdisjoint(numbers)


def may_be_bytes(units: set[Unit]) -> tuple[bool, ...]:
    """Whether B may be a byte: there are no other bytes, but a measure of data."""
    names = {unit.name for unit in units}
    is_free = "B" in names and "byte" not in names and "bytes" not in names
    return (True, False) if is_free and any(unit.kind == "data" for unit in units) else (False,)


def is_rate(node: Node) -> bool:
    if isinstance(node, Measure):
        return bool(node.unit.divisor)
    return is_quotient(node) and any(
        isinstance(part, Measure) and part.unit.kind not in ("", "count")
        for part in node.right.walk()
    )


def kind_of(unit: Unit, reading: Reading) -> str:
    """What a unit measures; "" for nouns and multiples."""
    if reading.bytes and unit.name == "B":
        return "data"
    return "" if unit.kind == "count" else unit.kind


def dimensions(tree: Node, reading: Reading, power: int = 1) -> Counter[str]:
    """What a value is measured in, and to which power: GB/s are data and time to the −1."""
    found: Counter[str] = Counter()
    if isinstance(tree, Measure):
        found[kind_of(tree.unit, reading)] += power
        found[tree.unit.divisor] -= power
    parts = [(part, power) for part in tree.parts]
    if isinstance(tree, Binary) and tree.op in "+−":
        parts = parts[:1]
    elif is_quotient(tree):
        parts = [(tree.left, power), (tree.right, -power)]
    for part, its_power in parts:
        found.update(dimensions(part, reading, its_power))
    found.pop("", None)
    return found


def is_bare_log(node: Node) -> bool:
    return isinstance(node, Call) and node.name == "log" and len(node.parts) == 1


def is_of_sample(node: Node) -> bool:
    return isinstance(node, Call) and node.name in OF_SAMPLES


def is_quotient(tree: Node) -> bool:
    return isinstance(tree, Binary) and tree.op == "/"
