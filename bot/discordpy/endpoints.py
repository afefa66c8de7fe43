"""Pointing discord.py at a stage on this machine.

discord.py has no public setting for its addresses. The few places it keeps them in are touched here and nowhere else.
"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

import yarl
from discord.asset import Asset
from discord.gateway import DiscordWebSocket
from discord.http import Route


def is_loopback(url: str) -> bool:
    """Whether ``url`` is an http address of this machine: 127.0.0.0/8, ::1 or localhost."""
    parts = urlsplit(url)
    if parts.scheme != "http" or parts.username is not None:
        return False
    host = parts.hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def point_at(url: str) -> None:
    """Send everything that discord.py does to the stage at ``url`` (``http://127.0.0.1:PORT``), in this process.

    Raises ValueError when the host is not this machine: a token must never leave for an address from a setting.
    """
    if not is_loopback(url):
        raise ValueError("only an http:// address of this machine (127.0.0.1) is accepted as a stage")
    base = url.rstrip("/")
    Route.BASE = f"{base}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(base.replace("http://", "ws://", 1) + "/gateway")
    Asset.BASE = f"{base}/cdn"  # pyright: ignore[reportAttributeAccessIssue]  (declared as the one real address)
