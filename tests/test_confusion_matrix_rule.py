"""The rule confusion-matrix on single statements: what is checked, found, and left alone.

Each statement stands alone below the matrix TP 10, FN 40, FP 35, TN 15. Pages as a whole, with
several matrices, tables and scenarios, are the fixtures.
"""

import random
import re
from fractions import Fraction
from itertools import count
from pathlib import Path, PurePosixPath
from textwrap import dedent

import pytest

from hooks.classifiers.matrix import ConfusionMatrix
from hooks.classifiers.matrix_source import counts, from_counts, read
from hooks.page import Question, parse
from hooks.rules import confusion_matrix

MATRIX = """\
# Title

## Section

``` confusion-matrix
TP: 10
FN: 40
FP: 35
TN: 15
```

"""
FIXTURES = Path(__file__).parent / "fixtures" / "rules" / "confusion-matrix"

RIGHT = [
    "Recall is 20%.",
    "The recall of the model is 20 percent.",
    "The model's recall is only 0.2.",
    "recall=.2, precision=.222",
    "Recall: 20% — precision: 22% — F1: 21%",
    "Recall 0.2 / precision 0.222 / F1 0.21",
    "Recall is 20 % (10 of 50), precision 22 % (10 of 45).",
    "Recall is 1/5, precision 2/9, F1 4/19.",
    "Recall is 1 − FNR = 1 − 0.8 = 0.2.",
    "TPR = recall = sensitivity = 10/50 = 0.2",
    "Recall, or sensitivity, is 10 out of 50, so 20%.",
    "Precision (also called PPV) is 10/45, that is 22.2%.",
    "Precision is about 22%.",
    "Precision is roughly 20%.",
    "Precision is ~0.2.",
    "Precision P = 10/45 ≈ 0.22.",
    "Precision is 22.2%, up from 15% last month.",
    "Precision = 10/(10 + 35) ≈ 0.22 (22%)",
    "Precision = TP/(TP + FP) = 10 / (10 + 35) = 0.222",
    "The false-positive rate (fall-out) is 35/50 = 70%.",
    "FPR = 1 − specificity = 1 − 0.30 = 0.70",
    "F1 = 2 · 0.222 · 0.2 / (0.222 + 0.2) = 0.21",
    "F₁ = 0.21, F₂ = 0.204, F0.5 = 0.217",
    r"$F_1 = 2\cdot\frac{P \cdot R}{P + R} = 2\cdot\frac{0.22\cdot0.20}{0.22+0.20} = 0.21$",
    r"$F_{\beta=2} = 0.204$ and $F_{0.5} = 0.217$",
    r"\( \text{Recall} = \frac{10}{50} = 0.2 \)",
    r"\[ \text{Recall} = \frac{10}{50} = 0.2 \]",
    r"$$\text{Recall} = 10/50 = 20\,\%$$",
    r"$\mathrm{LR}^{+} = 0.2/0.7 = 0.286$",
    "Accuracy = (10 + 15)/100 = 0.25 or 25%",
    "Step 4: Recall = 10 / (10 + 40) = 10 / 50 = 20.0%",
    "Recall is 20%, so 80% of the positives are missed.",
    "Recall is 20%, well below the 80% that the team wanted.",
    "Recall = 0.20 (95% CI 0.10–0.34)",
    "Recall: 20% (target: 80%).",
    "Recall asks how many positives were found: 10/50 = 0.2.",
    "Precision, recall and F1 are 22.2%, 20% and 21.05%, respectively.",
    "MCC = (10 × 15 − 35 × 40)/√(45 × 50 × 50 × 55) = −0.503",
    "Recall (20%) is lower than the false-positive rate (70%).",
    "Both precision (22.2%) and recall (20%) are poor.",
    "The accuracy comes out at 25%, and the error rate at 75%.",
]

