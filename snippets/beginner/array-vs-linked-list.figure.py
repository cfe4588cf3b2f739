"""Five values as an array and as a linked list, in the same memory."""

from figure import BLUE, GRID, MUTED, ORANGE, PAPER, diagram, plt, show

fig, ax = diagram(12, 8.2)


def slot(x, y, text, color, width=1.0):
    ax.add_patch(plt.Rectangle((x, y), width, 0.9, fc=PAPER, ec=color, lw=1.5))
    ax.text(x + width / 2, y + 0.45, text, ha="center", va="center")


ax.text(0.3, 7.65, "Array: one block; slot i is at start + 8 · i", color=BLUE)
for i, value in enumerate("abcde"):
    slot(0.5 + 1.5 * i, 5.9, value, BLUE, width=1.5)
    ax.text(1.25 + 1.5 * i, 7.02, str(100 + 8 * i), ha="center", color=MUTED)
slot(8.0, 5.9, "", GRID, width=1.5)
slot(9.5, 5.9, "", GRID, width=1.5)
ax.text(9.5, 7.02, "spare", ha="center", color=MUTED)

ax.text(0.3, 4.75, "Linked list: nodes anywhere; each knows the next", color=ORANGE)
places = {"a": (0.5, 2.5), "d": (3.4, 2.5), "b": (6.3, 2.5), "e": (9.2, 2.5), "c": (4.9, 0.3)}
address = {"a": 300, "d": 340, "b": 420, "e": 480, "c": 900}
follower = dict(zip("abcd", "bcde", strict=True))
for value, (x, y) in places.items():
    slot(x, y, value, ORANGE, width=0.9)
    slot(x + 0.9, y, str(address.get(follower.get(value), "end")), ORANGE, width=1.3)
    ax.text(x + 0.45, y + 1.12, str(address[value]), ha="center", color=MUTED)


def link(start, end, bend):
    style = {"arrowstyle": "-|>", "color": MUTED, "lw": 1.4, "shrinkA": 0}
    style["connectionstyle"] = f"arc3,rad={bend}"
    ax.annotate("", end, start, arrowprops=style)


link((2.1, 2.5), (6.5, 2.5), 0.28)  # a to b
link((7.9, 2.5), (6.2, 1.2), -0.25)  # b to c
link((4.9, 0.75), (3.7, 2.5), -0.3)  # c to d
link((5.2, 3.4), (9.4, 3.4), -0.36)  # d to e
show(fig)
