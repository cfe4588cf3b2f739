"""Conditional probabilities behind the counts of which each is a share.

"6 rejects from A and 16 from B. Hence P(B | reject) = 73 %", "60 + 98 = 158, of these 60 are
phishing: P(phishing | urgent) = 38 %". And, behind "priors 0.6 and 0.4" and both likelihoods in
symbols, the posterior that leaves the priors out.
"""

import re
from collections.abc import Iterator, Sequence

from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import Judgment, Passage, passages
from hooks.worked.slips import Slip, can_be, is_claimed, judged, shows
from hooks.worked.stated import Stated, numbers

MOST_BEFORE = 3  # passages between the counts and their share
N = r"(?<![\w.,/])\d{1,3}(?:,\d{3})+(?![\d.]*\d)|(?<![\w.,/])\d+(?![\w,%]*\d|\.\d|\s?%)"
NAME = r"[^\W\d][\w-]*"
FROM_EACH = Pattern(
    rf"(?P<a>{N})\s+(?:[^\W\d]+\s+){{0,3}}?(?:from|of|by)\s+(?:\w+\s+)?(?P<A>{NAME})\s*(?:,|,?\s*and)\s+"
    rf"(?P<b>{N})\s+(?:[^\W\d]+\s+){{0,2}}?(?:from|of|by)\s+(?:\w+\s+)?(?P<B>{NAME})",
    re.I,
)
OF_SUM = Pattern(rf"(?P<a>{N})\s*\+\s*(?P<b>{N})\s*=\s*(?P<t>{N})", re.I)
OF_THESE = Pattern(
    rf"\b(?:of|among)\s+(?:these|those|them|which|whom|the\s+\d[\d,]*)\s*,?\s*(?:only\s+)?(?P<c>{N})\s+(?:are|is|were|really\s+are)\s+"
    rf"(?:\w+\s+)?(?P<C>{NAME})",
    re.I,
)
OF_ALL = Pattern(
    rf"\b(?:of|among)\s+(?:the\s+|these\s+|those\s+)?(?P<t>{N})\s+(?P<all>[^.;:,\d]{{3,40}}?)\s*,?\s*(?:only\s+)?(?P<c>{N})\s+"
    rf"(?:are|is|were|have|has)\s+(?:\w+\s+)?(?P<C>{NAME})",
    re.I,
)
POSTERIOR = Pattern(
    rf"\bPr?\s?\(\s*(?P<name>{NAME})\s*(?:\||\\mid|∣)\s*(?P<given>[^()|]{{1,30}}?)\s*\)[\s*_$`]*(?:=|≈|:|\bis\b|\\approx)[\s*_$`]*(?:about\s+)?(?=\d)"
)
PRIORS = Pattern(
    r"\bpriors?\s+(?:probabilities\s+)?(?:of\s+|are\s+|=\s*)?(?P<p>0?\.\d+|\d+\s?%)\s*(?:,|and|/|vs\.?)\s*(?P<q>0?\.\d+|\d+\s?%)",
    re.I,
)


@record
class Group:
    """How many of all are of a name; said: the text that says of what."""

    name: str
    count: int
    total: int
    passage: int
    said: str


def judgments(page: Question) -> Iterator[Judgment]:
    """The probabilities of a page that its counts or its priors contradict."""
    if "|" not in page.source and "\\mid" not in page.source and "∣" not in page.source:
        return
    if "P(" not in page.source and "P (" not in page.source and "Pr(" not in page.source:
        return
    told = [passage for passage in passages(page) if not passage.of_mistakes]
    groups = [group for at in range(len(told)) for group in groups_in(told, at)]
    for at, passage in enumerate(told):
        found = list(POSTERIOR.finditer(passage.plain))
        if len(found) != 1:
            continue
        number = next((n for n in numbers(passage.plain) if n.start == found[0].end()), None)
        if not number or "/" in number.written or not 0 < number.value < 1:
            continue
        slip = of_groups(found[0], number, groups, at) or of_priors(found[0], number, told, at)
        if slip and is_claimed(page, passage, number):
            yield judged(passage, number, slip)


# -- counts ---------------------------------------------------------------------------------------


