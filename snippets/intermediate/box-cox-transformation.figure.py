"""Two hundred skewed values, before and after their Box-Cox transformation."""

from statistics import NormalDist

from figure import BLUE, GREEN, MUTED, PAPER, plt, show

y = [NormalDist(3, 1).inv_cdf((i + 0.5) / 200) ** 3 for i in range(200)]
LAMBDA = 0.33

fig, (before, after) = plt.subplots(1, 2, figsize=(4.8, 2.6))
before.hist(y, bins=range(0, 210, 15), color=BLUE, edgecolor=PAPER)
before.set(xlabel="y", title="skew 1.71", yticks=[])
transformed = [(v**LAMBDA - 1) / LAMBDA for v in y]
after.hist(transformed, bins=[i * 1.2 - 3 for i in range(16)], color=GREEN, edgecolor=PAPER)
after.set(xlabel=f"(y^{LAMBDA} − 1) / {LAMBDA}", title="skew −0.01", yticks=[])
before.set_ylabel("values", color=MUTED)
show(fig)
