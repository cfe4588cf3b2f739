def reservoir_sample(stream, k, rng):
    """A uniform random sample of k items of a stream, drawn in one pass.

    stream: an iterable of unknown length. rng: a random.Random. Returns a list.
    """
    ...