# A statement and the number in it that the finding points to.
WRONG = [
    ("Recall is 25%.", "25%"),
    ("The recall of the model is 22 percent.", "22 percent"),
    ("The model's recall is only 0.3.", "0.3"),
    ("recall=.2, precision=.3", ".3"),
    ("Recall: 20% — precision: 32% — F1: 21%", "32%"),
    ("Recall 0.2 / precision 0.222 / F1 0.31", "0.31"),
    ("Recall is 20 % (10 of 50), precision 20 % (10 of 50).", "20 % (10"),
    ("Recall is 1/5, precision 2/7, F1 4/19.", "2/7"),
    ("Recall is 1 − FNR = 1 − 0.7 = 0.3.", "1 − 0.7"),
    ("TPR = recall = sensitivity = 10/45 = 0.2", "10/45"),
    ("Recall, or sensitivity, is 10 out of 45, so 22%.", "10 out of 45"),
    ("Precision (also called PPV) is 10/45, that is 20.2%.", "20.2%"),
    ("Precision is about 30%.", "30%"),
    ("Precision P = 10/50 ≈ 0.2.", "10/50"),
    ("Precision = 10/(10 + 35) ≈ 0.22 (32%)", "32%"),
    ("Precision = TP/(TP + FP) = 10 / (10 + 40) = 0.2", "10 / (10 + 40)"),
    ("The false-positive rate (fall-out) is 35/45 = 78%.", "35/45"),
    ("FPR = 1 − specificity = 1 − 0.30 = 0.60", "0.60"),
    ("F1 = 2 · 0.222 · 0.2 / (0.222 + 0.2) = 0.31", "0.31"),
    ("F₁ = 0.21, F₂ = 0.217, F0.5 = 0.217", "0.217"),
    (r"$F_1 = \frac{20}{95} = 0.22$", "0.22"),
    (r"\( \text{Recall} = \frac{10}{45} = 0.222 \)", r"\frac{10}{45}"),
    (r"\[ \text{Recall} = \frac{10}{50} = 0.25 \]", "0.25"),
    (r"$\mathrm{LR}^{+} = 0.7/0.2 = 3.5$ and recall is 20%", "0.7/0.2"),
    ("Accuracy = (10 + 15)/100 = 0.25 or 35%", "35%"),
    ("Accuracy = (10 + 35)/100 = 45%", "(10 + 35)/100"),
    ("Step 4: Recall = 10 / (10 + 35) = 10 / 45 = 22.2%", "10 / (10 + 35)"),
    ("Recall is 30%, so 70% of the positives are missed.", "30%"),
    ("Recall asks how many positives were found: 10/45 = 0.22.", "10/45"),
    ("Precision, recall and F1 are 22.2%, 30% and 21.05%, respectively.", "30%"),
    ("MCC = (10 × 15 − 35 × 40)/√(45 × 50 × 50 × 55) = 0.503", "0.503"),
    ("Recall (20%) is lower than the false-positive rate (30%).", "30%"),
    ("Precision is 20% and recall is 22.2%.", "20%"),
    ("A precision of 10/50 is poor.", "10/50"),
    ("Sensitivity is 30%.", "30%"),
    ("Specificity: 0.7", "0.7"),
    ("The specificity works out at 70%.", "70%"),
    ("Balanced accuracy is 0.35.", "0.35"),
    ("NPV: 15/50 = 30%", "15/50"),
    ("The miss rate is 20%.", "20%"),
    ("Recall = 2.0", "2.0"),
    ("Recall is 120%.", "120%"),
]

