"""When a text that states a metric speaks of another case than the classifier at hand.

"If recall were 80%", "flipping gives 80%", "a coin gets 50%": such numbers are not the matrix's.
The word lists are broad on purpose. A true number left alone costs a check, a right number called
wrong costs the reader's trust.
"""

import re
from collections.abc import Iterator
from enum import IntEnum

from hooks.language.retraction import is_retracted
from hooks.language.wording import listed
from hooks.pattern import Pattern
from hooks.record import cached_property

SENTENCE_END = Pattern(
    r"""[.!?](?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bvs\.)(?<!\bca\.)(?<!approx\.)["”’)\]]*\s+(?=["“‘(]?[A-Z\d])
    | ;\s | \n\s*\n""",
    re.X,
)

# From here on another case is spoken of, in this text and in what follows it: a text with one of
# the words, in lower case, is searched for the pattern.
SCENARIOS = (
    (
        ("flip", "invert", "swap", "revers", "sampl", "rebalanc", "transpos", "misread"),
        Pattern(
            r"\b(?:flip|invert|swap|revers|resampl|rebalanc|oversampl|undersampl|downsampl|upsampl"
            r"|transpos|misread)",
            re.I,
        ),
    ),
    (
        ("twice", "half", "doubl", "tripl", "times as"),
        Pattern(
            r"\b(?:twice|half|(?:two|three|four|five|ten|\d+)\s+times)\s+as\s+(?:many|much|frequent|common|often|rare|likely)\b"
            r"|\b(?:doubl|tripl)(?:es?|ed|ing)\s+(?:the|its|our)\b",
            re.I,
        ),
    ),
    (
        ("suppose", "imagine", "assum", "what", "hypothetical", "instead", "other way", "opposite"),
        Pattern(
            r"\b(?:suppose\b|imagine\b|assum\w|what\s+if\b|hypothetical|instead\b"
            r"|other\s+way\s+a?round\b|opposite\s+(?:labels|predictions)\b)",
            re.I,
        ),
    ),
    (
        ("threshold", "cut", "prevalence", "base", "classifier"),
        Pattern(
            r"\b(?:lower|rais|mov|chang|shift|tun|increas|decreas|adjust|vary)\w*\s+(?:the|this|its)\s+"
            r"(?:decision\s+)?(?:threshold|cut-?off|prevalence|base\s+rate|classifier)\b",
            re.I,
        ),
    ),
    (
        (
            *("another", "different", "new", "old", "former", "other", "second", "third", "better"),
            *("competing", "rival", "alternative"),
        ),
        Pattern(
            r"\b(?:another|different|new|old|former|other|second|third|better|competing|rival"
            r"|alternative)\s+(?:[\w-]+\s+)?(?:model|classifier|threshold|cut-?off|data\s?set|population"
            r"|prevalence|base\s+rate|test|setting|scenario|system|detector|matrix)s?\b",
            re.I,
        ),
    ),
    (
        ("model", "classifier", "system", "detector", "test", "algorithm", "method"),
        Pattern(
            r"\b(?i:model|classifier|system|detector|test|algorithm|method)\s+(?:[A-Z]|[12])(?!\s*=)\b"
        ),
    ),
)
# A text that asks what another case would give, and answers it: "**With twice as many alarms?** …".
ASKS_OF_ANOTHER = Pattern(
    r"\W*(?:Q\W+)?(?:(?:and|but|what)\s+)?(?:if|with|suppose|at|when|had|were)\b[^?.=]{0,120}\?",
    re.I,
)
THRESHOLD = Pattern(
    r"\b(?<!at this )(?<!at that )(?<!at the )(?:thresholds?|cut-?offs?)\b"
    r"|\bat\s+the\s+(?:thresholds?|cut-?offs?)\s+[\d(]|\bat\s+(?:an?\s+)?IoU\s*(?:[≥>@]|of\b|0)",
    re.I,
)

# The sentence holds for a condition, another class, another set of data.
CONDITION = Pattern(
    r"""\b(?: if | unless | whenever | e\.g | for\s+instance | training | validation | fold
      | per[\s-]class | macro | micro | weighted | multi-?class
      | negative\s+class | other\s+class | class\s+0 | (?<!\w\s)negatives?\s*(?=:)
      | groups? | subgroups? | segments? | cohorts? | women | men | let(?!['’]s|\s+us)
      | (?:at|with|under|for)\s+(?:an?\s+|the\s+)?[\d.]+\s*%?\s+(?:prevalence|base\s+rate|positives)
      | (?:prevalence|base\s+rate)\s+of
      | at\s+(?:an?\s+|this\s+|that\s+)?(?:[\d.]+\s*%?\s+)?
        (?:recall|precision|sensitivity|specificity|FPR|TPR)
      | only\s+(?:the\s+|those\s+)?[a-z]+\s+(?:with|above|below|over|of|from)
      | leaderboards? | benchmarks? | Kaggle | industry | state\s+of\s+the\s+art | competitor
    )\b""",
    re.I | re.X,
)

