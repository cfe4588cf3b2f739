"""Products of counted things, in figures and in words.

"4 learning rates × 3 depths × 5 folds = 60 fits", "seven billion parameters at two bytes each take
14 GB", "a dozen batches of sixteen make 192 examples", "20 tokens a second are 1,200 a minute".
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.claims import Chain, Member
from hooks.calculation.expression import Binary, Node, Number
from hooks.calculation.quantity import Quantity
from hooks.classifiers.metric_numbers import roughly
from hooks.language.sentences import Sentence, sentences
from hooks.language.wording import listed
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import record, replace

ONES = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen".split(),
        1,
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
WORDS = "|".join([*ONES, *TENS, *SCALES])
FIGURE = r"(?<![\w.,/^])\d(?:[\d,]*\d)?(?:\.\d+)?(?![\d^/])"
NUMBER = (
    rf"(?:{FIGURE}(?:[ ](?:hundred|thousand|million|billion|trillion))?"
    rf"|(?:an?[ ])?(?:dozen|hundred|thousand|million|billion)"
    rf"|(?:{WORDS})\b(?:(?:[ -]|[ ]and[ ])(?:{WORDS})\b){{0,6}})"
)
ROUGHLY = r"(?P<roughly>(?:about|roughly|approximately|around|nearly|almost|≈|~)\s*)?"
NOUN = r"(?![kMBGT]\b)[A-Za-z][A-Za-z'’-]*"  # a letter behind a number is a multiple
NOUNS = rf"{NOUN}(?:[ ]{NOUN}){{0,2}}"
BEHIND = (
    r"(?![\w%]|[.,]\d|\s*[-–×*/^+]"
    r"|\s+(?:times|percent|per\b|or\s+more|(?:[a-z]+\s+)?(?:too|more|fewer|less)\b))"
)

TIMES = Pattern(
    rf"(?<![\w.×*/+^$€£-])(?<![×*·/+−^-][ ])(?P<first>{NUMBER})[ ](?P<noun>{NOUNS})"
    rf"(?P<rest>(?:\s*[×*·]\s*(?:{NUMBER})[ ]{NOUNS}){{1,5}})\s*(?:=|≈|→|gives?|makes?|is|are)\s*"
    rf"{ROUGHLY}(?P<result>{NUMBER})(?P<unit>\s?[A-Za-z]+)?{BEHIND}",
    re.I,
)
FACTOR = Pattern(rf"[×*·]\s*(?P<number>{NUMBER})[ ]", re.I)
SIZES = frozenset("kb mb gb tb pb byte bytes".split())
EACH = Pattern(
    rf"\b(?P<first>{NUMBER})[ ](?P<noun>{NOUNS})[ ](?:at|of|with|times)[ ](?P<second>{NUMBER})"
    rf"[ ](?P<unit>{NOUN})(?P<each>[ ](?:each|apiece|per[ ]{NOUN}))?,?[ ]"
    r"(?:takes?|needs?|makes?|are|is|occupy|require|fill|gives?|come[ ]to|cost)[ ]"
    rf"(?:up[ ])?{ROUGHLY}(?P<result>{NUMBER})[ ]?(?P<unit_of_result>{NOUN}){BEHIND}",
    re.I,
)
PERIODS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 7 * 86400}
PERIOD = r"(?:second|minute|hour|day|week)"
EVERY = r"[ ](?:an?|per|each|every)[ ]"
IS = r"[ ](?:is|are|means?|makes?|gives?|come[ ]to|=)[ ]"
ALSO = ROUGHLY.replace("roughly>", "also>")
PACE = Pattern(
    rf"(?<![\w.×*/+^-])(?P<first>{NUMBER})(?:[ ]{NOUN})??[ ](?P<noun>{NOUN})"
    rf"{EVERY}(?P<per>{PERIOD}){IS}"
    rf"{ROUGHLY}(?P<result>{NUMBER})(?:[ ](?P<nouns>{NOUN}))?{EVERY}(?P<by>{PERIOD})\b(?!\s+too)"
    rf"(?:,?[ ]and[ ]{ALSO}(?P<next>{NUMBER})(?:[ ](?P<nouns_next>{NOUN}))?"
    rf"{EVERY}(?P<by_next>{PERIOD})\b)?",
    re.I,
)
RESULT = ("result", "by", "roughly", "nouns")
NEXT = ("next", "by_next", "also", "nouns_next")
LONGEST = 600


def counted(page: Question) -> Iterator[tuple[Chain, ...]]:
    """The products that sentences state, each in its one reading."""
    source = page.lower
    has_products = any(sign in source for sign in ("×", "* ", "·", "times"))
    has_each = any(word in source for word in (" each", "dozen", "apiece"))
    has_paces = sum(source.count(pace) for pace in PACES) > 1
    if has_products or has_each or has_paces:
        for sentence in sentences(page):
            if sentence.block.kind != "table" and len(sentence.plain) <= LONGEST:
                yield from in_sentence(sentence, has_each, has_paces)


def in_sentence(sentence: Sentence, each: bool, paces_too: bool) -> Iterator[tuple[Chain, ...]]:
    plain = sentence.plain
    if ("×" in plain or "* " in plain or "·" in plain) and OF_THINGS.search(plain):
        yield from products(sentence)
    if each:
        lower = sentence.lower
        is_each = " each" in lower or "dozen" in lower or "apiece" in lower
        if is_each and not GIVING.isdisjoint(sentence.words):
            yield from for_each(sentence)
    if paces_too:
        lower = sentence.lower
        if any(pace in lower for pace in PACES) and has_number(sentence):
            yield from paces(sentence)


OF_THINGS = Pattern(r"\d [A-Za-z]+ [A-Za-z]|[×*·] ?\d[\d,.]* [A-Za-z]+ [A-Za-z]")  # a quick look
PACES = [f"{by} {unit}" for by in ("a", "an", "per", "each", "every") for unit in PERIODS]
GIVING = listed("take takes need needs make makes are is occupy require fill give gives come cost")


def has_number(sentence: Sentence) -> bool:
    return sentence.has_digit or not sentence.words.isdisjoint(ONES)


def products(sentence: Sentence) -> Iterator[tuple[Chain, ...]]:
    """4 learning rates × 3 depths × 5 folds = 60 fits: where a noun has two words."""
    for found in TIMES.finditer(sentence.plain):
        factors = [Spelled.of(found["first"], found.start("first"))]
        for factor in FACTOR.finditer(sentence.plain, *found.span("rest")):
            factors.append(Spelled.of(factor["number"], factor.start("number")))
        nouns = " ".join([found["noun"], *re.split(r"[×*·]", found["rest"])])
        is_of_many_words = any(" " in noun.strip() for noun in re.split(r"[\d×*·]+", nouns))
        unit = (found["unit"] or "").strip().lower()
        result = Spelled.of(found["result"], found.start("result"))
        if None in (result, *factors) or not is_of_many_words or is_measured(nouns, unit):
            continue
        yield (product(sentence, factors, result, bool(found["roughly"]) or "≈" in found[0]),)


def is_measured(nouns: str, unit: str) -> bool:
    """Whether units of size or time are spoken of, which need more than a product."""
    measured = {*SIZES, *PERIODS, *(f"{p}s" for p in PERIODS), "bits", "ms", "s", "per", "each"}
    return unit in measured or not measured.isdisjoint(re.findall(r"[a-z]+", nouns.lower()))


def for_each(sentence: Sentence) -> Iterator[tuple[Chain, ...]]:
    """Seven billion parameters at two bytes each take 14 GB; a dozen batches of sixteen."""
    for found in EACH.finditer(sentence.plain):
        numbers = [Spelled.of(found[n], found.start(n)) for n in ("first", "second", "result")]
        if None in numbers:
            continue
        first, second, result = numbers
        unit, of_result = found["unit"].lower(), found["unit_of_result"].lower()
        is_size = unit in ("byte", "bytes") and of_result in SIZES
        if not is_size and unit.rstrip("s") != of_result.rstrip("s"):
            continue
        if not found["each"] and "dozen" not in found["first"].lower():
            continue
        sizes = sizes_of(of_result) if is_size else (1,)
        is_rough = bool(found["roughly"]) or is_size
        yield tuple(product(sentence, [first, second], result, is_rough, size) for size in sizes)


def sizes_of(unit: str) -> tuple[int, ...]:
    """How many bytes a unit is: 1000 or 1024 of the next smaller one."""
    power = " kmgtp".index(unit[0]) if unit in SIZES and unit[0] != "b" else 0
    return (1000**power, 1024**power) if power else (1,)


def paces(sentence: Sentence) -> Iterator[tuple[Chain, ...]]:
    """Twenty tokens a second are 1,200 a minute and 72,000 an hour."""
    for found in PACE.finditer(sentence.plain):
        first = Spelled.of(found["first"], found.start("first"))
        for name, by, rough, noun in (RESULT, NEXT):
            if not found[name] or (found[noun] and found[noun] != found["noun"]):
                continue
            result = Spelled.of(found[name], found.start(name))
            factor = Fraction(PERIODS[found[by].lower()], PERIODS[found["per"].lower()])
            if first and result and (factor > 1 or factor < 1):
                times = Spelled(Quantity.of(factor), -1, -1)
                yield (product(sentence, [first, times], result, bool(found[rough])),)


@record
class Spelled:
    """A number in figures or in words, and where it stands."""

    quantity: Quantity
    start: int
    end: int

    @classmethod
    def of(cls, text: str, start: int) -> "Spelled | None":
        quantity = quantity_of(text)
        return cls(quantity, start, start + len(text)) if quantity else None

    @property
    def node(self) -> Number:
        return Number(self.quantity, self.start, self.end)


def quantity_of(text: str) -> Quantity | None:
    """ "two", "1,200", "7 billion", "one hundred and eighty-two", "a dozen"."""
    words = re.sub(r"[-\s]+|\band\b", " ", text.lower()).split()
    words = words[1:] if words and words[0] in ("a", "an") else words
    if not words:
        return None
    if words[0][0].isdecimal():
        try:
            number = Quantity.written(words[0])
        except ValueError:
            return None
        scale = SCALES.get(words[1], 1) if len(words) > 1 else 1
        return Quantity(number.low * scale, number.high * scale, number.exact, text)
    value = spelled_value(words)
    return Quantity.of(value, text) if value else None


def spelled_value(words: Sequence[str]) -> int:
    """The number that words say; 0 for what is none: "two three"."""
    if list(words) == ["dozen"]:
        return 12
    total, part, least = 0, 0, 10**13
    for word in words:
        if word in SCALES and word != "hundred":
            if SCALES[word] >= least:
                return 0
            least = SCALES[word]
            total += (part or 1) * least
            part = 0
        elif word == "hundred":
            if part >= 10:
                return 0
            part = (part or 1) * 100
        elif word in TENS:
            if part % 100:
                return 0
            part += TENS[word]
        elif word in ONES:
            if part % 10 or (part % 100 and (part % 100 < 20 or ONES[word] > 9)):
                return 0
            part += ONES[word]
        else:
            return 0
    return total + part


def product(
    sentence: Sentence, factors: Sequence[Spelled], result: Spelled, is_rough: bool, size: int = 1
) -> Chain:
    """The product of some numbers and the result, in units of `size`."""
    tree: Node = factors[0].node
    for factor in factors[1:]:
        tree = Binary("×", tree, factor.node)
    if size != 1:
        tree = Binary("/", tree, Number(Quantity.of(size)))
    number = result.node
    if is_rough:
        number = replace(number, quantity=roughly(number.quantity))
    members = (
        Member(tree, "", sentence.text, max(factors[0].start, 0)),
        Member(number, "≈" if is_rough else "=", sentence.text, result.start),
    )
    return Chain(members, sentence.text, factors[0].start, result.end)
