"""Where a page gives a formula for a named quantity.

The name is the formula's left side, the words directly before it, the first cell of its row, or,
for a left side such as L and for a formula that stands alone, the heading or the first words of the
paragraph above.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import islice, pairwise
from operator import itemgetter

from hooks.algebra.cases_in_words import IN_WORDS
from hooks.algebra.catalog import Quantity, catalog
from hooks.algebra.equations import Statement, closing, statements
from hooks.algebra.in_words import in_signs, may_compute, phrases
from hooks.algebra.lexer import GREEK, WORDS, Token, Unreadable, lex, raw
from hooks.algebra.moments import may_be_identity, wrong
from hooks.algebra.names import key, keys
from hooks.algebra.parity import criterion, mistaken
from hooks.algebra.shares_in_words import SHARES, shares
from hooks.algebra.tree import Binary
from hooks.calculation.claims import ISLAND, ISLANDS, REFUTING
from hooks.calculation.units import unit_named
from hooks.language.sentences import CALLED_WRONG, ON_MISTAKES
from hooks.language.wording import words
from hooks.page import RECENT, Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import record, replace

EQUALITY = Pattern(
    r"[=≡≜≔←]|\\(?:equiv|triangleq|coloneqq|doteq|leftarrow|gets|stackrel)(?![a-zA-Z])"
)

BOUNDING = Pattern(  # by more than a number
    r"(?:[≤≥≈≃]|\\(?:leq?|geq?|approx|leqslant|geqslant|simeq)(?![a-zA-Z]))(?!\s*[-−]?[\d.,]+\W*$)"
)

# The lookbehinds come after the character, so that they are tried where it stands alone.
SENTENCE_BREAK = Pattern(r"[.!?;](?=\s)(?<!\bi\.e.)(?<!\be\.g.)(?<!\bvs.)|\n\s*\n|\s[•|]\s")
LINK = Pattern(
    r"(?:[:=—–→⇒≡,-]|->|=>|\b(?:is|are|was|equals?|means|as|by|the|follows|simply|just|then|thus"
    r"|given|defined|calculated|computed|expressed|written|formally|can"
    r"|be|adds?|m(?:in|ax)imi[sz]es?|says|states|reads|mathematically|usually|often|commonly|typically|i\.e\.?))$",
    re.I,
)
LINKING = frozenset(
    "is are was equal equals means as by the follows simply just then thus given defined calculated"
    " computed expressed written formally can be add adds minimizes minimises maximizes maximises"
    " says states reads mathematically usually often commonly typically i e".split()
)
ENDINGS = frozenset(  # what FORMULA_WORD and OF_ONE leave out
    "formula equation definition objective function cost sample samples example examples"
    " observation observations instance instances point points".split()
)
UNITS = frozenset(["bits", "nats", "percent"])
LONGEST_TAIL = 80  # characters of a name and what leads from it to a formula
LONGEST_LINK = 16  # characters of one word of a link
ASIDE = Pattern(r"\s*\(([^()]{1,60})\)\s*$")
BETWEEN_NAMES = Pattern(r",\s|\s?/\s?|\s(?:or|aka|a\.k\.a\.?|also)\s|;\s|\s[–—·-]\s|\s?=\s?")
LONGEST_MENTIONED = 60  # characters of several names of one quantity
SEPARATORS = ':;,=|()[]"“”•→!?'  # of what a name is no part
NUMBERING = Pattern(
    r"^(?:[^\w(]*\s)?(?:\(?\d+(?:\.\d+)*[.):]?\s+|[a-zA-Z][.)]\s+|step \d+:?\s+)?", re.I
)
NEUTRAL = frozenset(
    "the a an and or of for is as by compute computes calculate calculates define defines so then"
    " where with while to our your its formula called namely formulas formulae use using remember"
    " that in plus also only minimize minimise minimizes full standard simple given basic common"
    " definition equation binary usual vs versus but hence thus both have get has from"
    " write since because therefore note where e.g i.e usually often typically mostly generally"
    " commonly normally".split()
)
UNLINKED = r"[<>!=≈:+*/−-]"  # before a sign or word that links nothing then
PLAIN_LINK = Pattern(
    rf"(?:≈(?=\s*\d*\s?[A-Za-zα-ωΑ-Ω√(])|[:=←—–→](?<!{UNLINKED}.)(?:(?<=:)=)?|\s-\s|is\b(?<=\bis)(?<!{UNLINKED}..)"
    rf"|(?:as|by)\b(?<=\b..)(?<!{UNLINKED}..)|equals\b(?<=\b......)(?<!{UNLINKED}......)|adds\b(?<=\sadds)|imi[sz]es\b(?<=\sm[ai][nx].....))(?!=)\s*",
    re.S,
)
OPERATOR = Pattern(r"[-/+×÷Σ∑√^|·*−–=⁻²(]")
OPERATION = Pattern(r"[-/+×÷Σ∑√^|·*−–=⁻²]")
OPERATING = Pattern(r"\\(?:d?frac|sum|sqrt|cdot|log|exp|max)|\w\(")
PLAIN_END = Pattern(
    r"[.;!?](?=\s|$)(?<!/[kxny]!)(?<!/\s[kxny]!)|\s*<!|,?\s(?:where|which|with|while|but|if|when|because|so|for|i\.e|e\.g|is|are|that|—"
    r"|and|or|up\sto|inside|within|below|above|near|outside|beyond|until|then|else"
    r"|in(?!\s(?:the\s)?(?:top|first|reference|candidate|summary)\b)"
    r"|on|at|as|to|from|of all|meaning|using|over all|gives|measures|→|⇒|--)(?=\s)"
    r"|(?<=\w)\sFLOPs?(?=\s+\w|\s*[.,;)])|,(?=\s)|<br|\*\*|~~|\n(?=\s*[-*•|])|…|\"|”|:(?=\s)|\s[A-Z][a-z]+\s?=\s|\$|`|->|=>|\s{3,}"
)
SPECIAL = Pattern(r"\b(?:if|when|where|not|un\w+|rel\w+|compar\w+|complement\w*|oppos\w+)\b", re.I)
NO_END_INSIDE = frozenset("in on at of".split())  # brackets: (relevant items in the top k)
JOINING = Pattern(r"[-+*/×÷·=(−^]\s*$")
# What makes a formula one of several cases: "αx if x < 0".
OF_A_CASE = Pattern(
    r"(?:[\s,;$`)\]}]|\\(?:quad|qquad|text|[,;])|\{)*(?:if\b"
    r"|(?:when|whenever|for|where|provided|with)\b[^.;\n]{0,30}?(?:[<>≤≥]|\\(?:leq?|geq?|lt|gt)\b)"
    r"|(?<=\s)(?:up\s+to|inside|within|outside|beyond|until)\s+[|±−]?[\dδεϵ])"
)
NEGATED = Pattern(
    r"\b(?:not|never|isn't|rather than|instead of|unlike|confus\w*|swap\w*|misread|naive(?:ly)?)\b"
    r"|≠|❌|✗|✘|\\ne\b|\\neq\b",
    re.I,
)
SUPPOSED = Pattern(
    r"\b(?:if|suppose|imagine|assum\w+|always|everything|nothing|baseline|majority|trivial\w*|degenerate"
    r"|perfect\w*|constant(?!\s\w\b)|random\w*|special case|reduces?|becomes?|simplif\w+|limit"
    r"|approximat\w+)\b",
    re.I,
)
# An "if" that only says what letters stand for: "if a node holds the shares p".
DEFINING_IF = Pattern(
    r"\bif\s+(?:an?|the)\s+(?:node|leaf|variable|distribution|source|sample)\b[^,.;=<>]{0,60}", re.I
)
ANY_IF = Pattern(r"\bif\b", re.I)
# A number that words go on from: "our r = −0.83 says that", "R² = 1 – 0.4 means".
NUMBER_IN_WORDS = Pattern(
    r"\s*(?:≈|~)?\s*[-−–+]?\s*\d[\d.,]*\s*%?(?:\s*[-−–+*/×·÷]\s*\d[\d.,]*\s*%?){0,4}"
    r"\s+[a-z]{3,}+(?!\s*[=(/×·*+^_\[{−]|\s-\s)(?=\s|[.,;:!?)])"
)
# How the sentence behind a formula says that it is another: "No. That's recall, in fact."
TAKEN_BACK = Pattern(
    r"\W*(?:no(?=[,.:;!—–])|nope\b|(?:this|that|it|here|which)\b(?:['’]s)?(?:\s\w+){0,3}?\s"
    r"(?:wrong|incorrect|mistake|error|slip|actually|in (?:fact|reality)|not (?:right|correct|true)"
    r"|confus\w+|swap\w*|mix\w* up|forgets?|omits?|should (?:have|read)))\b",
    re.I,
)
MISTAKEN = Pattern(
    r"mistake|misconception|pitfall|myth|(?<!how )(?<!\bgo )(?<!\bgoes )wrong|incorrect|fallac|trap"
    r"|bug",
    re.I,
)

FORMULA_OF = Pattern(
    r"\b(?:formula|definition|equation|expression|value|calculation)s?\s+(?:of|for)\b", re.I
)
PART_OF = Pattern(
    r"\b(?:of|between|from|vari(?:ant|ation)s? on|alternatives? to"
    r"|combin\w+|balanc\w+|using|both|than|trade\w*|average|mean|product|ratio)\b[^=]*$",
    re.I,
)

# What makes the name behind it a part of something larger: 1 − recall, d/dx tanh(x), ln σ(x).
APPLIED = Pattern(
    r"(?:[\d)\]]\s*[-−–+*/×·÷^]|[∫∇√∂+×]|\b[d∂]\w?\s*/\s*[d∂]\s*\w+|∂\w?/∂\w+"
    r"|\b(?:log|ln|exp|sqrt|grad|gradient|arg\s?min|arg\s?max|d|Var|E)\s*\(?|∇_?\w+)\s*$"
)
DERIVATIVE = Pattern(r"^frac((?:∂|d(?=[A-Zℓ]))[^∂]*?)((?:∂|(?<=\w)d(?=[a-zα-ω]))[^∂]*)$")
DERIVED = Pattern(r"(?<!\w)[d∂]\s*/\s*[d∂]\s*\w\s*$")
# A column of a table that holds something else of the quantity that its row is about.
ESCAPED_NORM = Pattern(r"\\\|([^|]{1,40}?)\\\|(?=\s*[\^_])")  # \|x - y\|^2 in a table
OTHER_COLUMN = Pattern(
    r"derivative|gradient|inverse|slope|differential|backward|\bgrad\b|d/d|f['’′]|complement"
    r"|variance|\bmean\b|expect|std|entropy|\bmgf\b|complexity|example|\bcdf\b|update|dual|log",
    re.I,
)
CONDITIONAL = Pattern(r"(?:P|p|Pr)\s*\(\s*([^|(),;=]{1,20})\|\s*([^|(),;=]{1,20})\)")
OF_ONE = Pattern(
    r"(?:(?<=loss)|(?<=ropy)|(?<=BCE)|(?<=CE\)))\s+"
    r"(?:(?:of|for|on) (?:one|an?|a single|each|every|the)|per) "
    r"(?:samples?|examples?|observations?|instances?|data points?|points?)\s*$",
    re.I,
)
IN_UNITS = Pattern(r"(?<=\w)\s+in\s+(?:bits|nats|percent)$")
FORMULA_WORD = Pattern(
    r"\s+(?:formula|equation|definition|objective(?: function)?|cost function)\s*$", re.I
)
OF_VARIABLES = frozenset("var std se sd mean variance cov corr sem".split())  # Var(X̄) is another
OF_PAIRS = frozenset(["cov", "corr"])
CONSTRAINED = Pattern(r"subject to|s\.\s?t\.|such that|constrain", re.I)
AIMS = frozenset("arg min argmin minimize minimise minimizes minimises".split())
POWER = Pattern(r"[A-Za-z]\w*\^\{?\d\}?")
COMMAS = str.maketrans("‖;|", ",,,")
CALLED = Pattern(r"[^\s(]\(")
CONDITIONAL_FAMILIES = frozenset(["gaussian", "rated successes", "counted arrivals", "normal mean"])
GREEK_WORDS = {letter: word for word, letter in GREEK.items()}
GRADIENT = Pattern(
    r"(?:∂(?P<of>[^\W\d_]{1,4})(?:\([^()]*\))?/?∂(?P<by>[^\W\d_])(?:_?\w)?"
    r"|∇_?(?P<below>[wβθWbz])?(?P<whole>[LJECℓ]|NLL|LL|loss)?(?:\([^()]*\))?)"
)
LIKELIHOODS = ("ℓ", "LL", "log", "logL", "l")
COMPUTED = Pattern(r"^\s*[-−\d]|[+*/·]|\w\s*[-−]")  # an argument that is no name: −z, 2z, x + 1
LEFT = Pattern(r"[^\s()=,;:|]{1,24}(?:\s?\([^()=]{1,40}\))?(?:_\w+)?\s*$")
LONGEST_LEFT = 90  # characters that are read for a left side
MODIFIERS = frozenset(  # what makes the name behind it another: "macro recall"
    "macro micro weighted average averaged averages mean adjusted total overall expected new old"
    " balanced class per-class smoothed regularized regularised scaled normalized normalised"
    " partial pooled generalized generalised modified squared log".split()
)
WORD_PART = Pattern(r"[^\W_]+")
WORD = Pattern(r"[^\s:;,=|()\[\]\"“”•→!?.*]+")
MENTIONING = 400  # characters of a paragraph that are read for names

TITLE_END = Pattern(r"\s+(?:formula|loss function|function|definition|explained)$", re.I)
OPENING = Pattern(
    r"[:.,;—–(]|\s-\s|\s(?:is|are|tells|measures|shows|says|answers|asks|gives|counts|quantifies"
    r"|captures|reports|describes|expresses|indicates|looks\sat|divides|takes)\s"
)

BEHIND = Pattern(r"\s*(?:is|defines|gives)\s+(?:the\s+|a\s+|an\s+|called\s+)?(\w[^\n]*)")

BEHIND_WORDS = ("is", "defines", "gives")

# Behind a formula that a paragraph opens with: what shows that it is no part of a larger one.
BARE_END = Pattern(r"\s*(?:$|[.,;:](?:\s|$)|(?:with|where|for)\b|[—–]\s)")
APPOSED = Pattern(r",\s(?:i\.e\.,?\s|that is,?\s|so\s)?(?=\(?[\w|][^,;:=]{0,60}/[^,;:=]{1,60}$)")
THE_LOSS = Pattern(
    r"(?:^|[.;:]\s+)(?:[Tt]he|[Ii]ts|[Oo]ur)\s(?:loss|cost)"
    r"(?:\s(?:(?:of|for|on)\s(?:one|an?|a\ssingle|each|every)|per)\s(?:\w+\s)?\w+)?\s*$"
)
OF_MANY = frozenset(
    "of for over on n m k values samples data points numbers observations a set sets query queries"
    " q examples items each sample size with standard deviation s σ independent".split()
)
LONGEST_OPENING = 16  # words
LONGEST_TOLD = 1500  # characters of a section that are read for its topic
GOES_ON = Pattern(r"[,;=]|\b(?:where|with\s\S+\s=)")  # behind what a sentence is about
BAR = Pattern(r"\s*[-–—─_]{3,}\s*")
IT_IS = Pattern(r"(?:^|[.!?:]\s+|\n)(?:It|This|(?:The )?[Ff]ormula)(?: is| equals|:)\s*$")
LEADING = frozenset(":=—–-→⇒≡")
OF_WHAT = frozenset("of for between with at".split())
OWNING = ("'s", "’s")
CLAUSE_START = Pattern(r",\s*(?=(?:the|its|this|our|an?)\s*$)")  # "for a mean distance a, the"
# Names of what has another formula of something else: the standard error of a slope.
GENERAL = frozenset(
    ["standard error", "standard deviation", "sample mean", "sample variance", "expected value"]
)
IN_BRACKETS = Pattern(r"(?<=\w)\([^()]{1,20}\)")
NOT_ITSELF = Pattern(
    r"\b(?:if|when|not|without|un\w+|compar\w+|oppos\w+|derivative|gradient|log|ratio|age|half-life|window|span)\b",
    re.I,
)
IDENTIFIER = Pattern(r"[^\W\d][\w']*(?:\s?[_^]?\(?[\w'+−-]+\)?)?(?:\([^()]*\))?|\w+(?:\s\w+){1,3}")
ARTICLES = Pattern(r"^\W*(?:(?:the|an?)\s+)?", re.I)
PENALIZED = Pattern(
    r"\b(lasso|ridge)\b[^.;,]{0,80}\b(?:squares|errors?|loss|RSS|MSE|SSE|residuals)\s+plus\s*$",
    re.I,
)
PENALTIES = {"lasso": "L1 penalty", "ridge": "L2 penalty"}
SHORTEST_SYMBOL = 4
TILDE = Pattern(r"(?<![A-Za-z])([A-Za-z])~(?![~\d])")  # h~ in plain text
ADDED = Pattern(
    r"\badds\s+(?:only\s+)?(?:`(?P<code>[^`]{3,60})`|\$(?P<math>[^$]{3,60})\$"
    r"|(?P<plain>[^.,;:`$]{3,60}?))\s+(?:(?:new|extra|additional|trainable|more)\s+)*(?:parameters|weights)\b"
)
DENIED = Pattern(r"\W*(?:that|this|it)(?:['’]s|\sis)\s(?:no|not)\b", re.I)
TAKEN = Pattern(
    r"\b(?:take|taking|takes)\s+(?P<over>[^.,;:]{3,80}?)\s+and\s+(?:then\s+)?(?:divides?|dividing)\s+"
    r"(?:it|them|that|this|those|these)\s+by\s+(?P<under>[^.,;:]{3,80})"
    r"|\bdivid(?:e|es|ing)\s+(?P<part>[^.;:]{2,80}?)\s+by\s+(?P<whole>[^.;:]{2,120})",
    re.I,
)
UNDER_END = Pattern(r",\s|\s(?:and|to|gives?|you|which|that|for|as|is|so|yields?)\s")
LINE_ENDS = Pattern(r"[.;:?!](?=\s|$)|\n")
SENTENCE_ENDS = ".!?:;,—"
CALLED_A = Pattern(r"^(?:(?:just|simply|exactly|also|called|known|as|the|a|an)\s+)+")
ARTICLE = Pattern(r"\b(?:the|a|an)\s*$", re.I)
STATED = Pattern(r"(?:\b(?:is|as|means|measures|equals?)|=|:|—|–|-)\s*(?:the|a|an)?\s*$", re.I)

LONGEST_NAME = 8  # words
LONGEST_MENTION = LONGEST_NAME - 1
PROGRAM = Pattern(
    r"^\s*(?:def\s+\w+\(|import\s+\w|from\s+\w+\s+import|return\s+\w)|\w;[ \t]*$", re.M
)
PLAIN_LANGUAGES = ("", "text", "txt", "plain", "plaintext", "none")
SHORTEST = 3  # characters of a formula
FEWEST_LETTERS = 3  # of a formula that stands alone and is named far away
PLAIN_SIGN = Pattern(r"[/×÷Σ∑√=^²·←]")
PLAIN_OPERATOR = Pattern(r"[*+−](?=\s)(?<=\s.)")
SUBTRACTION = Pattern(r"-(?<=\d-)\s?[A-Za-z]|-(?<=\d\s-)\s?[A-Za-z]")
MOST_CLAIMS = 1000  # of a page
LONGEST_PAGE = 300_000  # characters that are read
LONGEST_TEXT = 20_000  # characters of a paragraph that is read
HEAD = 60  # characters in which a formula shows an operator
NEAR = 160


@record
class Claim:
    """A formula that is given for a quantity.

    quantities: all that bear the name. arguments: what stands in brackets behind it.
    tokens: the formula's, whose places count from `offset`; text, start, end: where it stands.
    is_sure: the name stands beside it; otherwise a heading or the paragraph's first words name it.
    about: the words around, which may say that another convention is meant.
    topic: the heading and the paragraphs above. symbols: what its left side may be a symbol for.
    refuted: of an identity, which has no quantity, what computes what is right instead.
    elsewhere: all that the page mentions, if only that names the quantity.
    by_topic: nothing but the topic of its section tells which quantity it may be.
    """

    quantities: tuple[Quantity, ...]
    arguments: tuple[str, ...]
    tokens: tuple[Token, ...]
    latex: bool
    text: Text
    start: int
    end: int
    offset: int
    is_sure: bool
    about: str
    is_among_mistakes: bool
    refuted: Callable[[], str] | None = None
    topic: str = ""
    symbols: frozenset[str] = frozenset()
    elsewhere: tuple[Quantity, ...] = ()
    by_topic: bool = False

    @property
    def is_quoted(self) -> bool:
        """Whether it stands among mistakes, or its sentence says that it is not the quantity."""
        in_case = bool(self.quantities) and all(q.in_case for q in self.quantities)
        place = self.text.content, self.start, self.end
        return self.is_among_mistakes or is_quoted(*place, in_case)

    @property
    def formula(self) -> str:
        return self.text.content[self.start : self.end]


@record
class Context:
    """What names a formula that does not name itself.

    near: quantities named right beside it. heading, lead: the titles and paragraphs whose first
    words may name it. quoted: it stands among mistakes. named_behind: the words around it name it,
    so that its left side may be any name. told: how the section begins, in small letters.
    page: what names its quantity if nothing that is nearer does.
    """

    near: tuple[Quantity, ...] = ()
    heading: str = ""
    leads: tuple[str, ...] = ()
    quoted: bool = False
    stands_alone: bool = False
    named_behind: bool = False
    told: str = ""
    page: Question | None = None

    @property
    def titled(self) -> tuple[Quantity, ...]:
        """What the heading, or the first words of the paragraph above, are the name of."""
        return titled(self.heading, self.leads[:1])

    @property
    def far(self) -> tuple[Quantity, ...]:
        return far_names(self.heading, self.leads)

    @property
    def topic(self) -> str:
        """The heading and the paragraphs above, and a space behind them."""
        return f"{self.heading} {' '.join(self.leads)} "


@lru_cache(maxsize=RECENT)
def claims(page: Question) -> tuple[Claim, ...]:
    """The formulas that the page gives for quantities that the table knows."""
    return tuple(islice(of_page(page), MOST_CLAIMS))


def of_page(page: Question) -> Iterator[Claim]:
    title, heading, heading_quoted, lead, above, told = "", "", False, "", "", ""
    unread = LONGEST_PAGE
    for block in page.blocks:
        if block.kind == "heading":
            told = "" if block.info in "12" else told
            title = block.text.content[:MENTIONING] if block.info in "12" else title
            heading, lead, above = block.text.content[:MENTIONING], "", ""
            heading_quoted = bool(MISTAKEN.search(heading))
            continue
        if block.section == "References":
            continue
        unread -= len(block.text.content)
        if unread < 0:
            return
        quoted = heading_quoted or is_on_mistakes(block.section, tuple(block.within))
        titles = heading if heading == title else f"{title}: {heading}"
        context = Context((), titles, (lead, above), quoted, told=told, page=page)
        if span := formula_of(block):
            yield from of_displayed(block.text, *span, lead, context)
        elif block.kind == "table":
            yield from of_table(block, context)
        elif block.kind == "code" and block.language in PLAIN_LANGUAGES:
            yield from of_listing(block.text, replace(context, leads=(), stands_alone=False))
        elif block.is_prose:
            yield from of_prose(block.text, context)
            above, lead = lead, block.text.content[:LONGEST_TEXT]
            told += f" {lead}" if len(told) < LONGEST_TOLD else ""


def of_displayed(text: Text, start: int, end: int, lead: str, context: Context) -> Iterator[Claim]:
    """The claims of a formula on lines of its own below a paragraph."""
    yield from of_formula(text, start, end, below_words(lead, context), latex=True)
    formula = text.content[start:end]
    if "P" in formula and "=" in formula:
        label = LABELED.match(formula)
        before = label["name"] if label else words(lead[-2 * NEAR :])
        yield from of_criterion(before, text, start + (label.end() if label else 0), end, context)


def below_words(lead: str, context: Context) -> Context:
    """The context of a formula on lines of its own below a paragraph."""
    plain = words(lead[-NEAR:])
    called = called_names(words(lead[-2 * NEAR :]), context)
    near = tuple(dict.fromkeys((*near_names(plain), *called)))
    return replace(context, near=near, stands_alone=True, named_behind=bool(called))


def formula_of(block: Block) -> tuple[int, int] | None:
    """From where to where a block is a formula: all of it, or what stands between \\[ and \\]."""
    if block.kind == "math" or block.language in ("math", "latex", "tex"):
        return 0, len(block.text.content)
    if block.kind != "paragraph" or not block.text.content.startswith("\\["):
        return None
    displayed = DISPLAYED.fullmatch(block.text.content)
    return displayed.span("inside") if displayed else None


LABELED = Pattern(
    r"\s*\\(?:text|textrm|mathrm|textbf)\{(?P<name>[^{}]{3,60}?):?\s*\}[\s:~]*(?:\\q?quad)?\s*:?"
)
DISPLAYED = Pattern(r"\\\[(?P<inside>(?:[^\\]|\\(?!\]))*)\\\][\s.,;]*", re.S)


@lru_cache(maxsize=64)
def is_on_mistakes(section: str, within: tuple[str, ...]) -> bool:
    return bool(ON_MISTAKES.search(section)) or any(map(MISTAKEN.search, within))


# -- names ----------------------------------------------------------------------------------------


def quantities_named(name: str) -> tuple[Quantity, ...]:
    """The quantities of exactly this name; without an aside: `Recall (sensitivity)`."""
    names = catalog().by_name
    name = name.strip(" \t\n:.,*_#")
    if name.lower() == "for" and name != "FOR":
        return ()
    if found := names.get(key(name)):
        return found
    if aside := ASIDE.search(name):
        return names.get(key(name[: aside.start()]), ())
    return (
        named_twice(name) if len(name) <= LONGEST_MENTIONED and BETWEEN_NAMES.search(name) else ()
    )


def named_twice(text: str) -> tuple[Quantity, ...]:
    """What all of several names stand for: `specificity, TNR`, `recall / sensitivity`."""
    names = [catalog().by_name.get(key(name), ()) for name in BETWEEN_NAMES.split(text)]
    return tuple(q for q in names[0] if all(q in others for others in names))


@lru_cache(maxsize=512)
def titled(heading: str, leads: tuple[str, ...]) -> tuple[Quantity, ...]:
    """What a heading is the name of, and the first words of a paragraph: `**Huber loss** is …`."""
    last = NUMBERING.sub("", words(heading.rpartition(": ")[2])).strip()
    found = quantities_named(TITLE_END.sub("", last))
    for lead in leads:
        opening = OPENING.split(NUMBERING.sub("", words(lead[:200])), maxsplit=1)[0].split()
        for count in range(min(len(opening), LONGEST_NAME), 0, -1):
            if named := quantities_named(" ".join(opening[:count])):
                found = (*found, *named)
                break
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=512)
def far_names(heading: str, leads: tuple[str, ...]) -> tuple[Quantity, ...]:
    """What a heading and the paragraphs above mention."""
    named = (q for text in (heading, *leads) for q in mentioned(text[:MENTIONING]))
    return tuple(dict.fromkeys(named))


@lru_cache(maxsize=512)
def mentioned(text: str) -> tuple[Quantity, ...]:
    """The quantities that a text mentions, and those that are about what it mentions."""
    about = catalog().by_mention
    run = WORD.findall(words(text))
    starts = [at for at, word in enumerate(run) if may_start(word)]
    found = [q for at in starts for k in keys(run[at:][:LONGEST_MENTION]) if k in about
             for q in about[k]]  # fmt: skip
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def may_start(word: str) -> bool:
    """Whether a word may be the first of a quantity's name; FOR is a rate."""
    return word != "for" and not catalog().first_words.isdisjoint(starts_of(word))


