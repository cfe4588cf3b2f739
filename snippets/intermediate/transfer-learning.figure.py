"""What is trained, and what stays as it was pre-trained, in three ways to reuse a network."""

from figure import BLUE, INK, MUTED, ORANGE, arrow, box, diagram, show

fig, ax = diagram(12, 8.3)
ways = [
    (0.1, "frozen features", (False, False), "head", False),
    (4.2, "full fine-tuning", (True, True), "head", False),
    (8.3, "adapters (LoRA)", (False, False), "head", True),
]
for x, name, trained, head, low_rank in ways:
    ax.text(x + 1.75, 7.6, name, ha="center", va="center", color=INK, weight="bold")
    wide = 2.1 if low_rank else 3.5
    for level, text in enumerate(["lower layers", "upper layers"]):
        y = 0.6 + 2.4 * level
        learns = trained[level]
        said = text.replace(" ", "\n") if low_rank else text
        said += "\ntrained" if learns else "\nkept"
        box(ax, x, y, wide, 1.6, said, color=BLUE if learns else MUTED)
        if low_rank:
            box(ax, x + 2.3, y, 1.2, 1.6, "+BA\nnew", color=ORANGE)
            arrow(ax, (x + 1.05, y + 1.6), (x + 1.05, y + 2.4))
        else:
            arrow(ax, (x + 1.75, y + 1.6), (x + 1.75, y + 2.4))
    box(ax, x, 5.4, 3.5, 1.5, head + "\nnew", color=ORANGE)
show(fig)
