"""Quantities that follow from others which a sentence gives by name: "DCG 4.1, ideal DCG 5, so
NDCG is 0.82", "MSE 320, RMSE 17.9", "quartiles 4.25 and 7.5, IQR 3.25".

Each is read as a calculation of the numbers with the result beside it. A sentence that gives a
name twice compares cases, and nothing is said of it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from hooks.calculation.claims import Chain, Member
from hooks.calculation.quantity import Quantity, significant_digits
from hooks.calculation.spoken import number
from hooks.calculation.tree import Binary, Call, Node, Number
from hooks.language.sentences import Sentence, sentences
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import record

Tree = Callable[..., Node]
ONE = Number(Quantity.of(1))
TWO = Number(Quantity.of(2))
LINK = "is|was|are|of|becomes|gives|comes to|the|then|thus|so|hence|about|only|just|≈|=|:|→"
VALUE = (
    rf"[\s*_)]*(?:\([^()\d]{{1,20}}\)\s*)?(?:(?:{LINK})\s*){{0,3}}"
    r"(?P<value>(?<![\d.,])[+−-]?\d+(?:,\d{3})*(?:\.\d+)?(?:\s?%)?)"
)


def root(value: Node) -> Node:
    return Call("sqrt", (value,))


def square(value: Node) -> Node:
    return Binary("^", value, TWO)


def ratio(above: Node, below: Node) -> Node:
    return Binary("/", above, below)


def less(value: Node, other: Node) -> Node:
    return Binary("−", value, other)


def rest(value: Node) -> Node:
    return less(ONE, value)


def inflation(value: Node) -> Node:
    return ratio(ONE, rest(value))


def inverse(value: Node) -> Node:
    return ratio(ONE, value)


def twice(value: Node) -> Node:
    return Binary("×", TWO, value)


def twice_beyond_one(value: Node) -> Node:
    return less(twice(value), ONE)


def name(written: str) -> Pattern:
    return Pattern(rf"(?<![\w²-])(?:{written}){VALUE}", re.I)


NAMES = {
    "NDCG": name(r"n-?dcg(?:@\d+)?|normali[sz]ed dcg"),
    "DCG": name(r"(?<!ideal )dcg(?:@\d+)?"),
    "IDCG": name(r"i-?dcg(?:@\d+)?|ideal(?: dcg)?(?:@\d+)?"),
    "MSE": name(r"mse|mean squared error"),
    "RMSE": name(r"rmse|root mean squared error"),
    "bias": name(r"(?<!squared )bias"),
    "bias²": name(r"bias²|bias\^2|squared bias"),
    "R²": name(r"r²|r\^2"),
    "tolerance": name(r"tolerance"),
    "VIF": name(r"vif"),
    "TPR": name(r"tpr"),
    "FPR": name(r"fpr"),
    "J": name(r"j|youden(?:['’]s)?(?: j| index)?"),
    "AUC": name(r"(?<!pr )(?:auc|auroc)"),
    "Gini": name(r"gini(?: coefficient| index)?"),
    "gain": name(r"(?:information )?gain"),
    "split info": name(r"(?:split(?:ting)? info(?:rmation)?|intrinsic (?:value|information))"),
    "gain ratio": name(r"(?:gain )?ratio"),
}  # fmt: skip


@record
class Law:
    """How one quantity follows from others.

    cues: of which one stands in a text that names it, in lower case.
    """

    target: str
    inputs: tuple[str, ...]
    tree: Tree
    cues: tuple[str, ...]


LAWS = (
    Law("NDCG", ("DCG", "IDCG"), ratio, ("dcg",)),
    Law("RMSE", ("MSE",), root, ("rmse",)),
    Law("bias²", ("bias",), square, ("bias²", "bias^2", "squared bias")),
    Law("tolerance", ("R²",), rest, ("tolerance",)),
    Law("VIF", ("R²",), inflation, ("vif",)),
    Law("VIF", ("tolerance",), inverse, ("vif",)),
    Law("J", ("TPR", "FPR"), less, ("tpr",)),
    Law("Gini", ("AUC",), twice_beyond_one, ("auc",)),
    Law("gain ratio", ("gain", "split info"), ratio, ("split", "intrinsic")),
)
CUES = sorted({cue for law in LAWS for cue in law.cues})
PROSE = ("paragraph", "item")
# What makes a number part of something else.
GOES_ON = Pattern(
    r"\d|[.,]\d|\s?(?:[-–/×^*+−%±]|·\s?[\d(]|·\S)|\s+(?:times|percent|points?|out|in|per|of)\b"
)
NEAR = 140  # characters from the first to the last of the quantities
# Where a quantity is not that of the others.
COMPARES = Pattern(
    r"\b(?:not|vs\.?|versus|instead|compared|before|after|baseline|adjusted|wished|target|goal"
    r"|respectively|if|would|threshold|limit|above|below|at least|at most|per[- ]\w+|macro"
    r"|average[ds]?|mean (?!squared)|(?:models?|classifiers?|systems?|runs?|sets?) \w)\b|→|->",
    re.I,
)

SUBJECT = Pattern(r"\W*(?:(?:so|thus|then|hence|therefore|and|the|its|their)\W+)*", re.I)
QUOTED = Pattern(r"\W*[\"“„«]")


@record
class Named:
    """A quantity's only value in a passage: where it stands, with its name."""

    number: Number
    sentence: Sentence
    place: int
    start: int
    end: int


