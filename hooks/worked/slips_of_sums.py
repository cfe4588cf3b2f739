"""Totals of listed counts that leave one of them out, or one of several that a row stands for."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice, product

from hooks.calculation.misprints import miswritten
from hooks.pattern import Pattern
from hooks.record import replace
from hooks.worked.counted_claims import Claim
from hooks.worked.facts import Passage
from hooks.worked.laws_of_rows import all_numbers, rows_of, tables_in
from hooks.worked.named_sizes import COUNT, N, Scene
from hooks.worked.sizes import LARGE, Verdict, integer, judged
from hooks.worked.slips import Value, misread, slip_in
from hooks.worked.slips_in_columns import OPERATED, value_in
from hooks.worked.slips_of_parameters import pairs_in, readings

TOTAL = Pattern(
    r"\b(?:total|sum|together|altogether|in\s+all|all\s+in\s+all|overall|everything|whole|add(?:s|ed)?\s+up|summed)\b"
    r"|^\W*(?:one\s+|per\s+|a\s+|the\s+)?(?:\w+\s+)?(?:layer|block|network|model|net)\W*(?:$|\n)"
    r"|^\W*(?:so\s+|thus\s+)?(?:one|a|an|each|per|the)\s+(?:\w+\s+)?(?:layer|block|network|model|net)\s+(?:\w+\s+)?(?:has|holds|counts)\b",
    re.I | re.M,
)
OF_VALUES = Pattern(r"\bflatten\w*|\binput\s*:|\bvalues\b|\bpixels\b", re.I)
CALCULATED = Pattern(r"\d\W{0,3}=[\s*_$`]*$")
MOST_PARTS = 6
IN_PROSE = Pattern(
    r"\b(?:sum|per\s+(?:layer|block)|whole\s+(?:model|network)|together|altogether|in\s+all|all\s+in\s+all|in\s+total|total)\b",
    re.I,
)
EQUAL_PARTS = Pattern(
    rf"(?:\ball\s+(?P<all>{N})|(?P<count>{COUNT})\s+(?:of\s+(?:them|these|those)|(?:\w+\s+)?(?:blocks|layers|copies)))\W*(?:\s*(?:have|has|are|make|hold|is|:|=))*\s*$",
    re.I,
)
FEWEST = 2
LEAST = 1000
OF_PART = Pattern(r"\b(?:layer|block|part|subtotal)\b", re.I)
MOST_READINGS = 32
TIMES_ALL = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32)
ADDED = Pattern(rf"\+\s*(?P<term>{N})")
MULTIPLIED = Pattern(r"\b(?:each|times|copies|of\s+which|thereof|subtotal)\b|\d\s*[×x]\s*$", re.I)


def verdicts(scene: Scene) -> Iterator[Verdict]:
    found = scene.claims
    lists: dict[tuple, list[Claim]] = {}
    for claim in found:
        if claim.passage.block.kind in ("item", "table"):
            lists.setdefault((claim.passage.place[:4], claim.column), []).append(claim)
    for (place, _), listed in lists.items():
        last = listed[-1].number
        behind = [c for c in found if c.number == last + 1 and c.passage.place[:4] != place]
        yield from of_list(scene, [*listed, *behind[:1]])
    yield from of_several(found, scene.passages)
    yield from of_paragraphs(scene)
    yield from of_columns(scene)
    yield from of_equal_parts(found)


def of_paragraphs(scene: Scene) -> Iterator[Verdict]:
    """The total of the counts that the text states before it."""
    before: list[Claim] = []
    for claim in scene.claims:
        if claim.passage.block.kind != "paragraph" or is_of_values(claim):
            continue
        near = [one for one in before if one.passage.place[0] == claim.passage.place[0]]
        sums = {sum(one.value for one in near[at:]) for at in range(-MOST_PARTS, -1)}
        # One block and all four of them, in a sentence, are one part.
        by_passage = groupby(
            near[-MOST_PARTS:],
            key=lambda one, own=claim.number: (one.number, one.start if one.number == own else 0),
        )
        parts = [list(said) for _, said in by_passage]
        parts = parts if len(parts) >= FEWEST else [[one] for one in near[-MOST_PARTS:]]
        is_total = IN_PROSE.search(claim.own) and not MULTIPLIED.search(claim.own)
        is_total = is_total and claim.value not in sums
        if is_total and len(parts) >= FEWEST and claim.value >= LEAST:
            if has_other_part(scene, claim, near):
                continue
            yield from verdict_on(scene, claim, parts, range(len(parts) - FEWEST + 1))
        before.append(claim)


def has_other_part(scene: Scene, claim: Claim, near: Sequence[Claim]) -> bool:
    """Whether the last part and a number that the page states elsewhere make up the total.

    Or another part, of two: "the LSTM would have …; two layers together".
    """
    values = {one.value for one in near}
    rest = claim.value - near[-1].value
    if OF_TWO.search(claim.own) and rest in values:
        return True
    return rest >= LEAST and rest not in values and rest in scene.once(all_numbers)


OF_TWO = Pattern(r"\b(?:two|both)\b", re.I)


def of_columns(scene: Scene) -> Iterator[Verdict]:
    """A total beside a table of which it is the sum of a column, but for a slip of the fingers."""
    sums = scene.once(column_sums)
    for claim in scene.claims if sums else ():
        if not is_total(claim) or CALCULATED.search(claim.label) or claim.value in sums:
            continue
        wrong = [(whole, slip) for whole in sums if (slip := miswritten(claim.value, whole))]
        if len(wrong) == 1 and claim.value >= LARGE_TOTAL:
            whole, slip = wrong[0]
            text = f"the column above adds up to {whole:,}, but {slip}"
            yield judged(claim.passage, (claim.start, claim.end), False, text)


FEWEST_ROWS, LARGE_TOTAL = 3, 10_000
COUNTED = Pattern(rf"(?P<n>{N})\s+(?:trainable\s+)?(?:param\w*|weights)\b", re.I)


def column_sums(scene: Scene) -> set[int]:
    """What the columns of tables and the counts of lists add up to, however small some are."""
    sums = {
        sum(row.said for row in rows)
        for table in tables_in(scene.passages)
        for column in range(1, len(table[0][1]))
        if len(rows := list(rows_of(table, column, 1))) >= FEWEST_ROWS
    }
    lists: dict[tuple, list[int]] = {}
    for passage in scene.passages:
        if passage.block.kind == "item":
            found = (integer(one["n"]) for one in COUNTED.finditer(passage.plain))
            lists.setdefault(passage.place[:4], []).extend(filter(None, found))
    return sums | {sum(counts) for counts in lists.values() if len(counts) >= FEWEST_ROWS}


def is_of_values(claim: Claim) -> bool:
    """Whether it counts what flows through a network and not what the network learns."""
    is_named = claim.noun == "values" or OF_VALUES.search(claim.label)
    return not claim.noun.startswith("param") and bool(is_named)


def of_equal_parts(found: Sequence[Claim]) -> Iterator[Verdict]:
    """One block has 789,760 parameters, four blocks …: so many times the last count."""
    for i, claim in enumerate(found[1:], 1):
        named = EQUAL_PARTS.search(claim.label)
        count = integer(named["count"] or named["all"]) if named else in_each(found[i - 1], claim)
        if not count or count < 2 or claim.value < LEAST:
            continue
        before = [one.value for one in found[:i] if one.value >= LEAST]
        if not before or any(value * count == claim.value for value in before):
            continue
        last = before[-1]
        slips = {
            1: "that is one",
            count // 2: "that is half of it",
            count - 1: f"that is {count - 1}",
            count + 1: f"that is {count + 1}",
        }
        for k, text in slips.items():
            if claim.value == last * k:
                formula = f"{count} × {last:,} = {last * count:,}, but {text}"
                yield judged(claim.passage, (claim.start, claim.end), False, formula)
                break


def of_list(scene: Scene, listed: Sequence[Claim]) -> Iterator[Verdict]:
    """Items or rows, each with its count, and the total behind them."""
    parts: list[list[Claim]] = []
    for claim in listed:
        if parts and parts[-1][-1].number == claim.number:
            parts[-1].append(claim)
        elif is_of_values(claim):
            continue
        elif not is_total(claim):
            parts.append([claim])
        elif len(parts) >= FEWEST and claim.value >= LEAST:
            if claim.value not in scene.once(column_sums):
                yield from verdict_on(scene, claim, parts)
            parts = []


def is_total(claim: Claim) -> bool:
    is_called = TOTAL.search(claim.label) and not claim.passage.is_reported(claim.start)
    return bool(is_called) and not MULTIPLIED.search(claim.own)


def verdict_on(
    scene: Scene, claim: Claim, parts: Sequence[list[Claim]], starts: Sequence[int] = (0,)
) -> Iterator[Verdict]:
    """The total of all parts, or of those since any of them."""
    if CALCULATED.search(claim.label) or is_computed(claim):
        return  # arithmetic checks what is added
    if OF_PART.search(claim.label):
        starts = range(len(parts) - FEWEST + 1)
    readings = [list(read) for read in islice(product(*map(counts_of, parts)), MOST_READINGS)]
    right = [
        Value(sum(read[first:]) * k, "") for read in readings for first in starts for k in TIMES_ALL
    ]
    if any(claim.said(value.number) for value in right):
        return
    for read in readings:
        for first in starts:
            whole = sum(read[first:])
            pairs = zip(read[first:], parts[first:], strict=True)
            wrong = [slip for count, part in pairs for slip in left_out(whole, count, part[-1])]
            wrong += without_added(whole, [part[-1] for part in parts[first:]])
            if len(parts) >= FEWEST_ROWS and first == min(starts):
                wrong += misread(claim.value, [Value(whole, "")])
            if (part := otherwise(claim, whole, parts[first:], scene)) is not None:
                yield part
                return
            if slip := slip_in(claim.said, right, wrong):
                terms = " + ".join(f"{count:,}" for count in read[first:])
                text = f"{terms} = {whole:,}, but {slip.slip}"
                yield judged(claim.passage, (claim.start, claim.end), False, text)
                return


def otherwise(
    total: Claim, whole: int, parts: Sequence[list[Claim]], scene: Scene
) -> Verdict | None:
    """The only part that the total takes with another of its right values: with its biases."""
    known = dict(zip(map(id, scene.claims), scene.once(readings), strict=True))
    more = total.value - whole
    found = [
        (part[-1], value)
        for part in parts
        for right, _ in known[id(part[-1])]
        for value in right
        if value.formula and value.number == part[-1].value + more and more > 0
    ]
    if len({id(part) for part, _ in found}) != 1:
        return None
    part, value = found[0]
    text = f"{value.formula} = {value.number:,}, and so the total of {total.value:,} has it"
    verdict = judged(part.passage, (part.start, part.end), False, text)
    return replace(verdict, givens=((total.passage, total.start, total.end),))


def counts_of(part: Sequence[Claim]) -> set[int]:
    """What a row or item counts: its last number, all that it states together, or what the
    calculation in its row gives."""
    is_row = part[-1].passage.block.kind == "table"
    cells = (
        [c.rpartition("=")[0] or c for c in part[-1].passage.plain.split("\n")] if is_row else ()
    )
    worked = {value_in(cell) for cell in cells if OPERATED.search(cell)} - {None}
    return {part[-1].value, sum(claim.value for claim in part), *worked}


def is_computed(claim: Claim) -> bool:
    """Whether its cell writes out another calculation than a sum: 100² · 384 = 3,840,000."""
    cell = claim.passage.plain[: claim.start].rpartition("\n")[2]
    return claim.passage.block.kind == "table" and "=" in cell and "+" not in cell


def left_out(whole: int, count: int, part: Claim) -> Iterator[Value]:
    """What is left without a part, without some of it, or without a term of its calculation."""
    yield Value(whole - count, "", f"that leaves {count:,} out")
    for k in (2, 3, 4):
        if count % k == 0 and count // k > 1 and says_several(part.label, k):
            one = count // k
            yield Value(whole - one, "", f"that leaves {one:,} of {count:,} out")
    for found in ADDED.finditer(part.label):
        term = integer(found["term"])
        if term and 10 <= term < count:
            yield Value(whole - term, "", f"that leaves {term:,} of {count:,} out")


def without_added(whole: int, parts: Sequence[Claim]) -> list[Value]:
    """What is left without the last term of each calculation: all biases."""
    last = [list(ADDED.finditer(part.label))[-1:] for part in parts]
    terms = [integer(found["term"]) for each in last for found in each]
    terms = terms or [m for part in parts for _, m in pairs_in(part.label)]
    if len(terms) < FEWEST or None in terms:
        return []
    written = " + ".join(f"{term:,}" for term in terms)
    return [Value(whole - sum(terms), "", f"that leaves {written} out")]


def says_several(label: str, k: int) -> bool:
    """Whether a row stands for k of a thing: "two layer norms", "both", 2·2·512."""
    words = {2: "two|both|pair", 3: "three", 4: "four"}[k]
    return bool(re.search(rf"\b(?:{words})\b|\b{k}\s*[·×*]\s*\(?\d", label, re.I))


LISTED = Pattern(
    r"\b[A-Za-z]_?[A-Za-z]\b(?=\s*(?:,|and\b|have|each|are))|\b(?P<count>both|two|three|four|six)\b",
    re.I,
)
COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "six": 6}


def in_each(one: Claim, together: Claim) -> int | None:
    """How many have "16,777,216 entries each, … together": as many as are listed before it."""
    is_pair = (
        one.number == together.number and EACH.search(one.own) and TOGETHER.search(together.own)
    )
    if not is_pair:
        return None
    listed = list(LISTED.finditer(one.label))
    words = [COUNTS[found["count"].lower()] for found in listed if found["count"]]
    return words[-1] if words else len(listed) or None


EACH = Pattern(r"\beach\b|\bper\b", re.I)
TOGETHER = Pattern(r"\b(?:together|altogether|in\s+all|in\s+total)\b", re.I)


# -- so many of them ------------------------------------------------------------------------------

OF_THEM = Pattern(
    r"\b(?P<count>two|three|four)\s+(?:of\s+(?:them|those|these)|(?:layer\s?)?norms?|biases)\b",
    re.I,
)
NUMERALS = {"two": 2, "three": 3, "four": 4}


def of_several(found: Sequence[Claim], passages: Sequence[Passage]) -> Iterator[Verdict]:
    """1,024 each. Two of them per layer, so a layer holds …: one of them is left out."""
    for claim in found:
        several = OF_THEM.search(claim.label)
        if not several or claim.value < LEAST or not claim.number:
            continue
        before = results_before(claim, passages)
        own = [n for n, at in before if at == claim.number - 1]
        if not own:
            continue
        count, one = NUMERALS[several["count"].lower()], own[-1]
        others = sorted({n for n, _ in before if n > one}, reverse=True)[:8]
        sums = {0}
        for other in others:
            sums |= {total + other for total in sums}
        rest = claim.value - one
        if rest in sums - {0} and claim.value - count * one not in sums:
            right = rest + count * one
            text = f"{rest:,} + {count} × {one:,} = {right:,}, but that takes {one:,} once"
            yield judged(claim.passage, (claim.start, claim.end), False, text)


def results_before(claim: Claim, passages: Sequence[Passage]) -> list[tuple[int, int]]:
    """The large numbers that the passages before a claim state, and in which one they stand."""
    return [
        (value, number)
        for number in range(max(0, claim.number - 12), claim.number)
        for written in LARGE.finditer(passages[number].plain)
        if (value := integer(written["number"])) and value >= 100 and not written["unit"]
    ]
