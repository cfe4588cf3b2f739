"""The table of quantities, hooks/data/formulas.yml, as the checks need it.

A family is a set of roles (TP, FP, FN, TN) with random values and the names that people write for
them and for what is made of them. A quantity is a formula in the roles of its family, with names.
"""

import math
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import yaml

from hooks.algebra.evaluate import FAILURES, INDICES, Found, Point, names_of
from hooks.algebra.grammar import Reading, Vocabulary, parse
from hooks.algebra.lexer import lex
from hooks.algebra.names import key
from hooks.algebra.tree import Node
from hooks.algebra.values import Identity, Matrix, Value, Vector
from hooks.pattern import Pattern
from hooks.record import record

TABLE = Path(__file__).parent.parent / "data" / "formulas.yml"
PART = Pattern(r"^(?:families|quantities|sources):$", re.M)
FAMILY = Pattern(r"^  (\w[\w ]*):$", re.M)
REMOVED = frozenset("ijkct")  # indices that a name need not list
POINTS = 5
SEED = 20
SIZES = {"n": 4, "m": 3, "d": 2, "K": 3, "v": 2}

UNIVERSAL = {"0": "ε | eps | epsilon | ε_t | tiny | smooth", "3.141592653589793": "π | pi"}
FUNCTION_NAMES = {"normal": "Φ", "density": "φ"}


class BadTable(Exception):
    """An entry of the table that can't be read; the message names it."""


@record
class Family:
    """Roles, how they are written, and their values at random points.

    roles: the kind of each. written: by the key of a name the meanings it may have.
    """

    name: str
    roles: dict[str, str]
    written: dict[str, tuple[str, ...]]
    functions: dict[str, str]
    phrases: frozenset[str]

    @cached_property
    def points(self) -> tuple[dict[str, Value], ...]:
        """The values of the roles at each point."""
        source = random.Random(f"{self.name}{SEED}")
        return tuple(
            {key(role): drawn(kind, source) for role, kind in self.roles.items()}
            for _ in range(POINTS)
        )

    @cached_property
    def is_uniform(self) -> bool:
        """Whether an expectation is a plain mean: not over a distribution."""
        return not any(kind.startswith(("distribution", "rows")) for kind in self.roles.values())

    @cached_property
    def _role_keys(self) -> frozenset[str]:
        return frozenset(map(key, self.roles))

    @cached_property
    def _values(self) -> dict[tuple[str, int, bool], Value | None]:
        return {}

    def knows(self, name: str) -> bool:
        return key(name) in self.written

    def find_role(self, base: str, below: str, above: str, bound: frozenset[str]) -> Found | None:
        """A role in a formula of the table."""
        return find_in(self._role_keys, base, below, above, bound)

    def meant(self, formula: str, point: int, any_base: bool = False) -> Value | None:
        """The value of a formula of the table at a point; None where it has none."""
        asked = formula, point, any_base
        if asked not in self._values:
            at = Point(self.points[point], self.find_role, any_base=any_base)
            try:
                self._values[asked] = at.value(self.tree(formula))
            except FAILURES:
                self._values[asked] = None
        return self._values[asked]

    @lru_cache(maxsize=4096)  # noqa: B019 - families live as long as the program
    def tree(self, formula: str) -> Node:
        """A formula of the table. Raises Unreadable."""
        names = Vocabulary(self._role_keys.__contains__, self.functions, frozenset())
        return parse(lex(formula), names, Reading(), latex=False)

    def roles_of(self, formula: str) -> frozenset[str]:
        """The roles in a formula of the table, but for those that count."""
        used = frozenset(names_of(self.tree(formula), self.find_role))
        return used - {key(role) for role, kind in self.roles.items() if kind.startswith("size")}

    def __hash__(self) -> int:
        return hash(self.name)


@record
class Form:
    """One accepted formula of a quantity, in the roles of a family."""

    families: "Families"
    name: str
    formula: str

    @property
    def family(self) -> Family:
        return self.families[self.name]


