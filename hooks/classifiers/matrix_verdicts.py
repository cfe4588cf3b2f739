"""Which of a page's numbers are a confusion matrix's metrics, and whether they are right."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from hooks.calculation.quantity import Quantity, agrees, shown, shown_percent, significant_digits
from hooks.classifiers.block_claims import (
    CODE_WITH_EQUATIONS,
    agree,
    claims_of,
    first_wrong,
)
from hooks.classifiers.class_claims import (
    OF_EACH_CLASS,
    OfClasses,
    claims_of_classes,
    stated_classes,
)
from hooks.classifiers.class_matrix import ClassMatrix, OverClasses, StatedClasses
from hooks.classifiers.class_reports import Checked, checked_report
from hooks.classifiers.matrix import METRICS, ROLES, ConfusionMatrix, whole_number
from hooks.classifiers.matrix_references import Place, Reference, References, places
from hooks.classifiers.matrix_source import (
    Stated,
    completed_by_totals,
    counted_columns,
    counted_rows,
    read,
    runs,
)
from hooks.classifiers.matrix_totals import Total, totals
from hooks.classifiers.metric_claims import Claim, Member, all_claims, sole_metric, value
from hooks.classifiers.metric_doubts import Needs, changes_scenario
from hooks.classifiers.metric_numbers import INTEGER
from hooks.classifiers.metric_slips import is_slip, over_other_sums
from hooks.classifiers.named_cases import Case, claims_of_cases, claims_of_rows, named_cases
from hooks.classifiers.other_cases import is_of_another, is_of_own_counts
from hooks.classifiers.paired_cells import parted_columns, parted_rows
from hooks.classifiers.voted_matrices import (
    LEAST_METRICS,
    Vote,
    is_part_of,
    most_telling,
    voted,
)
from hooks.language.wording import words
from hooks.page import RECENT, Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import cached_property, record, replace

ONE_CLASS = Pattern(
    r"\bagainst\s+(?:the\s+rest|all\s+others)|\bone[\s-](?:vs\.?|versus|against)[\s-](?:the[\s-])?(?:rest|all)"
    r"|\b(?:vs\.?|versus)\s+(?:the\s+)?rest\b",
    re.I,
)
LEAST_DIGITS_OF_DOUBTFUL = 3  # that fit beside a doubtful number, if its sentence is of the matrix
DIGITS_OF_SLIP = 3
SHORT_LINE = 40  # characters of a line that is no more than a name

# -- the claims of a block ------------------------------------------------------------------------

CODE_WITH_REPORTS = (*CODE_WITH_EQUATIONS, "console", "python", "py", "bash", "sh", "shell")


@record
class Statement:
    """A claim, the text whose offsets it uses, and the matrix it is about."""

    text: Text
    claim: Claim
    reference: Reference

    @property
    def sentence(self) -> tuple[int, int]:
        """The sentence it stands in; one for all short items of a list and cells of a table."""
        start = self.claim.sentence
        return (id(self.text), start) if start else (0, 0)


def _statements_of_counted_rows(blocks: Sequence[Block], index: int) -> Iterator[Statement]:
    """The claims of a table that gives the four counts and metrics in each row, or column."""
    if blocks[index].kind != "table":
        return
    rows = parted_columns(blocks[index].rows)
    header = rows[0]
    counted = counted_rows(rows)
    if not counted:
        rows = parted_rows(rows)
        header, counted = [row[0] for row in rows], counted_columns(rows)
    for row, known in counted:
        matrix = completed_by_totals(known, blocks, index)
        for label, cell in zip(header, row, strict=False):
            metric = sole_metric(str(label)) or SHORT_HEADERS.get(str(label).strip(" *$"))
            claim = value(metric, str(cell), "%" in str(label)) if metric else None
            if claim:
                yield Statement(cell, replace(claim, needs=Needs.NOTHING), Reference(matrix, True))


SHORT_HEADERS = {  # beside columns TP, FP and FN
    "P": next(metric for metric in METRICS if metric.name == "precision"),
    "R": next(metric for metric in METRICS if metric.name == "recall"),
}


# -- verdicts -------------------------------------------------------------------------------------

# Metrics that people mistake for one another.
CONFUSED = tuple(
    metric
    for metric in METRICS
    if metric.name
    in {
        "accuracy",
        "precision",
        "recall",
        "specificity",
        "negative predictive value",
        "false-positive rate",
        "false-negative rate",
    }
)
OTHER_CLASS = Pattern(r"(?:other|negative)\s+class|class\s+0|negatives?\s+as\b", re.I)
OF_ITS_CLASS = Pattern(r"(?:positive|negative)\s+predictive|PPV|NPV", re.I)  # they say of which
FACTORS = frozenset((0, 1, 2, 4, 5, 100))  # in the formulas of F-scores and percentages
UNTELLING = (0, 1, Fraction(1, 2))  # many metrics of many matrices have these values


@record
class Verdict:
    """A statement that was checked. wrong: the first of its numbers that is not the metric."""

    statement: Statement
    wrong: Member | None

    @property
    def position(self) -> tuple[int, int]:
        """Line and column of its first number."""
        return self.statement.text.position(self.statement.claim.members[0].start)

    @property
    def message(self) -> str:
        """What the metric is and how it is computed, and what the page says instead."""
        metric, matrix = self.statement.claim.metric, self.statement.reference.matrix
        written = self.wrong.written
        show = shown_percent if self.wrong.style == "percent" else shown
        titled = matrix.title and self.statement.reference.others
        named = f" of “{matrix.title}”" if titled else ""
        if matrix.is_of_class and not isinstance(metric, OverClasses):
            named = f" of {matrix.positive}"
        written = f"`{written}`" if "\\" in written else written
        return (
            f"{metric.name}{named} = {metric.worked(matrix)} = {show(metric.of(matrix))}; "
            f"the page says {written}"
        )


@lru_cache(maxsize=RECENT)
def verdicts(page: Question) -> tuple[Verdict, ...]:
    """Every statement of the page that was compared with a matrix, and is of its case."""
    return tuple(_of_this_case(page, all_verdicts(page)))


@lru_cache(maxsize=RECENT)
def all_verdicts(page: Question) -> tuple[Verdict, ...]:
    """Every statement of the page that was compared with a matrix."""
    stated = all_stated(page)
    blocks = page.blocks
    counted = [s for i in range(len(blocks)) for s in _statements_of_counted_rows(blocks, i)]
    found = [v for s in counted if (v := _judged(s)) is not None]
    stated = [s for s in stated if not is_of_one_class(page, s)]
    if stated:
        references = References(page, stated)
        last = _Unit(())
        for unit in runs(page.blocks):
            statements = (
                Statement(text, references.narrowed(claim, index), reference)
                for index in unit
                if not announces(page.blocks, index, stated)
                for text, claim in claims_of(page.blocks[index])
                if (reference := references.of(index))
            )
            is_continued = bool(last.fitting) and _ends_in_colon(page.blocks[unit[0] - 1])
            last = _Unit(borne_out(list(statements)), is_continued)
            found += last.verdicts()
    named = [*_verdicts_of_classes(page), *_verdicts_of_cases(page)]
    return tuple(_without_doubles(found, named))


def _of_this_case(page: Question, found: Sequence[Verdict]) -> Iterator[Verdict]:
    """The verdicts but those on numbers that are right for another case that the page tells."""
    told = {line: block.text for block in page.blocks for line, _ in block.text.starts}
    wrong = [
        v for v in found if v.wrong and is_of_own_counts(v.statement.claim, told[v.position[0]])
    ]
    others = [stated.matrix for stated in all_stated(page)] if any(v.wrong for v in found) else []
    for run in runs(page.blocks) if others else ():
        lines = {line for index in run for line, _ in page.blocks[index].text.starts}
        own = [v for v in found if v.wrong and v.position[0] in lines]
        wrong += own if is_of_another([v.statement.claim for v in own], others) else []
    left_out = {id(verdict) for verdict in wrong}
    yield from (verdict for verdict in found if id(verdict) not in left_out)


def borne_out(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements that are plainly of their matrix, and those that the numbers beside them show
    to be: doubtful ones, where their sentence has others that are right and no chance."""
    for statement in statements:
        claim = statement.claim
        if claim.plain and claim.needs < Needs.COUNTS:
            yield statement
            continue
        beside = [s for s in statements if _is_beside(s, statement)]
        if _are_telling(s for s in beside if s.claim.plain == claim.plain) or any(
            _are_exchanged(statement, other) for other in beside
        ):
            needs = min(claim.needs, Needs.COMPANY)
            yield replace(statement, claim=replace(claim, plain=True, needs=needs))
        elif claim.plain:
            yield statement


