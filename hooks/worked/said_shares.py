"""Shares that a sentence lists in whatever words: of a mixture, of variance explained, of what is
left, "each of the other five", "together they explain 83 %".

Unlike a list behind the word "distribution" (hooks/worked/shares.py), these are read in all ways in
which a share can be written (hooks/worked/spelled_shares.py), and with words between them.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from hooks.language.sentences import Sentence
from hooks.language.wording import listed, words
from hooks.pattern import Pattern
from hooks.worked.parts import (
    Derived,
    Whole,
    are_open,
    exceeds,
    has_rest,
    is_off,
    rounding,
    slack,
    whole,
)
from hooks.worked.spelled_shares import are_alike, shares
from hooks.worked.splits import METRIC
from hooks.worked.stated import COUNT_WORDS, Stated, count_of, is_bounded, is_hedged

ONE = Fraction(1)
MOST_SHARES = 12

CUES = listed(
    "mixture mixing weighted blend blended normalized normalised divided distribution distributed"
    " emission explain explains explained nothing nobody everything traffic unigram weights corpus"
    " budget shares variant variants here gaussians prior priors pca principal"
    " explained_variance_ratio no"
)
OF_WHOLE = Pattern(
    r"\bmixture\b|\bmixing\b|\bweighted\s+(?:average|mean)\s+(?:of|with)|\bblend|normali[sz]ed\b.*\bimportance"
    r"|importances?\b.*normali[sz]ed|\bdivided\s+(?:among|between|over|up)|\bemission\s+distrib"
    r"|\bdistributed\s+(?:among|between|over)|\bunigram\b|\bexpected\s+shares"
    r"|\b(?:gaussians|components)\b.*\bweights\b|\bpriors?\s*(?:is|are|:|=)"
    r"|\bexplained[\s_]variance[\s_]ratio|\bof\s+(?:the\s+|our\s+)?(?:users|visitors|traffic)\b.*\bvariants?\b.*\bvariants?\b"
    r"|(?:traffic|budget|corpus)\b.*\b(?:divided|split|made\s+up|composed|consists?)\b",
    re.I | re.S,
)
ALL_THERE_IS = Pattern(
    r"\bnothing\s+(?:else|is\s+left|remains|more)(?=\s*(?:[.,;)]|$))|\bno(?:body|\s+one)\s+else"
    r"|(?<!\bfor\s)(?<!\bof\s)(?<!\bon\s)(?<!\bin\s)\beverything\b"
    r"|\bnothing\s+left|\bmixture\b.*\bweights\b|\bweighted\s+(?:average|mean)\s+(?:of|with)\b",
    re.I | re.S,
)
NOT_PARTS = Pattern(
    r"\b(?:temperature|threshold|than|from|logits?|scores?|rates?|alpha|means?|varian\w+\s+of"
    r"|deviation|std|median|with\s+temperature|independent\w*|overlap\w*|several|multi-?label|top"
    r"|sigmoid|without|instead|not|n['’]t|if|whereas|while|before|after|increas\w+|decreas\w+"
    r"|accura\w+|recall|precision|F1|loss|AUC|correlat\w+|p-value|respectively|epoch|each|models?|bigram|convert\w*|click\w*)\b",
    re.I,
)
OPEN = Pattern(
    r"top\s|most\s+(?:common|frequent|important)|largest|highest|such\s+as|includ|overlap"
    r"|independent|unnormali|cumulat|e\.g\.|\bsum\s+(?:to|of)\b|\bdivided\s+by\b|\bbefore\b|\bexperts\b|\bconvert|\bclick|\badd\s+up"
    r"|\blog(?:arithm)?s?\b|\bcolumns?\b",
    re.I,
)
# What may stand between the shares of one list: few words, and a comma, a sign or "and".
WEIGHTED_SUM = Pattern(
    r"(?<![\w.])(?P<terms>(?:0?\.\d+|\d+\s?%)\s?[·×*∗]\s?[A-Za-z_][\w\s]{0,30}?"
    r"(?:\s?\+\s?(?:0?\.\d+|\d+\s?%)\s?[·×*∗]\s?[A-Za-z_][\w ]{0,30}?){1,7})(?=\s*(?:[.,;:)`$]|$))"
)
AVERAGED = Pattern(
    r"\bweighted\s+(?:average|mean)\b|\bconvex\s+combination|\bweights\s+(?:that\s+)?(?:sum|add)\b",
    re.I,
)
GAP = Pattern(r"(?=[^;]*(?:[,;+&]|\band\b))[^.!?%]{1,60}", re.S)


def said_shares(sentence: Sentence) -> Iterator[Whole | Derived]:
    """What a sentence says of the shares of a whole, right or wrong."""
    lower = sentence.lower
    if "each of" in lower:
        yield from each_other(sentence)
    if "the re" in lower:
        yield from left_of_rest(sentence)
    if not TOGETHER_WORDS.isdisjoint(sentence.words):
        yield from together(sentence)
    if "bootstrap" in lower or "out of bag" in lower or "out-of-bag" in lower:
        yield from out_of_bag(sentence)
    if "ratio" in lower:
        yield from in_ratio(sentence)
    if not CUES.isdisjoint(sentence.words):
        yield from loose_list(sentence)
    if "+" in lower and ("weight" in lower or "convex" in lower):
        yield from weighted_sum(sentence)


def loose_list(sentence: Sentence) -> Iterator[Whole]:
    """All traffic was divided among the arms: A got 71 %, B 18 %, C 18 % and D 3 %."""
    plain = sentence.plain
    context = plain
    if "here" in sentence.words:  # "… sum to one. Here: age 0.4, income 0.6"
        block = words(sentence.block.text.content)
        context = block[max(0, sentence.start - 100) : sentence.start] + plain
    is_all = bool(ALL_THERE_IS.search(plain))
    if not is_all and not OF_WHOLE.search(context):
        return
    parts = shares(plain)
    if not 2 <= len(parts) <= MOST_SHARES or not are_alike(parts) or are_open(parts, plain):
        return
    if OPEN.search(plain) or has_rest(plain) or not are_listed(parts, plain):
        return
    size = sum(part.value for part in parts)
    if Fraction(7, 10) <= size <= Fraction(3, 2) and (is_all or exceeds(parts, ONE, plain)):
        yield whole(sentence.text, parts, ONE, "shares", plain)


def are_listed(parts: Sequence[Stated], plain: str) -> bool:
    """Whether nothing but short labels stands between the parts."""
    gaps = [plain[a.end : b.start] for a, b in pairwise(parts)]
    return all(GAP.fullmatch(gap) and not NOT_PARTS.search(gap) for gap in gaps)


def weighted_sum(sentence: Sentence) -> Iterator[Whole]:
    """Score = 0.4 · clicks + 0.4 · dwell + 0.2 · shares, a weighted average."""
    plain = sentence.plain
    found = WEIGHTED_SUM.search(plain) if AVERAGED.search(plain) else None
    if not found or is_bounded_below(plain):
        return
    parts = [s for s in shares(plain) if found.start() <= s.start < found.end()]
    if len(parts) == found["terms"].count("+") + 1 and are_alike(parts):
        yield whole(sentence.text, parts, ONE, "weights of the average", plain)


def is_bounded_below(plain: str) -> bool:
    """Whether a text says that its weights are not yet, or need not be, parts of one."""
    return bool(NOT_YET.search(plain))


NOT_YET = Pattern(r"\b(?:not|n['’]t|unnormali[sz]ed|before|divid\w+|if|would|instead)\b", re.I)


# -- each of the others ---------------------------------------------------------------------------

EACH_OTHER = Pattern(
    rf"\beach\s+of\s+the\s+(?:(?:other|remaining|wrong|rest)\s+)?(?P<count>{COUNT_WORDS}|\d{{1,4}})\s+"
    r"(?:(?:other|remaining|wrong)s?\b|[a-z]+\s+others?\b)?",
    re.I,
)
OTHERS = Pattern(r"\b(?:other|remaining|wrong)", re.I)
LIKELY = Pattern(r"probab|chance|weight|\bmass|share|target|gets|smoothing|\bP\(", re.I)
FOR_EACH = Pattern(r"\s*(?:for|to|goes\s+to|on|in|at)?\s*$", re.I)
GETS = Pattern(r"[\w\s,:–—-]{0,40}?$")


def each_other(sentence: Sentence) -> Iterator[Derived]:
    """Six has probability 1/2 and each of the other five faces 1/10."""
    plain = sentence.plain
    found = EACH_OTHER.search(plain)
    if not found or not OTHERS.search(found[0]) or not LIKELY.search(plain):
        return
    count, given = count_of(found["count"]), shares(plain)
    before = [share for share in given if share.end <= found.start()]
    after = [share for share in given if share.start >= found.end()]
    if not count or not before:
        return
    if len(before) > 1 and FOR_EACH.fullmatch(plain, before[-1].end, found.start()):
        first, other = before[-2:]
    elif after and GETS.match(plain[found.end() : after[0].start]):
        first, other = before[-1], after[0]
    else:
        return
    if first.is_percent != other.is_percent or is_bounded(plain, other):
        return
    how = f"{first.written} and {count} times the same make 1: (1 − {first.written})/{count}"
    allowed = slack([first], plain) / count + rounding(other)
    cells = ((sentence.text, first), (sentence.text, other))
    yield Derived(sentence.text, other, (1 - first.value) / count, how, allowed, cells)


# -- shares of what is left -----------------------------------------------------------------------

OF_REST = Pattern(r"\bof\s+the\s+(?:rest|remaining|remainder)\b", re.I)
OF_ALL = Pattern(
    r"\s*(?:of\s+)?(?:all|the\s+(?:whole|total|full|entire|data|rows|original))\b", re.I
)
LEAVES = Pattern(r"\b(?:leav\w+|remain\w*|left|so|hence|thus)\b", re.I)


def left_of_rest(sentence: Sentence) -> Iterator[Derived]:
    """Of the remaining 80 % a quarter goes to validation, leaving 60 % of all for training."""
    plain = sentence.plain
    found = OF_REST.search(plain)
    after = [share for share in shares(plain) if found and share.start >= found.end()]
    if not found or not 2 <= len(after) <= 3:
        return
    block = words(sentence.block.text.content)
    before = shares(block[: sentence.start + found.start()])
    if not before or any(is_bounded(block, share) for share in before):
        return
    left = 1 - before[-1].value
    part, last = after[-2:]
    if len(after) == 3 and after[0].value != left:
        return
    says_left = LEAVES.search(plain, part.end, last.start) and OF_ALL.match(plain, last.end)
    right = left * (1 - part.value)
    if not says_left or not are_alike(after) or last.value == left * part.value:
        return
    how = f"(1 − {before[-1].written}) × (1 − {part.written})"
    cells = ((sentence.text, part), (sentence.text, last))
    yield Derived(sentence.text, last, right, how, rounding(last), cells)


# -- together -------------------------------------------------------------------------------------

TOGETHER = Pattern(
    r"\b(?:together|combined|cumulatively|in\s+total|altogether|(?:a|the)\s+(?:combined|cumulative)\s+(?:share|total|variance)"
    r"(?:\s+of)?|for\s+a\s+total\s+of|which\s+(?:together\s+)?(?:makes?|sums?\s+to|adds?\s+up\s+to))"
    r"(?:,|\s+(?:is|are|about|explain(?:s|ing)?|make|makes|making|of|captur\w+|that\s+is))*\s*[:=]?\s*$"
    rf"|\btogether,?\s+(?:they|(?:the|these|both)(?:\s+(?P<count>{COUNT_WORDS}))?(?:\s+\w+)?|both)"
    r"\s+(?:explain|account\s+for|make\s+up|capture|carry|retain|add\s+up\s+to|sum\s+to)\s*$",
    re.I,
)


RESTATED = Pattern(r"[\d%]\s*[≈=]\s*$")  # 6/7 ≈ 85.7 % is one share
LISTED = Pattern(r"\s*(?:,|and|,\s*and|/|;|→)\s*(?:then\s+)?")
TOGETHER_WORDS = listed(
    "together combined cumulatively cumulative total altogether makes sum sums add adds"
)


def together(sentence: Sentence) -> Iterator[Derived]:
    """PC1 explains 61 % of the variance and PC2 22 %. Together the two explain 83 %."""
    block = words(sentence.block.text.content)
    given = [s for s in shares(block) if s.end <= sentence.start + len(sentence.plain)]
    for at, total in enumerate(given):
        found = TOGETHER.search(block, max(0, total.start - 80), total.start)
        parts = [part for part in given[:at] if not RESTATED.search(block, 0, part.start)]
        if not found or total.start < sentence.start or not 2 <= len(parts) <= MOST_SHARES:
            continue
        if at + 1 < len(given) and LISTED.fullmatch(block, total.end, given[at + 1].start):
            continue  # "cumulatively 40 %, 65 % and 80 %"
        count = count_of(found["count"]) if found["count"] else len(parts)
        alike = are_alike([*parts, total]) and not any(is_bounded(block, p) for p in given)
        if count != len(parts) or not alike or METRIC.search(block):
            continue
        if total.value < max(part.value for part in parts):
            continue  # the share in both groups: 125/150 and 15/50, together 140/200
        size = sum(part.value for part in parts)
        allowed = slack(parts, block) + rounding(total)
        if size / 2 <= total.value <= size * 2:
            text = sentence.block.text
            how = " + ".join(part.written for part in parts)
            cells = tuple((text, part) for part in (*parts, total))
            yield Derived(text, total, size, how, allowed, cells)


# -- out of bag, ratios ---------------------------------------------------------------------------

OUT_OF_BAG = Pattern(r"out[\s-]of[\s-](?:the[\s-])?bag|left\s+out|never\s+(?:drawn|chosen)", re.I)
NO_SHARE = Pattern(r"error|accura|score|interval|estimat|trees?\b", re.I)


def out_of_bag(sentence: Sentence) -> Iterator[Whole]:
    """A bootstrap sample contains 63.2 % of the rows, so 36.8 % are out of bag."""
    plain = sentence.plain
    parts = shares(plain)
    is_pair = len(parts) == 2 and all(part.is_percent for part in parts)
    if not is_pair or are_open(parts, plain) or NO_SHARE.search(plain):
        return
    is_out = OUT_OF_BAG.search(plain, parts[0].end) and parts[0].value > Fraction(1, 2)
    leaves_out = "leaves out" in plain[: parts[0].start] and parts[0].value < Fraction(1, 2)
    if (is_out or leaves_out) and Fraction(1, 4) < parts[0].value < Fraction(3, 4):
        yield whole(sentence.text, parts, ONE, "rows in the sample and out of bag", plain)


RATIO = Pattern(r"\bratio\s+(?:of\s+)?(?P<parts>\d{1,3}(?:\s?:\s?\d{1,3}){1,5})\b", re.I)


def in_ratio(sentence: Sentence) -> Iterator[Derived]:
    """In the ratio 8 : 1 : 1, which gives 80 %, 10 % and 10 %."""
    plain = sentence.plain
    found = RATIO.search(plain)
    if not found:
        return
    sizes = [int(size) for size in found["parts"].split(":")]
    given = [share for share in shares(plain) if share.start >= found.end()]
    if len(given) != len(sizes) or not sum(sizes) or not are_alike(given):
        return
    if not are_listed(given, plain) or not any(map(is_near, given, sizes, [sum(sizes)] * 9)):
        return
    for share, size in zip(given, sizes, strict=True):
        how = f"{size}/({' + '.join(map(str, sizes))})"
        allowed = rounding(share) * (2 if is_hedged(plain, share) else 1)
        right = Fraction(size, sum(sizes))
        yield Derived(sentence.text, share, right, how, allowed, ((sentence.text, share),))


def is_near(share: Stated, size: int, total: int) -> bool:
    return not is_off([share], Fraction(size, total))
