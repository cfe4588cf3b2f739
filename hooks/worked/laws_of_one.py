"""Numbers that follow from one other number beside them, by a law that their names tell.

"A loss of 2.30 nats is a perplexity of 9.97": hooks.worked.one_input has the laws. A result is
judged if exactly one number of the other name stands near it: in its clause, its sentence, or the
sentence or row before. If any number near it gives the result, nothing is said.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from hooks.calculation.calculator import CalculationError, calculate
from hooks.calculation.named import SUBJECT
from hooks.calculation.quantity import shown, significant_digits
from hooks.language.sentences import Sentence
from hooks.language.wording import words
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.one_input import LAWS, Law, Name
from hooks.worked.sizes import has_one
from hooks.worked.stated import Stated, is_bounded, is_hedged, is_question, numbers
from hooks.worked.value_rows import said_in_order

CLAUSE_END = Pattern(r";\s|\)\s|,?\s(?:while|whereas|but)\s")
WORDS = (
    "is|was|are|of|at|becomes?|gives?|comes to|equals|the|an?|then|thus|so|hence|only|just|now"
    "|about|around|roughly|approximately|nearly|almost"
)
# What leads from a name to its number, perhaps by a calculation: "of about", "= e^2.3 =".
LINK = Pattern(
    rf"[\s*_)]*(?:\([^()\d]{{1,20}}\)\s*)?(?:(?:{WORDS})\b\s*|[≈=:→~|$]\s*){{0,4}}"
    r"(?:(?:(?!\d\s+\d)[^=≈,;:>A-Za-z]|\b(?:ln|exp|log_?2?|sqrt|e)\b){1,40}[=≈]\s*){0,3}"
)
GOES_ON = Pattern(
    r"\d|[.,]\d|\s?(?:[-–/×^*+−±]|·\s?[\d(]|·\S)|\s+(?:times|points?|out|in|per|of)\b"
    r"|\s+(?:and|or|to)\s+\d|,\s\d"
)
OPERATED = Pattern(r"[-–+−×·*/^√]\s*$")
COMPARES = Pattern(
    r"\b(?:not|vs\.?|versus|instead|compared|before|baseline|adjusted|respectively|if|would"
    r"|threshold|limit|target|goal|other|another|after"
    r"|(?:mean|average|sum|difference) (?:of|between))\b|→|->",
    re.I,
)
CALCULATED = Pattern(r"[\d%]\s*[=≈]\s*$")  # such a result is compared with its calculation
X = Pattern(r"\bx\b")
HEDGED, CLOSE = 0.1, 0.004  # by which share a result may be off that is "about" so much, or is not
FEW_DIGITS = 2
BEFORE, BEHIND = 4, 2  # sentences in which the result may find another reason


@record
class Named:
    """A number with its name, from where to where."""

    sentence: Sentence
    number: Stated
    start: int
    end: int

    @property
    def value(self) -> float:
        return float(self.number.value)


@record
class Unlawful:
    """A result that does not follow from what it should."""

    law: Law
    given: Named
    result: Named

    @property
    def position(self) -> tuple[int, int]:
        return self.result.sentence.text.position(self.result.number.start)

    @property
    def message(self) -> str:
        right = calculated(self.law.formulas[0], self.given.value)
        written = self.result.number.written
        value = f"{right * 100:.4g}%" if written.endswith("%") else shown(Fraction(right))
        return f"{self.law.law}: of {self.given.number.written} it is {value}, not {written}"


def unlawful(page: Question) -> Iterator[Unlawful]:
    """The results of a page that the laws contradict."""
    laws = [law for law in LAWS if has_one(page.lower, law.cues)]
    said = [one for one in said_in_order(page) if one.has_digit] if laws else []
    for law in laws:
        formulas = (*law.formulas, *(f for f, says in law.where if says.search(page.source)))
        for at, sentence in enumerate(said):
            if sentence.block.kind != "table" and not has_one(sentence.lower, law.signs):
                continue
            results = [one for one in named(law.result, sentence) if not is_calculated(one)]
            if not results or sentence.is_of_mistakes or is_question(sentence):
                continue
            for result in results:
                given = given_of(law, said, at, results, result)
                if given is None or gives(law, formulas, given.number, result):
                    continue
                if calculated(law.formulas[0], given.value) is None:
                    continue
                near = said[max(0, at - BEFORE) : at + BEHIND]
                if not is_given_by_others(law, formulas, near, result):
                    yield Unlawful(law, given, result)


# -- names and numbers ----------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def named(name: Name, sentence: Sentence) -> tuple[Named, ...]:
    """The numbers of a sentence that have a name."""
    found = []
    for match in name.before.finditer(sentence.plain) if name.before else ():
        number = number_behind(sentence, match.end())
        if number and not GOES_ON.match(sentence.plain, number.end):
            found.append(Named(sentence, number, match.start(), number.end))
    for match in name.behind.finditer(sentence.plain) if name.behind else ():
        if number := number_before(sentence, match.start()):
            found.append(Named(sentence, number, number.start, match.end()))
    if sentence.block.kind == "table" and (cell := headed(name, sentence)):
        found.append(Named(sentence, cell, cell.start, cell.end))
    return tuple(
        one
        for one in found
        if is_of_kind(name, one.number) and not is_bounded(sentence.plain, one.number)
    )


def headed(name: Name, row: Sentence) -> Stated | None:
    """The only number in the second cell of a row, below a head that is the name."""
    head = words(row.block.rows[0][1].content).strip()
    if not name.before or not name.before.fullmatch(head):
        return None
    start = len(row.block.rows[row.number][0].content)
    own = [one for one in numbers(row.plain) if one.start > start]
    return own[0] if len(own) == 1 else None


def number_behind(sentence: Sentence, end: int) -> Stated | None:
    start = LINK.match(sentence.plain, end).end()
    return next((one for one in numbers(sentence.plain) if one.start == start), None)


def number_before(sentence: Sentence, start: int) -> Stated | None:
    """The number right before a place, if it is no part of a calculation or list."""
    for one in numbers(sentence.plain):
        if one.end <= start and not sentence.plain[one.end : start].strip(" -"):
            is_part = OPERATED.search(sentence.plain, max(0, one.start - 6), one.start)
            return None if is_part else one
    return None


def is_calculated(one: Named) -> bool:
    """Whether a calculation stands before a number."""
    start = one.number.start
    return bool(CALCULATED.search(one.sentence.plain, max(0, start - 6), start))


def is_of_kind(name: Name, number: Stated) -> bool:
    match name.kind:
        case "share":
            return 0 < number.value < 1
        case "percent":
            return 0 < number.value < 1 and number.is_percent
        case "count":
            return number.is_whole and number.value > 1
    return not number.is_percent


# -- which number a result follows from -----------------------------------------------------------


def given_of(
    law: Law, said: Sequence[Sentence], at: int, results: Sequence[Named], result: Named
) -> Named | None:
    """The only number near a result that it may follow from."""
    sentence = said[at]
    own = [one for one in named(law.given, sentence) if one.number != result.number]
    start, end = clause_of(sentence, result)
    inside = [one for one in own if start <= one.start < end]
    if inside:
        return sole(law, inside, [one for one in results if start <= one.start < end], result)
    if own:
        return sole(law, own, results, result)
    before = said[at - 1] if at else None
    if before is None or not follows(before, sentence) or before.is_of_mistakes:
        return None
    is_subject = SUBJECT.fullmatch(sentence.plain[: result.start])
    if named(law.result, before) or (before.block is not sentence.block and not is_subject):
        return None
    return sole(law, named(law.given, before), results, result)


def sole(
    law: Law, givens: Sequence[Named], results: Sequence[Named], result: Named
) -> Named | None:
    """The given nearest to a result, if all have one value, and nothing compares the two."""
    if len({one.value for one in givens}) != 1 or len({one.value for one in results}) != 1:
        return None
    given = min(givens, key=lambda one: abs(one.start - result.start))
    if given.sentence is result.sentence:
        first, last = sorted([given, result], key=lambda one: one.start)
        between = result.sentence.plain[first.end : last.start]
    else:
        between = given.sentence.plain[given.end :] + result.sentence.plain[: result.start]
    return None if len(between) > law.near or COMPARES.search(between) else given


def clause_of(sentence: Sentence, result: Named) -> tuple[int, int]:
    """From where to where the clause reaches that holds a result."""
    ends = [found.span() for found in CLAUSE_END.finditer(sentence.plain)]
    start = max((end for _, end in ends if end <= result.start), default=0)
    return start, min((at for at, _ in ends if at >= result.end), default=len(sentence.plain))


def follows(one: Sentence, other: Sentence) -> bool:
    """Whether a sentence goes on in the same paragraph, list or table."""
    a, b = one.block, other.block
    is_next = a.section == b.section and a.kind == b.kind and 0 < b.line - a.line <= 2
    return a is b or (is_next and a.kind in ("item", "table"))


# -- what follows from it -------------------------------------------------------------------------


def is_given_by_others(
    law: Law, formulas: Sequence[str], near: Sequence[Sentence], result: Named
) -> bool:
    """Whether another number near a result gives it."""
    return any(
        gives(law, formulas, one, result)
        for sentence in near
        for one in numbers(sentence.plain)
        if one != result.number and is_of_kind(law.given, one)
    )


def gives(law: Law, formulas: Sequence[str], given: Stated, result: Named) -> bool:
    """Whether a result follows from a number by one of the formulas, rounding allowed for."""
    number = result.number
    hedged = is_hedged(result.sentence.plain, number)
    is_rough = hedged and significant_digits(number.written) <= FEW_DIGITS
    share = max(law.tolerance, HEDGED if is_rough else CLOSE)
    slack = max(float(number.unit), share * abs(result.value))
    for formula in formulas:
        made = [value for x in ends(given) if (value := calculated(formula, x)) is not None]
        if made and min(made) - slack <= result.value <= max(made) + slack:
            return True
    return False


def ends(given: Stated) -> tuple[float, float]:
    """Between what a number may lie that is rounded to two digits and more."""
    is_rounded = not given.quantity.exact and significant_digits(given.written) >= FEW_DIGITS
    quantity = given.quantity if is_rounded else None
    value = float(given.value)
    return (float(quantity.low), float(quantity.high)) if quantity else (value, value)


def calculated(formula: str, x: float) -> float | None:
    try:
        return float(calculate(X.sub(f"({x!r})", formula)))
    except (CalculationError, OverflowError):
        return None
