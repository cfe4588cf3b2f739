"""What a text claims of a classifier's metrics: "recall is 20%", `$F_1 = \\frac{20}{95}$`.

A claim is a metric's name, a link (`=`, `:`, "is", "of", …) and a chain of numbers. What is not
plainly the metric's value is no claim: comparisons ("above 0.5"), ranges ("0.2 to 0.3"), parts of
a sum ("1 − specificity = 0.7"), averages ("macro recall").
"""

import re
from bisect import bisect
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from operator import itemgetter

from hooks.calculation.expression import NotAnExpression, parse
from hooks.calculation.latex import latex_tokens
from hooks.calculation.quantity import Quantity
from hooks.calculation.tokens import tokens
from hooks.classifiers.matrix import Metric
from hooks.classifiers.matrix_labels import LONGEST_TEXT
from hooks.classifiers.matrix_source import counts, from_counts
from hooks.classifiers.metric_doubts import (
    FAMILIAR_VALUES,
    UNREAL,
    USED_AS_NOUN,
    Doubts,
    Needs,
    is_said_outright,
    sentences,
)
from hooks.classifiers.metric_names import ANY_NAME, NAME, metric_named, names_metric
from hooks.classifiers.metric_numbers import LATEX_DELIMITER, Member, claimed, latex_end, roughly
from hooks.classifiers.metric_phrases import (
    ANSWER,
    APPOSITION,
    BEHIND,
    COMPUTED,
    COMPUTED_AS,
    DEFINED,
    DEFINES,
    FILLER,
    GLOSS,
    HEDGE,
    HERE,
    HERE_AT_ONCE,
    LEADING,
    LONGEST_TOPIC,
    QUALIFIER,
    TOPIC,
    combines,
    is_gloss,
    said_of,
)
from hooks.language.wording import JOINER, words
from hooks.page import inline_math
from hooks.pattern import Pattern
from hooks.record import record, replace

OTHER_MATH = Pattern(
    r"\$\$(?P<display>.+?)\$\$|\\\[(?P<square>.+?)\\\]|\\\((?P<round>.+?)\\\)", re.S
)
DIGIT = Pattern(r"[\d½]")
OUT_OF = Pattern(
    r"((?<![\w.,])(?<!plus\s)(?<!minus\s)(?<!times\s)\d[\d,]*|(?<=\d)\))"
    r"(\s+(?:(?:[a-z]+\s+){0,2}?out\s+of(?:\s+the)?|of(?:\s+the)?|divided\s+by|over))"
    r"(?=\s+\d+(?![\d.]*\s*%))"
)
IN_PROSE = Pattern(r"(?:[\d\s.,()+−–×·*/÷^√⁰¹²³⁴-⁹⁻½⅓⅔¼¾-]|(?<=[\d)]\s)x(?=\s)|sqrt|%(?!\s+\())*%?")
IN_LATEX = Pattern(r"[\d.(+-]|\\(?:[dtc]?frac|sqrt|left|big)|\{|\s")
LONGEST = 400  # characters of an expression
USUAL_OVERLAPS = (Fraction(1, 2), Fraction(7, 10), Fraction(3, 4))
NEAR = 80  # characters before a name that are looked at
CLOSE_BY = 60  # characters before a name in which the word before it stands
LONGEST_CHAIN = 20  # members that are read: nobody writes more

# -- what stands before a name --------------------------------------------------------------------

WORD_BEFORE = Pattern(r"(\bvs\.|[\w'’-]+)\s*$")
ARTICLES = frozenset(("a", "an", "any"))
DETERMINERS = frozenset(("the", "its", "this", "that", "our", "my", "their"))
DETERMINED = Pattern(r"\b(?:the|its|this|that|our|my|their)\s*$", re.I)
SEPARATOR = Pattern(r"\s+[/–—-]\s+")
PART_OF_SUM = Pattern(r"(?:[+×·*/÷^√−]|[\d)]\s*[–—-])\s*$")
# Words that make a name another quantity, or the number another's.
MODIFIERS = Pattern(
    r"""averaged? | word | character | bit | mean | macro | micro | weighted
    | train(?:ing)? | valid(?:ation)?
    | cross-validated | min(?:imum)? | max(?:imum)? | target | required | desired | wanted | perfect
    | ideal | human | baseline | random | expected | new | old | previous | former | (?:an)?other
    | best | better | worse | worst | higher | lower | improved | similar | same | equal | half
    | single | double | mixed | per-class | class | numeric(?:al)? | interpolated | production
    | online | offline | any | no | some | each | every | negative-class | out-of-bag | top(?:-\d+)?
    | optimal | plus | minus | times | increase | improve | raise | maximi[sz]e | want | need
    | null | no-information | bayes(?:-optimal)? | requires? | without | until | at | for""",
    re.X,
)
# Of these, the ones that bind a name behind an article: "one minus the recall".
BINDING = Pattern(
    r"minus|plus|times|at|for|without|until|requires?|needs?|wants?|increases?|improves?|raises?"
    r"|maximi[sz]es?|half|double|target|same|equal|any|each|every|no"
)
WITH_METRIC = Pattern(rf"\bwith\s+(?:an?\s+)?(?:{ANY_NAME})[^,;:]*$", re.I)
# Words that leave open whose the number is, unless it stands in parentheses: "the mean of
# precision and recall is 0.3", but "the mean of precision (0.4) and recall (0.2)".
PREPOSITIONS = frozenset(
    ("of", "between", "from", "to", "by", "over", "per", "vs", "vs.", "versus")
)
GIVES = Pattern(
    r"\b(?:gives?|arrives?\s+at|yields?|get|obtain|leads?\s+to|results?\s+in|leaves?|has|reach(?:es)?|achieves?|attains?"
    r"|shows?|makes|means|have|prints?|outputs?|returns?|displays?|reports?|comes?\s+to|(?:works?|comes?)\s+out\s+(?:to|at|as)|ends?\s+up\s+(?:with|at)"
    r"|(?:that|this)\s+is|(?:we|you|I)\s+(?:find|compute|calculate|see))"
    r"\s+(?:us\s+|you\s+)?(?:with\s+)?an?\s+$",
    re.I,
)
AND_A = Pattern(r"\s*,?\s*and\s+an?\s+", re.I)
GENERIC_OWNER = Pattern(
    r"(?:model|classifier|detector|filter|test|system|screen|matrix|rule|scanner)['’]s"
)
OWNER = Pattern(r".*['’]s")
VALUE_BEFORE = Pattern(r"(?<![\w.,/+×·*−-])(?P<value>\d+(?:\.\d+)?\s*%)\s+$")

