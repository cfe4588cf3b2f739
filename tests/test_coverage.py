"""What is known of each number in the answers."""

import re
from collections import Counter
from fractions import Fraction
from pathlib import PurePosixPath

import pytest

from hooks import badge, lint, on_trust
from hooks.coverage import coverage, known_share, share, totals, written
from hooks.guide import Guide
from hooks.page import parse
from tests.conftest import ROOT

SNIPPET = "beginner/precision-recall"


@pytest.fixture(scope="module")
def guide():
    return Guide(ROOT)


def page(source: str):
    return parse(PurePosixPath("docs/beginner/x.md"), source)


def numbers(source: str) -> list[str]:
    return [number.written for number in written(page(source))]


def statuses(source: str, guide) -> dict[str, str]:
    return {c.number.written: c.status for c in coverage(page(source), guide)}


def test_numbers_are_those_of_prose_lists_tables_formulas_and_drawn_tables():
    source = (
        "Of 1,000 cases 2.5% fail.\n\n- 16 are here\n\n| a | b |\n| - | - |\n| 31 | .5 |\n\n"
        "$$\nx = \\frac{41}{2}\n$$\n\n```text\n51 | 52\n```\n\n``` confusion-matrix\nTP: 61\n```\n"
    )
    expected = ["1,000", "2.5%", "16", "31", ".5", "41", "2", "51", "52", "61"]
    assert numbers(source) == expected


def test_code_names_indices_addresses_and_references_hold_no_numbers():
    source = (
        "F1, GPT-4, L2, x₁, $x_1^2$, `n=5`, version 3.11.2, [one](two3.md), https://a.b/77,\n"
        "[@powers2011].\n\n```python\nx = 8\n```\n\n## References\n\n- [@powers2011], section 9\n"
    )
    assert numbers(source) == []


def test_a_number_stands_at_its_line_and_column():
    (number,) = written(page("- One\n- **Two** is 0.25.\n"))
    assert (number.line, number.column, number.end) == (2, 14, 18)


def test_what_a_rule_computed_is_checked_and_what_it_computed_from_is_given(guide):
    found = statuses("The recall is 13/52 = 0.25, and 77 is another number.\n", guide)
    assert found == {"13": "given", "52": "given", "0.25": "checked", "77": "unchecked"}


def test_a_restatement_counts_as_what_it_restates_unless_it_is_one_digit(guide):
    source = "First 12/48 = 25%.\n\nLater, 25% of 48, or 0.25 of them, and 5 more: 2 + 3 = 5.\n"
    found = [(c.number.line, c.number.written, c.status) for c in coverage(page(source), guide)]
    assert (3, "25%", "checked") in found
    assert (3, "0.25", "checked") in found
    assert (3, "48", "given") in found


def test_one_digit_is_given_where_its_section_computes_with_it(guide):
    source = "## A\n\nSo 3 × 7 = 21, with 3.\n\n## B\n\nAnd 3 of 7.\n"
    found = [(c.number.line, c.number.written, c.status) for c in coverage(page(source), guide)]
    assert found[3] == (3, "3", "given")
    assert found[4:] == [(7, "3", "unchecked"), (7, "7", "unchecked")]


def test_what_the_page_prints_is_checked(guide):
    line = (ROOT / "snippets" / f"{SNIPPET}.out").read_text(encoding="utf-8")
    printed = re.search(r"\d\.\d\d+", line)[0]
    embed = f'``` text\n--8<-- "{SNIPPET}.out"\n```\n'
    assert statuses(f"It prints {printed}.\n", guide) == {printed: "unchecked"}
    assert statuses(f"It prints {printed}.\n\n{embed}", guide) == {printed: "checked"}


def test_what_the_programs_of_the_page_compute_with_is_given(guide):
    embed = '``` python\n--8<-- "beginner/bias-variance-tradeoff.py:data"\n```\n'
    line = "The program draws 20,000 sets, of 0 points, and 77.\n"
    assert statuses(line, guide)["20,000"] == "unchecked"
    expected = {"20,000": "given", "0": "unchecked", "77": "unchecked"}
    assert statuses(f"{line}\n{embed}", guide) == expected
    assert statuses(f"## Try it\n\n20,000 sets.\n\n{embed}", guide) == {"20,000": "given"}
    assert statuses(f"It costs 20,000 dollars.\n\n{embed}", guide) == {"20,000": "unchecked"}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("### Limit 2: at degree 3, cluster 0 beside slot 9\n", []),
        ("As of 2026 it holds, as of May 2026 too, and as of 3 May 2026 as well.\n", []),
        ("As of old, in 2026.\n", ["2026"]),
        ("At 7 o'clock in UTC−8 and UTC+2.\n", ["7"]),
        ("For 0-1 loss and 0/1 loss, not 0-1 scaling.\n", ["0", "1"]),
        ("Power is $1 - \\beta$ and the rate $0 < \\eta < 2/\\beta$.\n", []),
        ("A half is $\\frac{1}{2}$.\n", ["1", "2"]),
    ],
)
def test_names_dates_of_statements_and_formulas_with_greek_symbols_state_none(source, expected):
    assert numbers(source) == expected


