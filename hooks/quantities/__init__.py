"""Quantities that follow from others: relations between named numbers, a table for each subject."""

from hooks.quantities import (
    capacity,
    chance,
    decisions,
    information,
    posteriors,
    ranking,
    retrieval,
    samples,
    scores,
    serving,
    significance,
)

SUBJECTS = (
    capacity,
    chance,
    decisions,
    information,
    posteriors,
    ranking,
    retrieval,
    samples,
    scores,
    serving,
    significance,
)
RELATIONS = tuple(relation for subject in SUBJECTS for relation in subject.RELATIONS)
