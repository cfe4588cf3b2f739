"""Relations: a quantity, how texts say it, and what it follows from.

A relation is data: the words for its result and for its givens, and a function. Patterns are
regular expressions in which a space stands for any space and

    #    for a number: 12, 1,200, 0.05, 5 %, 1/20, 7B, 3.2 million
    @    for a number or a numeral: 3, three
    [#]  for a list of numbers: "3, 2, 0 and 1", `[3, 2, 0, 1]`, (3,2)
    [points]  for points, as one list of their coordinates: "(1, 2), (2, 3) and (3, 7)"
    [time]  for a duration, in seconds: 20 ms, 3.5 hours
    [data]  for an amount of data, in bytes: 16 GB, 512 KiB
    [speed]  for data a second: 2 TB/s
    " ?" for spaces or none

Each may be a named given: <sides>@. A given's pattern that begins with | is that of the heading of
a table's column or row with its numbers. The result's pattern is a name ("standard deviation",
"mean of <n>@ trials"), behind which "of the number of clicks is about 1.6" is read, or it holds the
sign of the result itself, without a name. All other givens are looked for in the smallest part of
the page around the result that states all of them. The result is right if it follows from any
choice of givens on the page, and wrong if it follows from none and those nearest to it leave no
choice.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from inspect import signature
from itertools import accumulate, islice, product
from math import isfinite

from hooks.calculation.quantity import Quantity, shown, shown_percent, significant_digits
from hooks.calculation.units import unit_named
from hooks.language.held import Held, held_on
from hooks.language.literals import holds, needs
from hooks.language.sentences import sentences
from hooks.language.wording import JOINER
from hooks.page import RECENT, Question
from hooks.pattern import Pattern
from hooks.quantities.columns import Column
from hooks.quantities.links import plainly, widened
from hooks.quantities.siblings import is_of_several_columns, is_of_sibling
from hooks.record import cached_property, record, replace
from hooks.worked.facts import (
    DECIMAL,
    HEDGE,
    WHOLE,
    Fact,
    Judgment,
    Passage,
    chain,
    first_member,
    fits,
    is_computed,
    of_sentence,
    passages,
    places,
    quantity_of,
)
from hooks.worked.stated import BOUND, COUNT_WORDS, NUMERAL

Value = Fraction | float | None
Given = Fact | tuple[Fact, ...]

MOST_CHOICES = 400  # of givens that are tried for one result
MOST_FACTS = 24  # of one given on a page
LONGEST_LIST = 40
LONGEST_PASSAGE = 2000
SCALES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "b": 9, "bn": 9, "billion": 9}
SCALES |= {"t": 12, "trillion": 12}
SCALE = r"(?:\s?(?:k|K|M|B|bn|T)\b|[\s-](?:thousand|million|billion|trillion)\b)"

START = rf"(?<![\w.,/^±{JOINER}])(?<!±\s)(?<![\w)]-)"
END = r"(?![\d/⁰¹²³⁴-⁹]|[.,]\d|\s?\^|\s*[×·]\s*10\s*[\^⁻⁰-⁹])"
POWER = r"\s*[×·]\s*10\s*(?:\^\s*[-−]?\d{1,3}|[⁻⁰¹²³⁴-⁹]{1,4})"
ONE_IN = rf"(?<![\d.,]\d)\s+(?:in|out\s+of)\s+(?:every\s+)?(?!(?:19|20)\d\d\b){WHOLE}"
NUMBER = rf"{START}[-−]?{DECIMAL}(?:\s*\\?%|{SCALE}|{POWER}|\s?/\s?{DECIMAL}|{ONE_IN})?{END}"
NUMERALS = rf"\b(?:{COUNT_WORDS})\b"
COUNT = rf"(?:{NUMBER}|{NUMERALS})"
TIGHT = rf"[\[({{]\s*[-−]?[\d.]+(?:,[-−]?[\d.]+){{1,{LONGEST_LIST}}}(?=\s*[\])}}])"
LIST = (
    rf"(?:{TIGHT}|[\[({{]?\s*{NUMBER}"
    rf"(?:\s*(?:[,;]|→|,?\s+and\b|,?\s+then\b)\s*{NUMBER}){{1,{LONGEST_LIST}}})"
)
POINT = r"[(\[]\s*[-−]?[\d.]+(?:\s*,\s*[-−]?[\d.]+){1,5}\s*[)\]]"
POINTS = rf"{POINT}(?:(?:\s*,?\s*and\s*|\s*[,;]?\s*)(?:[A-Z]\s?=?\s?)?{POINT}){{1,{LONGEST_LIST}}}"
UNITS = {
    "speed": r"[kKMGTP]i?B(?:/s(?:ec(?:ond)?)?| per second)",
    "time": r"(?:[nmuµμ]s|(?:milli|micro)?sec(?:ond)?s?|s|min(?:ute)?s?|h|hr|hours?|days?|weeks?)",
    "data": r"(?:[kKMGTP]i?B|bytes?)",
}
MEASURED = {kind: rf"{NUMBER}[\s-]?{unit}(?![\w/])" for kind, unit in UNITS.items()}
SIGNS = Pattern(r"(?:<(?P<given>\w+)>)?(?P<sign>\[(?:#|points|time|data|speed)\]|[#@])| \??")
UNIT = Pattern(rf"[\s-]{{0,2}}(?P<unit>{'|'.join(UNITS.values())})(?![\w/])")
UNITED = Pattern(rf"(?P<digits>.*\d){UNIT.pattern}")
OPERATES = Pattern(r"\s*(?:[*·÷^]|\\cdot|[+−]\s*[\d(]|\s-\s\d)")
GOES_ON = Pattern(
    r"\(\s*(?:\d|ln|log|√)|\s*(?:[×·*÷^√]|\\?(?:ln|log)(?![a-z])|\\(?:cdot|times)|[+/−–-]\s*[\d(√]|[=≈]\s*[\d(]|\+)"
)
SIZED = Pattern(r"([\d.]{1,8})\s*[×x]\s*\1(?:\s*[×x]\s*\d{1,4})?(?![\d×x.,]\d|\s*=)")
ONE = Pattern(NUMBER)
MULTIPLIED = Pattern(r"\d\s*[×·*÷/]\s*$")
ELEMENT = Pattern(r"[-−]?[\d.]+")
TIGHTLY = Pattern(r"[\[({]\s*[-−\d.,]+$")
EQUALS = Pattern(r"=\s*$")
OPERATOR = Pattern(r"\s*[+−×·*÷-]\s*[\d(]")
SCALED = Pattern(rf"(?P<digits>.*\d)(?P<scale>{SCALE})$")

TAIL = (
    r"(?:\s*\([^()\d]{1,40}\))?(?:,?\s+(?!(?:is|was|are|of|and|or|but|not|if|would|equals)\b)"
    r"[“\"'*_]*[A-Za-z][\w'’”\"/-]*|\s+of(?=\s+[A-Za-z“\"])"
    r"|\s+(?:with|for|at|over|on|after|top|first|from|in)\s+\d[\d.,]*(?:\s*%)?(?=\s+[A-Za-z]))*?"
)
TAIL = rf"(?:{TAIL}){{0,1}}(?:\s*\([^()\d]{{1,40}}\))?"
LINK = (
    r"\s*,?\s*(?:(?:\b(?:is|was|are|equals|being|becomes|has|of|at|gives|yields"
    r"|(?:would|will|should)\s+be|comes\s+(?:out\s+)?(?:at|to|as)|works\s+out\s+(?:at|to|as)"
    r"|amounts\s+to|turns\s+out\s+to\s+be|evaluates\s+to)\b"
    r"|[=≈:→|\n]|[–—](?=\s))\s*)"
    r"(?:[=≈]\s*)?(?:(?:then|thus|therefore|hence|only|just|exactly|now|already|equal\s+to|simpl"
    rf"y|the|a)\s+){{0,3}}"
    rf"(?P<hedge>{HEDGE}\s*|≈\s*)?"
)
CURRENCY = r"(?:\b(?:US|USD|EUR|GBP)\s?)?(?:[€£¥]\s?|\\\s)?"
# Before a result's name; in "RMSE/MAE = 1.33" and "1/VIF = 0.25" it takes part in a calculation.
FREE = r"(?<![\w^\\/÷√])(?<![\d)][·×*])(?<![\d)]\s[·×*/÷]\s)"
# Between a given's name and its number, in a sentence or in the next cell: "of", "is", ":", "=".
IS = r"(?:\s*(?:[=≈:→]|\b(?:is|of|was|are|has|at|equals|about|only|an?)\b)){0,3}\s*"
CALCULATION = r"(?=\s*(?:[-−]?\s*[\d.(]|\\(?:[dt]?frac|sqrt|left|log|ln)|√|log|sqrt\())"
BEFORE = Pattern(
    r"\b(?:not|than|instead\s+of|rather\s+than|isn['’]t|never)\s+(?:[^\W\d]\w*\s+){0,2}$", re.I
)

IF = Pattern(r"\b(?:if|unless|whether)\s+(?:\w+\s+){1,5}(?:is|are|was|were|has|had|of)\s+$", re.I)


@record
class Relation:
    """A quantity that follows from others.

    name: what messages call it. result: how texts say it. givens: how texts say what it follows
    from, by the parameters of `value`; those with a default need not be stated. value: of these
    values; a list for several that are right; None where it does not apply. formula: for messages.
    needs: what the page must hold, in lower case, one alternative of each `a|b`; the first of them
    stands in the result's passage. examples: texts that state it rightly, the result in «». exact:
    counts that nobody rounds. unit: "time" or "data" if a name's result has one. bound: the result
    is the most or the least that there can be, and "at most" before it is a part of its name.
    bare: only a plain number is a claim, as many things have such a quantity, and a calculation
    shows givens of its own. nominal: the givens are as they are named, not rounded: "99.9 %".
    weak: what it calls right may still be wrong by another relation, which has more givens.
    several: as many choices of givens may stand around a result that follows from none.
    near: the givens stand in the result's paragraph or the list behind it, and its section has
    no others.
    close: the result has a name that much else has, and what the relation needs stands in its own
    block or the paragraph before its list.
    unless: what the result's passage must not hold. absent: what its paragraph or list must not.
    local: givens that the result's own sentence states are meant, whatever else the page states.
    alone: nothing but the result's own sentence states them.
    calculated: a calculation behind the result's words that gives another value is wrong, too.
    spelled: givens may stand in sentences without digits: "Roll two dice."
    """

    name: str
    needs: tuple[str, ...]
    result: tuple[str, ...]
    givens: dict[str, tuple[str, ...]]
    value: Callable[..., Value | list[Value]]
    formula: str
    examples: tuple[str, ...]
    exact: bool = False
    unit: str = ""
    bound: bool = False
    bare: bool = False
    close: bool = False
    near: bool = False
    nominal: bool = False
    unless: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    local: bool = False
    alone: bool = False
    weak: bool = False
    several: int = 1
    calculated: bool = False
    spelled: bool = False

    @cached_property
    def gates(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(part.split("|")) for part in self.needs)

    @cached_property
    def results(self) -> tuple["Saying", ...]:
        return tuple(result_pattern(one) for one in self.result)

    @cached_property
    def patterns(self) -> dict[str, tuple["Saying | Column", ...]]:
        unknown = set(signature(self.value).parameters) ^ set(self.givens)
        assert not unknown, f"{self.name}: {unknown} is not both a given and a parameter"
        return {name: tuple(map(source, said)) for name, said in self.givens.items()}

    @cached_property
    def defaults(self) -> dict[str, Quantity]:
        """What givens are that a page does not state."""
        known = signature(self.value).parameters
        return {
            name: Quantity.of(one.default)
            for name, one in known.items()
            if one.default != one.empty
        }

    @cached_property
    def quick_gates(self) -> list[tuple[str, ...]]:
        """The gates, those first that the fewest pages pass."""
        return sorted(self.gates, key=len)

    def may_be_on(self, held: Held) -> bool:
        """Whether a page may state it."""
        for gate in self.quick_gates:  # the first look at each relation for each page: quick
            for said in gate:
                if held[said]:
                    break
            else:
                return False
        return True

    def may_be_in(self, text: str) -> bool:
        return all(any(map(text.__contains__, gate)) for gate in self.gates)


def bare(*relations: Relation) -> tuple[Relation, ...]:
    """The same relations for plain numbers alone."""
    return tuple(replace(relation, bare=True) for relation in relations)


def source(said: str) -> "Saying | Column":
    """Where a given stands: in sentences or, behind a |, in a column."""
    return Column(said[1:].strip()) if said.startswith("|") else pattern(widened(said))


def result_pattern(said: str) -> "Saying":
    if any(not sign["given"] and sign["sign"] for sign in SIGNS.finditer(said)):
        return pattern(said)
    name = SIGNS.sub(sign_pattern, said)
    behind = rf"(?P<tail>{TAIL}){LINK}{CURRENCY}(?P<at>){CALCULATION}"
    return Saying(said, rf"{FREE}(?<!\^[{{(−\s-])(?<!\^\s[−-])(?:{name})(?!\w){behind}")


def pattern(said: str) -> "Saying":
    """A pattern with # and @ as a regular expression whose group `value` is the number."""
    return Saying(said, SIGNS.sub(sign_pattern, said))


