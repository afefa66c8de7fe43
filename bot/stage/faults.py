"""Faults on purpose: what Discord and networks do on bad days, queued by route for tests."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fnmatch import fnmatchcase


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that goes wrong. Make it with the constructors below, not by hand."""

    kind: str
    status: int = 500
    seconds: float = 0.0
    code: int = 0
    message: str = ""
    everywhere: bool = False

    @staticmethod
    def rate_limit(retry_after: float, *, everywhere: bool = False, code: int = 0) -> Fault:
        """429; with ``everywhere`` the global limit; with ``code`` a special one, such as 30046 (old messages)."""
        return Fault(kind="rate_limit", status=429, seconds=retry_after, everywhere=everywhere, code=code)

    @staticmethod
    def failing(status: int = 500) -> Fault:
        """A server error; the call is not applied."""
        return Fault(kind="failing", status=status)

    @staticmethod
    def applied_but(status: int = 500) -> Fault:
        """The call is applied, but the answer is a server error."""
        return Fault(kind="applied_but", status=status)

    @staticmethod
    def reset() -> Fault:
        """The connection is reset before the call is applied."""
        return Fault(kind="reset")

    @staticmethod
    def applied_but_reset() -> Fault:
        """The call is applied, then the connection is reset."""
        return Fault(kind="applied_but_reset")

    @staticmethod
    def cut() -> Fault:
        """The call is applied, and the connection is cut in the middle of the answer."""
        return Fault(kind="cut")

    @staticmethod
    def hang(seconds: float) -> Fault:
        """Nothing for so long, then a reset; the call is not applied."""
        return Fault(kind="hang", seconds=seconds)

    @staticmethod
    def delay(seconds: float) -> Fault:
        """The call is applied and answered, late."""
        return Fault(kind="delay", seconds=seconds)

    @staticmethod
    def refuse(status: int, code: int, message: str = "Refused") -> Fault:
        """An error of Discord's own, such as 403 50013."""
        return Fault(kind="refuse", status=status, code=code, message=message)


@dataclass(slots=True)
class _Waiting:
    method: str
    pattern: str
    fault: Fault
    times: int


class InjectedFaults:
    """The queue of faults; the first that matches a call and is not used up happens."""

    def __init__(self) -> None:
        self._waiting: list[_Waiting] = []
        self.happened: list[str] = []

    def add(self, method: str, pattern: str, fault: Fault, *, times: int = 1) -> None:
        """Let ``fault`` happen to the next calls of ``method`` ("*" for any) whose path matches, such as
        ``/channels/*/messages`` (without /api/v10)."""
        self._waiting.append(_Waiting(method, pattern, replace(fault), times))

    def clear(self, pattern: str | None = None) -> None:
        """No more faults; or none of those that were added for this path."""
        self._waiting = [one for one in self._waiting if pattern is not None and one.pattern != pattern]

    def take(self, method: str, path: str) -> Fault | None:
        """The fault for this call, if one waits."""
        for waiting in self._waiting:
            if waiting.method in ("*", method) and fnmatchcase(path, waiting.pattern):
                waiting.times -= 1
                if waiting.times <= 0:
                    self._waiting.remove(waiting)
                self.happened.append(f"{waiting.fault.kind} {method} {path}")
                return waiting.fault
        return None

    def __bool__(self) -> bool:
        return bool(self._waiting)
