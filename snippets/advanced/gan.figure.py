"""The paths of the smallest GAN: around the equilibrium, or into it with a gradient penalty."""

from math import exp

from figure import BLUE, INK, ORANGE, axes, show


def path(penalty, steps=140, rate=0.1):
    """Alternating updates of the discriminator's psi and the generator's theta."""
    theta, psi = [1.0], [0.0]
    for _ in range(steps):
        slope = theta[-1] / (1 + exp(-psi[-1] * theta[-1])) + penalty * psi[-1]
        psi.append(psi[-1] - rate * slope)
        theta.append(theta[-1] + rate * psi[-1] / (1 + exp(-psi[-1] * theta[-1])))
    return theta, psi


fig, ax = axes(4.8, 4.2)
ax.set_aspect("equal")
ax.plot(*path(penalty=0), color=ORANGE, linestyle="--", linewidth=1.6)
ax.plot(*path(penalty=0.3), color=BLUE)
ax.plot([1, 0], [0, 0], color=INK, marker="o", markersize=5, linestyle="none")
ax.annotate("start", (1, 0), (6, 6), textcoords="offset points")
ax.annotate(
    "equilibrium",
    (0, 0),
    (0.12, 0.42),
    arrowprops={"arrowstyle": "-|>", "color": INK, "shrinkB": 4},
)
ax.text(0, 1.1, "no penalty: it circles", color=ORANGE, ha="center")
ax.text(-0.62, -0.76, "penalty 0.3: it settles", color=BLUE)
ax.set(xlabel=r"generator: $\theta$", ylabel=r"discriminator: $\psi$")
ax.set(xlim=(-1.25, 1.45), ylim=(-1.25, 1.3))
show(fig)
