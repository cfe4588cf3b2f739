"""Quantities that follow from others: relations between named numbers, a table for each subject."""

from hooks.quantities import (
    capacity,
    chance,
    decisions,
    information,
    language_models,
    learning,
    linear,
    neighbors,
    networks,
    posteriors,
    ranking,
    retrieval,
    samples,
    scores,
    serving,
    significance,
    training,
    trees,
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
    trees,
    neighbors,
    linear,
    networks,
    training,
    language_models,
    learning,
)
RELATIONS = tuple(relation for subject in SUBJECTS for relation in subject.RELATIONS)
