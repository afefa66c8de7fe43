"""Interactions: what a member starts, what the bot answers, and Discord's clocks over both.

Three seconds to the first answer ("The application did not respond"), on the machine's clock, because a person waits;
fifteen minutes for the token, on the stage's clock, because a rehearsal may skip ahead.
"""

from __future__ import annotations

import asyncio
import secrets
from collections import deque

from bot.stage import limits, messages
from bot.stage.attachments import Upload
from bot.stage.errors import ApiError, invalid_form, unknown
from bot.stage.invocation import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL, Invocation
from bot.stage.payloads import Wire, as_dict, as_list
from bot.stage.permissions import IN_DIRECT_MESSAGES, P
from bot.stage.world import DIRECT, EPHEMERAL, LOADING, World

__all__ = ["AUTOCOMPLETE", "COMMAND", "COMPONENT", "MODAL", "Interactions", "Invocation"]

ANSWER_SECONDS = 3.0
TOKEN_MS = 15 * 60 * 1000
KEPT = 20_000
FOLLOWUPS_WHEN_USER_INSTALLED = 5
ATTACHMENT_LIMIT = limits.FILE_BYTES

MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, SHOW_MODAL = 4, 5, 6, 7, 8, 9
ANSWERS = {
    COMMAND: {MESSAGE, DEFERRED, SHOW_MODAL},
    COMPONENT: {MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, SHOW_MODAL},
    AUTOCOMPLETE: {CHOICES},
    MODAL: {MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE},
}
REPLY, CHAT_INPUT_COMMAND, CONTEXT_MENU_COMMAND = 19, 20, 23


