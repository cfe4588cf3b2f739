"""The built site in a real browser, under a sub-path as on GitHub Pages."""

import gzip
import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from hooks.guide import Guide
from tests.conftest import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.build]

# One page of each kind.
KINDS = {
    "home": "",
    "section": "beginner/",
    "question": "beginner/precision-recall/",
    "question with SQL": "product/sql-ad-views/",
    "topics": "topics/",
    "topic": "topics/evaluation/",
    "role": "roles/data-scientist/",
    "plan": "prepare/tomorrow/",
    "glossary": "reference/glossary/",
    "wrong answers": "reference/misconceptions/",
    "cheat sheet": "reference/metrics/",
    "practice": "practice/",
    "challenge": "practice/softmax/",
    "lab": "labs/threshold-and-costs/",
    "how it is checked": "contribute/checked/",
    "rule": "contribute/rules/arithmetic/",
    "licenses": "licenses/",
    "not found": "404.html",
}
WIDTHS = {"phone": 390, "desktop": 1280}
SCHEMES = ("light", "dark")


def addresses(site):
    """The address of every page of the site, below its root."""
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix().removesuffix("index.html")


# -- every page -----------------------------------------------------------------------------------


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_every_page_loads_without_errors_foreign_requests_or_overflow(site, read, width):
    reader = read(width)
    wrong = {}
    for address in addresses(site):
        page = reader.go(address)
        overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        headings = page.locator("h1").count()
        if reader.errors or reader.foreign or overflow > 0 or headings != 1:
            wrong[address] = (list(reader.errors), reader.foreign, overflow, headings)
        reader.errors.clear()
        reader.requests.clear()
    assert not wrong


def test_every_question_has_a_page_that_is_listed_in_its_section(site):
    for question in Guide(ROOT).questions:
        assert (site / question.section / question.slug / "index.html").is_file()
        listing = (site / question.section / "index.html").read_text(encoding="utf-8")
        assert f'href="{question.slug}/"' in listing


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())
def test_axe_finds_no_violation(read, address, width, scheme):
    page = read(width, scheme).go(address)
    assert page.evaluate("document.body.dataset.mdColorScheme") == (
        "slate" if scheme == "dark" else "default"
    )
    result = Axe().run(page)
    assert not result.response["violations"], result.generate_report()


def shift(reader, address):
    """How much of a page moved while it loaded, as Chromium counts it."""
    reader.page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach("
        "(entry) => window.shift += entry.value)).observe({type: 'layout-shift', buffered: true})"
    )
    page = reader.go(address)
    page.evaluate("document.fonts.ready")
    return page.evaluate("window.shift")


# Whether a font comes in time on a first visit is the network's doing, so both outcomes are tested:
# it is at hand, or it never comes. It is not swapped in late (font-display: optional).


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())
def test_nothing_shifts_where_the_fonts_are_at_hand(read, address):
    reader = read(390)
    reader.go("beginner/f1-score/")  # leaves both fonts in the cache
    assert shift(reader, address) == 0


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())
def test_nothing_shifts_where_the_fonts_never_come(read, address):
    reader = read(390)
    reader.page.route("**/*.woff2", lambda route: route.abort())
    assert shift(reader, address) == 0


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())
def test_a_page_is_painted_once_it_is_read_to_its_end(read, address):
    """A slow machine would paint a table or a formula before it has read all of it."""
    page = read(390).go(address)
    link = page.locator("head link[rel=expect][blocking=render]")
    end = page.locator(link.get_attribute("href"))
    assert end.locator("xpath=following::*[not(self::script)]").count() == 0


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_part_of_the_header_moves_when_the_next_one_comes(read, width):
    """A browser may paint a page before it has read the header to its end."""
    page = read(width).go("404.html")
    places = """
        () => [...document.querySelectorAll('.md-header__inner *')].map((part) => {
            const { x, y, width, height } = part.getBoundingClientRect();
            return [x, y, width, height].join(' ');
        })
    """
    parts = page.locator(".md-header__inner > *")
    whole = page.evaluate(places)
    for _ in range(parts.count()):
        parts.last.evaluate("(part) => part.remove()")
        left = page.evaluate(places)
        assert left == whole[: len(left)]


# -- search ---------------------------------------------------------------------------------------


def search(reader, words):
    page = reader.go()
    page.keyboard.press("/")
    page.get_by_role("combobox").fill(words)
    page.get_by_role("option").first.wait_for()
    return page


def found(page):
    return [option.get_attribute("href") for option in page.get_by_role("option").all()]


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("What are precision and recall", "precision-recall"),  # its title
        ("When would you optimize for recall instead of precision", "precision-recall"),  # an alias
        ("rebalanced", "precision-recall"),  # a word deep in its text
        ("Laplacian", "misconceptions"),  # a wrong claim
    ],
    ids=["title", "alias", "text", "wrong claim"],
)
def test_search_finds_a_page_by(read, words, slug):
    page = search(read(), words)
    assert any(f"/{slug}/" in address for address in found(page))


