"""Discord's limits for messages, modals and autocomplete answers, refused as Discord refuses them: 50035 with a path.

The numbers are those of Discord's documentation; the sentences are its own, so that a log on the stage reads like one
from the real service.
"""

from __future__ import annotations

from typing import Any

from bot.stage.component_limits import Problems, check_components, check_modal_component
from bot.stage.errors import ApiError
from bot.stage.payloads import Wire, as_dict, as_list
from bot.stage.world import COMPONENTS_V2

CONTENT = 2000
FILE_BYTES = 10 * 1024 * 1024
REQUEST_FILES = 10
ATTACHMENT_DESCRIPTION = 1024
NONCE = 25
SETTABLE_FLAGS = (1 << 2) | (1 << 6) | (1 << 12) | (1 << 13) | COMPONENTS_V2
EMBED_TEXTS = {"title": 256, "description": 4096}
EMBED_TOTAL = 6000


def check_message(payload: Wire, *, flags: int, names: set[str], files: int, sizes: list[int]) -> None:
    """Refuse a message payload (create or edit) that Discord would refuse; raises ApiError 50035, 50006 or 40005.

    ``flags`` are those that the message will have, ``names`` the file names that attachment:// may refer to, ``files``
    how many files it will have in all, ``sizes`` the bytes of each one that is uploaded.
    """
    problems = Problems()
    if flags & COMPONENTS_V2:
        _no_legacy(payload, problems)
    content = payload.get("content")
    if content is not None and len(str(content)) > CONTENT:
        problems.too_long("content", CONTENT)
    _check_embeds(as_list(payload.get("embeds")), problems)
    check_components(as_list(payload.get("components")), v2=bool(flags & COMPONENTS_V2), names=names, problems=problems)
    _check_mentions(as_dict(payload.get("allowed_mentions")), problems)
    _check_nonce(payload, problems)
    _check_attachments(as_list(payload.get("attachments")), problems)
    if files > REQUEST_FILES:
        problems.add("attachments", "BASE_TYPE_MAX_LENGTH", f"Must be {REQUEST_FILES} or fewer in length.")
    problems.refuse()
    if any(size > FILE_BYTES for size in sizes):
        raise ApiError(413, 40005, "Request entity too large")


def is_empty(message: Wire) -> bool:
    """Whether a message would show nothing at all (50006)."""
    return not any(
        message.get(part) for part in ("content", "embeds", "components", "attachments", "poll", "sticker_ids")
    )


def check_flags(flags: int, *, ephemeral_allowed: bool) -> None:
    """Refuse flags that a bot cannot set."""
    allowed = SETTABLE_FLAGS if ephemeral_allowed else SETTABLE_FLAGS & ~(1 << 6)
    if flags & ~allowed:
        problems = Problems()
        problems.add("flags", "MESSAGE_FLAGS_INVALID", "The message flags are not valid.")
        problems.refuse()


def check_modal(data: Wire) -> None:
    """Refuse a modal that Discord would refuse."""
    problems = Problems()
    problems.length("data.title", data.get("title"), 1, 45)
    problems.length("data.custom_id", data.get("custom_id"), 1, 100)
    components = as_list(data.get("components"))
    if not 1 <= len(components) <= 5:
        problems.add("data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
    seen: set[str] = set()
    for index, component in enumerate(components):
        check_modal_component(as_dict(component), f"data.components.{index}", problems, seen)
    problems.refuse()


def check_choices(choices: list[Any]) -> None:
    """Refuse autocomplete answers beyond 25 or with names and values that are too long."""
    problems = Problems()
    if len(choices) > 25:
        problems.add("data.choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")
    for index, choice in enumerate(choices):
        path = f"data.choices.{index}"
        problems.length(f"{path}.name", as_dict(choice).get("name"), 1, 100)
        value = as_dict(choice).get("value")
        if value is None:
            problems.required(f"{path}.value")
        elif isinstance(value, str):
            problems.length(f"{path}.value", value, 1, 100)
    problems.refuse()


def _no_legacy(payload: Wire, problems: Problems) -> None:
    for part in ("content", "embeds", "poll", "sticker_ids"):
        if payload.get(part):
            problems.add(
                part,
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                f"The '{part}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
            )


def _check_embeds(embeds: list[Any], problems: Problems) -> None:
    if len(embeds) > 10:
        problems.too_long("embeds", 10)
    total = 0
    for index, embed in enumerate(embeds):
        path = f"embeds.{index}"
        for part, most in EMBED_TEXTS.items():
            total += problems.optional(f"{path}.{part}", embed.get(part), most)
        total += problems.optional(f"{path}.footer.text", as_dict(embed.get("footer")).get("text"), 2048)
        total += problems.optional(f"{path}.author.name", as_dict(embed.get("author")).get("name"), 256)
        fields = as_list(embed.get("fields"))
        if len(fields) > 25:
            problems.too_long(f"{path}.fields", 25)
        for number, field in enumerate(fields):
            problems.length(f"{path}.fields.{number}.name", field.get("name"), 1, 256)
            problems.length(f"{path}.fields.{number}.value", field.get("value"), 1, 1024)
            total += len(str(field.get("name"))) + len(str(field.get("value")))
    if total > EMBED_TOTAL:
        problems.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {EMBED_TOTAL}")


def _check_mentions(allowed: Wire, problems: Problems) -> None:
    parse = as_list(allowed.get("parse"))
    for index, word in enumerate(parse):
        if word not in ("roles", "users", "everyone"):
            problems.add(f"allowed_mentions.parse.{index}", "BASE_TYPE_CHOICES", "Value must be one of the choices.")
    for part in ("users", "roles"):
        ids = as_list(allowed.get(part))
        if len(ids) > 100:
            problems.too_long(f"allowed_mentions.{part}", 100)
        if ids and part in parse:
            problems.add(
                f"allowed_mentions.{part}", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", f"parse:[{part}] is exclusive"
            )


def _check_nonce(payload: Wire, problems: Problems) -> None:
    nonce = payload.get("nonce")
    if nonce is not None and len(str(nonce)) > NONCE:
        problems.add("nonce", "NONCE_TYPE_TOO_LONG", f"Must be {NONCE} or fewer in length.")


def _check_attachments(attachments: list[Any], problems: Problems) -> None:
    for index, attachment in enumerate(attachments):
        problems.optional(f"attachments.{index}.description", attachment.get("description"), ATTACHMENT_DESCRIPTION)
        if "filename" in attachment:
            problems.length(f"attachments.{index}.filename", attachment["filename"], 1, 1024)
