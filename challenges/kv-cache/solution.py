from math import exp, sqrt


class KVCache:
    """The keys and values of the tokens so far, for attention one token at a time."""

    def __init__(self):
        self.keys = []
        self.values = []

    def append(self, key, value):
        self.keys.append(tuple(key))  # copies: the caller may use its lists again
        self.values.append(tuple(value))

    def attend(self, query):
        scale = 1 / sqrt(len(query))
        scores = [scale * dot(query, key) for key in self.keys]
        largest = max(scores)  # raises ValueError while there are no tokens
        weights = [exp(score - largest) for score in scores]
        total = sum(weights)
        columns = zip(*self.values, strict=True)
        return [dot(weights, column) / total for column in columns]


def dot(a, b):
    return sum(x * y for x, y in zip(a, b, strict=True))
