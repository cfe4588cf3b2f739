from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "does not scale",
        instead_of=" / sqrt(len(q))",
        writes="",
        fails="the example",
    ),
    Mistake(
        "divides by d instead of its root",
        instead_of="sqrt(len(q))",
        writes="len(q)",
        fails="the example",
    ),
    Mistake(
        "hides the query's own position",
        instead_of="j <= i",
        writes="j < i",
        fails="causal",
    ),
    Mistake(
        "hides the past",
        instead_of="j <= i",
        writes="j >= i",
        fails="causal",
    ),
    Mistake(
        "reads True as hidden",
        instead_of="mask[i][j])",
        writes="not mask[i][j])",
        fails="a query that may look at nothing",
    ),
    Mistake(
        "exponentiates the scores as they are",
        instead_of="exp(score - largest)",
        writes="exp(score)",
        fails="large scores",
    ),
    Mistake(
        "lets the causal mask replace the other one",
        instead_of="(mask is None or mask[i][j])",
        writes="(mask is None or causal or mask[i][j])",
        fails="mask and causal together",
    ),
    Mistake(
        "takes the mean of all values if none is allowed",
        instead_of="[0.0] * len(V[0])",
        writes="[sum(column) / len(V) for column in zip(*V)]",
        fails="a query that may look at nothing",
    ),
    Mistake(
        "hides values after the softmax",
        instead_of="looked_up(q, [K[j] for j in seen], [V[j] for j in seen])",
        writes="looked_up(q, K, [V[j] if j in seen else nothing for j in range(len(V))])",
        fails="causal",
    ),
    Mistake(
        "takes keys that are not there",
        instead_of="range(len(K)) if (mask is None or mask[i][j]) and (not causal or j <= i)]",
        writes="range(i + 1 if causal else len(K)) if mask is None or mask[i][j]]",
        fails="causal with more queries than keys",
    ),
    Mistake(
        "writes the causal mask into the other one",
        instead_of="    for i, q in enumerate(Q):\n",
        writes="    for i, q in enumerate(Q):\n        if causal and mask:\n"
        "            mask[i] = [may and j <= i for j, may in enumerate(mask[i])]\n",
        fails="the mask stays as it was",
    ),
)