def groups_in(told: Sequence[Passage], at: int) -> Iterator[Group]:
    """The parts of a sum that a passage states, with their names."""
    plain = told[at].plain
    for found in FROM_EACH.finditer(plain):
        a, b = whole(found["a"]), whole(found["b"])
        said = plain[: found.end()].lower()
        yield Group(found["A"].lower(), a, a + b, at, said)
        yield Group(found["B"].lower(), b, a + b, at, said)
    for found in OF_THESE.finditer(plain) if "of " in plain.lower() or "among" in plain else ():
        before = [told[at - 1].plain, plain] if at else [plain]
        sums = [s for text in before for s in OF_SUM.finditer(text)]
        c = whole(found["c"])
        if sums and c in (whole(sums[-1]["a"]), whole(sums[-1]["b"])):
            said = " ".join(before).lower()
            yield Group(found["C"].lower(), c, whole(sums[-1]["t"]), at, said)
    for found in OF_ALL.finditer(plain) if "of " in plain.lower() else ():
        c, t = whole(found["c"]), whole(found["t"])
        if c < t:
            yield Group(found["C"].lower(), c, t, at, found["all"].lower())


def whole(text: str) -> int:
    return int(text.replace(",", ""))


STEM = Pattern(r"[^\W\d]{4,5}")  # of what was observed: it must be said of the counts


def of_groups(
    found: re.Match[str], number: Stated, groups: Sequence[Group], at: int
) -> Slip | None:
    """The share of the nearest group of that name, which the number is not."""
    near = [g for g in groups if 0 <= at - g.passage <= MOST_BEFORE]
    given = STEM.match(found["given"].lower().strip(" \"'“”"))
    own = [g for g in near if g.name == found["name"].lower() and given and given[0] in g.said]
    if not own or any(can_be(number, g.count / g.total, False) for g in groups):
        return None
    group = own[-1]
    right = group.count / group.total
    if abs(float(number.value) - right) <= 0.01:
        return None
    how = f"{group.count:,}/{group.total:,}"
    return Slip(float(number.value), right, how, "the number is not")


# -- priors ---------------------------------------------------------------------------------------

LIKELIHOOD = Pattern(
    rf"\bPr?\s?\(\s*(?P<given>[^()|]{{1,30}}?)\s*(?:\||\\mid|∣)\s*(?P<name>{NAME})\s*\)\s*(?:[=≈]|\\approx)\s*"
    r"(?:[\d\s./·×*()+−-]*?[=≈]\s*)?(?P<value>0?\.\d+)(?![\d.]*\d|\s*[·×*/])"
)


def of_priors(
    found: re.Match[str], number: Stated, told: Sequence[Passage], at: int
) -> Slip | None:
    """The posterior of two hypotheses whose priors stand beside it, if it leaves them out."""
    stated = [
        p for passage in told[max(0, at - 1) : at + 1] for p in PRIORS.finditer(passage.plain)
    ]
    likes: dict[str, float] = {}
    for passage in told[: at + 1]:
        for like in LIKELIHOOD.finditer(passage.plain):
            if like["given"].strip().lower() == found["given"].strip().lower():
                likes.setdefault(like["name"].lower(), float(like["value"]))
    name = found["name"].lower()
    if len(stated) != 1 or len(likes) != 2 or name not in likes:
        return None
    p, q = share(stated[0]["p"]), share(stated[0]["q"])
    own = likes.pop(name)
    ((_, other),) = likes.items()
    if abs(p + q - 1) > 0.001:
        return None
    rights = [own * a / (own * a + other * b) for a, b in ((p, q), (q, p))]
    first = next(iter(order_of(told, found["given"], at)), name)
    right = rights[0] if first == name else rights[1]
    p, q = (p, q) if first == name else (q, p)
    how = f"{own:.4g} × {p:g}/({own:.4g} × {p:g} + {other:.4g} × {q:g})"
    slip = Slip(own / (own + other), right, how, "the number leaves the priors out", True)
    if any(can_be(number, one, False) for one in rights):
        return None
    return slip if shows(number, slip) else None


def order_of(told: Sequence[Passage], given: str, at: int) -> Iterator[str]:
    """The names of the hypotheses in the order in which their likelihoods are stated."""
    for passage in told[: at + 1]:
        for like in LIKELIHOOD.finditer(passage.plain):
            if like["given"].strip().lower() == given.strip().lower():
                yield like["name"].lower()


def share(text: str) -> float:
    return float(text.rstrip("% ")) / (100 if "%" in text else 1)
