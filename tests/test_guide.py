"""The guide reads what is asked for, and says where it can't."""

import pytest
import yaml

from hooks.guide import Entries, Unreadable
from tests.conftest import ROOT


def entries(folder, text: str) -> Entries:
    (folder / "list.yml").write_text(text, encoding="utf-8")
    return Entries(folder / "list.yml")


def test_the_entries_of_a_file_are_those_that_yaml_reads():
    file = ROOT / "references.yml"
    assert dict(Entries(file)) == yaml.safe_load(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "a: {x: 1}\n# between\nb:\n  x: 2\n",
        "---\na: &it {x: 1}\nb: *it\n",
        '"a": {x: 1}\nb: {x: 2}\n',
        "{a: {x: 1}, b: {x: 2}}\n",
        "a:\n  x: |\n    one\n\n    two\nb: {}\n",
        "a: {x: 1}\na: {x: 2}\nb: {}\n",
        "",
        "# nothing yet\n",
    ],
)
def test_any_form_of_a_file_is_read(tmp_path, text):
    assert dict(entries(tmp_path, text)) == (yaml.safe_load(text) or {})


def test_an_entry_that_is_wrong_is_told_when_it_is_needed(tmp_path):
    found = entries(tmp_path, "good: {x: 1}\n\nbad: [1\nlast: 2\n")
    assert found["good"] == {"x": 1}
    for key in ("bad", "none"):
        with pytest.raises(Unreadable, match=r"list\.yml:4:"):
            found[key]
