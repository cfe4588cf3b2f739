"""Units that numbers are written with, as far as arithmetic with them can be checked."""

from fractions import Fraction
from functools import lru_cache

from hooks.calculation.tokens import CURRENCIES
from hooks.language.wording import listed
from hooks.record import record, replace


@record
class Unit:
    """A unit or a counted noun.

    kind: what it measures; "" for a noun, of which nothing is known.
    base: how many of its kind's smallest common unit it is, prefix apart.
    prefix: the power of kilo it carries: 1 for kB and K, 3 for GB and B. K, M, G are 1000 or 1024.
    binary: the prefix is one of 1024 alone (GiB).
    doubtful: a single letter that may as well be a variable: 2k.
    divisor, per: what it is divided by, if that is measured, and how much of it: `GB/min` is per
        60 s of "time".
    """

    name: str
    kind: str = ""
    base: Fraction = Fraction(1)
    prefix: int = 0
    binary: bool = False
    doubtful: bool = False
    divisor: str = ""
    per: Fraction = Fraction(1)

    def scale(self, kilo: int) -> Fraction:
        """What one is worth where K stands for `kilo`; 1 where units are mere names (kilo 1)."""
        if kilo == 1:
            return Fraction(1)
        return self.base * (1024 if self.binary else kilo) ** self.prefix

    def of(self, noun: "Unit") -> "Unit":
        """So many of a noun: `million parameters`, `million requests/day`."""
        name = f"{self.name} {noun.name}"
        return replace(self, name=name, divisor=noun.divisor, per=noun.per)

    def over(self, name: str) -> "Unit":
        """This unit for each of another, or of what is counted: `GB/s`, `queries/user`."""
        other = unit_named(name)
        measured = other is not None and other.kind not in ("", "count")
        return replace(
            self,
            name=f"{self.name}/{name}" if self.name else f"per {name}",
            divisor=other.kind if measured else "",
            per=other.scale(1000) if measured else Fraction(1),
        )


SIMPLE = {
    "data": {"byte": 1, "bytes": 1},
    "bits": {"bit": 1, "bits": 1},
    "time": {
        "ns": Fraction(1, 10**9),
        # the micro sign and the Greek letter, which look the same
        **dict.fromkeys(["\u00b5s", "\u03bcs", "us", "microseconds"], Fraction(1, 10**6)),
        "ms": Fraction(1, 1000),
        "milliseconds": Fraction(1, 1000),
        **dict.fromkeys(["s", "sec", "second", "seconds"], 1),
        **dict.fromkeys(["min", "minute", "minutes"], 60),
        **dict.fromkeys(["h", "hr", "hour", "hours"], 3600),
        **dict.fromkeys(["day", "days"], 86400),
        **dict.fromkeys(["week", "weeks"], 7 * 86400),
    },
    "money": {"dollars": 1, "USD": 1, "euros": 1, "EUR": 1, "cents": Fraction(1, 100)},
    **{sign: {sign: 1} for sign in CURRENCIES},  # one of these is worth so many of another
    "points": {
        **dict.fromkeys(["percentage points", "percentage point", "pp"], Fraction(1, 100)),
        **dict.fromkeys(["basis points", "bps", "bp"], Fraction(1, 10**4)),
    },
    "operations": {"FLOP": 1, "FLOPs": 1, "FLOPS": 1},
}
# Units of physics and of networks, which are read with a prefix only: 5.6 kW, 30 km.
PREFIXED = listed("Hz W Wh V A J N Pa eV bps b bit bits m g L l Ω")
# What stands in compound units: 0.5 t/ha, 120 mg/dL.
PHYSICAL = listed("t kg g mg µg μg km m cm mm ha l L ml mL dl dL mol mmol J kJ W kW kWh Wh N h s")
POWERS = {"c": -2, "n": -9, "µ": -6, "μ": -6, "m": -3, "k": 3, "M": 6, "G": 9, "T": 12}
PREFIXES = {"k": 1, "K": 1, "M": 2, "G": 3, "T": 4, "P": 5}
LARGE = {
    "thousand": 1,
    **dict.fromkeys(["million", "mn", "mln", "mio", "Mio", "Mn", "MM"], 2),
    **dict.fromkeys(["billion", "bn", "bln", "Bn", "Mrd"], 3),
    **dict.fromkeys(["trillion", "trn"], 4),
}
INDIAN = {"lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7}
RATES = listed("QPS RPS TPS qps rps FPS fps")  # of so many a second
LETTERS = {"k": 1, "K": 1, "M": 2, "B": 3, "T": 4, "G": 3}
NOUNS = frozenset(
    [
        "parameter",
        "parameters",
        "params",
        "weights",
        "tokens",
        "samples",
        "examples",
        "rows",
        "images",
        "pixels",
        "px",
        "steps",
        "batches",
        "queries",
        "users",
        "people",
        "cases",
        "items",
        "points",
        "values",
        "units",
        "features",
    ]
)


@lru_cache(maxsize=1)
def known() -> dict[str, Unit]:
    units = {
        name: Unit(name, kind, Fraction(base))
        for kind, names in SIMPLE.items()
        for name, base in names.items()
    }
    for letter, prefix in PREFIXES.items():
        units[f"{letter}B"] = Unit(f"{letter}B", "data", prefix=prefix)
        units[f"{letter.upper()}iB"] = Unit(f"{letter}iB", "data", prefix=prefix, binary=True)
        for flops in ("FLOP", "FLOPs", "FLOPS"):
            units[letter + flops] = Unit(letter + flops, "operations", prefix=prefix)
    for name, prefix in LARGE.items():
        units[name] = Unit(name, "count", prefix=prefix)
    units.update({name: Unit(name, "count", Fraction(base)) for name, base in INDIAN.items()})
    for prefix, power in POWERS.items():
        for name in PREFIXED:
            units.setdefault(prefix + name, Unit(prefix + name, name, Fraction(10) ** power))
    units.update({name: Unit(name) for name in NOUNS})
    units.update({name: Unit(name, divisor="time") for name in RATES})
    return units


def unit_named(name: str, attached: bool = False) -> Unit | None:
    """The unit of that name, or None. A letter as in 7B may as well be a variable."""
    if name in LETTERS:
        return Unit(name, "count", prefix=LETTERS[name], doubtful=True)
    if name == "m" and not attached:
        return Unit(name, "count", prefix=2, doubtful=True)  # 3.2 m: millions, or meters
    return known().get(name)


@lru_cache(maxsize=64)
def scales(kind: str) -> tuple[Fraction, ...]:
    """What the units of a kind are worth, for a number that leaves its unit out."""
    units = [unit for unit in known().values() if unit.kind == kind]
    return (Fraction(1), *{unit.scale(kilo) for unit in units for kilo in (1000, 1024)})
