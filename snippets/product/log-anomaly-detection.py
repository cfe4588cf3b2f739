"""Plain against robust scores on seasonal counts of one log template, with three incidents."""

import random
from statistics import fmean, median, pstdev

# --8<-- [start:data]
rng = random.Random(2)
HOURS, WEEK = 6 * 168, 168


def usual(hour):
    """Expected count: 400 by day, 40 by night, half of that on weekends."""
    day, clock = hour // 24, hour % 24
    return (400 if 8 <= clock < 20 else 40) / (2 if day % 7 >= 5 else 1)


counts = [rng.gauss(usual(h), 0.1 * usual(h)) for h in range(HOURS)]
night = 5 * WEEK + 27  # Tuesday, 3 a.m.
burst = range(5 * WEEK + 60, 5 * WEEK + 64)  # Wednesday at noon
storm = range(5 * WEEK + 84, 5 * WEEK + 88)  # Thursday at noon
counts[night] = 160  # four times the usual, less than any working hour
for hour in burst:
    counts[hour] = 2_000  # five times
for hour in storm:
    counts[hour] = 100_000  # 250 times


# --8<-- [end:data]
# --8<-- [start:scores]
def plain(counts):
    """Distance from the mean in standard deviations."""
    mean, deviation = fmean(counts), pstdev(counts)
    return [(c - mean) / deviation for c in counts]


def robust(values):
    """Distance from the median in units of 1.4826 times the MAD."""
    center = median(values)
    mad = median(abs(v - center) for v in values)
    return [(v - center) / (1.4826 * mad) for v in values]


def seasonal(counts):
    """Robust score of each hour's ratio to the median of that hour of the week."""
    base = [median(counts[h::WEEK]) for h in range(WEEK)]
    return robust([c / base[h % WEEK] for h, c in enumerate(counts)])


# --8<-- [end:scores]
# --8<-- [start:use]
truth = {night, *burst, *storm}
print("|score| > 6   storm   burst   night   false alarms")
for score in (plain, robust, seasonal):
    flagged = {h for h, s in enumerate(score(counts)) if abs(s) > 6}
    found = [len(flagged & set(hours)) for hours in (storm, burst, [night])]
    print(f"{score.__name__:12}" + "{:3} of 4{:3} of 4{:3} of 1".format(*found), end="")
    print(f"{len(flagged - truth):15}")
for name, hour in [("burst", burst[0]), ("night", night)]:
    print(f"{name}:", *(f"{f.__name__} {f(counts)[hour]:.1f}" for f in (plain, seasonal)))
# --8<-- [end:use]
