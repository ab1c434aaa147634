"""`auditor serve`: from options to a running server, and its orderly end."""

import logging
import signal
import socket
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from types import FrameType
from typing import NoReturn

from auditor import house
from auditor.errors import AuditorError, UsageError
from auditor.gate import logs
from auditor.gate.secret import secrets
from auditor.gate.store import path_of
from auditor.reading import cores

try:
    import uvicorn

    from auditor.gate import access
    from auditor.gate.app import Server, app
    from auditor.gate.archive import Archive
    from auditor.gate.inbox import Inbox
    from auditor.gate.judge import gate
    from auditor.gate.patience import Impatient
    from auditor.gate.pool import Pool
    from auditor.gate.turnstile import Turnstile
except ImportError as error:
    if (error.name or "").partition(".")[0] not in ("starlette", "uvicorn"):
        raise
    raise UsageError("`auditor serve` needs more than was installed: pip install 'auditor[server]'") from None

BACKLOG = 2048
EVENTS = 8  # at once: a body is in memory before its signature can be looked at
CONNECTIONS = 1000  # more are refused, asked or not
LOG = logging.getLogger("auditor.gate")


def serve(options: Namespace, config: Path | None, environment: Mapping[str, str]) -> int:
    """Serves until it is told to stop; finishes what runs. Returns 0."""
    settled = house.load(config)
    known = secrets(settled.settings.gate.secrets, environment)
    access.refuse_open_door(options.host, known.bearer)
    by = gate(settled, options.fail_on)
    bound = _bound(options.host, options.port)
    logs.set_up()
    command = [sys.executable, "-m", "auditor.gate.worker", str(config or ""), by.fail_on]
    pool = Pool(command, options.workers or cores(), settled.settings.time_limit)
    archive = Archive(path_of(options.store, settled))
    most = options.limit_concurrency
    turnstiles = Turnstile(most, options.limit_client), Turnstile(min(most, EVENTS), options.limit_client)
    server = Server(by, pool, archive, Inbox(pool, archive, by), *turnstiles, known.bearer, known)
    LOG.info("listening", extra={"address": _address(bound)})
    return _run(server, bound)


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        bound = socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        raise UsageError(f"{host}, port {port}: cannot listen there ({error.strerror or error}).") from None
    # Accepted connections have it from here; asyncio sets it on its own sockets only. Without it an answer waits 40 ms.
    bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return bound


def _address(bound: socket.socket) -> str:
    host, port = bound.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _run(server: Server, bound: socket.socket) -> int:
    """Runs; a signal to end comes back here after the orderly end."""
    limit = server.by.house.settings.time_limit
    config = uvicorn.Config(
        app(server),
        http=Impatient,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=CONNECTIONS,
        backlog=BACKLOG,
        timeout_graceful_shutdown=int(2 * limit) + 2,
    )
    running = uvicorn.Server(config)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, _ended)
    running.run(sockets=[bound])
    if not running.started:
        raise AuditorError("The server could not start; the log says why.")
    return 0


def _ended(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(0)