class Saying(Pattern):
    """The regular expression of a pattern; a text without its letters is not searched."""

    def __init__(self, said: str, pattern: str):
        super().__init__(pattern, re.I)
        self.said = said

    @cached_property
    def needs(self) -> list[list[str]]:
        plain = SIGNS.sub(" ", self.said)
        parts = () if "(?P<" in plain else needs(plain, lambda _: ())
        return [[one.lower() for one in part] for part in parts if all(map(str.isascii, part))]

    def may_be_in(self, text: str) -> bool:
        """Whether a text in lower case holds its letters."""
        return holds(text, self.needs)


def sign_pattern(sign: re.Match[str]) -> str:
    match sign["sign"]:
        case None:
            return r"\s*" if sign[0] == " ?" else r"\s+"
        case "[#]":
            return f"(?P<{sign['given'] or 'list'}>{LIST})"
        case "[points]":
            return f"(?P<{sign['given'] or 'list'}>{POINTS})"
        case "#":
            return f"{CURRENCY}(?P<{sign['given'] or 'value'}>{NUMBER})"
        case "[time]" | "[data]" | "[speed]":
            return f"(?P<{sign['given'] or 'value'}>{MEASURED[sign['sign'][1:-1]]})"
        case _:
            return f"(?P<{sign['given'] or 'value'}>{COUNT})"


