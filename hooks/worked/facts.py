"""Quantities that a text states by name, "sensitivity of 99 %", and which of them belong together.

Rules of worked examples read the givens of a calculation and its results as facts. A fact knows
where it stands: in a sentence of a paragraph or a row of a table, below headings. The givens of a
result are looked for in the smallest part of the page around it that states all of them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from hooks.account import Account
from hooks.calculation.expression import NotAnExpression, parse
from hooks.calculation.latex import latex_tokens
from hooks.calculation.quantity import Quantity, agrees, significant_digits
from hooks.calculation.tokens import tokens
from hooks.calculation.tree import Reading, literal
from hooks.classifiers.metric_doubts import is_taken_back
from hooks.classifiers.metric_numbers import latex_end, roughly
from hooks.finding import Finding
from hooks.language.retraction import is_attributed
from hooks.language.sentences import Sentence, is_called_wrong, is_on_mistakes, sentences
from hooks.language.wording import JOINER, words
from hooks.page import RECENT, Block, Question, Text, inline_math
from hooks.pattern import Pattern
from hooks.record import cached_property, record, replace
from hooks.worked.link_words import COMES_TO

Interval = tuple[Fraction, Fraction]

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

LONGEST_TEXT = 20_000  # characters of a block that is read
LONGEST_EXPRESSION = 300
MOST_MEMBERS = 12
MOST_ROWS = 200  # of a table

WHOLE = rf"\d(?:[\d{JOINER}]|,(?=\d))*"
DECIMAL = rf"(?:{WHOLE}(?:\.\d+)?|\.\d+)(?:[eE][-−+]?\d+(?!\w))?"
# A number as prose writes it: 0.05, 5 %, 1/20, 1 in 20, 10 out of 1,000.
VALUE = (
    rf"(?<![\w.,/:^_{JOINER}-])(?:\\frac\s{{1,3}}{WHOLE}\s{{1,4}}{WHOLE}"
    rf"|{DECIMAL}(?:\s*\\?%|\s?/\s?{DECIMAL}|\s+(?:in|out\s+of)\s+(?:every\s+)?{WHOLE})?)"
    r"(?![\w/]|[.,:]\d|\s*\\?%|-(?:[a-zA-Z]|\d))"
)
NUMBERS = Pattern(VALUE)
FRACTION = Pattern(
    rf"(?:\\frac\s*)?({DECIMAL})(?:\s?/\s?|\s+(?:in|of|out\s+of)\s+|\s+)(?:every\s+)?({DECIMAL})"
)
HEDGE = r"(?:about|around|roughly|approximately|approx\.?|nearly|almost|circa|ca\.|some|[~∼])"
FILLER = (
    r"(?:(?:only|just|exactly|equal\s+to|a\s+value\s+of|the|a|an|still|then|thus|therefore)\s+)"
)
LINK = (
    r"\s*+(?:\([^()\d]{1,40}\)\s*+)?"
    rf"(?:(?:,\s*)?\b(?:of|is|was|are|at|equals|being|becomes|{COMES_TO})\b"
    r"|[=≈:]|[–—](?=\s)|→|\()?+"
    rf"\s*+(?:[=≈]\s*+)?{FILLER}{{0,2}}(?P<hedge>{HEDGE}\s*+|≈\s*+)?{FILLER}?"
)
LINKED = Pattern(LINK, re.I)
BLANK = Pattern(r"\s*")
STARTS_NUMBER = Pattern(r"[-−–]?\s*[\d.(]|\\(?:[dt]?frac|left|log)|log[\d_₂(]|√|sqrt\(")

ERRS = Pattern(
    r"\bwrongly\s+(?=(?:flag|block|reject|mark|classif|announc|fire|positive|diagnos|report"
    r"|accus)\w*)",
    re.I,
)
DIGIT = Pattern(r"\d")
SIGNS_OF_SHARES = ("%", "/", "\\frac", " in ", " out of ", "½", "¼", "⅓", "percent", "per cent")
DECIMAL_POINT = Pattern(r"\.\d")
ROW_BREAK = Pattern(r"\\\\(?:\[[^\]]*\])?")
RELATION = Pattern(r"\s*+&?\s*+(?:[=≈≃≅]|\\(?:approx|simeq)(?![a-zA-Z]))\s*+(?:about\s+)?")
VERB = Pattern(r"\s*+,?\s+(?:is|was|equals|becomes)\s+(?:then|therefore|thus|only|just)?\s*")
SYMBOLIC = Pattern(r"(?:[^=≈.;:!?\n]|\.(?=\d)){1,200}?(?=\s*[=≈])")
NUMERIC = Pattern(r"(?:[\d\s.,()\[\]+−–×·*/÷^√⁰¹²³⁴⁵⁶⁷⁸⁹⁻%-]|(?<=[\d)]\s)x(?=\s)|log[_₂2]*|sqrt)+")
RESTATED = Pattern(
    rf"\s*+(?:\(|,?\s+or\s|,?\s*+i\.e\.,?\s|,?\s+that\s+is,?\s)\s*+(?P<hedge>{HEDGE}\s*+|[≈=]\s*+)?"
    rf"(?P<value>{DECIMAL}\s*\\?%)",
    re.I,
)

# Shares in words, in a text whose numbers are rows of ¤: "one percent", "¤¤ per cent", "one in ¤¤".
SPELLED_SHARES = ("percent", "per cent", "one in ", "in a thousand", "in a hundred")
SPELLED_SIGNS = (
    *SPELLED_SHARES,
    *(
        "two in ",
        "three in ",
        "four in ",
        "five in ",
        "nine in ",
        " out of ",
        " in ten",
        " in five",
    ),
)
DIGITS_OF = {word: str(number) for number, word in enumerate(ONES.split())}
DIGITS_OF |= {word: f"{ten}0" for ten, word in enumerate(TENS.split(), 2)}
DIGITS_OF |= {
    "a hundred": "100",
    "a thousand": "1000",
    "ten thousand": "10000",
    "a million": "1000000",
}
DIGITS_OF |= {f"one {word[2:]}": DIGITS_OF[word] for word in list(DIGITS_OF) if word[:2] == "a "}
NUMERAL = rf"(?:{'|'.join(sorted(DIGITS_OF, key=len, reverse=True))})"
SPELLED = Pattern(
    rf"\b{NUMERAL}\s+per\s?cent\b|¤+\s+per\s?cent\b"
    rf"|\b{NUMERAL}\s+(?:in|out\s+of)\s+(?:every\s+)?(?:{NUMERAL}\b|¤+)",
    re.I,
)
NUMERALS = Pattern(rf"\b{NUMERAL}\b", re.I)
PER_CENT = Pattern(r"\s*per\s?cent", re.I)

SLACK = Fraction(6, 1000)  # what rounding in between may change, as a share of the result
COMPUTED_SLACK = Fraction(15, 1000)


@record
class Passage:
    """A sentence of a page, a row of a table or a row of a formula.

    text: what the author wrote; in a table's row each cell is a line of it.
    place: the headings (of levels 2, 3 and 4), the paragraph with the list behind it, the block and
        the sentence it stands in, as numbers from the outermost to the innermost.
    math: all of it is LaTeX.
    """

    text: Text
    plain: str
    block: Block
    place: tuple[int, ...]
    math: bool = False

    @cached_property
    def of_mistakes(self) -> bool:
        """Whether it stands where mistakes are quoted, or is itself called wrong."""
        text = self.text.content
        if "rongly" in text:  # of a test that errs
            text = ERRS.sub("", text)
        return is_on_mistakes(self.block) or is_called_wrong(text)

    @cached_property
    def is_taken_back(self) -> bool:
        """Whether its block asks for its mistake just before, or calls it wrong just behind."""
        around, own = self.block.text.content, self.text.content
        start = around.find(own)
        return start >= 0 and is_taken_back(words(around), start, start + len(own))

    def is_reported(self, at: int) -> bool:
        """Whether somebody else claims what stands at an offset, or its block takes it back."""
        return self.is_taken_back or is_attributed(self.plain[:at])

    @cached_property
    def may_state_share(self) -> bool:
        """Whether a number in it can be a probability: 5 %, 0.05, 1/20 or 1 in 20."""
        return any(sign in self.plain for sign in SIGNS_OF_SHARES) or bool(
            DECIMAL_POINT.search(self.plain)
        )

    @cached_property
    def lower(self) -> str:
        """Its plain text in lower case, for quick looks."""
        return self.plain.lower()

    @cached_property
    def numbered(self) -> str:
        """Its plain text with ¤ for each character of a number, for patterns of words.

        "about 5 % of 1 in 20" is "about ¤¤¤ of ¤¤¤¤¤¤¤".
        """
        numbered = NUMBERS.sub(lambda found: "¤" * len(found[0]), self.plain)
        if any(sign in self.lower for sign in SPELLED_SIGNS):
            return SPELLED.sub(lambda found: "¤" * len(found[0]), numbered)
        return numbered


@record
class Fact:
    """A named quantity: what it claims, and where it stands between two offsets of its passage.

    rough: "about" stands before it.
    """

    name: object
    quantity: Quantity
    passage: Passage
    start: int
    end: int
    rough: bool = False

    @property
    def value(self) -> Fraction:
        return self.quantity.value

    @property
    def written(self) -> str:
        return " ".join(self.quantity.text.replace("\\", "").split())

    @property
    def position(self) -> tuple[int, int]:
        return self.passage.text.position(self.start)

    @property
    def claim(self) -> Quantity:
        return roughly(self.quantity) if self.rough else self.quantity

    def is_before(self, other: "Fact") -> bool:
        return (self.passage.place, self.start) < (other.passage.place, other.start)

    def account(self, status: str, rule: str) -> Account:
        return Account.of(self.passage.text, self.start, self.end, status, rule)

    def finding(self, page: Question, message: str, rule: str) -> Finding:
        return Finding(page.path, *self.position, message, rule)


# -- passages -------------------------------------------------------------------------------------


@lru_cache(maxsize=RECENT)
def passages(page: Question) -> tuple[Passage, ...]:
    """The passages of a page that hold a digit: sentences, rows of tables and formulas, lines."""
    found: list[Passage] = []
    by_block: dict[int, list[Sentence]] = {}
    spelled = [sign for sign in SPELLED_SHARES if sign in page.lower]
    for sentence in sentences(page):
        if sentence.has_digit or (spelled and any(map(sentence.lower.__contains__, spelled))):
            by_block.setdefault(id(sentence.block), []).append(sentence)
    for block, place in places(page):
        own = by_block.get(id(block), ())
        if (own or not block.is_prose) and len(block.text.content) <= LONGEST_TEXT:
            found += in_block(block, place, own)
    return tuple(found)


def places(page: Question) -> Iterator[tuple[Block, tuple[int, ...]]]:
    """The blocks of a page, each with its place: headings, paragraph with its list, block."""
    heads = [0, 0, 0]
    cluster = 0
    for number, block in enumerate(page.blocks):
        if block.kind == "heading":
            depth = min(max(int(block.info), 2), 4) - 2
            heads = [*heads[:depth], number, 0, 0][:3]
        if block.kind in ("heading", "paragraph"):
            cluster = number
        yield block, (*heads, cluster, number)


def in_block(block: Block, place: tuple[int, ...], own: Sequence[Sentence]) -> Iterator[Passage]:
    """The passages of a block; `own` are its sentences with a digit."""
    if block.is_prose:
        yield from (of_sentence(sentence, place) for sentence in own)
    elif block.kind == "math" or block.language in ("math", "latex", "tex"):
        yield from rows_of_formula(block, place)
    elif block.kind == "table":
        for number, row in enumerate(block.rows[:MOST_ROWS]):
            if any(DIGIT.search(cell.content) for cell in row):
                yield passage(joined(row), block, (*place, number))
    elif block.kind == "code" and block.language in ("", "text", "txt", "plain", "plaintext"):
        yield from lines_of(block, place)


def of_sentence(sentence: Sentence, place: tuple[int, ...]) -> Passage:
    return Passage(sentence.text, sentence.plain, sentence.block, (*place, sentence.number))


def passage(text: Text, block: Block, place: tuple[int, ...], math: bool = False) -> Passage:
    return Passage(text, words(text.content), block, place, math)


def joined(cells: Sequence[Text]) -> Text:
    """The cells of a row as the lines of one text."""
    return Text("\n".join(c.content for c in cells), tuple(c.starts[0] for c in cells))


def rows_of_formula(block: Block, place: tuple[int, ...]) -> Iterator[Passage]:
    """The rows of a formula; one that begins with a relation goes on with the row before it."""
    content = block.text.content
    at = number = 0
    for found in [*ROW_BREAK.finditer(content), None]:
        end = found.start() if found else len(content)
        if found and RELATION.match(content, found.end()):
            continue
        if content[at:end].strip():
            yield passage(block.text.slice(at, end), block, (*place, number), math=True)
            number += 1
        at = found.end() if found else end


def lines_of(block: Block, place: tuple[int, ...]) -> Iterator[Passage]:
    at = 0
    for number, line in enumerate(block.text.content.split("\n")[:MOST_ROWS]):
        if DIGIT.search(line):
            yield passage(block.text.slice(at, at + len(line)), block, (*place, number))
        at += len(line) + 1


# -- what belongs together ------------------------------------------------------------------------


def around(facts: Iterable[Fact], center: Fact) -> Iterator[list[Fact]]:
    """The other facts in the parts of the page around one, from its sentence to its H2 section."""
    others = [fact for fact in facts if fact is not center]
    place = center.passage.place
    for length in range(len(place), 0, -1):
        yield [fact for fact in others if fact.passage.place[:length] == place[:length]]


# -- named numbers --------------------------------------------------------------------------------


def fact_of(name: object, passage: Passage, found: re.Match[str]) -> Fact | None:
    """The fact of a match with a group `value` and perhaps one `hedge`."""
    start, end = found.span("value")
    quantity = quantity_of(passage.plain[start:end])
    if quantity is None:
        return None
    hedge = found.groupdict().get("hedge") or ""
    return Fact(name, quantity, passage, start, end, bool(hedge.strip("≈= ")))


def quantity_of(written: str) -> Quantity | None:
    """What a match of VALUE claims."""
    written = in_digits(written.strip().replace("\\%", "%").replace(JOINER, ""))
    if found := FRACTION.fullmatch(written.rstrip("%")):
        try:
            above, below = (Quantity.written(part).value for part in found.groups())
        except ValueError:
            return None
        return Quantity.of(above / below, written) if below else None
    try:
        return Quantity.written(written)
    except ValueError:
        return None


def in_digits(written: str) -> str:
    """A share in words with digits: "one percent" is 1%, "one in a thousand" is 1 in 1000."""
    if "\\" in written or not any(character.isalpha() for character in written):
        return written
    digits = NUMERALS.sub(lambda found: DIGITS_OF[" ".join(found[0].lower().split())], written)
    return PER_CENT.sub("%", digits)


# -- chains behind a name -------------------------------------------------------------------------


def chain(passage: Passage, position: int, name: object) -> list[Fact]:
    """The numbers that stand behind a name's = or ≈ at `position`, each as a fact.

    Members without a value, `P(B|A) P(A) / P(B)`, are passed over.
    """
    stop = math_end(passage, position)
    found: list[Fact] = []
    for number in range(MOST_MEMBERS):
        relation = RELATION.match(passage.plain, position)
        if not relation and not number and stop is None:
            relation = VERB.match(passage.plain, position)
        if not relation:
            break
        member, position = (
            latex_member(passage, relation.end(), stop, name)
            if stop is not None
            else prose_member(passage, relation.end(), name)
        )
        if member:
            found.append(member)
    if found and (again := RESTATED.match(passage.plain, found[-1].end)):
        found += filter(None, [fact_of(name, passage, again)])
    return found


def chain_behind(passage: Passage, position: int, name: object) -> list[Fact]:
    """The numbers that stand behind a name, whatever links them: =, "is", "of", or nothing."""
    if RELATION.match(passage.plain, position):
        return chain(passage, position, name)
    link = LINKED.match(passage.plain, position)
    first = first_member(passage, link.end(), name)
    if not first:
        return []
    first = replace(first, rough=bool((link["hedge"] or "").strip("≈= ")))
    return [first, *chain(passage, first.end, name)]


def first_member(passage: Passage, position: int, name: object) -> Fact | None:
    """The number or calculation that starts at a position, perhaps within a formula's marks."""
    position = BLANK.match(passage.plain, position).end()
    if not STARTS_NUMBER.match(passage.plain, position):
        return None
    stop = math_end(passage, position)
    if stop is not None:
        return latex_member(passage, position, stop, name)[0]
    member, _ = prose_member(passage, position, name)
    return member if member and member.start == position else None


