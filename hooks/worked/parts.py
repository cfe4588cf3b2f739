"""Parts of a whole: shares, probabilities or counts, and whether they sum to what they must.

How far rounded parts may miss the whole: each by half a unit of its last digit. Shares with one
decimal (0.2, 0.3, 0.6) are taken as they stand, unless they are said to be about so much.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from hooks.calculation.quantity import shown, shown_percent
from hooks.language.sentences import Sentence
from hooks.page import Text
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.stated import Stated, is_bounded, is_hedged, numbers

HALF = Fraction(1, 2)
COARSE = Fraction(1, 10)  # the unit of 0.2, which nobody takes for a rounded 0.24
MOST_PARTS = 30
MANY = 4  # rounded parts that are not all rounded up from just one half

# Between two members of a list: a comma or "and", with a short label on either side.
LABEL = r"[^\W\d_][\w'’/-]{0,20}"
BETWEEN = Pattern(
    rf"\s*(?:\(?\s*(?:{LABEL}\s*){{0,4}}\)?)\s*(?:,|;|/|\band\b|&|\bor\b"
    rf"|\bplus\b)\s*(?:and\s+)?(?:(?:{LABEL}\s*:?\s*){{0,3}}|p\s*\({LABEL}\)\s*=\s*)\(?\s*"
)

REST = Pattern(
    r"\b(?:rest|remain\w*|left\s*over|leftover|others?|unused|discard\w*|dropped|unknown"
    r"|missing|neither"
    r"|ignore\w*|set\s+aside|additional\w*|separate\w*|extra|both|overlap\w*|multiple"
    r"|several|abstain\w*)\b",
    re.I,
)
NO_OVERLAP = Pattern(
    r"(?:without|no|not)\s+(?:any\s+)?overlap\w*|n['’]t\s+overlap|\bno\s+\w+\s+\w+\s+both\b", re.I
)
NESTED = Pattern(
    r"\bof\s+(?:the\s+)?(?:train\w*|remain\w*|rest|those|these|which|them|it|that|whom)\b"
    r"|\bfrom\s+the\s+train\w*|\bof\s+(?:its|their)\b|\bthen\b|\bagain\b",
    re.I,
)


FAR = Fraction(1, 4)  # of the whole; slips are smaller


@record
class Whole:
    """Parts that were summed.

    text, parts: where the parts stand and what they are. total: what they must sum to.
    at, at_text: the number to mend: the last part, or a total that is stated. what: what the parts
    are. cells: the parts with their texts, where they stand in several.
    """

    text: Text
    parts: tuple[Stated, ...]
    total: Fraction
    at: Stated
    what: str
    at_text: Text
    slack: Fraction = Fraction(0)
    cells: tuple[tuple[Text, Stated], ...] = ()

    @property
    def stated(self) -> tuple[tuple[Text, Stated], ...]:
        """Each part with the text that it stands in."""
        return self.cells or tuple((self.text, part) for part in self.parts)

    @property
    def sum(self) -> Fraction:
        return sum((part.value for part in self.parts), Fraction(0))

    @property
    def is_right(self) -> bool:
        return abs(self.sum - self.total) <= self.slack

    @property
    def is_far(self) -> bool:
        """Whether the sum is so far off that these are hardly parts of that: 0.9, 0.6 and 0.5."""
        is_repeated = len({part.value for part in self.parts}) < 2  # ten folds of 20 %
        return not is_repeated and abs(self.sum - self.total) > FAR * abs(self.total)

    @property
    def message(self) -> str:
        percent = any(part.is_percent for part in self.parts)
        show = shown_percent if percent else shown
        listed = " + ".join(part.written.lstrip("+") for part in self.parts)
        total = self.at.written if self.at not in self.parts else show(self.total)
        return f"{self.what}: {listed} = {show(self.sum)}; must be {total}"


@record
class Derived:
    """A number that follows from others.

    at: the number, in at_text. right: what it has to be, up to slack. how: how that is computed.
    given: what it was computed from, each with the text it stands in.
    """

    at_text: Text
    at: Stated
    right: Fraction
    how: str
    slack: Fraction = Fraction(0)
    given: tuple[tuple[Text, Stated], ...] = ()

    @property
    def stated(self) -> tuple[tuple[Text, Stated], ...]:
        return self.given

    @property
    def is_right(self) -> bool:
        return abs(self.at.value - self.right) <= self.slack

    @property
    def message(self) -> str:
        show = shown_percent if self.at.is_percent else shown
        return f"{self.how} = {show(self.right)}; the page says {self.at.written}"


def whole(
    text: Text, parts: Sequence[Stated], total: Fraction, what: str, plain: str, at: Stated = None
) -> Whole:
    """The parts of a sentence with the slack that their writing leaves."""
    return Whole(text, tuple(parts), total, at or parts[-1], what, text, slack(parts, plain))


def slack(parts: Sequence[Stated], plain: str) -> Fraction:
    """By how much rounded parts may miss the whole."""
    hedged = any(is_hedged(plain, part) for part in parts)
    units = [part.unit for part in parts if not part.quantity.exact]
    units = [unit for unit in units if hedged or unit != COARSE]
    ties = min(units) / 4 if len(units) >= MANY else 0
    return sum((unit * HALF for unit in units), Fraction(0)) - ties


def rounding(number: Stated) -> Fraction:
    """By how much one number may differ from what it stands for: half of its last digit's unit."""
    return Fraction(0) if number.quantity.exact else number.unit * HALF


def is_off(parts: Sequence[Stated], total: Fraction, plain: str = "") -> bool:
    return abs(sum(part.value for part in parts) - total) > slack(parts, plain)


def exceeds(parts: Sequence[Stated], total: Fraction, plain: str = "") -> bool:
    return sum(part.value for part in parts) > total + slack(parts, plain)


def series(sentence: Sentence) -> Iterator[tuple[Stated, ...]]:
    """The lists of two or more numbers of one kind: "55 % cats, 30 % dogs and 15 % birds"."""
    plain, run = sentence.plain, []
    for before, number in pairwise([None, *numbers(plain)]):
        joined = (
            run
            and before.is_percent == number.is_percent
            and BETWEEN.fullmatch(plain, before.end, number.start)
        )
        if not joined:
            if len(run) > 1:
                yield tuple(run)
            run = []
        run.append(number)
    if len(run) > 1:
        yield tuple(run)


def are_shares(parts: Sequence[Stated]) -> bool:
    """Whether all are percentages, or all decimals or fractions from 0 to 1."""
    if not 2 <= len(parts) <= MOST_PARTS or any(part.value < 0 for part in parts):
        return False
    if all(part.is_percent for part in parts):
        return True
    fractional = any("." in part.written or "/" in part.written for part in parts)
    return fractional and all(not part.is_percent and part.value <= 1 for part in parts)


def are_open(parts: Sequence[Stated], plain: str) -> bool:
    """Whether one of them is a bound or a range, or the list goes on: "…"."""
    if any(is_bounded(plain, part) for part in parts):
        return True
    return bool(re.search(r"…|\.\.\.|\\[lc]?dots", plain[parts[0].start : parts[-1].end + 8]))


def has_rest(plain: str) -> bool:
    """Whether it may be that not all parts are stated, or that some overlap."""
    return bool(REST.search(NO_OVERLAP.sub("", plain)))
