"""Results that a word leads to: "0.3 · 0.4 is 0.12", "80/100, which gives 0.8", "16/20, or 0.8".

The word becomes the sign of a relation, so that the calculation is read as one in signs. It does so
only behind a calculation with numbers, and before a number that nothing goes on from.
"""

from collections.abc import Sequence

from hooks.calculation.tokens import RATIO, Token
from hooks.calculation.units import unit_named
from hooks.language.wording import listed
from hooks.pattern import Pattern

SIZES = Pattern(r"(?:[kKMGT]i?B|bytes) \((?:[≈~]|about )?\s?\d[\d.,]* ?[kKMGT]i?B\)")
VERBS = listed("is are was equals gives give makes make yields yield leaves leave returns giving"
               " leaving making yielding")  # fmt: skip
TWO_WORDS = {
    "comes": "to", "come": "to", "amounts": "to", "evaluates": "to", "adds": "to", "works": "out",
    "comes out": "at as to", "works out": "at as to",
}  # fmt: skip
LEADING = frozenset([*VERBS, *(words.partition(" ")[0] for words in TWO_WORDS), "which", "s"])
# A quick look: the end of a calculation, and a word that may lead to its result.
SAYS = Pattern(
    r"(?:[\d)%²³½¼¾}][`$*)]*|\d\s(?:bytes|[kKMGTP]i?B|ms|s|min|minutes|hours|h|seconds|days))(?:,\s(?:or\b|i\.e|that\sis|about|roughly|approximately|≈|~)"
    r"|,?\s(?:which\s)?(?:is|are|was|equals|gives?|makes?|yields?|leaves?|returns|giving|leaving"
    r"|making|yielding|comes?|amounts|evaluates|adds|works)\s)"
)
# ", which is", ", and that is", ", so it is": what a result is said of.
PRONOUNS = sorted(
    ([*before, *pronoun]
     for before in ([], ["and"], ["so"])
     for pronoun in (["which"], ["that"], ["that'"], ["it"], ["this"])),
    key=len, reverse=True,
)  # fmt: skip
SAME = listed("is are was equals comes come amounts evaluates works")
BARE = frozenset(["is", "are", "was", "or", ",", "that"])  # they join more than a result
ROUGHLY = listed("about roughly approximately around nearly almost just exactly circa")
INTRODUCING = listed(
    "is are was so thus then therefore hence because since but where while product here now again"
    " overall together altogether gives makes sum ratio quotient"
    " difference fraction share total rate proportion percentage precision recall sensitivity"
    " specificity accuracy get gets"
)
DOING = listed("of by with than from to and or plus minus times between over in at on for not add"
               " take subtract multiply divide either")  # fmt: skip
BEHIND = listed("and but so for which because while of as when since in on at after before if")
OF_CALCULATIONS = frozenset(
    ["number", "op", "open", "close", "percent", "super", "vulgar", "currency", "bar"]
)
ENDS = frozenset(["number", "close", "percent", "super", "vulgar"])
STOPS = frozenset(["stop", "close", "other"])
LONGEST = 40  # tokens of a calculation


def with_relations(tokens: list[Token]) -> list[Token]:
    """The tokens with signs for the words that lead to a result."""
    made: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        lead = lead_at(tokens, at) if may_lead(tokens, at) else 0
        reads = is_result if lead and may_end(tokens[at - 1]) else is_in_other_unit
        if lead and reads(tokens, at, at + lead):
            made.append(Token("relation", "=", token.start, token.end, token.gap))
            at += lead
        else:
            made.append(token)
            at += 1
    return made


def with_other_prefixes(tokens: list[Token]) -> list[Token]:
    """The tokens with signs for the brackets in which a size of data is said in another unit, with
    a binary prefix beside a decimal one: 76.8 GB (71.5 GiB)."""
    for at, token in enumerate(tokens[2:-3], 2):
        if token.value != "(" or not is_size(tokens, at - 2):
            continue
        first = at + 1 + is_rough(tokens[at + 1])
        closing = tokens[first + 2] if first + 2 < len(tokens) else token
        if closing.kind == "close" and is_size(tokens, first):
            units = [tokens[place].value for place in (at - 1, first + 1)]
            if units[0].startswith("byte") or len({"i" in unit for unit in units}) == 2:
                token.kind, token.value = "relation", "≈"
                closing.kind = "stop"
    return tokens


def is_size(tokens: Sequence[Token], at: int) -> bool:
    """Whether an amount of data stands here: 76.8 GB."""
    number, unit = tokens[at : at + 2]
    return number.kind == "number" and unit.kind == "word" and kind_of(unit) == "data"


