"""Claims that take a stance: "peeking is harmless", "trees need scaling", "no need to scale".

Whoever makes such a claim names some ideas and takes one of two sides, in any order and wording. So
a stance of stances.yml lists the ideas that one passage must hold and the words of the wrong side.
Words of the other side count as the wrong one where they are negated ("does not leak", "no bias"),
and the other way round; where both sides are taken, or a negation stays that neither explains, the
sentence is left alone.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from hooks.language.effects import whole_words
from hooks.language.literals import Needs, holds, needs
from hooks.language.reading import Reading
from hooks.language.stand_ins import agree, repeats
from hooks.pattern import Pattern
from hooks.record import cached_property, record

OPPOSITES = {"fine": "harmful", "needed": "needless", "changed": "kept"}
OPPOSITES |= {there: here for here, there in OPPOSITES.items()}

# Words that let a claim hold sometimes, or report how things look; "even if" lets it hold always.
RESERVED = Pattern(
    r"(?<![^ ])(?:unless|provided|except|apart from|(?:as|so) long as|assuming|at first|at best"
    r"|(?<!and )only (?:if|when|for|where|in|then|with|by (?:accident|chance))"
    r"|seems?|appears?|apparently|sounds"
    r"|looks(?! (?:like|at|into|for|up|only|also|back|ahead)(?![^ ]))"
    r"|look (?:good|fine|safe|harmless|ok|great)|(?<!data )(?<!distribution )look like"
    r"|in which case|depending on|depends on whether|instead of|rather than|unlike|by contrast"
    r"|in contrast|compared (?:to|with)|taken (?:for|as)|mistaken|¬neither|¬nor"
    r"|(?:i|you|we)(?: have)? (?:read|hear|heard)"
    r"|\d+,\d+ [a-z] \d+,\d+)(?![^ ])"  # the points of an example
)
CONTRAST = Pattern(
    r" (?:;(?! (?:it|this|they|so|that|there|therefore|hence|¬no|¬nothing|its"
    r"|the (?:error|score|estimate|results?|folds|evaluation|\w+ (?:\w+ )?rate)) )"
    r"|but(?! (?:\w+ly|it|they|this|also|still|is|are|has|have) )|whereas|while(?! \w+ing\b)"
    r"|although|though|yet|however(?! (?:many|much|often|large|long|small|big|deep|high|few) )"
    r"|nevertheless|still ,) "
)
TURN = Pattern(
    r" (?:but|yet|nevertheless|still ,"
    r"|however(?! (?:many|much|often|large|long|small|big|deep|high|few) )) "
)
CLAUSE = Pattern(r" (?:[,;:—]|but|because|since|so|hence|thus|therefore|and|or|which|when|if|as) ")
REASON = Pattern(r"(?:^|(?<= ))(?:because|since|as) [^,]+,")
NEGATOR = Pattern(r"¬[^ ]+")
LONGEST = 1500  # characters of a sentence that is read
BEHIND = Pattern(r"¬(?:no|not|nothing)(?![^ ])")
REACH = 5  # words between a negator and what it negates
TOLD = Pattern(  # an instruction, or what "we" do
    r"(?:^|(?<=[:;,—] )|(?<=then )|(?<=and ))(?:(?:first|then|next|afterwards|finally|always|simply"
    r"|just|also|ok|step \d|\d) ,? ?)*(?:appl(?:y|ies)|use|fit|run|scale|standardi[sz]e"
    r"|normali[sz]e|oversample|upsample|resample|balance|select|choose|pick|compute|generate|impute"
    r"|shuffle|split|perform|start|duplicate|tune|take|put|call|do|drop|remove|delete|keep|stop|add"
    r"|set|adjust|optimi[sz]e|begin|collect|gather|limit|transform|check|initiali[sz]e|prefer)"
    r"(?![^ ])"
    r"|(?<![^ ])(?:pipeline|code|script|notebook|workflow|team|author|analyst)"
    r" (?:first |then )*\w+s(?![^ ])"
    r"|(?<![^ ])(?:should|must|ha(?:s|ve) to|needs? to|(?:we|i) (?:first |then |always |also )*"
    r"[a-z]+(?:ed|s|e|y|t)|(?:was|were|is|are) (?:\w+ly |first |then |always )?\w+ed)(?![^ ])"
)
UNTOLD = Pattern(r"(?<![^ ])(?:if|when|whenever|would|¬\S+)(?![^ ])")
EITHER = Pattern(r"(?<![^ ])(?:or|vs|versus)(?![^ ])")
NOTHING = "(?!)"
SPAN = Pattern(r".+", re.S)
SAYS, DENIES, OPPOSITE = range(3)  # the last counts where two have the same words

Span = tuple[int, int]


@record
class Beside:
    """What belongs to a reading: all of it, and what stands above it on the page.

    near: the words that the sentence leans on: a question, a name, the sentence before.
    denied: so many first characters of the reading are a question that is answered with no.
    before: all of the page's text up to it.
    """

    reading: Reading
    text: Callable[[], str]
    near: str = ""
    denied: int = 0
    before: Callable[[], str] = str


@record
class Stance:
    """A side that a wrong claim takes on something, all parts being patterns of words.

    of: the ideas that one passage of a sentence holds; says: the words of the wrong side; opposite:
    those of the other one, which say the wrong one when negated; denies: more words that speak
    against it. within: what stands somewhere above or beside the sentence. unless: what
    makes it right. is_told: whether an instruction takes the side without any of its words.
    near: what the sentence holds, or what it leans on; then `unless` counts there too.
    restates: whether it gives one number another meaning, so that two shares must agree.
    repeats: a number's role somewhere above, its name and a group, that the claim must repeat.
    """

    of: tuple[str, ...]
    says: str
    opposite: str = ""
    denies: str = ""
    within: str = ""
    unless: str = ""
    is_told: bool = False
    near: str = ""
    restates: bool = False
    repeats: str = ""

    @classmethod
    def of_data(cls, written: dict, expanded: Callable[[str], str]) -> "Stance":
        """What the data file says: {of: […], says: fine or words, denies: words, …}."""
        side = written["says"]
        wrong, other = [side], []
        if side in OPPOSITES:
            wrong, other = [f"{{{side}}}"], [f"{{{OPPOSITES[side]}}}"]
        return cls(
            of=tuple(map(expanded, written["of"])),
            says=expanded("|".join((*wrong, written.get("also", ""))).strip("|")),
            opposite=expanded("|".join((*other, written.get("opposite", ""))).strip("|")),
            denies=expanded(written.get("denies", "")),
            within=expanded(written.get("within", "")),
            unless=expanded(written.get("unless", "")),
            is_told=written.get("told", False),
            near=expanded(written.get("near", "")),
            restates=written.get("restates", False),
            repeats=expanded(written.get("repeats", "")),
        )

    @cached_property
    def needs(self) -> Needs:
        """The letters that a text holds which names the ideas and takes a side."""
        sides = [] if self.is_told else ["|".join(filter(None, (self.says, self.opposite)))]
        return tuple(found for part in (*self.of, *sides) for found in needs(part, lambda _: ()))

    @cached_property
    def needs_near(self) -> Needs:
        return needs(self.near, lambda _: ())

    def may_be_in(self, text: str, near: str = "") -> bool:
        """Whether a simplified text names the ideas, so that reading it is worth while.

        near: the words that it leans on.
        """
        if not holds(text, self.needs):
            return False
        if self.near and not holds(f"{near} {text}", self.needs_near):
            return False
        row = words_of(text)
        return all(idea.search(row) for idea in self.plain)

    @cached_property
    def plain(self) -> tuple[re.Pattern[str], ...]:
        """The ideas as they stand where negators carry no sign."""
        return tuple(whole_words(idea.replace("¬", "")) for idea in self.of)

    def search(self, said: str, beside: Beside) -> re.Match[str] | None:
        """Where a reading takes this side."""
        if not holds(said, self.needs) or len(said) > LONGEST:
            return None
        ideas: list[list[Span]] = []
        for idea in self.of:
            ideas.append([found.span() for found in whole_words(idea).finditer(said)])
            if not ideas[-1]:
                return None
        close = f"{beside.near} ; {said}" if self.near else said
        if whole_words(self.unless or NOTHING).search(close):
            return None
        if self.near and not self.leans_on_one(said, close):
            return None
        if self.within and not whole_words(self.within).search(f"{beside.text()} {said}"):
            return None
        if self.restates and not agree(close):
            return None
        span = self.side_taken(said, ideas, beside)
        if not span or (self.repeats and not self.is_repeated(said[slice(*span)], beside)):
            return None
        return SPAN.match(said, *span)

    def leans_on_one(self, said: str, close: str) -> bool:
        """Whether it names what it is about, or leans on words that name no two to choose from."""
        found = whole_words(self.near).search(close)
        is_own = bool(found) and found.start() >= len(close) - len(said)
        return is_own or (bool(found) and not EITHER.search(found[0]))

    def is_repeated(self, claim: str, beside: Beside) -> bool:
        """Whether a claim repeats the number of that role from the text up to it."""
        return repeats(claim, beside.before(), whole_words(self.repeats))

    def side_taken(self, said: str, ideas: list[list[Span]], beside: Beside) -> Span | None:
        """From the first to the last word of a claim in a passage that holds all ideas.

        The side is taken in words of its own, and an instruction has no others.
        """
        own = 0 if beside.denied else beside.reading.own
        words = [whole_words(side or NOTHING) for side in (self.says, self.denies, self.opposite)]
        known = [span for spans in ideas for span in spans]
        if self.near:  # what a claim leans on may be denied: "it was not significant, so …"
            known += [f.span() for f in whole_words(self.near).finditer(said) if "¬" in f[0]]
        sides = Sides(said, known, beside.denied, *words)
        if sides.other or (sides.wrong and TURN.search(said, sides.wrong[-1][1])):
            return None
        if any(sides.is_outside(found.span()) for found in RESERVED.finditer(said)):
            return None
        is_told = self.is_told and not sides.wrong and not beside.denied
        taken = told(said) if is_told else sides.wrong
        for start, end in passages(said):
            first = max(start, own) if is_told or self.near else start
            held = [[span for span in spans if first <= span[0] < end] for spans in ideas]
            here = [span for span in taken if max(start, own) <= span[0] < end]
            if here and all(held):
                spans = [here[-1], here[0], *(idea[0] for idea in held)]
                last = max(span[1] for span in spans)
                if not sides.is_open(start, last):
                    return min(span[0] for span in spans), last
        return None


class Sides:
    """Which side each word of a reading takes, and which negators that leaves.

    ideas: the spans of what is spoken of. denied: so many first characters mean their opposite.
    sides: the words that say the wrong one, those that speak against it, and its opposite.
    wrong, other: the spans of the words that take the wrong side, and the other one, from their
    negator on. left: where the negators stand that belong to no side.
    """

    def __init__(self, said: str, ideas: list[Span], denied: int, *sides: re.Pattern[str]):
        self.said, self.ideas, self.denied = said, ideas, denied
        self.wrong: list[Span] = []
        self.other: list[Span] = []
        found = {f.span(): i for i, side in enumerate(sides) for f in side.finditer(said)}
        words = sorted(
            (span, side)
            for span, side in found.items()
            if not any(is_within(span, idea) for idea in ideas)
            and not any(is_part(span, other, side) for other in found)
        )
        self.inside = [*ideas, *(span for span, _ in words)]
        negators = (found.span() for found in NEGATOR.finditer(said))
        self.left = [start for start, end in negators if self.is_outside((start, end))]
        for span, side in words:
            self.take(span, side)

    def is_outside(self, span: Span) -> bool:
        """Whether a span belongs to no idea and no word of a side."""
        return not any(is_within(span, known) for known in self.inside)

    def take(self, span: Span, side: int) -> None:
        """Count a word for its side, or for the other one if it is negated."""
        near = [*self.negators(span[0]), *self.negators_behind(span[1])]
        self.left = [place for place in self.left if place not in near]
        is_negated = (len(near) % 2 == 1) != (span[0] < self.denied)
        whole = (min([span[0], *near]), max([span[1], *near]))
        if side == DENIES:
            self.other += [] if is_negated else [whole]
        elif is_negated == (side == SAYS):
            self.other.append(whole)
        else:
            self.wrong.append(whole)

    def negators(self, place: int) -> list[int]:
        """Where the negators stand that reach a place: a few words before it in its clause.

        An idea on the way is what they negate, except in "no tuning is needed".
        """
        clause = max((found.end() for found in CLAUSE.finditer(self.said, 0, place)), default=0)
        return [
            before
            for before in self.left
            if (
                clause <= before < place
                and self.said.count(" ", before, place) <= REACH + 1
                and not any(before < start < place for start, _ in self.ideas)
            )
            or self.is_of_idea(before, clause, place)
        ]

    def negators_behind(self, end: int) -> list[int]:
        """Where the negator stands that follows a word at once: "needs no", "need not"."""
        place = end + 1
        return [place] if place in self.left and BEHIND.match(self.said, place) else []

    def is_of_idea(self, negator: int, clause: int, place: int) -> bool:
        """Whether it is the "no" of an idea that stands in the clause before a place."""
        behind = negator + len("¬no ")
        return (
            clause <= negator < place
            and self.said.startswith("¬no ", negator)
            and any(start == behind for start, _ in self.ideas)
        )

    def is_open(self, start: int, end: int) -> bool:
        """Whether a negator stands in a span that belongs to no side, and to no reason given."""
        reasons = [found.span() for found in REASON.finditer(self.said, start, end)]
        return any(
            start <= place < end and not any(first <= place < last for first, last in reasons)
            for place in self.left
        )


def is_part(span: Span, other: Span, side: int) -> bool:
    """Whether a word is only a part of another one: not what speaks against it in its middle."""
    is_between = other[0] < span[0] and span[1] < other[1]
    return is_within(span, other) and span != other and not (side == DENIES and is_between)


def is_within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


@lru_cache(maxsize=8)
def words_of(text: str) -> str:
    """A simplified text nearly as a reading has it."""
    row = text.replace(". ", " ").replace("’", "'").replace("'s ", " ").replace(" %", "%")
    return row.rstrip(".…'")


def passages(said: str) -> Iterator[Span]:
    """The parts of a reading between words of contrast."""
    start = 0
    for found in CONTRAST.finditer(said):
        yield start, found.start()
        start = found.end()
    yield start, len(said)


def told(said: str) -> list[Span]:
    """Where a reading instructs, or reports what was done; never under a condition."""
    return [] if UNTOLD.search(said) else [found.span() for found in TOLD.finditer(said)]
