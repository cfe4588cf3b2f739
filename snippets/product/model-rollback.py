"""Rolling back a model alone, and rolling back the bundle it belongs to."""

# --8<-- [start:bundles]
BUNDLES = {
    "v1": {
        "columns": ["income", "debt"],
        "prepare": lambda row: (row["income"] / 1_000, row["debt"]),
        "model": lambda x: 0.4 + 0.005 * x[0] - 0.5 * x[1],
        "threshold": 0.5,
    },
    "v2": {
        "columns": ["income"],
        "prepare": lambda row: (row["income"] / 100_000, 0),
        "model": lambda x: 0.2 + 0.6 * x[0],
        "threshold": 0.7,
    },
}


def approved(rows, model, prepare, threshold):
    """How many rows are approved if the parts come from these versions."""
    part = BUNDLES
    scores = [part[model]["model"](part[prepare]["prepare"](row)) for row in rows]
    return sum(score >= part[threshold]["threshold"] for score in scores)


def blockers(version, live_columns):
    """What the old bundle needs and production no longer delivers."""
    return [c for c in BUNDLES[version]["columns"] if c not in live_columns]


# --8<-- [end:bundles]
# --8<-- [start:use]
pairs = [(40_000, 0.1), (60_000, 0.3), (90_000, 0.2), (30_000, 0.4)]
rows = [{"income": income, "debt": debt} for income, debt in pairs]

print("v1, before the release:  ", approved(rows, "v1", "v1", "v1"))
print("v2, the release:         ", approved(rows, "v2", "v2", "v2"))
print("model of v1 alone:       ", approved(rows, "v1", "v2", "v2"))
print("model and preparation:   ", approved(rows, "v1", "v1", "v2"))
print("the whole bundle of v1:  ", approved(rows, "v1", "v1", "v1"))
print("missing before cleanup:  ", blockers("v1", ["income", "debt"]))
print("missing after cleanup:   ", blockers("v1", ["income"]))
# --8<-- [end:use]