def starts_of(word: str) -> tuple[str, ...]:
    """What may start a name in a word: it, its first part, and all its parts as one."""
    parts = WORD_PART.findall(word.lower())
    return (word.lower(), parts[0], "".join(parts)) if parts else (word,)


def near_names(before: str) -> tuple[Quantity, ...]:
    """What the last words of a plain text name, if they lead to a formula: "the recall is"."""
    plain = before[-NEAR:]
    if not may_lead(plain):
        return ()
    breaks = list(SENTENCE_BREAK.finditer(plain))
    plain = plain[breaks[-1].end() :] if breaks else plain
    bare = IN_UNITS.sub("", without_link(plain))
    is_equal = "=" in plain[len(bare) :]
    if bare.endswith(")") and (aside := ASIDE.search(bare)):
        inside = quantities_named(aside[1])
        bare = bare[: aside.start()]
        bare = without_link(bare) if not inside else bare
    if bare.rpartition(" ")[2].lower() not in ENDINGS:
        return named_last(bare, is_equal)
    bare = OF_ONE.sub("", bare)
    return named_last(bare, is_equal) or named_last(FORMULA_WORD.sub("", bare), is_equal)


def named_last(bare: str, is_equal: bool) -> tuple[Quantity, ...]:
    """What the last words of a text name, if nothing before them makes it something else."""
    stem = bare.rstrip()
    cut = max(map(stem.rfind, SEPARATORS)) + 1
    run = stem[cut:].split()
    if not run or stem[-1:] in SEPARATORS or not may_end(run[-1]):
        return ()
    run = [word.strip(".*_") for word in run]
    for count in range(min(len(run), LONGEST_NAME), 0, -1):
        found = quantities_named(" ".join(run[-count:]))
        if found:
            before = stem[:cut] + " ".join(run[:-count])
            is_unit = count == 1 and len(run[-1]) < 3 and before.rstrip()[-1:].isdigit()
            if is_unit or APPLIED.search(before):  # 0.05 s = 50 ms, 1 − recall = …
                return ()
            is_own = run[-count - 1 : -count] in (["its"], ["their"])
            clause = CLAUSE_START.split(before)[-1]
            part = PART_OF.search(FORMULA_OF.sub(" ", clause)) and not (is_equal or is_own)
            is_general = " ".join(run[-count:]).lower() in GENERAL | OF_VARIABLES
            is_whole = is_neutral(run[-count - 1 : -count], may_have_owner=not is_general)
            return found if not part and is_whole else ()
    return ()


