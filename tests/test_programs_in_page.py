"""Programs and challenges in a real browser: run, change, stop, be graded."""

import gzip
import hashlib
import io
import json
import re
import zipfile

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from challenges import CHALLENGES, program, slugs
from hooks.python_code.programs import output_file
from hooks.website.programs import packages
from tests.conftest import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.build]

PAGE = "beginner/precision-recall/"
RECORDED = (ROOT / "snippets/beginner/precision-recall.out").read_text(encoding="utf-8")
FETCHING = "advanced/attention-mechanism/"  # its program needs a package
CHALLENGE = "practice/softmax/"
SOLUTION = program("softmax", "solution").read_text(encoding="utf-8")
CDN = "https://cdn.jsdelivr.net/**"
PATIENT = 120_000  # milliseconds: Python is large, and the machine may be busy

OFFLINE = [
    file
    for file in sorted((ROOT / "snippets").glob("*/*.py"))
    if not file.name.endswith(".figure.py") and not packages(file)
]


class Bench:
    """The buttons, the editor and the output of the program on a page."""

    def __init__(self, page):
        self.page = page
        page.set_default_timeout(PATIENT)
        self.status = page.locator(".run__status")
        self.output = page.locator(".run + .highlight code")
        self.editor = page.get_by_role("textbox", name="Program")
        self.results = page.get_by_role("list", name="Test results").get_by_role("listitem")

    def press(self, name: str):
        self.page.get_by_role("button", name=name, exact=True).click()

    def says(self, text: str | re.Pattern):
        expect(self.status).to_contain_text(text, timeout=PATIENT)

    def write(self, text: str):
        """Put a program into the editor, as pasted."""
        expect(self.page.locator(".run__begin")).to_be_enabled(timeout=PATIENT)
        edit = self.page.locator(".run__edit")
        if edit.is_visible():
            edit.click()
        self.editor.fill(text)

    def run(self, text: str):
        self.write(text)
        self.press("Run")

    @property
    def printed(self) -> str:
        return self.output.text_content()


@pytest.fixture
def bench(read):
    """A page with a program, opened; bench.reader knows what it asked for."""

    def opened(path: str = PAGE, **options) -> Bench:
        reader = read(**options)
        found = Bench(reader.go(path))
        found.reader = reader
        return found

    return opened


# -- before the press -----------------------------------------------------------------------------


@pytest.mark.parametrize("path", [PAGE, CHALLENGE])
def test_nothing_of_python_is_loaded_before_the_press(bench, path):
    opened = bench(path)
    expect(opened.page.locator(".run__begin")).to_be_visible()
    loaded = "\n".join(opened.reader.requests)
    assert "programs.js" in loaded
    assert not re.search(r"pyodide|editor\.js|python-worker|runner\.py", loaded)


@pytest.mark.parametrize("path", [FETCHING, CHALLENGE])
def test_nothing_moves_when_the_script_of_the_buttons_comes(read, path):
    held = []
    reader = read(width=390)
    reader.page.route("**/programs.js", lambda route: held.append(route))
    with reader.page.expect_request("**/programs.js"):
        reader.page.goto(reader.url + path, wait_until="commit")
    buttons = reader.page.locator(".run__begin, .run__edit")
    expect(buttons.first).to_be_disabled()
    before = [place.bounding_box() for place in reader.page.locator(".run").all()]
    held.pop().continue_()
    for button in buttons.all():
        expect(button).to_be_enabled()
    assert [place.bounding_box() for place in reader.page.locator(".run").all()] == before


def test_a_page_is_little_heavier_for_its_program(bench, site):
    opened = bench()
    assets = site / "assets" / "javascripts"
    scripts = {request.rsplit("/", 1)[-1] for request in opened.reader.requests}
    mine = scripts & {"programs.js", "python.js", "workbench.js", "kept.js", "challenges.js"}
    page = (site / PAGE / "index.html").read_text(encoding="utf-8")
    without = re.sub(r'<div class="run".*?</div>', "", page, flags=re.S)
    assert without != page
    more = compressed(page) - compressed(without)
    assert more + sum(compressed((assets / name).read_text("utf-8")) for name in mine) <= 5_000


def compressed(text: str) -> int:
    return len(gzip.compress(text.encode()))


def test_without_scripts_there_are_no_buttons_and_the_output_is_there(read):
    page = read(java_script_enabled=False).go(PAGE)
    expect(page.locator(".run")).to_be_hidden()
    assert page.locator(".run + .highlight code").text_content() == RECORDED


# -- programs -------------------------------------------------------------------------------------


