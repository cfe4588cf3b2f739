"""Latent Dirichlet allocation by collapsed Gibbs sampling, on six tiny documents."""

# --8<-- [start:gibbs]
from collections import Counter
from random import Random


def fit(docs, topics, alpha=0.1, beta=0.1, sweeps=500, seed=0):
    rng = Random(seed)
    V = len({word for doc in docs for word in doc})
    z = [[rng.randrange(topics) for _ in doc] for doc in docs]
    in_doc = [Counter(zs) for zs in z]  # tokens of document d in topic k
    of_word = [Counter() for _ in range(topics)]  # tokens of word w in topic k
    for doc, zs in zip(docs, z, strict=True):
        for word, k in zip(doc, zs, strict=True):
            of_word[k][word] += 1
    for _ in range(sweeps):
        for d, doc in enumerate(docs):
            for i, word in enumerate(doc):
                in_doc[d][z[d][i]] -= 1
                of_word[z[d][i]][word] -= 1
                weights = [
                    (in_doc[d][k] + alpha)
                    * (of_word[k][word] + beta)
                    / (of_word[k].total() + V * beta)
                    for k in range(topics)
                ]
                z[d][i] = rng.choices(range(topics), weights)[0]
                in_doc[d][z[d][i]] += 1
                of_word[z[d][i]][word] += 1
    return in_doc, of_word


# --8<-- [end:gibbs]
# --8<-- [start:use]
docs = [
    text.split()
    for text in (
        "goal team match goal coach",
        "team match coach fans goal",
        "match fans team goal match",
        "court law vote judge law",
        "vote law judge court vote",
        "goal team judge law court",
    )
]
in_doc, of_word = fit(docs, topics=2)
for k, counts in enumerate(of_word):
    print(f"topic {k}:", *sorted(word for word in counts if counts[word]))
for d, counts in enumerate(in_doc):
    theta = [(counts[k] + 0.1) / (len(docs[d]) + 2 * 0.1) for k in range(2)]
    print(f"document {d}: " + " ".join(f"{share:.2f}" for share in theta))
# --8<-- [end:use]
