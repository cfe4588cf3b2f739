"""Cohen's kappa from the two agreements that a paragraph or list states: (p_o − p_e)/(1 − p_e)."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.expression import NotAnExpression, parse
from hooks.calculation.quantity import Quantity, shown
from hooks.calculation.tokens import tokens
from hooks.calculation.tree import Reading
from hooks.language.sentences import is_called_wrong, is_on_mistakes
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern

NUMBER = r"(?:0?\.\d+|\d+(?:\.\d+)?\s*\\?%)(?![\w%]|\.\d)"
LINK = r"[\s*_$)\]`]*(?:(?:is|was|are)\b|[=:≈])[\s*_$`]*(?:(?:about|only|just)\s+)?"
CHAIN = r"(?P<chain>(?:[^=≈;:a-zA-Zα-ω]{1,60}[=≈]\s*)*?)"  # what it is computed from
OBSERVED = r"(?:observed\s+agreement(?:\s*\(?\$?p_?\{?[o0]\}?)?|\bp_?\{?[o0ₒ]\}?(?=[\s$]*[=≈]))"
EXPECTED = (
    r"(?:(?:chance|expected|random)\s+agreement(?:\s+by\s+chance)?(?:\s*\(?\$?p_?\{?e\}?)?|agreement\s+by\s+chance"
    r"|\bp_?\{?[eₑ]\}?(?=[\s$]*[=≈]))"
)
KAPPA = r"(?:\bkappa\b|κ|\\kappa(?![a-z]))(?:\s+(?:comes\s+out\s+at|comes\s+to))?"
TOLD = Pattern(
    rf"(?P<name>(?P<o>{OBSERVED})|(?P<e>{EXPECTED})|(?P<k>{KAPPA}))(?:{LINK}|(?<=at|to)\s+){CHAIN}(?P<value>{NUMBER})"
    r"(?!\s*[·×*/+−–-]\s*[\d(]|\s*[\^²?])",
    re.I,
)
OTHER = Pattern(r"\b(?:weighted|Fleiss|adjusted|highest|maxim\w+)\b", re.I)
MINUS = Pattern(r"[−–-]")
ROOM = Fraction(1, 100)  # by which rounded agreements may change kappa

Found = tuple[Text, int, str]


def errors(page: Question) -> Iterator[Found]:
    """Text, place in it and message of each kappa that its agreements do not give."""
    if "kappa" not in page.lower and "κ" not in page.lower:
        return
    agreements: dict[str, Fraction] = {}
    last = 0
    for index, block in enumerate(page.blocks):
        if index > last + 1:
            agreements = {}
        if OTHER.search(block.text.content):
            continue
        if block.is_prose and not is_on_mistakes(block) and not is_called_wrong(block.text.content):
            found = [*TOLD.finditer(words(block.text.content))]
            last = index if found else last
            yield from in_block(block, found, agreements)


def in_block(
    block: Block, told: Sequence[re.Match[str]], agreements: dict[str, Fraction]
) -> Iterator[Found]:
    """The kappas of a text, each compared with the last agreements before it.

    One whose differences are written out is arithmetic.
    """
    for found in told:
        said = Quantity.written(re.sub(r"[\s\\]", "", found["value"]))
        kind = next(kind for kind in "oek" if found[kind])
        if kind != "k" and is_of(found["chain"], said):
            agreements[kind] = said.value
        elif kind != "k":
            agreements.pop(kind, None)  # arithmetic: kappa may follow from what is right
        elif len(agreements) == 2 and agreements["e"] < 1 and not MINUS.search(found["chain"]):
            above, below = agreements["o"], agreements["e"]
            value = (above - below) / (1 - below)
            if not said.low - ROOM <= value <= said.high + ROOM:
                worked = f"({shown(above)} − {shown(below)})/(1 − {shown(below)}) = {shown(value)}"
                message = f"kappa = (p_o − p_e)/(1 − p_e) = {worked}"
                yield block.text, found.start("value"), f"{message}; the page says {found['value']}"


def is_of(chain: str, said: Quantity) -> bool:
    """Whether a value is what the calculation before it gives, if there is one."""
    for written in filter(str.strip, re.split(r"[=≈]", chain)):
        try:
            node, _ = parse(list(tokens(written, 0, len(written))))
        except NotAnExpression:
            return False
        value = node.evaluate(Reading())
        if value is None or not said.low - ROOM <= value[0] <= said.high + ROOM:
            return False
    return True