@record
class Quantity:
    """A named quantity.

    name: for people; names: the keys of all its names; symbols: of left sides that stand for it
    where a heading or a lead-in names it: L, J.
    forms: the accepted formulas, the usual one first. shown: the usual one, for people.
    arguments: the roles that the arguments of its name stand for: KL(p, q).
    any_base: whether the base of a logarithm is free.
    summed: whether only a formula with a sum is compared.
    respelled: patterns and what stands for them in a formula.
    """

    name: str
    names: tuple[str, ...]
    forms: tuple[Form, ...]
    shown: str
    symbols: frozenset[str] = frozenset()
    under: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    any_base: bool = False
    unless: frozenset[str] = frozenset()
    percent: bool = False
    matrices: bool = False
    summed: bool = False
    respelled: tuple[tuple[str, str], ...] = ()
    source: str = ""

    @property
    def is_loss(self) -> bool:
        """Whether it is something to minimize."""
        return "L" in self.symbols

    @cached_property
    def family_names(self) -> frozenset[str]:
        return frozenset(form.name for form in self.forms)

    @cached_property
    def families(self) -> tuple[Family, ...]:
        return tuple(dict.fromkeys(form.family for form in self.forms))

    def __hash__(self) -> int:
        return hash(self.name)


@dataclass
class Catalog:
    """All families and quantities, and the quantities by the keys of their names."""

    families: "Families"
    quantities: tuple[Quantity, ...]
    source_text: str

    @cached_property
    def sources(self) -> dict[str, dict]:
        """Title, authors, year and link of each source."""
        return yaml.load(self.source_text, Loader=yaml.CSafeLoader)

    @cached_property
    def by_name(self) -> dict[str, tuple[Quantity, ...]]:
        found: dict[str, tuple[Quantity, ...]] = {}
        for quantity in self.quantities:
            for name in quantity.names:
                found[key(name)] = (*found.get(key(name), ()), quantity)
        return found

    @cached_property
    def all_symbols(self) -> frozenset[str]:
        """The keys of all left sides that stand for a quantity in its context."""
        return frozenset(symbol for q in self.quantities for symbol in q.symbols)

    @cached_property
    def by_topic(self) -> dict[str, tuple[Quantity, ...]]:
        """Quantities by the headings that are about them and do not name them."""
        found: dict[str, tuple[Quantity, ...]] = {}
        for quantity in self.quantities:
            for topic in quantity.under:
                found[key(topic)] = (*found.get(key(topic), ()), quantity)
        return found

    @cached_property
    def by_mention(self) -> dict[str, tuple[Quantity, ...]]:
        """Quantities by their names and topics in small letters; shorter ones say too little."""
        found: dict[str, tuple[Quantity, ...]] = {}
        for listed in (self.by_name, self.by_topic):
            for name, quantities in listed.items():
                if len(name) > 2:
                    found[name] = (*found.get(name, ()), *quantities)
        return found


@lru_cache(maxsize=1)
def catalog() -> Catalog:
    """The table. Raises BadTable."""
    _, families, quantities, sources = PART.split(TABLE.read_text(encoding="utf-8"))
    listed = yaml.load(quantities, Loader=yaml.CSafeLoader)
    known = Families(families)
    return Catalog(known, tuple(quantity_of(entry, known) for entry in listed), sources)


class Families(dict[str, Family]):
    """The families by name, each read when it is first asked for: most pages need a few."""

    def __init__(self, text: str):
        super().__init__()
        parts = FAMILY.split(text)
        self._texts = dict(zip(parts[1::2], parts[2::2], strict=True))

    def __missing__(self, name: str) -> Family:
        entry = yaml.load(self._texts[name], Loader=yaml.CSafeLoader)
        self[name] = family_of(name, entry)
        return self[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)


def family_of(name: str, entry: dict) -> Family:
    written: dict[str, tuple[str, ...]] = {}
    listed = [(role, role) for role in entry["roles"]]
    names = {**entry.get("written", {}), **UNIVERSAL}
    if "ε" in entry["roles"] or entry.get("own_epsilon"):
        names.pop("0")
    listed += [(str(meaning), one) for meaning, all_ in names.items() for one in split(all_)]
    phrases = set()
    for meaning, one in listed:
        spelled = key(one)
        if meaning not in written.get(spelled, ()):
            written[spelled] = (*written.get(spelled, ()), meaning)
        if " " in one or "-" in one:
            phrases.add(one.replace("-", " ").split()[0].lower())
    for spelled in [s for s in written if is_element(s, written)]:
        del written[spelled]
    functions = {key(n): f for f, all_ in entry.get("functions", {}).items() for n in split(all_)}
    return Family(name, entry["roles"], written, functions, frozenset(phrases))


