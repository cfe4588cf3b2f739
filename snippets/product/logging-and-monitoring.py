"""From a metric to the logs, and from one bad prediction to the data behind it."""

# --8<-- [start:log]
import hashlib
import hmac
from collections import Counter


def pseudonym(user, key):
    """With one key, a user always gets the same name, and only the key's owner can compute it."""
    return hmac.new(key, user.encode(), hashlib.sha256).hexdigest()[:16]


def keep(record, percent):
    """Keep all failures, and of the other requests the same sample in every service."""
    digest = hashlib.sha256(record["request"].encode()).hexdigest()
    return record["status"] != "ok" or int(digest, 16) % 100 < percent


def lineage(item, parents):
    """An item and all that it was made from, one branch after the other."""
    return [item] + [x for parent in parents.get(item, []) for x in lineage(parent, parents)]


# --8<-- [end:log]
# --8<-- [start:use]
logs = [
    {
        "request": f"r{i}",
        "user": pseudonym(f"user-{i % 3}", b"rotate me"),
        "model": "fraud-12",
        "features": "f7" if i >= 6 else "f6",
        "default_used": i in (6, 7, 9),
        "status": "ok",
    }
    for i in range(10)
]
parents = {
    "r9": ["fraud-12", "f7"],
    "fraud-12": ["run 481"],
    "run 481": ["payments 2026-11-01", "commit 3fa2"],
    "f7": ["accounts 2026-11-20", "commit 9c1e"],
}

print("metric: default used in", sum(r["default_used"] for r in logs), "of", len(logs))
print("logs, by feature version:", dict(Counter(r["features"] for r in logs if r["default_used"])))
print("one record:", *(logs[9][field] for field in ("request", "user", "model", "features")))
print("lineage of r9:", *lineage("r9", parents)[1:], sep="\n  ")
many = [{"request": f"q{i}", "status": "error" if i % 1_000 == 0 else "ok"} for i in range(20_000)]
kept = [r for r in many if keep(r, 5)]
print("kept:", Counter(r["status"] for r in kept)["error"], "of 20 errors,", len(kept), "in all")
# --8<-- [end:use]
