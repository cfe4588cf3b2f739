"""Expanding and sliding windows with a gap: the five folds of the page's program, in rows."""

from figure import BLUE, MUTED, ORANGE, PAPER, plt, show

tests = [147, 175, 203, 231, 259]  # the first of 28 test rows in each fold
gap = 6

fig, panels = plt.subplots(2, 1, figsize=(4.8, 4.2), sharex=True)
for ax, title, window in [
    (panels[0], "Expanding window: all the past", None),
    (panels[1], "Sliding window: the last 56 rows", 56),
]:
    for fold, test in enumerate(tests, 1):
        end = test - gap
        start = 0 if window is None else end - window
        ax.barh(fold, end - start, left=start, height=0.66, color=BLUE)
        ax.barh(fold, gap, left=end, height=0.66, fc=PAPER, ec=MUTED, hatch="////", lw=0.8)
        ax.barh(fold, 28, left=test, height=0.66, color=ORANGE)
    ax.text(tests[0] - gap - 28, 1, "train", color=PAPER, ha="center", va="center_baseline")
    ax.text(tests[0] + 14, 1, "test", color=PAPER, ha="center", va="center_baseline")
    ax.text(tests[0] - gap / 2, 0.6, "gap", color=MUTED, ha="center", va="bottom")
    ax.set_title(title, loc="left")
    ax.set(yticks=range(1, 6), ylabel="fold", ylim=(5.6, 0), xlim=(0, 288))
    ax.spines["left"].set_visible(False)
    ax.tick_params(axis="y", length=0)
panels[1].set_xlabel("row (day), in order of time")
show(fig)
