"""Lints every page in a process of its own, beside the build that renders them.

    python -m hooks.examine

reads the folder of a guide from each line of its input, and answers with lines of JSON: one for
each question page below docs/ as soon as it is read, with the counts of what was checked on it, and
a last one with the findings of all pages. While `mkdocs serve` runs the process stays, and looks
again only at what has changed; what was found in pages that have not changed since an earlier build
or lint is taken from the guide's .cache/.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from queue import SimpleQueue
from threading import Thread
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


# -- in the build's process -----------------------------------------------------------------------


class Examiner:
    """The process that lints, from the first request until `stop`."""

    def __init__(self) -> None:
        self.process: subprocess.Popen | None = None
        self.lines: SimpleQueue[str] = SimpleQueue()  # of the process's answers
        self.counts: dict[str, Checked] = {}  # that have come, by the page's path
        self.last: dict = {}  # the answer that ends a request; empty until it has come

    def start(self, root: Path) -> None:
        """Begin to examine a guide."""
        if self.process is None or self.process.poll() is not None:
            self.process, self.lines = begin(), SimpleQueue()
            Thread(target=listen, args=(self.process.stdout, self.lines), daemon=True).start()
        elif not self.last:
            self.read_to_the_end()  # of a build that failed
        self.counts, self.last = {}, {}
        print(root, file=self.process.stdin, flush=True)

    def checked(self, path: PurePosixPath) -> Checked:
        """The counts of a question page, as soon as they have come. Raises ExaminationError."""
        while str(path) not in self.counts:
            if self.last:
                raise ExaminationError(self.last.get("error", f"{path} was not examined"))
            self.read_answer()
        return self.counts[str(path)]

    def findings(self) -> tuple[Finding, ...]:
        """What was found in all pages since `start`. Raises ExaminationError."""
        self.read_to_the_end()
        if "error" in self.last:
            raise ExaminationError(self.last["error"])
        said = self.last["findings"]
        return tuple(Finding(**{**f, "path": PurePosixPath(f["path"])}) for f in said)

    def read_to_the_end(self) -> None:
        while not self.last:
            self.read_answer()

    def read_answer(self) -> None:
        answer = self.lines.get()
        if not answer:
            raise ExaminationError("the lint has stopped; what it said last stands above")
        said = json.loads(answer)
        if "path" in said:
            self.counts[said["path"]] = Checked(**said["checked"])
        else:
            self.last = said

    def stop(self) -> None:
        """End the process, which ends when nothing more can be asked."""
        if self.process is not None:
            self.process.stdin.close()
            self.process.wait()
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


def listen(answers: TextIO, lines: SimpleQueue[str]) -> None:
    """Take what the process says, and "" at its end: it would wait when the pipe is full."""
    with answers:
        for line in answers:
            lines.put(line)
    lines.put("")


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

    def examine(self, root: Path, tell: Callable[[Known], None]) -> list[Finding]:
        """Lint the pages below root/docs, and tell of each as it is read. Raises Unreadable."""
        guide, kept = Guide(root), Kept(root)
        self.looked_at = []
        pages = []
        for file in sorted((root / "docs").rglob("*.md")):
            pages.append(self.read(file, page_path(file, root), guide, kept))
            tell(pages[-1])
        kept.save()
        CODES.save()
        return [finding for known in pages for finding in self.conclude(known, guide)]

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


def main(requests: TextIO, answers: TextIO) -> None:
    """Answer each line of requests until there are no more."""
    memory = Memory()

    def answer(said: dict) -> None:
        print(json.dumps(said), file=answers, flush=True)

    def tell(known: Known) -> None:
        if known.checked:
            answer({"path": str(known.page.path), "checked": asdict(known.checked)})

    for root in requests:
        try:
            found = memory.examine(Path(root.rstrip("\n")), tell)
            answer({"findings": [asdict(one) | {"path": str(one.path)} for one in found]})
        except Unreadable as error:
            answer({"error": str(error)})


if __name__ == "__main__":
    main(sys.stdin, sys.stdout)
    os._exit(0)  # the build waits: to take all pages apart first would take long
