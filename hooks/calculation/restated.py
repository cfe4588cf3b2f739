"""Numbers that a text gives, and computes with otherwise: "Of 582 positives, 90 have it: 90/585".

A calculation that holds has an operand that comes from nowhere; before it the text gives a number
that it uses nowhere. If both differ by one slip of the fingers, and the calculation's other numbers
are those of the text, then one of the two is misprinted. Nothing is said where one may follow from
the other: a size with one more, a complement, the difference to a number beside it.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from hooks.calculation.claims import Member
from hooks.calculation.equality import Judged
from hooks.calculation.expression import Number, literal
from hooks.calculation.misprints import mistyped
from hooks.language.sentences import SENTENCE_END, is_called_wrong, is_on_mistakes
from hooks.language.wording import JOINER, listed, words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import cached_property, record

NUMBER = Pattern(
    r"(?<![\w.])(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?![A-Za-z_\d]|\.\d)"
)  # not the 1 of w_1
PERCENT = Pattern(r"\s?(?:%|percent\b|(?:percentage )?points\b)")
# What stands before and behind a number with which is calculated, or that is a result.
SIGN_BEFORE = Pattern(r"(?:[/*×·+^√÷≥≤<>@≈→]|[\d)}%²]\s*[=−–-])\s*[(\[]?\s*$|[\w)]-$")
SIGN_BEHIND = Pattern(r"\s?[)\]]?\s*(?:[/*×·+^=≈÷⁰¹²³⁻→]|->|[−–-]\s?\d)")
BOUND = Pattern(r"\b(?:below|above|under|over|least|most|than)\s*$")
CALLED_BEFORE = Pattern(r"(?:[−-]|\(|ln|log\S?|frac\S?)\s*$")  # an operand, too
LESS_BEHIND = Pattern(r"\s?[\w%€]*[)\]]?\s*[−–-]")
CONTEXT = 12  # characters beside a number in which a sign may stand

NEAR = 2  # blocks between a given number and the calculation with it
FAR = 8  # the same where more speaks for it
DISTINCT = 3  # digits of numbers that are hardly alike by chance
UNIQUE = 4  # digits of numbers that are not alike by chance
LARGEST = 10**9  # what the digits of a decimal come to at most
OFTEN = 3  # times that a page has a number of its example
POWERS_OF_TEN = frozenset([10, 100, 1000])
# What comes from a table of the normal distribution, or from mathematics.
CONSTANTS = listed(
    "0.84 0.842 0.8416 1.28 1.282 1.2816 1.64 1.645 1.96 2.33 2.326 2.576 2.58 0.693 0.6745 1.4826"
)


@record
class Mention:
    """A number where it stands on the page.

    number: which of the page's blocks it stands in; digits: as written, without commas.
    """

    text: Text
    start: int
    end: int
    block: Block
    number: int
    digits: str

    def __str__(self) -> str:
        return words(self.text.content)[self.start : self.end].replace(JOINER, ",")

    @property
    def position(self) -> tuple[int, int]:
        return self.text.position(self.start)

    @cached_property
    def value(self) -> Fraction:
        return Fraction(self.digits)

    @cached_property
    def values(self) -> tuple[Fraction, ...]:
        """What it may be worth: 5 % is 0.05, and the 5 of a calculation in percent."""
        return (self.value, self.value / 100) if self.is_percentage else (self.value,)

    @cached_property
    def significant(self) -> str:
        return self.digits.replace(".", "").lstrip("0")

    @cached_property
    def before(self) -> str:
        return words(self.text.content)[max(0, self.start - CONTEXT) : self.start]

    @cached_property
    def behind(self) -> str:
        return words(self.text.content)[self.end : self.end + CONTEXT]

    @cached_property
    def is_percentage(self) -> bool:
        return bool(PERCENT.match(self.behind))

    @property
    def is_given(self) -> bool:
        """Whether it is told in prose, and neither computed with nor a result."""
        if self.block.kind not in ("paragraph", "item") or BOUND.search(self.before):
            return False
        return not SIGN_BEFORE.search(self.before) and not SIGN_BEHIND.match(self.behind)

    @property
    def is_in_signs(self) -> bool:
        """Whether it is a number of a calculation in signs, not of one in words."""
        return bool(
            SIGN_BEFORE.search(self.before)
            or SIGN_BEHIND.match(self.behind)
            or CALLED_BEFORE.search(self.before)
            or LESS_BEHIND.match(self.behind)
        )


@record
class Operand:
    """A number of a calculation that holds.

    mention, place: where it stands, and which number of the page it is; first: which one the
    calculation begins with.
    others: the calculation's other numbers.
    """

    mention: Mention
    place: int
    first: int
    member: Member
    others: tuple[Fraction, ...]


@record
class Misstated:
    """A number of the text, and the operand of a calculation that it should be."""

    given: Mention
    operand: Operand


def misstated(page: Question, judged: Sequence[Judged]) -> Iterator[Misstated]:
    """The numbers that a page gives, and computes with otherwise.

    judged: the calculations of the page.
    """
    if any(holds(part) for part in judged):
        yield from Numbers(page, judged).misstated()


def holds(part: Judged) -> bool:
    """Whether something was calculated, and rightly."""
    has_calculation = any(literal(member.tree) is None for member in part.members)
    return has_calculation and not any(verdict.is_wrong for verdict in part.verdicts)


class Numbers:
    """The numbers of a page: with which is computed, and which are only given."""

    def __init__(self, page: Question, judged: Sequence[Judged]):
        self.blocks = page.blocks
        self.all = list(mentions(page))
        self.at = {mention.position: place for place, mention in enumerate(self.all)}
        self.count = Counter(mention.significant for mention in self.all)
        self.first: dict[str, int] = {}
        for place, mention in enumerate(self.all):
            self.first.setdefault(mention.significant, place)
        self.computed: set[int] = set()
        self.operands: dict[int, Operand] = {}
        for part in judged:
            for member in part.members:
                self.read(member, is_right=holds(part))

    def read(self, member: Member, is_right: bool) -> None:
        """Note the numbers of a calculation, or of its result."""
        numbers = [node for node in member.tree.walk() if isinstance(node, Number)]
        places = {place: n for n in numbers if (place := self.place_of(member, n)) is not None}
        self.computed.update(places)
        if literal(member.tree) is not None or not is_right:
            return
        for place, number in places.items():
            others = tuple(n.quantity.value for n in numbers if n.quantity != number.quantity)
            operand = Operand(self.all[place], place, min(places), member, others)
            self.operands.setdefault(place, operand)

    def place_of(self, member: Member, number: Number) -> int | None:
        if not 0 <= number.start < number.end:
            return None
        spots = (member.text.position(at) for at in range(number.start, number.end))
        return next((self.at[spot] for spot in spots if spot in self.at), None)

    def misstated(self) -> Iterator[Misstated]:
        unused = [place for place in range(len(self.all)) if self.is_unused(place)]
        for operand in self.operands.values() if unused else ():
            if self.is_from_nowhere(operand):
                for given in self.before(operand, unused):
                    if is_misprint(given, operand.mention) and self.is_meant(given, operand):
                        yield Misstated(given, operand)

    def is_unused(self, place: int) -> bool:
        """Whether a number is given in prose, and stands nowhere else on the page."""
        given = self.all[place]
        is_once = place not in self.computed and self.count[given.significant] == 1
        is_round = given.value in POWERS_OF_TEN
        return is_once and not is_round and given.is_given and not is_quoted_mistake(given)

    def before(self, operand: Operand, unused: Sequence[int]) -> Iterator[Mention]:
        """The unused numbers before a calculation, from the nearest on."""
        for place in reversed(unused[: bisect_left(unused, operand.first)]):
            if operand.mention.number - self.all[place].number > FAR:
                return
            yield self.all[place]

    def is_from_nowhere(self, operand: Operand) -> bool:
        """Whether nothing before a number in its block says what it is."""
        mention = operand.mention
        is_round = len(mention.significant.rstrip("0")) < 2 and mention.significant[:1] == "1"
        if len(mention.significant) < 2 or is_round or mention.digits in CONSTANTS:
            return False
        at = operand.place - 1
        while at >= 0 and self.all[at].number == mention.number:
            if self.all[at].significant == mention.significant:
                return False
            at -= 1
        return mention.is_in_signs

    def is_complement(self, operand: Operand) -> bool:
        """Whether a number is what another one before it leaves of the whole."""
        before = (value for other in self.all[: operand.place] for value in other.values)
        return any(operand.mention.value in (1 - value, 100 - value) for value in before)

    def is_meant(self, given: Mention, operand: Operand) -> bool:
        """Whether a number is to be the operand that it is like."""
        same = (given.significant, operand.mention.significant)
        start = self.at[given.position]
        beside = [
            mention
            for mention in self.all
            if given.number <= mention.number <= operand.mention.number
            and mention.significant not in same
        ]
        if self.is_complement(operand) or follows(given, operand.mention, beside):
            return False
        if are_of_one_sentence(given, operand.mention):  # what stands behind it, is computed
            beside = [mention for mention in beside if self.at[mention.position] < operand.first]
        is_alone = not is_combined(given, operand.mention, beside)
        is_next = all(len(m.significant) == 1 for m in self.all[start + 1 : operand.first])
        known, needed = self.known(given, operand)
        return self.is_likely(given, operand.mention, known, needed, is_alone, is_next)

    def is_likely(
        self,
        given: Mention,
        operand: Mention,
        known: int,
        needed: int,
        is_alone: bool,
        is_next: bool,
    ) -> bool:
        """Whether the likeness is no chance.

        known, needed: how many of the calculation's other numbers the text gives, and are there.
        is_alone: no two numbers beside it are computed to the operand; is_next: the two follow one
        another.
        """
        digits = len(operand.significant.rstrip("0"))
        apart = operand.number - given.number
        if self.first[operand.significant] != self.at[operand.position]:
            is_known = digits >= DISTINCT and bool(needed) and known == needed and is_alone
            return is_known and are_of_one_sentence(given, operand)
        uses = self.count[operand.significant]
        if known < needed:
            return digits >= UNIQUE + min(apart, 1) and apart <= NEAR
        if not apart:
            if not needed:
                return is_next and digits >= DISTINCT
            return digits >= DISTINCT or (is_alone and digits > 1) or needed > 1
        is_distinct = digits >= DISTINCT or needed > 1
        if apart <= NEAR:
            is_unique = digits >= UNIQUE or uses >= OFTEN
            return is_distinct and (is_alone or (bool(needed) and is_unique))
        between = self.blocks[given.number : operand.number]
        if any(block.kind == "heading" for block in between):
            return False
        return is_distinct and bool(needed) and uses >= (2 if is_alone else OFTEN)

    def known(self, given: Mention, operand: Operand) -> tuple[int, int]:
        """How many of the calculation's other numbers the text gives, and how many it should."""
        values = {
            value
            for mention in self.all[: operand.first]
            if mention.number >= given.number - 1
            for value in mention.values
        }
        values |= {1 - value for value in values} | {value * value for value in values}
        found = sum(value in values for value in operand.others if says_something(value))
        lacking = any(value not in values for value in operand.others if is_specific(value))
        return found, found + lacking


