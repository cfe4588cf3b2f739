"""Counts of groups against a number of things that stands before them, in further ways of writing.

"10,000 images: 5,000 cats, 3,000 dogs and 2,000 birds", "of 1,200 people 640 were women and 560
men", "150 points in three clusters of 62, 50 and 38", "90 of 200 were noise (45 %)".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from hooks.language.sentences import Sentence
from hooks.language.wording import listed as listed_words
from hooks.pattern import Pattern
from hooks.worked.parts import NESTED, Derived, Whole, are_open, has_rest, rounding, series, whole
from hooks.worked.splits import METRIC, TOTAL_NOUN
from hooks.worked.stated import COUNT_WORDS, Stated, count_of, numbers

NEAR_TOTAL = Fraction(3, 4), Fraction(4, 3)
FEWEST = 5  # things of which groups are counted
OPPOSITE_GROUPS = (
    ("women|woman|females?|girls", "men|man|males?|boys"),
    ("accepted|admitted|hired|approved", "rejected|refused|declined|denied"),
    ("spam", "ham|legitimate|not\\s+spam|non-spam|not"),
    ("positives?", "negatives?"),
    ("churn(?:ed|ers?)", "stay(?:ed)?|others?|retained|non-churners?"),
    ("sick|ill|diseased", "healthy|well"),
    ("passed", "failed"),
    ("survived|survivors", "died|deaths|deceased"),
    ("cases", "controls"),
    ("malignant", "benign"),
    ("fraud(?:s|ulent)?", "legitimate|genuine|normal|legit"),
    ("correct(?:ly)?|right", "wrong(?:ly)?|incorrect(?:ly)?|false"),
    ("yes", "no"),
    ("treated", "untreated|control"),
    ("defective|faulty|broken", "good|fine|intact"),
    ("clicked", "(?:did|do)\\s+not"),
    ("heads", "tails"),
    ("ha(?:ve|s|d)", "(?:do|does|did)\\s+not|don['’]t|doesn['’]t"),
    ("left", "right"),
    ("stay(?:ed)?|retained|remained", "churn(?:ed|ers?)?|left|cancel\\w*"),
)
GROUP_OF = [
    (Pattern(rf"\b(?:{one})\b", re.I), Pattern(rf"\b(?:{two})\b", re.I))
    for one, two in OPPOSITE_GROUPS
]
CUES = listed_words(
    "women woman female females girls accepted admitted hired approved spam positive positives"
    " churned churner churners sick ill diseased passed survived survivors cases malignant fraud"
    " frauds fraudulent correct correctly right yes treated defective faulty broken clicked heads"
    " others other have has had left stay stayed retained remained"
)
TOTAL_BEFORE = Pattern(r"(?<![\w.,])(?P<total>\d[\d,]*)\s+(?:[a-z-]+\s+){0,2}?[a-z-]{2,}", re.I)


def stated_counts(sentence: Sentence) -> Iterator[Whole | Derived]:
    """Counts that must sum to a number before them, or be a stated share of it."""
    plain = sentence.plain
    if not THREE.search(plain) or not (kind := kind_of(sentence)):
        return
    own = numbers(plain)
    if len(own) < 3 or not own[0].is_whole or own[0].value < FEWEST:
        return
    if not TOTAL_NOUN.match(plain, own[0].end) and not TOTAL_BEFORE.match(plain, own[0].start):
        return
    if kind is shares_of_counts:
        yield from shares_of_counts(sentence, own)
    elif all(n.is_whole for n in own) and not are_open(own, plain) and not speaks_of_metric(plain):
        yield from kind(sentence, own)


def kind_of(sentence: Sentence) -> Callable[[Sentence, Sequence[Stated]], Iterator] | None:
    """How counts and their total are said, after a quick look."""
    plain, lower = sentence.plain, sentence.lower
    if ")" in plain and plain.count("%") > 2:
        return shares_of_counts
    if "total" in lower or "altogether" in lower or "in all" in lower:
        return total_behind
    if LIST.search(plain):
        return listed
    if "into" in lower and CLUSTERS.search(plain):
        return in_clusters
    return None if CUES.isdisjoint(sentence.words) else opposite_groups


ERRORS = Pattern(r"\b(\d[\d,]*)\s+(?:\w+\s+)?errors\b", re.I)


def speaks_of_metric(plain: str) -> bool:
    """Whether a text speaks of how good a model is: more than that it made 250 errors."""
    return bool(METRIC.search(ERRORS.sub("", plain) if "errors" in plain else plain))


THREE = Pattern(r"\d\D+\d+\D+\d")
LIST = Pattern(r"^[^:\d]*\d[\d,]*\s+(?:[a-z-]+\s+){0,2}?[a-z-]+\s*(?::|\(|—|–)\s*\d", re.I)


def listed(sentence: Sentence, own: Sequence[Stated]) -> Iterator[Whole]:
    """10,000 images: 5,000 cats, 3,000 dogs and 2,000 birds."""
    plain = sentence.plain
    runs = [run for run in series(sentence) if run[-1] is own[-1]]
    parts = own[1:]
    if len(parts) == 2:
        yield from opposite_groups(sentence, own)
    if len(parts) < 3 or not runs or len(runs[0]) < len(parts) or has_rest(plain):
        return
    if any(part.value >= own[0].value for part in parts) or DATES.search(plain):
        return
    if NESTED.search(plain, own[0].end) or are_nested(own[0], parts):
        return
    yield from near_total(sentence, own[0], parts)


def are_nested(total: Stated, parts: Sequence[Stated]) -> bool:
    """Whether some of the parts make up the total, and the others are parts of these: 100 ill, 90
    detected, 9,900 healthy, 495 flagged."""
    some = (chosen for size in range(2, len(parts)) for chosen in combinations(parts, size))
    return len(parts) <= MOST_NESTED and any(sum(n.value for n in s) == total.value for s in some)


MOST_NESTED = 8
DATES = Pattern(r"\b(?:19|20)\d\d\b|\b(?:epochs?|layers?|units|neurons|steps|trials)\b", re.I)


def near_total(sentence: Sentence, total: Stated, parts: Sequence[Stated]) -> Iterator[Whole]:
    low, high = NEAR_TOTAL
    if low <= sum(part.value for part in parts) / total.value <= high:
        what = f"parts of {total.written}"
        yield whole(sentence.text, parts, total.value, what, sentence.plain)


TOTAL_OF = Pattern(r"\b(?:total\s+of|totall?ing|total\s+is|makes?|so|or|giving)\s*$", re.I)
IN_TOTAL = Pattern(
    r"(?:\s+[a-z-]+){0,3}\s+(?:in\s+(?:total|all)|altogether|total)\s*(?:$|[.;,)])", re.I
)
MOST_PARTS = 6


def total_behind(sentence: Sentence, own: Sequence[Stated]) -> Iterator[Whole]:
    """900 positives and 9,100 negatives, 10,000 examples in total."""
    plain, total = sentence.plain, own[-1]
    parts = own[:-1]
    is_last = IN_TOTAL.match(plain, total.end) or (
        "total of" in plain and TOTAL_OF.search(plain, 0, total.start)
    )
    runs = [run for run in series(sentence) if run[0] is own[0]]
    if not is_last or has_rest(plain) or not 2 <= len(parts) <= MOST_PARTS or not runs:
        return
    if len(runs[0]) < len(parts) or any(part.value >= total.value for part in parts):
        return
    low, high = NEAR_TOTAL
    if low <= sum(part.value for part in parts) / total.value <= high:
        yield whole(sentence.text, parts, total.value, "counts said to sum", plain, total)


CLUSTERS = Pattern(
    rf"\binto\s+(?:(?P<count>\d{{1,2}}|{COUNT_WORDS})\s+(?:[a-z]+\s+)?)?(?:clusters?|groups?|parts|folds|bins"
    r"|classes|subsets|chunks|shards|batches|leaves|nodes|arms|sets)\s+(?:of|with|holding)\s+(?=\d)",
    re.I,
)


def in_clusters(sentence: Sentence, own: Sequence[Stated]) -> Iterator[Whole]:
    """150 points into three clusters of 62, 50 and 38 points."""
    plain = sentence.plain
    found = CLUSTERS.search(plain)
    parts = [n for n in own if n.start >= found.end()]
    count = count_of(found["count"]) if found["count"] else max(2, len(parts))
    if own[0].end <= found.start() and len(parts) == count > 1:
        yield from near_total(sentence, own[0], parts)


OTHERS = Pattern(r"\s+others?\b", re.I)


def opposite_groups(sentence: Sentence, own: Sequence[Stated]) -> Iterator[Whole]:
    """Of the 1,200 participants 640 were women and 560 were men."""
    plain = sentence.plain
    if len(own) != 3:
        return
    total, first, second = own
    if first.value >= total.value or second.value >= total.value:
        return
    behind = plain[first.end : second.start], plain[second.end : second.end + 40]
    is_rest = OTHERS.match(behind[1]) and not OTHERS.match(behind[0])
    if not is_rest and has_rest(plain):
        return
    if is_rest or any(are_opposite(pair, behind) for pair in GROUP_OF):
        yield from near_total(sentence, total, (first, second))


def are_opposite(pair: tuple[re.Pattern, re.Pattern], labels: tuple[str, str]) -> bool:
    one, two = pair
    first, second = labels
    second = re.split(r"[.;,)]|\band\b|\bwhile\b", second)[0]
    for a, b in ((one, two), (two, one)):
        if a.search(first) and b.search(second) and not (b.search(first) and a is not b):
            return True
    return False


COUNT_AND_SHARE = Pattern(
    r"(?<![\w.,])(?P<count>\d[\d,]*)(?P<label>[^\d(%]{0,40})\((?P<share>\d+(?:\.\d+)?)\s?%\)"
)


def shares_of_counts(sentence: Sentence, own: Sequence[Stated]) -> Iterator[Derived]:
    """Of 200 errors 90 were noise (45 %), 70 blurry (35 %) and 40 hard (20 %)."""
    plain, total = sentence.plain, own[0]
    by_start = {number.start: number for number in own}
    pairs = []
    for found in COUNT_AND_SHARE.finditer(plain, own[0].end):
        pairs.append((by_start.get(found.start("count")), by_start.get(found.start("share"))))
    if len(pairs) < 3 or any(None in pair for pair in pairs) or len(own) != 2 * len(pairs) + 1:
        return
    found = [of_total(sentence, total, *pair) for pair in pairs]
    if sum(not derived.is_right for derived in found) <= len(found) / 3:
        yield from found


def of_total(sentence: Sentence, total: Stated, part: Stated, share: Stated) -> Derived:
    how = f"{part.written}/{total.written}"
    cells = ((sentence.text, part), (sentence.text, share))
    right = part.value / total.value
    return Derived(sentence.text, share, right, how, rounding(share), cells)
