"""Classifiers that give every case the same answer, and what their metrics are then."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.quantity import Quantity, agrees, shown_percent
from hooks.classifiers.class_claims import stated_classes
from hooks.classifiers.class_matrix import ClassMatrix
from hooks.classifiers.matrix_source import read
from hooks.classifiers.metric_claims import claims
from hooks.classifiers.metric_doubts import sentences
from hooks.classifiers.pooled_rows import may_state
from hooks.language.sentences import is_called_wrong, is_on_mistakes
from hooks.language.wording import words
from hooks.page import Question, Text
from hooks.pattern import Pattern

CLASS = r"[\"“'‘]?(?P<class>positive|negative|yes|no)s?\b"
CONSTANT = Pattern(
    r"\b(?:model|classifier|detector|test|it|one|system|filter|rule)\b[^.;:]{0,30}?\b"
    rf"(?:always\s+(?:answers|predicts|says|outputs|returns)\s+(?:the\s+)?{CLASS}"
    r"|(?:calls|labels|predicts|classifies|marks|declares)\s+(?:everything|everyone|all(?:\s+(?:cases|examples|samples))?|every\s+[a-z]+)\s+"
    r"(?:as\s+|to\s+be\s+|is\s+)?[\"“'‘]?(?P<class_2>positive|negative)\b)",
    re.I,
)
MARKS = (
    *("always answers", "always predicts", "always says", "always outputs", "always returns"),
    *("everything", "everyone", "calls all", "labels all", "predicts all", "classifies all"),
    *("labels every ", "classifies every ", "predicts every ", "calls every ", "marks every "),
)
OF_BASELINES = ("majority", "always", "everything", "baseline", "most frequent", "dummy")
BASELINE = Pattern(
    r"\b(?:(?:always|constantly)\s+(?:predict|answer|say|guess)(?:s|ing)?"
    r"|(?:predict|answer|guess)(?:s|ing)?\s+(?:always|the\s+(?:majority|most\s+frequent)\s+class)"
    r"|majority(?:[\s-]class)?\s+(?:classifier|baseline|model|vote)|dummy\s+classifier)"
    r"[^.;:\d%]{0,60}?(?:\baccuracy\s+(?:of|is|=)|\b(?:gives|gets|reaches|achieves|scores|(?:would\s+)?(?:be|is)\s+right\s+in))"
    r"\s+(?:(?:already|only|even|an\s+accuracy\s+of|about)\s+)*"
    r"(?P<value>0?\.\d+|\d+(?:\.\d+)?\s*%)(?!\s*(?:recall|precision|F1|of\s+the\s+(?:positives|frauds))|[\d/])",
    re.I,
)
OTHER = Pattern(r"\b(?:other|others|another|next|better|second|trained|our|random\w*)\b", re.I)
OF_ALWAYS = {
    "positive": {"recall": 1, "specificity": 0, "false-positive rate": 1, "false-negative rate": 0},
    "negative": {"recall": 0, "specificity": 1, "false-positive rate": 0, "false-negative rate": 1},
}

Found = tuple[Text, int, str]


def errors(page: Question) -> Iterator[Found]:
    """Text, place in it and message of each rate that a constant answer can't have."""
    yield from majorities(page)
    lower = page.lower
    if not any(map(lower.__contains__, MARKS)):
        return
    if "positive" not in lower and "negative" not in lower:
        return
    for block in page.blocks:
        if block.is_prose and any(map(block.text.content.lower().__contains__, MARKS)):
            text = block.text.content
            if is_on_mistakes(block):
                continue
            if CONSTANT.search(text) and not is_called_wrong(text):
                yield from in_text(block.text, text)


# -- the accuracy of the most frequent answer -----------------------------------------------------


def majorities(page: Question) -> Iterator[Found]:
    """The accuracy of a baseline that always gives the same answer, beside a matrix: the share of
    a class."""
    if not any(map(page.lower.__contains__, OF_BASELINES)):
        return
    shown: tuple[int, ...] = ()
    section = ""
    sizes = {stated.index: supports(stated.matrix) for stated in stated_classes(page)}
    sizes |= {
        s.last: (m.tp + m.fn, m.fp + m.tn) for s in read(page).stated if (m := s.matrix).is_complete
    }
    for index, block in enumerate(page.blocks):
        if index in sizes:
            shown, section = sizes[index], block.section
        elif shown and may_state(block, section):
            yield from of_baseline(block.text, shown)


def supports(matrix: ClassMatrix) -> tuple[int, ...]:
    return tuple(matrix.support(i) for i in range(len(matrix.cells)))


def of_baseline(text: Text, sizes: Sequence[int]) -> Iterator[Found]:
    plain = words(text.content)
    for found in BASELINE.finditer(plain):
        value = Quantity.written(found["value"].replace(" ", ""))
        shares = [Fraction(size, sum(sizes)) for size in sizes]
        if not any(agrees(Quantity(s, s, True, ""), value) for s in shares):
            largest = max(sizes)
            worked = f"{largest}/{sum(sizes)} = {shown_percent(max(shares))}"
            message = f"accuracy of the most frequent class = {worked}"
            yield text, found.start("value"), f"{message}; the page says {found['value']}"


def in_text(text: Text, content: str) -> Iterator[Found]:
    plain = words(content)
    constants = list(CONSTANT.finditer(plain))
    if len(constants) != 1:
        return
    answer = (constants[0]["class"] or constants[0]["class_2"]).lower()
    answer = {"yes": "positive", "no": "negative"}.get(answer, answer)
    spans = sentences(plain)
    first = next(n for n, (start, end) in enumerate(spans) if start <= constants[0].start() < end)
    for claim in claims(content):
        value = OF_ALWAYS[answer].get(claim.metric.name)
        own = next(n for n, (start, end) in enumerate(spans) if start <= claim.start < end)
        if own > first and OTHER.search(plain, spans[own][0], spans[own][1]):
            continue
        if value is None or not first <= own <= first + 1:
            continue
        for member in claim.members:
            if not member.quantity.low <= Fraction(value) <= member.quantity.high:
                yield (
                    text,
                    member.start,
                    f"{claim.metric.name} of a classifier that answers {answer} always is {value}; "
                    f"the page says {member.written}",
                )
                break
