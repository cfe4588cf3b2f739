"""Claims that confuse two things: what belongs to one is said of the other, or less is called more.

"The null hypothesis of the ADF test is stationarity" gives one test what belongs to another; "a GRU
has more gates than an LSTM" turns a comparison round. An entry of the data files names the things
and what is true of each, and a sentence is read as a row of these names and facts.
"""

import re
from collections.abc import Callable, Iterator

from hooks.language.effects import whole_words
from hooks.language.literals import Needs, needs
from hooks.language.stances import (
    LONGEST,
    NEGATOR,
    RESERVED,
    SPAN,
    Beside,
    Span,
    is_within,
    passages,
    words_of,
)
from hooks.pattern import Pattern
from hooks.record import cached_property, record

FARTHEST = 110  # characters between a name and what is said of it
# What may stand there although the fact is not said of the name: "BERT replaced models with …".
APART = Pattern(
    r"(?<![^ ])(?:than|differ\w*|contrast\w*|opposed|replac\w+|avoid\w*|lacks?|lacking|drop\w*"
    r"|remov\w*|fix(?:es)?|against|opposite|whether|versus|vs|between|like|similar|or|except|beyond"
    r"|into|turns?|extend\w*|generali[sz]\w*|convert\w*|choose|compar\w+|reject\w*|both|either|if"
    r"|neither|used (?:in|by|for|with)|would|could|might|from|before|after|until|follow\w*)(?![^ ])"
)
# "the share of actual positives that are found is called precision": a fact before its name
IS_CALLED = Pattern(
    r" (?:(?:that|which) )?(?:(?:is|are|was) (?:called |known as |named |termed |measured by "
    r"|described by |the \w+ of |done by |what )?|describes? |defines? |belongs? to |: )"
    r"(?:(?:the|a|an) )?"
)
ENDS = Pattern(r";(?! (?:its|it|they|this) )")  # "… is the usual test; its null hypothesis is …"
RESPECTIVELY = "respectively"


@record
class Apart:
    """Things that are confused, each with what is true of it alone.

    each: name and fact of each thing, patterns of words; of: what the passage must hold besides;
    unless: what makes it right; within: what stands somewhere above or beside the sentence.
    """

    each: tuple[tuple[str, str], ...]
    of: str = ""
    unless: str = ""
    within: str = ""

    @classmethod
    def of_data(cls, written: dict, expanded: Callable[[str], str]) -> "Apart":
        """What the data file says: {each: [[name, fact], [name, fact]], of: words, …}."""
        each = tuple((expanded(name), expanded(fact)) for name, fact in written["each"])
        rest = {key: expanded(text) for key, text in written.items() if key != "each"}
        return cls(each=each, **rest)

    @cached_property
    def needs(self) -> Needs:
        """The letters that a text holds which names one of the things and one of the facts."""
        parts = ("|".join(filter(None, texts)) for texts in zip(*self.each, strict=True))
        return tuple(found for part in parts for found in needs(part, lambda _: ()))

    def may_be_in(self, text: str, _near: str = "") -> bool:
        """Whether a simplified text holds a name and the fact of another."""
        row = words_of(text)
        marks = [
            {
                i
                for i, two in enumerate(self.each)
                if two[kind] and whole_words(two[kind].replace("¬", "")).search(row)
            }
            for kind in (NAME, FACT)
        ]
        return any(name != fact for name in marks[NAME] for fact in marks[FACT])

    def search(self, said: str, beside: Beside) -> re.Match[str] | None:
        """Where a reading gives one thing what belongs to another."""
        if len(said) > LONGEST or RESERVED.search(said):
            return None
        if self.unless and whole_words(self.unless).search(said):
            return None
        if self.within and not whole_words(self.within).search(f"{beside.text()} {said}"):
            return None
        spans = (self.confused(said, *span) for span in passages(said))
        span = next(filter(None, spans), None)
        return SPAN.match(said, *span) if span else None

    def confused(self, said: str, start: int, end: int) -> Span | None:
        """Where a passage does so: from the first to the last word of the wrong pairs."""
        if self.of and not whole_words(self.of).search(said, start, end):
            return None
        marks = self.marks(said, start, end)
        if any(
            start <= found.start() < end and not any(is_within(found.span(), m[0]) for m in marks)
            for found in NEGATOR.finditer(said, start, end)
        ):
            return None
        pairs = list(paired(marks, said[start:end].rstrip(" ,").endswith(RESPECTIVELY)))
        if not pairs or not all(is_linked(said, *pair) for pair in pairs):
            return None
        wrong = [pair for pair in pairs if pair[0][2] != pair[1][2]]
        places = [place for pair in wrong for mark in pair for place in mark[0]]
        return (min(places), max(places)) if wrong else None

    def marks(self, said: str, start: int, end: int) -> list["Mark"]:
        """The names and facts of a passage in their order, none inside another one."""
        found: dict[Span, Mark | None] = {}
        for i, two in enumerate(self.each):
            for kind, pattern in enumerate(two):
                for match in whole_words(pattern).finditer(said, start, end) if pattern else ():
                    twice = match.span() in found
                    found[match.span()] = None if twice else (match.span(), kind, i)
        marks = [
            mark
            for span, mark in sorted(found.items())
            if mark and not any(is_within(span, other) and span != other for other in found)
        ]
        return [mark for i, mark in enumerate(marks) if not i or mark[1:] != marks[i - 1][1:]]


