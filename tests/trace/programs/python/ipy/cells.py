"""Runs two cells as a notebook does and prints what they print."""
from IPython.core.interactiveshell import InteractiveShell

shell = InteractiveShell.instance()
shell.colors = "NoColor"
shell.run_cell("prices = {'pen': 2}\n\ndef total(names):\n    return sum(prices[name] for name in names)\n")
shell.run_cell("import json\n\ntotal(['pen', 'ink'])\n")
