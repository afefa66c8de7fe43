"""What can go wrong and is expected to.

EtoileError            a member or operator asked for something that cannot be; worded at the edge, in their language
├── StoreUnavailable   the database does not answer at the moment; nothing was changed, or nobody knows
└── StartupError       the process cannot start; the command line prints the sentence and exits with 1

Each carries the key of a sentence in data/locales and the values for it, never the sentence itself.
"""

from __future__ import annotations

from collections.abc import Mapping

Value = str | int | float
"""What a sentence can be filled with."""
RoleIds = frozenset[int]
"""Roles of a server: the sentence mentions them."""


class EtoileError(Exception):
    """An expected refusal.

    `key` names a sentence of the catalogue; `values` fill its variables.
    """

    def __init__(self, key: str, /, **values: Value | RoleIds) -> None:
        super().__init__(key, values)
        self.key = key
        self.values: Mapping[str, Value | RoleIds] = values

    def __str__(self) -> str:
        return self.key if not self.values else f"{self.key} {dict(self.values)}"


class StoreUnavailable(EtoileError):
    """The database is locked, full or gone for now. Nothing of the failed transaction was stored; with `unknown`, all
    of it may have been: the connection was lost before the commit was confirmed."""

    def __init__(self, *, unknown: bool = False) -> None:
        super().__init__("store-unknown" if unknown else "store-unavailable")


class StartupError(EtoileError):
    """The process cannot start (or must stop): printed as one sentence, never as a traceback."""
