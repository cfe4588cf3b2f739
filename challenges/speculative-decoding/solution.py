def verify_draft(drafted, draft_probs, target_probs, rng):
    """The tokens that come out of one round of speculative decoding."""
    for place, token in enumerate(drafted):
        p, q = target_probs[place], draft_probs[place]
        if rng.random() * q[token] >= p[token]:  # rejected: probability 1 - min(1, p/q)
            residual = [max(0.0, target - draft) for target, draft in zip(p, q, strict=True)]
            return [*drafted[:place], draw(residual, rng)]
    return [*drafted, draw(target_probs[len(drafted)], rng)]


def draw(weights, rng):
    return rng.choices(range(len(weights)), weights)[0]
