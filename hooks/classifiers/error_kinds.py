"""The two kinds of errors by their names: a false positive (type I), a false negative (type II).

A sentence that calls one error by a name of the other, tells which is which wrongly, or counts them
the wrong way round is found.
"""

import re
from collections.abc import Iterator

from hooks.classifiers.matrix import ConfusionMatrix
from hooks.language.sentences import Sentence, sentences
from hooks.page import Question, Text
from hooks.pattern import Pattern
from hooks.worked.stated import COUNT_WORDS, count_of

FALSE_POSITIVE = r"(?:false[\s-]positives?|type[\s-](?:I|1|one)\b(?:[\s-]errors?)?)"
FALSE_NEGATIVE = r"(?:false[\s-]negatives?|type[\s-](?:II|2|two)\b(?:[\s-]errors?)?)"
ARTICLE = r"(?:an?\s+|the\s+|called\s+|also\s+)*"
# "False negative: type I error", "a false negative, a type I error."
SWAPPED = Pattern(
    rf"^\W*(?:{FALSE_POSITIVE}\s*(?::|=|→|–)\s*{ARTICLE}{FALSE_NEGATIVE}|{FALSE_NEGATIVE}\s*(?::|=|→|–)\s*{ARTICLE}{FALSE_POSITIVE})\W*$"
    rf"|\b(?:is|are)\s+(?:then\s+)?{ARTICLE}(?:{FALSE_POSITIVE},\s+an?\s+{FALSE_NEGATIVE}|{FALSE_NEGATIVE},\s+an?\s+{FALSE_POSITIVE})\s*\W*$",
    re.I,
)
IS = (
    r"[^.;:]{0,40}?(?:,\s+(?:which|that)\s+is|\bis|\bcounts\s+as|\bmeans|:)\s+"
    r"(?:then\s+|therefore\s+|thus\s+|called\s+)?(?:an?\s+)?"
)
# What happens, and the error that it is not.
MISSED = Pattern(
    rf"\b(?:goes|go|went|slips?|passes)\s+(?:through\s+)?(?:unnoticed|undetected|unflagged){IS}(?P<said>{FALSE_POSITIVE}|false\s+alarm)"
    rf"|\b(?:acquitt?\w*|freeing|free[sd]?|releas\w+)\s+(?:an?\s+|the\s+)?guilty\b{IS}(?P<said_2>{FALSE_POSITIVE})",
    re.I,
)
RAISED = Pattern(
    rf"\b(?:alarm|alert)s?\s+without\s+(?:an?\s+)?\w+{IS}(?P<said>{FALSE_NEGATIVE})"
    rf"|\b(?:convict\w*|sending|imprison\w*|jail\w*|sentenc\w*|punish\w*)\s+(?:an?\s+|the\s+)?innocent\b{IS}(?P<said_2>{FALSE_NEGATIVE})",
    re.I,
)
TURNED = ('innocent" is', "innocent” is", "innocent is the pos", "null", "positive class is")
# "False negative: the real value is F and the predicted value is F"
POSITIVE_VALUE = r"(?:T|true|positive|yes|1|P)"
NEGATIVE_VALUE = r"(?:F|false|negative|no|0|N)"
VALUE = rf"(?:{POSITIVE_VALUE}|{NEGATIVE_VALUE})"
DEFINED = Pattern(
    r"^\W*(?P<right>true|false)[\s-](?P<flag>positives?|negatives?)(?:\s*\([A-Z]{2}\))?\s*(?::|=|–|—|means|is\s+when)\W*\s*(?:the\s+|when\s+)*"
    rf"(?P<first>real|actual|true|predicted|prediction)(?:\s+(?:value|class|label))?\s+(?:is|was|=)\s+(?P<a>{VALUE})\b[\s,]*(?:and|but|while)?\s+"
    rf"(?:the\s+)?(?P<second>real|actual|true|predicted|prediction)(?:\s+(?:value|class|label))?\s+(?:is|was|=)\s+(?:also\s+)?(?P<b>{VALUE})\b",
    re.I,
)
# "False positives are actual positives that the model predicted as negative."
SIGN = r"(?:positives?|negatives?)"
CALLED = (
    r"(?:predict|classif|label|flag|call|mark|identif|recogni[sz]|categori[sz]|detect|treat)\w*"
)
DESCRIBED = Pattern(
    rf"(?<![\w-])(?P<right>true|false)[\s-](?P<flag>{SIGN})(?:\s*\([A-Z]{{2}}s?\))?\s*(?:is|are|means?|:|=|–|—)\s*"
    rf"(?:(?:an?|the|all|those|when)\s+)*(?:(?:actual(?:ly)?|real(?:ly)?|truly|true)\s+)?(?P<actual>{SIGN})"
    rf"(?:\s+(?:cases?|examples?|instances?|samples?|items?|observations?|ones?))?\s*,?\s+"
    rf"(?:(?:that|which|who)\s+)?(?:(?:is|are|was|were|the\s+model|the\s+classifier|we|it|has|have|been)\s+)*"
    rf"(?:(?:in)?correctly\s+|wrongly\s+|falsely\s+|mistakenly\s+|rightly\s+)?{CALLED}\s+"
    rf"(?:(?:as|to|be|an?|the|of)\s+)*(?P<said>{SIGN})\b",
    re.I,
)
# Who is harmless and what is done to them; who is not, and what is not done.
HARMLESS = r"(?:healthy|legitimate|legit|genuine|innocent|harmless|benign|good|clean|honest|normal)"
HARMFUL = (
    r"(?:sick|ill|diseased|fraudulent|spam|malignant|infected|guilty|defective|cancerous|toxic)"
)
FLAGGED = (
    rf"(?:{CALLED}|told|diagnos\w+|blocked|accused|rejected|sent\s+to\s+(?:the\s+)?spam"
    r"|in\s+the\s+spam|in\s+quarantine|stopped)"
)
LET_PASS = (
    r"(?:missed|overlooked|let\s+through|gets?\s+through|in\s+the\s+inbox|sent\s+home|not\s+flagged"
    rf"|declared\s+{HARMLESS}|told\s+\w+\s+is\s+{HARMLESS}|{CALLED}\s+(?:as\s+)?{HARMLESS})"
)
ACCUSED = Pattern(
    rf"\b{HARMLESS}\s+\w+\b(?:(?!not\b|{HARMLESS})[^.;\d]){{0,40}}?\b{FLAGGED}(?:(?!not\b|{HARMLESS})[^.;\d]){{0,40}}?"
    rf"\s(?:is|counts\s+as|makes|means)\s+(?:then\s+|called\s+)?an?\s+(?P<said>{FALSE_NEGATIVE})",
    re.I,
)
SPARED = Pattern(
    rf"\b{HARMFUL}\s+\w+\b[^.;\d]{{0,40}}?\b{LET_PASS}[^.;\d]{{0,40}}?"
    rf"\s(?:is|counts\s+as|makes|means)\s+(?:then\s+|called\s+)?an?\s+(?P<said>{FALSE_POSITIVE})",
    re.I,
)
TURNED_CLASS = Pattern(
    rf"\b(?:{HARMLESS}|ham|null|not\s+\w+)[\"”’]?\s*(?:\w+\s+)?(?:is|are|as|=)\s+(?:the\s+)?(?:\"|“)?positive",
    re.I,
)
IS_POSITIVE = Pattern(rf"{POSITIVE_VALUE}$", re.I)
COUNTED = Pattern(
    rf"(?<![\w.])(?P<count>{COUNT_WORDS}|\d{{1,6}})\s+type[\s-](?P<kind>II?|1|2|one|two)\s+errors?\b",
    re.I,
)
MARKS = ("false pos", "false neg", "false-", "type i", "type 1", "type 2", "true pos", "true neg")

