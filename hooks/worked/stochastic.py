"""Rows of probabilities: transition matrices, attention weights, mixtures of densities, cumulative
columns, a vector below the text that says what it is.

Where a page speaks of transitions or of a softmax, each row of a matrix with entries from 0 to 1
has to sum to 1; a matrix whose columns all do is one with its columns as distributions.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial

from hooks.calculation.quantity import shown, shown_percent
from hooks.language.sentences import is_called_wrong, is_on_mistakes, sentence_of
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.worked.parts import Derived, Whole, is_off, rounding, slack
from hooks.worked.stated import Stated, cell_number, in_percent, numbers

ONE = Fraction(1)
LARGEST = 12  # rows and columns of a matrix
LONGEST = 4000
NEAR_ONE = Fraction(1, 2), Fraction(3, 2)

OF_CHAIN = Pattern(r"\btransition|\b(?:row-)?stochastic\b|\bMarkov\b", re.I)
OF_SOFTMAX = Pattern(r"\bsoftmax\b|attention\s+weights", re.I)
NOT_YET = Pattern(
    r"unnormali[sz]ed|before\s+(?:the\s+)?softmax|logits?\s*:|\bcounts?\b|\bscores\s*:|generator|sub-?stochastic|covarian|correlation|kernel|adjacen|reward"
    r"|absorb\w*\s+part|rate\s+matrix|not\s+(?:a\s+)?(?:valid|stochastic)|n['’]t\s+sum|not\s+sum",
    re.I,
)
CUES = ("transition", "stochastic", "markov", "softmax", "attention weights", "cum", "𝒩",
        "mathcal", "n(", "probabilit", "omponent", "| from", "pc1", "distribution",
        "sums to", "sum to", "mixture", "gmm")  # fmt: skip
DIGIT = Pattern(r"\d")
MATRIX = Pattern(r"\\begin\{[pbB]?matrix\}(?P<rows>.{5,1500}?)\\end\{[pbB]?matrix\}", re.S)
NESTED = Pattern(
    r"\[\s*(?P<rows>\[[\d.,\s/]{3,200}\](?:\s*,?\s*\[[\d.,\s/]{3,200}\]){1,11})\s*,?\s*\]"
)
ROW = Pattern(r"\[(?P<cells>[^\[\]]+)\]")
VECTOR_ALONE = Pattern(
    r"\s*(?:[A-Za-zπθμ]\w{0,3}|probs|weights|probabilities|softmax\([a-z]\))\s*=\s*"
    r"[\[({](?P<list>[\d.,;\s/%]{5,200})[\])}]\s*\.?\s*"
)
OF_VECTOR = Pattern(
    r"(?:\bprobabilities|\bdistribution|\bsoftmax|\bmixture\s+weights|\bmixing\s+weights|\bpriors)\b"
    r"[^.;!?]{0,60}:\s*$",
    re.I,
)
# A sentence about a softmax that ends before what it gives.
RETURNED = Pattern(
    r"\bsoftmax\b[^.!?]{0,120}\b(?:returns?|gives?|outputs?|yields?|produces?)\s*:?\s*$",
    re.I,
)


def stochastic(page: Question) -> Iterator[Whole | Derived]:
    """What a page's matrices, tables, vectors and mixtures state as distributions."""
    source = page.lower
    if not any(cue in source for cue in CUES):
        return
    for at, block in enumerate(page.blocks):
        content = block.text.content
        if len(content) <= LONGEST and DIGIT.search(content):
            yield from in_block(page, at)


def in_block(page: Question, at: int) -> Iterator[Whole | Derived]:
    block, around = page.blocks[at], partial(surroundings, page, at)
    content, kind = block.text.content, block.kind
    if kind == "heading" or is_on_mistakes(block):
        return
    if kind == "table":
        yield from transition_table(block, around)
        if "cum" in content.lower():
            yield from cumulative_column(block)
    elif kind == "item":
        yield from component_list(page, at)
    elif "matrix}" in content or "[[" in content or "[ [" in content:
        yield from matrices(block, around)
    elif kind == "code":
        if block.info.split()[:1] in ([], ["text"], ["txt"]):
            yield from lines_of_weights(block, around)
        elif "sum" in content:
            yield from noted_sum(block)
    elif "+" in content and "(" in content and any(name in content for name in DENSITIES):
        yield from mixture(block)
    elif "=" in content and len(content) < 200:
        found = list(vector_below(page, at))
        yield from found or named_vectors(block, around)


def surroundings(page: Question, at: int) -> str:
    """The words around a block, and its heading."""
    near = page.blocks[max(0, at - 2) : at + 3]
    section = page.blocks[at].section
    same = [block for block in near if block.section == section and block.kind != "table"]
    return " ".join([section, *(block.text.content for block in same)])


# -- matrices -------------------------------------------------------------------------------------


