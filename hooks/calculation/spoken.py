"""Calculations in words: "16 out of 40 is 40%", "divide 10 by 45 to get 0.22", "half of 80 is 40".

Each becomes a chain of two members, as if it had been written 16/40 = 40%, and is judged as one.
Only complete statements are read: numbers, what is done with them, and a result right behind a
verb, a comma with "or", or in brackets.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from hooks.calculation.claims import Chain, Member
from hooks.calculation.expression import FRACTION_OF
from hooks.calculation.quantity import Quantity
from hooks.calculation.tree import Binary, Call, Node, Number, Reading
from hooks.classifiers.metric_numbers import roughly
from hooks.language.sentences import Sentence, sentences
from hooks.language.wording import listed as listed_words
from hooks.language.wording import words
from hooks.page import RECENT, Question
from hooks.pattern import Pattern, compiled
from hooks.record import cached_property, record, replace
from hooks.worked.stated import NUMERALS

DIGITS = r"(?:\d{1,3}(?:[,\u2009\u00a0\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
BEFORE = r"(?<![\w.,/^*+×·−–-])"
# What a number in a sentence has to be; the patterns of FORMS look for FIGURES, which compile in a
# fraction of the time, and what they find has to be one.
NUMBER = rf"{BEFORE}{DIGITS}(?! ?[-–] ?\d)(?: ?%)?(?![\w.,]*\d)"
STANDING = Pattern(NUMBER.replace(" ?", r"\s*"))
DIGITS_OF_FIGURE = r"\d+(?:[,.\u2009\u00a0\u202f]\d+)*"
FIGURE = rf"\b{DIGITS_OF_FIGURE}(?: ?%)?"
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
ONES = {word: value for value, word in enumerate(NUMERALS.split()) if value}
# What the capital words in the patterns of FORMS stand for, longer ones before those they hold.
PARTS = {
    "BEFORE": BEFORE,
    "DIGITS": DIGITS_OF_FIGURE,
    "LISTED": "sum|total|mean|average|median",
    "LIST": rf"[\[({{]?(?P<list>{FIGURE}(?:(?:, {FIGURE})*,? (?:and|to) {FIGURE}"
    rf"|(?:, {FIGURE}){{2,}}))[\])}}]?",
    "ROUGHLY": r"(?P<roughly>(?:about|roughly|approximately|around|nearly|almost|≈|~) ?)?",
    "IS": r"(?:,? (?:which )?(?:is|equals?|gives?|makes?|yields?|comes to|amounts to)| =)",
    "GET": r"(?:,? (?:(?:and )?(?:(?:to|we|you|one|and) )?gets?"
    r"|(?:and )?(?:this |that |it |which )?(?:gives?|yields?|makes|is|equals|leaves|results in)"
    r"|to obtain|giving|leaving)| =)",
    "OR": r", (?:or|i\.e\.,?|that is,?)",
    "HENCE": r"(?:,? (?:so|hence|thus|therefore|that is,?|that['’]s|which (?:is|makes)|i\.e\.,?|or)"
    r"|:| [—–]| →)(?: (?:an? )?KIND(?:of|is|=)?)?",
    "RATE": r"(?:, (?:or|i\.e\.,?|that is,?|so|which is|an? (?:KIND)of)|,|:| [—–]| →| \()",
    "KIND": r"(?:(?:(?:conversion|churn|error|defect|failure|success|response|retention|bounce"
    r"|approval|fraud|click-through|catch|hit|miss|detection|false alarm) )?rate|share|fraction"
    r"|proportion|prevalence|probability|percentage|accuracy|recall|precision|sensitivity"
    r"|specificity) ",
    "MANY": r"(?:(?P<many>an?|one|two|three|four)(?: |-))?",
    "CHANGE": r"(?:relative )?(?:increase|rise|gain|jump|growth|improvement|decrease|drop"
    r"|reduction|decline|fall)",
    "THE": r"(?:the |all |these |those |its |our |their )?",
    "NOUN": r"(?: [a-z][a-z-]+){0,3}",
    "UNIT": r"(?: [a-z]+)?",
    "FRACTION": rf"(?:{BEFORE}\d{{1,4}} ?/ ?\d{{1,4}}(?![\w/,.]*\d)|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])",
    "SPELLED": rf"(?:(?P<tens>{'|'.join(TENS)})(?:[- ](?P<ones>{'|'.join(ONES)}))?"
    rf"|(?P<teens>{'|'.join(ONES)}))",
    "SERIES": rf"(?P<list>{FIGURE}(?:,? and {FIGURE}|, {FIGURE})+)",
    "SIGNED": rf"(?P<list>[+−-]?{FIGURE}(?:,? and [+−-]?{FIGURE}|, [+−-]?{FIGURE}){{2,}})",
    "VALUE": FIGURE,
    "SHARE": rf"(?P<r>{DIGITS_OF_FIGURE} ?%)",
    "DECIMAL": r"(?P<r>\b0\.\d{2,4})",
}
CUES = {
    "IS": [" is", " =", " equal", " give", " make", " yield", " comes", " amounts"],
    "GET": [" get", " =", " is", " equal", " give", " make", " yield", " results", " lea", " giv",
            "obtain"],
    "OR": [", or", ", i.e", ", that"],
    "PART": ["/", *FRACTION_OF],
    "MEAN": [" sum", " total", " mean", " average", " median"],
    "CHANGE": ["increase", "rise", "gain", "jump", "growth", "improvement", "decrease", "drop",
               "reduction", "decline", "fall"],
}  # fmt: skip
FACTORS = {
    "half": (1, 2), "third": (1, 3), "thirds": (1, 3), "quarter": (1, 4), "quarters": (1, 4),
    "fifth": (1, 5), "tenth": (1, 10), "hundredth": (1, 100), "twice": (2, 1), "double": (2, 1),
    "triple": (3, 1), "three times": (3, 1), "four times": (4, 1),
}  # fmt: skip
OTHER_KINDS = listed_words("weighted moving running exponential log geometric cumulative partial")
COUNTS = {"two": 2, "three": 3, "four": 4}

# What may not stand behind a result: it would be a part of something else, "10 times less".
GOES_ON = Pattern(
    r"\s*[-–/×·^*+−%\u2009]|\s+(?:times|plus|minus|percent|percentage|points?|million|billion|thousand"
    r"|hundred|dozen|squared|cubed|out|in|per|of|or more|or less|more|less|fewer|higher|lower|each"
    r"|years?)\b|\w|[.,]\d",
    re.I,
)

Built = Sequence[Node]  # the readings of what is calculated; one of them must hold


@record
class Form:
    """One way to say a calculation.

    words: one of them must be a word of the sentence for the pattern to be tried.
    cues: what must stand in it besides, in lower case; a name of CUES stands for one of several.
    written: a regular expression with the capital words of PARTS and {a}, {b}, {r} for numbers, of
        which the last is the result; a space is any white space; END says that nothing may follow
        that makes the result a part of something else.
    build: what is calculated, from the match and its numbers by name.
    """

    words: str
    cues: str
    written: str
    build: Callable[[re.Match[str], dict[str, Number]], Built]

    @cached_property
    def groups(self) -> list[list[str]]:
        """The cues of each group."""
        return [CUES.get(group, [group]) for group in self.cues.split()]

    def is_possible(self, lower: str) -> bool:
        """Whether a sentence in lower case holds a cue of each group."""
        for group in self.groups:
            for cue in group:
                if cue in lower:
                    break
            else:
                return False
        return True

    def are_standing(self, match: re.Match[str]) -> bool:
        """Whether the figures of a match are numbers by themselves: no dates, ranges or powers."""
        figures = [name for name in "abr" if f"{{{name}}}" in self.written]
        return all(is_standing(match.string, *match.span(name)) for name in figures)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        pattern = self.written.removesuffix("END")
        for name, part in PARTS.items():
            pattern = pattern.replace(name, part)
        for name in "abr":
            pattern = pattern.replace(f"{{{name}}}", f"(?P<{name}>{FIGURE})")
        return compiled(pattern.replace(" ?", r"\s*").replace(" ", r"\s+"), re.I)


@lru_cache(maxsize=RECENT)
def spoken(page: Question) -> tuple[tuple[Chain, ...], ...]:
    """The calculations in words of a page, each in all its readings."""
    return tuple(calculations(sentences(page)))


def calculations(given: Iterable[Sentence]) -> Iterator[tuple[Chain, ...]]:
    before: Sentence | None = None
    for sentence in given:
        text = sentence.text.content
        if len(text) < LONGEST and COUNTED.search(text) and not sentence.is_of_mistakes:
            yield from in_sentence(sentence, forms_of(sentence))
        if before and goes_on(before, sentence) and not sentence.is_of_mistakes:
            yield from in_sentence(both(before, sentence), [*SERIES_FORMS, FROM_FORM])
        before = sentence


def goes_on(first: Sentence, second: Sentence) -> bool:
    """Whether a sentence says what the values of the one before it come to."""
    is_of_paragraph = first.block is second.block and second.block.is_prose
    text = second.text.content
    return is_of_paragraph and bool(THEIR.match(text) or CHANGED.match(text))


def both(first: Sentence, second: Sentence) -> Sentence:
    """Two sentences of a paragraph as one: "They are 1, 4 and 9. Their sum is 14."."""
    text = first.block.text.slice(first.start, second.start + len(second.text.content))
    return replace(first, text=text, plain=words(text.content))


LONGEST = 2_000  # characters of a sentence that is read
COUNTED = Pattern(r"\d[^\d]+\d")
THEIR = Pattern(
    r"(?:so |thus |then )?(?:(?:their|the) )?(?:sum|total|mean|average|median|MAE|R?MSE)[ :]", re.I
)
CHANGED = Pattern(r"(?:th(?:at|is) is |that['’]s )?an? [a-z]+ from ", re.I)


BEFORE_CHANGE = Pattern(r"\s?%?\s*(?:→|->)")  # 120 → 60 of 3,000, thus 4% → 2%


def in_sentence(sentence: Sentence, forms: Iterable[Form]) -> Iterator[tuple[Chain, ...]]:
    plain = sentence.plain
    for form in forms:
        for match in form.pattern.finditer(plain):
            if form.written.endswith("END") and GOES_ON.match(plain, match.end()):
                continue
            if BEFORE_CHANGE.match(plain, match.end()):
                continue
            numbers = {name: number_of(match, name) for name in "abr" if named(match, name)}
            if None not in numbers.values() and form.are_standing(match):
                yield tuple(
                    chain(sentence, match, tree, numbers["r"])
                    for tree in form.build(match, numbers)
                )


def forms_of(sentence: Sentence) -> list[Form]:
    """The forms that a sentence may hold, by their words and cues."""
    by_word = forms_by_word()
    heads = by_word.keys() & sentence.words
    lower = sentence.lower.replace("\n", " ")
    tried = dict.fromkeys(form for head in ["", *heads] for form in by_word[head])
    return [form for form in tried if form.is_possible(lower)]


@lru_cache(maxsize=1)
def forms_by_word() -> dict[str, list[Form]]:
    """The forms by each of the words of which one must stand in the sentence; "" for any."""
    by_word: dict[str, list[Form]] = {}
    for form in FORMS:
        for word in form.words.split() or [""]:
            by_word.setdefault(word, []).append(form)
    return by_word


def is_standing(plain: str, start: int, end: int) -> bool:
    found = STANDING.match(plain, start)
    return found is not None and found.end() == end


def numbers_of(match: re.Match[str]) -> list[Number | None]:
    """The numbers of a list; None for what is none."""
    return [
        number(found[0], found.start()) if is_standing(match.string, *found.span()) else None
        for found in FIGURES.finditer(match.string, *match.span("list"))
    ]


FIGURES = Pattern(FIGURE.replace(" ?", r"\s*"))


def named(match: re.Match[str], name: str) -> bool:
    return name in match.re.groupindex and match[name] is not None


def number_of(match: re.Match[str], name: str) -> Number | None:
    return number(match[name], match.start(name))


def number(text: str, start: int) -> Number | None:
    """A number, a fraction (2/3) or the sign of one (⅔)."""
    try:
        if "/" in text or text in FRACTION_OF:
            value = FRACTION_OF.get(text) or Fraction("".join(text.split()))
            return Number(Quantity.of(value, text), start, start + len(text))
        return Number(Quantity.written(text), start, start + len(text))
    except (ValueError, ZeroDivisionError):
        return None


def chain(sentence: Sentence, match: re.Match[str], tree: Node, result: Number) -> Chain:
    """The calculation and its result as a chain."""
    is_rough = named(match, "roughly")
    if is_rough:
        result = replace(result, quantity=roughly(result.quantity))
    members = (
        Member(tree, "", sentence.text, match.start()),
        Member(result, "≈" if is_rough else "=", sentence.text, result.start),
    )
    return Chain(members, sentence.text, match.start(), match.end())


# -- what is calculated ---------------------------------------------------------------------------


def joined(op: str) -> Callable[[re.Match[str], dict[str, Number]], Built]:
    return lambda match, n: [Binary(op, n["a"], n["b"])]


def fraction_of(match: re.Match[str], n: dict[str, Number]) -> Built:
    """2/3 of 3/4, or of a number that stands by itself."""
    spans = [
        match.span(name)
        for name in "br"
        if "/" not in match[name] and match[name] not in FRACTION_OF
    ]
    are_numbers = all(is_standing(match.string, *span) for span in spans)
    return [Binary("×", n["a"], n["b"])] if are_numbers else []


def share(match: re.Match[str], n: dict[str, Number]) -> Built:
    """a of b, of whole numbers of which the second is larger."""
    a, b = n["a"].quantity, n["b"].quantity
    return [Binary("/", n["a"], n["b"])] if a.exact and b.exact and 0 <= a.value <= b.value else []


def rest_or_share(match: re.Match[str], n: dict[str, Number]) -> Built:
    """a of b, or what is missing: the error fell by 20% (40 of 50)."""
    whole = Number(Quantity.of(1))
    return [tree for part in share(match, n) for tree in (part, Binary("−", whole, part))]


def undated(match: re.Match[str], n: dict[str, Number]) -> Built:
    """A share a/b that is no date: not (12/24)."""
    is_date = n["a"].quantity.value <= 12 and n["b"].quantity.value <= 31
    return [] if is_date else rest_or_share(match, n)


def percentage(match: re.Match[str], n: dict[str, Number]) -> Built:
    """20% of 500 rows; what has a unit is compared as it is written: 5% of 2 hours = 6 minutes."""
    is_share = n["a"].quantity.text.endswith("%") and n["b"].quantity.exact
    has_unit = MEASURED.match(match.string, n["b"].end)
    return [Binary("×", n["a"], n["b"])] if is_share and not has_unit else []


MEASURED = Pattern(
    r"\s?(?:[nmµμ]s|s|min|h|[kKMGTP]i?B|(?:milli|micro)?seconds?|minutes?|hours?|days?|weeks?)\b"
)


def spelled_percentage(match: re.Match[str], n: dict[str, Number]) -> Built:
    """Twenty-five percent of 80."""
    tens, ones = TENS.get(lower_of(match, "tens"), 0), lower_of(match, "ones", "teens")
    share = Number(Quantity.written(f"{tens + ONES.get(ones, 0)}%"))
    return [Binary("×", share, n["b"])] if n["b"].quantity.exact else []


def lower_of(match: re.Match[str], *names: str) -> str:
    return next((match[name].lower() for name in names if match[name]), "")


def factor(match: re.Match[str], n: dict[str, Number]) -> Built:
    if n["r"].quantity.text.endswith("%") and not n["a"].quantity.text.endswith("%"):
        return []
    if match["factor"].lower().endswith(("thirds", "quarters")) and not match["many"]:
        return []
    above, below = FACTORS[" ".join(match["factor"].lower().split())]
    above *= COUNTS.get((match["many"] or "").lower(), 1)
    share = Number(Quantity.of(above)) if below == 1 else Binary(
        "/", Number(Quantity.of(above)), Number(Quantity.of(below)))  # fmt: skip
    return [Binary("×", share, n["a"])]


def listed(match: re.Match[str], n: dict[str, Number]) -> Built:
    """The sum, product, mean, … of some numbers."""
    numbers = numbers_of(match)
    word = " ".join(match["word"].lower().split())
    is_other = (match["kind"] or "").strip().lower() in OTHER_KINDS
    if None in numbers or len(numbers) < 2 or is_other or are_mixed(numbers):
        return []
    match word:
        case "product" | "ratio" | "quotient" | "difference":
            op = {"product": "×", "difference": "−"}.get(word, "/")
            is_odds = word == "ratio" and n["r"].quantity.text.endswith("%")
            if is_odds or (op != "×" and len(numbers) != 2):
                return []
            tree: Node = numbers[0]
            for other in numbers[1:]:
                tree = Binary(op, tree, other)
            return [tree, Binary("−", *reversed(numbers))] if op == "−" else [tree]
        case "harmonic mean":
            inverse = [Binary("/", Number(Quantity.of(1)), part) for part in numbers]
            count = Number(Quantity.of(len(numbers)))
            return [Binary("/", count, Call("sum", tuple(inverse)))]
    return [Call(NAMES_OF_LISTS.get(word, "mean"), tuple(numbers))]  # macro F1


def series(match: re.Match[str], n: dict[str, Number]) -> Built:
    """The sum, mean or median of values that stand before it: "1, 4 and 9; their sum is 14"."""
    before = match.string[max(match.start() - NEAR, 0) : match.start()]
    numbers = numbers_of(match)
    if None in numbers or len(numbers) < 2 or "weight" in match.string.lower():
        return []
    if are_mixed(numbers):
        return []
    is_bare = not THEIR_VALUE.search(match[0])
    if is_bare and (len(numbers) < 3 or before.rstrip().endswith("=")):
        return []  # e² = 7.389, e = 2.718, 1. Sum 31.193
    if is_bare and OF_OTHERS.match(match.string, match.end()):
        return []
    if OF_CASES.search(before) or not OF_VALUES.search(before):
        return []
    call = Call(NAMES_OF_LISTS[lower_of(match, "word", "called")], tuple(numbers))
    value = call.evaluate(Reading())
    rounding = sum((q.high - q.low for q in (part.quantity for part in numbers)), Fraction(0)) / 2
    rounding /= 1 if call.name == "sum" else len(numbers)
    is_near = value is not None and abs(value[0] - n["r"].quantity.value) <= rounding
    return [call, n["r"]] if is_near else [call]  # the values may be rounded, the result not


def are_mixed(numbers: Sequence[Number]) -> bool:
    """Whether only the last of some numbers says that all are percentages: "6.0, 3.2 and 1.5 %"."""
    *first, last = (part.quantity.text.endswith("%") for part in numbers)
    return last and not all(first)


def averaged_errors(match: re.Match[str], n: dict[str, Number]) -> Built:
    """What errors come to: the mean of their amounts or squares, or its root."""
    found = FIGURES.finditer(match.string, *match.span("list"))
    numbers = [number(figure[0], figure.start()) for figure in found]
    if None in numbers:
        return []
    rounded = [replace(part, end=part.start) for part in numbers]  # the errors may be
    if match["word"].upper() == "MAE":
        return [Call("mean", tuple(rounded))]
    two = Number(Quantity.of(2))
    squares = Call("mean", tuple(Binary("^", part, two) for part in rounded))
    return [Call("sqrt", (squares,)) if match["word"].upper() == "RMSE" else squares]


def decrease(match: re.Match[str], n: dict[str, Number]) -> Built:
    """By how much a number fell."""
    return change(match, n) if n["b"].quantity.value < n["a"].quantity.value else []


def distance(match: re.Match[str], n: dict[str, Number]) -> Built:
    return [Binary("−", n["b"], n["a"])]


def perplexity(match: re.Match[str], n: dict[str, Number]) -> Built:
    """What an entropy in nats or bits is as a number of equally likely cases."""
    if match["unit"].lower() == "nats":
        return [Call("exp", (n["a"],))]
    return [Binary("^", Number(Quantity.of(2)), n["a"])]


def share_of_odds(match: re.Match[str], n: dict[str, Number]) -> Built:
    both = Binary("+", n["a"], n["b"])
    return [Binary("/", n["a"], both), Binary("/", n["b"], both)]


NEAR = 60
THEIR_VALUE = Pattern(r"\b(?:their|the|whose|have|has|with)\b", re.I)
OF_OTHERS = Pattern(r"\s+(?:over|across|with|without|including|of\s+all)\b", re.I)
# Before a list of values, and before a list of what has values.
OF_VALUES = Pattern(
    r"(?:[:=(\[]|\b(?:are|were|is|be|get|gives?|of|values?|numbers?|data|(?:square|weight|observation"
    r"|measurement|height|price|age|time|sample|return|length|point|error|score|loss|losse|misse|deviation"
    r"|exponential|residual|difference|product|logit|term|distance|count|grade|mark|salarie)s))\s*$",
    re.I,
)
OF_CASES = Pattern(r"\bfirst\b|\b(?:for|at|with|when|in)\s+(?:\w+\s+)?(?:\w\s*=\s*|\w+\s)$", re.I)
NAMES_OF_LISTS = {
    "sum": "sum", "total": "sum", "mean": "mean", "average": "mean", "arithmetic mean": "mean",
    "median": "median", "maximum": "max", "minimum": "min",
}  # fmt: skip


def change(match: re.Match[str], n: dict[str, Number]) -> Built:
    """By how much of a a number changed to b; of percentages also by how many points."""
    a, b = n["a"], n["b"]
    if not a.quantity.value or not n["r"].quantity.text.endswith("%"):
        return []
    more = Binary("−", b, a) if b.quantity.value >= a.quantity.value else Binary("−", a, b)
    readings: list[Node] = [Binary("/", more, a)]
    is_percent = a.quantity.text.endswith("%") or b.quantity.text.endswith("%")
    if "relative" in match[0].lower():
        return readings
    return [*readings, more] if is_percent or b.quantity.value <= 1 else readings


def growth(match: re.Match[str], n: dict[str, Number]) -> Built:
    """By how much something grew that is so many times what it was, if the factor is repeated."""
    factor, share = n["a"], n["r"].quantity
    is_repeated = share.low <= factor.quantity.value <= share.high
    return [Binary("−", factor, Number(Quantity.of(1)))] if is_repeated else []


def difference(match: re.Match[str], n: dict[str, Number]) -> Built:
    """By how much a number changed, in its own unit or in points; of small ones also the share."""
    a, b = n["a"], n["b"]
    are_shares = a.quantity.text.endswith("%") or b.quantity.text.endswith("%")
    if n["r"].quantity.text.endswith("%") or (are_shares and "point" not in match[0]):
        return []
    low, high = sorted((a, b), key=lambda part: part.quantity.value)
    more: Node = Binary("−", high, low)
    if "point" not in match[0]:
        return [more, *([Binary("/", more, a)] if a.quantity.value else [])]
    percent = Number(Quantity.of(100))
    return [Binary("×", more, percent), more]  # 0.8 to 0.9 are ten points, too


def unlabeled_share(match: re.Match[str], n: dict[str, Number]) -> Built:
    """a is so much of b; not "class 1 is 20% of 120"."""
    return share(match, n) if is_unlabeled(match) else []


def is_unlabeled(match: re.Match[str]) -> bool:
    """Whether no word stands before a number that it may be the label of: class 1, level 5."""
    before = match.string[: match.start()].rstrip(" (,*_`")
    return not before[-1:].isalnum() or bool(SO_FAR.search(before))


SO_FAR = Pattern(r"\b(?:so|thus|hence|and|as|because|since|that|then|but)$", re.I)


def more_or_less(match: re.Match[str], n: dict[str, Number]) -> Built:
    """a less than b, or a percent less."""
    a, b, op = n["a"], n["b"], "+" if match["less"].lower() == "more" else "−"
    if any(n[name].quantity.text.endswith("%") for name in "br") or not is_unlabeled(match):
        return []
    is_share = a.quantity.text.endswith("%")
    return [Binary(op, b, Binary("×", a, b) if is_share else a)]


FACTOR_BEFORE = Pattern(r"(?:[×·*+/−^(-]|\b(?:times|by|of|x|plus))\s*$", re.I)


def sum_of_both(match: re.Match[str], n: dict[str, Number]) -> Built:
    """a and b; not the last factor of a product: 3 × 3 × 64 weights and 64 biases."""
    return (
        [] if FACTOR_BEFORE.search(match.string[: match.start()]) else [Binary("+", n["a"], n["b"])]
    )


def reduced(match: re.Match[str], n: dict[str, Number]) -> Built:
    """a minus b, where a is not the last factor of something."""
    is_factor = FACTOR_BEFORE.search(match.string[: match.start()])
    return [] if is_factor else [Binary("−", n["a"], n["b"])]


def choose(match: re.Match[str], n: dict[str, Number]) -> Built:
    return [Call("binom", (n["a"], n["b"]))]


def scaled(factor: int | Fraction) -> Callable[[re.Match[str], dict[str, Number]], Built]:
    return lambda match, n: [Binary("×", n["a"], Number(Quantity.of(factor)))]


def called(name: str) -> Callable[[re.Match[str], dict[str, Number]], Built]:
    return lambda match, n: [Call(name, (n["a"],))]


def raised(power: int) -> Callable[[re.Match[str], dict[str, Number]], Built]:
    return lambda match, n: [Binary("^", n["a"], Number(Quantity.of(power)))]


FORMS = tuple(
    Form(*given)
    for given in [
        # 16 out of 40 is 40%; 12 of the 48 patients (25%); 1 in 5 is 20%; 10/45, or 22%
        ("out", "IS", r"{a} out of THE{b}NOUNIS ROUGHLY{r}END", share),
        ("of", "% IS", r"{a} of THE{b}IS ROUGHLYSHAREEND", share),
        ("of in", "( %", r"{a} (?:out of|of|in) THE{b}NOUN \( ?ROUGHLYSHARE ?\)", share),
        ("of in", "OR %", r"{a} (?:out of|of|in) THE{b}NOUNOR ROUGHLYSHAREEND", share),
        # 88 of the 400 frauds, so 22%; 246 of 440, 55.9%; 312 of 852 blocks: a precision of 37%
        ("of", "%", r"{a} (?:out of|of) THE{b}NOUNHENCE ROUGHLYSHAREEND", rest_or_share),
        ("of", ", %", r"{a} (?:out of|of) THE{b}, ROUGHLYSHAREEND", share),
        ("of", "%", r"{a} (?:out of|of) THE{b}, so ROUGHLYSHARE of\b", rest_or_share),
        # of 400 frauds we stopped 312, so 78%
        ("of", "%",
         r"\bof THE{b}(?: [a-z][a-z-]+){1,3}?,? (?:it|we|they|i|the model) [a-z]+ {a}RATE"
         r" ?ROUGHLYSHAREEND", rest_or_share),
        # of 250 emails, 45 were spam, i.e. 18%
        ("of", "%",
         r"\bof THE{b}(?: [a-z][a-z-]+){1,3}?,? {a} (?:were|are|was|is|had|have|[a-z]{3,}ed)"
         r"(?: [a-z-]+){0,2}RATE ?ROUGHLYSHAREEND", rest_or_share),
        # of 120 flags 84 were justified: 0.70; 84 of the 120 flags (0.70)
        ("of", ": 0.",
         r"\bof THE{b}(?: [a-z][a-z-]+){1,3}?,? {a} (?:were|are|was|is|had|have|[a-z]{3,}ed)"
         r"(?: [a-z-]+){0,2}: ROUGHLYDECIMALEND", rest_or_share),
        ("of", "( 0.", r"{a} (?:out of|of) THE{b}NOUN \( ?ROUGHLYDECIMAL ?\)", rest_or_share),
        # 12 is 30% of 40
        ("of", "% IS", r"{a} (?:is|are|makes? up|represents?|equals) ROUGHLYSHARE of THE{b}END",
         unlabeled_share),
        ("less more fewer", " than IS",
         r"{r} is {a} (?P<less>less|more|fewer) than {b}END", more_or_less),
        ("in", "% IS", r"{a} in {b}IS ROUGHLYSHAREEND", share),
        ("", "/ ( %",
         r"(?P<a>BEFOREDIGITS) ?/ ?(?P<b>DIGITS) \( ?(?:or |i\.e\.,? |= ?)?ROUGHLYSHARE ?\)",
         joined("/")),
        ("", "/ OR %", r"(?P<a>BEFOREDIGITS) ?/ ?(?P<b>DIGITS)OR ROUGHLYSHAREEND", joined("/")),
        # 85% (102/120); 85% (102 of the 120 patients)
        ("", "/ ( %",
         r"ROUGHLYSHARE \( ?(?:i\.e\.,? |= ?)?(?P<a>BEFOREDIGITS) ?/ ?(?P<b>DIGITS) ?\)",
         undated),
        ("of", "( %",
         r"ROUGHLYSHARE \( ?(?:i\.e\.,? )?{a} (?:out of|of) THE{b}NOUN ?\)", rest_or_share),
        # 900/949, roughly 94.8%
        ("", "/ %", r"(?P<a>BEFOREDIGITS) ?/ ?(?P<b>DIGITS), (?P<roughly>about|roughly"
         r"|approximately|around|nearly|almost) (?P<r>DIGITS ?%)END", joined("/")),
        # of the 1,590 orders 954 came from old customers, i.e. 60%; from new ones 636, i.e. 40%
        ("of", "i.e. %",
         r"\bof THE{b}(?: [a-z-]+){1,3},? {a} (?:were|are|was|had|came|come|went|[a-z]{3,}ed)"
         r"(?: [a-z-]+){1,4}, i\.e\. ROUGHLYSHAREEND", rest_or_share),
        ("of", "i.e. ; %",
         r"\bof THE{b}(?: [a-z-]+){1,3},? \d[^;]{1,90};(?: and)?(?! of)(?: [a-z-]+){1,4}? {a}"
         r", i\.e\. ROUGHLYSHAREEND", rest_or_share),
        # 1,152 weights and 12 biases, hence 1,164 parameters
        ("weights", "bias",
         r"{a} weights(?: and|,| plus) {b} bias(?:es)?(?: terms?| parameters?)?,? (?:(?:hence|so"
         r"|thus|therefore|i\.e\.|that is|which (?:is|gives|makes)|makes?|give|giving|altogether"
         r"|together|in total|a total of|for a total of),? ?){1,2}ROUGHLY{r} (?:\w+ )?"
         r"(?:parameters|params|numbers|in total|altogether|in all)", sum_of_both),
        # 5% of 200 is 10; half of 80 is 40; twice 12 is 24
        ("of", "% IS", r"{a} of THE{b}NOUNIS ROUGHLY{r}END", percentage),
        ("of", "( %", r"{a} of THE{b}NOUN \( ?ROUGHLY{r} ?\)", percentage),
        ("half third thirds quarter quarters fifth tenth hundredth twice double triple times", "IS",
         rf"MANY\b(?P<factor>{'|'.join(FACTORS)}) (?:of )?THE{{a}}IS ROUGHLY{{r}}END", factor),
        ("cent percent", "IS", r"\bSPELLED per ?cent of THE{b}NOUNIS ROUGHLY{r}END",
         spelled_percentage),
        # 2/3 of 3/4 is 1/2
        ("of", "PART IS",
         r"(?P<a>FRACTION) of THE(?P<b>FRACTION|VALUE)NOUNIS ROUGHLY(?P<r>FRACTION|VALUE)"
         r"END", fraction_of),
        # 10 divided by 45 is 0.22; dividing 10 by 45 gives 0.22
        ("divide divides divided dividing", "GET",
         r"divid(?:e|es|ed|ing) {a} by {b}GET ROUGHLY{r}END", joined("/")),
        ("multiply multiplies multiplied multiplying", "GET",
         r"multipl(?:y|ies|ied|ying) {a} (?:by|with|and) {b}GET ROUGHLY{r}END",
         joined("×")),
        ("add adds added adding", "GET",
         r"add(?:s|ed|ing)? {a} (?:and|to) {b}GET ROUGHLY{r}END", joined("+")),
        ("subtract subtracts subtracted subtracting", "GET",
         r"subtract(?:s|ed|ing)? {b} from {a}GET ROUGHLY{r}END", joined("−")),
        # E[x²] = 15; minus 3² = 9 leaves 6
        ("minus", "GET", r"{a}[,;] minus (?:[^,;=≈]{1,30} ?[=≈] ?)?{b}GET ROUGHLY{r}END", reduced),
        # the product of 0.8 and 0.5 is 0.4
        ("sum total product difference ratio quotient mean average median maximum minimum macro",
         "IS",
         r"(?P<kind>\b\w+ )?\b(?P<word>(?:harmonic |arithmetic )mean|sum|total|product|ratio"
         r"|macro (?:F1|precision|recall)|difference|quotient|mean|average|median|maximum"
         r"|minimum) (?:of|between) LISTIS "
         r"ROUGHLY{r}END", listed),
        # the errors are 1, 4 and 9; their sum is 14
        ("their the whose have has with", "MEAN",
         r"SERIES[,;.]?(?: so| and| thus| then| which)?(?: (?:their|the|whose) (?P<word>LISTED)"
         r" (?:is|equals|=)| (?:have|has|with) an? (?P<called>LISTED) of) ROUGHLY{r}END", series),
        # losses 0.4, 0.1 and 0.7; mean 0.4
        ("sum total mean average median", "MEAN",
         r"SERIES[,;.:]? (?:so |→ |⇒ )?(?P<word>LISTED):?(?: is| =| ≈)? ROUGHLY{r}END", series),
        # 40% and 30%: a difference of 10 points; 9% against 5.5%, a lift of 3.5 points
        ("difference gap lift uplift", "point",
         r"{a} (?:and|vs\.?|against|versus) {b}(?:: |, |\. )(?:an? |the |so an? )?"
         r"(?:absolute )?(?:difference|gap|lift|uplift)(?: is| of| =|:)? ROUGHLY{r} "
         r"(?:percentage )?points\b", difference),
        # 3 ms → 2 ms is 33% less time
        ("less fewer", "%",
         r"{a} (?P<unit>[a-z]{1,7}) ?(?:→|->|to) {b} (?P=unit)(?:: |,? (?:which )?is |, i\.e\. )"
         r"ROUGHLYSHARE (?:less|fewer)\b", decrease),
        # from 62 to 35 tokens/s (−44%)
        ("from", "( %", r"from {a}UNIT to {b}(?: [a-z/]+)? \([−+-]SHARE\)", change),
        # quartiles 4.25 and 7.5, IQR 3.25
        ("iqr interquartile", "quartiles",
         r"quartiles (?:are |of |= )?{a} and {b}[^\d]{0,40}?(?:IQR|interquartile range)"
         r"(?: is| of| =|:)? ROUGHLY{r}(?= ?[a-z€%]{0,6}[.,;)]|\s*$)", distance),
        # 3.1 nats per token are a perplexity of 22.2
        ("nats bits", "perplexity",
         r"{a} (?P<unit>nats|bits)\b[^.;:\d]{0,40}?\bperplexity(?: of| is| =| ≈)? ROUGHLY{r}END",
         perplexity),
        # odds 7762 : 999, probability 0.886
        ("odds", ":",
         r"\bodds\b[^.;\d]{0,30}? {a}(?: : |:){b},? (?:so |hence |i\.e\. |or )?(?:an? )?"
         r"(?:probability|chance)(?: of| is| ≈| =)? ROUGHLY{r}END", share_of_odds),
        # 10 × 5-fold = 50 fits
        ("fold", "×",
         r"{a} ?× ?{b}-fold(?: CV| cross-validation)? ?(?:=|is|are|makes?|gives?|→) ROUGHLY{r} "
         r"(?:fits|models|trainings|runs|scores)\b", joined("×")),
        # errors 1, −3 and 2; MAE 2
        ("mae mse rmse", "m",
         r"(?:errors|residuals|misses|deviations)(?: are| of|:)? SIGNED[,;.:]? (?:so |→ |⇒ )?"
         r"(?:the )?(?P<word>MAE|R?MSE):?(?: is| =| ≈)? ROUGHLY{r}END", averaged_errors),
        ("choose", "IS", r"{a} choose {b}IS ROUGHLY{r}END", choose),
        ("squaring", "GET", r"squaring {a}GET ROUGHLY{r}END", raised(2)),
        ("cubing", "GET", r"cubing {a}GET ROUGHLY{r}END", raised(3)),
        ("doubling", "GET", r"doubling {a}GET ROUGHLY{r}END", scaled(2)),
        ("tripling", "GET", r"tripling {a}GET ROUGHLY{r}END", scaled(3)),
        ("halving", "GET", r"halving {a}GET ROUGHLY{r}END", scaled(Fraction(1, 2))),
        ("root", "IS", r"(?<!cube) (?:square )?root of {a}IS ROUGHLY{r}END", called("sqrt")),
        ("base", "IS", r"\blog(?:arithm)?,? base 2 of {a}IS ROUGHLY{r}END", called("log2")),
        ("natural", "IS", r"natural log(?:arithm)? of {a}IS ROUGHLY{r}END", called("ln")),
        # the factor is 2.25, i.e. it has grown by 225%
        ("grown grew increased rose risen", "factor %",
         r"\bfactor\b[^;]{0,40}? {a},? (?:i\.e\.,?|that is,?|so|or|which means)(?: [a-z]+){0,4} "
         r"(?:grown|grew|increased|rose|risen) by ROUGHLYSHAREEND", growth),
        # 2,000 steps in 250 s, that is 12 steps/s
        ("in", "/",
         r"{a} (?P<what>[a-z]+) in {b} ?(?P<unit>s|min|h|seconds|minutes|hours|days)"
         r"(?: ?(?:→|->|=|:)|,? (?:i\.e\.,?|that is,?|which is|so)) "
         r"(?:an? )?(?:(?:average|mean|speed|rate|throughput) )?(?:of )?ROUGHLY"
         r"{r} (?P=what) ?(?:/|per ) ?(?P=unit)\b", joined("/")),
        # = 2.5. A fall from 26.5 by about 91%
        ("from", "= % CHANGE",
         r"[=≈] {b}\. (?:th(?:at|is) is |that['’]s )?an? CHANGE from {a} (?:by|of) ROUGHLYSHAREEND",
         change),
        ("from", "by %", r"from {a}UNIT to {b}UNIT,? (?:i\.e\. |or |that is,? )?by ROUGHLYSHAREEND",
         change),
        # from 80 to 100, a 25% increase
        ("from", "% CHANGE",
         r"from {a}UNIT to {b}UNIT,? (?:(?:which )?is |or )?\(?an? ROUGHLYSHARE CHANGE",
         change),
        ("from", "% CHANGE", r"an? ROUGHLYSHARE CHANGE,? from {a}UNIT to {b}END", change),
        ("from", "% CHANGE",
         r"from {a}UNIT to {b}UNIT,? (?:(?:which )?is |or )?\(?an? CHANGE of ROUGHLYSHARE", change),
        # from 0.80 to 0.92, a gain of 0.12
        ("from", ". CHANGE", r"from {a} to {b},? (?:(?:which )?is )?an? CHANGE of ROUGHLY{r}END",
         difference),
        ("from", "point",
         r"from {a} to {b},? (?:or |i\.e\.,? |that is,? |an? CHANGE of )?\(?ROUGHLY{r} "
         r"(?:percentage )?points\b", difference),
        ("from", "point",
         r"\bby ROUGHLY{r} (?:percentage )?points,? from {a} to {b}END", difference),
    ]
)  # fmt: skip
SERIES_FORMS = [form for form in FORMS if form.build in (series, averaged_errors)]
FROM_FORM = next(form for form in FORMS if form.written.startswith("[=≈] {b}"))
