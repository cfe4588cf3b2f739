"""How many rows a fold of cross-validation has, and how many each model is trained on."""

import re
from collections.abc import Iterator
from fractions import Fraction

from hooks.language.sentences import Sentence
from hooks.language.wording import words
from hooks.pattern import Pattern
from hooks.worked.parts import Derived
from hooks.worked.splits import FOLDS
from hooks.worked.stated import Stated, count_of, is_bounded, numbers

TRIED = (  # what is counted beside the rows
    r"(?:splits|fits|trainings|candidates|combinations|configurations|settings|ways|partitions|scores|seeds"
    r"|draws|trials|rounds|grid|values|repetitions|features|columns|predictors|trees|epochs|hours|seconds)\b"
)
NOUN = Pattern(
    rf"\s+(?!{TRIED})(?:[a-z]+\s+)?(?!folds?\b|times\b|models?\b|runs?\b|repeat|{TRIED})[A-Za-z][\w-]+s\b"
    r"|\s+(?:data|people)\b"
)
IN_FOLD = Pattern(
    r"\b(?:each|every|one|a)\s+(?:single\s+)?fold\s+(?:then\s+)?(?:has|holds|contains|is|gets|of|with)\s+$"
    r"|\bfolds\s+of\s+$",
    re.I,
)
TRAINED = Pattern(
    r"\b(?:train(?:s|ed|ing)?|fit(?:s|ted)?|learns?|uses?)\s+(?:(?:each\s+)?\w+\s+)?(?:on|from)\s+"
    r"(?:the\s+)?(?:other\s+|remaining\s+)?$"
    r"|\btraining\s+(?:set|part|data)\s+(?:of|has|with|holds|is)\s+$",
    re.I,
)
TESTED = Pattern(
    r"\b(?:test(?:s|ed|ing)?|validat(?:es?|ed|ing)|evaluat(?:es?|ed|ing))\s+(?:\w+\s+)?on\s+"
    r"(?:the\s+)?(?:other\s+|remaining\s+)?$",
    re.I,
)
LEFT_OUT = Pattern(r"\bleave[\s-]one[\s-]out\b|\bLOO(?:CV)?\b", re.I)
OTHER_FOLDS = Pattern(
    r"nested|repeat|inner|outer|hold[\s-]?out|held[\s-]out|subsampl|set\s+aside|split\s+off|augment|oversampl",
    re.I,
)
BEFORE = 40


def fold_counts(sentence: Sentence) -> Iterator[Derived]:
    """With 1,000 rows and 5 folds each fold has 200 rows, and each model is trained on 800."""
    block = words(sentence.block.text.content)
    plain = block[: sentence.start + len(sentence.plain)]
    leaves_one = bool(LEFT_OUT.search(plain))
    ks = {count_of(found["k"]) for found in FOLDS.finditer(plain)}
    if OTHER_FOLDS.search(block) or len(ks) + leaves_one != 1:
        return
    placed = [(n, role_of(plain, n)) for n in numbers(plain) if n.is_whole]
    counted = [n for n, role in placed if not role and NOUN.match(plain, n.end)]
    total = max(counted, key=lambda n: n.value, default=None)
    k = int(total.value) if leaves_one and total else ks.pop() if ks else 0
    if not total or not k or not 2 <= k <= total.value:
        return
    if any(number.value > total.value for number, _ in placed):
        return  # "5 folds of 9,000 rows": of which number the folds are is not sure
    text = sentence.block.text
    for number, role in placed:
        is_here = role and number.start >= sentence.start and not is_bounded(plain, number)
        if is_here and 2 <= number.value <= total.value:
            yield derived(text, number, role, total, k)


def role_of(plain: str, number: Stated) -> str:
    """Whether a count is that of a fold or of the rows that are trained on; "" for neither."""
    near = max(0, number.start - BEFORE), number.start
    if TRAINED.search(plain, *near):
        return "training"
    return "fold" if IN_FOLD.search(plain, *near) or TESTED.search(plain, *near) else ""


def derived(text, number: Stated, role: str, total: Stated, k: int) -> Derived:
    fold = total.value / k
    is_fold = role == "fold"
    how = f"{total.written}/{k}" if is_fold else f"{total.written} × {k - 1}/{k}"
    slack = Fraction(0) if fold.denominator == 1 else Fraction(1)
    cells = ((text, total), (text, number))
    return Derived(text, number, fold if is_fold else total.value - fold, how, slack, cells)
