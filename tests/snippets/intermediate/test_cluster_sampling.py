from statistics import mean, pvariance

import pytest

from tests.snippets.load import load

program = load("intermediate/cluster-sampling")


@pytest.mark.parametrize("name", ["alike", "mixed"])
def test_variances_agree_with_the_formulas(name):
    groups = program[name]
    simple = pvariance(range(1, 17)) / 8 * (16 - 8) / (16 - 1)
    rho = program["intraclass_correlation"](groups)
    found = [pvariance([mean(s) for s in program[d](groups)]) for d in ("simple", "cluster")]
    assert found == pytest.approx([simple, simple * 15 / 12 * (1 + 3 * rho)])
    within = mean(pvariance(group) * 4 / 3 for group in groups)
    stratified = pvariance([mean(s) for s in program["stratified"](groups)])
    assert stratified == pytest.approx(within / 8 / 2)