def matrices(block: Block, around) -> Iterator[Whole]:
    """A transition matrix, in LaTeX or as nested lists."""
    text = block.text
    context = around()
    if not OF_CHAIN.search(context) or NOT_YET.search(context) or is_called_wrong(text.content):
        return
    plain = words(text.content) if block.kind != "code" else text.content
    read = {number.start: number for number in numbers(plain)}
    for found in MATRIX.finditer(text.content):
        yield from of_rows(text, [
            cells_in(read, text.content, start, end, r"&")
            for start, end in pieces(text.content, *found.span("rows"), r"\\\\")
        ])  # fmt: skip
    for found in NESTED.finditer(text.content):
        yield from of_rows(text, [
            cells_in(read, text.content, *row.span("cells"), r",|\s+(?=\d)")
            for row in ROW.finditer(text.content, *found.span("rows"))
        ])  # fmt: skip


def pieces(content: str, start: int, end: int, by: str) -> Iterator[tuple[int, int]]:
    """The spans between separators that hold something."""
    for cut in re.compile(by).finditer(content, start, end):
        if content[start : cut.start()].strip():
            yield start, cut.start()
        start = cut.end()
    if content[start:end].strip():
        yield start, end


def cells_in(
    read: dict[int, Stated], content: str, start: int, end: int, by: str
) -> list[Stated | None]:
    cells = []
    for first, last in pieces(content, start, end, by):
        inside = [n for at, n in read.items() if first <= at < last]
        bare = inside and content[first:last].strip(" \n\t") in (
            inside[0].written,
            "\\" + inside[0].written,
        )
        cells.append(inside[0] if len(inside) == 1 and (bare or "/" in inside[0].written) else None)
    return cells


def of_rows(text: Text, rows: Sequence[Sequence[Stated | None]]) -> Iterator[Whole]:
    """The rows of a square matrix with entries from 0 to 1, unless its columns are meant."""
    size = len(rows)
    if not 2 <= size <= LARGEST or any(len(row) != size or None in row for row in rows):
        return
    entries = [entry for row in rows for entry in row]
    fractional = any("." in entry.written or "/" in entry.written for entry in entries)
    if not fractional or any(not 0 <= entry.value <= 1 for entry in entries):
        return
    columns = list(zip(*rows, strict=True))
    if all(not is_off(column, ONE) for column in columns):
        return
    off = [row for row in rows if is_off(row, ONE)]
    low, high = NEAR_ONE
    if len(off) < size and all(low <= sum(n.value for n in row) <= high for row in off):
        for row in rows:
            yield row_of(text, row, "row of the transition matrix")


def row_of(text: Text, row: Sequence[Stated], what: str) -> Whole:
    return Whole(text, tuple(row), ONE, row[-1], what, text, slack(row, ""))


def transition_table(block: Block, around) -> Iterator[Whole]:
    """A square table of probabilities from each state to each."""
    heads = [words(cell.content).strip().lower() for cell in block.rows[0]]
    rows = [row[: len(heads)] for row in block.rows[1:] if row]
    size = len(heads) - 1
    if not 2 <= size <= LARGEST or len(rows) != size:
        return
    labels = [words(row[0].content).strip().lower() for row in rows]
    labels = [label.removeprefix("from ") for label in labels]
    if labels != [head.removeprefix("to ") for head in heads[1:]] or any(
        len(row) != size + 1 for row in rows
    ):
        return
    is_chain = "from" in heads[0] or OF_CHAIN.search(around())
    if not is_chain or NOT_YET.search(around()):
        return
    read = [[cell_number(cell) for cell in row[1:]] for row in rows]
    if any(None in row for row in read) or any(not 0 <= n.value <= 1 for row in read for n in row):
        return
    if all(not is_off(column, ONE) for column in zip(*read, strict=True)):
        return
    off = [is_off(row, ONE) for row in read]
    if not all(off):
        for row, cells in zip(read, rows, strict=True):
            pairs = tuple(zip(cells[1:], row, strict=True))
            text = cells[-1]
            yield Whole(
                text, tuple(row), ONE, row[-1], "row of the table", text, slack(row, ""), pairs
            )


def lines_of_weights(block: Block, around) -> Iterator[Whole]:
    """Lines of words and weights in a fence: each a row of what a softmax gives."""
    context = around()
    text = block.text
    if not OF_SOFTMAX.search(context) or NOT_YET.search(context):
        return
    given = numbers(text.content)
    rows = []
    for start, end in pieces(text.content, 0, len(text.content), r"\n"):
        row = [n for n in given if start <= n.start < end]
        if len(row) > 2 and all("." in n.written and 0 <= n.value <= 1 for n in row):
            rows.append(row)
    off = [row for row in rows if is_off(row, ONE)]
    low, high = NEAR_ONE
    are_near = all(low <= sum(n.value for n in row) <= high for row in off)
    if len(rows) > 1 and len(off) <= len(rows) / 2 and are_near:
        for row in rows:
            yield row_of(text, row, "row of weights")


