"""Daily operations of a feed's fan-out: copy on write, merge on read, or choose by author."""

# --8<-- [start:cost]
# Each class of authors: how many, followers of each, posts of each per day.
authors = {
    "ordinary": (10_000_000, 100, 1),
    "prolific": (10_000, 20_000, 5),
    "celebrity": (100, 5_000_000, 10),
}
opens_per_follower = 2  # how often a follower opens the feed, per day


def on_write(count, followers, posts):
    """Each post is copied into the inbox of each follower."""
    return count * followers * posts


def on_read(count, followers, posts):
    """Each time a feed is opened, each followed author's list is read."""
    return count * followers * opens_per_follower


def hybrid(count, followers, posts):
    """Push authors who post more rarely than followers read; pull the others."""
    rule = on_write if posts < opens_per_follower else on_read
    return rule(count, followers, posts)


# --8<-- [end:cost]
# --8<-- [start:use]
print("millions a day" + "".join(f"{name:>11}" for name in [*authors, "total"]))
for strategy in (on_write, on_read, hybrid):
    millions = [strategy(*group) / 1e6 for group in authors.values()]
    print(f"{strategy.__name__:14}", end="")
    print("".join(f"{m:11,.0f}" for m in [*millions, sum(millions)]))
# --8<-- [end:use]
