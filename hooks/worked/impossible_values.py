"""Values that can't be, of what is not named right beside them.

A share of more than all ("we classify 104 % of the documents"), a Gini impurity of two classes
above 1/2 (`1 − p² − (1 − p)² = 0.72`), an RMSE below the MAE of the same errors, and a value in a
list below a heading that names the quantity ("document C: 1.45" under "Cosine similarity").
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hooks.calculation.quantity import MINUS
from hooks.language.sentences import Sentence, is_on_mistakes
from hooks.language.wording import words
from hooks.page import RECENT, Block, Question
from hooks.pattern import Pattern
from hooks.worked.range_claims import (
    IMPOSSIBLE,
    Breach,
    Spec,
    bound_for,
    is_above,
    is_doubtful,
    names,
    numbers_of_classes,
    values,
)
from hooks.worked.stated import Stated, numbers, statements

OF_ALL = Pattern(
    r"\b(?:classif(?:y|ies|ied)|recogni[sz]e[sd]?|identif(?:y|ies|ied)|detect(?:s|ed)?|catch(?:es)?"
    r"|caught|finds?|found|predict(?:s|ed)?|label(?:s|l?ed)?|answer(?:s|ed)?|retrieve[sd]?|solve[sd]?"
    r"|flag(?:s|ged)?)\s+(?P<share>[1-9]\d\d(?:\.\d+)?\s?(?:%|percent))\s+of\s+(?:the|all|our"
    r"|these|those|its|your)\b",
    re.I,
)
SQUARED = r"\s*(?:\^\s*\{?2\}?|²)"
GINI = Pattern(
    rf"(?:1\s*[{MINUS}]\s*p{SQUARED}\s*[{MINUS}]\s*\(\s*1\s*[{MINUS}]\s*p\s*\){SQUARED}"
    rf"|2\s*p\s*\(\s*1\s*[{MINUS}]\s*p\s*\))\s*(?:=|≈|\\approx)\s*(?P<gini>0?\.\d+|1\.?\d*)"
)
HALF = 0.5
BELOW_MAE = Pattern(
    r"\bRMSE\b[^.;]{0,20}?(?:\.\d[^.;]{0,20})?[^.;]{0,60}?\b(?:smaller|lower|less|below)\s+(?:than\s+)?"
    r"(?:the\s+|its\s+|our\s+|their\s+)?MAE\b"
)
OF_TWO = Pattern(
    r"\b(?:while|whereas|vs|versus|compared|model\s+[A-Z]|baseline|train\w*|before)\b", re.I
)
ITEM = Pattern(
    rf"[^:]{{3,100}}:\s*(?P<value>[{MINUS}]?\d+(?:\.\d+)?)\s*(?P<unit>bits?|nats)?\s*[.;,]?\s*(?:<!--.*)?$"
)
OTHER_LABEL = Pattern(r"\b(?:[a-z]|size|counts?|number|times?|length|slope|statistic|score)\b")
MOST_ITEMS = 20


@lru_cache(maxsize=RECENT)
def impossible_values(page: Question) -> tuple[Breach, ...]:
    """The numbers of a page that can't be."""
    return (*said(page), *listed(page), *drawn(page))


def said(page: Question) -> Iterator[Breach]:
    has_errors = "RMSE" in page.source and "MAE" in page.source
    has_shares, has_gini = (
        "% of" in page.source or "percent of" in page.source,
        "1 - p" in page.source,
    )
    if not (has_errors or has_shares or has_gini):
        return
    for sentence in statements(page):
        plain = sentence.plain
        if has_shares and (found := OF_ALL.search(plain)):
            yield from of_number(sentence, "share", found.start("share"), 100, "at most 100%")
        if has_gini:
            yield from of_gini(sentence)
        if has_errors and "RMSE" in plain and "MAE" in plain:
            yield from of_errors(sentence)


def of_gini(sentence: Sentence) -> Iterator[Breach]:
    """A Gini impurity in p and 1 − p that is more than one half."""
    content = sentence.text.content
    found = GINI.search(content)
    if found and float(found["gini"]) > HALF and not is_doubtful(sentence):
        number = next((n for n in numbers(content) if n.start == found.start("gini")), None)
        if number and number.end == found.end("gini"):
            yield Breach(sentence.text, "Gini impurity", number, "at most 1 - 1/2 = 0.5")


def of_number(sentence: Sentence, name: str, start: int, most: int, bound: str) -> Iterator[Breach]:
    """The number of a sentence at an offset, if it is more than it can be."""
    number = next((n for n in numbers(sentence.plain) if n.start == start), None)
    if number and number.value * 100 > most and not is_doubtful(sentence):
        yield Breach(sentence.text, name, number, bound)


