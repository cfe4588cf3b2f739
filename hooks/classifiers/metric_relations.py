"""Metrics that follow from other metrics, without a matrix: F1 from precision and recall.

Where a sentence, a list or a row of a table gives all of them, the last must lie in the interval
that the others allow.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import groupby, product
from operator import itemgetter

from hooks.calculation.quantity import Quantity, shown, shown_percent, significant_digits
from hooks.classifiers.matrix import root
from hooks.classifiers.matrix_references import Place, places
from hooks.classifiers.matrix_source import read, runs, speaks_of_metrics
from hooks.classifiers.metric_claims import Claim, claims, sole_metric, value
from hooks.classifiers.metric_doubts import Needs, changes_scenario, is_taken_back, sentences
from hooks.classifiers.metric_numbers import Member
from hooks.language.sentences import CALLED_WRONG
from hooks.language.wording import COMPARES, words
from hooks.page import RECENT, Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import record, replace

# -- what follows from what -----------------------------------------------------------------------


@record
class Relation:
    """A metric as a function of others that grows or falls steadily with each of them.

    target, inputs: names of metrics; formula: with {0}, {1}, … for the inputs.
    compute: from the inputs' values; may raise ZeroDivisionError.
    """

    target: str
    inputs: tuple[str, ...]
    formula: str
    compute: Callable[..., Fraction]

    def over(self, spans: Sequence[tuple[Fraction, Fraction]]) -> tuple[Fraction, Fraction] | None:
        """The interval of the metric when each input lies in its own; None if undefined."""
        try:
            corners = [self.compute(*corner) for corner in product(*spans)]
        except ZeroDivisionError:
            return None
        return min(corners), max(corners)

    def worked(self, written: Sequence[str]) -> str:
        """The formula in names, and with the numbers as written: `1 − specificity = 1 − 0.95`."""
        return f"{self.formula.format(*self.inputs)} = {self.formula.format(*written)}"


def _f_relation(name: str, square: Fraction) -> Relation:
    whole, weight = f"{float(1 + square):g}", "" if square == 1 else f"{float(square):g}·"
    return Relation(
        name,
        ("precision", "recall"),
        f"{whole}·{{0}}·{{1}}/({weight}{{0}}+{{1}})",
        lambda p, r: (1 + square) * p * r / (square * p + r),
    )


def _complements(one: str, other: str) -> tuple[Relation, Relation]:
    def rest(value: Fraction) -> Fraction:
        return 1 - value

    return Relation(one, (other,), "1 − {0}", rest), Relation(other, (one,), "1 − {0}", rest)


RATES = ("recall", "specificity")
OF_TEST = ("recall", "specificity", "prevalence")
WITH_FPR = ("recall", "false-positive rate", "prevalence")
RELATIONS = (
    _f_relation("F1", Fraction(1)),
    _f_relation("F2", Fraction(4)),
    _f_relation("F0.5", Fraction(1, 4)),
    *_complements("false-positive rate", "specificity"),
    *_complements("false-negative rate", "recall"),
    *_complements("error rate", "accuracy"),
    *_complements("false discovery rate", "precision"),
    *_complements("false omission rate", "negative predictive value"),
    Relation("F1", ("Jaccard index",), "2·{0}/(1 + {0})", lambda j: 2 * j / (1 + j)),
    Relation("Jaccard index", ("F1",), "{0}/(2 − {0})", lambda f: f / (2 - f)),
    *_complements("balanced error rate", "balanced accuracy"),
    Relation("balanced accuracy", RATES, "({0} + {1})/2", lambda r, s: (r + s) / 2),
    Relation(
        "balanced accuracy",
        ("recall", "false-positive rate"),
        "({0} + 1 − {1})/2",
        lambda r, f: (r + 1 - f) / 2,
    ),
    Relation("G-mean", RATES, "√({0}·{1})", lambda r, s: root(r * s)),
    Relation(
        "markedness",
        ("precision", "negative predictive value"),
        "{0} + {1} − 1",
        lambda p, n: p + n - 1,
    ),
    Relation("lift", ("precision", "prevalence"), "{0}/{1}", lambda p, base: p / base),
    Relation("informedness", RATES, "{0} + {1} − 1", lambda r, s: r + s - 1),
    Relation("informedness", ("recall", "false-positive rate"), "{0} − {1}", lambda r, f: r - f),
    Relation("positive likelihood ratio", RATES, "{0}/(1 − {1})", lambda r, s: r / (1 - s)),
    Relation(
        "positive likelihood ratio",
        ("recall", "false-positive rate"),
        "{0}/{1}",
        lambda r, f: r / f,
    ),
    Relation("negative likelihood ratio", RATES, "(1 − {0})/{1}", lambda r, s: (1 - r) / s),
    Relation(
        "diagnostic odds ratio",
        RATES,
        "{0}·{1}/((1 − {0})·(1 − {1}))",
        lambda r, s: r * s / ((1 - r) * (1 - s)),
    ),
    Relation(
        "precision",
        OF_TEST,
        "{0}·{2}/({0}·{2} + (1 − {1})·(1 − {2}))",
        lambda r, s, p: r * p / (r * p + (1 - s) * (1 - p)),
    ),
    Relation(
        "precision",
        WITH_FPR,
        "{0}·{2}/({0}·{2} + {1}·(1 − {2}))",
        lambda r, f, p: r * p / (r * p + f * (1 - p)),
    ),
    Relation(
        "negative predictive value",
        OF_TEST,
        "{1}·(1 − {2})/({1}·(1 − {2}) + (1 − {0})·{2})",
        lambda r, s, p: s * (1 - p) / (s * (1 - p) + (1 - r) * p),
    ),
    Relation(
        "accuracy",
        OF_TEST,
        "{0}·{2} + {1}·(1 − {2})",
        lambda r, s, p: r * p + s * (1 - p),
    ),
)

# -- the values of a sentence, a list, a row ------------------------------------------------------

# What makes F1 another thing than the harmonic mean of the precision and recall beside it.
AVERAGED = Pattern(
    r"\b(?:macro|micro|weighted|averag\w+|avg|mean(?!\s+(?:is|that|of\s+(?:precision|the\s+two)))"
    r"|per[\s-]class|multi-?class|folds?)\b",
    re.I,
)
HARMONIC = Pattern(
    r"(?:harmonic|arithmetic|simple|geometric)\s+(?:mean|average)\w*|on\s+average", re.I
)
TWO_CASES = Pattern(
    r"\b(?:vs\.?|versus|compared|another|baseline|respectively|instead|improv\w+|up\s+from"
    r"|down\s+from|raise[sd]?|drops?|increas\w+|decreas\w+|random\w*|target\w*|goal"
    r"|leaderboards?|benchmarks?|in\s+production|last\s+(?:year|week|month))\b",
    re.I,
)
NAMED_CASE = Pattern(r"\b(?i:models?|classifiers?|systems?|tests?|detectors?)\s+([A-Z]|\d)\b")
OPENING = Pattern(r"\W*\w[^.:\n]{2,40}[.:]")  # of a paragraph
SUPPOSITION = Pattern(r"\b(?:suppose|imagine|assum\w+|hypothetical\w*|say)\b", re.I)
ONE_DECIMAL = Pattern(r"[01]?\.\d")
P_AND_R = Pattern(r"(?<!\w)P\s*=.{1,60}?(?<!\w)R\s*=", re.S)
LETTER = Pattern(
    r"(?<![\w(|])(?P<name>[PR])\s*=\s*(?P<value>\d*\.?\d+(?:\s*%)?)(?![\d/(]|\s*[/×*+])"
)
SHORT = 80  # characters of a paragraph that only gives precision and recall
MOST_VALUES = 40  # of a list or paragraph about one case
NEARBY = 3  # blocks before a table or list that may say how its numbers were averaged


@record
class Value:
    """A metric's value in a text: its numbers, and the interval in which the first may lie."""

    name: str
    member: Member
    text: Text
    start: int
    members: tuple[Member, ...] = ()

    @property
    def narrowest(self) -> "Value":
        """The same with the number of its chain that says most: 0.6 of (0.9 + 0.3)/2 = 0.6."""
        members = self.members or (self.member,)
        return replace(self, member=min(members, key=_width))

    @property
    def is_rate(self) -> bool:
        return "ratio" not in self.name

    @property
    def scale(self) -> int:
        """100 where a rate is written as 86.7 without a percent sign."""
        is_bare = self.member.style == "decimal" and abs(self.member.quantity.value) > 1
        is_bare = is_bare or self.member.is_of_percentages
        return 100 if self.is_rate and is_bare else 1

    @property
    def claimed(self) -> tuple[Fraction, Fraction]:
        quantity = self.member.in_hundredths if self.scale == 100 else self.member.quantity
        return quantity.low, quantity.high

    @property
    def span(self) -> tuple[Fraction, Fraction]:
        """The interval as an input: a number of one digit (0.8, 5%) is a premise, not rounded."""
        quantity = self.member.quantity
        if self._is_premise(quantity):
            return quantity.value / self.scale, quantity.value / self.scale
        low, high = self.claimed
        return max(low, Fraction(0)), min(high, Fraction(1))

    def _is_premise(self, quantity: Quantity) -> bool:
        written = self.member.written
        if self.member.style == "fraction":
            return False
        if significant_digits(written) > 1 and not ONE_DECIMAL.fullmatch(written):
            return False
        try:
            return quantity == Quantity.written(written)
        except ValueError:  # ½ %
            return False


