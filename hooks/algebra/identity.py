"""Whether a written formula is the quantity that it is said to be."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations, islice, permutations, product

from hooks.algebra.catalog import Quantity
from hooks.algebra.equations import closing
from hooks.algebra.evaluate import FAILURES, FREE, Point, names_of
from hooks.algebra.families import POINTS, Family, find_any, find_in
from hooks.algebra.grammar import SERIES, Vocabulary, trees_of
from hooks.algebra.lexer import ACCENTS, FUNCTIONS, Token, Unreadable, lex, raw
from hooks.algebra.names import key
from hooks.algebra.tree import Applied, Binary, Call, Node, Number, Series
from hooks.algebra.values import Misshapen, Value, same
from hooks.pattern import Pattern
from hooks.record import record, replace

MOST_CHOICES = 64
CONSTANTS = ("number", "probability", "real")
MOST_NUMBERS = 3
MOST_FILLED = 2  # constants of a form that have numbers in a special case
MANY = 3  # letters of a formula of which one alone is left in a special case
MOST_STRANGE = 3  # names in a formula that the table does not have
OPERATING = (Binary, Call, Series)
HEADS = ("P", "p", "Pr")
LETTER = Pattern(r"[^\W\d]")
DOMAIN = "math domain"  # in what math says of a value that it has no function value for
GIVEN = Pattern(r"Pr?\(([^|(),]{1,12})\|([^|(),]{1,12})\)", re.I)
INDEXED = r"[A-Za-z]_[a-z]"
# Between a function and letters beside it that have run together: w_nlogp_n.
APART = Pattern(
    r"(?<=[\w)}])(?<![A-Za-z]{2})(?=(?:log|ln|exp)(?:[A-Za-z](?![A-Za-z])|\())"
    r"|(?<=log)(?<![A-Za-z]log)(?=[A-Za-z](?![A-Za-z]))|(?<=ln)(?<![A-Za-z]ln)(?=[A-Za-z](?![A-Za-z]))"
)
PART = Pattern(rf"Pr?\((?:([^|(),]{{1,12}})\|({INDEXED})|({INDEXED})\|([^|(),]{{1,12}}))\)", re.I)


@record
class Judgment:
    """right: it is the quantity. understood: every symbol of it is known.

    tree: as it was read; family: with whose names. bracketed: it would be right if a slash
    divided by all that follows.
    """

    right: bool
    understood: bool
    quantity: Quantity | None = None
    readings: tuple[tuple[Node, Family], ...] = ()


UNKNOWN = Judgment(False, False)


def judge(
    tokens: Sequence[Token],
    latex: bool,
    quantities: Sequence[Quantity],
    arguments: Sequence[str] = (),
) -> Judgment:
    """Whether the formula is one of the quantities, all of which bear the name it is given.

    arguments: the names in the brackets behind the quantity's name: `KL(q, p)`.
    """
    if any(token.value == "±" for token in tokens):
        quantities = [quantity for quantity in quantities if "±" in quantity.relations]
    understood: Quantity | None = None
    readings: list[tuple[Node, Family]] = []
    for quantity in quantities:
        read = respelled(tokens, quantity)
        in_latex = latex and not (read is not tokens and has_fraction(tokens))
        for family in quantity.families:
            overrides = renamed(quantity, family, arguments, read)
            for tree in trees(read, in_latex, family, overrides):
                verdict = is_quantity(tree, quantity, family, overrides, MOST_FILLED)
                if verdict:
                    return Judgment(True, True, quantity, ((tree, family),))
                if verdict is False:
                    understood = understood or quantity
                    readings.append((tree, family))
    if understood is None:
        return judge_renamed(tokens, latex, quantities)
    return Judgment(False, True, understood, tuple(readings))


def judge_renamed(tokens: Sequence[Token], latex: bool, quantities: Sequence[Quantity]) -> Judgment:
    """The same where some symbols have names of their own: right if it is with any meaning."""
    understood: Judgment = UNKNOWN
    for quantity in quantities if any(q.renamed for q in quantities) else ():
        for family in quantity.families if quantity.renamed else ():
            read = tokens if latex else with_phrases(tokens, family)
            for tree in trees(read, latex, family, {}, any_name=True):
                for meanings in assignments(tree, quantity, family):
                    verdict = is_quantity(tree, quantity, family, meanings)
                    judgment = Judgment(bool(verdict), True, quantity, ((tree, family),))
                    if verdict:
                        return judgment
                    understood = judgment if verdict is False else understood
    return understood


def with_phrases(tokens: Sequence[Token], family: Family) -> list[Token]:
    """Words beside each other that the table does not have, as one name: `loaves sold`."""
    made: list[Token] = []
    for token in tokens:
        last = made[-1] if made else None
        is_joined = last and token.spaced and is_plain_word(last) and is_plain_word(token)
        if is_joined and last.value.lower() not in family.phrases:
            made[-1] = replace(last, value=f"{last.value}_{token.value}", end=token.end)
        else:
            made.append(token)
    return made


def is_plain_word(token: Token) -> bool:
    """Whether a token is a word of a language, and no function."""
    is_word = token.kind == "name" and len(token.value) > 2 and token.value not in FUNCTIONS
    return (
        is_word
        and token.value.replace("_", "").isascii()
        and token.value.replace("_", "").isalpha()
    )


def assignments(tree: Node, quantity: Quantity, family: Family) -> Iterator[dict[str, str]]:
    """The roles that unknown names may have if each name stands for one role of a form."""
    try:
        used = names_of(tree, partial(find_any, family.written))
    except (Unreadable, *FAILURES):
        return
    known = [family.written[name] for name in used if name in family.written]
    strange = sorted(used - family.written.keys())
    if len(strange) > MOST_STRANGE or (len(used) < 3 and not known):
        return
    forms = (form.formula for form in quantity.forms if form.family is family)
    for roles in {family.all_roles_of(form) for form in forms}:
        if len(roles) != len(used) or not all(roles & set(meanings) for meanings in known):
            continue
        sure = {meanings[0] for meanings in known if len(meanings) == 1}
        for chosen in permutations(sorted(roles - sure), len(strange)):
            yield dict(zip(strange, chosen, strict=True))


def respelled(tokens: Sequence[Token], quantity: Quantity) -> Sequence[Token]:
    """A formula with what the quantity's table has other spellings for."""
    if not quantity.respelled:
        return tokens
    plain = text = unspaced(with_brackets(without_fractions(tokens)))
    for pattern, new in quantity.respelled:
        text = re.sub(pattern, new, text)
    if text == plain:
        return tokens
    try:
        return lex(APART.sub(" ", text))
    except Unreadable:
        return tokens


