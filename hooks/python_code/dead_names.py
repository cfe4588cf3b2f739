"""Names that libraries dropped: the entries of data/dead_api.yml, and programs that use them."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from hooks.pattern import Pattern, compiled
from hooks.record import cached_property, record

DATA = Path(__file__).parent.parent / "data" / "dead_api.yml"
ALIASES = {
    "np": "numpy",
    "sp": "scipy",
    "pd": "pandas",
    "plt": "matplotlib.pyplot",
    "mpl": "matplotlib",
    "cm": "matplotlib.cm",
    "mlab": "matplotlib.mlab",
    "sns": "seaborn",
    "tf": "tensorflow",
    "lgb": "lightgbm",
    "xgb": "xgboost",
    "nx": "networkx",
}
DATA_FRAME = Pattern(r"df|df_\w+|\w+_df|df\d+|data_?frame|DataFrame", re.I)
WORD = Pattern(r"[A-Za-z_]\w+")
FRAMES = ("pandas.DataFrame", "pandas.Series", "pandas.read_", "pandas.concat")
MAKES = Pattern(r"^pandas\.(?:read_\w+|concat)$|(?:^|\.)[A-Z]\w*$")
ARGUMENT = Pattern(r"(?P<callable>[\w.]+)\((?P<keyword>\w+)=(?:\"(?P<value>[^\"]*)\")?\)")
STATUSES = {
    "removed": "is gone in",
    "deprecated": "is deprecated since",
    "ended": "is no longer maintained since",
}


@record
class Dead:
    """One name that is gone.

    name: as the data file writes it; spellings: of the package; status: one of STATUSES.
    """

    name: str
    package: str
    spellings: tuple[str, ...]
    status: str
    since: str
    year: int
    instead: str

    @property
    def why(self) -> str:
        return f"{STATUSES[self.status]} {self.package} {self.since} ({self.year})"


@record
class Use:
    """A use of a dead name in code: its 0-based row and column, and how it is written."""

    dead: Dead
    row: int
    column: int
    written: str


class Catalog:
    """All entries, as lookups need them."""

    def __init__(self, groups: list[dict]):
        self.names: dict[str, Dead] = {}
        self.methods: dict[str, Dead] = {}
        self.frame_methods: dict[str, Dead] = {}
        self.arguments: dict[tuple[str, str, str | None], Dead] = {}
        self.bare: dict[str, Dead] = {}
        self.words: dict[str, Dead] = {}
        for group in groups:
            self.add(group)

    def add(self, group: dict) -> None:
        self.names |= entries(group, "names")
        self.words |= entries(group, "words")
        for pattern, dead in entries(group, "methods").items():
            receiver, _, name = pattern.partition(".")
            place = self.methods if receiver == "*" else self.frame_methods
            place[re.sub(r"\(\)$", "", name)] = dead
        for pattern, dead in entries(group, "arguments").items():
            found = ARGUMENT.fullmatch(pattern)
            self.arguments[found["callable"], found["keyword"], found["value"]] = dead
        for name in group.get("bare", ()):
            self.bare[name] = self.by_last_part(name)

    def by_last_part(self, name: str) -> Dead:
        """The entry of a name without its module."""
        if name in self.methods:
            return self.methods[name]
        return next(dead for full, dead in self.names.items() if full.endswith(f".{name}"))

    @cached_property
    def last_parts(self) -> frozenset[str]:
        """What a text must hold at least one of, to use anything that is gone."""
        names = {name.rpartition(".")[2] for name in self.names}
        methods = {name.rstrip("[]").rpartition(".")[2] for name in self.methods}
        return frozenset(
            names | methods | set(self.frame_methods) | {key for _, key, _ in self.arguments}
        )

    def may_use(self, code: str) -> bool:
        """Whether a code holds a word of any entry: cheap, and asked first."""
        return not self.last_parts.isdisjoint(WORD.findall(code))

    @cached_property
    def word(self) -> re.Pattern[str]:
        return compiled("|".join(rf"\b{re.escape(word)}\b" for word in self.words))


def entries(group: dict, kind: str) -> dict[str, Dead]:
    """The entries of one kind in a group of the data file."""
    status = next(status for status in STATUSES if status in group)
    spellings = (group["package"], *group.get("also", ()))
    return {
        name: Dead(name, group["package"], spellings, status, group[status], group["year"], instead)
        for name, instead in group.get(kind, {}).items()
    }


@cache
def catalog() -> Catalog:
    """The data file, read once."""
    return Catalog(yaml.load(DATA.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


def uses(tree: ast.AST, aliases: dict[str, str]) -> Iterator[Use]:
    """The dead names that a program uses; `aliases` are the names it gives to modules."""
    inner = inner_parts(tree)
    for node in ast.walk(tree):
        match node:
            case ast.Import() | ast.ImportFrom():
                yield from imported(node)
            case ast.Attribute() if id(node) not in inner:
                yield from named(node, aliases)
        match node:
            case ast.Attribute():
                yield from method(node, aliases)
            case ast.Subscript(value=ast.Attribute(attr=name) as target):
                yield from use_of(catalog().methods.get(f"{name}[]"), target, f".{name}[…]")
            case ast.Call():
                yield from argument(node, aliases)


def inner_parts(tree: ast.AST) -> set[int]:
    """The attributes that are part of a longer dotted name."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute)
    }


