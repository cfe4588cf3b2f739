"""What a page says of single classes and of averages over classes, compared with its matrix.

"Precision for cat is 0.91", "Dog: recall 0.8", "macro F1 = 0.79". The words that name the class or
the average are blanked, what is left is read like any other claim, and the number is compared with
the binary matrix of that class against the rest, or with the average.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hooks.classifiers.class_matrix import (
    ClassMatrix,
    StatedClasses,
    accuracy_of,
    average_of,
    classes_of,
    count_grid,
    error_rate_of,
    read_classes,
)
from hooks.classifiers.matrix import METRICS, ConfusionMatrix, Metric
from hooks.classifiers.matrix_source import runs, speaks_of_metrics
from hooks.classifiers.metric_claims import Claim, all_claims
from hooks.classifiers.metric_doubts import Needs, opens_with_nothing, sentences
from hooks.classifiers.value_series import OPENED, leading
from hooks.classifiers.voted_matrices import LEAD, Vote
from hooks.language.wording import words
from hooks.page import RECENT, Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import record, replace

AVERAGE = Pattern(
    r"\b(?P<kind>macro|micro|weighted)(?:[\s-]*(?:averaged?|avg\.?|mean)\b)?[\s-]*"
    r"(?=precision|recall|accuracy|F|sensitivity|specificity|PPV|TPR|P\s*=|R\s*=)"
    r"|(?<=\w)\s*\(\s*(?P<kind_2>macro|micro|weighted)(?:[\s-]*(?:averaged?|avg\.?))?\s*\)",
    re.I,
)
AVERAGED_OTHERWISE = Pattern(r"\b(?:macro|micro|weighted|averaged?)\b", re.I)
OF_ALL = Pattern(r"\b(?:overall|total|whole|all)\b", re.I)
WEIGHTED_BY = Pattern(r"\bweighted\s+by\s+[^.,:;\d]{3,30}(?=[:,])", re.I)
CONSTANT = Pattern(r"\b(?:always|constant|dummy|baseline)\b", re.I)  # a classifier told before
GOES_ON = Pattern(r"\s*(?:and\s+)?(?:its?|that|this|then|the)\b", re.I)
SENTENCE = 120
OF_EACH_CLASS = frozenset(("precision", "recall", "F1"))  # in a library's report
NO_SPACE = "\u200b"  # words() reads it as a space, and the emphasis beside it as emphasis
FEWEST_FITTING = 3  # numbers that elect a way to read a matrix
NEAR = 8  # blocks behind a matrix that may speak of its classes
GENERIC = frozenset(("positive", "negative", "yes", "no", "pos", "neg", "+", "-", "−", "0", "1"))


@record
class Mention:
    """Where a text names a class or a kind of average."""

    start: int
    end: int
    label: int | None
    kind: str = ""


@record
class OfClasses:
    """A claim and the matrix it is compared with: that of a class, or for an average any.

    is_close: the class is named beside the metric.
    """

    text: Text
    claim: Claim
    matrix: ConfusionMatrix
    others: tuple[ConfusionMatrix, ...]
    is_close: bool = True


@lru_cache(maxsize=RECENT)
def stated_classes(page: Question) -> tuple[StatedClasses, ...]:
    """The matrices of classes on a page."""
    if not speaks_of_metrics(page):
        return ()
    return tuple(
        StatedClasses(matrix, run[-1])
        for run in runs(page.blocks)
        if _may_state_classes(page.blocks[run[0]])
        if (matrix := read_classes(page.blocks, run[0]) or _elected(page.blocks, run[0]))
    )


def _may_state_classes(block: Block) -> bool:
    text = block.text.content
    return block.kind in ("table", "code") or "[[" in text or "\\begin{" in text


def _elected(blocks: Sequence[Block], index: int) -> ClassMatrix | None:
    """The matrix of a grid with the same labels on both sides where nobody says which of them is
    actual: as most of what is said of its classes fits."""
    if not (grid := count_grid(blocks[index])):
        return None
    matrices = [classes_of(grid, is_actual) for is_actual in (True, False)]
    if None in matrices or matrices[0].cells == matrices[1].cells:
        return None
    rated = [_fitting(matrix, blocks, index + 1) for matrix in matrices]
    most, least = max(rated), min(rated)
    if most[1] < FEWEST_FITTING or most[0] - least[0] < LEAD:
        return None
    return matrices[rated.index(most)]


def _fitting(matrix: ClassMatrix, blocks: Sequence[Block], first: int) -> tuple[float, int]:
    """How many digits of what is said behind a matrix fit it, and how many numbers do."""
    digits = [
        vote.digits
        for block in blocks[first : first + NEAR]
        if block.is_prose
        for of in claims_of_classes(block.text, False, matrix, (), "")
        if (vote := Vote.of(of.claim)).is_for(of.matrix)
    ]
    return sum(digits), len(digits)


# -- claims ---------------------------------------------------------------------------------------


def claims_of_classes(
    text: Text, is_math: bool, matrix: ClassMatrix, others: Sequence[ClassMatrix], topic: str
) -> Iterator[OfClasses]:
    """The claims of a text that name a class, an average or the overall accuracy.

    topic: the words before the text that may name its class: a heading, "For class A:".
    """
    plain = words(str(text))
    mentions = _mentions(plain, matrix)
    blanked = _blanked(str(text), mentions)
    subject = _subject(topic, matrix)
    for claim in all_claims(blanked, is_math):
        if claim.is_qualified:
            continue
        if GOES_ON.match(plain, claim.sentence) and CONSTANT.search(
            plain, max(0, claim.sentence - SENTENCE), claim.sentence
        ):
            continue
        mention = _qualifier(claim, plain, mentions)
        label = mention.label if mention else subject
        if mention and mention.kind:
            yield from _averaged(text, claim, matrix, mention.kind)
        elif label is not None and claim.needs == Needs.COUNTS and mention is not None:
            yield from _of_opened_line(text, claim, matrix, others, mention)
        elif label is not None:
            yield from _of_label(text, claim, matrix, others, label)
        elif not AVERAGED_OTHERWISE.search(plain):
            yield from _over_all(text, claim, matrix, others)


def _over_all(
    text: Text, claim: Claim, matrix: ClassMatrix, others: Sequence[ClassMatrix]
) -> Iterator[OfClasses]:
    """A claim that names no class, if its metric is one of the whole matrix."""
    metric = metric_over(claim, matrix)
    if metric and not any(_has(claim, metric_over(claim, other)) for other in others):
        yield OfClasses(text, replace(claim, metric=metric), matrix.against_rest(0), ())


def metric_over(claim: Claim, matrix: ClassMatrix) -> Metric | None:
    """The metric of the whole matrix that a claim without a class is about, if it is one."""
    if claim.metric.name == "accuracy":
        return accuracy_of(matrix)
    if len(matrix.cells) > 2 and claim.metric.name == "error rate":
        return error_rate_of(matrix)
    if len(matrix.cells) > 2 and claim.metric.name == "balanced accuracy":
        recall = next(metric for metric in METRICS if metric.name == "recall")
        return average_of(matrix, recall, "macro")
    return None


def _has(claim: Claim, metric: Metric | None) -> bool:
    value = metric.of(None) if metric else None
    return value is not None and any(
        m.quantity.low <= value <= m.quantity.high for m in claim.members
    )


def _averaged(text: Text, claim: Claim, matrix: ClassMatrix, kind: str) -> Iterator[OfClasses]:
    metric = average_of(matrix, claim.metric, kind)
    if metric is None or _is_f1_of_averages(claim, matrix, kind):
        return
    sure = replace(claim, metric=metric, sure=claim.needs < Needs.COUNTS)
    yield OfClasses(text, sure, matrix.against_rest(0), ())


def _is_f1_of_averages(claim: Claim, matrix: ClassMatrix, kind: str) -> bool:
    """Whether a number is the harmonic mean of the averaged precision and recall, as some do."""
    if claim.metric.name != "F1" or kind != "macro":
        return False
    names = {metric.name: metric for metric in METRICS}
    parts = [average_of(matrix, names[name], kind) for name in ("precision", "recall")]
    if None in parts:
        return False
    p, r = (part.of(None) for part in parts)
    value = 2 * p * r / (p + r) if p + r else p
    quantity = claim.members[-1].quantity
    return quantity.low <= value <= quantity.high


def _of_class(
    text: Text, claim: Claim, matrix: ClassMatrix, others: Sequence[ClassMatrix], label: int
) -> OfClasses:
    name = matrix.labels[label].lower()
    same = [
        other.against_rest(i)
        for other in others
        for i, own in enumerate(other.labels)
        if own.lower() == name
    ]
    claim = replace(claim, sure=claim.needs < Needs.COUNTS)
    return OfClasses(text, claim, matrix.against_rest(label), tuple(same))


def _of_label(
    text: Text, claim: Claim, matrix: ClassMatrix, others: Sequence[ClassMatrix], label: int
) -> Iterator[OfClasses]:
    """A claim that names a class; one of two classes perhaps only to explain a metric of the
    other: "the FPR, the share of the ham that is flagged"."""
    of_class = _of_class(text, claim, matrix, others, label)
    if len(matrix.cells) > 2:
        yield of_class
    elif claim.metric.name in OF_EACH_CLASS:
        yield replace(of_class, others=(*of_class.others, matrix.against_rest(1 - label)))


def _of_opened_line(
    text: Text, claim: Claim, matrix: ClassMatrix, others: Sequence[ClassMatrix], mention: Mention
) -> Iterator[OfClasses]:
    """A loose claim, "82.3 % recall", which is of a class if its line is all about that."""
    if OPENED.match(words(str(text)), mention.end):
        claim = replace(claim, needs=Needs.COMPANY)
        for of_class in _of_label(text, claim, matrix, others, mention.label):
            loose = replace(of_class.claim, sure=False)
            yield replace(of_class, claim=loose, is_close=False)


def _blanked(text: str, mentions: Sequence[Mention]) -> str:
    """A text without its mentions: "**Recall (cat)** = 0.5" keeps its marks around the name."""
    blank = NO_SPACE if "*" in text and "$" not in text else " "
    for mention in mentions:
        text = text[: mention.start] + blank * (mention.end - mention.start) + text[mention.end :]
    return WEIGHTED_BY.sub(lambda found: " " * len(found[0]), text)


# -- which class a claim names --------------------------------------------------------------------


def _qualifier(claim: Claim, plain: str, mentions: Sequence[Mention]) -> Mention | None:
    """The class or average that a claim is about: named behind the metric, before it, or last."""
    first = claim.members[0].start
    behind = [m for m in mentions if claim.start < m.start < first]
    if behind:
        return behind[0]
    start = next(s for s, end in sentences(plain) if s <= claim.start < end)
    before = [m for m in mentions if start <= m.start and m.end <= claim.start]
    if not before:
        return _leading(claim, plain, mentions)
    last = before[-1]
    if last.kind:  # an average qualifies the name it stands at
        return last if claim.start - last.end < 3 else None
    return last


def _leading(claim: Claim, plain: str, mentions: Sequence[Mention]) -> Mention | None:
    """The class that opens the line or item of a claim, if that is not of all classes again."""
    if claim.metric.name not in OF_EACH_CLASS or OF_ALL.search(plain[: claim.start][-20:]):
        return None
    if not opens_with_nothing(plain, claim.sentence, claim.start):
        return None
    of_classes = [m for m in mentions if m.label is not None]
    i = leading(plain, claim.start, [(m.start, m.end) for m in of_classes])
    return None if i is None else of_classes[i]


def _mentions(plain: str, matrix: ClassMatrix) -> list[Mention]:
    """Where a text names the classes of a matrix, and averages over them."""
    found = [
        Mention(*m.span(), None, (m["kind"] or m["kind_2"]).lower())
        for m in AVERAGE.finditer(plain)
    ]
    for i, pattern in enumerate(_patterns(matrix.labels)):
        found += [Mention(*m.span(), i) for m in pattern.finditer(plain)]
    return sorted(found, key=lambda mention: mention.start)


@lru_cache(maxsize=64)
def _patterns(labels: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(label) for label in labels)


def _pattern(label: str) -> re.Pattern[str]:
    """How a text names a class: "for cat", "of the Cat class", "(cat)", "cats"; short labels and
    those that say positive or negative only as "class A", "(A)", "for A"."""
    name = re.sub(r"\\?\s+", r"\\s+", re.escape(label)).replace("\\-", "[-\\s]")
    quoted = rf"[\"“'‘]?{name}[\"”'’]?"
    is_short = len(label) < 3 or label.lower() in GENERIC
    classed = rf"(?:(?:for|of|on|in|to|with)\s+)?(?:[Tt]he\s+)?[Cc]lass\s+{quoted}"
    behind = rf"(?:for|of|on)\s+(?:the\s+)?{quoted}(?:s|es)?(?:\s+class)?"
    aside = rf"\(\s*(?:class\s*=?\s*)?{quoted}\s*\)"
    if is_short:
        exact = rf"{classed}(?!\w)|{aside}|(?:for|of)\s+{quoted}(?=\s*[,:=(]|\s+(?:is|was)\b)"
        return re.compile(rf"(?<!\w)(?:{exact})|(?<=\w){aside}")
    return re.compile(
        rf"(?<!\w)(?:{classed}|{behind}|{aside}|{quoted}(?:s|es)?(?:\s+class)?)(?!\w)"
        rf"|(?<=\w){aside}",
        re.I,
    )


def _subject(topic: str, matrix: ClassMatrix) -> int | None:
    """The one class that the words before a text name, if they announce it."""
    if not topic or len(topic) > 100:
        return None
    plain = words(topic).strip(" :.#")
    named = {m.label for m in _mentions(f"{plain} ", matrix) if m.label is not None}
    exact = [i for i, label in enumerate(matrix.labels) if plain.lower() == label.lower()]
    return exact[0] if exact else named.pop() if len(named) == 1 else None


def named_class(plain: str, matrix: ClassMatrix, topic: str) -> int | None:
    """The only class that a text names, or else the one that the words before it announce."""
    subject = _subject(topic, matrix)
    named = {m.label for m in _mentions(plain, matrix) if m.label is not None}
    if len(named) > 1 or (named and subject not in (None, *named)):
        return None
    return named.pop() if named else subject
