from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "stops before the token that reaches p",
        instead_of="        nucleus.append(token)\n"
        "        total += probabilities[token]\n"
        "        if total >= p:  # the token that reaches p belongs to the nucleus\n"
        "            break\n",
        writes="        if nucleus and total + probabilities[token] > p:\n"
        "            break\n"
        "        nucleus.append(token)\n"
        "        total += probabilities[token]\n",
        fails="the example",
    ),
    Mistake(
        "gives the rest of the probability to the most likely token",
        instead_of="    return rng.choices(",
        writes="    if rng.random() >= total:\n        return nucleus[0]\n    return rng.choices(",
        fails="the example",
    ),
    Mistake(
        "returns the place in the ranking",
        instead_of="rng.choices(nucleus, weights",
        writes="rng.choices(range(len(nucleus)), weights",
        fails="the example",
    ),
    Mistake(
        "goes on until p is exceeded",
        instead_of="if total >= p:",
        writes="if total > p:",
        fails="p is reached exactly",
    ),
    Mistake(
        "takes the last of equal tokens first",
        instead_of="sorted(tokens, key=lambda token: -probabilities[token])",
        writes="sorted(tokens, key=lambda token: (-probabilities[token], -token))",
        fails="p is reached exactly",
    ),
    Mistake(
        "draws every token of the nucleus equally often",
        instead_of="rng.choices(nucleus, weights=[probabilities[token] for token in nucleus])[0]",
        writes="rng.choice(nucleus)",
        fails="the example",
    ),
    Mistake(
        "looks for the token that reaches p and finds none",
        instead_of="    return rng",
        writes="    if total < p:\n        raise IndexError(len(nucleus))\n    return rng",
        fails="p = 1 keeps every token, in spite of rounding",
    ),
)
