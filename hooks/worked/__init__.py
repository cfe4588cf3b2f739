"""Worked examples: Bayes' theorem, impurities, shapes, shares, the normal distribution."""