def may_lead(plain: str) -> bool:
    """Whether a name can stand at the end of a text, but for what leads to a formula."""
    run = WORD_PART.findall(plain[-LONGEST_TAIL:].lower())
    while run and run[-1] in LINKING:
        run.pop()
    if not run or ")" in plain[-LONGEST_TAIL:]:
        return True
    return run[-1] in catalog().last_words or run[-1] in ENDINGS or run[-1] in UNITS


def may_end(word: str) -> bool:
    """Whether a name can end with this word: a quick look."""
    known = catalog().last_words
    parts = WORD_PART.findall(word.lower())
    return bool(parts) and (parts[-1] in known or "".join(parts) in known or key(word) in known)


def without_link(text: str) -> str:
    """A text without what leads to a formula at its end: "is given by", a colon, "="."""
    text = text.rstrip()
    while found := LINK.search(text, max(0, len(text) - LONGEST_LINK)):
        text = text[: found.start()].rstrip()
    return text


def opening_names(before: str) -> tuple[Quantity, ...]:
    """What a sentence opens with, if it leads to a formula: "**Recall** – the share found: `…`"."""
    plain = before.rstrip()
    if len(before) > NEAR or not plain.endswith(":") or SENTENCE_BREAK.search(plain):
        return ()
    name, *rest = OPENING.split(NUMBERING.sub("", plain), maxsplit=1)
    if not rest or SPECIAL.search(rest[0]) or mentioned(rest[0]):
        return ()
    return quantities_named(name)


