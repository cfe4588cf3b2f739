"""A port that is taken is said in one line."""

import socket

from hooks import port


def test_a_taken_port_names_another(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        assert port.main(str(number)) == 1
    assert capsys.readouterr().err == (
        f"Port {number} is in use; try another: make serve PORT={number + 1}\n"
    )


def test_a_free_port_is_free():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number = probe.getsockname()[1]
    assert port.main(str(number)) == 0


def test_what_is_no_port_is_said(capsys):
    for word in ("", "abc", "0", "70000"):
        assert port.main(word) == 2
        assert "is no port; use a number such as 8001" in capsys.readouterr().err
