"""Where an expression in prose begins and ends: "the recall is 10/50 = 0.2, which is low".

Words before and behind it tell whether it is whole, or may belong to something larger, of which
nothing is known ("the root of 9 + 16 = 25").
"""

from collections.abc import Sequence

from hooks.calculation.expression import ROOTS
from hooks.calculation.quantity import MINUS
from hooks.calculation.tokens import DIVIDE, MULTIPLY, Token
from hooks.calculation.tree import is_function
from hooks.calculation.units import unit_named

STOPS = frozenset(["stop", "other", "row", "align"])
RELATIONS = frozenset(["relation", "arrow"])
ENDING = frozenset(["number", "word", "unknown", "close", "percent", "super", "sub", "vulgar"])
STARTING = frozenset(["number", "word", "unknown", "open", "vulgar", "currency"])
LONGEST_ASIDE = 40  # tokens


def is_factor(token: Token) -> bool:
    return token.kind == "op" and token.value in MULTIPLY + DIVIDE


def is_applied(token: Token) -> bool:
    """Whether something is done with what a bracket holds: it is divided, multiplied, squared."""
    return is_factor(token) or token.kind == "super" or token.value == "^"


def words(listed: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(listed.split())


# After these a new expression begins: "the recall is 10/50".
INTRODUCING = words(
    "is are was be become becomes gives give gave yields yield equals get gets makes so then thus"
    " therefore hence that since because means have has we it where as"
)
# These can belong to a calculation in words: "10 out of 50", "3 plus 4", "twice 5".
CALCULATING = words(
    "out plus minus times over by divided multiplied per squared cubed root half third quarter"
    " twice double mod modulo choose hundred dozen percent x"
)
# What stands before "of" if the two are a calculation: "the root of 9 + 16".
TAKEN_OF = words(
    "half third quarter tenth root log logarithm mean average median inverse reciprocal square"
    " power maximum minimum max min product difference percent percentage exponential out"
)
# Functions in words: a bracket behind them is their argument.
APPLYING = words(
    "root absolute square squared factorial negative erf entropy logit probit round ceiling floor"
    " gamma beta sigmoid softmax relu tanh function score gini"
)
SHORTEST_NAME = 3  # letters of what a quantity is said of, and that is no quantity itself
REACH = 6  # words before "by"
WHOLE = "⌊⌈"  # brackets that are functions themselves
OPERANDS = frozenset(
    ["number", "op", "percent", "currency", "vulgar", "super", "open", "close", "comma"]
)
# After these a bracket is no argument: "grows to (1 + 2)/4".
PLACING = words("of to from in and or than at with for vs versus against")
# Behind these "by" is no sign itself if no number stands before them.
APPLIED = words("dividing multiplying multiplied multiply multiplies scaled")
POINTS = words("mean means centroid center centre average point")  # of vectors: mean (17/4, 5/4)
# Behind a number these make it another one: "5 squared".
CHANGING = words("plus minus over squared cubed mod modulo choose hundred dozen divided fold")
# The same if they are not followed by words alone: "25 ms plus network".
ADDING = words("plus minus over")
# With a number behind them these make the number before them another one: "1 in 5".
JOINING = words("of out in per by times x")
MONTHS = words(  # "by April 2027" joins nothing
    "January February March April May June July August September October November December"
)


class Edges:
    """The edges of the expressions in a run of tokens."""

    def __init__(self, tokens: Sequence[Token]):
        self.tokens = tokens

    # -- where one begins

    def may_be_label(self, at: int) -> bool:
        """Whether a number behind a noun may say which one: "for place 4 ln(3)", "class 2 −ln(3)";
        not "costs 4 ln(3)"."""
        noun, number, following, next_one = self.tokens[at - 1 : at + 3]
        name = noun.value.lower()
        is_one = name not in PLACING and (name.endswith("ss") or not name.endswith("s"))
        is_whole = number.kind == "number" and number.value.isdecimal()
        is_negative = following.kind == "op" and following.value in MINUS and not next_one.gap
        is_applied = following.value in ROOTS or is_function(following.value)
        return is_one and is_whole and bool(following.gap) and (is_applied or is_negative)

    def beginning(self, start: int, end: int) -> tuple[int | None, str]:
        """Where the expression before `end` begins, and whether that is sure.

        None inside a bracket. "sure": after punctuation or a word that introduces a number;
        "unsure": after another word; "doubtful": after what may be a part of it.
        """
        depth, at = 0, end
        while at > start:
            token = self.tokens[at - 1]
            if depth == 0:
                if token.kind in STOPS or token.kind == "open":
                    return at, "sure"
                if token.kind in ("comma", "bar", "about"):
                    return at, self.after_comma(at)
                if at < end and (cut := self.cut(at)):
                    return at, cut
                if self.is_sign_after_word(at, end) or (at < end and self.is_sign_of_name(at)):
                    return at, "unsure"
            depth += (token.kind == "close") - (token.kind == "open")
            at -= 1
        return (at, "sure") if depth == 0 else (None, "")

    def is_sign_after_word(self, at: int, end: int) -> bool:
        """Whether a minus at `at` is the sign of a number or function: "and −31/4", "is −ln(2)",
        "forest −40/8"."""
        if at + 1 >= end:
            return False
        word, sign, number = self.tokens[at - 1 : at + 2]
        is_value = number.kind in ("number", "open") or is_function(number.value)
        is_sign = sign.kind == "op" and sign.value in MINUS and is_value
        if not is_sign or word.kind != "word" or not sign.gap or number.gap:
            return False
        name, follows = word.value.lower(), self.tokens[min(at + 2, end - 1)]
        is_name = len(name) >= SHORTEST_NAME and not word.math and follows.kind == "op"
        return is_name or name in INTRODUCING | PLACING

    def is_sign_of_name(self, at: int) -> bool:
        """Whether the sign before `at` belongs to a name: LR+ 0.7/0.05 = 14."""
        if at < 2 or not self.tokens[at].gap or self.tokens[at - 1].kind != "op":
            return False
        name, sign = self.tokens[at - 2 : at]
        is_name = name.kind == "word" and name.value.isupper() and len(name.value) > 1
        return is_name and not name.math and not sign.gap and sign.value in MINUS + "+"

    def goes_on(self, at: int) -> bool:
        """Whether a sign at `at` goes on from the number before a comma: sum 34.4, /200 = 0.172."""
        if at < 2 or not is_factor(self.tokens[at]) or self.tokens[at - 1].kind != "comma":
            return False
        return self.tokens[at - 2].kind == "number" and bool(self.tokens[at].gap)

    def after_comma(self, at: int) -> str:
        """A comma between digits may be a decimal comma: 0,22."""
        attached = at < len(self.tokens) and not self.tokens[at].gap
        return "doubtful" if attached or self.tokens[at - 1].kind != "comma" else "unsure"

    def cut(self, at: int) -> str:
        """How surely prose ends and an expression begins at `at`; "" if both belong together."""
        left, right = self.tokens[at - 1], self.tokens[at]
        starts = right.kind in STARTING or (right.kind == "op" and right.value in ROOTS)
        if left.kind not in ENDING or not starts:
            return ""
        if left.kind == "sub" and is_function(self.tokens[at - 2].value):
            return ""
        if "per" in (left.value, right.value) and self.is_divided(at, left, right):
            return ""
        if left.kind == "word" and right.kind == "word" and self.is_unit(at - 1):
            return self.cut_before_word(at, left, right)
        if left.kind == "word":
            return self.cut_after_word(at, left, right)
        if right.kind == "word" and left.math == right.math:
            return self.cut_before_word(at, left, right)
        if left.kind == "close" and right.gap and self.is_remark(at - 1):
            return "unsure"
        if (left.math and right.math) or not right.gap:
            is_root = right.value in ROOTS and left.kind == "number"
            return "" if is_root or right.kind == "open" or left.kind == "close" else "doubtful"
        return "doubtful"

    def is_remark(self, at: int) -> bool:
        """Whether the bracket that closes here holds a word only: per day (geometric) 1.4^0.25."""
        opening, word = self.tokens[max(at - 2, 0)], self.tokens[max(at - 1, 0)]
        return word.kind == "word" and opening.kind == "open" and bool(opening.gap)

    def is_unit(self, at: int) -> bool:
        """Whether the word at `at` is the unit of a number before it: 13B, 7 billion."""
        word, number = self.tokens[at], self.tokens[at - 1]
        is_named = unit_named(word.value, attached=not word.gap) is not None
        return at > 0 and number.kind == "number" and is_named

    def is_divided(self, at: int, left: Token, right: Token) -> bool:
        """Whether both belong to what is counted for each of others: 64 images per batch."""
        if left.value == "per":
            return right.kind == "word" and not right.math
        return left.kind == "number" or (
            left.kind == "word" and at >= 2 and self.tokens[at - 2].kind in ("number", "word")
        )

    def cut_after_word(self, at: int, left: Token, right: Token) -> str:
        word = left.value.lower()
        if word == "of" and at >= 2 and self.tokens[at - 2].kind == "percent":
            return ""
        if is_function(word) and right.kind != "word":
            return ""
        if word == "by" and (self.is_difference(at - 1) or self.is_divisor(at - 1)):
            return "unsure"
        if word == "over" and not self.is_factor_before(at - 1):
            return "unsure"
        if word in CALCULATING or (word == "of" and not self.is_amount(at - 2)):
            return "doubtful"
        if left.math and right.math:
            return "" if right.kind in ("word", "open") else "unsure"
        if word in INTRODUCING:
            return "sure"
        if word == "s" and self.tokens[max(at - 2, 0)].value.endswith(("'", "’")):
            return "unsure"  # that's (32 + 4)/64
        if right.kind == "open" and not right.math and word not in PLACING:
            if not right.gap:
                return ""
            if right.value in WHOLE or word in POINTS:
                return "unsure"
            is_letter = len(word) == 1 and not (left.value.isupper() and self.is_mean(at))
            is_name = is_letter or word in APPLYING
            return "doubtful" if is_name or not self.is_operand(at) else "unsure"
        return "unsure"

    def is_factor_before(self, at: int) -> bool:
        """Whether something is divided by what stands behind "over": 3 over 8, not "runs over"."""
        before = self.tokens[at - 1] if at else None
        return before is not None and (before.kind in ENDING - {"word"} or before.math)

    def is_operand(self, at: int) -> bool:
        """Whether the bracket at `at` is no argument of the word before: "only (50 − 34)/50",
        "bias (8 − 6)² = 4"."""
        if at >= 2 and self.tokens[at - 2].kind == "op":
            return False
        stop = self.closing(at)
        inside, follows = self.tokens[at + 1 : stop], self.tokens[stop + 1 : stop + 2]
        is_computed = any(token.kind in ("op", "comma") for token in inside)
        return is_computed and any(map(is_applied, follows))

    def is_mean(self, at: int) -> bool:
        """Whether a sum is divided by a number, which is hardly an argument: N (60 + 80)/200."""
        stop = self.closing(at)
        signs = {token.value for token in self.tokens[at + 1 : stop] if token.kind == "op"}
        behind = self.tokens[stop + 1 : stop + 3]
        kinds = [token.kind for token in behind]
        return signs == {"+"} and kinds == ["op", "number"] and behind[0].value in DIVIDE

    def closing(self, at: int) -> int:
        """Where the bracket at `at` is closed that holds numbers and signs only; else the end."""
        depth = 0
        for place in range(at, min(at + LONGEST_ASIDE, len(self.tokens))):
            kind = self.tokens[place].kind
            depth += (kind == "open") - (kind == "close")
            if not depth:
                return place
            if kind not in OPERANDS:
                break
        return len(self.tokens)

    def is_difference(self, at: int) -> bool:
        """Whether "by" says how much: "falls by", and not "divided by", "3 by"."""
        before = self.tokens[max(at - 8, 0) : at]
        said = [token.value.lower() for token in before if token.kind == "word"]
        is_divided = any(word.startswith(("divi", "multipl", "times", "raise")) for word in said)
        return bool(before) and before[-1].kind == "word" and not is_divided

    def is_divisor(self, at: int) -> bool:
        """Whether what is divided is no number before "by": "multiplied by 1/0.8 = 1.25"."""
        before = self.tokens[max(at - REACH, 0) : at]
        behind = [token.kind for token in self.tokens[at + 1 : at + 3]]
        if behind != ["number", "op"] or not any(t.value.lower() in APPLIED for t in before):
            return False
        last = max((k for k, token in enumerate(before) if token.kind in STOPS), default=-1)
        return not any(token.kind in ENDING - {"word"} for token in before[last + 1 :])

    def is_amount(self, at: int) -> bool:
        """Whether "of" after the word at `at` says how much it is: "a rate of 24/980"."""
        word = self.tokens[at] if at >= 0 else None
        return word is not None and word.kind == "word" and word.value.lower() not in TAKEN_OF

    def cut_before_word(self, at: int, left: Token, right: Token) -> str:
        """A word after a number is its unit, or a name: "0.9 recall = …"."""
        if right.math or not right.gap or is_function(right.value.lower()):
            return ""
        if right.value == "of" and left.kind == "percent":
            return ""
        after = self.tokens[at + 1]
        ends = after.kind in ("op", *RELATIONS) or after.value == "per"
        is_noun = ends or unit_named(right.value) is not None
        return "" if is_noun and right.gap != "\n" else "doubtful"

    # -- where one ends

    def is_changed(self, at: int, end: int) -> bool:
        """Whether what follows an expression at `at` may change its value."""
        token = self.tokens[at]
        following = self.tokens[at + 1 : min(at + 3, end)]
        match token.kind:
            case "stop" | "other" | "row" | "align" | "close":
                return False
            case "comma":
                return bool(following) and not following[0].gap  # a decimal comma: 0,22
            case "op" if token.value == "!":
                return False  # no factorial, but the end of a sentence
            case "word":
                word = token.value.lower()
                numbers = [t for t in following if t.kind in ("number", "vulgar")]
                joins = word in JOINING and numbers and following[0].value not in MONTHS
                changes = word in CHANGING and not (word in ADDING and self.is_of_words(at + 1))
                return changes or bool(joins) or self.goes_on_behind_words(at, end)
            case "op" if token.value == "×" and not token.gap:
                return bool(following) and following[0].kind not in ("stop", "comma", "close")
            case "open":
                goes_on = self.goes_on_behind_bracket(at)
                return token.math or not token.gap or goes_on or self.is_plain_number(at, end)
        return True

    def goes_on_behind_words(self, at: int, end: int) -> bool:
        """Whether a sign follows what is counted: 8 bytes of header − 20 bytes."""
        while at < end and (self.tokens[at].kind == "word" or self.is_hyphen(at)):
            at += 1
        return at < end and self.tokens[at].kind == "op" and self.tokens[at].value not in "!√∛"

    def is_of_words(self, at: int) -> bool:
        """Whether only words follow up to the end of the clause, or some of them."""
        ahead = self.tokens[at : at + 3]
        return (
            bool(ahead)
            and ahead[0].kind == "word"
            and all(token.kind in ("word", "stop", "comma", "close") for token in ahead)
        )

    def is_hyphen(self, at: int) -> bool:
        """Whether a dash at `at` joins two words: min-max, VGG-16."""
        sign, after = self.tokens[at], self.tokens[min(at + 1, len(self.tokens) - 1)]
        return sign.value in MINUS and not sign.gap and not after.gap

    def goes_on_behind_bracket(self, at: int) -> bool:
        """Whether a sign follows an aside: 24M (30,522 × 768) + 85M."""
        depth = 0
        for place in range(at, min(at + LONGEST_ASIDE, len(self.tokens) - 1)):
            token = self.tokens[place]
            depth += (token.kind == "open") - (token.kind == "close")
            if not depth:
                return self.tokens[place + 1].kind == "op"
        return False

    def is_plain_number(self, at: int, end: int) -> bool:
        """Whether a bracket holds one number only: 5 (2)."""
        inside = self.tokens[at + 1 : min(at + 3, end)]
        return [token.kind for token in inside] == ["number", "close"]
