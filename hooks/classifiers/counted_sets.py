"""Stories of counts, read by what is said of each number: "40 of them failed. The model raised an
alarm for 60 pumps, and 30 of these failed".

A number counts cases of a class, or cases with a result, or both, or all. Its own words say so,
those of the number that it is a part of ("30 of these"), and for "30 were sound" those of the
number before it. Only where every count of a text is understood, and all agree, is it read.
"""

import re
from collections.abc import Iterator, Sequence

from hooks.classifiers.matrix import whole_number
from hooks.classifiers.matrix_in_words import SENTENCE, UNREAL, VOCABULARY, Told, solved
from hooks.classifiers.metric_names import NAME
from hooks.language.wording import listed
from hooks.pattern import Pattern
from hooks.record import record, replace

FEWEST, MOST = 3, 14  # counts of a story
DIGITS = Pattern(r"(?<![\d.,])\d[\d,]*(?![\d.]*\d|\s*%)")  # at once, what may be a count
NUMERAL = Pattern(
    r"(?<![\w.,$€£/+×·*=−<>@#-])(?<![/+×·*=−<>]\s)(?<!\$\s)(?:\d{1,3}(?:,\d{3})+|\d{1,9})"
    r"(?![\w]|[.,]?\d|\s*[%/×·*=°−]|\s*\+|-\w|\s+(?:percent|days?|hours?|weeks?|months?|years?|minutes?|times|euros?|dollars?|points?)\b)"
)
NAMED_NUMBER = Pattern(
    r"\b(?:threshold|model|classifier|group|class|version|layer|step|fold|day|week|month|year|cut-?off|top|label)s?\s*$",
    re.I,
)
BREAK = Pattern(r"[,;:]|\s(?:and|but|while|whereas|so|along)\s")
PART_OF = Pattern(
    r"\s*(?:\w+\s+)?(?:of|out\s+of|among|from)\s+(?:the|these|those|all|our|its)?\s*(?:\w+\s+)?$",
    re.I,
)
OF_THEM = Pattern(
    r"\s*(?:\w+\s+){0,2}?of\s+(?:these|those|them|which|whom|the\s+\w+\s+ones|the\s+flagged)\b",
    re.I,
)
AMONG_THEM = Pattern(
    r"(?:\bof\s+(?:these|those|them|which|whom)|\bamong\s+(?:these|those|them|which)|\bwhose)\W*(?:\w+\W+){0,2}$",
    re.I,
)
FLAG_VERB = Pattern(
    rf"""\b(?:{VOCABULARY["flag"]}|{VOCABULARY["find"]}|pick(?:s|ed)?|alerted|warn(?:s|ed)?|invite[sd]?|select(?:s|ed)?
    |positive\s+(?:in|for)|alarms?|went\s+off|recommend(?:s|ed)?|approve[sd]?|accept(?:s|ed)?|put|sorted|moved|deemed
    |call(?:s|ed)?|trigger(?:s|ed)?|throws?|threw|stop(?:s|ped)?|grant(?:s|ed)?|hire[sd]?|admit(?:s|ted)?|declare[sd]?)\b""",
    re.I | re.X,
)
FLAGGED = Pattern(
    r"""\b(?:flagged|invited|selected|alarms?(?!\s+clock)|alerts?|rejected|blocked|caught|found|detected|marked|predicted|tested\s+positive
    |test\s+positive|positive\s+tests?|positive\s+results?|recogni[sz]ed|identified|approved|hired|accepted|admitted|junk\s+folder|spam\s+folder
    |returned|retrieved|reported|stopped|picked|hits|warnings?)\b""",
    re.I | re.X,
)
MISSED = Pattern(
    r"""\b(?:miss(?:es|ed)?|overlook(?:s|ed)?|undetected|unnoticed|without\s+(?:an?\s+|any\s+)?(?:alarm|alert|flag|warning)
    |slip(?:s|ped)?|(?:let|lets|got|get|gets|went|go)\s+(?:\w+\s+)?(?:through|past|by)|inbox|not\s+(?:flagged|caught|found|detected|invited|marked|recogni[sz]ed)
    |escaped?|left\s+(?:in\s+peace|alone|untouched)|delivered|tested\s+negative|clear(?:s|ed)|passed|unflagged|waved\s+through|turned\s+down|silent|quiet
    |did\s+not\s+(?:flag|find|catch|invite|detect|raise)|fail(?:s|ed)\s+to)\b""",
    re.I | re.X,
)
OVERLOOKED = Pattern(r"\b(?:miss(?:es|ed)|overlook|undetected|unnoticed|slip|escape)", re.I)
WRONGLY = Pattern(
    r"\b(?:wrongly|by\s+mistake|mistakenly|falsely|false\s+(?:alarms?|alerts?|hits|positives?)|incorrectly|needless(?:ly)?|unjustified|in\s+error|erroneously)\b",
    re.I,
)
RIGHTLY = Pattern(
    r"\b(?:rightly|justified|correctly\s+(?:flag|mark|catch|caught|find|found|identif|detect)\w*|real|really|truly|genuine(?!ly)|belonged\s+there|actual)\b",
    re.I,
)
POSITIVE = Pattern(
    rf"""\b(?:{VOCABULARY["pos"]})\b""".replace(
        "|correct(?!ly)\\w*|right\n        |real|true|faulty",
        "|faulty|broken|broke|leak\\w*|crack\\w*|stolen|fake\\w*|forged|contaminated|bankrupt\\w*",
    ),
    re.I | re.X,
)
NEGATIVE = Pattern(
    r"""\b(?:legitimate|legit|healthy|ham|genuine|normal|benign|irrelevant|honest|good|innocent|clean|harmless|sound|intact|loyal|ordinary
    |unaffected|uninfected|safe|fine|non-?\w+|others?|rest|remaining|without\s+(?:the|a|any)\s+\w+|no\s+(?:fraud|spam|disease|fracture|fault|leak|default)
    |did\s+not\s+have|paid\s+back|repaid|stayed|unharmed|flawless|real\s+people)\b""",
    re.I | re.X,
)
STOP = listed(
    """the a an of them these those which whom were was are is be been had have has did do does
    really actually later turned out to in on at for with and or there that this also only just
    another more such no not by ones one it its we our all total some within among model system test
    filter tool contain contains show shows truly fact indeed would will during"""
)
WORD = Pattern(r"[a-z][a-z'’-]{3,}")
# "Frauds among the alerts: 125", "sick, detected      40", "sick, detected .... 40"
LABEL = Pattern(r"(?:^|\n)[\s*•-]*(?P<label>[^\n:]{3,80})(?::|=|→|[ \t]{2}|\.{3})\s*$")
ENDS_LINE = Pattern(r"[\s.,;*]*(?:\n|$)")
OF_WHOLE = Pattern(r"\b(?:of|among|from)\s+(?:(?:the|all|these|those|our|its)\s+)?$", re.I)
OF_THE = Pattern(r"\s+of\s+the\s", re.I)
AND = Pattern(r"^[^.;!?]*\b(?:and|but|along\s+with|plus|as\s+well\s+as)\b[^.;!?]*$", re.I)
# healthy people, ham mails, churners
NOUN = Pattern(
    r"(?:\s+[a-z][a-z-]+){0,2}?\s+"
    r"(?:[a-z-]+s|people|men|women|children|mail|spam|ham|sick|healthy|unqualified)\b",
    re.I,
)
# marked 180 mails as spam, predicted 80 customers to churn
CALLED = Pattern(r"\b(?:as|to(?:\s+be)?)\s+(?P<as>\w+(?:\s+\w+)?)", re.I)
STEM = 5  # letters that the forms of a word share
# 100 were qualified, 60 churned: said of cases, not the number of all
PREDICATE = Pattern(
    r"\s+(?:of\s+\w+\s+)?(?:were|was|are|is|had|have|later|really|did|turned)\b", re.I
)
ACTS = Pattern(
    r"\b(?:model|tool|system|filter|test|camera|detector|classifier|algorithm|app|scanner|software"
    r"|network|it|rule)\s+(?:(?:also|only|correctly|then)\s+)*"
    r"(?!sees\b|checks\b|tests\b|gets\b|has\b|contains\b|classifies\b|process|examin|receiv|sort"
    r"|inspect|review|look|screen|scan|monitor|watch|analy|reads\b|cover|handle|takes\b|need|us(?:es|ed)\b)"
    r"[a-z]+(?:s|ed)\s+(?:only\s+|about\s+)?$",
    re.I,
)


