from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "draws from the large model after a rejection",
        instead_of="draw(residual, rng)",
        writes="draw(p, rng)",
        fails="the example",
    ),
    Mistake(
        "takes the residual the wrong way around",
        instead_of="max(0.0, target - draft)",
        writes="max(0.0, draft - target)",
        fails="the example",
    ),
    Mistake(
        "takes the absolute difference for the residual",
        instead_of="max(0.0, target - draft)",
        writes="abs(target - draft)",
        fails="the example",
    ),
    Mistake(
        "accepts with probability p",
        instead_of="rng.random() * q[token] >= p[token]",
        writes="rng.random() >= p[token]",
        fails="the example",
    ),
    Mistake(
        "accepts only what the large model likes at least as much",
        instead_of="rng.random() * q[token] >= p[token]",
        writes="q[token] > p[token]",
        fails="the example",
    ),
    Mistake(
        "returns no token beyond the draft",
        instead_of="return [*drafted, draw(target_probs[len(drafted)], rng)]",
        writes="return drafted",
        fails="equal models",
    ),
    Mistake(
        "goes on after a rejection",
        instead_of="            return [*drafted[:place], draw(residual, rng)]",
        writes="            drafted = list(drafted)\n"
        "            drafted[place] = draw(residual, rng)",
        fails="a token that the large model never says",
    ),
    Mistake(
        "uses the first distribution everywhere",
        instead_of="p, q = target_probs[place], draft_probs[place]",
        writes="p, q = target_probs[0], draft_probs[0]",
        fails="the first rejection ends the round",
    ),
)