def _is_beside(one: Statement, other: Statement) -> bool:
    """Whether two statements stand in one sentence and are of one matrix near it."""
    return (
        one.text is other.text
        and one.claim.sentence == other.claim.sentence
        and one.reference.near
        and one.reference.matrix.same_counts(other.reference.matrix)
    )


def _are_telling(statements: Iterable[Statement]) -> bool:
    """Whether numbers that are right are too many, and too precise, to be so by chance."""
    right = [s for s in statements if Vote.of(s.claim).is_for(s.reference.matrix)]
    digits = most_telling(Vote.of(s.claim) for s in right)
    return len(digits) >= LEAST_METRICS and sum(digits.values()) >= LEAST_DIGITS_OF_DOUBTFUL


def _are_exchanged(one: Statement, other: Statement) -> bool:
    """Whether two numbers are each the metric of the other."""
    matrix = one.reference.matrix
    pair = (
        replace(one.claim, metric=other.claim.metric),
        replace(other.claim, metric=one.claim.metric),
    )
    return all(Vote.of(c).is_for(matrix) for c in pair) and all(
        first_wrong(s.claim, matrix) for s in (one, other)
    )


def all_stated(page: Question) -> list[Stated]:
    """The matrices that words tell how to read, and those that the page's metrics tell."""
    elected = voted(page)
    told = [
        s
        for s in read(page).stated
        if not any(is_part_of(s.matrix, e.matrix) or e.first <= s.first <= e.last for e in elected)
    ]
    return sorted((*told, *elected), key=lambda stated: stated.first)


