def expected_calibration_error(labels, probabilities, bins=10):
    """The expected calibration error of predicted probabilities, with bins of equal width."""
    if not labels:
        raise ValueError("no examples")
    excess = [0.0] * bins  # per bin: the sum of the probabilities minus the sum of the labels
    for label, probability in zip(labels, probabilities, strict=True):
        last = bins - 1  # which holds the probability 1 as well
        excess[min(int(probability * bins), last)] += probability - label
    # A bin's share of the examples times its gap: size / n × |excess| / size = |excess| / n
    return sum(map(abs, excess)) / len(labels)
