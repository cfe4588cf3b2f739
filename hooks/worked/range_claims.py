"""What a page says of quantities that lie in a known range: "an AUC of 1.2", "P(A) = −0.1".

The names and ranges stand in ranges.yml. A claim is a name, a link ("=", "is", "of") and a number;
what may be a change, another quantity, a supposition or an example of the impossible is none.
"""

import math
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import yaml

from hooks.calculation.quantity import MINUS, Quantity
from hooks.language.sentences import Sentence
from hooks.language.wording import COMPARES, words
from hooks.page import RECENT, Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.stated import (
    COUNT_WORDS,
    RANGE_BEHIND,
    Stated,
    cell_number,
    count_of,
    in_percent,
    is_bounded,
    is_question,
    numbers,
    statements,
)

TABLE = Path(__file__).parent.parent / "data" / "ranges.yml"
NEAR = 90  # characters before a name or behind a number that are looked at
MOST_MEMBERS = 6  # of one chain of equations
LARGEST_SHARE = 10  # above this a number without a percent sign may be in percent all the same
LARGEST_SCORE = 2

# A number that is outside of most ranges: 1.2, 2, 120 %, -0.1. The class at its start
# makes the search fast.
OUTSIDE = Pattern(
    rf"""[1-9{MINUS}](?:
      (?<=[1-9])(?<![\w.,].)(?: \.\d+(?!\d*\s*\\?%)
        | \d{{2,}}(?:\.\d+)?\s{{0,2}}(?:\\?%|percent)(?<!\b100%)(?<!\b100\ %)(?<!\b100\\%)
        | (?:(?<=[=:]\s[2-9])|(?<=(?:is|of)\s[2-9]))(?![\w.,]*\d|\s*%) )
    | (?<=[{MINUS}])(?<=[\s$*`=|:≈(].)\.?\d)""",
    re.X,
)
# Names of quantities whose range is another one.
OTHER_RANGES = (
    "Gini",
    "gini",
    "VIF",
    "ariance inflation",
    "erplexity",
    "ntropy",
    "nformation gain",
)

# -- around a name --------------------------------------------------------------------------------

# Words before a name that make it another quantity: "log probability", "the change in accuracy".
OTHERWISE = Pattern(
    r"""(?:\b(?:log|ln|neg(?:ative)?|minus|plus|unnormali[sz]ed|raw|inverse|reciprocal|change[sd]?
      |differences?|increases?|decreases?|gains?|drops?|rises?|improvements?|reductions?|lift|boost
      |Δ|delta|ratios?|sum|products?|total|number|thresholds?|multiples?|times|half|twice|standardi[sz]ed
      |transformed|logit|differential|partial|excess|cumulative|improve[sd]?|increas(?:es|ed|ing)
      |rais(?:e|es|ed|ing)|halv(?:e|es|ed|ing)|doubl(?:e|es|ed|ing)|lower(?:s|ed|ing)|reducing|changing|varying|tripling|dividing|removing|per|scaled|weigh(?:t|ted)\s+by|squared?|cubed|expected\s+number|between
      |minimum|maximum|max|min|target|wrong|impossible|relative)
      [\s-]+(?:(?:in|of|on|the|a|an|its|their|our|this|that|both|two|all)\s+)*
    | \b(?:ratio|sum|product|difference|quotient|total|average|mean)\s+(?:of|between)\b[^.;]{0,60}
    | \\(?:log|ln|frac|sqrt|sum|prod|int|Delta)\b[^=]{0,20}
    | [+×·*/÷^−±<>≤≥]\s* | \w\(\s* | \d\s*[-–—]\s*
    | \bE\[\s* | \\cdot\s* )$""",
    re.X | re.I,
)
# What behind a name makes it another quantity: "precision matrix", "probability density".
OTHER_NOUN = Pattern(
    r"""\s*(?:[-–]\s*)?(?:ratio|odds|densit|mass|gain|improve|increas|decreas|drop|lift|loss|change
      |threshold|differ|weight|curve|matri|vector|function|inflation|reduc|penalt|term\b|bonus
      |interval|bound|test\b|plot|target|per\b|divided|times|squared|bits?\b|floor|ceiling|sum
      |budget|requirement|goal|trade|recall|precision|[×·*+/÷^∝<>≤≥\[]|[−-]\s|\\(?:cdot|times|frac))""",
    re.X | re.I,
)
ARGUMENT = Pattern(r"\w\([^()]*,\s*$")  # "spline(image, precision=-1.0)"
FILL = r"""(?:(?:only|just|exactly|now|then|therefore|thus|hence|about|around|roughly|approximately
    |nearly|almost|even|equal\s+to|a|an|the|value\s+of|as\s+high\s+as|as\s+low\s+as|some|both
    |typically|usually|still|also|to\s+be|≈|~)\s*)"""
