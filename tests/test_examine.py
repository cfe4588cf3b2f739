"""The lint in a process of its own, beside the build."""

import shutil

import pytest

from hooks.examine import ExaminationError, Examiner, Memory
from hooks.guide import Guide
from hooks.lint import lint
from hooks.rules import arithmetic
from hooks.website.trust import checked
from tests.conftest import ROOT

PAGE = "docs/beginner/precision-recall.md"
OTHER = "docs/beginner/f1-score.md"


@pytest.fixture
def root(tmp_path):
    """A guide of two pages, one of which has a wrong number."""
    (tmp_path / "docs/beginner").mkdir(parents=True)
    (tmp_path / "snippets").symlink_to(ROOT / "snippets")
    for name in ("references.yml", "vocabulary.yml", OTHER):
        shutil.copy(ROOT / name, tmp_path / name)
    text = (ROOT / PAGE).read_text(encoding="utf-8").replace("16/40 = 0.40", "16/40 = 0.45")
    (tmp_path / PAGE).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def examiner():
    examiner = Examiner()
    yield examiner
    examiner.stop()


def mend(root):
    text = (root / PAGE).read_text(encoding="utf-8").replace("16/40 = 0.45", "16/40 = 0.40")
    (root / PAGE).write_text(text, encoding="utf-8")


def of_page(examination):
    return [f for f in examination.findings if str(f.path) == PAGE]


def test_the_process_says_what_the_lint_says(root, examiner):
    examiner.start(root)
    found = examiner.results()
    guide = Guide(root)
    expected = {page.path: lint(page, guide) for page in guide.questions}
    assert list(found.findings) == [f for path in sorted(expected) for f in expected[path]]
    assert "arithmetic" in {finding.rule for finding in found.findings}
    assert found.checked == {str(page.path): checked(page, guide) for page in guide.questions}


def test_the_process_stays_and_sees_what_was_mended(root, examiner):
    examiner.start(root)
    assert "arithmetic" in {finding.rule for finding in of_page(examiner.results())}
    process = examiner.process
    mend(root)
    examiner.start(root)
    assert "arithmetic" not in {finding.rule for finding in of_page(examiner.results())}
    assert examiner.process is process


def test_only_pages_that_changed_are_looked_at_again(root):
    memory = Memory()
    memory.examine(root)
    assert sorted(map(str, memory.looked_at)) == [OTHER, PAGE]
    mend(root)
    memory.examine(root)
    assert list(map(str, memory.looked_at)) == [PAGE]


def test_what_an_earlier_build_found_in_a_page_is_taken_from_it(root, monkeypatch):
    before = Memory().examine(root)
    monkeypatch.setattr(arithmetic, "check", lambda page, guide: pytest.fail("searched again"))
    assert Memory().examine(root) == before


def test_a_page_that_did_not_change_is_checked_against_those_that_did(root):
    memory = Memory()
    before = memory.examine(root)
    (root / PAGE).unlink()
    after = memory.examine(root)
    gone = {str(f) for f in after.findings} - {str(f) for f in before.findings}
    assert any("precision-recall" in line and line.startswith(OTHER) for line in gone)


def test_a_file_that_can_not_be_read_is_named(root, examiner):
    (root / "references.yml").write_text("a: [1\nb: 2\n")
    examiner.start(root)
    with pytest.raises(ExaminationError, match=r"references\.yml:2:"):
        examiner.results()
