"""The reference solution of a challenge, to be compared with a library."""

from challenges import cases, program
from challenges.grader import load as load_source


def load(slug: str) -> object:
    """What the reference defines under the challenge's ENTRY; for SQL, its text."""
    return load_source(program(slug, "solution").read_text("utf-8"), cases(slug)["ENTRY"])
