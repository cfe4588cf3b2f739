"""Says in one line that a port is taken, before a server fails on it with a traceback."""

import socket
import sys


def is_free(port: int) -> bool:
    """Whether a server could listen on the port of this machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def main(port: str) -> int:
    if not port.isdecimal() or not 0 < int(port) < 65536:
        print(f"PORT={port} is no port; use a number such as 8001", file=sys.stderr)
        return 2
    if not is_free(int(port)):
        print(
            f"Port {port} is in use; try another: make serve PORT={int(port) + 1}", file=sys.stderr
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
