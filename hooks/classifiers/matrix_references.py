"""Which confusion matrix a block of a page speaks of: the nearest above it in its section."""

import re
from collections.abc import Sequence
from functools import lru_cache

from hooks.classifiers.matrix import ConfusionMatrix
from hooks.classifiers.matrix_source import CELL_COUNT, Stated, counts, from_counts
from hooks.classifiers.metric_claims import Claim, sole_metric
from hooks.classifiers.metric_doubts import TAKEN_BACK, Needs, changes_scenario
from hooks.language.wording import words
from hooks.page import RECENT, Block, Question
from hooks.pattern import Pattern
from hooks.record import record, replace

OF_AVERAGES = Pattern(r"\b(?:macro|weighted|averag|classification.report|per.class)", re.I)
CLOSE = 2  # blocks behind a matrix that speak of it
FEW = 3  # matrices of a page: a number that is right for one of more may be so by chance
LEAST_CELLS = 4  # with counts, of a table that may be another matrix
STEM = 5  # letters that the forms of a word share: default, defaulted
OF_MISTAKES = Pattern(r"mistake|pitfall|misconception|myth|gotcha", re.I)


@record
class Place:
    """Where a block stands: the headings above it by index, outermost first, the admonitions
    around it, and whether any of these announces mistakes."""

    headings: tuple[int, ...]
    within: tuple[str, ...]
    is_of_mistakes: bool

    def is_in(self, other: "Place") -> bool:
        """Whether this place is in the section and in the admonition of the other."""
        if len(other.headings) < 2 and other.headings != self.headings:
            return False  # what stands under the title alone is an introduction, not a section
        return (
            self.headings[: len(other.headings)] == other.headings
            and self.within[: len(other.within)] == other.within
        )


@record
class Reference:
    """The matrix that a block's numbers are compared with.

    near: it stands above them in the same section; else it is the only one of the page.
    others: the page's other matrices.
    is_elected: only the page's metrics tell how to read its counts.
    is_close: it stands right above the block or the list, or in it.
    averaged: the page speaks of averages over classes, as libraries report them.
    """

    matrix: ConfusionMatrix
    near: bool
    others: tuple[ConfusionMatrix, ...] = ()
    averaged: bool = False
    is_elected: bool = False
    is_close: bool = True


@lru_cache(maxsize=RECENT)
def places(page: Question) -> list[Place]:
    """The place of each block of a page."""
    blocks = page.blocks
    found: list[Place] = []
    above: tuple[int, ...] = ()
    of_mistakes = False
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            above = (*(i for i in above if blocks[i].info < block.info), index)
            of_mistakes = any(OF_MISTAKES.search(str(blocks[i].text)) for i in above)
        within = any(OF_MISTAKES.search(title) for title in (block.topic, *block.within))
        found.append(Place(above, block.within, of_mistakes or within))
    return found


def are_of_parallel_cases(one: Block, other: Block) -> bool:
    """Whether two paragraphs begin with names of a kind: "**Room B, 20 % ill.**", "**Room C, …"."""
    leads = [LEAD.match(block.text.content) for block in (one, other)]
    if one is other or None in leads:
        return False
    first, second = (lead["name"].lower() for lead in leads)
    return first != second and first.split()[0] == second.split()[0]


LEAD = Pattern(r"\*\*(?P<name>\w[^*]{2,60}?)[\s.,:]*\*\*")


