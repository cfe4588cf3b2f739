def beam_search(next_log_probs, width, max_length, end):
    """The best sequences that beam search finds, each with its log-probability."""
    beam = [((), 0.0)]
    for _ in range(max_length):
        candidates = []
        for tokens, score in beam:
            if tokens[-1:] == (end,):
                candidates.append((tokens, score))  # ended: competes, but is not extended
            else:
                for token, log_prob in next_log_probs(tokens).items():
                    candidates.append(((*tokens, token), score + log_prob))
        beam = sorted(candidates, key=lambda pair: (-pair[1], pair[0]))[:width]
        if all(tokens[-1] == end for tokens, _ in beam):
            break
    return beam
