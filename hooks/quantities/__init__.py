"""Quantities that follow from others: relations between named numbers, a table for each subject."""

from hooks.quantities import chance, information, ranking, retrieval, samples, scores, significance

SUBJECTS = (chance, information, ranking, retrieval, samples, scores, significance)
RELATIONS = tuple(relation for subject in SUBJECTS for relation in subject.RELATIONS)
