class StandardScaler:
    """Brings each column to mean 0 and standard deviation 1, as measured on the training rows."""

    def fit(self, rows):
        """Learn mean and standard deviation of each column from a list of rows. Returns self."""
        ...

    def transform(self, rows):
        """New rows: each value minus its column's mean, over its column's standard deviation."""
        ...
