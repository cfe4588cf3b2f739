from collections import Counter
from math import log


def bm25(query, documents, k1=1.5, b=0.75):
    """The BM25 score of each document for a query."""
    n = len(documents)
    mean_length = sum(map(len, documents)) / n if n else 0
    frequencies = [Counter(document) for document in documents]

    def idf(term):
        containing = sum(term in tf for tf in frequencies)
        return log(1 + (n - containing + 0.5) / (containing + 0.5))

    weights = {term: idf(term) for term in query}
    scores = []
    for document, tf in zip(documents, frequencies, strict=True):
        # A term that is absent adds nothing, so lengths matter only where a document has some.
        present = [term for term in query if term in tf]
        norm = k1 * (1 - b + b * len(document) / mean_length) if present else 0
        scores.append(sum(weights[t] * tf[t] * (k1 + 1) / (tf[t] + norm) for t in present))
    return scores
