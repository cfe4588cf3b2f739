"""What a text says of sums of a matrix's counts: "TP + FN = 50", "N = 100", "actual positives: 50".

Each such sum is a metric like any other: it is named, computed from the matrix and compared.
"""

import re
from collections.abc import Collection, Iterator
from fractions import Fraction
from functools import lru_cache

from hooks.classifiers.matrix import ROLES, Metric
from hooks.classifiers.matrix_labels import LONGEST_TEXT
from hooks.classifiers.matrix_source import ANY_ROLE, counts, from_counts, role_named
from hooks.classifiers.metric_claims import DIGIT, Claim, claim_at
from hooks.classifiers.metric_names import BY_NAME
from hooks.language.wording import words
from hooks.pattern import Pattern

SYMBOLS = Pattern(
    rf"(?<![\w+/×·*(−^-])(?<![+/×·*(−^-]\s)(?P<sum>(?:{ANY_ROLE})(?:\s*\+\s*(?:{ANY_ROLE})){{1,3}})"
    r"\s*=",
    re.I,
)
NAMED = {
    "TP+FN": r"(?:total\s+)?actual(?:ly)?\s+positives?",
    "FP+TN": r"(?:total\s+)?actual(?:ly)?\s+negatives?",
    "TP+FP": r"(?:total\s+)?predicted\s+positives?",
    "FN+TN": r"(?:total\s+)?predicted\s+negatives?",
    "TP+FN+FP+TN": r"(?-i:\bN)|total(?:\s+(?:number\s+of\s+)?"
    r"(?:samples?|cases|instances|examples|predictions|observations|emails|patients|population))?",
}
NAME = Pattern(
    "|".join(rf"(?P<_{i}>\b(?:{names}))" for i, names in enumerate(NAMED.values())) + r"(?!\w)",
    re.I,
)
LINK = Pattern(r"\s*(?:\([A-Z]\)\s*)?[=:]\s*(?=\d)")
LETTERS = {"P": BY_NAME["precision"], "R": BY_NAME["recall"]}
LETTER = Pattern(r"(?<![\w(|])([PR])\s*=\s*(?=[\d.(])")
P_AND_R = Pattern(r"(?<!\w)P\s*=.{1,80}?(?<!\w)R\s*=", re.S)
SIGNS_OF_SUMS = ("+", "n =", "n=", "r =", "r=", "total", "actual", "predicted")
SPEAKS_OF_SUMS = Pattern(
    rf"(?:{ANY_ROLE})\s*\+|\b[NR]\s*=|total|actual|predicted\s+(?:pos|neg)", re.I
)


@lru_cache(maxsize=512)
def sums(text: str, is_math: bool = False) -> tuple[Claim, ...]:
    """The sums that a text states, in its order."""
    if len(text) > LONGEST_TEXT:
        return ()
    lower = text.lower()
    speaks = (
        any(sign in lower for sign in SIGNS_OF_SUMS)
        and DIGIT.search(text)
        and SPEAKS_OF_SUMS.search(text)
    )
    return tuple(_claims(text, is_math)) if speaks else ()


def _claims(text: str, is_math: bool) -> Iterator[Claim]:
    plain = words(text)
    for found in SYMBOLS.finditer(plain):
        if "}" not in text[found.end("sum") : found.end()]:  # no denominator of \\frac{}{TP+FN} =
            roles = {role_named(name) for name in re.findall(ANY_ROLE, found["sum"], re.I)}
            yield from claim_at(text, found.end(), sum_of(roles), found.start(), is_math)
    own = from_counts(counts(text))
    if own and P_AND_R.search(plain):
        for found in LETTER.finditer(plain):
            for claim in claim_at(text, found.end(), LETTERS[found[1]], found.start(), is_math):
                if claim.members[0].decisive:
                    yield claim
    if own and own.is_complete:
        for found in NAME.finditer(plain):
            link = LINK.match(plain, found.end())
            roles = list(NAMED)[int(found.lastgroup[1:])].split("+")
            if link:
                yield from claim_at(text, link.end(), sum_of(roles), found.start(), is_math)


def sum_of(roles: Collection[str]) -> Metric:
    """The sum of the counts of these roles."""
    roles = [role for role in ROLES if role in roles]

    def compute(*counted: int) -> Fraction:
        return Fraction(sum(dict(zip(ROLES, counted, strict=True))[role] for role in roles))

    return Metric("+".join(roles), (), "+".join(roles), compute)