def with_brackets(tokens: Sequence[Token]) -> Sequence[Token]:
    """What plain text would lose: `e^{-x}` as `e^(-x)`, the braces of `v_{t-1}`, a n in `w_n p`."""
    made, apart = list(tokens), []
    for at, token in enumerate(tokens[:-2]):
        if token.value not in ("^", "_", "sqrt"):
            continue
        end = closing(tokens, at + 1)
        inside = {token.value for token in tokens[at + 2 : end - 1]}
        pair = "{}" if token.value == "_" else "()"
        if end - at > 4 and (token.value != "_" or inside & {"+", "-", "="}):
            made[at + 1] = Token("name", pair[0], token.start, token.end)
            made[end - 1] = Token("name", pair[1], token.start, token.end)
        if token.value in "_^" and end < len(tokens) and tokens[end].kind == "name":
            apart.append(end)
    for at in reversed(apart):
        made.insert(at, Token("name", " ", made[at].start, made[at].start))
    return made


def unspaced(tokens: Sequence[Token]) -> str:
    """Tokens as text without spaces, but for the one that a function needs: `Σ_i max(0, x)`."""
    text = ""
    for token in tokens:
        is_apart = token.value in FUNCTIONS and text[-1:].isalnum() and text[-1:].isascii()
        value = token.value if token.kind == "name" else ACCENTS.get(token.value) or raw([token])
        text += f" {value}" if is_apart else value
    return text


