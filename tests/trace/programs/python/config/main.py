"""Starts the shop with the settings of a stage."""
import sys

from settings.loader import load


def start(stage: str) -> None:
    settings = load(stage)
    print("listening on", settings["port"])


if __name__ == "__main__":
    start(sys.argv[1])
