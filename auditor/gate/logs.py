"""JSON log lines on standard error, without a word of any story."""

import datetime
import json
import logging
import sys

TOLD = ("method", "path", "status", "ms", "bytes", "verdict", "source", "why", "address", "event")
LONGEST = 200  # characters of a value: a path may be anything


class Lines(logging.Formatter):
    """One JSON object a line; of an exception only its type and place, for its text may quote a story."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        line: dict[str, object] = {
            "at": datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "said": record.getMessage()[:LONGEST] if not record.exc_info else "failed",
        }
        for name in TOLD:
            if (value := getattr(record, name, None)) is not None:
                line[name] = value[:LONGEST] if isinstance(value, str) else value
        if record.exc_info and record.exc_info[0]:
            line |= {"error": record.exc_info[0].__name__, "place": _place(record)}
        return json.dumps(line)


def _place(record: logging.LogRecord) -> str:
    trace = record.exc_info[2] if record.exc_info else None
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""


def set_up() -> None:
    """Sends every log line of this process to standard error, from level info on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
