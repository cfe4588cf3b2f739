from tests.snippets.load import load

program = load("beginner/array-vs-linked-list")
Node, values = program["Node"], program["values"]


def linked(items):
    head = None
    for item in reversed(items):
        head = Node(item, head)
    return head


def test_reverse_agrees_with_python():
    for items in ([], [1], [1, 2], [3, 1, 4, 1, 5]):
        assert values(program["reverse"](linked(items))) == items[::-1]


def test_a_cycle_is_found_wherever_it_begins():
    for start in range(5):
        nodes = [Node(i) for i in range(5)]
        for node, follower in zip(nodes, [*nodes[1:], None], strict=True):
            node.next = follower
        assert not program["has_cycle"](nodes[0])
        nodes[-1].next = nodes[start]
        assert program["has_cycle"](nodes[0])


def test_doubling_copies_less_than_two_elements_an_append():
    for n in (1, 2, 3, 1_000, 1_025, 5_000):
        assert program["copies"](n, lambda capacity: 2 * capacity) < 2 * n
    assert program["copies"](9, lambda capacity: 2 * capacity) == 1 + 2 + 4 + 8