NOTED = Pattern(
    r"(?<![\w\[])[\[(](?P<list>[\d.,\s]{5,200})[\])]\)?\s*(?:#|//)[^\n]{0,60}?\bsums?\s+to\s+(?:1|one)\b"
    r"(?!\.\d)"
)
NOT_NOTED = Pattern(r"\b(?:not|n['’]t|should|must|need|never|will|after|before)\b", re.I)


def noted_sum(block: Block) -> Iterator[Whole]:
    """A list in a program whose comment says that it sums to 1."""
    for found in NOTED.finditer(block.text.content):
        parts = [n for n in numbers(found[0]) if n.start < found.end("list") - found.start()]
        items = [item for item in re.split(r"[,\s]+", found["list"].strip()) if item]
        if NOT_NOTED.search(found[0]) or len(parts) != len(items) or len(parts) < 2:
            continue
        if all(0 <= n.value <= 1 for n in parts):
            text = block.text.slice(*found.span())
            yield row_of(text, parts, "numbers said to sum")


# -- mixtures and vectors -------------------------------------------------------------------------

TERM = (
    r"(?:\d*\.\d+|\d+/\d+)\s*[·×*]?\s*"
    r"\\?(?:N|𝒩|𝓝|Normal|Gaussian|Poisson|Exp|Gamma|Beta|Unif|t|Laplace)\s*\([^()]{1,40}\)"
)
MIXTURE = Pattern(
    rf"[pfq]\s*\(\s*[xyz]\s*(?:[|;][^()]{{1,20}})?\)\s*=\s*(?P<terms>{TERM}(?:\s*\+\s*{TERM}){{1,7}})(?!\s*[-+\w])"
)
DENSITIES = ("N", "𝒩", "𝓝", "Gaussian", "Poisson", "Exp", "Gamma", "Beta", "Unif", "Laplace", "t(")
WEIGHT = Pattern(r"(?:^|\+)\s*(?=[\d.])")


def mixture(block: Block) -> Iterator[Whole]:
    """p(x) = 0.5 N(x; 0, 1) + 0.3 N(x; 4, 1) + 0.2 N(x; −3, 2)"""
    sentence = sentence_of(block, block.text)
    plain = sentence.plain
    found = MIXTURE.search(plain)
    if not found or sentence.is_of_mistakes:
        return
    starts = {at.end() for at in WEIGHT.finditer(plain[: found.end()], *found.span("terms"))}
    starts.add(found.start("terms"))
    parts = [n for n in numbers(plain) if n.start + n.is_signed in starts]
    if len(parts) == len(starts) > 1:
        yield Whole(
            block.text, tuple(parts), ONE, parts[-1], "weights of the mixture", block.text,
            slack(parts, plain),
        )  # fmt: skip


def vector_below(page: Question, at: int) -> Iterator[Whole]:
    """The softmax gives the probabilities: p = [0.7, 0.2, 0.1], in a block of its own."""
    block = page.blocks[at]
    plain = words(block.text.content)
    found = VECTOR_ALONE.fullmatch(plain)
    if not found or not at or page.blocks[at - 1].kind != "paragraph":
        return
    before = words(page.blocks[at - 1].text.content)
    if (
        not (OF_VECTOR.search(before) or RETURNED.search(before))
        or NOT_YET.search(before)
        or "multi" in before.lower()
    ):
        return
    parts = [n for n in numbers(plain) if n.start >= found.start("list")]
    items = [item for item in re.split(r"[,;\s]+", found["list"].strip()) if item]
    if len(parts) == len(items) > 1 and all(0 <= n.value <= 1 and "." in n.written for n in parts):
        yield row_of(block.text, parts, "probabilities")


NAMED_VECTOR = Pattern(
    r"(?P<name>\\?[A-Za-zπθαλμ]\w{0,7})\s*&?\s*=\s*\\?(?:left|bigl?)?[\[(](?P<list>[\d.,;\s/\\]{5,120}?)\\?(?:right|bigr?)?[\])]"
)
IS_MIXTURE = (
    r"[$`]?{name}[$`]?\s+(?:are|is)\s+(?:the\s+|our\s+)?(?:\w+\s+)?(?:mixture\s+weights|mixing\s+\w+|mixture\s+proportions"
    r"|class\s+priors|priors|stationary\s+distribution|class\s+probabilities|probabilit\w+\s+of\s+the\s+\w+)"
)

OF_WEIGHTS = Pattern(r"\b(?:weights|proportions)\W*$", re.I)
OF_COMPONENTS = Pattern(r"\bGMM|\bmixture\b|\b(?:mixture|gaussian)\b.*\bcomponents\b", re.I)


