import socket


class OperationalError(Exception):
    """The broker cannot be used."""


class Channel:
    def __init__(self):
        self.cache = {}

    def connection(self, host, port):
        try:
            return self.cache[host]
        except KeyError:
            return self.open(host, port)

    def open(self, host, port):
        try:
            return socket.create_connection((host, port), timeout=2)
        except OSError as problem:
            raise OperationalError(str(problem)) from problem


Channel().connection("127.0.0.1", 1)
