class MeanImputer:
    """Replaces missing values (NaN) by means of the training rows, and says which were missing."""

    def fit(self, rows):
        """Learn the mean of each column from a list of rows. Returns the imputer itself."""
        ...

    def transform(self, rows):
        """New rows: the d values with means for NaN, then d indicators: 1 for NaN, else 0."""
        ...
