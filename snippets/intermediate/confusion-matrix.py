"""Rates of a binary matrix, and a three-class matrix shared out by rows and by columns."""

from math import sqrt


# --8<-- [start:binary]
def metrics(tp, fn, fp, tn):
    tpr, tnr = tp / (tp + fn), tn / (tn + fp)
    totals = (tp + fn) * (tn + fp) * (tp + fp) * (tn + fn)
    return {
        "recall (TPR)": tpr,
        "specificity (TNR)": tnr,
        "balanced accuracy": (tpr + tnr) / 2,
        "accuracy": (tp + tn) / (tp + fn + fp + tn),
        "precision": tp / (tp + fp),
        "F1": 2 * tp / (2 * tp + fp + fn),
        "MCC": (tp * tn - fp * fn) / sqrt(totals),
    }


at_05 = metrics(tp=26, fn=24, fp=10, tn=440)
at_02 = metrics(tp=42, fn=8, fp=46, tn=404)
half_fail = metrics(tp=42 * 9, fn=8 * 9, fp=46, tn=404)
print(f"{'':19}{'at 0.5':>9}{'at 0.2':>9}{'half fail':>11}")
for name in at_05:
    print(f"{name:19}{at_05[name]:9.3f}{at_02[name]:9.3f}{half_fail[name]:11.3f}")
# --8<-- [end:binary]

# --8<-- [start:classes]
classes = ["billing", "login", "shipping"]
matrix = [[80, 12, 8], [10, 280, 10], [5, 30, 65]]  # rows: actual


def by_rows(matrix):
    return [[count / sum(row) for count in row] for row in matrix]


def transpose(matrix):
    return [list(column) for column in zip(*matrix, strict=True)]


recall = by_rows(matrix)
precision = transpose(by_rows(transpose(matrix)))
print("\n          recall  precision")
for i, name in enumerate(classes):
    print(f"{name:9} {recall[i][i]:6.3f} {precision[i][i]:10.3f}")
# --8<-- [end:classes]
