"""Parts of which a text says that they are all: "no row left over", "each has exactly one cause".

The parts stand in one sentence, in a list, in a table or in the lines of a text; what they make up
is 1, or a number with its unit or noun that stands before them.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from hooks.language.sentences import Sentence, sentence_of, sentences
from hooks.language.wording import words
from hooks.page import RECENT, Block, Question, Text
from hooks.pattern import Pattern
from hooks.worked.parts import Whole, slack
from hooks.worked.sizes import has_one
from hooks.worked.stated import Stated, cell_number, in_percent, is_bounded, is_question, numbers
from hooks.worked.stated_counts import speaks_of_metric
from hooks.worked.totals_of_cells import TOTAL

ONE = Fraction(1)
NEAR_TOTAL = Fraction(2, 3), Fraction(3, 2)
MOST_PARTS = 12

MARKS = tuple(
    "exactly one|only one|one label|one class|one cause|no other|no fourth|no third|no fifth"
    "|nothing|nobody|no one|left over|left out|left aside|sum to|sums to|add up|adds up|all of them"
    "|cover all|covers all|completely|exhaustive|exclusive|disjoint|in full|fully|everything"
    "|in total:|in all:|altogether:|exactly once|one vote|stay free|stays free|remain free"
    "|remains free|just one|a single|all of it|used up|entirely|make up|makes up|no reserve"
    "|no slack|explain everything|explains everything".split("|")
)
ALL = Pattern(
    r"(?<!\bthe\s)\b(?:exactly|only|just)\s+one\b(?!\s+(?:of\s+(?:these|the\s+above)|layer|parameter|hidden|is|was|has))"
    r"|\b(?:has|have|gets?|carr(?:y|ies)|belongs?\s+to|lands?\s+in|falls?\s+in(?:to)?|is\s+in|with)\s+(?:one|a\s+single)\s+"
    r"(?:label|class|cause|category|group|arm|topic|kind|type|intent|bucket|reason)\b"
    r"|\bthere(?:\s+(?:is|are)|['’]s)\s+no\s+(?:reserve|slack|other|further|third|fourth|fifth|sixth)\b|\bno\s+others?\b(?!\s+than)"
    r"|\b(?:nothing|nobody|no\s+(?!longer|more|less)\w+)\s+(?:\w+\s+)?(?:is\s+|was\s+|are\s+|were\s+)?"
    r"(?:left(?:\s+(?:over|out|aside|unused))?|else(?!\s+(?:counts?|matters?|helps?|changes?|happens?|works?)\b)|remains?|missing|unaccounted)\b"
    r"|\b(?:these|the|all|both|which|that|so|they|shares|weights|probabilities|parts|numbers|ratios)\s+(?:\w+\s+){0,2}?"
    r"(?:sums?|adds?\s+up)\s+to\s+(?:exactly\s+)?(?P<sum>1(?:\.0+)?(?!\.?\d|\s?%)|100\s?%|one\b|unity\b)"
    r"|\b(?:covers?|makes?\s+up|accounts?\s+for|explains?)\s+(?:all\b(?!\s+but)|everything|the\s+whole\b|the\s+(?=\d))"
    r"|\ball\s+of\s+(?:it|this)\s+is\s+(?:allotted|allocated|spent|used|assigned|given|divided|distributed)\b"
    r"|\b(?:is|are)\s+(?:all\s+)?used\s+up\b|\b(?:nobody|no\s+one|none)\s+twice\b"
    r"|\ball\s+(?:two|three|four|five|six|seven|eight)\s+of\s+them\b"
    r"|\b(?:completely|fully|entirely)\s+(?:spent|used|allocated|divided|split|assigned)\b"
    r"|\b(?:spent|used\s+up|allocated|divided|split)\s+(?:completely|fully|entirely|in\s+full)\b"
    r"|\b(?:in\s+total|in\s+all|altogether)\s*:|\b(?:used|seen|counted)\s+exactly\s+once\b"
    r"|\beach\s+\w+\s+casts\s+one\s+vote\b|\b(?:stays?|remains?)\s+free\b"
    r"|\bmutually\s+exclusive\b|\bexhaustive\b|\bdisjoint\b",
    re.I,
)
# "60 % of the cats and 70 % of the dogs" are no parts of one whole.
OF_SEVERAL = Pattern(
    r"%\s+of\s+(?:the\s+)?(?P<first>\w+)\b.*?%\s+of\s+(?:the\s+)?(?!(?P=first)\b)\w", re.I | re.S
)
IS_CERTAIN = Pattern(r"\bsum|\badd|\bno\s+other|\bthere\s+(?:is|are)\s+no|complet|fully", re.I)
NOT_ALL = Pattern(
    r"\b(?:not|n['’]t|never|without\s+exhaust|unless|if|must|should|need|instead|before|normali[sz]\w*|usually|would"
    r"|independent|overlap\w*|several|multi-?label|sigmoid|at\s+least|at\s+most|top-?\s?\d|top-?k|mass|most\s+likely"
    r"|parallel|concurrent\w*|convert\w*|click\w*|redeem\w*|rates?|respond\w*)\b",
    re.I,
)
OPEN_REST = Pattern(
    r"\bthe\s+(?:rest|remainder|others)\b(?!\W{0,3}(?:is\s+|are\s+|gets?\s+)?\d)"
    r"|unlabel|unknown|unused|discard|dropp|ignor",
    re.I,
)
UNITS = Pattern(
    r"\s?(?P<unit>ms|s|sec|seconds|minutes|min|hours|h|days|weeks|months|[kMGT]i?B|€|\$|euros?|dollars|points|USD)\b"
)
CURRENCY = Pattern(r"[€$£]\s?$")
PERCENT_WORD = Pattern(r"\s+per\s?cent\b", re.I)
ORDINAL = Pattern(
    r"(?:-fold|[\s-](?:classes|labels|kinds|folds|components|features|arms|states|parts|of\s+them)\b)",
    re.I,
)
NOUN = Pattern(r"\s+(?:[a-z-]+\s+){0,2}?[a-zA-Z][a-zA-Z-]{2,}")
LINE = Pattern(r"^[ \t]*[A-Za-z][^\d\n]{0,40}?[ \t:|=]+(?P<n>\d[\d.,]*)[ \t]*%?[ \t]*$", re.M)
THE_REST = Pattern(r"\bthe\s+(?:remaining|other)\s+$", re.I)

Cell = tuple[Text, Stated]


def exhaustive(page: Question) -> Iterator[Whole]:
    """The parts of which a page says that nothing is beside them."""
    source = page.lower
    likely = [mark for mark in MARKS if mark in source]
    if not likely:
        return
    for sentence in sentences(page):
        if sentence.block.kind != "table" and has_one(sentence.lower, likely):
            yield from in_sentence(page, sentence)


def in_sentence(page: Question, sentence: Sentence) -> Iterator[Whole]:
    found = ALL.search(sentence.plain)
    if not found or sentence.is_of_mistakes or is_question(sentence):
        return
    is_open = NOT_ALL.search(sentence.plain) or OPEN_REST.search(sentence.plain)
    own = sentence.plain[found.end() if is_announcing(sentence, found) else 0 :]
    if not is_open and not speaks_of_metric(own):
        at = next(i for i, block in enumerate(page.blocks) if block is sentence.block)
        yield from said_of(page, at, sentence, found)


def said_of(page: Question, at: int, sentence: Sentence, said: re.Match) -> Iterator[Whole]:
    """The whole of the nearest group of numbers, the sentence's own first."""
    for cells, plain in groups(page, at, sentence, said):
        if len(cells) < 2:
            continue
        if speaks_of_metric(plain) or NOT_ALL.search(plain) or OF_SEVERAL.search(plain):
            return
        if goes_on(cells) or (plain and any(restates(*cell) for cell in cells)):
            return
        if any(PARTS_OF_PART.search(words(text.content)) for text, _ in cells):
            return
        if any(is_bounded(words(t.content), part) for t, part in cells):
            return
        total = ONE if is_share(cells[0][1]) else total_of(page, at, sentence, cells)
        if not total:
            continue
        low, high = NEAR_TOTAL
        size = sum(part.value for _, part in cells)
        if low <= size / total <= high:
            yield summed(cells, total, sentence, said)
            return