def _ends_in_colon(block: Block) -> bool:
    return block.is_prose and str(block.text).rstrip(" *_").endswith(":")


def is_of_one_class(page: Question, stated: Stated) -> bool:
    """Whether a matrix is one of three or more classes against the rest."""
    if ONE_CLASS.search(str(page.blocks[stated.first].text)):
        return True
    several = (of.matrix for of in stated_classes(page) if len(of.matrix.cells) > 2)
    return any(
        classes.against_rest(i).same_counts(stated.matrix)
        for classes in several
        for i in range(len(classes.cells))
    )


def announces(blocks: Sequence[Block], index: int, stated: Sequence[Stated]) -> bool:
    """Whether a paragraph gives the rates that the counts right behind it are computed from."""
    is_next = any(matrix.first == index + 1 and not matrix.told for matrix in stated)
    return is_next and str(blocks[index].text).rstrip(" *_").endswith(":")


def _without_doubles(found: Sequence[Verdict], of_classes: Sequence[Verdict]) -> list[Verdict]:
    """All verdicts; where a number was read twice, the one that knows its class."""
    taken = {v.position for v in of_classes if v.statement.claim.sure}
    kept = [v for v in found if v.position not in taken]
    known = {v.position for v in kept}
    return kept + [v for v in of_classes if v.position not in known]


def _verdicts_of_classes(page: Question) -> list[Verdict]:
    """The verdicts on what is said of single classes and of averages over them."""
    stated = stated_classes(page)
    standing = places(page) if stated else []
    found: list[Verdict] = []
    for run in runs(page.blocks) if stated else ():
        found += _Unit(
            Statement(
                of.text, of.claim, Reference(of.matrix, near, of.others, is_close=of.is_close)
            )
            for index in run
            if (chosen := nearest_classes(stated, standing, index))
            for matrix, near in [chosen]
            if near or not has_turned(page.blocks, index)
            for of in _claims_of_classes(page.blocks, index, run[0], matrix, stated)
            if of.claim.plain
        ).verdicts()
    return found


