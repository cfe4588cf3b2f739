"""How a number is written wrongly: one digit is changed, two are swapped, a zero is lost or added.

Only the digits are compared. Which numbers are compared at all, and how many digits must be there
so that a likeness is no chance, is for the callers to say.
"""

LEAST_DIGITS = 4  # of a whole number that may have a digit changed
SIGNIFICANT = 2  # digits of a number that is hardly written wrongly by chance


def mistyped(one: str, other: str) -> str:
    """How a text of digits differs from another one of its length by one slip of the fingers."""
    places = [at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(places) == 1:
        return "one digit is changed"
    if len(places) != 2:
        return ""
    first, last = places
    between = one[first + 1 : last].strip(".,")
    is_swap = not between and (one[first], one[last]) == (other[last], other[first])
    return "two digits are swapped" if is_swap else ""


def miswritten(said: int, right: int) -> str:
    """How the digits of a whole number differ from those of the right one; "" if in no such way."""
    one, other = str(said), str(right)
    if min(len(one), len(other)) < LEAST_DIGITS:
        return ""
    if said in (right * 10, right * 100, right * 1000):
        return "it has too many zeros"
    if right in (said * 10, said * 100, said * 1000):
        return "it has too few zeros"
    return mistyped(one, other) if len(one) == len(other) else ""


def has_digits_of(said: str, right: str) -> bool:
    """Whether a written number has the significant digits of another one, but for one slip."""
    digits = "".join(filter(str.isdecimal, said)).lstrip("0")
    if len(digits) != len(right) or len(right) < SIGNIFICANT:
        return False
    return bool(mistyped(digits, right))
