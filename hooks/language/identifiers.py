"""The forms of DOIs and arXiv numbers."""

import re
from datetime import date

from hooks.pattern import Pattern

DOI = Pattern(r"10\.\d{4,9}(?:\.\d+)*/\S+")
SHORT_DOI = Pattern(r"10/[a-z0-9]+|(?!10\.)[a-z0-9]+", re.I)
NEW_ARXIV = Pattern(r"(?P<year>\d{2})(?P<month>\d{2})\.(?P<number>\d{4,5})(?:v[1-9]\d*)?")
OLD_ARXIV = Pattern(r"[a-z-]+(?:\.[A-Z]{2})?/(?P<year>\d{2})(?P<month>\d{2})\d{3}(?:v[1-9]\d*)?")
FIRST_NEW = (2007, 4)
FIVE_DIGITS_FROM = (2015, 1)
FIRST_ARXIV_YEAR = 1991


def doi_problem(doi: str) -> str | None:
    """What is wrong with a DOI, or None. A short DOI such as 10/b6vnmd is one too."""
    if DOI.fullmatch(doi) or SHORT_DOI.fullmatch(doi):
        return None
    return f"`{doi}` is not a DOI such as 10.1023/A:1010933404324"


def arxiv_problem(number: str) -> str | None:
    """What is wrong with an arXiv number, or None: its form, its month, its count of digits."""
    wrong = f"`{number}` is not an arXiv number such as 1706.03762"
    found = NEW_ARXIV.fullmatch(number) or OLD_ARXIV.fullmatch(number)
    if not found:
        return wrong
    month = int(found["month"])
    if not 1 <= month <= 12:
        return f"{wrong}: there is no month {found['month']}"
    when = (arxiv_year(number), month)
    if when > (date.today().year, date.today().month):
        return f"{wrong}: {when[0]}-{month:02d} is in the future"
    if "number" in found.groupdict():
        digits = 5 if when >= FIVE_DIGITS_FROM else 4
        if when < FIRST_NEW or len(found["number"]) != digits:
            return f"{wrong}: a number of {when[0]} has {digits} digits behind the point"
    return None


def arxiv_year(number: str) -> int:
    """The year of a well-formed arXiv number."""
    found = NEW_ARXIV.match(number) or OLD_ARXIV.match(number)
    year = int(found["year"])
    is_old = "number" not in found.groupdict() and year >= FIRST_ARXIV_YEAR % 100
    return (1900 if is_old else 2000) + year
