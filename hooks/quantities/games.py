"""Games of chance: dice, coins, cards, colored balls, birthdays, votes of a majority."""

from collections.abc import Callable
from fractions import Fraction
from math import comb

from hooks.quantities.phrases import ROUGHLY, SAID, chance_of
from hooks.quantities.relation import Relation

TWO_DICE = (
    "two dice|2 dice|both dice|pair of dice|two fair dice|two six-sided|two standard dice"
    "|dice twice|die twice"
)
ROLLS = (
    r"@ (?:(?!in\b|of\b|on\b|six)[a-z-]+ ){0,3}?(?:rolls|throws|dice)\b",
    r"(?:roll|throw|cast)(?:s|ed|ing|n)? [a-z ,]{0,30}?\b@ times",
    r"dice?,? [a-z ]{0,20}\b@ times",
)
TOSSES = (
    r"@ (?:(?!in\b|of\b|heads)[a-z-]+ ){0,3}?(?:tosses|flips|throws|coins)\b",
    r"(?:toss|flip|throw)(?:s|es|ed|ped|ping|ing|n)? [a-z ,]{0,30}?\b@ times",
    r"coin,? [a-z ]{0,20}\b@ times",
)
NO_MORE = r"(?!\s*(?:or|and|,|–|to)\b)(?!\s*[,–]\s*\d)"
COLORS = ("red", "blue", "green", "black", "white", "yellow")
BALLS = r"(?:balls?|marbles?|socks?|chips?|tokens?|beads?|stones?|sweets|candies|cards|ones)"
VOTERS = (
    r"@ (?:statistically |fully |mutually |truly )?(?:[a-z]+ )?independent(?:ly)? [A-Za-z]+",
    r"@ (?:[a-z-]+ ){0,2}?(?:models|classifiers|voters|trees|jurors|experts|raters|learners"
    r"|annotators|judges|predictors|doctors|members|people|friends|stumps)\b",
    r"(?:ensemble|committee|jury|panel) of @",
)
RIGHT = (
    r"(?:accuracy|probability|chance)(?: [a-z]+){0,4}? (?:of|is|are|at|being|:) ?"
    rf"(?:right |correct )?{ROUGHLY}#",
    r"accura(?:cy|te) ?[:=]? ?#",
    r"# (?:accuracy|accurate|correct|right|of the time|of (?:all |the )?cases)",
    r"(?:right|correct|accurate)(?: in| with| with probability| with a probability of)? ?#",
    r"\bp ?= ?#",
)


def ways(sums: Callable[[int], bool]) -> Fraction:
    """The share of the 36 results of two dice whose sum is one of these."""
    return Fraction(sum(sums(a + b) for a in range(1, 7) for b in range(1, 7)), 36)


def is_sum(k: Fraction) -> bool:
    return k.denominator == 1 and 2 <= k <= 12


def tail_of_heads(n: Fraction, k: Fraction) -> Fraction | None:
    """At least so many heads in n tosses of a fair coin."""
    if not (n.denominator == k.denominator == 1 and 0 <= k <= n <= 200):
        return None
    return Fraction(sum(comb(int(n), j) for j in range(int(k), int(n) + 1)), 2 ** int(n))


def exactly_heads(n: Fraction, k: Fraction) -> Fraction | None:
    if not (n.denominator == k.denominator == 1 and 0 <= k <= n <= 200 and n > 1):
        return None
    return Fraction(comb(int(n), int(k)), 2 ** int(n))


