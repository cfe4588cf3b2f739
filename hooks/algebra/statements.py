"""Where a page gives a formula for a named quantity.

The name is the formula's left side, the words directly before it, the first cell of its row, or,
for a left side such as L and for a formula that stands alone, the heading or the first words of the
paragraph above.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from hooks.algebra.catalog import Quantity, catalog
from hooks.algebra.context import Claim, Context, called_names
from hooks.algebra.equation_claims import LONGEST_TEXT, of_formula
from hooks.algebra.in_words import may_compute
from hooks.algebra.named_quantities import MENTIONING, near_names, quantities_named
from hooks.algebra.names import key
from hooks.algebra.prose_claims import OPERATOR, of_criterion, of_listing, of_prose, operates
from hooks.algebra.quoting import NEAR
from hooks.calculation.claims import ISLAND, ISLANDS
from hooks.language.sentences import ON_MISTAKES
from hooks.language.wording import words
from hooks.page import RECENT, Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import replace

MISTAKEN = Pattern(
    r"mistake|misconception|pitfall|myth|(?<!how )(?<!\bgo )(?<!\bgoes )wrong|incorrect|fallac"
    r"|\btrap|\bbug(?!\sreport)",
    re.I,
)
# A paragraph that opens an item of its own: "**7. One step on f(x) = x² − 4x?**".
NEW_ITEM = Pattern(r"\*\*(?:Q(?:uestion)?\s?)?\d+[.:)]")
ESCAPED_NORM = Pattern(r"\\\|([^|]{1,40}?)\\\|(?=\s*[\^_])")  # \|x - y\|^2 in a table
# A column of a table that holds something else of the quantity that its row is about.
OTHER_COLUMN = Pattern(
    r"derivative|gradient|inverse|slope|differential|backward|\bgrad\b|d/d|f['’′]|complement"
    r"|variance|\bmean\b|expect|std|entropy|\bmgf\b|complexity|example|\bcdf\b|update|dual|log",
    re.I,
)
LONGEST_TOLD = 1500  # characters of a section that are read for its topic
PLAIN_LANGUAGES = ("", "text", "txt", "plain", "plaintext", "none")
ASSIGNMENT = Pattern(r"\s*(?:[^\W\d_]|Δ|∂|∇)[\w'̂̄̇₀-₉]{0,6}\s*(?:=|←|:=)\s")
MOST_CLAIMS = 1000  # of a page
LONGEST_PAGE = 300_000  # characters that are read
LABELED = Pattern(
    r"\s*\\(?:text|textrm|mathrm|textbf)\{(?P<name>[^{}]{3,60}?):?\s*\}[\s:~]*(?:\\q?quad)?\s*:?"
)
DISPLAYED = Pattern(r"\\\[(?P<inside>(?:[^\\]|\\(?!\]))*)\\\][\s.,;]*", re.S)


@lru_cache(maxsize=RECENT)
def claims(page: Question) -> tuple[Claim, ...]:
    """The formulas that the page gives for quantities that the table knows."""
    return tuple(islice(of_page(page), MOST_CLAIMS))


def of_page(page: Question) -> Iterator[Claim]:
    title, heading, heading_quoted, lead, above, told = "", "", False, "", "", ""
    unread = LONGEST_PAGE
    for block in page.blocks:
        if block.kind == "heading":
            told = "" if block.info in "12" else told
            title = block.text.content[:MENTIONING] if block.info in "12" else title
            heading, lead, above = block.text.content[:MENTIONING], "", ""
            heading_quoted = block.info != "1" and bool(MISTAKEN.search(heading))
            continue
        if block.section == "References":
            continue
        unread -= len(block.text.content)
        if unread < 0:
            return
        if NEW_ITEM.match(block.text.content):
            lead, above = "", ""
        quoted = heading_quoted or is_on_mistakes(block.section, (block.topic, *block.within))
        titles = heading if heading == title else f"{title}: {heading}"
        context = Context((), titles, (lead, above), quoted, told=told, page=page)
        if span := formula_of(block):
            yield from of_displayed(block.text, *span, lead, context)
        elif block.kind == "table":
            yield from of_table(block, context)
        elif is_listing(block):
            yield from of_listing(block.text, replace(context, leads=(), stands_alone=False))
        elif block.is_prose:
            yield from of_prose(block.text, context)
            above, lead = lead, block.text.content[:LONGEST_TEXT]
            told += f" {lead}" if len(told) < LONGEST_TOLD else ""


def is_listing(block: Block) -> bool:
    """Whether it is plain text line by line, or a paragraph of which each line assigns."""
    if block.kind == "code":
        return block.language in PLAIN_LANGUAGES
    content = block.text.content
    if block.kind != "paragraph" or "\n" not in content or not ("=" in content or "←" in content):
        return False
    return all(ASSIGNMENT.match(line) for line in content.splitlines())


def of_displayed(text: Text, start: int, end: int, lead: str, context: Context) -> Iterator[Claim]:
    """The claims of a formula on lines of its own below a paragraph."""
    yield from of_formula(text, start, end, below_words(lead, context), latex=True)
    formula = text.content[start:end]
    if "P" in formula and "=" in formula:
        label = LABELED.match(formula)
        before = label["name"] if label else words(lead[-2 * NEAR :])
        yield from of_criterion(before, text, start + (label.end() if label else 0), end, context)


def below_words(lead: str, context: Context) -> Context:
    """The context of a formula on lines of its own below a paragraph."""
    plain = words(lead[-NEAR:])
    called = called_names(words(lead[-2 * NEAR :]), context)
    near = tuple(dict.fromkeys((*near_names(plain), *called)))
    return replace(context, near=near, stands_alone=True, named_behind=bool(called))


def formula_of(block: Block) -> tuple[int, int] | None:
    """From where to where a block is a formula: all of it, or what stands between \\[ and \\]."""
    if block.kind == "math" or block.language in ("math", "latex", "tex"):
        return 0, len(block.text.content)
    if block.kind != "paragraph" or not block.text.content.startswith("\\["):
        return None
    displayed = DISPLAYED.fullmatch(block.text.content)
    return displayed.span("inside") if displayed else None


@lru_cache(maxsize=64)
def is_on_mistakes(section: str, within: tuple[str, ...]) -> bool:
    return bool(ON_MISTAKES.search(section)) or any(map(MISTAKEN.search, within))


def of_table(block: Block, context: Context) -> Iterator[Claim]:
    """Rows with a name in one cell and its formula in another."""
    header = [words(cell.content) for cell in block.rows[0]] if block.rows else []
    plain = replace(context, heading="", leads=())
    for row in block.rows[1:]:
        if is_cut(row) or not any(operates(c.content) or may_compute(c.content) for c in row):
            continue
        first = [words(cell.content) for cell in row[:2]]
        named = next((q for cell in first if (q := quantities_named(cell))), ())
        called = called_names(f"{first[0]}:", context)
        near = tuple(dict.fromkeys((*named, *called)))
        here = replace(plain, near=near, named_behind=not named and bool(called))
        for number, cell in enumerate(row):
            if not cell.content or quantities_named(words(cell.content)):
                continue
            title = header[number] if number < len(header) else ""
            if in_column := of_column(title, first[0]):
                yield from of_cell(cell, replace(plain, near=in_column))
            elif not is_of_another(title, near):
                yield from of_cell(cell, here)


def is_cut(row: Sequence[Text]) -> bool:
    """Whether the bar of an absolute value has cut a formula of a row in two."""
    return any(cell.content.count("$") % 2 for cell in row)


def of_column(header: str, row: str) -> tuple[Quantity, ...]:
    """What a column says of the topic of a row: in "Variance" that of "Geometric(p)"."""
    called = catalog().by_call.get(key(header), ()) if header else ()
    return tuple(q for q in called if q.is_told_in(row.lower()))


def is_of_another(header: str, row: Sequence[Quantity]) -> bool:
    """Whether a column holds mistakes, or another formula than that of its row's quantity."""
    named = quantities_named(header)
    is_another = bool(named) and not any(quantity in row for quantity in named)
    return is_another or bool(MISTAKEN.search(header) or OTHER_COLUMN.search(header))


def of_cell(cell: Text, context: Context) -> Iterator[Claim]:
    if "\\|" in cell.content:
        norms = ESCAPED_NORM.sub(r" ‖\1 ‖", cell.content)
        cell = replace(cell, content=norms.replace("\\|", " |"))
    content = cell.content
    island = ISLAND.fullmatch(content)
    if island:
        group = next(name for name in ISLANDS if island[name] is not None)
        yield from of_formula(cell, *island.span(group), context, latex=group != "code")
    elif context.near and not any(mark in content for mark in "$`") and OPERATOR.search(content):
        yield from of_formula(cell, 0, len(content), context, latex=False)
    else:
        yield from of_prose(cell, context)
