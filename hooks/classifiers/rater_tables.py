"""What two raters agree on: a table with the labels of one in rows, of the other in columns.

The observed agreement is the share on the diagonal, that by chance follows from the totals of rows
and columns, and Cohen's kappa from both.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.quantity import Quantity, shown
from hooks.classifiers.class_claims import stated_classes
from hooks.classifiers.class_matrix import ClassMatrix
from hooks.classifiers.matrix import ConfusionMatrix, whole_number
from hooks.classifiers.matrix_labels import WHOLE, is_total
from hooks.classifiers.matrix_source import read
from hooks.classifiers.metric_claims import claims
from hooks.classifiers.metric_doubts import Needs
from hooks.classifiers.metric_numbers import Member
from hooks.classifiers.pooled_rows import may_state
from hooks.classifiers.stated_values import first_wrong, message, stated_values
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import record

RATER = Pattern(
    r"(?P<who>(?:(?i:rater|annotator|reader|judge|person|doctor|physician|radiologist|label+er|coder"
    r"|expert|reviewer|grader|observer)\s+)?(?:[A-Z]|[1-9])|[A-Z][a-z]+)\b['’s]*\s*[:=,–-]?\s*"
    r"(?:says?\s+|said\s+)?[\"“'‘]?(?P<label>[^\W\d_][\w -]*?|[+−–-])[\"”'’]?"
)
VALUE = r"(?P<value>0?\.\d+|\d+(?:\.\d+)?\s*%)(?![\w%/]|\s*[-+–×/·*])"
LINKED = r"[^.;:=\d%≈$]{0,40}?(?:\s(?:is|was|on|in|of|for)\b|[:=≈])\s*"
ROUGH = r"(?P<rough>(?:about|roughly|around|≈|~)\s*)?"
AGREEMENT = Pattern(rf"\b(?P<name>agree(?:s|d|ment)?|p_?o)\b{LINKED}{ROUGH}{VALUE}", re.I)
OF_CHANCE = Pattern(
    r"\b(?:chance|expected|random\w*|beyond|would|if|luck|disagree\w*|not|(?:positive|negative|specific)"
    r"\s+agreement|that|where|which|the\s+(?:clear|positive|negative|hard|easy)\s+[a-z]+)\b",
    re.I,
)
OF_OTHERS = Pattern(
    r"\bin\s+an?\s+(?:\w+\s+)?table\b|\b(?:other|another|second|different|previous|new)\s+(?!rater)[a-z]|\b(?:now|skew\w*|with\s+the\s+same"
    r"|same\s+agreement|whereas|when|rare|if)\b",
    re.I,
)
OF_RATERS = Pattern(
    r"\b(?:annotator|rater|doctor|radiologist|labell?er|coder|expert|reviewer|judge|reader|physician"
    r"|pathologist|editor|teacher|grader)s?\b",
    re.I,
)
TWO_RATERS = Pattern(
    rf"\b(?:two|both|2)\s+(?:\w+\s+)?{OF_RATERS.pattern}|{OF_RATERS.pattern}\s+(?:[12AB]|one|two)\b",
    re.I,
)
BOTH = Pattern(
    r"\bboth\s+(?:of\s+them\s+)?(?:say|said|call|called|label|labell?ed|answer(?:ed)?|chose|choose|rate[d]?|mark(?:ed)?)\b[^.;\d]{1,50}?(\d[\d,]*)(?!\d|[.,]\d|\s*%)",
    re.I,
)
ONLY_ONE = Pattern(
    rf"\b(?:only\s+(?:the\s+)?(?:(?:first|second|{OF_RATERS.pattern})\s*(?:[12AB]|one|two)?)|{OF_RATERS.pattern}\s+(?:[12AB]|one|two)\s+(?:alone|only))[^.;\d]{{1,50}}?(\d[\d,]*)(?!\d|[.,]\d|\s*%)",
    re.I,
)
P_O = Pattern(
    r"\bp_?\s?(?:o|0|obs|a)(?=\s*[=≈])|(?<!no )\bobserved\s+agreement\b"
    r"|\bpercent(?:age)?\s+agreement\b",
    re.I,
)
P_E = Pattern(
    r"\bp_?\s?(?:e|c|exp)(?=\s*[=≈])|\b(?:chance|expected)\s+agreement\b(?:\s+by\s+chance)?"
    r"|\bagreement\s+(?:expected\s+)?by\s+chance\b",
    re.I,
)
OF_ONE_CLASS = Pattern(
    r"\bone[\s-](?:vs\.?|versus|against)[\s-](?:the[\s-])?(?:rest|all)\b|\bOvR\b", re.I
)
BY_CHANCE = "sum of the products of the shares of rows and columns"
FEWEST = 2
ROOM = Fraction(3, 2000)
ROOM_OF_ABOUT = Fraction(1, 50)
ROOM_OF_KAPPA = Fraction(1, 100)  # it is computed from rounded agreements
NEAR = 40  # characters around a value that may say it is that of chance

Found = tuple[Text, int, str]


@record
class Agreement:
    """How often two raters agree, and how often they would by chance."""

    same: int
    total: int
    chance: Fraction

    @property
    def observed(self) -> Fraction:
        return Fraction(self.same, self.total)

    @property
    def kappa(self) -> Fraction:
        return (self.observed - self.chance) / (1 - self.chance)


def errors(page: Question) -> Iterator[Found]:
    """Text, place in it and message of each agreement and kappa that the table does not give."""
    if not speaks_of_agreement(page.lower):
        return
    of_classes = {stated.index: stated.matrix for stated in stated_classes(page)}
    of_two = {
        s.first: s.matrix
        for s in read(page).stated
        if s.matrix.is_complete and not OF_ONE_CLASS.search(str(page.blocks[s.first].text))
    }
    if of_classes:  # what prose tells is of one class against the rest
        of_two = {i: m for i, m in of_two.items() if not page.blocks[i].is_prose}
    agreement, section, is_of_raters = None, "", False
    introduction = ""  # of the list at hand
    for index, block in enumerate(page.blocks):
        introduction = introduction if block.kind in ("item", "math") else str(block.text)
        is_shown = index in of_classes or index in of_two
        agreement = agreement if block.section == section else None
        if (block.kind == "table" and block.rows) or is_shown:
            agreement, section = agreement_of(page.blocks, index), block.section
            is_of_raters = agreement is not None
            if is_shown and not agreement:
                agreement = of_matrix(of_classes.get(index) or of_two[index])
        elif block.is_prose and not agreement and (told := agreement_told(block)):
            agreement, section, is_of_raters = told, block.section, True
        elif agreement and may_state(block, section) and not OF_OTHERS.search(introduction):
            yield from in_text(block.text, agreement, is_of_raters)


def speaks_of_agreement(lower: str) -> bool:
    if any(map(lower.__contains__, ("agreement", "kappa", "κ"))):
        return True
    return "agree" in lower and bool(OF_RATERS.search(lower))


def of_matrix(matrix: ClassMatrix | ConfusionMatrix) -> Agreement | None:
    """The agreement of predictions with the actual classes."""
    if isinstance(matrix, ConfusionMatrix):
        return of_counts([[matrix.tp, matrix.fn], [matrix.fp, matrix.tn]])
    return of_counts(matrix.cells)


def agreement_told(block: Block) -> Agreement | None:
    """The agreement of two raters that a sentence tells: "both say yes on 60 and no on 100; only
    the first says yes on 25, only the second on 15"."""
    plain = words(block.text.content)
    found = [pattern.findall(plain) for pattern in (BOTH, ONLY_ONE)]
    if [len(numbers) for numbers in found] != [2, 2] or not OF_RATERS.search(plain):
        return None
    (a, d), (b, c) = [[whole_number(number) for number in numbers] for numbers in found]
    return of_counts([[a, b], [c, d]])


