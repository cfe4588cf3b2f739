"""One formula, read in two directions: over the number of heads, and over the parameter."""

from math import comb

import numpy as np
from figure import BLUE, INK, MUTED, ORANGE, plt, show


def probability(heads, p):
    return comb(10, heads) * p**heads * (1 - p) ** (10 - heads)


fig, (over_data, over_p) = plt.subplots(2, 1, figsize=(4.8, 4.9), sharey=True)
heads = np.arange(11)
colors = [ORANGE if x == 7 else BLUE for x in heads]
over_data.bar(heads, [probability(int(x), 0.5) for x in heads], color=colors, width=0.7)
over_data.text(7.1, 0.135, "0.117", color=ORANGE, ha="center")
over_data.set_title("p fixed at 0.5: bars sum to 1", color=INK, loc="left")
over_data.set(xlabel="number of heads", ylabel="P(heads | p)", xticks=range(11), ylim=(0, 0.31))

p = np.linspace(0, 1, 401)
over_p.plot(p, probability(7, p), color=BLUE)
over_p.plot([0.5], [probability(7, 0.5)], "s", color=ORANGE)
over_p.plot([0.7], [probability(7, 0.7)], "o", color=INK)
over_p.axvline(0.7, color=MUTED, linestyle=":", linewidth=1.2)
over_p.text(0.48, 0.125, "L(0.5) = 0.117", color=ORANGE, ha="right")
over_p.text(0.685, 0.278, "L(0.7) = 0.267", color=INK, ha="right")
over_p.set_title("7 heads fixed: area 0.091, not 1", color=INK, loc="left")
over_p.set(xlabel="parameter p", ylabel="L(p)", xlim=(0, 1))
show(fig)
