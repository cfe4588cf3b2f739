"""Results that a word leads to: "0.3 · 0.4 is 0.12", "80/100, which gives 0.8", "16/20, or 0.8".

The word becomes the sign of a relation, so that the calculation is read as one in signs. It does so
only behind a calculation with numbers, and before a number that nothing goes on from.
"""

from collections.abc import Sequence

from hooks.calculation.tokens import Token
from hooks.language.wording import listed
from hooks.pattern import Pattern

VERBS = listed("is are was equals gives give makes make yields yield leaves leave returns giving"
               " leaving making yielding")  # fmt: skip
TWO_WORDS = {
    "comes": "to", "come": "to", "amounts": "to", "evaluates": "to", "adds": "to", "works": "out",
    "comes out": "at as to", "works out": "at as to",
}  # fmt: skip
# A quick look: the end of a calculation, and a word that may lead to its result.
SAYS = Pattern(
    r"[\d)%²³½¼¾}][`$*)]*(?:,\s(?:or\b|i\.e|that\sis|about|roughly|approximately|≈|~)"
    r"|,?\s(?:which\s)?(?:is|are|was|equals|gives?|makes?|yields?|leaves?|returns|giving|leaving"
    r"|making|yielding|comes?|amounts|evaluates|adds|works)\s)"
)
BARE = frozenset(["is", "are", "was", "or", ",", "that"])  # they join more than a result
ROUGHLY = listed("about roughly approximately around nearly almost just exactly circa")
INTRODUCING = listed(
    "is are was so thus then therefore hence because since but where while product"
    " sum ratio quotient difference fraction share total precision recall accuracy get gets"
)
BEHIND = listed("and but so for which because while of as when since in on at after")
OF_CALCULATIONS = frozenset(
    ["number", "op", "open", "close", "percent", "super", "vulgar", "currency", "bar"]
)
ENDS = frozenset(["number", "close", "percent", "super", "vulgar"])
STOPS = frozenset(["stop", "close", "other"])
LONGEST = 40  # tokens of a calculation


def with_relations(tokens: list[Token]) -> tuple[list[Token], list[int]]:
    """The tokens with signs for the words that lead to a result, and which were left out."""
    gone: list[int] = []
    made = list(tokens)
    for at in range(2, len(tokens) - 1):
        lead = lead_at(tokens, at) if tokens[at].kind in ("word", "comma") else 0
        if lead and tokens[at - 1].kind in ENDS and is_result(tokens, at, at + lead):
            word = tokens[at]
            made[at] = Token("relation", "=", word.start, word.end, word.gap)
            gone += range(at + 1, at + lead)
    return [token for at, token in enumerate(made) if at not in gone] if gone else made, gone


def lead_at(tokens: Sequence[Token], at: int) -> int:
    """How many tokens lead to a result from here: "gives", ", which is", ", i.e."; 0 if none."""
    said = [token.value.lower() for token in tokens[at : at + 5]]
    first = 1 if said[0] == "," else 0
    if first and said[1:2] and (said[1] in ROUGHLY or tokens[at + 1].kind == "about"):
        return 1
    if first and said[1:2] == ["or"]:
        return 2
    if first and said[1:3] == ["that", "is"]:
        return 3 + (said[3:4] == [","])
    if first and said[1:5] == ["i", ".", "e", "."]:
        return 5
    if said[first : first + 1] == ["which"]:
        first += 1
    elif first:
        return 0
    return first + verb_at(said[first:]) if verb_at(said[first:]) else 0


def verb_at(said: Sequence[str]) -> int:
    """How many words the verb has that begins here; 0 if it is none."""
    if not said:
        return 0
    if said[0] in VERBS:
        return 1
    if " ".join(said[:2]) in TWO_WORDS:
        return 3 if said[2:] and said[2] in TWO_WORDS[" ".join(said[:2])].split() else 0
    return 2 if said[1:] and said[1] in TWO_WORDS.get(said[0], "").split() else 0


