"""Water above the bars of a histogram: by scanning, by prefix maxima, and with two pointers."""

# --8<-- [start:scan]
from itertools import accumulate


def scan(height):
    """O(n²): for every bar, look for the highest one on each side."""
    return sum(
        min(max(height[: i + 1]), max(height[i:])) - bar for i, bar in enumerate(height)
    )  # both sides include the bar itself, so no term is negative


# --8<-- [end:scan]
# --8<-- [start:arrays]
def arrays(height):
    """O(n) time and space: the running maxima from both ends."""
    left = accumulate(height, max)
    right = reversed(list(accumulate(reversed(height), max)))
    return sum(min(a, b) - bar for a, b, bar in zip(left, right, height, strict=True))


# --8<-- [end:arrays]
# --8<-- [start:pointers]
def pointers(height):
    """O(n) time, O(1) space: close in from both ends, always moving the lower side."""
    i, j = 0, len(height) - 1
    left = right = water = 0
    while i <= j:
        left, right = max(left, height[i]), max(right, height[j])
        if left <= right:
            water += left - height[i]
            i += 1
        else:
            water += right - height[j]
            j -= 1
    return water


# --8<-- [end:pointers]
# --8<-- [start:use]
tests = {
    "empty": [],
    "rising": [1, 2, 3],
    "flat": [2, 2, 2],
    "one basin": [3, 0, 2],
    "two basins": [4, 2, 3, 0, 1, 5, 1, 2],
}
for name, height in tests.items():
    print(f"{name:10}", scan(height), arrays(height), pointers(height))
# --8<-- [end:use]