def are_of_one_sentence(given: Mention, operand: Mention) -> bool:
    if given.text is not operand.text:
        return False
    return not SENTENCE_END.search(given.text.content, given.end, operand.start)


def says_something(value: Fraction) -> bool:
    return value.denominator > 1 or (value >= 10 and value not in POWERS_OF_TEN)


def is_specific(value: Fraction) -> bool:
    """Whether a number has two digits or more that say something: 0.25, not 0.3."""
    while value.denominator > 1 and value < LARGEST:
        value *= 10
    return value >= 10 and value not in POWERS_OF_TEN


def is_quoted_mistake(given: Mention) -> bool:
    return is_on_mistakes(given.block) or is_called_wrong(given.text.content)


def is_misprint(given: Mention, operand: Mention) -> bool:
    """Whether the digits of two numbers differ by one slip; 12 % may be 0.13."""
    if given.is_percentage and not operand.is_percentage:
        is_as_long = len(given.significant) == len(operand.significant)
        return is_as_long and is_alike(decimals(given.value / 100), decimals(operand.value))
    return is_alike(given.digits, operand.digits)


def is_alike(one: str, other: str) -> bool:
    if len(one) != len(other) or one.find(".") != other.find("."):
        return False
    return bool(mistyped(one, other))


def decimals(share: Fraction) -> str:
    return f"{int(share * 10**6):07d}"


