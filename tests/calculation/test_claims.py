"""Where equality chains begin and end in a page, and where their members stand."""

from pathlib import PurePosixPath

import pytest

from hooks.calculation.claims import chains
from hooks.page import parse

# "?" marks a doubtful member, "_" one that could not be read, or a first one without a number;
# what can't hold two numbers is no chain
CHAINS = [
    ("The recall is 10/50 = 0.2, which is low.", ["10/50 = 0.2"]),
    ("Recall = TP / (TP + FN) = 10/50 = 20%", ["_ = 10/50 = 20%"]),
    ("Recall = 10/50 = 20% of the data", ["_ = 10/50 = 20%"]),
    ("so $P = 0.2$ and $R = 0.3$", ["_ = 0.2", "R = 0.3"]),
    ("Recall = $\\frac{10}{50}$ = 0.2", ["_ = 10/50 = 0.2"]),
    ("$\\frac{10}{45} \\approx 0.222$, i.e. more", ["10/45 ≈ 0.222"]),
    ("We get 2 + 3 = 5, so 4 = 2 × 2.", ["2 + 3 = 5", "4 = 2 × 2"]),
    ("(10/50 = 0.2) is low", ["10/50 = 0.2"]),
    ("about 10/3 = roughly 3.3", ["10/3 ≈ 3.3"]),
    ("10/3 = ~3.3", ["10/3 ≈ 3.3"]),
    ("p = 0.05 < 0.1", ["_ = 0.05 < 0.1"]),
    ("x = 1, 2, 3", []),
    ("n = 10 and k = 3", ["_ = 10", "k = 3"]),
    ("P = 10/45 = 0.22 R = 10/50 = 0.2", ["_ = 10/45 = 0.22", "_ = 10/50 = 0.2"]),
    ("P = 10/45 = 0.22\nR = 10/50 = 0.2", ["_ = 10/45 = 0.22", "R = 10/50 = 0.2"]),
    ("Recall\n= 10/50\n= 0.2", ["_ = 10/50 = 0.2"]),
    ("1.5 GB = 1,500 MB = 1.5", ["1.5 GB = 1,500 MB = 1.5"]),
    ("60 × 60 = 3,600 seconds flat", ["60 × 60 = 3,600 seconds"]),
    ("10/50 = 0.2 (20%)", ["10/50 = 0.2 = 20%"]),
    ("P(X = 3) = 1/6", ["_ = 3", "_ = 1/6"]),
    ("f(x=2) = 4", ["_ = 2", "_ = 4"]),
    ("a == b, x += 1, 3 ≠ 4, y := 2 and 10 / 5 = 2", ["10/5 = 2"]),
    ("[10/50](https://example.org/?a=1=2) = 0.2", ["10/50 = 0.2"]),
    ("![1 = 2](x.png) <span title='3=4'>2 × 3 = 6</span>", ["2 × 3 = 6"]),
    ("`2 * 3 = 6` and 3 + 4 = 7", ["2 × 3 = 6", "3 + 4 = 7"]),
    ("Precision = `16 / 40` = 0.4", ["_ = 16/40 = 0.4"]),
    ("$x = 2$ $y = 3 + 4$", ["_ = 2", "y = 3 + 4"]),
    ("\\(p = \\frac{6}{10} = 0.6\\)", ["_ = 6/10 = 0.6"]),
    ("$$2 \\times 3 = 6$$", ["2 × 3 = 6"]),
    ("``` math\n2 \\times 3 = 6\n```", ["2 × 3 = 6"]),
    ("$$\n\\begin{aligned}\nx &= 2 \\times 3 \\\\\n&= 6\n\\end{aligned}\n$$", ["_ = 2 × 3 = 6"]),
    ("$$\n\\begin{aligned}\nx &= 1 + 2 \\\\\n&\\quad + 3 \\\\\n&= 6\n\\end{aligned}\n$$",
     ["_ = 1 + 2 + 3 = 6"]),
    ("$$\n\\begin{aligned}\nP &= 0.2 & R &= 0.3 \\\\\nS &= 0.4\n\\end{aligned}\n$$",
     ["_ = 0.2", "S = 0.4", "R = 0.3"]),
    ("$$\n2 \\times 3\n$$\n\n$$\n= 6\n$$", ["2 × 3 = 6"]),
    ("| a |\n| --- |\n| 10/50 = 0.2 |\n| = 3 + 4 |", ["10/50 = 0.2"]),
    # doubtful members
    ("the sum of 2 and 3 = 5", ["?3 = 5"]),
    ("twice 5 = 10", ["?5 = 10"]),
    ("3 plus 4 = 7", ["3 + 4 = 7"]),
    ("1 in 5 = 20%", ["?5 = 20%"]),
    ("10 out of 50 = 20%", ["?50 = 20%"]),
    ("10/50 = 1 in 5", ["10/50 = ?1"]),
    ("5 = 5 squared", ["5 = 5^2"]),
    ("28 = 8 bytes for one + 20 bytes", ["28 = ?8 bytes"]),
    ("5 = 2 + 3!", ["5 = ?2 + 3!"]),
    ("2020 3 + 4 = 7", ["?3 + 4 = 7"]),
    ("1,5 × 2 = 3", ["?5 × 2 = 3"]),
    ("1.2 = +20%", ["1.2 = ?20%"]),
    ("grade 1 = 90%", ["?1 = 90%"]),
]  # fmt: skip