def has_turned(blocks: Sequence[Block], index: int) -> bool:
    """Whether the section of a block speaks of another case before it."""
    above = (b for b in blocks[:index] if b.section == blocks[index].section and b.is_prose)
    return any(changes_scenario(words(b.text.content)) for b in above)


def _verdicts_of_cases(page: Question) -> list[Verdict]:
    """The verdicts on what is said of thresholds, models or groups that have a matrix each."""
    cases = named_cases(page)
    standing = places(page) if cases else []
    found = [v for case in cases if case.part for v in _Unit(_of_part(case)).verdicts()]
    for run in runs(page.blocks) if cases else ():
        first = page.blocks[run[0]]
        above = [c for c in cases if c.index < run[0]]
        own = [c for c in above if is_in_scope(standing[run[0]], standing[c.index], c)]
        if not own or standing[run[0]].is_of_mistakes:
            continue
        about = name_above(page.blocks, run[0])
        said = claims_of_rows(first.rows, own) if first.kind == "table" else ()
        if first.is_prose or first.kind == "math":
            said = (o for index in run for o in claims_of_cases(page.blocks[index], own, about))
        found += _Unit(
            Statement(
                of.text, of.claim, Reference(of.case.matrix, True, is_close=first.kind == "table")
            )
            for of in said
            if of.claim.plain
        ).verdicts()
    return found


def _of_part(case: Case) -> Iterator[Statement]:
    """What is said of a case in the text that gives its counts."""
    for claim in all_claims(str(case.part)):
        if claim.plain:
            yield Statement(case.part, claim, Reference(case.matrix, True))


def is_in_scope(here: Place, of_case: Place, case: Case) -> bool:
    """Whether a case may be spoken of: its section goes on, but for the heading that names it."""
    if not case.is_headed:
        return here.is_in(of_case)
    around = of_case.headings[:-1]
    return here.headings[: len(around)] == around


@lru_cache(maxsize=RECENT)
def reports_of(page: Question) -> tuple[Checked, ...]:
    """Every number of the page's reports by class that follows from others."""
    if not ("recall" in page.source or "Recall" in page.source):
        return ()
    stated = stated_classes(page)
    standing = places(page)
    found: list[Checked] = []
    for index, block in enumerate(page.blocks):
        is_text = block.kind == "code" and block.language in CODE_WITH_REPORTS
        if not (is_text or block.kind == "table") or standing[index].is_of_mistakes:
            continue
        chosen = nearest_classes(stated, standing, index) if stated else None
        found += checked_report(block, chosen[0] if chosen else None)
    return tuple(found)


def totals_of(page: Question) -> Iterator[Total]:
    """The totals of the page's confusion tables."""
    stated = {s.first for s in read(page).stated} | {s.index for s in stated_classes(page)}
    for index in stated:
        if page.blocks[index].kind == "table":
            yield from totals(page.blocks[index].rows)


def nearest_classes(
    stated: Sequence[StatedClasses], standing: Sequence[Place], index: int
) -> tuple[ClassMatrix, bool] | None:
    """The matrix of classes that a block speaks of, and whether it stands in the same section."""
    here = standing[index]
    if here.is_of_mistakes:
        return None
    above = [s for s in stated if s.index <= index and here.is_in(standing[s.index])]
    if above:
        return above[-1].matrix, True
    return (stated[0].matrix, False) if len({s.matrix for s in stated}) == 1 else None


def _claims_of_classes(
    blocks: Sequence[Block],
    index: int,
    first: int,
    matrix: ClassMatrix,
    stated: Sequence[StatedClasses],
) -> Iterator[OfClasses]:
    block = blocks[index]
    if block.is_prose or block.kind == "math":
        others = [s.matrix for s in stated if s.matrix != matrix]
        is_math = block.kind == "math"
        yield from claims_of_classes(block.text, is_math, matrix, others, topic(blocks, first))


def topic(blocks: Sequence[Block], index: int) -> str:
    """The words that announce what a block is about: a heading, or a line that ends in a colon."""
    before = blocks[index - 1] if index else None
    if before and before.is_prose:
        text = str(before.text).rstrip(" *_")
        if before.kind == "heading" or text.endswith(":"):
            return text
    return ""


