"""The numbers that a reader takes on trust: no rule knows them, no program prints them, no source.

    python -m hooks.on_trust

writes them to unchecked.yml, page by page in the order of the text. A test compares the two. So a
number that some program printed and that somebody mistypes later does not pass as one number more
that nobody knows: it shows in a list that reviewers read, and that should only get shorter.
"""

from collections import Counter
from pathlib import Path

import yaml

from hooks.coverage import coverage
from hooks.guide import Guide
from hooks.page import Question

ROOT = Path(__file__).resolve().parent.parent
FILE = Path("unchecked.yml")
HEADER = """\
# Numbers of the answers that a reader takes on trust: no rule recomputes them, no program prints
# them, no source is named for them. `make coverage` writes this file; it should only get shorter.
"""


def on_trust(page: Question, guide: Guide) -> dict[str, list[int]]:
    """The numbers of a page that nothing knows, as they are written, each with its lines."""
    found: dict[str, list[int]] = {}
    for covered in coverage(page, guide):
        if covered.status == "unchecked":
            found.setdefault(covered.number.written, []).append(covered.number.line)
    return found


def listed(root: Path) -> dict[str, Counter]:
    """How often each number of a page is listed, by the path of the page."""
    pages = yaml.safe_load((root / FILE).read_text(encoding="utf-8")) or {}
    return {page: Counter(map(str, numbers)) for page, numbers in pages.items()}


def listing(guide: Guide) -> str:
    """The file for a guide."""
    pages = {}
    for page in guide.questions:
        numbers = [number for number, lines in on_trust(page, guide).items() for _ in lines]
        if numbers:
            pages[str(page.path)] = numbers
    rows = (f"{path}: {flow(numbers)}" for path, numbers in sorted(pages.items()))
    return HEADER + "\n".join(rows) + "\n"


def flow(numbers: list[str]) -> str:
    """A list in one line, each number as a text."""
    return "[" + ", ".join(f'"{number}"' for number in numbers) + "]"


if __name__ == "__main__":
    (ROOT / FILE).write_text(listing(Guide(ROOT)), encoding="utf-8")
