"""Q-learning in a corridor: a small reward is near, a large one far, and nobody says where."""

import random

# --8<-- [start:task]
REWARD = {0: 1.0, 5: 10.0}  # cells 0 and 5 end an episode; every episode starts in cell 2
DISCOUNT = 0.9
LEFT, RIGHT = -1, 1


# --8<-- [end:task]
# --8<-- [start:train]
def train(epsilon, episodes=500, seed=0):
    """The learned value of each (cell, move) that was ever tried."""
    rng = random.Random(seed)
    q = {}
    for _ in range(episodes):
        cell = 2
        while cell not in REWARD:
            explore = rng.random() < epsilon
            move = rng.choice([LEFT, RIGHT]) if explore else best(q, cell)
            after = cell + move
            future = 0.0 if after in REWARD else q.get((after, best(q, after)), 0.0)
            q[cell, move] = REWARD.get(after, 0.0) + DISCOUNT * future
            cell = after
    return q


def best(q, cell):
    """The move of higher value; what was never tried counts 0, and ties go left."""
    return max([LEFT, RIGHT], key=lambda move: q.get((cell, move), 0.0))


# --8<-- [end:train]
# --8<-- [start:use]
for epsilon in (0.0, 0.3):
    q = train(epsilon)
    left, right = q.get((2, LEFT), 0.0), q.get((2, RIGHT), 0.0)
    print(f"explore {epsilon:.0%}: tried {len(q)} of 8 moves")
    print(f"  from cell 2: left {left:.3f}, right {right:.3f}")
# --8<-- [end:use]
