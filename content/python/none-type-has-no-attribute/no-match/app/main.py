from pathlib import Path

from durations import durations

times = durations(Path("service.log").read_text(encoding="utf-8").splitlines())
print(f"{len(times)} orders, {sum(times) / len(times):.0f} ms on average")
