"""A score that is right about cost for everyone, and gives one group half its places."""

# --8<-- [start:people]
# Equally ill groups: 10 people of each group for each number of illnesses from 1 to 10.
people = [(group, illnesses) for group in "AB" for illnesses in range(1, 11) for _ in range(10)]


def cost(person):
    """Yearly cost in dollars. Group B gets less care for the same illness."""
    group, illnesses = person
    return illnesses * (1_000 if group == "A" else 750)


def illness(person):
    return person[1]


# --8<-- [end:people]
# --8<-- [start:enroll]
def enroll(label, places=40):
    """The people with the highest value of the label, predicted without any error."""
    return sorted(people, key=label, reverse=True)[:places]


def mean(values):
    return sum(values) / len(values)


for label in (cost, illness):
    chosen = enroll(label)
    share = mean([group == "B" for group, _ in chosen])
    print(f"label {label.__name__}: {share:.0%} of the places go to group B")
    for group in "AB":
        levels = [illnesses for g, illnesses in chosen if g == group]
        print(f"  {group}: {len(levels)} places, from {min(levels)} illnesses up")
# --8<-- [end:enroll]