def goes_on(cells: Sequence[Cell]) -> bool:
    """Whether the list is left open: "0.3, 0.21, 0.147, …"."""
    return any(ELLIPSIS.search(text.content, part.end) for text, part in cells[-1:])


def restates(text: Text, part: Stated) -> bool:
    """Whether a number is the one before it once more, 2/3 ≈ 0.667, and no further part."""
    return bool(RESTATES.search(words(text.content), 0, part.start))


PARTS_OF_PART = Pattern(r"\b(?:of|among)\s+(?:which|whom|these|those)\b|\bthereof\b", re.I)
RESTATES = Pattern(r"[\d)%]\s*[=≈]\s*$")
ELLIPSIS = Pattern(r"…|\.\.\.|\\[lc]?dots|⋯")


def summed(cells: Sequence[Cell], total: Fraction, sentence: Sentence, said: re.Match) -> Whole:
    """The whole; what is to mend is the sum that is said, or else the last part."""
    parts = tuple(part for _, part in cells)
    text, at = cells[-1]
    is_apart = text.starts != sentence.text.starts
    number = next(
        (n for n in numbers(sentence.plain) if n.start >= said.start() and n.value == 1), None
    )
    if is_apart and number and (said["sum"] or number.is_percent):
        text, at = sentence.text, number
    what = "parts that are said to be all"
    return Whole(text, parts, total, at, what, text, slack(parts, ""), tuple(cells))


