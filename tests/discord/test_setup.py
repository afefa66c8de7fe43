"""The set-up wizard, the status, export and import, as moderators use them."""

from __future__ import annotations

import json
from typing import Any

import discord
import pytest
import simcord

from bot.app import App
from bot.client import EtoileBot
from bot.domain.locale import Locale
from bot.errors import EtoileError
from cogs.ui.lifecycle import hello
from tests.discord.conftest import World
from tests.support.reading import all_text, walk

PAGES = (
    "Language",
    "Time zone",
    "Channels",
    "Who may host",
    "Spoilers",
    "Moderators’ log",
    "News of the series",
    "Check",
)


async def test_one_panel_leads_through_every_page_and_back(world: World) -> None:
    opened = await world.margot.slash(world.foyer, "etoile-admin setup")
    assert opened.ephemeral
    assert "Set-up" in text_of(opened)
    page = await world.margot.click(opened.response, label="One by one")
    for title in PAGES:
        assert f"## {title}" in text_of(page)
        if title != PAGES[-1]:
            page = await world.margot.click(opened.response, label="Next ▶")
    back = await world.margot.click(opened.response, label="◀")
    assert "## News of the series" in text_of(back)
    jumped = await world.margot.slash(world.foyer, "etoile-admin setup")
    assert "## Spoilers" in text_of(await world.margot.select(jumped.response, ["spoilers"], custom_id="v1:setup:go"))


async def test_each_choice_is_kept_at_once_and_survives_leaving_and_a_restart(world: World, app: App) -> None:
    role = world.guild.create_role("Ballerines")
    opened = await world.margot.slash(world.foyer, "etoile-admin setup")
    choose = Choose(world, opened)
    await choose("language", ["fr"], "v1:setup:locale")
    await choose("zone", ["Europe/Paris"], "v1:setup:zone")
    await choose("channels", [world.foyer], "v1:setup:place:parties")
    await world.env.restart_bot(EtoileBot(app))
    await choose("channels", [world.finale], "v1:setup:place:polls")
    await choose("hosts", [role], "v1:setup:hosts")
    await choose("spoilers", ["3"], "v1:setup:horizon")
    await choose("spoilers", ["shown"], "v1:setup:titles")
    await choose("log", [world.finale], "v1:setup:place:log")
    await choose("news")
    await world.margot.click(opened.response, label="Yes, tell this server")

    settings = await app.setup.settings(world.guild.id)
    assert (settings.locale, settings.zone, settings.horizon) == (Locale.FR, "Europe/Paris", 3)
    assert (settings.party_channel_id, settings.poll_channel_id) == (world.foyer.id, world.finale.id)
    assert (settings.host_role_ids, settings.log_channel_id) == (frozenset({role.id}), world.finale.id)
    assert (settings.titles_shown, settings.announce) == (True, True)
    again = text_of(await world.margot.slash(world.foyer, "etoile-admin setup"))
    for chosen in ("Français", "Europe/Paris", f"<#{world.foyer.id}>", f"<@&{role.id}>", "episodes 1 to 3"):
        assert chosen in again

    await choose("channels", [], "v1:setup:place:parties")
    assert (await app.setup.settings(world.guild.id)).party_channel_id is None


async def test_a_city_is_typed_and_an_unclear_one_is_asked_back(world: World, app: App) -> None:
    opened = await world.margot.slash(world.foyer, "etoile-admin setup")
    await Choose(world, opened)("zone")
    form = await world.margot.click(opened.response, label="Another city…")
    await world.margot.submit_modal(form, {_only_field(form): "montréal"})
    assert (await app.setup.settings(world.guild.id)).zone == "America/Toronto"
    assert opened.response is not None
    assert "**America/Toronto** · it is" in all_text(opened.response.components)
    form = await world.margot.click(opened.response, label="Another city…")
    unclear = await world.margot.submit_modal(form, {_only_field(form): "Pari"})
    assert "Is it one of these?" in text_of(unclear)
    assert unclear.response is not None
    (select,) = [part for part in walk(unclear.response.components) if part.get("custom_id") == "v1:setup:zone"]
    assert not [option for option in select["options"] if option.get("default")]
    form = await world.margot.click(opened.response, label="Another city…")
    await world.margot.submit_modal(form, {_only_field(form): "zzzzzz"})
    simcord.assert_error(world.env, EtoileError, contains="setup-city-unknown")
    assert (await app.setup.settings(world.guild.id)).zone == "America/Toronto"


