"""One metric, then a value for each of several names: "Recall: cat 0.84, dog 0.60", or a list
below "Recall of the classes:" with an item for each.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hooks.classifiers.matrix import Metric
from hooks.classifiers.metric_claims import Claim, claim_at
from hooks.classifiers.metric_names import NAME, metric_named, names_metric, singular
from hooks.language.wording import words
from hooks.pattern import Pattern

ANNOUNCES = Pattern(r"s?(?:\s+(?:of|per|by|for|in|at|on)\s[^.:=\d]{1,50}?)?\s*(?::|\bis\b|\bare\b)")
OPENS = Pattern(r"[ *_•-]*(?:(?:the|its|their)\s+)?", re.I)
AVERAGED = Pattern(r"\b(?:macro|micro|weighted|average|mean|overall)|@", re.I)
GIVES = (
    r"[\"”'’]?(?:\s+class)?\s*(?:[:=≈–→-]|\((?![^()]*\)\s*/)|(?:has|have|is|are|gets?|reaches|with|at)\b)?"
    r"\s*(?:(?:only|about|has|it\s+is|is)\s+)?(?=[\d.]|\$)"
)
BEGINS = (
    r"(?:^|(?<=[,;:(•\n-])|(?<=\sand))[\s*\"“]*"
    r"(?:(?:for|in|the|class|at|group|model)\s+)*[\"“'‘]?"
)
LONGEST = 100  # characters of a line that announces a list


def values_of_names(text: str, topic: str, names: Sequence[str]) -> Iterator[tuple[Claim, int]]:
    """The claims of a text that lists values of one metric, each with the number of its name.

    topic: the line above the text, which may name the metric.
    """
    if not (names_metric(text) or names_metric(topic)):
        return
    plain = singular(words(text))
    metric, start = _announced(plain, topic)
    if metric is None:
        return
    stop = next((m.start() for m in NAME.finditer(plain, start)), len(plain))
    found = _names_first(plain[:stop], start, names) or _values_first(plain[:stop], start, names)
    listed = " " * start + text[start:]  # "per class" is no condition, nor is a name
    for name in names if found else ():
        listed = _whole(name).sub(lambda m: " " * len(m[0]), listed)
    for begin, number, i in sorted(found):
        for claim in claim_at(listed, number, metric, begin, False):
            if claim.members[0].decisive:
                yield claim, i


Found = list[tuple[int, int, int]]  # where a name or value begins, its number, which name it is


def _names_first(plain: str, start: int, names: Sequence[str]) -> Found:
    """cat 0.84, dog 0.60"""
    return [
        (value.start(), value.end(), i)
        for i, name in enumerate(names)
        for value in _pattern(name).finditer(plain, start)
    ]


def _values_first(plain: str, start: int, names: Sequence[str]) -> Found:
    """0.84 for cat, 0.60 for dog"""
    found = [
        (value.start(), value.start(), i)
        for i, name in enumerate(names)
        for value in _value_before(name).finditer(plain, start)
    ]
    return found if len(found) > 1 else []


def _announced(plain: str, topic: str) -> tuple[Metric | None, int]:
    """The metric whose values a text lists, and where they begin."""
    first = NAME.search(plain, 0, LONGEST)
    if first and OPENS.fullmatch(plain, 0, first.start()):
        behind = ANNOUNCES.match(plain, first.end())
        return (metric_named(first[0]), behind.end()) if behind else (None, 0)
    said = words(topic)
    named = list(NAME.finditer(said)) if len(said) <= LONGEST and not AVERAGED.search(said) else []
    return (metric_named(named[0][0]), 0) if len(named) == 1 and not first else (None, 0)


@lru_cache(maxsize=64)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"{BEGINS}{re.escape(name)}(?:s|es)?(?![\w]|[.,]\d){GIVES}", re.I)


@lru_cache(maxsize=64)
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){re.escape(name)}(?!\w)" if name[-1:].isalpha() and len(name) > 2 else r"(?!)",
        re.I,
    )


@lru_cache(maxsize=64)
def _value_before(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,/=])\d[\d.]*\s*%?\s+(?:for|in|of|at|on)\s+(?:(?:the|class|group|model)\s+)*"
        rf"[\"“'‘]?{re.escape(name)}(?:s|es)?(?![\w]|[.,]\d)",
        re.I,
    )
