from tests.snippets.load import load

program = load("product/churn-prediction")
row, history = program["row"], program["history"]


def test_events_after_the_snapshot_change_no_feature_but_the_leaky_one():
    before, after = history([80, 95]), history([80, 95], support=104)
    rows = row(before), row(after)
    assert [name for name in rows[0] if rows[0][name] != rows[1][name]] == ["leaky"]


def test_only_the_outcome_window_makes_the_label():
    labels = {day: row(history([90], cancel=day))["churn"] for day in (106, 107, 136, 137)}
    assert labels == {106: False, 107: True, 136: True, 137: False}