async def test_missing_permissions_are_named_with_what_they_are_for(world: World) -> None:
    closed = world.guild.create_text_channel(
        "coulisses", overwrites={world.guild.default_role: discord.PermissionOverwrite(attach_files=False)}
    )
    opened = await world.margot.slash(world.foyer, "etoile-admin setup")
    choose = Choose(world, opened)
    await choose("channels", [closed], "v1:setup:place:polls")
    await choose("check")
    text = all_text(opened.response.components) if opened.response is not None else ""
    assert f"⚠ <#{closed.id}> · polls · Attach Files is missing" in text
    assert "post pictures of results" in text
    assert "✓ the server as a whole" in text
    status = text_of(await world.margot.slash(world.foyer, "etoile-admin status"))
    assert "Something needs a look" in status
    assert "Attach Files is missing" in status


async def test_of_a_hidden_channel_only_the_sight_of_it_is_asked(world: World) -> None:
    hidden = for_roles(world, "Régie")
    opened = await world.margot.slash(world.foyer, "etoile-admin setup")
    choose = Choose(world, opened)
    await choose("channels", [hidden], "v1:setup:place:polls")
    await choose("check")
    assert opened.response is not None
    text = all_text(opened.response.components)
    assert f"⚠ <#{hidden.id}> · polls · View Channels is missing" in text
    assert "Attach Files" not in text
    labels = [part.get("label") for part in walk(opened.response.components)]
    assert "Grant them for the server" not in labels  # Discord's own page changes nothing in a single channel


async def test_a_log_that_everybody_can_read_is_warned_of_everywhere(world: World) -> None:
    warning = f"Everybody can read <#{world.finale.id}>"
    opened = await world.margot.slash(world.foyer, "etoile-admin setup")
    choose = Choose(world, opened)
    await choose("log", [world.finale], "v1:setup:place:log")
    assert opened.response is not None
    assert warning in all_text(opened.response.components)
    await choose("check")
    assert f"⚠ <#{world.finale.id}> · log · everybody can read this log" in all_text(opened.response.components)
    assert "everybody can read" in text_of(await world.margot.slash(world.foyer, "etoile-admin status"))
    assert warning in text_of(await world.margot.slash(world.foyer, "etoile-admin log", channel=world.finale))

    private = for_roles(world, "Régie", "TestBot")
    moved = text_of(await world.margot.slash(world.foyer, "etoile-admin log", channel=private))
    assert "Everybody can read" not in moved
    assert "everybody can read" not in text_of(await world.margot.slash(world.foyer, "etoile-admin status"))


async def test_news_without_a_channel_are_not_promised(world: World) -> None:
    opened = await world.margot.slash(world.foyer, "etoile-admin setup")
    choose = Choose(world, opened)
    await choose("news")
    await world.margot.click(opened.response, label="Yes, tell this server")
    overview = text_of(await world.margot.slash(world.foyer, "etoile-admin setup"))
    assert "**News of the series** · on, but there is no channel" in overview
    await choose("channels", [world.finale], "v1:setup:place:parties")
    overview = text_of(await world.margot.slash(world.foyer, "etoile-admin setup"))
    assert "**News of the series** · I’ll announce them here" in overview


