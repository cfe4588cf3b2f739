"""An encoder-decoder that translates three German words into four English ones."""

from figure import BLUE, INK, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

fig, ax = diagram(14, 13.2)
SOURCE, STATES = ["Das", "Haus", "brennt"], ["$h_1$", "$h_2$", "$h_3$"]
INPUT, OUTPUT = ["start", "The", "house", "is"], ["The", "house", "is", "burning"]

for i, (word, state) in enumerate(zip(SOURCE, STATES, strict=True)):
    x = 1.05 + 1.75 * i
    ax.text(x, 0.5, word, ha="center", va="center")
    arrow(ax, (x, 0.9), (x, 2.0))
    arrow(ax, (x, 4.6), (x, 5.7))
    box(ax, x - 0.6, 5.7, 1.2, 1.2, state, BLUE)
box(ax, 0.3, 2.0, 5.0, 2.6, "encoder:\neach word sees\nall words", BLUE)
for i, (word, result) in enumerate(zip(INPUT, OUTPUT, strict=True)):
    x = 7.5 + 1.85 * i
    ax.text(x, 0.5, word, ha="center", va="center", color=MUTED if i == 0 else INK)
    arrow(ax, (x, 0.9), (x, 2.0))
    arrow(ax, (x, 4.6), (x, 5.4))
    arrow(ax, (x, 8.2), (x, 9.0))
    arrow(ax, (x, 10.6), (x, 11.6))
    ax.text(x, 12.1, result, ha="center", va="center", weight="bold")
box(
    ax,
    6.6,
    2.0,
    7.2,
    2.6,
    "decoder: each word sees\nitself and earlier words\n(causal mask)",
    ORANGE,
)
box(
    ax,
    6.6,
    5.4,
    7.2,
    2.8,
    "cross-attention:\nqueries from the decoder,\nkeys and values from $h_1$ to $h_3$",
    PURPLE,
)
box(ax, 6.6, 9.0, 7.2, 1.6, "feed-forward, softmax", ORANGE)
arrow(ax, (5.3, 6.3), (6.6, 6.3), PURPLE)
ax.text(2.8, 7.5, "all encoder states", ha="center", va="center", color=MUTED)
show(fig)