def name_above(blocks: Sequence[Block], index: int) -> str:
    """The words that announce a text, or a line of its own above it: "Threshold 0.5"."""
    before = blocks[index - 1] if index else None
    if before and before.kind == "paragraph" and len(before.text.content) <= SHORT_LINE:
        return str(before.text)
    return topic(blocks, index)


class _Unit:
    """The statements of a block or a list, which bear each other out.

    is_continued: the paragraph right above says what is right of the matrix and ends in a colon.
    """

    def __init__(self, statements: Iterable[Statement], is_continued: bool = False):
        self.is_continued = is_continued
        self.judged = [verdict for s in statements if (verdict := _judged(s)) is not None]
        self.anchored = {id(v) for v in self.judged if _is_anchored(v.statement)}
        self.fitting = self.anchored | {id(v) for v in self.judged if _is_telling(v)}
        self.fitting_at = Counter(
            v.statement.sentence for v in self.judged if id(v) in self.fitting
        )
        self.loose = [
            v
            for v in self.judged
            if v.statement.claim.needs < Needs.COUNTS and id(v) not in self.anchored
        ]

    def verdicts(self) -> list[Verdict]:
        """The verdicts of the statements that are plainly about their matrix."""
        return [verdict for verdict in self.judged if self._is_meant(verdict)]

    def _is_meant(self, verdict: Verdict) -> bool:
        claim = verdict.statement.claim
        if id(verdict) in self.anchored:
            return True
        if claim.needs == Needs.COUNTS:
            return False
        itself = id(verdict) in self.fitting
        if not verdict.statement.reference.near:
            return self.fitting_at[verdict.statement.sentence] > itself
        if verdict.wrong and not (verdict.statement.reference.is_close or _is_slip(verdict)):
            return False
        if verdict.wrong and _is_plain_slip(verdict):
            return True
        alone = claim.needs == Needs.NOTHING and len(self.loose) == 1
        return alone or self.is_continued or self._is_swapped or len(self.fitting) > itself

    @cached_property
    def _is_swapped(self) -> bool:
        """Whether all numbers are other metrics of the same matrix, and not of the other class."""
        return (
            len(self.loose) > 1
            and all(_is_confused(v) for v in self.loose)
            and not all(_is_of_other_class(v.statement) for v in self.loose)
        )


def _judged(statement: Statement) -> Verdict | None:
    """Whether the statement is right; None where that can't be said."""
    outcome = first_wrong(statement.claim, statement.reference.matrix)
    if outcome is None:
        return None
    if outcome and (_is_share_of_all(statement) or _is_of_other_counts(statement)):
        return None
    if outcome and any(_fits(statement, other) for other in _readings(statement.reference)):
        return None
    if outcome and _is_of_rounded_parts(statement.claim, statement.reference.matrix):
        return None
    if outcome and _is_of_other_class(statement) and _speaks_of_other_class(statement):
        return None
    if outcome and statement.reference.is_elected and _is_said_of_other_class(statement):
        return None
    averaged = statement.reference.averaged
    if outcome and averaged and not _is_anchored(statement) and _is_average(statement):
        return None
    return Verdict(statement, outcome[0] if outcome else None)


def _readings(reference: Reference) -> list[ConfusionMatrix]:
    """The other matrices that a number may be of."""
    other = reference.matrix.of_other_class if reference.matrix.is_of_either else None
    return [*reference.others, other] if other else list(reference.others)


def _is_share_of_all(statement: Statement) -> bool:
    """Whether a "detection rate" is the share of all cases that are detected, as in R's caret."""
    matrix = statement.reference.matrix
    if statement.claim.metric.name != "recall" or not matrix.total or matrix.tp is None:
        return False
    share = Fraction(matrix.tp, matrix.total)
    is_named = "detection rate" in str(statement.text).lower()
    return is_named and all(agree(share, m.quantity) for m in statement.claim.members)


def _is_of_other_counts(statement: Statement) -> bool:
    """Whether a claim is computed from whole numbers that an elected matrix does not have."""
    is_elected, integers = statement.reference.is_elected, statement.claim.integers
    return is_elected and not integers <= _sums(statement.reference.matrix) | FACTORS


