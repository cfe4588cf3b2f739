"""Programs and advice use names that current releases of libraries still have.

## What it checks

Python in fences, code spans and a few names of products in prose, against a list of names that
NumPy, SciPy, pandas, scikit-learn, Matplotlib, seaborn, TensorFlow, Keras, PyTorch, XGBoost,
LightGBM, gensim, Transformers and others removed or deprecated. The list is
`hooks/data/dead_api.yml`; each entry says since when, what to use instead, and where that stands.
Import names (`import numpy as np`) and variables (`model = XGBClassifier()`) are followed.

## Why

Old answers are copied for years. A candidate who writes `load_boston` or `df.append` on the board
shows that the code was never run.

## Example

    ``` python
    from sklearn.datasets import load_boston
    df = df.append(row)
    ```

## Use instead

    ``` python
    from sklearn.datasets import fetch_california_housing
    df = pd.concat([df, row])
    ```

## What it leaves alone

A name that the page itself calls removed, renamed, old or legacy, anywhere on it; a name whose
sentence advises what to use instead; notes on a migration or an upgrade; libraries that the page
pins to an older release (`pandas==1.5`); imports that are tried and may fail; lists, and other
things of your own, that share a method's name.
"""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

from hooks.calculation.listing import LONGEST, Listing, is_python, is_shown_as_wrong, listing
from hooks.finding import Finding
from hooks.guide import Guide
from hooks.language.sentences import Sentence, sentences
from hooks.page import Question, code_spans
from hooks.pattern import Pattern
from hooks.python_code.dead_names import ALIASES, Dead, Use, catalog, names_of_modules, uses

NAME = "dead-api"
SCOPE = "any"

SPAN = Pattern(r"`[^`\n]+`")
HISTORY = Pattern(
    r"\b(?:deprecat\w*|removal|renamed|superseded|obsolete|legacy|former(?:ly)?|histor\w+|retired"
    r"|(?:was|were|been|is|are|got|had) removed|removed (?:in|from|since|as of|by|with|after)\b"
    r"|^removed|\d+\W{1,5}(?:remove|drop|rename|deprecate)[sd]?|\d+\W{1,5}dropped"
    r"|archived|discontinued|end(?:ed)? of (?:life|support|development)"
    r"|(?:is|are|was|were|been|went|long) gone|gone (?:in|since|from|as of|with)\b"
    r"|disappeared|vanished|stopped working|(?:broke|breaks?|fails?) (?:in|since|under|with)"
    r"|(?:was|were) (?:\w+ ){0,2}(?:alias(?:es)?|synonyms?|shorthands?|merged|moved|folded|dropped)"
    r"|no longer|used to be|dropped (?:in|from|since)|migrat\w+|successor|previously|outdated"
    r"|replaced (?:in|since)|(?:prior|up) to (?:version|v?\d)"
    r"|(?:until|before) (?:version|v?\d|\w+ \d)"
    r"|in the past|old(?:er)? (?:\w+ )?(?:code|api|names?|versions?|releases?|way|style|interface)"
    r"|discouraged|(?:Attribute|Import|Type|ModuleNotFound)Error|warns|warnings?|does not exist)\b"
    r"|(?:→|⇒|->|=>)\s*`",
    re.I,
)
OLD_COLUMN = Pattern(r"\b(?:old|before|gone|instead|was|dead|then|1\.x|today)\b", re.I)
CAUTION = Pattern(
    r"(?:\b(?:instead of|rather than|not|avoid|never|replac\w+|without|over|unlike"
    r"|(?:switch|chang|mov|port|upgrad)(?:e|ed|es|ing)?(?: \w+)? from)|n['’]t)"
    r"\s+(?:[\w,]+\s+){0,3}[`\w.]*$",
    re.I,
)
ADVICE = Pattern(
    r"\b(?:use|write|call|prefer|choose|pass|take|import|switch|becomes?|became|now|replaced|favou?r"
    r"|to|by)\b",
    re.I,
)
MIGRATION = Pattern(
    r"\b(?:migrat|upgrad|porting|(?:what|how) (?:broke|changed)|breaking changes"
    r"|mov(?:ing|ed) .{1,40} to\b|chang(?:es|ed) in \S+ v?\d|release notes|changelog)",
    re.I,
)
TRIED = Pattern(r"^\s*(?:try:|except (?:\w*Import|ModuleNotFound|Attribute)\w*)", re.M)
PIN = r"\b{package}(?:\[\w+\])?\s*(?:(?:==|~=|<=?)\s*|(?:version |v)?(?=\d)\s?)(\d+(?:\.\d+)*)"


Place = tuple[int, int, Dead, str]


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    found = [*in_programs(page), *in_prose(page)]
    known = told(page, found)
    for line, column, dead, written in found:
        if dead not in known and not is_pinned(page, dead):
            message = f"`{written}` {dead.why}; use {dead.instead}"
            yield Finding(page.path, line, column, message, NAME)


# -- programs -------------------------------------------------------------------------------------


def in_programs(page: Question) -> Iterator[Place]:
    aliases: dict[str, str] = {}
    for before, block in pairwise([None, *page.blocks]):
        if not is_python(block) or not catalog().may_use(block.text.content):
            continue
        is_lead = before and before.is_prose and before.kind != "heading"
        lead = before.text.content if is_lead else ""
        if is_shown_as_wrong(block, lead) or HISTORY.search(f"{lead} {block.info}"):
            continue
        found = listing(block)
        for tree in trees(found):
            aliases |= names_of_modules(tree)
            yield from uses_in(found, tree, aliases)


