"""What the errors of a confusion matrix cost, from the cost of one error of each kind.

"A missed fraud costs $500, a false alarm $10" beside a matrix: the total, the mean for a case, and
the costs of either kind, in prose or in a column of a table with FP and FN in each row.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.quantity import shown
from hooks.classifiers.matrix import METRICS, ConfusionMatrix, whole_number
from hooks.classifiers.matrix_labels import WHOLE, is_total
from hooks.classifiers.matrix_source import CELL_ROLE, read, role_named
from hooks.classifiers.metric_claims import value as value_in
from hooks.classifiers.metric_doubts import changes_scenario
from hooks.classifiers.metric_numbers import Member
from hooks.classifiers.pooled_rows import may_state
from hooks.classifiers.stated_values import (
    AT_ONCE,
    LINK,
    MONEY,
    first_wrong,
    message,
    stated_values,
)
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import record

MISS = (
    r"(?:false\s+negatives?|FNs?|(?:missed|undetected|overlooked|unnoticed)\s+(?:case\s+of\s+)?[a-z]+"
    r"|miss(?:ing)?(?:\s+an?\s+[a-z]+)?)"
)
ALARM = (
    r"(?:false\s+positives?|FPs?|false\s+(?:alarm|alert)s?|(?:wrongly|falsely)\s+[a-z]+ed\s+[a-z]+"
    r"|(?:blocking|rejecting)\s+an?\s+(?:legitimate|good|genuine)\s+[a-z]+)"
)
AMOUNT = r"(?P<{}>\d[\d,]*(?:\.\d+)?)(?!\d)(?:\s?(?P<{}>k|thousand|million)\b)?"
EACH = r"(?:an?|each|every|one|per)\s+"
WORTH = (
    r"(?:\s+(?:costs?|is\s+worth|is|=|at|of|us|the\s+[a-z]+|you|about|an?\s+average\s+of))*"
    r"\s*[:=]?\s*"
)


def of_kind(kind: str) -> Pattern:
    """How texts say what one error of a kind costs."""
    return Pattern(
        rf"\b(?:costs?\s+(?:of|per|for)\s+(?:{EACH})?{kind}{WORTH}{AMOUNT.format('a', 'a_in')}"
        rf"|{EACH}{kind}\s+costs?{WORTH}{AMOUNT.format('b', 'b_in')}"
        rf"|costs?\s*\(\s*{kind}\s*\)\s*[:=]\s*{AMOUNT.format('c', 'c_in')}"
        r"|costs?\s[^.;:\n]{3,80}?(?:,|\band|\bbut|\bwhile|;)\s+(?:(?:and|while|but)\s+)?"
        rf"{EACH}{kind}\s+(?:only\s+)?(?:costs?\s+)?(?:only\s+)?{AMOUNT.format('d', 'd_in')}"
        rf"|\bc[_\s({{]*{kind}[\s)}}]*=\s*{AMOUNT.format('e', 'e_in')})"
        r"(?!\s*(?:times|x\b|%))",
        re.I,
    )


OF_MISS, OF_ALARM = of_kind(MISS), of_kind(ALARM)
OF_OTHERS = Pattern(
    r"\b(?:sav(?:es?|ed|ings?)|benefit|profit|revenue|gains?|earn\w*|true\s+positive\s+(?:costs?|brings)|review(?:ing)?"
    r"|investigat\w+|per\s+(?:alert|alarm|flag\w*)|each\s+(?:alert|alarm|flagged)|treatment)\b",
    re.I,
)
WITHOUT = Pattern(
    r"\bwithout\b|\bno\s+(?:model|screening|test)|\bnothing\b|\ball\s+(?:of\s+them|cases)|always|never",
    re.I,
)
TOTAL = Pattern(
    r"\b(?:(?:total|overall|combined|whole)\s+(?:misclassification\s+|error\s+)?(?:costs?|loss)"
    r"|costs?\s+of\s+(?:all\s+)?(?:the\s+|its\s+)?(?:errors|mistakes|matrix))\b",
    re.I,
)
MEAN = Pattern(
    r"\b(?:(?:average|mean|expected)\s+(?:misclassification\s+)?(?:costs?|loss)(?=\s+(?:per|for\s+(?:an?|each|every))\s)"
    r"|(?<!each )(?<!total )costs?(?=\s+per\s+(?!error|false|miss|alert|alarm)[a-z]))",
    re.I,
)
OF_MISSES = Pattern(
    r"\b(?:false\s+negatives|FNs|missed\s+[a-z]+s)\s+(?:together\s+)?costs?\b", re.I
)
OF_ALARMS = Pattern(r"\b(?:false\s+positives|FPs|false\s+alarms)\s+(?:together\s+)?costs?\b", re.I)
EACH_BEHIND = Pattern(r"\s*[€$£]?\s*(?:each|apiece|per\b|a\s+piece)", re.I)
COST_HEADER = Pattern(
    r"(?:total\s+|expected\s+)?costs?(?:\s+(?:in\s+)?[€$£])?(?:\s*\([€$£]\))?", re.I
)
UNITS = {"k": 1000, "thousand": 1000, "million": 1_000_000}

Found = tuple[Text, int, str]


@record
class Costs:
    """What one false negative and one false positive cost."""

    miss: Fraction
    alarm: Fraction


def errors(page: Question) -> Iterator[Found]:
    """Text, place in it and message of each cost that does not follow."""
    if "cost" not in page.lower or not (read(page).stated or has_columns(page)):
        return
    for section, blocks in sections(page):
        prose = [b for b in blocks if b.is_prose]
        said = MONEY.sub(" ", words("\n\n".join(b.text.content for b in prose)))
        costs = costs_in(said)
        if not costs or OF_OTHERS.search(said):
            continue
        yield from of_tables(blocks, costs)
        matrix = matrix_of(page, section)
        for block in blocks if matrix and not changes_scenario(said) else ():
            if may_state(block, section) and not WITHOUT.search(words(block.text.content)):
                yield from in_text(block.text, matrix, costs)


def has_columns(page: Question) -> bool:
    """Whether a table of the page may count both kinds of errors, and their costs."""
    tables = (block.text.content for block in page.blocks if block.kind == "table")
    return any("FN" in text or "alse neg" in text for text in tables)


def sections(page: Question) -> Iterator[tuple[str, list[Block]]]:
    """The sections of a page that speak of costs."""
    named: dict[str, list[Block]] = {}
    for block in page.blocks:
        named.setdefault(block.section, []).append(block)
    for section, blocks in named.items():
        if any("cost" in block.text.content.lower() for block in blocks):
            yield section, blocks


def costs_in(said: str) -> Costs | None:
    """The costs that a text gives, each once."""
    found = [{amount(m) for m in kind.finditer(said)} for kind in (OF_MISS, OF_ALARM)]
    return Costs(*(one.pop() for one in found)) if [len(one) for one in found] == [1, 1] else None


def amount(found: re.Match[str]) -> Fraction:
    name = next(name for name in "abcde" if found[name])
    factor = UNITS.get((found[f"{name}_in"] or "").lower(), 1)
    return Fraction(found[name].replace(",", "")) * factor


def matrix_of(page: Question, section: str) -> ConfusionMatrix | None:
    """The section's one matrix with both kinds of errors."""
    own = [s.matrix for s in read(page).stated if page.blocks[s.first].section == section]
    distinct = {tuple(m.counts.values()): m for m in own if None not in (m.fp, m.fn)}
    return next(iter(distinct.values())) if len(distinct) == 1 else None


