"""Ids for rows that have no natural key: 64 bits, positive, sortable by the time of their making.

42 bits of milliseconds and 21 random bits. Within a process ids never repeat and always rise; two processes would
have to draw the same 21 bits in the same millisecond to collide, and the primary key would then refuse the second.
"""

from __future__ import annotations

import secrets
import threading
import time

_RANDOM_BITS = 21
_START_MS = 1_735_689_600_000  # 2025-01-01 UTC; 42 bits last for 139 years from here

_lock = threading.Lock()  # works run on the database's thread as well as on the event loop
_last = 0


def new_id() -> int:
    """A fresh id. It reads the machine's clock on purpose: uniqueness must not depend on a clock that tests move."""
    global _last  # noqa: PLW0603  (a counter is what this module is)
    with _lock:
        ms = time.time_ns() // 1_000_000 - _START_MS
        fresh = (ms << _RANDOM_BITS) | secrets.randbits(_RANDOM_BITS)
        _last = max(fresh, _last + 1)
        return _last
