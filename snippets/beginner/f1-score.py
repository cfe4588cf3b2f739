"""F1 beside the arithmetic mean, and three ways to average it over classes."""


# --8<-- [start:scores]
def f_beta(precision, recall, beta=1.0):
    """The harmonic mean in which recall weighs `beta` squared times as much as precision."""
    weight = beta**2
    return (1 + weight) * precision * recall / (weight * precision + recall)


def f1_per_class(matrix):
    """F1 of each class; matrix[i][j] counts the cases of class i predicted as j."""
    columns = list(zip(*matrix, strict=True))
    return [2 * row[i] / (sum(row) + sum(columns[i])) for i, row in enumerate(matrix)]


# --8<-- [end:scores]
# --8<-- [start:use]
print("precision  recall  arithmetic  harmonic (F1)")
for p, r in [(1.00, 0.01), (0.90, 0.10), (0.50, 0.50), (0.40, 0.80)]:
    print(f"{p:9.2f}{r:8.2f}{(p + r) / 2:12.4f}{f_beta(p, r):15.4f}")

p, r = 0.40, 0.80
print(f"\nat 0.40 and 0.80: F0.5 {f_beta(p, r, 0.5):.3f}, F2 {f_beta(p, r, 2):.3f}")

classes = ["billing", "technical", "abuse"]
tickets = [[78, 2, 0], [3, 12, 0], [4, 0, 1]]  # rows: actual class
sizes = [sum(row) for row in tickets]
scores = f1_per_class(tickets)
macro = sum(scores) / len(scores)
weighted = sum(n * f1 for n, f1 in zip(sizes, scores, strict=True)) / sum(sizes)
micro = sum(tickets[i][i] for i in range(len(tickets))) / sum(sizes)

print()
for name, n, f1 in zip(classes, sizes, scores, strict=True):
    print(f"{name:10}{n:3} tickets  F1 {f1:.3f}")
print(f"macro {macro:.3f}  weighted {weighted:.3f}  micro {micro:.3f}")
# --8<-- [end:use]
