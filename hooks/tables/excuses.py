"""What makes a row of a table another case than the other rows."""

import re

from hooks.pattern import Pattern
from hooks.tables.grid import Grid
from hooks.tables.laws import RIGHT, Law

OTHER_CASE = Pattern(
    r"\b(?:as (?:above|before|is)|default|without|unlimited|never|always|min(?:imum)?|max(?:imum)?"
    r"|cap(?:ped)?|floor|incl\w*|plus|repeat\w*|nested|twice|overhead|approx\w*|about|roughly|saturat\w*|clip\w*|other"
    r"|rest|change|each|only|if|sd|std|variance|median|standard\s+(?:deviation|error))\b|[~≈∞†*<>≤≥]|\d\s*\+",
    re.I,
)
MEASURED = Pattern(r"\b(?:simulat|measur|empiric|theor|experiment|estimat)\w*", re.I)
# In a column's head: it follows one law up to some value only.
PIECEWISE = Pattern(r"\b(?:cap|clip|limit|trunc|max|min(?!.?max)|floor|huber|round)", re.I)
REMARK = Pattern(r"[^\W\d_]{2,}.*[^\W\d_]{3,}")
RANGE = Pattern(r"\d\s*(?:[-–—]|to|through)\s*\d")


def is_another_case(grid: Grid, law: Law, row: int) -> bool:
    """Whether a row is no case like the others, or has something of its own beside."""
    if is_marked(grid, row) or is_remarked(grid, row) or has_own_setting(grid, law, row):
        return True
    return law.form.adds and (is_distance(law, row) or is_rate_among_counts(law, row))


def is_of_measurements(law: Law) -> bool:
    """Whether a column was measured, or stands beside measured ones: these agree by chance."""
    return any(MEASURED.search(law.columns[at].head) for at in law.members)


def is_distance(law: Law, row: int) -> bool:
    """Whether one of three numbers is how far the others are apart, whichever is larger."""
    values = sorted(abs(entry.value) for entry in law.entries(row))
    units = [entry.unit for entry in law.entries(row)]
    return len(values) == 3 and abs(values[0] + values[1] - values[2]) <= max(units)


def is_rate_among_counts(law: Law, row: int) -> bool:
    """Whether a row alone holds shares, which don't add up as the counts of the others do."""
    others = [r for r, state in enumerate(law.states) if state == RIGHT]
    are_counts = all(entry.exact for r in others for entry in law.entries(r))
    return are_counts and not all(entry.exact for entry in law.entries(row))


def is_marked(grid: Grid, row: int) -> bool:
    """Whether a row alone is a range of cases, a minimum, about right or the like."""
    ranges = [RANGE.search(label) is not None for label in grid.labels]
    if ranges[row] and 2 * sum(ranges) <= len(ranges):
        return True
    marked = [any(OTHER_CASE.search(text) for text in cells) for cells in grid.cells]
    return marked[row] and not all(marked)


def is_remarked(grid: Grid, row: int) -> bool:
    """Whether a row has words where most others have none."""
    for at in range(1, len(grid.head)):
        worded = [REMARK.search(cells[at]) is not None for cells in grid.cells]
        if worded[row] and 2 * sum(worded) < len(worded):
            return True
    return False


def has_own_setting(grid: Grid, law: Law, row: int) -> bool:
    """Whether a number that the law leaves out is the same in all other rows."""
    for at, column in enumerate(grid.columns):
        values = [entry and entry.value for entry in column.entries]
        own = values.pop(row)
        if at not in law.members and own not in values and len(set(values)) == 1:
            return True
    return False
