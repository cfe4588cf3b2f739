"""Whether a formula in letters of its own is a quantity's, or one typical slip away from it.

A page may name its symbols as it likes. So each way in which a formula's names can stand for the
roles of an accepted form is tried: with one of them it is right, or else it may be what a typical
slip makes of that form. What is neither is left alone.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain, islice, permutations, product

from hooks.algebra.catalog import Form, Quantity
from hooks.algebra.evaluate import FAILURES, Point, names_of
from hooks.algebra.families import POINTS, Family, find_any
from hooks.algebra.grammar import Vocabulary, trees_of
from hooks.algebra.identity import LETTER, equal, is_quantity, respelled, with_phrases
from hooks.algebra.lexer import FUNCTIONS, Token, Unreadable
from hooks.algebra.slips import MOST, corrections, slips
from hooks.algebra.tree import Binary, Call, Node
from hooks.algebra.values import Identity, Misshapen, Value, is_number, numbers
from hooks.pattern import Pattern

MOST_MEANINGS = 130  # ways in which names may stand for roles
MOST_SLIPS = 300  # of a form
MOST_FORMS = 4  # of a quantity that slips are made of
FEWEST_NAMES = 2
MANY_PARTS = 9  # of a form that others than its own letters may stand for, too
FEWEST_ROLES = 3  # of a form that others than its own letters may stand for
# A function's value that is a name: `count(w, c)`, `d(a, p)`.
CALLED = Pattern(r"\w{3,}\([\w,|;]{1,20}\)|[A-Za-z]\((?:\w{1,8}[,|;])+\w{1,8}\)")
TELLING = Pattern(r"[^\W\d_]{2,}|\w\(\w+,")
REST = range(1, POINTS)
Meanings = dict[str, str]


def one_slip_away(
    tokens: Sequence[Token], latex: bool, quantity: Quantity, is_named: bool = True
) -> tuple[Node, Family] | None:
    """The formula as it was read if it is one typical slip away from the quantity's.

    is_named: whether the quantity is named beside it; else only its usual letters will do.
    """
    read = respelled(tokens, quantity)
    in_latex = latex and read is tokens
    readings = [(tree, f) for f in quantity.families for tree in trees(read, in_latex, f)]
    if not is_named:
        readings = [(tree, f) for tree, f in readings if has_as_many_names(tree, quantity, f)]
    is_free = is_named and not (
        quantity.respelled or quantity.order
    )  # else what its terms are spelled as is told by the table
    found = next(((tree, f) for tree, f in readings if slipped(tree, quantity, f, is_free)), None)
    if quantity.order:
        return found  # of what n and d are the letters
    if found and not is_named and any(is_part(tree, quantity, f) for tree, f in readings):
        return None  # on the way to the quantity
    if not found or any(is_with_any_letters(tree, quantity, f) for tree, f in readings):
        return None
    return found


def is_renamed(tokens: Sequence[Token], latex: bool, quantity: Quantity) -> bool:
    """Whether the formula is the quantity's with some meaning of its letters."""
    read = respelled(tokens, quantity)
    return any(
        is_with_any_letters(tree, quantity, family)
        for family in quantity.families
        for tree in trees(read, latex and read is tokens, family)
    )


def trees(tokens: Sequence[Token], latex: bool, family: Family) -> Iterator[Node]:
    """The formula in every reading, whatever its names."""

    def knows(name: str) -> bool:
        is_long = len(name) > 2 or not name.isalpha()
        is_word = is_long and name.replace("_", "").isalnum() and not name.isdecimal()
        is_word = is_word and not (latex and is_product(name, family))
        return (
            (is_word and name not in FUNCTIONS and not (latex and len(name) < 3))
            or name in family.written
            or (len(name) == 1 and name.isalpha())
            or bool(CALLED.fullmatch(name))
        )

    names = Vocabulary(knows, family.functions, family.phrases)
    return trees_of(tokens if latex else with_phrases(tokens, family), names, latex)


def has_as_many_names(tree: Node, quantity: Quantity, family: Family) -> bool:
    """Whether a formula has as many names as one of the quantity's."""
    return bool(forms_with(names_in(tree, partial(find_any, family.written)), quantity, family))


def is_part(tree: Node, quantity: Quantity, family: Family) -> bool:
    """Whether a formula in the table's own letters is a part of the quantity's: W − K."""
    find = partial(find_any, family.written)
    meanings = {n: family.written.get(n, ("",))[0] for n in names_in(tree, find)}
    value = value_of(tree, quantity, family, find, meanings, 0) if all(meanings.values()) else None
    forms = (form for form in quantity.forms if form.family is family)
    return is_some(value) and any(spelled(value) in part_values(form) for form in forms)


@lru_cache(maxsize=512)
def part_values(form: Form) -> frozenset[str]:
    """The values of the parts of a form at the first point."""
    parts = form.family.tree(form.formula).walk()
    values = (at_point(part, form.family, any_base=False, point=0) for part in parts)
    return frozenset(spelled(value) for value in values if is_some(value))


