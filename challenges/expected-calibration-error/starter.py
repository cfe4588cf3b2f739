def expected_calibration_error(labels, probabilities, bins=10):
    """The expected calibration error of predicted probabilities, with bins of equal width.

    labels: list of 0 and 1; probabilities: list of numbers from 0 to 1, of the label 1.
    Returns a number between 0 and 1.
    """
    ...
