"""A formula that a page gives for a quantity, and what around it may tell for which."""

import re
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter

from hooks.algebra.catalog import Quantity, catalog
from hooks.algebra.lexer import Token
from hooks.algebra.named_quantities import (
    ARTICLES,
    GENERAL,
    LINKING,
    LONGEST_LINK,
    LONGEST_NAME,
    LONGEST_OPENING,
    NUMBERING,
    WORD,
    far_names,
    of_many,
    opening_names,
    quantities_named,
    sentence_before,
    titled,
    without_link,
)
from hooks.algebra.names import key
from hooks.algebra.quoting import is_quoted
from hooks.page import Question, Text
from hooks.pattern import Pattern
from hooks.record import record

GOES_ON = Pattern(r"[,;=]|\b(?:where|with\s\S+\s=)")  # behind what a sentence is about
IT_IS = Pattern(r"(?:^|[.!?:]\s+|\n)(?:It|This|(?:The )?[Ff]ormula)(?: is| equals|:)\s*$")
LEADING = frozenset(":=—–-→⇒≡")
OF_WHAT = frozenset("of for between with at".split())
IN_BRACKETS = Pattern(r"(?<=\w)\([^()]{1,20}\)")
NOT_ITSELF = Pattern(
    r"\b(?:if|when|not|without|un\w+|compar\w+|oppos\w+|derivative|gradient|log|ratio|age|half-life|window|span)\b",
    re.I,
)
PENALIZED = Pattern(
    r"\b(lasso|ridge)\b[^.;,]{0,80}\b(?:squares|errors?|loss|RSS|MSE|SSE|residuals)\s+plus\s*$",
    re.I,
)
PENALTIES = {"lasso": "L1 penalty", "ridge": "L2 penalty"}
SHORTEST_SYMBOL = 4


@record
class Claim:
    """A formula that is given for a quantity.

    quantities: all that bear the name. arguments: what stands in brackets behind it.
    tokens: the formula's, whose places count from `offset`; text, start, end: where it stands.
    is_sure: the name stands beside it; otherwise a heading or the paragraph's first words name it.
    about: the words around, which may say that another convention is meant.
    topic: the heading and the paragraphs above. symbols: what its left side may be a symbol for.
    refuted: of an identity, which has no quantity, what computes what is right instead.
    elsewhere: all that the page mentions, if only that names the quantity.
    by_topic: nothing but the topic of its section tells which quantity it may be.
    """

    quantities: tuple[Quantity, ...]
    arguments: tuple[str, ...]
    tokens: tuple[Token, ...]
    latex: bool
    text: Text
    start: int
    end: int
    offset: int
    is_sure: bool
    about: str
    is_among_mistakes: bool
    refuted: Callable[[], str] | None = None
    topic: str = ""
    symbols: frozenset[str] = frozenset()
    elsewhere: tuple[Quantity, ...] = ()
    by_topic: bool = False

    @property
    def is_quoted(self) -> bool:
        """Whether it stands among mistakes, or its sentence says that it is not the quantity."""
        in_case = bool(self.quantities) and all(q.in_case for q in self.quantities)
        place = self.text.content, self.start, self.end
        return self.is_among_mistakes or is_quoted(*place, in_case)

    @property
    def formula(self) -> str:
        return self.text.content[self.start : self.end]


@record
class Context:
    """What names a formula that does not name itself.

    near: quantities named right beside it. heading, lead: the titles and paragraphs whose first
    words may name it. quoted: it stands among mistakes. named_behind: the words around it name it,
    so that its left side may be any name. told: how the section begins, in small letters.
    page: what names its quantity if nothing that is nearer does.
    """

    near: tuple[Quantity, ...] = ()
    heading: str = ""
    leads: tuple[str, ...] = ()
    quoted: bool = False
    stands_alone: bool = False
    named_behind: bool = False
    told: str = ""
    page: Question | None = None

    @property
    def titled(self) -> tuple[Quantity, ...]:
        """What the heading, or the first words of the paragraph above, are the name of."""
        return titled(self.heading, self.leads[:1])

    @property
    def far(self) -> tuple[Quantity, ...]:
        return far_names(self.heading, self.leads)

    @property
    def topic(self) -> str:
        """The heading and the paragraphs above, and a space behind them."""
        return f"{self.heading} {' '.join(self.leads)} "


