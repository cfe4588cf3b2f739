"""Sums and rests that a text says in plain words, recomputed from the numbers before them.

"Exponentials 7.389, 2.718 and 1; sum 11.107", "It missed 60. It accused 80. That makes 140 errors",
"the detector made 480 calls; 432 of them were real, the remaining 48 were not". What is left is
judged only where two numbers stand right before it and nothing else near it explains it.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise, permutations
from math import hypot, prod

from hooks.language.sentences import Sentence
from hooks.language.wording import listed as listed_words
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.parts import HALF, Derived, rounding
from hooks.worked.stated import Stated, is_bounded, is_hedged, is_question, numbers, statements

Term = tuple[Sentence, Stated]

MARKS = "sum total together all make add come remain rest other left leav miss not stay".split()
NEAR = HALF, Fraction(2)  # to its terms, of a sum that ends their list
NEAR_FEW = Fraction(3, 4), Fraction(4, 3)  # of two terms, or of those in other sentences
MOST_NEAR = 25  # numbers near another, of which some come to anything
FUNCTION_WORDS = listed_words(
    "and are as at but by do did for from go had has have in is not of on or really so that the to"
    " was went were which who with remain remained stay stayed left missed"
)


def sums_in_words(page: Question) -> Iterator[Derived]:
    """The sums and rests that sentences state, right or wrong."""
    told = [s for s in statements(page) if s.block.kind != "math"]
    for at, sentence in enumerate(told):
        is_likely = any(mark in sentence.lower for mark in MARKS)
        if is_likely and not sentence.is_of_mistakes and not is_question(sentence):
            yield from sums(told, at)
            yield from rests(told, at)


def before(told: Sequence[Sentence], at: int, most: int = 2) -> list[Sentence]:
    """The sentences right before one, in its section and topic, in their order."""
    section = told[at].block.section, told[at].block.topic
    near = told[max(0, at - most) : at]
    return [s for s in near if (s.block.section, s.block.topic) == section]


# -- sums -----------------------------------------------------------------------------------------

SAYS_SUM = Pattern(
    r"(?:^\W*|[;,.:(—–→⇒]\s*|\b(?:and|with|so|have)\s+)"
    r"(?:(?:so|and|with|the|their|a|i\.e\.|in|which|that|this|they|these)\s+){0,3}"
    r"(?:sum|total|together|altogether|all|makes?|(?:sums?|adds?(?:\s+up)?|comes?)\s+to)\b"
    r"(?:\s+(?:is|makes?|they\s+make|that\s+makes))?\s*[:,=≈]?\s*[$€]?(?=[\d.])",
    re.I,
)
IN_ALL = Pattern(r"\s*(?:[a-zA-Z]+\s+){0,3}?(?:in\s+(?:all|total|sum)|altogether|together)\b", re.I)
GOES_ON = Pattern(
    r"\s*(?:[-+−·×*/^=→(]|(?:of|per|times|plus|minus|more|less|fewer|million|billion|M|B|k)\b|\w*[\d^])"
)
PIECES = Pattern(r"[,;](?=\s)|\band\b|\bplus\b|[.](?=\s)")
VALUED = Pattern(r"[=≈]\s*$")
UNIT = Pattern(r"\s?(?P<unit>[nmµ]s|s|h|min|[kMGT]i?B|%|€|bits?|bytes?)(?!\w)")
NO_TERM = Pattern(r"\b(?:mean|average|sum|total|rounded)\b", re.I)
ARGUMENT = Pattern(r"\w\($|[·×*/^+√]\s*$")  # exp(−1), exp(−2) = 0.368, 0.135
OPEN = Pattern(
    r"…|\.\.\.|\\[lc]?dots|\b(?:each|per|every|both|first|largest|top|limit|rest|others?|remain\w*"
    r"|weighted|parallel|overlap\w*|concurrent\w*|distinct|unique|shared?)\b",
    re.I,
)
BEHIND = Pattern(r"\s+(?P<word>[a-z][a-z-]+)")


def sums(told: Sequence[Sentence], at: int) -> Iterator[Derived]:
    sentence = told[at]
    for total, start in said_sums(sentence):
        terms = terms_before(told, at, start)
        fits = [n for n in range(2, len(terms) + 1) if judged(sentence, total, terms[-n:]).is_right]
        if fits:
            yield judged(sentence, total, terms[-fits[0] :])
        elif are_sure(terms, sentence, total) and (
            len(terms) > 2 or not is_explained(told, at, total)
        ):
            yield judged(sentence, total, terms)


def said_sums(sentence: Sentence) -> Iterator[tuple[Stated, int]]:
    """The numbers that a sentence calls a sum, each with where the saying starts."""
    plain = sentence.plain
    own = {number.start: number for number in numbers(plain)}
    for found in SAYS_SUM.finditer(plain):
        total = own.get(found.end())
        if total and not GOES_ON.match(plain, total.end):
            yield total, found.start()
    for total in list(own.values())[1:]:
        if IN_ALL.match(plain, total.end):
            yield total, total.start


def terms_before(told: Sequence[Sentence], at: int, start: int) -> list[Term]:
    """What is summed: the list right before a place, or the only numbers of short sentences."""
    sentence = told[at]
    if any(n.start < start for n in numbers(sentence.plain)):
        return listed(sentence, start)
    near = before(told, at, 4)
    if not near or near[-1].block.kind == "item" != sentence.block.kind:
        return []
    last = listed(near[-1], len(near[-1].plain))
    if len(last) > 1:
        return last
    terms: list[Term] = []
    for earlier in reversed(near):
        own = numbers(earlier.plain)
        if len(own) != 1 or earlier.block is not sentence.block:
            break
        terms.insert(0, (earlier, own[0]))
    return terms


def listed(sentence: Sentence, end: int) -> list[Term]:
    """The numbers of a list that ends at a place: "e² = 7.389, e = 2.718, 1"; [] if unclear."""
    plain = sentence.plain
    cuts = [0, *(f.end() for f in PIECES.finditer(plain, 0, end)), end]
    terms: list[Term] = []
    for cut, last in reversed(list(pairwise(cuts))):
        first = max(cut, plain.rfind(":", cut, last) + 1)
        own = [n for n in numbers(plain) if first <= n.start < last]
        if own and (len(own) == 1 or VALUED.search(plain, first, own[-1].start)):
            if NO_TERM.search(plain, first, last) or ARGUMENT.search(plain, first, own[-1].start):
                break
            terms.insert(0, (sentence, own[-1]))
        elif own:
            return []
        elif terms:
            break
        if first > cut:
            break
    return terms


def judged(sentence: Sentence, total: Stated, terms: Sequence[Term]) -> Derived:
    own = [t for _, t in terms]
    is_rough = is_hedged(sentence.plain, total) or any(not t.quantity.exact for t in own)
    slack = sum(map(rounding, own), total.unit * HALF if is_rough else rounding(total))
    given = tuple((earlier.text, t) for earlier, t in terms)
    right = sum(t.value for t in own)
    return Derived(sentence.text, total, right, " + ".join(t.written for t in own), slack, given)


def are_sure(terms: Sequence[Term], sentence: Sentence, total: Stated) -> bool:
    """Whether numbers that do not sum to a total are probably those that should."""
    units = {unit_of(s, n) for s, n in [*terms, (sentence, total)]}
    texts = {s.plain for s, _ in terms if s is not sentence} | {sentence.plain[: total.end]}
    if len(terms) < 2 or len(units) > 1 or "%" in units or any(map(OPEN.search, texts)):
        return False
    is_list = len(terms) > 2 and all(s is sentence for s, _ in terms)
    *first, last = [word_behind(s, n) for s, n in terms]
    if is_list and last and not any(first) and word_behind(sentence, total) not in ("", last):
        return False  # 10, 20 and 30 epochs, 70 hours in all
    values = [t.value for _, t in terms]
    low, high = NEAR if is_list else NEAR_FEW
    is_near = sum(values) > 0 and low < total.value / sum(values) < high
    slack = max(total.unit * HALF, rounding(total))
    return is_near and not any(abs(one - total.value) <= slack for one in combined(values))


def combined(values: Sequence[Fraction]) -> Iterator[Fraction]:
    """What numbers may come to together but their sum: factors, chances of one, deviations."""
    yield prod(values)
    yield 1 - prod(1 - value for value in values)
    yield Fraction(hypot(*map(float, values)))


def word_behind(sentence: Sentence, number: Stated) -> str:
    found = BEHIND.match(sentence.plain, number.end)
    return found["word"] if found and found["word"] not in FUNCTION_WORDS else ""


def unit_of(sentence: Sentence, number: Stated) -> str:
    found = UNIT.match(sentence.plain, number.end)
    return "%" if number.is_percent else found["unit"] if found else ""


# -- rests ----------------------------------------------------------------------------------------

LEFT = Pattern(
    r"\b(?:(?:the|these|those)\s+(?:other|remaining|rest(?:\s+of\s+the\s+[a-z]+)?)\W{0,3}"
    r"(?:(?:is|are|were|was)\s+)?|leav(?:es?|ing)\s+|miss(?:es|ed)\s+)$",
    re.I,
)
IS_LEFT = Pattern(
    r"\s+(?:[a-z-]+\s+){0,3}?(?:(?:is|are|were|was|be)\s+(?:left|missed|missing)|left(?=\s*[.,;:)]|$)"
    r"|remain(?:s|ed)?|missed|stay(?:s|ed)?|(?:(?:are|were|do|did|have|had)\s+)?not(?=\s*[.,;:(]|$))\b",
    re.I,
)

FOUND = Pattern(
    r"(?s)(?!.*\b(?:false|wrong)).*\b(?:caught|catch|found|find|detect|hit|flagg|positive|match|stopp)",
    re.I,
)
OF = Pattern(r"\s+(?:out\s+)?of\s+(?:(?:the|these|those|our)\s+)?")


def rests(told: Sequence[Sentence], at: int) -> Iterator[Derived]:
    sentence = told[at]
    for rest in numbers(sentence.plain):
        if not is_left(sentence.plain, rest):
            continue
        terms = [(s, n) for s in before(told, at) for n in numbers(s.plain)]
        terms += [(sentence, n) for n in numbers(sentence.plain) if n.start < rest.start]
        counts = [(s, n) for s, n in terms if n.is_whole and not n.is_percent]
        if len(counts) < 2:
            continue
        (where, whole), (_, part) = counts[-2:]
        if OF.fullmatch(where.plain, whole.end, part.start):
            whole, part = part, whole  # 380 of the 400
        right = whole.value - part.value
        is_near = right > 0 and HALF <= rest.value / right <= 2
        what = word_behind(sentence, rest)
        named = (s.plain[n.end : rest.start if s is sentence else None] for s, n in counts[-2:])
        is_sure = is_near and (not what or what in " ".join(named).split())
        if right == rest.value or (is_sure and not is_explained(told, at, rest)):
            how = f"{whole.written} − {part.written}"
            given = tuple((s.text, n) for s, n in counts[-2:])
            yield Derived(sentence.text, rest, right, how, Fraction(0), given)


def is_left(plain: str, rest: Stated) -> bool:
    """Whether a number is said to be what is left of a whole."""
    is_count = rest.is_whole and rest.value >= 1
    if not is_count or is_bounded(plain, rest) or is_hedged(plain, rest):
        return False
    said = LEFT.search(plain, 0, rest.start) or IS_LEFT.match(plain, rest.end)
    return bool(said) and ("miss" not in said[0] or bool(FOUND.match(plain, 0, rest.start)))


def is_explained(told: Sequence[Sentence], at: int, number: Stated) -> bool:
    """Whether numbers near one are it, or come to it in another way than was thought."""
    near = [*before(told, at, 3), *told[at : at + 2]]
    values = {n.value for s in near for n in numbers(s.plain) if n is not number}
    slack = max(number.unit * HALF, rounding(number))
    if number.value in values or len(values) > MOST_NEAR:
        return True
    return any(
        abs(value - number.value) <= slack
        for a, b in permutations(values, 2)
        for value in (a + b, a - b, a * b, a * (1 - b), a / b if b else a)
    ) or any(a - b - c == number.value for a in values for b, c in combinations(values - {a}, 2))
