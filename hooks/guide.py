"""The whole guide, as the rules and the indexes see it: pages, vocabulary, references.

Everything is read when it is first asked for, so that linting one page reads one page.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from os import listdir
from os.path import isdir
from pathlib import Path, PurePosixPath

import yaml

from hooks.language.asked import normal_form
from hooks.page import SECTIONS, Question, is_question_path, parse, plain
from hooks.pattern import Pattern
from hooks.record import cached_property, record

VOCABULARY = "vocabulary.yml"
REFERENCES = "references.yml"

HEAD = 4096  # characters at the start of a page that hold its front matter and title
TITLE = Pattern(r"^# (.+)$", re.M)
ALIASES = Pattern(r"^aliases:[ \t]*\[?(.*?)(?=^\w[\w-]*:|^---|\]\s*$)", re.M | re.S)
LIST_ITEM = Pattern(r"^\s*-\s+(.+?)\s*$", re.M)
FEW = 500  # entries: to read more one by one takes longer than to read all at once
ENTRY = Pattern(r"^([\w-]+):(?=\s)", re.M)
NO_ENTRY = Pattern(r"^(?![\w-]+:\s|[ \t#\r\n])", re.M)


@record
class Term:
    """A topic, role, level or section of the vocabulary."""

    id: str
    title: str
    summary: str


class Unreadable(Exception):
    """A file of the guide that can't be read; the message names it and says how to mend it."""


class Guide:
    """The pages below `root`/docs and what they refer to.

    root: the repository's folder.
    """

    def __init__(self, root: Path):
        self.root = root
        self._pages: dict[PurePosixPath, Question] = {}
        self._terms: dict[str, dict[str, Term]] = {}

    def add(self, page: Question) -> Question:
        """Use this version of a page, for instance one that an editor has not saved."""
        self._pages[page.path] = page
        return page

    def page(self, path: PurePosixPath) -> Question | None:
        """The page at a repository path, or None where there is no such file."""
        if path not in self._pages:
            file = self.root / path
            if not file.is_file():
                return None
            self.add(read_page(file, path))
        return self._pages[path]

    @cached_property
    def question_paths(self) -> dict[str, PurePosixPath]:
        """Where each question page stands, by its slug."""
        paths = (PurePosixPath(f"docs/{file}") for file in self._files_of_sections("docs"))
        return {path.stem: path for path in paths if is_question_path(path)}

    @cached_property
    def snippets(self) -> frozenset[str]:
        """The files of programs and figures, as pages name them: beginner/f1-score.py."""
        return frozenset(self._files_of_sections("snippets"))

    def _files_of_sections(self, folder: str) -> Iterator[str]:
        """The files of each section below a folder, in order: beginner/f1-score.md."""
        for section in SECTIONS:
            place = f"{self.root}/{folder}/{section}"
            for name in sorted(listdir(place)) if isdir(place) else ():
                yield f"{section}/{name}"

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All question pages in reading order: by section, by first topic, by title."""
        order = {topic: rank for rank, topic in enumerate(self.terms("topics"))}

        def rank(page: Question) -> tuple[int, int, str]:
            topic = order.get(self.first_topic(page), len(order))
            return SECTIONS.index(page.section), topic, page.title_text.casefold()

        return tuple(sorted(map(self.page, self.question_paths.values()), key=rank))

    @cached_property
    def _position(self) -> dict[str, int]:
        return {page.slug: index for index, page in enumerate(self.questions)}

    @cached_property
    def askers(self) -> dict[str, tuple[PurePosixPath, ...]]:
        """The pages that ask each question, by its normal form; the heads of pages say it."""
        found: dict[str, tuple[PurePosixPath, ...]] = {}
        for path in self.question_paths.values():
            for form in dict.fromkeys(map(normal_form, self._asked(path))):
                if form:
                    found[form] = (*found.get(form, ()), path)
        return found

    def _asked(self, path: PurePosixPath) -> Iterator[str]:
        """A page's title and aliases, without parsing the page unless it is parsed already."""
        if page := self._pages.get(path):
            aliases = page.meta.get("aliases")
            yield page.title_text
            yield from map(str, aliases if isinstance(aliases, list) else ())
            return
        with open(f"{self.root}/{path}", "rb") as file:
            head = decode(file.read(HEAD))
        if title := TITLE.search(head):
            yield plain(title[1])
        if aliases := ALIASES.search(head):
            yield from (item.strip(" '\"") for item in LIST_ITEM.findall(aliases[1]))

    def question(self, slug: str) -> Question | None:
        path = self.question_paths.get(slug)
        return self.page(path) if path else None

    def in_section(self, section: str) -> tuple[Question, ...]:
        return self._by_section.get(section, ())

    @cached_property
    def _by_section(self) -> dict[str, tuple[Question, ...]]:
        return {s: tuple(q for q in self.questions if q.section == s) for s in SECTIONS}

    def neighbors(self, page: Question) -> tuple[Question | None, Question | None]:
        """The questions before and after a page in reading order."""
        index = self._position[page.slug]
        before = self.questions[index - 1] if index else None
        after = self.questions[index + 1] if index + 1 < len(self.questions) else None
        return before, after

    def first_topic(self, page: Question) -> str:
        """The topic under which a page is listed; "" where it names none."""
        topics = page.meta.get("topics")
        return str(topics[0]) if isinstance(topics, list) and topics else ""

    def read_all(self) -> None:
        """Read what the pages refer to now. Raises Unreadable, before anything is built."""
        self.terms("sections")
        self.references.read_all()

    # -- vocabulary and references --------------------------------------------------------------

    @cached_property
    def _vocabulary(self) -> dict:
        return read_yaml(self.root / VOCABULARY)

    def terms(self, kind: str) -> dict[str, Term]:
        """The vocabulary of one kind (sections, levels, topics, roles), in its order."""
        if kind not in self._terms:
            self._terms[kind] = {
                id: Term(id, entry["title"], entry["summary"])
                for id, entry in self._vocabulary[kind].items()
            }
        return self._terms[kind]

    @cached_property
    def references(self) -> "Entries":
        """The sources of the guide by key, as references.yml gives them."""
        return Entries(self.root / REFERENCES)


