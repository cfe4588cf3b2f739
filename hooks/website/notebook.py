"""Notebooks: what mkdocs-jupyter makes of one, without the half megabyte that it adds to a page.

It brings JupyterLab's styles, a script that loads diagrams from another host, and formulas as text.
The guide styles cells itself and renders formulas at build.
"""

import re

from hooks.pattern import Pattern

NOTEBOOK = 'class="jp-Notebook"'

PLOT = "Plot; the text that follows says what it shows."

UNWANTED = Pattern(
    r"<(?P<tag>style|script|clipboard-copy)\b.*?</(?P=tag)>"
    r'|<div class="clipboard-copy-txt".*?</div>'
    r'|<div class="jp-(?:Input|Output)Prompt[^>]*>.*?</div>'
    r'|<div class="jp-Collapser[^>]*>\s*</div>'
    r"|<\?xml.*?\?>|<!DOCTYPE[^>]*>",
    re.S,
)
WRAPPER_TABSTOP = Pattern(r'(class="jp-Cell-inputWrapper") tabindex="0"')
CODE = Pattern(r"(<pre\b.*?</pre>|<code\b.*?</code>|<svg\b.*?</svg>)", re.S)
DISPLAY = Pattern(r"<p>\s*\$\$(?P<latex>[^$]+)\$\$\s*</p>")
INLINE = Pattern(r"\$(?P<latex>[^$\s](?:[^$]*[^$\s])?)\$")


def is_notebook(page: str) -> bool:
    """Whether a page's HTML was made from a notebook."""
    return NOTEBOOK in page


def clean(page: str) -> str:
    """A notebook's HTML in the guide's own form, its formulas marked as on other pages."""
    page = WRAPPER_TABSTOP.sub(r"\1", UNWANTED.sub("", page))
    page = page.replace('class="highlight-ipynb ', 'class="highlight ')
    page = page.replace("<pre>", '<pre tabindex="0">')  # wide code scrolls, also by keyboard
    page = page.replace('class="anchor-link"', 'class="headerlink"')
    page = page.replace("<svg ", f'<svg role="img" aria-label="{PLOT}" ')
    parts = CODE.split(page)  # every other part is code or a picture: a dollar there is a dollar
    parts[::2] = [marked(text) for text in parts[::2]]
    return "".join(parts)


def marked(text: str) -> str:
    text = DISPLAY.sub(r'<div class="arithmatex">\\[\g<latex>\\]</div>', text)
    return INLINE.sub(r'<span class="arithmatex">\\(\g<latex>\\)</span>', text)
