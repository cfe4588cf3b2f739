from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "counts each word once",
        instead_of="frequency[pair] += count",
        writes="frequency[pair] += 1",
        fails="counts outweigh the number of words",
    ),
    Mistake(
        "breaks ties by what comes first",
        instead_of="min(frequency, key=lambda pair: (-frequency[pair], pair))",
        writes="max(frequency, key=frequency.get)",
        fails="a tie",
    ),
    Mistake(
        "breaks ties by the largest pair",
        instead_of="min(frequency, key=lambda pair: (-frequency[pair], pair))",
        writes="max(frequency, key=lambda pair: (frequency[pair], pair))",
        fails="a tie",
    ),
    Mistake(
        "breaks ties by the joined text",
        instead_of="(-frequency[pair], pair))",
        writes="(-frequency[pair], ''.join(pair)))",
        fails="a tie between pairs that are equally long when joined",
    ),
    Mistake(
        "does not stop when no pair is left",
        instead_of="        if not frequency:\n"
        "            break  # every word is a single symbol\n",
        writes="",
        fails="nothing left to merge",
    ),
    Mistake(
        "merges only the first occurrence in a word",
        instead_of="if result and (result[-1], symbol) == pair:",
        writes="if result and (result[-1], symbol) == pair and ''.join(pair) not in result:",
        fails="a letter four times in a row",
    ),
    Mistake(
        "replaces text in the joined symbols",
        instead_of="    result = []\n",
        writes="    text = ' '.join(symbols).replace(' '.join(pair), ''.join(pair))\n"
        "    return tuple(text.split(' '))\n"
        "    result = []\n",
        fails="the end of a longer symbol is no symbol",
    ),
)