class Entries(Mapping[str, dict]):
    """The entries of a long YAML file, each read when it is asked for: a page cites a few of many.

    Raises Unreadable when an entry that is asked for can't be read; before a key is said to be
    missing, the whole file is read.
    """

    def __init__(self, file: Path):
        self.file = file
        self.text = read_text(file)
        found = list(ENTRY.finditer(self.text))
        starts = [entry.start() for entry in found]
        spans = pairwise([*starts, len(self.text)])
        self.spans = dict(zip([entry[1] for entry in found], spans, strict=True))
        self.read: dict[str, dict] = {}
        self.is_whole = False
        if len(self.spans) < len(found) or NO_ENTRY.search(self.text.rstrip()):
            self.read_all()

    def __getitem__(self, key: str) -> dict:
        is_known = key in self.spans and len(self.read) < FEW
        if not (is_known or key in self.read or self.is_whole):
            self.read_all()
        if key not in self.read:
            start, end = self.spans[key]
            try:
                (entry,) = yaml.load(self.text[start:end], Loader=yaml.CSafeLoader).values()
                self.read[key] = entry
            except yaml.YAMLError:
                self.read_all()  # says where in the file it is wrong
        return self.read[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.spans)

    def __len__(self) -> int:
        return len(self.spans)

    def read_all(self) -> None:
        """Read the file as a whole: to be sure of it, or because it is no plain list."""
        self.read, self.is_whole = read_yaml(self.file) or {}, True
        self.spans = dict.fromkeys(self.read, (0, 0))


def guide_root(path: Path) -> Path | None:
    """The folder of the guide in whose docs/ a file stands, or None."""
    path = path.resolve()
    for folder in path.parents:
        if (folder / VOCABULARY).is_file() and path.is_relative_to(folder / "docs"):
            return folder
    return None


def page_path(file: Path, root: Path | None) -> PurePosixPath:
    """A file's path as findings name it: relative to its guide where it is part of one."""
    return PurePosixPath((file.resolve().relative_to(root) if root else file).as_posix())


def read_page(file: Path, path: PurePosixPath) -> Question:
    """The page in a file. Raises Unreadable."""
    return parse(path, decode(read_bytes(file)))


def decode(content: bytes) -> str:
    """The text of a page, bytes that are not UTF-8 as U+FFFD: the lint says where they stand."""
    return content.decode("utf-8", errors="replace")


def read_bytes(file: Path) -> bytes:
    """The content of a file. Raises Unreadable."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise Unreadable(f"{file}: {error.strerror}") from error


def read_text(file: Path) -> str:
    """The text of a file of the guide. Raises Unreadable if it is not UTF-8 or can't be read."""
    try:
        return read_bytes(file).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"{file}: byte {error.start} is not UTF-8; save the file as UTF-8"
        ) from error


def read_yaml(file: Path) -> dict:
    """The content of a YAML file of the guide. Raises Unreadable with line and reason."""
    try:
        return yaml.load(read_text(file), Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Unreadable(f"{file}:{mark.line + 1}:{mark.column + 1}: {error.problem}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise Unreadable(f"{file}: {' '.join(str(error).split())}") from error
