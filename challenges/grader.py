"""Grades a solution: tries each case and compares what comes with what is expected.

It needs the standard library alone: the same file grades in the reader's browser and under pytest.
"""

import ast
import io
import math
import sqlite3
import traceback
from collections.abc import Iterator
from contextlib import closing, redirect_stdout
from dataclasses import dataclass
from itertools import chain
from textwrap import dedent

PROGRAM = "<solution>"  # the solution's name in tracebacks
SQL = "SQL"  # what cases of a query call its text


class Anything:
    """What a case expects that only has to run."""

    def __repr__(self) -> str:
        return "an answer"


@dataclass(frozen=True)
class Case:
    """One thing that is tried.

    name: what it tries, in words. call: Python whose last line is an expression.
    gives: the value of that expression; or raises: the exception that must come.
    why: what usually lies behind a failure, for the reader.
    tolerance: of numbers, relative to the expected one where that is greater than 1.
    """

    name: str
    call: str
    gives: object = Anything()
    raises: type[Exception] | None = None
    why: str = ""
    tolerance: float = 1e-6


@dataclass(frozen=True)
class Mistake:
    """A typical wrong solution: the reference with one text replaced, and the case it fails."""

    what: str
    instead_of: str
    writes: str
    fails: str


@dataclass(frozen=True)
class Outcome:
    """What became of a case; message is "" where it passed, printed what the solution printed."""

    case: Case
    message: str = ""
    printed: str = ""


class Unusable(Exception):
    """A solution that can't be tried at all; the message says why, as Python would."""


# -- a solution and its cases ---------------------------------------------------------------------


def load(source: str, entry: str) -> object:
    """What a solution defines under the name `entry`; for SQL, its text.

    Raises Unusable if the program fails or defines no such name.
    """
    if entry == SQL:
        return source
    names: dict[str, object] = {"__name__": PROGRAM}
    try:
        with redirect_stdout(io.StringIO()):
            exec(compile(source, PROGRAM, "exec"), names)
    except (Exception, SystemExit) as error:
        raise Unusable(in_words(error)) from error
    if entry not in names:
        raise Unusable(f"The program does not define `{entry}`.")
    return names[entry]


def grade(source: str, known: dict[str, object]) -> Iterator[Outcome]:
    """The outcome of each case, the visible ones first, each with the solution loaded afresh.

    known: the names of a cases.py: ENTRY, VISIBLE, HIDDEN and what their calls use.
    Raises Unusable.
    """
    for case in chain(known["VISIBLE"], known["HIDDEN"]):
        yield attempt(case, source, known)


def attempt(case: Case, source: str, known: dict[str, object]) -> Outcome:
    """Try one case. Raises Unusable."""
    entry = known["ENTRY"]
    names = {**known, entry: load(source, entry)}
    printed = io.StringIO()
    try:
        with redirect_stdout(printed):
            came = value(case.call, names)
    except (Exception, SystemExit) as error:
        right = case.raises and isinstance(error, case.raises)
        message = "" if right else f"Expected {expected(case)}; it raised {in_words(error)}."
    else:
        right = not case.raises and agrees(came, case.gives, case.tolerance)
        message = "" if right else f"Expected {expected(case)}; it gave {shown(came)}."
    return Outcome(case, message, printed.getvalue())


def value(call: str, names: dict[str, object]) -> object:
    """The value of the last line of a call, after its other lines ran."""
    *before, last = ast.parse(dedent(call).strip()).body
    exec(compile(ast.Module(before, []), "<case>", "exec"), names)
    return eval(compile(ast.Expression(last.value), "<case>", "eval"), names)


# -- in words -------------------------------------------------------------------------------------


def in_words(error: BaseException) -> str:
    """An exception as Python shows it, with its line in the solution; nothing of the grader."""
    text = "".join(traceback.format_exception_only(error)).strip()
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == PROGRAM]
    return f"{text} (line {lines[-1]})" if lines else text


def expected(case: Case) -> str:
    return case.raises.__name__ if case.raises else shown(case.gives)


def shown(value: object, longest: int = 300) -> str:
    text = repr(rounded(value))
    return text if len(text) <= longest else f"{text[:longest]} …"


def rounded(value: object) -> object:
    """The same value, its floats at ten significant digits: 0.30000000000000004 says no more."""
    if isinstance(value, float) and math.isfinite(value):
        return float(f"{value:.10g}")
    if type(value) in (list, tuple, set):
        return type(value)(map(rounded, value))
    if type(value) is dict:
        return {key: rounded(item) for key, item in value.items()}
    return Named(type(value)) if type(value).__repr__ is object.__repr__ else value


class Named:
    """Stands for an object that shows no more of itself than where it is in memory."""

    def __init__(self, kind: type):
        self.kind = kind

    def __repr__(self) -> str:
        return f"an object of the class {self.kind.__name__}"


# -- agreement ------------------------------------------------------------------------------------


def agrees(came: object, expected: object, tolerance: float) -> bool:
    """Whether two values agree: numbers within the tolerance, lists and tuples item by item.

    NaN agrees with NaN. True and False are no numbers here. A NumPy array is the list of its items.
    """
    came = came.tolist() if hasattr(came, "tolist") else came
    if isinstance(expected, Anything):
        return True
    if is_number(came) and is_number(expected):
        return numbers_agree(came, expected, tolerance)
    if isinstance(expected, list | tuple) and isinstance(came, list | tuple):
        pairs = zip(came, expected, strict=False)
        return len(came) == len(expected) and all(agrees(a, b, tolerance) for a, b in pairs)
    if isinstance(expected, dict) and isinstance(came, dict):
        same_keys = came.keys() == expected.keys()
        return same_keys and all(agrees(came[key], expected[key], tolerance) for key in expected)
    return type(came) is type(expected) and came == expected


def is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def numbers_agree(came: float, expected: float, tolerance: float) -> bool:
    if not math.isfinite(expected):
        return came == expected or (math.isnan(came) and math.isnan(expected))
    return abs(came - expected) <= tolerance * max(1, abs(expected))


# -- SQL ------------------------------------------------------------------------------------------


def rows(schema: str, query: str, **tables: list[tuple]) -> list[tuple]:
    """What a query gives on an sqlite database with this schema and these rows in its tables."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(schema)
        for table, content in tables.items():
            for row in content:
                marks = ", ".join("?" * len(row))
                database.execute(f"insert into {table} values ({marks})", row)
        return database.execute(query).fetchall()