def _fits(statement: Statement, other: ConfusionMatrix) -> bool:
    """Whether a number is right for another matrix, and not computed from this one's counts."""
    of_other = replace(statement, reference=Reference(other, False))
    if _is_computed(statement) and not _is_computed(of_other):
        return False
    return first_wrong(statement.claim, other) == ()


def _is_of_other_class(statement: Statement) -> bool:
    """Whether a number is the metric of the matrix with the negative class as positive."""
    other = statement.reference.matrix.of_other_class
    if other is None or statement.claim.metric.name not in OF_EACH_CLASS:
        return False
    return first_wrong(statement.claim, other) == ()


def _is_said_of_other_class(statement: Statement) -> bool:
    """Whether a number is computed for the other class of an elected matrix, or said of some class:
    nobody knows how the classes of such a matrix are called."""
    is_said = statement.claim.about or statement.claim.integers
    return bool(is_said) and _is_of_other_class(statement)


def _speaks_of_other_class(statement: Statement) -> bool:
    """Whether a text may mean the negative class: it names it, or a class before its numbers."""
    label = statement.reference.matrix.negative
    named = label.lower() not in ("negative", "no", "0", "-", "−") and re.search(
        rf"(?<!\w){re.escape(label)}(?!\w)", str(statement.text), re.I
    )
    in_company = statement.claim.needs == Needs.COMPANY and not _is_anchored(statement)
    in_company &= not OF_ITS_CLASS.match(statement.text.content, statement.claim.start)
    return bool(named) or in_company or bool(OTHER_CLASS.search(str(statement.text)))


def _is_average(statement: Statement) -> bool:
    """Whether a number is the metric's mean over the two classes, as libraries report it."""
    matrix, members = statement.reference.matrix, statement.claim.members
    other = matrix.of_other_class
    values = [statement.claim.metric.of(m) for m in (matrix, other) if m]
    if len(values) < 2 or None in values:
        return False
    positives, negatives = matrix.tp + matrix.fn, matrix.fp + matrix.tn
    weighted = (values[0] * positives + values[1] * negatives) / matrix.total
    reported = [member.written for member in members if member.style != "fraction"]
    digits = max((len(re.sub(r"^[0.]+|\D", "", written)) for written in reported), default=0)
    return digits > 2 and any(
        all(agree(mean, member.quantity) for member in members)
        for mean in (sum(values) / 2, weighted)
    )


def _is_of_rounded_parts(claim: Claim, matrix: ConfusionMatrix) -> bool:
    """Whether a metric is computed from rounded ones: kappa = (0.88 − 0.57)/(1 − 0.57) = 0.721."""
    actual = claim.metric.of(matrix)
    worked = [m for m in claim.members if m.style == "fraction" and DECIMALS.search(m.written)]
    if not worked or not 0 < abs(worked[0].quantity.value - actual) <= abs(actual) * ROUNDED_PARTS:
        return False
    low, high = sorted((actual, worked[0].quantity.value))
    between = Quantity(low, high, True, "")
    return all(m in worked or agrees(between, m.quantity) for m in claim.members)


DECIMALS = Pattern(r"\d\.\d.*\d\.\d", re.S)
ROUNDED_PARTS = Fraction(3, 200)  # by how much of it rounded parts may change a metric


def _is_anchored(statement: Statement) -> bool:
    """Whether the claim shows by itself which matrix it is about."""
    is_sure = statement.claim.sure and statement.reference.near
    is_computed = _is_computed(statement) or _is_counted_beside(statement)
    is_computed |= _is_of_wrong_sum(statement)
    return is_sure or is_computed or _is_partly_right(statement)


def _is_counted_beside(statement: Statement) -> bool:
    """Whether its sentence gives the two counts whose ratio the metric is, right before it:
    "of 517 alarms 18 are justified, a precision of 34.8%"."""
    claim, reference = statement.claim, statement.reference
    actual = claim.metric.of(reference.matrix)
    if not reference.near or actual is None or actual in UNTELLING:
        return False
    said = words(str(statement.text))[claim.sentence : claim.start]
    numbers = {whole_number(n) for n in INTEGER.findall(said)} - FACTORS
    shares = (Fraction(a, b) for a in numbers for b in numbers if a < b)
    return len(numbers) == 2 and actual in shares