def vote(n: Fraction, p: Fraction) -> float | None:
    """That more than half of n independent voters are right (Condorcet)."""
    if not (n.denominator == 1 and 2 < n < 1000 and 0 < p < 1):
        return None
    n, p = int(n), float(p)
    return sum(comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n // 2 + 1, n + 1))


def shared_birthday(n: Fraction) -> float | None:
    if not (n.denominator == 1 and 2 < n < 150):
        return None
    different = 1.0
    for k in range(int(n)):
        different *= 1 - k / 365
    return 1 - different


def both_cards(name: str, said: str, many: int) -> Relation:
    """Two cards of a deck that both belong to some: aces, hearts."""
    share = Fraction(many * (many - 1), 52 * 51)
    return Relation(
        name=f"probability that both cards are {name}",
        needs=(
            name,
            "cards|deck",
            "two|both|second|pair of",
            "without replacement|without putting|not replaced|from a standard|from a deck"
            "|from a shuffled|from a 52",
        ),
        result=chance_of(
            rf"(?:both|two) (?:cards |of them )?(?:are |being |show |drawing )?{said}"
        ),
        givens={},
        value=lambda: share,
        formula=f"{many}/52·{many - 1}/51",
        unless=("with replacement", "put back"),
        calculated=True,
        spelled=True,
        examples=(
            "Two cards are drawn from a standard deck without replacement. The probability that "
            f"both are {name} is «{float(share):.3g}».",
        ),
    )


def balls_of(color: str) -> tuple[Relation, ...]:
    """Balls of a color that are drawn from a bag with others."""
    other = "|".join(one for one in COLORS if one != color)
    example = "blue" if color != "blue" else "red"
    givens = {
        "own": (rf"@ {color}\b",),
        "others": (rf"@ (?:{other})\b", rf"@ (?:{other})\b"),
    }
    return (
        Relation(
            name=f"probability of a {color} ball",
            needs=(color, "draw|pick|random|probability", "ball|marble|urn|bag|sock"),
            result=chance_of(
                rf"(?:draw|pick|get|select|take)(?:s|ing)? (?:an? |one )?{color} (?:ball|marble)"
            )[:1],
            givens=givens,
            value=lambda own, others: Fraction(own, own + others) if own and others >= 1 else None,
            formula="its balls/all balls",
            calculated=True,
            spelled=True,
            near=True,
            examples=(
                f"A bag holds 3 {color} and 7 {example} balls. The probability of drawing a "
                f"{color} ball is «0.3».",
            ),
        ),
        Relation(
            name=f"probability that both balls are {color}",
            needs=(f"both|two {color}", color, "replac|putting back|put back", "draw|pick|take"),
            result=chance_of(
                rf"(?:both|two) (?:of them |{BALLS} |drawn |draws ){{0,2}}(?:are |being |is "
                r"|turn out "
                rf"|to be )?{color}"
            ),
            givens=givens,
            value=lambda own, others: [
                Fraction(own * (own - 1), (own + others) * (own + others - 1))
            ],
            formula="a/n·(a − 1)/(n − 1)",
            calculated=True,
            spelled=True,
            near=True,
            unless=("with replacement", "put back", "puts back", "putting it back"),
            examples=(
                f"A bag has 5 {color} and 3 {example} marbles. We draw two without replacement. "
                f"Both are {color} with a probability of «0.357».",
            ),
        ),
    )


RELATIONS = (
    Relation(
        name="probability of a sum of two dice",
        needs=("sum|total|add up", TWO_DICE),
        result=chance_of(
            r"(?:sum|total|add up to)(?: (?:is|equals|being|of|to be|exactly))*(?: ?=)? "
            rf"?<k>@{NO_MORE}"
        ),
        givens={"k": ()},
        value=lambda k: ways(lambda total: total == k) if is_sum(k) else None,
        formula="(6 − |7 − k|)/36",
        calculated=True,
        spelled=True,
        examples=(
            "With two fair dice, the probability of a sum of 7 is «1/6».",
            "Two dice are rolled. The sum equals 9 with probability «0.111».",
            "Roll two dice.\n\n- P(sum = 4) = 3/36 ≈ «0.0833»",
        ),
    ),
    Relation(
        name="probability of at least a sum of two dice",
        needs=("sum|total", TWO_DICE),
        result=(
            *chance_of(
                r"(?:sum|total)(?: (?:is|being|of|to be))*(?: at least| no less than| ?≥| ?>=) "
                r"?<k>@"
            ),
            *chance_of(
                r"(?:sum|total)(?: (?:is|being|of|to be))* <k>@ or (?:more|higher|above|larger)"
            ),
            *chance_of(r"(?:sum|total)(?: (?:is|being|of|to be))* <k>@(?:, ?\d+)*,? or 12"),
        ),
        givens={"k": ()},
        value=lambda k: ways(lambda total: total >= k) if is_sum(k) else None,
        formula="sums from k on, of 36",
        calculated=True,
        spelled=True,
        examples=(
            "Roll two dice. The sum is at least 10 with probability «1/6».",
            "Two dice: the sum is 10, 11 or 12, which has a probability of 6/36 ≈ «0.167».",
            "Two dice are rolled. The probability that the total is 9 or more is «27.8 %».",
        ),
    ),
    Relation(
        name="probability of more than a sum of two dice",
        needs=("sum|total", TWO_DICE),
        result=chance_of(
            r"(?:sum|total)(?: (?:is|being|of|to be))*(?: (?:more|greater|larger|higher) than| "
            r"above"
            r"| exceeds| exceeding| ?>) ?<k>@"
        ),
        givens={"k": ()},
        value=lambda k: ways(lambda total: total > k) if is_sum(k) else None,
        formula="sums above k, of 36",
        calculated=True,
        spelled=True,
        examples=("We roll two dice. The probability that the sum is greater than 9 is «1/6».",),
    ),
    Relation(
        name="probability of doubles",
        needs=("doubles|a double|same number|same face|equal numbers|same value", TWO_DICE),
        result=chance_of(
            r"(?:doubles|a double(?! six)|(?:the )?same (?:number|face|value)|equal numbers)"
        ),
        givens={},
        value=lambda: Fraction(1, 6),
        formula="6/36",
        calculated=True,
        spelled=True,
        unless=("at least", "times", "in a row"),
        examples=("You roll two dice. The probability of doubles is «1/6».",),
    ),
    Relation(
        name="probability of at least one six",
        needs=("at least one", "six|6", "roll|throw|die|dice"),
        result=(
            *chance_of(r"at least one (?:six|6)(?!-)(?! (?:people|of the))"),
            rf"at least one (?:six|6)[^.;:=\d?]{{0,60}}\? ?(?:(?:it|that|this) is )?{ROUGHLY}#",
        ),
        givens={"n": ROLLS},
        value=lambda n: 1 - Fraction(5, 6) ** int(n) if n == int(n) and 1 < n < 99 else None,
        formula="1 − (5/6)ⁿ",
        calculated=True,
        spelled=True,
        unless=("double", "sixes in a row"),
        examples=(
            "The chance of at least one six in four rolls of a die is «0.518».",
            "A die is thrown 3 times. You see at least one six with a probability of «42.1 %».",
        ),
    ),
    Relation(
        name="probability of exactly so many heads",
        needs=("heads", "coin"),
        result=(
            *chance_of(r"(?:exactly|precisely) <k>@ heads"),
            *chance_of(r"(?:getting|of|get|see|seeing) <k>@ heads")[:1],
        ),
        givens={"n": TOSSES, "k": ()},
        value=exactly_heads,
        formula="C(n, k)/2ⁿ",
        calculated=True,
        spelled=True,
        unless=("biased", "unfair", "at least", "at most", "posterior"),
        examples=(
            "A fair coin is tossed 10 times. We get exactly 5 heads with a probability of «24.6 "
            "%».",
            "We flip a fair coin five times. The chance of exactly three heads is «0.3125».",
            "We make 6 flips of a fair coin.\n\n- probability of three heads: «0.3125»",
        ),
    ),
    Relation(
        name="probability of at least so many heads",
        needs=("heads", "coin", "at least"),
        result=chance_of(r"at least <k>@ heads?"),
        givens={"n": TOSSES, "k": ()},
        value=tail_of_heads,
        formula="Σ from k to n of C(n, j)/2ⁿ",
        calculated=True,
        spelled=True,
        unless=("biased", "unfair"),
        examples=(
            "A fair coin is tossed 4 times. The probability of at least two heads is «0.6875».",
        ),
    ),
    both_cards("aces", "aces", 4),
    both_cards("kings", "kings", 4),
    both_cards("queens", "queens", 4),
    both_cards("hearts", "hearts", 13),
    both_cards("spades", "spades", 13),
    both_cards("red", "red", 26),
    *(relation for color in COLORS for relation in balls_of(color)),
    Relation(
        name="probability that two people share a birthday",
        needs=("birthday",),
        result=(
            *chance_of(
                r"(?:(?:shar\w+|have|has) (?:a|the|their)(?: same| common)?|shared|common"
                r"|coinciding"
                r"|matching) birthdays?"
            ),
            *chance_of(r"of <n>@ (?:people|students|guests)[^.;=\d]{0,30}?the same birthday")[:1],
            *chance_of(r"birthday (?:collision|coincidence|match)"),
        ),
        givens={
            "n": (
                r"@ (?:[a-z]+ ){0,2}?(?:people|persons|students|guests|children|employees"
                r"|strangers|players|pupils|colleagues)\b",
                r"(?:class|group|room|party|team|office|crowd)(?: of| with| has)? @",
                r"\b[nk] ?= ?#",
            ),
        },
        value=shared_birthday,
        formula="1 − 365·364·…/365ⁿ",
        calculated=True,
        spelled=True,
        unless=("no two", "nobody", "none", "all different", "distinct", "your birthday", "my "),
        examples=(
            "In a class of 30, two people share the same birthday with probability «0.706».",
            "In a group of 23 people the probability that two share a birthday is «50.7 %».",
            "The chance that of 30 people two have the same birthday is about «0.706».",
            "With 23 people, there is a «50.7 %» chance that two of them have the same birthday.",
        ),
    ),
    Relation(
        name="probability that a majority is right",
        needs=("majority", "independent"),
        result=(
            *chance_of(
                r"<n>@ (?:independent )?(?:models|classifiers|voters|trees|experts|learners|of "
                r"them)"
                r"[^.;:=\d]{0,30}? majority"
            )[1:4],
            *chance_of(r"majority"),
            rf"majority(?: vote)?(?: of [a-z ]{{1,20}})?(?: is| has| reaches| gets| achieves| "
            r"would be| "
            r"will be)?(?: (?:right|correct|accurate))?(?: an? accuracy)?(?: (?:of|in|with))? "
            rf"{ROUGHLY}#",
            rf"(?:ensemble|vote|committee|jury)(?:['’]s)?(?: [a-z]+){{0,3}}? accuracy{SAID}#",
            r"accuracy of (?:the |this |such an? )?(?:ensemble|committee|majority vote|vote"
            rf"|jury){SAID}#",
        ),
        givens={"n": VOTERS, "p": RIGHT},
        value=vote,
        formula="Σ over k > n/2 of C(n, k)·pᵏ·(1 − p)ⁿ⁻ᵏ",
        calculated=True,
        spelled=True,
        unless=("majority class", "classes"),
        examples=(
            "Alice is right 70% of the time, and we ask three independent Alices. The majority "
            "vote is correct with probability «0.784».",
            "Each classifier has an accuracy of 0.7.\n\n- With 3 independent classifiers the "
            "majority is right with probability «0.784».",
            "Five independent models have an accuracy of 80% each. A majority vote of them is "
            "right "
            "in «94.2%» of the cases.",
            "Three independent classifiers have an accuracy of 70 % each. The majority vote is "
            "right "
            "in «78.4 %» of the cases.",
            "Five independent models, each with an accuracy of 0.8. The accuracy of the majority "
            "vote is then «0.942».",
        ),
    ),
    Relation(
        name="probability that all are wrong",
        needs=(
            "all of them|all three|all five|all are|every one of them|all the",
            "independent",
            "wrong|err|fail",
        ),
        result=chance_of(
            r"(?:all|every one)(?: of them| three| five| the [a-z]+| [a-z]+)?(?: (?:are|being|is))?"
            r" (?:wrong|err|fail|mistaken)"
        ),
        givens={"n": VOTERS, "p": RIGHT},
        value=lambda n, p: (1 - p) ** int(n) if 0 < p < 1 < n < 100 and n == int(n) else None,
        formula="(1 − p)ⁿ",
        calculated=True,
        spelled=True,
        examples=(
            "Three independent classifiers are right with probability 0.7. The probability that "
            "all of them fail is «0.027».",
        ),
    ),
    Relation(
        name="expected larger of two dice",
        needs=(
            "larger|maximum|max|higher|highest|largest|greater",
            TWO_DICE,
            "expect|mean|average",
        ),
        result=(
            r"(?:expected|mean|average)(?: value)?(?: of)?(?: the)? (?:larger|maximum|max|higher"
            rf"|highest|largest|greater)[^.;:=\d]{{0,40}}?{SAID}#",
        ),
        givens={},
        value=lambda: Fraction(161, 36),
        formula="161/36",
        calculated=True,
        spelled=True,
        examples=("Two dice are rolled. The expected value of the larger one is «4.47».",),
    ),
    Relation(
        name="probability from odds in favor",
        needs=("odds", "probability", " to "),
        result=(
            r"odds (?:are|of|is) <a># to <b>#(?: in favor| in favour| for)?(?! against)"
            rf"[^.:=\d]{{0,60}}?probability{SAID}#",
        ),
        givens={"a": (), "b": ()},
        value=lambda a, b: a / (a + b),
        formula="a/(a + b)",
        calculated=True,
        spelled=True,
        unless=("against",),
        examples=(
            "The odds are 3 to 1 in favor; that's a probability of «75%».",
            "Odds of 1 to 4 correspond to a probability of «0.2».",
        ),
    ),
    Relation(
        name="odds to one of a probability",
        needs=("odds", "probability|chance", "to 1|to one|:1|: 1"),
        result=(
            rf"(?:probability|chance) (?:of|is|=) ?<p>#[^.;:=\d]{{0,50}}?odds(?: of| are| is| ="
            r"|:)* "
            rf"?{ROUGHLY}#(?= ?(?::|to) ?(?:1\b|one))",
        ),
        givens={"p": ()},
        value=lambda p: p / (1 - p) if 0 < p < 1 else None,
        formula="p/(1 − p)",
        unless=("against",),
        examples=("A probability of 0.8 corresponds to odds of «4» to 1.",),
    ),
)
