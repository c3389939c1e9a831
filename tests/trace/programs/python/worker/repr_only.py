"""A worker that logs only the repr."""
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="[%(asctime)s: %(levelname)s/%(processName)s] %(message)s")


class WorkerLostError(Exception):
    pass


logging.info("mingle: all alone")
logging.error("Task handler raised error: %r", WorkerLostError("Worker exited prematurely: signal 9 (SIGKILL) Job: 3."))
logging.info("worker: Hitting Ctrl+C again will terminate all running tasks!")
