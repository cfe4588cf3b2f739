"""Two kinds of leak in data with nothing to learn: only one is exposed by a better split."""

import random
from math import dist

# --8<-- [start:data]
rng = random.Random(2)
rows = []  # (patient, features, label): four scans of each patient
for patient in range(300):
    body = [rng.gauss(0, 1) for _ in range(6)]  # says who it is, not how ill
    ill = rng.random() < 0.5
    for _ in range(4):
        scan = [b + rng.gauss(0, 0.1) for b in body]
        treated = 10.0 * (ill and rng.random() < 0.9)  # after the diagnosis
        rows.append((patient, [*scan, treated], ill))


# --8<-- [end:data]
# --8<-- [start:evaluate]
def accuracy(rows, side, columns):
    """Accuracy of the nearest training row, testing where side(row) is true."""
    train = [row for row in rows if not side(row)]
    test = [row for row in rows if side(row)]
    cut = {id(row): [row[1][c] for c in columns] for row in rows}
    hits = 0
    for row in test:
        nearest = min(train, key=lambda other: dist(cut[id(other)], cut[id(row)]))
        hits += nearest[2] == row[2]
    return hits / len(test)


scans, everything = range(6), range(7)
by_row = {id(row): rng.random() < 0.5 for row in rows}
by_patient = {patient: rng.random() < 0.5 for patient in range(300)}
print("columns            split by row  by patient")
for name, columns in [("scan + treatment", everything), ("scan only", scans)]:
    loose = accuracy(rows, lambda row: by_row[id(row)], columns)
    strict = accuracy(rows, lambda row: by_patient[row[0]], columns)
    print(f"{name:18} {loose:12.2f} {strict:11.2f}")
# --8<-- [end:evaluate]
