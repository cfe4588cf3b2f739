"""Findings kept between runs, for the pages that have not changed: `.cache/lint.json` of a guide.

Only what depends on a page alone is kept. All is thrown away when the lint itself, its Python or
the guide's references have changed. What can't be read or written is done without.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from hooks.finding import Finding

PACKAGE = Path(__file__).resolve().parent
READ_BY_RULES = "references.yml"  # what a rule for any page quotes in its messages


class Kept:
    """What was found in pages of a guide by the rules that look at nothing but the page.

    root: the guide's folder.
    """

    def __init__(self, root: Path):
        self.root = root
        self.file = root / ".cache" / "lint.json"
        self.made_by = made_by(root)
        self.pages: dict[str, list] = self.read()
        self.has_changed = False

    def read(self) -> dict[str, list]:
        if not self.file.is_file():
            return {}
        import json  # here: the first run does without

        try:
            said = json.loads(self.file.read_bytes())
            return dict(said["pages"]) if said["made_by"] == self.made_by else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def of(self, path: PurePosixPath, content: bytes) -> frozenset[Finding] | None:
        """What was found in a page when it had this content, None if that is not known."""
        match self.pages.get(str(path)):
            case [kept, [*rows]] if kept == digest(content):
                with suppress(TypeError):
                    return frozenset(Finding(path, *row) for row in rows)
        return None

    def keep(self, path: PurePosixPath, entry: list) -> None:
        self.has_changed |= self.pages.get(str(path)) != entry
        self.pages[str(path)] = entry

    def save(self) -> None:
        """Write the file if anything is new in it."""
        if not self.has_changed:
            return
        import json

        there = {path: kept for path, kept in self.pages.items() if (self.root / path).is_file()}
        text = json.dumps({"made_by": self.made_by, "pages": there}, ensure_ascii=False)
        unfinished = self.file.with_suffix(f".{os.getpid()}")  # another run may write too
        with suppress(OSError):
            self.file.parent.mkdir(exist_ok=True)
            unfinished.write_text(text, encoding="utf-8")
            unfinished.replace(self.file)


def entry(content: bytes, found: Iterable[Finding]) -> list:
    """What is kept of a page with this content."""
    return [digest(content), [[f.line, f.column, f.message, f.rule] for f in found]]


def digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def made_by(root: Path) -> str:
    """What the findings depend on besides the page: changes with any of it."""
    files = [*sorted(sources(PACKAGE)), root / READ_BY_RULES]
    marks = [f"{file}:{s.st_size}:{s.st_mtime_ns}" for file in files if (s := stat(file))]
    return digest("\n".join([sys.version, *marks]).encode())


def sources(folder: Path) -> Iterator[Path]:
    """The programs and the data of the lint."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from sources(Path(entry.path))
        elif entry.name.endswith((".py", ".yml")):
            yield Path(entry.path)


def stat(file: Path) -> os.stat_result | None:
    try:
        return file.stat()
    except OSError:
        return None