@record
class Set:
    """What a number counts. is_positive, is_flagged: None where its words do not say."""

    value: int
    start: int
    end: int
    is_positive: bool | None
    is_flagged: bool | None
    parent: int | None = None

    @property
    def kind(self) -> str:
        if self.is_positive is None and self.is_flagged is None:
            return "T"
        if self.is_positive is None:
            return "PP" if self.is_flagged else "PN"
        if self.is_flagged is None:
            return "P" if self.is_positive else "N"
        right = self.is_positive == self.is_flagged
        return ("T" if right else "F") + ("P" if self.is_flagged else "N")


def sets_counted(plain: str) -> list[Told]:
    """The numbers of a story and the sets that they count; [] where any is unclear."""
    if len(DIGITS.findall(plain)) < FEWEST:
        return []
    numbers = [found for s, e in _told_in(plain) for found in NUMERAL.finditer(plain, s, e)]
    numbers = [
        n for n in numbers if not NAMED_NUMBER.search(plain[max(0, n.start() - 15) : n.start()])
    ]
    if not FEWEST <= len(numbers) <= MOST:
        return []
    sets = _Story(plain, numbers).read()
    if sum(one.kind == "T" for one in sets) > 1 or not _has_both(sets):
        return []
    told = [Told(one.kind, one.value, one.start, one.end) for one in sets]
    roles = solved(told, {})
    largest = max(one.value for one in sets)
    if any(one.kind == "T" and one.value < largest for one in sets):
        return []
    return told if {"TP", "FP", "FN"} <= roles.keys() else []


