"""Every pattern of the hooks is compiled here, so that a wrong one does not wait for a page."""

import importlib
import re
import sys
from pathlib import Path

import pytest

import hooks.pattern
from hooks.pattern import METHODS, Codes, Pattern, made, parts

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
def test_every_pattern_compiles_to_what_re_makes_of_it(module):
    for value in vars(importlib.import_module(module)).values():
        if isinstance(value, Pattern):
            value.search("")
            pattern, flags = value.pattern, int(value.given_flags)
            assert made(pattern, parts(pattern, flags)) == re.compile(pattern, flags)


# -- kept between runs ----------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def byte_code_is_written(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def is_not_compiled(monkeypatch):
    """Fails where a pattern is compiled."""

    def compile(*_):
        raise AssertionError("compiled again")

    def forbid():
        monkeypatch.setattr(hooks.pattern, "parts", compile)
        monkeypatch.setattr(re, "compile", compile)

    return forbid


def test_a_pattern_is_compiled_once_for_all_runs(tmp_path, is_not_compiled):
    first = Codes(tmp_path / "cache" / "pattern.codes")
    expected = first.compiled(r"(?P<word>[a-z]+) (\d+)?", 0)
    first.save()
    is_not_compiled()
    found = Codes(first.file).compiled(r"(?P<word>[a-z]+) (\d+)?", 0)
    assert found == expected
    assert found.search("in 1763")["word"] == "in"


def test_a_pattern_has_a_code_for_each_of_its_flags(tmp_path):
    codes = Codes(tmp_path / "pattern.codes")
    assert not codes.compiled("a", 0).search("A")
    assert codes.compiled("a", int(re.I)).search("A")


def test_nothing_is_written_where_nothing_is_new(tmp_path):
    codes = Codes(tmp_path / "pattern.codes")
    codes.compiled("a", 0)
    codes.save()
    again = Codes(codes.file)
    again.compiled("a", 0)
    codes.file.unlink()
    again.save()
    assert not codes.file.exists()


def test_patterns_are_kept_only_where_byte_code_is(tmp_path, monkeypatch):
    codes = Codes(tmp_path / "pattern.codes")
    codes.compiled("a", 0)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    codes.save()
    assert not codes.file.exists()
    assert Codes(None).compiled("a", 0) == re.compile("a")


@pytest.mark.parametrize("content", [b"", b"?", b"\xe9\x00", b"N", b"i\x01\x00\x00\x00"])
def test_a_damaged_file_is_done_without(tmp_path, content):
    file = tmp_path / "pattern.codes"
    file.write_bytes(content)
    assert Codes(file).compiled("a+", 0).search("baa").group() == "aa"


def test_what_another_python_kept_is_not_used(tmp_path, monkeypatch):
    codes = Codes(tmp_path / "pattern.codes")
    codes.compiled("a", 0)
    codes.save()
    monkeypatch.setattr(sys, "version", "4.0")
    assert not Codes(codes.file).of


def test_a_file_that_cannot_be_written_is_done_without(tmp_path):
    (tmp_path / "file").write_text("")
    codes = Codes(tmp_path / "file" / "pattern.codes")
    codes.compiled("a", 0)
    codes.save()
    assert not codes.has_changed


@pytest.mark.parametrize("error", [ImportError, AttributeError, TypeError])
def test_where_re_is_another_inside_patterns_are_compiled(tmp_path, monkeypatch, error):
    def fail(*_):
        raise error

    monkeypatch.setattr(hooks.pattern, "parts", fail)
    assert Codes(tmp_path / "pattern.codes").compiled("a", 0) == re.compile("a")


def test_a_code_that_re_does_not_make_is_not_trusted(tmp_path, monkeypatch):
    monkeypatch.setattr(hooks.pattern, "made", lambda *_: re.compile("another"))
    assert Codes(tmp_path / "pattern.codes").compiled("a", 0) == re.compile("a")
