"""Logging: short lines for an operator. No plot, no member's text and no token ever reaches a logger.

Unexpected errors get a short reference that a member can quote and an operator can search for.
"""

from __future__ import annotations

import json
import logging
import secrets
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path


class _WithoutSecret(logging.Filter):
    """Blanks the token wherever a library might put it into a message or a traceback."""

    def __init__(self, secret: str) -> None:
        super().__init__()
        self._secret = secret

    def filter(self, record: logging.LogRecord) -> bool:
        if self._secret and self._secret in record.getMessage():
            record.msg, record.args = record.getMessage().replace(self._secret, "[token]"), None
        return True


class _OnceAMinute(logging.Filter):
    """Keeps a line back that stood in the log within the last minute, and has the next one say how many were."""

    REMEMBERED = 1000

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[tuple[str, str], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        line = (record.name, record.getMessage())
        at, kept_back = self._told.pop(line, (0.0, 0))
        within = record.created - at < 60 and not record.exc_info
        self._told[line] = (at, kept_back + 1) if within else (record.created, 0)
        if len(self._told) > self.REMEMBERED:
            self._told.pop(next(iter(self._told)))
        record.kept_back = kept_back
        record.more = f" ({kept_back} more since)" if kept_back else ""
        return not within


class JsonLines(logging.Formatter):
    """One JSON object a line: `time` (UTC, RFC 3339), `level`, `logger`, `message`; `event`, the sentence before its
    values were filled in, by which lines of a kind are found; `kept_back`, how many equal ones came since the last, if
    any; `error`, the traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, str | int] = {
            "time": when.replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": str(record.msg),
            "message": record.getMessage(),
        }
        if kept_back := getattr(record, "kept_back", 0):
            line["kept_back"] = kept_back
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def set_up_logging(level: str, *, as_json: bool = False, secret: str = "") -> None:
    """Send log lines of `level` and above to standard error, as text or as JSON, with `secret` blanked."""
    handler = logging.StreamHandler(sys.stderr)
    text = logging.Formatter("%(asctime)s %(levelname)-7s %(name)s: %(message)s%(more)s", "%Y-%m-%d %H:%M:%S")
    handler.setFormatter(JsonLines() if as_json else text)
    handler.addFilter(_WithoutSecret(secret))
    handler.addFilter(_OnceAMinute())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    # discord.py tells at info level of every (re)connection, which is useful, and at debug level whole payloads.
    # aiosqlite would tell at debug level what was raised inside a transaction, with the values of its sentence.
    for library in ("discord", "aiosqlite"):
        logging.getLogger(library).setLevel(max(logging.INFO, logging.getLevelNamesMapping()[level]))
    # The bot never joins a voice channel: that the parts for it are missing is no news.
    discord_voice = logging.getLogger("discord.client")
    discord_voice.addFilter(lambda record: "voice will NOT be supported" not in record.getMessage())
    logging.getLogger("alembic").setLevel(logging.WARNING)


def reference() -> str:
    """A short id that joins what a member sees to one line of the log."""
    return secrets.token_hex(3).upper()


_ROOT = Path(__file__).resolve().parent.parent
_SENDING = str(_ROOT / "bot" / "discordpy")
_OURS = tuple(str(_ROOT / name) for name in ("bot", "cogs", "tests"))


def place_of(error: BaseException) -> str:
    """Where in our own code an error came about, as "cogs/ui/polls/refresh.py:120"; "?" where that is not known.

    An error's own text may hold what members wrote; its place is what an operator needs. The last frames of all are
    most often such as send whatever we hand to them.
    """
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith(_OURS)]
    ours = [frame for frame in ours if not frame.filename.startswith(_SENDING)] or ours
    if not frames:
        return "?"
    if not ours:
        return f"{frames[-1].filename}:{frames[-1].lineno}"
    return f"{Path(ours[-1].filename).relative_to(_ROOT)}:{ours[-1].lineno}"
