"""Load on `auditor serve`: requests a second, latency and memory at 1, 8 and 64 connections, and at overload.

    python benchmarks/gate.py [--seconds N] [--page FILE]

Needs wrk (`apt-get install wrk`). The page is one of the samples, filled up to the size of a median news page; every
request is audited and its verdict written to the disk. At overload there are ten times as many connections as requests
that the server takes at once: what is too much must be refused quickly, and afterwards all must be as before.
"""

import argparse
import contextlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "samples" / "stadium-roof" / "page.html"
SIZE = 255_000  # bytes: the median of news pages as they are delivered
TEASER = '<li class="teaser"><a href="/news/{n}"><h3>Teaser {n}</h3><p>What else happened, part {n}.</p></a></li>\n'
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
        print(f"page of {len(page) / 1000:.0f} kB; up to {LIMIT} requests at once; {options.seconds} s each")
        print("connections   answered/s   refused/s   p50 ms   p99 ms   most ms   broken   MiB")
        (Path(folder) / "body").write_bytes(page)
        for connections in (1, 8, 64, OVERLOAD, 1):
            show(connections, load(Path(folder), address, connections, options.seconds), memory(server))
    return 0


def median_page() -> bytes:
    """The sample with as many teasers behind its story as make a page of median size."""
    start, end = SAMPLE.read_text("utf-8").split("</body>")
    teasers = "".join(TEASER.format(n=n) for n in range((SIZE - len(start)) // len(TEASER)))
    return f"{start}<nav><ul>\n{teasers}</ul></nav></body>{end}".encode()


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A server of its own on a free port of this machine."""
    command = [sys.executable, "-m", "auditor", "serve", "--port", "0", "--store", str(folder / "store")]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen([*command, "--limit-concurrency", str(LIMIT)], stderr=log, cwd=folder)
    try:
        yield server, _address(folder / "log")
    finally:
        server.terminate()
        server.wait()


def _address(log: Path) -> str:
    while "startup complete" not in log.read_text("utf-8"):
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


def show(connections: int, told: Figures, megabytes: float) -> None:
    """Prints a line."""
    answered = (told["requests"] - told["refused"]) / told["seconds"]
    refused = told["refused"] / told["seconds"]
    times = f"{told['p50']:8.1f} {told['p99']:8.1f} {told['most']:9.1f}"
    print(f"{connections:11} {answered:12.1f} {refused:11.1f} {times} {told['broken']:8.0f} {megabytes:5.0f}")


def memory(server: subprocess.Popen[bytes]) -> float:
    """MiB that the server and its workers have in memory, what they share counted each time."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    pages = [int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in (str(server.pid), *children)]
    return sum(pages) * 4096 / (1 << 20)


if __name__ == "__main__":
    sys.exit(main())