def _width(member: Member) -> tuple[Fraction, bool]:
    """How much room a number leaves; a plain number says more than a calculation."""
    return member.quantity.high - member.quantity.low, member.style == "fraction"


@record
class Contradiction:
    """A value that does not follow from others, and the others in the order of the formula."""

    relation: Relation
    value: Value
    inputs: tuple[Value, ...]

    @property
    def message(self) -> str:
        """What follows from the other values, how, and what the page says."""
        right = self.relation.compute(*(i.member.quantity.value / i.scale for i in self.inputs))
        written = self.value.member.written
        show = shown_percent if self.value.member.style == "percent" else shown
        if self.value.scale == 100:
            right *= 100
        worked = self.relation.worked([i.member.written for i in self.inputs])
        written = f"`{written}`" if "\\" in written else written
        return f"{self.relation.target} = {worked} = {show(right)}; the page says {written}"


@record
class Compared:
    """A value that was compared with what follows from others; wrong: how it contradicts them."""

    value: Value
    inputs: tuple[Value, ...]
    wrong: Contradiction | None


@lru_cache(maxsize=RECENT)
def compared(page: Question) -> tuple[Compared, ...]:
    """Every value of the page that follows from others."""
    if not speaks_of_metrics(page):
        return ()
    found = list(_within_blocks(page))
    done = {result.value.text.position(result.value.start) for result in found}
    across = (r for r in _across_blocks(page) if r.value.text.position(r.value.start) not in done)
    return (*found, *across)


