"""Findings that are kept between runs of the lint."""

import os
import shutil

import pytest

from hooks import kept, lint
from hooks.lint import lint_guide
from hooks.rules import RULES, arithmetic
from tests.conftest import ROOT

WRONG = "# A page?\n\nThen 2 + 2 = 5, and recall is recall.\n"


@pytest.fixture
def guide(tmp_path):
    for name in ("vocabulary.yml", "references.yml", "terms.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "page.md").write_text(WRONG, encoding="utf-8")
    return tmp_path


def found(guide, **options):
    return lint_guide(guide, sorted((guide / "docs").rglob("*.md")), RULES, **options)


@pytest.fixture
def searched(monkeypatch):
    """The pages that the rule arithmetic has searched."""
    pages, search = [], arithmetic.check

    def check(page, guide):
        pages.append(page.path.name)
        return search(page, guide)

    monkeypatch.setattr(arithmetic, "check", check)
    return pages


def test_an_unchanged_page_is_not_searched_again_and_its_findings_stay(guide, searched):
    first = found(guide)
    assert [finding.rule for finding in first] == ["arithmetic"]
    assert found(guide) == first
    assert searched == ["page.md"]


def test_a_changed_page_is_searched_again_and_alone(guide, searched):
    (guide / "docs" / "other.md").write_text("# Another?\n", encoding="utf-8")
    found(guide)
    (guide / "docs" / "page.md").write_text(WRONG.replace("5", "4"), encoding="utf-8")
    assert found(guide) == []
    assert searched == ["other.md", "page.md", "page.md"]


def test_all_pages_are_searched_anew_if_one_asks_for_it(guide, searched):
    assert found(guide) == found(guide, anew=True)
    assert searched == ["page.md", "page.md"]


def test_rules_that_look_at_other_pages_always_look(guide):
    link = "[there](other.md)"
    (guide / "docs" / "page.md").write_text(f"# A page?\n\n{link}\n", encoding="utf-8")
    assert [finding.rule for finding in found(guide)] == ["links"]
    (guide / "docs" / "other.md").write_text("# Another?\n", encoding="utf-8")
    assert found(guide) == []


@pytest.mark.parametrize("change", ["the lint", "the references"])
def test_nothing_is_kept_when_what_made_it_has_changed(guide, searched, monkeypatch, change):
    found(guide)
    if change == "the lint":
        monkeypatch.setattr(kept, "sources", lambda folder: iter([guide / "vocabulary.yml"]))
    else:
        os.utime(guide / "references.yml", (1, 1))
    found(guide)
    assert searched == ["page.md", "page.md"]


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"made_by": 1}', '{"pages": {}}', "\0"])
def test_a_damaged_file_is_done_without(guide, damaged):
    first = found(guide)
    file = guide / ".cache" / "lint.json"
    file.write_text(damaged, encoding="utf-8")
    assert found(guide) == first


@pytest.mark.parametrize("entry", ["null", "[]", '["x"]', "[1, 2]", '{"a": 1}'])
def test_a_damaged_entry_is_done_without(guide, entry):
    first = found(guide)
    file = guide / ".cache" / "lint.json"
    content = (guide / "docs" / "page.md").read_bytes()
    made_by, entry = kept.made_by(guide), entry.replace("d", kept.digest(content))
    file.write_text(
        f'{{"made_by": "{made_by}", "pages": {{"docs/page.md": {entry}}}}}', encoding="utf-8"
    )
    assert found(guide) == first


def test_where_nothing_can_be_written_nothing_is_kept(guide, monkeypatch):
    (guide / ".cache").write_text("a file, no folder", encoding="utf-8")
    assert [finding.rule for finding in found(guide)] == ["arithmetic"]


def test_pages_that_are_gone_are_forgotten(guide):
    other = guide / "docs" / "other.md"
    other.write_text("# Another?\n", encoding="utf-8")
    found(guide)
    other.unlink()
    (guide / "docs" / "page.md").write_text("# A page?\n", encoding="utf-8")
    found(guide)
    assert list(kept.Kept(guide).pages) == ["docs/page.md"]


def test_some_rules_alone_keep_nothing(guide):
    lint_guide(guide, [guide / "docs" / "page.md"], [arithmetic])
    assert not (guide / ".cache").exists()


def test_every_rule_is_either_kept_or_looks_again():
    assert {rule.NAME for rule in (*lint.ALONE, *lint.TOGETHER)} == {rule.NAME for rule in RULES}
