"""Every program of snippets/ prints what the guide shows, twice, in fresh processes."""

import re

import pytest

from hooks.python_code.programs import (
    ROOT,
    ProgramError,
    is_figure,
    output_file,
    programs,
    run,
    slug,
)

PROGRAMS = programs()
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
# Coordinates of a figure, in hundredths of a point, may differ in the last digits between machines.
TOLERANCE = 0.06


def name(program):
    return str(program.relative_to(ROOT / "snippets"))


def numbers_and_frame(svg):
    return [float(n) for n in NUMBER.findall(svg)], NUMBER.sub("#", svg)


@pytest.mark.program
@pytest.mark.parametrize("program", PROGRAMS, ids=name)
def test_program_prints_what_the_guide_shows_and_prints_it_again(program):
    shown = output_file(program).read_text(encoding="utf-8")
    printed = run(program, hash_seed=1)
    if is_figure(program):
        (numbers, frame), (expected, expected_frame) = map(numbers_and_frame, (printed, shown))
        assert frame == expected_frame, "run `make snippets`, and look at the figure"
        assert numbers == pytest.approx(expected, abs=TOLERANCE)
    else:
        assert printed == shown, "run `make snippets`, and read the page again"
    assert run(program, hash_seed=2) == printed


def test_every_output_has_its_program():
    made = {output_file(program) for program in PROGRAMS}
    kept = {file for end in ("out", "svg") for file in (ROOT / "snippets").glob(f"*/*.{end}")}
    assert kept == made


def test_every_program_belongs_to_a_page():
    for program in PROGRAMS:
        assert (ROOT / "docs" / program.parent.name / f"{slug(program)}.md").is_file()


@pytest.fixture
def write(tmp_path, monkeypatch):
    monkeypatch.setattr("hooks.python_code.programs.ROOT", tmp_path)

    def program(text):
        file = tmp_path / "program.py"
        file.write_text(text)
        return file

    return program


def test_a_program_can_not_use_the_network(write):
    program = write("import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')")
    with pytest.raises(ProgramError, match="may not use the network"):
        run(program)


def test_a_failing_program_shows_its_error(write):
    with pytest.raises(ProgramError, match=r"(?s)program\.py: failed.*ZeroDivisionError"):
        run(write("print(1 / 0)"))


def test_a_program_that_warns_fails(write):
    with pytest.raises(ProgramError, match="DeprecationWarning"):
        run(write("import warnings; warnings.warn('old', DeprecationWarning); print(1)"))


def test_a_silent_program_fails(write):
    with pytest.raises(ProgramError, match="printed nothing"):
        run(write("x = 1"))


def test_a_program_that_hangs_is_stopped(write, monkeypatch):
    monkeypatch.setattr("hooks.python_code.programs.SECONDS", 0.5)
    with pytest.raises(ProgramError, match="ran longer than"):
        run(write("while True: pass"))