def math_end(passage: Passage, position: int) -> int | None:
    """Where the formula around a position ends; None in prose."""
    if passage.math:
        return len(passage.text.content)
    spans = (found.span(1) for found in inline_math(passage.text.content))
    return next((end for start, end in spans if start <= position <= end), None)


def latex_member(passage: Passage, start: int, stop: int, name: object) -> tuple[Fact | None, int]:
    content = passage.text.content
    end = latex_end(content, start, stop)
    if end - start > LONGEST_EXPRESSION:
        return None, end
    return expression(passage, latex_tokens(content, start, end), name, whole=True), end


def prose_member(passage: Passage, start: int, name: object) -> tuple[Fact | None, int]:
    plain = passage.plain
    run = NUMERIC.match(plain, start, start + LONGEST_EXPRESSION)
    if run and any(character.isdecimal() for character in run[0]):
        end = start + len(run[0].rstrip(" \n/,.(+×·*÷−–-"))
        made = expression(passage, list(tokens(plain, start, end)), name, whole=False)
        if made:
            return made, made.end
    symbols = SYMBOLIC.match(plain, start)
    return None, symbols.end() if symbols else start


def expression(passage: Passage, read: list, name: object, whole: bool) -> Fact | None:
    """The fact of an expression that these tokens start with (or are, if `whole`)."""
    try:
        node, after = parse(read)
    except NotAnExpression:
        return None
    if whole and any(token.kind not in ("stop", "align", "row") for token in read[after:]):
        return None
    start, end = read[0].start, read[after - 1].end
    written = passage.text.content[start:end]
    if number := literal(node):
        quantity = None if number.unit else number.quantity
    else:
        interval = node.evaluate(Reading())
        quantity = interval and Quantity(*interval, True, written)
    return Fact(name, replace(quantity, text=written), passage, start, end) if quantity else None