def named_before(before: str, context: Context) -> tuple[Quantity, ...]:
    """What a sentence before a formula names in other ways."""
    sentence = sentence_before(before, len(before))
    return (
        opening_names(before)
        or of_many(sentence)
        or penalty_named(sentence)
        or symbol_named(sentence, context)
    )


def of_many(sentence: str) -> tuple[Quantity, ...]:
    """What a sentence begins with, if it only says of how many: "the mean of n values is"."""
    bare = without_link(sentence)
    run = ARTICLES.sub("", bare).split()
    if not run or bare == sentence.rstrip() or len(run) > LONGEST_OPENING:
        return ()
    for count in range(min(len(run), LONGEST_NAME), 0, -1):
        if found := quantities_named(" ".join(run[:count])):
            rest = [word.strip(",.").lower() for word in run[count:]]
            return found if rest and OF_MANY.issuperset(rest) else ()
    return ()


def called_names(before: str, context: Context) -> tuple[Quantity, ...]:
    """What a sentence's subject is called where its topic is told: "The level update is"."""
    if not may_be_called(before):
        return ()
    if IT_IS.search(before[-LONGEST_LINK:]):
        return titled(context.heading, context.leads[:1])
    sentence = sentence_before(before, len(before))
    linked = without_link(sentence)
    bare = IN_BRACKETS.sub("", linked)
    run = WORD.findall(ARTICLES.sub("", NUMBERING.sub("", bare)).lower())
    if not run or len(run) > LONGEST_OPENING:
        return ()
    is_led = len(linked) < len(sentence.rstrip()) and not GOES_ON.search(bare)
    found = list(called_at_an_end(run, is_led))
    if not found and is_led and not NOT_ITSELF.search(bare):
        return named_first(run)
    told = "\n".join((context.heading, context.told, *context.leads, before)).lower()
    return tuple(dict.fromkeys(q for q in found if q.told.search(told)))


