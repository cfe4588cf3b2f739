"""Values that a text lists for several cases: thresholds, models, classes.

"Recall goes 0.90, 0.80, 0.60 as the threshold rises", "the F1 scores of the old and the new filter
are 0.84 and 0.79", "precision falls from 80 % to 70 %". Which case a value is of follows from the
name beside it, from the order in which the sentence names the cases, or from the order of their
table. What a series claims is sure where all its other values are right, so that the one that is
not can only be a slip.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from hooks.calculation.quantity import Quantity
from hooks.classifiers.block_claims import agree
from hooks.classifiers.matrix import METRICS, ConfusionMatrix, Metric
from hooks.classifiers.matrix_labels import LONGEST_TEXT
from hooks.classifiers.metric_claims import Claim, Member
from hooks.classifiers.metric_doubts import Needs, is_taken_back, sentences
from hooks.classifiers.metric_names import NAME, metric_named, names_metric, singular
from hooks.classifiers.metric_numbers import roughly
from hooks.classifiers.metric_slips import MISTAKEN, is_slip
from hooks.language.wording import words
from hooks.pattern import Pattern
from hooks.record import record, replace

NUMBER = Pattern(
    r"(?<![\w.,^_€$£+×·*−])(?<![+×·*−]\s)(?<!\bby\s)(?P<hedge>(?:≈|~|about\s|roughly\s|around\s)\s*)?"
    r"(?P<value>[01]?\.\d+|\d{1,3}(?:\.\d+)?)(?P<sign>\s?%|\s+percent\b)?"
    r"(?![\w%]|[.,]\d|\s*(?:[+×·*=≈^]|[−-]\s*\d|points?\b|pp\b|(?:times|more|less|higher|lower)\b))"
)
# Between two values of a series, names of cases left out.
BETWEEN = Pattern(
    r"(?:[\s,/→>()&:–—-]|\b(?:and|to|then|against|versus|vs\.?|but|while|whereas|or|for|in|at|of|on|by"
    r"|from|with|the|our|only|just|still|even|finally|compared|is|was|it|class|after|before|over"
    r"|up|down|has|have|gets?|reaches)\b){1,20}"
)
GOES_ON = Pattern(
    r"\s*(?:,\s*)?\b(?:for|in|of|at|on|with|by|under|without)\s+(?!(?:the\s+)?(?:same\s+)?order|turn|that\s+order|this\s+order)"
)
COORDINATED = Pattern(r"\s*(?:,|/|&|\band\b|,\s*and\b)\s*(?:(?:the|an?)\s+)?")
OTHERWISE = Pattern(
    r"\b(?:if|would|should|could|suppose|imagine|mean|average|averaged|macro|micro|weighted|gap"
    r"|difference|differ|gain|loss|train(?:ing)?|validation|baseline|random|target|at\s+least|above|below"
    r"|more\s+than|less\s+than|under|wrong|mistake\w*|ratio|sum|always|never|interval|between)\b",
    re.I,
)
PLACES = ("first", "second", "third", "fourth", "last")
ORDINAL = Pattern(
    rf"\bthe\s+(?P<place>{'|'.join(PLACES)})(?=\s+(?:one|row|column|model|threshold|cut-?off|setting"
    r"|version|case|is|was|has|had|reaches|gets|gives|loses|gains)\b|['’]s|\s*[,:(])(?:\s+(?:one|row"
    r"|column|model|threshold|cut-?off|setting|version|case))?(?:['’]s)?",
    re.I,
)
ELSEWHERE = Pattern(
    r"[\s(•*–-]*(?:(?:and|but|while)\s+)?(?:(?:in|on|with|from|after|before|under|by|according\s+to)"
    r"\s+(?:the|our|an?|their|his|her)|last|next)\s+(?!(?:same|table|numbers?|counts?|order|other\s+hand|terms)\b)\w+",
    re.I,
)
NEAR = 3  # characters behind such words that may begin the name of a case
DECIMAL = Pattern(r"[\d.]+")
BEFORE_NUMBERS = ("at ", "= ", "=", "threshold ", "cut-off ", "cutoff ", "for ", "from ")
OPENED = Pattern(r"['’\")]*\s*(?:\([^()]*\)\s*)?(?:[.:–—-]|\s[–—-]|→)\s")
WORKED = Pattern(r"\d[\d, ]*\s*/\s*\d[\d, ]*\s*[=≈]")  # 78/120 = 0.65
OF_BOTH = Pattern(
    r"\bboth\b|\btwo\b|\d\s*%?\s+(?:to|against|versus|vs\.?|after|before|from)\s+$", re.I
)
LONGEST_GAP = 60  # characters between two values of a series
FEWEST = 2
MOST = 12


TAKEN_FOR_ANOTHER = tuple(
    metric
    for metric in METRICS
    if metric in MISTAKEN or metric.name in ("false discovery rate", "false-positive rate")
)


@record
class Value:
    """A rate that a text gives."""

    quantity: Quantity
    start: int
    end: int
    written: str


@record
class Named:
    """Where a text names a case."""

    start: int
    end: int
    case: int


@record
class Place:
    """A value of a series, and the metric and the case that it is of."""

    value: Value
    metric: Metric
    case: int

    def is_right(self, matrices: Sequence[ConfusionMatrix]) -> bool:
        actual = self.metric.of(matrices[self.case])
        return actual is not None and agree(actual, self.value.quantity)


def claims_of_series(
    text: str, topic: str, labels: Sequence[str], matrices: Sequence[ConfusionMatrix]
) -> Iterator[tuple[Claim, int]]:
    """The values of a text's series as claims, each with the number of its case.

    topic: the line above the text, which may name the metric.
    """
    if not FEWEST <= len(labels) <= MOST or len(text) > LONGEST_TEXT:
        return
    if not (names_metric(text) or names_metric(topic)):
        return
    plain = singular(words(text))
    named = mentions(plain, tuple(labels))
    for start, end in sentences(plain):
        for run in _runs_of_values(plain, start, end, named):
            if is_taken_back(plain, start, end):
                continue
            of_run = _Run(plain, start, end, run, named, len(labels), topic)
            places = chosen(of_run.readings(), matrices)
            for place in places:
                yield _claim(place, start), place.case


def _claim(place: Place, sentence: int) -> Claim:
    value = place.value
    member = Member(value.quantity, value.start, value.end, value.written)
    return Claim(place.metric, (member,), value.start, sentence, Needs.NOTHING, True, sure=True)


# -- the numbers ----------------------------------------------------------------------------------


def _runs_of_values(
    plain: str, start: int, end: int, named: Sequence[Named]
) -> Iterator[tuple[Value, ...]]:
    """The rates of a sentence that follow one another with no more than names of cases between."""
    run: list[re.Match[str]] = []
    for found in NUMBER.finditer(plain, start, end):
        if any(n.start <= found.start("value") < n.end for n in named):
            continue
        if run and not _are_joined(plain, run[-1].end(), found.start(), named):
            yield from _values(run)
            run = []
        run.append(found)
    yield from _values(run)


def _are_joined(plain: str, start: int, end: int, named: Sequence[Named]) -> bool:
    if end - start > LONGEST_GAP:
        return False
    gap = list(plain[start:end])
    for name in named:
        if start <= name.start and name.end <= end:
            gap[name.start - start : name.end - start] = " " * (name.end - name.start)
    return bool(BETWEEN.fullmatch(WORKED.sub(" ", "".join(gap).lower())))


def _values(run: Sequence[re.Match[str]]) -> Iterator[tuple[Value, ...]]:
    """A run, if all its numbers are rates: with their own signs, or that of the last."""
    if not FEWEST <= len(run) <= MOST:
        return
    signs = [bool(found["sign"]) for found in run]
    sign = "%" if signs[-1] and not any(signs[:-1]) else ""
    if not all(signs) and not sign and any("." not in found["value"] for found in run):
        return
    yield tuple(_value(found, sign) for found in run)


def _value(found: re.Match[str], sign: str) -> Value:
    """A rate; in its last digit it may be one more or less, if rounded numbers lead to it."""
    written = found["value"] + ("%" if found["sign"] else sign)
    quantity = Quantity.written(written)
    end = found.end("sign") if found["sign"] else found.end("value")
    room = (quantity.high - quantity.low) / 2
    loose = Quantity(quantity.low - room, quantity.high + room, False, written)
    return Value(roughly(quantity) if found["hedge"] else loose, found.start("value"), end, written)


# -- what they are of -----------------------------------------------------------------------------


class _Run:
    """A run of values in its sentence: the ways to read it, the likeliest first."""

    def __init__(
        self,
        plain: str,
        start: int,
        end: int,
        values: tuple[Value, ...],
        named: Sequence[Named],
        cases: int,
        topic: str,
    ):
        self.plain, self.start, self.end, self.values, self.cases = plain, start, end, values, cases
        self.named = [n for n in named if start <= n.start < end]
        self.topic = topic

    def readings(self) -> list[list[Place]]:
        metrics = self._metrics()
        if not metrics or self._is_of_others():
            return []
        if len(metrics) == 1:
            return [self._placed(metrics * len(order), order) for order in self._orders()]
        cases = {n.case for n in self.named}
        if len(metrics) == len(self.values) and len(cases) == 1:
            return [self._placed(metrics, [*cases] * len(metrics))]
        return []

    def _placed(self, metrics: Sequence[Metric], cases: Sequence[int]) -> list[Place]:
        return [Place(*of) for of in zip(self.values, metrics, cases, strict=True)]

    def _is_of_others(self) -> bool:
        """Whether the sentence supposes, averages or compares, or goes on to further cases."""
        first, last = self.values[0], self.values[-1]
        said = self.plain[self.start : first.start]
        is_named = any(0 <= n.start - last.end < 3 for n in self.named)
        goes_on = GOES_ON.match(self.plain, last.end) and not is_named
        is_named |= bool(self.named) and self.named[-1].start > last.end
        spans = [(n.start, n.end) for n in self.named]
        is_elsewhere = speaks_of_another(self.plain, self.start, first.start, spans)
        return bool(OTHERWISE.search(said) or is_elsewhere or (goes_on and not is_named))

    def _metrics(self) -> list[Metric]:
        """The metrics named last before the values, else right behind them, else above."""
        first, last = self.values[0].start, self.values[-1].end
        before = list(NAME.finditer(self.plain, self.start, first))
        if before and not NUMBER.search(self.plain, before[-1].end(), first - 1):
            return _coordinated(self.plain, before)
        behind = NAME.match(
            self.plain, last + len(self.plain[last:]) - len(self.plain[last:].lstrip())
        )
        if behind and not before:
            return _named_metrics([behind])
        if not before and not behind and names_metric(self.topic):
            above = list(NAME.finditer(singular(words(self.topic))))
            return _named_metrics(above) if len(above) == 1 else []
        return []

    def _orders(self) -> Iterator[list[int]]:
        """The cases that the values may be of, the likeliest first."""
        size = len(self.values)
        beside = self._beside(before=True) or self._beside(before=False)
        if beside:
            yield beside
            return
        first = self.values[0].start
        told = [n.case for n in self.named if n.end <= first]
        for order in (told, [n.case for n in self.named]):
            if len(order) == size == len(set(order)):
                yield order
                yield order[::-1]
                return
        if size < FEWEST or (size == FEWEST and not self.is_between_two()):
            return
        is_range = {n.case for n in self.named} in (set(), {0, self.cases - 1})
        if size == self.cases and (is_range or set(told) == set(range(size))):
            yield [*range(size)]
            yield [*range(size)][::-1]

    def is_between_two(self) -> bool:
        """Whether the sentence goes from one of two values to the other, or gives them of both."""
        said = self.plain[self.start : self.values[-1].start]
        return bool(OF_BOTH.search(said) or self.named)

    def _beside(self, before: bool) -> list[int]:
        """The case named right before each value, or right behind each; none if one has no name."""
        found = []
        bounds = [self.start, *(v.end for v in self.values)]
        starts = [*(v.start for v in self.values), self.end]
        for i in range(len(self.values)):
            low, high = (bounds[i], starts[i]) if before else (bounds[i + 1], starts[i + 1])
            near = [n for n in self.named if low <= n.start and n.end <= high]
            if not near or (not before and near[0].start - low > LONGEST_GAP):
                return []
            found.append((near[-1] if before else near[0]).case)
        return found if len(set(found)) == len(found) else []


def _coordinated(plain: str, names: Sequence[re.Match[str]]) -> list[Metric]:
    """The last of some names, and those that are joined to it: "precision and recall"."""
    joined = [names[-1]]
    for earlier, later in list(pairwise(names))[::-1]:
        if not COORDINATED.fullmatch(plain, earlier.end(), later.start()):
            break
        joined.insert(0, earlier)
    return _named_metrics(joined)


def _named_metrics(names: Sequence[re.Match[str]]) -> list[Metric]:
    found = [metric_named(name[0]) for name in names]
    return [] if None in found else found


# -- which reading is meant -----------------------------------------------------------------------


def chosen(readings: Sequence[list[Place]], matrices: Sequence[ConfusionMatrix]) -> list[Place]:
    """The reading in which all values are right; else the one that a single slip explains."""
    if not readings:
        return []
    rated = [(sum(p.is_right(matrices) for p in places), places) for places in readings]
    most, best = max(rated, key=lambda pair: pair[0])
    if most == len(best) or (most >= 2 and 3 * (len(best) - most) <= len(best)):
        return best
    if not most and len(best) > 1 and is_of_another_metric(readings[0], matrices):
        return readings[0]
    if most == 1 and len(best) == 2:
        wrong = next(p for p in readings[0] if not p.is_right(matrices))
        is_first = rated[0][0] == 1
        return readings[0] if is_first and is_of_slip(wrong, matrices) else []
    return []


def is_of_another_metric(places: Sequence[Place], matrices: Sequence[ConfusionMatrix]) -> bool:
    """Whether all values are one other metric of their cases, taken for the one that is named."""
    return any(
        all(replace(place, metric=other).is_right(matrices) for place in places)
        for other in TAKEN_FOR_ANOTHER
    )


def is_of_slip(place: Place, matrices: Sequence[ConfusionMatrix]) -> bool:
    """Whether a wrong value is a slip for the right one, or that of another case."""
    said = place.value.quantity
    others = (m.of(matrix) for matrix in matrices for m in {place.metric, *MISTAKEN})
    return is_slip(said, place.metric, matrices[place.case]) or any(
        other is not None and agree(other, said) for other in others
    )


# -- names of cases -------------------------------------------------------------------------------


def mentions(plain: str, labels: tuple[str, ...]) -> list[Named]:
    """Where a text names the cases, in its order."""
    found = [
        Named(*match.span(), i)
        for i, pattern in enumerate(_patterns(labels))
        for match in pattern.finditer(plain)
    ]
    return sorted(found, key=lambda name: name.start)


@lru_cache(maxsize=32)
def _patterns(labels: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(_pattern, labels))


def _pattern(label: str) -> re.Pattern[str]:
    """How a text names a case; a number or the article "A" only where it can be nothing else."""
    name = re.sub(r"\\?\s+", r"\\s+", re.escape(label))
    if DECIMAL.fullmatch(label):
        before = "|".join(f"(?<={lead})" for lead in BEFORE_NUMBERS)
        further = r"(?<=from 0\.\d to )" if "." in label else "(?<= to )"
        return re.compile(
            rf"(?<![\w.,])(?:{before}|{further}){name}(?![\w%]|[.,]\d)|(?<![\w.,]){name}(?=:\s)"
        )
    if len(label) < 3:
        article = (
            r"(?! (?!and\b|to\b|or\b|has\b|is\b|was\b|gets\b|but\b)[a-z])" if label in "AI" else ""
        )
        return re.compile(rf"(?<![\w.]){name}(?:['’]s)?(?!\w){article}")
    return re.compile(rf"(?<!\w){name}(?:['’]s|e?s)?(?!\w)", re.I)


def speaks_of_another(plain: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a sentence opens with a place or time that is none of the cases: "In the brochure",
    "With the old camera"."""
    found = ELSEWHERE.match(plain, start, end)
    return bool(found) and not any(s < found.end() + NEAR and start <= s for s, _ in spans)


def ordinals(plain: str, size: int) -> Iterator[Named]:
    """Where a text names cases by their place: "the first one", "the last threshold"."""
    for found in ORDINAL.finditer(plain):
        place = PLACES.index(found["place"].lower())
        number = size - 1 if place == len(PLACES) - 1 else place
        if number < size:
            yield Named(*found.span(), number)


def leading(plain: str, position: int, spans: Sequence[tuple[int, int]]) -> int | None:
    """Which of the names in a text opens the line or the item of a place, as what it is all about:
    "**Politics.** 82 % recall, 85 % precision"."""
    line = plain.rfind("\n", 0, position) + 1
    for i, (start, end) in enumerate(spans):
        if start >= line and not plain[line:start].strip(" •–-\"“'(*") and OPENED.match(plain, end):
            return i
    return None
