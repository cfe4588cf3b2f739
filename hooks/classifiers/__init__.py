"""Confusion matrices and the metrics of classifiers, as pages state them."""
