def sample_top_p(probabilities, p, rng):
    """Draw a token from the smallest set of likely tokens that has probability p or more."""
    tokens = range(len(probabilities))
    ranked = sorted(tokens, key=lambda token: -probabilities[token])  # stable: ties by index
    nucleus, total = [], 0.0
    for token in ranked:
        nucleus.append(token)
        total += probabilities[token]
        if total >= p:  # the token that reaches p belongs to the nucleus
            break
    return rng.choices(nucleus, weights=[probabilities[token] for token in nucleus])[0]