FIRST_THREE = """async (words) => {
    const engine = await import(new URL("pagefind/pagefind.js", location.href));
    const { results } = await engine.search(words);
    return Promise.all(results.slice(0, 3).map(async (result) => (await result.data()).url));
}"""


def test_every_question_is_found_by_each_of_its_aliases(read):
    page = read().go()
    missed = []
    for question in Guide(ROOT).questions:
        for alias in question.meta["aliases"]:
            hits = page.evaluate(FIRST_THREE, alias)
            if not any(f"/{question.slug}/" in hit for hit in hits):
                missed.append((question.slug, alias, hits))
    assert not missed


def fragments(site) -> dict[str, dict]:
    """What the search index holds of each page, by its address."""
    files = (site / "pagefind" / "fragment").iterdir()
    texts = (gzip.decompress(file.read_bytes()).decode("utf-8") for file in files)
    read = (json.loads(text[text.index("{") :]) for text in texts)
    return {fragment["url"]: fragment for fragment in read}


def test_a_search_result_is_small_and_reads_as_text(site):
    found = fragments(site)
    question = found["/beginner/precision-recall/"]["content"]
    assert "stopping nothing would score" in question
    for left_out in ("TPTP", "(Powers, 2011)", "Uses NumPy"):  # formulas, sources, buttons
        assert not any(left_out in fragment["content"] for fragment in found.values())
    lab = found["/labs/bias-and-variance/"]
    assert lab["meta"]["image"] == "none"


def test_search_loads_nothing_before_the_reader_turns_to_it(read):
    reader = read()
    page = reader.go("beginner/precision-recall/")
    assert not [request for request in reader.requests if "pagefind" in request]
    page.keyboard.press("/")
    page.wait_for_function(
        "performance.getEntriesByType('resource').some((entry) => entry.name.includes('pagefind'))"
    )


def test_search_marks_the_words_in_results_and_on_the_page(read):
    page = search(read(), "harmonic")
    assert page.locator(".search mark").first.inner_text().lower() == "harmonic"
    page.get_by_role("option").first.click()
    page.locator("article mark").first.wait_for()
    assert page.locator("article mark").first.inner_text().lower() == "harmonic"


def test_search_suggests_how_a_word_goes_on(read):
    page = search(read(), "multicol")
    page.get_by_role("button", name="multicollinearity").click()
    assert page.get_by_role("combobox").input_value() == "multicollinearity"


def test_search_says_that_nothing_was_found(read):
    page = read().go()
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("zzzzqqqq")
    page.get_by_text("Nothing found for").wait_for()
    assert page.get_by_role("option").count() == 0


def test_search_that_can_not_be_loaded_says_so(read):
    reader = read()
    reader.page.route("**/pagefind/**", lambda route: route.abort())
    page = reader.go()
    page.keyboard.press("/")
    page.get_by_text("The search could not be loaded").wait_for()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_axe_finds_no_violation_in_the_search_dialog(read, width, scheme):
    page = search(read(width, scheme), "precision rec")
    result = Axe().run(page)
    assert not result.response["violations"], result.generate_report()


# -- keyboard, schemes, no script, print ----------------------------------------------------------


def test_keyboard_alone_searches_and_opens_the_second_result(read):
    page = search(read(), "gradient")
    second = found(page)[1]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(second.split("?")[0].split("#")[0])))


def test_escape_closes_the_search_and_gives_the_focus_back(read):
    page = read().go()
    page.get_by_role("button", name="Search").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("combobox").wait_for()
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()
    assert page.evaluate("document.activeElement.matches('[data-search-open]')")


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_keyboard_alone_walks_from_home_to_a_question(read, width):
    page = read(width).go()
    follow(page, "Beginner")
    page.wait_for_url("**/beginner/")
    follow(page, "What are precision and recall, and when does each matter?")
    page.wait_for_url("**/beginner/precision-recall/")