def test_a_sentence_with_a_source_is_cited_and_its_neighbor_is_not(guide):
    source = "In 2017 it won [@powers2011]. In 2018 it lost.\n"
    assert statuses(source, guide) == {"2017": "cited", "2018": "unchecked"}


def test_what_restates_a_cited_number_is_cited_unless_it_is_one_digit(guide):
    source = "It ended in 2024, in 3 steps [@powers2011].\n\nSince 2024, or 2023, 3 remain.\n"
    found = [(c.number.written, c.status) for c in coverage(page(source), guide)]
    assert found[:2] == [("2024", "cited"), ("3", "cited")]
    assert found[2:] == [("2024", "cited"), ("2023", "unchecked"), ("3", "unchecked")]


def test_a_source_covers_the_formula_or_list_that_its_sentence_introduces(guide):
    formula = "$$\ny = 31\n$$\n\n- 41\n"
    assert statuses(f"It is defined so [@powers2011]:\n\n{formula}", guide)["31"] == "cited"
    assert statuses(f"It is defined so [@powers2011].\n\n{formula}", guide)["41"] == "unchecked"


def test_shares_and_totals_add_up(guide):
    counts = share(coverage(page("13/52 = 0.25 and 77.\n"), guide))
    assert dict(counts) == {"given": 2, "checked": 1, "unchecked": 1}
    assert known_share(counts) == Fraction(3, 4)
    assert known_share(Counter()) == 1
    *_, last = totals({"a": counts, "b": counts})
    assert last.split() == ["all", "8", "2", "4", "0", "2", "75.0%"]


def test_the_command_lists_every_number_and_the_pages(tmp_path, capsys):
    file = tmp_path / "notes.md"
    file.write_text("So 13/52 = 0.25, and 77.\n")
    assert lint.main(["--coverage", "--", str(file)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert f"{file}:1:12: 0.25 checked [arithmetic]" in lines
    assert f"{file}:1:22: 77 unchecked" in lines
    assert lines[-1].split()[-1] == "75.0%"


def test_the_badge_says_no_more_than_is_true_and_little_less(guide):
    percent = int(re.search(r"(\d+)%", (ROOT / badge.FILE).read_text(encoding="utf-8"))[1])
    actual = badge.known(guide) * 100
    assert actual - 5 < percent <= actual, "run `make coverage`"


def test_nine_in_ten_numbers_of_the_guide_are_checked_given_or_cited(guide):
    assert badge.known(guide) >= Fraction(9, 10)


def test_no_number_of_the_guide_is_taken_on_trust_unseen(guide):
    known = on_trust.listed(ROOT)
    new, gone = [], []
    for page in guide.questions:
        found = on_trust.on_trust(page, guide)
        listed = known.pop(str(page.path), Counter())
        counted = Counter({number: len(lines) for number, lines in found.items()})
        new += [f"{page.path}:{found[number]}: {number}" for number in counted - listed]
        gone += [f"{page.path}: {number}" for number in listed - counted]
    assert not new, f"mend these or give them a check; else `make coverage` lists them: {new}"
    assert not gone, f"`make coverage` takes these off the list: {gone}"
    assert not known, f"there is no such page: {list(known)}"


def test_a_mistyped_number_that_the_program_prints_is_taken_on_trust(guide):
    embed = f'``` text\n--8<-- "{SNIPPET}.out"\n```\n'
    output = (ROOT / "snippets" / f"{SNIPPET}.out").read_text(encoding="utf-8")
    number = re.search(r"\d\.\d\d+", output)[0]
    mistyped = number.replace(number[-1], "7" if number[-1] != "7" else "3")
    assert mistyped not in output
    right, wrong = (page(f"It is {said}.\n\n{embed}") for said in (number, mistyped))
    assert on_trust.on_trust(right, guide) == {}
    assert on_trust.on_trust(wrong, guide) == {mistyped: [1]}
