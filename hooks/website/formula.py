"""LaTeX to MathML at build, by Temml, so that readers need no script to see a formula.

Temml (hooks/website/temml/temml.min.js, version 0.13.5, MIT) is JavaScript and runs in V8 inside
this process.
"""

import html
import json
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from py_mini_racer import MiniRacer

from hooks.pattern import Pattern
from hooks.record import record

TEMML = Path(__file__).parent / "temml" / "temml.min.js"
BREAKABLE = 24  # characters of LaTeX from which a formula within a line may be broken

# What pymdownx.arithmatex writes for $…$ and $$…$$ in its generic mode.
ARITHMATEX = Pattern(
    r'<(?P<tag>span|div) class="arithmatex">\\[(\[](?P<latex>.*?)\\[)\]]</(?P=tag)>', re.S
)

# One call for all formulas of a page: crossing into V8 costs more than rendering a formula.
RENDER_ALL = """
function renderAll(formulas) {
  return JSON.stringify(JSON.parse(formulas).map(([latex, displayMode, wrap]) => {
    try {
      return { markup: temml.renderToString(latex, { displayMode, wrap, throwOnError: true }) };
    } catch (error) {
      return { error: error.message };
    }
  }));
}
"""


@record
class Formula:
    """LaTeX, and whether it stands on lines of its own."""

    latex: str
    display: bool = False

    @property
    def is_broken(self) -> bool:
        return not self.display and len(self.latex) > BREAKABLE


class FormulaError(Exception):
    """LaTeX that can't be rendered; the message says why, in one line."""


@lru_cache(maxsize=1)
def _temml() -> MiniRacer:
    context = MiniRacer()
    context.eval(TEMML.read_text(encoding="utf-8"))
    context.eval(RENDER_ALL)
    return context


def convert(formulas: Sequence[Formula]) -> list[str | FormulaError]:
    """The formulas as MathML elements, with an error in the place of each that failed."""
    if not formulas:
        return []
    asked = [[f.latex, f.display, "tex" if f.is_broken else "none"] for f in formulas]
    answers = json.loads(_temml().call("renderAll", json.dumps(asked)))
    return [markup_of(formula, answer) for formula, answer in zip(formulas, answers, strict=True)]


def markup_of(formula: Formula, answer: dict[str, str]) -> str | FormulaError:
    if "error" in answer:
        reason = answer["error"].removeprefix("ParseError:").strip()
        return FormulaError(" ".join(reason.split()))
    return broken(answer["markup"]) if formula.is_broken else answer["markup"]


def broken(markup: str) -> str:
    """A formula as several, one for each part that Temml would keep on a line, so that it wraps.

    Browsers break a line between two formulas, but not yet within one.
    """
    parts = ElementTree.fromstring(markup)
    texts = [ElementTree.tostring(part, encoding="unicode") for part in parts]
    return "<wbr>".join(f"<math>{text}</math>" for text in texts)


def mathml(latex: str, display: bool = False) -> str:
    """One formula as a MathML element. Raises FormulaError."""
    (answer,) = convert([Formula(latex, display)])
    if isinstance(answer, FormulaError):
        raise answer
    return answer


def render(page: str) -> tuple[str, list[tuple[str, str]]]:
    """A page's HTML with its formulas as MathML, and (latex, reason) of those that failed."""
    formulas = [
        Formula(html.unescape(found["latex"]).strip(), found["tag"] == "div")
        for found in ARITHMATEX.finditer(page)
    ]
    answers = list(zip(formulas, convert(formulas), strict=True))
    failed = [(f.latex, str(answer)) for f, answer in answers if isinstance(answer, FormulaError)]
    elements = iter([element(formula, answer) for formula, answer in answers])
    return ARITHMATEX.sub(lambda _: next(elements), page), failed


def element(formula: Formula, answer: str | FormulaError) -> str:
    """What stands on the page: the formula, or its LaTeX where it can't be rendered."""
    if isinstance(answer, FormulaError):
        return f"<code>{html.escape(formula.latex)}</code>"
    if formula.display:  # a wide one scrolls by itself, also by keyboard
        return f'<div class="formula" tabindex="0" role="math">{answer}</div>'
    return answer
