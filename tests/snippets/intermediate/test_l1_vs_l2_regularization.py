import numpy as np
import pytest
from sklearn.linear_model import ElasticNet, Lasso, Ridge

from tests.snippets.load import load

elastic_net = load("intermediate/l1-vs-l2-regularization")["elastic_net"]

rng = np.random.default_rng(0)
X = rng.normal(size=(30, 4))
y = X @ [2, 0, -1, 0] + rng.normal(size=30)
exactly = {"fit_intercept": False, "tol": 1e-12}


@pytest.mark.parametrize(
    ("l1", "l2", "model"),
    [
        # scikit-learn divides the squared error by n, but not in Ridge.
        (9, 0, Lasso(alpha=9 / 30, **exactly)),
        (0, 9, Ridge(alpha=9, fit_intercept=False)),
        (6, 3, ElasticNet(alpha=9 / 30, l1_ratio=6 / 9, **exactly)),
    ],
)
def test_weights_agree_with_scikit_learn(l1, l2, model):
    np.testing.assert_allclose(elastic_net(X, y, l1, l2), model.fit(X, y).coef_, atol=1e-7)
