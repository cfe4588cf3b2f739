"""Capacity: storage, memory, bandwidth, availability, cost, training time, hashing."""

from fractions import Fraction
from math import ceil, exp, log

from hooks.quantities.relation import IS, Relation, bare
from hooks.quantities.serving import DAILY, RATE

EVENTS = (
    r"(?:requests|events|records|rows|messages|logs|images|documents|entries|predictions|clicks"
    r"|impressions|users|items|files|transactions)"
)
EACH_SIZE = (
    rf"[data] (?:each|per (?:\w+ )?(?:{EVENTS}|request|event|record|row|message|log|image|document"
    r"|entry|prediction|click|impression|user|item|file|transaction))",
    r"\beach\b[^.;\d]{0,40}?[data]",
    r"\bsize of (?:an?|each|one) \w+[^.;\d]{0,20}?[data]",
)
VECTORS = (
    r"# (?:\w+ ){0,2}?(?:vectors|embeddings|items|documents|chunks|users|images|products|passages"
    r"|ids|articles|songs|videos)\b",
    r"vocabulary of #",
)
DIMENSION = (
    r"#[- ](?:dimensional|dimensions|dims?|d)\b",
    rf"\b(?:dimension(?:ality)?|dim|d|embedding size){IS}#",
    r"# (?:numbers|components|floats|dimensions)\b",
)
TABLE_SIZE = (
    r"\b(?:index|vectors|embeddings|memory|table|matrix|takes?|needs?|total|raw|require"
    r"s?|occup\w+)\b"
    r"[^.;\d]{0,40}?(?!\d+ bytes?\b)[data]"
    r"(?! (?:of RAM|RAM|machine|GPU|card|server|node|each|per|limit))",
)
AVAILABILITY = (
    r"\b(?:availabilit(?:y|ies)|uptime|SLO|SLA|available)\b[^.;\d]{0,30}?#",
    r"# (?:availability|uptime|available|SLO|SLA|of the time(?! (?:made|spent|is|goes|in)\b))",
)
REPLICAS = (r"@ (?:\w+ ){0,2}?(?:replicas|copies|instances|servers|nodes|machines|zones|regions)",)
PER_HOUR = (
    r"# ?(?:dollars?|USD|€|euros?|EUR)? ?(?:an|per|a|each|every|/) ?h(?:our|r)?\b",
    r"(?:hourly price|price per hour|hourly rate|cost per hour)(?: of| is|:|=)* #",
)
COUNT_OF_MACHINES = (
    r"@ (?:\w+[- ]){0,2}?(?:GPUs|instances|machines|servers|nodes|replicas|accelerators|cards|A100s"
    r"|H100s|TPUs|workers)\b",
)
PARALLEL = (
    r"# (?:of (?:the |its |a )?(?:time|work|program|runtime|run time|computation|code|job"
    r"|pipeline) )?"
    r"(?:can be |is |are )?(?:perfectly )?parallel\w*",
    r"\bparallel\w*(?: \w+){0,2}?(?: fraction| share| part)?(?: of| is|:|=)* #",
)
WORKERS = (r"@ (?:\w+ )?(?:workers|GPUs|cores|processors|machines|nodes|CPUs|threads|devices)\b",)
KEYS = (
    r"# (?:\w+ )?(?:keys|items|elements|ids|users|values|urls|words|features|strings|entries)\b",
)
SLOTS = (r"# (?:\w+ )?(?:buckets|slots|rows|bins|hash values|hash buckets|positions|cells)\b",)
ERROR_RATE = (
    r"\b(?:false[- ]positive (?:rate|probability)|error rate|FPR|fpr)(?: of| is|:|=|,| at)* #",
    r"# (?:false[- ]positives?|false[- ]positive rate)",
)
YEAR = [Fraction(365), Fraction(36525, 100)]
MONTH = [Fraction(30), Fraction(36525, 1200), Fraction(31), Fraction(28)]
HOURS_A_MONTH = (720, 730, 744)


