"""`pytest challenges --challenge softmax --solution my_softmax.py` grades one file."""

from pathlib import Path

import pytest

from challenges import cases, slugs


def pytest_addoption(parser):
    parser.addoption("--challenge", help="the challenge that is solved: " + ", ".join(slugs()))
    parser.addoption("--solution", type=Path, help="the file with the solution")


def pytest_configure(config):
    slug, file = config.getoption("challenge"), config.getoption("solution")
    if slug not in slugs():
        raise pytest.UsageError(f"there is no challenge {slug!r}; there are: {', '.join(slugs())}")
    if not file or not file.is_file():
        raise pytest.UsageError(f"there is no file {file}; name the one with your solution")


def pytest_generate_tests(metafunc):
    slug, file = metafunc.config.getoption("challenge"), metafunc.config.getoption("solution")
    known = cases(slug)
    tried = [*known["VISIBLE"], *known["HIDDEN"]]
    metafunc.parametrize("case", tried, ids=lambda case: case.name.replace(" ", "-"))
    metafunc.parametrize("solution", [file.read_text(encoding="utf-8")], ids=[file.name])
    metafunc.parametrize("known", [known], ids=[slug])
