"""The cell of a table that breaks a law which all other rows obey."""

import math
import re
from collections.abc import Iterator, Sequence

from hooks.calculation.limits import is_limit
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import record, replace
from hooks.tables.constants import numbers_of
from hooks.tables.excuses import is_another_case, is_of_measurements
from hooks.tables.forms import PRODUCT, SUM
from hooks.tables.formulas import formula_laws
from hooks.tables.grid import Entry, Grid, grids
from hooks.tables.laws import MOST_WRONG, RIGHT, WRONG, Law
from hooks.tables.search import laws_of
from hooks.tables.slips import slip

AS_FIRM = 0.4  # as evident as a law must be that excuses a broken one
FIRM = 0.8  # evidence for a law that all rows bear out
ENOUGH = 3.0  # for one that a row breaks, with what the slip tells
SURE_OF_TWO = 2.0  # of a law that two rows alone bear out, and no head names
FEWEST, FEWEST_PLAIN, MANY = 3, 2, 4  # rows that agree
LEAST = 1.3  # without it
WITHOUT_SLIP = 5.0
MOST_LAWS = 30  # of a table, that are looked at closely
NAMED = 2.2  # for a law that a head or the text names
AS_THEY_STAND = 0.3  # what it costs to take numbers so
CONFIRMED = 0.6  # of the evidence of a second law
STRANGE = 2.0  # what more a law takes between cases, of equal columns, or if it is contrived
ALMOST = 0.1  # by which factors differ from one
IN_SEQUENCE = Pattern(
    r"step|epoch|iter\w*|round|\b[tkin]\b|year|month|week|day|layer|depth|update|batch", re.I
)


@record
class Broken:
    """A law that a row breaks, the cell to blame, by column and row, and what it should hold.

    evidence: how improbable it is that all this is chance, as a power of ten.
    """

    grid: Grid
    law: Law
    place: tuple[int, int]
    entry: Entry
    right: float
    evidence: float

    @property
    def position(self) -> tuple[int, int]:
        return self.entry.position

    @property
    def message(self) -> str:
        """What the other rows show, and what the cell must hold then."""
        head = self.law.columns[self.law.target].head
        law = f"“{head}” = {self.law.written()}"
        return f"{law} in the other rows; here {self.entry.written} should be {self.right:.6g}"


def broken_laws(page: Question) -> Iterator[Broken]:
    """The plainest broken law of each table."""
    for grid in grids(page):
        found = list(breaches(page, grid))
        if found:
            best = max(found, key=lambda one: one.evidence)
            same = [one for one in found if one.entry is best.entry]
            yield min(same, key=lambda one: (one.law.rank, -one.evidence))


def breaches(page: Question, grid: Grid) -> Iterator[Broken]:
    numbers = numbers_of(page)
    laws = [*formula_laws(page, grid), *laws_of(grid, numbers, is_sequence(grid))]
    may_break = (law for law in laws if law.may_break and not is_of_measurements(law))
    read = [one for law in may_break for one in readings(law)]
    open_ = sorted(((law, wrong_rows(law)) for law in read), key=lambda found: -found[0].evidence)
    open_ = [found for found in open_ if found[0].evidence >= LEAST and is_one_place(*found)]
    open_ = [found for found in open_[:MOST_LAWS] if found[0].uses_all]
    if not open_:
        return
    firm = [one for law in laws for one in readings(law) if is_firm(one)]
    found = [one for law, wrong in open_ if (one := judged(grid, law, wrong, firm))]
    for one in found:
        others = [other.evidence for other in found if confirms(other, one)]
        evidence = one.evidence + CONFIRMED * max(others, default=0.0)
        if evidence >= enough(grid, one.law) and not is_limit(page, one.entry.written.strip(" %")):
            yield replace(one, evidence=evidence)


def enough(grid: Grid, law: Law) -> float:
    """How evident a broken law must be."""
    if is_approximation(law):
        return math.inf
    if grid.is_doubtful or law.is_identity or is_contrived(law):
        return ENOUGH + STRANGE
    if law.is_named and not law.told:
        return NAMED
    is_curve = law.told and law.shape.rank + law.form.rank + law.line.is_sloped
    return ENOUGH + (STRANGE if is_curve else 0.0)