NAME, FACT = range(2)
Mark = tuple[Span, int, int]  # where, whether a name or a fact, and of which thing


def paired(marks: list[Mark], is_in_turn: bool) -> Iterator[tuple[Mark, Mark]]:
    """Each name with what is said of it; nothing where that is not clear."""
    kinds = [mark[1] for mark in marks]
    half = len(marks) // 2
    if kinds == [NAME, FACT] * half:
        yield from zip(marks[::2], marks[1::2], strict=True)
    elif is_in_turn and half > 1 and kinds == [NAME] * half + [FACT] * half:
        yield from zip(marks[:half], marks[half:], strict=True)
    elif kinds == [FACT, NAME]:
        yield marks[1], marks[0]
    elif kinds[:1] == [NAME] and len({mark[2] for mark in marks if mark[1] == NAME}) == 1:
        facts = [mark for mark in marks if mark[1] == FACT]
        if facts and all(mark[2] != marks[0][2] for mark in facts):
            yield marks[0], facts[0]


def is_linked(said: str, name: Mark, fact: Mark) -> bool:
    """Whether the words between a name and a fact say the one of the other."""
    if name[0] < fact[0]:
        between = said[name[0][1] : fact[0][0]]
        return len(between) <= FARTHEST and not APART.search(between) and not ENDS.search(between)
    return bool(IS_CALLED.fullmatch(said[fact[0][1] : name[0][0]]))


MORE = r"(?:more|larger|higher|greater|bigger|longer|wider)"
FEWER = r"(?:fewer|less|smaller|lower|shorter|narrower)"
WORDS = (  # up to seven words of one clause: "is slower but more accurate"
    r"(?: (?!(?:while|whereas|than|can|may|might|could) "
    r"|(?:and|but) (?!(?:also|more|less|\w+er) ))[^ ¬;,:]+){0,7}?"
)
ABOVE = rf"(?:exceeds?|(?:is|lies|are) (?:\w+ )?(?:above|{MORE} than)|>)"
BELOW = rf"(?:(?:is|lies|are) (?:\w+ )?(?:below|under|{FEWER} than)|<)"
NOT = r"(?:¬never|¬not|¬cannot|¬can't|¬doesn't|¬don't|¬isn't|¬aren't|¬no)"
BEYOND = rf"(?:exceeds?|surpass(?:es)?|(?:be |lie |get )?(?:\w+ )?(?:above|{MORE} than))"
SHORT_OF = rf"(?:(?:fall|drop|be|lie|get|is|are)s? )?(?:\w+ )?(?:below|under|{FEWER} than)"
AT_MOST = (  # "can never exceed", "is at most", "≤"
    rf"(?:(?:can|could|may|will|does|do|is|are) )*{NOT} (?:ever )?{BEYOND}"
    r"|(?:is|are|be) (?:\w+ )?(?:at most|bounded (?:from )?(?:above )?by)|≤|<="
)
AT_LEAST = (
    rf"(?:(?:can|could|may|will|does|do|is|are) )*{NOT} (?:ever )?{SHORT_OF}"
    r"|(?:is|are|be) (?:\w+ )?at least(?: as (?:large|high|big|great) as)?|≥|>="
)
CAN = r"(?:can|may|might|could|sometimes|will)(?: \w+)?"


