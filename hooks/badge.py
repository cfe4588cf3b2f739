"""The README's badge: the share of numbers that a reader need not take on trust.

    python -m hooks.badge

writes .github/coverage.svg. The share is rounded down, so that the badge never says too much.
"""

import math
from collections import Counter
from fractions import Fraction
from pathlib import Path

from hooks.coverage import coverage, known_share, share
from hooks.guide import Guide

ROOT = Path(__file__).resolve().parent.parent
FILE = Path(".github/coverage.svg")

LABEL = "numbers checked, given or cited"
TEMPLATE = """\
<svg xmlns="http://www.w3.org/2000/svg" width="240" height="20" role="img" aria-label="{said}">
<title>{said}</title>
<clipPath id="round"><rect width="240" height="20" rx="3"/></clipPath>
<g clip-path="url(#round)">
<path fill="#444" d="M0 0h196v20H0z"/><path fill="#00695c" d="M196 0h44v20h-44z"/>
</g>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
<text x="98" y="14" textLength="184">{label}</text><text x="218" y="14">{percent}</text>
</g>
</svg>
"""


def known(guide: Guide) -> Fraction:
    """The share of the numbers in the guide's answers that are checked, given or cited."""
    return known_share(sum((share(coverage(q, guide)) for q in guide.questions), Counter()))


def badge(known: Fraction) -> str:
    """The badge as SVG."""
    percent = f"{math.floor(known * 100)}%"
    return TEMPLATE.format(said=f"{LABEL}: {percent}", label=LABEL, percent=percent)


if __name__ == "__main__":
    (ROOT / FILE).write_text(badge(known(Guide(ROOT))), encoding="utf-8")
