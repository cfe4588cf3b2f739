"""The order of questions about a gap between training and validation, and what each finds."""

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

# Question, answer that leads to the cause, cause and remedy, color
STEPS = [
    (
        "Larger than chance?\n(interval of the gap)",
        "no",
        "too few rows:\nenlarge validation",
        MUTED,
    ),
    (
        "Do training rows score\nthe same by the\nvalidation code?",
        "no",
        "bug: fix the\nevaluation",
        ORANGE,
    ),
    (
        "Are held-out rows of\nthe training source\nas bad?",
        "yes",
        "overfitting: act\non variance",
        BLUE,
    ),
    (
        "Can a classifier tell\nthe two sources\napart?",
        "yes",
        "distributions\ndiffer: fix the split\nor the data",
        PURPLE,
    ),
    (
        "Do 100 re-labeled\nerrors show wrong\nlabels?",
        "yes",
        "label noise: clean\nthe labels",
        GREEN,
    ),
]

fig, ax = diagram(10.4, 12.4)
for i, (question, to_cause, cause, color) in enumerate(STEPS):
    y = 10.3 - 2.5 * i
    box(ax, 0.1, y, 5.0, 1.8, question, color=MUTED)
    box(ax, 6.3, y, 4.0, 1.8, cause, color=color)
    arrow(ax, (5.1, y + 0.9), (6.3, y + 0.9))
    ax.text(5.65, y + 1.1, to_cause, ha="center", color=MUTED)
    if i < len(STEPS) - 1:
        arrow(ax, (2.6, y), (2.6, y - 0.7))
        ax.text(2.8, y - 0.4, "yes" if to_cause == "no" else "no", va="center", color=MUTED)
show(fig)
