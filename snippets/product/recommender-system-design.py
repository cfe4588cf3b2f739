"""Recall@k and NDCG@k of two recommenders, judged on what users watched next."""

import numpy as np


# --8<-- [start:metrics]
def top_k(scores, k):
    """The k best items of each user; scores: (users, items)."""
    return np.argsort(-scores, axis=1, kind="stable")[:, :k]


def recall_at_k(relevant, scores, k):
    """The share of each user's relevant items among the top k, averaged over users."""
    hits = np.take_along_axis(relevant, top_k(scores, k), axis=1)
    return np.mean(hits.sum(axis=1) / relevant.sum(axis=1))


def ndcg_at_k(relevant, scores, k):
    """Gain discounted by log2(rank + 1), divided by that of a perfect list."""
    discount = 1 / np.log2(np.arange(2, k + 2))
    gain = np.take_along_axis(relevant, top_k(scores, k), axis=1) @ discount
    ideal = -np.sort(-relevant, axis=1)[:, :k] @ discount
    return np.mean(gain / ideal)


# --8<-- [end:metrics]
# --8<-- [start:data]
def viewing_histories(users=1000, items=100, genres=5, length=12):
    """Which items each user watched, in order of time: (users, length)."""
    rng = np.random.default_rng(0)
    taste = rng.dirichlet(np.full(genres, 0.3), users) + 0.02
    appeal = 1 / np.arange(1, items + 1) ** 0.8  # a few hits, a long tail
    chance = taste[:, np.arange(items) % genres] * appeal
    chance /= chance.sum(axis=1, keepdims=True)
    return np.array([rng.choice(items, length, replace=False, p=row) for row in chance])


# --8<-- [end:data]
# --8<-- [start:use]
example = np.array([[1, 0, 1]]), np.array([[0.9, 0.8, 0.7]])
print(f"by hand: recall {recall_at_k(*example, 2):.2f}, NDCG {ndcg_at_k(*example, 3):.4f}")

watched = viewing_histories()
seen, later = np.zeros((2, 1000, 100))
np.put_along_axis(seen, watched[:, :9], 1, axis=1)  # the past trains
np.put_along_axis(later, watched[:, 9:], 1, axis=1)  # the last three test
together = seen.T @ seen  # how many users watched both items
size = np.sqrt(np.diag(together))
cosine = (together - np.diag(np.diag(together))) / np.outer(size, size)
for name, scores in [
    ("popularity", np.tile(seen.sum(axis=0), (1000, 1))),
    ("item-to-item", np.round(seen @ cosine, 9)),
]:
    scores = np.where(seen, -np.inf, scores)  # recommend nothing twice
    recall, ndcg = recall_at_k(later, scores, 10), ndcg_at_k(later, scores, 10)
    print(f"{name:13} recall@10 {recall:.2f}  NDCG@10 {ndcg:.2f}", end="")
    print(f"  titles shown {len(np.unique(top_k(scores, 10)))}")
# --8<-- [end:use]
