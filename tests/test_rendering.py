"""The small steps between Markdown and page: figures, tables, notebooks, the one stylesheet."""

import pytest

from hooks.website import figures, notebook, scrolling, served

SVG = '<svg viewBox="0 0 1 1"><path d="M 0 0"/></svg>'


@pytest.fixture
def root(tmp_path):
    (tmp_path / "snippets/beginner").mkdir(parents=True)
    (tmp_path / "snippets/beginner/f1-score.svg").write_text(SVG)
    return tmp_path


def test_a_figure_is_put_into_the_page_with_its_alternative_text(root):
    picture = '![F1 at 0.5, "halved" & <low>.](../../snippets/beginner/f1-score.svg "F1 < 1.")'
    page = figures.draw(figures.mark(f"Text.\n\n{picture}\n\nText."), root)
    assert 'role="img" aria-label="F1 at 0.5, &quot;halved&quot; &amp; &lt;low&gt;."' in page
    assert "<figcaption>F1 &lt; 1.</figcaption>" in page
    assert '<path d="M 0 0"/>' in page


def test_a_figure_that_is_missing_leaves_the_page_whole(root):
    page = figures.draw(figures.mark("![A.](../../snippets/beginner/none.svg)"), root)
    assert page.startswith('<figure class="plot">')


def test_other_pictures_are_left_alone():
    picture = "![A photograph.](photo.png)"
    assert figures.mark(picture) == picture


def test_plain_tables_and_programs_can_be_scrolled_by_keyboard():
    page = "<table><tr></tr></table><pre><span></span><code>x</code></pre>"
    assert scrolling.scrollable(page) == (
        '<div class="table" tabindex="0"><table class="plain"><tr></tr></table></div>'
        '<pre><span></span><code tabindex="0">x</code></pre>'
    )


def test_a_table_with_a_class_is_left_alone():
    page = '<table class="confusion-matrix"></table>'
    assert scrolling.scrollable(page) == page


NOTEBOOK = """\
<style>.jp { color: red }</style><script src="https://cdn.example/x.js"></script>
<div class="jp-Notebook"><div class="jp-Cell-inputWrapper" tabindex="0">
<div class="jp-InputPrompt jp-InputArea-prompt">In [1]:</div>
<div class="highlight-ipynb hl-python"><pre>cost = "$5 and $6"</pre></div>
<div class="clipboard-copy-txt" id="cell-1">cost</div>
<p>Costs $c_1$ and</p><p>$$a = b$$</p></div></div>
"""


def test_a_notebook_loses_what_the_guide_does_not_need():
    page = notebook.clean(NOTEBOOK)
    for gone in ("<style", "<script", "In [1]", "clipboard-copy", 'inputWrapper" tabindex'):
        assert gone not in page
    assert '<div class="highlight hl-python"><pre tabindex="0">' in page


def test_formulas_of_a_notebook_are_marked_and_code_is_not():
    page = notebook.clean(NOTEBOOK)
    assert '<span class="arithmatex">\\(c_1\\)</span>' in page
    assert '<div class="arithmatex">\\[a = b\\]</div>' in page
    assert "$5 and $6" in page


def test_a_page_is_a_notebook_or_not():
    assert notebook.is_notebook(NOTEBOOK)
    assert not notebook.is_notebook("<p>text</p>")


def test_the_stylesheets_are_one_with_the_guides_last():
    sheets = {
        "assets/stylesheets/guide.css": "c{}\n",
        "assets/stylesheets/palette.1.min.css": "b{}/*# sourceMappingURL=b.map */",
        "assets/stylesheets/main.2.min.css": "a{}",
    }
    assert served.stylesheet(sheets) == "a{}\nb{}\nc{}\n"


@pytest.mark.parametrize(
    ("address", "left_out"),
    [
        ("assets/stylesheets/main.57a0.min.css", True),
        ("assets/stylesheets/main.57a0.min.css.map", True),
        ("assets/javascripts/bundle.a5f9.min.js", True),
        ("assets/javascripts/workers/search.js", True),
        ("assets/javascripts/search.js", False),
        ("assets/fonts/source-serif-4.woff2", False),
        ("index.md", False),
    ],
)
def test_what_is_served_of_the_theme(address, left_out):
    assert served.is_left_out(address) is left_out
