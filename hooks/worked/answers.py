"""Answers to questions for a probability: "What is P(D|+)?", and behind it "A: 0.167".

The question says of which event the answer's number is the probability.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from hooks.language.sentences import Sentence, sentences
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.conditionals import POSITIVE, SICK, TERM, Name, name_of
from hooks.worked.facts import Fact, Passage, chain_behind, passages
from hooks.worked.rates_in_words import BAD, FLAGGED, SICKNESS

ASKED = Pattern(
    r"\b(?:probability|chances?|likel(?:ihood|y)|fraction|share|percentage|proportion)\b", re.I
)
SICK_NAMED = Pattern(rf"\b(?:{SICKNESS}|{BAD}|has\s+it|have\s+it)\b", re.I)
POSITIVE_NAMED = Pattern(rf"\b(?:positive|{FLAGGED})\b", re.I)
# What a positive result is asked about: "given a positive test", "she tests positive. How likely …"
GIVEN_POSITIVE = Pattern(
    rf"\b(?:given|if|when|after|with|who|that|which|having|once)\b[^?;]{{0,40}}?\b(?:positive|{FLAGGED})\b"
    rf"|\b(?:test(?:s|ed)?|is|was|got|get|gets|comes?\s+back)\s+(?:an?\s+)?(?:positive|{FLAGGED})\b"
    rf"|\b(?:of|an?|the|these|those)\s+(?:{FLAGGED}|positives?)\b",
    re.I,
)
ASKS_OTHERWISE = Pattern(
    rf"\b(?:negative|second|again|twice|both|another|not|no|healthy|legit\w*|least)\b"
    rf"|\b(?:if|given|when)\s+(?:\w+\s+){{0,4}}?(?:{SICKNESS}|{BAD})\b",
    re.I,
)
ANSWER = Pattern(
    r"[\s*_>\"“]*(?:(?:A|Ans(?:wer)?|Solution|Result)\s*[*_]*\s*[:.)=]\s*[*_]*\s*)?"
    r"(?:(?:so|thus|therefore|hence)[,\s]\s*)?"
    r"(?:(?:the|its|this|that|your)\s+(?:(?:correct|right|true|actual)\s+)?"
    r"(?:answer|probability|chance|posterior|share|fraction)|it|that|this)?"
    r"(?=\s*(?:is\b|['’]s\b|[:=≈~(\d.$]|about|only|just|roughly|approx|around|comes|[*_]))(?:['’]s\b)?[\s*_]*",
    re.I,
)
OPTION = Pattern(r"\W*(?:\([A-Ea-e]\)|[B-Eb-e][).])\s")  # of several that may be the answer
EXPLICIT = Pattern(r"[\s*_>\"“]*(?:so\s+)?the\s+(?:correct|right|true|actual)?\s*answer\b", re.I)
FAR = 6  # sentences after a question in which "the correct answer is" may stand
ENDS = Pattern(r"[\s*_$\"”]*(?:[.,;:!)(—–=≈]|$|\bor\b|\bthat\s+is\b|\bbecause\b)")


def answers(page: Question) -> Iterator[Fact]:
    """The numbers that answer a page's questions for a probability, named by the questions."""
    if "?" not in page.source:
        return
    read = {(id(p.block), p.place[-1]): p for p in passages(page) if p.block.is_prose}
    spoken = [sentence for sentence in sentences(page) if sentence.block.is_prose]
    asked, since = None, 0
    for before, sentence in pairwise([None, *spoken]):
        if name := name_asked(before, sentence):
            asked, since = name, 0
            continue
        since += 1
        passage = read.get((id(sentence.block), sentence.number))
        if not asked or since > FAR or not passage:
            continue
        if since == 1 or EXPLICIT.match(passage.plain):
            found = answer(passage, asked)
            yield from found
            asked = None if found else asked


def name_asked(before: Sentence | None, sentence: Sentence) -> Name | None:
    """The event whose probability a sentence asks for."""
    plain = sentence.plain
    if not plain.rstrip(' *_"”)').endswith("?"):
        return None
    terms = list(TERM.finditer(plain))
    if terms and re.fullmatch(r"[\s*_?\"”)]*", plain[terms[-1].end() :]):
        return name_of(terms[-1]["inside"])
    said = plain
    if before and before.block is sentence.block and not POSITIVE_NAMED.search(plain):
        said = f"{before.plain} {plain}"
    if not ASKED.search(plain) or not SICK_NAMED.search(plain):
        return None
    if ASKS_OTHERWISE.search(plain) or not GIVEN_POSITIVE.search(said):
        return None
    return SICK, POSITIVE


def answer(passage: Passage, name: Name) -> list[Fact]:
    """The numbers of a sentence that begins with the answer."""
    start = None if OPTION.match(passage.plain) else ANSWER.match(passage.plain)
    found = chain_behind(passage, start.end(), name) if start else []
    if not found or not ENDS.match(passage.plain, found[-1].end):
        return []
    return found if all(is_probable(fact) for fact in found) else []


def is_probable(fact: Fact) -> bool:
    return 0 < fact.value < 1
