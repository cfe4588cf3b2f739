from challenges.grader import Case

ENTRY = "conv2d"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        image = [[[1, 2, 3], [4, 5, 6], [7, 8, 9]]]
        kernels = [[[[1, 2], [0, -1]]]]
        bias = [10]
        conv2d(image, kernels, bias)
        """,
        gives=[[[10, 12], [16, 18]]],
        why="Lay the kernel over each window as it stands, without flipping it, add the products "
        "and then the bias: 1 + 4 + 0 - 5 + 10 = 10 in the first place.",
    ),
    Case(
        "two channels make one map",
        """
        image = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]
        kernels = [[[[2]], [[-1]]]]
        bias = [0]
        conv2d(image, kernels, bias)
        """,
        gives=[[[-3, -2], [-1, 0]]],
        why="Each kernel has one slice per channel; the products of all channels go into one sum.",
    ),
    Case(
        "padding and stride",
        """
        image = [[[1, 2, 3], [4, 5, 6], [7, 8, 9]]]
        kernels = [[[[1, 1], [1, 1]]]]
        bias = [0]
        conv2d(image, kernels, bias, stride=2, padding=1)
        """,
        gives=[[[1, 5], [11, 28]]],
        why="The padded image is 5 by 5, and windows start in its rows and columns 0 and 2.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "two kernels with biases",
        """
        image = [[[1, 2], [3, 4]]]
        kernels = [[[[1, 0], [0, 1]]], [[[0, 1], [1, 0]]]]
        conv2d(image, kernels, [0.5, -5])
        """,
        gives=[[[5.5]], [[0]]],
        why="One map for each kernel, each with its own bias.",
    ),
    Case(
        "the bias is added once, whatever the number of channels",
        """
        image = [[[1, 2]], [[3, 4]], [[5, 6]]]
        kernels = [[[[1]], [[1]], [[1]]], [[[1]], [[0]], [[-1]]]]
        conv2d(image, kernels, [100, -100])
        """,
        gives=[[[109, 112]], [[-104, -104]]],  # 1 + 3 + 5 + 100, 2 + 4 + 6 + 100, 1 - 5 - 100 twice
        why="The products of all channels make one sum, and the bias of the kernel is added to "
        "that sum, not to what each channel gives.",
    ),
    Case(
        "an image that is wider than high, a kernel that is higher than wide",
        """
        image = [[[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]]
        kernels = [[[[1], [0], [-1]]]]
        conv2d(image, kernels, [0])
        """,
        gives=[[[-8, -8, -8, -8]]],
        why="Rows and columns have separate sizes, in the image and in the kernel: 1 by 4 here.",
    ),
    Case(
        "the last columns do not fill a step",
        "conv2d([[[1, 2, 3, 4, 5, 6]]], [[[[1, 1]]]], [0], stride=3)",
        gives=[[[3, 9]]],
        why="floor((6 - 2) / 3) + 1 = 2 windows: the last one starts at column 3, and what does "
        "not fill a window is left out.",
    ),
    Case(
        "same padding for a 3 by 3 kernel",
        """
        average = [[[[1, 1, 1], [1, 1, 1], [1, 1, 1]]]]
        conv2d([[[9, 0], [0, 9]]], average, [0], padding=1)
        """,
        gives=[[[18, 18], [18, 18]]],
        why="Put the zeros on all four sides: a padding of 1 keeps the size for a 3 by 3 kernel.",
    ),
    Case(
        "padding around a wide image",
        """
        image, kernels = [[[1, 2, 3]]], [[[[1, 10]]]]
        conv2d(image, kernels, [0], padding=1)
        """,
        gives=[[[0, 0, 0, 0], [10, 21, 32, 3], [0, 0, 0, 0]]],
        why="The padded image is 3 by 5: the rows of zeros above and below are as long as the "
        "padded rows, not as the image is high.",
    ),
    Case(
        "the bias comes after the padding",
        "conv2d([[[1]]], [[[[1]]]], [7], padding=1)",
        gives=[[[7, 7, 7], [7, 8, 7], [7, 7, 7]]],
        why="A window of zeros alone still gets the bias.",
    ),
    Case(
        "the image stays as it was",
        """
        image = [[[1, 2]]]
        conv2d(image, [[[[1]]]], [0], padding=1)
        image
        """,
        gives=[[[1, 2]]],
        why="Pad a copy; other layers may read the same image.",
    ),
    Case(
        "a kernel as large as the image",
        """
        image, kernels = [[[1, 2], [3, 4]]], [[[[1, 1], [1, 1]]]]
        conv2d(image, kernels, [0], stride=2)
        """,
        gives=[[[10]]],
        why="One window fits: there are n - k + 1 places, not n - k.",
    ),
    Case(
        "a kernel that is too wide",
        "conv2d([[[1, 2], [3, 4]]], [[[[1, 1, 1]]]], [0])",
        raises=ValueError,
        why="Compare both sizes with the padded image; an empty map would only fail layers later.",
    ),
    Case(
        "a kernel that is too high",
        "conv2d([[[1, 2], [3, 4]]], [[[[1], [1], [1]]]], [0])",
        raises=ValueError,
        why="Compare both sizes with the padded image; an empty map would only fail layers later.",
    ),
)
