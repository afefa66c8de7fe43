"""Acting as a member: what Discord's client lets a person do, and nothing that it would not."""

from __future__ import annotations

from typing import Any

from bot.stage import automod, commands, messages, modals, reactions, scheduled, threads
from bot.stage import direct_messages as direct
from bot.stage.attachments import Upload, walk
from bot.stage.component_limits import BUTTON, SELECTS, STRING_SELECT
from bot.stage.context import Context
from bot.stage.errors import ApiError, Refused
from bot.stage.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL, Invocation
from bot.stage.payloads import Wire, as_dict, as_list
from bot.stage.permissions import P
from bot.stage.threads import THREAD_STARTER
from bot.stage.world import CATEGORY, EPHEMERAL, FORUM, LOADING, THREADS

CHAT_INPUT, USER_MENU, MESSAGE_MENU = 1, 2, 3
LINK = 5


class Actor:
    """One member at the keyboard. Everything raises Refused where Discord's client would refuse."""

    def __init__(self, context: Context, user_id: str) -> None:
        self.context = context
        self.world = context.world
        self.id = user_id
        self.last_autocomplete_failed = False

    @property
    def locale(self) -> str:
        """The language of their Discord client."""
        return self.world.locales.get(self.id, "en-US")

    @property
    def name(self) -> str:
        """Their display name."""
        return self.world.display_name(self.id)

    def may(self, channel_id: str, bits: int) -> bool:
        """Whether they have all of these permissions in the channel."""
        return self.world.permissions(self.id, channel_id) & bits == bits

    # --- messages ------------------------------------------------------------------------------------------------
    def send(
        self, channel_id: str, content: str, files: list[Upload] | None = None, reply_to: str | None = None
    ) -> Wire:
        """Write a message; returns it."""
        channel = self._visible(channel_id)
        bit = P.SEND_IN_THREADS if channel["type"] in THREADS else P.SEND_MESSAGES
        if channel["type"] in (CATEGORY, FORUM) or not self.may(channel_id, bit):
            raise Refused("You do not have permission to send messages in this channel.")
        payload: Wire = {"content": content}
        if reply_to is not None:
            payload["message_reference"] = {"message_id": reply_to}
        try:
            automod.check_post(self.world, channel_id, self.id, content)
            threads.wake(self.world, channel_id, self.id)
            return messages.create(self.world, channel_id, self.id, payload, dict(enumerate(files or [])))
        except ApiError as error:
            raise Refused(error.message, str(error.code)) from error

    def edit(self, message_id: str, content: str) -> Wire:
        """Change one's own message."""
        message = self._message(message_id)
        if message["author"]["id"] != self.id:
            raise Refused("Only your own messages can be edited.")
        try:
            automod.check_post(self.world, message["channel_id"], self.id, content)
            return messages.edit(self.world, message, {"content": content})
        except ApiError as error:
            raise Refused(error.message, str(error.code)) from error

    def delete(self, message_id: str) -> None:
        """Delete one's own message, or another's with Manage Messages."""
        message = self._message(message_id)
        if message["flags"] & EPHEMERAL:
            return self.dismiss(message_id)
        if message["author"]["id"] != self.id and not self.may(message["channel_id"], P.MANAGE_MESSAGES):
            raise Refused("You may not delete this message.")
        return messages.delete(self.world, message)

    def dismiss(self, message_id: str) -> None:
        """Dismiss an ephemeral message."""
        message = self._message(message_id)
        if not message["flags"] & EPHEMERAL:
            raise Refused("Only messages that only you can see can be dismissed.")
        messages.delete(self.world, message)

    def react(self, message_id: str, emoji: str, *, on: bool = True) -> Wire:
        """Add a reaction or take it back."""
        message = self._message(message_id)
        if on and not self.may(message["channel_id"], P.ADD_REACTIONS):
            raise Refused("You may not add reactions here.")
        return reactions.react(self.world, message, self.id, emoji, on=on)

    def create_thread(self, channel_id: str, name: str, message_id: str | None = None) -> Wire:
        """Start a public thread."""
        self._visible(channel_id)
        message = self._message(message_id) if message_id else None
        try:
            return threads.start(self.world, channel_id, self.id, {"name": name, "type": 11}, message=message)
        except ApiError as error:
            raise Refused(error.message, str(error.code)) from error

    def open_dm(self) -> Wire:
        """The direct message with the bot."""
        return direct.with_bot(self.world, self.id)

    # --- guild ---------------------------------------------------------------------------------------------------
    def interested(self, event_id: str, yes: bool = True) -> None:
        """Press "Interested" on a scheduled event, or take it back."""
        event = self.world.events.get(event_id)
        if event is None:
            raise Refused("This event is no longer there.")
        scheduled.interest(self.world, event, self.id, yes=yes)

    def cancel_event(self, event_id: str) -> None:
        """Cancel a scheduled event in Discord's own interface."""
        event = self.world.events.get(event_id)
        if event is None:
            raise Refused("This event is no longer there.")
        bits = self.world.permissions(self.id, guild_id=event["guild_id"])
        if event["creator_id"] != self.id and not bits & P.MANAGE_EVENTS:
            raise Refused("You may not cancel this event.")
        scheduled.change(self.world, event, {"status": scheduled.CANCELLED})

    def leave(self, guild_id: str | None = None) -> None:
        """Leave the guild."""
        self.context.leave(guild_id or self.world.guild_id, self.id)

    # --- commands ------------------------------------------------------------------------------------------------
    def commands(self, channel_id: str) -> list[Wire]:
        """The slash commands that the picker offers here, with names in this member's language."""
        return commands.shown(self._offered(channel_id, CHAT_INPUT), self.locale)

    def message_commands(self, channel_id: str) -> list[Wire]:
        """The commands in a message's menu (Apps)."""
        return commands.shown(self._offered(channel_id, MESSAGE_MENU), self.locale)

    def user_commands(self, channel_id: str) -> list[Wire]:
        """The commands in a user's menu (Apps)."""
        return commands.shown(self._offered(channel_id, USER_MENU), self.locale)

    def _offered(self, channel_id: str, kind: int) -> list[Wire]:
        channel = self._visible(channel_id)
        if channel["type"] in (CATEGORY, FORUM):
            return []
        interactions = self.context.interactions
        owners = interactions.owners(self.id, channel)
        return commands.offered(self.world, self.id, channel, interactions.context(channel), owners, kind)

    def _command(self, channel_id: str, command_id: str, kind: int) -> Wire:
        for command in self._offered(channel_id, kind):
            if command["id"] == command_id:
                return command
        raise Refused("This command is not offered here.")

    def slash(
        self, channel_id: str, command_id: str, path: tuple[str, ...] = (), options: dict[str, Any] | None = None
    ) -> Invocation:
        """Use a slash command; ``path`` names group and subcommand."""
        command = self._command(channel_id, command_id, CHAT_INPUT)
        filled = commands.fill(self.world, channel_id, command, path, options or {})
        return self.context.interactions.begin(COMMAND, self.id, channel_id, filled.data, name=filled.name)

    async def autocomplete(
        self,
        channel_id: str,
        command_id: str,
        path: tuple[str, ...] = (),
        options: dict[str, Any] | None = None,
        *,
        focused: str,
    ) -> list[Wire]:
        """The choices for what is typed into ``focused``, names in this member's language; empty when it failed."""
        command = self._command(channel_id, command_id, CHAT_INPUT)
        filled = commands.fill(self.world, channel_id, command, path, options or {}, focused=focused)
        interactions = self.context.interactions
        invocation = interactions.begin(AUTOCOMPLETE, self.id, channel_id, filled.data, name=filled.name)
        await invocation.outcome()
        self.last_autocomplete_failed = invocation.state == "failed"
        shown = [commands.localized(choice, self.locale) for choice in invocation.choices or []]
        return [{"name": choice["name_localized"], "value": choice["value"]} for choice in shown]

    def message_command(self, command_id: str, message_id: str) -> Invocation:
        """Use a command of a message's menu."""
        message = self._message(message_id)
        channel_id = message["channel_id"]
        if message["flags"] & EPHEMERAL:
            raise Refused("Apps are not offered on messages that only you can see.")
        command = self._command(channel_id, command_id, MESSAGE_MENU)
        data: Wire = {"id": command_id, "name": command["name"], "type": MESSAGE_MENU, "target_id": message_id}
        data["resolved"] = {"messages": {message_id: message}}
        return self.context.interactions.begin(COMMAND, self.id, channel_id, data, name=command["name"])

    def user_command(self, channel_id: str, command_id: str, user_id: str) -> Invocation:
        """Use a command of a user's menu."""
        command = self._command(channel_id, command_id, USER_MENU)
        resolved: Wire = {}
        commands.resolve_user(self.world, channel_id, user_id, resolved)
        data: Wire = {"id": command_id, "name": command["name"], "type": USER_MENU, "target_id": user_id}
        data["resolved"] = resolved
        return self.context.interactions.begin(COMMAND, self.id, channel_id, data, name=command["name"])

    # --- components ----------------------------------------------------------------------------------------------
    def press(self, message_id: str, custom_id: str) -> Invocation:
        """Press a button."""
        message, component = self._component(message_id, custom_id)
        if component["type"] != BUTTON:
            raise Refused("This is not a button.")
        data = {"component_type": BUTTON, "custom_id": custom_id, "id": component.get("id", 0)}
        return self._use(message, data)

    def select(self, message_id: str, custom_id: str, values: list[str]) -> Invocation:
        """Choose in a select menu."""
        message, component = self._component(message_id, custom_id)
        kind = component["type"]
        if kind not in SELECTS:
            raise Refused("This is not a menu.")
        if not component.get("min_values", 1) <= len(values) <= component.get("max_values", 1):
            raise Refused("That is not the number of choices that this menu takes.")
        data: Wire = {"component_type": kind, "custom_id": custom_id, "id": component.get("id", 0), "values": values}
        if kind == STRING_SELECT:
            if not set(values) <= {option["value"] for option in as_list(component.get("options"))}:
                raise Refused("There is no such choice in this menu.")
        else:
            data["resolved"] = modals.resolve(self.world, message["channel_id"], component, values)
        return self._use(message, data)

    def _use(self, message: Wire, data: Wire) -> Invocation:
        return self.context.interactions.begin(
            COMPONENT, self.id, message["channel_id"], data, name=data["custom_id"], message=message
        )

    def _component(self, message_id: str, custom_id: str) -> tuple[Wire, Wire]:
        message = self._message(message_id)
        if message["type"] == THREAD_STARTER:  # a thread begins with the message that it was made from
            message = self._message(message["message_reference"]["message_id"])
        if message["flags"] & LOADING:
            raise Refused("This message is still loading.")
        for component in walk(message["components"]):
            if component.get("custom_id") == custom_id:
                if component.get("disabled"):
                    raise Refused("This is disabled.")
                return message, component
        raise Refused("There is no such button or menu on this message.")

    def submit(self, invocation_id: str, values: dict[str, Any]) -> Invocation:
        """Send a modal that this member was shown; ``values`` by custom id (text, list of values, list of Uploads)."""
        shown = self.context.interactions.get(invocation_id)
        if shown.user_id != self.id or shown.modal is None:
            raise Refused("There is no such form.")
        resolved: Wire = {}
        components = modals.submitted(self.world, shown.channel_id, shown.modal, values, resolved)
        data: Wire = {"custom_id": shown.modal["custom_id"], "components": components}
        if resolved:
            data["resolved"] = resolved
        source = self.world.messages[shown.channel_id].get(shown.source_message_id or "")
        sent = self.context.interactions.begin(
            MODAL, self.id, shown.channel_id, data, name=shown.modal["custom_id"], message=source
        )
        sent.triggering_id = shown.id
        return sent

    # --- looking -------------------------------------------------------------------------------------------------
    def reads(self, channel_id: str, limit: int = 50) -> list[Wire]:
        """The newest messages that they see there, oldest first."""
        return self.world.visible_messages(self.id, channel_id, limit=limit)

    def _visible(self, channel_id: str) -> Wire:
        if not self.world.may_view(self.id, channel_id):
            raise Refused("You cannot see this channel.")
        return as_dict(self.world.channels[channel_id])

    def _message(self, message_id: str) -> Wire:
        try:
            message = self.world.find_message(message_id)
        except ApiError:
            raise Refused("This message is no longer there.") from None
        if not self.world.may_see_message(self.id, message):
            raise Refused("You cannot see this message.")
        return message
