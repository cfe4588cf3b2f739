"""Counts that follow from rates and from what a text tells of groups, and the order of four counts.

"1,000 patients, 30% ill, sensitivity 80%" makes 240 true positives; of "50 liars and 150 honest
people" 30 honest ones can't be false negatives; scikit-learn unpacks into tn, fp, fn, tp.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.quantity import Quantity, shown
from hooks.classifiers.matrix import whole_number
from hooks.classifiers.matrix_labels import WHOLE
from hooks.classifiers.matrix_source import Count, counts
from hooks.classifiers.metric_claims import claims
from hooks.classifiers.metric_doubts import changes_scenario
from hooks.language.sentences import is_called_wrong, is_on_mistakes
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import record

PERCENT = r"(?P<{}>\d+(?:\.\d+)?)\s*%"
OF_A_RATE = r"\b(?:[FT][PN]R|(?<!base\s)rates?|recall|precision|sensitiv|specific|accura|threshold)"
TOTAL = Pattern(
    rf"(?<![\w.,=×·*/+−-])(?<![=×·*/+−-]\s)(?P<n>{WHOLE})\s+(?!%|TP|FP|FN|TN|true|false|positives|negatives)[a-z][\w-]+"
    rf"(?:(?!{OF_A_RATE})[^.;\d]){{0,30}}?[,:;.(]?\s*(?:and\s+|of\s+(?:which|whom|them)\s+|with\s+)?"
    rf"(?:(?:the\s+)?(?:prevalence|base\s+rate)\s*(?:is|of|=|:)?\s*{PERCENT.format('a')}"
    rf"|{PERCENT.format('b')}\s+(?:of\s+(?:which|whom|them)\s+)?(?:(?:are|is|have|buy|churn)\s+)?"
    r"(?:of\s+(?:which|whom|them)\s+)?(?!of\b|sensitiv|specific|recall|precision|accura)[a-z])",
    re.I,
)
NEXT = 7  # blocks behind the rates that may give the counts
LEAST = 10  # cases of each kind that are worth a comparison

Found = tuple[Text, int, str]


def errors(page: Question) -> Iterator[Found]:
    """Text, place in it and message of each count that does not follow, and of a wrong order."""
    lower = page.lower
    if "ravel" in lower:
        yield from unpacked(page)
    if not ("tp" in lower or "positive" in lower):
        return
    for index, block in enumerate(page.blocks):
        said = block.text.content if block.is_prose else ""
        if not said or is_on_mistakes(block) or is_called_wrong(said):
            continue
        plain = words(said)
        if "%" in plain or "0." in plain:
            yield from of_rates(page.blocks, index, plain)
        if "TP" in said or "true pos" in said:
            yield from of_groups(page.blocks, index)


# -- counts from rates ----------------------------------------------------------------------------


@record
class Rates:
    """What a text gives: all cases, the share of positives, recall and false-positive rate."""

    total: int
    prevalence: Fraction
    recall: Fraction | None
    false_alarms: Fraction | None

    def counts(self) -> dict[str, Fraction]:
        """The counts by role, as far as they follow."""
        positives = self.total * self.prevalence
        negatives, found = self.total - positives, {}
        if self.recall is not None:
            found |= {"TP": positives * self.recall, "FN": positives * (1 - self.recall)}
        if self.false_alarms is not None:
            alarms = negatives * self.false_alarms
            found |= {"FP": alarms, "TN": negatives - alarms}
        return found


def of_rates(blocks: Sequence[Block], index: int, plain: str) -> Iterator[Found]:
    """The counts that a text or the list behind it states are those of its rates."""
    rates = rates_of(blocks[index].text, plain)
    if not rates:
        return
    right = rates.counts()
    for block in blocks[index : index + NEXT]:
        if block.kind == "heading" or (
            block.is_prose
            and block is not blocks[index]
            and (
                changes_scenario(words(block.text.content))
                or rates_of(block.text, words(str(block.text)))
            )
        ):
            return
        for count in counts(block.text.content) if block.is_prose else ():
            value = right.get(count.role)
            if value is not None and abs(value - count.value) > max(1, value / 100):
                how = f"{count.role} follows from the rates as {shown(value)}"
                yield block.text, count.start, f"{how}; the page says {count.value:,}"


def rates_of(text: Text, plain: str) -> Rates | None:
    """The rates of a text that gives each once."""
    totals = list(TOTAL.finditer(plain))
    if len(totals) != 1 or changes_scenario(plain):
        return None
    total = whole_number(totals[0]["n"])
    share = Fraction(totals[0]["a"] or totals[0]["b"]) / 100
    given: dict[str, set[Fraction]] = {}
    for claim in claims(text.content):
        given.setdefault(claim.metric.name, set()).add(rate(claim.members[0].quantity))
    if any(len(values) > 1 for values in given.values()) or not 0 < share < 1:
        return None
    single = {name: next(iter(values)) for name, values in given.items()}
    alarms = single.get("false-positive rate")
    if alarms is None and "specificity" in single:
        alarms = 1 - single["specificity"]
    recall = single.get("recall")
    if recall is None and alarms is None:
        return None
    is_large = min(total * share, total * (1 - share)) >= LEAST
    return Rates(total, share, recall, alarms) if is_large else None


def rate(quantity: Quantity) -> Fraction:
    return quantity.value if quantity.value <= 1 else quantity.value / 100


# -- counts of groups -----------------------------------------------------------------------------

GROUP = Pattern(rf"(?<![\w.,])(?P<n>{WHOLE})\s+(?P<noun>[a-z]{{3,}}(?:\s+[a-z]{{4,}})?)\b", re.I)


def of_groups(blocks: Sequence[Block], index: int) -> Iterator[Found]:
    """FN is what is left of the positives: of 50 liars 35 are detected, so 15 are missed."""
    stated = {count.role: count for count in counts(blocks[index].text.content)}
    if not {"TP", "FN", "FP"} <= stated.keys():
        return
    start = min(count.start for count in stated.values())
    before = blocks[index - 1] if index and blocks[index - 1].kind == "paragraph" else None
    told = words(before.text.content if before else "") + "\n"
    told += words(blocks[index].text.content)[:start]
    yield from exchanged(blocks[index].text, stated, groups_of(told))


def groups_of(told: str) -> dict[str, list[int]]:
    """The two numbers of each noun that has two: all, and a part of them."""
    found: dict[str, list[int]] = {}
    for group in GROUP.finditer(told):
        noun = " ".join(group["noun"].lower().split())
        for name in {noun, noun.split()[0]}:
            found.setdefault(name, []).append(whole_number(group["n"]))
    return {name: numbers for name, numbers in found.items() if len(numbers) == 2}


def exchanged(
    text: Text, stated: dict[str, Count], groups: dict[str, list[int]]
) -> Iterator[Found]:
    tp, fn, fp = (stated[role] for role in ("TP", "FN", "FP"))
    positives = {max(pair) for pair in groups.values() if min(pair) == tp.value != max(pair)}
    others = {min(pair) for pair in groups.values() if min(pair) != tp.value}
    if len(positives) != 1 or len(others) != 1:
        return
    missed, alarms = positives.pop() - tp.value, others.pop()
    if (fn.value, fp.value) == (alarms, missed) and missed != alarms:
        worked = f"FN = {missed + tp.value:,} − {tp.value:,} = {missed:,} and FP = {alarms:,}"
        place = min(fn.start, fp.start)
        yield text, place, f"{worked}; the page has them exchanged"


# -- the order of four counts ---------------------------------------------------------------------

UNPACKED = Pattern(
    r"(?P<names>[A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*){3})\s*=\s*(?:\w+\.)*"
    r"(?:confusion_matrix\((?P<arguments>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)|(?P<name>\w+))"
    r"\.(?:ravel|flatten)\(\)"
)
ORDER = ("tn", "fp", "fn", "tp")
ASSIGNED = r"\b{}\s*=\s*(?:\w+\.)*confusion_matrix\((?P<arguments>[^()\n]*)\)"


def unpacked(page: Question) -> Iterator[Found]:
    """scikit-learn's matrix of the labels 0 and 1 unpacks into tn, fp, fn, tp."""
    for block in page.blocks:
        text = block.text.content
        if block.kind != "code" or "ravel" not in text or "confusion_matrix" not in text:
            continue
        for found in UNPACKED.finditer(text):
            names = tuple(name.strip().lower() for name in found["names"].split(","))
            if set(names) == set(ORDER) and names != ORDER and is_in_order(found, text):
                message = "confusion_matrix(…).ravel() is tn, fp, fn, tp"
                yield block.text, found.start(), f"{message}; the page says {', '.join(names)}"


def is_in_order(found: re.Match[str], text: str) -> bool:
    """Whether the matrix that is unpacked has its labels in scikit-learn's own order."""
    arguments = found["arguments"]
    if found["name"]:
        assigned = re.search(ASSIGNED.format(re.escape(found["name"])), text)
        arguments = assigned["arguments"] if assigned else "labels"
    return "labels" not in arguments and "pos_label" not in text and "[::-1" not in text
