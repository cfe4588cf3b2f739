"""Citations: `[@key]` in a page, and the sources of references.yml that they name."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import escape

from hooks.guide import REFERENCES, Unreadable
from hooks.language.identifiers import arxiv_problem, arxiv_year, doi_problem
from hooks.language.misconception_book import source_keys
from hooks.language.nearest import nearest
from hooks.page import CODE_SPAN, COMMENT, Question, Text, blank
from hooks.pattern import Pattern
from hooks.record import record

CITATION = Pattern(r"\[@(?P<key>[^\]]*)\]")
MARKED = Pattern(r"⟦(?P<key>[^⟧]*)⟧")
FENCE = Pattern(r"^([ \t]*)(`{3,}).*?^\1\2", re.S | re.M)
KEY = Pattern(r"[a-z][a-z0-9-]*")
EARLIEST_YEAR = 1600
SECONDARY = Pattern(
    r"//(?:[\w-]+\.)*(?:medium\.com|towardsdatascience\.com|wikipedia\.org|stackexchange\.com"
    r"|stackoverflow\.com|geeksforgeeks\.org|kaggle\.com|youtube\.com|youtu\.be|quora\.com|dev\.to"
    r"|substack\.com|analyticsvidhya\.com|machinelearningmastery\.com|reddit\.com|linkedin\.com"
    r"|datacamp\.com|simplilearn\.com|javatpoint\.com|tutorialspoint\.com|w3schools\.com"
    r"|engadget\.com|indianexpress\.com|nytimes\.com|wired\.com|github\.io)(?:/|$)",
    re.I,
)
FIELDS = {"authors", "organization", "title", "year", "in", "doi", "arxiv", "url", "checked"}
REQUIRED = ("title", "year", "in")
PARTICLES = {"van", "von", "de", "der", "den", "la", "le", "du", "del", "ter"}


@record
class Citation:
    """A key, and where it stands."""

    key: str
    line: int
    column: int
    section: str


def citations(page: Question) -> Iterator[Citation]:
    """The citations of a page, in order."""
    for block in page.blocks:
        texts: tuple[Text, ...] = ()
        if block.kind == "table":
            texts = tuple(cell for row in block.rows for cell in row)
        elif block.is_prose:
            texts = (block.text,)
        for text in texts:
            if "[@" not in text.content:
                continue
            for found in CITATION.finditer(blank(str(text), CODE_SPAN, COMMENT)):
                yield Citation(found["key"], *text.position(found.start()), block.section)


def entry_problems(key: str, entry: object) -> Iterator[str]:
    """What is wrong with an entry of references.yml."""
    if not KEY.fullmatch(str(key)):
        yield "a key is lower-case letters, digits and hyphens, for instance `breiman2001`"
    if not isinstance(entry, dict):
        yield "an entry has lines like `title: …`"
        return
    for field in REQUIRED:
        if not entry.get(field):
            yield f"`{field}` is missing"
    for field in sorted(set(entry) - FIELDS):
        yield f"`{field}` is not a field; there are {', '.join(sorted(FIELDS))}"
    if ("authors" in entry) == ("organization" in entry):
        yield "a source has either `authors: [First Last]` or `organization: Name`"
    if not isinstance(entry.get("authors", []), list):
        yield "`authors` is a list: [Leo Breiman]"
    yield from year_problems(entry.get("year"))
    links = [field for field in ("doi", "arxiv", "url") if field in entry]
    if not links:
        yield "a source has a stable link: `doi`, `arxiv` or `url`"
    if "doi" in entry and (problem := doi_problem(str(entry["doi"]))):
        yield problem
    if "arxiv" in entry and (problem := arxiv_problem(str(entry["arxiv"]))):
        yield f"{problem} (in quotes)"
    elif "arxiv" in entry:
        yield from preprint_problems(entry)
    if "url" in entry and not str(entry["url"]).startswith("https://"):
        yield "`url` begins with https://"


def year_problems(year: object) -> Iterator[str]:
    """What is wrong with the year of a source, if it has one."""
    if year and not isinstance(year, int):
        yield "`year` is a number"
    elif year and not EARLIEST_YEAR <= year <= date.today().year + 1:
        yield f"{year} is not the year of a source"


def preprint_problems(entry: dict) -> Iterator[str]:
    """A preprint with a year before it was posted; a paper may be posted after it appeared."""
    first, year = arxiv_year(str(entry["arxiv"])), entry.get("year")
    is_preprint = "arxiv" in str(entry.get("in", "")).lower()
    if is_preprint and isinstance(year, int) and year < first:
        yield f"arXiv number {entry['arxiv']} is of {first}, so `year` can't be {year}"


def unknown(key: str, references: Mapping[str, dict]) -> str:
    """What to do about a key that is not in the list of sources."""
    near = nearest(key, references)
    hint = f"did you mean `{near}`?" if near else "add it there"
    return f"{REFERENCES} has no `{key}`; {hint}"


def sources(claim: dict, references: Mapping[str, dict]) -> list[dict]:
    """The sources of a wrong claim. Raises Unreadable if it names none, or an unknown one."""
    keys = source_keys(claim)
    if not keys:
        raise Unreadable(f"“{claim['claim']}” has no source; name at least one")
    for key in keys:
        if key not in references:
            raise Unreadable(f"“{claim['claim']}”: {unknown(key, references)}")
    return [references[key] for key in keys]


def is_primary(entry: dict) -> bool:
    """Whether a source is a paper, book, standard, law, program or documentation.

    News, encyclopedias, forums, videos and tutorials tell what others found.
    """
    if "doi" in entry or "arxiv" in entry:
        return True
    return not SECONDARY.search(str(entry.get("url", "")))


def link(entry: dict) -> str:
    """The address of a source."""
    if "doi" in entry:
        return f"https://doi.org/{entry['doi']}"
    if "arxiv" in entry:
        return f"https://arxiv.org/abs/{entry['arxiv']}"
    return entry["url"]


def short(entry: dict) -> str:
    """A source as it is cited in a sentence: Powers, 2011."""
    names = [surname(author) for author in entry.get("authors", ())]
    several = f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
    who = several or entry["organization"]
    return f"{who}, {entry['year']}"


def surname(author: str) -> str:
    """The last word of a person's name, with the particles before it."""
    words = author.split()
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return " ".join(words[start:])