async def test_a_test_card_stands_where_cards_will_stand_until_it_is_taken_down(world: World) -> None:
    opened = await world.margot.slash(world.foyer, "etoile-admin setup")
    choose = Choose(world, opened)
    await choose("channels", [world.finale], "v1:setup:place:parties")
    await choose("check")
    told = await world.margot.click(opened.response, label="Post a test card")
    (card,) = world.finale.history()
    assert "Only a test" in all_text(wire_of(world, card))
    assert "Episode 1" in all_text(wire_of(world, card))
    assert str(card.id) in text_of(told)

    await world.camille.click(card, label="Take it down")
    simcord.assert_error(world.env, EtoileError, contains="admin-not-yours")
    assert world.finale.history()
    await world.margot.click(card, label="Take it down")
    assert world.finale.history() == []


async def test_one_press_settles_what_is_usual_and_says_so_before(world: World, app: App) -> None:
    opened = await world.margot.slash(world.foyer, "etoile-admin setup")
    assert f"The usual: New York time, cards in <#{world.foyer.id}>" in text_of(opened)
    assert "○ **Time zone**" in text_of(opened)
    done = await world.margot.click(opened.response, label="Use the usual settings")
    assert "✔ **Time zone** · America/New_York" in text_of(done)
    settings = await app.setup.settings(world.guild.id)
    assert settings.party_channel_id == settings.poll_channel_id == world.foyer.id
    assert "Use the usual settings" not in [part.get("label") for part in walk(opened.response.components)]  # type: ignore[union-attr]


async def test_horizons_are_proposed_from_the_names_of_channels_and_set_by_one_press(world: World, app: App) -> None:
    episode = world.guild.create_text_channel("ep-3-talk")
    opened = await world.margot.slash(world.foyer, "etoile-admin setup")
    assert f"<#{world.finale.id}> · the whole season" in text_of(opened)
    assert f"<#{episode.id}> · episodes 1 to 3" in text_of(opened)
    done = await world.margot.click(opened.response, label="Set them")
    assert "By their names" not in text_of(done)
    listed = text_of(await world.margot.slash(world.foyer, "etoile-admin horizons"))
    assert f"<#{episode.id}> · episodes 1 to 3" in listed


async def test_the_status_warns_where_nobody_chose_a_zone_or_a_channel(world: World) -> None:
    before = text_of(await world.margot.slash(world.foyer, "etoile-admin status"))
    assert "No time zone yet" in before
    assert "No channel yet" in before
    opened = await world.margot.slash(world.foyer, "etoile-admin setup")
    await world.margot.click(opened.response, label="Use the usual settings")
    after = text_of(await world.margot.slash(world.foyer, "etoile-admin status"))
    assert "All in order" in after


async def test_the_status_tells_how_it_goes(world: World) -> None:
    status = await world.margot.slash(world.foyer, "etoile-admin status")
    text = text_of(status)
    assert status.ephemeral
    assert "SQLite" in text
    assert "discord.py 2.7.1" in text
    assert "**Waiting for its time** · nothing" in text


@pytest.mark.parametrize("command", ["setup", "status", "export"])
async def test_only_who_manages_the_server(world: World, command: str) -> None:
    commands = {command.name: command for command in await world.env.bot.tree.fetch_commands()}
    world.guild.set_command_permissions(commands["etoile-admin"], {world.camille: True})
    await world.camille.slash(world.foyer, f"etoile-admin {command}")
    simcord.assert_error(world.env, EtoileError, contains="admin-not-yours")


