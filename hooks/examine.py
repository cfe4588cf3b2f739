"""Lints every page in a process of its own, beside the build that renders them.

    python -m hooks.examine ROOT

prints, as JSON, the findings of all pages below ROOT/docs and the counts of what was checked on
each question page. `start` begins such a process and `results` waits for what it has to say.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from hooks.finding import Finding
from hooks.guide import Guide, Unreadable, read_text
from hooks.lint import lint
from hooks.page import parse
from hooks.trust import Checked, checked

PACKAGE = Path(__file__).resolve().parent.parent


class ExaminationError(Exception):
    """The lint itself failed; the message is what it said."""


@dataclass(frozen=True)
class Examination:
    """What the lint found, and what was checked on each question page, by its path."""

    findings: tuple[Finding, ...]
    checked: dict[str, Checked]


def examine(root: Path) -> Examination:
    """Lint the pages below root/docs. Raises Unreadable."""
    guide = Guide(root)
    pages = [
        guide.add(parse(PurePosixPath(file.relative_to(root).as_posix()), read_text(file)))
        for file in sorted((root / "docs").rglob("*.md"))
    ]
    findings = tuple(finding for page in pages for finding in lint(page, guide))
    return Examination(findings, {str(p.path): checked(p) for p in pages if p.is_question})


def start(root: Path) -> subprocess.Popen:
    """Begin to examine a guide beside this process."""
    path = os.pathsep.join(filter(None, [str(PACKAGE), os.environ.get("PYTHONPATH")]))
    return subprocess.Popen(
        [sys.executable, "-m", "hooks.examine", str(root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
    )


def results(process: subprocess.Popen) -> Examination:
    """What a process that was started has found. Raises ExaminationError."""
    out, err = process.communicate()
    if process.returncode:
        raise ExaminationError(err.strip())
    said = json.loads(out)
    return Examination(
        tuple(Finding(**{**f, "path": PurePosixPath(f["path"])}) for f in said["findings"]),
        {path: Checked(**counts) for path, counts in said["checked"].items()},
    )


def as_json(findings: Iterable[Finding], counts: dict[str, Checked]) -> str:
    rows = [asdict(finding) | {"path": str(finding.path)} for finding in findings]
    return json.dumps({"findings": rows, "checked": {p: asdict(c) for p, c in counts.items()}})


def main(root: str) -> int:
    try:
        found = examine(Path(root))
    except Unreadable as error:
        print(error, file=sys.stderr)
        return 2
    print(as_json(found.findings, found.checked))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
