"""A pipeline whose stages leave artifacts with a fingerprint, and whose gates can stop it."""

import hashlib
import json


# --8<-- [start:pipeline]
def fingerprint(*parts):
    """Eight hex digits that change when any part changes: the parts are the lineage."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:8]


def accuracy(labels, predictions):
    return sum(y == p for y, p in zip(labels, predictions, strict=True)) / len(labels)


def gates(rows, champion, challenger, allowed_loss=0.02):
    """Each gate's name and whether it passes, in the order of the pipeline."""
    yield "data: no missing label", all(row["label"] is not None for row in rows)
    for name in ["overall", *sorted({row["slice"] for row in rows})]:
        part = [row for row in rows if name in ("overall", row["slice"])]
        labels = [row["label"] for row in part]
        old, new = (accuracy(labels, [m(row) for row in part]) for m in (champion, challenger))
        yield f"{name}: {old:.2f} -> {new:.2f}", new >= old - allowed_loss


def run(rows, code, champion, challenger):
    print("lineage", fingerprint(code, rows))
    for name, passed in gates(rows, champion, challenger):
        print(f"  {'pass' if passed else 'STOP'}  {name}")
        if not passed:
            return "champion stays"
    return "registered, waiting for its canary"


# --8<-- [end:pipeline]
# --8<-- [start:use]
def row(where, x, label):
    return {"slice": where, "x": x, "label": label}


def champion(row):
    return row["x"] > (7 if row["slice"] == "web" else 2)


def challenger(row):
    return row["x"] > 5


rows = [row("web", x, x > 5) for x in range(16)] + [row("app", x, x > 2) for x in range(4)]
print(run(rows, "commit 4f2a", champion, challenger))
rows[0]["label"] = None  # an upstream join breaks
print(run(rows, "commit 4f2a", champion, challenger))
# --8<-- [end:use]
