"""Every lab, run afresh from its first cell, prints what is stored in it, and says what holds."""

from pathlib import Path, PurePosixPath

import nbformat
import pytest
from nbclient import NotebookClient

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.lint import ALONE, lint
from hooks.page import parse
from hooks.pattern import Pattern

ROOT = Path(__file__).resolve().parent.parent
LABS = ROOT / "docs" / "labs"
NOTEBOOKS = sorted(LABS.glob("*.ipynb"))
SECONDS = 60
RESULT = Pattern(r"[\d)] [+−×/] \(?\d[\d,.]*\)? = [\d,.]*(?P<digit>\d)(?![\d.,]*\d)")


def printed(notebook) -> list[tuple[str, str, str]]:
    """(cell id, stream or MIME type, text) of each text output; pictures are left out.

    A kernel may send what one cell prints in several pieces, which differ from run to run: they
    are joined.
    """
    texts = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "stream":
                before = texts.pop()[2] if texts and texts[-1][:2] == (cell.id, output.name) else ""
                texts.append((cell.id, output.name, before + output.text))
            elif "text/plain" in output.get("data", {}):
                texts.append((cell.id, "text/plain", output.data["text/plain"]))
    return texts


def as_markdown(notebook) -> str:
    """A notebook as one Markdown page: its text, its code and what that prints, as they stand."""
    parts = []
    for cell in notebook.cells:
        is_code = cell.cell_type == "code"
        parts.append(f"``` python\n{cell.source}\n```" if is_code else cell.source)
        said = "".join(o.text for o in cell.get("outputs", []) if o.output_type == "stream")
        parts += [f"``` text\n{said.rstrip()}\n```"] if said else []
    return "\n\n".join(parts) + "\n"


def found_in(markdown: str) -> list[Finding]:
    """What the rules find that are meant for any Markdown."""
    return lint(parse(PurePosixPath("lab.md"), markdown), Guide(ROOT), ALONE)


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem)
def lab(request):
    """A lab as it is stored."""
    return nbformat.read(request.param, as_version=4)


def test_there_are_labs():
    assert NOTEBOOKS


def test_no_stored_output_is_an_error_or_a_warning(lab):
    outputs = [output for cell in lab.cells for output in cell.get("outputs", [])]
    assert outputs, "the lab is stored without its outputs"
    assert not [output for output in outputs if output.output_type == "error"]
    assert not [output.text for output in outputs if output.get("name") == "stderr"]


def test_metadata_say_nothing_of_the_machine_or_the_run(lab):
    assert lab.metadata.kernelspec.name == "python3"
    assert set(lab.metadata) == {"kernelspec", "language_info", "guide"}
    assert not [cell.id for cell in lab.cells if "execution" in cell.metadata]


def test_metadata_say_what_the_lab_is_for(lab):
    about = lab.metadata.guide
    assert set(about) == {"summary", "questions"}
    assert about.summary[0].isupper()
    assert about.summary.endswith(".")
    assert 1 <= len(about.questions) <= 4
    assert set(about.questions) <= set(Guide(ROOT).question_paths)


def test_the_lint_finds_nothing_in_the_text(lab):
    assert not found_in(as_markdown(lab))


def test_the_lint_finds_a_changed_digit(lab):
    """In the last digit of a calculation that the text shows: each lab must show one."""
    text = as_markdown(lab)
    place = RESULT.search(text).start("digit")
    changed = str((int(text[place]) + 5) % 10)
    (found,) = found_in(text[:place] + changed + text[place + 1 :])
    assert found.rule == "arithmetic"


@pytest.mark.program
def test_running_the_lab_prints_what_is_stored(lab):
    fresh = nbformat.from_dict(lab)
    NotebookClient(
        fresh, timeout=SECONDS, kernel_name="python3", resources={"metadata": {"path": str(LABS)}}
    ).execute()
    assert printed(fresh) == printed(lab)