# -- results --------------------------------------------------------------------------------------


@record
class Result:
    """What a page says a relation's quantity is; `own`: the givens that the same words state;
    `span`: where those words stand in the passage."""

    fact: Fact
    own: dict[str, Given]
    span: tuple[int, int]


def judgments(page: Question, relations: Sequence[Relation]) -> Iterator[Judgment]:
    """The results on a page that follow from what it states, or should.

    What follows by one relation is right, whatever others say.
    """
    found: dict[tuple[int, int], Judgment] = {}
    held = held_on(page)
    likely = [relation for relation in relations if relation.may_be_on(held)]
    for relation in sorted(likely, key=lambda relation: relation.weak):
        for judgment in judgments_by(relation, page):
            at = judgment.fact.position
            is_better = judgment.right and not relation.weak
            if at not in found or (is_better and not found[at].right):
                found[at] = judgment
    return iter(found.values())


def judgments_by(relation: Relation, page: Question) -> list[Judgment]:
    """Those by one relation; what its section says rightly, it may say of other things, too,
    unless one sentence states the result and all that it follows from."""
    made = [one for result in results_on(page, relation) for one in judged(result, relation, page)]
    if not relation.bare:
        return made
    said_rightly = {one.fact.passage.place[0] for one in made if one.right}
    return [
        one
        for one in made
        if one.right or one.fact.passage.place[0] not in said_rightly or is_of_one_sentence(one)
    ]


def is_of_one_sentence(judgment: Judgment) -> bool:
    return all(given.passage is judgment.fact.passage for given in judgment.givens)


def results_on(page: Question, relation: Relation) -> Iterator[Result]:
    """What a page says that the relation's quantity is, each number once."""
    seen = set()
    for passage, lower in with_one_of(page, relation.gates[0]):
        if any(word in lower for word in relation.unless):
            continue
        for result in results_in(passage, relation):
            fact = result.fact
            if fact.position in seen or is_of_a_reference(fact):
                continue
            if relation.bound or not is_bounded(fact):
                seen.add(fact.position)
                yield result


def with_one_of(page: Question, words: Sequence[str]) -> list[tuple[Passage, str]]:
    """The passages that hold one of some words, each with its text in lower case on one line."""
    held, told = held_on(page), told_on(page)
    holding = {index for word in words if held[word] for index in told[word]}
    return [told.passages[index] for index in sorted(holding)]


class Told(dict[str, list[int]]):
    """The passages that people can read, and for each word that was looked for which hold it."""

    def __init__(self, page: Question):
        read = plain_passages(page)
        short = (passage for passage in read if len(passage.plain) <= LONGEST_PASSAGE)
        self.passages = [(passage, passage.lower.replace("\n", " ")) for passage in short]
        lengths = (len(lower) + 1 for _, lower in self.passages)
        self.starts = list(accumulate(lengths, initial=0))  # the last is the end of the text
        self.text = "\n".join(lower for _, lower in self.passages)

    def __missing__(self, word: str) -> list[int]:
        """One search in a text of all of them costs less than one in each."""
        found = self[word] = []
        at = self.text.find(word)
        while at >= 0:
            found.append(bisect_right(self.starts, at) - 1)
            at = self.text.find(word, self.starts[found[-1] + 1])
        return found


told_on = lru_cache(maxsize=RECENT)(Told)


@lru_cache(maxsize=RECENT)
def plain_passages(page: Question) -> tuple[Passage, ...]:
    """The passages of a page, with the links between names and numbers that tables know."""
    written = passages(page)
    lengths = [len(one.plain) + 1 for one in written]
    text = plainly("\0".join(one.plain for one in written))  # one search costs less than many
    starts = accumulate(lengths, initial=0)
    read = [text[at : at + length - 1] for at, length in zip(starts, lengths, strict=False)]
    return tuple(
        one if one.plain == plain else replace(one, plain=plain)
        for one, plain in zip(written, read, strict=True)
    )


def results_in(passage: Passage, relation: Relation) -> Iterator[Result]:
    for said in relation.results:
        for found in said.finditer(passage.plain) if said.may_be_in(passage.lower) else ():
            if is_not_meant(passage):
                return
            if "tail" in found.re.groupindex and is_of_a_case(found):
                continue
            is_other = is_of_its_error(found) or is_factor(found) or is_when(found)
            fact = None if is_other else result_fact(passage, found, relation)
            if fact and not (relation.bare and (is_of_another(found) or is_odd(fact, relation))):
                yield Result(fact, own_givens(passage, found, relation), found.span())


def is_of_a_case(found: re.Match[str]) -> bool:
    """Whether a name's number is that of a case or a symbol: "; for a", "of a point with a =."""
    is_case = A_CASE.search(found.string, 0, found.start())
    return bool(is_case or WITH_SYMBOL.search(found["tail"]))