VERB = r"""(?:=|≈|:|→|\|?\s*=|\\approx|\b(?:is|was|are|were|equals?|becomes?|reach(?:es|ed)?|hits?
    |came\s+out(?:\s+(?:at|as|to(?:\s+be)?))?|comes\s+out(?:\s+(?:at|as|to))?|turn(?:s|ed)\s+out\s+(?:to\s+be|as)
    |works?\s+out\s+(?:at|as|to)|(?:drops?|fell|falls?|rises?|rose|climbs?|climbed|jumps?|jumped|goes
    |went|grows?|grew)(?:\s+up)?\s+to|(?:can|could)\s+reach|stands?\s+at|stood\s+at|amounts?\s+to|(?:computed|estimated|calculated
    |reported|measured)\s+(?:as|at|to\s+be)|gives?|gave|yields?|returns?|returned|printed|shows?|showed|reads)(?![\w-]))"""
LINK = Pattern(
    rf"""(?P<aside>\s*\([^()\d]{{0,40}}\))?
    (?: (?P<of>\s+(?:score\s+|value\s+|coefficient\s+)?(?:of|at)\s+(?:[rRρκτp]\s*=\s*)?
          (?={FILL}*[+{MINUS}]?[\d.]))
      | (?P<gap>(?:\s+(?:score|value|coefficient))?
          (?:\s+at\s+(?:k\s*=\s*)?\d{{1,4}}\b(?!\.\d|\s*%))?
          (?:\s+(?:of|for|on|in|at|over|from|among|with|after|to|given|that|between|per)\b
          (?:(?!\b(?:but|or|while|whereas|than|which|who|is|was|are|were|increas\w+|improv\w+)\b)
             [^\d=≈.,;:!?()]){{1,80}}?)?)\s*{VERB}
      | (?P<nothing>\s*(?=\s[+{MINUS}]?[\d.])) )
    \s*{FILL}*""",
    re.X | re.I,
)
# "The AUC rose from 0.93 to 1.07"; "it rose to 1.6", of what the sentence named before.
MOVED = Pattern(
    rf"""(?:\s+(?:score|value|coefficient))?(?:\s+(?:of|for|on|in)\b[^\d=≈.,;:!?()]{{1,60}}?)?
    \s+(?:(?:was|is)\s+)?(?:rose|went|climbed|jumped|improved|increased|grew|dropped|fell|decreased|moved
      |changed|goes|rises|raised|lifted|pushed)\s+from\s+(?P<low>[+{MINUS}]?\d*\.?\d+\s?%?)\s+to\s+
    (?P<high>[+{MINUS}]?\d*\.?\d+\s?%?)""",
    re.X | re.I,
)
IT = Pattern(rf"(?<=[,;]\s)(?:[^,;]{{1,40}}\s)?it\s+{VERB}\s*{FILL}*", re.X | re.I)
# Behind a colon: "P(T > 36): z = 1.5", "the same VIF: correlation r = 0.9"
OTHER_NAME = Pattern(r"\s*(?:[A-Za-z][\w'’-]*\s+){0,3}[A-Za-zΑ-ω]\w{0,2}\s*[=≈]")
# A name in a condition: "the same proportion with z = 6.3"
OTHER_CASE = Pattern(r"\b(?:with|at|for|over|given|when|where)\s+[A-Za-zΑ-ω]\w{0,2}\s*[=≈]\s*$")
RISES_TO = Pattern(r"\bto\s*(?:(?:about|around|roughly|almost|nearly|only|just)\s*)?$", re.I)
# A name is said to have a range, or a highest value.
RANGED = Pattern(
    rf"""(?:\s*\([^()\d]{{0,40}}\))?(?:\s+(?:score|value|coefficient))?
    (?:\s+(?:of|for|on|in|with)\b
       (?:(?!\b(?:but|or|while|whereas|than|which|who|is|are|was|were|and)\b)[^\d=≈.,;:!?()]){{1,80}}?)?
    (?: \s+(?:(?:can|could|may|must|should|will|always|also|only|thus|theoretically)\s+){{0,2}}
        (?:ranges?|goes|go|runs?|var(?:ies|y)|lies?|falls?|is|are|be|takes?(?:\s+on)?(?:\s+any)?\s+values?)
        (?:\s+(?:always|anywhere|bounded|a\s+(?:number|value)))*\s+(?:from|between|in|within)
        (?:\s+the\s+(?:range|interval))?(?:\s+(?:of|from|between))?\s*[\[(]?
      | \s*(?:∈|\\in\b)\s*[\[(] )
    \s*(?P<low>[+{MINUS}]?\d*\.?\d+)\s*(?:to|and|,|[–-])\s*(?P<high>[+{MINUS}]?\d*\.?\d+)
    (?!\d|\.\d|\s*(?:%|percent|[×·*/^+]))""",
    re.X | re.I,
)
HIGHEST = Pattern(
    r"""(?:\s+(?:of|for|on|in|with)\b(?:(?!\b(?:but|or|while|than|which|is|are|was|and)\b)
       [^\d=≈.,;:!?()]){1,80}?)?
    \s+(?:can|could|may|goes|is)\s+(?:(?:be|go|get|reach|rise)\s+)?(?:as\s+high\s+as|up\s+to)
    \s*(?P<high>\d*\.?\d+)(?!\d|\.\d)""",
    re.X | re.I,
)
MAY_BE_PERCENT = Pattern(r"%|per\s?cent", re.I)
CLAUSE = Pattern(r"[;:.—](?=\s)|,\s")
# A quick look for an end of a range that most ranges do not have.
BEYOND = Pattern(
    r"[1-9](?:(?<=to.)|(?<=and.)|(?<=as.)|(?<=to\s.)|(?<=and\s.)|(?<=as\s.)|(?<=[,–+].)|(?<=[,–]\s.))"
    r"(?:(?<=[2-9])(?!\d|\.\d)|(?<=1)(?:0\b(?!\.\d)|\.\d))"
)
AMOUNT_BEFORE = Pattern(
    rf"(?:\b(?:an?|with|had|has|have|at|is|was|reports?|reached|reaches|got|gets|scored)\s+)"
    rf"(?P<value>[{MINUS}]?\d+(?:\.\d+)?(?:\s*%)?)\s+$"
)
TO_NEXT_MEMBER = Pattern(  # an arrow leads to another quantity: r = 0.84 → VIF = 3.4
    r"[^=≈→⇒.,;:!?|]{0,80}(?:\.(?=\d)[^=≈→⇒.,;:!?|]{0,40}){0,8}[=≈]\s*"
)
SENTENCE_WORDS = Pattern(r"\b(?:and|or|for|has|have|with|but|the|is|are|to|in|so|where|of)\b", re.I)
# Between "=" and "=": words, or a remark in brackets that says what another quantity is.
ANOTHER = Pattern(rf"{SENTENCE_WORDS.pattern}|\([^()]*$", re.I)
OPERATES = Pattern(rf"\s*(?:[+×·*/÷^]|\\(?:times|cdot|div|frac)|[{MINUS}]\s*(?:[\d.(]|[A-Za-z\\]))")
CASE = Pattern(r"\s+(?:of|that)\s+(?:`|\$|\\\()?\s*(?![rRρκτp]\s*=)\w{1,3}\s*[=<>≤≥]")
# What may stand behind a number that is all there is to say.
COMPLETE = Pattern(
    r"""(?:\s?(?:°[A-Z]|k?[gmWJVA]h?|[mk]?m/s|ms|s|min|h)[²³]?(?=\s*(?:$|[.,;:)])))?\s*(?:$|\((?!\s*(?:log|in\s+log|unnormali))|(?<=\n)(?:[-*|]|[A-Z]\w*\s*[:=])|[.;:!?)\]"”’|→⇒≈=–—]|,(?!\d)|(?:bits?|nats?|and|or|but|so|for|on|at|with|which|because|since
      |when|while|after|that|as|from|here|is|means?|in(?!\s+\d)|over|under|across|this|there|suggests?
      |shows?|indicates?|tells|beats?|made|makes|was|were|has|the|outperform\w*|surpris\w+|looks?|seems?|won|by(?!\s+\d)|between|overall|\\q?quad|per\s+(?:symbol|class|pixel|word|token))(?![\w-]))""",
    re.X | re.I,
)

