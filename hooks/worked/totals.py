"""Tables and lists whose numbers make up a whole: Total rows and columns, shares, distributions."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.language.sentences import is_on_mistakes
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.worked.count_shares import count_shares
from hooks.worked.group_counts import listed_counts
from hooks.worked.list_totals import list_total
from hooks.worked.parts import Derived, Whole, exceeds, has_rest, is_off, slack
from hooks.worked.shares import NEGATED
from hooks.worked.splits import ROLE
from hooks.worked.stated import Stated, cell_number, in_percent, numbers
from hooks.worked.totals_of_cells import NO_SUM, PARTIAL, TOTAL, summed

ONE = Fraction(1)

SHARE = Pattern(
    r"(?:share|percent(?:age)?|proportion|fraction)(?:\s+of\s+(?:the\s+)?(?:total"
    r"|data(?:set)?|all\s+\w+|rows|traffic|samples|users|whole))?"
    r"|%\s+of\s+(?:the\s+)?(?:total|data(?:set)?|all\s+\w+|rows|traffic|samples|users)"
    r"|class\s+(?:share|proportion|frequency|probability|prior)"
    r"|share\s*\(%\)|percentage\s*\(%\)",
    re.I,
)
MASS = Pattern(
    r"\\?P(?:r)?\s*\(\s*(?:X|Y|K|N|D|Z)\s*=\s*[a-z](?:_\s?i)?\s*\)"
    r"|P\s*\(\s*[xyk](?:_?\s?i)?\s*\)|p\s*\(\s*[xyk](?:_?\s?i)?\s*\)"
    r"|p_?\s?i|P|p|Pr|softmax(?:\s+(?:output|probability|value))?|prob(?:ability|\.)?",
    re.I,
)
OUTCOME = Pattern(
    r"(?:X|Y|K|N|D|Z|x|y|k)(?:_\s?i)?|outcome|face|value|state|result|class|symbol|label"
    r"|category|word|token|component|letter|number(?:\s+of\s+\w+)?",
    re.I,
)
OTHER_MASS = Pattern(
    r"sample|predict|model|patient|user|example|row\b|id\b|threshold|bandit|\barm", re.I
)
INTRODUCED = Pattern(
    r"\b(?:split|divided|distribut\w*|breakdown|composition|broken\s+down|mix(?:ture)?"
    r"|make\s*up|made\s+up|consists?|classes)\b",
    re.I,
)
NOT_EXHAUSTIVE = Pattern(
    r"top\b|most\s+(?:common|frequent|important)|largest|first|multiple|several|overlap"
    r"|such\s+as|some|examples?\b|selected|component"
    r"|respondents|survey|answers|improv|grow|accura|recall|independent|each\s+of",
    re.I,
)

SAYS_SUM = Pattern(
    r"\W*(?:they|these|which|all|together|the)\b[\w\s,]{0,60}?\b(?:sums?|adds?\s+up|totals?)\s+(?:up\s+)?to"
    r"\s+(?:exactly\s+)?(?P<total>1(?:\.0+)?(?!\.?\d|\s?%)|100\s?%)",
    re.I,
)
SAYS_WHOLE = Pattern(
    r"\W*together\b[\w\s,]{0,60}?\b(?P<whole>whole|all|everything|complete|entire)\b[\w\s,(:=]{0,40}?"
    r"(?P<total>100\s?%)",
    re.I,
)


def totals(page: Question) -> Iterator[Whole | Derived]:
    """What the tables and lists of a page sum to."""
    before = ""
    items: list[Block] = []
    for block in page.blocks:
        if block.kind == "item":
            items.append(block)
            continue
        yield from in_items(items, before, block)
        items = []
        if block.kind == "table" and not is_on_mistakes(block):
            yield from in_table(block, before)
        if block.is_prose:
            before = block.text.content
    yield from in_items(items, before, None)


def in_table(block: Block, before: str) -> Iterator[Whole | Derived]:
    if not any(sign in block.text.content for sign in ("%", "otal", "um", "0.", "/", "Σ", "+")):
        return
    width = len(block.rows[0])
    rows = [row[:width] for row in block.rows[1:] if any(cell.content for cell in row[:width])]
    if len(rows) < 1 or "~~" in block.text.content:
        return
    is_total = bool(TOTAL.fullmatch(words(rows[-1][0].content)))
    counted = count_shares(block, rows, is_total)
    sums = consistent(list(total_row(block, rows)), list(total_column(block, rows)))
    wrong = [derived.at for derived in counted if not derived.is_right]
    yield from counted
    kept = [whole for whole in sums if not any(part in wrong for part in whole.parts)]
    yield from (far_off(whole) if adds_up(rows, whole) else whole for whole in kept)
    if not is_total and not wrong:
        yield from shares_column(block, rows, before)
    yield from mass_row(block, rows)
    yield from bridge(rows)


# -- totals ---------------------------------------------------------------------------------------


def consistent(below: Sequence[Whole], beside: Sequence[Whole]) -> Iterator[Whole]:
    """The sums of columns and of rows; one wrong cell in both is one error, at that cell."""
    wrong_below = [w for w in below if not w.is_right]
    wrong_beside = [w for w in beside if not w.is_right]
    if len(wrong_below) == len(wrong_beside) == 1:
        ends = [(whole.at_text, whole.at) for whole in (wrong_beside[0], wrong_below[0])]
        beside_it, below_it = {*wrong_beside[0].cells, ends[0]}, {*wrong_below[0].cells, ends[1]}
        shared = list(beside_it & below_it)
        if len(shared) == 1:
            text, number = shared[0]
            row = wrong_beside[0]
            yield Whole(
                row.text, row.parts, row.total, number, row.what, text, row.slack, row.cells
            )
            yield from (w for w in [*below, *beside] if w.is_right)
            return
    yield from below
    yield from beside


def adds_up(rows: Sequence[Sequence[Text]], whole: Whole) -> bool:
    """Whether a total is far off where another column of its table sums to its own."""
    if whole.is_right or not whole.is_far or whole.cells[0][0] not in [row[-1] for row in rows]:
        return False
    read = [[cell_number(cell) for cell in column] for column in zip(*rows, strict=False)][1:-1]
    full = [[n.value for n in column] for column in read if None not in column]
    return any(sum(parts) == total and len(set(parts)) > 1 for *parts, total in full)


def far_off(whole: Whole) -> Derived:
    how = " + ".join(part.written for part in whole.parts)
    return Derived(whole.at_text, whole.at, whole.sum, how, whole.slack, whole.cells)


def total_row(block: Block, rows: Sequence[Sequence[Text]]) -> Iterator[Whole]:
    """Columns of numbers above a last row that is called Total."""
    *parts, last = rows
    if len(parts) < 2 or not last or not TOTAL.fullmatch(words(last[0].content)):
        return
    if any(PARTIAL.search(words(row[0].content)) for row in parts if row):
        return
    for column in range(1, len(block.rows[0])):
        head = block.rows[0][column]
        cells = [row[column] for row in rows if column < len(row)]
        if len(cells) == len(rows):
            yield from summed(
                cells,
                words(head.content),
                f"total of {words(head.content).strip() or 'the column'}",
            )


def total_column(block: Block, rows: Sequence[Sequence[Text]]) -> Iterator[Whole]:
    """Rows of numbers before a last column that is called Total."""
    heads = [words(cell.content) for cell in block.rows[0]]
    if len(heads) < 4 or not TOTAL.fullmatch(heads[-1]) or any(NO_SUM.search(h) for h in heads[1:]):
        return
    if any(PARTIAL.search(head) for head in heads):
        return
    full = [r for r in rows if len(r) == len(heads) and not NO_SUM.search(words(r[0].content))]
    found = [whole for row in full for whole in total_of(row)]
    right = [whole for whole in found if whole.is_right]
    if len(right) > 1:  # the column holds sums: 2,048 + 32 = 2,048 leaves the 32 out
        found = [whole for row in full for whole in total_of(row, is_sum=True)]
    overlap = len(found) - len(right) > max(1, len(right))  # of fruit 400 are long, 350 sweet
    yield from right if overlap else found


def total_of(row: Sequence[Text], is_sum: bool = False) -> Iterator[Whole]:
    """The numbers of a row with their sum in its last cell."""
    what = f"total of {words(row[0].content).strip() or 'the row'}"
    return summed(row[1:], "", what, is_sum)


# -- shares and distributions ---------------------------------------------------------------------


def shares_column(block: Block, rows: Sequence[Sequence[Text]], before: str) -> Iterator[Whole]:
    """A column of shares or probabilities, of all cases that there are."""
    first = words(block.rows[0][0].content).strip()
    body = [r for r in rows if r and not TOTAL.fullmatch(words(r[0].content))]
    if (
        len(body) < 2
        or are_samples(block)
        or len({words(row[0].content) for row in body}) < len(body)  # cases, not outcomes
        or NOT_EXHAUSTIVE.search(before)
        or any(PARTIAL.search(words(r[0].content)) for r in body)
    ):
        return
    names = [words(head.content).strip() for head in block.rows[0]]
    has_masses = OUTCOME.fullmatch(first) and are_distinct(body) and not ENDLESS.search(before)
    has_masses = has_masses and not is_cut_off(names, body)
    for column, name in enumerate(names):
        is_mass = MASS.fullmatch(name) and has_masses and not is_other_letter(name, names)
        is_share = SHARE.fullmatch(name)
        roles = {role.lastgroup for r in body if (role := ROLE.search(words(r[0].content)))}
        if column and (is_mass or is_share):
            cells = [row[column] for row in body if column < len(row)]
            found = distribution(cells, name, is_mass or len(roles) == len(body) == 3)
            labels = [words(row[0].content).strip() for row in body]
            yield from (whole for whole in found if not (are_counts(labels) and lacks_tail(whole)))


def is_cut_off(names: Sequence[str], body: Sequence[Sequence[Text]]) -> bool:
    """Whether a column of running sums beside the masses ends before 1: there are more outcomes."""
    columns = (at for at, name in enumerate(names) if CUMULATIVE.search(name))
    ends = (cell_number(body[-1][at]) for at in columns if at < len(body[-1]))
    return any(end and end.value + end.unit < 1 for end in ends)


def are_counts(labels: Sequence[str]) -> bool:
    """Whether the outcomes are 0, 1, 2 and so on, of which a table may show the first."""
    first = int(labels[0]) if labels[0].isdecimal() and len(labels[0]) < 4 else None
    return first in (0, 1) and labels == [str(first + i) for i in range(len(labels))]


def lacks_tail(whole: Whole) -> bool:
    """Whether what is missing may be that of larger outcomes: no more than the last one has."""
    values = [part.value for part in whole.parts]
    return values[-1] < max(values) and 0 < ONE - sum(values) <= values[-1]


CUMULATIVE = Pattern(r"\bcumul|\brunning|\bcdf\b|[≤⩽]|\bso\s+far\b|^F(?:\(\w\))?$", re.I)
ENDLESS = Pattern(  # has more rows
    r"\bPoisson|\bgeometric|\bnegative\s+binomial|\bZipf|λ|\bp[\s-]?values?\b|-sided\b|-tailed\b|\btested\b|\bsignifican",
    re.I,
)
SCORE_HEAD = Pattern(r"R|Rec\.?|recall|F|F[\s_-]?1|F₁|support|TPR|FPR|TP|FP", re.I)


def is_other_letter(name: str, names: Sequence[str]) -> bool:
    """Whether a column P is one of precisions, or of p-values that stand beside their z."""
    is_letter = name in ("P", "p")
    return is_letter and (names[0] == "z" or any(map(SCORE_HEAD.fullmatch, names[1:])))


def are_distinct(rows: Sequence[Sequence[Text]]) -> bool:
    """Whether no outcome stands in two rows: those of a sample do."""
    outcomes = [words(row[0].content).strip() for row in rows]
    return len(set(outcomes)) == len(outcomes)


def are_samples(block: Block) -> bool:
    """Whether rows are single examples with their predictions, not all outcomes."""
    return bool(OF_SAMPLES.search(" ".join(words(cell.content) for cell in block.rows[0])))


OF_SAMPLES = Pattern(r"\bloss|residual|predict|squared|\bBrier|cross-?entropy|ŷ|\\hat", re.I)


def bridge(rows: Sequence[Sequence[Text]]) -> Iterator[Whole]:
    """A number, signed changes, and what they lead to: 120,000; +9,600; −7,200; 122,400."""
    if len(rows) < 4 or any(len(row) != 2 for row in rows):
        return
    cells = [row[1] for row in rows]
    read = [cell_number(cell) for cell in cells]
    if None in read:
        return
    signs = ["+" if is_signed(cell.content, "+") else "-" if is_signed(cell.content) else ""
             for cell in cells]  # fmt: skip
    if signs[0] or signs[-1] or {*signs[1:-1]} != {"+", "-"}:
        return
    parts, last = read[:-1], read[-1]
    if any((sign == "-") != (part.value < 0) for sign, part in zip(signs, parts, strict=False)):
        return
    total = sum(part.value for part in parts)
    is_count = all(part.is_whole for part in read)
    if is_count and total > 0 and abs(last.value / total - 1) < Fraction(1, 4):
        pairs = tuple(zip(cells, parts, strict=False))
        yield Whole(cells[-1], tuple(parts), last.value, last, "sum of the changes", cells[-1],
                    Fraction(0), pairs)  # fmt: skip


def is_signed(content: str, signs: str = "-−–") -> bool:
    return content.strip(" *_`€$£")[:1] in tuple(signs)


def mass_row(block: Block, rows: Sequence[Sequence[Text]]) -> Iterator[Whole]:
    """| x | 1 | 2 | 3 | above | P(X = x) | 0.2 | 0.3 | 0.5 |"""
    first = words(block.rows[0][0].content).strip()
    if not OUTCOME.fullmatch(first) or OTHER_MASS.search(first):
        return
    for row in rows:
        name = words(row[0].content).strip()
        if MASS.fullmatch(name) and len(row) == len(block.rows[0]) and len(row) > 2:
            labels = [words(cell.content).strip() for cell in block.rows[0][1:]]
            found = distribution(row[1:], name, True)
            yield from (whole for whole in found if not (are_counts(labels) and lacks_tail(whole)))


NEAR_NAME = Fraction(1, 2), Fraction(2)
NEAR_LETTER = Fraction(3, 4), Fraction(4, 3)  # a P may be a precision or a p-value


def distribution(cells: Sequence[Text], name: str, complete: bool) -> Iterator[Whole]:
    read = [cell_number(cell) or fraction(cell) for cell in cells]
    if None in read or len(read) < 2:
        return
    parts = [in_percent(n) if "%" in name else n for n in read]
    if any(n.value < 0 or n.is_percent != parts[0].is_percent for n in parts):
        return
    if not parts[0].is_percent and any(n.value > 1 for n in parts):
        return
    total = sum(n.value for n in parts)
    if any(n.value == 1 for n in parts):
        return  # a funnel
    low, high = NEAR_LETTER if name in ("P", "p") else NEAR_NAME
    if low <= total <= high and (complete or exceeds(parts, ONE) or not is_off(parts, ONE)):
        pairs = tuple(zip(cells, parts, strict=True))
        yield Whole(
            cells[-1], tuple(parts), ONE, parts[-1], name, cells[-1], slack(parts, ""), pairs
        )


def fraction(cell: Text) -> Stated | None:
    read = numbers(words(cell.content))
    is_all = len(read) == 1 and not words(cell.content)[read[0].end :].strip(" ")
    return read[0] if is_all and "/" in read[0].written else None


# -- lists ----------------------------------------------------------------------------------------


def in_items(items: Sequence[Block], before: str, after: Block | None) -> Iterator[Whole]:
    """A list of one share, count or amount each."""
    yield from list_total(items)
    if not 2 <= len(items) <= 12:
        return
    if not all("%" in item.text.content or "0." in item.text.content for item in items):
        yield from listed_counts(items, before)
        return
    read = [sole_share(item) for item in items]
    if None in read or len({n.is_percent for n in read}) != 1:
        return
    pairs = tuple((item.text, n) for item, n in zip(items, read, strict=True))
    texts = [words(item.text.content) for item in items]
    if after is not None and after.kind == "paragraph" and (total := said_total(after, texts)):
        what = "shares said to be the whole"
        yield Whole(after.text, tuple(read), ONE, total, what, after.text, slack(read, ""), pairs)
    elif are_of_whole(texts, read, words(before)[-200:]):
        last = items[-1].text
        yield Whole(last, tuple(read), ONE, read[-1], "shares", last, slack(read, ""), pairs)


def said_total(after: Block, texts: Sequence[str]) -> Stated | None:
    """The 1 or 100% that the shares of a list sum to, as the text below it says."""
    plain = words(after.text.content)
    found = SAYS_SUM.match(plain) or SAYS_WHOLE.match(plain)
    if not found or NEGATED.search(found[0]) or is_on_mistakes(after):
        return None
    if "whole" in found.groupdict() and NO_SUM.search(" ".join(texts)):
        return None
    return next((n for n in numbers(plain) if n.start == found.start("total")), None)


def are_of_whole(texts: Sequence[str], read: Sequence[Stated], before: str) -> bool:
    """Whether shares are those of a split, or of what their introduction calls a whole."""
    roles = [role.lastgroup for text in texts if (role := ROLE.search(text))]
    is_split = len(set(roles)) == len(texts) == len(roles)
    introduced = INTRODUCED.search(before) and not NOT_EXHAUSTIVE.search(before)
    doubtful = any(has_rest(t) or len(t) > 120 for t in texts) or has_rest(before)
    if not (is_split or introduced) or doubtful or NO_SUM.search(" ".join(texts)):
        return False
    total = sum(n.value for n in read)
    near = Fraction(7, 10) <= total <= Fraction(3, 2)
    return near and (len(texts) > 2 or exceeds(read, ONE) or not is_off(read, ONE))


def sole_share(item: Block) -> Stated | None:
    """The one share that an item states."""
    plain = words(item.text.content)
    shares = [n for n in numbers(plain) if n.is_percent]
    if not shares:
        shares = [n for n in numbers(plain) if "." in n.written and 0 < n.value < 1]
    others = [n for n in numbers(plain) if n not in shares and not n.is_whole]
    return shares[0] if len(shares) == 1 and not others and 0 <= shares[0].value <= 1 else None
