"""What links a name with its number: the many ways to say "is", read as few.

`plainly` rewrites a text as the tables of relations know it: "comes in at 5", "was found to be 5"
and "is accordingly 5" become "is 5", "n is 5" becomes "n = 5" and "batch size (64)" "batch size =
64". No number changes its place.

`widened` does the same for the tables: where a pattern has one of these links in front of a
given's number, "accuracy of #", any of them is read.
"""

import re

from hooks.pattern import Pattern
from hooks.worked.facts import HEDGE

# Each begins with a letter and not with a group: so `re` skips what begins with no such letter.
VERBS = (
    r"comes? (?:out|in) (?:at|to|as)",
    r"came (?:out|in) (?:at|to|as)",
    r"work(?:s|ed) out (?:at|to|as)",
    r"turn(?:s|ed) out (?:to be|at|as)",
    r"end(?:s|ed) up (?:at|as|being)",
    r"land(?:s|ed) at",
    r"st(?:ands?|ood|ays?|ayed) at",
    r"s(?:its|ettles) at",
    r"remains at",
    r"evaluates to",
    r"equal(?:s|ed)",
    *(
        rf"{be} (?:then )?(?:found|calculated|computed|estimated|measured|reported|taken|assumed"
        r"|known|set|fixed|chosen|kept|held|given|equal|identical) (?:to be|to|as|at|by)"
        for be in ("is", "are", "was", "were")
    ),
    r"set (?:to|at)",
    r"fixed (?:to|at)",
    r"held at",
    r"kept at",
    r"equal to",
    r", (?:which|and (?:it|that)) (?:is|equals|was)",
)
ADVERB = (
    r"(?:then|therefore|thus|hence|consequently|accordingly|correspondingly|again|still|just|only"
    r"|exactly|precisely|simply|merely|now|already|even|indeed|actually|here|a mere|in total"
    r"|overall|altogether)"
)
NEARLY = (r"approx\.", r"close to", r"very nearly", r"something like", r"in the region of")
GREEK = r"[α-ωΔΛΣΩ]|alpha|beta|gamma|delta|eps(?:ilon)?|eta|theta|kappa|lambda|mu|nu|rho|sigma|tau"
NUMBER = r"[€£¥$]?\s?[-−]?\.?\d"
CLAIM = rf"\s+(?:(?:{HEDGE}|[≈=])\s*)?{NUMBER}"


def spaced(said: str) -> str:
    """A pattern in which a space stands for any space."""
    return said.replace(" ", r"\s+")


ABOUT = Pattern(spaced(rf"(?:{'|'.join(NEARLY)})(?= {NUMBER})"))
IS = Pattern(spaced(rf"(?:{'|'.join(VERBS)})(?:,? {ADVERB})?(?={CLAIM}| \\frac| √| \()"))
ALREADY = Pattern(spaced(rf"(?:is|are|was|were),? {ADVERB},?(?={CLAIM})"))
ARROW = Pattern(rf"(?:⇒|⟹|=>|:=)(?=\s*(?:{HEDGE}\s*)?{NUMBER})")
LETTER = Pattern(
    rf"[\s(](?P<letter>(?:[b-hj-zB-HJ-Z]|\\?(?:{GREEK}))(?:_\s?\w{{1,2}}|\d|[₀-₉])?\s+)"
    rf"(?P<link>is|of|equals|at|was)(?={CLAIM})"
)
THE = Pattern(r"\b(?:th[ei]s|that|the)\s+$")
BRACKET = Pattern(
    r"\((?<=[a-z]{3}\s\()(?!(?:19|20)\d\d\s?\)|\d\s?\))"
    r"(?P<number>\s?(?:[≈=~]\s?)?\d+(?:,\d{3})*(?:\.\d+)?\s?%?\s?)\)"
)


def plainly(text: str) -> str:
    """A text whose links between names and numbers are those that tables know, as long as it."""
    text = ABOUT.sub(lambda found: "about".rjust(len(found[0])), text)
    text = IS.sub(becomes_is, text)
    text = ALREADY.sub(becomes_is, text)
    text = ARROW.sub(lambda found: "=".rjust(len(found[0])), text)
    text = LETTER.sub(becomes_equation, text)
    return BRACKET.sub(lambda found: f"={found['number']} ", text)


def becomes_is(found: re.Match[str]) -> str:
    """What links as "is" does, unless it is the end of a word: "asset to"."""
    is_end = found[0][0].isalpha() and found.string[: found.start()][-1:].isalpha()
    return found[0] if is_end else "is".rjust(len(found[0]))


def becomes_equation(found: re.Match[str]) -> str:
    """ "n = 5" for "n is 5"; "the p-value of this z is 5" stays."""
    if THE.search(found.string, max(0, found.start() - 8), found.start() + 1):
        return found[0]
    return found[0][0] + found["letter"] + "=".rjust(len(found["link"]))


# A link in the patterns of tables: " of", "(?: of| is|:)?", " ?[:=] ?", "\\s*=".
WORD = r"(?:of|is|are|was|were|at|has|have|equals\??)"
SIGN = r"(?:[=:≈→]|\\n|\[[=≈:→–]{1,4}(?:\\n)?\])"
SPACE = r"(?: \??|\\s[*+]?)?"
SOME = rf"{SPACE}(?:{WORD}|{SIGN}){SPACE}"
IN_TABLES = Pattern(
    rf"(?<=[a-z)`?])(?<!out)(?<!one)(?P<link>{SPACE}(?:\(\?:{SOME}(?:\|{SOME})*\)(?P<maybe>[*+?]?)"
    rf"|(?<= )(?:of|is)|{SIGN}){SPACE})(?P<number>(?:<\w+>)?(?:[#@]|\[#\]))"
)
BY_WORDS = Pattern(WORD)
NO_SIZE = r"(?!\d+\s?[×x]\s?\d)"  # "output channels: 1×1 convolutions"
ABOUT_SO = rf"\s*(?:(?:{HEDGE}|exactly|only|just|an?|the)\s+|[≈~=]\s*){{0,2}}"
ANY_SIGN = rf"\s*(?:[=:\n]|\b(?:is|are|was|equals)\b)\s*(?:(?:exactly|only|just)\s+)?{NO_SIZE}"
ANY = (
    r"(?:\s*(?:[=≈:→–\n]|\b(?:of|is|are|was|were|at|has|have|being|equals|will\s+be)\b)){1,2}"
    + ABOUT_SO
    + NO_SIZE
)


def widened(said: str) -> str:
    """A pattern of a given that reads any link where it has one in front of its first number."""
    found = IN_TABLES.search(said)
    if not found or any(sign in said[: found.start()] for sign in "#@"):
        return said
    known = found["link"]
    link = ANY if BY_WORDS.search(known) else ANY_SIGN
    return f"{said[: found.start()]}(?:{link}|{known}){said[found.start('number') :]}"
