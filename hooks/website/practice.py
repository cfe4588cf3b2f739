"""What a reader does besides reading: challenges and labs, and the questions they belong to."""

import json
from collections import defaultdict
from functools import lru_cache
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from hooks.guide import Guide, Unreadable, read_text
from hooks.page import Question
from hooks.record import record

CHALLENGES = PurePosixPath("docs/practice")
LABS = PurePosixPath("docs/labs")


@record
class Lab:
    """A notebook: its address below docs/, its title, what it is for, and its questions' slugs."""

    path: str
    title: str
    summary: str
    questions: tuple[str, ...]


def is_challenge(page: Question) -> bool:
    return page.path.parent == CHALLENGES and page.slug != "index"


def challenges(guide: Guide) -> tuple[Question, ...]:
    """The pages of all challenges: by first topic, in the vocabulary's order, then by level."""
    topics, levels = list(guide.terms("topics")), list(guide.terms("levels"))

    def rank(page: Question) -> tuple[int, int, str]:
        topic, level = guide.first_topic(page), page.meta.get("level")
        return place(topic, topics), place(level, levels), page.title_text.casefold()

    files = (guide.root / CHALLENGES).glob("*.md")
    pages = (guide.page(CHALLENGES / file.name) for file in files)
    return tuple(sorted(filter(is_challenge, pages), key=rank))


def place(item: object, order: list) -> int:
    return order.index(item) if item in order else len(order)


def labs(guide: Guide) -> tuple[Lab, ...]:
    """All labs by title. Raises Unreadable."""
    found = (lab(file) for file in (guide.root / LABS).glob("*.ipynb"))
    return tuple(sorted(found, key=lambda lab: lab.title.casefold()))


def lab(file: Path) -> Lab:
    """The lab in a notebook. Raises Unreadable with what is missing."""
    try:
        notebook = json.loads(read_text(file))
        about = notebook["metadata"]["guide"]
        first = "".join(notebook["cells"][0]["source"])
        title = first.partition("\n")[0].removeprefix("# ")
        return Lab(f"labs/{file.name}", title, about["summary"], tuple(about["questions"]))
    except (ValueError, LookupError, TypeError) as error:
        raise Unreadable(
            f"{file}: not a lab: {error!r}; its first cell is the title, and its metadata has "
            '"guide": {"summary": "What it is for.", "questions": ["f1-score"]}'
        ) from error


@lru_cache(maxsize=1)
def by_question(guide: Guide) -> dict[str, list[tuple[str, str]]]:
    """The challenges and labs of each question, by its slug: (title, address below the site).

    Raises Unreadable.
    """
    found = defaultdict(list)
    for page in challenges(guide):
        for slug in page.meta.get("questions") or ():
            found[slug].append((page.title_text, f"practice/{page.slug}/"))
    for notebook in labs(guide):
        for slug in notebook.questions:
            address = notebook.path.removesuffix(".ipynb") + "/"
            found[slug].append((f"Lab: {notebook.title}", address))
    return found


def colab_url(path: str, repository: str) -> str:
    """Where Google Colab opens a notebook of a repository on GitHub; "" for all else.

    path: the page's, below docs/.
    """
    host, project = urlsplit(repository).hostname, urlsplit(repository).path.strip("/")
    if host != "github.com" or not project or not path.endswith(".ipynb"):
        return ""
    return f"https://colab.research.google.com/github/{project}/blob/main/docs/{path}"
