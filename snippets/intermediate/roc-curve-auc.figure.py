"""The ROC curve of ten scored payments, each threshold labelled, with the chance diagonal."""

from figure import BLUE, GRID, MUTED, axes, show

scores = [0.9, 0.8, 0.7, 0.6, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1]
fraud = [True, True, False, True, False, False, True, False, False, False]
positives, negatives = sum(fraud), len(fraud) - sum(fraud)

thresholds = sorted(set(scores), reverse=True)
flagged = [[t for s, t in zip(scores, fraud, strict=True) if s >= cut] for cut in thresholds]
tpr = [0, *(sum(f) / positives for f in flagged)]
fpr = [0, *((len(f) - sum(f)) / negatives for f in flagged)]

fig, ax = axes(height=4.0)
ax.fill_between(fpr, tpr, color=GRID, alpha=0.45, linewidth=0)
ax.plot([0, 1], [0, 1], color=MUTED, linestyle="--", linewidth=1.2)
ax.text(0.60, 0.49, "chance: AUC 0.5", color=MUTED)
ax.plot(fpr, tpr, color=BLUE, marker="o", markersize=5, clip_on=False)
ax.text(0.60, 0.86, "AUC 0.81", color=BLUE, fontweight="bold")
offsets = {0.9: (7, -4), 0.8: (7, 5), 0.7: (4, -14), 0.6: (-8, 8), 0.5: (6, -13), 0.4: (-8, 8)}
for threshold, x, y in zip(thresholds, fpr[1:], tpr[1:], strict=True):
    if threshold in offsets:
        ax.annotate(f"{threshold:.1f}", (x, y), offsets[threshold], textcoords="offset points")
ax.annotate("flag none", (0, 0), (26, 3), textcoords="offset points")
ax.annotate("flag all", (1, 1), (-36, 8), textcoords="offset points")
ax.set(xlabel="false-positive rate", ylabel="true-positive rate", xlim=(0, 1), ylim=(0, 1.1))
show(fig)
