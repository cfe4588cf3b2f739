from math import exp


def softmax(scores):
    """The share of each score: exp(score) over the sum of all exp(score)."""
    largest = max(scores)  # raises ValueError for an empty list
    weights = [exp(score - largest) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]
