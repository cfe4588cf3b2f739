from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "lets the nearest example decide alone",
        instead_of="[:k]",
        writes="[:1]",
        fails="the example",
    ),
    Mistake(
        "breaks a tie of votes by the label",
        instead_of="max(votes, key=votes.get)",
        writes="max(sorted(votes), key=votes.get)",
        fails="a tie of votes",
    ),
    Mistake(
        "breaks a tie of votes by the sum of the distances",
        instead_of="max(votes, key=votes.get)",
        writes="min(\n"
        "        votes,\n"
        "        key=lambda label: (\n"
        "            -votes[label],\n"
        "            sum(dist(X[i], query) for i in nearest if y[i] == label),\n"
        "        ),\n"
        "    )",
        fails="a tie of votes",
    ),
    Mistake(
        "sorts by distance and label",
        instead_of="key=lambda i: dist(X[i], query)",
        writes="key=lambda i: (dist(X[i], query), y[i])",
        fails="a tie of distances",
    ),
    Mistake(
        "lets everybody vote who is as near as the last",
        instead_of="    votes = Counter(y[i] for i in nearest)",
        writes="    last = dist(X[nearest[-1]], query)\n"
        "    nearest = [i for i in range(len(X)) if dist(X[i], query) <= last]\n"
        "    votes = Counter(y[i] for i in nearest)",
        fails="a tie of distances",
    ),
    Mistake(
        "measures Manhattan distance",
        instead_of="dist(X[i], query)",
        writes="sum(abs(a - b) for a, b in zip(X[i], query))",
        fails="Euclidean distance",
    ),
    Mistake(
        "returns nothing without examples",
        instead_of="    return max(",
        writes="    if not X:\n        return None\n    return max(",
        fails="no training examples",
    ),
)