def of_errors(sentence: Sentence) -> Iterator[Breach]:
    """An RMSE below the MAE of the same errors."""
    plain = sentence.plain
    given: dict[str, list[Stated]] = {"RMSE": [], "MAE": []}
    for found in names().all_in(plain):
        if found[0] in given:
            given[found[0]] += values(plain, found)
    if len(given["RMSE"]) != 1 or OF_TWO.search(plain) or is_doubtful(sentence):
        return
    (rmse,) = given["RMSE"]
    is_less = len(given["MAE"]) == 1 and rmse.quantity.high < given["MAE"][0].quantity.low
    if is_less or (not given["MAE"] and BELOW_MAE.search(plain)):
        yield Breach(sentence.text, "RMSE", rmse, "at least the MAE of the same errors")


# -- lists below a heading ------------------------------------------------------------------------


def listed(page: Question) -> Iterator[Breach]:
    """Values in a list whose heading is the name of a quantity."""
    heading, items = "", []
    for block in page.blocks:
        if block.kind == "item" and heading:
            items.append(block)
            continue
        if len(items) > 2:
            yield from of_heading(heading, items)
        items = []
        if block.kind == "heading":
            plain = words(block.text.content)
            heading = plain if names().first(plain.strip()) else ""
    if len(items) > 2:
        yield from of_heading(heading, items)


DRAWN = Pattern(
    rf"[ \t]*(?P<name>[A-Za-z][\w @.-]{{1,30}}?)(?:[ \t]{{2,}}|[ \t]*[:=][ \t]*|\t)"
    rf"(?P<value>[{MINUS}]?\d+(?:\.\d+)?)[ \t]*$",
    re.M,
)
LISTINGS = ("", "text", "txt", "console", "output")


def drawn(page: Question) -> Iterator[Breach]:
    """The one value of a block of text, a quantity in each line, that is outside of its range."""
    for block in page.blocks:
        if block.kind != "code" or block.language not in LISTINGS or is_on_mistakes(block):
            continue
        content = block.text.content
        breached, inside = [], 0
        for line in DRAWN.finditer(content):
            found = names().first(line["name"])
            number = next((n for n in numbers(content) if n.start == line.start("value")), None)
            if not found or not number or found[0] != line["name"] or names().spec(found).near:
                continue
            spec = names().spec(found)
            if bound := "" if spec.classes else bound_of(spec, number, None, set()):
                breached.append(Breach(block.text, found[0], number, bound))
            else:
                inside += spec.high is not None and is_inside(spec, number)
        if len(breached) == 1 and inside > 1 and not IMPOSSIBLE.search(content):
            yield breached[0]


def of_heading(heading: str, items: Sequence[Block]) -> Iterator[Breach]:
    """The one value of a list that is outside of the range of what its heading names."""
    found = names().first(heading.strip())
    spec = names().spec(found)
    if spec.near or spec.written in ("percent", "score") or len(items) > MOST_ITEMS:
        return
    content = heading + " " + " ".join(item.text.content for item in items)
    labels = [item.text.content.partition(":")[0] for item in items]
    if is_on_mistakes(items[0]) or IMPOSSIBLE.search(content):
        return
    if any(map(OTHER_LABEL.search, labels)):
        return
    classes = numbers_of_classes(content) if spec.classes else set()
    breached, inside = sorted_out(items, spec, classes)
    if len(breached) == 1 and len(inside) > 1 and all(is_inside(spec, n) for n in inside):
        yield Breach(breached[0][0].text, found[0], *breached[0][1:])


def sorted_out(
    items: Sequence[Block], spec: Spec, classes: set[int | None]
) -> tuple[list[tuple[Block, Stated, str]], list[Stated]]:
    """The values of a list that break a bound, with their items and the bound, and the others."""
    breached, inside = [], []
    for item in items:
        match = ITEM.match(item.text.content)
        number = number_at(item, match) if match else None
        bound = bound_of(spec, number, match["unit"], classes) if number else ""
        if bound:
            breached.append((item, number, bound))
        elif number:
            inside.append(number)
    return breached, inside


def is_inside(spec: Spec, number: Stated) -> bool:
    return not (
        (spec.low is not None and number.value < spec.low)
        or (spec.high is not None and number.value > spec.high)
    )


def number_at(item: Block, match: re.Match[str]) -> Stated | None:
    start = match.start("value")
    return next((n for n in numbers(item.text.content) if n.start == start), None)


def bound_of(spec: Spec, number: Stated, unit: str | None, classes: set[int | None]) -> str:
    """The bound that a number breaks; "" if none."""
    if spec.classes:
        is_counted = len(classes) == 1 and (
            spec.classes == "gini" or (unit or "").startswith("bit")
        )
        return bound_for(spec, next(iter(classes)), number.quantity) if is_counted else ""
    if spec.low is not None and number.quantity.high < spec.low:
        return f"at least {spec.low}"
    return f"at most {spec.high}" if is_above(spec, number, number.quantity, "") else ""
