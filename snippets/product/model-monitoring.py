"""Precision of recent weeks while labels still arrive: as seen so far, and corrected."""

# --8<-- [start:cohorts]
from math import sqrt

ARRIVED = {12: 1.00, 8: 0.95, 4: 0.70, 2: 0.40, 1: 0.20}  # weeks: share of fraud labels


def so_far(hits, flagged):
    """What a dashboard shows that counts every missing label as 'no fraud'."""
    return hits / flagged


def corrected(hits, flagged, arrived):
    """Precision once all labels are in, if they arrive as before, and its standard error."""
    seen = hits / flagged
    return seen / arrived, sqrt(seen * (1 - seen) / flagged) / arrived


# --8<-- [end:cohorts]
# --8<-- [start:use]
flagged = 600  # alerts in each week's cohort
known_hits = {12: 240, 8: 228, 4: 168, 2: 72, 1: 36}  # confirmed by today

print("age  so far  corrected  95% interval")
for age, hits in known_hits.items():
    precision, error = corrected(hits, flagged, ARRIVED[age])
    low, high = precision - 1.96 * error, precision + 1.96 * error
    print(f"{age:2} w  {so_far(hits, flagged):5.0%}  {precision:8.0%}   {low:5.0%} to {high:.0%}")
# --8<-- [end:use]