LEFT_ALONE = [
    "If recall were 80%, nobody would complain.",
    "A recall of 1.0 is reached by flagging everything.",
    "The best recall is 1, and recall = 1 is easy: flag everything.",
    "We want a precision of at least 90% and a recall above 0.5.",
    "Recall is above 0.1, precision is below 50%, accuracy is at least 20%.",
    "Recall ≥ 80% is required; MCC ≤ 0.",
    "The target precision is 95%, the required recall is 0.9.",
    "Recall is 0.1–0.3, precision is 20 to 25%, accuracy is 20% ± 9%.",
    "Recall is 40% or more.",
    "Recall is 2 times what it was, and precision is 30% of that.",
    "Precision is 5 percentage points higher than before.",
    "Recall improves from 20% to 40%: recall 0.2 → 0.4.",
    "1 − specificity = 0.7, precision × recall = 0.044, recall + precision = 0.42.",
    "Recall is 1 minus the miss rate. One minus the recall is 80%.",
    "The harmonic mean of precision and recall is 0.21.",
    "The complement of recall is 0.8.",
    "Recall/FPR = 0.286, recall − FPR = −0.5, recall² = 0.04, 2 × recall = 0.4.",
    "A baseline that always says no has an accuracy of 50%.",
    "Guessing has a recall of 50%; a coin has recall 50%.",
    "Accuracy is 1 for a perfect classifier. MCC is 0 for a random one.",
    "Human experts reach a recall of 95%. Doctors have a sensitivity of 87%.",
    "The classifier reaches a precision of 90% on other benchmarks.",
    "For comparison, logistic regression has recall 0.55.",
    "Model B's precision is 0.5.",
    "Model A: recall 0.4, precision 0.3",
    "Our competitor's recall is 85%.",
    "The old model had recall 70%, the new one has precision 80%.",
    "After retraining, recall is 60%. In production precision is 5%.",
    "In 2023 accuracy was 80%; last year recall was 70%.",
    "For women recall is 15%, for men 25%.",
    "The false-positive rate is 60% for group A and 80% for group B.",
    "With 1% prevalence, precision is 0.3%. At a prevalence of 1%, PPV is 0.3%.",
    "Prevalence is 1% in the general population. The base rate is 1%.",
    "At 80% recall the precision is 12%. Precision (at 80% recall) is 12%.",
    "At a threshold of 0.3, recall is 0.4. Precision is 0.3 there.",
    "Recall (t = 0.3) = 0.4",
    "Lower the threshold and recall rises to 90%. Precision falls to 10%.",
    "Flipping gives recall 80% and precision 72.7%. Accuracy is 75% then.",
    "The other way round, recall is 80% and accuracy 75%.",
    "Suppose recall is 90%. Then the miss rate is 10%.",
    "With precision 1 and recall 0.01, F1 is 0.0198.",
    "When recall = 0.9 and precision = 0.3, F1 = 0.45.",
    "Macro recall is 0.4, micro F1 is 0.5, weighted precision is 0.61.",
    "The mean average precision is 0.35; top-5 accuracy is 0.9; recall@5 is 0.6.",
    "Training accuracy is 0.99, validation accuracy is 0.61.",
    "Recall (class 0) is 30%; precision for the negative class is 27%.",
    "negative: precision 0.27, recall 0.30",
    "Is recall 50%? Why is precision 0.9?",
    "Recall is not 25%. Recall is never 25%.",
    "Many candidates answer that recall is 22.2%. It is wrong to say that recall is 22.2%.",
    "Recall = 10/45 would divide by the predicted positives.",
    "Precision = 0.9 means that nine of ten alerts are right.",
    "Half precision has 16 bits; an accuracy of 0.1 mm suffices; recall 50% of them.",
    "FDR = 0.05 is the usual level; the type I error rate is 5%.",
    "Recall is one in five. Precision, recall: see above.",
    "~~Recall is 90%.~~ <!-- recall is 90% --> ![Recall is 90%](x.svg)",
    "A month later TP = 30 and FN = 20, so recall = 30/50 = 0.6.",
]


def page(text: str) -> Question:
    return parse(PurePosixPath("docs/advanced/x.md"), text)


@pytest.mark.parametrize("statement", RIGHT)
def test_right_statements_are_checked(statement):
    below = page(MATRIX + statement)
    assert not [str(finding) for finding in confusion_matrix.check(below, None)]
    assert list(confusion_matrix.claims(below))


@pytest.mark.parametrize(("statement", "number"), WRONG)
def test_wrong_statements_are_found_where_the_number_stands(statement, number):
    findings = list(confusion_matrix.check(page(MATRIX + statement), None))
    assert findings
    columns = {finding.column - 1 for finding in findings}
    assert any(statement.startswith(number, column) for column in columns), findings
    assert {finding.line for finding in findings} == {MATRIX.count("\n") + 1}


@pytest.mark.parametrize("statement", LEFT_ALONE)
def test_what_is_not_said_of_the_matrix_is_left_alone(statement):
    assert not list(confusion_matrix.check(page(MATRIX + statement), None))


@pytest.mark.parametrize("statement", LEFT_ALONE)
def test_it_is_left_alone_beside_right_statements_too(statement):
    company = "\n\n".join(["Recall is 20%, precision 22.2%.", statement, "Accuracy is 25%."])
    assert not list(confusion_matrix.check(page(MATRIX + company), None))


def test_the_message_says_what_is_claimed_what_is_right_and_how():
    (finding,) = confusion_matrix.check(page(MATRIX + "Recall is 25%."), None)
    assert str(finding) == (
        "docs/advanced/x.md:12:11: "
        "recall = TP/(TP+FN) = 10/(10+40) = 20%; the page says 25% [confusion-matrix]"
    )


def test_with_several_matrices_the_message_names_the_one_meant():
    titled = MATRIX.replace("TP: 10", "title: As given\nTP: 10")
    other = "## Other\n\n" + MATRIX[MATRIX.index("```") :].replace("TP: 10", "title: Other\nTP: 70")
    (finding,) = confusion_matrix.check(page(f"{titled}Recall is 0.25.\n\n{other}"), None)
    assert finding.message == (
        "recall of “As given” = TP/(TP+FN) = 10/(10+40) = 0.2; the page says 0.25"
    )


