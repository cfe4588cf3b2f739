"""A diverging run in float32: the gradient warns long before the first NaN."""

from figure import BLUE, INK, MUTED, ORANGE, axes, show

steps = range(1, 129)
fig, ax = axes(height=3.3)
ax.plot(steps, [2.0**k for k in steps], color=BLUE)
ax.plot(
    range(1, 65), [2.0 ** min(2 * k, 127.9) for k in range(1, 65)], color=ORANGE, linestyle="--"
)
ax.axhline(2.0**16, color=MUTED, linewidth=1.2, linestyle=":")
ax.text(126, 2.0**18.5, "65,504: largest float16", color=MUTED, ha="right")
ax.axhline(2.0**127.99, color=MUTED, linewidth=1.2, linestyle=":")
ax.text(2, 2.0**118.5, "3.4e38: largest float32", color=MUTED)
ax.text(42, 2.0**94, "loss", color=ORANGE, ha="right")
ax.text(92, 2.0**80, "gradient", color=BLUE)
ax.plot([129, 129], [1, 2.0**127.9], color=INK, linewidth=1.4)
ax.text(126, 2.0**34, "first NaN:\nstep 129", color=INK, ha="right")
ax.text(66, 2.0**104, "inf at 64", color=ORANGE)
ax.set(xlabel="step", ylabel="size (log scale)", xlim=(0, 138), ylim=(1, 2.0**131))
ax.set_yscale("log", base=10)
ax.set_yticks([1, 1e10, 1e20, 1e30])
show(fig)
