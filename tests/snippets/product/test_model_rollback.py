from tests.snippets.load import load

program = load("product/model-rollback")
rows, approved = program["rows"], program["approved"]


def test_only_the_whole_bundle_restores_the_old_decisions():
    assert approved(rows, "v1", "v1", "v1") == 3
    assert approved(rows, "v1", "v2", "v2") == 0
    assert approved(rows, "v1", "v1", "v2") == 1


def test_a_dropped_column_blocks_the_way_back():
    assert program["blockers"]("v1", ["income"]) == ["debt"]
    assert program["blockers"]("v2", ["income"]) == []


def test_with_equal_thresholds_model_and_preparation_suffice(monkeypatch):
    monkeypatch.setitem(program["BUNDLES"]["v2"], "threshold", 0.5)
    assert approved(rows, "v1", "v1", "v2") == 3
    assert approved(rows, "v1", "v2", "v2") == 0