def _has_both(sets: Sequence[Set]) -> bool:
    """Whether classes and results are told, and some number is of both."""
    return any(one.is_positive is not None and one.is_flagged is not None for one in sets)


def _told_in(plain: str) -> Iterator[tuple[int, int]]:
    """The sentences that tell a story: they suppose nothing and name no metric."""
    for found in SENTENCE.finditer(plain):
        said = found[0]
        if "?" in said or not DIGITS.search(said):
            continue
        if not UNREAL.search(said) and not NAME.search(said):
            yield found.span()


class _Story:
    """Reads the numbers of a text from left to right.

    own: the stems of what the text itself calls its positives: "40 of them failed".
    things: the words for what is counted in all: "800 pumps".
    """

    def __init__(self, plain: str, numbers: Sequence[re.Match[str]]):
        self.plain, self.numbers = plain, numbers
        self.sets: list[Set] = []
        self.own: set[str] = set()
        self.things: set[str] = set()

    def read(self) -> list[Set]:
        for i in range(len(self.numbers)):
            self._add(i)
        return self.sets

    def _add(self, i: int) -> None:
        before, behind = _around(self.plain, self.numbers, i)
        one = self._by_words(self.numbers[i], before, behind)
        if self.sets and self._is_part_of_next(i - 1):
            self.sets.append(self._whole(one, behind, i))
            return
        if one.kind == "T" and (self.sets or PREDICATE.match(behind)):
            one = self._named_by(one, behind)
        elif one.kind == "T":
            self.things = _stems(behind)
        if (place := self._place_of_whole(one, before, behind, i)) is not None:
            one = _within(one, self.sets[place], place)
        elif self._goes_on(one, behind, i):
            one = replace(one, is_flagged=self.sets[-1].is_flagged)
        self.sets.append(one)

    def _whole(self, one: Set, behind: str, i: int) -> Set:
        """The 200 of "35 of the 200 sound ones were flagged": what else is said is of the 35."""
        noun = NOUN.match(behind)
        noun_end = noun.end() if noun else 0
        whole = replace(one, is_flagged=None, is_positive=self._class("", behind[:noun_end], None))
        part = self.sets[-1]
        if part.is_flagged is None:
            part = replace(part, is_flagged=_result("", behind[noun_end:]))
        if whole.is_positive is None:
            self.things |= _stems(behind[:noun_end])
            is_positive = self._class("", behind[noun_end:], None)
            part = replace(part, is_positive=is_positive) if is_positive is not None else part
            part = self._named_by(part, behind[noun_end:]) if part.kind == "T" else part
        elif part.is_flagged is None and self._shares_result(whole, i):
            part = replace(part, is_flagged=self.sets[-2].is_flagged)
        self.sets[-1] = _within(part, whole, i)
        return whole

    def _shares_result(self, whole: Set, i: int) -> bool:
        """Whether "along with 15 of the 140 others" goes on from a number of the other class."""
        if len(self.sets) < 2 or self.sets[-2].is_positive in (None, whole.is_positive):
            return False
        between = self.plain[self.numbers[i - 2].end() : self.numbers[i - 1].start()]
        return bool(AND.search(between))

    def _place_of_whole(self, one: Set, before: str, behind: str, i: int) -> int | None:
        """The set that a number is a part of, if the text says so or counts its other part."""
        if not self.sets:
            return None
        last = self.sets[-1]
        if OF_THEM.match(behind) or AMONG_THEM.search(before):
            return _parent(self.sets)
        start = self.numbers[i - 1].start()
        between = self.plain[start : self.numbers[i].start()]
        is_same_sentence = not re.search(r"[.;!?]\s", between)
        if is_same_sentence and OF_WHOLE.search(self.plain[max(0, start - 20) : start]):
            return len(self.sets) - 1
        if last.kind == "PP" and one.is_flagged is None and RIGHTLY.search(behind):
            return len(self.sets) - 1
        if last.parent is not None and last.parent < len(self.sets) and _is_sibling(last, one):
            return last.parent
        return None

    def _goes_on(self, one: Set, behind: str, i: int) -> bool:
        """Whether a number shares the result of the one before: 64 of the sick and 32 of the
        healthy."""
        between = self.plain[self.numbers[i - 1].end() : self.numbers[i].start()] if i else ""
        is_other = i and self.sets[-1].is_positive is not None and one.is_flagged is None
        return bool(is_other and OF_THE.match(behind) and AND.search(between))

    def _is_part_of_next(self, i: int) -> bool:
        """Whether a number is a part of the number behind it: 35 of the 200."""
        between = self.plain[self.numbers[i].end() : self.numbers[i + 1].start()]
        return bool(PART_OF.fullmatch(between))

    def _named_by(self, one: Set, behind: str) -> Set:
        """A number that says what the positives are called, if it is the first to say so."""
        words = _stems(behind) - self.things
        if not words or self.own or any(s.is_positive is not None for s in self.sets):
            return one
        self.own = words
        return replace(one, is_positive=True)

    def _by_words(self, number: re.Match[str], before: str, behind: str) -> Set:
        called = CALLED.search(behind) if FLAG_VERB.search(before) else None
        if called:
            is_flagged = self._class("", called["as"], None) is not False
            is_positive = self._class(before, behind[: called.start()], is_flagged)
        else:
            is_flagged = _result(before, behind)
            is_positive = self._class(before, behind, is_flagged)
        return Set(whole_number(number[0]), *number.span(), is_positive, is_flagged)

    def _class(self, before: str, behind: str, is_flagged: bool | None) -> bool | None:
        """Whether a number is of positives or negatives, by what stands behind it."""
        if WRONGLY.search(f"{before} {behind}"):
            return not is_flagged
        own = next(
            (w for word in WORD.findall(behind.lower()) if (w := _sign(word, self.own))), None
        )
        if own:
            return own > 0
        negative, positive = NEGATIVE.search(behind), POSITIVE.search(behind)
        if negative and not (positive and positive.start() < negative.start()):
            return False
        is_overlooked = is_flagged is False and OVERLOOKED.search(f"{before} {behind}")
        return True if positive or is_overlooked or RIGHTLY.search(behind) else None


