"""Opens one page of the shop, as a browser does: python main.py PATH"""

import sys

from shop import app

path = sys.argv[1]
response = app.test_client().get(path)
print(f"GET {path}: {response.status_code}")
sys.exit(0 if response.status_code == 200 else 1)
