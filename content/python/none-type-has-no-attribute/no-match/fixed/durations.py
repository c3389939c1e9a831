import re


def durations(lines):
    matches = (re.search(r"took (\d+) ms", line) for line in lines)
    return [int(match.group(1)) for match in matches if match]