def _within_blocks(page: Question) -> Iterator[Compared]:
    """Every value that follows from others of its sentence, list, paragraph or table."""
    standing = places(page)
    for run in runs(page.blocks):
        block = page.blocks[run[0]]
        if standing[run[0]].is_of_mistakes:
            continue
        if block.kind == "table":
            yield from _of_table(block, _is_averaged(page.blocks, standing, run[0]))
        elif block.is_prose or block.kind == "math":
            found = _of_prose(page.blocks, standing, run)
            yield from (r for r in found if not (r.wrong and _is_taken_back(r.value)))


def _across_blocks(page: Question) -> Iterator[Compared]:
    """Values said outright that contradict those of paragraphs above them, in sections without a
    matrix in which each metric has one value."""
    blocks, standing = page.blocks, places(page)
    said = [
        (standing[i], _value(claim, b.text), claim.needs == Needs.NOTHING)
        for i, b in enumerate(blocks)
        if b.is_prose
        for claim in claims(b.text.content)
        if claim.plain
    ]
    with_matrix = {standing[s.first].headings for s in read(page).stated}
    for place, own in groupby(said, key=itemgetter(0)):
        found = [(value, outright) for _, value, outright in own]
        if place.is_of_mistakes or place.headings in with_matrix or not _may_be_related(found):
            continue
        section = [b for b, other in zip(blocks, standing, strict=True) if other == place]
        for result in _contradictions(found):
            if not has_table(section) and _are_of_one_case(section):
                yield result


def _may_be_related(found: Sequence[tuple[Value, bool]]) -> bool:
    """Whether the values of a section stand in several texts, and are not too many."""
    return 2 <= len(found) <= MOST_VALUES and len({id(one.text) for one, _ in found}) > 1


def _contradictions(found: Sequence[tuple[Value, bool]]) -> Iterator[Compared]:
    """The values that are said outright behind all that they contradict."""
    outright = {(id(one.text), one.start) for one, is_outright in found if is_outright}
    for result in _related([one for one, _ in found], exact=True):
        is_outright = (id(result.value.text), result.value.start) in outright
        is_last = all(_is_behind(result.value, given) for given in result.inputs)
        if result.wrong and is_outright and is_last:
            yield result


