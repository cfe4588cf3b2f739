"""The skeleton of a page, and what it says to input that can't be used."""

from pathlib import PurePosixPath

import pytest

from hooks import new
from hooks.guide import Guide
from hooks.page import SECTIONS, parse
from hooks.rules import page_shape
from tests.conftest import ROOT


@pytest.fixture
def root(tmp_path):
    for section in SECTIONS:
        (tmp_path / "docs" / section).mkdir(parents=True)
    (tmp_path / "docs/ethics/taken.md").write_text("kept")
    return tmp_path


def test_the_skeleton_lacks_nothing_but_content(root):
    path = new.create(root, "beginner", "log-loss", "What is log loss?")
    page = parse(PurePosixPath("docs/beginner/log-loss.md"), path.read_text(encoding="utf-8"))
    assert page.title_text == "What is log loss?"
    assert [section.title for section in page.sections] == list(page_shape.SECTIONS)
    messages = [finding.message for finding in page_shape.check(page, Guide(ROOT))]
    assert messages
    assert all("empty" in message or "words" in message for message in messages), messages


@pytest.mark.parametrize(
    ("section", "slug", "title", "message"),
    [
        ("begginer", "log-loss", "T?", "use one of beginner"),
        ("beginner", "Log Loss", "T?", "lower-case words"),
        ("beginner", "log-loss", " ", "use the question itself"),
        ("beginner", "log-loss", "x" * 111, "at most 110 characters"),
        ("beginner", "taken", "T?", "exists already; nothing was written"),
    ],
)
def test_input_that_can_not_be_used_writes_nothing(root, section, slug, title, message):
    before = sorted(root.rglob("*"))
    with pytest.raises(new.WrongInput, match=message):
        new.create(root, section, slug, title)
    assert sorted(root.rglob("*")) == before
    assert (root / "docs/ethics/taken.md").read_text() == "kept"


def test_it_asks_for_what_is_not_given(root, monkeypatch):
    answers = iter(["product", "funnel", "What is a funnel?"])
    monkeypatch.setattr("builtins.input", lambda prompt: next(answers))
    monkeypatch.setattr(new, "ROOT", root)
    assert new.main(["--section", "", "--slug", "", "--title", ""]) == 0
    assert "# What is a funnel?" in (root / "docs/product/funnel.md").read_text(encoding="utf-8")


def test_without_a_terminal_it_says_what_to_give(monkeypatch, capsys):
    def end_of_input(prompt):
        raise EOFError

    monkeypatch.setattr("builtins.input", end_of_input)
    assert new.main([]) == 2
    assert "give SECTION=…, SLUG=… and TITLE=…" in capsys.readouterr().err
