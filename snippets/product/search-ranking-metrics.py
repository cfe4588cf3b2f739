"""Ranking metrics of one result list by counting, and the mixing of two rankings."""

# --8<-- [start:metrics]
import random
from math import log2


def binary_metrics(grades, relevant, k):
    """Precision@k, recall@k, reciprocal rank and average precision; a grade above 0 is a hit."""
    hits = [grade > 0 for grade in grades[:k]]
    at = [rank for rank, hit in enumerate(hits, 1) if hit]
    average = sum(sum(hits[:rank]) / rank for rank in at) / relevant
    return sum(hits) / k, sum(hits) / relevant, 1 / at[0] if at else 0, average


def dcg(grades, gain):
    return sum(gain(grade) / log2(rank + 1) for rank, grade in enumerate(grades, 1))


def ndcg(grades, pool, k, gain):
    """DCG of the list, divided by that of the best k of all judged documents."""
    return dcg(grades[:k], gain) / dcg(sorted(pool, reverse=True)[:k], gain)


# --8<-- [end:metrics]
# --8<-- [start:interleave]
def team_draft(a, b, length, rng):
    """In each round both rankers, in random order, add their best document not yet shown."""
    shown, team = [], []
    while len(shown) < length:
        for name, ranking in [("A", a), ("B", b)][:: 1 if rng.random() < 0.5 else -1]:
            shown.append(next(document for document in ranking if document not in shown))
            team.append(name)
    return shown[:length], team[:length]


# --8<-- [end:interleave]
# --8<-- [start:use]
grades, pool = [3, 0, 2, 1, 0], [3, 2, 2, 1]  # the list shown; all judged relevant documents
names = ["precision@5", "recall@5", "reciprocal rank", "average precision"]
for name, value in zip(names, binary_metrics(grades, len(pool), 5), strict=True):
    print(f"{name:18} {value:.3f}")
print(f"NDCG@5, 2^g - 1    {ndcg(grades, pool, 5, lambda g: 2**g - 1):.3f}")
print(f"NDCG@5, linear     {ndcg(grades, pool, 5, lambda g: g):.3f}")

shown, team = team_draft("pqrstu", "qpuvrs", 4, random.Random(1))
print("shown:", *shown, " credited to:", *team)
wins = sum(team_draft("pqrstu", "qpuvrs", 4, random.Random(i))[1][0] == "A" for i in range(1_000))
print(f"A has the first place in {wins / 1_000:.0%} of the lists")
# --8<-- [end:use]
