def verify_draft(drafted, draft_probs, target_probs, rng):
    """The tokens that come out of one round of speculative decoding.

    drafted: n tokens, each an index. draft_probs: n lists, the distributions they were drawn from.
    target_probs: n + 1 lists, the large model's distributions at the same places and the next one.
    rng: a random.Random. Returns a list of tokens: those accepted and one more.
    """
    ...
