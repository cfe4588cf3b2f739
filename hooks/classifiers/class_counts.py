"""Counts of one class of a matrix against the rest: "for rabbits TP = 20, FN = 9"."""

import re
from collections.abc import Iterator

from hooks.classifiers.class_claims import named_class, stated_classes
from hooks.classifiers.class_matrix import ClassMatrix
from hooks.classifiers.matrix_references import places
from hooks.classifiers.matrix_source import counts, runs
from hooks.classifiers.matrix_verdicts import nearest_classes, topic
from hooks.language.wording import words
from hooks.page import Question, Text
from hooks.pattern import Pattern

OTHER_CASE = Pattern(r"\b(?:without|if|would|baseline|always)\b", re.I)

Found = tuple[Text, int, str]


def errors(page: Question) -> Iterator[Found]:
    """Text, place in it and message of each count that is not that of its class."""
    stated = stated_classes(page)
    standing = places(page) if stated else []
    for run in runs(page.blocks) if stated else ():
        about = topic(page.blocks, run[0])
        for index in run:
            text = page.blocks[index].text
            chosen = nearest_classes(stated, standing, index)
            is_told = page.blocks[index].is_prose and not OTHER_CASE.search(words(text.content))
            if chosen and chosen[1] and is_told:
                yield from in_text(text, chosen[0], about)


def in_text(text: Text, matrix: ClassMatrix, about: str) -> Iterator[Found]:
    """Most counts of a text are those of its class: if not, they are of something else."""
    stated = counts(text.content)
    label = named_class(words(text.content), matrix, about) if stated else None
    if label is None:
        return
    right = matrix.against_rest(label).counts
    wrong = [count for count in stated if right[count.role] != count.value]
    if len(stated) == 1 or 2 * len(wrong) <= len(stated):
        for count in wrong:
            message = f"{count.role} of {matrix.labels[label]} = {right[count.role]:,}"
            yield text, count.start, f"{message}; the page says {count.value:,}"
