from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "divides by n - 1",
        instead_of="sqrt(fmean((x - mean) ** 2 for x in column))",
        writes="sqrt(sum((x - mean) ** 2 for x in column) / (len(column) - 1))",
        fails="the example",
    ),
    Mistake(
        "learns again from the rows it transforms",
        instead_of="        return [\n",
        writes="        self.fit(rows)\n        return [\n",
        fails="the example",
    ),
    Mistake(
        "divides by the variance",
        instead_of="sqrt(fmean((x - mean) ** 2 for x in column))",
        writes="fmean((x - mean) ** 2 for x in column)",
        fails="the example",
    ),
    Mistake(
        "divides by 0 in a constant column",
        instead_of="    if min(column) == max(column):  "
        "# the mean may be rounded, and then no deviation is quite 0\n        return 1.0\n",
        writes="",
        fails="a constant column",
    ),
    Mistake(
        "asks whether the standard deviation is exactly 0",
        instead_of="    if min(column) == max(column):",
        writes="    if not any(x - mean for x in column):",
        fails="a constant column of tenths",
    ),
    Mistake(
        "calls every small standard deviation 0",
        instead_of="min(column) == max(column)",
        writes="max(column) - min(column) < 1e-12",
        fails="values near 0",
    ),
    Mistake(
        "subtracts the square of the mean from the mean of the squares",
        instead_of="sqrt(fmean((x - mean) ** 2 for x in column))",
        writes="sqrt(max(fmean(x * x for x in column) - mean * mean, 0.0)) or 1.0",
        fails="a large mean and a small spread",
    ),
    Mistake(
        "lets columns go",
        instead_of="zip(row, self.means, self.scales, strict=True)",
        writes="zip(row, self.means, self.scales)",
        fails="a row with a column too few",
    ),
    Mistake(
        "notices only rows that are too short",
        instead_of="zip(row, self.means, self.scales, strict=True)",
        writes="zip(row[: len(self.means)], self.means, self.scales, strict=True)",
        fails="a row with a column too many",
    ),
    Mistake(
        "calls a standard deviation small beside the mean 0",
        instead_of="min(column) == max(column)",
        writes="max(column) - min(column) <= 1e-8 * abs(mean)",
        fails="a large mean and a small spread",
    ),
)
