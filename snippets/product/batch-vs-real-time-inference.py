"""What a used prediction costs in batch and online, and how often a fan-out meets a slow call."""

from math import ceil


# --8<-- [start:costs]
def batch_cost(keys, used, per_second=2000, dollars_per_hour=0.50):
    """Dollars per million predictions used, if all keys are scored every night."""
    return keys / per_second / 3600 * dollars_per_hour / used * 1_000_000


def online_cost(used, peak_factor=4, per_second=100, dollars_per_hour=0.10, spare=1):
    """The same for servers that run all day, enough for the peak, and one to spare."""
    peak = used / 86_400 * peak_factor
    servers = ceil(peak / per_second) + spare
    return servers * 24 * dollars_per_hour / used * 1_000_000


def any_slow(calls, slow=0.01):
    """The chance that at least one of several independent calls is slow."""
    return 1 - (1 - slow) ** calls


# --8<-- [end:costs]
# --8<-- [start:use]
keys = 10_000_000 * 100  # users times contexts
print("dollars per million predictions used, each day")
print("used of all    batch   online")
for share in (0.001, 0.01, 0.1, 1.0):
    used = keys * share
    print(f"{share:11.1%}{batch_cost(keys, used):9.2f}{online_cost(used):9.2f}")
for calls in (1, 10, 50):
    print(f"{calls:2} calls: {any_slow(calls):.1%} of requests meet a slow one")
# --8<-- [end:use]