def named_vectors(block: Block, around) -> Iterator[Whole]:
    """π = (0.3, 0.5, 0.2) in a formula, of which the text says that π are the mixture weights."""
    for found in NAMED_VECTOR.finditer(block.text.content):
        said = IS_MIXTURE.replace("{name}", re.escape(found["name"]))
        is_said = re.search(said, around(), re.I) or (
            OF_WEIGHTS.search(block.text.content, 0, found.start())
            and OF_COMPONENTS.search(around())
        )
        if not is_said or NOT_YET.search(around()):
            continue
        read = numbers(words(block.text.content))
        parts = [n for n in read if found.start("list") <= n.start < found.end("list")]
        commas = found["list"].count(",") + found["list"].count(";")
        if len(parts) == commas + 1 > 1 and all(0 <= n.value <= 1 for n in parts):
            yield row_of(block.text, parts, f"{found['name']}, the probabilities")


# -- components -----------------------------------------------------------------------------------

COMPONENT = Pattern(
    r"\W*(?:(?:the\s+)?(?:first|second|third|fourth|fifth|\d(?:st|nd|rd|th))\s+(?:principal\s+)?component|(?:component|PC)\s*\d)\b",
    re.I,
)
CUMULATIVE = Pattern(r"cumulat|together|so\s+far|in\s+total", re.I)


def component_list(page: Question, at: int) -> Iterator[Whole]:
    """A list of the shares of the variance by component: no more than all of it."""
    block = page.blocks[at]
    if not COMPONENT.match(block.text.content) or (
        at + 1 < len(page.blocks) and page.blocks[at + 1].kind == "item"
    ):
        return  # only at the last item
    items = []
    for other in reversed(page.blocks[: at + 1]):
        if other.kind != "item" or not COMPONENT.match(other.text.content):
            break
        items.insert(0, other)
    context = " ".join([block.section, *(item.text.content for item in items)])
    if len(items) < 2 or "varian" not in context.lower() or CUMULATIVE.search(context):
        return
    read = [[n for n in numbers(words(item.text.content)) if n.is_percent] for item in items]
    if any(len(row) != 1 for row in read):
        return
    parts = tuple(row[0] for row in read)
    if sum(n.value for n in parts) > 1 + slack(parts, ""):
        pairs = tuple((item.text, n) for item, n in zip(items, parts, strict=True))
        text = block.text
        what = "shares of the variance"
        yield Whole(text, parts, ONE, parts[-1], what, text, slack(parts, ""), pairs)


CUMULATIVE_HEAD = Pattern(
    r"(?:cumulative|cum\.?)(?:\s+(?:share|ratio|variance|percent(?:age)?|sum|probability|%|\(%\)|explained|frequency|proportion|total|count)){0,3}",
    re.I,
)


def cumulative_column(block: Block) -> Iterator[Derived]:
    """A column of running sums beside what is summed."""
    heads = [words(cell.content).strip() for cell in block.rows[0]]
    for column in range(1, len(heads)):
        if CUMULATIVE_HEAD.fullmatch(heads[column]) and column > 1:
            yield from running(block, heads, column)


def running(block: Block, heads: Sequence[str], column: int) -> Iterator[Derived]:
    rows = [row[: len(heads)] for row in block.rows[1:] if len(row) >= len(heads)]
    pairs = [(cell_number(row[column - 1]), cell_number(row[column])) for row in rows]
    if len(pairs) < 3 or len(rows) != len(block.rows) - 1 or any(None in pair for pair in pairs):
        return
    pairs = [
        tuple(
            in_percent(n) if "%" in head else n
            for n, head in zip(pair, heads[column - 1 : column + 1], strict=True)
        )
        for pair in pairs
    ]
    if pairs[0][0].value != pairs[0][1].value or len({n.is_percent for p in pairs for n in p}) != 1:
        return
    before, is_wrong, found = Fraction(0), False, []
    for at, (part, total) in enumerate(pairs):
        allowed = rounding(part) + rounding(total) + (rounding(total) if at else 0)
        goes_on = (
            at + 1 < len(pairs)
            and abs(total.value + pairs[at + 1][0].value - pairs[at + 1][1].value) <= allowed
        )
        derived = Derived(
            rows[at][column], total, before + part.value, f"{before_text(before, part)}", allowed,
            ((rows[at][column - 1], part), (rows[at][column], total)),
        )  # fmt: skip
        if not derived.is_right and (is_wrong or goes_on):
            derived = None
        is_wrong = derived is not None and not derived.is_right
        found += [derived] if derived else []
        before = total.value
    if sum(not derived.is_right for derived in found) <= len(pairs) / 3:
        yield from found


def before_text(before: Fraction, part: Stated) -> str:
    show = shown_percent if part.is_percent else shown
    return f"{show(before)} + {part.written}"
