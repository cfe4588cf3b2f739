"""A cheat sheet's rows, and the values of its formulas at numbers that a test gives."""

import re
from functools import partial
from pathlib import PurePosixPath

from hooks.algebra.evaluate import Point
from hooks.algebra.families import find_in
from hooks.algebra.grammar import Vocabulary, trees_of
from hooks.algebra.lexer import Unreadable, lex
from hooks.algebra.names import key
from hooks.algebra.values import Matrix, Vector
from hooks.page import parse as parse_page
from tests.conftest import ROOT

LINK = re.compile(r"\[(.+?)\]\(.+?\)")
MATH = re.compile(r"\$(.+?)\$")
FUNCTIONS = {"σ": "sigmoid", "softmax": "softmax", "mean": "mean", "Φ": "normal"}


def rows(name):
    """The rows of a sheet's tables: by the name that the first cell links, a dict by column."""
    path = PurePosixPath(f"docs/reference/{name}.md")
    found = {}
    for block in parse_page(path, (ROOT / path).read_text(encoding="utf-8")).blocks:
        if block.kind != "table":
            continue
        head, *body = ([str(cell) for cell in row] for row in block.rows)
        for cells in body:
            link = LINK.match(cells[0])
            assert link, f"the row {cells[0]!r} leads nowhere"
            row = found.setdefault(link[1], {})
            assert not row.keys() & set(head[1:]), f"{link[1]} has two rows"
            row |= dict(zip(head[1:], cells[1:], strict=True))
    return found


def formulas(cell):
    return MATH.findall(cell)


def compute(formula, **values):
    """The value of a formula in LaTeX. A value's key: `y`, `hat_y` for \\hat y, `d_k`, `TP`."""
    known = {key(re.sub("^(hat|bar)_", r"\1 ", name)): shaped(v) for name, v in values.items()}
    functions = {n: f for n, f in FUNCTIONS.items() if n not in known}
    names = Vocabulary(known.__contains__, functions, frozenset())
    find = partial(find_in, known)
    for tree in trees_of(lex(formula), names, latex=True):
        try:
            return Point(known, find).value(tree)
        except Unreadable:
            continue
    raise Unreadable(formula)


def shaped(value):
    if hasattr(value, "tolist"):
        value = value.tolist()
    if not isinstance(value, list | tuple):
        return float(value)
    return (Matrix if isinstance(value[0], list | tuple) else Vector)(map(shaped, value))
