from tests.snippets.load import load

program = load("intermediate/data-pipeline")
unique = {row[0]: row for batch in program["batches"].values() for row in batch}


def test_merging_keeps_each_event_once():
    assert sorted(unique.values()) == sorted(program["db"].execute("SELECT * FROM merged"))


def test_a_feature_sums_what_had_arrived_before_the_label():
    for user, day, known, *_ in program["db"].execute(program["FEATURE"]):
        arrived = [row[4] for row in unique.values() if row[3] == user and row[2] < day]
        assert known == sum(arrived)


def test_a_label_without_spend_stays_in_the_training_set():
    program["db"].execute("INSERT INTO label VALUES ('zoe', 3)")
    assert ("zoe", 3, None, None, None) in program["db"].execute(program["FEATURE"]).fetchall()
    program["db"].execute("DELETE FROM label WHERE user = 'zoe'")
