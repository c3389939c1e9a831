"""Runs a cell that fails inside a library."""
from IPython.core.interactiveshell import InteractiveShell

shell = InteractiveShell.instance()
shell.colors = "NoColor"
shell.run_cell("import json\n\njson.loads('[1, 2')\n")