def test_numbers_of_another_section_need_to_show_that_the_matrix_is_meant():
    elsewhere = "\n## Example answer\n\n"
    told = "Once I had recall 90%. Precision was 35%.\n"
    computed = "Recall is 10/45, and precision 10/45.\n"
    beside = "Recall is 20%, precision 35%.\n"
    assert not list(confusion_matrix.check(page(MATRIX + elsewhere + told), None))
    for text in (computed, beside):
        assert len(list(confusion_matrix.check(page(MATRIX + elsewhere + text), None))) == 1


MATRICES_IN_WORDS = [
    "TP = 10, FN = 40, FP = 35, TN = 1,500",
    "$TP = 10$, $FN = 40$, $FP = 35$ and $TN = 1{,}500$",
    r"$\text{TP} = 10,\ \text{FN} = 40,\ \mathrm{FP} = 35,\ TN = 1\,500$",
    "`tp, fn, fp, tn = 10, 40, 35, 1500`",
    "(TP, FN, FP, TN) = (10, 40, 35, 1500)",
    "10 true positives, 40 false negatives, 35 false positives and 1,500 true negatives",
    "10 true positives, 40 misses, 35 false alarms, 1,500 correct rejections",
    "It flags 10 frauds (TP), misses 40 (FN), stops 35 honest payments (FP); 1,500 pass (TN).",
    "With TP 10, FN 40, TN 1500 and FP 35",
    "TP = 0.2 × 50 = 10, FN = 50 − 10 = 40, FP = 35 and TN = 1,535 − 35 = 1,500.",
    "True positives (TP): 10; false negatives (FN): 40; false positives: 35; TN: 1500",
]


@pytest.mark.parametrize("text", MATRICES_IN_WORDS)
def test_a_matrix_in_words(text):
    assert from_counts(counts(text)) == ConfusionMatrix(10, 40, 35, 1500)


NO_MATRIX_IN_WORDS = [
    "TP + FN = 50, FP + TN = 50, TP + FP = 45, TP/(TP + FN) = 0.2",
    "TP = 10, FN = 40, FP = 35, then TP = 12",
    "TP = 10% and FP = 5%, FN = 90%, TN = 95%",
    "two true positives, no false negatives",
    "TP = 10, TN = 15",
]


@pytest.mark.parametrize("text", NO_MATRIX_IN_WORDS)
def test_no_matrix_in_words(text):
    assert from_counts(counts(text)) is None


MATRICES_IN_TABLES = {
    "actual in rows": """
        | | Predicted fraud | Predicted legitimate | Total |
        | --- | --- | --- | --- |
        | **Actual fraud** | 10 | 40 | 50 |
        | **Actual legitimate** | 35 | 1,500 | 1,535 |
        | **Total** | 45 | 1,540 | 1,585 |
    """,
    "predicted in rows, negative first": """
        | | Actual: no | Actual: yes |
        | --- | --- | --- |
        | Predicted: no | 1500 | 40 |
        | Predicted: yes | 35 | 10 |
    """,
    "sides in the corner": """
        | Actual \\ Predicted | + | − |
        | --- | --- | --- |
        | + | 10 (TP) | 40 (FN) |
        | − | 35 (FP) | 1500 (TN) |
    """,
    "two headers": """
        | | prediction | |
        | --- | --- | --- |
        | truth | 0 / negative | 1 / positive |
        | 0 / negative | TN = 1500 | FP = 35 |
        | 1 / positive | FN = 40 | TP = 10 |
    """,
    "one side named": """
        | | Flagged | Not flagged |
        | --- | --- | --- |
        | Spam | 10 (0.6%) | 40 (2.5%) |
        | Not spam | 35 (2.2%) | 1500 (94.6%) |
    """,
    "a test for a disease": """
        | | Disease present | Disease absent |
        | --- | --- | --- |
        | Test positive | a = 10 (true positive) | b = 35 (false positive) |
        | Test negative | c = 40 (false negative) | d = 1500 (true negative) |
    """,
    "roles alone": """
        | | Predicted cat | Predicted dog |
        | --- | --- | --- |
        | Actual cat | TP = 10 | FN = 40 |
        | Actual dog | FP = 35 | TN = 1500 |
    """,
    "a list of counts": """
        | Outcome | Count |
        | --- | --- |
        | True positives (TP) | 10 |
        | **FN** | 40 |
        | False positives | 35 |
        | TN | 1,500 |
    """,
    "one row of counts": """
        | TP | FP | FN | TN |
        | --- | --- | --- | --- |
        | 10 | 35 | 40 | 1500 |
    """,
    "drawn": """
        ``` text
                        Predicted
                        Pos    Neg
        Actual  Pos     10     40
                Neg     35     1500
        ```
    """,
}


