"""An author's Markdown and LaTeX as plain words, every character where it stood.

What reads words (names of metrics, labels of tables) reads them here; because no offset changes,
what it finds can be looked up in the author's text, for a number's LaTeX or for a column.
"""

import re
from functools import lru_cache

from hooks.pattern import Pattern

SIGNS = {
    r"\approx": "≈",
    r"\simeq": "≈",
    r"\doteq": "≈",
    r"\times": "×",
    r"\cdot": "·",
    r"\div": "÷",
    r"\kappa": "κ",
    r"\beta": "β",
    r"\to": "→",
    r"\rightarrow": "→",
    r"\Rightarrow": "→",
    r"\implies": "→",
}
MARKS = "<!\\]\\[\\\\*_`${}&~\u00a0\u202f\u200b"
JOINER = "\u2009"  # stands for what groups the digits of a number: 1{,}500, 1\\,500
MARK = Pattern(rf"[{MARKS}{JOINER}]")  # a text without any stays as it is
GROUPING = Pattern(
    r"[{\\\u00a0\u2009\u202f](?:(?<=\d\{),\}|(?<=\d\\),|(?<=\d[\u00a0\u2009\u202f]))"
    r"(?=\d{3}(?!\d))"
)
HIDDEN = Pattern(
    rf"(?=[{MARKS}])(?:"
    r"""
    <!--.*?-->                          # a comment
    | !\[[^\]]*\]\([^)]*\)              # a picture with its description
    | \]\([^)\s]*(?:\s"[^"]*")?\)       # a link's target, behind its text
    | \[@[^\]]*\]                       # a citation
    | </?[a-zA-Z][^<>]*>                # HTML
    | \\(?:text|math|operatorname|mbox|bf|it|rm|sf|tt)[a-z]*\*?(?![a-zA-Z])   # LaTeX's fonts
    | \\(?:begin|end)\{[^}]*\}          # environments
    | \\[,;:! ]                         # and spaces
    | \\q?quad(?![a-zA-Z])
    | \\(?:left|right|big|Big)[lr]?(?![a-zA-Z])
    | \\\\(?:\[[^\]]*\])?              # and line breaks
    | ~~.*?~~                           # what is struck out
    | \\[\[\]()]                        # and brackets around formulas
    | \\(?=[%&_#])                      # what is escaped stays
    | (?<![\w*])\*{1,3}(?=[^\s*])       # emphasis opens, or closes
    | (?<=[^\s*])\*{1,3}(?![\w*])
    | (?<![\w)])__?(?=\w) | (?<=\w)__?(?!\w)
    | [`${}&\u00a0\u202f\u200b]
    )""",
    re.X | re.S,
)
PERCENT = Pattern(r"(?<=\d)\s*(?:percent|per\s+cent)\b")
SIGN = Pattern("|".join(rf"{re.escape(sign)}(?![a-zA-Z])" for sign in SIGNS))


@lru_cache(maxsize=1024)
def words(text: str) -> str:
    """`text` with marks as spaces and LaTeX's signs as characters; of the same length."""
    if "cent" in text:
        text = PERCENT.sub(lambda found: "%".rjust(len(found[0])), text)
    if not MARK.search(text):
        return text
    text = GROUPING.sub(lambda found: JOINER * len(found[0]), text)
    if "\\" in text:
        text = SIGN.sub(lambda found: SIGNS[found[0]].ljust(len(found[0])), text)
    return HIDDEN.sub(lambda found: " " * len(found[0]), text)


# The heading of a table's column that compares two others: "difference", "ratio B/A", "A − B".
COMPARES = Pattern(
    r"Δ|\b(?:differen\w+|diff|delta|changes?|ratio|gap|gain|improvement|relative|lift|uplift|vs)\b"
    r"|∂|\bd\w?/d|\b(?:derivative|gradient)s?\b|^\W*\w{1,9}\s*(?:[−÷/]|\s[–-]\s)\s*\w{1,9}\W*$",
    re.I,
)


def listed(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())