def is_of_its_error(found: re.Match[str]) -> bool:
    """Whether a name's number is that of how it varies: "the standard error of the slope is"."""
    return "tail" in found.re.groupindex and bool(ERROR_OF.search(found.string[: found.start()]))


def is_factor(found: re.Match[str]) -> bool:
    """Whether a number says how many times a quantity grew: "the RMSE rises by a factor of 6"."""
    return "tail" in found.re.groupindex and bool(FACTOR.search(found["tail"]))


def is_when(found: re.Match[str]) -> bool:
    """Whether a number behind "at" only says when: "the Brier score at 3 months: …"."""
    if "tail" not in found.re.groupindex or " at" not in found[0]:
        return False
    behind = found.string[found.end("tail") : found.end()]
    return behind.strip().lower() == "at" and bool(WHEN.match(found.string, found.end()))


def is_of_another(found: re.Match[str]) -> bool:
    """Whether a name's number is that of something else: "an AUC of 0.2", "becomes 0.3"."""
    before = CLAUSES.split(found.string[: found.start()])[-1]
    if "tail" not in found.re.groupindex:
        return bool(VARIED.search(before))
    behind = found.string[found.end("tail") : found.end()]
    if PART_OF.search(before):
        return True
    general = A_KIND.search(before) and not OWNED.search(before) and behind.strip() == "of"
    strange = not TAIL_START.match(found["tail"]) or PRONOUN.search(found["tail"])
    is_varied = VARIED.search(before + behind) or CHANGED.search(behind)
    return bool(general or strange or is_varied)


def is_odd(fact: Fact, relation: Relation) -> bool:
    """Whether a count is written as a percentage or is below one: then it is something else."""
    return relation.exact and ("%" in fact.quantity.text or fact.value < 1)


CLAUSES = Pattern(r";|,? (?:so|thus|hence|therefore)\b")
A_CASE = Pattern(r"(?:^|[^\w\s]\s*)for\s+an?\s+$", re.I)  # "; for an advantage of 2 it is 2.4"
WITH_SYMBOL = Pattern(r"\b(?:with|for|where|if|when|at)\s+[A-Za-z]\s*$", re.I)
A_KIND = Pattern(r"(?:\ban?|\bany)\s+(?:\w+\s+)?$", re.I)
OWNED = Pattern(
    r"(?:[:—–,]|\b(?:has|have|had|gives?|gave|gets?|got|yields?|is|was|makes?|means|achieves?"
    r"|scores?|reach(?:es)?|obtains?|produces?|shows?|becomes|uses?|to|and)|(?:that|it"
    r"|this)['’]s)\s+(?:\w+\s+)?an?\s+(?:\w+\s+)?$",
    re.I,
)
DEFINES = Pattern(r"\s*(?:→|⇒|->|:\s|means\b|or\s+[\d.]+)")  # "AUC = 0.5 → random"
TAIL_START = Pattern(
    r"\s*\(|\W*(?:$|(?:of|for|in|on|at|with|over|per|to|from|between|by|under|after|here|then|so"
    r"|score"
    r"|value|therefore|thus|now|we)\b)",
    re.I,
)
ERROR_OF = Pattern(
    r"\b(?:errors?|deviation|variance|intervals?|derivative)\s+of\s+(?:the|its|this|an?|each)\s+$",
    re.I,
)
WHEN = Pattern(r"\d[\d,]*\s+(?:days?|weeks?|months?|years?|epochs?|steps?|iterations?)\b", re.I)
FACTOR = Pattern(r"\b(?:factor|multiple)\s*$", re.I)
PART_OF = Pattern(
    r"\b(?:errors?|deviation|variance|interval|square|root|log|logarithm|inverse|reciprocal"
    r"|derivative"
    r"|sum|mean|average|median|maximum|minimum|change|drop|rise|half|third|share|test"
    r"|value)\s+of\s+"
    r"(?:the|its|this|an?|each)\s+(?:\w+\s+)?$",
    re.I,
)
PRONOUN = Pattern(r"\b(?:it|they|we|you|which|that|who)\b", re.I)
VARIED = Pattern(
    r"\b(?:leav(?:e|ing)\s+out|had\s+we|swap\w*|(?<!\d\s)instead"
    r"|might|could|naive|naïve|in\s+production|another|other|competitor"
    r"|alternative\w*|unlike"
    r"|last\s+(?:year|quarter|month|week|time)|after\s+(?:the|an?|that|this)\s(?!softmax|update"
    r"|step|first|sigmoid|layer|clip)"
    r"|second\s+(?:model|list|query|user|ranker|system|group|one))\b",
    re.I,
)
CHANGED = Pattern(r"\b(?:rises?|falls?|drops?)\b", re.I)


def is_not_meant(passage: Passage) -> bool:
    return (
        passage.of_mistakes
        or passage.is_taken_back
        or passage.block.kind == "heading"
        or is_header(passage)
        or passage.plain.rstrip(' *_"”').endswith("?")
    )


def is_header(passage: Passage) -> bool:
    """Whether it names the columns of a table: "down per 30 days | per year"; a pair of cells may
    be a name and its number all the same."""
    is_first = passage.block.kind == "table" and not passage.place[-1]
    return is_first and len(passage.block.rows[0]) > 2


def result_fact(passage: Passage, found: re.Match[str], relation: Relation) -> Fact | None:
    """The number that a match claims: its own, or the last of the calculation behind it."""
    if "at" in found.re.groupindex:
        fact = last_of_chain(passage, found, relation.name)
        fact = measured(fact, relation.unit) if fact and relation.unit else fact
    else:
        fact = fact_of(passage, found, "value", relation.name)
    if fact and fact.end >= found.end() and goes_on(fact):
        fact = end_of_calculation(passage, fact) if relation.calculated else None
    if not fact or (fact.end >= found.end() and IS_REST.match(passage.plain, fact.end)):
        return None
    if relation.bare and DEFINES.match(passage.plain, fact.end):
        return None
    return fact


# What is left beside a quantity: "with int8 weights there are 15.5 GB left", "10 ms to spare".
IS_REST = Pattern(
    r"\s*(?:(?:is|are|stays?|remains?|of\s+\w+)\s+)?(?:left|free|spare|headroom|unused|to\s+spare"
    r"|remain(?:s|ing)?|still\s+available)\b",
    re.I,
)


def end_of_calculation(passage: Passage, first: Fact) -> Fact | None:
    """What a calculation that begins with a number comes to: 0.111 of "4/36 ≈ 0.111"."""
    whole = first_member(passage, first.start, first.name)
    members = whole and chain(passage, whole.end, first.name)
    if not members or goes_on(members[-1]):
        return None
    return replace(members[-1], rough=False)