# -- groups ---------------------------------------------------------------------------------------


def groups(
    page: Question, at: int, sentence: Sentence, said: re.Match
) -> Iterator[tuple[list[Cell], str]]:
    """The groups of numbers of one kind in and around a sentence, the nearest first."""
    plain = sentence.plain
    own = without_total(grouped(cells_in(sentence)), plain, said)
    if "sum" in said[0].lower() or "add" in said[0].lower():
        cells = cells_in(sentence)
        is_ahead = is_announcing(sentence, said)
        own = grouped(
            [c for c in cells if (c[1].end <= said.start()) != is_ahead and c[1].value < 1]
        )
        plain = plain[said.end() if is_ahead else 0 :]
    if len(own) > 2 or (own and IS_CERTAIN.search(said[0])):
        yield own, plain
    block = page.blocks[at]
    others = [s for s in sentences_by_block(page).get(id(block), ()) if s is not sentence]
    if block.kind == "item":
        items = list_around(page, at)
        others += [
            s
            for item in items
            if item is not block
            for s in sentences_by_block(page).get(id(item), ())
        ]
        yield from in_items(items)
    for other in others:
        if cells := grouped(cells_in(other)):
            yield cells, other.plain
    yield from in_neighbors(page, at)


def is_announcing(sentence: Sentence, said: re.Match) -> bool:
    """Whether the parts stand behind: "shares that sum to 1: 0.5 for A, 0.3 for B, 0.2 for C"."""
    is_sum = "sum" in said[0].lower() or "add" in said[0].lower()
    before = any(n.end <= said.start() for n in numbers(sentence.plain))
    return is_sum and not before and bool(BEHIND.match(sentence.plain, said.end()))


BEHIND = Pattern(r"\s*[:,(—–]")


def in_neighbors(page: Question, at: int) -> Iterator[tuple[list[Cell], str]]:
    """The list, table or lines of text right before a paragraph, or right behind it."""
    block = page.blocks[at]
    for step in (-1, 1):
        near = page.blocks[at + step] if 0 <= at + step < len(page.blocks) else None
        if near is None or near.section != block.section or block.kind == "item":
            continue
        if near.kind == "item":
            yield from in_items(list_around(page, at + step))
        elif near.kind == "table":
            yield from in_columns(near)
        elif near.kind == "math":
            yield from in_formula(near)
        elif near.kind == "code" and near.language in ("", "text", "txt"):
            yield from in_lines(page, at + step)


def list_around(page: Question, at: int) -> list[Block]:
    first = last = at
    while first and page.blocks[first - 1].kind == "item":
        first -= 1
    while last + 1 < len(page.blocks) and page.blocks[last + 1].kind == "item":
        last += 1
    return list(page.blocks[first : last + 1])


