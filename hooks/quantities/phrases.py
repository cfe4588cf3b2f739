"""Ways to state a number that all tables share, as patterns of hooks/quantities/relation.py.

`named("base rate")` reads "base rate of 5 %", "base rate (per user): 5 %", a row "base rate
| 5 %", `leading("base rate")` "a 5 % base rate", `symbol("n")` "n = 400". Words may hold
patterns, a space in them stands for any space.
"""

ROUGHLY = (
    r"(?:(?:about|around|roughly|approximately|nearly|almost|only|just|exactly|an?"
    r"|the|every|thus|then|therefore|now|still)\s+|[~∼≈]\s*){0,3}"
)
WORD = (
    r"\s+(?!(?:is|was|are|were|of|and|or|but|not|if|would|equals|gives"
    r"|than)\b)[A-Za-z“\"][\w'’”\"-]*"
)
MORE = rf"(?:{WORD}){{0,4}}?(?:\s+of(?:{WORD}){{1,5}}?)?(?:\s*\([^()\d]{{1,40}}\))?"
SAID = (
    r"\s*(?:,?\s*(?:\b(?:is|are|was|were|of|at|being|becomes|equals|equal\s+to|has"
    r"|have|to\s+be|would\s+be|will\s+be|comes\s+(?:out\s+)?(?:at|to|as)"
    r"|works\s+out\s+(?:at|to|as)|amounts\s+to|turns\s+out\s+to\s+be)\b"
    rf"|[=≈:→\n]|–(?=\s))\s*){{1,2}}{ROUGHLY}(?:[a-zA-Zα-ωλμσ\\]{{1,7}}[_\s]{{0,2}}\w{{"
    rf"0,2}}\s*[=≈]\s*)?"
)
COUNTED = r"@\s+(?:(?!of\b|out\b|and\b|or\b|in\b)[a-z-]+\s+){0,2}?"


def named(words: str) -> str:
    """A number behind its name: "base rate of the shop is 5 %", "base rate 5 %"."""
    return rf"(?<![\w-])(?:{words})(?![\w-])(?:{MORE}{SAID}|\s+)#"


def leading(words: str) -> str:
    """A number before its name: "a 5 % base rate", "0.3 monthly churn"."""
    return (
        r"#(?:\s+(?!(?:and|or|but|the|an?|of|is|in|to|for|with"
        rf"|per)\b)[a-z-]+){{0,2}}?\s+(?:{words})(?![\w-])"
    )


def symbol(letters: str) -> str:
    """A number that stands for a letter: `n = 400`, $n_1 = 400$ for "n_1"."""
    return rf"(?<![\w\\^_])\\?(?:{letters})\s*[=≈\n]\s*#"


def indexed(letter: str, index: str) -> str:
    """A number that stands for a letter with an index: "n_1", "n1", "n₁" for n and 1|₁."""
    return rf"(?<![\w\\^_])\\?(?:{letter})[_\s]{{0,3}}(?:{index})\s*[=≈]\s*#"


def stated(words: str) -> tuple[str, str]:
    """A number behind or before its name."""
    return named(words), leading(words)


def counted(nouns: str) -> str:
    """A number of things: "400 paying customers", "three servers"."""
    return rf"{COUNTED}(?:{nouns})\b"


def sole(name: str, of: str) -> str:
    """A result with a name that many things have, said of nothing else: "its variance is 3"."""
    start = r"(?:^|[^\w\s]\s*|\b(?:the|its|has\s+an?|with\s+an?|and|so|then|whose)\s+)"
    owner = (
        rf"(?:\s+of\s+(?:the\s+|this\s+|such\s+a\s+|an?\s+)?(?:{of})(?:{WORD}){{0,4}}?(?:\s"
        rf"+of(?:{WORD}){{1,4}}?)?)?"
    )
    return rf"{start}(?:{name}){owner}(?:\s*\([^()\d]{{1,40}}\))?{SAID}#"


def chance_of(event: str) -> tuple[str, ...]:
    """The probability of an event, before or behind it, as patterns of a result.

    "the chance that EVENT is 0.3", "EVENT with a probability of 0.3", "EVENT in 30 % of the cases",
    "a 30 % chance that EVENT", "P(EVENT) = 0.3", "EVENT: 0.3".
    """
    some = r"[^.;:=≈\d]"
    chance = r"(?:probability|chances?|likelihood|odds|risk)"
    return (
        rf"{chance}(?:\s+(?:that|of|to|for"
        rf"|it\s+is))?{some}{{0,60}}?(?:{event}){some}{{0,60}}?{SAID}#",
        rf"(?:{event}){some}{{0,60}}?\s(?:with|has|have|at|is|carries)\s+(?:(?:an?|the|only|just"
        rf"|still|about)\s+){{0,2}}(?:[a-z]+\s+)?{chance}\s+(?:of\s+)?(?:only\s+"
        rf"|just\s+)?{ROUGHLY}#",
        rf"(?:{event}){some}{{0,60}}?\s(?:with|at)\s+(?:just\s+|only\s+)?{ROUGHLY}#\s+{chance}",
        rf"(?:{event}){some}{{0,60}}?\s(?:in\s+)?(?:just\s+|only\s+)?{ROUGHLY}#"
        r"(?=\s+of\s+(?:all\s+|the\s+|such\s+)?(?:cases|times?|games|trials|rolls|tosses"
        r"|families))",
        rf"#\s+{chance}\s+(?:that|of|to|for){some}{{0,60}}?(?:{event})",
        rf"\bP\s*\(\s*(?:{event}){some}{{0,30}}\)\s*[=≈]\s*#",
        rf"(?:{event})(?:\s+[a-z]+){{0,3}}(?:\s*:\s*|\s*\n\s*|\s+[–—]\s+)(?:P\s*=\s*)?{ROUGHLY}#",
    )
