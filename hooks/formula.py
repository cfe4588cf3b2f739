"""LaTeX to MathML at build, by Temml, so that readers need no script to see a formula.

Temml (hooks/temml/temml.min.js, version 0.13.5, MIT) is JavaScript and runs in V8 inside this
process.
"""

import html
import re
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from py_mini_racer import JSEvalException, MiniRacer

TEMML = Path(__file__).parent / "temml" / "temml.min.js"

BREAKABLE = 24  # characters of LaTeX from which a formula within a line may be broken

# What pymdownx.arithmatex writes for $…$ and $$…$$ in its generic mode.
ARITHMATEX = re.compile(
    r'<(?P<tag>span|div) class="arithmatex">\\[(\[](?P<latex>.*?)\\[)\]]</(?P=tag)>', re.S
)


class FormulaError(Exception):
    """LaTeX that can't be rendered; the message says why, in one line."""


@lru_cache(maxsize=1)
def _temml() -> MiniRacer:
    context = MiniRacer()
    context.eval(TEMML.read_text(encoding="utf-8"))
    return context


@lru_cache(maxsize=4096)
def mathml(latex: str, display: bool = False) -> str:
    """A formula as a MathML element. Raises FormulaError."""
    long = not display and len(latex) > BREAKABLE
    wrap = "tex" if long else "none"
    options = {"displayMode": display, "throwOnError": True, "strict": False, "wrap": wrap}
    try:
        markup = _temml().call("temml.renderToString", latex, options)
    except JSEvalException as error:
        found = re.search(r"ParseError:\s*(.*)", str(error))
        raise FormulaError(found[1] if found else "can't be rendered") from None
    return broken(markup) if long else markup


def broken(markup: str) -> str:
    """A formula as several, one for each part that Temml would keep on a line, so that it wraps.

    Browsers break a line between two formulas, but not yet within one.
    """
    parts = [
        ElementTree.tostring(part, encoding="unicode") for part in ElementTree.fromstring(markup)
    ]
    return "<wbr>".join(f"<math>{part}</math>" for part in parts)


def render(page: str) -> tuple[str, list[tuple[str, str]]]:
    """A page's HTML with its formulas as MathML, and (latex, reason) of those that failed."""
    failed: list[tuple[str, str]] = []

    def replace(found: re.Match[str]) -> str:
        latex, display = html.unescape(found["latex"]).strip(), found["tag"] == "div"
        try:
            markup = mathml(latex, display)
        except FormulaError as error:
            failed.append((latex, str(error)))
            return f"<code>{html.escape(latex)}</code>"
        if display:  # wide formulas scroll by themselves, also by keyboard
            return f'<div class="formula" tabindex="0" role="math">{markup}</div>'
        return markup

    return ARITHMATEX.sub(replace, page), failed
