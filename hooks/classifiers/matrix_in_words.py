"""The counts of a confusion matrix that a story tells: "of 100 flagged, 80 were fraud".

A story names sets: all cases, the actual positives, what was flagged, what was found or missed.
Patterns read them, in a fixed order; what each number counts follows from the pattern, and the
four counts from the sums that hold between the sets. What fits no pattern is not read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from hooks.classifiers.matrix import ROLES, whole_number
from hooks.pattern import Pattern, compiled
from hooks.record import record

# T: all cases; P, N: actual positives and negatives; PP, PN: predicted ones.
SUMS = (
    ("P", "TP", "FN"),
    ("N", "FP", "TN"),
    ("PP", "TP", "FP"),
    ("PN", "FN", "TN"),
    ("T", "P", "N"),
    ("T", "PP", "PN"),
)

VOCABULARY = {
    "pos": r"""fraud\w*|spam\w*|sick|ill|diseased?|infect\w+|cancer\w*|tumou?rs?|malignan\w+
        |positives?|defect\w*|churn\w*|relevant|default\w*|attacks?|malware|anomal\w+
        |phishing|guilty|fractures?|faults?|drugs|toxic|intrusions?|bots?|objects?|correct(?!ly)\w*|right
        |real|true|faulty""",
    "neg": r"""legitimate|legit|healthy|ham|genuine|normal|benign|negatives?|irrelevant|honest
        |good|innocent|clean|harmless|well|wrong\w*|false|incorrect\w*|mistak\w+|non-\w+
        |unaffected|uninfected""",
    "find": r"""finds?|found|catch(?:es)?|caught|detect(?:s|ed)?|spot(?:s|ted)?|recover(?:s|ed)?
        |identif(?:y|ies|ied)|recogni[sz]e[sd]?|flag(?:s|ged)?|gets?|got""",
    "flag": r"""flag(?:s|ged)?|mark(?:s|ed)?|predict(?:s|ed)?|label(?:s|l?ed)?
        |classif(?:y|ies|ied)|return(?:s|ed)?|retrieve[sd]?|produce[sd]?|raise[sd]?|alert(?:s|ed)?
        |block(?:s|ed)?|report(?:s|ed)?|alarm(?:s|ed)?|identif(?:y|ies|ied)|accuse[sd]?""",
    "flagged": r"""flagged|predicted|marked|label?led|classified|returned|retrieved|reported
        |blocked|alerts?|alarms?|predictions""",
    "cleared": r"""clear(?:s|ed)?|reject(?:s|ed)?|pass(?:es|ed)?|classif(?:y|ies|ied)
        |identif(?:y|ies|ied)""",
    "found": r"found|detected|caught|flagged|identified|marked|blocked",
    "wrongly": r"wrongly|incorrectly|falsely|mistakenly|erroneously",
    "be": r"are|were|is|was|did|do|have|had",
    "them": r"which|whom|them|these|those",
}
# A coded word: the capital letters of its vocabularies, then underscores up to its own length.
LETTERS = dict(zip(VOCABULARY, "ABCDEFGHIJ", strict=True))
CODED = {name: rf"[A-J]*{letter}\w*" for name, letter in LETTERS.items()}
ANY_CODED = {
    **CODED,
    "pos": rf"(?:{CODED['pos']}|patients\s+with)",
    "neg": rf"(?:{CODED['neg']}|non\s\w+|not\s+\w+)",
    "find": rf"(?:correctly\s+)?{CODED['find']}",
    "wrongly": rf"(?:{CODED['wrongly']}|by\s+mistake)",
    "be": rf"(?:{CODED['be']}|turn(?:ed)?\s+out\s+to\s+be)",
    "w": r"(?:[^\W\d][\w'’-]*\s+){0,3}?",  # up to three words
    "word": r"[^\W\d][\w'’-]*",
    "end": r"(?=\s*[.,;]|\s+(?:in\s+(?:all|total)|altogether))",
    "noun": r"(?:[^\W\d][\w'’-]*,?\s*){1,4}?",
}
# Patterns of coded text: in lower case, numbers are rows of ¤, words of a vocabulary are coded.
# Groups named after a set hold its number; (?P<…_tail>) the words that say what it consists of.
PATTERNS = (
    # Of the 880 patients declared healthy, 10 are ill.
    r"\bof (?:the |all )?<PN> {w}(?:declared|called|{flagged}|{cleared}) (?:as |to be )?{neg},? "
    r"(?:only )?<FN> {be} {w}{pos}",
    # Gets 30 of the 40 positives and 50 of the 60 negatives right; 30 positives and 50 negatives
    # are classified correctly; positive in 95 of 100 people with it and in 90 of 900 without.
    r"\b{find} <TP> of (?:the )?<P> {w}{pos} and <TN> of (?:the )?<N> {w}{neg} {w}{pos}",
    r"<TP> {pos} and <TN> {neg} {be} (?:\w+ )?correct",
    r"\b{pos} in <TP> of (?:the )?<P> {w}{pos} and in <FP> of (?:the )?<N> ",
    # 45 of 50 sick people test positive, and 19 of 950 healthy people test positive too.
    r"<TP> (?:out )?of (?:the )?<P> {w}{pos} {w}(?:tests?|tested|come back|came back) {pos},? "
    r"(?:and|but)(?: also)? <FP> (?:out )?of (?:the )?<N> ",
    r"<TP> (?:out )?of (?:the )?<P> {w}{pos} {w}(?:tests?|tested|come back|came back) {pos}",
    r"<FP> (?:out )?of (?:the )?<N> {w}{neg} {w}(?:tests?|tested|come back|came back) {pos}",
    r"<TP> (?:out )?of (?:the )?<P> {w}{pos} {be} {flagged} {w}{pos},? "
    r"(?:as {be}|and)(?: also)? <FP> (?:out )?of (?:the )?<N> {w}{neg}",
    # A test finds 90 of 100 patients and clears 720 of 800 healthy people.
    r"\b{find} <TP> (?:out )?of (?:the )?<P> patients",
    r"\b{cleared} <TN> (?:out )?of (?:the )?<N> (?:{word} )?{neg}(?! {flag})",
    # A detector outputs 120 boxes, 90 of the boxes match an object.
    r"\b(?:{flag}|outputs?|draws?|drew|makes?|made|proposes?) <PP> (?:bounding )?"
    r"(?:boxes|detections)\b",
    r"<TP> of (?:the |these |its )?(?:boxes|detections) (?:match|overlap|hit|{be} {pos})",
    r"\b(?:images|scenes|frames|pictures|photos)(?: \w+)? (?:with|contains?|has|show) <P> {pos}",
    r"\b{find} <TP> and {flag} <FP> {neg} {flagged}",
    # The gold standard has 100 entities; the system predicts 80, and 60 match.
    r"\b(?:gold|reference|ground truth)(?: standard| annotations?| set)? "
    r"(?:has|{be}|contains?|lists?) <P> ",
    r"<P> (?:gold|true|annotated|reference) (?:entities|spans|mentions|phrases)",
    r"\b{find} <PP> entities,? <TP> of {them} {be} {pos}",
    r"\b{flag} <PP>,? (?:and |of {them} )<TP> (?:match|agree|overlap|{be} {pos})",
    # The corpus has 30 relevant documents in all. A query retrieves 20 documents. 12 are relevant.
    r"\b(?:corpus|collection|index|database|archive) (?:has|holds|contains?) <P> {w}{pos}",
    r"\b{flag} <PP> {noun}[.;,:] ?(?:and )?<TP> (?:of {them} )?{be} {pos}",
    r"\b(?:made|makes) <PP> {pos} {flagged}[.;,:] ?(?:and )?<TP> (?:of {them} )?{be} {pos}",
    # The classifier marks 50 as spam, 45 correctly; puts 280 into the spam folder, 260 rightly.
    r"\b{flag} <PP> (?:{noun})?(?:as |to be )?{pos},? <TP> (?:of {them} )?(?:correctly|rightly)",
    r"\b{flag} <PP> {pos},? <TP> (?:of {them} )?(?:correctly|rightly)",
    r"\b(?:puts?|moves?|moved|sorts?|sorted) <PP> {w}into {w}(?:folder|box),? <TP> (?:of {them} )?"
    r"(?:correctly|rightly)",
    r"\b{flag} <PP> {noun} ?(?:and|but) {find} <TP> (?:of {them} )?{pos}",
    # We target the top 1,000; these include 250 churners.
    r"\b(?:target|contact|call|mail|approach)(?:s|ed)? (?:only )?(?:the )?(?:top |best )?<PP>"
    r"[^.;¤]{0,60}?[.;,:]? ?(?:{them}|they|among {them}),? ?(?:includ\w+|contain|{be}) <TP> {pos}",
    # 9 frauds among 1,000 payments. Of 300 loans 60 default. 500 cases with 100 positives.
    r"<P> {pos} (?:among|in|out of) (?:the |a total of )?<T> ",
    r"\b(?:out )?of <T> (?:{word} ){1,2}?<P> {pos}(?=[.,;])",
    r"\b(?:from|among) <T> {noun},? ?<P> {be} {pos}",
    r"<T> (?:cases|samples|examples|instances|people|patients) with <P> {pos}",
    r"<T> {noun} {be} (?:tested|screened|checked|examined|inspected)[,;.] ?(?:and )?"
    r"<P> (?:of {them} )?{be} {pos}",
    r"\bamong <T> {noun} there {be} <P> {w}{pos}",
    # It raised 320 alerts in all; positive for 60 samples, 45 of which were contaminated.
    r"\b{flag} <PP> {flagged}{end}",
    r"<FP> {neg} {flag}",
    r"\b{pos} for <PP> {noun}[,;.]? ?(?:and )?<TP> of {them}(?P<TP_tail>)",
    # Flagged 190 of them, and 34 of the flagged ones really had it; among these were 91 cracked.
    r"\b{flag} <PP> of {them},? ?(?:and|but) (?:only )?<TP> of (?:the|those) {flagged} (?:ones )?"
    r"{w}(?:{be}|really|actually|truly)",
    r"\b(?:{flag}|rejected) <PP> {noun},? ?(?:and|but) (?:among|of) {them} (?:there )?{be} <TP> ",
    # It missed 6 of the 30 faults.
    r"\b(?:miss(?:es|ed)|overlook(?:s|ed)) (?:only )?<FN> (?:out )?of (?:the |all |these )?<P> \w",
    # Tested 500 samples. 50 were contaminated; 2,000 mammograms, and 40 of those women had it.
    r"\b(?:tested|screened|examined|checked|inspected|scanned) <T> {noun}[.;,:]? ?(?:and )?"
    r"<P> (?:of {them} )?{w}(?:{be})(?P<P_tail>)",
    # The filter marks 100 emails as spam and 90 of them are actually spam.
    r"\b{flag} {w}<PP> (?:{noun})?(?:[,;.:]? ?(?:and |but )?(?:only )?)<TP> of {them}(?P<TP_tail>)",
    r"\b{flag} {w}<PP> {noun}[,;.]? ?(?:and )?of {them} (?:only )?<TP>(?P<TP_tail>)",
    r"\b{flag} <PP>,? and <TP> {be}(?P<TP_tail>)",
    r"\b{flag} <PP>,? ?(?:and )?of {them} (?:only )?<TP>(?P<TP_tail>)",
    # Of 100 flagged transactions, 80 were fraud. Of the 130 alarms 80 were real.
    r"\bof (?:the |all |those )?<PP> {w}{flagged}[^.;\d¤]*?,? (?:only )?<TP> (?:of {them} )?{be}"
    r"(?P<TP_tail>)",
    r"<PP> {w}{flagged} (?:as )?{noun}[\s•.,;*–-]*(?:and )?<TP> of {them} {be}(?P<TP_tail>)",
    # It wrongly flags 50 of 900 healthy people, flags 20 legitimate ones.
    r"\b{wrongly} {flag} <FP> (?:out )?of (?:the |all )?<N> {w}{neg}",
    r"\b{wrongly} {flag} <FP> {neg}",
    r"\b(?:{flag}|{find}) (?:also )?<FP> {neg}",
    # The test finds 90 of 100 sick people, catches 180 of them, 18 cancers.
    r"\b{find} (?:only )?<TP> (?:out )?of (?:the |these |those |all )?(?:<P> )?{w}{pos}",
    r"\b{find} (?:only )?<TP> of {them}",
    r"\b{find} (?:only )?<TP> {pos}",
    # Of 900 healthy people it correctly clears 855.
    r"\bof (?:the |all )?<N> {w}{neg}[^.;\d¤]{0,40}?,? {w}correctly {cleared} <TN>(?! of)",
    # Of 200 spam mails the filter catches 150. 100 positives, 80 found.
    r"\bof (?:the |all )?<P> {w}{pos}[^.;\d¤]{0,40}?,? {w}{find} (?:only )?<TP>(?! of)",
    r"<P> {w}{pos},? (?:and |but )?(?:the model |it )?{find} <TP> of {them}",
    r"<P> (?:actual )?{pos},? (?:and |of {them} )?<TP> (?:of {them} )?(?:{be} )?{found}",
    # Of 800 healthy ones it flagged 40.
    r"\bof (?:the |all )?<N> {w}{neg}(?:(?!correctly)[^.;\d¤]){0,40}? {flag} (?:only |also )?<FP>"
    r"(?! of)",
    # Of the 200 spam mails 150 were flagged, and of the 800 others 40.
    r"\bof (?:the |all )?<P> {w}{pos}[^.;\d¤]{0,30}?,? (?:only )?<TP> {be} (?:{w})?{found}",
    r"\bof (?:the |all )?<N> {w}{neg}[^.;\d¤]{0,30}?,? (?:only )?<FP> {be} (?:{w})?{found}",
    # It misses 20. 20 frauds were missed.
    r"\b(?:miss(?:es|ed)|overlook(?:s|ed)|fail(?:s|ed) to {find}) "
    r"(?:the )?(?:other |remaining )?<FN>",
    r"<FN> (?:(?!and\s){word} ){0,3}?(?:{be} |went )?(?:missed|undetected|unnoticed|overlooked"
    r"|not {found})",
    # 1,000 emails, 200 of which are spam. Out of 1,000 emails, 200 are spam.
    r"<T> {noun},? ?(?:and )?<P> of {them}(?P<P_tail>)",
    r"<T> {noun},? ?of {them} <P>(?P<P_tail>)",
    r"\b(?:of|has|{be}|contains?) <T> {noun},? ?<P> {be} (?P<P_tail>)",
    # 990 negatives and 10 positives; there are 50 relevant documents.
    r"<N> {w}{neg} (?:{w})?and <P> {w}{pos}",
    r"<P> {w}{pos} (?:{w})?and <N> {w}{neg}",
    r"\b(?:there {be}|{be}|contains?) <P> {w}{pos}",
    r"\bof <P> {w}{pos} {w}in (?:the|total)",
    r"<P> actual(?:ly)? {pos}",
)
WORD_CLASS = Pattern(r"\{([a-z]+)\}")
GROUP = Pattern(r"\([^()]*\)")
ANY_WORDS = {"w", "noun", "end", "word"}
OTHERS = {"pos": "patients", "neg": "no", "wrongly": "mistake", "be": "turn"}  # words without code
OF_COUNT = Pattern(r"\bof\s+(?:(?:the|all|those)\s+)?¤")
OTHER_PART = {"TP": "FP", "P": "N"}
TAIL = r"[^.,;\d¤\n]{0,60}"

NEGATIVE = Pattern(rf"\b{ANY_CODED['neg']}")
POSITIVE = Pattern(rf"\b{ANY_CODED['pos']}")
OTHER_VERB = Pattern(rf"\s*(?:{CODED['be']}\s+not\b|do(?:es)?\b)")
VERB = Pattern(rf"\b(?:{CODED['flag']}|{CODED['find']})")
WORD_OR_NUMBER = Pattern(
    r"(?P<number>(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?![\d.,]*\d|\s*%))|[^\W\d_][\w'’-]*"
)
STORY_WORDS = (
    *("of them", "of which", "of whom", "of these", "of those", "flag", "miss", "caught", "catch"),
    *(
        "found",
        "finds",
        "detect",
        "identif",
        "overlook",
        "alarm",
        "actual",
        "relevant",
        "positives",
    ),
    *(
        "frauds",
        "spam",
        "sick",
        "retriev",
        "marks",
        "marked",
        "alert",
        "reject",
        "invite",
        "select",
    ),
    *("match", "gold", "test positive", "churn", "boxes", "infected", "defective"),
    *("positive in", "positive for", "junk", "blocked", "spotted", "picked"),
)
NUMERAL = Pattern(r"(?<![\w.,])\d+(?:,\d{3})*(?![\d.,]*\d|\s*%)")
BEFORE, BEHIND = 80, 100  # characters before the first number and behind the last that are read
STORY = Pattern(
    r"\d[^.\d]{0,60}?\b(?:of\s+(?:them|wh|th)|flagged|alarms|alerts|predicted|marked|miss|un(?:det|not)"
    r"|overlook|positives|sick|frauds?|spam|relevant|negatives|found|caught|detected|f(?:ind|ound)"
    r"|c(?:atch|aught)|return|retriev|match|gold|churn|tests?\s+positive|boxes)"
    r"|\b(?:flag|mark|predict|label|find|found|catch|caught|detect|identif|miss|target|positive\s+in)[^.\d]{0,60}\d",
    re.I,
)
UNREAL = Pattern(
    r"\b(?:would|could|should|might|more|another|additional|instead|fewer|extra"
    r"|if(?!\s+there\s+(?:are|were)))\b",
    re.I,
)
SENTENCE = Pattern(r"[^.!?]*(?:[.!?](?=\d)[^.!?]*)*(?:[.!?]|$)")


@record
class Told:
    """A number of a story: the set that it counts, and where it stands."""

    kind: str
    value: int
    start: int
    end: int


@lru_cache(maxsize=1024)
def told(plain: str) -> tuple[Told, ...]:
    """The numbers of a text, in plain words, whose sets are clear, in its order."""
    lowered = plain.lower()
    if not any(word in lowered for word in STORY_WORDS):
        return ()
    numerals = [numeral.start() for numeral in NUMERAL.finditer(plain)]
    if len(numerals) < 2 or not STORY.search(plain):
        return ()
    text = coded(_without_suppositions(plain))
    start, end = max(0, numerals[0] - BEFORE), numerals[-1] + BEHIND
    found: list[Told] = []
    held = _held(text)
    for required, pattern in _patterns():
        for match in pattern.finditer(text, start, end) if required <= held else ():
            numbers = list(_numbers(match, plain))
            if not any(_overlap(a, b) for a in numbers for b in found):
                found += numbers
    return tuple(sorted(found, key=lambda number: number.start))


def _held(text: str) -> set[str]:
    """The vocabularies of which a coded text may have words, and "of" if it stands at a count."""
    held = {n for n, x in LETTERS.items() if x in text or (n in OTHERS and OTHERS[n] in text)}
    return held | {"of"} if OF_COUNT.search(text) else held


def coded(plain: str) -> str:
    """A text in lower case, with ¤ for the digits of counts and codes for known words."""
    lowered = plain.lower()
    return WORD_OR_NUMBER.sub(
        lambda found: "¤" * len(found[0]) if found["number"] else _code(found[0]),
        lowered if len(lowered) == len(plain) else plain,
    )


@lru_cache(maxsize=4096)
def _code(word: str) -> str:
    """A word, or the letters of the vocabularies that it is of, at the same length."""
    letters = "".join(x for name, x in LETTERS.items() if _vocabulary(name).fullmatch(word))
    return letters.ljust(len(word), "_") if letters else word


@lru_cache(maxsize=len(VOCABULARY))
def _vocabulary(name: str) -> re.Pattern[str]:
    return compiled(VOCABULARY[name], re.X)


def solved(numbers: Sequence[Told], known: Mapping[str, int]) -> dict[str, int]:
    """The four counts as far as they follow from a story's numbers; {} if these do not agree.

    known: counts that are stated outright.
    """
    values = dict(known)
    for number in numbers:
        if values.setdefault(number.kind, number.value) != number.value:
            return {}
    for _ in SUMS:
        for whole, one, other in SUMS:
            _complete(values, whole, one, other)
    agree = all(
        values[whole] == values[one] + values[other]
        for whole, one, other in SUMS
        if {whole, one, other} <= values.keys()
    )
    if not agree or min(values.values(), default=0) < 0:
        return {}
    return {role: values[role] for role in ROLES if role in values}


def _complete(values: dict[str, int], whole: str, one: str, other: str) -> None:
    """The third of whole = one + other, if two are known."""
    if whole not in values and {one, other} <= values.keys():
        values[whole] = values[one] + values[other]
    for part, rest in ((one, other), (other, one)):
        if part not in values and {whole, rest} <= values.keys():
            values[part] = values[whole] - values[rest]


def _numbers(match: re.Match, plain: str) -> Iterator[Told]:
    """The numbers of a match; one whose tail speaks of negatives counts the other part."""
    groups = match.groupdict()
    numbers = {kind: text for kind, text in groups.items() if text and not kind.endswith("_tail")}
    for kind in numbers:
        tail = groups.get(f"{kind}_tail") or ""
        if kind == "P" and (VERB.search(tail) or OTHER_VERB.match(tail)):
            return  # 1,000 mails, 180 of which it catches; 1,000 people, 180 of whom did not answer
        actual = OTHER_PART.get(kind, kind) if _is_negative(tail) else kind
        start, end = match.span(kind)
        yield Told(actual, whole_number(plain[start:end]), start, end)


def _is_negative(tail: str) -> bool:
    """Whether the words behind a number speak of negatives before they speak of positives."""
    negative, positive = NEGATIVE.search(tail), POSITIVE.search(tail)
    return bool(negative) and not (positive and positive.start() < negative.start())


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[frozenset[str], Pattern], ...]:
    """The vocabularies that each pattern requires, and the pattern."""
    return tuple((_required(p), Pattern(_expanded(p))) for p in PATTERNS)


def _required(pattern: str) -> frozenset[str]:
    """The vocabularies that stand outside of groups, which may be optional or alternatives, and
    "of" where the pattern begins with it."""
    starts = {"of"} if pattern.startswith(r"\bof ") else set()
    while GROUP.search(pattern):
        pattern = GROUP.sub("", pattern)
    return frozenset(starts.union(WORD_CLASS.findall(pattern)) - ANY_WORDS)


def _expanded(pattern: str) -> str:
    """A pattern with its vocabulary, its numbers and its spaces."""
    pattern = pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
    pattern = re.sub(r"(?<!P)<(\w+)>", r"(?P<\1>¤+)", pattern)
    pattern = re.sub(r"(\(\?P<\w+_tail>)\)", lambda found: f"{found[1]}{TAIL})", pattern)
    return WORD_CLASS.sub(lambda found: ANY_CODED[found[1]], pattern)


def _overlap(a: Told, b: Told) -> bool:
    return a.start < b.end and b.start < a.end


def _without_suppositions(plain: str) -> str:
    """The text with sentences blanked that speak of what might be."""
    return SENTENCE.sub(
        lambda found: " " * len(found[0]) if UNREAL.search(found[0]) else found[0], plain
    )
