"""Route the least certain cases to people: coverage, errors, cost and staff at each share."""

# --8<-- [start:cases]
# 1,000 cases a day, by the model's calibrated probability of being right.
groups = [(0.99, 500), (0.95, 250), (0.85, 150), (0.60, 100)]  # (right, cases)
HUMAN_RIGHT, REVIEW_COST, ERROR_COST, MINUTES = 0.92, 2, 50, 6
# --8<-- [end:cases]


# --8<-- [start:policy]
def policy(automated):
    """Decide the `automated` most certain groups by machine, and the others by people."""
    machine, people = groups[:automated], groups[automated:]
    reviewed = sum(cases for _, cases in people)
    machine_errors = sum(cases * (1 - right) for right, cases in machine)
    errors = machine_errors + reviewed * (1 - HUMAN_RIGHT)
    coverage = 1 - reviewed / 1_000
    accuracy = 1 - machine_errors / (1_000 - reviewed) if automated else None
    return coverage, accuracy, errors, reviewed * REVIEW_COST + errors * ERROR_COST, reviewed


# --8<-- [end:policy]
# --8<-- [start:use]
print("coverage  accuracy there  errors   cost  hours")
for automated in range(len(groups) + 1):
    coverage, accuracy, errors, cost, reviewed = policy(automated)
    there = f"{accuracy:.3f}" if accuracy else "-"
    print(f"{coverage:8.0%}{there:>16}{errors:8.1f}{cost:7.0f}{reviewed * MINUTES / 60:7.0f}")
# --8<-- [end:use]
