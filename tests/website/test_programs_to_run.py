"""Where a page's programs get their buttons, and which files a press asks for."""

import re
import zipfile

import pytest

from hooks.website.programs import (
    NotSetUp,
    mark,
    packages,
    packages_of_npm,
    sources,
    visible_cases,
    without_marks,
)
from tests.conftest import ROOT

OUTPUT = '``` text title="Output"\n--8<-- "beginner/k-means.out"\n```'


@pytest.fixture
def root(tmp_path):
    """A guide with one program and one challenge."""
    program = tmp_path / "snippets" / "beginner" / "k-means.py"
    program.parent.mkdir(parents=True)
    program.write_text("import math\nimport numpy as np\nfrom sklearn.cluster import KMeans\n")
    folder = tmp_path / "challenges" / "mean"
    folder.mkdir(parents=True)
    (folder / "starter.py").write_text("def mean(numbers): ...\n")
    (folder / "cases.py").write_text(
        'VISIBLE = (Case("of two", "mean([1, 3])", gives=2, why="."),)'
    )
    return tmp_path


def test_buttons_stand_above_the_output(root):
    marked = mark(OUTPUT, root)
    about = 'data-program="beginner/k-means" data-packages="NumPy, scikit-learn"'
    assert marked.startswith(f'<div class="run" {about}><button ')
    assert marked.endswith(f"</div>\n\n{OUTPUT}")


def test_a_program_says_what_it_will_fetch(root):
    said = "Uses NumPy, scikit-learn: Run fetches it from cdn.jsdelivr.net.</span>"
    assert said in mark(OUTPUT, root)
    (root / "snippets" / "beginner" / "k-means.py").write_text("import math\n")
    assert 'role="status"></span>' in mark(OUTPUT, root)


def test_what_a_press_needs_a_script_for_waits_for_it(root):
    assert re.findall(r"<button [^>]*>\w+", mark(OUTPUT, root)) == [
        '<button type="button" class="run__begin" disabled>Run',
        '<button type="button" class="run__stop" hidden>Stop',
        '<button type="button" class="run__edit" disabled>Edit',
        '<button type="button" class="run__reset" hidden>Reset',
    ]


def test_buttons_stand_below_a_starter(root):
    starter = '``` python\n--8<-- "challenges/mean/starter.py"\n```'
    place = '<div class="run" data-challenge="mean" data-suffix="py"><button '
    assert mark(starter, root).startswith(f"{starter}\n\n{place}")


def test_a_page_without_a_program_stays_as_it_is(root):
    page = "``` python\nprint(1)\n```\n"
    assert mark(page, root) == page


def test_the_standard_library_is_no_package(root):
    assert packages(root / "snippets" / "beginner" / "k-means.py") == ["NumPy", "scikit-learn"]


def test_visible_cases_say_what_a_call_gives_and_no_more(root):
    page = mark('``` python\n--8<-- "challenges/mean/cases.py:visible"\n```', root)
    assert page == "``` python\n# of two\nmean([1, 3])  # gives 2\n```"


def test_a_long_case_takes_several_lines():
    cases = (
        'VISIBLE = (Case("twice", """\n    cache = Cache(2)\n    cache.get(1)\n    """, '
        "raises=KeyError, why='.'),)"
    )
    assert visible_cases(cases) == "# twice\ncache = Cache(2)\ncache.get(1)\n# raises KeyError"


def test_what_a_press_asks_for_is_served(root):
    assert [address for address, _ in sources(root)] == [
        "programs/beginner/k-means.py",
        "challenges/mean/cases.py",
        "challenges/mean/starter.py",
    ]


def test_marks_of_regions_are_not_shown_in_the_editor():
    assert without_marks("# --8<-- [start:use]\nprint(1)\n# --8<-- [end:use]\n") == "print(1)\n"


def test_python_for_the_browser_is_installed():
    assert all(file.stat().st_size for _, file in packages_of_npm(ROOT))


def test_what_programs_import_is_compiled_already():
    with zipfile.ZipFile(
        dict(packages_of_npm(ROOT))["assets/pyodide/python_stdlib.zip"]
    ) as archive:
        files = set(archive.namelist())
    wanted = {"json", "linecache", "traceback"}  # of runner.py and grader.py
    for _, program in sources(ROOT):
        wanted |= set(re.findall(r"^(?:import|from) (\w+)", program, re.M))
    written = {f"{name}{end}" for name in wanted for end in (".py", "/__init__.py")} & files
    assert {name for name in written if f"{name}c" not in files} <= {"io.py"}  # part of Python
    assert "json/__init__.py" in written


def test_what_is_not_installed_is_said_in_one_line(tmp_path):
    with pytest.raises(NotSetUp, match=r"pyodide\.mjs is missing; `make build`"):
        list(packages_of_npm(tmp_path))
