"""Odds and the probability that they are: "odds 5/3, as a probability 0.625", "0.8 means 4:1".

They stand beside each other, with no other number between them; what the text says of one and not
of the other, prior or posterior, must not differ.
"""

import math
import re
from collections.abc import Iterator

from hooks.language.wording import words
from hooks.page import Block, Question
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import DECIMAL, HEDGE, Judgment, Passage, passages
from hooks.worked.slips import COARSE, ROUGH, Slip, is_claimed, is_precise, judged
from hooks.worked.stated import Stated, is_hedged, numbers

LONGEST = 3000  # characters of a text
RATIO = rf"{DECIMAL}(?:\s*(?::|/|\bto\b)\s*{DECIMAL})?"
SHARE = rf"{DECIMAL}(?:\s?/\s?{DECIMAL}|\s*%)?"
IS = (
    r"(?:\s*(?:[=≈:]|\b(?:of|are|is|was|becomes?|now|then|thus|therefore|just|turn\s+into)\b"
    rf"|{HEDGE}))*\s*"
)
WHOSE = (
    r"(?:\s+(?:of|for|that|in\s+favou?r\s+of)\s+(?!\d)[A-Za-z'’ -]{2,40}?(?=\s(?:are|is)\s|[=:≈]))?"
)
MARK = r"[\s*_`$\"”“()]*"
KIND = r"(?P<kind{n}>(?:prior|pre-?\s?test|posterior|post-?\s?test|initial|new|old|starting)\s+)?"
# The odds, or what an update of odds gives: "0.222 · 0.25 = 0.0556, i.e. 5.3 %".
ODDS = (
    rf"(?:(?<![\w-]){KIND.format(n='')}(?P<log>log[-\s]?)?\bodds\b(?!\s+(?:ratio|against)){WHOSE}{IS}"
    r"(?:(?:[\d.:/ ]+\s*[·×*]\s*[\d.]+\s*[=≈]"
    rf"|{RATIO}\s*(?:[=≈→]|\b(?:turns?\s+into|becomes?)\b))\s*)?"
    rf"|(?<![\w.:/·×*])(?<![·×*/+−-]\s)(?P<updated>{RATIO}\s*[·×*]\s*{RATIO}\s*[=≈]\s*))"
    rf"(?P<odds>{RATIO})(?!\w|:\d|\s*(?:[·×*^+=≈]|[-−–]\s*\d|%|against))"
)
LINK = (
    r"(?:\s*[.,;()=≈→⇒-]|\s*\b(?:so|i\.e\.|that\s+is|that['’]s|hence|thus|or|as|in|an?|the|means?|meaning|gives?|giving|equals?"
    r"|which|is|it|this|makes?|corresponds?|corresponding|to|with|then|therefore|translates?|converts?|amounts?|are|now)(?!\w))*"
)
PROBABILITY = (
    rf"(?P<named>{KIND.format(n='2')}(?:probabilit(?:y|ies)|chances?|prob\.?|P(?=\s*\())(?:\s*\([^()]{{1,30}}\))?"
    rf"{WHOSE})?{IS}{MARK}"
)
AS_SHARE = Pattern(
    rf"{ODDS}(?P<link>{MARK}{LINK}{MARK}){PROBABILITY}(?P<share>{SHARE})(?![\w/.]*\d)", re.I
)
AS_ODDS = Pattern(
    rf"(?<![\w-]){KIND.format(n='')}(?:probability|chance|prob\.?)\b{WHOSE}{IS}{MARK}"
    rf"(?P<share>{SHARE})(?![\w/.]*\d)"
    rf"(?P<link>{MARK}{LINK}{MARK}){KIND.format(n='2')}odds\b(?!\s+(?:ratio|against)){IS}{MARK}(?P<odds>{RATIO})"
    r"(?!\w|\s*(?:[·×*^+]|[-−–]\s*\d|%|against))",
    re.I,
)
AGAIN = Pattern(
    rf"(?:\s*(?:[=≈(]|,?\s*(?:or|i\.e\.)(?!\w))\s*(?:{HEDGE}\s*|≈\s*)?|\s*,\s*{HEDGE}\s*)"
    rf"(?P<share>{SHARE})(?![\w/.]*\d)",
    re.I,
)
SAME = Pattern(r"\b(?:the|this|it|as|so|hence|thus|then|therefore)\b", re.I)
DECIMAL_ODDS = Pattern(DECIMAL)
CLEAR = Pattern(
    r"→|⇒|\bi\.e\.|\bthat\s+is\b|\bor\b|\bcorrespond|\bmean|\btranslat|\bequal|\bas\s+an?\b", re.I
)
ROOM = 0.02  # of a value that rounding on the way may change


