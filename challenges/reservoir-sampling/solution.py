def reservoir_sample(stream, k, rng):
    """A uniform random sample of k items of a stream, drawn in one pass."""
    sample = []
    for before, item in enumerate(stream):  # before: how many items came earlier
        if before < k:
            sample.append(item)
        else:
            place = rng.randrange(before + 1)
            if place < k:  # probability k / (before + 1)
                sample[place] = item
    return sample
