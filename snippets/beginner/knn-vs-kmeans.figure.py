"""The same eight points twice: a vote among three neighbors, and two clusters with centroids."""

import matplotlib.pyplot as plt
from figure import BLUE, INK, MUTED, ORANGE, PURPLE, show
from matplotlib.patches import Circle

points = [(1, 1), (1, 2), (2, 1), (2, 2), (5, 4), (5, 5), (6, 4), (6, 5)]
labels = "aaabbbbb"
query = (2.4, 2.2)
centroids = [(1.5, 1.5), (5.5, 4.5)]

fig, (knn, kmeans) = plt.subplots(1, 2, figsize=(4.8, 2.9), sharey=True)
for x, label in zip(points, labels, strict=True):
    shape, color = {"a": ("o", BLUE), "b": ("s", ORANGE)}[label]
    knn.plot(*x, shape, color=color, markersize=7)
    knn.annotate(label, x, (-5, 5), textcoords="offset points", ha="right", color=color)
    kmeans.plot(*x, "o", color=MUTED, markersize=7)

for neighbor in [(2, 2), (2, 1), (1, 2)]:
    knn.plot(*zip(query, neighbor, strict=True), color=MUTED, linewidth=1.2, zorder=0)
knn.plot(*query, "*", color=PURPLE, markersize=12)
knn.text(query[0], 3.9, "query", ha="center", color=PURPLE)
knn.add_patch(Circle(query, 1.5, fill=False, ec=PURPLE, ls="--", lw=1.2))
knn.set(title="k-NN, k = 3: a vote")

for centroid in centroids:
    kmeans.plot(*centroid, "X", color=PURPLE, markersize=9)
    kmeans.annotate("mean", centroid, (0, 22), textcoords="offset points", ha="center", color=INK)
# Points as near to one centroid as to the other: x1 * 4 + x2 * 3 = 23.
kmeans.plot([2, 5.75], [5, 0], "--", color=PURPLE, linewidth=1.2)
kmeans.set(title="k-means, k = 2: means")

for ax in (knn, kmeans):
    ax.set(xlim=(0, 7), ylim=(0, 6), aspect="equal", xticks=range(0, 7, 2), yticks=range(0, 7, 2))
show(fig)
