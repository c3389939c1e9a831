import re


def durations(lines):
    return [int(re.search(r"took (\d+) ms", line).group(1)) for line in lines]
