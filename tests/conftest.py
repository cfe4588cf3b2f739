"""The built site and a browser, shared by all tests that need them."""

import functools
import http.server
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import sync_playwright

from tests.browser import launch

ROOT = Path(__file__).resolve().parent.parent
BASE = "/some-repo/"


@pytest.fixture(scope="session")
def site(tmp_path_factory, worker_id) -> Path:
    """The guide, built strictly as for GitHub Pages; the folder that stands for BASE.

    With several workers the first one builds and the others wait for it.
    """
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    folder = shared / "www" / BASE.strip("/")
    with FileLock(shared / "site.lock"):
        if not folder.exists():
            build(folder)
    return folder


def build(folder: Path) -> None:
    environment = {
        **os.environ,
        "SITE_URL": f"https://someone.github.io{BASE}",
        "REPO_URL": "https://github.com/someone/some-repo",
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, f"the strict build failed:\n{done.stderr}"


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def url(site) -> str:
    """The address of the built site, served under a sub-path as on GitHub Pages."""
    handler = functools.partial(QuietHandler, directory=site.parent)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{BASE}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


class Reader:
    """A page in the browser, which notes what a reader should never meet.

    errors: messages of the console and uncaught errors. foreign: requests to another host.
    """

    def __init__(self, page, url: str):
        self.page, self.url = page, url
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda m: m.type == "error" and self.errors.append(m.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def go(self, path: str = ""):
        self.page.goto(self.url + path, wait_until="load")
        return self.page

    @property
    def foreign(self) -> list[str]:
        host = self.url.removesuffix(BASE)
        own = (host, "data:", "blob:")
        return [request for request in self.requests if not request.startswith(own)]


@pytest.fixture
def read(browser, url):
    """Opens the site as a reader: read(width=390, scheme="dark")."""
    contexts = []

    def open_reader(width: int = 1280, scheme: str = "light", **options) -> Reader:
        viewport = {"width": width, "height": 844 if width < 600 else 900}
        context = browser.new_context(viewport=viewport, color_scheme=scheme, **options)
        contexts.append(context)
        return Reader(context.new_page(), url)

    yield open_reader
    for context in contexts:
        context.close()
