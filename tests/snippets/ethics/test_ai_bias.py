from tests.snippets.load import load

program = load("ethics/ai-bias")
people, enroll = program["people"], program["enroll"]


def test_the_groups_are_equally_ill():
    a, b = (sorted(i for g, i in people if g == group) for group in "AB")
    assert a == b


def test_no_place_could_be_swapped_for_someone_with_a_higher_label():
    for label in (program["cost"], program["illness"]):
        chosen = enroll(label)
        rest = [person for person in people if person not in chosen]
        assert len(chosen) == 40
        assert min(map(label, chosen)) > max(map(label, rest))


def test_shares_counted_by_hand():
    of_b = [sum(g == "B" for g, _ in enroll(program[name])) for name in ("cost", "illness")]
    assert of_b == [10, 20]
