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
    if found := DEFINED.search(plain):
        yield from defined(sentence, found)


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
        role = f"{found['right']} {found['flag']}".lower()
        shown = {True: "positive", False: "negative"}
        yield (
            sentence.text,
            found.start("a"),
            f"a {role} is actually {shown[actual]} and predicted {shown[flagged]}",
        )


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
