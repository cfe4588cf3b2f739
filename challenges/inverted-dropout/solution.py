def dropout(x, p, rng, training=True):
    """Inverted dropout: drop with probability p, scale the rest by 1 / (1 - p)."""
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    if not training:
        return list(x), [1.0] * len(x)
    scale = 1 / (1 - p)  # keeps the expected activation: (1 - p) * scale = 1
    factors = [0.0 if rng.random() < p else scale for _ in x]
    return [factor * a for factor, a in zip(factors, x, strict=True)], factors
