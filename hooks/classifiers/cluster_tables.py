"""What follows from a table of clusters against classes: purity, Rand index, adjusted Rand index.

Rows or columns named "cluster 1", "C1" below "cluster" hold how many cases of each class a cluster
has. A text may tell the same: "cluster 1 has 8 apples and 2 pears, cluster 2 has …".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import comb

from hooks.classifiers.class_matrix import drawn
from hooks.classifiers.matrix import whole_number
from hooks.classifiers.matrix_labels import WHOLE, is_total
from hooks.classifiers.metric_doubts import changes_scenario
from hooks.classifiers.pooled_rows import may_state
from hooks.classifiers.stated_values import Stated, first_wrong, message, stated_values
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern

CLUSTER = Pattern(r"\bcluster\b", re.I)
NUMBERED = Pattern(r"(?:cluster|C|K|G)\s*[#_-]?\s*(?:\d{1,2}|[A-Z])", re.I)
OF_CLUSTER = Pattern(r"\bcluster\s*[#_-]?\s*(?P<label>\d{1,2}|[A-Z])\b", re.I)
CONTAINS = Pattern(
    r"\bcluster\s*(?P<label>\d{1,2}|[A-Z])(?:\s+(?:contains|has|holds|consists\s+of|gets|with|comprises)\s|\s*:\s*)"
    r"(?P<counts>\d+\s+[a-z]+(?:\s+[a-z]+)?(?:(?:,\s*(?:and\s+)?|\s+and\s+)\d+\s+[a-z]+(?:\s+[a-z]+)?){1,5})",
    re.I,
)
PURITY = Pattern(r"\b(?<!inverse )purity\b", re.I)
RAND = Pattern(r"(?<!adjusted )\bRand[\s-]index\b|\bRI(?=\s*[=≈:])", re.I)
ADJUSTED = Pattern(r"\badjusted[\s-]Rand[\s-]index\b|\bARI(?=\s*[=≈:]|\s+is\b)", re.I)
OTHER_CASE = Pattern(
    r"\b(?:each|every|own|single|when|random|k\s*=|with\s+\w+\s+(?:clusters?|singletons)"
    r"|everything|splitting|merging)\b",
    re.I,
)
MOST = 12

Found = tuple[Text, int, str]
Table = dict[str, list[int]]  # the counts of each cluster, class by class


def errors(page: Question) -> Iterator[Found]:
    """Text, place in it and message of each value that the table of its section does not give."""
    is_in = page.lower.__contains__
    if not is_in("cluster") or not (is_in("purity") or is_in("rand index") or is_in("rand-index")):
        return
    table: Table = {}
    section = ""
    for block in page.blocks:
        if (own := table_of(block)) is not None:
            table, section = own, block.section
        if block.is_prose and changes_scenario(words(block.text.content)):
            table = {}
        if table and may_state(block, section):
            yield from in_text(block.text, table)


def table_of(block: Block) -> Table | None:
    """The clusters of a table, a drawing or a sentence; None where it is none of these."""
    if block.kind == "table":
        return of_rows(block.rows)
    if block.kind == "code":
        return of_rows(drawn(block.text))
    if block.is_prose and "luster" in block.text.content:
        told = list(CONTAINS.finditer(words(block.text.content)))
        found = {m["label"].lower(): counts_in(m["counts"]) for m in told}
        return found if len(found) > 1 and len(found) == len(told) else None
    return None


def counts_in(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def of_rows(rows: Sequence[Sequence[Text]]) -> Table:
    """The clusters in rows, or else in columns; none if neither side is of clusters."""
    plain = [[words(str(cell)).strip(" *") for cell in row] for row in rows]
    width = max(map(len, plain), default=0)
    if len(plain) < 3 or not 3 <= width <= MOST + 2 or len(plain) > MOST + 3:
        return {}
    across = list(zip(*(row + [""] * (width - len(row)) for row in plain), strict=True))
    for table in (plain, across):
        if are_clusters(table):
            return counted(table)
    return {}


def are_clusters(table: Sequence[Sequence[str]]) -> bool:
    """Whether the rows of a table are clusters, by their labels or by the corner's."""
    labels = [row[0] for row in table[1:] if not is_total(row[0])]
    by_corner = CLUSTER.fullmatch(table[0][0].split("\\")[0].strip()) is not None
    return bool(labels) and (by_corner or all(map(NUMBERED.fullmatch, labels)))