def is_some(value: Value | None) -> bool:
    """Whether it has numbers: no identity matrix."""
    return value is not None and not isinstance(value, Identity)


def is_product(name: str, family: Family) -> bool:
    """Whether a word is letters of a family beside each other: BAx."""
    return all(letter in family.written or letter.upper() in family.written for letter in name)


def slipped(tree: Node, quantity: Quantity, family: Family, is_free: bool = True) -> bool:
    """Whether a typical slip makes the formula of one of the quantity's.

    is_free: whether its letters may be others than the table's.
    """
    find = partial(find_any, family.written)
    used = names_in(tree, find)
    is_pair = len(used) < FEWEST_ROLES and not quantity.order
    if is_pair and not any(map(is_more, tree.walk())):
        return False
    if slipped_as_known(tree, used, quantity, family):
        return True
    for form in forms_with(used, quantity, family)[:MOST_FORMS] if not quantity.order else ():
        for meanings in likely_meanings(used, form, is_free):
            at = partial(value_of, tree, quantity, family, find, meanings)
            value = at(0)
            if value is None or is_number(value) != is_number(right_at(form, quantity, 0)):
                continue
            for slip in slip_values(form, quantity.any_base).get(spelled(value), ()):
                values = ((at(n), at_point(slip, family, quantity.any_base, n)) for n in REST)
                if all(are_same(a, b, quantity) for a, b in values):
                    return True
    return False


def is_with_any_letters(tree: Node, quantity: Quantity, family: Family) -> bool:
    """Whether the formula is one of the quantity's, whatever its letters stand for."""
    find = partial(find_any, family.written)
    forms = forms_with(used := names_in(tree, find), quantity, family)
    for roles in {family.all_roles_of(form.formula) for form in forms}:
        same = [f for f in forms if family.all_roles_of(f.formula) == roles]
        meant = chain.from_iterable(likely_meanings(used, form) for form in same[:1])
        fixed = constants(used, family) | telling(used, roles, family)
        names = [name for name in used if name not in fixed]
        left = sorted(roles - set(fixed.values()))
        free = (fixed | dict(zip(names, r, strict=True)) for r in permutations(left, len(names)))
        for meanings in islice(chain(meant, free), MOST_MEANINGS):
            at = partial(value_of, tree, quantity, family, find, meanings)
            first = at(0)
            left = [f for f in same if are_same(first, right_at(f, quantity, 0), quantity)]
            for form in left:
                if all(are_same(at(n), right_at(form, quantity, n), quantity) for n in REST):
                    return True
    return False


def names_in(tree: Node, find: partial) -> list[str]:
    """The names in a formula; none if it can't be read."""
    try:
        return sorted(names_of(tree, find))
    except (Unreadable, *FAILURES):
        return []


def is_more(node: Node) -> bool:
    """Whether a part is no product or quotient: r × d is a shape."""
    return isinstance(node, Call) or (isinstance(node, Binary) and node.op in "+-^")


def slipped_as_known(tree: Node, used: Sequence[str], quantity: Quantity, family: Family) -> bool:
    """Whether the formula in the table's own letters is the quantity but for one slip."""
    if len(used) < FEWEST_NAMES or any(name not in family.written for name in used):
        return False
    verdict = is_quantity(tree, quantity, family, {})
    if verdict or (verdict is None and not is_undefined(tree, family)):
        return False
    if is_spread(tree, quantity, family):
        return False
    tried = islice(corrections(tree), MOST)
    return any(is_quantity(one, quantity, family, {}) for one in tried)


def is_undefined(tree: Node, family: Family) -> bool:
    """Whether a formula has no value where its letters have theirs: ln((1 − N)/(1 + df))."""
    find = partial(find_any, family.written)
    meanings = {name: family.written[name][0] for name in names_in(tree, find)}
    values = {name: family.meant(meaning, 0) for name, meaning in meanings.items()}
    try:
        Point(values, find, is_uniform=family.is_uniform).value(tree)
    except ValueError:
        return True
    except (Unreadable, Misshapen, *FAILURES):
        return False
    return False


def is_spread(tree: Node, quantity: Quantity, family: Family) -> bool:
    """Whether a formula has a value for each element, and the quantity but one: λβ² of one β."""
    find = partial(find_any, family.written)
    meanings = {name: family.written[name][0] for name in names_in(tree, find)}
    value = value_of(tree, quantity, family, find, meanings, 0)
    rights = (right_at(form, quantity, 0) for form in quantity.forms if form.family is family)
    return value is not None and not is_number(value) and any(map(is_number, rights))


def forms_with(used: Sequence[str], quantity: Quantity, family: Family) -> list[Form]:
    """The forms of a quantity that have as many roles as a formula has names."""
    used = [name for name in used if not is_settled(name, family)]
    if len(used) < FEWEST_NAMES:
        return []
    forms = (form for form in quantity.forms if form.family is family)
    return [form for form in forms if len(family.all_roles_of(form.formula)) == len(used)]


