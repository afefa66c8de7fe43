"""Seats by hand, seats for certain roles, and parties that change their channel or their voice channel."""

from __future__ import annotations

from typing import Any

import simcord

from bot.errors import EtoileError
from tests.discord.conftest import World
from tests.discord.test_parties import more_of, planned, posted, text_of, words
from tests.support.reading import walk


def fields(form: simcord.InteractionResult) -> list[str]:
    """The custom ids of a form's fields."""
    assert form.modal is not None
    return [part["custom_id"] for part in walk(form.modal["components"]) if "custom_id" in part]


async def test_a_host_gives_a_seat_in_the_panel_and_its_owner_is_told(world: World) -> None:
    card = await planned(world, seats=2)
    managed = await more_of(world.camille, card, "Manage")
    form = await world.camille.click(managed.response, label="Seats…")
    give, _ = fields(form)
    done = await world.camille.submit_modal(form, {give: [world.theo]})
    assert f"<@{world.theo.id}> has a seat now" in text_of(done)
    await world.env.advance_time(5)
    assert "Coming (2 of 2)" in words(posted(world.foyer, "Coming ("))
    assert str(world.theo.id) in posted(world.foyer, "is now yours").content


async def test_a_full_party_has_no_seat_to_give_but_one_to_hand_over(world: World) -> None:
    card = await planned(world, seats=1)
    await world.margot.click(card, label="Going")
    party = (await world.camille.autocomplete(world.foyer, "party seat", "party", ""))[0]["value"]
    refused = await world.camille.slash(world.foyer, "party seat", party=party, give=world.theo)
    simcord.assert_error(world.env, EtoileError, contains="party-seat-none-free")
    assert "whose seat it was" in text_of(refused)
    done = await world.camille.slash(world.foyer, "party seat", party=party, give=world.theo, take=world.camille)
    assert "now has the seat of" in text_of(done)
    await world.env.advance_time(5)
    shown = words(posted(world.foyer, "Coming (1 of 1)"))
    assert f"<@{world.theo.id}>" in shown.split("Waitlist")[0]
    assert f"<@{world.margot.id}>" in shown.split("Waitlist")[1]


async def test_a_seat_that_is_taken_away_goes_to_the_waitlist(world: World) -> None:
    card = await planned(world, seats=1)
    await world.theo.click(card, label="Going")
    party = (await world.camille.autocomplete(world.foyer, "party seat", "party", ""))[0]["value"]
    done = await world.margot.slash(world.foyer, "party seat", party=party, take=world.camille)
    assert "tell them yourself" in text_of(done), "Camille takes no direct messages from the bot"
    await world.env.advance_time(5)
    assert str(world.theo.id) in posted(world.foyer, "is yours until").content


async def test_who_takes_direct_messages_is_told_of_a_lost_seat(world: World) -> None:
    card = await planned(world)
    await world.theo.click(card, label="Going")
    panel = await world.theo.slash(world.foyer, "party remind")
    await world.theo.click(panel.response, label="Send reminders by direct message")
    party = (await world.camille.autocomplete(world.foyer, "party seat", "party", ""))[0]["value"]
    done = await world.camille.slash(world.foyer, "party seat", party=party, take=world.theo)
    assert f"I told <@{world.theo.id}>" in text_of(done)


async def test_others_seat_nobody(world: World) -> None:
    await planned(world)
    party = (await world.camille.autocomplete(world.foyer, "party seat", "party", ""))[0]["value"]
    await world.theo.slash(world.foyer, "party seat", party=party, give=world.theo)
    simcord.assert_error(world.env, EtoileError, contains="party-may-not-manage")
    await world.camille.slash(world.foyer, "party seat", party=party, take=world.theo)
    simcord.assert_error(world.env, EtoileError, contains="party-seat-not-theirs")
    await world.camille.slash(world.foyer, "party seat", party=party, give=world.camille)
    simcord.assert_error(world.env, EtoileError, contains="party-seat-already")


