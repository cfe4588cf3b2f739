import random

from tests.snippets.load import load

program = load("product/feature-store")


def as_of(features, card, day):
    """The same join by looping over all values."""
    known = [
        (at, spend)
        for c, at, available, spend in features
        if c == card and available <= day and at >= day - 7
    ]
    return max(known)[1] if known else None


def test_the_join_agrees_with_a_loop_and_with_what_was_served():
    rng = random.Random(0)
    days = rng.sample(range(200), 40)
    features = [(rng.choice("AB"), day / 10, day / 10 + 0.1, 100 + i) for i, day in enumerate(days)]
    labels = [(rng.choice("ABC"), rng.randrange(300) / 10 + 0.05, 0) for _ in range(60)]
    store = program["store"]
    store.executescript("DELETE FROM feature; DELETE FROM label;")
    store.executemany("INSERT INTO feature VALUES (?, ?, ?, ?)", features)
    store.executemany("INSERT INTO label VALUES (?, ?, ?)", labels)
    joined = store.execute(program["AS_OF"]).fetchall()
    assert [spend for *_, spend in joined] == [as_of(features, c, d) for c, d, _ in sorted(labels)]
    assert [spend for *_, spend in joined] == [
        program["online"](c, d) for c, d, _ in sorted(labels)
    ]
    assert len({spend for *_, spend in joined}) > 10