def sizes(bytes_: Fraction | float) -> list[Fraction]:
    """An amount of data that may be given in GB of 1,000³ or of 1,024³ bytes."""
    return [Fraction(bytes_) / Fraction(1024, 1000) ** power for power in range(5)]


def table_sizes(rows: Fraction, numbers: Fraction, bytes_: int) -> list[Fraction]:
    return sizes(rows * numbers * bytes_)


def downtimes(availability: Fraction, days: list[Fraction]) -> list[Fraction] | None:
    if not Fraction(1, 2) < availability < 1:
        return None
    return [(1 - availability) * period * 86400 for period in days]


def amdahl(parallel: Fraction, workers: Fraction) -> Fraction | None:
    """The speedup of a program on many workers (Amdahl, 1967)."""
    if not 0 < parallel < 1:
        return None
    return 1 / (1 - parallel + parallel / workers)


def bits_per_key(rate: Fraction) -> float | None:
    """Of a Bloom filter with the best number of hash functions (Bloom, 1970)."""
    return -log(rate) / log(2) ** 2 if 0 < rate < 1 else None


RELATIONS = bare(
    Relation(
        name="data a day",
        needs=("day|daily", "byte| kb| mb| gb| tb| kib| mib"),
        result=(
            r"[data] (?:of (?:\w+ )?(?:data|logs|storage) )?(?:a|per|each|every) day",
            r"[data] daily",
            r"\bper day[^.;\d]{0,40}?[data](?! (?:each|per)\b)",
        ),
        givens={"daily": DAILY, "size": EACH_SIZE},
        value=lambda daily, size: sizes(daily * size),
        formula="records a day × size",
        examples=(
            "The service logs 200 million requests a day, 500 bytes each. That is «100 GB» a day.",
            "We get 5 million events per day with 2 kB per event, so the log grows by «10 GB» "
            "daily.",
        ),
    ),
    Relation(
        name="stored data",
        needs=("byte| kb| mb| gb| tb| pb", "day|daily", "days|month|year|retention|weeks"),
        result=(
            r"\b(?:storage|retention|total|altogether|keep\w*|stor\w+|need\w*|takes?|require"
            r"s?|holds?)\b"
            r"[^.;\d]{0,40}?[data](?! (?:a|per|each|every) day)",
        ),
        givens={
            "daily": (
                r"[data] (?:of (?:\w+ )?(?:data|logs) )?(?:a|per|each|every) day",
                r"[data] daily",
            ),
            "days": (r"@ days\b", r"(?P<value>\d+)-day retention"),
        },
        value=lambda daily, days: sizes(daily * days),
        formula="data a day × days",
        examples=("The log grows by 100 GB a day. Keeping it for 90 days we need «9 TB».",),
    ),
    Relation(
        name="data of stored records",
        needs=("byte| kb| mb| gb| tb| pb",),
        result=(
            rf"\d (?:\w+ )?{EVENTS}[^.;\d]{{0,60}}?\b(?:need|take|occupy|are|make|is|require)\w*"
            r"[^.;\d]{0,20}?[data](?! (?:each|per|a)\b)",
            r"\b(?:total|storage|altogether|in all)\b[^.;\d]{0,40}?[data](?! (?:a|per|each"
            r"|every)\b)",
        ),
        givens={
            "count": (rf"# (?:\w+ )?{EVENTS}\b(?! (?:a|per|each|every) day)",),
            "size": EACH_SIZE,
        },
        value=lambda count, size: sizes(count * size),
        formula="records × size",
        examples=("We store 40 million images, 250 kB each. The total is «10 TB».",),
    ),
    Relation(
        name="network bandwidth",
        needs=("bandwidth|traffic|network|outbound|egress|ingress", "per second|qps|/s |/s."),
        result=(r"\b(?:bandwidth|traffic|network|outbound|egress|ingress)\b[^.;\d]{0,40}?[speed]",),
        givens={
            "rate": (rf"# (?:\w+ )?{RATE}",),
            "size": (
                *EACH_SIZE,
                r"\b(?:response|payload|"
                r"request|answer)s?\b[^.;\d]{0,30}?[data]",
            ),
        },
        value=lambda rate, size: sizes(rate * size),
        formula="rate × size",
        examples=(
            "At 2,000 requests per second each response has 50 kB. The outbound bandwidth is "
            "«100 MB/s».",
        ),
    ),
    Relation(
        name="memory of vectors in 32-bit floats",
        needs=(
            "bytes| kb| mb| gb| tb| mib| gib",
            "fp32|float32|32-bit|32 bit|4 bytes|four bytes|4-byte",
            "vector|embedding",
        ),
        result=TABLE_SIZE,
        givens={"vectors": VECTORS, "dimension": DIMENSION},
        value=lambda vectors, dimension: table_sizes(vectors, dimension, 4),
        formula="vectors × dimension × 4 bytes",
        examples=(
            "An index of 10 million vectors with 768 dimensions in float32 needs «30.7 GB».",
            "We embed 2 million products as 256-dimensional vectors of 4 bytes a number.\n\nThe "
            "index takes «2.05 GB» of memory.",
        ),
    ),
    Relation(
        name="memory of vectors in 16-bit floats",
        needs=(
            "bytes| kb| mb| gb| tb| mib| gib",
            "fp16|float16|bf16|16-bit|2 bytes|two bytes|half prec",
            "vector|embedding",
        ),
        result=TABLE_SIZE,
        givens={"vectors": VECTORS, "dimension": DIMENSION},
        value=lambda vectors, dimension: table_sizes(vectors, dimension, 2),
        formula="vectors × dimension × 2 bytes",
        examples=("In fp16 an index of 5 million embeddings with 512 dimensions takes «5.12 GB».",),
    ),
    Relation(
        name="memory of vectors in bytes",
        needs=(
            "bytes| kb| mb| gb| tb| mib| gib",
            "int8|8-bit|8 bit|1 byte|one byte|quantiz|uint8",
            "vector|embedding",
        ),
        result=TABLE_SIZE,
        givens={"vectors": VECTORS, "dimension": DIMENSION},
        value=lambda vectors, dimension: table_sizes(vectors, dimension, 1),
        formula="vectors × dimension bytes",
        examples=(
            "Quantized to int8, an index of 40 million embeddings with 256 dimensions needs "
            "«10.2 GB».",
        ),
    ),
    *(
        Relation(
            name=f"tokens per second that the memory allows in {form}",
            needs=("tokens", "gb/s|tb/s|bandwidth", form),
            result=(rf"^\W*{form}:[^.;\d]{{0,30}}?# tokens?(?: per second|/s(?:ec)?\b| a second)",),
            givens={
                "bandwidth": (r"[speed]",),
                "weights": (rf"^\W*{form}(?: weights)?\s*[\n:]\s*[data]",),
            },
            value=lambda bandwidth, weights: sizes(bandwidth / weights),
            formula="bandwidth / size of the weights",
            bound=True,
            examples=(
                f"| format | weights |\n|---|---|\n| {form} | 26 GB |\n\nOn a card with 2 TB/s:\n\n"
                f"- {form}: at most about «77» tokens per second",
            ),
        )
        for form in ("fp16", "bf16", "int8", "int4")
    ),
    Relation(
        name="tokens per second that the memory allows",
        needs=("tokens", "gb/s|tb/s|bandwidth", "weights|model|parameters"),
        result=(r"# tokens?(?: per second|/s(?:ec)?\b| a second)",),
        givens={
            "bandwidth": (r"[speed]",),
            "weights": (
                r"\b(?:weights|model|parameters)\b[^.;\d]{0,30}?[data]",
                r"[data] (?:of (?:weights|parameters)|model|for the weights)",
            ),
        },
        value=lambda bandwidth, weights: sizes(bandwidth / weights) if weights > 10**6 else None,
        formula="bandwidth / size of the weights",
        bound=True,
        examples=(
            "The weights take 14 GB and the memory bandwidth is 2 TB/s. So a single stream gets at "
            "most «143» tokens per second.",
        ),
    ),
    Relation(
        name="GPUs that hold a model",
        needs=("gpu|card|accelerator", "memory|fit|hold|weights|gb"),
        result=(
            r"\b(?:needs?|requires?|takes?|least|on|over|across) (?:at least )?@ (?:\w+ )?(?:GPUs|"
            r"cards|accelerators)\b",
        ),
        givens={
            "model": (
                r"\b(?:model|weights|parameters)\b(?:(?!gpu|card)[^.;\d]){0,40}?[data]",
                r"[data] (?:of weights|model|in total)",
            ),
            "memory": (
                r"[data] (?:GPUs?|cards?|per (?:GPU|card)|each|of memory|accelerators?)",
                r"\b(?:each|one|a|per) (?:GPU|card)\b[^.;\d]{0,30}?[data]",
            ),
        },
        value=lambda model, memory: [
            ceil(model / memory),
            ceil(model / memory) + 1,
            2 ** max(0, ceil(model / memory) - 1).bit_length(),
        ],
        formula="⌈model / memory⌉",
        exact=True,
        bound=True,
        examples=(
            "The model needs 140 GB for its weights, and each GPU has 24 GB. So we need at least "
            "«6» GPUs.",
        ),
    ),
    Relation(
        name="availability of replicas",
        needs=("availab", "replica|redundan|parallel|copies|independent"),
        result=(
            r"(?:overall|total|combined|joint|resulting)(?: system)? availability",
            r"availability of (?:both|all|the (?:pair|group|cluster|whole))(?: \w+)?",
        ),
        givens={"one": AVAILABILITY, "replicas": REPLICAS},
        value=lambda one, replicas: 1 - (1 - one) ** int(replicas) if replicas < 10**3 else None,
        formula="1 − (1 − availability)^replicas",
        nominal=True,
        examples=(
            "One server is available 90 % of the time. With two independent replicas the combined "
            "availability is «99%».",
        ),
    ),
    Relation(
        name="downtime a year",
        needs=("down|unavailab|budget|outage", "year", "availab|uptime|slo|sla"),
        result=(
            r"[time] (?:of (?:\w+ )?(?:downtime|outage) )?(?:a|per|each) year",
            r"\byear\b[^.;\d]{0,40}?[time]",
        ),
        givens={"availability": AVAILABILITY},
        value=lambda availability: downtimes(availability, YEAR),
        formula="(1 − availability)·365 days",
        bound=True,
        nominal=True,
        examples=(
            "An availability of 99.9 % allows «8.76 hours» of downtime per year.",
            "With an SLO of 99.95 % the service may be down «4.38 hours» a year.",
        ),
    ),
    Relation(
        name="downtime a month",
        needs=("down|unavailab|budget|outage", "month|30 days|30-day", "availab|uptime|slo|sla"),
        result=(
            r"[time] (?:of (?:\w+ )?(?:downtime|outage) )?(?:a|per|each|in a) (?:30-day )?month",
            r"\b(?:month|30 days)\b[^.;\d]{0,40}?[time]",
            r"\berror budget\b[^.;\d]{0,40}?[time]",
        ),
        givens={"availability": AVAILABILITY},
        value=lambda availability: downtimes(availability, MONTH),
        formula="(1 − availability)·30 days",
        bound=True,
        nominal=True,
        examples=(
            "The SLO is 99.9 %. The error budget is «43.2 minutes» per month.",
            "99.5 % uptime means up to «3.6 hours» of downtime a month.",
        ),
    ),
    Relation(
        name="error budget in requests",
        needs=("error budget|may fail|can fail|failed|failures|errors", "slo|availab|success"),
        result=(
            r"\berror budget\b[^.;\d]{0,30}?#(?! ?(?:%|min|hour|sec|day))",
            r"# (?:\w+ )?(?:requests |of them )?(?:may|can|are allowed to) fail",
            r"# (?:allowed )?(?:failures|failed requests|errors)\b",
        ),
        givens={
            "slo": (*AVAILABILITY, r"# (?:of (?:the |all )?requests )?(?:succeed|success\w*)"),
            "requests": (r"# (?:\w+ )?(?:requests|calls|queries)\b",),
        },
        value=lambda slo, requests: (1 - slo) * requests if 0.5 < slo < 1 else None,
        formula="(1 − SLO)·requests",
        nominal=True,
        examples=(
            "There are 10 million requests a month and an SLO of 99.9 %. So «10,000» requests "
            "may fail.",
        ),
    ),
    Relation(
        name="cost a month of machines",
        needs=("month", "hour"),
        result=(
            r"# ?(?:dollars?|USD|€|euros?|EUR)? ?(?:a|per|each|/) ?month",
            r"\b(?:monthly (?:cost|bill|price)|cost per month)\b[^.;\d]{0,25}?#(?! ?(?:h|GPU))",
        ),
        givens={"price": PER_HOUR, "machines": COUNT_OF_MACHINES},
        value=lambda price, machines: [price * machines * hours for hours in HOURS_A_MONTH],
        formula="price an hour × machines × 720 hours",
        examples=(
            "We rent 8 GPUs at 2.50 dollars per hour. That makes «14,400» dollars a month.",
            "Each of the 12 instances costs $0.40 an hour.\n\nMonthly cost: about $«3,456»",
        ),
    ),
    Relation(
        name="cost a month of one machine",
        needs=("month", "hour"),
        result=(
            r"\b(?:that is|makes|costs?|is|=|≈) (?:about )?# ?(?:dollars?|USD|€|euros?|EUR"
            r")? ?(?:a|per|each|/) ?month",
            r"\b(?:monthly (?:cost|bill|price)|cost per month)\b[^.;\d]{0,25}?#(?! ?(?:h|GPU))",
        ),
        givens={"price": PER_HOUR},
        value=lambda price: [price * hours for hours in HOURS_A_MONTH],
        formula="price an hour × 720 hours",
        weak=True,
        examples=("A single GPU costs 3 dollars per hour, that is «2,160» dollars a month.",),
    ),
    Relation(
        name="cost of a thousand requests",
        needs=("1,000|1000|thousand", "hour", "per second|qps|/s |/s.| a second"),
        result=(
            r"# ?(?:dollars?|USD|€|euros?|cents?)? ?(?:per|for|a) (?:1,000|1000|thousand"
            r"|a thousand)",
            r"\b(?:per|for|of) (?:1,000|1000|a thousand|thousand) \w+[^.;\d]{0,30}?#",
        ),
        givens={"price": PER_HOUR, "rate": (rf"# (?:\w+ )?{RATE}",)},
        value=lambda price, rate: [price / (rate * 3600) * 1000, price / (rate * 3600) * 100000],
        formula="price an hour / (rate·3,600)·1,000",
        examples=(
            "A GPU costs 2 dollars an hour and serves 50 requests per second. This is «0.0111» "
            "dollars "
            "per 1,000 requests.",
        ),
    ),
    Relation(
        name="cost of a million requests",
        needs=("million", "hour", "per second|qps|/s |/s.| a second"),
        result=(
            r"# ?(?:dollars?|USD|€|euros?|cents?)? ?(?:per|for|a) (?:a |one |1 )?million",
            r"\b(?:per|for|of) (?:a|one|1) million \w+[^.;\d]{0,30}?#",
        ),
        givens={"price": PER_HOUR, "rate": (rf"# (?:\w+ )?{RATE}",)},
        value=lambda price, rate: price / (rate * 3600) * 10**6,
        formula="price an hour / (rate·3,600)·1,000,000",
        examples=(
            "At 1.80 dollars an hour and 100 predictions per second we pay «5» dollars per million "
            "predictions.",
        ),
    ),
    Relation(
        name="cost of a call in tokens",
        needs=("cost|pay|price|dollar", "million", "input", "output"),
        result=(
            r"\b(?:costs?|pay|price of)\b[^.;\d]{0,30}?(?![\d.,]+ ?%)#(?= ?(?:dollars|USD|cents"
            r")?(?:[ .]|$))"
            r"(?! ?(?:dollars |USD )?(?:per|for|a|/))",
        ),
        givens={
            "in_price": (
                r"# ?(?:dollars|USD)? ?(?:per|for|a) million input",
                r"input(?: tokens?)?[ :,]*(?:costs?|at|for|is)* # "
                r"(?:dollars |USD )?(?:per|a) million",
            ),
            "out_price": (
                r"# ?(?:dollars|USD)? ?(?:per|for|a) million output",
                r"output(?: tokens?)?[ :,]*(?:costs?|at|for|is)* # (?:dollars |USD )?(?:per"
                r"|a) million",
            ),
            "read": (r"# (?:input|prompt) tokens",),
            "written": (r"# (?:output|completion|generated) tokens",),
        },
        value=lambda in_price, out_price, read, written: [
            (in_price * read + out_price * written) / 10**6,
            (in_price * read + out_price * written) / 10**4,
        ],
        formula="(input tokens·price + output tokens·price)/10⁶",
        examples=(
            "A model costs 3 dollars per million input tokens and 15 dollars per million output "
            "tokens. A call with 2,000 input tokens and 500 output tokens costs «0.0135» dollars.",
        ),
    ),
    Relation(
        name="speedup by Amdahl's law",
        needs=("speedup|speed-up|faster", "amdahl|parallel"),
        result=(
            r"(?<!maximum\s)(?<!max\s)(?<!largest\s)(?<!highest\s)speed-?up",
            r"# (?:times|×|x) (?:as fast|faster)",
        ),
        givens={"parallel": PARALLEL, "workers": WORKERS},
        value=amdahl,
        formula="1/(1 − p + p/workers)",
        examples=(
            "90 % of the work can be parallelized. By Amdahl's law the speedup with 8 workers is "
            "«4.71».",
            "If 75 % of the runtime is parallel, 4 GPUs give a speedup of «2.29».",
        ),
    ),
    Relation(
        name="largest speedup by Amdahl's law",
        needs=("speedup|speed-up|faster", "amdahl|parallel"),
        result=(
            r"(?:maximum|largest|max|highest|upper limit of the|limit of the) speed-?up",
            r"speed-?up (?:can never|never|cannot|can't) (?:exceeds?|be more than) #",
            r"speed-?up[^.;\d]{0,40}?(?:at most|limit\w*|bounded by|no more than)[^.;\d]{0,10}#",
        ),
        givens={"parallel": PARALLEL},
        value=lambda parallel: 1 / (1 - parallel) if 0 < parallel < 1 else None,
        formula="1/(1 − p)",
        bound=True,
        examples=(
            "By Amdahl's law, with 95 % of the time parallelizable, the maximum speedup is «20».",
        ),
    ),
    Relation(
        name="bits per key of a Bloom filter",
        needs=("bits", "bloom"),
        result=(
            r"# bits (?:per|for each|for every|a|an) (?:element|key|item|entry|id|member|url)",
        ),
        givens={"rate": ERROR_RATE},
        value=lambda rate: [bits_per_key(rate), ceil(bits_per_key(rate))],
        formula="−ln p/(ln 2)²",
        examples=(
            "A Bloom filter with a false-positive rate of 1 % needs «9.59» bits per element.",
            "Bloom filter, error rate: 0.1 %. We need about «14.4» bits for each key.",
        ),
    ),
    Relation(
        name="hash functions of a Bloom filter",
        needs=("hash functions", "bloom"),
        result=(r"@ hash functions",),
        givens={"rate": ERROR_RATE},
        value=lambda rate: (
            [f(-log(rate) / log(2)) for f in (int, round, ceil)] if rate < 1 else None
        ),
        formula="−log₂ p",
        examples=(
            "For a false-positive rate of 1 % the best Bloom filter uses «7» hash functions.",
        ),
    ),
    Relation(
        name="size of a Bloom filter",
        needs=("bytes| kb| mb| gb| mib| kib", "bloom"),
        result=(
            r"\b(?:takes?|needs?|size|requires?|occupies|filter|is|memory)\b[^.;\d]{0,30}?[data]",
        ),
        givens={"rate": ERROR_RATE, "keys": KEYS},
        value=lambda rate, keys: sizes(bits_per_key(rate) * keys / 8),
        formula="−n·ln p/(8·(ln 2)²)",
        examples=(
            "A Bloom filter for 10 million URLs with a false-positive rate of 1 % takes «12 MB».",
        ),
    ),
    Relation(
        name="share of empty slots",
        needs=("empty|unused", "hash"),
        result=(
            r"# of (?:the |all )?(?:buckets|slots|rows|bins|cells)[^.;\d]{0,15}(?:empty|unused)",
            r"(?:share|fraction) of empty (?:buckets|slots|rows|bins)",
        ),
        givens={"keys": KEYS, "slots": SLOTS},
        value=lambda keys, slots: exp(-keys / slots) if keys / slots < 700 else None,
        formula="e^(−n/m)",
        examples=(
            "We hash 2,000 ids into 1,000 buckets at random. About «13.5%» of the buckets stay "
            "empty.",
        ),
    ),
    Relation(
        name="partitions of a topic",
        needs=("partitions", "kafka|topic|consumer"),
        result=(r"@ partitions\b",),
        givens={
            "target": (
                r"\b(?:target|need\w*|peak|expect\w*|total|produce\w*|throughput of)\b[^.;\d]"
                r"{0,30}?[speed]",
            ),
            "each": (
                r"[speed] (?:per|a|each) (?:partition|consumer)",
                r"\b(?:each|one|a) (?:partition|consumer)\b[^.;\d]{0,40}?[speed]",
            ),
        },
        value=lambda target, each: ceil(target / each),
        formula="⌈throughput / throughput of a partition⌉",
        exact=True,
        bound=True,
        examples=(
            "The Kafka topic has a peak of 120 MB/s, and a consumer manages 10 MB/s per partition. "
            "So we need at least «12» partitions.",
        ),
    ),
    Relation(
        name="time of an epoch",
        needs=("epoch|pass over", "per second|/s |/s.| a second"),
        result=(
            r"\b(?:one|an|each|per|the|single) (?:epoch|pass)\b[^.;\d]{0,40}?[time]",
            r"[time] (?:per|an|for each|for one) epoch",
        ),
        givens={
            "examples": (
                r"# (?:\w+ )?(?:images|samples|examples|rows|records|sentences|sequences)\b"
                r"(?! (?:per|a|each)\b)(?!/)",
            ),
            "rate": (
                r"# (?:\w+ )?(?:images|samples|examples|rows|records|sentences|sequences)(?:/s| per"
                r" second| a second)",
            ),
        },
        value=lambda examples, rate: examples / rate,
        formula="examples / examples per second",
        examples=(
            "The data set has 1.2 million images and the GPU processes 400 images per second. One "
            "epoch takes «50 minutes».",
        ),
    ),
    Relation(
        name="GPU-hours",
        needs=("gpu-hours|gpu hours",),
        result=(r"# (?:\w+ )?GPU[- ]hours",),
        givens={
            "gpus": (r"@ (?:\w+ )?(?:GPUs|A100s|H100s|V100s|cards)\b",),
            "time": (r"\b(?:takes?|for|train\w*|runs?|lasts?|in)\b[^.;\d]{0,30}?[time]",),
        },
        value=lambda gpus, time: gpus * time / 3600,
        formula="GPUs × hours",
        examples=("Training takes 36 hours on 8 GPUs. These are «288» GPU-hours.",),
    ),
    Relation(
        name="cost of GPU-hours",
        needs=("gpu-hour|gpu hour", "cost|price|dollar|pay"),
        result=(
            r"\b(?:costs?|pay|bill|price)\b[^.;\d]{0,30}?#(?! ?(?:dollars? |USD )?(?:per|an|a|/))"
            r"(?! (?:GPU|hours|%))",
        ),
        givens={
            "hours": (r"# GPU[- ]hours",),
            "price": (
                r"# ?(?:dollars?|USD|€|euros?)? ?(?:per|a|an|each|/) ?GPU[- ]hour",
                *PER_HOUR,
            ),
        },
        value=lambda hours, price: hours * price,
        formula="GPU-hours × price",
        examples=(
            "The run needs 2,000 GPU-hours at 2.20 dollars per GPU-hour, so it costs «4,400» "
            "dollars.",
        ),
    ),
)
