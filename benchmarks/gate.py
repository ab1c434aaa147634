"""Load on `auditor serve`: requests a second, latency and memory at 1, 8 and 64 connections, and at overload.

    python benchmarks/gate.py [--seconds N] [--page FILE]

Needs wrk (`apt-get install wrk`). The page is one of the samples, filled up to the size and the number of elements of a
median news page; every request is audited and its verdict written to the disk. At overload there are ten times as many
connections as requests that the server takes at once, none of which waits before it asks again: what is too much must
be refused quickly, and afterwards all must be as before.

`processor ms` is what a verdict costs the server and its workers together, and does not depend on what else the machine
does; `refused in` are times of an asker of its own, one request after the other.
"""

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "samples" / "stadium-roof" / "page.html"
SIZE = 255_000  # bytes: the median of news pages as they are delivered, the rest of which is scripts and data
TEASERS = 100  # with them the page has the thousand elements of the median page
TEASER = (
    '<li class="teaser"><div><div><a href="/news/{n}"><img src="/teaser-{n}.jpg" alt=""></a></div><div>'
    '<h3><a href="/news/{n}">Teaser {n}</a></h3><p>What else happened, part {n}.</p></div></div></li>\n'
)
STATE = '{{"id": {n}, "type": "module", "visible": true, "payload": {{"title": "Module {n}", "items": []}}}},\n'
LIMIT = 32
OVERLOAD = 10 * LIMIT
ASK = """
wrk.method = "POST"
wrk.headers["Content-Type"] = "text/html"
local file = io.open("{body}", "rb")
wrk.body = file:read("*a")
function done(summary, latency, requests)
  local e = summary.errors
  local told = '{{"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "most": %f, "refused": %d, "broken": %d}}'
  local p50, p99 = latency:percentile(50) / 1e3, latency:percentile(99) / 1e3
  local broken = e.connect + e.read + e.write + e.timeout
  io.stderr:write(told:format(summary.requests, summary.duration / 1e6, p50, p99, latency.max / 1e3, e.status, broken))
end
"""
Figures = dict[str, float]


def main() -> int:
    """Measures and prints."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--seconds", type=int, default=8)
    asked.add_argument("--page", type=Path, help="another page than the sample")
    options = asked.parse_args()
    if not shutil.which("wrk"):
        print("wrk is not here (apt-get install wrk): nothing measured")
        return 3
    page = options.page.read_bytes() if options.page else median_page()
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as (server, address):
        (Path(folder) / "body").write_bytes(page)
        print(f"page of {len(page) / 1000:.0f} kB; up to {LIMIT} requests at once; {options.seconds} s each")
        print(
            "connections   answered/s   refused/s   p50 ms   p99 ms   processor ms   refused in ms, most   broken   MiB"
        )
        for connections in (1, 8, 64, OVERLOAD, 1):
            before = processor(server)
            with asking(address, page) as refused:
                told = load(Path(folder), address, connections, options.seconds)
            show(connections, told, processor(server) - before, sorted(refused), memory(server))
    return 0


def median_page() -> bytes:
    """The sample with teasers and data behind its story, as many as make a page of median size."""
    start, end = SAMPLE.read_text("utf-8").split("</body>")
    teasers = "".join(TEASER.format(n=n) for n in range(TEASERS))
    left = SIZE - len(start) - len(teasers)
    data = "".join(STATE.format(n=n) for n in range(left // len(STATE)))
    return f"{start}<nav><ul>\n{teasers}</ul></nav><script>window.state = [\n{data}]</script></body>{end}".encode()


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A server of its own on a free port of this machine."""
    command = [sys.executable, "-m", "auditor", "serve", "--port", "0", "--store", str(folder / "store")]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen([*command, "--limit-concurrency", str(LIMIT)], stderr=log, cwd=folder)
    try:
        yield server, _address(server, folder / "log")
    finally:
        server.terminate()
        server.wait()


def _address(server: subprocess.Popen[bytes], log: Path) -> str:
    while "startup complete" not in log.read_text("utf-8"):
        if server.poll() is not None:
            sys.exit(f"the server did not start:\n{log.read_text('utf-8')}")
        time.sleep(0.05)
    address: str = json.loads(log.read_text("utf-8").splitlines()[0])["address"]
    return address


def load(folder: Path, address: str, connections: int, seconds: int) -> Figures:
    """What wrk measures."""
    script = folder / "ask.lua"
    script.write_text(ASK.format(body=folder / "body"))
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "-s", str(script)]
    told = subprocess.run([*command, f"{address}/v1/check"], capture_output=True, text=True, check=True)
    figures: Figures = json.loads(told.stderr)
    return figures


@contextlib.contextmanager
def asking(address: str, page: bytes) -> Iterator[list[float]]:
    """The milliseconds in which an asker of its own, beside the load, is refused."""
    refused: list[float] = []
    over = threading.Event()
    asker = threading.Thread(target=_ask, args=(f"{address}/v1/check", page, refused, over))
    asker.start()
    try:
        yield refused
    finally:
        over.set()
        asker.join()


def _ask(url: str, page: bytes, refused: list[float], over: threading.Event) -> None:
    while not over.wait(0.2):
        begun = time.perf_counter()
        try:
            urllib.request.urlopen(urllib.request.Request(url, page, {"content-type": "text/html"}), timeout=30).close()
        except urllib.error.HTTPError:
            refused.append((time.perf_counter() - begun) * 1000)


def show(connections: int, told: Figures, spent: float, refused: list[float], megabytes: float) -> None:
    """Prints a line."""
    answered = told["requests"] - told["refused"]
    each = f"{answered / told['seconds']:12.1f} {told['refused'] / told['seconds']:11.1f}"
    times = f"{told['p50']:8.1f} {told['p99']:8.1f} {spent / max(answered, 1):14.1f}"
    refusals = f"{refused[len(refused) // 2]:14.0f} {refused[-1]:7.0f}" if refused else f"{'-':>14} {'-':>7}"
    print(f"{connections:11} {each} {times} {refusals} {told['broken']:8.0f} {megabytes:5.0f}")


def processes(server: subprocess.Popen[bytes]) -> list[str]:
    """The server and its workers."""
    return [str(server.pid), *Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()]


def processor(server: subprocess.Popen[bytes]) -> float:
    """Milliseconds of processor time that they have used."""
    ticks = 0
    for pid in processes(server):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])  # in user mode, in the kernel
    return ticks * 1000 / os.sysconf("SC_CLK_TCK")


def memory(server: subprocess.Popen[bytes]) -> float:
    """MiB that the server and its workers have in memory, what they share counted each time."""
    pages = [int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in processes(server)]
    return sum(pages) * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


if __name__ == "__main__":
    sys.exit(main())