def full(entry: dict) -> str:
    """A source as it is listed, in HTML."""
    who = escape(", ".join(entry.get("authors", ())) or entry["organization"])
    title = f'<a href="{escape(link(entry))}"><cite>{escape(str(entry["title"]))}</cite></a>'
    checked = f" (read on {entry['checked']})" if "checked" in entry else ""
    return f"{who} ({entry['year']}). {title}. {escape(str(entry['in']))}{checked}"


def mark(markdown: str) -> str:
    """Markdown with its citations in signs that pass through the renderer untouched."""
    hidden = blank(markdown, FENCE, CODE_SPAN, COMMENT)
    pieces, last = [], 0
    for found in CITATION.finditer(hidden):
        pieces += [markdown[last : found.start()], f"⟦{found['key']}⟧"]
        last = found.end()
    return "".join(pieces) + markdown[last:]


def resolve(page: str, references: dict[str, dict]) -> str:
    """A page's HTML with its marked citations as links.

    In the section References a key becomes the whole source, elsewhere "(Powers, 2011)", which
    leads to it. An unknown key, which the rule `references` reports, stays as it was written.
    """
    text, heading, listed = page.partition('<h2 id="references">')

    def cite(found: re.Match[str]) -> str:
        entry = references.get(found["key"])
        if not entry:
            return f"[@{found['key']}]"
        return f'<a class="citation" href="#ref-{found["key"]}">({escape(short(entry))})</a>'

    def source(found: re.Match[str]) -> str:
        entry = references.get(found["key"])
        if not entry:
            return f"[@{found['key']}]"
        return f'<span class="reference" id="ref-{found["key"]}">{full(entry)}</span>'

    return MARKED.sub(cite, text) + heading + MARKED.sub(source, listed)
