"""The study plans keep what they say of themselves."""

import re

from hooks.guide import Guide
from tests.conftest import ROOT

LINK = re.compile(r"\]\(\.\./(?:\w+)/([\w-]+)\.md")


def test_the_plan_of_twelve_weeks_asks_every_question_once():
    plan = (ROOT / "docs/prepare/twelve-weeks.md").read_text(encoding="utf-8")
    slugs = sorted(question.slug for question in Guide(ROOT).questions)
    assert sorted(LINK.findall(plan)) == slugs
    assert f"those are {len(slugs)}." in plan
