from math import sqrt
from statistics import fmean


class StandardScaler:
    """Brings each column to mean 0 and standard deviation 1, as measured on the training rows."""

    def fit(self, rows):
        """Learn mean and standard deviation of each column from a list of rows. Returns self."""
        columns = list(zip(*rows, strict=True))
        self.means = [fmean(column) for column in columns]
        self.scales = [
            spread(column, mean) for column, mean in zip(columns, self.means, strict=True)
        ]
        return self

    def transform(self, rows):
        """New rows: each value minus its column's mean, over its column's standard deviation."""
        return [
            [(x - mean) / s for x, mean, s in zip(row, self.means, self.scales, strict=True)]
            for row in rows
        ]


def spread(column, mean):
    """The standard deviation (of the population); 1 for a constant column."""
    if min(column) == max(column):  # the mean may be rounded, and then no deviation is quite 0
        return 1.0
    return sqrt(fmean((x - mean) ** 2 for x in column))