def goes_on(fact: Fact) -> bool:
    """Whether a calculation goes on behind a number; 7×7 is a size."""
    behind = fact.passage.plain[fact.end : fact.end + 40]
    return bool(GOES_ON.match(behind)) and not SIZED.match(fact.written + behind)


def last_of_chain(passage: Passage, found: re.Match[str], name: str) -> Fact | None:
    rough = bool((found["hedge"] or "").strip("≈= "))
    number = ONE.match(passage.plain, found.end())
    if number and (scaled := SCALED.fullmatch(number[0])):
        return Fact(name, scaled_quantity(scaled), passage, *number.span(), rough)
    first = first_member(passage, found.end(), name)
    if not first:
        return None
    return [replace(first, rough=rough), *chain(passage, first.end, name)][-1]


def measured(fact: Fact, kind: str) -> Fact | None:
    """A fact with the unit behind it; None without one of that kind."""
    unit = UNIT.match(fact.passage.plain, fact.end)
    scale = unit and scale_of(unit["unit"], kind)
    if not scale:
        return None
    return replace(fact, quantity=times(fact.quantity, scale, unit[0]), end=unit.end())


def scale_of(name: str, kind: str = "") -> Fraction | None:
    """What a unit of a kind is in seconds or bytes; None for others."""
    name, kind = PER_SECOND.sub("", name), "data" if kind == "speed" else kind
    known = unit_named(name) or unit_named(name.lower()) or unit_named(f"{name.lower()}s")
    if not known or known.kind not in ((kind,) if kind else UNITS):
        return None
    return known.scale(1000)


PER_SECOND = Pattern(r"(?:/| per ).*")


def times(quantity: Quantity, scale: Fraction, unit: str) -> Quantity:
    low, high = quantity.low * scale, quantity.high * scale
    return Quantity(low, high, quantity.exact, quantity.text + unit)


def own_givens(passage: Passage, found: re.Match[str], relation: Relation) -> dict[str, Given]:
    """The givens that stand in a result's own words."""
    groups = [name for name in relation.givens if found.groupdict().get(name)]
    own = {name: given_of(passage, found, name) for name in groups}
    return {name: given for name, given in own.items() if given}


def is_bounded(fact: Fact) -> bool:
    """Whether a fact is no claim: "at least 5", "not 5", "if it is 5"."""
    plain = fact.passage.plain
    before = plain[max(0, fact.start - 80) : fact.start]
    return bool(BOUND.search(before) or BEFORE.search(before) or IF.search(before))


REFERENCES = (0, Fraction(1, 2), 1)  # values of random and of perfect models
OF_A_REFERENCE = Pattern(
    r"\b(?:random\w*|perfect\w*|chance|guess\w*|coin|would|best|worst|ideal\w*|useless|constant"
    r"|independent|identical|pure|every|always)\b",
    re.I,
)


def is_of_a_reference(fact: Fact) -> bool:
    """Whether a result is that of a random or a perfect model, not of the example."""
    return fact.value in REFERENCES and bool(OF_A_REFERENCE.search(fact.passage.plain))


def fact_of(passage: Passage, found: re.Match[str], group: str, name: str = "") -> Fact | None:
    start, end = found.span(group)
    quantity = number_quantity(found[group])
    rough = bool(ROUGH.search(passage.plain[max(0, start - 20) : start]))
    return Fact(name, quantity, passage, start, end, rough) if quantity else None


ROUGH = Pattern(rf"\b{HEDGE}\s*$", re.I)


def number_quantity(written: str) -> Quantity | None:
    """What `7B`, `3.2 million`, `5 %`, `1/20`, `three` claim."""
    written = written.replace(JOINER, "")
    if written.lower() in NUMERAL:
        return Quantity.of(NUMERAL[written.lower()], written)
    if scaled := SCALED.fullmatch(written):
        return scaled_quantity(scaled)
    if unit := UNITED.fullmatch(written):
        return united_quantity(unit)
    is_power = "10" in written and not written.isascii()
    return quantity_of("".join(written.split()) if is_power else written)


def united_quantity(found: re.Match[str]) -> Quantity | None:
    """20 ms, 16 GB: in seconds, in bytes."""
    base, scale = number_quantity(found["digits"]), scale_of(found["unit"])
    unit = found[0][len(found["digits"]) :]
    return times(base, scale, unit) if base and scale else None


def scaled_quantity(found: re.Match[str]) -> Quantity | None:
    """7B, 3.2 million: a number that was rounded to its last digit."""
    base = quantity_of(found["digits"])
    if base is None:
        return None
    scale = Fraction(10) ** SCALES[found["scale"].strip(" -\n").lower()]
    base = (
        base
        if not base.exact
        else Quantity(base.value - Fraction(1, 2), base.value + Fraction(1, 2), False, base.text)
    )
    return Quantity(base.low * scale, base.high * scale, False, found[0])


# -- givens ---------------------------------------------------------------------------------------


@lru_cache(maxsize=16 * RECENT)
def told(page: Question, said: Saying | Column, spelled: bool = False) -> tuple[Given, ...]:
    """What a page states in the words of a pattern: numbers, or lists of them."""
    if isinstance(said, Column):
        return tuple(islice(said.lists(page), MOST_FACTS))
    read = stating(page, spelled, AS_LIST in said.pattern)
    held = (passage for passage in read if said.may_be_in(passage.lower))
    found = (given for passage in held for given in told_in(passage, said))
    return tuple(islice(found, MOST_FACTS))


@lru_cache(maxsize=4 * RECENT)
def stating(page: Question, spelled: bool, several: bool) -> list[Passage]:
    """The passages that state what results follow from; several: those with lists of numbers."""
    read = plain_passages(page)
    read = (*read, *spelled_passages(page)) if spelled else read
    return [
        passage
        for passage in read
        if len(passage.plain) <= LONGEST_STATING
        and not passage.of_mistakes
        and (not several or SEVERAL.search(passage.plain))
    ]


@lru_cache(maxsize=RECENT)
def spelled_passages(page: Question) -> tuple[Passage, ...]:
    """The sentences without digits that hold a numeral: "Roll two dice."."""
    where = {id(block): place for block, place in places(page)}
    return tuple(
        of_sentence(sentence, where[id(sentence.block)])
        for sentence in sentences(page)
        if not sentence.has_digit
        and not sentence.words.isdisjoint(SEVERAL_WORDS)
        and id(sentence.block) in where
    )


