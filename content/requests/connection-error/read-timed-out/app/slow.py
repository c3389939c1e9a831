"""The inventory service while it computes a long list."""

import json
from time import sleep

from inventory import Inventory


class Slow(Inventory):
    def do_GET(self):
        body = json.dumps([{"sku": "TB-100", "count": 12}]).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:10])
        self.wfile.flush()
        sleep(2)
        self.wfile.write(body[10:])
