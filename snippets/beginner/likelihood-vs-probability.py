"""Seven heads in ten tosses: the same formula as a distribution and as a likelihood."""

from math import comb, log


# --8<-- [start:model]
def probability(heads, tosses, p):
    """P(heads | p): read with p fixed it is a distribution, with heads fixed a likelihood."""
    return comb(tosses, heads) * p**heads * (1 - p) ** (tosses - heads)


# --8<-- [end:model]
# --8<-- [start:use]
data = [probability(x, 10, 0.5) for x in range(11)]
print(f"P(7 heads | p = 0.5)      {data[7]:.4f}")
print(f"sum over the data         {sum(data):.4f}")

grid = [i / 10_000 for i in range(10_001)]
likelihood = [probability(7, 10, p) for p in grid]
best = max(grid, key=lambda p: probability(7, 10, p))
print(f"integral over p           {sum(likelihood) / 10_000:.4f}")
print(f"largest likelihood        {max(likelihood):.4f} at p = {best:.1f}")
print(f"L(0.7) / L(0.5)           {max(likelihood) / data[7]:.3f}")

loss = -sum(log(best if heads else 1 - best) for heads in [1] * 7 + [0] * 3)
print(f"negative log-likelihood   {loss:.3f}")
ten_tosses = sum(data[7:])
third_tail = sum(probability(x, 9, 0.5) for x in range(7, 10))  # at most 2 tails in 9 tosses
print(f"p-value, ten tosses       {ten_tosses:.3f}")
print(f"p-value, third tail       {third_tail:.3f}")
# --8<-- [end:use]