Found = tuple[Text, int, str]


def errors(page: Question, matrix: ConfusionMatrix | None) -> Iterator[Found]:
    """Text, place in it and message of each swap of a page.

    matrix: the only one of the page, if there is one.
    """
    if not any(map(page.lower.__contains__, MARKS)):
        return
    for sentence in sentences(page):
        if not any(map(sentence.lower.__contains__, MARKS)) or sentence.is_of_mistakes:
            continue
        if not sentence.plain.rstrip(' *"').endswith("?"):
            yield from in_sentence(sentence)
            yield from counted(sentence, matrix) if matrix else ()


def in_sentence(sentence: Sentence) -> Iterator[Found]:
    plain = sentence.plain
    if " not " in sentence.lower or "n't" in sentence.lower:
        return
    if found := SWAPPED.search(plain):
        yield (
            sentence.text,
            found.start(),
            "a false positive is a type I error, a false negative a type II error",
        )
    if found := MISSED.search(plain):
        yield (
            sentence.text,
            place(found),
            f"what is missed is a false negative (type II error), not a {said(found)}",
        )
    if (found := RAISED.search(plain)) and not any(
        map(sentence.block.text.content.lower().__contains__, TURNED)
    ):
        yield (
            sentence.text,
            place(found),
            f"an alarm without cause is a false positive (type I error), not a {said(found)}",
        )
    yield from roles(sentence)


