"""The lint in a process of its own, beside the build."""

import shutil

import pytest

from hooks import examine
from hooks.guide import Guide
from hooks.lint import lint
from hooks.trust import checked
from tests.conftest import ROOT

PAGE = "docs/beginner/precision-recall.md"


@pytest.fixture
def root(tmp_path):
    """A guide of one page, which has a wrong number."""
    (tmp_path / "docs/beginner").mkdir(parents=True)
    (tmp_path / "snippets").symlink_to(ROOT / "snippets")
    for name in ("references.yml", "vocabulary.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    text = (ROOT / PAGE).read_text(encoding="utf-8").replace("16/40 = 0.40", "16/40 = 0.45")
    (tmp_path / PAGE).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_process_says_what_the_lint_says(root):
    found = examine.results(examine.start(root))
    guide = Guide(root)
    (page,) = guide.questions
    assert list(found.findings) == lint(page, guide)
    assert "arithmetic" in {finding.rule for finding in found.findings}
    assert found.checked == {PAGE: checked(page)}


def test_a_file_that_can_not_be_read_is_named(root):
    (root / "references.yml").write_text("a: [1\nb: 2\n")
    with pytest.raises(examine.ExaminationError, match=r"references\.yml:2:"):
        examine.results(examine.start(root))