# The rest of the sentence is a supposition, or is about some other classifier.
FROM_HERE = Pattern(
    r"""\b(?: would(?P<be>\s+(?:be|equal|come|work)\b)?
      | could | might | should | guess\w* | random\w* | coin | always | never
      | nothing | everything | everyone | nobody | dummy | trivial\w* | naive | perfect | ideal
      | baseline | human\w* | expert\w* | majority | typical\w*
      | usual(?!\s+(?:harmonic|formula|definition))\w* | often | sometimes
      | previous\w* | earlier | originally | formerly | used\s+to | improv\w+ | target\w* | goal\w*
      | required? | at\s+least | at\s+most | wrong\w* | mistak\w* | incorrect\w* | misread\w*
      | says? | saying | said | writes? | wrote | claim\w* | believe\w* | think\w* | answers?\s+that
      | candidates? | someone | somebody | (?:many|most|some)\s+people | slips? | fallac\w*
      | tempt\w* | avoid | promis\w* | guarantee\w* | advertis\w*
      | people\s+(?:say|think|write|claim|believe|often)
      | do\s+not | don['’]t | when | once | (?:after|before|by|while|without)\s+\w+ing
      | last\s+(?:week|month|year) | in\s+(?:19|20)\d\d | in\s+(?:production|deployment)
      | (?:an?|any|some|one|each|most|every|no)\s+(?:[\w-]+\s+){0,2}
        (?:model|classifier|detector|test|system|filter|screen|algorithm|method)s?
    )\b""",
    re.I | re.X,
)

# What somebody else said, also before the text states its matrix.
QUOTED = Pattern(r"\b(?:wrong\w*|wrote|writes?|said|says?|claim\w*|answer(?:ed|s)|thinks?)\b", re.I)

# The next sentence takes it back: "No! It's 0.8.", "Wrong.", "That is not right."
TAKEN_BACK = Pattern(
    r"""[\s"”’()*_]*(?:(?:no|nope|wrong|false|incorrect)\b(?=\s*(?:[!.,;:*_]|[—–-]\s|$))
    | not\s+(?:quite|so|right|correct|true|exactly)\b
    | (?:that|this|it|which)(?:['’]s|\s+is)\s+(?:not\s+(?:right|correct|true|so)|wrong|incorrect
      |false(?!\s+(?:pos|neg|al))|mistaken|a\s+mistake)\b)""",
    re.I | re.X,
)
# The sentence before asks what is wrong with it.
ASKED = Pattern(
    r"""\b(?:(?:is|are|was)\s+(?:this|that|it|he|she|they|the\s+\w+)\s+(?:right|correct|true|ok)
    | true\s+or\s+false | right\s+or\s+wrong | what(?:['’]s|\s+is)\s+wrong
    | (?:spot|find)\s+the\s+(?:\w+\s+)?(?:error|mistake|bug|slip))\b[^.?!]{0,40}[.?!:]\s*$""",
    re.I | re.X,
)
ASKED_BEFORE = 80  # characters
RETRACTED_WITHIN = 160

# Metrics whose names are used of other things as well: populations, tests, raters.
LOOSE_NAME = Pattern(r"prevalence|base\s+rate|type|FDR|kappa|κ|detection|hit\s+rate|error", re.I)
# Words that may stand before a metric in a sentence that is about the matrix above it.
OPENERS = listed(
    """the its this that these those our their my so then thus therefore hence here and but while
    also overall finally first next now only again from of for in with matrix table counts numbers
    four cells case example data above given resulting corresponding model classifier detector
    filter test system model's classifier's detector's filter's test's system's we get gives have
    step question problem as a an result results it it's is both hand by which means yields us you
    obtain leads leaves to has have had reaches achieves attains shows makes that's comes works out
    at end ends up arrive arrives only about just exactly therefore accordingly consequently turn
    rounded altogether numerically overall similarly likewise conversely meanwhile finally
    what how much value corresponding respective they give puts put compute calculate computing
    calculating find computed calculated
    concretely indeed clearly in fact"""
)
WORD = Pattern(r"[^\W\d_]+(?:['’]s)?")
# On the other hand, … As expected, … Taking the harmonic mean, … With the usual harmonic mean …
OPENING = Pattern(
    r"""[\s"“(•*–-]*(?:(?:so|and|but|thus|then)\s+)?(?:(?:on\s+the\s+(?:one|other)\s+hand|(?:by|in)\s+contrast|at\s+the\s+same\s+time
      |in\s+(?:turn|fact|the\s+end|total|numbers|short|other\s+words)|as\s+expected|(?:not\s+|un)surprisingly
      |of\s+course|to\s+be\s+fair|that\s+said|even\s+so|by\s+definition|to\s+sum\s+up|last\s+but\s+not\s+least
      |[a-z]{3,}ly|combining\s+(?:both|them|the\s+two)|together
      |(?:using|taking|plugging|combining|inserting|putting|reading|applying|substituting|computing)
        \s+(?:in\s+)?(?:the\s+|these\s+|those\s+|our\s+|both\s+|this\s+)?(?:usual\s+|harmonic\s+)?
        (?:numbers?|counts?|values?|formula|definition|matrix|table|cells?|mean|two|these|this|those|them|figures?))\s*,\s
    |(?:with|by|using)\s+the\s+(?:usual\s+)?(?:formula|definition|harmonic\s+mean)\s*,?\s)""",
    re.I | re.X,
)
LONGEST_BEFORE = 200  # characters before a semicolon that may say what is spoken of
QUALIFIED = Pattern(
    r"""\s*,?\s*(?:on|in|for|over|among|when|whenever|under|across|within|after|before|with|without
    |against|during|as|because|where|and\s+not)\b""",
    re.I | re.X,
)
USED_AS_NOUN = Pattern(
    r"\s*(?:means?|sounds?|gives?|is|are|was|can|has|have|looks?|seems?)\b", re.I
)
UNREAL = Pattern(r"\s*,?\s*(?:would|could|should|might)\b", re.I)
FAMILIAR_VALUES = (0, 1)  # of perfect and of useless classifiers


