"""When two ways to ask are the same question: one normal form for both.

Nothing is guessed: two questions are the same if the same words are left when case, punctuation,
plurals, polite openings and words without content are taken away.
"""

import re
from functools import lru_cache

from hooks.language.wording import listed
from hooks.pattern import Pattern

OPENING = Pattern(
    r"^(?:(?:can|could|would) you |please |briefly )*(?:"
    r"(?:what is|what are|what s|define|explain|describe|tell me about|give (?:a|the) definition of"
    r"|what do you (?:mean|understand) by|what is meant by)\b ?)"
)
MEANING = Pattern(r"^what (?:does|do) (.+) mean$")
SPELLING = Pattern(r"\b(?:trade off|data set|over fitting|under fitting|k nn|hyper parameter)")
VERSUS = Pattern(r"\b(?:versus|vs|as opposed to|compared (?:to|with))\b")
DIFFERENCE = Pattern(
    r"^(?:the )?(?:main |key )?differences? between (?P<both>.+)$"
    r"|^how (?:do|does|are|is) (?P<left>.+?) (?:differ|different)(?: from (?P<right>.+))?$"
)
EMPTY = listed("a an the of in on for to is are do does did be s you your we i it its and or with")
NO_PLURAL = Pattern(r"(?:ss|us|is|as|os)$")
COMPARED = "vs"


@lru_cache(maxsize=4096)
def normal_form(question: str) -> str:
    """The words that make a question what it is; "" if none are left."""
    text = re.sub(r"[’']s\b", " s", question.casefold())
    text = " ".join(re.sub(r"[^\w%+#²]+", " ", text).split())
    text = SPELLING.sub(lambda found: found[0].replace(" ", ""), text)
    text = MEANING.sub(r"\1", text)
    text = OPENING.sub("", text)
    found = DIFFERENCE.match(text)
    is_comparison = bool(found or VERSUS.search(text))
    if found:
        text = " ".join(part for part in found.groups() if part)
    words = [singular(word) for word in VERSUS.sub(" ", text).split() if word not in EMPTY]
    if is_comparison:
        words = [*sorted(words), COMPARED]
    return " ".join(words)


def singular(word: str) -> str:
    """A word without the s of a plural; it need not be a word then, as long as both lose it."""
    if len(word) > 3 and word.endswith("s") and not NO_PLURAL.search(word):
        return word[:-1]
    return word
