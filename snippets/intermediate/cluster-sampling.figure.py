"""Which units are drawn: some of every stratum, or all of some clusters."""

from figure import BLUE, INK, MUTED, ORANGE, diagram, show
from matplotlib.patches import FancyBboxPatch

fig, ax = diagram(12, 9.2)
middle = {"ha": "center", "va": "center"}
TAKEN = {
    "Stratified": [{0, 4}, {1, 3}, {2, 5}, {0, 3}],
    "Cluster": [set(), set(range(6)), set(), set(range(6))],
}
for x, (name, rows), color in zip((0.3, 6.5), TAKEN.items(), (BLUE, ORANGE), strict=True):
    ax.text(x + 2.6, 8.6, name, color=INK, weight="bold", ha="center", va="center")
    for row, taken in enumerate(rows):
        y = 6.4 - 1.6 * row
        frame = {"boxstyle": "round,pad=0,rounding_size=0.2", "lw": 1.2}
        ax.add_patch(FancyBboxPatch((x, y), 5.2, 1.2, fc="none", ec=MUTED, **frame))
        for unit in range(6):
            # Strata hold like units, clusters hold a mixture: the marker is the kind of unit.
            kind = "osD^"[row if name == "Stratified" else (unit + row) % 4]
            fill = color if unit in taken else "none"
            edge = color if unit in taken else MUTED
            ax.plot(x + 0.6 + 0.8 * unit, y + 0.6, kind, mfc=fill, mec=edge, markersize=8)
ax.text(
    2.9, 0.85, "some of every group\ngroups: alike inside", color=MUTED, ha="center", va="center"
)
ax.text(
    9.1, 0.85, "all of some groups\ngroups: mixed inside", color=MUTED, ha="center", va="center"
)
show(fig)