def is_contrived(law: Law) -> bool:
    """Whether it is made of two columns by a curve or an odd factor, of one by two curves, or is a
    formula that two rows alone bear out: so many such laws are tried that some hold by chance."""
    rank = law.shape.rank + law.form.rank
    if len(law.inputs) == 1:
        return rank > 1
    is_of_few = law.support < FEWEST and law.form not in (SUM, PRODUCT)
    return rank > 0 or is_of_few or not is_round(sum(law.line.times) / 2)


def is_round(factor: float) -> bool:
    """Whether it is a power of ten, or its negative."""
    return factor != 0 and math.log10(abs(factor)).is_integer()


def is_approximation(law: Law) -> bool:
    """Whether a column is almost another one: Šidák's level beside Bonferroni's."""
    factor = sum(law.line.times) / 2
    is_plain = len(law.inputs) == 1 and law.shape.rank + law.form.rank == 0
    return is_plain and 0 < abs(factor - 1) < ALMOST and not any(law.line.plus)


def confirms(one: Broken, other: Broken) -> bool:
    """Whether another law with other columns blames the same cell and would have it alike."""
    law, at = other.law, one.place
    if one.entry is not other.entry or one.law.members == law.members:
        return False
    return all(law.obeyed(row, {at: one.right}) for row in wrong_rows(law))


def wrong_rows(law: Law) -> list[int]:
    return [row for row, state in enumerate(law.states) if state == WRONG]


def is_firm(law: Law) -> bool:
    """Whether all rows bear a law out."""
    return not wrong_rows(law) and law.evidence >= FIRM and law.support > 1


def readings(law: Law) -> Iterator[Law]:
    """A law with numbers that may be rounded, and as they stand."""
    yield law
    if law.states.count(WRONG) <= MOST_WRONG and any(
        entry and not entry.exact for at, _ in law.inputs for entry in law.columns[at].entries
    ):
        yield exactly(law)


def exactly(law: Law) -> Law:
    return replace(law, chosen=law.chosen + AS_THEY_STAND, is_exact=True)


def is_one_place(law: Law, wrong: Sequence[int]) -> bool:
    if len(wrong) == 1:
        return True
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and (law.target, 1) in law.inputs


def judged(grid: Grid, law: Law, wrong: Sequence[int], firm: Sequence[Law]) -> Broken | None:
    """The cell to blame for a broken law, if there is enough to go by."""
    row = wrong[0]
    sound = {at for other in firm if excuses(other, law, row) for at in other.members}
    if law.members <= sound or is_another_case(grid, law, row) or lacks_signs(law, row):
        return None
    if found := slip(law, wrong, sound):
        entry = law.columns[found.column].entries[found.row]
        evidence = law.evidence + found.worth
        place = found.column, found.row
        is_enough = has_support(grid, law)
        return Broken(grid, law, place, entry, found.right, evidence) if is_enough else None
    is_sound = law.target in sound
    if is_sound or len(wrong) > 1 or law.support < MANY or law.evidence < WITHOUT_SLIP:
        return None
    expected = law.expected(row)
    entry = law.columns[law.target].entries[row]
    return Broken(grid, law, (law.target, row), entry, sum(expected) / 2, law.evidence)


def lacks_signs(law: Law, row: int) -> bool:
    """Whether a column holds sizes, without the signs of what they follow from."""
    values = [entry.value for entry in law.columns[law.target].entries if entry]
    return min(values) >= 0 and sum(law.expected(row)) < 0


def has_support(grid: Grid, law: Law) -> bool:
    """Whether enough different rows agree: two, where nothing plainer could be said."""
    if grid.is_doubtful or law.is_identity or (law.told and law.form.arity > 1):
        return law.support >= MANY
    is_sure = law.is_named or law.evidence >= SURE_OF_TWO
    is_plain = is_sure and not law.told and law.shape.rank + law.form.rank < 2
    return law.support >= (FEWEST_PLAIN if is_plain else FEWEST)


def excuses(firm: Law, law: Law, row: int) -> bool:
    """Whether a law that all rows bear out tells that its numbers are right in a row."""
    if firm.states[row] != RIGHT or firm.told > law.told or firm.rank > law.rank + 1:
        return False
    return firm.evidence >= law.evidence * AS_FIRM and firm.uses_all


def is_sequence(grid: Grid) -> bool:
    first = grid.columns[0] if grid.columns else None
    return not grid.is_turned and bool(first and IN_SEQUENCE.search(grid.head[0]))
