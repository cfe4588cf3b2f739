"""Percentages that are listed with labels, where the list itself shows that they are a whole.

"9 % pneumonia, 16 % other finding, 78 % normal": no word says that these are all, but a label for
what is left does (other, normal, neutral), as does the name before the list ("Labels."), or another
list of the page that is written alike and sums to 100 %.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.language.sentences import Sentence
from hooks.language.wording import words
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.parts import NESTED, Whole, are_open, is_off, series, whole
from hooks.worked.shares import NO_SHARES, NOT_ALL_APART, OPEN_LIST
from hooks.worked.splits import METRIC
from hooks.worked.stated import Stated, statements

ONE = Fraction(1)
FEWEST = 3
MOST = 10
LIKELY = Fraction(88, 100), Fraction(112, 100)
LONGEST_LABEL = 32  # characters

RESIDUAL = Pattern(
    r"\b(?:others?|(?:every|any)(?:thing|body|one)\s+else|rest|remainder|remaining|none|normal|neutral|neither|unknown|mixed"
    r"|healthy|harmless|unclear|undecided|no\s+(?:answer|finding|opinion|event|defect|change)|inconclusive|misc\w*)\b",
    re.I,
)
NAMED = Pattern(
    r"\W*(?:the\s+|our\s+)?(?:(?:class|label|data|target|dataset)\s+)?(?:labels?|class(?:es)?|balance|distribution|composition"
    r"|origins?|sources?|splits?|mix(?:ture)?|breakdown|make-?up|diagnos[ei]s|species|categories|shares|countries|regions|outcomes?"
    r"|sites?|vendors?|languages|devices?|gender|sex|age(?:\s+groups?)?|severity|prior|causes?)\b[\w\s]{0,20}[:.–—*_]",
    re.I,
)
ONE_EACH = Pattern(r"\b(?:each|every|exactly|only)\s+(?:\w+\s+){0,2}?(?:one|as)\b", re.I)
OVERLAP = Pattern(
    r"\b(?:several|multiple|multi-?label|both|also|overlap\w*|some\s+of|more\s+than\s+one|at\s+least|any\s+of|as\s+well"
    r"|twice|can\s+(?:have|be|carry|contain)|may\s+(?:have|be|carry|contain)|speaks?|owns?|watch\w*|prefer\w*|played?"
    r"|bought|buys?|click\w*|visit\w*|agree\w*|drop\w*|failed|pass\w*|won|wins?|win\s+rate|hit|hits|uptime|availab\w*|off"
    r"|discount\w*|tax\w*|interest|return\w*|growth|faster|slower|load|busy|utili\w+|humidity|alcohol|voltage|charged?|full|of\s+the\s+(?:men|women))\b",
    re.I,
)
SOLE = Pattern(r"[^\W\d_][^.:;!?]{0,40}[.:–—]\W*")


def enumerated_shares(page: Question) -> Iterator[Whole]:
    """The lists of a page that must sum to 100 %."""
    if page.source.count("%") < FEWEST:
        return
    found = [one for one in statements(page) if one.plain.count("%") >= FEWEST]
    read = [(sentence, parts) for sentence in found for parts in lists(sentence)]
    complete = [sentence for sentence, parts in read if not is_off(parts, ONE, sentence.plain)]
    for sentence, parts in read:
        if is_near(parts) and is_whole(sentence, parts, complete):
            yield whole(sentence.text, parts, ONE, "shares of one whole", sentence.plain)


def lists(sentence: Sentence) -> Iterator[tuple[Stated, ...]]:
    """The percentages of a sentence, if it joins them all, three or more."""
    for parts in series(sentence):
        is_all = len(parts) == sentence.plain.count("%")
        if FEWEST <= len(parts) <= MOST and is_all and not are_open(parts, sentence.plain):
            yield parts


def is_near(parts: Sequence[Stated]) -> bool:
    low, high = LIKELY
    return low <= sum(part.value for part in parts) <= high


def is_whole(sentence: Sentence, parts: Sequence[Stated], complete: Sequence[Sentence]) -> bool:
    """Whether a list is of all cases, of which each is in one: by its labels, name or siblings."""
    plain = sentence.plain
    around = words(sentence.block.text.content)
    if sentence.is_of_mistakes or plain.rstrip(' *_"”)').endswith("?"):
        return False
    tail = plain[parts[-1].end :]
    if any(
        pattern.search(plain) for pattern in (OPEN_LIST, METRIC, NO_SHARES, NESTED, NOT_ALL_APART)
    ) or OVERLAP.search(around):
        return False
    if RESIDUAL.search(tail.partition(",")[2]) or THE_REST.search(tail):
        return False
    labels = plain[max(0, parts[0].start - LONGEST_LABEL) :]
    is_named = NAMED.match(around) and plain.strip() in around[: len(plain) + 60]
    has_sibling = any(alike(sentence, other) for other in complete if other is not sentence)
    return bool(RESIDUAL.search(labels) or is_named or has_sibling or ONE_EACH.search(around))


THE_REST = Pattern(r"\b(?:the\s+)?(?:rest|remainder|others)\b[^%]*$", re.I)


def alike(one: Sentence, other: Sentence) -> bool:
    """Whether two blocks are written alike: a short name, then a list of shares."""
    read = [words(sentence.block.text.content) for sentence in (one, other)]
    return all(SOLE.match(text) and text.count("%") >= FEWEST for text in read)
