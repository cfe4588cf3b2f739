"""The lint's command line: what it prints, and how it exits."""

import json
from textwrap import dedent

import pytest

from hooks import lint
from hooks.rules import RULES

WRONG = "# A page\n\nSo 1 + 1 gives: 1 + 1 = 3.\n"


@pytest.fixture
def wrong(tmp_path):
    file = tmp_path / "notes.md"
    file.write_text(WRONG)
    return str(file)


def test_clean_files_exit_with_0(tmp_path, capsys):
    file = tmp_path / "notes.md"
    file.write_text("# A page\n\nThe sum 1 + 1 = 2 is right.\n")
    assert lint.main([str(file)]) == 0
    assert capsys.readouterr().out == ""


def test_findings_exit_with_1_and_name_line_and_column(wrong, capsys):
    assert lint.main([wrong]) == 1
    out = capsys.readouterr().out
    assert out.startswith(f"{wrong}:3:25: ")
    assert out.endswith("[arithmetic]\n")


def test_a_page_outside_the_guide_needs_no_front_matter(wrong, capsys):
    lint.main([wrong])
    assert "front-matter" not in capsys.readouterr().out


def test_json(wrong, capsys):
    lint.main([wrong, "--format", "json"])
    (finding,) = json.loads(capsys.readouterr().out)
    assert finding["path"] == wrong
    assert (finding["line"], finding["column"], finding["rule"]) == (3, 25, "arithmetic")


def test_github_annotations_escape_their_text():
    finding = lint.Finding("a,b:c.md", 1, 2, "20% is\nwrong", "arithmetic")
    assert lint.as_github([finding]) == (
        "::error file=a%2Cb%3Ac.md,line=1,col=2,title=arithmetic::20%25 is%0Awrong"
    )


def test_select_and_ignore(wrong):
    assert lint.main([wrong, "--select", "links,related"]) == 0
    assert lint.main([wrong, "--ignore", "arithmetic"]) == 0
    assert lint.main([wrong, "--select", "arithmetic"]) == 1


def test_list_names_every_rule_in_order(capsys):
    assert lint.main(["--list"]) == 0
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert names == [rule.NAME for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.NAME)
def test_explain_prints_the_rules_page(rule, capsys):
    assert lint.main(["--explain", rule.NAME]) == 0
    assert capsys.readouterr().out == f"# {rule.NAME}\n\n{dedent(rule.__doc__).strip()}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["no-such-file.md"], "no-such-file.md: there is no such file or folder"),
        (["--select", "arithmetics"], "there is no rule `arithmetics`"),
        (["--explain", "x"], "there is no rule `x`"),
    ],
)
def test_wrong_usage_exits_with_2_and_one_line(arguments, message, capsys):
    assert lint.main(arguments) == 2
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1


def test_a_file_that_is_not_utf_8_exits_with_2(tmp_path, capsys):
    file = tmp_path / "latin.md"
    file.write_bytes("caf\xe9".encode("latin-1"))
    assert lint.main([str(file)]) == 2
    assert "save the file as UTF-8" in capsys.readouterr().err


def test_the_guide_itself_is_clean(capsys):
    assert lint.main([]) == 0, capsys.readouterr().out