@record
class Compared:
    """Two things of which the first has more: of a quantity, or in a property that words name.

    quantity: of what, "" where the things are quantities themselves. high, low: adjectives for the
    first and the second. of: what the sentence must hold besides; unless: what makes it right.
    is_law: whether the first quantity is never below the second, so that "it can be" is wrong too.
    """

    first: str
    second: str
    quantity: str = ""
    high: str = ""
    low: str = ""
    of: str = ""
    unless: str = ""
    is_law: bool = False

    @classmethod
    def of_data(cls, written: dict, expanded: Callable[[str], str]) -> "Compared":
        """What the data file says: {more: the first, than: the second, quantity: words, …}."""
        texts = {key: expanded(text) for key, text in written.items() if key != "law"}
        first, second = texts.pop("more"), texts.pop("than")
        return cls(first=first, second=second, is_law=written.get("law", False), **texts)

    @cached_property
    def needs(self) -> Needs:
        both = (self.first, self.second)
        return tuple(found for one in both for found in needs(one, lambda _: ()))

    def may_be_in(self, text: str, _near: str = "") -> bool:
        """Whether a simplified text may compare the two; finding it out costs as much."""
        return True

    @cached_property
    def reversed(self) -> re.Pattern[str]:
        """Who says the opposite: the second has more than the first, or the first less."""
        ways = [
            comparison(self.second, self.first, MORE, self.quantity, self.high, ABOVE),
            comparison(self.first, self.second, FEWER, self.quantity, self.low, BELOW),
        ]
        if not (self.quantity or self.high or self.low):
            ways += bounds(self.first, self.second)
        if self.is_law:
            ways += exceptions(self.first, self.second)
        return whole_words("|".join(ways))

    @cached_property
    def asked(self) -> re.Pattern[str]:
        """Who asks for the truth, "Can the first be larger than the second?", to be denied."""
        above = rf"(?:{ABOVE}|{BEYOND})"
        return whole_words(f"{self.first}{WORDS} {above} {self.second}")

    def search(self, said: str, beside: Beside | None = None) -> re.Match[str] | None:
        """Where a reading compares the two the wrong way round."""
        if self.of and not whole_words(self.of).search(said):
            return None
        if self.unless and whole_words(self.unless).search(said):
            return None
        if beside and beside.denied:
            return self.asked.search(said, 0, beside.denied) if self.is_law else None
        return self.reversed.search(said)


def comparison(
    one: str, other: str, degree: str, quantity: str, adjectives: str, beyond: str
) -> str:
    """A pattern for "one has more of the quantity than the other"."""
    signs = [rf"{beyond}{WORDS}"]
    if quantity:
        signs = [
            rf"{degree}(?: \w+){{0,2}}? (?:{quantity}){WORDS} than{WORDS}",
            rf"(?:{quantity}){WORDS} {degree}{WORDS} than{WORDS}",
        ]
    if adjectives:
        signs.append(rf"(?:{adjectives}){WORDS} than{WORDS}")
    return rf"(?:{one}){WORDS} (?:{'|'.join(signs)}) (?:{other})"


def bounds(first: str, second: str) -> list[str]:
    """Patterns for "the first can never exceed the second", though it mostly does."""
    return [
        rf"(?:{first}){WORDS} (?:{AT_MOST}) (?:{second})",
        rf"(?:{second}){WORDS} (?:{AT_LEAST}) (?:{first})",
    ]


def exceptions(first: str, second: str) -> list[str]:
    """Patterns for "the second can exceed the first", though it never does."""
    return [
        rf"(?:{second}){WORDS} {CAN} {BEYOND} (?:{first})",
        rf"(?:{first}){WORDS} {CAN} {SHORT_OF} (?:{second})",
    ]