class Interactions:
    """All interactions of the stage."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.answer_seconds = ANSWER_SECONDS
        self._by_id: dict[str, Invocation] = {}
        self._by_token: dict[str, Invocation] = {}
        self._order: deque[Invocation] = deque()

    # --- from the member -----------------------------------------------------------------------------------------
    def begin(
        self, kind: int, user_id: str, channel_id: str, data: Wire, *, name: str, message: Wire | None = None
    ) -> Invocation:
        """Start an interaction: tell the bot and start the three seconds."""
        world = self.world
        channel = world.channels[channel_id]
        guild_id = channel.get("guild_id")
        invocation = Invocation(
            id=world.snowflake(),
            token=secrets.token_urlsafe(48),
            type=kind,
            user_id=user_id,
            guild_id=guild_id,
            channel_id=channel_id,
            name=name,
            born_ms=world.clock.ms(),
            owners=self.owners(user_id, channel),
            command_type=int(data.get("type", 1)) if kind == COMMAND else 1,
            source_message_id=message["id"] if message else None,
        )
        self._keep(invocation)
        loop = asyncio.get_running_loop()
        invocation.timer = loop.call_later(self.answer_seconds, self._too_late, invocation)
        self._tell(invocation)
        world.dispatch("INTERACTION_CREATE", self._wire(invocation, channel, data, message), guild_id)
        return invocation

    def owners(self, user_id: str, channel: Wire) -> dict[str, str]:
        """``authorizing_integration_owners``: on behalf of the guild (0), of the user (1), or both."""
        owners: dict[str, str] = {}
        guild_id = channel.get("guild_id")
        if guild_id is not None and self.world.bot_id in self.world.members[guild_id]:
            owners["0"] = guild_id
        if guild_id is None and self.world.bot_id in self.world.direct_members(channel):
            owners["0"] = "0"
        if user_id in self.world.installed_for:
            owners["1"] = user_id
        return owners

    def context(self, channel: Wire) -> int:
        """0 in a guild, 1 in the bot's own DM, 2 in other DMs and groups."""
        if channel["type"] not in DIRECT:
            return 0
        return 1 if self.world.bot_id in self.world.direct_members(channel) else 2

    def get(self, invocation_id: str) -> Invocation:
        """By id; ApiError 10062 when there is none."""
        try:
            return self._by_id[invocation_id]
        except KeyError:
            raise unknown("interaction") from None

    def _keep(self, invocation: Invocation) -> None:
        self._by_id[invocation.id] = self._by_token[invocation.token] = invocation
        self._order.append(invocation)
        if len(self._order) > KEPT:
            old = self._order.popleft()
            self._by_id.pop(old.id, None)
            self._by_token.pop(old.token, None)

    def _too_late(self, invocation: Invocation) -> None:
        if invocation.state == "sent":
            invocation.state = "failed"
            invocation.error = "did not respond"
            invocation.finish()
            self._tell(invocation)

    def _tell(self, invocation: Invocation) -> None:
        if self.world.watched and invocation.type != AUTOCOMPLETE:
            self.world.tell("interaction", invocation.as_wire(), only=frozenset((invocation.user_id,)))

    def _wire(self, invocation: Invocation, channel: Wire, data: Wire, message: Wire | None) -> Wire:
        world, user_id, guild_id = self.world, invocation.user_id, invocation.guild_id
        mine = world.permissions(user_id, channel["id"])
        wire: Wire = {
            "id": invocation.id,
            "application_id": world.bot_id,
            "type": invocation.type,
            "token": invocation.token,
            "version": 1,
            "data": data,
            "channel_id": channel["id"],
            "channel": {k: v for k, v in channel.items() if k != "permission_overwrites"} | {"permissions": str(mine)},
            "app_permissions": str(self.app_permissions(invocation, channel["id"])),
            "locale": world.locales.get(user_id, "en-US"),
            "entitlements": [],
            "entitlement_sku_ids": [],
            "authorizing_integration_owners": invocation.owners,
            "context": self.context(channel),
            "attachment_size_limit": ATTACHMENT_LIMIT,
        }
        if guild_id is not None:
            guild = world.guilds[guild_id]
            locale = guild["preferred_locale"]
            wire["guild_id"] = guild_id
            wire["guild_locale"] = locale
            wire["guild"] = {"id": guild_id, "locale": locale, "features": guild["features"]}
            wire["member"] = world.members[guild_id][user_id] | {"permissions": str(mine)}
        else:
            wire["user"] = world.users[user_id]
        if message is not None:
            wire["message"] = message
        return wire

    def app_permissions(self, invocation: Invocation, channel_id: str) -> int:
        """What the bot itself may do in that channel."""
        if invocation.guild_id is not None and not invocation.user_installed_only:
            return self.world.permissions(self.world.bot_id, channel_id)
        return IN_DIRECT_MESSAGES

    # --- from the bot --------------------------------------------------------------------------------------------
    def callback(self, interaction_id: str, token: str, payload: Wire, uploads: dict[int, Upload]) -> Wire:
        """The bot's first answer; gives the callback resource. ApiError 10062, 40060 or 50035."""
        invocation = self._by_id.get(interaction_id)
        if invocation is None or invocation.token != token or invocation.state == "failed":
            raise unknown("interaction")
        if invocation.answered:
            raise ApiError(400, 40060, "Interaction has already been acknowledged.")
        kind = int(payload.get("type") or 0)
        if kind not in ANSWERS[invocation.type] or (
            kind in (UPDATE, DEFERRED_UPDATE) and not invocation.source_message_id
        ):
            raise invalid_form({"type": ("BASE_TYPE_CHOICES", "Value must be one of the answers to this interaction.")})
        message = self._apply(invocation, kind, as_dict(payload.get("data")), uploads)
        if invocation.timer is not None:
            invocation.timer.cancel()
            invocation.timer = None
        invocation.finish()
        self._tell(invocation)
        return self._resource(invocation, kind, message)

    def _apply(self, invocation: Invocation, kind: int, data: Wire, uploads: dict[int, Upload]) -> Wire | None:
        message: Wire | None = None
        if kind == CHOICES:
            choices = as_list(data.get("choices"))
            limits.check_choices(choices)
            invocation.choices = choices
            invocation.state = "choices"
        elif kind == SHOW_MODAL:
            limits.check_modal(data)
            invocation.modal = data
            invocation.state = "modal"
        elif kind == DEFERRED_UPDATE:
            invocation.state = "deferred_update"
        elif kind == UPDATE:
            message = messages.edit(self.world, self._source(invocation), data, uploads)
            invocation.state = "updated"
        else:
            loading = kind == DEFERRED
            body = {"flags": int(data.get("flags") or 0) & EPHEMERAL} if loading else data
            message = self._create(invocation, body, uploads, loading=loading)
            invocation.message_id = message["id"]
            invocation.state = "deferred" if loading else "answered"
        return message

    def _source(self, invocation: Invocation) -> Wire:
        return self.world.message(invocation.channel_id, invocation.source_message_id or "")

    def _create(self, invocation: Invocation, body: Wire, uploads: dict[int, Upload], *, loading: bool = False) -> Wire:
        kind = CHAT_INPUT_COMMAND
        body = dict(body)
        if invocation.type == COMMAND and invocation.command_type != 1:
            kind = CONTEXT_MENU_COMMAND
        if invocation.source_message_id is not None or invocation.followup_ids or invocation.message_id:
            kind = REPLY
            target = invocation.source_message_id or invocation.message_id
            body["message_reference"] = {"message_id": target, "fail_if_not_exists": False}
            body.setdefault("allowed_mentions", {"parse": ["users", "roles", "everyone"]})
        if self._must_be_quiet(invocation):
            body["flags"] = int(body.get("flags") or 0) | EPHEMERAL
        origin = messages.Origin(metadata=self._metadata(invocation), user_id=invocation.user_id)
        return messages.create(
            self.world,
            invocation.channel_id,
            self.world.bot_id,
            body,
            uploads,
            origin=origin,
            kind=kind,
            loading=loading,
        )

    def _must_be_quiet(self, invocation: Invocation) -> bool:
        """A user-installed app is ephemeral where its user may not use external apps."""
        if not invocation.user_installed_only or invocation.guild_id is None:
            return False
        return not self.world.permissions(invocation.user_id, invocation.channel_id) & P.USE_EXTERNAL_APPS

    def _metadata(self, invocation: Invocation) -> Wire:
        metadata: Wire = {
            "id": invocation.id,
            "type": invocation.type,
            "user": self.world.users[invocation.user_id],
            "authorizing_integration_owners": invocation.owners,
        }
        if invocation.type == COMMAND:
            metadata |= {"name": invocation.name, "command_type": invocation.command_type}
        if invocation.source_message_id is not None:
            metadata["interacted_message_id"] = invocation.source_message_id
        if invocation.triggering_id in self._by_id:
            metadata["triggering_interaction_metadata"] = self._metadata(self._by_id[invocation.triggering_id])
        if invocation.message_id is not None:
            metadata["original_response_message_id"] = invocation.message_id
        return metadata

    def _resource(self, invocation: Invocation, kind: int, message: Wire | None) -> Wire:
        interaction: Wire = {"id": invocation.id, "type": invocation.type}
        answer: Wire = {"interaction": interaction}
        if message is not None:
            interaction["response_message_id"] = message["id"]
            interaction["response_message_loading"] = bool(message["flags"] & LOADING)
            interaction["response_message_ephemeral"] = bool(message["flags"] & EPHEMERAL)
            answer["resource"] = {"type": kind, "message": message}
        return answer

    def by_token(self, token: str) -> Invocation:
        """The interaction whose webhook this is; ApiError 10015 before it is answered, 50027 after fifteen minutes."""
        invocation = self._by_token.get(token)
        if invocation is None or not invocation.answered:
            raise unknown("webhook")
        if self.world.clock.ms() - invocation.born_ms > TOKEN_MS:
            raise ApiError(401, 50027, "Invalid Webhook Token")
        return invocation

    def message_of(self, invocation: Invocation, message_id: str) -> Wire:
        """``@original``, a follow-up, or the message that a component stands on; ApiError 10008."""
        if message_id == "@original":
            message_id = invocation.message_id or invocation.source_message_id or ""
        known = {invocation.message_id, invocation.source_message_id, *invocation.followup_ids}
        if message_id not in known:
            raise unknown("message")
        return self.world.message(invocation.channel_id, message_id)

    def edit(self, token: str, message_id: str, payload: Wire, uploads: dict[int, Upload]) -> Wire:
        """Edit by the token; fills a deferred answer."""
        invocation = self.by_token(token)
        message = self.message_of(invocation, message_id)
        edited = messages.edit(self.world, message, payload, uploads, silently=bool(message["flags"] & LOADING))
        invocation.fill()
        return edited

    def delete(self, token: str, message_id: str) -> None:
        """Delete by the token."""
        invocation = self.by_token(token)
        messages.delete(self.world, self.message_of(invocation, message_id))
        invocation.fill()

    def follow_up(self, token: str, payload: Wire, uploads: dict[int, Upload]) -> Wire:
        """A further message; the first one after a deferral fills it, as on Discord."""
        invocation = self.by_token(token)
        original = self.world.messages[invocation.channel_id].get(invocation.message_id or "")
        if original is not None and original["flags"] & LOADING:
            return self.edit(token, "@original", payload, uploads)
        if invocation.user_installed_only and len(invocation.followup_ids) >= FOLLOWUPS_WHEN_USER_INSTALLED:
            raise ApiError(400, 40094, "This interaction has reached its maximum number of follow-up messages")
        message = self._create(invocation, payload, uploads)
        invocation.followup_ids.append(message["id"])
        invocation.fill()
        self._tell(invocation)
        return message