def in_items(items: Sequence[Block]) -> Iterator[tuple[list[Cell], str]]:
    """One number in each item; items without one say something else."""
    cells: list[Cell] = []
    for item in items:
        own = cells_in(sentence_of(item, item.text))
        if len(own) == 1:
            cells += own
        elif own and not ALL.search(words(item.text.content)):
            return
    if len(cells) >= len(items) - 1 and grouped(cells) == cells:
        yield cells, " ".join(words(item.text.content) for item in items)


def in_columns(table: Block) -> Iterator[tuple[list[Cell], str]]:
    """The only column of shares of a table, or of counts."""
    heads = [words(cell.content) for cell in table.rows[0]]
    found = []
    for column in range(1, len(heads)):
        cells = [row[column] for row in table.rows[1:] if column < len(row)]
        read = [cell_number(cell) for cell in cells]
        if None not in read and len(read) > 1:
            parts = [in_percent(n) if "%" in heads[column] else n for n in read]
            if all(map(is_share, parts)) or all(part.is_whole for part in parts):
                found.append(list(zip(cells, parts, strict=True)))
    shares = [cells for cells in found if is_share(cells[0][1])]
    if len(shares or found) == 1 and not TOTAL.fullmatch(words(table.rows[-1][0].content)):
        yield (shares or found)[0], " ".join(heads)


ASSIGNED = Pattern(r"=\s*(?P<n>0?\.\d+)\s*(?=,|;|\\|&|$|\.(?!\d))", re.M)


def in_formula(block: Block) -> Iterator[tuple[list[Cell], str]]:
    """P(A) = 0.5, P(B) = 0.3, P(C) = 0.2: no more than names and their values."""
    content = block.text.content
    found = list(ASSIGNED.finditer(content))
    is_plain = content.count("=") == len(found) > 1 and not has_one(content, ("|", "\\mid"))
    read = {number.start: number for number in numbers(content)}
    parts = [read.get(match.start("n")) for match in found]
    if is_plain and None not in parts:
        yield [(block.text, part) for part in parts], ""  # no words, where all stand behind "="


def in_lines(page: Question, at: int) -> Iterator[tuple[list[Cell], str]]:
    """Lines of a label and a number each, and "the remaining 25" in the text below them."""
    block = page.blocks[at]
    content = block.text.content
    lines = [line for line in content.split("\n") if line.strip()]
    read = {number.start: number for number in numbers(content)}
    parts = [read.get(found.start("n")) for found in LINE.finditer(content)]
    if len(parts) < 2 or len(parts) != len(lines) or None in parts:
        return
    cells = [(block.text, part) for part in parts]
    below = page.blocks[at + 1] if at + 1 < len(page.blocks) else None
    if below and below.kind == "paragraph":
        plain = words(below.text.content)
        rest = [n for n in numbers(plain) if THE_REST.search(plain, 0, n.start)]
        cells += [(below.text, n) for n in rest[:1] if n.is_whole]
    if grouped(cells) == cells:
        yield cells, content


def cells_in(sentence: Sentence) -> list[Cell]:
    plain = sentence.plain
    return [
        (sentence.text, in_words(plain, number))
        for number in numbers(plain)
        if not ORDINAL.match(plain, number.end) and not is_sum(plain, number)
    ]


def in_words(plain: str, number: Stated) -> Stated:
    """20 percent as 20%."""
    return in_percent(number) if PERCENT_WORD.match(plain, number.end) else number


def is_sum(plain: str, number: Stated) -> bool:
    """Whether a number is what the others are said to sum to."""
    return number.value == 1 and bool(
        SUM_BEFORE.search(plain, max(0, number.start - 30), number.start)
    )


SUM_BEFORE = Pattern(
    r"\b(?:to|of|is|make|makes|cover\w*|total\w*|exactly|[,=(])\s*$|\b100\s?%?$", re.I
)


def kind_of(cell: Cell) -> str:
    """Numbers of one kind may be added up: shares, or what has one unit."""
    text, number = cell
    plain = words(text.content)
    if is_share(number):
        return "percent" if number.is_percent else "share"
    unit = UNITS.match(plain, number.end)
    if unit:
        return unit["unit"]
    if CURRENCY.search(plain, 0, number.start):
        return "money"
    return "count" if number.is_whole else "other"


def is_share(number: Stated) -> bool:
    written = number.is_percent or "." in number.written or "/" in number.written
    return written and 0 <= number.value <= 1


