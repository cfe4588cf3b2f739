"""Four metrics of a constant forecast for five days of demand, and where each is least."""

import numpy as np
from figure import BLUE, GREEN, ORANGE, PURPLE, plt, show

demand = np.array([3, 4, 5, 6, 22])
constant = np.linspace(0, 26, 521)
error = demand - constant[:, None]

fig, panels = plt.subplots(2, 1, figsize=(4.8, 4.6), sharex=True, height_ratios=[3, 2])
for ax, values, color, style, best in [
    (panels[0], np.sqrt((error**2).mean(axis=1)), BLUE, "-", 8),
    (panels[0], np.abs(error).mean(axis=1), ORANGE, "--", 5),
    (panels[0], np.maximum(0.9 * error, -0.1 * error).mean(axis=1), GREEN, "-.", 22),
    (panels[1], 100 * (np.abs(error) / demand).mean(axis=1), PURPLE, "-", 4),
]:
    ax.plot(constant, values, color=color, linestyle=style)
    ax.plot([best], values[np.argmin(np.abs(constant - best))], "o", color=color)
panels[0].set(ylabel="units", ylim=(0, 15))
panels[0].text(3.5, 12.8, "RMSE: least at 8, the mean", color=BLUE)
panels[0].text(12.6, 5.5, "MAE: least at 5, the median", color=ORANGE)
panels[0].text(26, 2.7, "pinball 0.9: least at 22", color=GREEN, ha="right")
panels[1].text(26, 60, "MAPE: least at 4", color=PURPLE, ha="right")
panels[1].set(ylabel="percent", ylim=(0, 420), xlabel="the same forecast for all five days")
show(fig)