def is_computed(fact: Fact) -> bool:
    """Whether it was written as a calculation and not as one number."""
    return bool(re.search(r"\d\s*[/×·*+−÷-]\s*[\d(.]|\\[a-z]", fact.quantity.text))


# -- comparisons ----------------------------------------------------------------------------------


def fits(fact: Fact, low: Fraction, high: Fraction, slack: Fraction = SLACK) -> bool:
    """Whether a fact can be the rounding of a value between two ends.

    What was rounded in between may change a result by a share of `slack`, or by half of the last
    digit of three or more once again.
    """
    claim = fact.claim
    if fact.quantity.exact:
        slack = max(slack, COMPUTED_SLACK) if is_computed(fact) else slack
    unit = claim.high - claim.low
    several = significant_digits(fact.quantity.text) >= 3
    margin = max(abs(low) * slack, unit / 2 if several else Fraction(0))
    return agrees(
        Quantity(claim.low - margin, claim.high + margin, claim.exact, claim.text),
        Quantity(low, high, low == high, ""),
    )


def given(quantity: Quantity) -> Interval:
    """Between what ends a given lies: 0.9 and 5 % are themselves, 0.167 and 16.7 % are rounded."""
    if quantity.exact or significant_digits(quantity.text) < 3:
        return quantity.value, quantity.value
    return quantity.low, quantity.high


# -- judgments ------------------------------------------------------------------------------------


@record
class Judgment:
    """A stated number that was compared with what follows from others.

    formula: how it is computed, with its result.
    """

    fact: Fact
    right: bool
    formula: str
    givens: tuple[Fact, ...] = ()

    @property
    def message(self) -> str:
        return f"{self.formula}; the page says {self.fact.written}"

    def finding(self, page: Question, rule: str) -> Finding:
        return self.fact.finding(page, self.message, rule)

    def accounts(self, rule: str) -> Iterator[Account]:
        yield self.fact.account("checked", rule)
        for fact in self.givens:
            yield fact.account("given", rule)