LONGEST_STATING = 4000  # characters
AS_LIST = f"(?P<list>{LIST})"
SEVERAL_WORDS = frozenset(NUMERAL) - {"zero", "one"}


def told_in(passage: Passage, said: Saying) -> Iterator[Given]:
    for found in said.finditer(passage.plain):
        group = "list" if "list" in found.re.groupindex else "value"
        if found.end() > found.end(group) and IN_A_SECOND.match(passage.plain, found.end()):
            continue  # 50 items/s are no 50 items
        if given := given_of(passage, found, group):
            yield given


IN_A_SECOND = Pattern(r"\s?(?:/\s?|per\s+)(?:s|sec|seconds?)\b")
SEVERAL = Pattern(r"\d[%\s]*(?:[,;→]|and\b|then\b)\s*(?:and\s|then\s)?\s*[-−]?[\d.]")  # numbers


def given_of(passage: Passage, found: re.Match[str], group: str) -> Given | None:
    """The number of a match's group, or its numbers if it is a list."""
    start, end = found.span(group)
    numbers = list((ELEMENT if TIGHTLY.match(found[group]) else ONE).finditer(found[group]))
    if len(numbers) > 1 and " / " in found[group]:
        return None  # rows of a table: 30, 20 / 10, 40
    if len(numbers) > 1:
        return tuple(
            Fact("", quantity, passage, start + one.start(), start + one.end())
            for one in numbers
            if (quantity := number_quantity(one[0]))
        )
    goes_on = found.end() == end and OPERATOR.match(passage.plain, end)
    if goes_on and EQUALS.search(passage.plain[:start]):
        first = first_member(passage, start, "")
        return first and [first, *chain(passage, first.end, "")][-1]
    begins = start == found.start() and MULTIPLIED.search(passage.plain[max(0, start - 8) : start])
    if begins or (end == found.end() and OPERATES.match(passage.plain, end)):
        return None  # a part of a calculation
    return fact_of(passage, found, group)


def givens_on(page: Question, relation: Relation, result: Result) -> dict[str, list[Given]] | None:
    """All that a page states of each given, but for the result itself; None if one is missing."""
    givens: dict[str, list[Given]] = {}
    for name, patterns in relation.patterns.items():
        if name in result.own:
            givens[name] = [result.own[name]]
            continue
        stated = (one for said in patterns for one in told(page, said, relation.spelled))
        givens[name] = [one for one in stated if not overlaps(one, result.fact)]
        if not givens[name] and name in relation.defaults:
            at = result.fact.start
            givens[name] = [Fact(name, relation.defaults[name], result.fact.passage, at, at)]
        if not givens[name]:
            return None
    return givens


def overlaps(given: Given, result: Fact) -> bool:
    facts = given if isinstance(given, tuple) else (given,)
    return any(
        fact.passage is result.passage and fact.start < result.end and result.start < fact.end
        for fact in facts
    )


def judged(result: Result, relation: Relation, page: Question) -> Iterator[Judgment]:
    """The judgment on a result, if the page states what it follows from."""
    place = result.fact.passage.place
    if relation.absent and any(map(text_of(page, place[:4]).__contains__, relation.absent)):
        return
    givens = givens_on(page, relation, result)
    if givens is None:
        return
    if relation.local:
        givens = own_case(givens, result)
    choices = list(islice(product(*givens.values()), MOST_CHOICES))
    for choice in choices:
        if follows(result.fact, relation, choice):
            yield Judgment(result.fact, True, "", tuple(flat(choice)))
            return
    if len(choices) == MOST_CHOICES or (relation.bare and is_calculated(result.fact)):
        return
    choice = sole_choice(relation, givens, result, page)
    if choice is None or any(is_of_sibling(page, one, result.fact) for one in flat(choice)):
        return
    if not is_close_by(result.fact, list(flat(choice))):
        return
    if is_of_another_case(result.fact, list(flat(choice))):
        return
    if "%" in result.fact.quantity.text and is_no_share(relation, choice):
        return
    if any(is_beside_another(one, choice, result) for one in choice):
        return
    if is_of_several_columns(result.fact, list(flat(choice))):
        return
    if is_rescaled(relation, choice, result):
        return
    if is_of_another_size(relation, choice, result.fact) or has_own_size(result.fact, choice):
        return
    if text := explanation(relation, list(givens), choice, result.fact):
        yield Judgment(result.fact, False, text, tuple(flat(choice)))


def is_close_by(result: Fact, givens: Sequence[Fact]) -> bool:
    """Whether what a result should follow from stands in its own paragraph or list, or part of it
    does and the rest a few lines off, or all in one place there. What is sought further away, or
    here and there, is too often that of another case."""
    stated = [one for one in givens if one.start < one.end]  # the others are defaults
    places = [one.passage.place[:4] for one in stated]
    own, line = result.passage.place[:4], result.position[0]
    others = [one for one, place in zip(stated, places, strict=True) if place != own]
    is_near = all(abs(one.position[0] - line) <= FEW_LINES for one in others)
    return is_near and (len(others) < len(stated) or len(set(places)) < 2)


FEW_LINES = 6


def own_case(givens: dict[str, list[Given]], result: Result) -> dict[str, list[Given]]:
    """Those of the result's sentence, if it states each of them once."""
    own = {
        name: [one for one in found if start_of(one) is result.fact.passage]
        for name, found in givens.items()
    }
    is_case = all(len(set(map(values, found))) == 1 for found in own.values())
    return own if is_case else givens


def has_own_size(result: Fact, choice: Sequence[Given]) -> bool:
    """Whether its sentence states a size before a result, "8.4M in fp16", and no given."""
    passage = result.passage
    if any(one.passage is passage for one in flat(choice)):
        return False
    known = {one.value for one in flat(choice)}
    numbers = (found[0] for found in ONE.finditer(passage.plain, 0, result.start))
    sizes = (number_quantity(one) for one in numbers if SCALED.fullmatch(one))
    return any(size and size.value not in known for size in sizes)


def is_rescaled(relation: Relation, choice: Sequence[Given], result: Result) -> bool:
    """Whether a calculation begins with what follows: "in miles the slope is −3.35 · 1.609"."""
    first = RESCALED.match(result.fact.passage.plain, result.span[1])
    quantity = (
        number_quantity(first["value"]) if first and result.fact.start >= first.end() else None
    )
    return bool(quantity) and follows(replace(result.fact, quantity=quantity), relation, choice)


