"""Writes the skeleton of a question page: `make new SECTION=… SLUG=… TITLE=…`, or it asks.

Each part says what belongs there. The skeleton has the right shape; the lint lists what is still to
be filled in.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from hooks.page import LONGEST_TITLE, SECTIONS
from hooks.pattern import Pattern

ROOT = Path(__file__).resolve().parent.parent
SLUG = Pattern(r"[a-z0-9]+(-[a-z0-9]+)*")

SKELETON = """\
---
level: {level}
topics: []       # from vocabulary.yml, the first is where the page is listed: [evaluation]
roles: []        # from vocabulary.yml: [ml-engineer, data-scientist]
aliases: []      # other ways in which it is asked: [What does the F-measure tell you?]
related: []      # slugs of other questions: [precision-recall]
---

# {title}

!!! abstract "Short answer"
    <!-- 25 to 70 words that stand alone: what you would say in the first twenty seconds. -->

## In depth

<!-- The full answer: definitions, formulas, trade-offs, an example worked in numbers. Write
     calculations as equations, 16 / (16 + 24) = 0.40, so that the machine can check them. -->

## Try it

<!-- A program from snippets/{section}/{slug}.py, embedded by region, its output, and something to
     change. Remove this section if the answer has no code, formula or number. -->

## How to answer it

<!-- What the interviewer listens for, and the order in which to say it. -->

## Example answer

<!-- What a strong candidate says in 60 to 90 seconds: first person, concrete, as a > quotation. -->

## Common mistakes

<!-- What candidates and other guides get wrong, and why it is wrong. -->

## Follow-up questions

<!-- Two to four blocks: ??? question "…" with a short answer indented by four spaces. -->

## References

<!-- Primary sources by key: - [@powers2011], section 2: what it is good for. -->
"""


class WrongInput(Exception):
    """An answer that can't be used; the message says what is wanted."""


def create(root: Path, section: str, slug: str, title: str) -> Path:
    """Write the skeleton and return its path. Raises WrongInput."""
    if section not in SECTIONS:
        raise WrongInput(f"SECTION={section}: use one of {', '.join(SECTIONS)}")
    if not SLUG.fullmatch(slug):
        raise WrongInput(f"SLUG={slug}: use lower-case words joined by hyphens, such as log-loss")
    if not title.strip() or len(title) > LONGEST_TITLE:
        raise WrongInput(f"TITLE: use the question itself, at most {LONGEST_TITLE} characters")
    taken = [root / "docs" / other / f"{slug}.md" for other in SECTIONS]
    for path in taken:
        if path.exists():
            raise WrongInput(f"{path.relative_to(root)} exists already; nothing was written")
    path = root / "docs" / section / f"{slug}.md"
    level = section if section in SECTIONS[:3] else "intermediate"
    path.write_text(
        SKELETON.format(level=level, section=section, slug=slug, title=title.strip()),
        encoding="utf-8",
    )
    return path


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m hooks.new", description=__doc__.splitlines()[0]
    )
    for name in ("section", "slug", "title"):
        parser.add_argument(f"--{name}", default="")
    given = parser.parse_args(arguments)
    try:
        path = create(
            ROOT,
            given.section or ask(f"Section ({', '.join(SECTIONS)}): "),
            given.slug or ask("Slug, the file's name (log-loss): "),
            given.title or ask("Title, the question (What is log loss?): "),
        )
    except WrongInput as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    print(f"{path.relative_to(ROOT)} is written. Fill it in; `make lint` says what is missing.")
    return 0


def ask(prompt: str) -> str:
    try:
        return input(prompt).strip()
    except (EOFError, KeyboardInterrupt):
        print(file=sys.stderr)
        raise WrongInput("give SECTION=…, SLUG=… and TITLE=…") from None


if __name__ == "__main__":
    sys.exit(main())
