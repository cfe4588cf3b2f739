from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "returns the old first node",
        instead_of="return before",
        writes="return head",
        fails="the example",
    ),
    Mistake(
        "lets the old first node point to itself",
        instead_of="before, node = None, head",
        writes="before, node = head, head",
        fails="the example",
    ),
    Mistake(
        "asks an empty list for its next node",
        instead_of="before, node = None, head\n    while node is not None:",
        writes="before, node, after = None, head, head.next\n    while node is not None:",
        fails="no nodes",
    ),
    Mistake(
        "builds new nodes",
        instead_of="node.next = before\n        before, node = node, after",
        writes="before, node = type(node)(node.value, before), after",
        fails="the same nodes in the other order",
    ),
    Mistake(
        "calls itself for each node",
        instead_of="    before, node = None, head\n",
        writes="    if head and head.next:\n"
        "        last = reverse(head.next)\n"
        "        head.next.next, head.next = head, None\n"
        "        return last\n"
        "    before, node = None, head\n",
        fails="1,500 nodes",
    ),
)
