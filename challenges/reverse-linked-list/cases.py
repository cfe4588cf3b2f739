from challenges.grader import Case

ENTRY = "reverse"


# --8<-- [start:visible]
class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next


def linked(*values):
    """The first node of a list of these values; None for no values."""
    head = None
    for value in reversed(values):
        head = Node(value, head)
    return head


def values(node):
    """The values from a node on, and "again" where a node comes a second time."""
    found, seen = [], set()
    while node is not None:
        if node in seen:
            return [*found, "again"]
        seen.add(node)
        found.append(node.value)
        node = node.next
    return found


VISIBLE = (
    Case(
        "the example",
        "values(reverse(linked(1, 2, 3)))",
        gives=[3, 2, 1],
        why="The old first node is the last one now and has to end the list; the function returns "
        "the old last node.",
    ),
    Case(
        "one node",
        "values(reverse(linked(7)))",
        gives=[7],
        why="A single node is the first and the last; its next is None before and after.",
    ),
    Case(
        "no nodes",
        "reverse(None)",
        gives=None,
        why="An empty list has no node that you could ask for its next.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "two nodes",
        "values(reverse(linked('a', 'b')))",
        gives=["b", "a"],
        why="Each of the two has to get a new next.",
    ),
    Case(
        "equal values, and None",
        "values(reverse(linked(2, 2, None, 2)))",
        gives=[2, None, 2, 2],
        why="Tell nodes apart by `is`, not by their values. The list ends where a node's next is "
        "None, not where a value is.",
    ),
    Case(
        "the same nodes in the other order",
        """
        third = Node(3)
        second = Node(2, third)
        first = Node(1, second)
        head = reverse(first)
        links = [head is third, third.next is second]
        [*links, second.next is first, first.next is None]
        """,
        gives=[True, True, True, True],
        why="In place means: change where the nodes point. Other parts of a program may hold these "
        "very nodes, so new ones don't do.",
    ),
    Case(
        "every node keeps its value",
        """
        nodes = [Node(3)]
        nodes.insert(0, Node(2, nodes[0]))
        nodes.insert(0, Node(1, nodes[0]))
        reverse(nodes[0])
        [node.value for node in nodes]
        """,
        gives=[1, 2, 3],
        why="Move the links, not the values: values can be large, and others may hold the nodes.",
    ),
    Case(
        "1,500 nodes",
        """
        head = reverse(linked(*range(1_500)))
        values(head) == list(range(1_499, -1, -1))
        """,
        gives=True,
        why="A call for each node runs into Python's limit of about 1,000 nested calls; a "
        "loop needs no stack.",
    ),
)
