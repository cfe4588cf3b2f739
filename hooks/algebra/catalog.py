"""The table of quantities, hooks/data/formulas*.yml: their names, and on demand their formulas.

A page names few of them. So an entry is read when something is asked of it that is no name, and
its names, each kind of which stands on a line of its own, are found without reading it.
"""

import re
from collections.abc import Iterable, Iterator
from copy import copy
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from hooks.algebra.names import Names, key
from hooks.pattern import Pattern
from hooks.record import cached_property, record

if TYPE_CHECKING:
    from hooks.algebra.families import Families, Family

TABLES = sorted((Path(__file__).parent.parent / "data").glob("formulas*.yml"))
ENTRY = "\n  - name: "
WORD = Pattern(r"[^\W_]+")


@record
class Form:
    """One accepted formula of a quantity, in the roles of a family."""

    table: "Catalog"
    name: str
    formula: str

    @property
    def family(self) -> "Family":
        return self.table.families[self.name]


class Quantity:
    """A named quantity.

    name: for people; names: all its names; symbols: the keys of left sides that stand for it where
    a heading or a lead-in names it: L, J; under: headings that are about it.

    What follows is read from its entry when it is first asked for.
    forms: the accepted formulas, the usual one first. shown: the usual one, for people.
    arguments: the roles that the arguments of its name stand for: KL(p, q).
    any_base: whether the base of a logarithm is free.
    elsewhere: words of the heading or of the paragraph above where its name means something else.
    summed: whether only a formula with a sum is compared. multiple: whether what has but one
    symbol is a formula of it, too: 2N. maximized: whether it is what is maximized. in_case: whether
    a formula may be that of one of its cases: "if ‖g‖ > c". renamed: whether its symbols may have
    other names. order: whether it is the order of a cost: O(n²d). relations: what else than
    "equals" its formula may stand behind: ≈, ≤.
    respelled: patterns and what stands for them in a formula.
    """

    forms: tuple[Form, ...]
    shown: str
    arguments: tuple[str, ...]
    any_base: bool
    unless: frozenset[str]
    elsewhere: frozenset[str]
    percent: bool
    matrices: bool
    summed: bool
    multiple: bool
    order: bool
    maximized: bool
    in_case: bool
    renamed: bool
    relations: str
    respelled: tuple[tuple[str, str], ...]
    source: str

    def __init__(self, entry: str, table: "Catalog"):
        self.entry = entry
        self.table = table
        self.name = entry.partition("\n")[0]
        self.names = (self.name, *self.listed("names"))

    @cached_property
    def under(self) -> tuple[str, ...]:
        return self.listed("under")

    @cached_property
    def called(self) -> tuple[str, ...]:
        return self.listed("called")

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """Its topics and names in small letters."""
        return tuple(dict.fromkeys(topic.lower() for topic in (*self.under, *self.names)))

    def is_told_in(self, text: str) -> bool:
        """Whether a text in small letters is about it: whether it holds one of its topics."""
        return any(topic in text and has_words(text, topic) for topic in self.topics)

    def without_topics(self, text: str) -> str:
        """A text in small letters with spaces for its topics."""
        if not any(topic in text for topic in self.topics):
            return text
        return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, self.topics))})(?!\w)", " ", text)

    def __repr__(self) -> str:
        return f"Quantity({self.name!r})"

    def listed(self, field: str) -> tuple[str, ...]:
        """The names on a line of the entry."""
        line = self.entry.partition(f"\n    {field}: ")[2].partition("\n")[0]
        if line[:1] in ("'", '"'):
            line = yaml.load(line, Loader=yaml.CSafeLoader)
        return tuple(split(line))

    @cached_property
    def hints(self) -> tuple[str, ...]:
        return self.listed("hints")

    @cached_property
    def lefts(self) -> frozenset[str]:
        """The left sides that may stand for it where what is around tells of it."""
        return self.symbols.union(map(key, self.listed("lefts")))

    @cached_property
    def symbols(self) -> frozenset[str]:
        return frozenset(map(key, self.listed("symbols")))

    def __getattr__(self, asked: str) -> Any:
        """What the entry says: from then on all of it are attributes."""
        if asked not in Quantity.__annotations__:
            raise AttributeError(asked)
        (entry,) = yaml.load(ENTRY + self.entry, Loader=yaml.CSafeLoader)
        self.forms = tuple(forms_of(entry, self.table))
        self.shown = entry.get("shown") or self.forms[0].formula
        self.arguments = tuple(split(entry.get("arguments", "")))
        self.unless = frozenset(split(entry.get("unless", "")))
        self.elsewhere = frozenset(split(entry.get("elsewhere", "")))
        own = tuple((pattern, new) for pattern, new in entry.get("respelled", ()))
        self.respelled = own + self.table.families[entry["family"]].respelled
        self.source = entry.get("source", "")
        self.relations = entry.get("relations", "")
        for flag in (
            "order",
            "maximized",
            "any_base",
            "percent",
            "matrices",
            "summed",
            "multiple",
            "in_case",
            "renamed",
        ):
            setattr(self, flag, bool(entry.get(flag)))
        return self.__dict__[asked]

    @property
    def as_number(self) -> "Quantity":
        """The same, never written as a percentage."""
        plain = copy(self)
        plain.forms, plain.percent = self.forms, False
        return plain

    @property
    def is_loss(self) -> bool:
        """Whether it is something to minimize."""
        return "L" in self.symbols

    @cached_property
    def family_names(self) -> frozenset[str]:
        return frozenset(form.name for form in self.forms)

    @cached_property
    def families(self) -> "tuple[Family, ...]":
        return tuple(dict.fromkeys(form.family for form in self.forms))


