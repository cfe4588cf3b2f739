"""Lets a test use the functions of a program of snippets/."""

import runpy

from hooks.python_code.programs import SNIPPETS


def load(name: str) -> dict:
    """The names that a program defines, by its section and slug: load("beginner/f1-score")."""
    return runpy.run_path(str(SNIPPETS / f"{name}.py"))
