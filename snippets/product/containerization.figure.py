"""Two virtual machines with kernels of their own, and two containers that share the host's."""

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, box, diagram, show

fig, ax = diagram(11, 7.4)
for left, title, layers in [
    (
        0.2,
        "virtual machines",
        [("app + libraries", BLUE), ("guest kernel", ORANGE)],
    ),
    (5.7, "containers", [("app + libraries", BLUE)]),
]:
    ax.text(left + 2.55, 7.0, title, weight="bold", ha="center", va="center")
    for copy in range(2):
        x = left + 2.65 * copy
        for row, (name, color) in enumerate(layers):
            text = name.replace(" + ", " +\n")
            box(ax, x, 5.2 - 1.35 * row, 2.45, 1.2, text, color=color)
box(ax, 0.2, 2.5, 5.1, 1.1, "hypervisor", color=PURPLE)
box(ax, 5.7, 3.85, 5.1, 1.1, "container runtime", color=GREEN)
box(ax, 5.7, 2.5, 5.1, 1.1, "one host kernel\n+ GPU driver", color=ORANGE)
box(ax, 0.2, 1.15, 10.6, 1.1, "hardware: x86 or Arm, GPU", color=MUTED)
ax.text(5.5, 0.5, "below the app, containers share it all", color=MUTED, ha="center", va="center")
show(fig)
