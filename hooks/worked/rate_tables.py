"""Tables of predictive values at several base rates, for one test that the text describes."""

import re
from collections.abc import Iterator
from fractions import Fraction

from hooks.calculation.quantity import shown, shown_percent
from hooks.language.wording import words
from hooks.page import Block, Question
from hooks.pattern import Pattern
from hooks.worked.bayes_theorem import facts_of
from hooks.worked.conditionals import HEALTHY, NEGATIVE, POSITIVE, SICK
from hooks.worked.facts import Fact, Judgment, Passage, fits, quantity_of

PRIOR = Pattern(
    r"\s*(?:prior|base\s+rate|prevalence|pre-?test\s+probability|incidence)\b(?!.*odds)", re.I
)
POSTERIOR = Pattern(
    r"\s*(?:PPV|positive\s+predictive\s+value|posterior|post-?test\s+probability"
    r"|P\((?:D|disease|ill|sick)\s*(?:\||∣|given)\s*(?:\+|positive)\))(?!.*odds)",
    re.I,
)
OF_HYPOTHESES = Pattern(r"likelihood|hypothes|product|joint", re.I)
NUMBER = Pattern(
    r"[\s*_$≈~]*(?P<value>\d[\d,]*(?:\.\d+)?\s*\\?%|0?\.\d+|1\s+in\s+[\d,]+|1/\d[\d,]*)[\s*_$]*"
)
TEST = ((POSITIVE, SICK), (NEGATIVE, HEALTHY), (POSITIVE, HEALTHY))


def judgments(page: Question) -> Iterator[Judgment]:
    """The predictive value in each row of a page's tables that have a base rate beside it."""
    for number, block in enumerate(page.blocks):
        columns = columns_of(block) if block.kind == "table" and len(block.rows) > 2 else None
        if columns and (rates := rates_above(page, number)):
            found = list(of_rows(block, columns, rates))
            if 2 * sum(judgment.right for judgment in found) >= len(found):
                yield from found


def columns_of(block: Block) -> tuple[int, int] | None:
    """The columns of base rates and of predictive values, if there is one each."""
    heads = [words(cell.content) for cell in block.rows[0]]
    if any(map(OF_HYPOTHESES.search, heads)):
        return None
    priors = [n for n, head in enumerate(heads) if PRIOR.match(head)]
    posteriors = [n for n, head in enumerate(heads) if POSTERIOR.match(head)]
    return (priors[0], posteriors[0]) if len(priors) == len(posteriors) == 1 else None


def rates_above(page: Question, number: int) -> tuple[Fact, Fact] | None:
    """Sensitivity and specificity (or false positive rate) of the section, each stated once."""
    block = page.blocks[number]
    facts = [
        f for facts in facts_of(page) for f in facts if f.passage.block.section == block.section
    ]
    facts = [f for f in facts if f.passage.block is not block]
    sensitivity, *errors = ([f for f in facts if f.name == name] for name in TEST)
    errors = [f for found in errors for f in found]
    values = {f.value if f.name == TEST[2] else 1 - f.value for f in errors}
    if len({f.value for f in sensitivity}) != 1 or len(values) != 1:
        return None
    return sensitivity[0], errors[0]


def of_rows(block: Block, columns: tuple[int, int], rates: tuple[Fact, Fact]) -> Iterator[Judgment]:
    sensitivity, error = rates
    false_alarms = error.value if error.name == TEST[2] else 1 - error.value
    for row in block.rows[1:]:
        if len(row) <= max(columns):
            continue
        prior, posterior = (fact_of(row[column].content, row[column], block) for column in columns)
        if not prior or not posterior or not 0 < prior.value < 1:
            continue
        true = sensitivity.value * prior.value
        value = true / (true + false_alarms * (1 - prior.value))
        text = f"{shown(sensitivity.value)} × {shown(prior.value)}"
        whole = f"{text} + {shown(false_alarms)} × {shown(1 - prior.value)}"
        show = shown_percent if "%" in posterior.quantity.text else shown
        formula = f"P(disease | +) = {text}/({whole}) = {show(value)}"
        yield Judgment(posterior, is_near(posterior, value), formula, (prior, *rates))


def fact_of(content: str, cell, block: Block) -> Fact | None:
    passage = Passage(cell, words(content), block, ())
    found = NUMBER.fullmatch(passage.plain)
    quantity = quantity_of(found["value"]) if found else None
    return Fact("rate", quantity, passage, *found.span("value")) if quantity else None


def is_near(fact: Fact, value: Fraction) -> bool:
    return fits(fact, value, value, Fraction(1, 50))