def is_constant(name: str, family: Family) -> bool:
    """Whether a name stands for a number: π."""
    return any(not LETTER.search(meaning) for meaning in family.written.get(name, ()))


def constants(used: Sequence[str], family: Family) -> Meanings:
    """The numbers, and what is made of other roles, that names stand for: n is Σ n_b."""
    return {name: family.written[name][0] for name in used if is_settled(name, family)}


def is_settled(name: str, family: Family) -> bool:
    """Whether a name stands for a number, or for something of the roles that is none of them."""
    meanings = family.written.get(name, ())
    return is_constant(name, family) or (len(meanings) == 1 and "sum(" in meanings[0])


def telling(used: Sequence[str], roles: frozenset[str], family: Family) -> Meanings:
    """The roles of names that can't stand for anything else: words and `d(a, p)`, no letters."""
    meant: Meanings = {}
    for name in used:
        known = [role for role in family.written.get(name, ()) if role in roles]
        if len(known) == 1 and known[0] not in meant.values() and TELLING.match(name):
            meant[name] = known[0]
    sure = dict(usual(used, roles, family))
    count = len(used) - len(constants(used, family))
    return sure if meant and len(set(sure.values())) == count else meant


def usual(used: Sequence[str], roles: frozenset[str], family: Family) -> Iterator[tuple[str, str]]:
    """The names that the table has for just one of the roles."""
    for name in used:
        known = [role for role in family.written.get(name, ()) if role in roles]
        if len(known) == 1:
            yield name, known[0]


def likely_meanings(used: Sequence[str], form: Form, is_free: bool = True) -> Iterator[Meanings]:
    """The ways in which names may stand for roles that leave the known ones what they are.

    is_free: whether others than the known ones may stand for the roles that are left.
    """
    roles = form.family.all_roles_of(form.formula)
    fixed = constants(used, form.family)
    used = [name for name in used if name not in fixed]
    known = [[m for m in form.family.written.get(name, ()) if m in roles] for name in used]
    strange = [name for name, meanings in zip(used, known, strict=True) if not meanings]
    if strange and (not is_free or (len(roles) < FEWEST_ROLES and not is_intricate(form))):
        return
    options = (meanings or [""] for meanings in known)
    for chosen in islice(product(*options), MOST_MEANINGS):
        given = [role for role in chosen if role]
        if len(set(given)) < len(given):
            continue
        left = sorted(roles - set(given))
        for others in islice(permutations(left), MOST_MEANINGS):
            meant = dict(zip(strange, others, strict=True))
            meant |= {name: role for name, role in zip(used, chosen, strict=True) if role}
            yield fixed | meant


@lru_cache(maxsize=512)
def is_intricate(form: Form) -> bool:
    """Whether a formula has many parts."""
    return sum(1 for _ in form.family.tree(form.formula).walk()) >= MANY_PARTS


@lru_cache(maxsize=512)
def slip_values(form: Form, any_base: bool) -> dict[str, list[Node]]:
    """What slips make of a form, by its value at the first point."""
    family = form.family
    tree, roles = family.tree(form.formula), family.all_roles_of(form.formula)
    found: dict[str, list[Node]] = {}
    for slip in islice(slips(tree), MOST_SLIPS):
        if names_of(slip, family.find_role) != roles:
            continue  # what leaves a symbol out may be another quantity
        value = at_point(slip, family, any_base, 0)
        if value is not None:
            found.setdefault(spelled(value), []).append(slip)
    return found


def spelled(value: Value) -> str:
    """The first number of a value, rounded, so that equal values share it."""
    return f"{next(iter(numbers(value)), 0.0):.6e}"


def at_point(tree: Node, family: Family, any_base: bool, point: int) -> Value | None:
    """The value of a formula in the roles of a family."""
    try:
        return Point(family.points[point], family.find_role, any_base=any_base).value(tree)
    except (Unreadable, Misshapen, *FAILURES):
        return None


def value_of(
    tree: Node, quantity: Quantity, family: Family, find: partial, meanings: Meanings, point: int
) -> Value | None:
    """The value of a formula whose names stand for some of the roles."""
    values = {name: family.meant(meaning, point) for name, meaning in meanings.items()}
    try:
        at = Point(values, find, any_base=quantity.any_base, is_uniform=family.is_uniform)
        value = at.value(tree)
        return value if numbers(value) else None
    except (Unreadable, Misshapen, *FAILURES):
        return None


def right_at(form: Form, quantity: Quantity, point: int) -> Value | None:
    return form.family.meant(form.formula, point, quantity.any_base)


def are_same(value: Value | None, other: Value | None, quantity: Quantity) -> bool:
    return value is not None and other is not None and equal(value, other, quantity)
