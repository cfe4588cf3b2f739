"""The lint's command line: what it prints, and how it exits."""

import json
from textwrap import dedent

import pytest

from hooks import lint
from hooks.rules import RULES, bayes

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


def test_a_number_that_two_rules_find_wrong_is_named_once(tmp_path, capsys):
    file = tmp_path / "notes.md"
    file.write_text("TP = 8 and FN = 2, so recall = 8/(8 + 2) = 0.9.\n")
    assert lint.main([str(file)]) == 1
    assert [line.split()[-1] for line in capsys.readouterr().out.splitlines()] == ["[arithmetic]"]
    lint.main([str(file), "--ignore", "arithmetic"])
    assert "[confusion-matrix]" in capsys.readouterr().out


def test_a_rule_that_breaks_off_says_so_and_the_others_go_on(wrong, capsys, monkeypatch):
    def breaks(page, guide):
        raise ValueError("invalid literal")

    monkeypatch.setattr(bayes, "check", breaks)
    assert lint.main([wrong]) == 1
    said = capsys.readouterr().out
    assert "the rule broke off (ValueError: invalid literal)" in said
    assert "[bayes]" in said
    assert "[arithmetic]" in said


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


def test_bytes_that_are_not_utf_8_are_a_finding_at_their_place(tmp_path, capsys):
    file = tmp_path / "latin.md"
    file.write_bytes("# Menu\n\nA caf\xe9\n".encode("latin-1"))
    assert lint.main([str(file)]) == 1
    out = capsys.readouterr().out
    assert out.startswith(f"{file}:3:6: this is not UTF-8; save the file as UTF-8")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_ends_of_lines_and_a_byte_order_mark_change_no_position(end, mark, tmp_path, capsys):
    file = tmp_path / "notes.md"
    file.write_bytes((mark + WRONG).replace("\n", end).encode())
    assert lint.main([str(file)]) == 1
    assert capsys.readouterr().out.startswith(f"{file}:3:25: ")


def test_pages_of_another_guide_meet_its_vocabulary(tmp_path, capsys):
    (tmp_path / "docs/beginner").mkdir(parents=True)
    (tmp_path / "references.yml").write_text("{}\n")
    (tmp_path / "vocabulary.yml").write_text(
        "\n".join(
            f"{kind}:\n  beginner:\n    title: T\n    summary: S."
            for kind in ("sections", "levels", "topics", "roles")
        )
    )
    file = tmp_path / "docs/beginner/x.md"
    file.write_text("---\ntopics: [evaluation]\n---\n\n# What?\n")
    lint.main([str(file)])
    assert "docs/beginner/x.md:2:" in capsys.readouterr().out


def test_a_docs_folder_that_is_no_guide_meets_the_rules_for_any_markdown(tmp_path, capsys):
    file = tmp_path / "docs/beginner/x.md"
    file.parent.mkdir(parents=True)
    file.write_text(WRONG)
    assert lint.main([str(file)]) == 1
    assert capsys.readouterr().out.count("\n") == 1


def test_many_pages_are_linted_like_one(tmp_path, capsys):
    for number in range(60):
        (tmp_path / f"{number:02}.md").write_text(f"So 1 + {number} = {number + number % 2}.\n")
    assert lint.main([str(tmp_path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0][-5:-3] for line in lines] == [f"{n:02}" for n in range(0, 60, 2)]


def test_the_guide_itself_is_clean(capsys):
    assert lint.main([]) == 0, capsys.readouterr().out
