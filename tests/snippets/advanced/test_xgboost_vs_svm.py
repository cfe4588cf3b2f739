import numpy as np
import pytest

from tests.snippets.load import load

program = load("advanced/xgboost-vs-svm")


def test_a_monotone_transformation_leaves_boosted_trees_as_they_are():
    model = program["GradientBoostingClassifier"](n_estimators=20, random_state=0)
    skewed, y = program["table"], program["rules"]
    plain = np.column_stack([np.log(skewed[:, 0]), skewed[:, 1:]])
    assert (model.fit(skewed, y).predict(skewed) == model.fit(plain, y).predict(plain)).all()


def test_half_of_the_points_lie_outside_the_sphere():
    assert program["shell"].mean() == pytest.approx(0.5, abs=0.06)