class References:
    """What each block of a page refers to."""

    def __init__(self, page: Question, stated: Sequence[Stated]):
        self.blocks = page.blocks
        self.places = places(page)
        self.stated = [s for s in stated if not self.places[s.last].is_of_mistakes]
        self.distinct = list(
            {tuple(s.matrix.counts.values()): s.matrix for s in self.stated}.values()
        )
        self.averaged = bool(OF_AVERAGES.search(page.source))
        self.left: dict[tuple[int, Place], tuple[int, bool]] = {}
        self.found: dict[int, Reference | None] = {}

    def of(self, index: int) -> Reference | None:
        """The matrix that the block's numbers are of, or None where that is not clear."""
        if index not in self.found:
            self.found[index] = self._reference(index)
        return self.found[index]

    def _reference(self, index: int) -> Reference | None:
        here = self.places[index]
        if here.is_of_mistakes or self._is_taken_back(index):
            return None
        above = [s for s in self.stated if s.first <= index and here.is_in(self.places[s.last])]
        if above:
            source, start = above[-1], above[-1].last
            if are_of_parallel_cases(self.blocks[source.first], self.blocks[index]):
                return None
            is_stated_here = index <= source.last
            others = () if is_stated_here else self._others(source.matrix, index)
            is_close = self._start_of_list(index) <= source.last + CLOSE
            reference = Reference(
                source.matrix, True, others, self.averaged, source.elected, is_close
            )
        elif len(self.distinct) == 1:
            is_elected = self.stated[0].elected
            reference = Reference(self.distinct[0], False, (), self.averaged, is_elected, False)
            start = 0
        else:
            return None
        if self._contradicts(index, reference.matrix):
            return None
        return None if self._is_left(start, index, reference.matrix) else reference

    def _start_of_list(self, index: int) -> int:
        """The block itself, or the first item of its list."""
        while index and self.blocks[index].kind == self.blocks[index - 1].kind == "item":
            index -= 1
        return index

    def narrowed(self, claim: Claim, index: int) -> Claim:
        """A claim that needs more if it is said of something that its matrix does not name."""
        if not claim.about:
            return claim
        named = self._named(index, claim.start)
        if not all(word[:STEM] in named for word in claim.about):
            return replace(claim, needs=Needs.COUNTS)
        return claim

    def _named(self, index: int, until: int) -> str:
        """What may name the class that a block speaks of: the section's matrix, what announces it,
        and the headings; of the block itself what stands before an offset."""
        here = self.places[index]
        above = [s for s in self.stated if s.first <= index and here.is_in(self.places[s.last])]
        if not above:
            return ""
        of_matrix = range(max(above[-1].first - 1, 0), above[-1].last + 1)
        said = (
            self.blocks[i].text.content[: until if i == index else None]
            for i in (*here.headings, *of_matrix)
            if self.blocks[i].kind != "code" or i == above[-1].first  # a report has all classes
        )
        return " ".join(said).lower()

    def _is_taken_back(self, index: int) -> bool:
        """Whether the next block begins by calling this one wrong."""
        following = self.blocks[index + 1 : index + 2]
        return any(b.is_prose and TAKEN_BACK.match(words(str(b.text))) for b in following)

    def _is_left(self, start: int, index: int, matrix: ConfusionMatrix) -> bool:
        """Whether the text between two blocks turns from the matrix to something else."""
        here = self.places[index]
        done, is_left = self.left.get((start, here), (start, False))
        for i in range(done, index):
            if not is_left and here.is_in(self.places[i]):
                is_left = self._shifts(i) or (i > start and self._contradicts(i, matrix))
        self.left[start, here] = index, is_left
        return is_left

    def _others(self, matrix: ConfusionMatrix, index: int) -> tuple[ConfusionMatrix, ...]:
        """The page's other matrices; of many, those of the block's own section."""
        pool = self.distinct
        if len(pool) > FEW:
            section = self.blocks[index].section
            pool = [s.matrix for s in self.stated if self.blocks[s.first].section == section]
        return tuple(other for other in pool if not other.same_counts(matrix))

    def _shifts(self, index: int) -> bool:
        """Whether a block turns to another classifier, threshold or mix of classes."""
        block = self.blocks[index]
        if block.kind == "table":
            return not any(s.first == index for s in self.stated) and is_of_counts(block)
        text = block.text.content
        own = counts(text)
        since = own[-1].end if from_counts(own) else 0
        return block.is_prose and changes_scenario(words(text)[since:])

    def _contradicts(self, index: int, matrix: ConfusionMatrix) -> bool:
        """Whether a block states a count that the matrix does not have."""
        block = self.blocks[index]
        if not (block.is_prose or block.kind == "math"):
            return False
        stated = counts(block.text.content)
        return any(matrix.counts[count.role] not in (count.value, None) for count in stated)


def is_of_counts(block: Block) -> bool:
    """Whether a table gives counts of something, and no metrics."""
    if any(sole_metric(str(cell)) for row in block.rows for cell in (*row[:1], *block.rows[0])):
        return False
    counted = (CELL_COUNT.fullmatch(words(str(cell)).strip()) for r in block.rows for cell in r)
    return sum(map(bool, counted)) >= LEAST_CELLS
