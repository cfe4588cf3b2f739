"""The list of names that libraries dropped: complete entries, and names that are really gone."""

import ast
import importlib

import pytest
import yaml

from hooks.python_code.dead_names import DATA, STATUSES, catalog, longest, names_of_modules, uses

GROUPS = yaml.safe_load(DATA.read_text(encoding="utf-8"))
INSTALLED = ("numpy.", "scipy.", "sklearn.", "matplotlib.")


@pytest.mark.parametrize("group", GROUPS, ids=lambda g: f"{g['package']}-{g['year']}")
def test_every_entry_says_since_when_what_instead_and_where_that_stands(group):
    assert len([status for status in STATUSES if status in group]) == 1
    assert isinstance(group["year"], int)
    assert group["source"].startswith("https://")
    for kind in ("names", "methods", "arguments", "words"):
        for name, instead in group.get(kind, {}).items():
            assert isinstance(instead, str), name
            assert instead.strip(), name


def test_there_are_many_and_none_twice():
    names = [
        (kind, name)
        for group in GROUPS
        for kind in ("names", "methods", "arguments", "words")
        for name in group.get(kind, {})
    ]
    assert len(names) == len(set(names))
    assert len(names) >= 60


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, dead in catalog().names.items()
        if name.startswith(INSTALLED) and dead.status == "removed"
    ],
)
@pytest.mark.filterwarnings("ignore")  # importing what is deprecated warns
def test_what_is_said_to_be_gone_is_gone_in_the_installed_release(name):
    assert not is_there(name)


def is_there(name: str) -> bool:
    """Whether a full name can be imported or reached from what can."""
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:end]))
        except ImportError:
            continue
        return all_reached(found, parts[end:])
    return False


def all_reached(found: object, parts: list[str]) -> bool:
    for part in parts:
        try:
            found = getattr(found, part)
        except (AttributeError, ImportError):
            return False
    return True


def test_a_module_stands_for_everything_below_it():
    assert longest("sklearn.cross_validation.KFold") is longest("sklearn.cross_validation")
    assert longest("sklearn.model_selection") is None


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("import numpy as n\nn.float(3)", ["n.float"]),
        ("from sklearn import cross_validation", ["sklearn.cross_validation"]),
        ("import sklearn.grid_search", ["sklearn.grid_search"]),
        ("t = pd.read_csv(f)\nt.append(row)", [".append"]),
        ("t = []\nt.append(row)", []),
        ("from .scipy.misc import imread", []),
        ("tf = term / total\ntf.log", []),
        ("m = XGBRegressor()\nm.fit(X, early_stopping_rounds=3)",
         ["XGBRegressor.fit(early_stopping_rounds=)"]),
    ],
)  # fmt: skip
def test_uses(source, written):
    tree = ast.parse(source)
    assert [use.written for use in uses(tree, names_of_modules(tree))] == written
