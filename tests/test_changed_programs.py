"""What the pages say a program prints once the reader has changed it."""

import io
import runpy
from contextlib import redirect_stdout

import pytest

from hooks.guide import Guide
from hooks.python_code.changes import changes, program
from hooks.python_code.programs import SNIPPETS
from tests.conftest import ROOT

GUIDE = Guide(ROOT)
CHANGES = [(page, change) for page in GUIDE.questions for change in changes(page)]


def name(asked) -> str:
    page, change = asked
    return f"{page.path.stem}:{change.place[0]}"


@pytest.fixture(scope="module")
def output_of(tmp_path_factory):
    """Runs a program that a reader has changed; the same change once."""
    outputs = {}

    def run(file: str, edits, source: str) -> str:
        if (file, edits) not in outputs:
            changed = tmp_path_factory.mktemp("changed") / "program.py"
            changed.write_text(source, encoding="utf-8")
            with redirect_stdout(io.StringIO()) as output:
                runpy.run_path(str(changed), run_name="__main__")
            outputs[file, edits] = output.getvalue()
        return outputs[file, edits]

    return run


def test_pages_say_what_changed_programs_print():
    assert CHANGES


@pytest.mark.program
@pytest.mark.parametrize("asked", CHANGES, ids=name)
def test_the_changed_program_prints_what_the_page_says(asked, output_of):
    page, change = asked
    file = program(page)
    source = (SNIPPETS / file).read_text(encoding="utf-8")
    output = output_of(file, change.edits, change.changed(source))
    missing = list(change.unprinted(output))
    assert not missing, f"{page.path}:{change.place[0]}: not printed: {missing}\n\n{output}"
