def attention(Q, K, V, mask=None, causal=False):
    """Scaled dot-product attention.

    Q: n queries of d floats; K: m keys of d floats; V: m values of e floats, with m at least 1
    mask: n rows of m booleans, True where the query may look at the key; None allows all
    causal: if True, query i may look only at the keys 0 to i
    Returns n rows of e floats; a query that may look at no key gets zeros.
    """
    ...
