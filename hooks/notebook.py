"""Notebooks: what mkdocs-jupyter makes of one, without the half megabyte that it adds to a page.

It brings JupyterLab's styles, a script that loads diagrams from another host, and formulas as text.
The guide styles cells itself and renders formulas at build.
"""

import html
import re

from hooks.formula import FormulaError, mathml

NOTEBOOK = 'class="jp-Notebook"'

UNWANTED = re.compile(
    r"<(?P<tag>style|script|clipboard-copy)\b.*?</(?P=tag)>"
    r'|<div class="clipboard-copy-txt".*?</div>'
    r'|<div class="jp-(?:Input|Output)Prompt[^>]*>.*?</div>'
    r'|<div class="jp-Collapser[^>]*>\s*</div>'
    r"|<\?xml.*?\?>|<!DOCTYPE[^>]*>",
    re.S,
)
WRAPPER_TABSTOP = re.compile(r'(class="jp-Cell-inputWrapper") tabindex="0"')
CODE = re.compile(r"(<pre\b.*?</pre>|<code\b.*?</code>|<svg\b.*?</svg>)", re.S)
FORMULA = re.compile(r"\$\$(?P<display>[^$]+)\$\$|\$(?P<inline>[^$\s](?:[^$]*[^$\s])?)\$")


def is_notebook(page: str) -> bool:
    """Whether a page's HTML was made from a notebook."""
    return NOTEBOOK in page


def clean(page: str) -> tuple[str, list[tuple[str, str]]]:
    """A notebook's HTML in the guide's own form, and (latex, reason) of formulas that failed."""
    page = WRAPPER_TABSTOP.sub(r"\1", UNWANTED.sub("", page))
    page = page.replace('class="highlight-ipynb ', 'class="highlight ')
    page = page.replace("<pre>", '<pre tabindex="0">')  # wide code scrolls, also by keyboard
    page = page.replace('class="anchor-link"', 'class="headerlink"')
    failed: list[tuple[str, str]] = []

    def replace(found: re.Match[str]) -> str:
        latex = html.unescape(found["display"] or found["inline"]).strip()
        try:
            markup = mathml(latex, display=bool(found["display"]))
        except FormulaError as error:
            failed.append((latex, str(error)))
            return f"<code>{html.escape(latex)}</code>"
        if found["display"]:
            return f'<span class="formula" tabindex="0" role="math">{markup}</span>'
        return markup

    parts = CODE.split(page)
    parts[::2] = [FORMULA.sub(replace, text) for text in parts[::2]]
    return "".join(parts), failed