async def test_a_party_for_a_role_refuses_others_with_a_sentence(world: World) -> None:
    fans = world.guild.create_role("Fans")
    card = await planned(world, for_role=fans)
    assert f"Only for <@&{fans.id}>" in words(card)
    refused = await world.theo.click(card, label="Going")
    simcord.assert_error(world.env, EtoileError, contains="party-for-roles")
    assert f"are for <@&{fans.id}>" in text_of(refused)
    await world.theo.click(card, label="Maybe")
    assert "Maybe (1)" in words(posted(world.foyer, "Coming ("))
    party = (await world.camille.autocomplete(world.foyer, "party seat", "party", ""))[0]["value"]
    await world.camille.slash(world.foyer, "party seat", party=party, give=world.theo)
    await world.env.advance_time(5)
    assert "Coming (2)" in words(posted(world.foyer, "Coming (")), "a host may seat whom they like"
    asked = await world.camille.slash(world.foyer, "party edit", party=party, clear="roles")
    assert "everybody" in text_of(asked)
    await world.camille.click(asked.response, label="Change it")
    await world.env.advance_time(5)
    await world.margot.click(posted(world.foyer, "Coming ("), label="Going")
    assert "Coming (3)" in words(posted(world.foyer, "Coming ("))


async def test_the_form_limits_a_draft_to_roles(world: World) -> None:
    fans = world.guild.create_role("Fans")
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    draft = await world.camille.slash(world.foyer, "party schedule", when="in 2 days", episode=5)
    form = await world.camille.click(draft.response, label="Edit")
    roles = fields(form)[3]
    shown = await world.camille.submit_modal(form, {roles: [fans]})
    assert f"Only for <@&{fans.id}>" in text_of(shown)
    form = await world.camille.click(shown.response, label="Edit")
    shown = await world.camille.submit_modal(form, {fields(form)[1]: "3", fields(form)[3]: [fans]})
    assert f"Only for <@&{fans.id}>" in text_of(shown)


async def test_a_party_moves_to_another_channel_and_the_old_card_says_where(world: World) -> None:
    card = await planned(world)
    await world.theo.click(card, label="Going")
    party = (await world.camille.autocomplete(world.foyer, "party edit", "party", ""))[0]["value"]
    asked = await world.camille.slash(world.foyer, "party edit", party=party, channel=world.finale)
    assert f"<#{world.foyer.id}> → **<#{world.finale.id}>**" in text_of(asked)
    await world.camille.click(asked.response, label="Change it")
    await world.env.advance_time(15)
    assert "Coming (2)" in words(posted(world.finale, "Coming ("))
    old = posted(world.foyer, "has moved to")
    assert old.id == card.id
    assert "Open the card" in words(old)
    assert "Going" not in words(old)


async def test_in_the_thread_that_a_party_leaves_it_is_said_where_it_went(world: World) -> None:
    await planned(world, when="in 20 minutes")
    await world.env.advance_time(10)
    (thread,) = world.foyer.threads
    party = (await world.camille.autocomplete(world.foyer, "party edit", "party", ""))[0]["value"]
    asked = await world.camille.slash(world.foyer, "party edit", party=party, channel=world.finale)
    await world.camille.click(asked.response, label="Change it")
    await world.env.advance_time(15)
    said = posted(thread, "has moved to")
    assert f"<#{world.finale.id}>" in words(said)
    assert str(posted(world.finale, "Coming (").id) in words(said)
    await world.env.advance_time(20 * 60)
    assert [text for text in map(words, thread.history()) if "has moved to" in text] == [words(said)]
    assert posted(world.finale.threads[0], "Ready check")


async def test_the_event_names_the_voice_channel_and_follows_it(world: World) -> None:
    salon, other = world.guild.create_voice_channel("Salon rouge"), world.guild.create_voice_channel("Loge")
    await planned(world, voice=salon)
    await world.env.advance_time(10)
    assert _event_place(world) == "🔊 Salon rouge"
    party = (await world.camille.autocomplete(world.foyer, "party edit", "party", ""))[0]["value"]
    for options, place in (({"voice": other}, "🔊 Loge"), ({"clear": "voice"}, "Discord")):
        asked = await world.camille.slash(world.foyer, "party edit", party=party, **options)
        await world.camille.click(asked.response, label="Change it")
        await world.env.advance_time(10)
        assert _event_place(world) == place


def _event_place(world: World) -> Any:
    guild = world.env.bot.get_guild(world.guild.id)
    assert guild is not None
    (event,) = guild.scheduled_events
    return event.location
