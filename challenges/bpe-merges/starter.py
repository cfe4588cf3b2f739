def learn_merges(word_counts, merges):
    """The merges of byte-pair encoding, in the order in which they are learned.

    word_counts: a dict of words to counts. merges: how many to learn, at most.
    Returns a list of pairs of symbols, each a tuple of two strings.
    """
    ...