def agreement_of(blocks: Sequence[Block], index: int) -> Agreement | None:
    """The agreement in a table of two raters with the same labels in the same order, which the
    labels or the words above it name."""
    block = blocks[index]
    if block.kind != "table":
        return None
    header, *body = [[words(str(cell)).strip() for cell in row] for row in block.rows]
    columns = [label for label in header[1:] if not is_total(label)]
    rows = [row for row in body if row and not is_total(row[0])]
    size = len(columns)
    if size < FEWEST or size != len(rows) or header[1 : size + 1] != columns:
        return None
    labels = [row[0] for row in rows]
    if not are_of_raters(columns, labels):
        above = [b for b in blocks[max(0, index - 2) : index] if b.is_prose]
        said = " ".join((*(words(str(b.text)) for b in above), header[0]))
        if columns != labels or not TWO_RATERS.search(said):
            return None
    cells = [row[1 : size + 1] for row in rows]
    if not all(re.fullmatch(WHOLE, cell) for row in cells for cell in row):
        return None
    return of_counts([[whole_number(cell) for cell in row] for row in cells])


def are_of_raters(columns: Sequence[str], rows: Sequence[str]) -> bool:
    """Whether the labels of both sides name a rater each, and what these say is the same."""
    across, down = raters(columns), raters(rows)
    return bool(across and down) and across[0] != down[0] and across[1] == down[1]


