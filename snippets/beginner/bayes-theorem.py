"""Bayes' theorem for a screening test, in three forms that must agree."""


# --8<-- [start:forms]
def posterior(prior, likelihood, likelihood_if_not):
    """P(A | B), from P(A), P(B | A) and P(B | not A)."""
    evidence = likelihood * prior + likelihood_if_not * (1 - prior)
    return likelihood * prior / evidence


def posterior_by_odds(prior, likelihood, likelihood_if_not):
    """The same: posterior odds are prior odds times the likelihood ratio."""
    odds = prior / (1 - prior) * likelihood / likelihood_if_not
    return odds / (1 + odds)


# --8<-- [end:forms]
# --8<-- [start:use]
prevalence, sensitivity, specificity = 0.01, 0.99, 0.95
false_positive_rate = 1 - specificity
once = posterior(prevalence, sensitivity, false_positive_rate)
by_odds = posterior_by_odds(prevalence, sensitivity, false_positive_rate)
twice = posterior(once, sensitivity, false_positive_rate)
negative = posterior(prevalence, 1 - sensitivity, specificity)

people = 10_000
tp = people * prevalence * sensitivity
fp = people * (1 - prevalence) * false_positive_rate

print(f"sick, given a positive:    {once:.4f}")
print(f"the same by odds:          {by_odds:.4f}")
print(f"counted: {tp:.0f} of {tp + fp:.0f} positives: {tp / (tp + fp):.4f}")
print(f"given two positives:       {twice:.4f}")
print(f"given a negative:          {negative:.6f}")
for prior in (0.001, 0.10, 0.50):
    value = posterior(prior, sensitivity, false_positive_rate)
    print(f"positive, prevalence {prior:.1%}: {value:.4f}")
# --8<-- [end:use]
