"""Renewal by month of tenure, and what it says about each customer and about the total."""

# --8<-- [start:rates]
# Month of tenure, whether the customer left at its end, and how many such customers.
customers = [
    (1, True, 300),
    (1, False, 200),  # in the first month now: the decision is not known yet
    (2, True, 50),
    (2, False, 150),
    (3, True, 15),
    (4, False, 285),
]


def renewal_rates(customers):
    """For each month, the share that renewed among those whose decision is known."""
    rates = {}
    for month in sorted({month for month, left, _ in customers if left}):
        left_now = sum(n for m, left, n in customers if left and m == month)
        stayed = sum(n for m, _, n in customers if m > month)
        rates[month] = stayed / (stayed + left_now)
    return rates


# --8<-- [end:rates]
# --8<-- [start:use]
rates, remaining = renewal_rates(customers), 1
for month, rate in rates.items():
    remaining *= rate
    print(f"month {month}: {rate:.1%} renew, {remaining:.1%} of a cohort remain")

active = [(rates.get(m, rates[3]), n) for m, left, n in customers if not left]
expected = sum(n * p for p, n in active)
spread = sum(n * p * (1 - p) for p, n in active) ** 0.5
print(f"active: {sum(n for _, n in active)} of {sum(n for *_, n in customers)} ever")
print(f"expected to renew next month: {expected:.0f} +- {spread:.0f}")
# --8<-- [end:use]
