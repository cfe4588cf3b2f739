"""Families of roles: their values at random points, and how people write them.

A family is a set of roles (TP, FP, FN, TN). A formula of the table is written in these.
"""

import math
import random
import re
from collections.abc import Iterator
from functools import lru_cache
from operator import add

import yaml

from hooks.algebra.catalog import split
from hooks.algebra.evaluate import FAILURES, INDICES, Found, Point, names_of
from hooks.algebra.grammar import Reading, Vocabulary, parse
from hooks.algebra.lexer import FUNCTIONS, lex
from hooks.algebra.names import key
from hooks.algebra.tree import Node
from hooks.algebra.values import Identity, Matrix, Value, Vector, identity, pairwise, product
from hooks.pattern import Pattern
from hooks.record import cached_property, record

FAMILY = Pattern(r"^  (\w[\w ]*):$", re.M)
LETTERS = Pattern(r"[A-Za-z]+\d*|[^\W\d_]")
REMOVED = frozenset("ijkct")  # indices that a name need not list
POINTS = 5
SEED = 20
SIZES = {"n": 4, "m": 3, "d": 2, "K": 3, "v": 2}

UNIVERSAL = {"0": "ε | eps | epsilon | ε_t | tiny | smooth", "3.141592653589793": "π | pi"}


@record
class Family:
    """Roles, how they are written, and their values at random points.

    roles: the kind of each. written: by the key of a name the meanings it may have.
    respelled: patterns and what stands for them in a formula of any of its quantities.
    """

    name: str
    roles: dict[str, str]
    written: dict[str, tuple[str, ...]]
    functions: dict[str, str]
    phrases: frozenset[str]
    respelled: tuple[tuple[str, str], ...] = ()

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
    def letters(self) -> frozenset[str]:
        """The tokens that its names are made of."""
        found = {part for name in self.written for part in LETTERS.findall(name)}
        return frozenset((*found, *self.functions, *FUNCTIONS, *INDICES, "e"))

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
        used = names_of(self.tree(formula), self.find_role)
        return used - {key(role) for role, kind in self.roles.items() if kind.startswith("size")}

    @lru_cache(maxsize=4096)  # noqa: B019 - families live as long as the program
    def all_roles_of(self, formula: str) -> frozenset[str]:
        """The roles in a formula of the table."""
        return names_of(self.tree(formula), self.find_role)

    def __hash__(self) -> int:
        return hash(self.name)


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
    matrices = frozenset(r for r, kind in entry["roles"].items() if kind.startswith("matrix"))
    elements = {
        s for s in written if is_element(s, written) and not is_marked(s, written, matrices)
    }
    elements |= {key(one) for _, one in listed if is_element_of_word(one, written)}
    for spelled in elements:
        del written[spelled]
    functions = {key(n): f for f, all_ in entry.get("functions", {}).items() for n in split(all_)}
    respelled = tuple((pattern, new) for pattern, new in entry.get("respelled", ()))
    return Family(name, entry["roles"], written, functions, frozenset(phrases), respelled)


def is_element(spelled: str, written: dict[str, tuple[str, ...]]) -> bool:
    """Whether a name is another with an index: `y_i` beside `y`."""
    base, _, below = spelled.partition("_")
    return below in REMOVED and set(written[spelled]) == set(written.get(base, ()))


def is_marked(spelled: str, written: dict[str, tuple[str, ...]], matrices: frozenset[str]) -> bool:
    """Whether an index tells what was done with a matrix: the centered X_c is no row of X."""
    return spelled.endswith("_c") and matrices.issuperset(written[spelled])


def is_element_of_word(name: str, written: dict[str, tuple[str, ...]]) -> bool:
    """Whether a name is a word with an index that means the same without it: `rel_i`."""
    base, _, below = name.partition("_")
    same = set(written[key(name)]) == set(written.get(key(base), ()))
    return same and len(base) > 1 and below in REMOVED and below != ""


def find_in(
    names: frozenset[str] | dict, base: str, below: str, above: str, bound: frozenset[str]
) -> Found | None:
    """A name with its index, in a set of keys."""
    raised = (above,) if above else ()
    if raised and not indices_of(above, bound):
        return None
    whole = key(f"{base}_{below}") if below else key(base)
    if below in bound and key(base) in names:
        is_own = whole in names and isinstance(names, dict)  # n_b are the parts of n
        is_own = is_own and set(names[whole]).isdisjoint(names[key(base)])
        return Found(whole if is_own else key(base), (below, *raised))
    if whole in names:
        return Found(whole, raised)
    if not below or key(base) not in names:
        return None
    indices = indices_of(below, bound)
    return Found(key(base), indices + raised) if indices else None


def find_any(names: dict, base: str, below: str, above: str, bound: frozenset[str]) -> Found | None:
    """The same, where a name that is not in the set is one, too; but no bars."""
    if (found := find_in(names, base, below, above, bound)) or base.startswith(("|", "‖")):
        return found
    indices = indices_of(below, bound)
    raised = indices_of(above, bound)
    return Found(key(base if indices or not below else f"{base}_{below}"), indices + raised)


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
    if name == "definite":  # symmetric, with no eigenvalue below one
        factor = drawn(f"matrix {sizes[0]} {sizes[1]}", source)
        return pairwise(add, product(factor, factor.transposed), identity(lengths[0]))
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
