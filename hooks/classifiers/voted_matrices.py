"""Matrices whose roles no words say that are known here: what the page computes from them tells.

Four counts stand in a table with labels of any kind, in a list, in a sentence, or they follow from
the numbers of a story: 500 calls, 100 and 400, 140 and 360, 84, 56 and 16 can only be one matrix,
up to which side is the prediction and which class the positive one. Each way to read them gives
other metrics. The one that the page's own metrics fit is meant, if they show more digits than
chance explains and far more than any other way; a metric that does not fit it then is wrong.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from math import log10

from hooks.calculation.quantity import Quantity
from hooks.classifiers.block_claims import claims_of, first_wrong
from hooks.classifiers.count_candidates import Candidate, places
from hooks.classifiers.matrix import ConfusionMatrix
from hooks.classifiers.matrix_source import Stated, read, speaks_of_metrics
from hooks.classifiers.metric_claims import Claim
from hooks.page import RECENT, Block, Question
from hooks.record import record

LEAST_METRICS = 2  # that the meant matrix fits
BEYOND_CHANCE = 1.5  # digits that must fit beyond those that one of so many readings has by chance
LEAST_DIGITS = 2.0  # of the metrics that it fits
LEAD = 1.5  # digits more than any other way to read the counts
OF_COUNTS = 2  # digits' worth: counts that the page states with their roles
MOST_DIGITS = 3  # of a value that count
OF_QUOTIENT = 2  # digits' worth: a quotient of whole numbers
UNTELLING = (0, 1)


@record
class Vote:
    """What a page says of a metric, and by how many digits a number that fits it is no chance."""

    claim: Claim
    digits: float

    @classmethod
    def of(cls, claim: Claim) -> "Vote":
        return cls(claim, digits_of(claim))

    def is_for(self, matrix: ConfusionMatrix) -> bool:
        if self.claim.metric.of(matrix) in UNTELLING:
            return False
        return first_wrong(self.claim, matrix) == ()


@lru_cache(maxsize=RECENT)
def voted(page: Question) -> tuple[Stated, ...]:
    """The matrices that only the page's metrics tell how to read, in its order."""
    if not speaks_of_metrics(page):
        return ()
    known = [s for s in read(page).stated if s.matrix.is_complete]
    standing = list(places(page.blocks, known))
    starts = sorted([*(p.first for p in standing if p.is_sure), *(s.first for s in known)])
    said: dict[int, list[Vote]] = {}
    found: list[Stated] = []
    for place in standing:
        if not place.is_sure and any(place.first <= s.first <= place.last for s in found):
            continue
        ends = (start for start in starts if start > place.last)
        until = min(len(page.blocks), place.until, *ends)
        for index in range(place.first, until):
            if index not in said:
                said[index] = votes_of(page.blocks[index])
        votes = [vote for index in range(place.first, until) for vote in said[index]]
        own = [s.matrix for s in known if place.first <= s.first <= place.last]
        if not _may_elect(votes) or any(all(v.is_for(matrix) for v in votes) for matrix in own):
            continue
        partial = [*partly_known(page), *own]
        elections = (elected(candidate, votes, partial) for candidate in place.candidates())
        matrix = next(filter(None, elections), None)
        if matrix and not any(matrix.same_counts(other) for other in own):
            found.append(Stated(matrix, place.first, place.last, elected=True))
    return tuple(found)


def _may_elect(votes: Sequence[Vote]) -> bool:
    """Whether some metrics can tell at all what counts mean."""
    most = most_telling(votes)
    return len(most) >= LEAST_METRICS and sum(most.values()) >= LEAST_DIGITS


def votes_of(block: Block) -> list[Vote]:
    """What a block says of metrics, the most telling of each first."""
    found = [Vote.of(claim) for _, claim in claims_of(block)]
    return [vote for vote in found if vote.digits > 0]


def digits_of(claim: Claim) -> float:
    """How many digits its most precise number shows, of the value or of its complement."""
    return max(
        OF_QUOTIENT if member.style == "fraction" else _digits(member.as_share)
        for member in claim.members
    )


def _digits(quantity: Quantity) -> float:
    width = quantity.high - quantity.low
    value = abs(quantity.value)
    shown = min(value, 1 - value) if 0 < value < 1 else value
    if not shown or not width:
        return 0
    return min(MOST_DIGITS, max(0.0, log10(Fraction(shown) / width)))


def elected(
    candidate: Candidate, votes: Sequence[Vote], partial: Sequence[ConfusionMatrix]
) -> ConfusionMatrix | None:
    """The matrix that the page's metrics fit far better than any other reading of the counts."""
    needed = BEYOND_CHANCE + log10(len(candidate.readings))
    rated = [
        (digits, matrix)
        for matrix in candidate.readings
        if (digits := _rate(matrix, candidate, votes, partial, needed - LEAD)) is not None
    ]
    if not rated:
        return None
    rated.sort(key=lambda pair: pair[0], reverse=True)
    (most, best), *others = rated
    if most < needed or (others and most - others[0][0] < LEAD):
        return None
    fitting = most_telling([vote for vote in votes if vote.is_for(best)])
    plain = most_telling([vote for vote in votes if vote.claim.plain])
    misfits = {n: digits for n, digits in plain.items() if n not in fitting}
    if len(fitting) < LEAST_METRICS or sum(fitting.values()) < LEAST_DIGITS:
        return None
    is_most = len(fitting) > len(misfits) or sum(fitting.values()) > sum(misfits.values()) + LEAD
    return best if is_most else None


def _rate(
    matrix: ConfusionMatrix,
    candidate: Candidate,
    votes: Sequence[Vote],
    partial: Sequence[ConfusionMatrix],
    needed: float,
) -> float | None:
    """The digits that fit a reading, and what speaks for it beside the metrics; None if that is
    less than needed."""
    digits = candidate.priors.get(matrix, 0)
    digits += OF_COUNTS * sum(is_part_of(p, matrix) for p in partial)
    left = most_telling(votes)
    rest = sum(left.values())
    for vote in sorted(votes, key=lambda vote: vote.digits, reverse=True):
        if digits + rest < needed:
            return None
        name = vote.claim.metric.name
        if name in left and vote.is_for(matrix):
            digits += vote.digits
            rest -= left.pop(name)
    return digits if digits >= needed else None


def most_telling(votes: Iterable[Vote]) -> dict[str, float]:
    """The most telling vote of each metric."""
    found: dict[str, float] = {}
    for vote in votes:
        name = vote.claim.metric.name
        found[name] = max(vote.digits, found.get(name, 0))
    return found


def partly_known(page: Question) -> list[ConfusionMatrix]:
    """Counts that the page states with their roles, where it does not state all four."""
    return [s.matrix for s in read(page).stated if not s.matrix.is_complete]


def is_part_of(partial: ConfusionMatrix, matrix: ConfusionMatrix) -> bool:
    return all(partial.counts[role] in (None, count) for role, count in matrix.counts.items())