# Behind "of 8": the counts of a node, "the Gini impurity of 8 and 2".
LISTS_COUNTS = Pattern(
    r"\s*(?:,\s*and|,|and|versus|vs\.?|against|[:/;&+–-])\s*\d+(?![\d.]*\d|\s*%)", re.I
)

# -- around a claim -------------------------------------------------------------------------------

IMPOSSIBLE = Pattern(
    r"""impossib|not\s+possible|invalid|not\s+(?:a\s+)?valid|nonsens|meaningless|absurd|out[\s-]of[\s-](?:range|bounds)
    |outside|exceed|no\s+such|unbounded|\bbug\b|typo|clip|clamp|linear\s+(?:regression|probability)|extrapolat
    |not\s+a\s+(?:true\s+|real\s+|proper\s+)?probabilit|\bcan(?:no|['’])t\b|\bcan\s+(?:not|never)\b|never|sanity
    |can\s+(?:that|this|it|there)\s+be|(?:is|are)\s+(?:that|this|it)\s+(?:even\s+)?possible|how\s+(?:can|could)\b
    |wrong|mistake|incorrect|not\s+bounded|greater\s+than\s+(?:1\b|one|100)|(?:above|over|beyond)\s+(?:1\b|one|100)
    |(?:below|less\s+than)\s+(?:0\b|zero)|negative\s+(?:probabilit|variance|entrop)|doesn['’]t\s+make\s+sense
    |makes?\s+no\s+sense|\b(?:we|I|someone)(?:['’]ve)?\s+once\b|red\s+flag|suspicious|signals?\s+an?\s+error""",
    re.X | re.I,
)
SUPPOSED = Pattern(
    r"\b(?:if|unless|suppose|imagine|would|could|might|(?-i:may)|can|should|must|what\s+about|instead\s+of"
    r"|rather\s+than|not|n['’]t|unlike|versus|vs|compared|relative\s+to|baseline)\b",
    re.I,
)
NEGATED_SCORE = Pattern(r"neg_|scikit|sklearn|negat|higher\s+is\s+better|maximi[sz]", re.I)
CONTINUOUS = Pattern(r"differential|continuous|densit|Gaussian|\bpdf\b", re.I)
PERCENT_SCALE = Pattern(r"(?<![\w.,])\d\d\.\d+(?!\s*\\?%|\d)")