def counted(table: Sequence[Sequence[str]]) -> Table:
    """The counts of each row, without totals; none if a cell holds something else."""
    head = table[0]
    columns = [j for j in range(1, len(head)) if head[j] and not is_total(head[j])]
    found: Table = {}
    for row in table[1:]:
        cells = [row[j] if j < len(row) else "" for j in columns]
        if is_total(row[0]):
            continue
        if len(cells) < 2 or not all(re.fullmatch(WHOLE, cell) for cell in cells):
            return {}
        label = re.sub(r"(?i)^cluster\s*[#_-]?\s*", "", row[0]).lower()
        found[label] = [whole_number(cell) for cell in cells]
    return found if len(found) > 1 and sum(map(sum, found.values())) else {}


# -- what is said of it ---------------------------------------------------------------------------


def in_text(text: Text, table: Table) -> Iterator[Found]:
    for name, pattern, compute in VALUES:
        for stated in stated_values(text, pattern):
            own = cluster_named(stated, table)
            if own is None or (own and pattern is not PURITY):
                continue
            value, how = compute({own: table[own]} if own else table)
            wrong = first_wrong(stated, [value])
            if wrong:
                yield text, wrong.start, message(name, how, value, wrong)


def cluster_named(stated: Stated, table: Table) -> str | None:
    """The cluster that a clause speaks of; "" if it names none, None if that is not clear."""
    if OTHER_CASE.search(stated.before) or OTHER_CASE.search(stated.behind):
        return None
    labels = labels_in(stated.behind) or labels_in(PURITY.split(stated.before)[-1])
    if not labels:
        return ""
    label = labels.pop()
    return label if not labels and label in table else None


def labels_in(said: str) -> set[str]:
    return {found["label"].lower() for found in OF_CLUSTER.finditer(said)}


def purity(table: Table) -> tuple[Fraction, str]:
    largest, total = [max(row) for row in table.values()], sum(map(sum, table.values()))
    return Fraction(sum(largest), total), f"({' + '.join(map(str, largest))})/{total}"


def pairs(table: Table) -> tuple[int, int, int, int]:
    """Pairs of cases: together in both, in the clusters, in the classes, and all."""
    both = sum(comb(cell, 2) for row in table.values() for cell in row)
    clusters = sum(comb(sum(row), 2) for row in table.values())
    classes = sum(comb(sum(column), 2) for column in zip(*table.values(), strict=False))
    return both, clusters, classes, comb(sum(map(sum, table.values())), 2)


def rand(table: Table) -> tuple[Fraction, str]:
    both, clusters, classes, total = pairs(table)
    agreed = total + 2 * both - clusters - classes
    return Fraction(agreed, total or 1), f"{agreed}/{total} pairs"


def adjusted_rand(table: Table) -> tuple[Fraction, str]:
    both, clusters, classes, total = pairs(table)
    chance = Fraction(clusters * classes, total or 1)
    most = Fraction(clusters + classes, 2)
    value = (both - chance) / (most - chance) if most != chance else Fraction(1)
    return value, f"({both} − {float(chance):.4g})/({float(most):.4g} − {float(chance):.4g})"


VALUES: tuple[tuple[str, Pattern, Callable[[Table], tuple[Fraction, str]]], ...] = (
    ("purity", PURITY, purity),
    ("Rand index", RAND, rand),
    ("adjusted Rand index", ADJUSTED, adjusted_rand),
)
