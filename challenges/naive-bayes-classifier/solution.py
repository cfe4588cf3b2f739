from collections import Counter
from math import exp, log


def predict_proba(documents, labels, document, alpha=1.0):
    """The probability of each class for a new document, under multinomial naive Bayes."""
    classes = Counter(labels)
    counts = {label: Counter() for label in classes}
    for words, label in zip(documents, labels, strict=True):
        counts[label].update(words)
    vocabulary = set().union(*counts.values())
    known = [word for word in document if word in vocabulary]

    scores = {}
    for label, count in counts.items():
        total = count.total() + alpha * len(vocabulary)
        likelihood = sum(log((count[word] + alpha) / total) for word in known)
        scores[label] = log(classes[label] / len(labels)) + likelihood

    largest = max(scores.values())  # so that one exponential is 1: the sum is never 0
    weights = {label: exp(score - largest) for label, score in scores.items()}
    evidence = sum(weights.values())
    return {label: weight / evidence for label, weight in weights.items()}