def called_at_an_end(run: Sequence[str], is_led: bool) -> Iterator[Quantity]:
    """What a subject's first or last words are called, if the rest leaves it what it is.

    is_led: what the words lead to is said of what they begin with.
    """
    calls, counts = catalog().by_call, range(min(len(run), LONGEST_NAME), 0, -1)
    starts = ((run[:count], run[count:]) for count in counts) if is_led else ()
    ends = ((run[-count:], run[:-count]) for count in counts)
    for splits in (starts, ends):
        named = ((calls.get(key(" ".join(name)), ()), rest) for name, rest in splits)
        found, rest = next(filter(itemgetter(0), named), ((), ()))
        yield from () if NOT_ITSELF.search(" ".join(rest)) else found


def may_be_called(before: str) -> bool:
    """Whether a text ends with what leads to a formula, or is called one: a quick look."""
    end = before[-LONGEST_LINK:].rstrip()
    last = end.rpartition(" ")[2].lower()
    return end[-1:] in LEADING or last in LINKING or last in catalog().call_ends


def named_first(run: Sequence[str]) -> tuple[Quantity, ...]:
    """What a subject begins with, if the rest only says of what: "the PMI score of two words"."""
    for count in range(min(len(run) - 1, LONGEST_NAME), 1, -1):
        name = " ".join(run[:count])
        if run[count] in OF_WHAT and name not in GENERAL and (found := quantities_named(name)):
            return found
    return ()


def penalty_named(sentence: str) -> tuple[Quantity, ...]:
    """The penalty that a model adds: "Lasso minimizes the squared error plus"."""
    found = PENALIZED.search(sentence) if sentence.endswith(("plus ", "plus")) else None
    return catalog().by_name[key(PENALTIES[found[1].lower()])] if found else ()


def symbol_named(sentence: str, context: Context) -> tuple[Quantity, ...]:
    """What a word before an equals sign stands for below its heading: "output = `…`"."""
    left = sentence.rstrip()
    if not left.endswith("="):
        return ()
    word = left[:-1].rstrip().rpartition(" ")[2]
    if len(word) < SHORTEST_SYMBOL:
        return ()
    return tuple(q for q in far_names(context.heading, ()) if key(word) in q.symbols)


def behind_names(after: str) -> tuple[Quantity, ...]:
    """What the words right behind a formula name: "`…` is min-max scaling"."""
    if not after.lstrip(" `$*").startswith(BEHIND_WORDS):
        return ()
    found = BEHIND.match(words(after[:NEAR]))
    if not found:
        return ()
    run = OPENING.split(found[1], maxsplit=1)[0].split()[:LONGEST_NAME]
    for count in range(len(run), 0, -1):
        if named := quantities_named(" ".join(run[:count])):
            return named
    return ()


def is_neutral(before: list[str], may_have_owner: bool = False) -> bool:
    """Whether the word before a name leaves it what it is: no "macro", no "average".

    may_have_owner: whether that may be whose it is: "a leaf's" impurity.
    """
    if not before or (may_have_owner and before[0].endswith(OWNING)):
        return True
    word = before[0].lower().strip(".,'’")
    return word in NEUTRAL or not re.search(r"[a-z]", word)


# -- LaTeX and code -------------------------------------------------------------------------------


def of_formula(text: Text, start: int, end: int, context: Context, latex: bool) -> Iterator[Claim]:
    """The claims of one formula, between two offsets of a text."""
    formula = text.content[start:end]
    try:
        tokens = lex(formula if latex else TILDE.sub("\\1\u0303", formula))[:-1]
    except Unreadable:
        return
    for statement in statements(tokens):
        yield from of_statement(statement, text, start, context, latex)


def of_statement(
    statement: Statement, text: Text, offset: int, context: Context, latex: bool
) -> Iterator[Claim]:
    if may_be_identity(statement.left) and not CONDITIONAL.fullmatch(raw(statement.left)):
        yield from of_identity(statement, text, offset, context, latex)
    quantities, arguments, sure = owner(statement.left, context)
    members = statement.members
    if aim := next(filter(None, map(without_aim, members)), ()):  # ŵ = argmin … names no loss
        quantities, arguments, sure = owner((), context)
        quantities, members = tuple(q for q in quantities if q.is_loss), (aim,)
        if CONSTRAINED.search(text.content, offset + aim[-1].end):
            return
    if context.named_behind and not quantities and is_identifier(statement.left):
        quantities, arguments, sure = owner((), context)  # `x01 = …` is min-max scaling
    if statement.bound:
        quantities = tuple(q for q in quantities if statement.relation in q.relations)
        members = (statement.bound,)
    if not quantities and len(statement.left) > 2 and context.near:
        if is_symbol(statement.left):
            return
        quantities, arguments, sure = owner((), context)
        members = (statement.left,)
    elsewhere: tuple[Quantity, ...] = ()
    if not quantities and not statement.bound and (found := distant(statement, context)):
        quantities = found
        arguments = with_arguments(raw(statement.left, spaces=True))[1] or ()
        is_of_events = arguments and any(token.value == "|" for token in members[0])
        if not is_of_events:  # what P(A | B) add up to is a probability, whatever else is named
            elsewhere = mentioned_on(context.page) if statement.left else catalog().quantities
    for member in members if quantities else ():
        if not any(token.kind in ("name", "command") for token in member) or is_measured(member):
            continue
        if not latex and is_explained(member):
            continue
        start, end = offset + member[0].start, offset + member[-1].end
        yield Claim(
            quantities, arguments, member, latex, text, start, end, offset, sure,
            ("" if sure else context.topic) + around(text.content, start),
            context.quoted, topic=context.topic, symbols=symbols_of(statement.left, sure),
            elsewhere=elsewhere,
        )  # fmt: skip


def of_identity(
    statement: Statement, text: Text, offset: int, context: Context, latex: bool
) -> Iterator[Claim]:
    """What an expression of random variables is said to be equal to."""
    for member in statement.members:
        if any(token.kind == "name" for token in member):
            start, end = offset + member[0].start, offset + member[-1].end
            about = f"{context.topic}{text.content[:LONGEST_TEXT]}"
            yield Claim(
                (), (), member, latex, text, start, end, offset, True, about, context.quoted,
                partial(wrong, statement.left, member),
            )  # fmt: skip


def is_identifier(left: tuple[Token, ...]) -> bool:
    """Whether a left side is a name of any kind, and no letter: `level_t`, `max_tokens`."""
    return len(left[0].value if left else "") >= SHORTEST and bool(
        IDENTIFIER.fullmatch(raw(left, spaces=True))
    )


def is_measured(member: Sequence[Token]) -> bool:
    """Whether a side is a number with its unit: 2.5 ms."""
    if [token.kind for token in member] != ["number", "name"]:
        return False
    return unit_named(member[1].value) is not None


def is_explained(member: Sequence[Token]) -> bool:
    """Whether a side is but a name and words in brackets: TPOT (inter-token latency)."""
    signs = [token for token in member if token.kind != "name"]
    brackets = [token for token in signs if token.value in "()"]
    is_apart = len(brackets) == 2 and brackets[0].spaced
    return is_apart and all(t.value in "()-" and (t.value != "-" or not t.spaced) for t in signs)


def without_aim(side: tuple[Token, ...]) -> tuple[Token, ...]:
    """What is minimized: `min_w …`, `\\operatorname{argmin}_w \\{…\\}`; empty if nothing is."""
    at, aimed = 0, False
    while at < len(side) and (side[at].value in AIMS or side[at].value in WORDS | {"{", "}"}):
        aimed = aimed or side[at].value in AIMS
        at += 1
    if not aimed or not side[at:] or side[at].value == "(":
        return ()
    if side[at].value == "_":
        at = closing(side, at + 1)
    return side[at:]


def is_symbol(left: tuple[Token, ...]) -> bool:
    """Whether a left side names something of its own, such as a slope or `NMSE^2`."""
    if any(token.value in ("∂", "∇") for token in left):
        return True
    return bool(POWER.fullmatch(raw(left)))


def owner(
    left: tuple[Token, ...], context: Context
) -> tuple[tuple[Quantity, ...], tuple[str, ...], bool]:
    """The quantities that a left side stands for, its arguments, and whether that is sure."""
    if not left:
        if context.near:
            return context.near, (), True
        return (context.titled, (), False) if context.stands_alone else ((), (), False)
    name = DERIVATIVE.sub(r"\1/\2", raw(left, spaces=True))
    names = catalog().by_name
    if events := CONDITIONAL.fullmatch(name):
        return conditional(name, events, context)
    head, arguments = with_arguments(name)
    own = names.get(key(name)) or names.get(key(spelled(name)), ())
    own = own or (names.get(key(head), ()) if arguments is not None else ())
    if own and arguments is not None and not fits(own, arguments, name):
        own = ()
    if own and (len(key(head)) > 2 or (arguments is not None and key(name) in names)):
        is_symbol_too = key(name) in catalog().all_symbols  # the Var(W) of He
        around = (*context.near, *context.far) if is_symbol_too else ()
        also = (q for q in around if key(name) in q.symbols)
        return tuple(dict.fromkeys((*own, *also))), arguments or (), True
    symbol = symbol_keys(name, head, arguments or ())
    if not own and symbol.isdisjoint(catalog().all_symbols):
        return (), (), False
    for quantities, sure in ((context.near, True), (context.far, False)):
        standing = tuple(q for q in quantities if q.symbols & symbol or q in own)
        if standing:
            return standing, arguments or (), sure
    return (own, arguments or (), True) if own and is_plain_symbol(own, name) else ((), (), False)