def may_lead(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token may lead from a number, or from its unit, to a result: a quick look."""
    token = tokens[at]
    if at < 2 or token.kind not in ("word", "comma"):
        return False
    if may_end(tokens[at - 1]):
        return token.kind == "comma" or token.value.lower() in LEADING
    is_unit = tokens[at - 1].kind == "word" and tokens[at - 2].kind == "number"
    return is_unit and token.kind == "comma"


def may_end(token: Token) -> bool:
    """Whether a calculation may end with a token."""
    return token.kind in ENDS or token.value == "!"


def is_in_other_unit(tokens: Sequence[Token], at: int, behind: int) -> bool:
    """Whether a number with its unit is restated in another: 90 s, which is 1.5 minutes."""
    if tokens[at].kind != "comma" or tokens[at - 1].kind != "word":
        return False
    is_plain = tokens[at + 1].value.lower() in ("or", "so")
    before = tokens[at - 3].kind if at > 2 else ""
    if tokens[at - 2].kind != "number" or (is_plain and before not in ("relation", "op")):
        return False
    while behind < len(tokens) and is_rough(tokens[behind]):
        behind += 1
    end = end_of_number(tokens, behind)
    if not end or end >= len(tokens) or tokens[end].kind != "word":
        return False
    kinds = [kind_of(tokens[at - 1]), kind_of(tokens[end])]
    is_other = tokens[at - 1].value.rstrip("s") != tokens[end].value.rstrip("s") or before == "op"
    return kinds[0] == kinds[1] != "" and is_other and ends(tokens, end + 1, allows_noun=False)


def kind_of(token: Token) -> str:
    """What a unit measures, if it is data or time."""
    unit = unit_named(token.value, attached=not token.gap)
    return unit.kind if unit and unit.kind in ("data", "time") and not unit.doubtful else ""


def lead_at(tokens: Sequence[Token], at: int) -> int:
    """How many tokens lead to a result from here: "gives", ", which is", ", i.e."; 0 if none."""
    said = [token.value.lower() for token in tokens[at : at + 9]]
    first = 1 if said[0] == "," else 0
    if first and said[1:2] and (said[1] in ROUGHLY or tokens[at + 1].kind == "about"):
        return 1
    if first and said[1:2] in (["or"], ["so"]) and is_number(tokens, at + 2):
        return 2
    if first and said[1:5] == ["i", ".", "e", "."]:
        return 5
    for words in PRONOUNS:
        if said[first : first + len(words)] == words and (first or words == ["which"]):
            verb = verb_at(said[first + len(words) :])
            length = first + len(words) + verb
            return length + amount_at(said[length:]) if verb else 0
    return 0 if first else verb_at(said)


def amount_at(said: Sequence[str]) -> int:
    """How many words say of what a number is the amount: "an uplift of"."""
    return 3 if said[:1] and said[0] in ("a", "an") and said[2:3] == ["of"] else 0


def is_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number stands here, perhaps behind "about"."""
    while at < len(tokens) and is_rough(tokens[at]):
        at += 1
    return bool(end_of_number(tokens, at))


def verb_at(said: Sequence[str]) -> int:
    """How many words the verb has that begins here; 0 if it is none."""
    if not said:
        return 0
    if said[0] in ("'", "’") and said[1:2] == ["s"]:
        return 2
    if said[0] == "s" or (said[0] == "is" and said[1:2] == [","]):
        return 1 + (said[0] == "is")
    if said[0] in ("is", "are"):
        if said[1:4] == ["the", "same", "as"]:
            return 4
        if said[1:3] == ["equal", "to"]:
            return 3
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
    if tokens[behind - 2].value in ("same", "equal"):
        return True  # "is the same as 1 − 0.694"
    start = calculation_start(tokens, at)
    run, is_bare = tokens[start:at], tokens[at].value.lower() in BARE
    is_restated, is_equal = tokens[at].kind == "comma", tokens[at].value.lower() in SAME
    if not is_calculation(run) or not stands_alone(tokens, start, is_restated, is_equal):
        return False
    is_count = is_whole(tokens[behind:end])
    if is_verbal(run):
        return not is_ambiguous(run) and ends(tokens, end, allows_noun=True)
    if is_count and is_bare and is_date(run):
        return False
    return ends(tokens, end, allows_noun=not is_bare and not (is_count and is_product(run)))


def is_ambiguous(run: Sequence[Token]) -> bool:
    """Whether it is no matter of course what belongs together: 63 plus 393 over 500."""
    signs = signs_of(run)
    return not signs.isdisjoint("+−-") and not signs.isdisjoint("/×*·")


def is_verbal(run: Sequence[Token]) -> bool:
    """Whether the signs of a calculation were words."""
    return any(token.kind in ("op", "super") and token.end - token.start > 3 for token in run)


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
    is_of_one = any(token.kind == "super" or token.value == "!" for token in run) or "√" in signs
    if RATIO in signs or not (signs or is_of_one):
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


def stands_alone(tokens: Sequence[Token], start: int, is_restated: bool, is_equal: bool) -> bool:
    """Whether nothing is done with what begins here: "adding 1/2", "a rate of 1/2".

    is_equal: the verb says that the two are the same, as "is" does; what a rate "gives" may be
    something else.
    """
    if not start:
        return True
    before = tokens[start - 1]
    if is_verbal(tokens[start : start + LONGEST]) and before.kind in ("word", "comma"):
        return before.value.lower() not in DOING and not before.value.lower().endswith("ing")
    if before.kind == "comma":
        return is_equal and start > 1 and tokens[start - 2].kind == "word"  # "here, 10/45 is 0.22"
    if before.kind == "relation":
        return is_restated
    return before.kind == "stop" or before.value.lower() in INTRODUCING
