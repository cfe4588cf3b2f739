"""Criteria of group fairness: which chances each wants to be equal.

Equal opportunity wants P(Ŷ = 1 | Y = 1, A = a) to be equal for all groups, demographic parity
P(Ŷ = 1 | A = a). Hardt, Price and Srebro, "Equality of opportunity in supervised learning", 2016;
Chouldechova, "Fair prediction with disparate impact", 2017.
"""

from collections.abc import Sequence

from hooks.algebra.lexer import Token, raw
from hooks.pattern import Pattern

CRITERION = Pattern(
    r"(?P<demographic>(?:demographic|statistical)\s+parity|group\s+fairness)"
    r"|(?P<opportunity>equal(?:ity\s+of)?\s+opportunity)|(?P<odds>equali[sz]ed\s+odds)"
    r"|(?P<predictive>predictive\s+(?:rate\s+)?parity)",
    2,  # whatever its letters' case
)
RIGHT = {
    "demographic": "demographic parity: P(Ŷ = 1 | A = a) is equal for all groups a",
    "opportunity": "equal opportunity: P(Ŷ = 1 | Y = 1, A = a) is equal for all groups a",
    "odds": "equalized odds: P(Ŷ = 1 | Y = y, A = a) is equal for all groups a, for y = 0 and 1",
    "predictive": "predictive parity: P(Y = 1 | Ŷ = 1, A = a) is equal for all groups a",
}
CHANCE = Pattern(r"(?:P|Pr|p)[(\[]([^|()\[\]]{1,30})\|([^|()\[\]]{1,60})[)\]]")
PREDICTED = Pattern(r"(?:hat ?[yY]|[Yy]_?hat|[Yy]_pred|pred\w*|R|D|d)(?:=\w+)?")
ACTUAL = Pattern(r"(?:Y|y|y_true|label)(?:=(?P<value>\w+))?")
GROUP = Pattern(r"(?:A|G|S|Z|a|g|s|group|sex|gender|race)(?:[=≠](?:hat )?[\w']+)?")


def criterion(sentence: str) -> str:
    """The one criterion that a sentence names; "" if it names none or several."""
    named = {found.lastgroup or "" for found in CRITERION.finditer(sentence)}
    return named.pop() if len(named) == 1 else ""


def mistaken(name: str, tokens: Sequence[Token]) -> str:
    """What a criterion wants instead of a wrong equation; "" if it is right, or not understood."""
    text = raw(tokens)
    sides = text.split(")=")
    if len(sides) != 2:
        return ""
    wanted = [chance_of(f"{side}" if at else f"{side})") for at, side in enumerate(sides)]
    if "" in wanted or wanted[0] != wanted[1]:
        return ""
    right = {"odds": ("odds", "opportunity")}.get(name, (name,))
    return "" if wanted[0] in right else RIGHT[name]


def chance_of(side: str) -> str:
    """The criterion that compares a chance; "" if that is not certain."""
    found = CHANCE.fullmatch(side.strip())
    if not found:
        return ""
    given = found[2].replace("∩", ",").split(",")
    groups = [part for part in given if GROUP.fullmatch(part)]
    rest = [part for part in given if not GROUP.fullmatch(part)]
    if len(groups) != 1 or len(rest) > 1:
        return ""
    if PREDICTED.fullmatch(found[1]):
        if not rest:
            return "demographic"
        actual = ACTUAL.fullmatch(rest[0])
        return ("opportunity" if actual["value"] == "1" else "odds") if actual else ""
    is_predictive = ACTUAL.fullmatch(found[1]) and rest and PREDICTED.fullmatch(rest[0])
    return "predictive" if is_predictive else ""