RESCALED = Pattern(rf"\s*(?P<value>[-−]?{DECIMAL})\s*[×·*/÷]\s*[\d(]")
FAR = 1500  # times as large, or as small: another quantity; slips of a percent or a kilo are less


def is_of_another_size(relation: Relation, choice: Sequence[Given], result: Fact) -> bool:
    """Whether a result and what its givens give are too far apart to be meant for each other."""
    made = outcomes(relation, [values(one) for one in choice])
    small = [one for one in made if 0 < abs(one) < 10**6]
    return (
        bool(made)
        and len(small) == len(made)
        and result.value != 0
        and all(not 1 / FAR < abs(result.value / one) < FAR for one in small)
    )


def is_of_another_case(result: Fact, givens: Sequence[Fact]) -> bool:
    """Whether a sentence changes the case: "with 5 instead it would be 2", "without the first"."""
    passage = result.passage
    if OTHER_DATA.search(passage.plain, 0, result.start):
        return True
    if not ANOTHER_CASE.search(passage.plain):
        return False
    known = [(f.start, f.end) for f in (result, *givens) if f.passage is passage]
    numbers = (found.span() for found in ONE.finditer(passage.plain))
    return any(all(end <= a or b <= start for a, b in known) for start, end in numbers)


OTHER_DATA = Pattern(
    r"\b(?:without\s+(?:the|it|that|this|those|them)|excluding|removing"
    r"|dropping(?!\s+(?:the\s+)?(?:first|one|a|last|reference)\s+(?:level|categor|column|dummy))"
    r"|leaving\s+out)\b|^\W*(?:there|elsewhere),?\s+(?:the|its)\b",
    re.I,
)
ANOTHER_CASE = Pattern(
    r"\b(?:instead(?! of)|if|were|(?<!per\s)(?<!each\s)(?<!\ba\s)second|another|otherwise)\b"
    r"|^\W*(?:with|for|at|on"
    r"|in)\b.*\bwould\b",
    re.I,
)


def is_calculated(fact: Fact) -> bool:
    """Whether a calculation gives a number, or is it."""
    is_power = re.fullmatch(NUMBER, fact.quantity.text) and SCIENTIFIC.search(fact.quantity.text)
    if is_computed(fact) and not is_power:
        return True
    before = CLAUSE.split(fact.passage.plain[: fact.start])[-1]
    return bool(GIVES.search(before)) and len(NUMBERED_PARTS.findall(before)) > 1


CLAUSE = Pattern(r"[:;](?=\s)|\.\s")  # 6·N·D = 1e21 has no givens of its own
NUMBERED_PARTS = Pattern(r"\d[\d.,]*")
SCIENTIFIC = Pattern(POWER)
GIVES = Pattern(
    r"(?:(?:[/×·*+÷−√]|\s-\s|(?<=\d)-)\s*\(?[\d.,%]+[)²\s%]*|[×·*÷/][^.;:]{0,40}"
    r"|\\[dt]?frac[^=≈]*)[=≈]\s*(?:about\s+)?$"
)


def is_no_share(relation: Relation, choice: Sequence[Given]) -> bool:
    """Whether nobody would write what a relation makes of givens as a percentage."""
    return all(value > 10 for value in outcomes(relation, [values(one) for one in choice]))


def is_beside_another(given: Given, choice: Sequence[Given], result: Result) -> bool:
    """Whether a result's sentence states another share, count or duration than the given one, which
    stands elsewhere: "we keep 20 %, which are 16,800 rows" above a table of other shares."""
    here = result.fact.passage
    if isinstance(given, tuple) or given.end == given.start or given.passage is here:
        return False
    kind = kind_of(given.quantity.text)
    return bool(kind) and any(
        kind_of(other.quantity.text) == kind for other in beside(result, list(flat(choice)))
    )


def beside(result: Result, used: Sequence[Fact]) -> Iterator[Fact]:
    """The numbers in a result's sentence that are no givens, do not stand in the result's words and
    are not said to be another quantity: "its mean is 10"."""
    passage, start = result.fact.passage, result.span[0]
    end = PAIRED.match(passage.plain, result.span[1]).end()
    known = {fact.value for fact in used} | {result.fact.value}
    for found in (UNITED_NUMBER if UNIT.search(passage.plain) else ONE).finditer(passage.plain):
        is_apart = found.end() <= start or end <= found.start()
        is_apart = is_apart and not NO_COUNT.match(passage.plain, found.end())
        other = fact_of(passage, found, 0) if is_apart else None
        if other and other.value not in known and not NAMED.search(passage.plain[: found.start()]):
            yield other


def kind_of(written: str) -> str:
    """What is counted: "%", "time", "count"; "" for a decimal number."""
    if unit := UNITED.fullmatch(written):
        return next(kind for kind, names in UNITS.items() if re.fullmatch(names, unit["unit"]))
    if "%" in written:
        return "%"
    return "" if INEXACT.search(written) else "count"


NO_COUNT = Pattern(r" ?[:·⋅] ?(?:1\b|[A-Z]\b)|(?<=\d:1)")  # the numbers of 1:1 and 6·N·D
UNITED_NUMBER = Pattern(rf"{NUMBER}(?:[\s-]?(?:{'|'.join(UNITS.values())})(?![\w/]))?")
PAIRED = Pattern(rf"(?:[\s,]*{NUMBER}\s*\))?")  # Beta(19, 301)
NAMED = Pattern(r"(?:\b(?:is|was|are)|[=:≈])\s*$")


def sole_choice(
    relation: Relation, givens: dict[str, list[Given]], result: Result, page: Question
) -> tuple[Given, ...] | None:
    """The givens of the smallest part around a result that has all and what the relation
    needs, if they leave no choice.

    Numbers to which the relation does not apply, a probability of 20, are none to choose from.
    """
    place = result.fact.passage.place
    if relation.alone and not relation.may_be_in(result.fact.passage.lower.replace("\n", " ")):
        return None
    if relation.close and not any(relation.may_be_in(text) for text in close_by(page, place)):
        return None
    depths = [1] if relation.near else range(len(place), 0, -1)
    for depth in [len(place)] if relation.alone else depths:
        near = [nearby(given, place[:depth]).values() for given in givens.values()]
        choices = [one for one in product(*near) if outcomes(relation, list(map(values, one)))]
        if choices and relation.may_be_in(text_of(page, place[:depth])):
            is_sole = len(choices) <= relation.several
            return choices[0] if is_sole and is_near(choices[0], relation, place) else None
    return None


def is_near(choice: Sequence[Given], relation: Relation, place: tuple[int, ...]) -> bool:
    """Whether givens stand in a result's paragraph, if they must."""
    return not relation.near or all(start_of(one).place[:4] == place[:4] for one in choice)


