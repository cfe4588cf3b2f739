import pytest
from sklearn.neighbors import KNeighborsClassifier

from tests.snippets.load import load

program = load("intermediate/data-leakage")


@pytest.mark.parametrize("columns", [range(6), range(7)])
def test_accuracy_is_that_of_one_nearest_neighbor(columns):
    rows, by_patient = program["rows"], program["by_patient"]
    parts = {True: ([], []), False: ([], [])}
    for patient, features, label in rows:
        X, y = parts[by_patient[patient]]
        X.append([features[c] for c in columns])
        y.append(label)
    model = KNeighborsClassifier(1).fit(*parts[False])
    found = program["accuracy"](rows, lambda row: by_patient[row[0]], columns)
    assert found == pytest.approx(model.score(*parts[True]))
