def k_means(points, centers):
    """Lloyd's algorithm from the given centers, until no label changes.

    points: n lists of d numbers; centers: k lists of d numbers, k at least 1.
    Returns (centers, labels): the k final centers, and for each point the index of its center.
    """
    ...