def distant(statement: Statement, context: Context) -> tuple[Quantity, ...]:
    """What a letter may stand for, or a formula that stands alone, that is named far from it."""
    left = statement.left
    if not context.page or not statement.members:
        return ()
    has_limits = any(token.value == "±" for token in statement.members[0])
    if not (left or context.stands_alone or has_limits):
        return ()
    if not left:
        letters = {token.value for token in statement.members[0] if token.kind == "name"}
        far = (*mentioned_on(context.page), *intervals()) if has_limits else context.far
        return far if len(letters) >= FEWEST_LETTERS else ()
    name = DERIVATIVE.sub(r"\1/\2", raw(left, spaces=True))
    head, arguments = with_arguments(name)
    symbol = symbol_keys(name, head, arguments or ())
    if symbol.isdisjoint(catalog().all_symbols):
        return ()
    return tuple(q for q in mentioned_on(context.page) if q.symbols & symbol)


def intervals() -> tuple[Quantity, ...]:
    """What ± may stand in, whatever the page calls it."""
    names = catalog().by_name
    return (
        names[key("confidence interval of the mean")]
        + names[key("confidence interval of the difference")]
    )


@lru_cache(maxsize=RECENT)
def mentioned_on(page: Question) -> tuple[Quantity, ...]:
    """The quantities that a page mentions anywhere in its headings and paragraphs."""
    read = (b.text.content for b in page.blocks if b.kind == "heading" or b.is_prose)
    return mentioned("\n".join(read)[:LONGEST_TEXT])


def spelled(name: str) -> str:
    """A name of several words, with the Greek letters in it as the words that they are."""
    return "".join(GREEK_WORDS.get(letter, letter) for letter in name) if " " in name else name


def conditional(
    name: str, events: re.Match, context: Context
) -> tuple[tuple[Quantity, ...], tuple[str, ...], bool]:
    """What P(A | B) stands for: what Bayes' theorem gives, or a density that is spoken of."""
    names = catalog().by_name
    bayes = (*names[key("Bayes' theorem")], *names[key("conditional probability")])
    bayes = bayes if key(name) in bayes[-1].symbols else bayes[:-1]
    arguments = (events[1].strip(), events[2].strip())
    for quantities, sure in ((context.near, True), (context.far, False)):
        if told := tuple(filter(partial(is_conditional, key(name)), quantities)):
            return (*told, *bayes), arguments, sure
    return bayes, arguments, True


def is_conditional(symbol: str, quantity: Quantity) -> bool:
    """Whether P(x | c) may stand for it: a density, a posterior, or a smoothed share of counts."""
    may_be = quantity.summed or not CONDITIONAL_FAMILIES.isdisjoint(quantity.family_names)
    return may_be and symbol in quantity.symbols


def is_plain_symbol(own: tuple[Quantity, ...], name: str) -> bool:
    """Whether a short name is as good as a word: R², F_1, κ with its own letters."""
    return key(name) == "κ" or len(key(name)) > 1


def symbol_keys(name: str, head: str, arguments: Sequence[str]) -> frozenset[str]:
    """The symbols that a left side may be: f for f(x), but f(−x) is no f."""
    whole = key(name)
    heads = () if any(map(COMPUTED.search, arguments)) else (key(head),)
    return frozenset([whole, whole.replace(" ", ""), *heads, *gradient(name)])


def symbols_of(left: tuple[Token, ...], is_sure: bool) -> frozenset[str]:
    """The symbols that a left side may be, if nothing else names its formula."""
    if is_sure or not left:
        return frozenset()
    name = raw(left, spaces=True)
    head, arguments = with_arguments(name)
    return symbol_keys(name, head, arguments or ())


def gradient(name: str) -> Iterator[str]:
    """The key of a gradient by the weights, the bias or the logits: ∂L/∂w for ∂J/∂θ_j, ∇_w L(w)."""
    found = "∂" in name or "∇" in name
    found = found and GRADIENT.fullmatch(name.replace(" ", "").replace("frac", ""))
    if found:
        of = "ℓ" if (found["of"] or found["whole"]) in LIKELIHOODS else "L"
        by = found["by"] or found["below"] or "w"
        yield key(f"∂{of}/∂{'w' if by in 'wβθW' else by}")


def with_arguments(name: str) -> tuple[str, tuple[str, ...] | None]:
    """`KL(P‖Q)` as its head and its arguments; None if it has none."""
    found = re.fullmatch(r"([^()]+?)\s*\(([^()]*)\)", name)
    if not found:
        return name, None
    parts = found[2].translate(COMMAS).split(",")
    return found[1], tuple(part.strip() for part in parts if part.strip())


def fits(quantities: tuple[Quantity, ...], arguments: tuple[str, ...], name: str) -> bool:
    """Whether what stands in brackets leaves the quantity what it is."""
    if any(key(name) in map(key, q.names) for q in quantities):
        return True
    if any(map(COMPUTED.search, arguments)):
        return False
    if any(q.arguments and len(q.arguments) == len(arguments) for q in quantities):
        return all(re.fullmatch(r"[\w\s']{1,12}", a) for a in arguments)
    if (head := key(name.partition("(")[0])) in OF_VARIABLES:
        return (len(arguments) == 1 or head in OF_PAIRS) and all(
            re.fullmatch(r"[A-Za-z]", a) for a in arguments
        )
    return "|" not in name and all(re.fullmatch(r"[\w\s'^,]{1,14}", a) for a in arguments)


# -- prose ----------------------------------------------------------------------------------------


def of_prose(text: Text, context: Context) -> Iterator[Claim]:
    """Formulas in dollars and code spans, and those in plain words."""
    content = text.content
    if len(content) > LONGEST_TEXT:
        return
    if may_compute(content):
        yield from of_words(text, context)
    if any(word in content for word in SHARES):
        yield from of_shares(text, context)
    if "divid" in content.lower():
        yield from of_taking(text, context)
    if not operates(content):
        return
    if "adds" in content and "LoRA" in content + context.heading:
        yield from of_added(text, context)
    islands = list(ISLAND.finditer(content)) if any(c in content for c in "$`\\") else []
    if titled(context.heading, ()):
        yield from of_opening(text, islands, context)
    for island in islands:
        yield from of_island(text, island, context)
    if operates_plainly(content):
        plain = without(content, islands)
        yield from of_plain(text, plain, context)
        if ", " in plain and "/" in plain:
            yield from of_apposition(text, plain, context)


def of_opening(text: Text, islands: Sequence[re.Match], context: Context) -> Iterator[Claim]:
    """A formula that a paragraph below its quantity's heading opens with: "max(0, 1 − y·f(x))"."""
    content = text.content
    if islands and not content[: islands[0].start()].strip():
        group = next(name for name in ISLANDS if islands[0][name] is not None)
        (start, end), after = islands[0].span(group), islands[0].end()
        if group in ("display", "square"):
            return  # read as a formula of its own
    elif operates_plainly(content[:HEAD]):
        group, start = "", 0
        end = after = plain_end(content, words(content), 0)
    else:
        return
    formula = content[start:end]
    if equates(formula) or not ("(" in formula or "frac" in formula):
        return
    if BARE_END.match(content, after) and not behind_names(content[after:]):
        here = replace(context, leads=(), stands_alone=True)
        yield from of_formula(text, start, end, here, latex=group not in ("", "code"))


def of_island(text: Text, island: re.Match, context: Context) -> Iterator[Claim]:
    """A formula in dollars or a code span, with the words around that may name it."""
    content = text.content
    group = next(name for name in ISLANDS if island[name] is not None)
    start, end = island.span(group)
    if end - start < SHORTEST or not operates(content[start:end]):
        return
    is_alone = group in ("display", "square") and not content[: island.start()].strip()
    near = behind = ()
    if not outside(content, island):
        before = words(content)[: island.start()]
        near = near_names(before) or named_before(before, context)
        behind = () if near else behind_names(content[island.end() :])
        behind = (*behind, *called_names(before, context))
        if "P" in content[start:end] and "=" in content[start:end]:
            yield from of_criterion(before, text, start, end, context)
    if near or behind or is_alone or relates(content[start:end]):
        leads = (content, *context.leads)
        here = Context(
            tuple(dict.fromkeys((*near, *behind))), context.heading, leads, context.quoted,
            is_alone, bool(behind), context.told, context.page,
        )  # fmt: skip
        yield from of_formula(text, start, end, here, latex=group != "code")


