from math import dist


def k_means(points, centers):
    """Lloyd's algorithm from the given centers, until no label changes."""
    labels = None
    while labels != (nearest := [nearest_center(point, centers) for point in points]):
        labels = nearest
        groups = [[] for _ in centers]
        for point, label in zip(points, labels, strict=True):
            groups[label].append(point)
        centers = [
            mean(group) if group else center for group, center in zip(groups, centers, strict=True)
        ]
    return centers, labels


def nearest_center(point, centers):
    """The index of the nearest center; min keeps the first of equals."""
    return min(range(len(centers)), key=lambda k: dist(point, centers[k]))


def mean(points):
    return [sum(column) / len(points) for column in zip(*points, strict=True)]
