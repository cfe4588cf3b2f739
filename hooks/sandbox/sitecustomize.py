"""Loaded by every program that the guide runs: a program must not depend on the network."""

import socket


def _refuse(*_args, **_kwargs):
    raise OSError("a program of the guide may not use the network")


socket.socket.connect = _refuse
socket.socket.connect_ex = _refuse
socket.getaddrinfo = _refuse