def has_table(blocks: Sequence[Block]) -> bool:
    return any(block.kind in ("table", "code") for block in blocks)


def _are_of_one_case(blocks: Sequence[Block]) -> bool:
    said = "\n".join(str(block.text) for block in blocks if block.is_prose)
    return _is_one_case(words(said), strictly=True)


# -- prose ----------------------------------------------------------------------------------------


def _of_prose(
    blocks: Sequence[Block], standing: Sequence[Place], run: Sequence[int]
) -> Iterator[Compared]:
    """Sentences first; then what only a paragraph, or a list, says as a whole."""
    done: set[tuple[int, int]] = set()
    whole: list[Value] = _letters_above(blocks, run[0])
    for index in run:
        text = blocks[index].text
        found = claims(str(text), blocks[index].kind == "math")
        for scope in _sentences(found):
            if _is_one_case(_sentence_text(text, scope)) and not _opens_with_average(text):
                values = [_value(claim, text) for claim in scope]
                for result in _related(values, exact=True):
                    done.add((id(text), result.value.start))
                    yield result
        if found:
            whole += _by_letter(text, found) + [_value(claim, text) for claim in found]
    if not 2 <= len(whole) <= MOST_VALUES:
        return
    said = "\n".join(str(blocks[index].text) for index in run)
    if not _is_one_case(words(said), strictly=True):
        return
    if len(run) > 1 and _is_averaged(blocks, standing, run[0]):
        return
    for result in _related(whole, exact=len(run) == 1):
        if (id(result.value.text), result.value.start) not in done:
            yield result


def _letters_above(blocks: Sequence[Block], index: int) -> list[Value]:
    """The precision and recall of a short paragraph, "P = 0.4, R = 0.9.", right above a block."""
    before = blocks[index - 1] if index else None
    if before is None or before.kind != "paragraph" or len(before.text.content) > SHORT:
        return []
    return _letters(before.text)


def _by_letter(text: Text, found: Sequence[Claim]) -> list[Value]:
    """The precision and recall of "P = 0.5, R = 0.8: F2 = 0.714"."""
    if not any(c.metric.name.startswith("F") for c in found):
        return []
    return _letters(text)


def _letters(text: Text) -> list[Value]:
    plain = words(str(text))
    if not P_AND_R.search(plain):
        return []
    letters = list(LETTER.finditer(plain))
    if [letter["name"] for letter in letters] != ["P", "R"]:
        return []
    names = {"P": "precision", "R": "recall"}
    return [
        Value(
            names[m["name"]],
            Member(Quantity.written(m["value"]), *m.span("value"), m["value"]),
            text,
            m.start(),
        )
        for m in letters
    ]


