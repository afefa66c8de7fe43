"""Settings: read once at start from the environment and .env, typed, every problem reported at once.

The environment wins over .env. A setting that starts with ETOILE_ and is not listed here is reported, so that a
misspelt name is not silently without effect. `.env.example` lists all of them; a test keeps both equal.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.errors import StartupError

PREFIX = "ETOILE_"
SECRET_BYTES = 32
_SHARDS = re.compile(r"[0-9]+(-[0-9]+)?(,[0-9]+(-[0-9]+)?)*/[0-9]+")


def _flag(text: str) -> bool:
    if text.lower() in {"1", "true", "yes", "on"}:
        return True
    if text.lower() in {"", "0", "false", "no", "off"}:
        return False
    raise ValueError("say yes or no")


def port(text: str) -> int:
    """A port of this machine. Raises ValueError."""
    number = _whole(text)
    if number > 65535:
        raise ValueError("a port is a number from 0 to 65535")
    return number


def _whole(text: str) -> int:
    if not text.isdecimal():
        raise ValueError("say a whole number, 0 or more")
    return int(text)


def _secret(text: str) -> str:
    if text and len(text.encode()) < SECRET_BYTES:
        raise ValueError(f"give at least {SECRET_BYTES} bytes")
    return text


def _log_level(text: str) -> str:
    level = text.upper()
    if level not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
        raise ValueError("say debug, info, warning or error")
    return level


def _log_format(text: str) -> str:
    if text.lower() not in {"text", "json"}:
        raise ValueError("say text or json")
    return text.lower()


def _database(text: str) -> str:
    if text and not text.startswith(("sqlite:///", "postgresql://", "postgres://")):
        raise ValueError("start it with sqlite:/// or postgresql://")
    return text


def _loopback(text: str) -> str:
    if not text:
        return text
    host = urlsplit(text).hostname or ""
    try:
        inside = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        inside = False
    if not inside or urlsplit(text).scheme != "http":
        raise ValueError("only an http:// address of this machine (127.0.0.1) is accepted")
    return text


def _address(text: str) -> str:
    """An IP address or "localhost". Raises ValueError: a name could come to mean another machine."""
    if text != "localhost":
        ipaddress.ip_address(text)
    return text


def _shards(text: str) -> str:
    """'auto', or 'ids/count' such as '0-3/8' or '0,4/8'."""
    parse_shards(text)
    return text


def parse_shards(text: str) -> tuple[list[int] | None, int | None]:
    """The shard ids and the shard count of a setting; (None, None) for 'auto'. Raises ValueError."""
    if text == "auto":
        return None, None
    ids_text, slash, count_text = text.partition("/")
    if not slash or not _SHARDS.fullmatch(text):
        raise ValueError("say auto, or ids/count such as 0-3/8")
    count = int(count_text)
    ids: list[int] = []
    for part in ids_text.split(","):
        first, dash, last = part.partition("-")
        ids.extend(range(int(first), int(last if dash else first) + 1))
    if count < 1 or not ids or any(not 0 <= shard < count for shard in ids):
        raise ValueError("every shard id must lie between 0 and the count")
    return sorted(set(ids)), count


def _setting(name: str, why: str, parse: Callable[[str], Any], default: str = "") -> Any:
    return field(default=parse(default), metadata={"name": name, "why": why, "parse": parse, "default": default})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that an operator can set. Defaults are for one small server on one machine."""

    token: str = _setting(
        "DISCORD_TOKEN", "The bot's token from Discord's developer portal; without it the rehearsal starts.", str
    )
    state_dir: Path = _setting(
        "ETOILE_STATE_DIR", "Where the database, keys and backups lie when nothing else is said.", Path, "var"
    )
    database_url: str = _setting(
        "ETOILE_DATABASE_URL",
        "sqlite:///path or postgresql://user:password@host/name; empty: etoile.sqlite3 in the state directory.",
        _database,
    )
    expect_data: bool = _setting(
        "ETOILE_EXPECT_DATA",
        "Refuse to start when the database is empty: guards against an unmounted volume.",
        _flag,
        "no",
    )
    ballot_key: str = _setting(
        "ETOILE_BALLOT_KEY",
        "The secret behind anonymous ballots (32 bytes or more); empty: made on first start and kept in the state"
        " directory (with PostgreSQL it must be given).",
        _secret,
    )
    log_level: str = _setting("ETOILE_LOG_LEVEL", "debug, info, warning or error.", _log_level, "info")
    log_format: str = _setting(
        "ETOILE_LOG_FORMAT", "text, or json: one object per line, for programs that collect logs.", _log_format, "text"
    )
    shards: str = _setting(
        "ETOILE_SHARDS", "auto, or the shards of this process as ids/count, such as 0-3/8.", _shards, "auto"
    )
    health_port: int = _setting("ETOILE_HEALTH_PORT", "Port for /healthz, /readyz and /metrics; 0: off.", port, "0")
    health_host: str = _setting(
        "ETOILE_HEALTH_HOST",
        "Address that this port listens on: this machine's own, or that of an inner network.",
        _address,
        "127.0.0.1",
    )
    page_port: int = _setting("ETOILE_PAGE_PORT", "Port on 127.0.0.1 of the rehearsal page.", port, "8722")
    hello: bool = _setting("ETOILE_HELLO", "Say hello, once, on each server that the bot is added to.", _flag, "yes")
    flood_limit: int = _setting(
        "ETOILE_FLOOD_LIMIT",
        "How many commands and presses one member has at once (all back within ten seconds); 0: no limit.",
        _whole,
        "20",
    )
    operator_channel: int = _setting(
        "ETOILE_OPERATOR_CHANNEL",
        "Channel id for what members report on servers without a log channel; 0: none.",
        _whole,
        "0",
    )
    retention_days: int = _setting(
        "ETOILE_RETENTION_DAYS", "After how many days closed polls and past parties are deleted; 0: never.", _whole, "0"
    )
    seat_hold_minutes: int = _setting(
        "ETOILE_SEAT_HOLD_MINUTES", "How long a freed seat is held for the next on the waitlist.", _whole, "30"
    )
    stage_url: str = _setting(
        "ETOILE_STAGE_URL", "Address of a stage on this machine, for rehearsals and tests; never Discord.", _loopback
    )
    control: str = _setting("ETOILE_CONTROL", "Set by the rehearsal: 'stdin' takes orders there.", str)
    clock_offset: float = _setting("ETOILE_CLOCK_OFFSET", "Set by the rehearsal: seconds to skip ahead.", float, "0")

    @property
    def database(self) -> str:
        """The address of the database, with the default filled in."""
        return self.database_url or f"sqlite:///{self.state_dir / 'etoile.sqlite3'}"