def raters(labels: Sequence[str]) -> tuple[str, list[str]] | None:
    """The one rater that all labels name, and what each of them says."""
    read = [RATER.fullmatch(label) for label in labels]
    if None in read or len({found["who"].lower() for found in read}) != 1:
        return None
    return read[0]["who"].lower(), [found["label"].lower() for found in read]


def of_counts(counts: Sequence[Sequence[int]]) -> Agreement | None:
    total = sum(map(sum, counts))
    expected = sum(
        sum(row) * sum(column)
        for row, column in zip(counts, zip(*counts, strict=True), strict=True)
    )
    same = sum(row[i] for i, row in enumerate(counts))
    if not total or expected == total**2:
        return None
    return Agreement(same, total, Fraction(expected, total**2))


def in_text(text: Text, agreement: Agreement, is_of_raters: bool) -> Iterator[Found]:
    plain = words(text.content)
    if OF_OTHERS.search(plain):
        return
    yield from of_chance(text, agreement)
    if not is_of_raters or len(P_O.findall(plain)) > 1:
        return
    for found in AGREEMENT.finditer(plain):
        said = plain[max(0, found.start() - NEAR) : found.end("value") + NEAR]
        claim = Quantity.written(found["value"].replace(" ", ""))
        is_whole = "." not in found["value"]
        room = ROOM_OF_ABOUT if found["rough"] and is_whole else ROOM
        is_right = claim.low - room <= agreement.observed <= claim.high + room
        if not is_right and not OF_CHANCE.search(said):
            shares = f"{agreement.same}/{agreement.total} = {shown(agreement.observed)}"
            yield (
                text,
                found.start("value"),
                (f"observed agreement = {shares}; the page says {found['value']}"),
            )
    stated = [c for c in claims(text.content) if c.metric.name == "Cohen's kappa"]
    for claim in stated if len(stated) == 1 else ():
        if claim.plain and claim.needs < Needs.COUNTS:
            yield from of_kappa(text, claim.members[-1], agreement)


def of_chance(text: Text, agreement: Agreement) -> Iterator[Found]:
    """The observed and the chance agreement by their symbols, which follow from any table."""
    for name, pattern, value in (
        ("observed agreement", P_O, agreement.observed),
        ("chance agreement", P_E, agreement.chance),
    ):
        if len(pattern.findall(words(text.content))) > 1:
            continue  # of several pairs of raters
        for stated in stated_values(text, pattern):
            if wrong := first_wrong(stated, [value]):
                how = f"{agreement.same}/{agreement.total}" if pattern is P_O else BY_CHANCE
                yield text, wrong.start, message(name, how, value, wrong)


def of_kappa(text: Text, member: Member, agreement: Agreement) -> Iterator[Found]:
    low, high = member.quantity.low - ROOM_OF_KAPPA, member.quantity.high + ROOM_OF_KAPPA
    if not low <= agreement.kappa <= high:
        above, below = shown(agreement.observed), shown(agreement.chance)
        worked = f"({above} − {below})/(1 − {below}) = {shown(agreement.kappa)}"
        yield (
            text,
            member.start,
            (
                f"Cohen's kappa = (observed − chance)/(1 − chance) = {worked}; "
                f"the page says {member.written}"
            ),
        )
