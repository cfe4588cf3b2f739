"""Figures: pictures of snippets/ that are put into the page, so that they follow its colors."""

import re
from functools import cache
from html import escape, unescape
from pathlib import Path

from hooks.pattern import Pattern
from hooks.python_code.embeds import FIGURE

PLACEHOLDER = '<div data-figure="{file}" data-alt="{alt}" data-caption="{caption}"></div>'
PARAGRAPH = Pattern(FIGURE.pattern, re.M | re.S)
MADE = Pattern(
    r'<div data-figure="(?P<file>[^"]+)" data-alt="(?P<alt>[^"]*)" '
    r'data-caption="(?P<caption>[^"]*)"></div>'
)


def mark(markdown: str) -> str:
    """Markdown with its figures as placeholders, which pass through the renderer untouched."""

    def placeholder(found: re.Match[str]) -> str:
        alt, caption = " ".join(found["alt"].split()), found["caption"] or ""
        return PLACEHOLDER.format(
            file=found["file"], alt=escape(alt, quote=True), caption=escape(caption, quote=True)
        )

    return PARAGRAPH.sub(placeholder, markdown)


def draw(page: str, root: Path) -> str:
    """A page's HTML with each placeholder as the figure itself."""

    def figure(found: re.Match[str]) -> str:
        svg = read(root / "snippets" / found["file"])
        svg = svg.replace("<svg ", f'<svg role="img" aria-label="{found["alt"]}" ', 1)
        caption = unescape(found["caption"])
        shown = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
        return f'<figure class="plot">{svg}{shown}</figure>'

    return MADE.sub(figure, page)


@cache
def read(file: Path) -> str:
    """An SVG; empty where it is missing, which the rule snippet-embed reports."""
    return file.read_text(encoding="utf-8") if file.is_file() else "<svg ></svg>"
