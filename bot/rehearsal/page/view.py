"""The world as one member sees it: who they are, in which language, and what mentions are called for them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rehearsal.page.words import PageWords, words_for
from bot.stage.payloads import Wire, as_dict, as_list
from bot.stage.world import World


def wires(value: object) -> list[Wire]:
    """The objects of an optional list of the wire format."""
    return [as_dict(one) for one in as_list(value)]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A viewer in front of the world. Satisfies :class:`bot.rehearsal.page.markdown_html.Names`."""

    world: World
    user_id: str

    @property
    def locale(self) -> str:
        """The tag of the member's Discord ("en-US", "fr")."""
        return self.world.locales.get(self.user_id, "en-US")

    @property
    def words(self) -> PageWords:
        """The page's sentences in the member's language."""
        return words_for(self.locale)

    def user(self, user_id: str) -> str | None:
        """The display name of a user."""
        return self.world.display_name(user_id, self.world.guild_id) if user_id in self.world.users else None

    def role(self, role_id: str) -> str | None:
        """The name of a role."""
        for roles in self.world.roles.values():
            if role_id in roles:
                return str(roles[role_id]["name"]).removeprefix("@")
        return None

    def channel(self, channel_id: str) -> str | None:
        """The name of a channel that the viewer may see, with its sign; None else."""
        channel = self.world.channels.get(channel_id)
        if channel is None or not self.world.may_view(self.user_id, channel_id):
            return None
        return f"# {self.place_name(channel)}"

    def place_name(self, channel: Wire) -> str:
        """What a channel, thread or conversation is called for the viewer."""
        if channel.get("name"):
            return str(channel["name"])
        others = [user_id for user_id in self.world.direct_members(channel) if user_id != self.user_id]
        return ", ".join(sorted(self.world.display_name(user_id) for user_id in others))

    def may(self, permission: int, channel_id: str | None = None) -> bool:
        """Whether the viewer holds a permission there."""
        return bool(self.world.permissions(self.user_id, channel_id) & permission)
