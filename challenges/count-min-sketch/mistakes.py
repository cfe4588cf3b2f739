from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "takes the largest cell",
        instead_of="return min(",
        writes="return max(",
        fails="the example",
    ),
    Mistake(
        "takes the mean of the cells",
        instead_of="return min(row[column] for row, column in self._cells(item))",
        writes="return sum(row[column] for row, column in self._cells(item)) / len(self.rows)",
        fails="the example",
    ),
    Mistake(
        "has one row many times",
        instead_of="[[0] * width for _ in hashes]",
        writes="[[0] * width] * len(hashes)",
        fails="the example",
    ),
    Mistake(
        "counts every item once",
        instead_of="+= count",
        writes="+= 1",
        fails="counts greater than one",
    ),
    Mistake(
        "takes hashes for columns",
        instead_of="hash_of(item) % self.width",
        writes="hash_of(item)",
        fails="counts greater than one",
    ),
    Mistake(
        "takes a remainder that can be negative",
        instead_of="hash_of(item) % self.width",
        writes="int(hash_of(item) / self.width) * -self.width + hash_of(item)",
        fails="negative and large hashes",
    ),
    Mistake(
        "raises only the smallest cell",
        instead_of="        for row, column in self._cells(item):\n    "
        "        row[column] += count",
        writes="        row, column = min(self._cells(item), key=lambda cell: cell[0][cell[1]])\n"
        "        row[column] += count",
        fails="the example",
    ),
)
