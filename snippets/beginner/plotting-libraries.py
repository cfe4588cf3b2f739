"""One chart twice: drawn step by step, and described for a library to draw."""

import json
from math import sqrt

import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt

# --8<-- [start:data]
right = {"A": 902, "B": 911}  # correct answers on the same 1,000 test rows
rows = []
for model, count in right.items():
    p = count / 1_000
    half = 1.96 * sqrt(p * (1 - p) / 1_000)
    rows.append({"model": model, "accuracy": p, "low": p - half, "high": p + half})
    print(f"{model}: {p:.3f}, 95% interval {p - half:.3f} to {p + half:.3f}")
# --8<-- [end:data]

# --8<-- [start:matplotlib]
fig, ax = plt.subplots(figsize=(4, 2))
for place, row in enumerate(rows):
    ax.plot([row["low"], row["high"]], [place, place], color="0.4")
    ax.plot(row["accuracy"], place, "o", color="black")
ax.set_yticks(range(len(rows)), [row["model"] for row in rows])
ax.set(xlabel="accuracy, 95% interval", ylabel="model", ylim=(-0.5, 1.5))
# --8<-- [end:matplotlib]

# --8<-- [start:grammar]
y = {"field": "model", "type": "nominal"}
x = {"type": "quantitative", "scale": {"zero": False}, "title": "accuracy, 95% interval"}
chart = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "data": {"values": rows},
    "layer": [
        {"mark": "rule", "encoding": {"y": y, "x": {"field": "low", **x}, "x2": {"field": "high"}}},
        {"mark": "point", "encoding": {"y": y, "x": {"field": "accuracy", **x}}},
    ],
}
# --8<-- [end:grammar]
# --8<-- [start:use]
print("Matplotlib drew", len(ax.lines), "lines; axis:", ax.get_xlabel())
for layer in chart["layer"]:
    fields = {channel: of["field"] for channel, of in layer["encoding"].items()}
    print("Vega-Lite:", layer["mark"].ljust(5), json.dumps(fields))
# --8<-- [end:use]
