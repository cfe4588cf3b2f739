"""The equations of a formula: their sides, row by row and column by column."""

from collections.abc import Iterator, Sequence

from hooks.algebra.cases_in_words import CONDITION_WORDS, cases_in_words, first_of
from hooks.algebra.lexer import WORDS, Token, raw
from hooks.calculation.side_by_side import CELL, RELATION, ROW, equations
from hooks.pattern import Pattern
from hooks.record import record, replace

EQUAL = frozenset(["=", "≡", "≜", "≔", "←", "equiv", "triangleq", "coloneqq", "doteq", "leftarrow",
                   "gets", ":=", "stackrel"])  # fmt: skip
OTHER = frozenset(
    "≈ ∝ → ⇒ ≠ ~ ≃ ≅ approx propto to rightarrow Rightarrow neq ne simeq sim cong implies"
    " iff mapsto Leftrightarrow longrightarrow Longrightarrow leq le geq ge in ll gg lt gt"
    " ≤ ≥ < > ∈ ≪ ≫ leqslant geqslant approxeq lesssim".split()
)
RELATIONS = {
    **dict.fromkeys(("≈", "≃", "≅", "~", "approx", "simeq", "cong", "approxeq"), "≈"),
    **dict.fromkeys(("≤", "leq", "le", "leqslant", "<"), "≤"),
    **dict.fromkeys(("≥", "geq", "ge", "geqslant", ">"), "≥"),
}
LAYOUTS = Pattern(
    r"(?:aligned|align|gathered|gather|equation|split|array|multline|eqnarray|alignedat|alignat"
    r"|flalign)\*?"
)
WITH_COLUMNS = frozenset(["array", "alignedat", "alignat"])
PLAIN_NUMBERS = frozenset(["0", "0.5", "1", "2", "100"])  # which are made of no n
STOP_WORDS = frozenset(
    "where and with for or if when so then thus hence i.e e.g which whenever otherwise else such"
    " since because given given: where: as using is".split()
)


@record
class Statement:
    """`left = member = member`: tokens of each side. left is empty for a bare formula.

    relation, bound: what stands behind the left side if it is not said to be equal to it.
    """

    left: tuple[Token, ...]
    members: tuple[tuple[Token, ...], ...]
    relation: str = ""
    bound: tuple[Token, ...] = ()


@record
class Row:
    """What stands between two cuts of an equation. begins: no other row stands before it in its
    line."""

    tokens: tuple[Token, ...]
    begins: bool


def statements(tokens: Sequence[Token]) -> Iterator[Statement]:
    """The equations of a formula, those that stand side by side column by column."""
    if first_of(tokens, CONDITION_WORDS) > 0 and (cases := in_cases(tokens)):
        yield cases
        return
    read = without_layouts(tokens)
    for equation in equations(read, kinds(read)):
        yield from in_rows(equation)


