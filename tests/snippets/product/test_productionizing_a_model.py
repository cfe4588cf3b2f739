import pytest
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression
from sklearn.pipeline import make_pipeline

from tests.snippets.load import load

program = load("product/productionizing-a-model")
package = program["PACKAGE"]


def test_score_agrees_with_a_pipeline_of_scikit_learn():
    months, tickets = package["fill"].values()
    X = [[months, tickets], [months, tickets], [months + 1, tickets], [months - 1, tickets + 5]]
    y = [program["score"](dict(zip(package["weights"], x, strict=True)), package) for x in X]
    model = make_pipeline(SimpleImputer(strategy="median"), LinearRegression())
    rows = [[None, 2], [36, 1], [1, 0]]
    rows = [[float("nan") if value is None else value for value in row] for row in rows]
    X[0] = [float("nan"), tickets]  # the median of the others is what the package fills in
    expected = model.fit(X, y).predict(rows)
    served = [{"tickets": 2}, {"months": 36, "tickets": 1}, {"months": 1, "tickets": 0}]
    assert [program["score"](row, package) for row in served] == pytest.approx(expected)


def test_a_row_outside_the_contract_is_refused():
    with pytest.raises(ValueError, match="tickets = 101"):
        program["score"]({"tickets": 101}, package)
