"""Serving: requests a second, replicas, queues, caches, latency, batches, tokens a second."""

from fractions import Fraction
from math import ceil

from hooks.quantities.relation import IS, Relation, bare

REQUESTS = (
    r"(?:requests|queries|predictions|calls|events|messages|searches|impressions|transactions"
    r"|inferences|images|page views|posts|orders|payments|reads|writes|loads|emails|records|rows"
    r"|jobs|clicks|req)"
)
RATE = rf"(?:{REQUESTS}?(?: ?/ ?s(?:ec|econd)?\b| (?:per|a|each|every) second)|QPS\b|RPS\b)"
DAILY = (
    rf"# (?:\w+ )?{REQUESTS} ?(?:a|per|each|every|/) ?day",
    rf"# (?:\w+ )?daily {REQUESTS}",
    rf"# {REQUESTS} daily",
    rf"\b{REQUESTS} (?:per|a) day{IS}#",
)
PEAK_FACTOR = (
    r"\b(?:peak|burst)(?:[- ]to[- ]average)?(?: \w+)? (?:factor|ratio|multiplier)(?: of| "
    r"is|:|=)? @",
    r"@ (?:times|×|x) (?:the |as high as the |this |that |as much )?(?:average|mean|on average)",
    r"@ times (?:as high|higher|as much|that|the average)",
)
MACHINES = (
    r"(?:replicas?|servers?|instances?|machines?|pods?|workers?|GPUs?|nodes?|cards?|boxes|hosts?"
    r"|containers?|consumers?|accelerators?)"
)
NEEDED = (
    r"\b(?:needs?|requires?|required|takes?|least|run|provision|:|=|≈|are|with) (?:at "
    r"least |"
    rf"about )?@ (?:\w+ ){{0,2}}?{MACHINES}\b(?! (?:per|each))",
    rf"(?:number of )?{MACHINES} needed",
)
LOAD = (
    r"\b(?:peak|load|traffic|arriv\w+|incoming|receiv\w+|sees?|demand|expect\w*|get)\b"
    rf"[^.;\d]{{0,40}}?# {RATE}",
    rf"# {RATE} (?:at (?:the )?peak|arrive|come in|of (?:peak )?(?:load|traffic))",
    r"\bpeak (?:rate|load|QPS|traffic) of # per second",
    rf"\bpeak QPS{IS}#",
)
CAPACITY = (
    rf"\b{MACHINES}\b[^.;\d]{{0,60}}?# {RATE}",
    rf"\bthroughput\b[^.;\d]{{0,40}}?# {RATE}",
    rf"# {RATE} (?:per|a|each) (?:\w+ )?{MACHINES}",
    rf"\b(?:each|one|single)\b[^.;\d]{{0,50}}?(?:handles?|serves?|does|manages?|process\w*|can|"
    rf"sustains?|capacity) [^.;\d]{{0,30}}?# {RATE}",
)
TARGET_LOAD = (
    r"utili[sz]ation(?: target)?(?: of| is|:|=| at| below| under| to)* #",
    r"# utili[sz]ation",
    r"\b(?:loaded|busy|run|fill\w*|load|headroom) (?:\w+ ){0,3}?(?:to|at|below|beyond|of|above) #",
)
SERVICE_TIME = (
    r"\b(?:latency|response time|service time|processing time|time in the system|spends?|takes?|"
    r"lasts?|needs|stays?|residence time)\b[^.;\d]{0,40}?[time]",
    r"[time] (?:each|per (?:request|query|call|prediction)|on average|in the (?:system|service))",
)
HIT_RATE = (
    r"\bhit (?:rate|ratio)(?: of| is|:|=|,| at)* #",
    r"# (?:cache )?hit (?:rate|ratio)",
    r"# of (?:the |all )?(?:\w+ )?(?:requests|queries|lookups|reads|calls|predictions|users) "
    r"(?:are |"
    r"is |can be )?(?:cache hits|hits|hit|answered from|served from|come from|found in|cached)",
)
HIT_TIME = (
    r"\b(?:hits?|cached?|redis)\b[^.;\d]{0,30}?[time]",
    r"[time] (?:from the cache|on a (?:cache )?hit|for a (?:cache )?hit|for hits|if cached)",
)
MISS_TIME = (
    r"\b(?:miss\w*|model|database|otherwise|else|backend|origin|uncached|compute\w*)\b"
    r"[^.;\d]{0,30}?[time]",
    r"[time] (?:otherwise|on a (?:cache )?miss|for a (?:cache )?miss|for misses|from the (?:model|"
    r"database|backend|disk))",
)
BATCH = (
    rf"\bbatch(?:es)?(?: size)?(?: of(?: size)?)?{IS}@",
    r"@ (?:requests|images|examples|items|sequences|inputs|samples|queries)? ?(?:per|in a|a) batch",
)
BATCH_TIME = (
    r"\bbatch(?:es)?\b[^.;]{0,50}?(?:takes?|taking|needs|in|latency|time|lasts?)[^.;\d]{0,20}?[ti"
    r"me]",
    r"[time] (?:per|a|for a|for each) batch",
)
TOKENS = (
    r"# (?:(?:output|generated|new|completion|answer) )?tokens\b(?! (?:per|a|each|/)|/)",
    r"# tokens (?:long|of output)",
    r"@-token (?:answer|response|output|completion|reply|text|summary)",
)
TOKEN_RATE = (
    r"# (?:output |generated )?tokens?(?: per second|/s(?:ec)?\b| a second| each "
    r"second)",
)
TOKEN_TIME = (
    r"[time] (?:per|for each|for every|a|each) (?:\w+ )?token\b",
    r"\b(?:per[- ]token|inter[- ]token|TPOT|time per output token)\b[^.;\d]{0,30}?[time]",
)
FIRST_TOKEN = (r"\b(?:first token|TTFT|prefill)\b[^.;\d]{0,40}?[time]",)
PER_SECOND = rf"# (?:\w+ )?{RATE}"