def test_a_program_prints_in_the_page_what_is_recorded(bench):
    opened = bench()
    opened.press("Run")
    opened.says("Finished.")
    assert opened.printed == RECORDED
    assert not opened.reader.foreign
    assert not opened.reader.errors


ALL = """async ({ sources, site }) => {
    const { ask } = await import(site + "assets/javascripts/python.js");
    const outputs = {};
    for (const [name, source] of sources) {
        outputs[name] = "";
        await new Promise((done) => ask({ do: "run", source }, (message) => {
            if (message.say === "output") outputs[name] += message.text;
            if (["ended", "failed", "unreachable"].includes(message.say)) done();
        }));
    }
    return outputs;
}"""


def test_every_program_of_the_standard_library_prints_what_is_recorded(read, url):
    reader = read()
    page = reader.go()
    page.set_default_timeout(PATIENT)
    sources = [[str(file), file.read_text(encoding="utf-8")] for file in OFFLINE]
    assert len(sources) > 60
    printed = page.evaluate(ALL, {"sources": sources, "site": url})
    recorded = {str(file): output_file(file).read_text(encoding="utf-8") for file in OFFLINE}
    assert printed == recorded
    assert not reader.foreign


def test_a_changed_program_is_kept_until_reset(bench):
    opened = bench()
    opened.run("print('mine')")
    opened.says("Finished.")
    assert opened.printed == "mine\n"
    opened.page.reload()
    opened.says("Your version, kept in this browser.")
    assert opened.editor.inner_text() == "print('mine')"
    opened.press("Reset")
    opened.says("As the guide has it.")
    assert opened.printed == RECORDED
    opened.page.reload()
    expect(opened.page.get_by_role("button", name="Edit")).to_be_visible()
    assert opened.editor.count() == 0


def test_an_exception_is_shown_as_python_shows_it_and_its_line_is_marked(bench):
    opened = bench()
    opened.run("def half(x):\n    return x / 0\n\nhalf(1)\n")
    opened.says("Line 2 failed.")
    assert opened.printed.startswith("Traceback (most recent call last):\n")
    assert 'File "program.py", line 2, in half\n    return x / 0\n' in opened.printed
    assert opened.printed.endswith("ZeroDivisionError: division by zero\n")
    assert opened.page.locator(".editor__wrong").inner_text() == "    return x / 0"


def test_what_does_not_parse_is_marked_where_it_ends(bench):
    opened = bench()
    opened.run("x = 1\nif x:\n")
    opened.says("Line 2 failed.")
    assert "IndentationError: expected an indented block" in opened.printed


def test_stop_ends_a_program_that_never_ends_and_the_next_one_runs(bench):
    opened = bench()
    opened.run("print('on its way')\nwhile True: pass")
    expect(opened.output).to_have_text("on its way\n", timeout=PATIENT)
    opened.press("Stop")
    opened.says("Stopped.")
    opened.run("print('again')")
    opened.says("Finished.")
    assert opened.printed == "again\n"


def test_after_ten_seconds_the_reader_is_asked(bench):
    opened = bench()
    opened.page.clock.install()
    opened.run("print('on its way')\nwhile True: pass")
    expect(opened.output).to_have_text("on its way\n", timeout=PATIENT)
    opened.page.clock.fast_forward(9_000)
    expect(opened.status).to_have_text("Running …")
    opened.page.clock.fast_forward(1_000)
    opened.says("It has run for 10 seconds. Stop it?")
    opened.press("Let it run")
    expect(opened.status).to_have_text("Running …")
    opened.press("Stop")
    opened.says("Stopped.")


def test_output_has_an_end(bench):
    opened = bench()
    opened.run("while_ = [print('x' * 999) for _ in range(1000)]")
    opened.says("Finished.")
    assert opened.printed.endswith("more than 100,000 characters: the rest is not shown.\n")
    assert len(opened.printed) < 102_000


def test_each_run_begins_afresh(bench):
    opened = bench()
    opened.run("here = 1")
    opened.says("Finished.")
    opened.run("print('here' in globals(), __name__)")
    opened.says("Finished.")
    assert opened.printed == "False __main__\n"


def test_after_going_back_a_program_runs(bench):
    opened = bench()
    opened.press("Run")
    opened.says("Finished.")
    opened.reader.go("beginner/f1-score/")
    opened.page.go_back()
    opened.press("Run")
    opened.says("Finished.")
    assert opened.printed == RECORDED


def test_where_python_does_not_come_the_reader_is_told(bench):
    opened = bench()
    opened.page.route("**/python-worker.js", lambda route: route.abort())
    opened.press("Run")
    opened.says("Python does not start in this browser")
    expect(opened.page.get_by_role("button", name="Run", exact=True)).to_be_enabled()


