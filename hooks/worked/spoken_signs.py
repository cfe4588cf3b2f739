"""Signs that a sentence says in words: "3 percent plus or minus 0.3", "2 times 30"."""

from hooks.language.sentences import Sentence
from hooks.pattern import Pattern
from hooks.record import replace
from hooks.worked.sizes import has_one

SPOKEN_SIGNS = ("  %", " times ", " plus ", " over ", " minus ")
SPOKEN_SIGN = Pattern(
    r"(?<=\d) {2,}%|(?<=[\d%]) (?:plus or minus|plus|minus|times|over) (?=[\d.])"
    r"|(?<=\d%)\s{2,}plus or minus (?=[\d.])"
)
SIGN_OF = {
    "%": "%",
    "plus or minus": " ±",
    "plus": " +",
    "minus": " −",
    "times": " ×",
    "over": " /",
}


def in_signs(sentence: Sentence) -> Sentence:
    """A sentence with "3 percent" as 3% and "2 times 3" as 2 × 3, every number where it stood."""
    if not has_one(sentence.plain, SPOKEN_SIGNS) or not SPOKEN_SIGN.search(sentence.plain):
        return sentence
    plain = sentence.plain
    for _ in range(2):  # a sign may stand behind a percent sign that is moved first
        plain = SPOKEN_SIGN.sub(lambda found: SIGN_OF[found[0].strip()].ljust(len(found[0])), plain)
    return replace(sentence, plain=plain)
