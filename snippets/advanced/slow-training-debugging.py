"""A training loop with loader processes: which part sets the pace, and what each fix buys."""


# --8<-- [start:loop]
def run(load, compute, workers, batches=1000, ahead=2):
    """Seconds for all batches; each worker prepares one at a time, `ahead` batches in advance."""
    free = [0.0] * workers  # when each worker can start its next batch
    taken = []  # when the accelerator took each batch
    done = 0.0  # when the accelerator finishes what it has
    for i in range(batches):
        worker = i % workers
        room = taken[i - workers * ahead] if i >= workers * ahead else 0.0
        free[worker] = max(free[worker], room) + load
        taken.append(max(done, free[worker]))
        done = taken[-1] + compute
    return done, batches * compute / done  # and the share of time spent computing


# --8<-- [end:loop]
# --8<-- [start:use]
BATCH = 256  # images
for change, load, compute, workers in [
    ("1 worker", 0.40, 0.10, 1),
    ("2 workers", 0.40, 0.10, 2),
    ("4 workers", 0.40, 0.10, 4),
    ("8 workers", 0.40, 0.10, 8),
    ("8 workers, bf16", 0.40, 0.05, 8),
    ("8 workers, bf16, compiled", 0.40, 0.04, 8),
    ("16 workers, bf16, compiled", 0.40, 0.04, 16),
]:
    seconds, busy = run(load, compute, workers)
    print(f"{change:27s}{1000 * BATCH / seconds:6,.0f} images/s, busy {busy:4.0%}")
# --8<-- [end:use]
