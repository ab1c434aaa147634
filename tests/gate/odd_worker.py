"""A worker process that does what its tasks say: answer, refuse, hang, die, or eat memory."""

import os
import sys
import time

from auditor.errors import UsageError
from auditor.gate.frames import Task
from auditor.gate.worker import serve


def work(task: Task) -> bytes:
    """What the bytes of the task say."""
    if task.data == b"hang":
        time.sleep(3600)
    if task.data == b"die":
        os._exit(3)
    if task.data == b"eat":
        bytes(4 << 30)
    if task.data == b"refuse":
        raise UsageError("no")
    if task.data == b"who":
        return str(os.getpid()).encode()
    return task.data


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer, work, 512, 3600)
