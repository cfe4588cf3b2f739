"""Formulas of a page, and functions that heads name, which all rows of a table show but one.

Where the heads name the letters of a formula, and the text states the others, it takes little
evidence, and no slip of the pen: two other rows, to all their digits.
"""

from collections.abc import Iterator, Sequence
from itertools import permutations

from hooks.calculation.limits import is_limit
from hooks.page import Question
from hooks.record import replace
from hooks.tables.broken import Broken, is_firm, is_sequence, lacks_signs
from hooks.tables.constants import numbers_of
from hooks.tables.excuses import PIECEWISE, is_another_case, is_of_measurements
from hooks.tables.forms import ITSELF, Form
from hooks.tables.formulas import (
    ALIKE,
    LINES,
    NAMED,
    Formula,
    formulas,
    laws_by,
    of_heads,
    stated,
    with_letters,
)
from hooks.tables.functions import FUNCTIONS, Function
from hooks.tables.grid import Column, Grid, grids
from hooks.tables.laws import NEARLY, RIGHT, WRONG, Law, worth
from hooks.tables.search import laws_of
from hooks.tables.spoken_formulas import said_formulas

ENOUGH = 1.3  # evidence, as a power of ten
FEWEST = 2  # rows that agree


def misfits(page: Question) -> Iterator[Broken]:
    """For each table, the cell that is not what a function gives that all others show."""
    for grid in grids(page):
        found = [one for law in laws(page, grid) if (one := misfit(page, grid, law))]
        if found:
            best = max(found, key=lambda one: one.evidence)
            if not is_explained(page, grid, best.law):
                yield best


def laws(page: Question, grid: Grid) -> Iterator[Law]:
    """What the table may show, by what is said."""
    for formula in (*of_heads(grid), *formulas(page), *said_formulas(page)):
        if formula.is_of_letters:
            found = list(by_formula(page, grid, formula))
            if not any(law.states.count(RIGHT) == law.size for law in found):  # of another column
                yield from found
    for function in FUNCTIONS:
        yield from by_function(grid.columns, function)


def by_formula(page: Question, grid: Grid, formula: Formula) -> Iterator[Law]:
    for target, slots, values, cost in with_letters(formula, grid.columns, stated(page)):
        if cost <= ALIKE:  # no letter may be any column
            yield from laws_by(formula, grid.columns, target, slots, values, cost)


def by_function(columns: Sequence[Column], function: Function) -> Iterator[Law]:
    """A function of columns that are called so."""
    arity = len(function.inputs)
    for target, column in enumerate(columns):
        if not function.result.search(column.head):
            continue
        for inputs in permutations([at for at in range(len(columns)) if at != target], arity):
            named = zip(function.inputs, inputs, strict=True)
            given = [entry and entry.value for entry in columns[inputs[0]].entries]
            if None not in given and all(name.search(columns[at].head) for name, at in named):
                form = Form(arity, 1, function.written, function.made(given))
                places = tuple((at, 0) for at in inputs)
                yield Law(columns, target, ITSELF, form, places, LINES[0][0], NAMED)


def misfit(page: Question, grid: Grid, law: Law) -> Broken | None:
    """The one row that is off, if all others agree to all their digits."""
    exact = replace(law, is_exact=True)
    states = exact.states
    if states.count(WRONG) != 1 or NEARLY in states or is_of_measurements(law):
        return None
    if PIECEWISE.search(law.columns[law.target].head):
        return None
    row = states.index(WRONG)
    if not is_off(law, row) or lacks_signs(exact, row):
        return None
    if exact.support < FEWEST or is_another_case(grid, law, row):
        return None
    entry = law.columns[law.target].entries[row]
    if is_setting(law, row):
        return None
    evidence = agreement(exact) - law.chosen
    if evidence < ENOUGH or is_limit(page, entry.written.strip(" %")):
        return None
    right = sum(exact.expected(row)) / 2
    return Broken(grid, exact, (law.target, row), entry, right, evidence)


def is_setting(law: Law, row: int) -> bool:
    """Whether the odd row has the round number of another one, as what was chosen for both."""
    own, *others = (law.columns[law.target].entries[at] for at in (row, *range(law.size)))
    alike = [other for other in others if other and other.value == own.value]
    return own.digits == 1 and len(alike) > 1


def is_off(law: Law, row: int) -> bool:
    """Whether a row is off even if its numbers are rounded, which those of one digit hardly are."""
    are_chosen = all(law.columns[at].entries[row].digits == 1 for at, _ in law.inputs)
    return are_chosen or law.state(row) == WRONG


def agreement(law: Law) -> float:
    """How improbable it is that the agreeing rows do so by chance, as a power of ten."""
    column = law.columns[law.target]
    rows = {law.key(row): row for row, state in enumerate(law.states) if state == RIGHT}
    return sum(
        worth(column.entries[row], column.spread, 0.0, max(e.digits for e in law.entries(row)))
        for row in rows.values()
    )


def is_explained(page: Question, grid: Grid, law: Law) -> bool:
    """Whether the column follows from others in all rows."""
    others = (
        other
        for other in laws_of(grid, numbers_of(page), is_sequence(grid))
        if other.target == law.target and not other.members < law.members
    )
    return any(is_firm(other) and other.uses_all for other in others)