def is_element(spelled: str, written: dict[str, tuple[str, ...]]) -> bool:
    """Whether a name is another with an index: `y_i` beside `y`."""
    base, _, below = spelled.partition("_")
    return below in REMOVED and set(written[spelled]) <= set(written.get(base, ()))


def quantity_of(entry: dict, families: Families) -> Quantity:
    forms = []
    family = entry["family"]
    for formula in as_list(entry["formula"]) + as_list(entry.get("also", [])):
        if isinstance(formula, dict):
            ((other, text),) = formula.items()
            forms += [Form(families, other, one) for one in as_list(text)]
        else:
            forms.append(Form(families, family, str(formula)))
    return Quantity(
        name=entry["name"],
        names=(entry["name"], *split(entry.get("names", ""))),
        forms=tuple(forms),
        shown=entry.get("shown") or str(as_list(entry["formula"])[0]),
        under=tuple(split(entry.get("under", ""))),
        symbols=frozenset(map(key, split(entry.get("symbols", "")))),
        arguments=tuple(split(entry.get("arguments", ""))),
        any_base=bool(entry.get("any_base")),
        unless=frozenset(split(entry.get("unless", ""))),
        percent=bool(entry.get("percent")),
        matrices=bool(entry.get("matrices")),
        summed=bool(entry.get("summed")),
        respelled=tuple((pattern, new) for pattern, new in entry.get("respelled", ())),
        source=entry.get("source", ""),
    )


def split(listed: str) -> list[str]:
    """Names that are set apart by bars with a space on both sides."""
    return [name.strip() for name in listed.split(" | ") if name.strip()]


def as_list(value: object) -> list:
    return value if isinstance(value, list) else [value]


def find_in(
    names: frozenset[str] | dict, base: str, below: str, above: str, bound: frozenset[str]
) -> Found | None:
    """A name with its index, in a set of keys."""
    raised = (above,) if above else ()
    if raised and not indices_of(above, bound):
        return None
    whole = key(f"{base}_{below}") if below else key(base)
    if below in bound and key(base) in names:
        return Found(key(base), (below, *raised))
    if whole in names:
        return Found(whole, raised)
    if not below or key(base) not in names:
        return None
    indices = indices_of(below, bound)
    return Found(key(base), indices + raised) if indices else None


def indices_of(text: str, bound: frozenset[str]) -> tuple[str, ...]:
    """The indices of `i`, `ij` and `i,c`; none if it is something else."""
    parts = tuple(text.replace(",", ""))
    if len(parts) > 2 or not all(part in bound or part in INDICES for part in parts):
        return ()
    return parts


def drawn(kind: str, source: random.Random) -> Value:
    """A random value of a kind: `number`, `probability`, `vector n`, `matrix n d`."""
    name, *sizes = kind.split()
    lengths = [SIZES.get(size) or int(size) for size in sizes]
    if name == "size":
        return float(lengths[0])
    if name == "identity":
        return Identity()
    if name == "distribution":
        parts = [source.uniform(0.5, 3) for _ in range(lengths[0])]
        return Vector(part / math.fsum(parts) for part in parts)
    if name == "matrix":
        return Matrix(vector("vector", lengths[1], source) for _ in range(lengths[0]))
    if name == "rows":  # each a distribution
        return Matrix(drawn(f"distribution {sizes[1]}", source) for _ in range(lengths[0]))
    return vector(name, lengths[0], source) if lengths else number(name, source)


def vector(name: str, length: int, source: random.Random) -> Vector:
    one = {"vector": "real", "positives": "number", "probabilities": "probability"}[name]
    return Vector(number(one, source) for _ in range(length))


def number(name: str, source: random.Random) -> float:
    match name:
        case "probability":
            return source.uniform(0.05, 0.95)
        case "real":
            return source.choice((-1, 1)) * source.uniform(0.3, 2)
        case "large":
            return source.uniform(6, 9)
    return source.uniform(0.3, 3)
