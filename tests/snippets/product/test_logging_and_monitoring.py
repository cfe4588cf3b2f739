import hashlib
import hmac

from tests.snippets.load import load

program = load("product/logging-and-monitoring")


def test_errors_are_kept_and_services_agree_on_the_sample():
    ok = [{"request": f"q{i}", "status": "ok"} for i in range(20_000)]
    kept = sum(program["keep"](record, 5) for record in ok)
    assert abs(kept / 20_000 - 0.05) < 0.005
    assert all(program["keep"]({**record, "status": "error"}, 0) for record in ok[:50])
    assert not any(program["keep"](record, 0) for record in ok)


def test_a_pseudonym_is_a_keyed_hash():
    expected = hmac.digest(b"key", b"ada", hashlib.sha256).hex()[:16]
    assert program["pseudonym"]("ada", b"key") == expected
    assert program["pseudonym"]("ada", b"other") != expected


def test_lineage_reaches_the_code_of_features_and_model():
    names = program["lineage"]("r9", program["parents"])
    assert {"commit 3fa2", "commit 9c1e"} < set(names)
