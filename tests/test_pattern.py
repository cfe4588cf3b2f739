"""Every pattern of the hooks is compiled here, so that a wrong one does not wait for a page."""

import importlib
import re
from pathlib import Path

import pytest

from hooks.pattern import METHODS, Pattern

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(
    ".".join(file.relative_to(ROOT).with_suffix("").parts)
    for file in (ROOT / "hooks").rglob("*.py")
    if "hooks.pattern import" in file.read_text(encoding="utf-8")
)


def test_a_pattern_is_what_re_compiles():
    digits = Pattern(r"\d+")
    assert digits.search("a 12").group() == "12"
    assert digits.sub("n", "1 and 2") == "n and n"
    assert Pattern("A", re.I).fullmatch("a")
    assert all(callable(getattr(Pattern("x"), method)) for method in METHODS)


def test_a_pattern_is_compiled_at_its_first_use():
    wrong = Pattern("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_a_pattern_has_no_other_attributes():
    assert not hasattr(Pattern("x"), "groupindex")


@pytest.mark.parametrize("module", MODULES)
def test_every_pattern_compiles(module):
    for value in vars(importlib.import_module(module)).values():
        if isinstance(value, Pattern):
            value.search("")
