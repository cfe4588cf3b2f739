from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "divides by the number of all rows",
        instead_of="fmean(known)",
        writes="sum(known) / len(column)",
        fails="the example",
    ),
    Mistake(
        "compares with NaN",
        instead_of="mean if isnan(value) else value",
        writes='mean if value == float("nan") else value',
        fails="the example",
    ),
    Mistake(
        "learns the means again from the rows it transforms",
        instead_of="        return [\n",
        writes="        self.fit(rows)\n        return [\n",
        fails="the means of the training rows, for test rows too",
    ),
    Mistake(
        "takes 0 for missing",
        instead_of="if not isnan(value)]",
        writes="if value and not isnan(value)]",
        fails="zeros are known",
    ),
    Mistake(
        "fills the rows in place",
        instead_of="        return [\n",
        writes="        missing = [[int(isnan(value)) for value in row] for row in rows]\n"
        "        for row in rows:\n"
        "            row[:] = [m if isnan(v) else v for v, m in zip(row, self.means)]\n"
        "        return [row + flags for row, flags in zip(rows, missing)]\n        return [\n",
        fails="the rows stay as they were",
    ),
    Mistake(
        "adds to the means of the first fit",
        instead_of="self.means = []",
        writes='self.means = getattr(self, "means", [])',
        fails="a second fit",
    ),
    Mistake(
        "invents the mean of nothing",
        instead_of="fmean(known)",
        writes="fmean(known or [0.0])",
        fails="a column without a known value",
    ),
    Mistake(
        "lets columns go",
        instead_of="zip(row, self.means, strict=True)",
        writes="zip(row, self.means)",
        fails="a row with a column too many",
    ),
    Mistake(
        "asks whether a value is the one NaN of the module math",
        instead_of="from math import isnan\n",
        writes="import math\n\n\ndef isnan(value):\n    return value is math.nan\n\n\n",
        fails="NaN that comes from elsewhere",
    ),
    Mistake(
        "learns medians",
        instead_of="fmean(known)",
        writes='__import__("statistics").median(known)',
        fails="NaN that comes from elsewhere",
    ),
    Mistake(
        "notices only rows that are too long",
        instead_of="zip(row, self.means, strict=True)",
        writes="zip(row, self.means[: len(row)], strict=True)",
        fails="a row with a column too few",
    ),
)
