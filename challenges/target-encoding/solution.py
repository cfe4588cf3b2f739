from collections import Counter
from statistics import fmean


def target_encode(categories, targets, folds, smoothing):
    """Each row's category as a smoothed mean target over the rows of the other folds."""
    if len(set(folds)) < 2:
        raise ValueError("with one fold there is nothing to learn from")
    encoded = [0.0] * len(categories)
    for held_out in set(folds):
        others = [row for row, fold in enumerate(folds) if fold != held_out]
        prior = fmean(targets[row] for row in others)  # it must not see the fold either
        counts, sums = Counter(), Counter()
        for row in others:
            counts[categories[row]] += 1
            sums[categories[row]] += targets[row]
        for row, fold in enumerate(folds):
            if fold == held_out:
                category = categories[row]
                weight = counts[category] + smoothing
                total = sums[category] + smoothing * prior
                encoded[row] = total / weight if weight else prior
    return encoded
