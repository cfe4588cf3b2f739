from math import isnan
from statistics import fmean


class MeanImputer:
    """Replaces missing values (NaN) by means of the training rows, and says which were missing."""

    def fit(self, rows):
        """Learn the mean of each column from a list of rows. Returns the imputer itself."""
        self.means = []
        for column in zip(*rows, strict=True):
            known = [value for value in column if not isnan(value)]
            self.means.append(fmean(known))  # StatisticsError, a ValueError, if none is known
        return self

    def transform(self, rows):
        """New rows: the d values with means for NaN, then d indicators, 1 where it was NaN."""
        return [
            [mean if isnan(value) else value for value, mean in zip(row, self.means, strict=True)]
            + [int(isnan(value)) for value in row]
            for row in rows
        ]
