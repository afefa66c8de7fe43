"""What members and moderators do on a generated server, step by step, with the judge's book kept beside it."""

from __future__ import annotations

import itertools
from typing import Any

from bot.stage.world import EPHEMERAL
from tests.leaks.generated import BEYOND, EVERYWHERE, Town, Words
from tests.support.reading import walk

MARKERS = itertools.count()
VEIL, UNVEIL = "Veil as spoiler…", "Unveil"
SURFACES: list[tuple[str, dict[str, Any]]] = [
    ("etoile status", {}),
    ("etoile episode", {"number": 5}),
    ("poll list", {}),
    ("poll show", {"poll": "poll"}),
    ("poll results", {"poll": "poll"}),
    ("poll edit", {"poll": "poll"}),
    ("poll export", {"poll": "poll"}),
    ("poll delete", {"poll": "poll"}),
    ("party list", {}),
    ("party show", {"party": "party"}),
    ("party calendar", {}),
    ("mydata show", {}),
    ("mydata export", {}),
]
TYPED = [("poll show", "poll"), ("poll close", "poll"), ("party show", "party")]


class Story:
    """Plays steps on a town, and keeps the judge's book."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.house = town.house

    async def play(self, what: str, one: int, other: int, level: int) -> None:
        """One step, whatever of it is possible; then everything that stands anywhere is judged."""
        town = self.town
        user = town.members[one % len(town.members)]
        seen = [channel for channel in town.channels if town.views(user, channel)]
        channel = seen[other % len(seen)] if seen else ""
        await getattr(self, f"_{what.replace(' ', '_')}")(user, channel, one, other, level)
        town.look_around()

    async def reads_all(self, user: str) -> None:
        """Somebody tries every surface in every channel that they view."""
        for channel in self.town.channels:
            if self.town.views(user, channel):
                for number in range(len(SURFACES)):
                    await self._read(user, channel, 0, number, 0)
                for words, option in TYPED:
                    await self.town.type(user, channel, words, option)

    # --- writing ------------------------------------------------------------------------------------------------------
    def _marker(self) -> str:
        return f"zq{next(MARKERS):06}x"

    async def _poll(self, user: str, channel: str, _one: int, _other: int, level: int) -> None:
        if not channel:
            return
        town = self.town
        words = self._write(user, channel, max(level, town.horizon(channel)))
        form = await town.slash(user, channel, "poll create")
        preview = await town.fill(
            user, form, [f"Is {words.marker} right?", f"{words.marker} yes\nno", None, None, None]
        )
        assert preview.message_id is not None
        await town.press(user, preview.message_id, "poll:gate", [str(level)])
        await town.press(user, preview.message_id, "poll:post")
        card = town.house.stage.world.find_message(town.newest(channel))
        words.message_id = card["id"]
        words.poll_id = _id_in(card, "v1:poll:")

    async def _party(self, user: str, channel: str, _one: int, _other: int, level: int) -> None:
        if not channel:
            return
        town = self.town
        words = self._write(user, channel, town.horizon(channel))
        options = {"when": "in 3 days", "episode": max(level, 1), "note": f"bring {words.marker}"}
        draft = await town.slash(user, channel, "party schedule", **options)
        assert draft.message_id is not None
        posted = await town.press(user, draft.message_id, "party:post")
        if posted is None:  # it is asked on whose clock
            del town.written[words.marker]
            return
        card = town.house.stage.world.find_message(town.newest(channel))
        words.message_id = card["id"]
        words.party_id = _id_in(card, "v1:party:answer:going:", last=True)

    async def _veil(self, user: str, channel: str, _one: int, _other: int, level: int) -> None:
        if not channel:
            return
        town = self.town
        words = self._write(user, channel, max(level, 1))
        words.veiled = True
        message = town.at(user, channel).send(f"I say {words.marker}")
        form = await self._menu(user, message["id"], channel, VEIL)
        await town.fill(user, form, [str(words.level)])
        words.message_id = town.newest(channel)

    async def _note(self, _user: str, _channel: str, _one: int, _other: int, level: int) -> None:
        """A moderator puts a note beside the status: for everybody who has seen as much, in whatever channel."""
        town = self.town
        words = self._write(town.owner, EVERYWHERE, level)
        text = f"Mind {words.marker}"
        await town.slash(town.owner, town.channels[0], "etoile-admin note", text=text, spoils=str(level))

    def _write(self, user: str, channel: str, level: int) -> Words:
        words = Words(marker=self._marker(), author_id=user, channel_id=channel, level=level)
        self.town.written[words.marker] = words
        return words

    # --- what moderators do -------------------------------------------------------------------------------------------
    async def _channel(self, _user: str, _channel: str, _one: int, other: int, level: int) -> None:
        town = self.town
        channel = town.channels[other % len(town.channels)]
        town.horizons[channel] = level
        await town.slash(town.owner, channel, "etoile-admin horizon", episode=str(level))
        await town.pass_time(10)

    async def _server(self, _user: str, _channel: str, _one: int, _other: int, level: int) -> None:
        town = self.town
        town.server = level
        await town.slash(town.owner, town.channels[0], "etoile-admin horizon", episode=str(level), server=True)
        await town.pass_time(10)

    async def _gate(self, _user: str, _channel: str, one: int, _other: int, level: int) -> None:
        words = self._one_of(one, lambda each: bool(each.poll_id) and each.level < BEYOND)
        if words is None:
            return
        shown = await self.town.slash(self.town.owner, words.channel_id, "poll edit", poll=words.poll_id)
        if shown.message_id is None:
            return
        words.level, before = level, words.level  # the last word on it, at once
        if await self.town.press(self.town.owner, shown.message_id, "poll:spoils", [str(level)]) is not None:
            await self.town.pass_time(6)
        else:
            words.level = before

    async def _cover(self, _user: str, _channel: str, one: int, _other: int, level: int) -> None:
        words = self._one_of(one, lambda each: bool(each.message_id) and each.level < BEYOND)
        if words is None or not self._stands(words):
            return
        form = await self._menu(self.town.owner, words.message_id, words.channel_id, VEIL)
        if form.modal is not None:
            words.level = max(level, 1) if words.poll_id else max(words.level, level, 1)
            await self.town.fill(self.town.owner, form, [str(max(level, 1))])
            await self.town.pass_time(6)
        elif words.veiled:
            words.open_to = None

    async def _lift(self, _user: str, _channel: str, one: int, _other: int, _level: int) -> None:
        words = self._one_of(one, lambda each: each.veiled)
        if words is None or not self._stands(words):
            return
        words.open_to = min(words.level, self.town.horizon(words.channel_id))
        await self._menu(self.town.owner, words.message_id, words.channel_id, UNVEIL)

    async def _delete_by_a_moderator(self, _user: str, _channel: str, one: int, _other: int, _level: int) -> None:
        await self._delete(self.town.owner, "", one, 0, 0)

    async def _take_down(self, _user: str, _channel: str, one: int, other: int, _level: int) -> None:
        """A moderator deletes a card; then somebody, anywhere, wants to see it."""
        words = self._one_of(one, lambda each: bool(each.poll_id) and each.level < BEYOND)
        if words is None or not self._stands(words):
            return
        town = self.town
        town.at(town.owner, words.channel_id).actor.delete(words.message_id)
        reader = town.members[other % len(town.members)]
        for channel in town.channels:
            if town.views(reader, channel):
                await town.slash(reader, channel, "poll show", poll=words.poll_id)
        if not self._moved(words):
            channel = town.channels[other % len(town.channels)]
            words.channel_id, words.level = channel, max(words.level, town.horizon(channel))
            await town.slash(town.owner, channel, "poll show", poll=words.poll_id)
            self._moved(words)
            await town.pass_time(6)  # what was shared where it stood goes

    def _moved(self, words: Words) -> bool:
        """Whether the card of a poll stands again; then the book knows where."""
        for channel in self.town.channels:
            for message in self.house.stage.world.messages[channel].values():
                card = _id_in(message, "v1:poll:vote") or _id_in(message, "v1:poll:sheet")
                if not message["flags"] & EPHEMERAL and card == words.poll_id:
                    words.message_id, words.channel_id = message["id"], channel
                    return True
        return False

    # --- what everybody does ------------------------------------------------------------------------------------------
    async def _progress(self, user: str, _channel: str, _one: int, _other: int, level: int) -> None:
        await self.house.app.progress.tell(int(user), level)
        self.town.progress[user] = level
        self.town.told.append(f"{self.town.name(user)} tells so")

    async def _read(self, user: str, channel: str, one: int, other: int, _level: int) -> None:
        if not channel:
            return
        words, options = SURFACES[other % len(SURFACES)]
        given = dict(options)
        for name, kind in options.items():
            if kind in ("poll", "party"):
                found = self._one_of(one + other, lambda each, kind=kind: bool(getattr(each, f"{kind}_id")))
                if found is None:
                    return
                given[name] = getattr(found, f"{kind}_id")
        await self.town.slash(user, channel, words, **given)
        typed = TYPED[one % len(TYPED)]
        await self.town.type(user, channel, *typed)

    async def _share(self, user: str, channel: str, one: int, _other: int, _level: int) -> None:
        if not channel:
            return
        shown = await self.town.slash(user, channel, "etoile status")
        assert shown.message_id is not None
        await self.town.press(user, shown.message_id, "facts:share")
        reader = self.town.members[(one + 1) % len(self.town.members)]
        if self.town.views(reader, channel) and (post := self.town.newest(channel)):
            await self.town.press(reader, post, "facts:mine")

    async def _standing(self, user: str, channel: str, one: int, _other: int, _level: int) -> None:
        """Three members vote, and one shares how it stands, wherever they are."""
        words = self._one_of(one, lambda each: bool(each.poll_id))
        if words is None or not channel or not self._stands(words):
            return
        for member in self.town.members:
            if self.town.views(member, words.channel_id):
                await self.town.press(member, words.message_id, "poll:vote")
        shown = await self.town.slash(user, channel, "poll results", poll=words.poll_id)
        if shown.message_id is not None:
            await self.town.press(user, shown.message_id, "poll:share")

    async def _vote(self, user: str, channel: str, one: int, _other: int, _level: int) -> None:
        words = self._one_of(one, lambda each: bool(each.poll_id) and self.town.views(user, each.channel_id))
        if words is None or not self._stands(words):
            return
        for control in ("poll:vote", "poll:sheet", "poll:results"):
            await self.town.press(user, words.message_id, control)

    async def _close(self, _user: str, _channel: str, one: int, _other: int, _level: int) -> None:
        words = self._one_of(one, lambda each: bool(each.poll_id))
        if words is not None and self.town.views(words.author_id, words.channel_id):
            await self.town.slash(words.author_id, words.channel_id, "poll close", poll=words.poll_id)
            await self.town.pass_time(10)

    async def _delete(self, user: str, _channel: str, one: int, _other: int, _level: int) -> None:
        town = self.town
        words = self._one_of(one, lambda each: bool(each.poll_id) and each.level < BEYOND)
        if words is None:
            return
        by = user if user == town.owner else words.author_id
        if not town.views(by, words.channel_id):
            return
        asked = await town.slash(by, words.channel_id, "poll delete", poll=words.poll_id)
        if asked.message_id is not None:
            gone = by != words.author_id or words.level > town.horizon(words.channel_id)
            pressed = await town.press(by, asked.message_id, "poll:delete")
            if pressed is not None:
                words.level = BEYOND if gone else words.level
                await town.pass_time(10)

    async def _edit(self, _user: str, _channel: str, one: int, _other: int, _level: int) -> None:
        """The author gives a poll other words, where nobody voted."""
        words = self._one_of(one, lambda each: bool(each.poll_id) and each.level < BEYOND)
        if words is None or not self.town.views(words.author_id, words.channel_id):
            return
        shown = await self.town.slash(words.author_id, words.channel_id, "poll edit", poll=words.poll_id)
        if shown.message_id is None:
            return
        form = await self.town.press(words.author_id, shown.message_id, "poll:reword")
        if form is not None and form.modal is not None:
            await self.town.fill(words.author_id, form, [f"Was {words.marker} right?", f"{words.marker} so\nnot"])

    async def _time(self, _user: str, _channel: str, _one: int, _other: int, level: int) -> None:
        await self.town.pass_time(3600.0 * max(level, 1))

    # --- finding ------------------------------------------------------------------------------------------------------
    def _one_of(self, number: int, fits: Any) -> Words | None:
        found = [each for each in self.town.written.values() if fits(each)]
        return found[number % len(found)] if found else None

    def _stands(self, words: Words) -> bool:
        return words.message_id in self.house.stage.world.messages[words.channel_id]

    async def _menu(self, user: str, message_id: str, channel: str, name: str) -> Any:
        actor = self.town.at(user, channel).actor
        (command,) = [each for each in actor.message_commands(channel) if each["name"] == name]
        return await self.town.do(name, user, lambda: actor.message_command(command["id"], message_id))


def _id_in(message: Any, start: str, *, last: bool = False) -> str:
    ids = [str(part.get("custom_id") or "") for part in walk(message["components"])]
    found = [each for each in ids if each.startswith(start)]
    if not found:
        return ""
    parts = found[0].split(":")
    return parts[-1] if last else parts[3]