def of_criterion(
    before: str, text: Text, start: int, end: int, context: Context
) -> Iterator[Claim]:
    """What a criterion of fairness is said to want."""
    wanted = criterion(sentence_before(before, len(before)))
    try:
        tokens = lex(text.content[start:end])[:-1] if wanted else ()
    except Unreadable:
        return
    if not tokens:
        return
    yield Claim(
        (), (), tokens, False, text, start, end, start, True, "", context.quoted,
        partial(mistaken, wanted, tokens),
    )  # fmt: skip


def operates(text: str) -> bool:
    """Whether a text may hold a formula in signs: a quick look."""
    return bool(
        OPERATION.search(text) or (("\\" in text or "(" in text) and OPERATING.search(text))
    )


def operates_plainly(text: str) -> bool:
    """Whether a text may hold a formula without marks: a quick look."""
    return bool(
        PLAIN_SIGN.search(text)
        or PLAIN_OPERATOR.search(text)
        or "max(" in text
        or ("-" in text and SUBTRACTION.search(text))
    )


def equates(formula: str) -> bool:
    """Whether a formula may have two sides: a quick look."""
    return "=" in formula or bool(EQUALITY.search(formula))


def relates(formula: str) -> bool:
    """Whether a formula may have two sides, or a side and its bound: a quick look."""
    return equates(formula) or bool(BOUNDING.search(formula)) or "±" in formula or "\\pm" in formula


def without(content: str, islands: Sequence[re.Match]) -> str:
    """A text with spaces in the place of the islands."""
    at, parts = 0, []
    for island in islands:
        parts += [content[at : island.start()], " " * len(island[0])]
        at = island.end()
    return "".join((*parts, content[at:]))


def outside(content: str, island: re.Match) -> bool:
    """Whether the island is but a part of a formula: "$TP$ / ($TP$ + $FP$)"."""
    after = content[island.end() : island.end() + 3].lstrip()
    return after[:1] in tuple("/+*×·^=−") and after[:2] != "**"


def of_plain(text: Text, content: str, context: Context) -> Iterator[Claim]:
    """`Recall = TP / (TP + FN)` without marks."""
    if not operates_plainly(content):
        return
    plain = words(content)
    done = 0
    for link in PLAIN_LINK.finditer(plain):
        at = link.end()
        if link.start() < done or not OPERATOR.search(plain, at, at + HEAD):
            continue
        if "-" in link[0] and is_minus(plain, link):
            continue
        if NUMBER_IN_WORDS.match(plain, at):
            continue
        here, start = named_in_plain(plain, link, context)
        if here is None:
            continue
        end = plain_end(content, plain, at)
        if not here.near and (behind := behind_names(content[end:])):
            here = replace(here, near=behind)
        claims = list(of_formula(text, start, end, here, latex=False))
        if claims:
            done = end
        yield from claims


def of_apposition(text: Text, content: str, context: Context) -> Iterator[Claim]:
    """A formula behind a comma: "Recall is the share of positives found, TP / (TP + FN)"."""
    plain, start = words(content), 0
    for stop in (*SENTENCE_BREAK.finditer(plain), None):
        end = stop.start() if stop else len(plain)
        comma = plain.rfind(", ", start, end)
        has_slash = comma > 0 and plain.find("/", comma, end) > 0
        quotient = APPOSED.search(plain, comma - LONGEST_LINK, end) if has_slash else None
        if quotient and (near := opening_names(f"{plain[start : quotient.start()]}:")):
            last = end - (plain[end - 1] == ".")
            here = replace(context, near=near)
            yield from of_formula(text, quotient.end(), last, here, latex=False)
        start = stop.end() if stop else end


def is_minus(plain: str, link: re.Match) -> bool:
    """Whether a hyphen subtracts: behind a colon or an equals sign it sets no name apart."""
    line = plain[plain.rfind("\n", 0, link.start()) + 1 : link.start()]
    return link[0].strip() == "-" and (":" in line or "=" in line)


def of_listing(text: Text, context: Context) -> Iterator[Claim]:
    """The lines of a block of plain text: equations that name themselves."""
    content, at = text.content, 0
    is_read = len(content) <= LONGEST_TEXT and not PROGRAM.search(content)
    lines = content.splitlines(keepends=True) if is_read else []
    for line, following in pairwise((*lines, "")):
        is_above_a_bar = BAR.fullmatch(following)  # the upper half of a fraction
        if "=" in line and operates_plainly(line) and not is_above_a_bar:
            code = line.partition(" #")[0].replace("**", "^ ")  # no bold, and as long
            yield from of_plain(text.slice(at, at + len(code)), code, context)
        at += len(line)


def of_words(text: Text, context: Context) -> Iterator[Claim]:
    """Definitions in words: "recall is the ratio of true positives to all actual positives"."""
    plain = words(text.content)
    for start, phrase in phrases(plain):
        phrase, quantities = named_phrase(plain, start, phrase, context)
        if formula := in_families(phrase, quantities):
            yield of_phrase(formula, text, start, start + len(phrase), quantities, context)


def of_taking(text: Text, context: Context) -> Iterator[Claim]:
    """A quotient that one is told to take: "take the hits and divide them by all positives"."""
    plain = words(text.content)
    for found in TAKEN.finditer(plain):
        over, under = found["over"] or found["part"], found["under"] or found["whole"]
        before, behind = (
            sentence_before(plain, found.start()),
            LINE_ENDS.split(plain[found.end() :])[0],
        )
        for end in (len(under), *(stop.start() for stop in reversed([*UNDER_END.finditer(under)]))):
            about = f"{before}. {under[end:]} {behind}"
            named = mentioned(about) or titled("", (text.content,)) or titled(context.heading, ())
            quantities = tuple(filter(is_quotient, named))
            phrase = " ".join(f"{over} divided by {under[:end].rstrip(' ,')}".split())
            formula = (
                in_families(phrase, quantities) if not DENIED.match(plain, found.end()) else ""
            )
            if formula:
                start = found.start()
                yield of_phrase(formula, text, start, found.end(), quantities, context)
                break


def is_quotient(quantity: Quantity) -> bool:
    """Whether it is one thing divided by another: no softmax of the logits divided by T."""
    form = quantity.forms[0]
    tree = form.family.tree(form.formula)
    return isinstance(tree, Binary) and tree.op == "/"


def of_added(text: Text, context: Context) -> Iterator[Claim]:
    """How many parameters LoRA is said to add: "it adds r × (d_in + d_out) parameters"."""
    here = replace(context, near=catalog().by_name[key("LoRA parameters")], leads=())
    for found in ADDED.finditer(text.content):
        group = found.lastgroup
        yield from of_formula(text, *found.span(group), here, latex=group == "math")


def named_phrase(
    plain: str, start: int, phrase: str, context: Context
) -> tuple[str, tuple[Quantity, ...]]:
    """What is computed in words, and what the words before or behind it name."""
    before = plain[max(0, start - NEAR) : start]
    if start and STATED.search(before[-LONGEST_LINK:]):
        return phrase, near_names(ARTICLE.sub("", before))
    if context.near and not start:
        return phrase, context.near
    lead = ARTICLE.sub("", before).rstrip()
    phrase, _, name = phrase.partition(" is ")
    if not name or (lead and lead[-1] not in SENTENCE_ENDS):
        return phrase, ()
    return phrase, quantities_named(CALLED_A.sub("", name))


def of_phrase(
    formula: str,
    text: Text,
    start: int,
    end: int,
    quantities: tuple[Quantity, ...],
    context: Context,
) -> Claim:
    """The claim of a formula that stands in words between two offsets."""
    return Claim(
        quantities, (), lex(formula)[:-1], False, text, start, end, start, True,
        around(text.content, start), context.quoted,
    )  # fmt: skip


def of_shares(text: Text, context: Context) -> Iterator[Claim]:
    """Shares in words: "recall is the fraction of actual positives that are found"."""
    plain = words(text.content)
    for share in shares(plain):
        first, last = share.name
        quantities = near_names(plain[max(first, last - NEAR) : last])
        counted = tuple(q for q in quantities if "confusion" in q.family_names)
        if counted:
            yield of_phrase(share.formula, text, share.start, share.end, counted, context)


