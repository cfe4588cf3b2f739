"""Runs the programs of snippets/: each prints text or an SVG, which stands in a file beside it.

    snippets/beginner/k-means.py          →  snippets/beginner/k-means.out
    snippets/beginner/k-means.figure.py   →  snippets/beginner/k-means.svg

`python -m hooks.python_code.programs [PROGRAM…]` rewrites these files, of all programs if none is
named.
"""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SNIPPETS = ROOT / "snippets"
SANDBOX = ROOT / "hooks" / "sandbox"
SECONDS = 60


class ProgramError(Exception):
    """A program that failed, ran too long, or printed nothing; the message says which and how."""


def programs(root: Path = ROOT) -> list[Path]:
    """Every program, by folder and name."""
    return sorted((root / "snippets").glob("*/*.py"))


def is_figure(program: Path) -> bool:
    return program.name.endswith(".figure.py")


def slug(program: Path) -> str:
    """The slug of the page that a program belongs to."""
    return program.name.split(".")[0]


def output_file(program: Path) -> Path:
    """Where what the program prints is kept."""
    return program.with_name(slug(program) + (".svg" if is_figure(program) else ".out"))


def run(program: Path, hash_seed: int = 0) -> str:
    """What a program prints, run in a fresh process, in an empty folder, without network.

    hash_seed: programs are run with two of these to show that no output depends on set order.
    Raises ProgramError.
    """
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(SANDBOX), str(SNIPPETS)]),
        "PYTHONHASHSEED": str(hash_seed),
        "PYTHONWARNINGS": "error",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONIOENCODING": "utf-8",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
    name = program.relative_to(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        try:
            done = subprocess.run(
                [sys.executable, str(program)],
                capture_output=True,
                cwd=folder,
                encoding="utf-8",
                env=environment,
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired:
            raise ProgramError(f"{name}: ran longer than {SECONDS} s") from None
    if done.returncode:
        raise ProgramError(f"{name}: failed\n{done.stderr.strip()}")
    if not done.stdout:
        raise ProgramError(f"{name}: printed nothing; a program shows a result")
    return done.stdout


def rewrite(program: Path) -> bool:
    """Run a program and keep what it prints; whether that changed. Raises ProgramError."""
    target, printed = output_file(program), run(program)
    if target.is_file() and target.read_text(encoding="utf-8") == printed:
        return False
    target.write_text(printed, encoding="utf-8")
    return True


def main(names: list[str]) -> int:
    chosen = [Path(name).resolve() for name in names] or programs()
    failed = 0

    def report(program: Path) -> str:
        try:
            return f"{'rewritten' if rewrite(program) else 'unchanged'}: {output_file(program)}"
        except ProgramError as error:
            return f"error: {error}"

    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for line in pool.map(report, chosen):
            failed += line.startswith("error")
            print(line)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
