"""Makes open() without an encoding behave as on a Western European Windows."""

import builtins
import io

original = io.open


def open_as_on_windows(file, mode="r", buffering=-1, encoding=None, *rest, **options):
    if "b" not in mode and encoding is None and not options.get("encoding"):
        encoding = "cp1252"
    return original(file, mode, buffering, encoding, *rest, **options)


builtins.open = open_as_on_windows
