"""Features and label of each customer as of one snapshot day, without looking ahead."""

# --8<-- [start:rows]
SNAPSHOT, OBSERVED, GAP, OUTCOME = 100, 30, 7, 30  # days


def row(events):
    """Features from before the snapshot, and the label from the outcome window."""
    past = [(day, kind) for day, kind in events if SNAPSHOT - OBSERVED <= day < SNAPSHOT]
    sessions = [day for day, kind in past if kind == "session"]
    recent = sum(day >= SNAPSHOT - OBSERVED // 2 for day in sessions)
    start = SNAPSHOT + GAP
    return {
        "recency": SNAPSHOT - max(sessions),
        "frequency": len(sessions),
        "trend": recent - (len(sessions) - recent),  # second half minus first half
        "contacts": sum(kind == "support" for _, kind in past),
        "leaky": sum(kind == "support" for _, kind in events),  # no cut-off: wrong
        "churn": any(kind == "cancel" and start <= day < start + OUTCOME for day, kind in events),
    }


# --8<-- [end:rows]
# --8<-- [start:use]
def history(sessions, **others):
    """Events as (day, kind)."""
    return [(day, "session") for day in sessions] + [(d, kind) for kind, d in others.items()]


customers = {
    "ana": history([72, 80, 88, 96]),
    "ben": history([71, 74, 79, 86], support=110, cancel=112),
    "cem": history([70, 77, 84, 97], support=131, cancel=132),
    "dot": history([75], cancel=103),
    "eve": history([73, 95, 99], support=90, cancel=150),
}
print("     recency  frequency  trend  contacts  leaky  churn")
for name, events in customers.items():
    if any(kind == "cancel" and day < SNAPSHOT + GAP for day, kind in events):
        print(f"{name}  left before the outcome window: no row")
        continue
    values = zip(row(events).values(), (7, 11, 7, 10, 7, 7), strict=True)
    print(f"{name}  " + "".join(f"{int(value):{width}}" for value, width in values))
# --8<-- [end:use]
