"""Numbers as sentences and tables state them: what each claims, how it is written, what is near it.

Rules about quantities with names ("a recall of 1.2", "70 % train, 30 % test") read numbers here.
Offsets are those of the sentence's text, in which `Sentence.plain` keeps every character's place.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from hooks.account import Account
from hooks.calculation.quantity import MINUS, Quantity
from hooks.language.sentences import Sentence, sentence_of, sentences
from hooks.language.wording import JOINER, words
from hooks.page import RECENT, Question, Text
from hooks.pattern import Pattern
from hooks.record import cached_property, record

LONGEST_SENTENCE = 4000  # characters; nobody writes more, and no search may run long
LONGEST_BLOCK = 20_000
MOST_NUMBERS = 400  # of one sentence

NUMBER = Pattern(
    rf"""(?<![\w.^_/@\#\\])(?<![\w)%.][{MINUS}])
    (?P<sign>[+{MINUS}](?=[\d.]))?
    (?P<digits>(?:\d{{1,3}}(?:(?:,|{JOINER}+)\d{{3}})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)
    (?P<power>[eE][-+−]?\d{{1,3}}|\s*[×·]\s*10\s*\^\s*[-−]?\d{{1,3}}|\s*[×·]\s*10[⁻⁰¹²³⁴-⁹]{{1,4}})?
    (?P<percent>\s*%)?
    (?![\w^_]|\.\d|[{MINUS}][A-Za-z]|\s?/\s?\d)""",
    re.X,
)
DECIMAL_COMMA = Pattern(r"(?<![\w.,\[({])\d+,(?!\d{3}(?!\d))\d+(?![\w,\])}]|\.\d)")
FRACTION = Pattern(
    r"(?<![\w./^_-])(?P<over>\d{1,6})\s?/\s?(?P<under>\d{1,6})(?![\w/%^]|\.\d)"
    r"|\\[dt]?frac\s{0,3}(?P<latex_over>\d{1,6})\s{1,4}(?P<latex_under>\d{1,6})(?![\w.])"
)
HEDGE = Pattern(
    r"(?:\b(?:about|around|roughly|approximately|approx\.?|nearly|almost|some|circa|ca\.|close\s+to)"
    r"|[~∼≈])\s*$",
    re.I,
)
BOUND = Pattern(
    r"(?:\b(?:at\s+(?:least|most)|up\s+to|as\s+(?:much|many|little|few|high|low)\s+as"
    r"|(?:more|less|fewer|greater|larger|smaller|higher|lower|better|worse|bigger|other)\s+than"
    r"|over|under|above|below|beyond|exceed(?:s|ed|ing)?|between|from|minimum|maximum|max|min"
    r"|no\s+(?:more|less))|[<>≤≥]|\\(?:le|ge|leq|geq|lt|gt))\s*(?:of\s+|an?\s+)?$",
    re.I,
)
RANGE_BEFORE = Pattern(
    rf"(?:\d\s*%?\s*[{MINUS}]"
    r"|(?<!comes )(?<!comes out )(?<!amounts )(?<!equal )\bto|\.\.|…|±|\\pm)\s*$"
)
RANGE_BEHIND = Pattern(rf"\s*(?:[{MINUS}]\s*\d|to\s+\d|\.\.|…|±|\\pm|or\s+(?:more|less)|\+)")
CELL = Pattern(
    rf"[*_`$~≈\s]*(?P<number>[+{MINUS}]?(?:\d{{1,3}}(?:(?:,|{JOINER}+|\u00a0)\d{{3}})+(?!\d)|\d+)"
    r"(?:\.\d+)?|[+-]?\.\d+)\s*(?P<unit>\\?%|[A-Za-z]{1,12})?[*_`$\s]*"
)
NUMERALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
NUMERAL = {word: value for value, word in enumerate(NUMERALS.split())}
COUNT_WORDS = "|".join(NUMERAL)


@record
class Stated:
    """One written number: what it claims, and where it stands in its text.

    start, end: offsets, sign and percent sign included. written: as it was written.
    """

    quantity: Quantity
    start: int
    end: int
    written: str

    @property
    def value(self) -> Fraction:
        return self.quantity.value

    @property
    def is_percent(self) -> bool:
        return self.written.endswith("%")

    @property
    def is_signed(self) -> bool:
        return self.written[0] in f"+{MINUS}"

    @property
    def is_whole(self) -> bool:
        """Whether it can be a count: 1,000, but not 0.2 or 20%."""
        return self.quantity.exact and self.value.denominator == 1 and "/" not in self.written

    @cached_property
    def unit(self) -> Fraction:
        """The unit of its last digit; 0 for an exact fraction."""
        if self.quantity.exact:
            return Fraction(0 if "/" in self.written else 1)
        return self.quantity.high - self.quantity.low


@lru_cache(maxsize=2048)
def numbers(plain: str) -> tuple[Stated, ...]:
    """The written numbers of plain words, in their order; `1/3` and `\\frac{1}{3}` are one each.

    Versions, dates with dots, names (`top-5`, `x2`), powers and decimal commas are none.
    """
    if len(plain) > LONGEST_SENTENCE:
        return ()
    taken = [found.span() for found in DECIMAL_COMMA.finditer(plain)]
    read = list(fractions(plain))
    taken += [(number.start, number.end) for number in read]
    for found in NUMBER.finditer(plain):
        if not any(start < found.end() and found.start() < end for start, end in taken):
            read += literal(found)
        if len(read) > MOST_NUMBERS:
            return ()
    return tuple(sorted(read, key=lambda number: number.start))


def fractions(plain: str) -> Iterator[Stated]:
    if "/" not in plain and "frac" not in plain:
        return
    for found in FRACTION.finditer(plain):
        over = int(found["over"] or found["latex_over"])
        under = int(found["under"] or found["latex_under"])
        if 0 < over <= under:
            text = f"{over}/{under}"
            yield Stated(Quantity.of(Fraction(over, under), text), *found.span(), text)


def literal(found: re.Match) -> list[Stated]:
    """The number of a match, if it can be read."""
    text = found[0]
    if found["power"] or found["percent"] or JOINER in text:
        text = re.sub(rf"{JOINER}|\s(?=%)|\s(?=\^)|(?<=\^)\s", "", " ".join(text.split(" ")))
        text = " ".join(text.split()).replace(" %", "%")
    try:
        return [Stated(Quantity.written(text), *found.span(), text)]
    except ValueError:
        return []


def is_hedged(plain: str, number: Stated) -> bool:
    """Whether it is said to be about so much."""
    return bool(HEDGE.search(plain, max(0, number.start - 20), number.start))


def is_bounded(plain: str, number: Stated) -> bool:
    """Whether it is an end of what is allowed, or of a range: "at least 20 %", "10–20 %"."""
    before = max(0, number.start - 24), number.start
    return bool(
        BOUND.search(plain, *before)
        or RANGE_BEFORE.search(plain, *before)
        or RANGE_BEHIND.match(plain, number.end)
    )


MOST_DIGITS = 12  # of a count: 175,000,000,000 parameters


def count_of(text: str) -> int | None:
    """The whole number that a numeral or digits say: "three", "1,000"."""
    if text.lower() in NUMERAL:
        return NUMERAL[text.lower()]
    digits = text.replace(",", "").replace(JOINER, "")
    return int(digits) if digits.isdecimal() and len(digits) <= MOST_DIGITS else None


def cell_number(cell: Text) -> Stated | None:
    """The number that a table's cell holds and no more; its unit is `written` with it."""
    found = CELL.fullmatch(cell.content) or CELL.fullmatch(words(cell.content))
    if not found:
        return None
    sign = "%" if (found["unit"] or "").endswith("%") else ""
    text = re.sub(rf"[{JOINER}\u00a0]", "", found["number"]) + sign
    end = found.end("unit") if sign else found.end("number")
    try:
        return Stated(Quantity.written(text), found.start("number"), end, text)
    except ValueError:
        return None


def in_percent(number: Stated) -> Stated:
    """The same number with the percent sign that a heading gives it."""
    if number.is_percent:
        return number
    text = f"{number.written}%"
    return Stated(Quantity.written(text), number.start, number.end, text)


@lru_cache(maxsize=RECENT)
def statements(page: Question) -> tuple[Sentence, ...]:
    """The sentences of a page that hold a digit, then its formulas, which are one sentence each.

    Cells of tables are left out: they say something only together with their headings.
    """
    prose = [
        s
        for s in sentences(page)
        if s.block.kind != "table" and s.has_digit and len(s.block.text.content) <= LONGEST_BLOCK
    ]
    formulas = [sentence_of(b, b.text) for b in page.blocks if b.kind == "math"]
    formulas = [formula for formula in formulas if formula.has_digit]
    return tuple(s for s in (*prose, *formulas) if len(s.text.content) <= LONGEST_SENTENCE)


def is_question(sentence: Sentence) -> bool:
    return sentence.plain.rstrip(' "”’)*').endswith("?")


def account(text: Text, number: Stated, status: str, rule: str) -> Account:
    """What a rule knows of a number in `text`."""
    return Account.of(text, number.start, number.end, status, rule)