def is_result(tokens: Sequence[Token], at: int, behind: int) -> bool:
    """Whether a calculation ends at `at`, and its result begins at `behind`."""
    while behind < len(tokens) and is_rough(tokens[behind]):
        behind += 1
    end = end_of_number(tokens, behind)
    if not end:
        return False
    is_bare = tokens[at].value.lower() in BARE
    start = calculation_start(tokens, at)
    run = tokens[start:at]
    is_count = is_whole(tokens[behind:end])
    if not is_calculation(run) or not stands_alone(tokens, start, tokens[at].kind == "comma"):
        return False
    if is_count and is_bare and is_date(run):
        return False
    return ends(tokens, end, allows_noun=not is_bare and not (is_count and is_product(run)))


def is_rough(token: Token) -> bool:
    return token.kind == "about" or (token.kind == "word" and token.value.lower() in ROUGHLY)


def end_of_number(tokens: Sequence[Token], at: int) -> int:
    """Where the number ends that begins here; 0 if there is none."""
    if at < len(tokens) and tokens[at].kind == "currency":
        at += 1
    if at + 1 < len(tokens) and tokens[at].kind == "op" and not tokens[at + 1].gap:
        at += tokens[at].value in "−-–"
    if at >= len(tokens) or tokens[at].kind not in ("number", "vulgar"):
        return 0
    return at + 1 + (at + 1 < len(tokens) and tokens[at + 1].kind == "percent")


def ends(tokens: Sequence[Token], at: int, allows_noun: bool) -> bool:
    """Whether nothing goes on from a number that ends at `at`: its noun may follow."""
    if at >= len(tokens):
        return True
    token = tokens[at]
    if token.kind == "comma":
        return at + 1 >= len(tokens) or bool(tokens[at + 1].gap)
    if token.kind != "word":
        return token.kind in STOPS
    if token.value.lower() in BEHIND:
        return at + 1 >= len(tokens) or tokens[at + 1].kind != "number"
    return allows_noun and (at + 1 >= len(tokens) or ends(tokens, at + 1, allows_noun=False))


def calculation_start(tokens: Sequence[Token], at: int) -> int:
    """Where the run of numbers and signs begins that ends before `at`."""
    start = at
    while start > max(0, at - LONGEST) and tokens[start - 1].kind in OF_CALCULATIONS:
        start -= 1
    return start


def is_calculation(run: Sequence[Token]) -> bool:
    """Whether a run of numbers and signs computes something: 5², 3 + 4; a ratio 3 : 4 does not."""
    signs = signs_of(run)
    is_of_one = any(token.kind == "super" for token in run) or "√" in signs
    if "÷" in signs or not (signs or is_of_one):
        return False
    return is_of_one or len(numbers_of(run)) > 1


def signs_of(run: Sequence[Token]) -> set[str]:
    """The signs of a calculation, the one that its first number may have left out."""
    return {t.value for at, t in enumerate(run) if t.kind == "op" and (at or t.value in "√∛")}


def numbers_of(run: Sequence[Token]) -> list[Token]:
    return [token for token in run if token.kind in ("number", "vulgar")]


def is_whole(number: Sequence[Token]) -> bool:
    return all("." not in token.value and token.kind != "percent" for token in number)


def is_date(run: Sequence[Token]) -> bool:
    """Whether it may be one: 9/11."""
    return signs_of(run) <= {"/"} and len(numbers_of(run)) == 2 and is_whole(run)


def is_product(run: Sequence[Token]) -> bool:
    return signs_of(run) <= set("×*·") and is_whole(run)


def stands_alone(tokens: Sequence[Token], start: int, is_restated: bool) -> bool:
    """Whether nothing is done with what begins here: "adding 1/2", "a rate of 1/2"."""
    if not start:
        return True
    before = tokens[start - 1]
    if before.kind in ("relation", "comma"):
        return is_restated and before.kind == "relation"
    return before.kind == "stop" or before.value.lower() in INTRODUCING