def counted(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """A formula with n for the number of what it sums: `\\frac13 \\sum_{i=1}^{3} e_i^2`."""
    ends = {tokens[at].value for at in ends_of_sums(tokens)}
    if len(ends) != 1 or ends <= {"1", "2"} or any(token.value == "n" for token in tokens):
        return tuple(tokens)
    factors = (t for at, t in enumerate(tokens) if t.kind == "number" and not is_power(tokens, at))
    plain = PLAIN_NUMBERS - ({"2"} if ends == {"3"} else set())  # one less than n
    if not {token.value for token in factors} <= ends | plain:
        return tuple(tokens)
    return tuple(
        replace(token, kind="name", value="n")
        if token.value in ends and token.kind == "number" and not is_power(tokens, at)
        else token
        for at, token in enumerate(tokens)
    )


def ends_of_sums(tokens: Sequence[Token]) -> Iterator[int]:
    """Where the numbers stand that sums go up to."""
    for at, token in enumerate(tokens):
        if token.value != "Σ" or token.kind != "sign" or at + 2 > len(tokens):
            continue
        above = closing(tokens, at + 2) if tokens[at + 1].value == "_" else at + 1
        if above + 1 >= len(tokens) or tokens[above].value != "^":
            continue
        end = above + 1 + (tokens[above + 1].value == "{")
        if end < len(tokens) and tokens[end].kind == "number" and is_end(tokens, end):
            yield end


def is_end(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is all that stands above a sum."""
    if tokens[at - 1].value != "{":
        return True
    return at + 1 < len(tokens) and tokens[at + 1].value == "}"


def is_power(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is an exponent, and no end of a sum."""
    before = at - 1 - (tokens[at - 1].value == "{")
    return tokens[before].value == "^" and at not in set(ends_of_sums(tokens))


def in_cases(tokens: Sequence[Token]) -> Statement | None:
    """`f(x) = x if x > 0, else αx`: one equation, whatever its conditions are."""
    equals = first_of(tokens, EQUAL)
    left = tokens[: max(equals, 0)]
    if not cases_in_words(tokens[equals + 1 :]) or any(t.kind == "command" for t in tokens):
        return None
    return Statement(tuple(left), (tuple(tokens[equals + 1 :]),))


def in_rows(tokens: Sequence[Token]) -> Iterator[Statement]:
    """The equations of one column. A row that begins with a relation goes on with the one above.

    Unless that holds two equations: then it can't be told which of them.
    """
    left: tuple[Token, ...] = ()
    lefts = 0  # in the line
    for row in rows(tokens):
        if row.begins:
            left, lefts = left if lefts < 2 else (), 0
        sides, relations = sides_of(row.tokens)
        if not relations:
            if len(sides[0]) > 2:
                yield Statement((), (sides[0],))
            left = ()
            continue
        if sides[0]:
            left, lefts = sides[0], lefts + 1
        if relations[0] not in EQUAL and len(relations) == 1:
            yield Statement(left, (), RELATIONS.get(relations[0], ""), sides[1])
        elif left or lefts == 0:
            yield Statement(left, tuple(members(sides[1:], relations)))


def members(
    sides: Sequence[tuple[Token, ...]], relations: Sequence[str]
) -> Iterator[tuple[Token, ...]]:
    """The sides that are said to be equal to the first."""
    for relation, side in zip(relations, sides, strict=True):
        if relation not in EQUAL:
            return
        yield side


def without_layouts(tokens: Sequence[Token]) -> list[Token]:
    """A formula without the \\begin{aligned} and \\end{aligned} around its rows."""
    kept: list[Token] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        behind = closing(tokens, position + 1) if token.value in ("begin", "end") else 0
        name = raw(tokens[position + 1 : behind]) if token.kind == "command" and behind else ""
        if not LAYOUTS.fullmatch(name):
            kept.append(token)
            position += 1
            continue
        has_columns = token.value == "begin" and name.rstrip("*") in WITH_COLUMNS
        position = closing(tokens, behind) if has_columns else behind
    return kept


def kinds(tokens: Sequence[Token]) -> list[str]:
    """What each token is to the layout: an ampersand, a line break, a relation, or nothing."""
    if not any(token.value == "&" for token in tokens):
        return [""] * len(tokens)
    found: list[str] = []
    depth = 0
    for token in tokens:
        depth += deeper(token)
        found.append(kind_of(token) if depth <= 0 else "")
    return found


def kind_of(token: Token) -> str:
    if token.kind not in ("sign", "command"):
        return ""
    if is_line_break(token):
        return ROW
    if token.value in EQUAL or token.value in OTHER:
        return RELATION
    return CELL if token.value == "&" else ""


def is_line_break(token: Token) -> bool:
    r"""Whether it is `\\\\` and no space between two equations of a line."""
    return token.value == "\\\\" and token.end - token.start == 2


def deeper(token: Token) -> int:
    """How much deeper in brackets and environments one is behind a token."""
    if token.kind == "command":
        return (token.value == "begin") - (token.value == "end")
    if token.kind == "sign" and token.value:
        return (token.value in "([{") - (token.value in ")]}")
    return 0


def rows(tokens: Sequence[Token]) -> Iterator[Row]:
    """Cut at line breaks, commas, semicolons and words, outside of brackets and cases."""
    row: list[Token] = []
    depth, position, skipping, begins = 0, 0, False, True
    while position < len(tokens):
        token = tokens[position]
        depth += deeper(token)
        word = stop_word(tokens, position) if not depth else ""
        if word or (depth <= 0 and token.kind == "sign" and token.value in ("\\\\", ";", ",")):
            if not continues(tokens, position, token):
                if row and not skipping:
                    yield Row(tuple(row), begins)
                begins = is_line_break(token) or (begins and not row)
                row, skipping = [], word in ("if", "when")
            position += word_length(tokens, position) if word else 1
            continue
        if token.kind == "command" and token.value in ("tag", "label"):
            position = closing(tokens, position + 1)
            continue
        if depth > 0 or token.value != "&":
            row.append(token)
        position += 1
    while row and row[-1].value == ".":
        row.pop()
    if row and not skipping:
        yield Row(tuple(row), begins)


def continues(tokens: Sequence[Token], position: int, token: Token) -> bool:
    """Whether the next row goes on with + or −."""
    if token.value != "\\\\":
        return False
    following = [t for t in tokens[position + 1 : position + 5] if t.value not in ("&", "{", "}")]
    return bool(following) and following[0].value in ("+", "-", "*", "·")


def stop_word(tokens: Sequence[Token], position: int) -> str:
    """The word of `\\text{ where }` and the like; "" if there is none."""
    token = tokens[position]
    if token.kind == "command" and token.value in WORDS:
        inside = raw(tokens[position + 1 : closing(tokens, position + 1)], spaces=True)
        first = inside.split()[0].lower().strip(".,:") if inside.split() else ""
        return first if first in STOP_WORDS else ""
    return ""


def word_length(tokens: Sequence[Token], position: int) -> int:
    return closing(tokens, position + 1) - position


def closing(tokens: Sequence[Token], position: int) -> int:
    """The position behind the bracket that opens here."""
    depth = 0
    while position < len(tokens):
        depth += (tokens[position].value == "{") - (tokens[position].value == "}")
        position += 1
        if depth <= 0:
            break
    return position


def sides_of(row: tuple[Token, ...]) -> tuple[list[tuple[Token, ...]], list[str]]:
    """The parts of a row between its relations, and these."""
    sides: list[list[Token]] = [[]]
    relations: list[str] = []
    depth = 0
    for token in row:
        if token.kind == "command" and token.value in ("begin", "end"):
            depth += 1 if token.value == "begin" else -1
        if token.kind == "sign":
            depth += token.value in "([{" and token.value != ""
            depth -= token.value in ")]}" and token.value != ""
        is_relation = token.value in EQUAL or token.value in OTHER
        if depth <= 0 and is_relation and token.kind in ("sign", "command"):
            if sides[-1] and sides[-1][-1].value == ":":
                sides[-1].pop()
            relations.append(token.value)
            sides.append([])
        else:
            sides[-1].append(token)
    return [tuple(side) for side in sides], relations
