"""Abbreviations and their meanings in a page's HTML."""

import pytest

from hooks.website.abbreviations import explain

MEANINGS = {"AUC": "area under the ROC curve", "TP": "true positives", "t-SNE": "a map <of data>"}
AUC = '<abbr title="area under the ROC curve">AUC</abbr>'


def test_the_first_use_is_marked():
    assert explain("<p>AUC, and AUC.</p>", MEANINGS) == f"<p>{AUC}, and AUC.</p>"


def test_a_plural_keeps_its_ending():
    assert explain("<p>Two AUCs.</p>", MEANINGS) == f"<p>Two {AUC}s.</p>"


def test_a_meaning_is_escaped():
    assert 'title="a map &lt;of data&gt;">t-SNE</abbr>' in explain("<p>t-SNE</p>", MEANINGS)


@pytest.mark.parametrize(
    "html",
    [
        "<h2>AUC</h2>",
        "<p><code>AUC</code></p>",
        '<p><a href="x">AUC</a></p>',
        "<math><mi>AUC</mi></math>",
        "<table><tr><td>AUC</td></tr></table>",
        '<p title="AUC">no text</p>',
        "<!-- AUC -->",
        "<p>ROC-AUC and AUC-like, AUCTION</p>",
        "<p>TP / (TP + FN), TP = 3</p>",
        "<p>The area under the ROC curve (AUC): AUC is 0.5.</p>",
        '<h2 id="references">References</h2><p>AUC</p>',
    ],
)
def test_what_is_no_prose_is_left_alone(html):
    assert explain(html, MEANINGS) == html


def test_prose_behind_what_is_left_alone_is_marked():
    html = "<h2>AUC</h2><p><img src='x'> <br/> AUC</p>"
    assert explain(html, MEANINGS) == f"<h2>AUC</h2><p><img src='x'> <br/> {AUC}</p>"
