"""The house style of the guide's figures: SVG that takes its colors and font from the page.

A figure program ends in `show(fig)`, which prints the SVG. Inside the site the colors follow the
page's light or dark scheme; outside it, the fallbacks below apply.
"""

import io
import re
import sys
from pathlib import Path

import matplotlib

matplotlib.use("svg")

import matplotlib.pyplot as plt

INK = "#22272e"  # text and axes
MUTED = "#6b7280"  # secondary text, reference lines
GRID = "#d8dce2"  # grid lines and faint fills
PAPER = "#fdfdfc"  # the page behind the figure
BLUE = "#2b6cb0"
ORANGE = "#c05621"
GREEN = "#2f855a"
PURPLE = "#6b46c1"

# What each id begins with, so that no two figures share one.
PROGRAM = Path(sys.argv[0]).name.removesuffix(".py").replace(".", "-")

VARIABLES = {
    INK: "--figure-ink",
    MUTED: "--figure-muted",
    GRID: "--figure-grid",
    PAPER: "--figure-paper",
    BLUE: "--figure-blue",
    ORANGE: "--figure-orange",
    GREEN: "--figure-green",
    PURPLE: "--figure-purple",
}

plt.rcParams.update(
    {
        "svg.fonttype": "none",
        "svg.hashsalt": PROGRAM,
        "font.size": 10.5,
        "figure.facecolor": "none",
        "axes.facecolor": "none",
        "axes.edgecolor": INK,
        "axes.labelcolor": INK,
        "axes.titlecolor": INK,
        "axes.titlesize": 10.5,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.prop_cycle": plt.cycler(color=[BLUE, ORANGE, GREEN, PURPLE]),
        "grid.color": GRID,
        "legend.frameon": False,
        "lines.linewidth": 2,
        "figure.constrained_layout.use": True,
        "text.color": INK,
        "xtick.color": INK,
        "ytick.color": INK,
    }
)


def axes(width=4.8, height=3.2):
    """A figure and its axes; 4.8 inches fill the width of a phone at a legible size."""
    return plt.subplots(figsize=(width, height))


def diagram(columns, rows, width=4.8):
    """A figure and bare axes for boxes and arrows, in units of a `columns` × `rows` grid."""
    fig = plt.figure(figsize=(width, width * rows / columns), layout="none")
    ax = fig.add_axes((0, 0, 1, 1))
    ax.set(xlim=(0, columns), ylim=(0, rows), aspect="equal")
    ax.axis("off")
    return fig, ax


def box(ax, x, y, width, height, text, color=BLUE):
    """A rounded box with centered text; (x, y) is its lower left corner."""
    shape = matplotlib.patches.FancyBboxPatch(
        (x, y), width, height, boxstyle="round,pad=0,rounding_size=0.12", fc=PAPER, ec=color, lw=1.6
    )
    ax.add_patch(shape)
    ax.text(x + width / 2, y + height / 2, text, ha="center", va="center")


def arrow(ax, start, end, color=MUTED, style="-|>"):
    """An arrow from one (x, y) to another."""
    ax.annotate(
        "", end, start, arrowprops={"arrowstyle": style, "color": color, "lw": 1.4, "shrinkA": 0}
    )


def rounded(tag):
    """A tag with its coordinates to two decimals."""
    return re.sub(r"\d+\.\d{3,}", lambda number: f"{float(number.group()):.2f}", tag)


def with_names_in_order(svg):
    """An SVG whose clip paths and markers are named by their order: Matplotlib names them by their
    coordinates, whose last bits depend on the machine."""
    names = dict.fromkeys(re.findall(r' id="([^"]+)"', svg))
    for number, name in enumerate(names, 1):
        svg = svg.replace(name, f"{PROGRAM}-{number}")
    return svg


def show(fig):
    """Print the figure as an SVG whose colors and font are the page's."""
    buffer = io.StringIO()
    fig.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    svg = buffer.getvalue()
    svg = svg[svg.index("<svg ") :]
    svg = re.sub(
        r"<metadata>.*?</metadata>|<style.*?</style>|<defs>\s*</defs>", "", svg, flags=re.S
    )
    svg = re.sub(r'(<svg [^>]*?)width="[\d.]+pt" height="[\d.]+pt" ?', r"\1", svg, count=1)
    svg = re.sub(r' id="[\w.]+_\d+"', "", svg)  # names of groups, which would repeat on a page
    svg = re.sub(r"font-family: [^;\"]*", "font-family: inherit", svg)
    svg = re.sub(r"<[^>]+>", lambda tag: rounded(tag.group()), svg)  # coordinates, not labels
    svg = with_names_in_order(svg)
    for color, variable in VARIABLES.items():
        svg = svg.replace(color, f"var({variable}, {color})")
    print("\n".join(line.rstrip() for line in svg.splitlines() if line.strip()))
