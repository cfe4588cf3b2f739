from math import log

from challenges.grader import Case

ENTRY = "beam_search"


# --8<-- [start:visible]
def logs(**probabilities):
    """The logarithms of some probabilities; dot stands for the token "."."""
    return {"." if token == "dot" else token: log(p) for token, p in probabilities.items()}


MODEL = {
    (): logs(a=0.6, b=0.4),
    ("a",): logs(x=0.55, y=0.45),
    ("b",): logs(x=0.9, y=0.1),
    ("a", "x"): logs(dot=1.0),
    ("a", "y"): logs(dot=1.0),
    ("b", "x"): logs(dot=1.0),
    ("b", "y"): logs(dot=1.0),
}

VISIBLE = (
    Case(
        "the example",
        'beam_search(MODEL.__getitem__, width=2, max_length=5, end=".")',
        gives=[(("b", "x", "."), log(0.36)), (("a", "x", "."), log(0.33))],
        why="Keep the best two of all extensions together, not one for each sequence: 0.4 × 0.9 "
        "beats 0.6 × 0.55 in the second step.",
    ),
    Case(
        "width 1 is greedy",
        'beam_search(MODEL.__getitem__, width=1, max_length=5, end=".")',
        gives=[(("a", "x", "."), log(0.33))],
        why="With a single place, the most likely first token wins and the better sequence is "
        "lost. That is what is asked here.",
    ),
    Case(
        "the length runs out",
        'beam_search(MODEL.__getitem__, width=2, max_length=2, end=".")',
        gives=[(("b", "x"), log(0.36)), (("a", "x"), log(0.33))],
        why="A step adds one token. Sequences that have not ended are returned as they are.",
    ),
)
# --8<-- [end:visible]

EARLY = {
    (): logs(dot=0.5, a=0.3, b=0.2),
    ("a",): logs(dot=0.9, c=0.1),
    ("b",): logs(dot=1.0),
    ("a", "c"): logs(dot=1.0),
}
LATE = {
    (): logs(a=0.7, dot=0.3),
    ("a",): logs(x=0.52, y=0.48),
    ("a", "x"): logs(dot=1.0),
    ("a", "y"): logs(dot=1.0),
}

CROWDED = {
    (): logs(stop=0.4, go=0.35, run=0.25),
    ("go",): logs(up=0.52, down=0.48),
    ("go", "up"): logs(on=0.6, off=0.4),
    ("go", "down"): logs(stop=1.0),
    ("go", "up", "on"): logs(stop=1.0),
}

HIDDEN = (
    Case(
        "an ended sequence keeps its place",
        'beam_search(EARLY.__getitem__, width=2, max_length=5, end=".")',
        gives=[((".",), log(0.5)), (("a", "."), log(0.27))],
        why="A sequence that ends with the end token is not extended. Its log-probability stays, "
        "and it competes with the others in each step.",
    ),
    Case(
        "an ended sequence can lose its place",
        'beam_search(LATE.__getitem__, width=2, max_length=5, end=".")',
        gives=[(("a", "x", "."), log(0.364)), (("a", "y", "."), log(0.336))],
        why="After the second step, two sequences are more likely than the one that ended: it "
        "goes, like any other.",
    ),
    Case(
        "an ended sequence takes up a place",
        """
        model = CROWDED.__getitem__
        beam_search(model, width=2, max_length=9, end="stop")
        """,
        gives=[(("stop",), log(0.4)), (("go", "up", "on", "stop"), log(0.1092))],
        why="What has ended is still one of the `width` sequences. If you put it aside, its place "
        "goes to another, here to (go, down). The end is what the caller says, not always a dot.",
    ),
    Case(
        "a width for everything",
        'beam_search(EARLY.__getitem__, width=100, max_length=5, end=".")',
        gives=[
            ((".",), log(0.5)),
            (("a", "."), log(0.27)),
            (("b", "."), log(0.2)),
            (("a", "c", "."), log(0.03)),
        ],
        why="There may be fewer candidates than places; then all are kept, and sorted.",
    ),
    Case(
        "ties",
        """
        coin = logs(b=0.5, a=0.5)
        beam_search(lambda tokens: coin, width=3, max_length=2, end=".")
        """,
        gives=[
            (("a", "a"), 2 * log(0.5)),
            (("a", "b"), 2 * log(0.5)),
            (("b", "a"), 2 * log(0.5)),
        ],
        why="Of equally likely sequences the smaller tuple comes first, whatever the order in the "
        "dict.",
    ),
    Case(
        "no step at all",
        'beam_search(MODEL.__getitem__, width=2, max_length=0, end=".")',
        gives=[((), 0.0)],
        why="Before the first step the beam holds the empty sequence, of probability 1.",
    ),
    Case(
        "the model is asked once for each sequence",
        """
        asked = []
        def model(tokens):
            asked.append(tokens)
            return MODEL[tokens]
        beam_search(model, width=2, max_length=5, end=".")
        sorted(asked)
        """,
        gives=[(), ("a",), ("a", "x"), ("b",), ("b", "x")],
        why="Each call is a pass through a large network. Ask only for sequences in the beam that "
        "have not ended, and stop when all have.",
    ),
    Case(
        "a long and unlikely sequence",
        """
        unlikely = logs(a=0.001, b=0.0009)
        def model(tokens):
            return unlikely
        [(tokens, score)] = beam_search(model, 1, 200, end=".")
        [set(tokens), len(tokens), score]
        """,
        gives=[{"a"}, 200, -1381.5510557964274],  # 200 ln 0.001 = -600 ln 10
        why="A product of 200 such probabilities underflows to 0: add their logarithms.",
    ),
    Case(
        "a length that is never reached",
        'beam_search(EARLY.__getitem__, width=2, max_length=10**8, end=".")',
        gives=[((".",), log(0.5)), (("a", "."), log(0.27))],
        why="When every sequence in the beam has ended, nothing can change any more.",
    ),
)
