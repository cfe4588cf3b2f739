"""Counts of the groups that things are divided into, and the number of things they must sum to.

"Of 500 images, 300 are cats and 200 dogs", "1,000 rows consist of 700 old and 300 new ones", "of
500 patients 180 are ill and the remaining 320 healthy", and lists of one count each.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.language.sentences import Sentence
from hooks.language.wording import words
from hooks.page import Block
from hooks.pattern import Pattern
from hooks.worked.parts import NESTED, Whole, are_open, exceeds, has_rest, whole
from hooks.worked.shares import PAIRS
from hooks.worked.splits import INTO, METRIC, ROLE, TOTAL_NOUN, TWO_NUMBERS
from hooks.worked.stated import Stated, numbers

GROUP_WORDS = (
    "split", "both", "spam", "exact", "exclu", "twice", "disjoint", "overlap", "divid", "assign",
    "consist", "compris", "made up", "compos", "placebo", "nobody", "no one", "stay", "control",
)  # fmt: skip
OF_TOTAL = Pattern(
    r"(?:^\s*|\b(?:of|among|out\s+of|split|divide[sd]?|dividing|assign(?:ed)?"
    r"|randomi[sz]ed?|partition(?:ed)?|the)\s+)"
    r"(?:(?:the|these|our|all)\s+)?(?P<total>\d[\d,]*)\s+[a-z]",
    re.I,
)
IN_GROUP = Pattern(
    r"\s*(?:\)|(?:[a-z]+\s+)?(?:are|were|is|go|goes|went|get|gets|got|see|saw|in|to|for"
    r"|into)\b|\s[a-z]+)",
    re.I,
)
EACH = Pattern(r"\b(?:each|apiece|times|every)\b", re.I)
EXCLUSIVE = Pattern(
    r"\bno(?:ne|\s+\w+)\b.{0,30}\b(?:both|twice)\b|exactly\s+one|exclusive|disjoint|no\s+overlap"
    r"|without\s+(?:any\s+)?overlap"
    r"|(?:not|n['’]t)\s+overlap|\bonly\s+one\b|spam\b.*\b(?:ham|not\s+spam)\b"
    r"|positive.*negative|negative.*positive"
    r"|\bsplit\b|\bdivid|randomly\s+assign|treatment.*control|control.*treatment",
    re.I,
)
THE_REST = Pattern(r"\bthe\s+(?:remaining|other|rest\s*[,(:]|remainder\s*[,(:])\s*$", re.I)
CONSISTS = Pattern(
    r"(?P<total>\d[\d,]*)\s+(?:[a-z-]+\s+){0,2}[a-z-]+s?\b,?\s+(?:(?:which|that|all|are|is)\s+){0,2}"
    r"(?:consists?\s+of|compris(?:es?|ing)|made\s+up\s+of|composed\s+of|divided?\s+into|split\s+into)"
    r"\s+(?:about\s+|exactly\s+)?(?=\d)",
    re.I,
)
NEAR_TOTAL = Fraction(3, 4), Fraction(4, 3)
LARGEST = Fraction(5, 4)  # of a part, against its whole: a larger one has another whole
NO_OTHERS = Pattern(
    r"\b(?:nobody|no\s?one|none)\s+(?:was|were|is|are|else|left)\b|\bno\s+others?\b"
    r"|\bthere\s+(?:is|are)\s+no\s+other|\b(?:all|each)\s+of\s+(?:them|whom)\b.{0,40}\bexactly\s+one\b",
    re.I,
)
MOST_GROUPS = 6  # numbers of a sentence that ends with the rest


def group_counts(sentence: Sentence) -> Iterator[Whole]:
    """The counts of groups that a sentence states, right or wrong."""
    lower = sentence.lower
    if not TWO_NUMBERS.search(lower):
        return
    if any(word in lower for word in GROUP_WORDS):
        yield from consisting(sentence) or counted(sentence)
    if "the re" in lower or "the other" in lower:
        yield from remaining_count(sentence)


def consisting(sentence: Sentence) -> list[Whole]:
    """Our 1,000 images consist of 620 cats, 250 dogs and 130 birds."""
    plain = sentence.plain
    found = CONSISTS.search(plain)
    if not found or has_rest(plain) or NESTED.search(plain) or METRIC.search(plain):
        return []
    own = [n for n in numbers(plain) if n.start >= found.start("total")]
    if not own or own[0].start != found.start("total"):
        return []
    total, parts = own[0], [n for n in own[1:] if n.is_whole and IN_GROUP.match(plain, n.end)]
    if not 2 <= len(parts) == len(own) - 1 or are_open(own, plain):
        return []
    low, high = NEAR_TOTAL
    if not low <= sum(part.value for part in parts) / (total.value or 1) <= high:
        return []
    return [whole(sentence.text, parts, total.value, f"parts of {total.written}", plain)]


def counted(sentence: Sentence) -> Iterator[Whole]:
    """Of 500 images, 300 are cats and 250 are dogs, and no image shows both."""
    plain = sentence.plain
    found = OF_TOTAL.search(plain)
    if not found or METRIC.search(plain) or NESTED.search(plain, found.end()):
        return
    own = [n for n in numbers(plain) if n.start >= found.start("total")]
    if not own or own[0].start != found.start("total"):
        return
    total, parts = own[0], [n for n in own[1:] if n.is_whole and IN_GROUP.match(plain, n.end)]
    if not 2 <= len(parts) == len(own) - 1 or are_open(parts, plain):
        return
    if max(part.value for part in parts) > total.value * LARGEST:
        return  # "of the 20 newsgroups, 18,000 posts on 7 topics": of other things
    if EACH.search(plain):
        return
    is_split = (INTO.search(plain) or NO_OTHERS.search(plain)) and not has_rest(plain)
    if is_split or (EXCLUSIVE.search(plain) and exceeds(parts, total.value)):
        yield whole(sentence.text, parts, total.value, f"parts of {total.written}", plain)


def remaining_count(sentence: Sentence) -> Iterator[Whole]:
    """Of 500 patients, 180 are positive and the remaining 320 negative."""
    plain = sentence.plain
    found = OF_TOTAL.search(plain)
    if not found or METRIC.search(plain) or NESTED.search(plain, found.end()):
        return
    own = [n for n in numbers(plain) if n.start >= found.start("total")]
    if not 3 <= len(own) <= MOST_GROUPS or own[0].start != found.start("total"):
        return
    total, *parts, rest = own
    left = total.value - sum(part.value for part in parts)
    is_likely = all(n.is_whole for n in own) and left > 0 and left / 2 <= rest.value <= left * 2
    is_rest = THE_REST.search(plain, parts[-1].end, rest.start)
    if is_likely and is_rest and not are_open(own, plain):
        yield whole(sentence.text, own[1:], total.value, f"parts of {total.written}", plain)


# -- lists ----------------------------------------------------------------------------------------


def listed_counts(items: Sequence[Block], before: str) -> Iterator[Whole]:
    """A list of one count each, of things whose number stands before it."""
    if not DIGIT.search(before) or not all(DIGIT.search(item.text.content) for item in items):
        return
    texts = [words(item.text.content) for item in items]
    parts = [sole_count(text) for text in texts]
    if None in parts or any(has_rest(text) or METRIC.search(text) for text in texts):
        return
    plain = words(before)[-MOST_CHARACTERS:]
    totals = [n for n in numbers(plain) if n.is_whole and TOTAL_NOUN.match(plain, n.end)]
    total = max(totals, key=lambda n: n.value, default=None)
    if not total or has_rest(plain) or any(part.value >= total.value for part in parts):
        return
    low, high = NEAR_TOTAL
    is_near = low <= sum(part.value for part in parts) / total.value <= high
    if is_near and (INTO_LIST.search(plain) or are_all(texts)):
        cells = tuple((item.text, n) for item, n in zip(items, parts, strict=True))
        what, last = f"parts of {total.written}", items[-1].text
        yield Whole(last, tuple(parts), total.value, parts[-1], what, last, cells=cells)


MOST_CHARACTERS = 200
DIGIT = Pattern(r"\d")
INTO_LIST = Pattern(
    r"\b(?:split|divided|consists?|compris\w*|made\s+up|composed|break\w*\s+down|breakdown)\b", re.I
)


def sole_count(text: str) -> Stated | None:
    """The one number that an item holds, if it is a count."""
    found = numbers(text)
    is_one = len(found) == 1 and found[0].is_whole and found[0].value >= 5
    return found[0] if is_one and len(text) <= MOST_CHARACTERS / 2 else None


def are_all(texts: Sequence[str]) -> bool:
    """Whether the labels leave no other group: positives and negatives, all three roles."""
    roles = {role.lastgroup for text in texts if (role := ROLE.search(text))}
    if len(roles) == len(texts) == 3:
        return True
    return len(texts) == 2 and any(
        opens(first, texts[0]) and opens(second, texts[1])
        for pair in PAIRS
        for first, second in (pair, pair[::-1])
    )


def opens(label: str, text: str) -> bool:
    """Whether a text is a label and a number alone."""
    return bool(re.fullmatch(rf"\W*(?:{label})\W*[\d,]+\W*|\W*[\d,]+\W*(?:{label})\W*", text, re.I))
