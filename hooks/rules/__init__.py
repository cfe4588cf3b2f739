"""The rules of the lint, in the order in which they are documented and run.

A rule is a module with a docstring (its public page), NAME, SCOPE and `check(page, guide)`, which
yields findings. SCOPE says which pages it is for: "question" (question pages), "docs" (every page
of the site) or "any" (every Markdown file that the lint is given).
"""

from hooks.rules import (
    alt_text,
    arithmetic,
    bayes,
    check,
    code_block,
    confusion_matrix,
    dead_api,
    duplicate_question,
    encoding,
    exemption,
    front_matter,
    headings,
    identifier,
    impurity,
    links,
    misconception,
    page_shape,
    range,
    references,
    related,
    short_answer,
    snippet_embed,
    snippet_output,
    title,
    vocabulary,
    whole,
)

RULES = (
    encoding,
    exemption,
    front_matter,
    vocabulary,
    title,
    page_shape,
    headings,
    short_answer,
    related,
    duplicate_question,
    links,
    alt_text,
    references,
    identifier,
    snippet_embed,
    snippet_output,
    code_block,
    dead_api,
    arithmetic,
    confusion_matrix,
    whole,
    range,
    check,
    misconception,
    bayes,
    impurity,
)