def _label(before: str, behind: str) -> str:
    """The words of a line "Frauds among the alerts: 125"; "" if it is none."""
    found = LABEL.search(before) if ENDS_LINE.match(behind) else None
    return f" {found['label']}" if found else ""


def _result(before: str, behind: str) -> bool | None:
    """Whether a number is of cases that are flagged, or not; None where it is not said."""
    if MISSED.search(behind) or MISSED.search(before):
        return False
    said = f"{before} {behind}"
    is_flagged = FLAGGED.search(behind) or FLAG_VERB.search(before) or WRONGLY.search(said)
    return True if is_flagged or ACTS.search(before) else None


def _stems(words: str) -> set[str]:
    return {word[:STEM] for word in WORD.findall(words.lower()) if word not in STOP}


def _sign(word: str, own: set[str]) -> int:
    """1 for a word of the positives, -1 for its opposite, 0 for any other."""
    if word[:STEM] in own:
        return 1
    opposites = (word.removeprefix(prefix).lstrip("-") for prefix in ("un", "non", "in"))
    return -1 if any(w != word and w[:STEM] in own for w in opposites) else 0


def _parent(found: Sequence[Set]) -> int:
    """The set that "of these" means: the last, or what that is a part of."""
    last = len(found) - 1
    return last if found[last].parent is None else found[last].parent


def _within(one: Set, whole: Set, place: int) -> Set:
    """A set with what is said of the set that it is a part of."""
    return replace(
        one,
        is_positive=whole.is_positive if one.is_positive is None else one.is_positive,
        is_flagged=whole.is_flagged if one.is_flagged is None else one.is_flagged,
        parent=place,
    )


def _is_sibling(before: Set, one: Set) -> bool:
    """Whether a number without a result of its own is the other part of the set before."""
    return (
        one.is_flagged is None
        and one.is_positive is not None
        and one.is_positive != before.is_positive
    )


def _around(plain: str, numbers: Sequence[re.Match[str]], i: int) -> tuple[str, str]:
    """The words before and behind a number that may speak of it."""
    start = numbers[i - 1].end() if i else 0
    end = numbers[i + 1].start() if i + 1 < len(numbers) else len(plain)
    number = numbers[i]
    if label := _label(plain[start : number.start()], plain[number.end() : end]):
        return "", label
    before = re.split(r"[.;!?]\s", plain[start : number.start()])[-1]
    if i and len(before) == number.start() - start:
        parts = BREAK.split(before)
        before = " ".join(parts[1:]) if len(parts) > 1 else " ".join(before.split()[2:])
    behind = re.split(r"[.;!?](?:\s|$)", plain[number.end() : end])[0]
    is_last = len(behind) < end - number.end() or end == len(plain)
    parts = BREAK.split(behind)
    if not is_last:
        behind = parts[0] if len(parts) > 1 else " ".join(behind.split()[:3])
    return before[-90:], behind[:120]
