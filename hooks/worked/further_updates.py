"""Updates beside one test: two positives in a row, normalized scores, the mean of a Beta."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from hooks.calculation.quantity import Quantity, shown, shown_percent
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.bayes_theorem import facts_of
from hooks.worked.conditionals import (
    CERTAIN,
    HEALTHY,
    NEGATIVE,
    POSITIVE,
    SICK,
    TERM,
    name_of,
    simple_event,
    values_of,
)
from hooks.worked.facts import (
    DECIMAL,
    HEDGE,
    VALUE,
    Fact,
    Judgment,
    Passage,
    chain_behind,
    fact_of,
    fits,
    passages,
)

MOST_SCORES = 12
ROOM = Fraction(1, 50)  # of a result that was computed from one rounded on the way
SECOND = Pattern(
    r"\b(?:after\s+)?(?:a|the)\s+second\s+(?:independent\s+)?positive(?:\s+(?:test|result))?"
    r"(?:\s+(?:in\s+a\s+row|as\s+well))?\s*(?:[:,]|(?:raises|brings|lifts|takes)\s+(?:it|this|that|the\s+[a-z]+)\s+to)"
    rf"\s*(?:it\s+is\s+)?(?P<hedge>{HEDGE}\s*)?(?P<value>{VALUE})",
    re.I,
)
SCORE = Pattern(
    rf"(?<![\w(])(?P<label>[A-Za-z]{{2,20}})(?:\s+score)?\s*:\s*{DECIMAL}(?:\s*[×·*]\s*{DECIMAL}){{1,8}}\s*=\s*"
    rf"(?P<score>{DECIMAL})(?![\d%])"
)
NORMALIZED = Pattern(r"\bnormali[sz](?:ed|ing|ation)\b", re.I)
BETA = Pattern(
    r"(?:\\?(?:mathrm|text|operatorname)?\s*\bBeta|\\?\bB)\s*\(\s*(?P<a>\d{1,6}(?:\.\d+)?)\s*,\s*(?P<b>\d{1,6}(?:\.\d+)?)\s*\)"
)
MEAN = Pattern(r"\b(?:posterior\s+)?mean(?!\s+squared)(?:\s+of\s+the\s+posterior)?\b", re.I)
OF_PRIOR = Pattern(r"\b(?:prior|uniform|start\w*|from)\b", re.I)
OTHER_MEAN = Pattern(
    r"\bprior\s+$|\b(?:Gamma|Normal|Dirichlet|Poisson|Binomial|Exponential|Exp|Geometric|Uniform|N)\s*\(",
    re.I,
)


def judgments(page: Question) -> Iterator[Judgment]:
    """What a page says of further updates, compared with what it says of their givens."""
    lower = page.lower
    if "second" in lower and "positive" in lower:
        yield from of_second_tests(page)
    if "normali" in lower and "P(" in page.source:
        yield from of_scores(page)
    if "Beta(" in page.source.replace("}", ""):
        if "mean" in lower:
            yield from of_betas(page)
        if "posterior" in lower and "prior" in lower:
            yield from of_beta_updates(page)


# -- a second positive ----------------------------------------------------------------------------


def of_second_tests(page: Question) -> Iterator[Judgment]:
    """P(disease | ++) = p·s²/(p·s² + (1 − p)·f²) of two tests that err independently."""
    for passage in passages(page):
        found = SECOND.search(passage.plain)
        fact = fact_of("second", passage, found) if found and not passage.of_mistakes else None
        test = fact and test_of(page, fact)
        if test:
            prior, sensitivity, false_alarms = test
            true = prior * sensitivity**2
            value = true / (true + (1 - prior) * false_alarms**2)
            text = f"{shown(sensitivity)}² × {shown(prior)}"
            whole = f"{text} + {shown(false_alarms)}² × {shown(1 - prior)}"
            yield judged(fact, value, f"P(disease | two positives) = {text}/({whole})")


def test_of(page: Question, fact: Fact) -> tuple[Fraction, Fraction, Fraction] | None:
    """Prior, sensitivity and false positive rate of the section, each stated with one value."""
    own = [f for fs in facts_of(page) for f in fs if f.passage.place[0] == fact.passage.place[0]]
    values = {name: {f.value for f in own if f.name == name} for name in {f.name for f in own}}
    priors, hits = values.get((SICK, CERTAIN), set()), values.get((POSITIVE, SICK), set())
    errors = values.get((POSITIVE, HEALTHY), set())
    errors = errors | {1 - value for value in values.get((NEGATIVE, HEALTHY), set())}
    if not len(priors) == len(hits) == len(errors) == 1:
        return None
    return next(iter(priors)), next(iter(hits)), next(iter(errors))


# -- naive Bayes ----------------------------------------------------------------------------------


def of_scores(page: Question) -> Iterator[Judgment]:
    """The shares that scores have of their sum: "spam: 0.3 × 0.2 = 0.06 … P(spam) = 0.43"."""
    scores: dict[tuple[str, bool], Fraction] = {}
    section = None
    for passage in passages(page):
        if passage.place[0] != section:
            scores, section = {}, passage.place[0]
        for found in SCORE.finditer(passage.plain):
            event = simple_event(found["label"])
            if event and len(scores) < MOST_SCORES:
                scores[event] = Quantity.written(found["score"]).value
        if len(scores) > 1 and NORMALIZED.search(passage.plain) and not passage.of_mistakes:
            yield from of_normalized(passage, scores)


def of_normalized(passage: Passage, scores: dict[tuple[str, bool], Fraction]) -> Iterator[Judgment]:
    total = sum(scores.values())
    for found in TERM.finditer(passage.plain):
        name = name_of(found["inside"])
        if not total or not name or len(name[0]) != 1 or name[0][0] not in scores:
            continue
        score = scores[name[0][0]]
        formula = f"score/sum of the scores = {shown(score)}/{shown(total)}"
        for fact in values_of(passage, found.end(), name):
            yield judged(fact, score / total, formula)


# -- conjugate priors -----------------------------------------------------------------------------


def of_betas(page: Question) -> Iterator[Judgment]:
    """The mean a/(a + b) of the last Beta(a, b) that a sentence or paragraph names before it."""
    last: tuple[Passage, re.Match[str]] | None = None
    for passage in passages(page):
        named = list(BETA.finditer(passage.plain))
        means = [] if passage.of_mistakes else list(MEAN.finditer(passage.plain))
        if last and last[0].block is not passage.block:
            last = None
        for found in sorted((*named, *means), key=lambda m: m.start()):
            if found in named:
                is_prior = OF_PRIOR.search(
                    passage.plain[max(0, found.start() - 40) : found.end() + 12]
                )
                last = None if is_prior else (passage, found)
            elif last and not OTHER_MEAN.search(passage.plain, 0, found.start()):
                yield from of_mean(passage, found, last[1])


def of_mean(passage: Passage, named: re.Match[str], beta: re.Match[str]) -> Iterator[Judgment]:
    a, b = (Quantity.written(beta[group]).value for group in "ab")
    if a + b:
        for fact in chain_behind(passage, named.end(), "mean"):
            text = (
                f"mean of Beta({beta['a']}, {beta['b']}) = {beta['a']}/({beta['a']} + {beta['b']})"
            )
            yield judged(fact, a / (a + b), text)


# Counts of successes: "5 conversions out of 40 visitors", "7 heads and 3 tails"
SUCCESSES = Pattern(
    r"(?<![\w.,+])(?P<k>\d{1,6})\s+[a-z]+\s+(?:(?:out\s+of|in|of|from|among)\s+(?:the\s+)?(?P<n>\d{1,7})"
    r"|and\s+(?P<m>\d{1,6})\s+(?:failures|misses|tails|non-\w+|losses|bad|negatives))\b"
    r"|\b(?:sample|batch|lot|test)\s+of\s+(?P<n2>\d{1,7})\s+[a-z]+,?\s+(?P<k2>\d{1,6})\s+(?:are|were|is|was|fail\w*)\b",
    re.I,
)
IS_PRIOR = Pattern(r"\bprior\b|\bstart\w*|\buniform\b", re.I)


def of_beta_updates(page: Question) -> Iterator[Judgment]:
    """Beta(a, b) and k successes of n make Beta(a + k, b + n − k)."""
    for _, own in groupby(passages(page), key=lambda passage: passage.place[0]):
        told = [passage for passage in own if not passage.of_mistakes]
        data = [found for passage in told for found in SUCCESSES.finditer(passage.plain)]
        betas = [(passage, found) for passage in told for found in BETA.finditer(passage.plain)]
        if len(data) != 1 or len(betas) < 2 or not IS_PRIOR.search(before_of(*betas[0])):
            continue
        a, b = (Fraction(betas[0][1][group]) for group in "ab")
        k, n = int(data[0]["k"] or data[0]["k2"]), data[0]["n"] or data[0]["n2"]
        failures = int(data[0]["m"]) if data[0]["m"] else int(n) - k
        for passage, found in betas[1:]:
            if passage is not betas[0][0] and "prior" in passage.plain[: found.start()]:
                continue  # it has a prior of its own
            if failures >= 0 and "osterior" in before_of(passage, found):
                yield from of_update(passage, found, (a + k, b + failures))


def before_of(passage: Passage, found: re.Match[str]) -> str:
    return passage.plain[max(0, found.start() - 60) : found.end()]


def of_update(
    passage: Passage, found: re.Match[str], right: tuple[Fraction, Fraction]
) -> Iterator[Judgment]:
    for group, value, name in zip("ab", right, ("successes", "failures"), strict=True):
        quantity = Quantity.written(found[group])
        fact = Fact("Beta", quantity, passage, *found.span(group))
        formula = f"prior + {name} = {shown(value)}"
        yield Judgment(fact, quantity.value == value, formula)


def judged(fact: Fact, value: Fraction, formula: str) -> Judgment:
    show = shown_percent if "%" in fact.quantity.text else shown
    return Judgment(fact, fits(fact, value, value, ROOM), f"{formula} = {show(value)}")