def follows(given: Mention, operand: Mention, beside: Sequence[Mention]) -> bool:
    """Whether one number may be computed from the other, alone or with one beside it."""
    values = {Fraction(1), Fraction(2), Fraction(1, 2)}
    values.update(value for mention in beside for value in mention.values)
    result = operand.value
    return any(
        result in (first * first, first * value, value * value)
        or result in (first + value, first - value, value - first)
        or (value and result * value == first)
        or (first and result * first == value)
        for first in given.values
        for value in values
    )


def is_combined(given: Mention, operand: Mention, beside: Sequence[Mention]) -> bool:
    """Whether two numbers beside it, or with the given one, are computed to the operand."""
    result = operand.value
    return any(
        result in (x + y, x - y, y - x, x * y, x + y + given.value)
        or (x and result * x == y)
        or (y and result * y == x)
        for x, y in combinations([mention.value for mention in beside], 2)
    )


def mentions(page: Question) -> Iterator[Mention]:
    """The numbers of a page, in its order."""
    for number, block in enumerate(page.blocks):
        texts = (cell for row in block.rows for cell in row) if block.rows else (block.text,)
        for text in texts:
            content = text.content if block.kind == "code" else words(text.content)
            for found in NUMBER.finditer(content.replace(JOINER, ",")):
                digits = found[0].replace(",", "")
                yield Mention(text, *found.span(), block, number, digits)
