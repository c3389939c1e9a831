"""Logs as a task queue does: the repr of the exception in the line, the traceback below it."""
import logging
import sys

logging.basicConfig(
    stream=sys.stdout,
    level=logging.INFO,
    format="[%(asctime)s: %(levelname)s/%(processName)s] %(message)s",
)
log = logging.getLogger("celery.app.trace")


def resize(image):
    if not image.endswith(".png"):
        raise RuntimeError(f"cannot resize {image}: it's no picture")


def run(name, identity, argument):
    log.info("Task %s[%s] received", name, identity)
    try:
        resize(argument)
    except Exception as problem:
        log.error("Task %s[%s] raised unexpected: %r", name, identity, problem, exc_info=True)
    else:
        log.info("Task %s[%s] succeeded in 0.01s: None", name, identity)


run("images.resize", "2f1c9d4e-1b7f-4c55-9d0e-3a5b1c2d4e6f", "logo.png")
run("images.resize", "77aa0c1e-92f3-4a0b-8a34-0d4c5b6e7f80", "notes.txt")
