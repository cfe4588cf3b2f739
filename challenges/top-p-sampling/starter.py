def sample_top_p(probabilities, p, rng):
    """Draw a token from the smallest set of likely tokens that has probability p or more.

    probabilities: a list of floats, one for each token. rng: a random.Random.
    Returns the token's index.
    """
    ...
