"""What stands around a formula: whether it is quoted as a mistake or holds for one case only."""

import re

from hooks.calculation.claims import REFUTING
from hooks.language.sentences import CALLED_WRONG
from hooks.language.wording import words
from hooks.pattern import Pattern

# The lookbehinds come after the character, so that they are tried where it stands alone.
SENTENCE_BREAK = Pattern(r"[.!?;](?=\s)(?<!\bi\.e.)(?<!\be\.g.)(?<!\bvs.)|\n\s*\n|\s[•|]\s")
# What makes a formula one of several cases: "αx if x < 0".
OF_A_CASE = Pattern(
    r"(?:[\s,;$`)\]}]|\\(?:quad|qquad|text|[,;])|\{)*(?:if\b"
    r"|(?:when|whenever|for|where|provided|with)\b[^.;\n]{0,30}?(?:[<>≤≥]|\\(?:leq?|geq?|lt|gt)\b)"
    r"|(?<=\s)(?:up\s+to|inside|within|outside|beyond|until)\s+[|±−]?[\dδεϵ])"
)
NEGATED = Pattern(
    r"\b(?:not|never|isn't|rather than|instead of|unlike|confus\w*|swap\w*|misread|naive(?:ly)?)\b"
    r"|≠|❌|✗|✘|\\ne\b|\\neq\b",
    re.I,
)
SUPPOSED = Pattern(
    r"\b(?:if|suppose|imagine|assum\w+|always|everything|nothing|baseline|majority|trivial\w*|degenerate"
    r"|perfect\w*|constant(?!\s\w\b)|random\w*|special case"
    r"|(?<!all-)(?<!all )reduces?|becomes?|simplif\w+|limit|approximat\w+)\b",
    re.I,
)
# An "if" that only says what letters stand for: "if a node holds the shares p".
DEFINING_IF = Pattern(
    r"\bif\s+(?:an?|the)\s+(?:node|leaf|variable|distribution|source|sample)\b[^,.;=<>]{0,60}", re.I
)
ANY_IF = Pattern(r"\bif\b", re.I)
# How the sentence behind a formula says that it is another: "No. That's recall, in fact."
TAKEN_BACK = Pattern(
    r"\W*(?:no(?=[,.:;!—–])|nope\b|(?:this|that|it|here|which)\b(?:['’]s)?(?:\s\w+){0,3}?\s"
    r"(?:wrong|incorrect|mistake|error|slip|actually|in (?:fact|reality)|not (?:right|correct|true)"
    r"|confus\w+|swap\w*|mix\w* up|forgets?|omits?|should (?:have|read)))\b",
    re.I,
)
NEAR = 160


def around(content: str, at: int) -> str:
    """The sentence that a formula stands in, and the end of the one before."""
    return content[max(0, at - NEAR) : at + NEAR]


def is_quoted(content: str, start: int, end: int, in_case: bool = False) -> bool:
    """Whether the sentence says that the formula is not the quantity.

    in_case: whether the quantity's formula may be that of one of its cases.
    """
    before = content[max(0, start - 2 * NEAR) : start]
    breaks = list(SENTENCE_BREAK.finditer(before))
    sentence = before[breaks[-1].end() :] if breaks else before
    following = SENTENCE_BREAK.search(content, end)
    behind = content[end : following.start() if following else end + NEAR][:NEAR]
    if not in_case and OF_A_CASE.match(content, end):
        return True
    next_one = content[following.end() : following.end() + NEAR] if following else ""
    if REFUTING.match(next_one) or TAKEN_BACK.match(next_one):
        return True
    return bool(
        NEGATED.search(sentence)
        or CALLED_WRONG.search(sentence + " " + behind)
        or SUPPOSED.search((ANY_IF if in_case else DEFINING_IF).sub(" ", words(sentence)))
    )