def in_families(phrase: str, quantities: Sequence[Quantity]) -> str:
    """A phrase as a formula in the names of the quantities' families; "" if it is none."""
    families = dict.fromkeys(family for q in quantities for family in q.families)
    made = (in_signs(phrase, family.knows) for family in families)
    return next(filter(None, made), "")


def named_in_plain(plain: str, link: re.Match, context: Context) -> tuple[Context | None, int]:
    """What names the formula behind a link, and where its equation starts."""
    first = max(0, link.start() - NEAR)
    is_equal = link[0][0] in "=←≈" or "=" in link[0]
    reach = max(0, link.start() - LONGEST_LEFT)
    left = LEFT.search(plain, reach, link.start()) if is_equal else None
    if left and DERIVED.search(plain[first : left.start()]):
        head, _ = with_arguments(left[0].strip())
        near = catalog().by_name.get(key(f"{head}'"), ())
        return (replace(context, near=near), link.start()) if near else (None, 0)
    start = left.start() if left else link.start()
    last = start if is_equal else link.end()
    called = called_names(plain[max(0, start - 2 * NEAR) : last], context)
    itself = called_itself(plain, link, context) if left and not called else ()
    if left and not is_left(left[0].strip(), plain[max(0, left.start() - NEAR) : left.start()]):
        left = None
    if not left or not CALLED.search(left[0]):
        before = plain[first : link.start()]
        if near := near_names(before + (" = " if is_equal else " ")) or loss_named(before, context):
            near = tuple(dict.fromkeys((*near, *called, *itself)))
            return replace(context, near=near), link.start() if is_equal else link.end()
    if itself:
        return replace(context, near=itself), link.start()
    if called:
        here = replace(context, near=called, named_behind=True)
        return here, start if is_equal else link.end()
    if not left:
        near = opening_names(f"{sentence_before(plain, link.start())}:") if ":" in link[0] else ()
        return (replace(context, near=near), link.end()) if near else (None, 0)
    near = near_names(plain[max(0, left.start() - NEAR) : left.start()])
    return replace(context, near=near), left.start()


def called_itself(plain: str, link: re.Match, context: Context) -> tuple[Quantity, ...]:
    """What a left side of words is called where its topic is told: "Variance = p(1 − p)"."""
    return called_names(f"{plain[max(0, link.start() - 2 * NEAR) : link.start()]} = ", context)


def sentence_before(plain: str, end: int) -> str:
    """What a sentence says before a place in it; what is too long to name something is cut off."""
    before = plain[max(0, end - NEAR) : end]
    breaks = list(SENTENCE_BREAK.finditer(before))
    if breaks:
        return before[breaks[-1].end() :].lstrip()
    return before if end <= NEAR else ""


def loss_named(before: str, context: Context) -> tuple[Quantity, ...]:
    """The losses that the heading is about, where "the loss of one example" is one of them."""
    if not THE_LOSS.search(before):
        return ()
    return tuple(q for q in far_names(context.heading.rpartition(": ")[2], ()) if q.is_loss)


def is_left(name: str, before: str) -> bool:
    """Whether a symbol before an equals sign may stand for a quantity, by itself or in context."""
    if APPLIED.search(before) or (len(name) < 3 and before.rstrip()[-1:].isdigit()):
        return False
    last = before.split()[-1:]
    modifier = last[0].strip("*_,.:;").lower() if last else ""
    if modifier in MODIFIERS or modifier.startswith("top-"):
        return False
    is_word = len(name) > 3 and name.isalpha() and name[1:].islower()
    if is_word and last and last[0][-1].isalpha() and not is_neutral(last):
        return False  # the posterior variance
    if CONDITIONAL.fullmatch(name):
        return True
    name = name if name.isascii() else accented(name)
    head, arguments = with_arguments(name)
    return any(
        key(n) in catalog().by_name or key(n) in catalog().all_symbols
        for n in (name, head if arguments is not None else name)
    )


def accented(name: str) -> str:
    """A name as the lexer spells it: `hat x` for x̂."""
    try:
        return raw(lex(name)[:-1], spaces=True)
    except Unreadable:
        return name


def plain_end(content: str, plain: str, start: int) -> int:
    """Where a formula in prose ends."""
    at = start
    if cases := IN_WORDS.match(content, start):
        is_whole = cases[0].endswith("otherwise")
        return cases.end() if is_whole else plain_end(content, plain, cases.end())
    while at < len(plain):
        found = PLAIN_END.search(content, at)
        line = content.find("\n", at)
        stop = found.start() if found else len(content)
        if 0 <= line < stop:
            written = content[start:line]
            if written.count("(") <= written.count(")") and not JOINING.search(written):
                following = content[line + 1 : line + 4].lstrip()
                if following[:1] not in tuple("/+*×=−÷") or following[:2] == "**":
                    return line
            at = line + 1
            continue
        written = content[start:stop]
        inside = written.count("(") > written.count(")")
        if found and inside and (found[0][0] in ",:" or found[0].strip() in NO_END_INSIDE):
            at = found.end()
            continue
        return stop
    return len(content)


def of_table(block: Block, context: Context) -> Iterator[Claim]:
    """Rows with a name in one cell and its formula in another."""
    header = [words(cell.content) for cell in block.rows[0]] if block.rows else []
    plain = replace(context, heading="", leads=())
    for row in block.rows[1:]:
        if is_cut(row) or not any(operates(c.content) or may_compute(c.content) for c in row):
            continue
        first = [words(cell.content) for cell in row[:2]]
        named = next((q for cell in first if (q := quantities_named(cell))), ())
        called = called_names(f"{first[0]}:", context)
        near = tuple(dict.fromkeys((*named, *called)))
        here = replace(plain, near=near, named_behind=not named and bool(called))
        for number, cell in enumerate(row):
            if not cell.content or quantities_named(words(cell.content)):
                continue
            title = header[number] if number < len(header) else ""
            if in_column := of_column(title, first[0]):
                yield from of_cell(cell, replace(plain, near=in_column))
            elif not is_of_another(title, near):
                yield from of_cell(cell, here)


def is_cut(row: Sequence[Text]) -> bool:
    """Whether the bar of an absolute value has cut a formula of a row in two."""
    return any(cell.content.count("$") % 2 for cell in row)


def of_column(header: str, row: str) -> tuple[Quantity, ...]:
    """What a column says of the topic of a row: in "Variance" that of "Geometric(p)"."""
    called = catalog().by_call.get(key(header), ()) if header else ()
    return tuple(q for q in called if q.told.search(row.lower()))


def is_of_another(header: str, row: Sequence[Quantity]) -> bool:
    """Whether a column holds mistakes, or another formula than that of its row's quantity."""
    named = quantities_named(header)
    is_another = bool(named) and not any(quantity in row for quantity in named)
    return is_another or bool(MISTAKEN.search(header) or OTHER_COLUMN.search(header))


def of_cell(cell: Text, context: Context) -> Iterator[Claim]:
    if "\\|" in cell.content:
        norms = ESCAPED_NORM.sub(r" ‖\1 ‖", cell.content)
        cell = replace(cell, content=norms.replace("\\|", " |"))
    content = cell.content
    island = ISLAND.fullmatch(content)
    if island:
        group = next(name for name in ISLANDS if island[name] is not None)
        yield from of_formula(cell, *island.span(group), context, latex=group != "code")
    elif context.near and not any(mark in content for mark in "$`") and OPERATOR.search(content):
        yield from of_formula(cell, 0, len(content), context, latex=False)
    else:
        yield from of_prose(cell, context)


# -- what is quoted -------------------------------------------------------------------------------


def around(content: str, at: int) -> str:
    """The sentence that a formula stands in, and the end of the one before."""
    return content[max(0, at - NEAR) : at + NEAR]


def is_quoted(content: str, start: int, end: int, in_case: bool = False) -> bool:
    """Whether the sentence says that the formula is not the quantity.

    in_case: whether the quantity's formula may be that of one of its cases.
    """
    before = content[max(0, start - 2 * NEAR) : start]
    breaks = list(SENTENCE_BREAK.finditer(before))
    sentence = before[breaks[-1].end() :] if breaks else before
    following = SENTENCE_BREAK.search(content, end)
    behind = content[end : following.start() if following else end + NEAR][:NEAR]
    if not in_case and OF_A_CASE.match(content, end):
        return True
    next_one = content[following.end() : following.end() + NEAR] if following else ""
    if REFUTING.match(next_one) or TAKEN_BACK.match(next_one):
        return True
    return bool(
        NEGATED.search(sentence)
        or CALLED_WRONG.search(sentence + " " + behind)
        or SUPPOSED.search((ANY_IF if in_case else DEFINING_IF).sub(" ", words(sentence)))
    )
