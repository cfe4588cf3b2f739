"""Numbers that a page states as limits, at which a law of a table ends: "at least 30 €"."""

import re

from hooks.language.wording import words
from hooks.page import Question
from hooks.pattern import Pattern

LIMIT = Pattern(
    r"\b(?:at\s+(?:least|most)|min(?:imum)?|max(?:imum)?|no(?:t|thing)?\s+(?:less|more|below|above)"
    r"|caps?|capped|limit(?:ed)?|floor|up\s+to|never)\b[^.;\d]{0,40}\d[\d,]*(?:\.\d+)?",
    re.I,
)


def is_limit(page: Question, number: str) -> bool:
    """Whether a number is a limit."""
    texts = (block.text.content for block in page.blocks if block.is_prose)
    return any(
        found[0].endswith(number)
        for text in texts
        if number in text
        for found in LIMIT.finditer(words(text))
    )
