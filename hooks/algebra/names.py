"""How names are compared: `y_pred` and `y_{\\text{pred}}`, "True positives"."""

import re
from functools import lru_cache

from hooks.pattern import Pattern

LETTER = Pattern(r"((?:hat|bar|tilde|dot) )?([^\W\d_])(?:_(.+))?", re.S)
SQUARE = Pattern("²")
BRACES = str.maketrans("", "", "{}")
JOINTS = Pattern(r"[\s_\-‐‑–]+")


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """What is equal for two spellings of a name.

    A single letter keeps its case, its accent and what stands below it: `hat y`, `P`, `d_k`. Of
    words only the letters count: `True-Positives` and `true positives` are the same.
    """
    name = SQUARE.sub("^2", name.strip()).translate(BRACES)
    if letter := LETTER.fullmatch(name):
        below = f"_{JOINTS.sub('', letter[3]).lower()}" if letter[3] else ""
        return f"{letter[1] or ''}{letter[2]}{below}"
    if "(" in name or "|" in name:
        return re.sub(r"[\s_]+", "", name)
    return JOINTS.sub("", name).lower()