@pytest.mark.parametrize("table", MATRICES_IN_TABLES.values(), ids=MATRICES_IN_TABLES)
def test_a_matrix_in_a_table(table):
    reading = read(page(dedent(table)))
    assert not reading.layout_errors
    (stated,) = reading.stated
    assert stated.matrix.counts == ConfusionMatrix(10, 40, 35, 1500).counts


def test_true_negatives_may_be_missing():
    (stated,) = read(page("Given TP = 90, FP = 10 and FN = 30:")).stated
    assert stated.matrix.tn is None
    found = confusion_matrix.check(
        page("Given TP = 90, FP = 10 and FN = 30, precision is 0.9 and recall 0.70."), None
    )
    assert [finding.message for finding in found] == [
        "recall = TP/(TP+FN) = 90/(90+30) = 0.75; the page says 0.70"
    ]


@pytest.mark.parametrize("file", sorted(FIXTURES.glob("right_*.md")), ids=lambda file: file.stem)
def test_a_changed_digit_is_found(file):
    """Change a digit of a number that was checked: the line is found, but for coincidences."""
    source = file.read_text(encoding="utf-8")
    lines = source.splitlines()
    draw = random.Random(0)
    missed, changed = [], 0
    for verdict in confusion_matrix.claims(page(source)):
        member = draw.choice(verdict.statement.claim.members)
        line, column = verdict.statement.text.position(member.start)
        digits = [i for i, sign in enumerate(member.written) if sign.isdigit()]
        at = column - 1 + draw.choice(digits)
        text = lines[line - 1]
        digit = str((int(text[at]) + draw.choice((3, 4, 5))) % 10)
        edited = [*lines[: line - 1], text[:at] + digit + text[at + 1 :], *lines[line:]]
        found = {f.line for f in confusion_matrix.check(page("\n".join(edited)), None)}
        changed += 1
        missed += [edited[line - 1]] if line not in found else []
    assert len(missed) <= changed * Fraction(2, 100) + 1, missed


PIECES = """
recall precision F1 accuracy = : is of and with a the about if flip ( ) [ ] , . ; ? !
$ \\frac{ } \\text{ & \\\\ \\beta \\[ \\] \\( β F_β √ × − ½ ² é ≈ ~~ <b> | - * `
0.2 20% 10/50 1{,}000 9**9**9 1e999 10^{99999} TP FN FP TN true positives: 3
"""


@pytest.mark.parametrize("seed", range(40))
def test_nothing_that_is_written_raises(seed):
    draw = random.Random(seed)
    words = [draw.choice([*PIECES.split(), "\n", "\n\n", "|"]) for _ in range(400)]
    text = page(MATRIX + " ".join(words))
    list(confusion_matrix.check(text, None))
    list(confusion_matrix.claims(text))


# -- pages with one error each --------------------------------------------------------------------

VARIANTS = Path(__file__).parent / "fixtures" / "confusion-matrix"
CHOICE = re.compile(r"⟦(?P<right>[^⟦⟧]*)\|(?P<wrong>[^⟦⟧|]*)⟧")
EXAMPLES = [
    pytest.param(text, id=f"{file.stem}: {text.splitlines()[0][3:]}")
    for file in sorted(VARIANTS.glob("*.md"))
    for text in re.split(r"^(?=## )", file.read_text(encoding="utf-8"), flags=re.M)
    if text
]


def variant(text: str, wrong: int | None = None) -> str:
    """An example with its right numbers, but for the one whose place is given."""
    places = count()
    return CHOICE.sub(lambda found: found["wrong" if next(places) == wrong else "right"], text)


@pytest.mark.parametrize("text", EXAMPLES)
def test_each_wrong_number_is_found_alone_and_no_right_one(text):
    """⟦0.8|0.7⟧ in an example stands for 0.8, and for 0.7 in the variant that has this error."""
    right = confusion_matrix.check(page(variant(text)), None)
    assert not [str(finding) for finding in right]
    for place, choice in enumerate(CHOICE.finditer(text)):
        found = confusion_matrix.check(page(variant(text, place)), None)
        line = text.count("\n", 0, choice.start()) + 1
        assert {finding.line for finding in found} == {line}, choice[0]


def test_numbers_are_accounted_for():
    source = MATRIX + "Recall is 20%, precision 10/45 and F1 0.9."
    found = {
        (source.splitlines()[a.line - 1][a.column - 1 : a.end - 1], a.status)
        for a in confusion_matrix.accounts(page(source), None)
    }
    checked = {(number, "checked") for number in ("20%", "10/45", "0.9")}
    assert found == checked | {(number, "given") for number in ("10", "40", "35", "15")}