NOTHING = [
    "No relation here, 10/50 and 0.2.",
    "Only one number: x = 3",
    "``` python\n2 + 2 = 5\n```",
    "``` console\n2 + 2 = 5\n```",
    "<div data-x='1=2'>2 = 3</div>",
    "<!-- 2 + 2 = 5 -->",
]


def read(source):
    return chains(parse(PurePosixPath("page.md"), source))


def shown(chain):
    parts = []
    for member in chain.members:
        mark = "?" if member.doubtful else ""
        parts += [member.relation, f"{mark}{member}" if str(member) else "_"]
    return " ".join(part for part in parts if part)


def calculations(source):
    return [shown(chain) for chain in read(source)]


@pytest.mark.parametrize(("source", "expected"), CHAINS)
def test_chains_begin_and_end_where_prose_does(source, expected):
    assert calculations(source) == expected


@pytest.mark.parametrize("source", NOTHING)
def test_what_holds_no_chain_yields_none(source):
    assert calculations(source) == []


def test_members_know_their_line_and_column():
    source = """\
---
level: beginner
---

# Half: 1/2 = 0.5

Text, and then
the recall is **10/50** =
0.25 here.

- item with $\\frac{1}{2} = 0.6$

!!! note "Now 1 + 1 = 3"
    Inside 2 + 2 = 4.

| x | y |
| --- | --- |
| a | 3 × 3 = 9 |

$$
\\begin{aligned}
x &= 1 + 1 \\\\
  &= 2
\\end{aligned}
$$
"""
    lines = source.splitlines()
    places = [m.position for chain in read(source) for m in chain.members]
    starts = [lines[line - 1][column - 1 :] for line, column in places]
    assert [start.split()[0] for start in starts] == [
        "1/2", "0.5", "10/50**", "0.25", "\\frac{1}{2}", "0.6$", "1", "3\"",
        "2", "4.", "3", "9", "x", "1", "2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "called_wrong"),
    [
        ("It is wrong that 2 + 2 = 5.", True),
        ("That is right. A mistake is 2 + 2 = 5, of course.", True),
        ("A mistake is common. So 2 + 2 = 5.", False),
        ("~~2 + 2 = 5~~", True),
        ("False positives: 2 + 2 = 5", False),
    ],
)
def test_a_sentence_can_call_its_chain_wrong(source, called_wrong):
    (chain,) = read(source)
    assert chain.is_called_wrong == called_wrong


def test_chains_in_code_spans_say_so():
    assert [chain.code for chain in read("`7 // 2 = 3 + 0` and 3 + 0 = 3")] == [True, False]


@pytest.mark.parametrize(
    "source",
    ["1=" * 5000 + "1", "(" * 3000 + "1 = 2", "$" + "{" * 3000 + "1 = 2$", "`" * 3000 + " 1 = 2",
     r"\(" * 3000 + "1 = 2", "1+" * 5000 + "1 = 2", "2 = " + "−" * 3000 + "1"],
    ids=["relations", "brackets", "groups", "ticks", "delimiters", "terms", "signs"],
)  # fmt: skip
def test_no_text_is_too_much(source):
    assert len(read(source)) <= 5000