def follow(page, name):
    """Press Tab until the link has the focus, and then Enter."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if (page.evaluate("document.activeElement.innerText") or "").strip() == name:
            return page.keyboard.press("Enter")
    pytest.fail(f"no link {name!r} within 60 tab stops")


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
@pytest.mark.parametrize(
    ("address", "tab", "current"),
    [
        ("", "Home", "page"),
        ("ethics/ai-bias/", "Ethics", "true"),
        ("labs/data-leakage/", "Labs", "true"),
        ("contribute/", "Contribute", "page"),
    ],
)
def test_a_page_shows_the_tab_of_its_section(read, address, tab, current, width):
    page = read(width).go(address)
    here = page.locator(".md-tabs [aria-current]")
    expect(here).to_have_text(tab)
    expect(here).to_have_attribute("aria-current", current)
    expect(here).to_be_in_viewport(ratio=1)


def test_the_reader_chooses_dark_and_it_stays(read):
    page = read(scheme="light").go()
    for name in ("Colors: as the system", "Colors: light"):
        page.get_by_role("button", name=name).click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.goto(page.url + "beginner/")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.get_by_role("button", name="Colors: dark").wait_for()


def test_colors_follow_the_system_where_storage_is_blocked(read):
    reader = read(scheme="dark")
    reader.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked') }})"
    )
    page = reader.go()
    page.get_by_role("button", name="Colors: as the system").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert not reader.errors


def test_a_program_can_be_copied(read):
    page = read(permissions=["clipboard-read", "clipboard-write"]).go("beginner/precision-recall/")
    page.locator(".highlight").first.hover()
    page.locator(".copy").first.click()
    page.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("def precision_recall(scores, truth, threshold):")


def test_a_question_reads_fully_without_javascript(read):
    page = read(java_script_enabled=False).go("beginner/precision-recall/")
    for text in ("Short answer", "In depth", "References", "Checked at this build", "Related"):
        assert page.get_by_text(text, exact=False).first.is_visible()
    assert page.locator("math").first.is_visible()
    assert page.locator("figure.plot svg").first.is_visible()
    page.locator("details.question summary").first.click()
    assert page.locator("details.question p").first.is_visible()
    assert not page.locator("[data-search-open]").first.is_visible()


def test_print_hides_the_frame_and_opens_the_follow_up_answers(read):
    page = read().go("beginner/precision-recall/")
    page.emulate_media(media="print")
    assert not page.locator(".md-header").is_visible()
    assert page.locator("details.question p").first.is_visible()


def test_a_wide_formula_scrolls_by_itself(read):
    page = read(390).go("beginner/precision-recall/")
    assert page.locator(".formula").first.evaluate("(e) => getComputedStyle(e).overflowX") == "auto"


# -- terms ---------------------------------------------------------------------------------------

TERM = "a.term"  # the first of a page


def test_the_meaning_of_a_term_shows_under_the_pointer_and_escape_hides_it(read):
    page = read().go("intermediate/imbalanced-data/")
    term = page.locator(TERM).first
    meaning = term.get_attribute("data-meaning")
    assert not page.get_by_role("tooltip").is_visible()
    term.hover()
    assert page.get_by_role("tooltip").inner_text() == meaning
    page.keyboard.press("Escape")
    assert not page.get_by_role("tooltip").is_visible()


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_the_meaning_of_a_term_shows_inside_the_window_where_the_keyboard_is(read, width):
    page = read(width).go("intermediate/imbalanced-data/")
    page.keyboard.press("Tab")
    for term in page.locator(TERM).all():
        if term.is_visible():
            term.focus()
            box = page.get_by_role("tooltip").bounding_box()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
    assert not Axe().run(page).response["violations"]


def test_every_term_leads_to_its_entry_in_the_glossary(read, site):
    glossary = (site / "reference/glossary/index.html").read_text(encoding="utf-8")
    entries = set(re.findall(r'<dt id="([^"]+)"', glossary))
    pages = (file.read_text(encoding="utf-8") for file in site.rglob("*.html"))
    wanted = {
        id for html in pages for id in re.findall(r'class="term" href="[^"#]*#([^"]+)"', html)
    }
    assert wanted
    assert wanted <= entries
    page = read().go("intermediate/imbalanced-data/")
    page.locator(TERM).first.click()
    page.wait_for_url("**/reference/glossary/#*")
    page.locator("dt:target").wait_for()


def test_the_meaning_of_a_term_is_there_without_javascript(read):
    page = read(java_script_enabled=False).go("intermediate/imbalanced-data/")
    assert page.locator(TERM).first.get_attribute("title").endswith(".")


# -- the end of a question page -------------------------------------------------------------------


def test_a_question_leads_on(read):
    page = read().go("beginner/precision-recall/")
    assert page.locator(".related a").count() >= 2
    assert page.locator(".turn a[rel=prev]").count() == 1
    assert page.locator(".turn a[rel=next]").count() == 1


def test_a_question_says_what_was_checked_and_takes_reports(read):
    page = read().go("beginner/precision-recall/")
    line = page.locator(".checked").inner_text()
    for count in ("recomputed", "given", "formulas parsed", "programs compared", "references"):
        assert re.search(rf"[1-9]\d* {count}", line)
    report = page.get_by_role("link", name="This answer is wrong").get_attribute("href")
    assert report.startswith("https://github.com/someone/some-repo/issues/new?template=")
    assert report.endswith("page=docs/beginner/precision-recall.md")


def test_the_search_engines_get_a_description_of_each_question(read):
    page = read().go("beginner/precision-recall/")
    description = page.locator("meta[name=description]").get_attribute("content")
    assert description.startswith("Precision is the share")