def named(page: Question) -> Iterator[Chain]:
    """The quantities of a page that follow from others beside them."""
    if not any(cue in page.lower for cue in CUES):
        return
    for passage in passages(page):
        said = " ".join(sentence.lower for sentence in passage)
        laws = [law for law in LAWS if any(cue in said for cue in law.cues)]
        if laws and not any(is_quoted(sentence) for sentence in passage):
            yield from in_passage(passage, laws)


def passages(page: Question) -> Iterator[list[Sentence]]:
    """The sentences with numbers of each paragraph, and of each list."""
    told = (one for one in sentences(page) if one.has_digit and one.block.kind in PROSE)
    for _, group in groupby(told, key=lambda one: (one.block.section, passage_of(one))):
        yield list(group)


def passage_of(sentence: Sentence) -> int:
    """What the sentences of one paragraph, or of items without a gap between them, have alike."""
    block = sentence.block
    return -1 if block.kind == "item" else block.line


def is_quoted(sentence: Sentence) -> bool:
    return sentence.is_of_mistakes or bool(QUOTED.match(sentence.text.content))


def in_passage(passage: Sequence[Sentence], laws: Sequence[Law]) -> Iterator[Chain]:
    found: dict[str, Named | None] = {}
    for law in laws:
        for name in (law.target, *law.inputs):
            if name not in found:
                found[name] = only_value(passage, NAMES[name])
        given = [found[name] for name in (law.target, *law.inputs)]
        if None in given or not are_of_one_case(passage, given):
            continue
        target, *inputs = given
        tree = law.tree(*(as_rounded(one.number) for one in inputs))
        yield chain(target.sentence, tree, target.number)


def only_value(passage: Sequence[Sentence], pattern: Pattern) -> Named | None:
    """The value of what is named once in a passage."""
    found = [(at, one) for at, said in enumerate(passage) for one in pattern.finditer(said.plain)]
    if len(found) != 1:
        return None
    place, match = found[0]
    sentence = passage[place]
    if GOES_ON.match(sentence.plain, match.end()):
        return None
    text = match["value"].lstrip("+").replace("−", "-")
    value = number(text, match.end() - len(text))
    return value and Named(value, sentence, place, match.start(), match.end())


def are_of_one_case(passage: Sequence[Sentence], given: Sequence[Named]) -> bool:
    """Whether quantities stand close together, and nothing says that they are of two cases."""
    first, last = min(given, key=place_of), max(given, key=place_of)
    if first.place == last.place:
        between = first.sentence.plain[first.start : last.end]
        return len(between) <= NEAR and not COMPARES.search(between)
    is_list = first.sentence.block.kind == "item"
    later = [one for one in given if is_list or one.place > first.place]
    whole = [sentence.plain for sentence in passage[first.place + 1 : last.place]]
    parts = [first.sentence.plain[first.start :], *whole, last.sentence.plain[: last.end]]
    between = "\n".join(parts)
    return all(map(is_subject, later)) and len(between) <= NEAR and not COMPARES.search(between)


def is_subject(one: Named) -> bool:
    """Whether a sentence or item is about a quantity, and not about a case that has it."""
    return bool(SUBJECT.fullmatch(one.sentence.plain[: one.start]))


def place_of(one: Named) -> tuple[int, int]:
    return one.place, one.end


def as_rounded(value: Number) -> Number:
    """The same as a number of another calculation, that may be rounded."""
    if significant_digits(value.quantity.text) < 2:
        return value  # 0.8 is a premise
    return Number(value.quantity, value.start, value.start)


def chain(sentence: Sentence, tree: Node, result: Number) -> Chain:
    text, at = sentence.text, result.start
    members = (Member(tree, "", text, at), Member(result, "=", text, at))
    return Chain(members, text, at, result.end)
