"""A model package that is data, its contract, and the parity check of two serving paths."""

import json

# --8<-- [start:package]
PACKAGE = json.loads("""{
  "version": "churn-7", "trained_on": "events@2026-10-31",
  "inputs": {"months": [0, 600], "tickets": [0, 100]},
  "fill": {"months": 14, "tickets": 1},
  "weights": {"months": -0.02, "tickets": 0.4}, "bias": 0.1
}""")


def score(row, package):
    """Fill what is missing with the packaged values, check the contract, and score."""
    total = package["bias"]
    for name, (low, high) in package["inputs"].items():
        value = row.get(name)
        value = package["fill"][name] if value is None else value
        if not low <= value <= high:
            raise ValueError(f"{name} = {value} is outside {low} to {high}")
        total += package["weights"][name] * value
    return total


# --8<-- [end:package]
# --8<-- [start:parity]
def rewritten_for_the_api(row, package):
    """The same model typed again by another team: here a missing value is 0."""
    weights = package["weights"]
    return package["bias"] + sum(w * (row.get(name) or 0) for name, w in weights.items())


def mismatches(rows, offline, online, tolerance=1e-6):
    return [row for row in rows if abs(offline(row, PACKAGE) - online(row, PACKAGE)) > tolerance]


rows = [
    {"months": 20, "tickets": 3},
    {"months": 1, "tickets": 0},
    {"months": None, "tickets": 2},
    {"months": 36},
]
for online in (score, rewritten_for_the_api):
    wrong = mismatches(rows, score, online)
    print(f"{online.__name__}: {len(wrong)} of {len(rows)} rows differ")
for row in wrong:
    print(f"  {row}: {score(row, PACKAGE):.2f}, {online(row, PACKAGE):.2f}")

try:
    score({"months": 2400, "tickets": 1}, PACKAGE)  # someone sent days
except ValueError as error:
    print("refused:", error)
# --8<-- [end:parity]
