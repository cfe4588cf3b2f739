"""The rules of the lint, in the order in which they are documented and run.

A rule is a module with a docstring (its public page), NAME, SCOPE ("question": question pages
only; "any": every Markdown file) and `check(page, guide)`, which yields findings.
"""

RULES = ()
