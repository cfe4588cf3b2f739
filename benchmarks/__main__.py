"""Prints each measure beside its limit: `make bench`, or one part: `make bench ARGS=lint`.

Parts: lint, build, growth, weight, programs, lighthouse. Times depend on the machine; run it on a
quiet one. Exit status 1 if a limit is passed.
"""

import gzip
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.generate import ROOT, generate, without_hooks
from benchmarks.serve import serve
from hooks.examine import Memory
from tests.browser import ARGUMENTS, launch, system_browser

PAGE = "beginner/precision-recall"
LIGHTHOUSE = [
    str(ROOT / ".venv/bin/node"),
    str(ROOT / ".venv/node/node_modules/lighthouse/cli/index.js"),
]
MARKDOWNLINT = [
    str(ROOT / ".venv/bin/node"),
    str(ROOT / ".venv/node/node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs"),
]
failures = 0


def report(what: str, value: float, limit: float, unit: str, at_least: bool = False) -> None:
    """One line: the measure, its limit, and whether it is kept."""
    global failures
    kept = value >= limit if at_least else value <= limit
    failures += not kept
    sign = "≥" if at_least else "≤"
    print(
        f"{'ok  ' if kept else 'FAIL'} {what}: {value:,.3g} {unit} ({sign} {limit:,g})", flush=True
    )


def seconds(command: list[str], cwd: Path = ROOT, repeat: int = 1) -> float:
    """The median wall time of a command over `repeat` runs."""
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8")
        times.append(time.perf_counter() - start)
        if done.returncode not in (0, 1) or "Traceback" in done.stderr:
            sys.exit(f"{' '.join(command)}: {done.stderr}")
    return statistics.median(times)


def lint() -> None:
    """One page, 300 pages, one changed page of 300; another linter of Markdown beside them."""
    command = [sys.executable, "-m", "hooks.lint"]
    one = seconds([*command, "--anew", f"docs/{PAGE}.md"], repeat=5)
    report("lint of one page, start-up included", one, 0.6, "s")
    with tempfile.TemporaryDirectory() as folder:
        guide = generate(Path(folder) / "guide", 300)
        pages = [str(file) for file in sorted((guide / "docs").rglob("*.md"))][:300]
        whole = seconds([*command, "--anew", *pages], cwd=guide, repeat=3)
        again = seconds([*command, *pages], cwd=guide, repeat=3)
        other = seconds([*MARKDOWNLINT, *pages], cwd=guide, repeat=3)
        changed = relint(guide, Path(pages[0]))
        worst = longest_line(Path(folder) / "line.md")
    report("lint of 300 pages, start-up included", whole, 3, "s")
    report("lint of 300 pages that have not changed since", again, 3, "s")
    print(f"     markdownlint-cli2 of the same pages: {other:.2f} s")
    report("lint of a guide again, one page changed", changed, whole, "s")
    report("lint of a line of 1 MB, the slowest of several", worst, 10, "s")