def imported(node: ast.Import | ast.ImportFrom) -> Iterator[Use]:
    module = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
    if isinstance(node, ast.ImportFrom) and node.level:
        return
    found = set()
    for alias in node.names:
        dead = longest(f"{module}{alias.name}")
        if dead and dead not in found:
            found.add(dead)
            yield from use_of(dead, node, dead.name)


def named(node: ast.Attribute, aliases: dict[str, str]) -> Iterator[Use]:
    """A dotted name such as np.float or tf.contrib.layers."""
    if written := dotted(node):
        yield from use_of(longest(resolved(node, aliases)), node, written)


def method(node: ast.Attribute, aliases: dict[str, str]) -> Iterator[Use]:
    known = catalog()
    name = node.attr
    dead = known.methods.get(name)
    if isinstance(node.value, ast.Attribute):
        dead = dead or known.methods.get(f"{node.value.attr}.{name}")
    if name in known.frame_methods and is_frame(node.value, aliases):
        dead = known.frame_methods[name]
    yield from use_of(dead, node, f".{name}")


def is_frame(node: ast.expr, aliases: dict[str, str]) -> bool:
    """Whether a name holds a data frame, or is one that people give to data frames."""
    match node:
        case ast.Name(id=name) if name in aliases:
            return aliases[name].startswith(FRAMES)
        case ast.Attribute(attr=name) if f".{name}" in aliases:
            return False
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return bool(DATA_FRAME.fullmatch(name))
    return False


def argument(node: ast.Call, aliases: dict[str, str]) -> Iterator[Use]:
    """Keywords of a call, or their values, that are gone."""
    full = resolved(node.func, aliases)
    names = dict.fromkeys((full, ".".join(full.split(".")[-2:]), full.rpartition(".")[2]))
    for keyword in node.keywords:
        value = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
        for name in names:
            if dead := argument_entry(name, keyword.arg, value):
                yield from use_of(dead, keyword, dead.name)
                break


def argument_entry(name: str, keyword: str | None, value: object) -> Dead | None:
    known = catalog().arguments
    return known.get((name, keyword, None)) or (
        known.get((name, keyword, value)) if isinstance(value, str) else None
    )


def resolved(node: ast.expr, aliases: dict[str, str]) -> str:
    """The full name of what is called: lgb.train, model.fit and XGBClassifier().fit too."""
    match node:
        case ast.Attribute(value=ast.Call(func=maker), attr=name):
            return f"{resolved(maker, aliases)}.{name}"
        case ast.Attribute(attr=name) if not dotted(node):
            return name
    first, _, rest = dotted(node).partition(".")
    full = aliases.get(first, ALIASES.get(first, first))
    return f"{full}.{rest}" if rest else full


def use_of(dead: Dead | None, node: ast.AST, written: str) -> Iterator[Use]:
    if dead:
        yield Use(dead, node.lineno - 1, node.col_offset, written)


def longest(full: str) -> Dead | None:
    """The entry of a full name, or of a module that it is in."""
    names = catalog().names
    while full:
        if full in names:
            return names[full]
        full = full.rpartition(".")[0]
    return None


def dotted(node: ast.expr) -> str:
    """A dotted name as one text, "" for anything else."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(parts)]) if isinstance(node, ast.Name) else ""


def names_of_modules(tree: ast.AST) -> dict[str, str]:
    """The full names of what a program imports, and the class of each variable it makes."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found |= {alias.asname: alias.name for alias in names if alias.asname}
            case ast.ImportFrom(module=str(module), names=names, level=0):
                found |= {part.asname or part.name: f"{module}.{part.name}" for part in names}
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=maker)):
                made = resolved(maker, found)
                if MAKES.search(made):
                    found[name] = made
            case ast.Assign(targets=[ast.Name(id=name)]) if name in ALIASES:
                found[name] = ""
    return found | dict.fromkeys(lists_in(tree), "")


def lists_in(tree: ast.AST) -> Iterator[str]:
    """The variables, and `.name` of attributes, that start as lists: they grow by `append`."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if is_list(value):
                yield name
            case ast.Assign(targets=[ast.Attribute(attr=name)], value=value) if is_list(value):
                yield f".{name}"
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                pairs = zip(names, values, strict=False)
                yield from (n.id for n, v in pairs if isinstance(n, ast.Name) and is_list(v))


def is_list(node: ast.expr) -> bool:
    match node:
        case ast.List() | ast.ListComp() | ast.Call(func=ast.Name(id="list" | "deque")):
            return True
    return False
