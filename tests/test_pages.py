"""What holds between the pages of the guide."""

from collections import defaultdict

from hooks.guide import Guide
from tests.conftest import ROOT

SHORT = 80  # characters; a prompt or a line of a table may stand on two pages


def test_no_two_questions_share_a_paragraph():
    pages = defaultdict(set)
    for question in Guide(ROOT).questions:
        prose = question.source.split("\n## References")[0].split("\n# ", 1)[1]
        for paragraph in prose.split("\n\n"):
            words = " ".join(paragraph.split())
            if len(words) > SHORT and not words.startswith("```"):
                pages[words].add(question.slug)
    assert not {words: slugs for words, slugs in pages.items() if len(slugs) > 1}
