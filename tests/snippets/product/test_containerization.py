from tests.snippets.load import load

program = load("product/containerization")
build, layout = program["build"], program["lock_file_first"]


def test_a_build_repeats_and_a_change_below_rebuilds_all_above():
    cache = set()
    digest, _ = build(layout("v1"), cache)
    assert build(layout("v1"), cache) == (digest, 0)
    changed = [(name, content.replace("lock 7", "lock 8")) for name, content in layout("v1")]
    other, seconds = build(changed, cache)
    assert (other != digest, seconds) == (True, 1 + 240 + 1)
