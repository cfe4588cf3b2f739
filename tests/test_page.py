"""The page model: blocks, and where they stand in the author's file."""

from pathlib import PurePosixPath
from textwrap import dedent

import pytest

from hooks.page import head, inline_math, is_question_path, parse, plain

PAGE = dedent(
    """\
    ---
    level: beginner
    topics: [evaluation]
    ---

    # What is $F_1$?

    !!! abstract "Short answer"
        The harmonic mean
        of two numbers.

    ## In depth

    Two lines of
      one paragraph.

    $$
    F_1 = \\frac{2PR}{P + R}
    $$

    $$a = b$$

    | Metric | Value |
    |---|---|
    | Recall |  `0.2` |

    - A point
      goes on.
        - Nested.

    ``` python title="Sketch"
    x = 1
    ```

    ## Follow-up questions

    ??? question "Why?"
        Because.

        ``` text
        y = 2
        ```
    """
)


@pytest.fixture(scope="module")
def page():
    return parse(PurePosixPath("docs/beginner/f1-score.md"), PAGE)


def source_at(position, length):
    line, column = position
    return PAGE.splitlines()[line - 1][column - 1 : column - 1 + length]


def test_every_text_stands_where_the_page_says(page):
    for block in page.blocks:
        texts = [cell for row in block.rows for cell in row] if block.rows else [block.text]
        for text in texts:
            for offset, character in enumerate(text.content):
                if character != "\n":
                    assert source_at(text.position(offset), 1) == character, (block.kind, offset)


def test_kinds_in_order(page):
    assert " ".join(block.kind for block in page.blocks) == (
        "heading admonition paragraph heading paragraph math math table item item code "
        "heading admonition paragraph code"
    )


def test_front_matter_knows_its_lines(page):
    assert page.meta == {"level": "beginner", "topics": ["evaluation"]}
    assert page.meta_line == {"level": 2, "topics": 3}


@pytest.mark.parametrize(
    ("matter", "line", "message"),
    [
        ("a: [1\nb: 2", 3, "did not find expected"),
        ("date: 2023-02-31", 2, "day is out of range"),
        ("a: \x01", 2, "unacceptable character"),
        ("a: !!bool maybe", 2, "maybe"),
        ("- a", 2, "is not a list of"),
    ],
)
def test_front_matter_that_is_not_yaml_is_no_exception(matter, line, message):
    broken = parse(PurePosixPath("x.md"), f"---\n{matter}\n---\n")
    assert (broken.meta, broken.meta_line, broken.meta_error.line) == ({}, {}, line)
    assert message in broken.meta_error.message


def test_sections_hold_their_blocks(page):
    assert [section.title for section in page.sections] == ["In depth", "Follow-up questions"]
    assert len(page.sections[0].blocks) == 7
    assert {block.section for block in page.sections[1].blocks} == {"Follow-up questions"}


def test_title_and_short_answer_are_plain_text(page):
    assert page.title_text == "What is F_1?"
    assert page.short_answer_text == "The harmonic mean of two numbers."


def test_what_is_inside_an_admonition_knows_it(page):
    answer = page.blocks[-2]
    assert (str(answer.text), answer.within) == ("Because.", ("question Why?",))


def test_a_fence_knows_its_language_and_line(page):
    fences = [block for block in page.blocks if block.kind == "code"]
    assert [(fence.language, fence.line) for fence in fences] == [("python", 32), ("text", 41)]


def test_table_cells_know_their_column(page):
    table = next(block for block in page.blocks if block.kind == "table")
    assert [[str(cell) for cell in row] for row in table.rows] == [
        ["Metric", "Value"],
        ["Recall", "`0.2`"],
    ]
    assert table.rows[1][1].position(0) == (25, 13)


def test_what_a_comment_remarks_is_not_said():
    source = "A sum. <!-- wrong --> <!-- check: 1 = 1 -->\n\n| a |\n|---|\n| 1 <!-- no --> |\n"
    sum_, table = parse(PurePosixPath("page.md"), source).blocks
    assert sum_.text.content == "A sum. <!--       --> <!-- check: 1 = 1 -->"
    assert [cell.content for row in table.rows for cell in row][-1] == "1 <!--    -->"


