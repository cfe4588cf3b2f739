"""What a program on a page says of its own results: comments, answers of a session, asserts."""

import ast
import math
import re
from collections.abc import Iterator

from hooks.calculation.listing import Listing, rows_below
from hooks.pattern import Pattern
from hooks.python_code.interpreter import Event, Machine, run
from hooks.python_code.printed import Claim, chain, claim_of, computed, difference, number_alone
from hooks.python_code.tensors import Tensor

CLAIMS = Pattern(r"#\s*\S|^\s*>>>|^\s*In \[|^\s*assert\b", re.M)
HISTORY = Pattern(r"\b(?:python ?2|wrong|not|instead|bug|error|raises|varies|e\.g)\b|❌", re.I)
SHAPE = Pattern(
    r"[#\s]*(?:→|->|=>)?\s*(?P<named>shape\s*(?:is|[:=])?\s*|torch\.Size\()?"
    r"(?P<shape>\(\s*\d+\s*,(?:\s*\d+\s*,)*(?:\s*\d+)?\s*\)|(?<=torch\.Size\()\[[\d,\s]+\])",
    re.I,
)
BOOLEANS = ("True", "False")
TRIVIAL = (ast.Constant, ast.Name, ast.List, ast.Tuple, ast.Dict, ast.Attribute)

Problem = tuple[int, int, str]


def claim_problems(found: Listing, machine: Machine) -> Iterator[Problem]:
    """The results that the program does not give; `machine` knows the programs before it."""
    events = list(run(found.tree, machine))
    if not found.output and not CLAIMS.search(found.block.text.content):
        return
    for event in events:
        if event.kind == "opaque":
            continue
        if event.kind == "assert":
            yield from assert_problem(found, event)
        elif not event.repeated:
            yield from comment_problems(found, event)
            yield from answer_problems(found, event)
    yield from output_problems(found, events)


def assert_problem(found: Listing, event: Event) -> Iterator[Problem]:
    """An `assert` that fails, unless only because floats are not exact."""
    holds, *sides = event.value
    if holds or nearly_equal(*sides):
        return
    test = event.node.test
    row = test.lineno - 1
    if HISTORY.search(found.comments.get(row, (0, ""))[1]):
        return
    left, right = map(repr, sides)
    message = f"`{ast.unparse(test)[:80]}` is false: the sides are {left[:40]} and {right[:40]}"
    yield *found.position_of(test), message


def nearly_equal(left: object, right: object) -> bool:
    """Whether two numbers differ only because floats are not exact."""
    numbers = isinstance(left, (int, float)) and isinstance(right, (int, float))
    return numbers and math.isclose(left, right, rel_tol=1e-9)


def comment_problems(found: Listing, event: Event) -> Iterator[Problem]:
    """Comments behind the statement or on their own below it that name another result."""
    last = event.node.end_lineno - 1
    if last in found.comments:
        column, text = found.comments[last]
        yield from claimed_problem(found, event, last, column, text, alone=False)
    elif event.kind in ("print", "value"):
        below = rows_below(found, last)
        if len(below) == 1 and below[0] in found.comments:
            column, text = found.comments[below[0]]
            yield from claimed_problem(found, event, below[0], column, text, alone=True)


def claimed_problem(
    found: Listing, event: Event, row: int, column: int, comment: str, alone: bool
) -> Iterator[Problem]:
    if isinstance(event.value, Tensor):
        yield from shape_problem(found, event, row, column, comment)
        return
    claim = claim_of(comment)
    if claim is None or HISTORY.search(comment) or (event.kind == "value" and is_text(event)):
        return
    if event.kind == "assign" and not is_computed(event.node):
        return
    for start, text in texts(claim, event):
        wrong = difference(event.value, text, claim.rough)
        if wrong:
            place = found.position(row, column + claim.start + start + wrong.start)
            yield *place, message(event, wrong.actual, wrong.claimed)
            return


def shape_problem(
    found: Listing, event: Event, row: int, column: int, comment: str
) -> Iterator[Problem]:
    """A shape in a comment behind what makes an array: "# (32, 128)", "# shape: (32, 128)"."""
    said = SHAPE.match(comment)
    if not said or HISTORY.search(comment) or not (said["named"] or event.value.is_random):
        return
    shape = tuple(int(side) for side in re.findall(r"\d+", said["shape"]))
    if shape != event.value.shape:
        place = found.position(row, column + said.start("shape"))
        yield *place, message(event, str(event.value.shape), said["shape"])


def texts(claim: Claim, event: Event) -> Iterator[tuple[int, str]]:
    """The texts of a claim that must agree with the value, each with its start."""
    parts = chain(claim.text)
    if parts:
        if event.kind == "print" and not is_number(event.value):
            return
        for start, part in parts:
            if number_alone(part):
                yield start, number_alone(part)
            elif computed(part) is None and part.casefold() not in names_of(event.node):
                return
        return
    alone = number_alone(claim.text)
    if alone:
        yield 0, alone
    elif event.kind != "assign" or claim.text in BOOLEANS or claim.text[:1] in "[(":
        yield 0, claim.text


def names_of(node: ast.stmt) -> set[str]:
    """The names that a statement binds or shows, as a comment may repeat them."""
    return {part.id.casefold() for part in ast.walk(node) if isinstance(part, ast.Name)}


def is_number(text: object) -> bool:
    return isinstance(text, str) and number_alone(text) == text


def is_text(event: Event) -> bool:
    return isinstance(event.value, str) or event.value is None


def is_computed(node: ast.Assign | ast.AnnAssign | ast.AugAssign) -> bool:
    """Whether a statement computes: a number beside `lr = 0.1` may be about anything."""
    if isinstance(node, ast.AugAssign):
        return True
    value = node.value.operand if isinstance(node.value, ast.UnaryOp) else node.value
    return not isinstance(value, TRIVIAL)


def answer_problems(found: Listing, event: Event) -> Iterator[Problem]:
    """The answer of a session's interpreter to a statement."""
    rows = found.outputs.get(event.node.end_lineno - 1, ())
    rows = [row for row in rows if not found.rows[row].lstrip().startswith("#")]
    if len(rows) != 1 or event.kind not in ("print", "value") or event.value is None:
        return
    text = found.rows[rows[0]]
    lead = len(text) - len(re.sub(r"^\s*(?:Out\[\d*\]:\s?)?", "", text))
    wrong = difference(event.value, text[lead:])
    if wrong:
        line, column = found.position(rows[0], lead + wrong.start)
        yield line, column, message(event, wrong.actual, wrong.claimed)


def message(event: Event, actual: str, claimed: str) -> str:
    what = ast.unparse(getattr(event.node, "value", event.node))
    if event.kind == "print":
        what = ast.unparse(event.node)
    return f"`{what[:80]}` gives {actual.strip()}; the page says {claimed.strip()}"


def output_problems(found: Listing, events: list[Event]) -> Iterator[Problem]:
    """An output right below the program that the program does not print."""
    if not found.output or any(event.kind == "opaque" for event in events):
        return
    prints = [event for event in events if event.kind == "print"]
    printed = [(event, row) for event in prints for row in event.value.split("\n")]
    shown = found.output.text.content.split("\n")
    if len(printed) != len(shown):
        return
    start = 0
    for (event, row), text in zip(printed, shown, strict=True):
        if wrong := difference(row, text):
            place = found.output.text.position(start + wrong.start)
            yield *place, message(event, wrong.actual, wrong.claimed)
        start += len(text) + 1