K_CLASSES = Pattern(
    rf"""\b(?:(?P<two>binary\s+(?:split|classification|targets?|labels?|class|node|outcomes?|variable|problem|case|task
        |classifier|entropy|decision\s+problem)|two-class|(?:fair|biased|weighted)\s+coin|coin\s+(?:flip|toss)
        |Bernoulli|yes/no|class(?:es)?\s+0\s+and\s+1)
      | (?P<count>\d+|{COUNT_WORDS})[\s-]+
        (?:equally\s+likely\s+|balanced\s+|possible\s+|target\s+|different\s+)?
        (?:class(?:es)?|labels|outcomes|categories|symbols|states)
      | K\s*=\s*(?P<letter>\d+))\b""",
    re.X | re.I,
)


@record
class Spec:
    """The range of a kind of quantity, as ranges.yml explains it."""

    low: Fraction | None
    high: Fraction | None
    written: str
    classes: str
    near: Pattern | None


@record
class Breach:
    """A number outside its range.

    text: the sentence or cell it stands in. name: of the quantity, as written. bound: what its
    values can't be, and why: "at most 1".
    """

    text: Text
    name: str
    number: Stated
    bound: str


NAME_END = r"(?![\w@(])"


HEAD = Pattern(r"(?<![\w\\@-])(?:\w+|\\(?=P))")  # a word, or a command: where a name can begin
FIRST_WORD = Pattern(r"\w+")