EXPLAINED = Pattern(
    r"\b(?:in|is|are|was|were|for|finds?|found|catch(?:es)?|caught|detect(?:s|ed)?|flag(?:s|ged)?"
    r"|miss(?:es|ed)?|identif(?:ies|ied)|only|exactly|and|so)\s+(?P<hedge>(?:about|roughly|around|≈|~)\s*)?"
    r"(?P<value>\d+(?:\.\d+)?\s?%)\s+of\s[^.;:()]{3,60}\($"
)
VALUE_NAMED = Pattern(
    r"(?<![\w.,/+×·*−–-])(?<!to\s)(?P<hedge>(?:about|roughly|around|≈|~)\s*)?"
    r"(?P<value>[01]?\.\d+|\d+(?:\.\d+)?\s?%)\s*\($"
)
DIGITS = Pattern(r"\d[\d.,]*")

# -- what links a name to a number ----------------------------------------------------------------

VERB = r"""(?:is|was|equals|(?:would|will)\s+(?:be|equal|come\s+(?:out\s+)?(?:to|at))
    |(?:stands|sits)\s+at|amounts\s+to|becomes|reaches
    |(?:comes|works|ends)\s+(?:(?:out|up|in)\s+)?(?:to\s+be|to|at|as)|turns\s+out(?:\s+(?:to\s+be|at|as))?
    |lands\s+at|evaluates\s+to
    |(?:(?:is|was|has\s+(?:come|gone))\s+)?(?:up|down)\s+(?:to|at)
    |(?:drops|falls|rises|goes|climbs|jumps|grows|sinks|shrinks|(?:has|have)\s+
      (?:dropped|fallen|risen|gone|climbed|jumped|grown|sunk))\s+(?:(?:up|down)\s+)?to)"""
QUALITY = r"""(?:(?:only|very|quite|rather)\s+)?(?:low|high|poor|modest|weak|strong|good|bad
    |excellent|moderate|decent|terrible|mediocre)(?:\s*,?\s*at\s|\s*[:(,])\s*"""
