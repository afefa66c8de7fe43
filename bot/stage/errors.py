"""Refusals, with the codes and sentences that Discord's API uses for them."""

from __future__ import annotations

from bot.stage.payloads import Wire


class ApiError(Exception):
    """A request that Discord would refuse: HTTP status, JSON error code, sentence, and for 50035 the faults by path."""

    def __init__(self, status: int, code: int, message: str, errors: Wire | None = None) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def as_wire(self) -> Wire:
        """The JSON body of the answer."""
        body: Wire = {"message": self.message, "code": self.code}
        if self.errors is not None:
            body["errors"] = self.errors
        return body


class Refused(Exception):
    """What Discord's own client would not let a member do, in one plain sentence."""

    def __init__(self, message: str, code: str = "refused") -> None:
        super().__init__(message)
        self.code = code


def unknown(what: str) -> ApiError:
    """404 for a thing that is not there (or that this bot cannot know of)."""
    code, message = UNKNOWN[what]
    return ApiError(404, code, message)


UNKNOWN = {
    "channel": (10003, "Unknown Channel"),
    "guild": (10004, "Unknown Guild"),
    "member": (10007, "Unknown Member"),
    "message": (10008, "Unknown Message"),
    "role": (10011, "Unknown Role"),
    "user": (10013, "Unknown User"),
    "webhook": (10015, "Unknown Webhook"),
    "interaction": (10062, "Unknown interaction"),
    "command": (10063, "Unknown application command"),
    "event": (10070, "Unknown Guild Scheduled Event"),
}


def missing_access() -> ApiError:
    """403: the channel or guild cannot be seen."""
    return ApiError(403, 50001, "Missing Access")


def missing_permissions() -> ApiError:
    """403: it can be seen, but this may not be done there."""
    return ApiError(403, 50013, "Missing Permissions")


def invalid_form(faults: dict[str, tuple[str, str]]) -> ApiError:
    """400 code 50035 from ``{"components.0.label": (code, sentence)}``, nested as Discord nests it."""
    tree: Wire = {}
    for path, (code, message) in faults.items():
        node = tree
        for part in path.split("."):
            node = node.setdefault(part, {})
        node.setdefault("_errors", []).append({"code": code, "message": message})
    return ApiError(400, 50035, "Invalid Form Body", tree)