class Catalog:
    """All families and quantities, and the quantities by the keys of their names."""

    def __init__(self, families: str, quantities: str, sources: str):
        self.family_text, self.source_text = families, sources
        entries = f"\n{quantities}".split(ENTRY)[1:]
        self.quantities = tuple(Quantity(entry, self) for entry in entries)

    @cached_property
    def families(self) -> "Families":
        from hooks.algebra.families import Families  # here: most pages have no formula to compare

        return Families(self.family_text)

    @cached_property
    def sources(self) -> dict[str, dict]:
        """Title, authors, year and link of each source."""
        return yaml.load(self.source_text, Loader=yaml.CSafeLoader)

    @cached_property
    def by_name(self) -> dict[str, tuple[Quantity, ...]]:
        return by_key((name, quantity) for quantity in self.quantities for name in quantity.names)

    @cached_property
    def by_topic(self) -> dict[str, tuple[Quantity, ...]]:
        """Quantities by the headings that are about them and do not name them."""
        return by_key((topic, quantity) for quantity in self.quantities for topic in quantity.under)

    @cached_property
    def by_call(self) -> dict[str, tuple[Quantity, ...]]:
        """Quantities by what they are called where their topic is told."""
        return by_key((name, quantity) for quantity in self.quantities for name in quantity.called)

    @cached_property
    def call_ends(self) -> frozenset[str]:
        """The last words of what quantities are called where their topic is told."""
        called = (name.lower() for quantity in self.quantities for name in quantity.called)
        return frozenset(name.rpartition(" ")[2] for name in called)

    @cached_property
    def by_hint(self) -> dict[str, tuple[Quantity, ...]]:
        """Quantities by what a text that may be about them says."""
        return by_key((hint, quantity) for quantity in self.quantities for hint in quantity.hints)

    @cached_property
    def hint_starts(self) -> frozenset[str]:
        """The first words of hints."""
        hints = (hint.lower() for quantity in self.quantities for hint in quantity.hints)
        return frozenset(hint.partition(" ")[0] for hint in hints)

    @cached_property
    def call_starts(self) -> frozenset[str]:
        """The first words of what quantities are called where their topic is told."""
        called = (name.lower() for quantity in self.quantities for name in quantity.called)
        return frozenset(name.partition(" ")[0] for name in called)

    @cached_property
    def by_mention(self) -> dict[str, tuple[Quantity, ...]]:
        """Quantities by their names and topics in small letters; shorter ones say too little."""
        found: dict[str, tuple[Quantity, ...]] = {}
        for listed in (self.by_name, self.by_topic):
            for name, quantities in listed.items():
                if len(name) > 2:
                    found[name] = (*found.get(name, ()), *quantities)
        return found

    @cached_property
    def spellings(self) -> Names:
        """All keys of names, topics and hints."""
        return Names({*self.by_name, *self.by_topic, *self.by_call, *self.by_hint})

    @cached_property
    def all_symbols(self) -> frozenset[str]:
        """The keys of all left sides that stand for a quantity in its context."""
        return frozenset(symbol for q in self.quantities for symbol in q.symbols)

    @cached_property
    def all_lefts(self) -> frozenset[str]:
        """The keys of all left sides that may stand for a quantity in its context."""
        return frozenset(left for q in self.quantities for left in q.lefts)

    @cached_property
    def last_words(self) -> frozenset[str]:
        """The words that a name can end with, in small letters: for a quick look."""
        ends = (name.lower().rpartition(" ")[2] for q in self.quantities for name in q.names)
        return frozenset([*map(str.lower, self.by_name), *(words_in(end)[-1] for end in ends)])

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words that a name or a topic can start with, in small letters: for a quick look."""
        listed = (name for q in self.quantities for name in (*q.names, *q.under))
        starts = (name.lower().partition(" ")[0] for name in listed)
        return frozenset(
            [*map(str.lower, self.by_mention), *(words_in(start)[0] for start in starts)]
        )


def has_words(text: str, phrase: str) -> bool:
    """Whether a text holds a phrase whose first and last words are whole ones of the text."""
    start = text.find(phrase)
    while start >= 0:
        beside = text[start - 1 : start] + text[start + len(phrase) : start + len(phrase) + 1]
        if not any(one.isalnum() or one == "_" for one in beside):
            return True
        start = text.find(phrase, start + 1)
    return False


def words_in(text: str) -> list[str]:
    """The runs of letters and digits in a text without spaces."""
    return [text] if text.isalnum() else WORD.findall(text) or [text]


def by_key(named: Iterable[tuple[str, Quantity]]) -> dict[str, tuple[Quantity, ...]]:
    found: dict[str, tuple[Quantity, ...]] = {}
    for name, quantity in named:
        known = found.get(spelled := key(name), ())
        found[spelled] = (*known, quantity)
    return found


@lru_cache(maxsize=1)
def catalog() -> Catalog:
    """The table: the parts of its files, each kind of them as one text."""
    parts = zip(*(parts_of(table.read_text(encoding="utf-8")) for table in TABLES), strict=True)
    return Catalog(*map("\n".join, parts))


def parts_of(text: str) -> tuple[str, str, str]:
    """The families, the quantities and the sources of a file of the table."""
    families, _, rest = text.partition("\nfamilies:\n")[2].partition("\nquantities:\n")
    quantities, _, sources = rest.partition("\nsources:\n")
    return families, quantities, sources


def forms_of(entry: dict, table: Catalog) -> Iterator[Form]:
    """The formulas of an entry, each with its family."""
    for formula in as_list(entry["formula"]) + as_list(entry.get("also", [])):
        of_others = formula if isinstance(formula, dict) else {entry["family"]: formula}
        for family, formulas in of_others.items():
            for one in as_list(formulas):
                yield Form(table, family, str(one))


def split(listed: str) -> list[str]:
    """Names that are set apart by bars with a space on both sides."""
    return [name.strip() for name in listed.split(" | ") if name.strip()]


def as_list(value: object) -> list:
    return value if isinstance(value, list) else [value]