async def test_a_pressed_page_is_refused_to_others(world: World, app: App) -> None:
    """The buttons of the wizard are private, but ids can be forged: the hello carries one for everybody to press."""
    channel = world.env.bot.get_channel(world.foyer.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.send(view=hello(app.text.words(Locale.EN)))
    (message,) = world.foyer.history()
    await world.camille.click(message, label="Set me up")
    simcord.assert_error(world.env, EtoileError, contains="admin-not-yours")
    opened = await world.margot.click(message, label="Set me up")
    assert opened.ephemeral
    assert "Set-up" in text_of(opened)


async def test_what_was_exported_comes_back_after_a_dry_run(world: World, app: App) -> None:
    opened = await world.margot.slash(world.foyer, "etoile-admin setup")
    await Choose(world, opened)("spoilers", ["5"], "v1:setup:horizon")
    await Choose(world, opened)("log", [world.finale], "v1:setup:place:log")
    exported = await world.margot.slash(world.foyer, "etoile-admin export")
    assert exported.ephemeral
    assert exported.response is not None
    (file,) = exported.response.attachments
    assert file.filename.startswith("SPOILER_")
    raw = await file.read()
    assert json.loads(raw)["settings"]["horizon"] == 5

    await Choose(world, opened)("spoilers", ["0"], "v1:setup:horizon")
    saved_again = b"\xef\xbb\xbf" + raw  # as some editors save it
    dry = await world.margot.slash(world.foyer, "etoile-admin import", file=("etoile.json", saved_again))
    assert "- horizon: none of the plot → episodes 1 to 5" in text_of(dry)
    assert (await app.setup.settings(world.guild.id)).horizon == 0
    await world.margot.click(dry.response, label="Apply")
    assert (await app.setup.settings(world.guild.id)).horizon == 5
    assert any("imported a file" in message.content for message in world.finale.history())


async def test_a_file_that_changes_nothing_is_not_kept_and_asks_for_nothing(world: World, app: App) -> None:
    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="4")
    exported = await world.margot.slash(world.foyer, "etoile-admin export")
    assert exported.response is not None
    raw = await exported.response.attachments[0].read()
    same = await world.margot.slash(world.foyer, "etoile-admin import", file=("etoile.json", raw))
    assert "Nothing: everything in it is here already" in text_of(same)
    assert same.response is not None
    assert not [part for part in walk(same.response.components) if part.get("type") == 2]
    assert "Nothing. I keep nothing" in text_of(await world.margot.slash(world.foyer, "mydata show"))

    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="0")
    other = await world.margot.slash(world.foyer, "etoile-admin import", file=("etoile.json", raw))
    assert f"- horizon of <#{world.foyer.id}>: episodes 1 to 4" in text_of(other)


async def test_a_file_that_is_no_export_is_refused_with_reasons(world: World) -> None:
    for raw, reason in ((b"PK\x03\x04", "not JSON"), (b'{"format": "etoile-server", "evil`": 1}', "I don’t know")):
        refused = await world.margot.slash(world.foyer, "etoile-admin import", file=("x.json", raw))
        assert "I changed nothing" in text_of(refused)
        assert reason in text_of(refused)


def for_roles(world: World, *names: str) -> Any:
    """A channel that only these roles see."""
    rights = {world.guild.roles[name]: discord.PermissionOverwrite(view_channel=True) for name in names}
    rights[world.guild.default_role] = discord.PermissionOverwrite(view_channel=False)
    return world.guild.create_text_channel("coulisses", overwrites=rights)


class Choose:
    """Turns the wizard to a page and chooses there."""

    def __init__(self, world: World, opened: simcord.InteractionResult) -> None:
        self.world = world
        self.opened = opened

    async def __call__(self, page: str, values: list[Any] | None = None, custom_id: str = "") -> None:
        margot = self.world.margot
        assert self.opened.response is not None
        for _ in PAGES:  # to the overview, where every page can be chosen
            ids = {part.get("custom_id") for part in walk(self.opened.response.components)}
            if "v1:setup:go" in ids:
                break
            await margot.click(self.opened.response, label="◀")
        await margot.select(self.opened.response, [page], custom_id="v1:setup:go")
        if values is not None:
            await margot.select(self.opened.response, values, custom_id=custom_id)


def _only_field(shown: simcord.InteractionResult) -> str:
    assert shown.modal is not None
    return next(part["custom_id"] for part in walk(shown.modal["components"]) if part.get("type") == 4)


def wire_of(world: World, message: discord.Message) -> list[dict[str, Any]]:
    return [component.to_dict() for component in message.components]


def text_of(result: simcord.InteractionResult) -> str:
    """All text of an answer."""
    assert result.response is not None
    return all_text(result.response.components, result.response.content)