def grouped(cells: Sequence[Cell]) -> list[Cell]:
    """The numbers of the only kind of which there are several; [] if there are more kinds."""
    kinds: dict[str, list[Cell]] = {}
    for cell in cells:
        kinds.setdefault(kind_of(cell), []).append(cell)
    several = [kind for kind, members in kinds.items() if len(members) > 1]
    several = [kind for kind in several if kind in ("percent", "share")] or several
    if len(several) != 1 or several[0] == "other" or len(kinds[several[0]]) > MOST_PARTS:
        return []
    found = kinds[several[0]]
    if several[0] in ("percent", "share"):
        return found if all(number.value < 1 for _, number in found) else []
    return found


def without_total(cells: Sequence[Cell], plain: str, said: re.Match) -> list[Cell]:
    """The parts of a sentence that begins with what they make up: "200 ms, spent completely: …"."""
    if len(cells) < 3:
        return list(cells)
    first, second = cells[0][1], cells[1][1]
    between = ":" in plain[first.end : second.start] or first.end <= said.start() < second.start
    is_total = between or plain[: first.start].strip().lower() in ("of the", "out of the", "of")
    return list(cells[1:] if is_total else cells)


# -- totals ---------------------------------------------------------------------------------------


def total_of(page: Question, at: int, sentence: Sentence, cells: Sequence[Cell]) -> Fraction | None:
    """What counts make up: the one larger number of their kind in the text near them."""
    kind = kind_of(cells[0])
    largest = max(part.value for _, part in cells)
    starts = {part.start for text, part in cells if text.starts == sentence.text.starts}
    own = sentences_by_block(page)[id(sentence.block)]
    behind = own[own.index(sentence) + 1 :] if cells[0][0].starts > sentence.text.starts else []
    if any(FIRST_OF_MANY.search(other.plain) for other in behind):
        return None
    head = head_of(page, at, cells)
    for other in [sentence, *behind, *before(page, at, sentence)]:
        totals = {
            number.value
            for text, number in cells_in(other)
            if number.value > largest
            and kind_of((text, number)) == kind
            and not (other is sentence and number.start in starts)
            and (kind != "count" or NOUN.match(other.plain, number.end))
            and (head is None or is_called(other.plain, number, head))
        }
        if totals:
            is_sole = len(totals) == 1 and not FIRST_OF_MANY.search(other.plain)
            return totals.pop() if is_sole else None
    return None


FIRST_OF_MANY = Pattern(
    r"\b(?:top|largest|biggest|most|main|first|such\s+as|e\.g\.|examples?)\b", re.I
)


def head_of(page: Question, at: int, cells: Sequence[Cell]) -> str | None:
    """The head of the column beside a paragraph that the cells are; None if they are no column."""
    for block in page.blocks[max(0, at - 1) : at + 2]:
        for row in block.rows[1:2]:
            for column, cell in enumerate(row):
                if cell.starts == cells[0][0].starts:
                    return words(block.rows[0][column].content).lower()
    return None


def is_called(plain: str, number: Stated, head: str) -> bool:
    """Whether a number is one of the things that a column counts: "8,000 tiles", | tiles |."""
    noun = NOUN.match(plain, number.end)
    return bool(noun) and any(word in head.split() for word in noun[0].lower().split())


def before(page: Question, at: int, sentence: Sentence) -> list[Sentence]:
    """The sentences before one, in its block, its list and the block before that."""
    first = at
    while first and page.blocks[first].kind == "item" == page.blocks[first - 1].kind:
        first -= 1
    if first and page.blocks[first - 1].kind in ("table", "math", "code"):
        first -= 1
    blocks = page.blocks[max(0, first - 1) : at]
    near = [s for block in blocks for s in sentences_by_block(page).get(id(block), ())]
    own = sentences_by_block(page)[id(sentence.block)]
    return [*own[: own.index(sentence)][::-1], *near[::-1]]


@lru_cache(maxsize=RECENT)
def sentences_by_block(page: Question) -> dict[int, list[Sentence]]:
    found: dict[int, list[Sentence]] = {}
    for sentence in sentences(page):
        if sentence.block.kind != "table":
            found.setdefault(id(sentence.block), []).append(sentence)
    return found