def without_fractions(tokens: Sequence[Token]) -> Sequence[Token]:
    """`\\frac{a}{b}` as `((a)/(b))`: its braces as brackets, and a slash between them."""
    made = list(braced(tokens))
    while (at := last_fraction(made)) >= 0:
        middle = closing(made, at + 1)
        end = closing(made, middle)
        if made[at + 1].value != "{" or end - middle < 2 or made[middle].value != "{":
            return tokens
        over, under = made[at + 2 : middle - 1], made[middle + 1 : end - 1]
        opening, slash, shut = (Token("sign", s, made[at].start, made[at].end) for s in "(/)")
        made[at:end] = [opening, opening, *over, shut, slash, opening, *under, shut, shut]
    return made


def braced(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens with braces around the parts of a bare fraction: `\\frac12`, `\\frac1n`."""
    missing = 0
    for token in tokens:
        missing = 2 if token.value == "frac" else 0 if token.value == "{" else missing
        is_part = missing and token.value != "frac"
        digits = is_part and missing == 2 and token.kind == "number" and len(token.value) == 2
        for part in token.value if digits else [token.value]:
            inner = replace(token, value=part)
            opening, shut = (Token("sign", s, token.start, token.end) for s in "{}")
            yield from (opening, inner, shut) if is_part else (inner,)
            missing -= bool(is_part)


def has_fraction(tokens: Sequence[Token]) -> bool:
    return any(token.value == "frac" for token in tokens)


def last_fraction(tokens: Sequence[Token]) -> int:
    """Where the last fraction starts, in which there is no other; -1 if there is none."""
    found = (at for at in range(len(tokens) - 1, -1, -1) if tokens[at].value == "frac")
    return next((at for at in found if at + 1 < len(tokens)), -1)


def renamed(
    quantity: Quantity, family: Family, arguments: Sequence[str], tokens: Sequence[Token]
) -> dict[str, str]:
    """What names mean because the left side says so: in σ(a) the a is the variable."""
    if family.name == "partition":
        return parts_of(arguments, tokens)
    if family.name == "events":
        if len(arguments) == 1 and (other := GIVEN.search(raw(tokens))):
            arguments = (*arguments, other[2] if other[1] == arguments[0] else other[1])
        return events(*arguments, written=spelled(tokens)) if len(arguments) == 2 else {}
    if len(arguments) != len(quantity.arguments):
        return {}
    return {
        key(name): role
        for name, role in zip(arguments, quantity.arguments, strict=True)
        if role in family.roles
    }


def spelled(tokens: Sequence[Token]) -> str:
    """The letters and signs of a formula without what keys of names leave out."""
    return re.sub(r"[\s_]+", "", raw(tokens))


PRIORS = ("π", "π_1", "π_D")  # letters for the prior probability


def events(a: str, b: str, written: str) -> dict[str, str]:
    """What the probabilities of two events and of their complements are, by their shares.

    both, first, second and neither are the shares of what happens.
    """
    whole = "(both + first + second + neither)"
    first, second = spellings(a, written), spellings(b, written)
    if f"({key(a)})" in written:  # without its share, both are as likely
        first += opposite(first, b, written)
    share = {(1, 1): "both", (1, 0): "first", (0, 1): "second", (0, 0): "neither"}
    meant = {}
    for one, x in first:
        given_one = f"({share[x, 0]} + {share[x, 1]})"
        meant[one] = f"{given_one} / {whole}"
        for other, y in second:
            given_other = f"({share[0, y]} + {share[1, y]})"
            meant[other] = f"{given_other} / {whole}"
            meant[f"{one}|{other}"] = f"{share[x, y]} / {given_other}"
            meant[f"{other}|{one}"] = f"{share[x, y]} / {given_one}"
            for joint in ("∩", ",", "and", "∧", ""):
                for pair in (f"{one}{joint}{other}", f"{other}{joint}{one}"):
                    meant[pair] = f"{share[x, y]} / {whole}"
    prior = {key(letter): meant[first[0][0]] for letter in PRIORS}
    named = {key(f"{head}({event})"): share for event, share in meant.items() for head in HEADS}
    return prior | named


def parts_of(arguments: Sequence[str], tokens: Sequence[Token]) -> dict[str, str]:
    """What the probabilities of an event A and of the parts B_i of all that happens are."""
    found = PART.search(raw(tokens))
    if len(arguments) != 1 or not found or arguments[0] not in (found[1], found[4]):
        return {}
    event, part = arguments[0], found[2] or found[3]
    whole = "sum(prior * given)"
    meant = {
        f"{event}": whole,
        f"{part}": "prior",
        f"{event}|{part}": "given",
        f"{part}|{event}": f"prior * given / {whole}",
    }
    for joint in ("∩", ",", "and", "∧"):
        for pair in (f"{event}{joint}{part}", f"{part}{joint}{event}"):
            meant[pair] = "prior * given"
    return {key(f"{head}({inner})"): formula for inner, formula in meant.items() for head in HEADS}


def spellings(event: str, written: str) -> list[tuple[str, int]]:
    """How an event, 1, and its complement, 0, are written in a formula."""
    complements = ("¬{}", "not{}", "bar {}", "{}^c", "{}'", "~{}", "{}^C", "no{}", "not-{}")
    spelled = (form.format(event) for form in complements)
    return [(event, 1), *((s, 0) for s in spelled if re.sub(r"[\s_]+", "", s) in written)]


def opposite(first: Sequence[tuple[str, int]], given: str, written: str) -> list[tuple[str, int]]:
    """The complement of an event that has a letter of its own: ham beside spam.

    It is the only other one that the second event is given by.
    """
    known = {re.sub(r"[\s_]+", "", event) for event, _ in first}
    others = {found[2] for found in GIVEN.finditer(written) if found[1] == given} - known
    return [(event, 0) for event in others] if len(others) == 1 and len(first) == 1 else []


def trees(
    tokens: Sequence[Token],
    latex: bool,
    family: Family,
    overrides: Mapping[str, str],
    any_name: bool = False,
) -> Iterator[Node]:
    """The formula in every reading, the most usual first. any_name: every word is a name."""
    return trees_of(tokens, vocabulary(family, overrides, any_name), latex)


def vocabulary(family: Family, overrides: Mapping[str, str], any_name: bool) -> Vocabulary:
    def knows(name: str) -> bool:
        is_word = any_name and len(name) > 2 and name.replace("_", "").isalnum()
        is_word = is_word and name not in FUNCTIONS
        return is_word or name in family.written or name in overrides

    return Vocabulary(knows, family.functions, family.phrases)


def is_quantity(
    tree: Node,
    quantity: Quantity,
    family: Family,
    overrides: Mapping[str, str],
    most_filled: int = 1,
) -> bool | None:
    """Whether the formula is the quantity; None if not all of it is understood.

    most_filled: for how many constants it may have numbers.
    """
    is_formula = quantity.multiple or any(map(is_operating, tree.walk()))
    if not is_formula or (quantity.summed and not has_sum(tree)):
        return None
    names = family.written
    if overrides:
        names = {**names, **{name: (role,) for name, role in overrides.items()}}
    find = partial(find_in, names)
    try:
        used = sorted(names_of(tree, find))
    except (Unreadable, *FAILURES):
        return None
    is_events = family.name == "events" and not quantity.summed
    if not any(map(is_variable, (names[name] for name in used))) or (
        is_events and not is_reversed(used, overrides)
    ):
        return None
    forms = [form.formula for form in quantity.forms if form.family is family]
    compared = False
    dots = (True, False) if any(map(is_dot, tree.walk())) else (True,)
    for choice in islice(product(*(names[name] for name in used)), MOST_CHOICES):
        meanings = dict(zip(used, choice, strict=True))
        for dot in dots:
            matches = agreeing(tree, meanings, forms, quantity, family, find, dot)
            if matches:
                return True
            compared = compared or matches is False
            filled = (
                list(with_numbers(tree, meanings, forms, family, most_filled))
                if matches is False
                else ()
            )
            if filled and agreeing(tree, meanings, filled, quantity, family, find, dot):
                return True
    if not compared or not is_general(used, names, forms, family):
        return None
    is_other = family.name == "confusion" and is_other_notation(
        [names[name] for name in used], used
    )
    has_weights = family.name == "vectors" and len(used) > len(family.roles)
    return None if is_other or has_weights else False


def with_numbers(
    tree: Node, meanings: Mapping[str, str], forms: Sequence[str], family: Family, most: int
) -> Iterator[str]:
    """The forms with the formula's own numbers for constants that it does not name.

    The mean (k + 2)/(n + 10) of a posterior has the prior Beta(2, 8).
    """
    numbers = {node.value for node in tree.walk() if isinstance(node, Number)} - {0.0}
    used = set(meanings.values())
    for form in forms if len(numbers - {1.0}) <= MOST_NUMBERS else ():
        roles = family.all_roles_of(form)
        left = sorted(roles - used)
        if not used <= roles or not 0 < len(left) <= most:
            continue
        if any(family.roles.get(role, "") not in CONSTANTS for role in left):
            continue
        own = numbers if len(left) == 1 else terms_of(tree)
        for chosen in product(sorted(own), repeat=len(left)):
            if chosen != (1.0,):
                yield filled(form, dict(zip(left, chosen, strict=True)))


def terms_of(tree: Node) -> set[float]:
    """The numbers of a formula that are no exponents, and their differences."""
    raised = [node.right for node in tree.walk() if isinstance(node, Binary) and node.op == "^"]
    powers = [id(part) for exponent in raised for part in exponent.walk()]
    own = {n.value for n in tree.walk() if isinstance(n, Number) and id(n) not in powers} - {0.0}
    return own | {abs(a - b) for a, b in combinations(own, 2)}


def filled(form: str, values: Mapping[str, float]) -> str:
    """A form of the table with numbers for some of its roles."""
    for role, value in values.items():
        form = re.sub(rf"(?<![\w.]){re.escape(role)}(?![\w(])", f"({value:.12g})", form)
    return form


def is_dot(node: Node) -> bool:
    """Whether a part may be an inner product, or not."""
    return isinstance(node, Binary) and node.op == "·"


def is_variable(meanings: Sequence[str]) -> bool:
    """Whether a name is no mere constant: σ² = π²/6 holds of one distribution."""
    return any(map(LETTER.search, meanings))


def is_other_notation(meanings: Sequence[Sequence[str]], used: Sequence[str]) -> bool:
    """Whether letters can't stand for what they usually do: r/n and r/R, of counts r.

    A letter that can only be a rate is not put beside another of the same rate, or beside one that
    can only be a count. Of one letter alone nobody knows: `p - 1`, `n(1)`.
    """
    if any(len(name) > 1 for name in used):
        return False
    rates = [found for found in meanings if all("/" in meaning for meaning in found)]
    counts = [found for found in meanings if not any("/" in meaning for meaning in found)]
    repeated = any(set(a) & set(b) for a, b in combinations(rates, 2))
    return repeated or len(used) == 1 or (bool(counts) and bool(rates))


def is_general(
    used: Sequence[str], names: Mapping[str, tuple[str, ...]], forms: Sequence[str], family: Family
) -> bool:
    """Whether a wrong formula has symbols enough: with one of several it may be a special case.

    2p/(1 + p) is F1 where all are flagged. TP/(TP + TP) is nothing.
    """
    if len(used) > 1:
        return True
    if is_size(names[used[0]][0], family) or is_vector(names[used[0]][0], family):
        return any(family.roles_of(form) <= {names[used[0]][0]} for form in forms)
    if names[used[0]][0] in family.roles:  # of many letters the others may be filled in
        return any(len(family.all_roles_of(form)) < MANY for form in forms)
    covered = [family.roles_of(meaning) for meaning in names[used[0]]]
    return any(family.roles_of(form) <= roles for form in forms for roles in covered) or not any(
        len(roles) == 1 or len(family.roles_of(form)) > 2 for form in forms for roles in covered
    )


def is_size(meaning: str, family: Family) -> bool:
    """Whether a symbol only counts: 1/√(n − 3) is the standard error of something else."""
    return family.roles.get(meaning, "").startswith(("size", "large"))


def is_vector(meaning: str, family: Family) -> bool:
    """Whether a symbol is one of several that are summed: with θ_i alone other things are made."""
    return family.roles.get(meaning, "").startswith("vector")


def agreeing(
    tree: Node,
    meanings: Mapping[str, str],
    forms: Sequence[str],
    quantity: Quantity,
    family: Family,
    find: partial,
    dot: bool,
) -> bool | None:
    """Whether one of the forms has the formula's value at every point; None without values."""
    left = list(forms)
    compared = is_undefined = False
    for point in range(POINTS):
        value = written_value(tree, meanings, quantity, family, find, dot, point)
        if value is None:
            continue
        known = [(form, family.meant(form, point, quantity.any_base)) for form in left]
        if isinstance(value, OutOfDomain):
            is_undefined = is_undefined or any(right is not None for _, right in known)
            continue
        left = [
            form for form, right in known if right is not None and equal(value, right, quantity)
        ]
        compared = compared or any(right is not None for _, right in known)
        if compared and not left:
            return False
    return True if compared else False if is_undefined else None


class Undefined:
    """Stands for the value of a formula whose matrices do not fit, or that divides by zero."""


class OutOfDomain(Undefined):
    """The same of one that takes the logarithm or the root of a negative number at a point, or is
    too large: some right ones do, as √(v − m²), but not everywhere."""


def written_value(
    tree: Node,
    meanings: Mapping[str, str],
    quantity: Quantity,
    family: Family,
    find: partial,
    dot: bool,
    point: int,
) -> Value | Undefined | None:
    values = {name: family.meant(meaning, point) for name, meaning in meanings.items()}
    if any(value is None for value in values.values()):
        return None
    try:
        return Point(values, find, dot, quantity.any_base, family.is_uniform).value(tree)
    except Misshapen:
        return Undefined() if quantity.matrices else None
    except ZeroDivisionError:
        return Undefined()
    except OverflowError:
        return OutOfDomain()
    except ValueError as error:
        return OutOfDomain() if DOMAIN in str(error) else None
    except (Unreadable, *FAILURES):
        return None


def equal(value: Value | Undefined, right: Value, quantity: Quantity) -> bool:
    if isinstance(value, Undefined):
        return False
    try:
        if same(value, right, FREE):
            return True
        return quantity.percent and same(value, 100 * right, FREE)
    except FAILURES:
        return False


def others(judgment: Judgment, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities that a wrong formula is instead."""
    for tree, family in judgment.readings:
        for quantity in quantities:
            if family.name in quantity.family_names and is_quantity(
                tree, quantity.as_number, family, {}
            ):
                yield quantity


def is_reversed(used: Sequence[str], overrides: Mapping[str, str]) -> bool:
    """Whether a formula for P(A|B) has P(B|A), which needs no assumption to relate the two."""
    given = ("both / (first + both)", "both / (second + both)")
    return any(overrides.get(name) in given for name in used) and len(used) > 1


def has_sum(tree: Node) -> bool:
    return any(
        isinstance(node, Series)
        or (isinstance(node, Binary) and node.op == "+")
        or (isinstance(node, Call) and node.function in SERIES)
        for node in tree.walk()
    )


def is_operating(node: Node) -> bool:
    """Whether a part computes something: a name alone is no formula."""
    if isinstance(node, Binary) and node.op in "*·":
        return not isinstance(node.left, Number)  # "0.22 recall", "5400 s"
    return isinstance(node, OPERATING) or (isinstance(node, Applied) and "|" in node.text)
