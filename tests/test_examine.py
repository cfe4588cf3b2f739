"""The lint in a process of its own, beside the build."""

import shutil
from pathlib import PurePosixPath

import pytest

from hooks.crowd import FEW
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


def of_page(findings):
    return [f for f in findings if str(f.path) == PAGE]


def examine(memory, root):
    return memory.examine(root, lambda known: None)


def test_the_process_says_what_the_lint_says(root, examiner):
    examiner.start(root)
    guide = Guide(root)
    for page in guide.questions:  # before all are examined
        assert examiner.checked(page.path) == checked(page, guide)
    found = examiner.findings()
    expected = {page.path: lint(page, guide) for page in guide.questions}
    assert list(found) == [f for path in sorted(expected) for f in expected[path]]
    assert "arithmetic" in {finding.rule for finding in found}


def test_many_pages_are_told_by_several_processes_in_whole_lines(root, examiner):
    for number in range(FEW):
        shutil.copy(ROOT / OTHER, root / f"docs/beginner/f1-score-{number}.md")
    examiner.start(root)
    guide = Guide(root)
    counts = [examiner.checked(page.path) for page in guide.questions]
    assert counts == [checked(page, guide) for page in guide.questions]
    expected = sorted(finding for page in guide.questions for finding in lint(page, guide))
    assert sorted(examiner.findings()) == expected


def test_the_process_stays_and_sees_what_was_mended(root, examiner):
    examiner.start(root)
    assert "arithmetic" in {finding.rule for finding in of_page(examiner.findings())}
    process = examiner.process
    mend(root)
    examiner.start(root)
    assert "arithmetic" not in {finding.rule for finding in of_page(examiner.findings())}
    assert examiner.process is process


def test_only_pages_that_changed_are_looked_at_again(root):
    memory = Memory()
    examine(memory, root)
    assert sorted(map(str, memory.looked_at)) == [OTHER, PAGE]
    mend(root)
    examine(memory, root)
    assert list(map(str, memory.looked_at)) == [PAGE]


def test_what_an_earlier_build_found_in_a_page_is_taken_from_it(root, monkeypatch):
    before = examine(Memory(), root)
    monkeypatch.setattr(arithmetic, "check", lambda page, guide: pytest.fail("searched again"))
    assert examine(Memory(), root) == before


def test_a_page_that_did_not_change_is_checked_against_those_that_did(root):
    memory = Memory()
    before = examine(memory, root)
    (root / PAGE).unlink()
    after = examine(memory, root)
    gone = {str(f) for f in after} - {str(f) for f in before}
    assert any("precision-recall" in line and line.startswith(OTHER) for line in gone)


def test_a_file_that_can_not_be_read_is_named(root, examiner):
    (root / "references.yml").write_text("a: [1\nb: 2\n")
    examiner.start(root)
    with pytest.raises(ExaminationError, match=r"references\.yml:2:"):
        examiner.findings()


def test_a_page_that_was_not_examined_is_named(root, examiner):
    examiner.start(root)
    with pytest.raises(ExaminationError, match=r"docs/beginner/recall\.md was not examined"):
        examiner.checked(PurePosixPath("docs/beginner/recall.md"))


def test_what_a_failed_build_did_not_ask_for_is_not_said_of_the_next(root, examiner):
    examiner.start(root)
    mend(root)
    examiner.start(root)
    assert "arithmetic" not in {finding.rule for finding in of_page(examiner.findings())}
