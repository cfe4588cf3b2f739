"""Shares and probabilities that texts state of cases of which exactly one holds.

Lists that are called a distribution, what a softmax gives, an event and its complement, opposite
classes, "the remaining 30 %", and lists that are said to sum to a number.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from math import prod

from hooks.language.sentences import Sentence
from hooks.language.wording import listed, words
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import replace
from hooks.worked.parts import (
    HALF,
    NESTED,
    Whole,
    are_open,
    are_shares,
    exceeds,
    has_rest,
    is_off,
    series,
    slack,
    whole,
)
from hooks.worked.spelled_shares import are_alike, shares
from hooks.worked.splits import METRIC
from hooks.worked.stated import Stated, is_bounded, is_question, numbers, statements

ONE = Fraction(1)
NEAR = 90

# -- distributions --------------------------------------------------------------------------------

HEAD = Pattern(
    r"""\b(?: softmax(?:\s+(?:outputs?|probabilit(?:y|ies)|layer|vector|distribution|gives
        |scores?))*
      | (?:class|label|output|categorical|stationary|initial|target|prior|posterior|next-token
        |teacher['’]s|probability|token|topic|frequency)
        \s+(?:distributions?|(?<!(?<!next-)token\s)probabilities|shares|proportions|frequencies
        |balance|priors)
      | distributions? | distributed | class\s+split | prior\s+probabilities | priors | pmf
      | mix(?:ture|ing)\s+(?:weights|proportions|coefficients) | mixture\s+with\s+weights
      | (?:the|our)\s+(?:three|four|five|two)?\s*classes\s+(?:are|make|have) | proportions
      | (?:three|four|five|two|all)\s+(?:classes|outcomes|categories|states|symbols)
      | (?:categories|outcomes)\s+(?:are|have) | attention\s+weights
      | takes?\s+(?:on\s+)?(?:the\s+)?values?\b[^.;]{3,60}?
        \bwith\s+(?:respective\s+)?probabilities )\b""",
    re.X | re.I,
)
HEAD_WORDS = listed(
    "softmax distribut prior mixture mixing weights classes proportions pmf outcomes categories"
    " states symbols class label token posterior values"
)
# Between the head and its list: no verb that makes the list something else's.
LINK = Pattern(
    r"""(?:(?!\b(?:but|while|whereas|logits?|inputs?|scores?|thresholds?|accura\w+|recall|precision
        |loss|rates?
        |sizes?|levels?|alpha|α|significance|critical|reject\w*|moments?|cumulants?
        |gini|entrop\w+|impurit\w+|maximum|minimum|bits?|nats?
        |quartiles?|quantiles?|percentiles?|means?|median|variance|deviation|parameters?|mode|has
        |if|unless|than|instead|not|without|before|from|samples?|examples|growth
        |features)\b)[^.\d;?!]){0,90}$""",
    re.X | re.I,
)
OPEN_LIST = Pattern(
    r"""independent|multi-?label|sigmoid|top-?\s?\d|top-?k\b|top-?p\b|nucleus|largest
    |most\s+(?:likely|frequent|common|important|popular|probable)|\b(?:main|leading|biggest)\b
    |highest|at\s+least
    |such\s+as|includ|overlap|unnormali[sz]ed|before\s+(?:the\s+)?(?:softmax|normali)
    |first\s+(?:two|three|few|\d)
    |for\s+(?:two|three|four|\d+)\s+(?:samples|examples|images|inputs|arms|models|users|patients)
    |e\.g\.|arms?\b
    |bandit|models\b|\bbaselines?\b|\bguess|\b(?:drawing|sampling)\s+(?:labels\s+)?from|classifiers\b|respectively\s+for|\beach\s+of|predicted\s+probabilit\w+\s+of
    |multiple\s+answers|\bmoments?\b|cumulants?
    |(?:true|correct)\s+class|in\s+the\s+(?:two|three|four)\s+cases|not\s+sum|n['’]t\s+sum|per\s+class\b|within\s+each|among\s+(?:men|women)|conditional""",
    re.X | re.I,
)
GIVES = Pattern(
    r"[=≈:→]|\b(?:gives?|gave|outputs?|returns?|returned|yields?|produces?|is|are|was)\b", re.I
)
VECTOR = Pattern(
    r"(?P<name>[A-Za-zπθμ]\w{0,3}\s*=\s*)?"
    r"(?P<open>[\[({])\s*(?=[\d.])(?P<list>[\d.,;\s/%]{5,200})[\])}]"
)

HEAD_BEHIND = Pattern(
    r"\s*,?\s*(?:is|are|as|be)\s+(?:the|a|our|its)\s+(?:\w+\s+)?(?:stationary\s+|class\s+|limiting\s+"
    r"|prior\s+|posterior\s+|initial\s+)(?:distribution|probabilities|vector|prior)\b"
    r"|\s*,?\s*(?:is|are)\s+the\s+(?:\w+\s+)?(?:distribution|mixture\s+weights|mixing\s+\w+)\b",
    re.I,
)

SUMS_TO = Pattern(
    r"(?P<verb>\b(?:sum(?:s|ming|med)?(?:\s+up)?\s+to|add(?:s|ing|ed)?\s+up\s+to"
    r"|total(?:s|ling|ing))\s+(?:exactly\s+)?)"
    r"(?:(?P<one>one|unity)\b|(?P<number>\d+(?:\.\d+)?\s?%?))",
    re.I,
)
JOINS_SUM = Pattern(
    r"[\s,;:()\])—–-]*"
    r"(?:(?:which|that|they|these|weights?|shares|probabilities|parts|values|all"
    r"|together|and|both|thus|exactly|it|so|indeed|the\s+numbers|the\s+three)\s+){0,4}\s*",
    re.I,
)
NEGATED = Pattern(
    r"\b(?:not|never|n['’]t|should|must|need|have\s+to|would|if|when|cannot|rather|before"
    r"|instead|normali[sz]\w*)\b",
    re.I,
)


def distributions(page: Question, sentence: Sentence) -> Iterator[Whole]:
    """What a sentence says of cases of which exactly one holds."""
    plain = sentence.plain
    lower = plain.lower()
    if "sum" in lower or "add" in lower or "total" in lower:
        yield from summed(sentence)
    is_headed = any(word in lower for word in HEAD_WORDS) and HEAD.search(plain)
    if is_headed and not OPEN_LIST.search(plain):
        yield from vectors(sentence)
        yield from lists(sentence)
    if "%" in plain:
        if "xplain" in plain or "omponent" in plain:
            yield from explained(sentence)
        yield from opposites(sentence)
        yield from labeled(sentence)
        yield from churn(sentence)
    yield from remaining(sentence)
    if "chance" in lower or "probabilit" in lower:
        yield from chances(sentence)
        yield from moves(sentence)
        yield from so_else(sentence)
        has_opposite = any(
            word in lower for word in ("other", "else", "not", "n't", "none", "of no")
        )
        yield from otherwise(sentence) if has_opposite else ()
    if "softmax" in lower:
        yield from outputs(sentence)
    if plain.count("%") > 2:
        yield from made_of(sentence)


def vectors(sentence: Sentence) -> Iterator[Whole]:
    """Softmax output [0.7, 0.2, 0.1]; P = (0.4, 0.6)."""
    plain = sentence.plain
    for found in VECTOR.finditer(plain):
        parts = [n for n in numbers(plain) if found.start("list") <= n.start < found.end("list")]
        is_fair = are_shares(parts) and (found["open"] != "(" or found["name"] or len(parts) > 2)
        is_named = is_headed(plain, found.start()) or HEAD_BEHIND.match(plain, found.end())
        if is_fair and is_named and parts_are_all(found["list"], parts):
            yield whole(sentence.text, parts, ONE, "probabilities", plain)


def parts_are_all(text: str, parts: Sequence[Stated]) -> bool:
    return len(parts) == len([item for item in re.split(r"[,;\s]+", text.strip()) if item != "%"])


def is_headed(plain: str, start: int) -> bool:
    """Whether a list at `start` is what a distribution's name before it stands for."""
    heads = list(HEAD.finditer(plain, 0, start))
    if not heads:
        return False
    between = plain[heads[-1].end() : start]
    if heads[-1][0].lower() == "softmax" and not GIVES.search(between):
        return False
    between = re.sub(r"[\[(][^\[\]()]*[\])]", lambda m: " " * len(m[0]), between)  # softmax([2, 1])
    return bool(LINK.fullmatch(between)) and len(between) <= NEAR + 40


def lists(sentence: Sentence) -> Iterator[Whole]:
    """The classes are 50 %, 30 % and 20 %."""
    plain = sentence.plain
    for parts in series(sentence):
        in_brackets = re.search(r"[\[{]\s*$", plain[: parts[0].start])
        is_choice = OR.search(plain, parts[-2].end, parts[-1].start)
        if in_brackets or is_choice or not are_shares(parts) or are_open(parts, plain):
            continue
        if any(part.value == 1 for part in parts):
            continue  # one of them is all: these are bounds
        if not is_headed(plain, parts[0].start) or METRIC.search(plain) or NESTED.search(plain):
            continue
        is_all = exceeds(parts, ONE, plain) or (len(parts) > 2 and not has_rest(plain))
        if is_all and sum(part.value for part in parts) <= 2:
            yield whole(sentence.text, parts, ONE, "shares", plain)


OR = Pattern(r"\bor\b", re.I)  # "0.2 (small), 0.5 (medium) or 0.8 (large)": alternatives


def outputs(sentence: Sentence) -> Iterator[Whole]:
    """The softmax gives cat 0.6, dog 0.3 and bird 0.2: never more than all."""
    plain = sentence.plain
    if OPEN_LIST.search(plain) or METRIC.search(plain) or not OUTPUTS.search(plain):
        return
    for parts in series(sentence):
        if len(parts) > 2 and are_shares(parts) and not are_open(parts, plain):
            size = sum(part.value for part in parts)
            if exceeds(parts, ONE, plain) and size <= LIKELY_SIZE[1]:
                yield whole(sentence.text, parts, ONE, "probabilities", plain)


OUTPUTS = Pattern(
    r"\bprobabilit|\boutputs?\b|\bpredict|\bgives?\b|\bassigns?\b"
    r"|\bputs?\b|\breturns?\b|\byields?\b|\bproduces?\b|\bemits?\b|\bspreads?\b|\bwe\s+(?:have|get)\b",
    re.I,
)

MADE_OF = Pattern(
    r"(?:\b(?:consists?|composed|made\s+up)\s+of|\b(?:are|is|contains?|comprises?|mix(?:ture)?\s+of)|:)\s+(?:about\s+)?$",
    re.I,
)
LABEL_BEHIND = Pattern(
    r"\s*(?:of\s+)?[A-Za-z][\w'’-]*(?:\s+[A-Za-z][\w'’-]*)?\s*(?:$|[,.;:)]|and\b|\()"
)
WHOLE_SUBJECT = Pattern(
    r"\b(?:data(?:set)?|corpus|documents|images|classes|labels|emails?|e-mails|messages|reviews|tickets|requests|traffic|users|tokens|words|rows"
    r"|customers|transactions|articles|samples|portfolio|sample|population|queries|errors)\b",
    re.I,
)
NOT_ALL_APART = Pattern(
    r"\b(?:answer\w*|survey\w*|respond\w*|tags?|tagged|contain\s+(?:a|an|at)|mention\w*|overlap\w*|interested|like|use|uses|used"
    r"|accura\w*|more|less|faster|slower|higher|lower|cheaper|missing|increase\w*|decrease\w*|reduc\w*|rates?)\b",
    re.I,
)


def made_of(sentence: Sentence) -> Iterator[Whole]:
    """The documents are 40 % sports, 35 % politics and 30 % culture."""
    plain = sentence.plain
    if OPEN_LIST.search(plain) or METRIC.search(plain) or NOT_ALL_APART.search(plain):
        return
    for parts in series(sentence):
        first = parts[0].start
        if len(parts) < 3 or not parts[0].is_percent or are_open(parts, plain):
            continue
        before = max(0, first - 40), first
        is_whole = MADE_OF.search(plain, *before) and WHOLE_SUBJECT.search(plain, 0, first)
        labelled = all(LABEL_BEHIND.match(plain, part.end) for part in parts)
        size = sum(part.value for part in parts)
        if is_whole and labelled and exceeds(parts, ONE, plain) and size <= LIKELY_SIZE[1]:
            yield whole(sentence.text, parts, ONE, "shares", plain)


EXPLAINED = Pattern(
    r"\b(?:first|1st|PC\s?1)\b(?!\s+(?:two|three|four|five|\d)).{3,80}\b(?:second|2nd|PC\s?2)\b",
    re.I,
)
VARIANCE = Pattern(r"\bvarian(?:ce|t)|\bvariability\b|\bexplain", re.I)
COUNTED_UP = Pattern(
    r"cumul|together|up\s+to|in\s+total|altogether|\bso\s+far|model|each\s+of", re.I
)


def explained(sentence: Sentence) -> Iterator[Whole]:
    """Shares of the variance by the components from the first on: no more than all of it."""
    plain = sentence.plain
    if not EXPLAINED.search(plain) or not VARIANCE.search(plain) or COUNTED_UP.search(plain):
        return
    parts = [n for n in numbers(plain) if n.is_percent]
    falls = all(a.value >= b.value for a, b in pairwise(parts))
    if are_shares(parts) and falls and not are_open(parts, plain) and exceeds(parts, ONE, plain):
        yield whole(sentence.text, parts, ONE, "shares of the variance", plain)


# -- under a label --------------------------------------------------------------------------------

LABEL = Pattern(
    r"\W*(?:\d+[.)]?\s*)*\W*(?:(?:class|order|market|traffic)\s+)?(?:shares?|breakdown|composition)\s+(?:of|by)\b",
    re.I,
)
SAID_TO_BE_ALL = Pattern(
    r"\b(?:that['’]?s\s+all\b|th(?:at|ese|ose)\s+(?:is|are)\s+all\b|one\s+(?:answer\s+|reason\s+)?(?:per|each)\b"
    r"|single\s+choice|exactly\s+one\s+(?:answer|reason|label|class))",
    re.I,
)
NO_SHARES = Pattern(
    r"varian|explain|component|grow|growth|rose|fell|rise|fall|lift|margin|rate\b|increas|decreas"
    r"|improv|cumul|together|confiden|interval|points?\b|multiple|several|each\s+of",
    re.I,
)
NEARLY_ALL = Fraction(97, 100), Fraction(115, 100)
LIKELY_ALL = Fraction(85, 100), Fraction(115, 100)


def labeled(sentence: Sentence) -> Iterator[Whole]:
    """ "Shares of the orders. Web 40 %, app 30 %, phone 5 % and the shops 23 %." """
    plain = sentence.plain
    if plain.count("%") < 3:
        return
    is_all = bool(SAID_TO_BE_ALL.search(plain))
    if not is_all and not LABEL.match(words(sentence.block.text.content)[:NEAR]):
        return
    parts = [number for number in numbers(plain) if number.is_percent]
    if NO_SHARES.search(plain) or METRIC.search(plain) or NESTED.search(plain):
        return
    if are_open(parts, plain) or not are_shares(parts) or (has_rest(plain) and not is_all):
        return
    low, high = LIKELY_ALL if is_all else NEARLY_ALL
    if low <= sum(part.value for part in parts) <= high:
        yield whole(sentence.text, parts, ONE, "shares", plain)


CHURN = Pattern(
    r"(?P<kept>(?<![\d.])0?\.\d+|(?<![\d.])\d+(?:\.\d+)?\s?%)\s*[;,.]?\s*(?:so|hence|thus|therefore|i\.e\.|and\s+so|that\s+is)"
    r",?\s+(?:the\s+)?(?:(?:annual|yearly|monthly|quarterly|weekly)\s+)?churn(?:\s+rate)?\s+(?:is|=|equals)\s*"
    r"(?:[\d.\s·×*%−–()-]{1,40}?[=≈]\s*)?(?P<lost>\d+(?:\.\d+)?\s?%)",
    re.I,
)


def churn(sentence: Sentence) -> Iterator[Whole]:
    """Retention 0.476, so the annual churn is 52.4 %."""
    found = CHURN.search(sentence.plain) if "churn" in sentence.lower else None
    if found and "etention" in sentence.block.text.content:
        starts = {number.start: number for number in numbers(sentence.plain)}
        parts = [starts.get(found.start(name)) for name in ("kept", "lost")]
        if None not in parts:
            yield whole(sentence.text, parts, ONE, "retention and churn", sentence.plain)


# -- sums -----------------------------------------------------------------------------------------


def summed(sentence: Sentence) -> Iterator[Whole]:
    """Weights 0.5, 0.3 and 0.2, which sum to 1."""
    plain = sentence.plain
    for found in SUMS_TO.finditer(plain):
        runs = [r[:-1] if r[-1].start == found.start("number") else r for r in series(sentence)]
        before = [run for run in runs if len(run) > 1 and run[-1].end <= found.start()]
        if not before or NEGATED.search(plain, max(0, found.start() - 40), found.start()):
            continue
        parts = before[-1]
        gap = plain[parts[-1].end : found.start()]
        in_brackets = ")" in gap and "(" in plain[parts[0].end : parts[-1].start]
        if not JOINS_SUM.fullmatch(gap) or are_open(parts, plain) or in_brackets:
            continue
        total = next((n for n in numbers(plain) if n.start == found.start("number")), None)
        value = total.value if total else ONE
        if value == 1 and not are_shares(parts):
            continue
        if total and total.is_percent != parts[0].is_percent and value != 1:
            continue
        at = None if value == 1 else total
        stated = whole(sentence.text, parts, value, "numbers said to sum", plain, at)
        own = total.unit * HALF if at and not total.quantity.exact else Fraction(0)
        yield replace(stated, slack=stated.slack + own)


# -- the remaining 30 % ---------------------------------------------------------------------------

REMAINING = Pattern(
    r"(?<!\bby\s)\b(?:the|a)\s+(?:remaining|other|rest,|rest\s*\(|rest\s+(?:is|are))\s*$", re.I
)
# "One group proportion is 55 % and the other 50 %": two rates, of two groups.
TWO_RATES = Pattern(
    r"\bone\b[^.;%]{0,40}\b(?:proportion|rate|probability|chance|percentage|accuracy|score)\b.*"
    r"\bthe\s+other\s*$",
    re.I,
)
OF_PART = Pattern(r"\s+of\s+the\s+(?:train|remain)", re.I)
OF_LEFT = Pattern(r"\b(?:rest|remain\w*|left|those|these|which|them|then|again|another)\b", re.I)
MOST_SHARES = 6
OTHER = Pattern(r"\bother\s*$", re.I)
WHOLE_OF_TWO = Fraction(3, 4), Fraction(4, 3)  # "one arm 3 % and the other 4 %" are two rates
LIKELY_SIZE = Fraction(3, 5), Fraction(8, 5)  # of decimals and shares in words with the rest


def remaining(sentence: Sentence) -> Iterator[Whole]:
    plain = sentence.plain
    if "the re" not in sentence.lower and "the other" not in sentence.lower:
        return
    given = shares(plain)
    rest = next((s for s in given if REMAINING.search(plain, max(0, s.start - 16), s.start)), None)
    if not rest or OF_PART.match(plain, rest.end) or NESTED.search(plain, 0, rest.start):
        return
    if TWO_RATES.search(plain, 0, rest.start):
        return
    own = [s for s in given if s.end < rest.start and are_alike([s, rest])]
    if not 1 <= len(own) <= MOST_SHARES or any(is_bounded(plain, s) for s in own):
        return
    of_another = OTHER.search(plain, 0, rest.start)
    low, high = WHOLE_OF_TWO if of_another else LIKELY_SIZE
    in_figures = all(s.is_percent for s in (*own, rest)) and not of_another
    if not in_figures and not low <= sum(s.value for s in (*own, rest)) <= high:
        return
    block = words(sentence.block.text.content)
    at = sentence.start + rest.start - len("remaining ")
    earlier = [s for s in shares(block[: sentence.start]) if are_alike([s, rest])][-MOST_SHARES:]
    if fits_any([*earlier, *own], rest, plain, bool(OF_LEFT.search(block, 0, at))):
        if len(own) == 1 and not is_off([*own, rest], ONE, plain):
            yield whole(sentence.text, [*own, rest], ONE, "shares and the remaining", plain)
        return
    yield whole(sentence.text, [*own, rest], ONE, "shares and the remaining", plain)


def fits_any(given: Sequence[Stated], rest: Stated, plain: str, is_nested: bool) -> bool:
    """Whether some of the shares and the rest are a whole, or what is left after each of them.

    is_nested: whether a share may be one of what the shares before it leave.
    """
    for size in range(1, len(given) + 1):
        for chosen in combinations(given, size):
            if not is_off([*chosen, rest], ONE, plain):
                return True
            if size > 1 and not is_nested:
                continue
            left = prod((1 - share.value for share in chosen), start=ONE)
            if abs(left - rest.value) <= slack([rest], plain):
                return True
    return False


# -- opposites ------------------------------------------------------------------------------------

PAIRS = (
    ("positives?", "negatives?"),
    ("spam", "ham|legitimate|not\\s+spam|non-spam"),
    ("frauds?|fraudulent", "legitimate|legit|genuine|normal|non-fraud|not\\s+(?:fraud|fraudulent)"),
    (
        "sick|ill|diseased|have\\s+the\\s+disease",
        "healthy|well|do\\s+not\\s+have\\s+(?:it|the\\s+disease)",
    ),
    (
        "churn(?:ed|ers?)?",
        "(?:do|did)\\s+not|stay(?:ed)?|retained|non-churn(?:ers?)?|remain(?:ed)?",
    ),
    ("heads", "tails"),
    ("class\\s+0", "class\\s+1"),
    ("majority(?:\\s+class)?", "minority(?:\\s+class)?"),
    ("yes", "no"),
    ("success(?:es)?", "failures?"),
    ("rain", "no\\s+rain"),
    ("click(?:ed|s)?", "(?:do|did|does)\\s+not(?:\\s+click)?"),
    (
        "(?:convert|purchas|buy|subscrib|return|default|respond|surviv)\\w*",
        "(?:do|did|does)\\s+not(?:\\s+\\w+)?",
    ),
    ("treatment", "control"),
    ("defective|faulty", "good|fine|intact|not\\s+(?:defective|faulty)"),
    ("labell?ed", "unlabell?ed"),
    ("malignant", "benign"),
    ("cats?", "dogs?"),
)
OF_ALL = (
    r"(?:of\s+(?:the\s+|all\s+|our\s+)?(?:users|customers|emails|mails|messages|rows"
    r"|samples|examples"
    r"|transactions|patients|people|visitors|images|data|cases|labels|instances)\s+)?"
)
AMOUNT = (
    rf"(?P<{{0}}>\d+(?:\.\d+)?\s?%)\s*{OF_ALL}"
    r"(?:(?:chance|probability)\s+(?:of|for)\s+|(?:are|is|were|was|labell?ed|belong\s+to"
    r"|in|to|for|have|sees?|saw|gets?|got|receives?|received|go\s+to|went\s+to)\s+)?"
    r"(?:the\s+)?\(?"
)
BEHIND = (
    r"\)?(?=\s*(?:$|[,.;:)]|[-–—]\s|(?:and|but|while|whereas)\b"
    r"|(?:examples?|samples?|cases?|class|rows?|emails?|instances?|transactions?|images?|labels?"
    r"|messages?|reviews?|users?|customers?|group|patients|tumou?rs|data)\b"
    r"(?!\s+(?:rate|recall|precision|acc))))"
)
BRIDGE = (
    r"[\s\w,;–—-]{0,30}?(?:,|;|\b(?:and|but|while|with|versus)\b|\bvs\.?|/)\s+"
    r"(?:the\s+(?:other\s+|remaining\s+)?|a\s+|only\s+)?"
)


def amount(name: str) -> str:
    return AMOUNT.replace("{0}", name)


def opposite(first: str, second: str) -> str:
    return f"{amount('a')}(?:{first}){BEHIND}{BRIDGE}{amount('b')}(?:{second}){BEHIND}"


OPPOSITES = [
    Pattern(opposite(*pair), re.I) for one, two in PAIRS for pair in ((one, two), (two, one))
]
OPPOSITE_WORD = Pattern("|".join(rf"\b(?:{first})\b" for first, _ in PAIRS), re.I)


def opposites(sentence: Sentence) -> Iterator[Whole]:
    """90 % negative and 10 % positive."""
    plain = sentence.plain
    if plain.count("%") < 2 or METRIC.search(plain) or not OPPOSITE_WORD.search(plain):
        return
    by_start = {number.start: number for number in numbers(plain)}
    listed_starts = {part.start for run in series(sentence) if len(run) > 2 for part in run}
    for pattern in OPPOSITES:
        for found in pattern.finditer(plain):
            parts = [by_start.get(found.start("a")), by_start.get(found.start("b"))]
            if (
                None in parts
                or all(part.start in listed_starts for part in parts)
                or are_open(parts, plain)
                or (has_rest(plain) and not exceeds(parts, ONE))
            ):
                continue
            yield whole(sentence.text, parts, ONE, "shares of both classes", plain)


CHANCE = Pattern(r"\b(?:chance|probabilit\w+|odds)\b", re.I)
IF_GIVEN = Pattern(
    r"\b(?:given|if|among|when|for|tests?|two|three|next|first|second|another|again|predict\w*|rate|under|model|threshold|after|before|both|each"
    r"|twice|row)\s+(?!is\b)|\|",
    re.I,
)


def chances(sentence: Sentence) -> Iterator[Whole]:
    """The chance that it is positive is 0.13, that it is negative 0.87."""
    plain = sentence.plain
    parts = shares(plain)
    if len(parts) != 2 or parts[0].is_percent != parts[1].is_percent or are_open(parts, plain):
        return
    if not CHANCE.search(plain) or METRIC.search(plain) or IF_GIVEN.search(plain):
        return
    before, between = plain[: parts[0].start], plain[parts[0].end : parts[1].start]
    named = [pair for pair in OPPOSITE_PAIRS if any(word.search(plain) for word in pair)]
    for first, second in named if len(named) == 1 else ():
        if (first.search(before) and second.search(between) and not first.search(between)) or (
            second.search(before) and first.search(between) and not second.search(between)
        ):
            yield whole(sentence.text, parts, ONE, "probabilities of both cases", plain)
            return


MOVES = Pattern(
    r"\b(?:stays?|remains?)\b[^.;\d]{0,40}?\bwith\s+probability\s+(?P<stay>0?\.\d+|\d+\s?%)[^.;\d]{0,20}?\b(?:and|or|,)\b"
    r"[^.;\d]{0,20}?\b(?:becomes?|moves?|switch(?:es)?|changes?|turns?|leaves?|goes|transitions?|jumps?)\b[^.;\d]{0,40}?"
    r"\bwith\s+probability\s+(?P<leave>0?\.\d+|\d+\s?%)",
    re.I,
)


OTHERWISE = Pattern(
    r"\bprobability\s+(?:of\s+)?(?P<first>0?\.\d+|\d+(?:\.\d+)?\s?%)[^.;\d]{0,60}?\b(?:otherwise|or\s+else|in\s+all\s+other\s+cases)\b"
    r"[^.;\d]{0,60}?\bprobability\s+(?:of\s+)?(?P<second>0?\.\d+|\d+(?:\.\d+)?\s?%)",
    re.I,
)
OR_NOT = Pattern(
    r"\b(?:either|with)\b[^.;\d]{0,60}?\bprobability\s+(?:of\s+)?(?P<first>0?\.\d+|\d+(?:\.\d+)?\s?%)"
    r"[^.;\d]{0,20}?\bor\b[^.;\d]{0,20}?(?:\bnot\b|n['’]t\b)[^.;\d]{0,20}?"
    r"\bprobability\s+(?:of\s+)?(?P<second>0?\.\d+|\d+(?:\.\d+)?\s?%)",
    re.I,
)
SOME_OR_NONE = Pattern(
    r"\b(?:chance|probability)\s+of\s+at\s+least\s+one\b[^.;\d]{0,40}?(?P<first>0?\.\d+|\d+(?:\.\d+)?\s?%)"
    r"[^.;\d]{0,30}?\b(?:chance|probability)?\s*(?:of|that\s+of)\s+(?:none|no)\b[^.;\d]{0,30}?"
    r"(?P<second>0?\.\d+|\d+(?:\.\d+)?\s?%)",
    re.I,
)


def otherwise(sentence: Sentence) -> Iterator[Whole]:
    """With probability 0.03 it is fraud, and otherwise, with probability 0.97, it is not."""
    plain = sentence.plain
    by_start = {number.start: number for number in numbers(plain)}
    patterns = (OTHERWISE, OR_NOT, SOME_OR_NONE)
    for found in (found for pattern in patterns for found in pattern.finditer(plain)):
        parts = [by_start.get(found.start(name)) for name in ("first", "second")]
        if None not in parts and are_shares(parts) and not NESTED.search(found[0]):
            yield whole(sentence.text, parts, ONE, "probabilities of both cases", plain)


# "It works with probability 0.93. Hence it fails with probability 0.07."
CHANCE_OF = r"(?:0?\.\d+|\d+(?:\.\d+)?\s?%)"
SO_ELSE = Pattern(
    rf"\bprobability\s+(?:(?:of|that)\b[^.;\d]{{0,40}}?)?(?:(?:is|of|=)\s+)?(?P<first>{CHANCE_OF})\s*[.,;:]?\s+(?:and\s+)?"
    r"(?:hence|so|thus|therefore|consequently|i\.e\.|that\s+is)\b,?(?P<between>(?:[^.;\d]|\.(?=[ea],|\w\.)|(?<=\be)\."
    r"|(?<=\.[eg])\.){0,80}?)\bprobability\s+(?:is\s+|of\s+)?"
    rf"(?P<second>{CHANCE_OF})",
    re.I,
)
FAILURE = Pattern(
    r"\b(?:fail\w*|not|miss(?:es)?|errs?|wrong|lost|loses?|un\w+ed|error|dies|breaks|broken)\b|n['’]t\b",
    re.I,
)
OF_SEVERAL_TRIES = Pattern(
    r"\b(?:both|all|each|every|none|any|at\s+least|one\s+of|two|three|second|twice|again|given|if|when|after|row"
    r"|neither|either)\b",
    re.I,
)


def so_else(sentence: Sentence) -> Iterator[Whole]:
    """What follows for the opposite: within a sentence, or in the one right behind."""
    text, start = sentence.block.text, sentence.start
    plain = words(text.content)[start : start + 2 * len(sentence.plain) + 200]
    found = SO_ELSE.match(plain, max(0, plain.find("probability")))
    if not found or not FAILURE.search(found["between"]) or FAILURE.search(plain, 0, found.start()):
        return
    if OF_SEVERAL_TRIES.search(plain, 0, found.end()):
        return
    by_start = {number.start: number for number in numbers(plain)}
    parts = [by_start.get(found.start(name)) for name in ("first", "second")]
    if None not in parts and are_shares(parts) and found.start("first") < len(sentence.plain):
        own = text.slice(start, len(text.content))
        yield whole(own, parts, ONE, "probabilities of both cases", plain)


def moves(sentence: Sentence) -> Iterator[Whole]:
    """It stays sunny with probability 0.8 and turns rainy with probability 0.2: at most 1."""
    plain = sentence.plain
    by_start = {number.start: number for number in numbers(plain)}
    for found in MOVES.finditer(plain):
        parts = [by_start.get(found.start(name)) for name in ("stay", "leave")]
        if None not in parts and are_shares(parts) and exceeds(parts, ONE, plain):
            yield whole(sentence.text, parts, ONE, "probabilities of a state's moves", plain)


OPPOSITE_PAIRS = [
    (Pattern(rf"\b(?:{one})\b", re.I), Pattern(rf"\b(?:{two})\b", re.I))
    for one, two in PAIRS
    if one != "cats?"
]


# -- P(A) and P(not A) ----------------------------------------------------------------------------

PROBABILITY = Pattern(
    r"(?<![\w+×·*/÷^−-])(?<![+×·*/÷−-]\s)\\?Pr? ?"
    r"\((?P<event>[^()|]{1,60}?)(?:(?:\||\\mid|∣)(?P<given>[^()]{1,60}))?\)\s*"
    r"(?=[=≈]|is\b)(?P<chain>(?:(?:[=≈]|is\b)[^=≈,;:a-zA-Z]{1,60}(?<!\s)\s*){1,6})"
)
FACTOR_BEFORE = Pattern(r"\bPr? ?\([^()]{1,60}\)\s*$")  # P(+|D) P(D) = 0.01
NOT = Pattern(
    r"^\s*(?:not\b|no\b|non-|¬|~|!|\\(?:neg|lnot|bar|overline|sim)(?![a-z]))\s*(?P<event>.+)$"
    r"|^(?P<base>.+?)\s*(?:\^\s*[cC]|['’′]|ᶜ|\^\s*\\(?:complement|prime))\s*$"
)
ANTONYMS = {
    "spam": "ham", "heads": "tails", "positive": "negative", "+": "-", "yes": "no",
    "sick": "healthy", "win": "lose", "success": "failure", "fraud": "legitimate",
    "disease": "healthy", "pos": "neg", "true": "false", "default": "repaid",
    "y=1": "y=0", "y=+1": "y=-1", "x=1": "x=0",
    "rain": "dry",
}  # fmt: skip


def complements(page: Question) -> Iterator[Whole]:
    """The probabilities of events and of their complements, as blocks that stand together say."""
    if "P(" not in page.source and "P (" not in page.source and "Pr(" not in page.source:
        return
    for sentences in together(page):
        yield from in_group(sentences)


def together(page: Question) -> Iterator[list[Sentence]]:
    """The sentences of each block; items of one list are together."""
    group: list[Sentence] = []
    for sentence in statements(page):
        last = group[-1].block if group else None
        same_list = (
            last
            and last.kind == sentence.block.kind == "item"
            and last.section == sentence.block.section
        )
        if (
            group
            and sentence.block is not last
            and not (same_list and sentence.block.line - last.line <= 2)
        ):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def in_group(sentences: Sequence[Sentence]) -> Iterator[Whole]:
    known: dict[tuple[str, str], tuple[Sentence, Stated]] = {}
    values = values_in(sentences)
    for sentence in sentences:
        if sentence.is_of_mistakes or is_question(sentence):
            continue
        for found in PROBABILITY.finditer(sentence.plain):
            if FACTOR_BEFORE.search(sentence.plain, 0, found.start()):
                continue
            number = last_number(sentence.plain, found)
            event, given = squeezed(found["event"]), squeezed(found["given"] or "")
            if number is None or not 0 <= number.value <= 1:
                continue
            for other in complements_of(found["event"]):
                if (other, given) in known and (event, given) not in known:
                    if is_one_of_several(event, other, values.get(given, {})):
                        continue
                    before, first = known[other, given]
                    cells = ((before.text, first), (sentence.text, number))
                    yield Whole(
                        sentence.text,
                        (first, number),
                        ONE,
                        number,
                        "probabilities of an event and its complement",
                        sentence.text,
                        slack([first, number], sentence.plain),
                        cells,
                    )
            known[event, given] = sentence, number


def values_in(sentences: Sequence[Sentence]) -> dict[str, dict[str, Fraction]]:
    """The probabilities of all events that sentences state, by what they are given."""
    values: dict[str, dict[str, Fraction]] = {}
    for sentence in sentences:
        for found in PROBABILITY.finditer(sentence.plain):
            if number := last_number(sentence.plain, found):
                given = values.setdefault(squeezed(found["given"] or ""), {})
                given.setdefault(squeezed(found["event"]), number.value)
    return values


def is_one_of_several(event: str, other: str, values: Mapping[str, Fraction]) -> bool:
    """Whether two opposites are not all that can happen: P(X=0), P(X=1) and P(X=2); or P(win),
    P(draw) and P(lose), which sum to 1."""
    if other not in (ANTONYMS.get(event), *(one for one, two in ANTONYMS.items() if two == event)):
        return False  # P(A) and P(not A) are all
    more = [name for name in values if name not in (event, other)]
    variable = event.partition("=")[0] + "="
    is_value = "=" in event and any(name.startswith(variable) for name in more)
    size = values[event] + values[other]
    return is_value or any(size < 1 == size + values[name] for name in more)


def last_number(plain: str, found: re.Match) -> Stated | None:
    """The number at the end of a chain: "= 1 − 0.4 = 0.6"."""
    last = max(plain.rfind(sign, found.start("chain"), found.end("chain")) for sign in "=≈s")
    inside = [n for n in numbers(plain) if last <= n.start and n.end <= found.end("chain")]
    behind = plain[inside[0].end :].lstrip()[:1] if inside else ""
    goes_on = bool(behind) and behind in "+×·*/÷^−-\\<>≤≥"
    return inside[0] if len(inside) == 1 and not goes_on else None


def complements_of(event: str) -> Iterator[str]:
    """How the complement of an event may be written."""
    if found := NOT.match(event):
        yield squeezed(found["event"] or found["base"])
    plain = squeezed(event)
    for one, two in ANTONYMS.items():
        if plain == one:
            yield two
        if plain == two:
            yield one
    for sign in ("not", "no", "¬", "\\neg", "~", "\\bar", "\\overline", "!", "\\lnot"):
        yield squeezed(f"{sign} {event}")
    yield from (plain + sign for sign in ("^c", "'", "’", "ᶜ", "^C"))


def squeezed(event: str) -> str:
    return re.sub(r"\s+", "", event.lower()).replace("−", "-").replace("–", "-")
