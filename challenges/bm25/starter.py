def bm25(query, documents, k1=1.5, b=0.75):
    """The BM25 score of each document for a query.

    query: a list of terms. documents: a list of lists of terms. Returns a list of floats.
    """
    ...