@record
class Pair:
    """Odds beside a share, either of which may be the result."""

    block: Block
    found: re.Match[str]

    @property
    def is_of_one(self) -> bool:
        """Whether both are said to be the same thing's, before or after something was seen."""
        kinds = [time_of(self.found[name] or "") for name in ("kind", "kind2")]
        return not kinds[1] or kinds[0] == kinds[1]

    @property
    def is_clear(self) -> bool:
        """Whether the share is said to be that of the odds, and not of something else."""
        link, named = self.found["link"], (self.found["named"] or "").lower()
        if CLEAR.search(link):
            return True
        if self.found["updated"]:
            return bool(named) and "." not in link
        if "." in link:
            return bool(named) and " of " not in named and bool(SAME.search(link))
        return (bool(named) or "%" in self.found["share"]) and " of " not in named

    @property
    def share(self) -> float:
        text = self.found["share"].replace(",", "")
        above, _, below = text.rstrip("% ").partition("/")
        return float(above) / (float(below or 1) or 1) / (100 if "%" in text else 1)

    @property
    def odds(self) -> float | None:
        parts = [float(p.replace(",", "")) for p in re.split(r":|/|\bto\b", self.found["odds"])]
        if len(parts) == 1:
            return parts[0]
        return parts[0] / parts[1] if parts[1] else None


def time_of(kind: str) -> str:
    kind = kind.strip().lower()
    if kind.startswith(("prior", "pre", "initial", "old", "start")):
        return "before"
    return "after" if kind else ""


def judgments(page: Question) -> Iterator[Judgment]:
    """The probabilities and odds of a page that contradict the odds and probabilities beside."""
    if "odds" not in page.lower:
        return
    told: dict[int, list[Passage]] = {}
    for passage in passages(page):
        told.setdefault(id(passage.block), []).append(passage)
    for block in page.blocks:
        content = block.text.content
        if id(block) not in told or block.kind == "table" or len(content) > LONGEST:
            continue
        if "odds" in content.lower():
            yield from of_block(page, block, told[id(block)])


def of_block(page: Question, block: Block, told: list[Passage]) -> Iterator[Judgment]:
    plain = words(block.text.content)
    for pattern, name in ((AS_SHARE, "share"), (AS_ODDS, "odds")):
        for found in pattern.finditer(plain):
            pair = Pair(block, found)
            right = (right_share if name == "share" else right_odds)(pair)
            if not right or not pair.is_of_one:
                continue
            for start in places_of(plain, found, name):
                for passage, number in numbers_at(told, start, plain):
                    slip = slip_of(passage, number, pair, name == "share", *right)
                    if slip and is_claimed(page, passage, number, is_end=True):
                        yield judged(passage, number, slip)


def places_of(plain: str, found: re.Match[str], name: str) -> Iterator[int]:
    """Where a result starts, and where a share is given once more: "900/949, roughly 94.8 %"."""
    yield found.start(name)
    if name == "share" and (again := AGAIN.match(plain, found.end(name))):
        yield again.start("share")


def numbers_at(told: list[Passage], start: int, plain: str) -> Iterator[tuple[Passage, Stated]]:
    """The number that starts at an offset of a block, in its passage."""
    for passage in told:
        at = start - max(plain.find(passage.plain), 0)
        for number in numbers(passage.plain):
            if number.start == at and passage.plain in plain:
                yield passage, number
                return


def right_share(pair: Pair) -> tuple[list[float], str] | None:
    """What odds are as a probability, also if they are against it, and how that is computed."""
    found, odds = pair.found, pair.odds
    if not pair.is_clear or odds is None or not 0 < pair.share <= 1:
        return None
    if found["log"]:
        values = [1 / (1 + base ** -min(odds, 50)) for base in (math.e, 2, 10)]
        return values, f"1/(1 + e^−{found['odds']})"
    is_restated = "/" in found["share"] and not found["named"] and abs(pair.share - odds) < ROOM
    if not odds or is_restated:  # odds of 0.727, i.e. 8/11
        return None
    text = found["odds"]
    return [odds / (1 + odds), 1 / (1 + odds)], f"{text}/(1 + {text})"


def right_odds(pair: Pair) -> tuple[list[float], str] | None:
    p = pair.share
    if not 0 < p < 1:
        return None
    text = pair.found["share"].strip()
    return [p / (1 - p), (1 - p) / p], f"{text}/(1 − {text})"


def slip_of(
    passage: Passage, number: Stated, pair: Pair, is_share: bool, rights: list[float], how: str
) -> Slip | None:
    """That a number, or the ratio that it begins, is none of the right values."""
    value = float(number.value) if is_share else pair.odds
    is_ratio = not is_share and not DECIMAL_ODDS.fullmatch(pair.found["odds"].strip())
    unit = 0 if is_ratio else float(number.unit)
    is_rough = is_hedged(passage.plain, number) and not is_precise(number)
    room = ROUGH if is_rough else ROOM
    if value is None or any(abs(value - x) <= max(COARSE * unit, room * x) for x in rights):
        return None
    return Slip(value, rights[0], how, "the number is not")
