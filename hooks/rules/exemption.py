"""An exemption names a rule and a reason, and hides something.

## What it checks

`<!-- lint: allow RULE because … -->` takes a line out of a rule. At the end of a line it covers
that line; alone on a line it covers the paragraph, formula, table or fence below. In the front
matter it is written `# lint: allow RULE because …`. Found are

- a comment that begins with `lint:` and is not of this form,
- an exemption from a rule that does not exist,
- one without a reason,
- one that hides nothing, because the line is right, or has been mended since.

## Why

Every rule is wrong now and then, and an author must not be stuck. But whoever reads the page later
has to see what was let through, and why; and what is not needed any more should go.

## Example

    The sum is 10/45 = 0.2. <!-- lint: allow arithmetic -->

## Use instead

    The sum is 10/45 = 0.2. <!-- lint: allow arithmetic because the exam rounds to one digit -->
"""

from collections.abc import Iterator

from hooks.exemptions import FORM, Exemption, exemptions
from hooks.finding import Finding
from hooks.guide import Guide
from hooks.language.nearest import nearest
from hooks.page import Question

NAME = "exemption"
SCOPE = "any"


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for exemption in exemptions(page):
        if message := problem(exemption):
            yield Finding(page.path, exemption.line, exemption.column, message, NAME)


def problem(exemption: Exemption) -> str:
    from hooks.rules import RULES  # the tuple holds this module

    names = [rule.NAME for rule in RULES]
    if not exemption.rule:
        return f"this says nothing to the lint; write `{FORM}`"
    if exemption.rule not in names:
        near = nearest(exemption.rule, names)
        hint = f"did you mean `{near}`?" if near else "`--list` names them"
        return f"there is no rule `{exemption.rule}`; {hint}"
    if not exemption.reason:
        return f"say why: `<!-- lint: allow {exemption.rule} because … -->`"
    return ""
