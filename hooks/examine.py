"""Lints every page in processes of its own, beside the build that renders them.

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
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path, PurePosixPath
from queue import SimpleQueue
from threading import Thread
from typing import Any, TextIO

from hooks.crowd import spread
from hooks.finding import Finding
from hooks.guide import Guide, Unreadable, decode, page_path, read_bytes
from hooks.kept import Kept, entry
from hooks.lint import ALONE, TOGETHER, conclude, findings
from hooks.page import Question, parse
from hooks.pattern import CODES
from hooks.record import record
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


@record
class Known:
    """A page as it was last read, with what depends on it alone."""

    content: bytes
    page: Question
    findings: frozenset[Finding]
    checked: Checked | None

    def __reduce__(self) -> tuple:
        """Goes from process to process without the page, which is parsed sooner than pickled."""
        return known, (self.page.path, self.content, self.findings, self.checked)


def known(path: PurePosixPath, content: bytes, *what: Any) -> Known:
    return Known(content, parse(path, decode(content)), *what)


class Memory:
    """The pages of a guide, each looked at again only if its text has changed."""

    def __init__(self) -> None:
        self.known: dict[PurePosixPath, Known] = {}
        self.looked_at: list[PurePosixPath] = []  # in the last examination

    def examine(self, root: Path, tell: Callable[[Known], None]) -> list[Finding]:
        """Lint the pages below root/docs, and tell of each as it is read. Raises Unreadable.

        What is told may come from several processes.
        """
        guide = Guide(root)
        files = {page_path(file, root): file for file in sorted((root / "docs").rglob("*.md"))}
        contents = {path: read_bytes(file) for path, file in files.items()}
        old = {path: seen for path, seen in self.known.items() if is_as(seen, contents)}
        for seen in old.values():
            tell(seen)
        self.looked_at = [path for path in files if path not in old]
        self.known = old | self.look_at_changed(contents, guide, tell)
        for path in files:
            guide.add(self.known[path].page)
        found = spread(lambda path: conclusions(self.known[path], guide), list(files))
        CODES.save()
        return [finding for findings in found for finding in findings]

    def look_at_changed(
        self, contents: Mapping[PurePosixPath, bytes], guide: Guide, tell: Callable[[Known], None]
    ) -> dict[PurePosixPath, Known]:
        kept = Kept(guide.root)

        def look(path: PurePosixPath) -> Known:
            seen = look_at(path, contents[path], guide, kept)
            tell(seen)
            return seen

        pages = {seen.page.path: seen for seen in spread(look, self.looked_at, patient=True)}
        for path, seen in pages.items():
            kept.keep(path, entry(seen.content, seen.findings))
        kept.save()
        return pages


def is_as(seen: Known, contents: Mapping[PurePosixPath, bytes]) -> bool:
    return contents.get(seen.page.path) == seen.content


def look_at(path: PurePosixPath, content: bytes, guide: Guide, kept: Kept) -> Known:
    page = guide.add(parse(path, decode(content)))
    alone = kept.of(path, content)
    if alone is None:
        alone = frozenset(findings(page, guide, ALONE))
    return Known(content, page, alone, checked(page, guide) if page.is_question else None)


def conclusions(seen: Known, guide: Guide) -> list[Finding]:
    return conclude(seen.page, seen.findings | findings(seen.page, guide, TOGETHER))


def main(requests: TextIO, answers: TextIO) -> None:
    """Answer each line of requests until there are no more."""
    memory = Memory()

    def answer(said: dict) -> None:
        answers.write(json.dumps(said) + "\n")  # at once: other processes answer, too
        answers.flush()

    def tell(seen: Known) -> None:
        if seen.checked:
            answer({"path": str(seen.page.path), "checked": asdict(seen.checked)})

    for root in requests:
        try:
            found = memory.examine(Path(root.rstrip("\n")), tell)
            answer({"findings": [asdict(one) | {"path": str(one.path)} for one in found]})
        except Unreadable as error:
            answer({"error": str(error)})


if __name__ == "__main__":
    main(sys.stdin, sys.stdout)
    os._exit(0)  # the build waits: to take all pages apart first would take long