def test_python_that_broke_down_starts_anew(bench):
    """Freeing a long chain of objects exhausts the stack of WebAssembly, which ends Python."""
    opened = bench()
    opened.run("chain = None\nfor i in range(100_000): chain = [chain]\nchain = None")
    opened.says("Python itself broke down: RangeError")
    opened.run("print('again')")
    opened.says("Finished.")
    assert opened.printed == "again\n"


def test_recursion_without_an_end_is_an_exception(bench):
    opened = bench()
    opened.run("def f(n):\n    return f(n + 1)\nf(0)")
    opened.says("Line 2 failed.")
    assert "RecursionError: maximum recursion depth exceeded" in opened.printed


# -- packages -------------------------------------------------------------------------------------


def wheel(text: str) -> bytes:
    """A package `tiny` with one module."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("tiny.py", text)
        archive.writestr("tiny-1.0.dist-info/METADATA", "Name: tiny\nVersion: 1.0\n")
        archive.writestr("tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr("tiny-1.0.dist-info/RECORD", "")
    return content.getvalue()


def offer_tiny(page, site, content: bytes, sent: bytes) -> None:
    """Name a package in the lock file that hashes to `content`, and send `sent` for it."""
    lock = json.loads((site / "assets/pyodide/pyodide-lock.json").read_text())
    lock["packages"]["tiny"] = {
        **lock["packages"]["packaging"],
        "name": "tiny",
        "version": "1.0",
        "file_name": "tiny-1.0-py3-none-any.whl",
        "sha256": hashlib.sha256(content).hexdigest(),
        "imports": ["tiny"],
    }
    headers = {"Access-Control-Allow-Origin": "*"}
    page.context.route("**/pyodide-lock.json", lambda route: route.fulfill(json=lock))
    page.context.route(CDN, lambda route: route.fulfill(body=sent, headers=headers))


def test_a_package_comes_after_the_press(bench, site):
    opened = bench()
    package = wheel("answer = 42")
    offer_tiny(opened.page, site, package, package)
    opened.run("import tiny\nprint(tiny.answer)")
    opened.says("Finished.")
    assert opened.printed == "42\n"


def test_a_package_that_is_not_what_the_lock_file_says_is_refused(bench, site):
    opened = bench()
    offer_tiny(opened.page, site, wheel("answer = 42"), wheel("answer = 666"))
    opened.run("import tiny\nprint(tiny.answer)")
    opened.says("could not be fetched from cdn.jsdelivr.net")
    assert opened.printed == ""


def test_without_a_network_the_reader_gets_one_sentence_and_the_command(bench):
    opened = bench("beginner/gradient-descent/")
    assert opened.status.text_content() == "Uses NumPy: Run fetches it from cdn.jsdelivr.net."
    opened.page.context.route(CDN, lambda route: route.abort())
    opened.press("Run")
    opened.says(
        "NumPy could not be fetched from cdn.jsdelivr.net. Save the program and run it on your "
        "computer: python -m pip install numpy && python gradient-descent.py"
    )
    address = opened.status.get_by_role("link", name="the program").get_attribute("href")
    assert opened.page.request.get(address).ok


# -- storage, keyboard, looks ---------------------------------------------------------------------

BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"


@pytest.mark.parametrize("storage", [BLOCKED, FULL], ids=["blocked", "full"])
def test_without_storage_programs_run_and_the_reader_is_told(read, storage):
    reader = read()
    reader.page.add_init_script(storage)
    opened = Bench(reader.go(PAGE))
    opened.write("print('mine')")
    opened.says("This browser does not keep your version: its storage is full or blocked.")
    opened.press("Run")
    opened.says("Finished.")
    assert opened.printed == "mine\n"


def test_a_keyboard_is_enough(bench):
    opened = bench()
    page = opened.page
    page.get_by_role("button", name="Edit").focus()
    page.keyboard.press("Enter")
    expect(opened.editor).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("for i in range(2):\nprint(i)")  # the editor indents
    page.keyboard.press("Tab")
    expect(opened.editor).to_be_focused()
    page.keyboard.press("Control+Enter")
    opened.says("Finished.")
    assert opened.printed.split() == ["0", "1"]
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Run", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    opened.says("Finished.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280], ids=["phone", "desktop"])
def test_axe_finds_no_violation_where_a_program_is_edited(bench, width, scheme):
    opened = bench(width=width, scheme=scheme)
    opened.run("print(1 / 0)  # fails")
    opened.says("Line 1 failed.")
    assert no_overflow(opened.page)
    result = Axe().run(opened.page)
    assert not result.response["violations"], result.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280], ids=["phone", "desktop"])
def test_axe_finds_no_violation_where_a_challenge_is_graded(bench, width, scheme):
    opened = bench(CHALLENGE, width=width, scheme=scheme)
    opened.write(SOLUTION.replace("score - largest", "score"))
    opened.press("Test")
    opened.says("tests pass")
    assert no_overflow(opened.page)
    result = Axe().run(opened.page)
    assert not result.response["violations"], result.generate_report()


def no_overflow(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


# -- challenges -----------------------------------------------------------------------------------


def test_a_solved_challenge_is_remembered(bench):
    opened = bench(CHALLENGE)
    opened.write(SOLUTION)
    opened.press("Test")
    opened.says(re.compile(r"All (\d+) tests pass: solved\."))
    listing = opened.reader.go("practice/")
    link = listing.locator('a[href$="softmax/"]')
    expect(link).to_have_accessible_description("solved")
    expect(listing.locator(".done")).to_have_text(f"{len(slugs())} challenges, 1 solved")
    assert not opened.reader.foreign
    assert not opened.reader.errors


def test_a_failed_challenge_says_what_was_expected_and_what_came(bench):
    opened = bench(CHALLENGE)
    opened.write(SOLUTION.replace("sum(weights)", "len(weights)"))
    opened.press("Test")
    opened.says(re.compile(r"\d of \d+ tests pass\."))
    failed = opened.results.filter(has_text="Failed: the example")
    expect(failed).to_contain_text("softmax([log(1), log(2), log(5)])")
    expect(failed).to_contain_text("Expected [0.125, 0.25, 0.625]; it gave [")
    expect(failed).to_contain_text("Divide each exponential by the sum of all of them")
    expect(opened.results.filter(has_text="Passed: one score (hidden)")).to_have_count(1)
    listing = opened.reader.go("practice/")
    expect(listing.locator('a[href$="softmax/"]')).to_have_accessible_description("tried")


def test_what_a_solution_prints_is_shown_with_its_failure(bench):
    opened = bench(CHALLENGE)
    opened.write("def softmax(scores):\n    print('got', len(scores))\n")
    opened.press("Test")
    opened.says("tests pass")
    expect(opened.results.first).to_contain_text("It printed:got 3")


def test_a_solution_that_does_not_start_is_told_so(bench):
    opened = bench(CHALLENGE)
    opened.write("def softmax(scores)\n    return scores")
    opened.press("Test")
    opened.says("The program does not start.")
    expect(opened.results).to_contain_text("SyntaxError: expected ':'")
    assert opened.page.locator(".editor__wrong").inner_text() == "def softmax(scores)"


def test_a_case_that_takes_too_long_is_stopped(bench):
    opened = bench(CHALLENGE)
    opened.page.clock.install()
    opened.write("def softmax(scores):\n    while len(scores) == 1: pass\n")
    opened.press("Test")
    expect(opened.results).to_have_count(3, timeout=PATIENT)  # the fourth case has one score
    opened.page.clock.fast_forward(5_000)
    opened.says(re.compile(r"Stopped at test 4 of \d+\."))
    expect(opened.results.last).to_contain_text("It took longer than 5 seconds and was stopped.")
    opened.write(SOLUTION)
    opened.press("Test")
    opened.says("solved")


GRADED = """async ({ solutions, site }) => {
    const { ask } = await import(site + "assets/javascripts/python.js");
    const wrong = [];
    for (const [slug, source] of solutions) {
        await new Promise((done) => ask({ do: "grade", slug, source }, (message) => {
            if (message.message) wrong.push([slug, message.name, message.message]);
            if (message.say === "failed") wrong.push([slug, message.reason]);
            if (["ended", "failed"].includes(message.say)) done();
        }));
    }
    return wrong;
}"""


def test_every_reference_passes_in_the_page(read, url):
    reader = read()
    page = reader.go()
    page.set_default_timeout(PATIENT)
    solutions = [[slug, program(slug, "solution").read_text(encoding="utf-8")] for slug in slugs()]
    assert page.evaluate(GRADED, {"solutions": solutions, "site": url}) == []
    assert not reader.foreign


@pytest.mark.parametrize("slug", slugs())
def test_every_challenge_has_its_editor_and_its_visible_cases(site, slug):
    page = (site / "practice" / slug / "index.html").read_text(encoding="utf-8")
    assert f'data-challenge="{slug}"' in page
    assert "VISIBLE" not in page
    assert (CHALLENGES / slug / "cases.py").is_file()


def test_hints_come_one_at_a_time(bench):
    page = bench(CHALLENGE).page
    hints = page.locator("details.tip")
    assert [hint.is_visible() for hint in hints.all()] == [True, False, False]
    hints.nth(0).locator("summary").click()
    assert [hint.is_visible() for hint in hints.all()] == [True, True, False]
