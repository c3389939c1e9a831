from pathlib import Path

from catalog import prices

for name, price in prices(Path("lamps.html").read_text(encoding="utf-8")):
    print(name, price or "(sold out)")
