"""Splits of data as texts state them: "70/15/15", "80 % for training and 20 % for testing".

Training, validation and test data are parts of one whole, which no row is in twice.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.quantity import Quantity
from hooks.language.sentences import Sentence
from hooks.language.wording import words
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.parts import (
    HALF,
    NESTED,
    Whole,
    are_open,
    are_shares,
    exceeds,
    has_rest,
    is_off,
    whole,
)
from hooks.worked.stated import (
    COUNT_WORDS,
    Stated,
    count_of,
    numbers,
)

ONE, HUNDRED = Fraction(1), Fraction(100)
SPLITTING = Pattern(r"\b(?:split|divid|partition|hold-?out|train|valid|test\b|folds?\b)", re.I)
SPLIT_WORDS = (
    "split",
    "divid",
    "alloc",
    "shared",
    "partition",
    "train",
    "valid",
    "test",
    "fold",
    "hold",
)
TWO_NUMBERS = Pattern(r"\d[.,]*[^\d.,][^\d]*\d")
RATIO = Pattern(r"\d\s?%?\s?[/:–-]\s?\.?\d")
NEAR = 40  # characters around a split

PART = r"\d{1,2}(?:\.\d{1,2})?|0?\.\d{1,3}"
SLASHED = Pattern(
    rf"(?<![\w.,/:%–-])(?:{PART})\s?%?(?P<by>\s?[/:–-]\s?)(?:{PART})\s?%?"
    rf"(?:(?P=by)(?:{PART})\s?%?){{0,3}}(?![\w/:]|[–-]\d|\.\d|,\d)"
)
PIECE = Pattern(rf"({PART})(?:\s?(%))?")
BESIDE_SPLIT = Pattern(
    r"\s*\)?\s*(?:%\s*)?(?:[\w-]+\s+)?(?:(?:train\w*|test\w*)(?:[\s/–-]+\w+){0,3}\s+)?splits?\b"
    r"|\s*\)?\s*train\w*\s*[/–-]\s*(?:test|val|dev)",
    re.I,
)
OF_TREE = Pattern(
    r"\b(?:nodes?|lea(?:f|ves)|parents?|child(?:ren)?|root|tree|gini|entropy|impur)", re.I
)
BEHIND_SPLIT = Pattern(
    r"\b(?:split(?:s|ting)?|allocat(?:ed|es?|ing|ion)|divid(?:ed|es?|ing)|shared)\s*(?:of|is|was|[:=(]|into)?\s*\(?\s*$",
    re.I,
)

ROLES = {
    "training": r"train(?:ing)?",
    "validation": r"validat(?:ion|ing|e)|valid|val|dev(?:elopment)?|tun(?:ing|e)",
    "test": r"test(?:ing)?|hold-?out|hold\s+out|held[\s-]out|evaluation",
}
ROLE = Pattern(rf"\b(?:{'|'.join(f'(?P<{role}>{word})' for role, word in ROLES.items())})\b", re.I)
SHARE_BEFORE_ROLE = Pattern(
    r"""\s*(?: \( | \[ | [-–—=:→]
      | (?:of\s+(?:(?:the|our|all|them|these|those)\s*)?(?:data\s+set|[a-z]{0,14})\s+)?
        (?:is\s+|are\s+|was\s+|were\s+|goes\s+|go\s+|went\s+)?
        (?:used\s+|reserved\s+|kept\s+|held\s+)?(?:rows|samples|examples|images|points|records
        |reviews)?\s*
        (?:for\s+|to\s+|as\s+|in\s+|into\s+)?(?:the\s+|a\s+|an\s+|our\s+|model\s+)?
        (?:final\s+)? )?\s*""",
    re.X | re.I,
)
ROLE_BEFORE_SHARE = Pattern(
    r"(?:\s+(?:set|data|part|split|portion|samples|rows|examples|images|size|fraction"
    r"|gets|is|takes|has|receives|of|with|contains)){0,4}\s*[-–—=:(→]?\s*"
)
BEHIND_SHARE = Pattern(
    r"\s*(?:$|[,.;:)\]/|&+]|and\b|or\b|while\b|(?:rows|samples|examples|images|for\b|to\b)"
    r"|of\s+(?:(?:the|all|our|its)\s+)?(?:data|[a-z]{3,}s)\b(?!\s+(?:are|is|were|was|have|has|had)))",
    re.I,
)
METRIC = Pattern(
    r"accura|loss\b|\berror|score|\bF1\b|AUC|recall|precision|perform|improv|overfit|RMSE"
    r"|MSE|R²|fit\b"
    r"|\bgap\b|epoch|sensitiv|specific|batch|speed|faster"
    r"|\bm?APs?\b|\bm?IoUs?\b|n?DCG|\bMRR\b|\b(?:kappas?|BLEU|ROUGE|Dice|Jaccard|silhouettes?|MAE|MAPE|MCC)\b",
    re.I,
)
DIAGNOSED = Pattern(r"\b(?:over|under)-?fit|generali[sz]|\b(?:bias|variance)\b", re.I)
BEHIND_ROLE = Pattern(
    r"\s*(?:[-–]?(?:set|data|dataset|split|part|portion|samples?|rows|examples|images"
    r"|subset|purposes)s?\b)?"
    r"\s*(?:$|[,.;:)\]/|]|[-–—]\s|\b(?:and|or|with|plus|while|before|so|in|by|which|to"
    r"|for|each|split|of\s+the\s+model|the)\b|\d|&|\+)",
    re.I,
)
INTO = Pattern(r"\b(?:split|divid\w*|partition\w*)\b", re.I)
TOTAL_NOUN = Pattern(
    r"\s+(?:labell?ed\s+|training\s+|total\s+)?(?!train|valid|test|epoch|feature|class"
    r"|fold|time|cluster|tree|layer)"
    r"[a-z][a-z-]+s?\b|\s*(?:\)|:)",
    re.I,
)

OF_THEM = Pattern(r"\bof\s+(?:them|these|those|which)\b", re.I)


MOST = Fraction(11, 20)
FOLDS = Pattern(
    rf"\b(?P<k>\d{{1,2}}|{COUNT_WORDS})[\s-]*(?:equal(?:ly\s+sized)?\s+)?folds?\b", re.I
)
EACH_FOLD = Pattern(
    r"(?:\b(?:each|every|one)\s+(?:fold|part)\s+(?:holds?|has|contains?|is|gets|of|with"
    r"|takes)\s+(?:about\s+)?|\bfolds?\s+of\s+)"
    r"(?P<share>\d+(?:\.\d+)?)\s?%",
    re.I,
)
EACH_BEHIND = Pattern(
    r"(?P<share>\d+(?:\.\d+)?)\s?%\s+(?:of\s+the\s+\w+\s+)?(?:each|per\s+fold|in\s+each\s+fold)",
    re.I,
)


def splits(page: Question, sentence: Sentence) -> Iterator[Whole]:
    """The splits that a sentence states, right or wrong."""
    plain, lower = sentence.plain, sentence.lower
    if "fold" in lower:
        yield from folds(sentence)
    if not any(word in lower for word in SPLIT_WORDS) or not TWO_NUMBERS.search(plain):
        return
    if RATIO.search(plain):
        yield from slashed(sentence)
    yield from labelled(page, sentence)


# -- 70/15/15 -------------------------------------------------------------------------------------


def slashed(sentence: Sentence) -> Iterator[Whole]:
    plain = sentence.plain
    all_found = list(SLASHED.finditer(plain))
    are_classes = len(all_found) > 1 or OF_TREE.search(plain)  # a node's: 40/40 into 30/10
    for found in all_found:
        parts = pieces(found)
        near = plain[max(0, found.start() - NEAR) : found.end() + NEAR]
        beside = BESIDE_SPLIT.match(plain, found.end()) or BEHIND_SPLIT.search(
            plain, max(0, found.start() - NEAR), found.start()
        )
        if len(parts) == 2 and (not beside or are_classes):
            continue
        if not beside and not (SPLITTING.search(near) and re.search("split|train", near, re.I)):
            continue
        total = total_of(parts)
        if total and not (len(parts) == 2 and has_rest(plain)):
            yield whole(sentence.text, parts, total, "parts of the split", plain)


def pieces(found: re.Match) -> list[Stated]:
    """The numbers of a match of SLASHED. 33 may be a rounded third, 35 is none."""
    parts = []
    for piece in PIECE.finditer(found.string, found.start(), found.end()):
        quantity = Quantity.written(piece[1])
        if quantity.exact and quantity.value % 5:
            quantity = Quantity(quantity.value - HALF, quantity.value + HALF, False, piece[1])
        parts.append(Stated(quantity, *piece.span(1), piece[1]))
    return parts


def total_of(parts: Sequence[Stated]) -> Fraction | None:
    """What parts of this size must sum to; None for other ratios, as 8:1:1."""
    size = sum(part.value for part in parts)
    for total in (ONE, HUNDRED):
        if total * 7 / 10 <= size <= total * 15 / 10:
            return total
    return None


# -- 70 % for training ----------------------------------------------------------------------------


def labelled(page: Question, sentence: Sentence) -> Iterator[Whole]:
    """Shares or counts of training, validation and test data."""
    plain = sentence.plain
    if METRIC.search(plain) or DIAGNOSED.search(plain):
        return
    for roles, parts in groups(plain):
        if are_open(parts, plain):
            continue
        if are_shares(parts):
            yield from shares(sentence, roles, parts)
        elif all(part.is_whole and part.value >= 5 for part in parts):
            yield from counts(page, sentence, roles, parts)


def shares(sentence: Sentence, roles: Sequence[str], parts: Sequence[Stated]) -> Iterator[Whole]:
    plain = sentence.plain
    if NESTED.search(plain) or other_shares(plain, parts) or are_scores(parts):
        return
    complete = len(roles) == 3 and not has_rest(plain)
    if complete or exceeds(parts, ONE, plain) or not is_off(parts, ONE, plain):
        yield whole(sentence.text, parts, ONE, "parts of the split", plain)


def are_scores(parts: Sequence[Stated]) -> bool:
    """Whether they are how often a model is right: two parts can't both be most of the data."""
    return sum(part.value > MOST for part in parts) > 1


def other_shares(plain: str, parts: Sequence[Stated]) -> bool:
    """Whether more shares stand between the parts, so that they may belong to other wholes."""
    inside = [n for n in numbers(plain) if parts[0].start <= n.start <= parts[-1].start]
    return any(n not in parts and n.is_percent == parts[0].is_percent for n in inside)


def counts(
    page: Question, sentence: Sentence, roles: Sequence[str], parts: Sequence[Stated]
) -> Iterator[Whole]:
    """Counts against the number of rows that the sentence, or what stands before it, states."""
    plain = sentence.plain
    largest = max(part.value for part in parts)
    if OF_THEM.search(plain):
        sizes = sizes_before(page, sentence, largest)
        if len(sizes) == 1 and not has_rest(plain):
            total = sizes.pop()
            if exceeds(parts, total) or len(roles) == 3:
                yield whole(sentence.text, parts, total, f"parts of {int(total):,}", plain)
        return
    before = [n for n in numbers(plain) if n.end <= parts[0].start and n.is_whole]
    sizes = [n for n in before if TOTAL_NOUN.match(plain, n.end) and n.value > largest]
    if len(sizes) != 1 or has_rest(plain) or NESTED.search(plain):
        return
    total = sizes[0]
    if len(roles) == 3 or INTO.search(plain) or exceeds(parts, total.value):
        yield whole(sentence.text, parts, total.value, f"parts of {total.written}", plain)


def sizes_before(page: Question, sentence: Sentence, least: Fraction) -> set[Fraction]:
    """The counts above `least` in the nearest paragraph before a sentence that has any."""
    at = next(i for i, block in enumerate(page.blocks) if block is sentence.block)
    near = [words(b.text.content) for b in page.blocks[max(0, at - 5) : at] if b.is_prose]
    for plain in reversed([*near, words(sentence.block.text.content)[: sentence.start]]):
        counts = (n for n in numbers(plain) if n.is_whole and TOTAL_NOUN.match(plain, n.end))
        if sizes := {n.value for n in counts if n.value > least}:
            return sizes
    return set()


def groups(plain: str) -> Iterator[tuple[list[str], list[Stated]]]:
    """Numbers with the roles that stand behind them, or before them; each role once."""
    behind, before = pairs_behind(plain), pairs_before(plain)
    pairs = behind if len(behind) >= len(before) else before
    if len(behind) == len(before) == 1 and are_apart(behind[0], before[0]):
        pairs = sorted([*behind, *before], key=lambda pair: pair[1].start)
    roles: list[str] = []
    parts: list[Stated] = []
    for role, part in pairs:
        if role in roles:
            if len(parts) > 1:
                yield roles, parts
            roles, parts = [], []
        roles, parts = [*roles, role], [*parts, part]
    if len(parts) > 1:
        yield roles, parts


def are_apart(one: tuple[str, Stated], other: tuple[str, Stated]) -> bool:
    """Whether two shares have two roles: "85 % for training and hold out 15 %"."""
    return one[0] != other[0] and one[1].start != other[1].start


def pairs_behind(plain: str) -> list[tuple[str, Stated]]:
    """70 % for training"""
    found = []
    for number in numbers(plain):
        gap = SHARE_BEFORE_ROLE.match(plain, number.end)
        role = ROLE.match(plain, gap.end()) if gap else None
        if role and BEHIND_ROLE.match(plain, role.end()):
            found.append((role.lastgroup, number))
    return found


def pairs_before(plain: str) -> list[tuple[str, Stated]]:
    """training: 70 %"""
    found, starts = [], {number.start: number for number in numbers(plain)}
    for role in ROLE.finditer(plain):
        gap = ROLE_BEFORE_SHARE.match(plain, role.end())
        number = starts.get(gap.end())
        if number and BEHIND_SHARE.match(plain, number.end):
            found.append((role.lastgroup, number))
    return found


# -- folds ----------------------------------------------------------------------------------------


def folds(sentence: Sentence) -> Iterator[Whole]:
    """K folds of equal share: "5 folds of 20 % each"."""
    plain = sentence.plain
    ks = {count_of(found["k"]) for found in FOLDS.finditer(plain)}
    if len(ks) != 1 or not (k := ks.pop()) or k < 2 or k > 20:
        return
    share = EACH_FOLD.search(plain) or EACH_BEHIND.search(plain)
    if not share:
        return
    number = next((n for n in numbers(plain) if n.start == share.start("share")), None)
    is_part = number and any(
        n.is_percent and n.value == number.value * k
        for n in numbers(words(sentence.block.text.content))
    )
    if number and number.is_percent and not is_part and not has_rest(plain):
        yield whole(sentence.text, [number] * k, ONE, f"{k} folds", plain, number)