class Needs(IntEnum):
    """What has to show that a number is the matrix's before it may be called wrong.

    NOTHING: "The recall is 25%." says it.
    COMPANY: another metric beside it that is right, or computed from the matrix's counts.
    COUNTS: it is itself computed from the matrix's counts; "a recall of 25%" may be any.
    """

    NOTHING = 0
    COMPANY = 1
    COUNTS = 2


def is_said_outright(plain: str, start: int, name: tuple[int, int], end: int) -> bool:
    """Whether a sentence says the value of a metric and nothing that narrows it.

    start: where the sentence, or what follows its last claim, starts; name: where the metric is
    named; end: where the number ends.
    """
    return (
        opens_with_nothing(plain, start, name[0])
        and not LOOSE_NAME.search(plain, *name)
        and not QUALIFIED.match(plain, end)
    )


def opens_with_nothing(plain: str, start: int, end: int) -> bool:
    """Whether the words between two offsets narrow nothing that is said behind them."""
    if opening := OPENING.match(plain, start, end):
        start = opening.end()
    return {word.lower() for word in WORD.findall(plain, start, end)} <= OPENERS


def changes_scenario(plain: str) -> bool:
    """Whether a text speaks of another classifier, threshold or mix than the one at hand."""
    return any(pattern.search(plain) for pattern in scenarios_in(plain))


def scenarios_in(plain: str) -> Iterator[re.Pattern[str]]:
    """The patterns that a text has a word for."""
    is_in = plain.lower().__contains__
    return (pattern for words, pattern in SCENARIOS if any(map(is_in, words)))


def sentences(plain: str) -> list[tuple[int, int]]:
    """Where the sentences of a text start and end."""
    starts = [0, *(found.end() for found in SENTENCE_END.finditer(plain))]
    return list(zip(starts, [*starts[1:], len(plain)], strict=True))


def is_taken_back(plain: str, start: int, end: int) -> bool:
    """Whether the text around a sentence asks for its mistake or calls it wrong."""
    return bool(
        TAKEN_BACK.match(plain, end)
        or is_retracted(plain[end : end + RETRACTED_WITHIN])
        or ASKED.search(plain[max(0, start - ASKED_BEFORE) : start])
    )


class Doubts:
    """Where a text speaks of another case than the classifier at hand.

    since: where the text states the matrix itself, 0 if it does not; what stands before introduces
    it and raises no doubt.
    """

    def __init__(self, plain: str, since: int):
        self.plain, self.since = plain, since
        self.allowed: dict[tuple[int, int, bool], int] = {}

    @cached_property
    def turn(self) -> int:
        """Where the text turns to another case; its end if it does not."""
        if ASKS_OF_ANOTHER.match(self.plain):
            return 0
        patterns = (*scenarios_in(self.plain), THRESHOLD)
        found = (pattern.search(self.plain, self.since) for pattern in patterns)
        return min((turn.start() for turn in found if turn), default=len(self.plain))

    def allow(self, sentence: tuple[int, int], position: int, answered: bool = False) -> bool:
        """Whether what a sentence says at `position` is said of the case at hand.

        answered: the sentence is a question, and what follows it is what counts.
        """
        key = (*sentence, answered)
        if key not in self.allowed:
            self.allowed[key] = self._allowed_until(*key)
        return position < self.allowed[key]

    def _allowed_until(self, start: int, end: int, answered: bool) -> int:
        """Where a sentence stops to speak of the case at hand."""
        if is_taken_back(self.plain, start, end):
            return start
        if end <= self.since:
            quoted = QUOTED.search(self.plain, start, end)
            return quoted.start() if quoted else end
        text = self.plain[max(start, self.since) : end]
        is_question = not answered and text.rstrip(' \n"”’)*').endswith("?")
        if self.turn < end or is_question or CONDITION.search(text):
            return start
        before = self.plain[max(self.since, start - LONGEST_BEFORE) : start].rstrip()
        if before.endswith(";") and FROM_HERE.search(re.split(r"[.!?]\s", before)[-1]):
            return start  # it goes on about the same: "a coin has …; its recall is …"
        other = next((f for f in FROM_HERE.finditer(text) if not (self.since and f["be"])), None)
        return max(start, self.since) + other.start() if other else end
