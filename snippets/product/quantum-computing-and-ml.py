"""When a quantum speed-up pays: slow clocks, loading data, and reading the answer."""

CLASSICAL = 1e9  # operations per second of one ordinary core
QUANTUM = 1e4  # error-corrected operations per second, an optimistic assumption
DAY = 86_400


# --8<-- [start:break-even]
def break_even(power, cores=1):
    """Seconds until n steps cost the same as n ** (1 / power) quantum steps."""
    # n / (CLASSICAL * cores) = n ** (1 / power) / QUANTUM, solved for n:
    n = (CLASSICAL * cores / QUANTUM) ** (power / (power - 1))
    return n / (CLASSICAL * cores)


def loading(numbers):
    """Seconds to feed classical numbers one by one, whatever happens after."""
    return numbers / QUANTUM


def shots(error):
    """Repetitions that bring the standard error of a mean of outcomes ±1 down to `error`."""
    return round(1 / error**2)


# --8<-- [end:break-even]
# --8<-- [start:use]
for cores in (1, 10_000):
    for power, name in ((2, "quadratic"), (4, "quartic")):
        seconds = break_even(power, cores)
        print(f"{name:9} speed-up, {cores:6,} cores: {seconds:11,.3f} s")
print(f"loading a billion numbers:       {loading(1e9) / DAY:10.1f} days")
print(f"shots for three digits:          {shots(1e-3):10,}")
for qubits in (10, 20, 40):
    print(f"shots on a plateau, {qubits} qubits:   {2**qubits:10.0e}")
# --8<-- [end:use]