def read_settings(environment: Mapping[str, str], dotenv: Mapping[str, str | None] | None = None) -> Settings:
    """The settings of `environment`, completed from `dotenv`.

    Raises StartupError("settings-wrong") that lists every value that cannot be read.
    """
    values = {name: value for name, value in (dotenv or {}).items() if value is not None} | dict(environment)
    read: dict[str, Any] = {}
    problems: list[str] = []
    for each in fields(Settings):
        text = values.get(each.metadata["name"], "").strip()
        if not text:
            continue
        try:
            read[each.name] = each.metadata["parse"](text)
        except ValueError as error:
            problems.append(f"{each.metadata['name']}: {error}")
    if problems:
        raise StartupError("settings-wrong", problems="; ".join(problems))
    return Settings(**read)


def unknown_settings(environment: Mapping[str, str], dotenv: Mapping[str, str | None] | None = None) -> list[str]:
    """Names that start with ETOILE_ and mean nothing, sorted."""
    known = {each.metadata["name"] for each in fields(Settings)}
    given = set(environment) | set(dotenv or {})
    return sorted(name for name in given if name.startswith(PREFIX) and name not in known)


def describe_settings() -> list[tuple[str, str, str]]:
    """(name, default, why) of every setting, in the order of .env.example."""
    return [(each.metadata["name"], each.metadata["default"], each.metadata["why"]) for each in fields(Settings)]
