"""Coding challenges: one folder each, which its page docs/practice/<slug>.md shows.

    starter.py    what a reader begins with (starter.sql for a query)
    solution.py   the reference
    cases.py      ENTRY, and what is tried: VISIBLE and HIDDEN
    mistakes.py   typical wrong solutions, each with the case that finds it

`make try CHALLENGE=softmax FILE=my_softmax.py` grades a file of your own.
"""

import runpy
from pathlib import Path

CHALLENGES = Path(__file__).parent
SUFFIXES = (".py", ".sql")
SECONDS = 5  # the longest that a case may take


def slugs() -> list[str]:
    return sorted(folder.name for folder in CHALLENGES.iterdir() if (folder / "cases.py").is_file())


def cases(slug: str) -> dict[str, object]:
    """The names of a challenge's cases.py: ENTRY, VISIBLE, HIDDEN and what their calls use."""
    return runpy.run_path(str(CHALLENGES / slug / "cases.py"))


def program(slug: str, name: str) -> Path:
    """The file of a challenge's starter or solution, whichever language it is in."""
    return next(
        file for suffix in SUFFIXES if (file := CHALLENGES / slug / f"{name}{suffix}").is_file()
    )