class Names:
    """The names of ranges.yml, and what each stands for.

    A name is looked for where its first word stands: patterns of a few names are quickly compiled.
    """

    def __init__(self):
        table = yaml.load(TABLE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        self.specs: dict[str, Spec] = {}
        self.signs: list[tuple[Pattern, Spec]] = []
        self.by_letter: dict[str, list[str]] = {}
        self.by_word: dict[str, list[str]] = {}
        for entry in table:
            spec = spec_in(entry)
            for letters, sign in entry.get("signs", {}).items():
                self.signs.append((Pattern(f"(?:{sign}){NAME_END}"), spec))
                for letter in letters:
                    self.by_letter.setdefault(letter, []).append(sign)
            for name in flat(entry.get("names", [])):
                self.specs[key(name)] = spec
                first = FIRST_WORD.match(name)[0].lower()
                self.by_word.setdefault(first, []).append(flexible(name))
        self.patterns: dict[tuple[str, str], Pattern | None] = {}
        self.by_head: dict[str, Pattern | None] = {}  # of words as they are written

    def all_in(self, plain: str) -> Iterator[re.Match]:
        """The names in a text, in its order."""
        end, known = 0, self.by_head
        for head in HEAD.finditer(plain):
            word = head[0]
            pattern = known[word] if word in known else self.pattern_of(word)
            if pattern and head.start() >= end and (found := pattern.match(plain, head.start())):
                end = found.end()
                yield found

    def first(self, plain: str) -> re.Match | None:
        """The name that a text begins with."""
        head = HEAD.match(plain)
        return self.at(plain, head) if head else None

    def at(self, plain: str, head: re.Match) -> re.Match | None:
        """The longest name that begins with the word at `head`."""
        pattern = self.pattern_of(head[0])
        return pattern and pattern.match(plain, head.start())

    def pattern_of(self, word: str) -> Pattern | None:
        """The names that begin with a word, as it is written."""
        if word not in self.by_head:
            first = word[0], word.lower()
            if first not in self.patterns:
                self.patterns[first] = self.pattern(*first)
            self.by_head[word] = self.patterns[first]
        return self.by_head[word]

    def pattern(self, letter: str, word: str) -> Pattern | None:
        """The names and signs that begin with a letter and a word."""
        written = self.by_letter.get(letter, []) + self.by_word.get(word, [])
        longest_first = "|".join(sorted(written, key=len, reverse=True))
        return Pattern(f"(?:{longest_first}){NAME_END}") if written else None

    def spec(self, found: re.Match) -> Spec:
        """What a match of the pattern stands for."""
        if spec := self.specs.get(key(found[0])):
            return spec
        ends = ((sign.match(found.string, found.start()), spec) for sign, spec in self.signs)
        return next(spec for end, spec in ends if end and end.end() == found.end())


@lru_cache(maxsize=1)
def names() -> Names:
    return Names()


def spec_in(entry: dict) -> Spec:
    low, high = (None if entry.get(k) is None else Fraction(entry[k]) for k in ("low", "high"))
    near = Pattern(entry["near"], re.I) if "near" in entry else None
    return Spec(low, high, entry["written"], entry.get("classes", ""), near)


def flat(listed: list) -> list[str]:
    return [name for item in listed for name in (item if isinstance(item, list) else [item])]


def flexible(name: str) -> str:
    """A name with hyphens or spaces, in small or large letters unless it is an abbreviation."""
    spaced = name.replace(" ", r"[\s-]+").replace("'", "['’]")
    return spaced if name.isupper() else f"(?i:{spaced})"


def key(name: str) -> str:
    return re.sub(r"[\s-]+", " ", name.lower().replace("’", "'"))


# -- breaches -------------------------------------------------------------------------------------


@lru_cache(maxsize=RECENT)
def breaches(page: Question) -> tuple[Breach, ...]:
    """The numbers of a page that lie outside the range of what they are said to be."""
    return tuple(_breaches(page)) if is_suspect(page.source) else ()


def _breaches(page: Question) -> Iterator[Breach]:
    others = [name for name in OTHER_RANGES if name in page.source]
    for sentence in statements(page):
        if is_suspect(sentence.text.content, others):
            yield from in_sentence(sentence)
    for block in page.blocks:
        if block.kind == "table" and is_suspect(block.text.content, others):
            yield from in_table(block)


def is_suspect(text: str, others: Sequence[str] = OTHER_RANGES) -> bool:
    """Whether a text may hold a breach: a quick look. others: names with another range."""
    if OUTSIDE.search(text) or BEYOND.search(text):
        return True
    return any(name in text for name in others) if others else False


def is_doubtful(sentence: Sentence) -> bool:
    """Whether it, or what stands around it, may speak of what can't be."""
    if sentence.is_of_mistakes or is_question(sentence):
        return True
    around = words(sentence.block.text.content)
    start = max(0, sentence.start - 250)
    end = sentence.start + len(sentence.plain) + 250
    return bool(IMPOSSIBLE.search(around[start:end]))


def in_sentence(sentence: Sentence) -> Iterator[Breach]:
    plain, taken = sentence.plain, 0
    for found in names().all_in(plain):
        if found.start() < taken:
            continue
        if ends := false_ends(sentence, found):
            if not is_other(sentence, found) and not is_doubtful(sentence):
                number, bound = ends
                taken = number.end
                yield Breach(sentence.text, " ".join(found[0].split()), number, bound)
            continue
        for number in (*values(plain, found), *values_of_it(plain, found)):
            taken = max(taken, number.end)
            bound = broken(names().spec(found), number, sentence, found[0])
            if bound and is_quoted(plain, found.start(), number.end):
                continue
            if bound and not is_other(sentence, found) and not is_doubtful(sentence):
                yield Breach(sentence.text, " ".join(found[0].split()), number, bound)


def false_ends(sentence: Sentence, found: re.Match) -> tuple[Stated, str] | None:
    """The end of the range that a name is said to have, and the bound that it breaks."""
    plain, spec = sentence.plain, names().spec(found)
    ranged = RANGED.match(plain, found.end(), found.end() + 2 * NEAR)
    highest = None if ranged else HIGHEST.match(plain, found.end(), found.end() + 2 * NEAR)
    if not ranged and not highest:
        return None
    if spec.written == "percent" or MAY_BE_PERCENT.search(plain):
        return None
    if spec.near and not spec.near.search(plain):
        return None
    starts = {number.start: number for number in numbers(plain)}
    high = starts.get((ranged or highest).start("high"))
    low = starts.get(ranged.start("low")) if ranged else None
    if high is None or (ranged and low is None) or high.value > LARGEST_SHARE:
        return None
    if low and spec.low is not None and low.quantity.high < spec.low:
        return low, f"at least {spec.low}"
    if low and low.value not in (0, spec.low, -high.value):
        return None  # values of some cases, not the range
    if spec.high is not None and high.quantity.low > spec.high:
        return high, f"at most {spec.high}"
    clause = CLAUSE.split(plain[: high.end])[-1]
    classes = sole_classes(clause)
    bound = bound_for(spec, classes, high.quantity) if spec.classes and classes else ""
    return (high, bound) if bound else None


def is_quoted(plain: str, start: int, end: int) -> bool:
    """Whether quotation marks stand around a name and its number: "a recall of 1.2"."""
    before = re.search(r"[\"“«„]\s?(?:an?\s+|the\s+)?$", plain[max(0, start - 8) : start])
    return bool(before and re.match(r"[.,!]?[\"”»“]", plain[end : end + 2]))


def is_other(sentence: Sentence, found: re.Match) -> bool:
    """Whether a name is part of another quantity or of a calculation, or is only supposed."""
    plain = sentence.plain
    before = plain[max(0, found.start() - NEAR) : found.start()]
    if OTHERWISE.search(before) or OTHER_NOUN.match(plain, found.end()):
        return True
    if COMPUTED_FROM.search(before) and plain[found.end() :].lstrip()[:1] == ":":
        return True
    if BY_CHANCE.search(before) or OF_ONE_CASE.match(plain, found.end()):
        return True
    if ARGUMENT.search(before) and plain[found.end() : found.end() + 1] == "=":
        return True
    raw = sentence.text.content[found.end() :]
    if names_a_case(raw):
        return True
    if re.match(r"\}\s*\}" if not found[0].endswith(")") else r"\}", raw):
        return True  # in a fraction or a root
    return bool(SUPPOSED.search(plain, 0, found.start()))


BY_CHANCE = Pattern(r"\bby\s+$", re.I)  # hits expected by chance are 4.4
OF_ONE_CASE = Pattern(r"\s+of\s+[\d.]+\s*:")  # the silhouette of 9: a = 3

# "From the R²: F = 3"
COMPUTED_FROM = Pattern(r"\b(?:from|via|using|by)\s+(?:the\s+|its\s+|both\s+)?$", re.I)


def names_a_case(behind: str) -> bool:
    """Whether a formula behind a name says what is probable: "the probability of `x = 6`"."""
    return bool(CASE.match(behind))


IS_A_CASE = Pattern(r"\s+(?:is|equals)\b")  # "the probability that the larger die is 6 is 11/36"


def values(plain: str, found: re.Match) -> Iterator[Stated]:
    """The numbers that a name is said to have."""
    if " from" in plain and (moved := MOVED.match(plain, found.end(), found.end() + 2 * NEAR)):
        if COMPLETE.match(plain, moved.end()):
            ends = (moved.start("low"), moved.start("high"))
            yield from (number for number in numbers(plain) if number.start in ends)
        return
    if amount := AMOUNT_BEFORE.search(plain, max(0, found.start() - NEAR), found.start()):
        if COMPLETE.match(plain, found.end()):
            yield from (n for n in numbers(plain) if n.start == amount.start("value"))
        return
    link = LINK.match(plain, found.end(), found.end() + 2 * NEAR)
    at = link.end() if link and not leads_elsewhere(plain, link) else None
    starts = {number.start: number for number in numbers(plain)}
    for _ in range(MOST_MEMBERS):
        if at is None:
            return
        number = starts.get(at)
        if number and not OPERATES.match(plain, number.end):
            rises = RISES_TO.search(plain, link.start(), number.start)
            is_range = RANGE_BEHIND.match(plain, number.end) if rises else is_bounded(plain, number)
            if is_range or not COMPLETE.match(plain, number.end):
                return
            if link["of"] and number.is_whole and LISTS_COUNTS.match(plain, number.end):
                return
            if IS_A_CASE.match(plain, number.end):
                return
            yield number
        following = TO_NEXT_MEMBER.match(plain, number.end if number else at)
        goes_on = following and not link["nothing"] and not ANOTHER.search(following[0])
        at = following.end() if goes_on else None


def leads_elsewhere(plain: str, link: re.Match) -> bool:
    """Whether what links a name with a number names another quantity."""
    colon = plain.rfind(":", link.start(), link.end())
    if colon >= 0 and OTHER_NAME.match(plain, colon + 1):
        return True
    return bool(OTHER_CASE.search(plain, link.start(), link.end()))


def values_of_it(plain: str, found: re.Match) -> Iterator[Stated]:
    """The numbers that "it" is said to be, in a sentence that names one quantity only."""
    if " it " not in plain or any(
        other.start() != found.start() for other in names().all_in(plain)
    ):
        return
    starts = {number.start: number for number in numbers(plain)}
    for link in IT.finditer(plain, found.end()):
        number = starts.get(link.end())
        if not number or not COMPLETE.match(plain, number.end):
            continue
        rises = RISES_TO.search(plain, link.start(), number.start)
        if not (RANGE_BEHIND.match(plain, number.end) if rises else is_bounded(plain, number)):
            yield number


def broken(spec: Spec, number: Stated, sentence: Sentence, name: str) -> str:
    """The bound that a number breaks, in words; "" if it keeps to all, or may be in percent."""
    if spec.near and not spec.near.search(sentence.plain):
        return ""
    claimed = number.quantity
    around = words(sentence.block.text.content)
    if spec.low is not None and claimed.high < spec.low:
        if spec.low == 0 and spec.written == "number":
            doubt = CONTINUOUS if spec.classes or "entropy" in name.lower() else NEGATED_SCORE
            if doubt.search(around):
                return ""
        return f"at least {spec.low}"
    if is_above(spec, number, claimed, sentence.plain):
        return f"at most {spec.high}"
    if spec.classes and (bound := bound_of_classes(spec, claimed, sentence)):
        return bound
    return ""


def is_above(spec: Spec, number: Stated, claimed: Quantity, plain: str) -> bool:
    """Whether a number is certainly too large, and not written in percent without the sign."""
    if spec.high is None or claimed.low <= spec.high:
        return False
    if spec.written == "number":
        return not spec.classes
    if number.is_percent:
        return True
    if spec.written == "percent":
        return False
    largest = LARGEST_SCORE if spec.written == "score" else LARGEST_SHARE
    is_decimal = "." in number.written or spec.written == "share"
    return number.value < largest and is_decimal and not PERCENT_SCALE.search(plain)


def bound_of_classes(spec: Spec, claimed: Quantity, sentence: Sentence) -> str:
    """The bound that the number of classes sets and the number breaks; "" if none."""
    classes = classes_of(sentence)
    return bound_for(spec, classes, claimed) if classes else ""


def bound_for(spec: Spec, classes: int, claimed: Quantity) -> str:
    if claimed.value >= LARGEST_SHARE:
        return ""
    if spec.classes == "gini":
        high = 1 - Fraction(1, classes)
        return f"at most 1 - 1/{classes} = {float(high):.4g}" if claimed.low > high else ""
    bits = math.log2(classes)
    if claimed.low <= Fraction(bits) + Fraction(1, 10**6):
        return ""
    return f"at most log2({classes}) = {bits:.4g} bits"


DIE = Pattern(r"\b(?:die|dice)\b", re.I)  # six outcomes, beside the two of a coin


def classes_of(sentence: Sentence) -> int | None:
    """How many classes the sentence, or else its paragraph, speaks of, if that is one number."""
    for text in (sentence.plain, words(sentence.block.text.content)):
        found = numbers_of_classes(text)
        if found:
            return found.pop() if len(found) == 1 and not DIE.search(text) else None
    return None


def sole_classes(text: str) -> int | None:
    found = numbers_of_classes(text)
    return found.pop() if len(found) == 1 else None


def numbers_of_classes(text: str) -> set[int | None]:
    return {number_of_classes(match) for match in K_CLASSES.finditer(text)}


def number_of_classes(found: re.Match) -> int | None:
    if found["two"]:
        return 2
    count = count_of(found["count"] or found["letter"])
    return count if count and 2 <= count <= 10**6 else None


# -- tables ---------------------------------------------------------------------------------------


@record
class Entry:
    """A number that a table gives for a quantity."""

    name: str
    spec: Spec
    cell: Text
    number: Stated

    @property
    def bound(self) -> str:
        """The bound that it breaks, "" if none."""
        if self.spec.low is not None and self.number.quantity.high < self.spec.low:
            return f"at least {self.spec.low}"
        above = is_above(self.spec, self.number, self.number.quantity, "")
        return f"at most {self.spec.high}" if above else ""

    @property
    def is_plain(self) -> bool:
        """Whether it is a bounded quantity without a percent sign."""
        return self.spec.high == 1 and not self.number.is_percent


def in_table(block: Block) -> Iterator[Breach]:
    """Columns under a name, and rows that begin with one."""
    changes = any(cell.content.startswith("+") for row in block.rows for cell in row)
    if changes or IMPOSSIBLE.search(block.text.content):
        return
    entries = list(in_columns(block)) + list(in_rows(block))
    plain = [entry.number.value for entry in entries if entry.is_plain]
    may_be_percent = any(value >= LARGEST_SCORE for value in plain)
    beside_shares = any(0 < value < 1 for value in plain)
    for entry in entries:
        is_score = entry.spec.written == "score" and entry.number.value > 1
        unsure = is_score and entry.is_plain and (may_be_percent or not beside_shares)
        if entry.bound and not unsure:
            yield Breach(entry.cell, entry.name, entry.number, entry.bound)


def in_columns(block: Block) -> Iterator[Entry]:
    for column, head in enumerate(block.rows[0]):
        if found := sole_name(head):
            cells = [row[column] for row in block.rows[1:] if column < len(row)]
            yield from entries_in(found, head, cells)


def in_rows(block: Block) -> Iterator[Entry]:
    for row in block.rows[1:]:
        if row and (found := sole_name(row[0])):
            cells = zip(block.rows[0][1:], row[1:], strict=False)
            own = [cell for head, cell in cells if not is_of_another(words(head.content))]
            yield from entries_in(found, row[0], own)


def is_of_another(head: str) -> bool:
    """Whether a column compares what the rows name, or has eigenvalues, variances, counts of it."""
    return bool(COMPARES.search(head) or OF_ANOTHER.search(head))


OF_ANOTHER = Pattern(r"λ|lambda|eigen|varianc|\b(?:sums?|totals?|counts?|number)\b", re.I)


def entries_in(found: re.Match, head: Text, cells: Sequence[Text]) -> Iterator[Entry]:
    read = [(cell, number) for cell in cells if (number := cell_number(cell))]
    name, spec = " ".join(found[0].split()), names().spec(found)
    beside_shares = any(0 < number.value < 1 for _, number in read)
    for cell, number in read:
        if beside_shares and number.is_whole and number.value < 0:
            continue  # the class that is labeled -1
        yield Entry(name, spec, cell, in_percent(number) if "%" in head.content else number)


def sole_name(cell: Text) -> re.Match | None:
    """The name that a heading is, apart from a remark in brackets."""
    plain = words(cell.content).strip()
    found = names().first(plain)
    rest = plain[found.end() :] if found else ""
    return found if found and re.fullmatch(r"\s*(?:\([^()]{0,20}\)|%)?\s*[:↑↓]?", rest) else None
