def stratified_split(labels, test_share, rng):
    """Split the positions of labels at random so that each class keeps its share."""
    positions = {}  # of each class; a dict keeps its order, so a seed always means one split
    for position, label in enumerate(labels):
        positions.setdefault(label, []).append(position)

    train, test = [], []
    for label, members in positions.items():
        if len(members) < 2:
            raise ValueError(f"one example of {label!r} can't be in both parts")
        size = round(test_share * len(members))
        size = min(max(size, 1), len(members) - 1)  # both parts know every class
        rng.shuffle(members)
        test += members[:size]
        train += members[size:]
    return train, test
