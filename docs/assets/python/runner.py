"""What the page asks of Python in its worker: run a program as a script, or grade a solution."""

import json
import linecache
import runpy
import sys
import traceback
from collections.abc import Callable
from textwrap import dedent
from types import ModuleType

PROGRAM = "program.py"  # the program's name in tracebacks


def run(source: str) -> int | None:
    """Run a program as Python runs a script, each time afresh.

    What it prints goes to stdout, an exception to stderr as Python shows it. The line of the
    program where the exception came from, None without one.
    """
    linecache.cache[PROGRAM] = (len(source), None, source.splitlines(True), PROGRAM)
    main = sys.modules["__main__"] = ModuleType("__main__")
    try:
        exec(compile(source, PROGRAM, "exec"), vars(main))
    except SystemExit as end:
        return leave(end)
    except BaseException as error:
        error.__traceback__ = error.__traceback__ and error.__traceback__.tb_next  # not this frame
        traceback.print_exception(error)
        return line_of(error)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


def leave(end: SystemExit) -> None:
    """What Python does at sys.exit(...): a text is shown, a number is the exit status."""
    if isinstance(end.code, str):
        print(end.code, file=sys.stderr)


def line_of(error: BaseException) -> int | None:
    """The last line of the program that an exception passed through."""
    if isinstance(error, SyntaxError) and error.filename == PROGRAM:
        return error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    return next((f.lineno for f in reversed(frames) if f.filename == PROGRAM), None)


def grade(source: str, cases: str, tell: Callable[[str], None]) -> None:
    """Try a solution on each case and tell, as JSON, which one begins and what became of it.

    cases: the file cases.py of the challenge.
    """
    from challenges.grader import Unusable, attempt

    known = runpy.run_path(cases)
    visible = len(known["VISIBLE"])
    tried = [*known["VISIBLE"], *known["HIDDEN"]]
    for number, case in enumerate(tried):
        about = {
            "name": case.name,
            "call": dedent(case.call).strip(),
            "why": case.why,
            "hidden": number >= visible,
        }
        tell(json.dumps({"say": "begins", "number": number, "of": len(tried), **about}))
        try:
            outcome = attempt(case, source, known)
        except Unusable as error:
            tell(json.dumps({"say": "unusable", "message": str(error)}))
            return
        result = {"message": outcome.message, "printed": outcome.printed[:2000]}
        tell(json.dumps({"say": "tried", "number": number, **about, **result}))