def roles(sentence: Sentence) -> Iterator[Found]:
    """What a sentence says wrongly of the four outcomes."""
    plain = sentence.plain
    if found := DEFINED.search(plain):
        yield from defined(sentence, found)
    for found in DESCRIBED.finditer(plain) if "positive" in sentence.lower else ():
        yield from described(sentence, found)
    if not TURNED_CLASS.search(sentence.block.text.content):
        yield from treated(sentence)


def described(sentence: Sentence, found: re.Match[str]) -> Iterator[Found]:
    """A role's description in words whose two signs are those of another role."""
    flagged = is_sign(found["flag"])
    actual = flagged == (found["right"].lower() == "true")
    if (is_sign(found["actual"]), is_sign(found["said"])) != (actual, flagged):
        yield sentence.text, found.start("actual"), role_message(found, actual, flagged)


def is_sign(word: str) -> bool:
    return word.lower().startswith("positive")


def role_message(found: re.Match[str], actual: bool, flagged: bool) -> str:
    role = f"{found['right']} {found['flag']}".lower().removesuffix("s")
    shown = {True: "positive", False: "negative"}
    return f"a {role} is actually {shown[actual]} and predicted {shown[flagged]}"


def treated(sentence: Sentence) -> Iterator[Found]:
    """What is done to the harmless and not to the others, called by the wrong name."""
    for pattern, right in (
        (ACCUSED, "a harmless case that is flagged is a false positive (type I error)"),
        (SPARED, "what is missed is a false negative (type II error)"),
    ):
        if found := pattern.search(sentence.plain):
            wrong = " ".join(found["said"].split())
            yield sentence.text, found.start("said"), f"{right}, not a {wrong}"


def place(found: re.Match[str]) -> int:
    return found.start("said" if found["said"] else "said_2")


def said(found: re.Match[str]) -> str:
    return " ".join((found["said"] or found["said_2"]).split())


def defined(sentence: Sentence, found: re.Match[str]) -> Iterator[Found]:
    """A role's definition whose two values are those of another role."""
    values = {
        is_prediction(found[side]): bool(IS_POSITIVE.match(found[value]))
        for side, value in (("first", "a"), ("second", "b"))
    }
    if len(values) != 2:
        return
    flagged = found["flag"].lower().startswith("positive")
    actual = flagged == (found["right"].lower() == "true")
    if values != {True: flagged, False: actual}:
        yield sentence.text, found.start("a"), role_message(found, actual, flagged)


def is_prediction(word: str) -> bool:
    return word.lower().startswith("predict")


def counted(sentence: Sentence, matrix: ConfusionMatrix) -> Iterator[Found]:
    """The number of type I errors is FP, that of type II errors FN."""
    for found in COUNTED.finditer(sentence.plain):
        is_first = found["kind"].lower() in ("i", "1", "one")
        role, right = ("FP", matrix.fp) if is_first else ("FN", matrix.fn)
        count = count_of(found["count"])
        if right is not None and count is not None and count != right:
            kind = f"type {'I' if is_first else 'II'} errors = {role} = {right}"
            message = f"{kind}; the page says {found['count']}"
            yield sentence.text, found.start("count"), message