def test_a_slice_keeps_its_position(page):
    text = page.blocks[4].text
    assert text.slice(13, 16).position(0) == text.position(13) == (15, 3)


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("$a$ and $b + c$", ["a", "b + c"]),
        ("it costs 5$ and 6$ more", []),
        ("`$a$` and <!-- $b$ --> and \\$c\\$", []),
        ("$\\text{a \\$ b}$", ["\\text{a \\$ b}"]),
    ],
)
def test_inline_math(text, formulas):
    assert [found[1] for found in inline_math(text)] == formulas


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**Bold** and `code` and *it*", "Bold and code and it"),
        ("[F1](f1-score.md) of $x$ [@powers2011]", "F1 of x"),
        ("Heading { #its-id }", "Heading"),
    ],
)
def test_plain(markdown, text):
    assert plain(markdown) == text


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("docs/beginner/f1-score.md", True),
        ("docs/beginner/index.md", False),
        ("docs/prepare/tomorrow.md", False),
        ("docs/beginner/more/f1-score.md", False),
        ("README.md", False),
    ],
)
def test_is_question_path(path, expected):
    assert is_question_path(PurePosixPath(path)) is expected


def test_the_head_of_a_page_has_its_front_matter_title_and_short_answer(page):
    start = parse(page.path, head(PAGE))
    assert (start.meta, start.title_text) == (page.meta, page.title_text)
    assert start.short_answer_text == page.short_answer_text
    assert "In depth" not in start.source


@pytest.mark.parametrize("code", ["```\n## no heading\n```", "<!--\n## no heading\n-->"])
def test_a_page_is_its_own_head_where_its_first_section_is_not_plain_to_see(code):
    source = f"{code}\n\n# Title\n\n## Section\n"
    assert head(source) == source


def test_find_says_where_a_text_stands(page):
    assert page.find("$F_1$") == (6, 11)
    assert page.find("not there") == (1, 1)


@pytest.mark.parametrize("source", ["", "text", "---\n---\n", "## Alone", "# Title"])
def test_a_page_with_next_to_nothing_parses(source):
    page = parse(PurePosixPath("docs/beginner/x.md"), source)
    assert len(page.sections) == source.count("## ")
    assert page.short_answer == ()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("TN 8 910. A", "TN 8,910. A"),
        ("2 × 1 024 × 1 024", "2 × 1,024 × 1,024"),
        ("85 200/250 000 of", "85,200/250,000 of"),
        ("a 1 024-bit key, 1 234.5 kg", "a 1,024-bit key, 1,234.5 kg"),
        ("1\u202f024 and 3\u00a0072 units", "1,024 and 3,072 units"),
        ("0.7 56 14 44 886 0.800", "0.7 56 14 44 886 0.800"),
        ("in 2019 100 users", "in 2019 100 users"),
        ("8 910 of 12,000", "8 910 of 12,000"),  # the page groups by commas
    ],
)
def test_digits_are_grouped_by_plain_spaces_where_no_number_has_commas(written, read):
    source = f"{written}\n\n| a |\n|---|\n| {written} |\n"
    paragraph, table = parse(PurePosixPath("x.md"), source).blocks
    assert str(paragraph.text) == str(table.rows[1][0]) == read


def test_a_block_knows_the_last_title_above_it_in_its_section():
    page = parse(
        PurePosixPath("x.md"),
        "# A\n\nOne.\n\n## B\n\n### C\n\nTwo.\n\n**Dogs?**\n\n- Three.\n\n**Four** goes on.\n\n"
        "## E\n\nFive.\n",
    )
    topics = {str(block.text): block.topic for block in page.blocks if block.kind != "heading"}
    assert topics == {
        "One.": "",
        "Two.": "C",
        "**Dogs?**": "**Dogs?**",
        "Three.": "**Dogs?**",
        "**Four** goes on.": "**Dogs?**",
        "Five.": "",
    }
