"""The site's build: what it says to mistakes in pages, and that it says it without a traceback."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.build

PAGE = "docs/beginner/precision-recall.md"


@pytest.fixture
def guide(tmp_path):
    """A copy of the guide whose pages a test may spoil."""
    for name in ("hooks", "theme", "snippets", "challenges"):
        (tmp_path / name).symlink_to(ROOT / name)
    for name in ("mkdocs.yml", "references.yml", "terms.yml", "vocabulary.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    return tmp_path


def build(guide, *options):
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(guide / "site"), *options]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=guide, capture_output=True, encoding="utf-8", env=environment
    )
    assert "Traceback" not in done.stderr
    return done


def spoil(guide, before, after, path=PAGE):
    file = guide / path
    text = file.read_text(encoding="utf-8")
    assert before in text, f"{path} no longer has {before!r}: spoil something else"
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_mistakes_in_pages_fail_a_strict_build_with_one_line_each(guide):
    spoil(guide, "16/40 = 0.40", "16/40 = 0.45")
    spoil(guide, "topics: [evaluation", "topics: [evalution")
    spoil(guide, "[@saito2015] show", "[@saito2051] show")
    spoil(guide, "precision-recall.py:use", "precision-recall.py:used")
    spoil(guide, "$\\pi$", "$\\frac{\\pi$")
    spoil(guide, "TP: 16", "TP: sixteen")
    done = build(guide)
    assert done.returncode != 0
    for said in (
        "16/(16 + 24) is 0.4, not 0.45 [arithmetic]",
        f"{PAGE}:3:1: `evalution` is not among the topics",
        "references.yml has no `saito2051`; did you mean `saito2015`?",
        "has no region `used`; it has: metrics, use [snippet-embed]",
        "the formula `\\frac{\\pi` can't be rendered: Unexpected end of input",
        "[confusion-matrix]",
    ):
        assert said in done.stderr, done.stderr


def test_without_strict_the_same_mistakes_are_shown_and_the_site_is_built(guide):
    spoil(guide, "16/40 = 0.40", "16/40 = 0.45")
    done = build(guide, "--no-strict")
    assert done.returncode == 0
    assert "[arithmetic]" in done.stderr
    assert (guide / "site/beginner/precision-recall/index.html").is_file()


@pytest.mark.parametrize(
    ("path", "content", "said"),
    [
        ("references.yml", b"a: [1\nb: 2\n", "references.yml:2:"),
        (PAGE, "caf\xe9".encode("latin-1"), "is not UTF-8; save the file as UTF-8"),
        (
            "docs/index.md",
            b"# T\n\n<!-- guide: cuont -->\n",
            "docs/index.md: `<!-- guide: cuont -->`",
        ),
        (PAGE, b"---\nlevel: [beginner\n---\n\n# T?\n", "the front matter is not YAML"),
    ],
    ids=["references", "encoding", "marker", "front matter"],
)
def test_a_file_that_can_not_be_read_is_named(guide, path, content, said):
    (guide / path).write_bytes(content)
    done = build(guide)
    assert done.returncode != 0
    assert said in done.stderr, done.stderr


def test_an_empty_page_is_no_accident(guide):
    (guide / PAGE).write_bytes(b"")
    done = build(guide)
    assert done.returncode != 0
    assert f"{PAGE}:1:1: the page has no title" in done.stderr, done.stderr
