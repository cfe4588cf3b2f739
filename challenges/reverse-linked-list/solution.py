def reverse(head):
    """Turn a linked list around in place; return its new first node."""
    before, node = None, head
    while node is not None:
        after = node.next  # the only way on, and the next line takes it away
        node.next = before
        before, node = node, after
    return before
