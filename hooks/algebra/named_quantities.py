"""The quantities that words name: of a heading, before a formula, behind it, anywhere in a text."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from hooks.algebra.catalog import Quantity, catalog
from hooks.algebra.names import Openings, key
from hooks.algebra.quoting import NEAR, SENTENCE_BREAK
from hooks.language.wording import words
from hooks.pattern import Pattern

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
SPECIAL = Pattern(r"\b(?:if|when|where|not|un\w+|rel\w+|compar\w+|complement\w*|oppos\w+)\b", re.I)
FORMULA_OF = Pattern(
    r"\b(?:formula|definition|equation|expression|value|calculation)s?\s+(?:of|for)\b", re.I
)
PART_OF = Pattern(
    r"\b(?:of|between|from|vari(?:ant|ation)s? on|alternatives? to"
    r"|combin\w+|balanc\w+|using|both|than|trade\w*|average|mean|product|ratio)\b[^=]*$",
    re.I,
)
CASE = Pattern(r"(?:^|[,;:–—]\s)(?:for|with|under)\s[^,;:.=]*$", re.I)  # "for log loss, y − p"
# What makes the name behind it a part of something larger: 1 − recall, d/dx tanh(x), ln σ(x).
APPLIED = Pattern(
    r"(?:[\d)\]]\s*[-−–+*/×·÷^]|[∫∇√∂+×]|\b[d∂]\w?\s*/\s*[d∂]\s*\w+|∂\w?/∂\w+"
    r"|\b(?:log|ln|exp|sqrt|grad|gradient|arg\s?min|arg\s?max|d|Var|E)\s*\(?|∇_?\w+)\s*$"
)
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
OF_MANY = frozenset(
    "of for over on n m k values samples data points numbers observations a set sets query queries"
    " q examples items each sample size with standard deviation s σ independent".split()
)
LONGEST_OPENING = 16  # words
OWNING = ("'s", "’s")
CLAUSE_START = Pattern(r",\s*(?=(?:the|its|this|our|an?)\s*$)")  # "for a mean distance a, the"
# Names of what has another formula of something else: the standard error of a slope.
GENERAL = frozenset(
    ["standard error", "standard deviation", "sample mean", "sample variance", "expected value"]
)
ARTICLES = Pattern(r"^\W*(?:(?:the|an?)\s+)?", re.I)
POSSESSIVE = Pattern(r"['’]s\b(?<=[A-Z\d]..)")  # the LSTM's memory
ANYBODY = Pattern(r"['’]s\b(?<=\w..)")
PLURAL = Pattern(r"s\b(?<=[a-z]{3}[a-rt-z]s)")
LONGEST_NAME = 8  # words


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
    told = mentions().among(WORD.findall(words(text)))
    return tuple(dict.fromkeys(q for name in told for q in about.get(name, ())))


def called_in(text: str) -> Iterator[Quantity]:
    """The quantities that a text calls by what they are called where their topic is told."""
    by_call = catalog().by_call
    for name in calls().among(WORD.findall(POSSESSIVE.sub("", text))):
        yield from by_call.get(name, ())


@cache
def mentions() -> Openings:
    """What words open that may be the first of a quantity's name."""
    return Openings(catalog().spellings, may_start)


@cache
def calls() -> Openings:
    """The same of what a quantity is called where its topic is told."""
    starts = catalog().call_starts
    return Openings(catalog().spellings, lambda word: word.lower() in starts)


def singular(text: str) -> str:
    """A text with one of each and nobody's: "odds ratio" for "odds ratios", "Welch"."""
    return PLURAL.sub("", ANYBODY.sub("", text))


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
    link = plain[len(bare) :]
    if link.startswith(",") and CASE.search(bare):
        return ()
    is_equal = "=" in link
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
            is_unit = count == 1 and len(run[-1]) < 3 and before.rstrip()[-1:].isdecimal()
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


def sentence_before(plain: str, end: int) -> str:
    """What a sentence says before a place in it; what is too long to name something is cut off."""
    before = plain[max(0, end - NEAR) : end]
    breaks = list(SENTENCE_BREAK.finditer(before))
    if breaks:
        return before[breaks[-1].end() :].lstrip()
    return before if end <= NEAR else ""
