"""Macro and weighted averages from the values of each class, in a table or a list of a sentence.

"The macro F1 is 0.73" below `| class | F1 | support |`, or behind "the recalls are 0.9, 0.8 and
0.5". Values of classes are rounded, so an average is right if it lies in the interval they allow.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from hooks.calculation.quantity import Quantity, shown
from hooks.classifiers.matrix import whole_number
from hooks.classifiers.matrix_labels import WHOLE, is_total
from hooks.classifiers.metric_claims import sole_metric
from hooks.classifiers.metric_doubts import changes_scenario
from hooks.classifiers.pooled_rows import may_state
from hooks.classifiers.stated_values import message, stated_values
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import record

METRIC = r"(?P<metric>precision|recall|F1)(?:[\s-]score)?"
AVERAGE = Pattern(
    r"\b(?P<kind>macro|weighted)(?:[\s-](?:averaged?|avg\.?|mean))?(?:\s+of\s+(?:the\s+)?)?[\s-]"
    rf"{METRIC}s?\b",
    re.I,
)
SHARE = r"(?:0?\.\d+|1\.0+|\d+(?:\.\d+)?\s?%)"
LISTED = Pattern(
    rf"\b(?:per[\s-]class\s+)?{METRIC}s?(?:\s+(?:values|scores))?"
    r"(?:\s+(?:of|for|per|by|in)\s+(?:the\s+|each\s+)?(?:\w+\s+)?class(?:es)?)?\s*(?:are|were|:|=|of)\s*"
    rf"(?P<list>{SHARE}(?:\s*,\s*(?:and\s+)?{SHARE}|\s+and\s+{SHARE}){{1,11}})(?![\w%]|\s+(?:for|in|of)\b)",
    re.I,
)
SUPPORTS = Pattern(
    r"\b(?:supports?|class\s+sizes|sizes|class\s+counts)\s*(?:of|are|were|:|=)?\s*"
    rf"(?P<list>{WHOLE}(?:\s*,\s*(?:and\s+)?{WHOLE}|\s+and\s+{WHOLE}){{1,11}})(?![\w%]|[.,]\d)",
    re.I,
)
NUMBER = Pattern(SHARE)
CLASSES = Pattern(
    r"class(?:es)?|labels?|category|categories|topic|species|digit|entity|intent", re.I
)
OF_SUPPORT = Pattern(r"support|count|samples|n|size|cases|examples", re.I)
OF_AVERAGES = Pattern(r"macro|micro|weighted|average|avg|mean|accuracy|overall|total", re.I)
KINDS = (
    *("macro", "weighted average", "weighted-average", "weighted mean", "weighted recall"),
    *("weighted precision", "weighted f1", "weighted-f1"),
)
FEWEST, MOST = 2, 30
ROOM = Fraction(1, 1000)

Found = tuple[Text, int, str]


@record
class Values:
    """The values of each metric, class by class, and the classes' supports, if they are given."""

    of: dict[str, tuple[Quantity, ...]]
    supports: tuple[int, ...]


NOTHING = Values({}, ())


def errors(page: Question, sections_of_matrices: Collection[str]) -> Iterator[Found]:
    """Text, place in it and message of each average that the values of its section do not give;
    where the matrix of all classes stands, the averages are compared with that."""
    if not any(map(page.lower.__contains__, KINDS)):
        return
    values, section = NOTHING, ""
    for block in page.blocks:
        values = values if block.section == section else NOTHING
        if block.kind == "table" and block.rows:
            values, section = of_table(block), block.section
        elif block.is_prose:
            if changes_scenario(words(block.text.content)):
                values = NOTHING
            if own := of_text(words(block.text.content)):
                values, section = joined(values, own), block.section
            is_compared = section in sections_of_matrices
            if values.of and not is_compared and may_state(block, section):
                yield from in_text(block.text, values)


# -- the values of classes ------------------------------------------------------------------------


