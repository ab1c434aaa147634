"""Worker processes that crash, hang, fail or lose their parent: what it costs, and what is said."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from auditor.machinery.workers import Answer, Task, Work, WorkerError, run

ROOT = Path(__file__).parents[2]


def shouting(folder: str = "") -> Work:
    """A worker that answers in capitals, and has a weakness or two."""

    def work(task: str) -> bytes:
        if task == "hang":
            time.sleep(600)
        if task == "crash" or (task == "crash once" and _first_time(Path(folder) / "crashed")):
            os.kill(os.getpid(), signal.SIGKILL)
        if task == "fail":
            raise ValueError("no such word")
        return task.upper().encode()

    return work


def _first_time(mark: Path) -> bool:
    seen = mark.exists()
    mark.touch()
    return not seen


def unready() -> Work:
    os._exit(3)


def answers(words: list[str], folder: Path, jobs: int = 2, seconds: float = 20) -> dict[int, Answer]:
    tasks = (Task(number, word) for number, word in enumerate(words))
    return {answer.number: answer for answer in run(tasks, shouting, (str(folder),), jobs, seconds)}


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_task_is_answered_once(tmp_path: Path, jobs: int) -> None:
    words = [f"word {n}" for n in range(30)]
    said = answers(words, tmp_path, jobs)
    assert {n: a.data.decode() for n, a in said.items()} == {n: word.upper() for n, word in enumerate(words)}


def test_no_tasks_no_workers(tmp_path: Path) -> None:
    assert answers([], tmp_path) == {}


# what a task does -> what is said of it; all others are done
BAD = {
    "crash": "crashed on this file, 2 times (Killed)",
    "crash once": "",
    "hang": "hung on this file and was stopped after 1 seconds",
}


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_task_costs_nothing_but_itself(tmp_path: Path, bad: str) -> None:
    words = ["a", "b", bad, "c", "d"]
    said = answers(words, tmp_path, seconds=1)
    assert said[2].lost == BAD[bad]
    assert [said[n].data.decode() for n in (0, 1, 3, 4)] == ["A", "B", "C", "D"]
    assert bool(said[2].data) == (not BAD[bad])


def test_many_bad_tasks_are_all_named(tmp_path: Path) -> None:
    said = answers(["crash", "a", "crash", "crash", "b"], tmp_path)
    assert Counter(bool(answer.lost) for answer in said.values()) == {True: 3, False: 2}


def test_an_error_of_the_work_itself_ends_the_run_in_words(tmp_path: Path) -> None:
    with pytest.raises(WorkerError, match="no such word"):
        answers(["a", "fail"], tmp_path)


def test_workers_that_never_get_ready_end_the_run() -> None:
    with pytest.raises(WorkerError, match="exit code 3"):
        list(run([Task(0, "a")], unready, (), 2, 20))


PARENT = """
import sys
from auditor.machinery.workers import Task, run
from tests.machinery.test_workers import shouting_pid

if __name__ == "__main__":
    for answer in run([Task(0, "pid"), Task(1, "hang")], shouting_pid, (), 1, 60):
        print(answer.data.decode(), flush=True)
"""


def shouting_pid() -> Work:
    return lambda task: str(os.getpid()).encode() if task == "pid" else shouting()(task)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_workers_end_with_their_parent(tmp_path: Path, how: signal.Signals) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    paths = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, str(script)], env=paths, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as parent:
        assert parent.stdout
        worker = int(parent.stdout.readline())
        parent.send_signal(how)
        parent.wait()
    assert _ends(worker)


def _ends(process: int) -> bool:
    """Waits as long as it takes, within reason, for a process that is not ours to end."""
    for _ in range(1000):
        if not _lives(process):
            return True
        time.sleep(0.01)
    return False


def _lives(process: int) -> bool:
    """Does the process run? One that has ended but that nobody has asked about yet does not."""
    try:
        os.kill(process, 0)
        state = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True).stdout
    except ProcessLookupError:
        return False
    return not state.startswith("Z")