def named_before(before: str, context: Context) -> tuple[Quantity, ...]:
    """What a sentence before a formula names in other ways."""
    sentence = sentence_before(before, len(before))
    return (
        opening_names(before)
        or of_many(sentence)
        or penalty_named(sentence)
        or symbol_named(sentence, context)
    )


def called_names(before: str, context: Context) -> tuple[Quantity, ...]:
    """What a sentence's subject is called where its topic is told: "The level update is"."""
    if not may_be_called(before):
        return ()
    if IT_IS.search(before[-LONGEST_LINK:]):
        return titled(context.heading, context.leads[:1])
    sentence = sentence_before(before, len(before))
    linked = without_link(sentence)
    bare = IN_BRACKETS.sub("", linked)
    run = WORD.findall(ARTICLES.sub("", NUMBERING.sub("", bare)).lower())
    if not run or len(run) > LONGEST_OPENING:
        return ()
    is_led = len(linked) < len(sentence.rstrip()) and not GOES_ON.search(bare)
    found = list(called_at_an_end(run, is_led))
    if not found:
        return named_first(run) if is_led and not NOT_ITSELF.search(bare) else ()
    told = "\n".join((context.heading, context.told, *context.leads, before)).lower()
    return tuple(q for q in dict.fromkeys(found) if q.is_told_in(told))


def called_at_an_end(run: Sequence[str], is_led: bool) -> Iterator[Quantity]:
    """What a subject's first or last words are called, if the rest leaves it what it is.

    is_led: what the words lead to is said of what they begin with.
    """
    calls, counts = catalog().by_call, range(min(len(run), LONGEST_NAME), 0, -1)
    starts = ((run[:count], run[count:]) for count in counts) if is_led else ()
    ends = ((run[-count:], run[:-count]) for count in counts)
    for splits in (starts, ends):
        named = ((calls.get(key(" ".join(name)), ()), rest) for name, rest in splits)
        found, rest = next(filter(itemgetter(0), named), ((), ()))
        yield from () if NOT_ITSELF.search(" ".join(rest)) else found


def may_be_called(before: str) -> bool:
    """Whether a text ends with what leads to a formula, or is called one: a quick look."""
    end = before[-LONGEST_LINK:].rstrip()
    last = end.rpartition(" ")[2].lower()
    return end[-1:] in LEADING or last in LINKING or last in catalog().call_ends


def named_first(run: Sequence[str]) -> tuple[Quantity, ...]:
    """What a subject begins with, if the rest only says of what: "the PMI score of two words"."""
    for count in range(min(len(run) - 1, LONGEST_NAME), 1, -1):
        name = " ".join(run[:count])
        if run[count] in OF_WHAT and name not in GENERAL and (found := quantities_named(name)):
            return found
    return ()


def penalty_named(sentence: str) -> tuple[Quantity, ...]:
    """The penalty that a model adds: "Lasso minimizes the squared error plus"."""
    found = PENALIZED.search(sentence) if sentence.endswith(("plus ", "plus")) else None
    return catalog().by_name[key(PENALTIES[found[1].lower()])] if found else ()


def symbol_named(sentence: str, context: Context) -> tuple[Quantity, ...]:
    """What a word before an equals sign stands for below its heading: "output = `…`"."""
    left = sentence.rstrip()
    if not left.endswith("="):
        return ()
    word = left[:-1].rstrip().rpartition(" ")[2]
    if len(word) < SHORTEST_SYMBOL:
        return ()
    return tuple(q for q in far_names(context.heading, ()) if key(word) in q.symbols)