LINK = Pattern(
    rf"""\s*+(?: (?P<equals>[=≈]|(?:→|⇒|->)(?=\s*[\d.≈~(])) | (?P<colon>:)
    | (?P<verb>\b{VERB})(?!\w) | (?P<of>\bof\b)
    | (?P<dash>(?<=\s)[–—](?=\s)) | (?P<nothing>(?<=\s)|(?=\s)) )
    \s*+{FILLER}*(?:{QUALITY})?(?P<hedge>{HEDGE}\s*+|≈\s*+)?{FILLER}*""",
    re.I | re.X,
)
LIST_LINK = Pattern(
    rf"\s*+(?P<verb>are|were|of|=|:)\s*+(?P<each>both|all)?\s*+{FILLER}*(?P<hedge>{HEDGE}\s*+)?",
    re.I | re.X,
)
LINK_IN_PARENTHESES = Pattern(rf"\s*+\(\s*+(?:[=≈]\s*+)?(?P<hedge>{HEDGE}\s*+)?", re.I | re.X)
NEXT = Pattern(
    rf"""\s*+(?P<equals>[=≈]|(?:→|⇒|->)(?=\s*[\d.≈~(]))\s*+(?P<hedge>{HEDGE}\s*+)?
    | (?:\s*+[,;])?\s++(?P<word>or|so|hence|thus|that\s+is|which\s+(?:is|equals|gives)|giving
      |i\.e\.)\s*+,?\s*+{FILLER}*
      (?P<hedge_2>{HEDGE}\s*+)?
    | \s*+,\s*+{FILLER}*(?P<hedge_3>{HEDGE}\s*+)
    | \s*+(?P<opening>\()\s*+(?:or\s+|i\.e\.,?\s*+|[=≈]\s*+)?(?P<hedge_4>{HEDGE}\s*+)?""",
    re.I | re.X,
)
SUPPOSED = Pattern(r"[^.;:=\d]{0,40}?\bwould\b", re.I)
ARROW = Pattern(r"\s*+(?:→|⇒|->)\s*+[\d.≈~]")
GOES_ON = Pattern(r"\s*+[/×·÷+^]|\s*+[*−–-]\s*+[\d(.]")
CLOSE = Pattern(r"\s*+(?P<close>\))")
CLAUSE_END = Pattern(r"(?P<close>)\s*+(?:[.,;:!?)\"”—]|$|\n\s*\n)")
AND = Pattern(r"\s*+(?:,\s*+and|,|and|&)\s++")
ASIDE = Pattern(r"\s*+\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
ALIAS = Pattern(
    rf"\s*+(?:,?\s*+(?:or|also(?:\s+called)?)|,|/|=)\s*+(?:the\s+)?({ANY_NAME})"
    r"(?:,(?=\s+(?:is|was)\b))?"
)
ABOUT = Pattern(
    r"""\s++(?: (?:of|for|on|in)\s+(?:the|this|our|that|my|its)\s+(?:given\s+|whole\s+)?
        (?:model|classifier|detector|filter|test|system|matrix|screen|positive\s+class|example)
      | here | therefore | thus | alone | itself | in\s+this\s+(?:case|example)
      | for\s+this\s+matrix )\b(?!\s+(?:set|data)\b)
    | \s*+\b[A-Z](?=\s*+[=≈])""",  # the letter of "precision P = 0.2"
    re.X,
)
# An aside that makes the name another quantity: "recall (class 0)", "precision (macro)".
FOREIGN_ASIDE = Pattern(
    r"""\d | (?<!positive\ )\bclass\b | negative(?!\s*s?\s*(?:rate|predict)) | macro | micro
    | weighted | average | threshold | \bper\b | train | valid | target | baseline | model""",
    re.I | re.X,
)
COMPLEMENT = Pattern(r"\b1(?=\s*[-−–]\s)")  # 1 − specificity
# What behind a number says that it is not the metric's value, or not all of it; "5.67% of the
# legitimate payments" is of what it is a rate.
NOT_A_VALUE = Pattern(
    r"""\s*+(?: [–—-]\s*\d | \bto\s+\d | \.\. | … | (?:→|->)(?!\s*[A-Z]) | ± | \+(?!\s*\d) | °
    | \b(?:or|and)\s+(?:more|less|higher|lower|better|worse|above|below|over|under|up)\b
    | \b(?: (?:percentage\s+)?points? | pp | times | x | bits? | digits? | decimals? | or\s+so
      | of(?!\s+(?:(?:all|the|our|these)\s+){0,2}(?:[a-z-]+\s+){0,2}[a-z-]+[^\Ws]s
        \s*(?:[.,;:)]|$))
      | minus | plus | divided | higher | lower | more | less | fewer | better | worse
      | larger | smaller | above | below | over | under | thresholds? | cut-?offs? | epochs?
      | percentile | confidence
    )\b )""",
    re.I | re.X,
)
# A member without a value, as far as the next equals sign: TP / (TP + FN), 2 × precision × recall
SYMBOLS = Pattern(r"[^=≈.,;:!?|]{1,120}?(?:\.(?=\d)[^=≈.,;:!?|]{1,60}?)*\s*(?=[=≈])")
SENTENCE_WORDS = Pattern(
    r"\b(?:and|or|so|with|where|then|is|are|but|while|for|gives|yields|makes)\b|\n\s*\n"
)
OPENS_NAMES = Pattern(r"[+/×·*÷−]\s*\(+$")  # 2 * (precision
OPERATOR = Pattern(r"\s*[/÷×·*+−]")
OPERATES = Pattern(r"[+/×·*÷√^(−]|\s-\s|\\frac")

# -- a claim opens a paragraph, its number comes later --------------------------------------------

TOPIC_END = Pattern(r"\s*+[:.–—]\s|\s++(?:asks|is|says|tells|divides|looks|counts)\b")
# Between a name and a fraction: the fraction is the reason for something else, or a further value.
OTHER_CLAUSE = Pattern(
    r"\b(?:since|because|although|though|whereas|while|already|as\s+only|given\s+that)\b|\d\s*%",
    re.I,
)
# of 90 of the 120 frauds, but not 30 of the 120 are missed
SHARE_ENDS = Pattern(
    r"[\d,]+(?:\s+(?!are\b|is\b|were\b|was\b|go(?:es)?\b|went\b|slip)[a-z-]+){0,3}\s*(?:[.,;:=≈)]|$)"
)
FRACTION = Pattern(rf"(?<![\w./+×·*−-])\(?\d[\d,{JOINER}]*\s*/\s*[\d(]")


@record
class Claim:
    """A metric and the numbers that a text gives for it.

    start, sentence: where the metric is named, and where that sentence starts.
    needs: what must show that the matrix is meant before the number may be called wrong.
    plain: no condition, no other model, no other threshold is spoken of.
    sure: its words are the matrix's own, as "TP + FN" is.
    about: the words that say of what it is said, "spam" in "the recall of the spam class".
    is_qualified: they stand between the name and the number.
    """

    metric: Metric
    members: tuple[Member, ...]
    start: int
    sentence: int
    needs: Needs
    plain: bool
    sure: bool = False
    about: frozenset[str] = frozenset()
    is_qualified: bool = False

    @property
    def integers(self) -> frozenset[int]:
        """The whole numbers that the claim computes with."""
        computed = (m.integers for m in self.members if m.style == "fraction")
        return frozenset().union(*computed)


def claims(text: str, is_math: bool = False) -> tuple[Claim, ...]:
    """The claims of a text in its order, but for "the recall of …", of which more may be told."""
    return tuple(claim for claim in all_claims(text, is_math) if not claim.is_qualified)


@lru_cache(maxsize=512)
def all_claims(text: str, is_math: bool = False) -> tuple[Claim, ...]:
    """The claims of a text in its order."""
    if len(text) > LONGEST_TEXT or not DIGIT.search(text) or not names_metric(text):
        return ()
    plain = words(text)
    first = NAME.search(plain)
    return tuple(_Reader(text, plain, is_math).claims(first.start())) if first else ()


def value(metric: Metric, text: str, in_percent: bool = False) -> Claim | None:
    """The claim of a table's cell that holds a chain of numbers for this metric and no more.

    in_percent: the table says so elsewhere, and the cell leaves the sign out.
    """
    reader = _Reader(text, words(text), False)
    members, end = reader.chain(0, symbolic=True, hedged=False)
    if not members or reader.plain[end:].strip(" ."):
        return None
    if in_percent:
        members = [member.in_percent() for member in members]
    return Claim(metric, tuple(members), 0, 0, Needs.COMPANY, True)


def claim_at(
    text: str, position: int, metric: Metric, start: int, is_math: bool
) -> tuple[Claim, ...]:
    """The claim of a metric named at `start` whose numbers start at `position`, if any."""
    reader = _Reader(text, words(text), is_math)
    members, _ = reader.chain(position, symbolic=True, hedged=False)
    sentence = reader.sentence(start)
    plain = reader.doubts.allow(sentence, start)
    if not members:
        return ()
    return (Claim(metric, tuple(members), start, sentence[0], Needs.NOTHING, plain, sure=True),)


def sole_metric(text: str) -> Metric | None:
    """The metric that a table's header or first cell names, if it names nothing else."""
    plain = words(text).strip(" :")
    named = NAME.match(plain)
    if not named:
        return None
    metric = metric_named(named[0])
    end = _Reader(plain, plain, False).behind_asides(named.end(), metric)
    return metric if end is not None and not plain[end:].strip(" :%()") else None


class _Reader:
    """Reads one text: names of metrics and the numbers bound to them, from left to right."""

    def __init__(self, text: str, plain: str, is_math: bool):
        self.text = text
        plain = plain.replace("=>", "⇒ ")
        self.plain = OUT_OF.sub(lambda m: m[1] + " /".ljust(len(m[2])), plain)
        self.math = [(0, len(text))] if is_math else _math_spans(text)
        self.sentences = [(0, len(text))] if is_math else sentences(plain)
        own = counts(text)
        self.matrix_end = own[-1].end if from_counts(own) else 0
        self.doubts = Doubts(self.plain, self.matrix_end)
        self.claim_end = 0
        self.result_end = 0  # of a claim that a sentence gives as a result
        self.needs: dict[int, Needs] = {}  # of the sentence's claims so far
        self.about: frozenset[str] = frozenset()  # of the claim that is being read
        self.is_qualified = False

    def claims(self, start: int) -> Iterator[Claim]:
        """The claims of the text, whose first name of a metric starts at `start`."""
        taken = 0
        for found in NAME.finditer(self.plain, start):
            if found.start() >= taken:
                bound, taken = self._bound(found, taken)
                yield from bound

    def _bound(self, found: re.Match, taken: int) -> tuple[list[Claim], int]:
        """The claims that begin with this name, and where reading goes on."""
        self.about, self.is_qualified = frozenset(), False
        names = self._coordinated(found)
        if len(names) > 1:
            return self._bound_to_list(names)
        context = self.plain[slice(*self.sentence(found.start()))] if "β" in found[0] else ""
        metric = metric_named(found[0], context)
        before = self._word_before(found.start())
        if metric is None or before is None or (before != "micro" and MODIFIERS.fullmatch(before)):
            return [], found.end()
        if members := self._value_before(taken, found.start()):
            return self._claim(metric, members, found, found.end(), False), found.end()
        members, end = self._value_in_parentheses(found.end())
        if members:
            return self._claim(metric, members, found, end, True), end
        if members := self._value_explained(taken, found):
            return self._claim(metric, members, found, found.end(), True), found.end()
        if before in PREPOSITIONS and not self._is_given(found):
            return [], found.end()
        members, end, is_firm = self._value_behind(found, metric)
        if not members and (later := self._value_later(found, metric)):
            members, end, is_firm = *later, True
        if not members:
            members, end = self._value_of_topic(found)
            is_firm = bool(members) and members[0].style != "fraction"
        if UNREAL.match(self.plain, end):
            return [], found.end()
        is_firm &= before not in (*ARTICLES, "with", "micro") and not self._is_in_company(found)
        is_firm = is_firm or self._is_result(found)
        return self._claim(metric, members, found, end, is_firm), max(end, found.end())

    def _claim(
        self, metric: Metric, members: list[Member], found: re.Match, end: int, is_firm: bool
    ) -> list[Claim]:
        """The claim of a name and its numbers, if they can belong together."""
        if not members or not (members[0].decisive or _can_be_whole(metric, members[0])):
            return []
        position = found.start()
        sentence = self.sentence(position)
        plain = self.doubts.allow(sentence, position, members[0].start >= sentence[1]) and (
            bool(self.matrix_end) or not SUPPOSED.match(self.plain, found.end())
        )
        needs = self._needs(sentence, found, members[0], end, is_firm)
        self.claim_end = end
        self.result_end = end if self.result_end else 0
        claim = Claim(metric, tuple(members), position, sentence[0], needs, plain)
        return [replace(claim, about=self.about, is_qualified=self.is_qualified)]

    def _needs(
        self, sentence: tuple[int, int], found: re.Match, member: Member, end: int, is_firm: bool
    ) -> Needs:
        start = sentence[0]
        if start <= self.matrix_end < found.start() and self.matrix_end:
            return Needs.NOTHING  # "TP = 90, …, which is a recall of 90%"
        outright = self._is_said_outright(max(start, self.claim_end), found.span(), end)
        if not is_firm or self._is_overlap_wanted(found, member):
            needs = Needs.COUNTS
        elif outright and member.quantity.value not in FAMILIAR_VALUES:
            needs = Needs.NOTHING
        else:
            needs = Needs.COMPANY
        self.needs[start] = max(needs, self.needs.get(start, Needs.NOTHING))
        return self.needs[start]

    def _is_said_outright(self, start: int, name: tuple[int, int], end: int) -> bool:
        """Whether a sentence says no more than the metric's value, and of what it is said."""
        leading = LEADING.search(self.plain, start, name[0])
        behind = BEHIND.match(self.plain, end)
        narrows = [said_of(found["about"]) for found in (leading, behind) if found]
        if None in narrows:
            return False
        self.about = self.about.union(*narrows)
        start = leading.end() if leading else start
        return is_said_outright(self.plain, start, name, behind.end() if behind else end)

    def _is_overlap_wanted(self, found: re.Match, member: Member) -> bool:
        """Whether an IoU is the overlap from which on a box counts as found."""
        return found[0].lower() == "iou" and member.quantity.value in USUAL_OVERLAPS

    def _is_in_company(self, found: re.Match) -> bool:
        """Whether the name is the second of "with precision 1 and recall 0.01"."""
        start = max(self.sentence(found.start())[0], found.start() - NEAR)
        return bool(WITH_METRIC.search(self.plain, start, found.start()))

    def _is_result(self, found: re.Match) -> bool:
        """Whether a sentence gives the metric as a result: "this gives us a recall of 75%"."""
        start = max(self.sentence(found.start())[0], self.claim_end)
        before = self.plain[start : found.start()]
        if self.result_end and self.result_end == self.claim_end and AND_A.fullmatch(before):
            return True
        is_result = self._is_given(found) and self._is_said_outright(
            start, found.span(), len(self.plain)
        )
        self.result_end = -1 if is_result else 0  # until its claim is read
        return is_result

    def _is_given(self, found: re.Match) -> bool:
        """Whether the words before a name give it as a result: "that works out to a recall"."""
        return bool(GIVES.search(self.plain[max(0, found.start() - CLOSE_BY) : found.start()]))

    def sentence(self, position: int) -> tuple[int, int]:
        return self.sentences[bisect(self.sentences, position, key=itemgetter(0)) - 1]

    def _word_before(self, start: int) -> str | None:
        """The word before a name, or before its article where that word binds it ("at a recall of",
        "one minus the recall"); "" at the start; None where the name is part of something else."""
        if self.claim_end and SEPARATOR.fullmatch(self.plain, self.claim_end, start):
            return ""
        before = self.plain[max(0, start - CLOSE_BY) : start]
        if PART_OF_SUM.search(before):
            return None
        found = WORD_BEFORE.search(before)
        if not found:
            return ""
        word = found[1].lower()
        if word in ARTICLES | DETERMINERS:
            earlier = WORD_BEFORE.search(before, 0, found.start())
            binding = earlier[1].lower() if earlier else ""
            return binding if BINDING.fullmatch(binding) or binding in PREPOSITIONS else word
        return None if OWNER.fullmatch(word) and not GENERIC_OWNER.fullmatch(word) else word

    # -- several names ------------------------------------------------------------------------

    def _coordinated(self, found: re.Match) -> list[re.Match]:
        """The names of "precision, recall and F1", if they are different metrics."""
        names, position = [found], found.end()
        while separator := AND.match(self.plain, position):
            following = NAME.match(self.plain, separator.end())
            if not following or metric_named(following[0]) is metric_named(found[0]):
                break
            if OPERATOR.match(self.plain, following.end()):
                break  # "the ratio, recall / (1 − specificity), is 8"
            names.append(following)
            position = following.end()
        return names

    def _bound_to_list(self, names: list[re.Match]) -> tuple[list[Claim], int]:
        """Names and as many numbers, or one for both: "precision and recall are 0.4 and 0.8"."""
        end = names[-1].end()
        link = LIST_LINK.match(self.plain, end)
        before = self._word_before(names[0].start())
        if not link or before is None or before in PREPOSITIONS or MODIFIERS.fullmatch(before):
            return [], end
        values, position = self._list_of_values(link.end(), len(names), bool(link["hedge"]))
        if link["each"] and len(values) == 1:
            values = values * len(names)
        if len(values) != len(names):
            return [], end
        bound = []
        for name, members in zip(names, values, strict=True):
            if metric := metric_named(name[0]):
                is_firm = link["verb"] != "of"
                bound += self._claim(metric, members, name, position, is_firm)
        return bound, position

    def _list_of_values(
        self, position: int, most: int, hedged: bool
    ) -> tuple[list[list[Member]], int]:
        values: list[list[Member]] = []
        while True:
            members, end = self.chain(position, symbolic=False, hedged=hedged)
            if not members:
                return values, position
            values.append(members)
            separator = AND.match(self.plain, end)
            if not separator or len(values) > most:
                return values, end
            position = separator.end()

    # -- one name -----------------------------------------------------------------------------

    def _value_before(self, start: int, end: int) -> list[Member]:
        """The number of "80% recall"."""
        amount = VALUE_BEFORE.search(self.plain, start, end)
        if not amount:
            return []
        quantity = Quantity.written(amount["value"])
        return [Member(quantity, *amount.span("value"), amount["value"])]

    def _value_explained(self, start: int, found: re.Match) -> list[Member]:
        """The number right before the name in parentheses, "fine ones that pass: 98 %
        (specificity)", or the only one of a clause: "right in 90% of cases (PPV)"."""
        first = max(start, self.sentence(found.start())[0])
        before = self.plain[first : found.start()]
        if before[-1:] != "(" or self.plain[found.end() : found.end() + 1] != ")":
            return []
        named = VALUE_NAMED.search(before)
        amounts = [named] if named else list(EXPLAINED.finditer(before))
        if not named and (len(amounts) != 1 or len(DIGITS.findall(before)) != 1):
            return []
        amount = amounts[0]
        quantity = Quantity.written(amount["value"].replace(" ", ""))
        quantity = roughly(quantity) if amount["hedge"] else quantity
        at = first + amount.start("value")
        return [Member(quantity, at, first + amount.end("value"), amount["value"])]

    def _value_in_parentheses(self, position: int) -> tuple[list[Member], int]:
        """The chain of "recall (20%)" or "recall (10/50 = 20%)"."""
        opening = LINK_IN_PARENTHESES.match(self.plain, position)
        if not opening:
            return [], position
        members, end = self.chain(opening.end(), symbolic=True, hedged=bool(opening["hedge"]))
        closed = CLOSE.match(self.plain, end)
        if not closed or GOES_ON.match(self.plain, closed.end()):  # recall (0.8 + 0.7)/2 = 0.75
            return [], position
        return members, closed.end()

    def _value_behind(self, found: re.Match, metric: Metric) -> tuple[list[Member], int, bool]:
        """The chain behind a name, where it ends, and whether it is said of a definite case."""
        position = self.behind_asides(found.end(), metric)
        link = LINK.match(self.plain, position) if position is not None else None
        if not link:
            return [], found.end(), False
        symbolic = bool(link["equals"] or link["colon"] or link["verb"])
        members, end = self.chain(link.end(), symbolic, hedged=bool(link["hedge"]))
        loose = link["nothing"] is not None or link["dash"]
        if not members or (loose and not members[0].decisive) or self._opens_set(members[0]):
            return [], end if symbolic else found.end(), False
        if not link["verb"] and not link["colon"] and USED_AS_NOUN.match(self.plain, end):
            return members, end, False
        determined = DETERMINED.search(self.plain, max(0, found.start() - NEAR), found.start())
        return members, end, not link["of"] or bool(determined)

    def _value_later(self, found: re.Match, metric: Metric) -> tuple[list[Member], int] | None:
        """The chain behind a definition, a question mark, or "as", and where its clause ends."""
        position = self.behind_asides(found.end(), metric)
        if position is None:
            return None
        for lead in self._leads_to_value(found, position):
            members, end = self.chain(lead.end(), symbolic=False, hedged=bool(lead["hedge"]))
            if members and CLAUSE_END.match(self.plain, end):
                return members, end
        return None

    def _leads_to_value(self, found: re.Match, position: int) -> Iterator[re.Match]:
        """What may stand between a name and its number, beside a plain link."""
        if answer := ANSWER.match(self.plain, position):
            yield answer
        if (as_result := COMPUTED_AS.match(self.plain, position)) and COMPUTED.search(
            self.plain, max(0, found.start() - CLOSE_BY), found.start()
        ):
            yield as_result
        link = LINK.match(self.plain, position)
        if link and (link["verb"] or link["colon"] or link["equals"]):
            defined = DEFINED.match(self.plain, link.end())
            if defined and self._is_definition(defined):
                yield defined

    def _is_definition(self, defined: re.Match) -> bool:
        """Whether words between a name and a number define the metric, and name no other that the
        number may be of."""
        said = defined[0]
        return bool(DEFINES.search(said)) and (bool(defined["link"]) or not NAME.search(said))

    def _opens_set(self, member: Member) -> bool:
        """Whether a number is the first element of a set: the Jaccard index of {1, 2, 3}."""
        before, behind = self.text[: member.start], self.text[member.end : member.end + 3]
        return before.rstrip().endswith("{") and behind.lstrip().startswith(",")

    def _value_of_topic(self, found: re.Match) -> tuple[list[Member], int]:
        """The only fraction of a sentence that opens with the name: "Recall: of the 50 positives
        10 were found, 10/50 = 20%"; or the only number: "Recall is the share found. Here
        it is 0.2"."""
        start, end = self.sentence(found.start())
        before = self.plain[start : found.start()].strip(" (•–-").lower()
        if found.start() - start >= NEAR or before not in ("", "the", "its"):
            return [], found.end()
        if TOPIC.match(self.plain, found.end()):
            members, last = self._value_here(found)
            if members:
                return members, last
        if not TOPIC_END.match(self.plain, found.end()):
            return [], found.end()
        fractions = list(FRACTION.finditer(self.plain, found.end(), end))
        if not fractions or NAME.search(self.plain, found.end(), end):
            return [], found.end()
        if self._is_of_other_clause(found.end(), fractions[0]):
            return [], found.end()
        members, last = self.chain(fractions[0].start(), symbolic=False, hedged=False)
        alone = all(other.start() < last for other in fractions[1:])
        return (members, last) if alone else ([], found.end())

    def _is_of_other_clause(self, start: int, fraction: re.Match) -> bool:
        """Whether a fraction gives the reason for something else, or in words another share."""
        if OTHER_CLAUSE.search(self.plain, start, fraction.start()):
            return True
        digit = DIGIT.search(self.plain, start)
        is_written = "/" in self.text[fraction.start() : fraction.end()]
        return not is_written and not (
            digit.start() >= fraction.start() and SHARE_ENDS.match(self.plain, fraction.end() - 1)
        )

    def _value_here(self, found: re.Match) -> tuple[list[Member], int]:
        """The number behind "here it is", if no other stands between it and the name."""
        stop = min(len(self.plain), found.end() + LONGEST_TOPIC)
        digit = DIGIT.search(self.plain, found.end(), stop)
        here = digit and (
            HERE_AT_ONCE.match(self.plain, found.end())
            or HERE.search(self.plain, found.end(), digit.end())
        )
        if not here or here.end() != digit.start():
            return [], found.end()
        names = {metric_named(n[0]) for n in NAME.finditer(self.plain, found.end(), here.end())}
        if "\n\n" in self.plain[found.end() : here.end()] or (names and not combines(found[0])):
            return [], found.end()
        members, last = self.chain(here.end(), symbolic=False, hedged=False)
        is_last = CLAUSE_END.match(self.plain, last)
        return (members, last) if is_last else ([], found.end())

    def behind_asides(self, position: int, metric: Metric | None) -> int | None:
        """Behind "(TPR)", "or sensitivity", "of the model"; None if these name something else."""
        for _ in range(5):
            gloss = GLOSS.match(self.plain, position)
            if aside := gloss or ASIDE.match(self.plain, position):
                if FOREIGN_ASIDE.search(aside[0]) or (gloss and not is_gloss(gloss[0])):
                    return None
                position = aside.end()
            elif (alias := ALIAS.match(self.plain, position)) and metric_named(alias[1]) is metric:
                position = alias.end()
            elif (about := ABOUT.match(self.plain, position)) or (
                (about := APPOSITION.match(self.plain, position))
                and not FOREIGN_ASIDE.search(COMPLEMENT.sub("", about[0]))
            ):
                position = about.end()
            elif qualifier := QUALIFIER.match(self.plain, position):
                if not self._is_narrowed(qualifier["about"]):
                    return None
                position = qualifier.end()
            else:
                break
        return position

    def _is_narrowed(self, phrase: str) -> bool:
        """Take note of what a metric is said of; False where the words are a clause."""
        narrows = said_of(phrase)
        self.about |= narrows or frozenset()
        self.is_qualified |= bool(narrows)
        return narrows is not None

    # -- chains -------------------------------------------------------------------------------

    def chain(self, position: int, symbolic: bool, hedged: bool) -> tuple[list[Member], int]:
        """The numbers of a chain that starts here, and where it, or what was read, ends.

        symbolic: members without numbers, `TP/(TP+FN)`, may stand before an equals sign.
        """
        members: list[Member] = []
        end = position
        for _ in range(LONGEST_CHAIN):
            position = _skip_spaces(self.plain, position)
            member = self.member(position, hedged)
            if member:
                if self._is_not_the_value(member):
                    break
                members.append(member)
                end = behind = member.end
            else:
                behind = self._symbols_end(position) if symbolic else position
                if behind == position:
                    break
            link = NEXT.match(self.plain, behind)
            if not link:
                break
            if not link["equals"]:
                return self._with_restatement(members, end, link)
            hedged, position = bool(link["hedge"]), link.end()
            end = end if members else behind
        return members, end

    def _is_not_the_value(self, member: Member) -> bool:
        """Whether what follows makes the number a part of something else; `80/100 → 0.8` is not."""
        is_worked = member.style == "fraction" and ARROW.match(self.plain, member.end)
        return not is_worked and bool(NOT_A_VALUE.match(self.plain, member.end))

    def _with_restatement(
        self, members: list[Member], end: int, link: re.Match
    ) -> tuple[list[Member], int]:
        """With the same value in another style: "10/45, so 22.2%", "0.2 (20%)", "0.2 or 20%"."""
        hedged = any(link[f"hedge_{i}"] for i in (2, 3, 4))
        member = self.member(_skip_spaces(self.plain, link.end()), hedged)
        if not members or not member or member.style in {m.style for m in members}:
            return members, end
        if not member.decisive:
            return members, end
        if link["word"] in ("so", "hence", "thus") and members[-1].style != "fraction":
            return members, end
        closed = (CLOSE if link["opening"] else CLAUSE_END).match(self.plain, member.end)
        return ([*members, member], closed.end("close")) if closed else (members, end)

    def _symbols_end(self, position: int) -> int:
        """Where a member without a value ends: before the next equals sign, or where it starts."""
        if span := self._math_span(position):
            end = latex_end(self.text, position, span[1])
            return end if LATEX_DELIMITER.match(self.text, end) else position
        symbols = SYMBOLS.match(self.plain, position)
        if not symbols or SENTENCE_WORDS.search(symbols[0]):
            return position
        if self._begins_another(position, symbols):
            return position
        named = NAME.fullmatch(symbols[0].strip())
        return symbols.end() if named or OPERATES.search(symbols[0]) else position

    def _begins_another(self, position: int, symbols: re.Match) -> bool:
        """Whether a line, or what stands behind a colon, names the metric of the number:
        "FDR = 1 − precision", and on the next line "FOR = 40/850"."""
        line, last = max(self.plain.rfind("\n", 0, symbols.end()), 0), symbols.end()
        is_line = position <= line or not self.plain[line:position].strip()
        start = max(line, position) if is_line else position
        is_behind_colon = self.plain[:position].rstrip().endswith(":")
        is_name = NAME.fullmatch(self.plain[start:last].strip(" \n(*-"))
        return bool(is_name and (is_line or is_behind_colon))

    def _math_span(self, position: int) -> tuple[int, int] | None:
        index = bisect(self.math, position, key=itemgetter(0)) - 1
        span = self.math[index] if index >= 0 else (0, 0)
        return span if span[0] <= position < span[1] else None

    def member(self, position: int, hedged: bool) -> Member | None:
        """The number or expression that starts here."""
        if span := self._math_span(position):
            if not IN_LATEX.match(self.text, position):
                return None
            end = latex_end(self.text, position, span[1])
            read = latex_tokens(self.text, position, end) if end < position + LONGEST else []
        else:
            end = self._prose_end(position)
            read = list(tokens(self.plain, position, end))
        try:
            node, after = parse(read)
        except NotAnExpression:
            return None
        unread = [token for token in read[after:] if token.kind not in ("stop", "align", "row")]
        if span and unread:
            return None
        start, end = read[0].start, read[after - 1].end
        quantity = claimed(node, self.text[start:end])
        if quantity is None:
            return None
        quantity = roughly(quantity) if hedged else quantity
        return Member(quantity, start, end, self.text[start:end])

    def _prose_end(self, position: int) -> int:
        """Where an expression in prose ends; where it starts, if a name takes part in it."""
        run = IN_PROSE.match(self.plain, position, position + LONGEST)[0]
        aside = run.rstrip().endswith(" (")  # 0.8 (share of the …
        numbers = run.rstrip(" \n/,+×·*÷−–-(" if aside else " \n/,+×·*÷−–-")
        rest = run[len(numbers) :]
        if len(run) == LONGEST or re.search(r"[+×·*÷−]", rest) or OPENS_NAMES.search(numbers):
            return position
        if numbers == "1" and re.search(r"[–-]", rest):
            return position  # 1 - FNR
        end = position + len(numbers)
        return position if self.plain[end : end + 1].isalpha() else end  # 2PR/(P + R)


def _math_spans(text: str) -> list[tuple[int, int]]:
    """Where the formulas of a prose text stand."""
    spans = [found.span(1) for found in inline_math(text)]
    return sorted(spans + [found.span(found.lastgroup) for found in OTHER_MATH.finditer(text)])


def _skip_spaces(plain: str, position: int) -> int:
    while position < len(plain) and plain[position].isspace():
        position += 1
    return position


def _can_be_whole(metric: Metric, member: Member) -> bool:
    """Whether a whole number can be a value of the metric; `recall 5` is not about a rate."""
    return member.quantity.value in (0, 1) or metric.is_ratio
