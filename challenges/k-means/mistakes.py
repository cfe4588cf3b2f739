from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "does one round only",
        instead_of="    while labels != (nearest := [nearest_center(point, centers) for point in "
        "points]):\n        labels = nearest\n",
        writes="    for _ in range(1):\n"
        "        labels = [nearest_center(point, centers) for point in points]\n",
        fails="the example",
    ),
    Mistake(
        "gives ties to the last center",
        instead_of="min(range(len(centers)), key",
        writes="min(reversed(range(len(centers))), key",
        fails="a point halfway goes to the first center",
    ),
    Mistake(
        "moves a center without points to the origin",
        instead_of="else center",
        writes="else [0.0] * len(center)",
        fails="a center without points stays",
    ),
    Mistake(
        "measures Manhattan distance",
        instead_of="dist(point, centers[k])",
        writes="sum(abs(x - c) for x, c in zip(point, centers[k]))",
        fails="Euclidean distance",
    ),
    Mistake(
        "stops after a hundred rounds",
        instead_of="    while labels != (nearest := [nearest_center(point, centers) for point in "
        "points]):\n        labels = nearest\n",
        writes="    for _ in range(100):\n"
        "        nearest = [nearest_center(point, centers) for point in points]\n"
        "        if nearest == labels:\n"
        "            break\n"
        "        labels = nearest\n",
        fails="many rounds of small moves",
    ),
    Mistake(
        "moves the caller's centers",
        instead_of="        centers = [\n",
        writes="        centers[:] = [\n",
        fails="the input stays as it was",
    ),
)
