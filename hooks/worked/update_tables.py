"""Tables of a Bayesian update: hypothesis, prior, likelihood, their product, posterior."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.quantity import Quantity, shown, shown_percent
from hooks.language.sentences import is_on_mistakes
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.worked.facts import Fact, Judgment, Passage

SLACK = Fraction(1, 100)  # what rounding in between may change, as a share
HEADS = {
    "product": Pattern(
        r"joint|product|unnormali[sz]ed|prior\s*[×·*x]\s*likelihood|likelihood\s*[×·*x]\s*prior"
        r"|numerator|P\(.{1,12}[,∩].{1,12}\)",
        re.I,
    ),
    "prior": Pattern(r"\bprior\b", re.I),
    "likelihood": Pattern(r"\blikelihood\b", re.I),
    "posterior": Pattern(r"\bposterior\b", re.I),
}
TOTAL = Pattern(r"\s*(?:total|sum|Σ|all|evidence)\b", re.I)
NUMBER = Pattern(
    r"[\s*_$`≈~]*(?P<value>(?:\d+\s*/\s*\d+|\d+(?:\.\d+)?|\.\d+)\s*\\?%?)[\s*_$`]*"
    r"(?:[=≈]\s*(?P<last>\d*\.?\d+\s*\\?%?)[\s*_$`]*)?"
)
LOG = Pattern(r"log|density|odds", re.I)


def judgments(page: Question) -> Iterator[Judgment]:
    """The products and posteriors in the rows of a page's tables of updates."""
    if "rior" not in page.source:
        return
    for block in page.blocks:
        if block.kind == "table" and not is_on_mistakes(block):
            columns = columns_of(block)
            if {"prior", "likelihood"} <= columns.keys() and len(columns) > 2:
                found = list(of_table(block, columns))
                right = sum(judgment.right for judgment in found)
                if right * 2 >= len(found):
                    yield from found


def columns_of(block: Block) -> dict[str, int]:
    """Which column holds what; {} if that is not clear."""
    columns: dict[str, int] = {}
    for number, cell in enumerate(block.rows[0]):
        head = words(cell.content)
        name = next((name for name, pattern in HEADS.items() if pattern.search(head)), None)
        if name and (name in columns or LOG.search(head)):
            return {}
        if name:
            columns[name] = number
    behind = columns.get("prior", -1) + 1
    if behind and "likelihood" not in columns and behind + 1 in columns.values():
        columns.setdefault("likelihood", behind)
    return columns


def of_table(block: Block, columns: dict[str, int]) -> Iterator[Judgment]:
    rows = []
    for row in block.rows[1:]:
        if len(row) == len(block.rows[0]) and not TOTAL.match(words(row[0].content)):
            rows.append({name: fact_of(row[at], name, block) for name, at in columns.items()})
    if len(rows) < 2 or any(row["prior"] is None or row["likelihood"] is None for row in rows):
        return
    for row in rows:
        yield from of_row(row, rows)


def fact_of(cell: Text, name: str, block: Block) -> Fact | None:
    passage = Passage(cell, words(cell.content), block, ())
    found = NUMBER.fullmatch(passage.plain)
    if not found:
        return None
    group = "last" if found["last"] else "value"
    written = found[group].replace("\\", "").strip()
    above, _, below = written.partition("/")
    quantity = Quantity.written(above.strip())
    if below:
        if not int(below):
            return None
        quantity = Quantity.of(Fraction(int(above), int(below)), written)
    return Fact(name, quantity, passage, *found.span(group))


def of_row(
    row: dict[str, Fact | None], rows: Sequence[dict[str, Fact | None]]
) -> Iterator[Judgment]:
    prior, like = row["prior"], row["likelihood"]
    value = prior.value * like.value
    text = f"{prior.written} × {like.written}"
    if product := row.get("product"):
        formula = f"prior × likelihood = {text} = {shown(value)}"
        yield Judgment(product, is_near(product, value), formula, (prior, like))
    total = sum(other["prior"].value * other["likelihood"].value for other in rows)
    priors = sum(other["prior"].value for other in rows)
    if (posterior := row.get("posterior")) and total and abs(priors - 1) < SLACK:
        show = shown_percent if "%" in posterior.quantity.text else shown
        formula = f"posterior = {text}/{shown(total)} = {show(value / total)}"
        yield Judgment(posterior, is_near(posterior, value / total), formula, (prior, like))


def is_near(fact: Fact, value: Fraction) -> bool:
    claim = fact.claim
    margin = max(value * SLACK, (claim.high - claim.low) / 2)
    return claim.low - margin <= value <= claim.high + margin
