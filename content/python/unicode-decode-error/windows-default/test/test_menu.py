import os
import subprocess
import sys


def test_the_menu_is_read_alike_on_windows():
    environment = {**os.environ, "PYTHONPATH": "windows"}
    run = subprocess.run([sys.executable, "main.py"], env=environment, capture_output=True, text=True)
    assert run.stdout == "2 dishes\n", run.stderr


def test_curly_quotes_arrive_whole():
    program = "from menu import dishes; print(ascii(dishes('menu.txt')[1]))"
    environment = {**os.environ, "PYTHONPATH": "windows"}
    run = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True)
    assert run.stdout == "'\\u201cSoup\\u201d of the day'\n", run.stderr
