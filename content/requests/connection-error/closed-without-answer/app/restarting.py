"""The inventory service at the moment at which its worker is replaced."""

from inventory import Inventory


class Restarting(Inventory):
    """Drops the first request without an answer."""

    requests = 0

    def do_GET(self):
        type(self).requests += 1
        if self.requests > 1:
            super().do_GET()
        self.close_connection = True
