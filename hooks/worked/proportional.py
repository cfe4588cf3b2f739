"""Counts and, in the same order, the share that each is of all: "6, 3 and 1: 60 %, 30 % and 10 %".

Read where all but one of the shares follow from their counts, so that nothing else can be meant.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.language.sentences import Sentence
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.worked.parts import HALF, Derived
from hooks.worked.stated import Stated, in_percent, is_bounded, numbers, statements

FEWEST = 3
NEARLY_ONE = Fraction(99, 100)
MOST = 12
PERCENT_WORD = Pattern(r"\s+per\s?cent\b", re.I)
LONGEST = 1500
OF_ANOTHER = Pattern(r"%\s+of\s+(?:the\s+)?\d")
LEAST = 20  # of a total

Cell = tuple[Text, Stated]


def proportional(page: Question) -> Iterator[Derived]:
    """The shares of a page that its counts contradict, or the counts that its shares do."""
    if page.source.count("%") < FEWEST and page.lower.count("percent") < FEWEST:
        return
    seen: set[int] = set()
    items: list[Sentence] = []
    lead = led = ""  # what was said last, and before the items
    for sentence in statements(page):
        block = sentence.block
        if block.kind == "item":
            if items and not follows(items[-1].block, block):
                yield from in_list(items, led)
                items = []
            led = led if items else lead
            items.append(sentence)
        else:
            lead = block.text.content
        if id(block) not in seen and may_state(block) and not sentence.is_of_mistakes:
            yield from in_block(block)
        seen.add(id(block))
    yield from in_list(items, led)


def may_state(block: Block) -> bool:
    """Whether a block holds shares enough, and is no essay: a quick look."""
    content = block.text.content
    has_shares = content.count("%") >= FEWEST or content.count("percent") >= FEWEST
    return has_shares and len(content) <= LONGEST


def follows(one: Block, other: Block) -> bool:
    return one is other or (one.section == other.section and 0 < other.line - one.line <= 3)


def in_block(block: Block) -> Iterator[Derived]:
    """Counts and then as many shares, or each count with its share behind it."""
    plain = words(block.text.content)
    read = [marked(plain, number) for number in numbers(plain)]
    shares = [number for number in read if number.is_percent]
    counts = [number for number in read if not number.is_percent]
    if not FEWEST <= len(shares) <= MOST:
        return
    text = block.text
    apart = [number for number in counts if number.end <= shares[0].start][-len(shares) :]
    beside = [
        behind[-1] for share in shares if (behind := [n for n in counts if n.end <= share.start])
    ]
    for chosen in (apart, beside):
        if len({number.start for number in chosen}) == len(shares):
            yield from judged([(text, n) for n in chosen], [(text, s) for s in shares], plain)
            return


def marked(plain: str, number: Stated) -> Stated:
    """20 percent as 20%."""
    return in_percent(number) if PERCENT_WORD.match(plain, number.end) else number


def in_list(items: Sequence[Sentence], lead: str) -> Iterator[Derived]:
    """A list with a count and its share in each item, below what may state the total."""
    if not FEWEST <= len(items) <= MOST or len({id(item.block) for item in items}) != len(items):
        return
    counts, shares = [], []
    for item in items:
        read = [marked(item.plain, number) for number in numbers(item.plain)]
        own = [n for n in read if n.is_percent], [n for n in read if not n.is_percent]
        if len(own[0]) != 1 or len(own[1]) != 1 or item.is_of_mistakes:
            return
        shares.append((item.text, own[0][0]))
        counts.append((item.text, own[1][0]))
    if any(OF_ANOTHER.search(item.plain) for item in items):
        return
    own = judged(counts, shares, "")
    yield from own or of_total(counts, shares, words(lead))


def of_total(counts: Sequence[Cell], shares: Sequence[Cell], lead: str) -> Iterator[Derived]:
    """The count that its share of a stated total contradicts, as the other items show.

    "12,000 clips": 70 % are 8,400, 15 % are 1,800, 15 % are 2,800.
    """
    totals = {n.value for n in numbers(lead) if n.is_whole and n.value >= LEAST}
    pairs = list(zip(counts, shares, strict=True))
    for total in totals:
        found = [
            Derived(
                count[0],
                count[1],
                share[1].value * total,
                f"{share[1].written} of {float(total):,.10g}",
                share[1].unit * HALF * total + 1,
                (share,),
            )
            for count, share in pairs
        ]
        is_exact = sum(share.value for _, share in shares) == 1
        if is_exact and sum(not one.is_right for one in found) == 1:
            yield from found
            return


def judged(counts: Sequence[Cell], shares: Sequence[Cell], plain: str) -> list[Derived]:
    """The shares, if all of them but one at most are right."""
    total = sum(count.value for _, count in counts)
    adjusted = sum(share.value for _, share in shares) == 1
    if total <= 0 or any(count.value < 0 for _, count in counts):
        return []
    if plain and any(is_bounded(plain, share) for _, share in shares):
        return []
    pairs = zip(counts, shares, strict=True)
    found = [derived(count, share, total, adjusted) for count, share in pairs]
    return found if sum(not one.is_right for one in found) <= 1 else []


def derived(count: Cell, share: Cell, total: Fraction, adjusted: bool) -> Derived:
    """adjusted: the shares are rounded so that all sum to 100 %, so one may be off by more."""
    text, number = share
    right = count[1].value / total
    how = f"{count[1].written}/{float(total):g}"
    slack = number.unit * (NEARLY_ONE if adjusted else HALF)
    return Derived(text, number, right, how, slack, (count, share))
