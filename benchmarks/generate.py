"""Guides of any size for measuring: the real pages, and copies of them under other names."""

import shutil
from pathlib import Path

from hooks.guide import Guide
from hooks.website import indexes

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("mkdocs.yml", "references.yml", "terms.yml", "vocabulary.yml")
TREES = ("docs", "snippets", "challenges")


def generate(folder: Path, questions: int) -> Path:
    """A guide with that many question pages in `folder`, which must be new."""
    folder.mkdir(parents=True)
    for name in COPIED:
        shutil.copy(ROOT / name, folder / name)
    for name in ("hooks", "theme"):
        (folder / name).symlink_to(ROOT / name)
    for name in TREES:
        shutil.copytree(ROOT / name, folder / name)
    originals = Guide(ROOT).questions
    for number in range(questions - len(originals)):
        copy(originals[number % len(originals)], number // len(originals) + 2, folder)
    return folder


def copy(page, number: int, folder: Path) -> None:
    """Another page with a page's text, programs and figures."""
    slug = f"{page.slug}-{number}"
    text = page.source.replace(f"{page.section}/{page.slug}.", f"{page.section}/{slug}.")
    title = str(page.title.text)
    text = text.replace(f"# {title}", f"# {title} ({number})", 1)
    (folder / f"docs/{page.section}/{slug}.md").write_text(text, encoding="utf-8")
    for file in (folder / "snippets" / page.section).glob(f"{page.slug}.*"):
        file.with_name(slug + file.name.removeprefix(page.slug)).write_bytes(file.read_bytes())


def without_hooks(folder: Path) -> Path:
    """The same pages for Material for MkDocs alone, with its own search, in a folder beside."""
    alone = folder.with_name(folder.name + "-alone")
    for name in TREES:
        shutil.copytree(folder / name, alone / name)
    for address, markdown in indexes.generated(Guide(folder)):
        file = alone / "docs" / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(markdown, encoding="utf-8")
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    for ours in ("hooks: [hooks/adapter.py]\n", "  custom_dir: theme\n", "strict: true\n"):
        assert ours in text
        text = text.replace(ours, "")
    text = text.replace("plugins:\n", "plugins:\n  - search\n")
    text = text.replace(", references.yml, vocabulary.yml, terms.yml, theme]", "]")
    (alone / "mkdocs.yml").write_text(text, encoding="utf-8")
    return alone