def _is_of_wrong_sum(statement: Statement) -> bool:
    """Whether its sentence gives the count that the metric is a share of something of, and the
    number is its share of something else: "34 mails went through, a miss rate of 5.4 %"."""
    claim, reference = statement.claim, statement.reference
    matrix = reference.matrix
    role = claim.metric.formula.partition("/")[0]
    if reference.others or len(claim.members) > 1 or role not in ROLES or not matrix.total:
        return False
    quantity, count = claim.members[0].quantity, matrix.counts[role]
    said = words(str(statement.text))[claim.sentence : claim.start]
    numbers = [whole_number(n) for n in INTEGER.findall(said)]
    if quantity.exact or numbers != [count] or [*matrix.counts.values()].count(count) > 1:
        return False
    return any(agree(value, quantity) for value in over_other_sums(claim.metric, matrix))


def _is_computed(statement: Statement) -> bool:
    """Whether the claim is computed from the matrix's own counts and their sums."""
    sums = _sums(statement.reference.matrix)
    integers = statement.claim.integers
    return integers <= sums | FACTORS and len(integers & sums) > 1


def _is_partly_right(statement: Statement) -> bool:
    """Whether one of several numbers is right, as in 0.22 = 20%."""
    actual = statement.claim.metric.of(statement.reference.matrix)
    members = statement.claim.members
    if len(members) == 1 or actual is None or actual in UNTELLING:
        return False
    return any(agree(actual, member.quantity) for member in members)


@lru_cache(maxsize=64)
def _sums(matrix: ConfusionMatrix) -> frozenset[int]:
    m = replace(matrix, **{role.lower(): count or 0 for role, count in matrix.counts.items()})
    pairs = (m.tp + m.fn, m.fp + m.tn, m.tp + m.fp, m.fn + m.tn, m.tp + m.tn, m.fp + m.fn)
    of_f1 = (2 * m.tp, 2 * m.tp + m.fp + m.fn)
    return frozenset((*m.counts.values(), *pairs, *of_f1, m.total))


def _is_telling(verdict: Verdict) -> bool:
    """Whether a number is right, and hardly by chance."""
    statement = verdict.statement
    actual = statement.claim.metric.of(statement.reference.matrix)
    is_firm = statement.claim.needs < Needs.COUNTS or _is_anchored(statement)
    return not verdict.wrong and is_firm and actual not in UNTELLING


def _is_slip(verdict: Verdict) -> bool:
    """Whether a count of the matrix or a typical slip leads to the wrong number."""
    statement = verdict.statement
    integers = statement.claim.integers - FACTORS
    if not integers.isdisjoint(_sums(statement.reference.matrix)):
        return True  # it is computed from a count of the matrix
    return is_slip(verdict.wrong.quantity, statement.claim.metric, statement.reference.matrix)


def _is_plain_slip(verdict: Verdict) -> bool:
    """Whether a plain statement right behind the page's only matrix gives one of its metrics for
    another, with so many digits that it is no other case's."""
    statement = verdict.statement
    reference, claim = statement.reference, statement.claim
    digits = significant_digits(verdict.wrong.written.rstrip("%"))
    is_told = claim.plain and claim.needs <= Needs.COMPANY and not claim.about
    is_sole = not reference.others and not reference.is_elected and reference.matrix.total
    if not is_told or not is_sole or claim.integers or digits < DIGITS_OF_SLIP:
        return False
    return is_slip(verdict.wrong.quantity, claim.metric, reference.matrix)


def _is_confused(verdict: Verdict) -> bool:
    """Whether the number is another metric of the same matrix, as when two are swapped."""
    claim, matrix = verdict.statement.claim, verdict.statement.reference.matrix
    return any(
        not first_wrong(replace(claim, metric=other), matrix)
        for other in CONFUSED
        if other.of(matrix) is not None
    )
