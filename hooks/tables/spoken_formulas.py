"""Formulas with letters that a page says, whether or not anything is said to equal them."""

from collections.abc import Iterator
from functools import lru_cache

from hooks.calculation.expression import NotAnExpression, parse
from hooks.calculation.latex import Unreadable
from hooks.calculation.tree import Binary, Call, Negative
from hooks.page import RECENT, Question
from hooks.pattern import Pattern
from hooks.tables.calculations import cell_tokens
from hooks.tables.formulas import MOST_FORMULAS, Formula, formula_of

MATH = Pattern(
    r"\$\$(?P<display>[^$]{3,400})\$\$|\$(?P<inline>[^$\n]{3,200})\$|`(?P<code>[^`\n]{3,120})`"
)
# Words of signs, between which stand operators: `1 − 0.95^d`, `t(b) = 8 + 2b`.
PART = r"(?:(?:ln|log)\s)?[\w.,()²³√/^·*{}′+−-]+"
RUN = Pattern(rf"(?<![\w$\\`])[−-]?{PART}(?:\s(?:=|←|[-−+·*×/])\s{PART}){{0,12}}")
OPERATES = Pattern(r"[\^²³√/·*+−]|\\(?:frac|sqrt|ln|log|exp|cdot)|\s-\s|\b(?:ln|log|exp)\b")
SIGNS = Pattern(r"[\d^²³√=(]|\s")  # which "well-known" has none of
RELATION = Pattern(r"=|←|≈|\\approx|\\propto|\\gets|\\leftarrow|\\to\b|\\q?quad|,\s|&|\\\\|;|:")
# What tells that an equation speaks of the mean of its rows, and signs of layout.
OF_ROWS = Pattern(
    r"\\[td]?frac\s*(?:\{1\}|1)\s*(?:\{\w\}|\w)\s*(?=\\sum)|\\sum(?:_(?:\{[^}]*\}|\w))?(?:\^(?:\{[^}]*\}|\w))?\s*"
    r"|\\[bB]ig+[lr]?\s*|\\(?:left|right)\b\s*|\\[,;!]"
)
NAMED = Pattern(r"\\(?:mathrm|text|operatorname)\{([^}]*)\}")
LETTER = Pattern(r"\\?[^\W\d](?:\w{0,7}|_\{?\w+\}?)")


@lru_cache(maxsize=RECENT)
def said_formulas(page: Question) -> tuple[Formula, ...]:
    found: dict[str, Formula] = {}
    for block in page.blocks:
        if block.is_prose or block.kind in ("math", "code"):
            content = block.text.content
            for formula in in_text(f"$${content}$$" if block.kind == "math" else content):
                found.setdefault(str(formula.tree), formula)
        if len(found) > MOST_FORMULAS:
            break
    return tuple(found.values())


def in_text(content: str) -> Iterator[Formula]:
    for island in MATH.finditer(content):
        text = island["display"] or island["inline"]
        yield from sides(f"${text}$" if text else island["code"])
    for run in RUN.finditer(MATH.sub(" , ", content)):
        if SIGNS.search(run[0]) and OPERATES.search(run[0]):
            yield from sides(run[0])


def sides(text: str) -> Iterator[Formula]:
    """The calculations of an equation, each with what stands before it as its name."""
    is_latex = text.startswith("$")
    parts = RELATION.split(OF_ROWS.sub("", NAMED.sub(r"\1", text)).strip("$"))
    for name, part in zip(("", *parts), parts, strict=False):
        plain = part.strip(" .,\n")
        found = formula_in(f"${plain}$" if is_latex else plain, name.strip(" $*_"))
        if found:
            yield found


def formula_in(text: str, name: str) -> Formula | None:
    if not OPERATES.search(text):
        return None
    try:
        read = cell_tokens(text)
        tree, end = parse(read) if read else (None, 0)
    except (NotAnExpression, Unreadable):
        return None
    if not isinstance(tree, Binary | Call | Negative) or end < len(read):
        return None
    found = formula_of(tree, (), name)
    is_one = found and found.is_of_letters and all(map(LETTER.fullmatch, found.slots))
    return found if is_one else None
