def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, causal=False):
    """Self-attention with several heads.

    X: n rows of d floats
    W_q, W_k, W_v, W_o: d rows of d floats; queries are X W_q, and so on
    heads: how many heads; each one works on d / heads neighboring columns
    causal: if True, row i may look only at the rows 0 to i
    Returns n rows of d floats. Raises ValueError if heads does not divide d.
    """
    ...
