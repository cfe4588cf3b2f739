"""One block of the original transformer, from token ids to next-token probabilities."""

from figure import BLUE, GREEN, INK, MUTED, ORANGE, PURPLE, arrow, box, diagram, show
from matplotlib.patches import Rectangle

# From the bottom up: what it is, its color, and the lower edge of its box.
STEPS = [
    ("token embeddings + positions", PURPLE, 0.4),
    ("multi-head attention, with a\ncausal mask in a decoder", BLUE, 3.2),
    ("add, then layer norm", MUTED, 5.6),
    ("feed-forward: $d$ to $4d$ to $d$,\neach token alone", ORANGE, 7.8),
    ("add, then layer norm", MUTED, 10.2),
    ("linear layer and softmax", GREEN, 13.0),
]
LEFT, WIDTH, HEIGHT = 2.2, 7.0, 1.4
MIDDLE = LEFT + WIDTH / 2

fig, ax = diagram(12.4, 15.6)
ax.add_patch(Rectangle((0.3, 2.0), 9.7, 10.2, fill=False, ec=INK, ls="--", lw=1.1))
ax.text(10.2, 7.1, "one block,\nrepeated\n$L$ times", va="center", color=INK)
for (text, color, y), after in zip(STEPS, [*STEPS[1:], (None, None, 15.1)], strict=True):
    box(ax, LEFT, y, WIDTH, HEIGHT, text, color)
    arrow(ax, (MIDDLE, y + HEIGHT), (MIDDLE, after[2]))
for start, end in [(2.5, 6.3), (7.4, 10.9)]:  # residual connections pass by on the left
    ax.plot([MIDDLE, 1.2, 1.2], [start, start, end], color=MUTED, lw=1.4)
    arrow(ax, (1.2, end), (LEFT, end))
    ax.text(0.85, (start + end) / 2, "residual", rotation=90, va="center", ha="center", color=MUTED)
ax.text(MIDDLE + 0.3, 14.9, "probabilities", va="center", color=MUTED)
show(fig)
