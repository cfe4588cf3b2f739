"""Layers with a cache: what a change rebuilds, and what a tag and a digest name."""

import hashlib

# --8<-- [start:build]
SECONDS = {"base": 0, "copy lock file": 1, "install": 240, "copy code": 1, "copy all": 1}


def build(steps, cache):
    """Each layer's digest covers the layer below; the cache helps until the first difference."""
    digest, seconds = "", 0
    for instruction, content in steps:
        digest = hashlib.sha256(f"{digest} {instruction} {content}".encode()).hexdigest()[:8]
        if digest not in cache:
            cache.add(digest)
            seconds += SECONDS[instruction]
    return digest, seconds


def lock_file_first(code):
    return [
        ("base", "slim"),
        ("copy lock file", "lock 7"),
        ("install", "lock 7"),
        ("copy code", code),
    ]


def everything_first(code):
    return [("base", "slim"), ("copy all", ("lock 7", code)), ("install", "lock 7")]


# --8<-- [end:build]
# --8<-- [start:use]
for layout in (everything_first, lock_file_first):
    cache = set()
    (old, first), (new, second) = build(layout("v1"), cache), build(layout("v2"), cache)
    print(f"{layout.__name__}: {first} s, after a change of code {second} s")

tags = {"serve:prod": old}
tags["serve:prod"] = new  # a release: the tag moves, both digests stay
print("digests differ:", old != new, "| tag means the new one:", tags["serve:prod"] == new)
tags["serve:prod"] = old  # a rollback: the old bytes, nothing rebuilt
print("rolled back:", tags["serve:prod"] == build(lock_file_first("v1"), cache)[0])
# --8<-- [end:use]
