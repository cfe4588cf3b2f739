"""Multinomial naive Bayes on five emails: counts, smoothing, and sums of logarithms."""

from collections import Counter
from math import exp, log, prod

# --8<-- [start:fit]
mails = {
    "spam": ["free prize free", "free offer"],
    "ham": ["meeting offer", "meeting notes", "notes"],
}
n = sum(len(texts) for texts in mails.values())
prior = {y: len(texts) / n for y, texts in mails.items()}
counts = {y: Counter(" ".join(texts).split()) for y, texts in mails.items()}
vocabulary = set().union(*counts.values())


def p_word(word, y, alpha):
    """P(word | y), as if each word of the vocabulary had been seen alpha times more."""
    return (counts[y][word] + alpha) / (counts[y].total() + alpha * len(vocabulary))


# --8<-- [end:fit]
# --8<-- [start:predict]
def score(text, y, alpha=1):
    """log P(y) + the sum of log P(word | y)."""
    return log(prior[y]) + sum(log(p_word(word, y, alpha)) for word in text.split())


def p_spam(text, alpha=1):
    """The posterior, from the difference of the two scores."""
    return 1 / (1 + exp(score(text, "ham", alpha) - score(text, "spam", alpha)))


# --8<-- [end:predict]
# --8<-- [start:use]
for text in ("free meeting", "free meeting offer", "free free meeting"):
    print(f"{text:19} P(spam) = {p_spam(text):.3f}")
for word in ("free", "offer", "meeting"):
    ratio = p_word(word, "spam", 1) / p_word(word, "ham", 1)
    print(f"log-ratio of {word:8} {log(ratio):+.3f}")
print("400 words, product:", prod([p_word("notes", "spam", 1)] * 400))
print(f"400 words, sum of logs: {score('notes ' * 400, 'spam'):.1f}")
# --8<-- [end:use]
