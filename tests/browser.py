"""The Chromium that the browser tests use.

`python -m tests.browser` makes sure that there is one: it takes a Chromium or Chrome of the system,
else Playwright's own, which it downloads, else a system package. It fails in one line if none
can be had.
"""

import os
import shutil
import subprocess
import sys

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HELP = (
    "No browser for the tests: install Chromium (Debian, Ubuntu: apt-get install chromium), or set "
    "CHROMIUM=/path/to/chrome, then run make test again."
)


def system_browser() -> str | None:
    """The path of the system's Chromium or Chrome, if there is one; CHROMIUM names another."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def launch(playwright):
    """A headless browser. Raises playwright's Error where there is none."""
    return playwright.chromium.launch(executable_path=system_browser(), args=ARGUMENTS)


def starts() -> bool:
    with sync_playwright() as playwright:
        try:
            launch(playwright).close()
        except Error:
            return False
    return True


def download() -> None:
    """Playwright's own Chromium, for all systems that it supports."""
    print("Downloading a browser for the tests (once) …")
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)


def install_package() -> None:
    """The system's package, where this user may install one."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("Installing the package chromium for the tests (once) …")
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "timeout": 900}
        subprocess.run(["apt-get", "update"], **quiet)
        subprocess.run(["apt-get", "install", "-y", "chromium"], **quiet)


def main() -> int:
    for provide in (None, download, install_package):
        if provide:
            try:
                provide()
            except subprocess.TimeoutExpired:
                continue
        if starts():
            return 0
    print(HELP, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
