def predict_proba(documents, labels, document, alpha=1.0):
    """The probability of each class for a new document, under multinomial naive Bayes.

    documents: n lists of words, to learn from; labels: their n classes;
    document: a list of words, to classify; alpha: the smoothing, greater than 0.
    Returns a dict from class to probability.
    """
    ...
