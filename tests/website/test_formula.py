"""LaTeX to MathML at build."""

import pytest

from hooks.guide import Guide
from hooks.page import inline_math
from hooks.website.formula import FormulaError, mathml, render
from tests.conftest import ROOT


def test_a_formula_is_mathml():
    assert mathml(r"\frac{1}{2}").startswith("<math>")
    assert "<mfrac><mn>1</mn><mn>2</mn></mfrac>" in mathml(r"\frac{1}{2}")


@pytest.mark.parametrize("latex", [r"\frac{1}{", r"\fraq{1}{2}", r"\begin{align} x", r"x^2^3"])
def test_latex_that_can_not_be_rendered_says_why_in_one_line(latex):
    with pytest.raises(FormulaError) as caught:
        mathml(latex)
    assert str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_page_keeps_what_failed_as_code_and_reports_it():
    span = '<span class="arithmatex">\\({}\\)</span>'
    page, failed = render(span.format("a &lt; b") + span.format("\\x{"))
    assert "<mo>&lt;</mo>" in page
    assert "<code>\\x{</code>" in page
    assert [latex for latex, _ in failed] == ["\\x{"]


def test_a_display_formula_can_be_scrolled_by_keyboard():
    page, _ = render('<div class="arithmatex">\\[a = b\\]</div>')
    assert page.startswith('<div class="formula" tabindex="0"')


def test_every_formula_of_the_guide_renders():
    failed = []
    for page in Guide(ROOT).questions:
        for block in page.blocks:
            texts = [cell for row in block.rows for cell in row] or [block.text]
            formulas = [found[1] for text in texts for found in inline_math(str(text))]
            for latex in [str(block.text)] if block.kind == "math" else formulas:
                try:
                    mathml(latex)
                except FormulaError as error:
                    failed.append((page.slug, latex, str(error)))
    assert not failed


def test_a_long_formula_within_a_line_may_be_broken_and_a_short_one_not():
    assert mathml(r"a = b").count("<math>") == 1
    assert mathml(r"F_2 = 5 \times 0.32 / (4 \times 0.4 + 0.8)").count("<wbr>") >= 1
    assert "<wbr>" not in mathml(r"F_2 = 5 \times 0.32 / (4 \times 0.4 + 0.8)", display=True)
