"""A page is UTF-8 text without control characters.

## What it checks

Bytes that are not UTF-8 (an editor saved the file in another encoding), the replacement character
that such bytes leave behind once a program has read them, and control characters other than tab
and the ends of lines. Any of the three ends of lines is fine, and so is a byte-order mark.

## Why

What is not UTF-8 reaches readers as question marks and boxes, and a control character is invisible
to whoever looks for the mistake.

## Example

    Na\ufffdve Bayes

## Use instead

    Naïve Bayes
"""

from collections.abc import Iterator

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import Question
from hooks.pattern import Pattern

NAME = "encoding"
SCOPE = "any"

STRANGE = Pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ud800-\udfff]+")


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for number, line in enumerate(page.lines, 1):
        if line.isprintable() and "\ufffd" not in line:
            continue
        for found in STRANGE.finditer(line):
            yield Finding(page.path, number, found.start() + 1, problem(found[0][0]), NAME)


def problem(character: str) -> str:
    if character == "\ufffd" or "\ud800" <= character <= "\udfff":
        return "this is not UTF-8; save the file as UTF-8 and write the character anew"
    return f"the control character U+{ord(character):04X} stands here; delete it"
