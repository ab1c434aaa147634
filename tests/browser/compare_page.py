"""The page of `auditor serve` in a real browser, without JavaScript: two copies pasted, the matrix looked for.

    pip install 'auditor[server]' playwright && apt-get install chromium
    python tests/browser/compare_page.py ONE OTHER [--screenshot FILE]

ONE and OTHER are files of two copies. Run by hand: it is no part of `make test`, for it needs a browser.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

NEEDED = "needs playwright (pip install playwright) and chromium (apt-get install chromium): nothing was tested"
PATIENCE = 20_000  # milliseconds


def main() -> int:
    """Runs the test; 0 where the page is as it should be."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("one", type=Path)
    asked.add_argument("other", type=Path)
    asked.add_argument("--screenshot", type=Path)
    options = asked.parse_args()
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        browser = None
    if not browser:
        print(NEEDED)
        return 3
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        server, address = _server(Path(folder))
        try:
            chromium = player.chromium.launch(executable_path=browser, args=["--no-sandbox"])
            wrong = _tried(chromium.new_page(java_script_enabled=False), address, options)
            chromium.close()
        finally:
            server.terminate()
            server.wait()
    print("\n".join(wrong) or "the page is as it should be")
    return 1 if wrong else 0


def _server(folder: Path) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "auditor", "serve", "--port", "0", "--store", str(folder / "store")]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr
    address = ""
    for line in server.stderr:
        address = json.loads(line).get("address", address)
        if "startup complete" in line:
            return server, address
    raise SystemExit("the server did not start")


def _tried(page: Any, address: str, options: argparse.Namespace) -> list[str]:
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(f"console: {message.text}"))
    page.on("request", lambda asked: asked.url == f"{address}/" or wrong.append(f"asked for {asked.url}"))
    page.goto(address)
    page.get_by_label("First copy").fill(options.one.read_text("utf-8"))
    page.get_by_label("Second copy").fill(options.other.read_text("utf-8"))
    page.get_by_role("button", name="Compare").click()
    page.wait_for_load_state(timeout=PATIENCE)
    if page.locator("table").count() == 0:
        wrong.append("no matrix is shown")
    if page.get_by_label("First copy").input_value() != options.one.read_text("utf-8"):
        wrong.append("what was pasted is no longer there")
    if options.screenshot:
        page.screenshot(path=options.screenshot, full_page=True)
    return wrong


if __name__ == "__main__":
    sys.exit(main())
