"""Every lab, run afresh from its first cell, prints what is stored in it."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

LABS = Path(__file__).resolve().parent.parent / "docs" / "labs"
NOTEBOOKS = sorted(LABS.glob("*.ipynb"))
SECONDS = 60


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
    assert set(lab.metadata) <= {"kernelspec", "language_info"}
    assert not [cell.id for cell in lab.cells if "execution" in cell.metadata]


@pytest.mark.program
def test_running_the_lab_prints_what_is_stored(lab):
    fresh = nbformat.from_dict(lab)
    NotebookClient(
        fresh, timeout=SECONDS, kernel_name="python3", resources={"metadata": {"path": str(LABS)}}
    ).execute()
    assert printed(fresh) == printed(lab)
