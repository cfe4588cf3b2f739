"""Two drills on a linked list, and what growing an array costs."""


# --8<-- [start:list]
class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next


def reverse(head):
    """Turn each pointer round; O(n) time, O(1) extra memory."""
    previous = None
    while head:
        head.next, previous, head = previous, head, head.next
    return previous


def has_cycle(head):
    """The fast pointer meets the slow one if and only if there is a cycle."""
    slow = fast = head
    while fast and fast.next:
        slow, fast = slow.next, fast.next.next
        if slow is fast:
            return True
    return False


# --8<-- [end:list]
# --8<-- [start:array]
def copies(n, grow):
    """How many elements n appends copy if a full array moves to `grow(capacity)` slots."""
    capacity, copied = 1, 0
    for size in range(n):
        if size == capacity:
            copied += size
            capacity = grow(capacity)
    return copied


# --8<-- [end:array]
# --8<-- [start:use]
def values(head):
    return [head.value, *values(head.next)] if head else []


c = Node("c")
a = Node("a", Node("b", c))
head = reverse(a)
print(values(head), "cycle:", has_cycle(head))
a.next = c  # the last node now points back to the first
print("after linking a to c, cycle:", has_cycle(head))

n = 1_000_000
print(f"doubling:          {copies(n, lambda capacity: 2 * capacity):>13,} copies")
print(f"1,000 slots more:  {copies(n, lambda capacity: capacity + 1_000):>13,} copies")
# --8<-- [end:use]
