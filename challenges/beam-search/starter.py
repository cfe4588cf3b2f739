def beam_search(next_log_probs, width, max_length, end):
    """The best sequences that beam search finds, each with its log-probability.

    next_log_probs: a function from a tuple of tokens to a dict of next tokens to
    log-probabilities. end: the token that ends a sequence.
    Returns a list of pairs, the best first: a tuple of tokens and a float.
    """
    ...