def trees(found: Listing) -> Iterator[ast.Module]:
    """The program; where it does not compile, each of its lines that does."""
    if isinstance(found.tree, ast.Module):
        yield found.tree
    elif isinstance(found.tree, SyntaxError):
        for number, row in enumerate(found.source.split("\n")):
            if tree := parsed(row.strip()):
                ast.increment_lineno(tree, number)
                yield tree


def uses_in(found: Listing, tree: ast.Module, aliases: dict[str, str]) -> Iterator[Place]:
    rows = found.source.split("\n")
    for use in uses(tree, aliases):
        around = "\n".join(rows[max(use.row - 1, 0) : use.row + 1])
        if not TRIED.search(around) and not HISTORY.search(comments(around)):
            yield *found.position(use.row, column(rows[use.row], use)), use.dead, use.written


def comments(rows: str) -> str:
    return " ".join(row.partition("#")[2] for row in rows.split("\n"))


def column(row: str, use: Use) -> int:
    """The 0-based column in characters; a line that was read alone may have been indented."""
    word = re.split(r"\W+", use.written.strip("."))[-1] or use.written
    start = len(row.encode()[: use.column].decode(errors="ignore"))
    return max(row.find(word, start), start if start < len(row) else 0)


# -- prose ----------------------------------------------------------------------------------------


def in_prose(page: Question) -> Iterator[Place]:
    """Dead names in the code spans of sentences, and of products in their words."""
    if catalog().may_use(" ".join(SPAN.findall(page.source))) or any(
        map(page.source.__contains__, catalog().words)
    ):
        for sentence in sentences(page):
            found = list(in_sentence(sentence))
            if found and not is_about_the_past(page, sentence):
                yield from found


def in_sentence(sentence: Sentence) -> Iterator[Place]:
    text = sentence.text
    if "`" in text.content:
        for span in code_spans(text.content):
            warned = CAUTION.search(text.content[: span.start()].rstrip("`"))
            for dead, written in () if warned else in_span(span[2]):
                if not is_replaced(dead, text.content[span.end() :]):
                    yield *text.position(span.start(2)), dead, written
    for word in catalog().word.finditer(text.content):
        yield *text.position(word.start()), catalog().words[word[0]], word[0]


def is_replaced(dead: Dead, rest: str) -> bool:
    """Whether the rest of the sentence advises what to use instead."""
    instead = {last_part(span[2]) for span in code_spans(dead.instead)}
    return any(
        last_part(span[2]) in instead and ADVICE.search(rest, 0, span.start())
        for span in code_spans(rest)
    )


def in_span(code: str) -> Iterator[tuple[Dead, str]]:
    bare = code.strip().removeprefix(".").removesuffix("()")
    if bare in catalog().bare:
        yield catalog().bare[bare], code
    elif catalog().may_use(code) and (tree := parsed(code.strip())):
        found = {use.dead: use for use in uses(tree, ALIASES)}
        yield from ((dead, code) for dead in found)


def parsed(code: str) -> ast.Module | None:
    if not code or len(code) > LONGEST or "\0" in code:
        return None
    try:
        return ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def is_about_the_past(page: Question, sentence: Sentence) -> bool:
    """Whether a sentence, its table's row or heading, its section or page speaks of the past."""
    block = sentence.block
    heading = " ".join(map(str, block.rows[0])) if block.rows else ""
    if sentence.is_of_mistakes or OLD_COLUMN.search(heading):
        return True
    if MIGRATION.search(f"{page.title_text}\n{block.section}"):
        return True
    around = (sentence.text.content, heading, row_of(sentence), block.section)
    return any(map(HISTORY.search, around))


def row_of(sentence: Sentence) -> str:
    """The table's row that it stands in."""
    line, _ = sentence.text.position(0)
    rows = (row for row in sentence.block.rows if row and row[0].position(0)[0] == line)
    return " ".join(str(cell) for row in rows for cell in row)


# -- what the page knows --------------------------------------------------------------------------


def told(page: Question, found: list[Place]) -> set[Dead]:
    """The dead names of which the page says somewhere that they are gone."""
    names = {dead: last_part(dead.name) for _, _, dead, _ in found}
    if not names:
        return set()
    past = " ".join(s.text.content for s in sentences(page) if HISTORY.search(s.text.content))
    return {dead for dead, name in names.items() if re.search(rf"\b{re.escape(name)}\b", past)}


def last_part(name: str) -> str:
    """The word by which people speak of an entry: load_boston, append, sparse."""
    inside = re.search(r"\((\w+)=", name)
    return inside[1] if inside else re.sub(r"[()\[\]]", "", name).rpartition(".")[2]


def is_pinned(page: Question, dead: Dead) -> bool:
    """Whether the page is about a release that still has the name."""
    gone = version(dead.since)
    for package in dead.spellings:
        for pin in re.finditer(PIN.format(package=re.escape(package)), page.source, re.I):
            written = version(pin[1])
            is_exact = re.search(r"[=<~]", pin[0])
            if written < gone if is_exact else written[0] < gone[0]:
                return True
    return False


def version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(".")[:4] if len(part) < 6)