def of_table(block: Block) -> Values:
    """The columns of metrics of a table with a class in each row."""
    header = [words(str(cell)).strip() for cell in block.rows[0]]
    supports = [j for j, head in enumerate(header) if j and OF_SUPPORT.fullmatch(head)]
    rows = [
        [words(str(cell)).strip() for cell in row]
        for row in block.rows[1:]
        if len(row) == len(header) and not is_no_class(words(str(row[0])))
    ]
    if not (CLASSES.fullmatch(header[0]) or supports) or not FEWEST <= len(rows) <= MOST:
        return NOTHING
    found = {}
    for j, head in enumerate(header):
        metric = sole_metric(head) if j else None
        if metric and all(NUMBER.fullmatch(row[j]) for row in rows):
            found[metric.name] = tuple(Quantity.written(row[j].replace(" ", "")) for row in rows)
    counted = [row[supports[0]] for row in rows] if len(supports) == 1 else []
    are_counts = bool(counted) and all(re.fullmatch(WHOLE, cell) for cell in counted)
    return Values(found, tuple(map(whole_number, counted)) if are_counts else ())


def is_no_class(label: str) -> bool:
    return is_total(label) or bool(OF_AVERAGES.search(label))


def of_text(plain: str) -> Values | None:
    """The lists of a text, one for each metric, and its list of supports."""
    lists = list(LISTED.finditer(plain))
    names = [named(found["metric"]) for found in lists]
    sizes = list(SUPPORTS.finditer(plain))
    if not (lists or len(sizes) == 1) or len(set(names)) < len(names) or len(sizes) > 1:
        return None
    of = {
        name: tuple(
            Quantity.written(number[0].replace(" ", "")) for number in NUMBER.finditer(one["list"])
        )
        for name, one in zip(names, lists, strict=True)
    }
    supports = [whole_number(n) for one in sizes for n in re.findall(WHOLE, one["list"])]
    return Values(of, tuple(supports))


def named(metric: str) -> str:
    return "F1" if metric.lower() == "f1" else metric.lower()


def joined(before: Values, own: Values) -> Values:
    """What a section says together; a list that it gives anew replaces all."""
    if before.of.keys() & own.of.keys() or (before.supports and own.supports):
        return own
    return Values({**before.of, **own.of}, before.supports or own.supports)


# -- averages -------------------------------------------------------------------------------------


def in_text(text: Text, values: Values) -> Iterator[Found]:
    for stated in stated_values(text, AVERAGE):
        kind, name = stated.found["kind"].lower(), named(stated.found["metric"])
        spans = spans_of(values, kind, name)
        for member in stated.members if spans else ():
            low, high = member.as_share.low - ROOM, member.as_share.high + ROOM
            if not any(low <= top and bottom <= high for bottom, top in spans):
                middle = sum(spans[0]) / 2
                how = worked(values, kind, name)
                yield text, member.start, message(f"{kind} {name}", how, middle, member)
                break


def spans_of(values: Values, kind: str, name: str) -> list[tuple[Fraction, Fraction]]:
    """The intervals in which an average may lie; the harmonic mean of two macro averages too."""
    own = values.of.get(name, ())
    weights = values.supports if kind == "weighted" else (1,) * len(own)
    if len(weights) != len(own) or not own:
        return []
    spans = [mean(own, weights)]
    both = [values.of.get(part, ()) for part in ("precision", "recall")]
    if name == "F1" and all(len(part) == len(own) for part in both):
        (p, p2), (r, r2) = (mean(part, weights) for part in both)
        if p + r:
            spans.append((2 * p * r / (p + r), 2 * p2 * r2 / (p2 + r2)))
    return spans


def mean(own: Sequence[Quantity], weights: Sequence[int]) -> tuple[Fraction, Fraction]:
    pairs = list(zip(own, weights, strict=True))
    return (
        sum(q.low * w for q, w in pairs) / sum(weights),
        sum(q.high * w for q, w in pairs) / sum(weights),
    )


def worked(values: Values, kind: str, name: str) -> str:
    own = [shown(quantity.value) for quantity in values.of[name]]
    if kind == "macro":
        return f"({' + '.join(own)})/{len(own)}"
    terms = (f"{w}·{v}" for w, v in zip(values.supports, own, strict=True))
    return f"({' + '.join(terms)})/{sum(values.supports)}"
