from challenges.grader import Case

ENTRY = "learn_merges"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        'learn_merges({"low": 5, "lot": 2, "slow": 1}, 3)',
        gives=[("l", "o"), ("lo", "w"), ("lo", "t")],
        why="Count every pair of neighbors as often as its word comes, merge the most frequent one "
        "everywhere, and count again.",
    ),
    Case(
        "a tie",
        'learn_merges({"ba": 1, "ab": 1}, 2)',
        gives=[("a", "b"), ("b", "a")],
        why="Of equally frequent pairs, the smallest tuple is merged first, whichever word comes "
        "first in the dict.",
    ),
    Case(
        "nothing left to merge",
        'learn_merges({"go": 3, "a": 9}, 10)',
        gives=[("g", "o")],
        why="When every word is one symbol there are no pairs: return what you have learned.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "no merges asked for",
        'learn_merges({"low": 5}, 0)',
        gives=[],
        why="Check the number of merges before you learn one.",
    ),
    Case(
        "no words",
        "learn_merges({}, 3)",
        gives=[],
        why="Without words there are no pairs, and the maximum of nothing does not exist.",
    ),
    Case(
        "counts outweigh the number of words",
        'learn_merges({"xy": 1, "xyz": 1, "wxy": 1, "ab": 7}, 1)',
        gives=[("a", "b")],
        why="A pair is as frequent as it is in the text: a word that comes seven times counts "
        "seven times.",
    ),
    Case(
        "pairs do not cross words",
        'learn_merges({"ab": 2, "ca": 2, "bc": 1}, 3)',
        gives=[("a", "b"), ("c", "a"), ("b", "c")],
        why="The end of one word and the start of the next are no neighbors.",
    ),
    Case(
        "a letter three times in a row",
        'learn_merges({"aaa": 2, "bc": 3}, 3)',
        gives=[("a", "a"), ("b", "c"), ("aa", "a")],
        why="aaa has the pair (a, a) at two places, but a merge from left to right joins the "
        "first two letters and leaves one.",
    ),
    Case(
        "a letter four times in a row",
        'learn_merges({"aaaa": 1}, 5)',
        gives=[("a", "a"), ("aa", "aa")],
        why="One merge joins every occurrence in the word: a a a a becomes aa aa.",
    ),
    Case(
        "the end of a longer symbol is no symbol",
        'learn_merges({"xa": 9, "ab": 4, "xab": 2}, 3)',
        gives=[("x", "a"), ("a", "b"), ("xa", "b")],
        why="After x and a are merged, xab is xa b: the pair (a, b) is not in it. Compare whole "
        "symbols; replacing text finds pieces of them.",
    ),
    Case(
        "a tie between pairs that are equally long when joined",
        'learn_merges({"ab": 9, "bc": 13, "abb": 2, "abc": 2}, 4)',
        gives=[("b", "c"), ("a", "b"), ("a", "bc"), ("ab", "b")],
        why="Compare the pairs, not the joined texts: the left symbols first, then the right ones.",
    ),
    Case(
        "a space and a dot inside words",
        'learn_merges({"a b": 3, "c.": 2, "cxo": 1}, 5)',
        gives=[(" ", "b"), ("a", " b"), ("c", "."), ("c", "x"), ("cx", "o")],
        why="A space is a character like any other, so it can't separate the symbols of a word. "
        "In a regular expression, a dot that is not escaped stands for any character.",
    ),
)