def per_second(daily: Fraction) -> list[Fraction] | None:
    """With 86,400 seconds a day, or with about 100,000."""
    if daily < 1000:  # of one user
        return None
    return [daily / 86400, daily / 100000]


def machines(load: Fraction, capacity: Fraction) -> list[int] | None:
    """So many that carry the load; one more as a spare."""
    needed = ceil(load / capacity)
    return [needed, needed + 1] if needed < 10**6 else None


def cached_latency(rate: Fraction, hit: Fraction, miss: Fraction) -> list[Fraction] | None:
    """A miss takes the model's time, or that of the look-up and the model."""
    if not 0 < rate < 1 or hit >= miss:
        return None
    return [rate * hit + (1 - rate) * miss, hit + (1 - rate) * miss]


RELATIONS = bare(
    Relation(
        name="requests per second from users",
        needs=("per second|qps| rps|/s |/s.| a second", "daily|dau|per day|a day", "user"),
        result=(
            rf"\b(?:average|mean|avg\.?)\b[^.;\d]{{0,40}}?{PER_SECOND}",
            rf"{PER_SECOND}(?:,? on average|,? in the mean|,? averaged)",
            r"(?:average|mean) (?:QPS|RPS|load|rate|traffic|throughput)",
        ),
        givens={
            "users": (
                r"# (?:daily (?:active )?users|DAU|users (?:a|per|every|each) day)",
                rf"\bDAU{IS}#",
            ),
            "each": (
                rf"@ (?:\w+ )?{REQUESTS} (?:per|a|each|by each|from each) (?:user|day|person)",
                rf"\beach (?:\w+ )?(?:user )?(?:\w+ )?@ (?:\w+ )?{REQUESTS}",
                rf"@ {REQUESTS} each",
                r"\beach (?:opens|sends|makes|issues|loads|triggers|views) [^.;\d]{0,20}?@",
            ),
        },
        value=lambda users, each: per_second(users * each),
        formula="users × requests each / 86,400",
        examples=(
            "There are 5 million daily active users who send 20 requests per user. On average that "
            "is «1,157» requests per second.",
            "DAU: 2 million. Each user makes 10 searches a day. The average QPS is «232».",
        ),
    ),
    Relation(
        name="average requests per second",
        needs=("per second|qps| rps|/s |/s.| a second", "day|daily"),
        result=(
            rf"(?<!times\sthe\s)\b(?:average|mean|avg\.?)\b[^.;\d]{{0,40}}?{PER_SECOND}",
            rf"{PER_SECOND}(?:,? on average|,? in the mean|,? averaged)",
            r"\bper day (?:is|are|makes?|gives?|equals?|means?|come to|correspond to|amount "
            r"to|or|=|≈)"
            rf"[^.;\d]{{0,25}}?{PER_SECOND}",
            r"(?:average|mean) (?:QPS|RPS|load|rate|traffic|throughput)",
        ),
        givens={"daily": DAILY},
        value=per_second,
        formula="requests a day / 86,400",
        examples=(
            "The service gets 50 million requests per day. On average this is «579» requests per "
            "second.",
            "20 million predictions a day, spread evenly.\n\n- Average QPS: «232»",
            "We have 10M daily queries, so the mean load is about «116» QPS.",
        ),
    ),
    Relation(
        name="peak rate",
        needs=("peak", "per second|qps| rps|/s |/s.| a second"),
        result=(
            rf"\bpeak\b[^.;\d]{{0,40}}?{PER_SECOND}",
            rf"{PER_SECOND} (?:at (?:the |its )?peak|in peak hours|at peak)",
            r"peak (?:QPS|RPS|load|rate|traffic|throughput)",
        ),
        givens={
            "average": (
                rf"\b(?:average|mean|avg\.?)\b[^.;\d]{{0,40}}?# (?:\w+ )?{RATE}",
                rf"# (?:\w+ )?{RATE},? (?:on average|in the mean)",
                rf"\b(?:average|mean) (?:QPS|RPS|load|rate){IS}#",
            ),
            "factor": PEAK_FACTOR,
        },
        value=lambda average, factor: average * factor,
        formula="average × peak factor",
        unless=("% of that", "% of it", "% of the"),
        examples=(
            "The average load is 400 requests per second. With a peak factor of 3 we must plan for "
            "a peak of «1,200» requests per second.",
            "On average 120 QPS; the peak is five times the average.\n\nPeak QPS: «600»",
        ),
    ),
    Relation(
        name="machines at a target utilization",
        needs=(
            "replica|server|instance|machine|pod|worker|gpu|node|card|consumer|accelerator|host"
            "|container|boxes",
            "utili|loaded|headroom|busy",
        ),
        result=NEEDED,
        givens={"load": LOAD, "capacity": CAPACITY, "target": TARGET_LOAD},
        value=lambda load, capacity, target: (
            machines(load, capacity * target) if target < 1 else None
        ),
        formula="⌈load/(capacity·utilization)⌉",
        exact=True,
        bound=True,
        examples=(
            "At the peak we see 900 requests per second, and one replica handles 100 requests per "
            "second. At a utilization of 60 % we need «15» replicas.",
        ),
    ),
    Relation(
        name="machines for a load",
        needs=(
            "replica|server|instance|machine|pod|worker|gpu|node|card|consumer|accelerator|host"
            "|container|boxes",
            "per second|qps| rps|/s |/s.| a second",
        ),
        result=NEEDED,
        givens={"load": LOAD, "capacity": CAPACITY},
        value=machines,
        formula="⌈load/capacity⌉",
        exact=True,
        bound=True,
        examples=(
            "The peak load is 1,000 requests per second and one server can process 130 requests "
            "per second. We need «8» servers.",
            "Traffic peaks at 450 QPS.\n\nEach replica sustains 60 QPS, so we need at least «8» "
            "replicas.",
        ),
    ),
    Relation(
        name="requests in flight",
        needs=(
            "flight|concurren|in the system|in progress|at once|little|at the same time|being",
            "per second|qps| rps|/s |/s.| a second",
        ),
        result=(
            r"<rate># per second[^.;\d]{0,30}?# requests are in flight",
            r"# (?:\w+ )?(?:requests? |queries |customers |jobs |calls )?(?:are |being )?(?:in "
            r"flight|"
            r"in the system|in progress|in service|concurrent\w*|at once|at the same time|open at)",
            r"(?:mean |average )?concurrency",
            r"(?:number of )?(?:\w+ )?(?:requests|queries|jobs) in (?:flight|the system|progress)",
            r"(?<!\w)L",
        ),
        givens={
            "rate": (rf"# (?:\w+ )?{RATE}", r"# (?:\w+ )?per second", r"\b(?:λ|lambda) ?= ?#"),
            "time": (*SERVICE_TIME, r"\brequest takes [^.;:=]{1,30}[^=;:]{1,30}= ?[time]"),
        },
        value=lambda rate, time: rate * time,
        formula="arrival rate × time in the system",
        examples=(
            "Little's law: at 200 requests per second and a mean latency of 150 ms there are «30» "
            "requests in flight.",
            "A service receives 80 QPS. Each request takes 0.5 s.\n\n- Mean concurrency: «40»",
            "With 1,200 requests per second, each of which spends 25 ms in the service, we have on "
            "average «30» concurrent requests.",
        ),
    ),
    Relation(
        name="utilization",
        needs=("utili", "per second|qps| rps|/s |/s.| a second"),
        result=(r"(?:server |mean |gpu |cpu )?utili[sz]ation", r"(?<!\w)(?:ρ|rho)"),
        givens={
            "load": (*LOAD, r"\b(?:λ|lambda) ?= ?#"),
            "capacity": (*CAPACITY, r"(?:μ|mu) ?= ?#"),
        },
        value=lambda load, capacity: load / capacity if load <= capacity else None,
        formula="load/capacity",
        examples=(
            "A server with a throughput of 50 requests per second gets a load of 40 requests per "
            "second. Its utilization is «80%».",
            "Let λ = 30 and μ = 40 requests per second. Then the utilization ρ is «0.75».",
        ),
    ),
    Relation(
        name="utilization from the service time",
        needs=("utili", "per second|qps| rps|/s |/s.| a second"),
        result=(r"(?:server |mean |gpu |cpu )?utili[sz]ation", r"(?<!\w)(?:ρ|rho)"),
        givens={"rate": (rf"# (?:\w+ )?{RATE}",), "time": SERVICE_TIME},
        value=lambda rate, time: rate * time if rate * time <= 1 else None,
        formula="arrival rate × service time",
        examples=(
            "A single worker gets 30 requests per second, each of which takes 20 ms. The "
            "utilization is «60%».",
        ),
    ),
    Relation(
        name="mean time in an M/M/1 queue",
        needs=("time in the system|response time|sojourn|latency|spends", "m/m/1|queue|utili"),
        result=(
            r"(?:mean |average |expected )?(?:time in the system|response time|sojourn "
            r"time|latency)",
        ),
        givens={
            "service": (r"\bservice time\b[^.;\d]{0,30}?[time]",),
            "load": (r"utili[sz]ation(?: of| is|:|=| at)* #", r"# utili[sz]ation", "ρ ?= ?#"),
        },
        value=lambda service, load: service / (1 - load) if load < 1 else None,
        formula="service time/(1 − utilization)",
        unit="time",
        examples=(
            "In an M/M/1 queue with a mean service time of 10 ms and a utilization of 80 % the "
            "mean "
            "response time is «50 ms».",
        ),
    ),
    Relation(
        name="mean latency with a cache",
        needs=("latency|response time|access time|mean time|average time", "hit", "cache"),
        result=(
            r"(?:mean|average|expected|effective) (?:\w+ )?(?:latency|response time|access "
            r"time|time)",
        ),
        givens={"rate": HIT_RATE, "hit": HIT_TIME, "miss": MISS_TIME},
        value=cached_latency,
        formula="hit rate·hit + (1 − hit rate)·miss",
        unit="time",
        examples=(
            "A cache answers in 2 ms, the model takes 50 ms. With a hit rate of 80 % the mean "
            "latency is «11.6 ms».",
            "- cache hit rate: 60 %\n- hit: 5 ms\n- miss: 105 ms\n\nThe average response time is "
            "thus «45 ms».",
        ),
    ),
    Relation(
        name="load behind a cache",
        needs=("per second|qps| rps|/s |/s.| a second", "hit rate|hit ratio"),
        result=(
            r"\b(?:model|backend|database|origin|GPUs?|servers?)\b (?:\w+ )?(?:sees?|gets?"
            rf"|receives?|serves?|handles?|answers?|load|has to)[^.;\d]{{0,25}}?{PER_SECOND}",
            rf"{PER_SECOND} (?:still )?(?:reach|go to|remain|hit|are left|get through|arrive at)",
            rf"\b(?:only|leaves|leaving) {PER_SECOND}",
        ),
        givens={"rate": HIT_RATE, "load": LOAD},
        value=lambda rate, load: (1 - rate) * load if rate < 1 else None,
        formula="(1 − hit rate)·load",
        examples=(
            "The traffic is 2,000 requests per second and the cache has a hit rate of 85 %. The "
            "model sees «300» requests per second.",
        ),
    ),
    Relation(
        name="throughput of batches",
        needs=("throughput|per second|qps|/s |/s.", "batch"),
        result=(
            rf"\bthroughput\b[^.;\d]{{0,40}}?{PER_SECOND}",
            rf"\b(?:processes|handles|manages|does|gives|serves|yields)[^.;\d]{{0,25}}?"
            rf"{PER_SECOND}",
            "(?:maximum |max )?throughput",
        ),
        givens={"batch": BATCH, "time": BATCH_TIME},
        value=lambda batch, time: batch / time,
        formula="batch size / time of a batch",
        examples=(
            "The GPU works on batches of 32 images, and a batch takes 80 ms. Its throughput is "
            "«400» "
            "images per second.",
            "A replica processes batches of 8 requests, each batch taking 0.2 seconds. So its "
            "maximum throughput is «40» requests per second.",
        ),
    ),
    Relation(
        name="throughput of workers",
        needs=("per second|qps|/s |/s.", "worker|thread"),
        result=(
            r"\b(?:sustains?|handles?|serves?|manages?|processes|throughput)[^.;\d]{0,30}?"
            r"# (?:requests|queries|calls|jobs) (?:per|a|each) second",
        ),
        givens={
            "workers": (r"@ (?:worker(?: (?:processes|threads))?s?|threads)\b(?! per)",),
            "time": (r"\b(?:occup\w+|blocks?|holds?|keeps?|takes?|needs?)[^.;\d]{0,30}?[time]",),
        },
        value=lambda workers, time: workers / time if workers >= 2 else None,
        formula="workers / time of a request",
        bound=True,
        examples=(
            "One server runs 8 workers, and each request occupies a worker for 40 ms.\n\nA server "
            "therefore sustains at most «200» requests per second.",
        ),
    ),
    Relation(
        name="sequential throughput",
        needs=(
            "throughput|per second|qps|/s |/s.",
            "one at a time|one after|single|one by one|sequential",
        ),
        result=(
            rf"\bthroughput\b[^.;\d]{{0,40}}?{PER_SECOND}",
            rf"\b(?:processes|handles|manages|does|serves|most)[^.;\d]{{0,25}}?{PER_SECOND}",
        ),
        givens={"time": SERVICE_TIME},
        value=lambda time: 1 / time,
        formula="1 / time of a request",
        bound=True,
        examples=(
            "A single worker handles one request at a time, and a request takes 25 ms. It manages "
            "at most «40» requests per second.",
        ),
    ),
    Relation(
        name="time to generate tokens",
        needs=(
            "token|answer|generat|response|reply|completion",
            "tokens per second|tokens/s|tokens a sec",
        ),
        result=(
            r"\b(?:takes?|needs|lasts?|in|is|finish\w*|after)[^.;\d]{0,20}?[time]",
            r"(?:generation|response|decoding) time",
        ),
        givens={"tokens": TOKENS, "rate": TOKEN_RATE},
        value=lambda tokens, rate: tokens / rate,
        unless=(" become",),
        formula="tokens / tokens per second",
        unit="time",
        examples=(
            "The model generates 50 tokens per second. An answer of 400 tokens takes «8 seconds».",
        ),
    ),
    Relation(
        name="time of an answer with its first token",
        needs=("takes|total|whole|complete|full|latency|end-to-end", "token", "first|ttft|prefill"),
        result=(
            r"\b(?:total|whole|complete|full|entire|end[- ]to[- ]end|answer|response)\b[^.;\d"
            r"]{0,40}?"
            r"[time]",
        ),
        givens={"first": FIRST_TOKEN, "each": TOKEN_TIME, "tokens": TOKENS},
        value=lambda first, each, tokens: [first + each * tokens, first + each * (tokens - 1)],
        formula="first token + tokens × time per token",
        examples=(
            "The first token comes after 300 ms, then each needs its time: 20 ms per token. For"
            " 200 "
            "tokens the whole answer takes «4.3 s».",
        ),
    ),
    Relation(
        name="tokens per second from the time per token",
        needs=("tokens per second|tokens/s|tokens a second", "per token|each token|a token|tpot"),
        result=(
            r"<time>[time] (?:per|for each|for every|a) (?:\w+ )?token\b[^.;\d→]{0,50}?"
            r"# tokens?(?: per second|/s(?:ec)?\b| a second)",
        ),
        givens={"time": ()},
        value=lambda time: 1 / time,
        formula="1 / time per token",
        examples=(
            "Decoding takes 25 ms per token, so a single stream gets «40» tokens per second.",
        ),
    ),
    Relation(
        name="time to score candidates",
        needs=("takes|need|cost|second| ms", "candidate|items|documents|titles|products|pairs"),
        result=(
            r"\b(?:takes?|needs|would take|costs?|total|ranking time|altogether|lasts?)[^.;\d"
            r"]{0,30}?"
            r"[time](?! (?:per|for each|an|each|a)\b)",
        ),
        givens={
            "candidates": (
                r"# (?:candidates|candidate \w+|items|documents|titles|products|pairs)\b"
                r"(?! (?:per|a|an|each|every)\b|/)",  # a rate is no number of candidates
            ),
            "each": (
                r"[time] (?:per|an|for each|for one|a) (?:candidate|item|document|title|product|p"
                r"air)",
                r"\beach (?:candidate|item|document|title|product|pair)\b[^.;\d]{0,20}?[time]",
            ),
        },
        value=lambda candidates, each: candidates * each,
        formula="candidates × time of each",
        unless=("checkpoint", "load", "copy", "transfer", "train", "deploy", "boot", "line rate"),
        examples=(
            "The ranker needs 0.2 ms per candidate. Scoring all 500 candidates takes «100 ms».",
            "A cross-encoder takes 8 ms per pair. For 100 pairs this takes «800 ms».",
        ),
    ),
    Relation(
        name="share of requests with a slow part",
        needs=(
            "slow|tail|at least one|p99|exceed",
            "shard|calls|servers|services|backends|parallel",
        ),
        result=(
            r"# of (?:the |all )?(?:requests|pages|queries|users|searches)\b[^.;\d]{0,20}?(?:are|"
            r"is|wait|"
            r"will|slow|hit|see)",
            r"(?:probability|chance|share) (?:that|of)[^.;\d]{0,60}?(?:slow|at least one|wait)\w*"
            r"[^.;\d]{0,20}?#",
        ),
        givens={
            "parts": (
                r"@ (?:\w+ )?(?:shards|calls|servers|services|backends|requests in "
                r"parallel|leaves)",
            ),
            "slow": (
                r"\b(?:each|one|every|a|single)\b[^.;\d]{0,40}?(?:slow|exceeds?|late)\b[^.;\d"
                r"]{0,40}?#",
                r"# (?:of (?:the |their |its )?(?:calls|requests|responses|answers) )?(?:are |is "
                r")?slow",
            ),
        },
        value=lambda parts, slow: (
            1 - (1 - slow) ** int(parts) if slow < 1 and parts < 10**4 else None
        ),
        formula="1 − (1 − p)^parts",
        examples=(
            "A request fans out to 50 shards, and each is slow with a probability of 1 %. So "
            "«39.5%» of "
            "the requests are slow.",
        ),
    ),
)
