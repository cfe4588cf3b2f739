"""The one count of a matrix that all metrics beside it contradict.

Where several metrics are wrong for a matrix as it is stated, and all of them, with those that are
right, would be right if one of its counts were another number of the page, that count is the error
and the metrics are not.
"""

from collections.abc import Sequence

from hooks.classifiers.block_claims import first_wrong
from hooks.classifiers.matrix import ROLES, ConfusionMatrix, whole_number
from hooks.classifiers.metric_claims import Claim
from hooks.classifiers.metric_numbers import INTEGER
from hooks.language.wording import words
from hooks.page import Question
from hooks.record import record, replace

FEWEST_WRONG = 3  # metrics that one count makes wrong
MOST_VALUES = 80  # numbers of a page that are tried


@record
class OddCount:
    """A count that should be another: the matrix as stated, the role, and what it should be."""

    matrix: ConfusionMatrix
    role: str
    right: int

    @property
    def stated(self) -> int:
        return self.matrix.counts[self.role]

    @property
    def message(self) -> str:
        how = f"{self.role} = {self.right:,} by the metrics beside it"
        return f"{how}; the page says {self.stated:,}"


def odd_count(
    page: Question, matrix: ConfusionMatrix, wrong: Sequence[Claim], right: Sequence[Claim]
) -> OddCount | None:
    """The one count whose change makes all claims right, if there is one such change."""
    if len({claim.metric.name for claim in wrong}) < FEWEST_WRONG or not matrix.is_complete:
        return None
    found = [
        OddCount(matrix, role, value)
        for role in ROLES
        for value in numbers_of(page)
        if value != matrix.counts[role]
        if are_right(replace(matrix, **{role.lower(): value}), wrong, right)
    ]
    return found[0] if len(found) == 1 else None


def numbers_of(page: Question) -> list[int]:
    """The whole numbers that a page states."""
    read = {whole_number(found[0]) for found in INTEGER.finditer(words(page.source))}
    return sorted(read) if len(read) <= MOST_VALUES else []


def are_right(matrix: ConfusionMatrix, wrong: Sequence[Claim], right: Sequence[Claim]) -> bool:
    if any(first_wrong(claim, matrix) != () for claim in wrong):
        return False
    return not any(first_wrong(claim, matrix) for claim in right)
