"""A cascade of two spam models: recall at one false-positive rate, and what it costs."""

from statistics import NormalDist

# --8<-- [start:cascade]
mail = NormalDist(0, 1)  # scores of legitimate mail, by either model
spam_light, spam_heavy = NormalDist(4, 1), NormalDist(6, 1)
spam_share, light_ms, heavy_ms = 0.2, 0.1, 20
target = 0.001  # of the legitimate mail, at most 1 in 1,000 is junked


def alone(spam):
    """Recall of one model with its threshold at the target false-positive rate."""
    return 1 - spam.cdf(mail.inv_cdf(1 - target))


def cascade(low=0.05, high=0.0002):
    """The light model passes or junks the clear cases, the heavy one decides the rest.

    low, high: the shares of legitimate mail whose light score is above each threshold.
    """
    t_low, t_high = mail.inv_cdf(1 - low), mail.inv_cdf(1 - high)
    # The rest of the target is spent on the legitimate mail that the heavy model sees.
    t_heavy = mail.inv_cdf(1 - (target - high) / (low - high))
    between = spam_light.cdf(t_high) - spam_light.cdf(t_low)
    recall = 1 - spam_light.cdf(t_high) + between * (1 - spam_heavy.cdf(t_heavy))
    return recall, (1 - spam_share) * (low - high) + spam_share * between


# --8<-- [end:cascade]
# --8<-- [start:use]
recall, to_heavy = cascade()
print("               recall   ms/message")
print(f"light alone    {alone(spam_light):6.1%}   {light_ms:6.2f}")
print(f"heavy alone    {alone(spam_heavy):6.1%}   {heavy_ms:6.2f}")
print(f"cascade        {recall:6.1%}   {light_ms + to_heavy * heavy_ms:6.2f}")
print(f"the heavy model sees {to_heavy:.1%} of the messages")
# --8<-- [end:use]
