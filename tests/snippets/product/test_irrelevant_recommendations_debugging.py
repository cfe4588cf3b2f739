from tests.snippets.load import load

program = load("product/irrelevant-recommendations-debugging")


def test_each_wanted_item_is_lost_once_or_shown():
    assert sum(program["lost"].values()) == len(program["wanted"])


def test_the_first_missing_stage_counts():
    trace = {stage: {"a"} for stage in program["STAGES"]}
    assert program["lost_at"]("a", trace) == "shown"
    assert program["lost_at"]("b", trace) == "in catalog"
    trace["in top 50"] = trace["displayed"] = set()
    assert program["lost_at"]("a", trace) == "in top 50"