def _sentences(found: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The claims of each sentence that has two or more."""
    by_start: dict[int, list[Claim]] = {}
    for claim in found:
        by_start.setdefault(claim.sentence, []).append(claim)
    return (scope for scope in by_start.values() if len(scope) > 1)


def _sentence_text(text: Text, scope: Sequence[Claim]) -> str:
    end = max(member.end for claim in scope for member in claim.members)
    return words(str(text))[scope[0].sentence : end]


def _opens_with_average(text: Text) -> bool:
    """Whether a paragraph opens with the name of an average: "**Macro.** Every class counts"."""
    opening = OPENING.match(str(text))
    return bool(opening and AVERAGED.search(HARMONIC.sub("", opening[0])))


def _is_taken_back(value: Value) -> bool:
    """Whether what follows the sentence of a value calls it wrong."""
    plain = words(str(value.text))
    start, end = next(span for span in sentences(plain) if span[0] <= value.start < span[1])
    return is_taken_back(plain, start, end)


def _is_one_case(plain: str, strictly: bool = False) -> bool:
    """Whether a text speaks of one classifier at one threshold, and not of averages."""
    if AVERAGED.search(HARMONIC.sub("", plain)) or CALLED_WRONG.search(plain):
        return False
    if TWO_CASES.search(plain) or len(set(NAMED_CASE.findall(plain))) > 1:
        return False
    return not (strictly and changes_scenario(SUPPOSITION.sub("", NAMED_CASE.sub("", plain))))


def _value(claim: Claim, text: Text) -> Value:
    return Value(claim.metric.name, claim.members[0], text, claim.start, claim.members)


# -- tables ---------------------------------------------------------------------------------------


def _of_table(block: Block, averaged: bool) -> Iterator[Compared]:
    """Rows (or columns) of a table, where most of them bear out what the names promise."""
    for cases in (_cases(block.rows), _cases(list(zip(*block.rows, strict=False)))):
        if any(AVERAGED.search(str(cell)) for cell in block.rows[0]):
            return
        results = [r for case in cases for r in _related(case, exact=False)]
        harmonic = [r for r in results if r.value.name.startswith("F")]
        others = [r for r in results if not r.value.name.startswith("F")]
        yield from (r for r in others if not r.wrong or _are_borne_out(others))
        if not averaged and _are_borne_out(harmonic) and not _are_weighted(cases):
            yield from harmonic


def _are_borne_out(results: Sequence[Compared]) -> bool:
    """Whether at least as many values follow from the others as do not, or one stands alone."""
    wrong = sum(result.wrong is not None for result in results)
    return len(results) == 1 or 2 * wrong <= len(results)


def _are_weighted(cases: Sequence[Sequence[Value]]) -> bool:
    """Whether recall is accuracy in every case: then they are weighted averages over classes."""
    named = [{v.name: v.member.quantity.value for v in case} for case in cases]
    pairs = [(n["accuracy"], n["recall"]) for n in named if {"accuracy", "recall"} <= n.keys()]
    return bool(pairs) and all(accuracy == recall for accuracy, recall in pairs)


def _cases(rows: Sequence[Sequence[Text]]) -> list[list[Value]]:
    """The values of each row below a header that names metrics."""
    metrics = [sole_metric(str(cell)) for cell in rows[0]]
    if sum(metric is not None for metric in metrics) < 2:
        return []
    cases = []
    for row in rows[1:]:
        if row and (AVERAGED.search(str(row[0])) or COMPARES.search(words(str(row[0])))):
            continue
        case = []
        for metric, label, cell in zip(metrics, rows[0], row, strict=False):
            claim = value(metric, str(cell), in_percent="%" in str(label)) if metric else None
            if claim:
                case.append(_value(claim, cell))
        cases.append(case)
    return cases


def _is_averaged(blocks: Sequence[Block], standing: Sequence[Place], index: int) -> bool:
    """Whether the text before a table or list says that its numbers are averages over classes."""
    above = [b for b in blocks[max(0, index - NEARBY) : index] if b.is_prose]
    headings = [blocks[i] for i in standing[index].headings]
    return any(AVERAGED.search(HARMONIC.sub("", str(b.text))) for b in (*above, *headings))


# -- judging --------------------------------------------------------------------------------------


def _related(values: Sequence[Value], exact: bool) -> Iterator[Compared]:
    """The values that follow from others, if each metric has one value.

    exact: a value beside the accuracy is computed all the same, and no line of a report.
    """
    by_name: dict[str, Value] = {}
    for stated in values:
        before = by_name.setdefault(stated.name, stated)
        if before.claimed != stated.claimed:
            return
    judged: set[str] = set()
    for relation in RELATIONS:
        names = (relation.target, *relation.inputs)
        if not by_name.keys() >= set(names) or relation.target in judged:
            continue
        target, *inputs = (by_name[name] for name in names)
        if len(inputs) == 1 and not _is_behind(target, inputs[0]):
            continue
        slack = Fraction(0) if exact or "accuracy" not in by_name else Fraction(1, 100)
        result = _compared(relation, target, tuple(inputs), slack)
        if result:
            judged.add(relation.target)
            yield result


def _is_behind(target: Value, other: Value) -> bool:
    mine, its = target.text.position(target.start), other.text.position(other.start)
    return mine > its


def _compared(
    relation: Relation, target: Value, inputs: tuple[Value, ...], slack: Fraction
) -> Compared | None:
    if any(not 0 <= bound <= 1 or i.span[0] > i.span[1] for i in inputs for bound in i.span):
        return None
    unsigned = [v for v in (target, *inputs) if v.member.style == "decimal" and v.is_rate]
    if len({v.scale for v in unsigned if v.member.quantity.value}) > 1:
        return None  # 0.88 beside 85 is no pair of rates
    span = relation.over([i.span for i in inputs])
    if span is None:
        return None
    target = target.narrowest if target.name.startswith("F") else target
    low, high = target.claimed
    slack += (high - low) if significant_digits(target.member.written) > 2 else Fraction(0)
    agrees = low - slack <= span[1] and span[0] <= high + slack
    wrong = None if agrees else Contradiction(relation, target, inputs)
    return Compared(target, inputs, wrong)