def close_by(page: Question, place: tuple[int, ...]) -> Iterator[str]:
    """The block at a place, and the paragraph before its list with it."""
    own, paragraph = text_of(page, place[:5]), text_of(page, (*place[:4], place[3]))
    return iter((own, f"{paragraph} {own}"))


@lru_cache(maxsize=16 * RECENT)
def text_of(page: Question, place: tuple[int, ...]) -> str:
    """What stands in a part of a page, at least one block, and in the heading above; lower case."""
    depth = min(len(place), 5)
    inside = [block for block, own in places(page) if own[:depth] == place[:depth]]
    texts = [block.section for block in inside[:1]] + [block.text.content for block in inside]
    return " ".join(texts).lower().replace("\n", " ")


def nearby(given: list[Given], place: tuple[int, ...]) -> dict[object, Given]:
    """Those that stand in a part of the page, by their values."""
    return {values(one): one for one in given if start_of(one).place[: len(place)] == place}


def start_of(given: Given) -> Passage:
    return (given[0] if isinstance(given, tuple) else given).passage


def values(given: Given) -> object:
    return tuple(f.value for f in given) if isinstance(given, tuple) else given.value


def flat(choice: Iterable[Given]) -> Iterator[Fact]:
    """The facts of a choice that are written on the page."""
    for one in choice:
        yield from one if isinstance(one, tuple) else (one,) if one.end > one.start else ()


# -- values ---------------------------------------------------------------------------------------


def follows(result: Fact, relation: Relation, choice: Sequence[Given]) -> bool:
    """Whether a result is what a relation makes of givens that may have been rounded."""
    claim = replace(result, quantity=claimed(result, relation), rough=False)
    made = [outcomes(relation, corner) for corner in corners(relation, choice)]
    made = [one for one in made if one]  # none at the end of "a probability of about 0.1" that is 0
    for numbers in zip(*made, strict=False):
        low, high = min(numbers), max(numbers)
        if relation.exact and claim.quantity.exact:
            if low <= claim.value <= high:
                return True
        elif fits(claim, low, high) and (not relation.nominal or is_near_one(claim, low, high)):
            return True
    return False


def is_near_one(claim: Fact, low: Fraction, high: Fraction) -> bool:
    """Whether what is missing to 1 is right, too, in numbers like 99.9 %."""
    if not Fraction(9, 10) < claim.value < 1 or not claim.value > 1 - 2 * (1 - low):
        return not Fraction(9, 10) < claim.value < 1
    stated = claim.quantity
    missing = replace(stated, low=1 - stated.high, high=1 - stated.low)
    return fits(replace(claim, quantity=missing), 1 - high, 1 - low)


def claimed(result: Fact, relation: Relation) -> Quantity:
    """What a result claims: a whole number from 10 on may be rounded, "about" is rough."""
    quantity = result.quantity
    if result.rough:
        return hedged(quantity)
    half = unit_of(quantity) / 2
    if relation.exact or not quantity.exact or abs(quantity.value) < 20 * half:
        return quantity
    return replace(quantity, low=quantity.low - half, high=quantity.high + half, exact=False)


def unit_of(quantity: Quantity) -> Fraction:
    """What the last digit counts: 1 for 12, 1/1000 for 12 ms; 0 for a calculation."""
    if not quantity.exact:
        return quantity.high - quantity.low
    digits = "".join(filter(str.isdigit, quantity.text))
    is_whole = digits and int(digits) and not INEXACT.search(quantity.text)
    return abs(quantity.value) / int(digits) if is_whole else Fraction(0)


INEXACT = Pattern(r"[./×·*+÷^%(\\]")


def hedged(quantity: Quantity) -> Quantity:
    """What "about 75 %" claims: a number that ends in 5 or 0 a twentieth more or less, any other
    the next one more or less."""
    digits = [character for character in quantity.text if character.isdigit()]
    unit = unit_of(quantity)
    is_round = digits and digits[-1] in "05" and len(digits) < 4
    most = max(Fraction(3, 5) * unit, abs(quantity.value) * Fraction(7, 20))  # "about 1" is not 2
    margin = abs(quantity.value) / 20 if is_round else min(Fraction(3, 2) * unit, most)
    low, high = quantity.value - margin, quantity.value + margin
    return Quantity(min(low, quantity.low), max(high, quantity.high), False, quantity.text)


def corners(relation: Relation, choice: Sequence[Given]) -> Iterable[tuple[object, ...]]:
    """The givens with all combinations of the ends between which rounded ones may lie."""
    if relation.nominal:
        return [tuple(map(values, choice))]
    return product(*map(ends, choice))


def ends(given: Given) -> list[object]:
    """The least and the largest value that a rounded given may have; lists are as written."""
    if isinstance(given, tuple):
        return [tuple(fact.value for fact in given)]
    quantity = given.claim if given.rough else given.quantity
    if quantity.exact or (not given.rough and significant_digits(quantity.text) < 3):
        return [quantity.value]
    return [quantity.low, quantity.value, quantity.high]


def outcomes(relation: Relation, arguments: Sequence[object]) -> list[Fraction]:
    """What the function gives, as fractions; nothing where it can't be computed."""
    try:
        made = relation.value(*arguments)
    except (ValueError, ZeroDivisionError, OverflowError, ArithmeticError, IndexError):
        return []
    several = made if isinstance(made, list) else [made]
    return [Fraction(one) for one in several if one is not None and isfinite(one)]


def explanation(
    relation: Relation, names: Sequence[str], choice: Sequence[Given], result: Fact
) -> str:
    """How a result is computed: "deviation = √(n·p·(1 − p)) = 2.53 for n = 40, p = 0.2"."""
    made = outcomes(relation, [values(one) for one in choice])
    if not made:
        return ""
    stated = ", ".join(f"{name} = {written(one)}" for name, one in zip(names, choice, strict=True))
    return f"{relation.name} = {relation.formula} = {like(made[0], result)} for {stated}"


def like(value: Fraction, result: Fact) -> str:
    """A value as the result is written: as a percentage, in milliseconds."""
    if "%" in result.quantity.text:
        return shown_percent(value)
    unit = UNITED.fullmatch(result.quantity.text)
    scale = unit and scale_of(unit["unit"])
    return f"{shown(value / scale)} {unit['unit']}" if scale else shown(value)


def written(given: Given) -> str:
    if isinstance(given, tuple):
        return f"({', '.join(fact.written for fact in given)})"
    return given.written
