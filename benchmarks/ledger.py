"""How fast a ledger is written and asked: 100,000 stories with 300,000 pictures.

    python benchmarks/ledger.py [--stories 100000] [--ledger FILE]

Makes a ledger in a temporary folder (or asks the one in FILE, which is made where it is missing) of stories over three
years, with three images each: every tenth story is a copy of the one before it, every twentieth picture an old one. A
newsroom with twenty contracts and their quotas asks it. Prints seconds by the clock and of the processor of
`auditor usage`, its start included, and of `auditor usage --since`.
"""

import argparse
import datetime
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from auditor import house
from auditor.ledger.shapes import Said, Scene, Sighting, Taken
from auditor.ledger.store import Ledger

AGENCIES = 150
MAKERS = 20_000
CONTRACTS = 20
FIRST = datetime.date(2024, 1, 1)
DAYS = 1096
COPY, OLD = 10, 20
EACH = 3


def main() -> None:
    """Makes, asks and prints."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--stories", type=int, default=100_000)
    asked.add_argument("--ledger", type=Path)
    options = asked.parse_args()
    agencies = sorted(house.load_words(None).agencies.by_name)[:AGENCIES]
    with tempfile.TemporaryDirectory() as folder:
        file = options.ledger or Path(folder, "ledger.sqlite")
        if not file.exists():
            make(file, options.stories, agencies)
        print(f"{file.stat().st_size / 1e6:.0f} MB")
        config = newsroom(Path(folder), agencies)
        for arguments in ([], ["--since", "2026-06"], ["--format", "csv"]):
            show(["usage", "--ledger", str(file), "--config", str(config), *arguments])


def make(file: Path, stories: int, agencies: list[str]) -> None:
    """Writes the ledger; prints how long that takes."""
    begun = time.process_time()
    ledger = Ledger(file)
    ledger.take_in(told(stories, agencies), (), ())
    ledger.close()
    print(f"{stories:,} stories, {stories * EACH:,} images written in {time.process_time() - begun:.1f} CPU s")


def told(stories: int, agencies: list[str]) -> Iterator[Taken]:
    """So many stories, as they would be written."""
    chance = random.Random(1)
    last: tuple[Sighting, ...] = ()
    for number in range(stories):
        if not last or number % COPY:
            last = tuple(sighting(number, n, agencies, chance) for n in range(EACH))
        day = FIRST + datetime.timedelta(days=number * DAYS // stories)
        scene = Scene(day.isoformat(), chance.choice(("GB", "IE", None)), "web")
        yield Taken(f"s{number}", f"/stories/s{number}.html", number.to_bytes(16, "big"), scene, last)


def sighting(number: int, n: int, agencies: list[str], chance: random.Random) -> Sighting:
    """A picture, a new one or one that was shown before, with a credit."""
    picture = chance.randrange(number * EACH + n + 1) if n == 0 and not number % OLD else number * EACH + n
    agency = agencies[min(int(chance.expovariate(0.1)), len(agencies) - 1)]
    said = Said((f"Maker {chance.randrange(MAKERS)}",), (agency,))
    caption = f"the mayor of town {picture} opens the bridge number {picture % 97} on a windy day"
    return Sighting(((n + 1, said),), (f"bridge-{picture}-4711",), caption)


def newsroom(folder: Path, agencies: list[str]) -> Path:
    """An auditor.toml with contracts: every second of three years each, every third with a monthly quota."""
    contracts = []
    for number, agency in enumerate(agencies[:CONTRACTS]):
        until = "2025-06-30" if number % 2 else "2026-12-31"
        quota = "quota = { pictures = 200 }\n" if number % 3 else ""
        contracts.append(f'[[contract]]\nagency = "{agency}"\nfrom = 2024-01-01\nuntil = {until}\n{quota}')
    (folder / "contracts.toml").write_text("\n".join(contracts), "utf-8")
    (folder / "auditor.toml").write_text('folders = ["."]\n', "utf-8")
    return folder / "auditor.toml"


def show(arguments: list[str]) -> None:
    """Runs the command twice, the first time to warm it up, and prints what the second took."""
    command = [sys.executable, "-m", "auditor", *arguments]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    begun, before = time.perf_counter(), sum(os.times()[2:4])
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    clock, busy = time.perf_counter() - begun, sum(os.times()[2:4]) - before
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"auditor usage {' '.join(arguments[5:]):20} {clock:5.2f} s   {busy:5.2f} CPU s   {most:5.0f} MB", flush=True)


if __name__ == "__main__":
    main()
