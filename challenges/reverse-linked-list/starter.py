def reverse(head):
    """Turn a linked list around in place; return its new first node.

    head: the first node, or None. A node has a value, and next: the node after it, or None.
    """
    ...
