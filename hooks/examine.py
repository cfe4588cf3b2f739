"""Lints every page in a process of its own, beside the build that renders them.

    python -m hooks.examine

reads the folder of a guide from each line of its input, and answers with one line of JSON: the
findings of all pages below docs/ and the counts of what was checked on each question page. While
`mkdocs serve` runs the process stays, and looks again only at what has changed; what was found in
pages that have not changed since an earlier build or lint is taken from the guide's .cache/.
"""

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import TextIO

from hooks.finding import Finding
from hooks.guide import Guide, Unreadable, decode, page_path, read_bytes
from hooks.kept import Kept, entry
from hooks.lint import ALONE, TOGETHER, conclude, findings
from hooks.page import Question, parse
from hooks.pattern import CODES
from hooks.website.trust import Checked, checked

PACKAGE = Path(__file__).resolve().parent.parent


class ExaminationError(Exception):
    """The lint could not do its work; the message says why."""


@dataclass(frozen=True)
class Examination:
    """What the lint found, and what was checked on each question page, by its path."""

    findings: tuple[Finding, ...]
    checked: dict[str, Checked]


# -- in the build's process -----------------------------------------------------------------------


class Examiner:
    """The process that lints, from the first request until `stop`."""

    def __init__(self) -> None:
        self.process: subprocess.Popen | None = None

    def start(self, root: Path) -> None:
        """Begin to examine a guide."""
        if self.process is None or self.process.poll() is not None:
            self.process = begin()
        print(root, file=self.process.stdin, flush=True)

    def results(self) -> Examination:
        """What was found since `start`. Raises ExaminationError."""
        answer = self.process.stdout.readline()
        if not answer:
            raise ExaminationError("the lint has stopped; what it said last stands above")
        said = json.loads(answer)
        if "error" in said:
            raise ExaminationError(said["error"])
        return Examination(
            tuple(Finding(**{**f, "path": PurePosixPath(f["path"])}) for f in said["findings"]),
            {path: Checked(**counts) for path, counts in said["checked"].items()},
        )

    def stop(self) -> None:
        """End the process, which ends when nothing more can be asked."""
        if self.process is not None:
            self.process.communicate()
            self.process = None


def begin() -> subprocess.Popen:
    path = os.pathsep.join(filter(None, [str(PACKAGE), os.environ.get("PYTHONPATH")]))
    return subprocess.Popen(
        [sys.executable, "-m", "hooks.examine"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
    )


# -- in the process that lints --------------------------------------------------------------------


@dataclass(frozen=True)
class Known:
    """A page as it was last read, with what depends on it alone."""

    content: bytes
    page: Question
    findings: frozenset[Finding]
    checked: Checked | None


class Memory:
    """The pages of a guide, each looked at again only if its text has changed."""

    def __init__(self) -> None:
        self.known: dict[PurePosixPath, Known] = {}
        self.looked_at: list[PurePosixPath] = []  # in the last examination

    def examine(self, root: Path) -> Examination:
        """Lint the pages below root/docs. Raises Unreadable."""
        guide, kept = Guide(root), Kept(root)
        self.looked_at = []
        files = sorted((root / "docs").rglob("*.md"))
        pages = [self.read(file, page_path(file, root), guide, kept) for file in files]
        kept.save()
        CODES.save()
        found = tuple(finding for known in pages for finding in self.conclude(known, guide))
        return Examination(found, {str(k.page.path): k.checked for k in pages if k.checked})

    def read(self, file: Path, path: PurePosixPath, guide: Guide, kept: Kept) -> Known:
        content = read_bytes(file)
        known = self.known.get(path)
        if known is None or known.content != content:
            self.looked_at.append(path)
            known = self.known[path] = look_at(content, path, guide, kept)
        guide.add(known.page)
        return known

    def conclude(self, known: Known, guide: Guide) -> list[Finding]:
        return conclude(known.page, known.findings | findings(known.page, guide, TOGETHER))


def look_at(content: bytes, path: PurePosixPath, guide: Guide, kept: Kept) -> Known:
    page = parse(path, decode(content))
    alone = kept.of(path, content)
    if alone is None:
        alone = frozenset(findings(page, guide, ALONE))
        kept.keep(path, entry(content, alone))
    return Known(content, page, alone, checked(page, guide) if page.is_question else None)


def as_json(examination: Examination) -> str:
    rows = [asdict(finding) | {"path": str(finding.path)} for finding in examination.findings]
    counts = {path: asdict(count) for path, count in examination.checked.items()}
    return json.dumps({"findings": rows, "checked": counts})


def main(requests: TextIO, answers: TextIO) -> None:
    """Answer each line of requests until there are no more."""
    memory = Memory()
    for root in requests:
        try:
            answer = as_json(memory.examine(Path(root.rstrip("\n"))))
        except Unreadable as error:
            answer = json.dumps({"error": str(error)})
        print(answer, file=answers, flush=True)


if __name__ == "__main__":
    main(sys.stdin, sys.stdout)
    os._exit(0)  # the build waits: to take all pages apart first would take long