def longest_line(file: Path) -> float:
    """The lint of a page of one line, for the kind of line that takes longest."""
    times = []
    for piece in (
        "1 = ",
        "(1 + ",
        "$\\frac{1}{",
        "recall is 20% ",
        "12 of 48 ",
        "TP = 10, FN = 40, ",
    ):
        file.write_text(piece * (1_000_000 // len(piece)), encoding="utf-8")
        times.append(seconds([sys.executable, "-m", "hooks.lint", str(file)]))
    return max(times)


def relint(guide: Path, page: Path) -> float:
    """How long `mkdocs serve` waits for the lint after one page of a guide has changed."""
    memory, tell = Memory(), lambda known: None
    memory.examine(guide, tell)
    page.write_text(page.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    start = time.perf_counter()
    memory.examine(guide, tell)
    return time.perf_counter() - start


def build_command(target: Path) -> list[str]:
    options = ["--quiet", "--no-strict", "--site-dir", str(target)]
    return [sys.executable, "-m", "mkdocs", "build", *options]


def build() -> None:
    """The same 200 pages with the guide's hooks and with Material for MkDocs alone."""
    with tempfile.TemporaryDirectory() as folder:
        guide = generate(Path(folder) / "guide", 200)
        alone = without_hooks(guide)
        target = Path(folder) / "site"
        ours, theirs, again = [], [], []
        for _ in range(3):
            shutil.rmtree(guide / ".cache", ignore_errors=True)  # a first build, as in CI
            ours.append(seconds(build_command(target), guide))
            again.append(seconds(build_command(target), guide))
            theirs.append(seconds(build_command(target), alone))
        extra = min(ours) / min(theirs) - 1  # the least disturbed runs
    print(f"     build of 200 questions: {min(ours):.1f} s; Material alone: {min(theirs):.1f} s")
    print(f"     the same build again, no page changed: {min(again):.1f} s")
    report("what the hooks add to Material alone", extra * 100, 30, "%")


def growth() -> None:
    """Build time and bytes for each page, at three sizes, and memory at 1,000."""
    sizes = (100, 1_000, 5_000)
    measured = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            guide, target = generate(Path(folder) / "guide", size), Path(folder) / "site"
            took = seconds(build_command(target), guide)
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            page = (target / PAGE / "index.html").read_bytes()
            measured[size] = (took / size * 1000, len(page), peak)
            print(
                f"     {size:,} questions: {took:.1f} s, {took / size * 1000:.1f} ms a page, "
                f"{len(page):,} bytes ({len(gzip.compress(page)):,} compressed), {peak:.0f} MB"
            )
    per_page, weight = ([measured[size][i] for size in sizes] for i in (0, 1))
    report("build time a page, 5,000 against 1,000", (per_page[2] / per_page[1] - 1) * 100, 20, "%")
    report("build time a page, 1,000 against 100", (per_page[1] / per_page[0] - 1) * 100, 20, "%")
    report("bytes of a page, most against least", (max(weight) / min(weight) - 1) * 100, 20, "%")
    report("memory of the build at 1,000 questions", measured[1_000][2], 500, "MB")


def weight() -> None:
    """What a first view of a question page transfers, compressed."""
    with (
        tempfile.TemporaryDirectory() as folder,
        built_site(Path(folder)) as url,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        page = browser.new_page(viewport={"width": 390, "height": 844})
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        sizes: dict[str, float] = {}
        session.on(
            "Network.loadingFinished",
            lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]}),
        )
        foreign = []
        page.on("request", lambda r: foreign.append(r.url) if not r.url.startswith(url) else None)
        page.goto(f"{url}{PAGE}/", wait_until="networkidle")
        browser.close()
    report("first view of a question page", sum(sizes.values()) / 1000, 150, "kB")
    report("requests to another host", len(foreign), 0, "")


def programs() -> None:
    """From the press on Run to the first output, and to that of a later run."""
    with (
        tempfile.TemporaryDirectory() as folder,
        built_site(Path(folder)) as url,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        first, later = [], []
        for _ in range(3):
            page = browser.new_context().new_page()
            page.goto(f"{url}{PAGE}/", wait_until="networkidle")
            first.append(page.evaluate(FIRST_OUTPUT))
            later += [page.evaluate(FIRST_OUTPUT) for _ in range(5)]
        browser.close()
    report("first output of a program after the first press", statistics.median(first), 3, "s")
    report("first output after a later press", statistics.median(later), 0.2, "s")


FIRST_OUTPUT = """async () => {
    const code = document.querySelector(".run + .highlight code");
    const begin = document.querySelector(".run__begin");
    const start = performance.now();
    begin.click();
    const until = (found) => new Promise((done) => {
        const look = () => (found() ? done() : requestAnimationFrame(look));
        look();
    });
    await until(() => code.textContent); // the press emptied it
    const seconds = (performance.now() - start) / 1000;
    await until(() => !begin.hidden);
    return seconds;
}"""


def lighthouse() -> None:
    """Lighthouse's mobile preset on a question page, served compressed."""
    least = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
    with tempfile.TemporaryDirectory() as folder, built_site(Path(folder)) as url:
        target = Path(folder) / "report.json"
        flags = " ".join(["--headless=new", *ARGUMENTS])
        command = [
            *LIGHTHOUSE,
            f"{url}{PAGE}/",
            "--quiet",
            "--output=json",
            f"--output-path={target}",
        ]
        command += [f"--only-categories={','.join(least)}", f"--chrome-flags={flags}"]
        environment = {
            **os.environ,
            **({"CHROME_PATH": system_browser()} if system_browser() else {}),
        }
        subprocess.run(command, check=True, env=environment)
        categories = json.loads(target.read_text())["categories"]
    for name, limit in least.items():
        report(f"Lighthouse {name}", categories[name]["score"] * 100, limit, "", at_least=True)


def built_site(folder: Path):
    """The guide, built and served with gzip; a context that gives its address."""
    subprocess.run(build_command(folder / "site"), cwd=ROOT, check=True)
    return serve(folder / "site")


PARTS: dict[str, Callable[[], None]] = {
    "lint": lint,
    "build": build,
    "growth": growth,
    "weight": weight,
    "programs": programs,
    "lighthouse": lighthouse,
}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        print(f"there is no part {unknown[0]}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    for name in names or PARTS:
        PARTS[name]()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
