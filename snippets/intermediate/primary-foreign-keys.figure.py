"""Four orders whose foreign key points at the primary key of three customers, or at nothing."""

from figure import BLUE, GRID, INK, MUTED, ORANGE, arrow, diagram, show

ORDERS = [("11", "1", "30"), ("12", "1", "20"), ("13", "2", "10"), ("14", "NULL", "40")]
CUSTOMERS = [("1", "ada@x.test"), ("2", "bo@x.test"), ("3", "cy@x.test")]


def row_y(index):
    return 4.55 - index


def table(ax, name, heads, rows, left, widths):
    """A table with its name above; the left edges of its columns start at `left`."""
    edges = [left + sum(widths[:i]) for i in range(len(widths))]
    ax.text(left, 6.35, name, color=INK, weight="bold")
    for edge, width, (head, color) in zip(edges, widths, heads, strict=True):
        ax.text(edge + width / 2, 5.5, head, color=color, ha="center", va="center", fontsize=9.5)
    for index, row in enumerate(rows):
        y = row_y(index)
        ax.plot([left, left + sum(widths)], [y + 0.5, y + 0.5], color=GRID, linewidth=1.2)
        for edge, width, value in zip(edges, widths, row, strict=True):
            ax.text(edge + width / 2, y, value, ha="center", va="center")


fig, ax = diagram(14, 7.2)
table(
    ax,
    "orders",
    [("order_id\nPK", BLUE), ("customer_id\nFK", ORANGE), ("amount\n", MUTED)],
    ORDERS,
    0.2,
    (2, 2.7, 1.7),
)
table(
    ax,
    "customers",
    [("customer_id\nPK", BLUE), ("email\nunique", BLUE)],
    CUSTOMERS,
    8.7,
    (2.5, 2.6),
)
for order, customer in [(0, 0), (1, 0), (2, 1)]:
    arrow(ax, (6.6, row_y(order)), (8.8, row_y(customer)), color=ORANGE)
ax.text(6.8, row_y(3), "a guest", color=MUTED, va="center")
ax.text(11.25, row_y(3), "cy has no order", color=MUTED, ha="center", va="center")
show(fig)
