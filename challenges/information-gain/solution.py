from collections import Counter, defaultdict
from math import log2


def information_gain(feature, labels):
    """By how many bits the entropy of the labels falls, on average, when the feature is known."""
    groups = defaultdict(list)
    for value, label in zip(feature, labels, strict=True):  # ValueError if the lengths differ
        groups[value].append(label)
    remaining = sum(len(group) / len(labels) * entropy(group) for group in groups.values())
    return entropy(labels) - remaining


def entropy(labels):
    """In bits; a class that does not occur is not counted, so no logarithm is that of 0."""
    shares = [count / len(labels) for count in Counter(labels).values()]
    return sum(share * log2(1 / share) for share in shares)