def in_text(text: Text, matrix: ConfusionMatrix, costs: Costs) -> Iterator[Found]:
    misses, alarms = matrix.fn * costs.miss, matrix.fp * costs.alarm
    both = f"{matrix.fn}·{shown(costs.miss)} + {matrix.fp}·{shown(costs.alarm)}"
    total, size = misses + alarms, matrix.total if matrix.is_complete else 0
    kinds = [
        ("total cost", TOTAL, [total, *([total / size] if size else [])], both),
        ("cost of the misses", OF_MISSES, [misses], f"{matrix.fn}·{shown(costs.miss)}"),
        ("cost of the false alarms", OF_ALARMS, [alarms], f"{matrix.fp}·{shown(costs.alarm)}"),
    ]
    if size:
        kinds.append(("mean cost", MEAN, [total / size], f"({both})/{size}"))
    for name, pattern, values, how in kinds:
        link = AT_ONCE if pattern in (OF_MISSES, OF_ALARMS) else LINK
        for stated in stated_values(text, pattern, link):
            wrong = first_wrong(stated, values)
            if wrong and not is_of_each(text, wrong):
                yield text, wrong.start, message(name, how, values[0], wrong)


def is_of_each(text: Text, member: Member) -> bool:
    return bool(EACH_BEHIND.match(text.content, member.end))


# -- tables ---------------------------------------------------------------------------------------


def of_tables(blocks: Sequence[Block], costs: Costs) -> Iterator[Found]:
    """A column of costs beside columns of FP and FN."""
    for block in blocks:
        if block.kind != "table":
            continue
        header = [words(str(cell)).strip() for cell in block.rows[0]]
        columns = {
            role_named(m[0]): j for j, h in enumerate(header) if (m := CELL_ROLE.fullmatch(h))
        }
        of_cost = [j for j, head in enumerate(header) if COST_HEADER.fullmatch(head)]
        if len(of_cost) == 1 and {"FP", "FN"} <= columns.keys():
            for row in block.rows[1:]:
                yield from of_row(row, columns, of_cost[0], costs)


def of_row(
    row: Sequence[Text], columns: dict[str, int], column: int, costs: Costs
) -> Iterator[Found]:
    places = (columns["FN"], columns["FP"])
    if len(row) <= max(column, *places) or is_total(words(str(row[0]))):
        return
    cells = [words(str(row[place])).strip() for place in places]
    claim = value_in(METRICS[0], MONEY.sub(" ", str(row[column])))
    if not claim or not all(re.fullmatch(WHOLE, cell) for cell in cells):
        return
    fn, fp = map(whole_number, cells)
    total = fn * costs.miss + fp * costs.alarm
    member = claim.members[-1]
    if not member.quantity.low <= total <= member.quantity.high:
        how = f"{fn}·{shown(costs.miss)} + {fp}·{shown(costs.alarm)}"
        yield row[column], member.start, message("cost", how, total, member)
