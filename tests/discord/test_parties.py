"""`/party`, as members use it."""

from __future__ import annotations

from typing import Any

import pytest
import simcord

from bot.app import App
from bot.domain.locale import Locale
from bot.domain.readers import Asker
from bot.errors import EtoileError, StoreUnavailable
from tests.discord.conftest import World
from tests.support.reading import walk


def text_of(result: simcord.InteractionResult) -> str:
    """All text of an answer."""
    assert result.response is not None
    return words(result.response)


def words(message: Any) -> str:
    """Everything that a message says, with the labels of its controls."""
    components = list(message.components or [])
    wires: list[Any] = [one if isinstance(one, dict) else one.to_dict() for one in components]
    parts = [message.content or ""]
    for part in walk(wires):
        parts += [str(part.get(name) or "") for name in ("content", "label", "placeholder")]
    return "\n".join(part for part in parts if part)


def posted(place: Any, part: str) -> Any:
    """The newest message in a channel that says `part`."""
    found = [message for message in place.history() if part in words(message)]
    assert found, [words(message) for message in place.history()]
    return found[-1]


async def planned(world: World, when: str = "in 2 days", episode: int = 5, **more: Any) -> Any:
    """Camille plans a party and posts it; the message of the card."""
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    draft = await world.camille.slash(world.foyer, "party schedule", when=when, episode=episode, **more)
    await world.camille.click(draft.response, label="Post")
    return posted(world.foyer, "Coming (")


async def test_a_party_is_planned_previewed_and_posted(world: World) -> None:
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    draft = await world.camille.slash(
        world.foyer, "party schedule", when="in 2 days", episode=5, seats=2, note="**tea** ||at|| nine"
    )
    assert draft.ephemeral
    assert "Read as Paris time" in text_of(draft)
    assert world.foyer.history() == []
    await world.camille.click(draft.response, label="Post")
    shown = words(posted(world.foyer, "Coming ("))
    assert "🎬 Episode 5" in shown
    assert "The Rat" not in shown
    assert r"\*\*tea\*\* \|\|at\|\| nine" in shown
    assert "Coming (1 of 2)" in shown


async def test_whose_clock_is_asked_once_and_only_where_it_matters(world: World) -> None:
    draft = await world.camille.slash(world.foyer, "party schedule", when="2026-12-04 21:00", episode=5)
    assert "Whose time did you mean" in text_of(draft)
    told = await world.camille.select(draft.response, values=["Europe/Paris"])
    assert "Friday 4 December 2026, 21:00" in text_of(told)
    assert "Whose time did you mean" not in text_of(told)
    again = await world.camille.slash(world.foyer, "party schedule", when="2026-12-05 21:00", episode=5)
    assert "Whose time did you mean" not in text_of(again)
    exact = await world.theo.slash(world.foyer, "party schedule", when="<t:1796412600:F>", episode=5)
    assert "Whose time did you mean" not in text_of(exact)


async def test_what_overlaps_is_named_before_posting(world: World) -> None:
    card = await planned(world, when="in 2 days", episode=5, length=60)
    draft = await world.camille.slash(world.foyer, "party schedule", when="in 2 days", episode=7)
    assert f"Another party overlaps: [Episode 5](https://discord.com/channels/{world.guild.id}/" in text_of(draft)
    assert f"/{card.id})" in text_of(draft)


@pytest.mark.parametrize("when", ["yesterday", "2020-01-01 10:00"])
async def test_what_cannot_be_read_is_explained(world: World, when: str) -> None:
    answer = await world.camille.slash(world.foyer, "party schedule", when=when, episode=5)
    simcord.assert_error(world.env, EtoileError, contains="when-")
    assert answer.ephemeral
    assert "ype" in text_of(answer)


async def test_seats_fill_and_the_next_in_the_line_is_told(world: World) -> None:
    card = await planned(world, seats=1)
    waits = await world.theo.click(card, label="Going")
    assert "Waitlist (1)" in words(posted(world.foyer, "Coming ("))
    assert "first on the waitlist" in words(waits.followups[-1])
    await world.camille.click(card, label="Can’t")
    await world.env.advance_time(2)
    offer = posted(world.foyer, "is yours until")
    assert str(world.theo.id) in offer.content
    await world.theo.click(offer, label="Take it")
    await world.env.advance_time(5)
    assert "Coming (1 of 1)" in words(posted(world.foyer, "Coming ("))


async def test_only_hosts_and_who_manages_events_may_change_it(world: World) -> None:
    card = await planned(world)
    more = await world.theo.click(card, label="More")
    assert "Manage" not in text_of(more)
    await world.theo.slash(world.foyer, "party cancel", party="Episode 5")
    simcord.assert_error(world.env, EtoileError, contains="party-may-not-manage")
    managed = await more_of(world.margot, card, "Manage")
    asked = await world.margot.click(managed.response, label="Call off…")
    await world.margot.click(asked.response, label="Call off this one")
    await world.env.advance_time(5)
    shown = words(posted(world.foyer, "Called off"))
    assert "Going" not in shown


async def test_a_deleted_card_is_posted_again(world: World) -> None:
    card = await planned(world)
    await card.delete()
    suggestions = await world.camille.autocomplete(world.foyer, "party show", "party", "")
    (choice,) = suggestions
    assert "Episode 5" in choice["name"]
    shown = await world.camille.slash(world.foyer, "party show", party=choice["value"])
    assert "I posted it again" in words(shown.response)
    assert "Coming (1)" in words(posted(world.foyer, "Coming ("))


async def test_reminders_call_and_can_be_answered_and_stopped(world: World) -> None:
    card = await planned(world, when="in 2 hours")
    await world.theo.click(card, label="Going")
    chosen = await more_of(world.theo, card, "Reminders")
    await world.theo.select(chosen.response, values=["60", "15"], custom_id="v1:party:minutes")
    await world.env.advance_time(61 * 60)
    call = posted(world.foyer, "Start: <t:")
    assert "starts" not in words(call), "an old reminder must stay true"
    assert str(world.theo.id) in call.content
    assert str(world.camille.id) not in call.content
    late = await world.theo.click(call, label="Late")
    assert text_of(late) == "You have a seat."
    panel = await world.theo.click(call, label="Reminders")
    await world.theo.click(panel.response, label="Stop reminders")
    await world.env.advance_time(45 * 60)
    places = [world.foyer, *world.foyer.threads]
    said = [message.content for place in places for message in place.history() if "Start: <t:" in message.content]
    assert sum(str(world.theo.id) in text for text in said) == 1


async def test_a_reminder_that_can_no_longer_come_is_not_promised(world: World) -> None:
    card = await planned(world, when="in 2 hours")
    await world.theo.click(card, label="Going")
    assert "I’ll remind you in the party’s thread: 15 minutes before." in text_of(
        await world.theo.click(card, label="More")
    )
    await world.env.advance_time(110 * 60)
    late = text_of(await world.theo.click(card, label="More"))
    assert "You have a seat." in late
    assert "remind you" not in late


async def test_a_line_of_which_nobody_knows_whether_it_arrived_is_found_and_taken_away(
    world: World, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    await planned(world, when="in 2 minutes")
    await world.env.advance_time(125)
    (thread,) = world.foyer.threads
    await steer(world.camille, posted(thread, "Ready check"), "Start without the others")
    await world.env.advance_time(60)

    async def away(*_: object, **__: object) -> None:
        raise StoreUnavailable

    with monkeypatch.context() as patch:
        patch.setattr(app.deliveries, "end", away)
        await steer(world.camille, posted(thread, "Playing"), "5 min break")
        await world.env.advance_time(1)
    assert posted(thread, "goes on at")
    await steer(world.camille, posted(thread, "Intermission ·"), "Undo")
    await world.env.advance_time(2)
    assert posted(thread, "it plays on")
    assert not [message for message in thread.history() if "goes on at" in message.content]


def said_to(member: Any, *places: Any) -> list[str]:
    """What the bot said to a member by name, in these channels."""
    return [m.content for place in places for m in place.history() if f"<@{member.id}>" in (m.content or "")]


async def test_a_move_that_brings_a_seat_is_told_once(world: World) -> None:
    card = await planned(world, seats=2)
    await world.margot.click(card, label="Going")
    await world.theo.click(card, label="Going")
    (choice,) = await world.camille.autocomplete(world.foyer, "party edit", "party", "")
    asked = await world.camille.slash(world.foyer, "party edit", party=choice["value"], when="in 3 days", seats=3)
    await world.camille.click(asked.response, label="Change it")
    await world.env.advance_time(10)
    (to_theo,) = said_to(world.theo, world.foyer)
    assert "is now yours" in to_theo
    assert "a new start" in to_theo
    (to_margot,) = said_to(world.margot, world.foyer)
    assert "has a new start" in to_margot
    assert said_to(world.camille, world.foyer) == []


async def test_calling_off_the_rest_of_a_series_is_said_once_and_in_full(world: World) -> None:
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    draft = await world.camille.slash(world.foyer, "party series", first="in 2 days", every="week", episode=5)
    await world.camille.click(draft.response, label="Post")
    await world.env.advance_time(5)
    ahead = await world.theo.autocomplete(world.foyer, "party answer", "party", "")
    assert len(ahead) == 3
    for choice in ahead:
        await world.theo.slash(world.foyer, "party answer", party=choice["value"], come="going")
    await world.margot.slash(world.foyer, "party answer", party=ahead[-1]["value"], come="going")
    asked = await world.camille.slash(world.foyer, "party cancel", party=ahead[0]["value"])
    await world.camille.click(asked.response, label="All that follow")
    await world.env.advance_time(10)
    for member in (world.theo, world.margot):
        (said,) = said_to(member, world.foyer)
        assert "with the rest of its series" in said
    assert "with the rest of its series" in words(posted(world.foyer, "Called off"))


async def more_of(member: Any, card: Any, label: str, *, more: str = "More") -> Any:
    """What lies behind More on the card."""
    return await member.click((await member.click(card, label=more)).response, label=label)


async def steer(member: Any, clock: Any, label: str) -> Any:
    """One of the hosts' controls of the clock."""
    return await member.click((await member.click(clock, label="Host controls")).response, label=label)


async def to_be_reminded_directly(world: World, member: Any, card: Any, reminders: str = "Reminders") -> None:
    """The member comes, and wants to be reminded by direct message."""
    await member.click(card, label="Going")
    chosen = await more_of(member, card, reminders)
    await member.click(chosen.response, custom_id="v1:party:direct:1")


def links(message: Any) -> dict[str, str]:
    """Where the buttons of a message lead to, by their labels."""
    wires: list[Any] = [one if isinstance(one, dict) else one.to_dict() for one in message.components]
    return {part["label"]: part["url"] for part in walk(wires) if part.get("url")}


async def test_a_direct_message_leads_to_where_the_party_is(world: World) -> None:
    card = await planned(world, when="in 20 minutes")
    await to_be_reminded_directly(world, world.theo, card)
    await world.env.advance_time(21 * 60)
    (thread,) = world.foyer.threads
    address = f"https://discord.com/channels/{world.guild.id}/{thread.id}"
    assert links(posted(world.theo.user.dm_channel, "starts now")) == {"Open the thread": address}


def in_french(patch: pytest.MonkeyPatch) -> None:
    """From now on everybody's Discord is set to French."""
    made = simcord.interactions.base_payload

    def payload(*args: Any, **more: Any) -> Any:
        record, wire = made(*args, **more)
        return record, wire | {"locale": "fr"}

    patch.setattr(simcord.interactions, "base_payload", payload)


async def test_direct_messages_speak_the_language_in_which_they_were_chosen(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = await planned(world, when="in 2 hours", seats=3)
    with monkeypatch.context() as patch:
        in_french(patch)
        await to_be_reminded_directly(world, world.theo, card, "Rappels")
    await to_be_reminded_directly(world, world.margot, card)
    (choice,) = await world.camille.autocomplete(world.foyer, "party edit", "party", "")
    asked = await world.camille.slash(world.foyer, "party edit", party=choice["value"], when="in 3 hours")
    await world.camille.click(asked.response, label="Change it")
    await world.env.advance_time(3 * 3600 + 10)
    written = world.theo.user.dm_channel
    assert "C’est ainsi que" in words(posted(written, "t’enverrai les rappels"))
    moved = posted(written, "change d’horaire")
    assert "Je viens toujours" in words(moved)
    assert "Voir l" in words(moved)
    assert "C’est prêt" in words(posted(written, "commence. Ouvre"))
    assert "Ready" in words(posted(world.margot.user.dm_channel, "starts now"))
    shown = await world.theo.slash(world.foyer, "mydata show")
    assert "the language you used when you chose this: Français" in text_of(shown)


async def begun(world: World, *members: Any) -> Any:
    """Camille's party is on, with these members; its clock."""
    card = await planned(world, when="in 20 minutes")
    for member in members:
        await member.click(card, label="Going")
    await world.env.advance_time(21 * 60)
    (thread,) = world.foyer.threads
    return posted(thread, "Ready check")


async def test_who_was_there_is_for_the_hosts_and_counts_no_passers_by(world: World) -> None:
    clock = await begun(world, world.theo)
    await world.theo.click(clock, label="Ready")
    sure = await steer(world.camille, clock, "End")
    await world.camille.click(sure.response, label="Yes, it is over")
    await world.env.advance_time(5)
    (thread,) = world.foyer.threads
    over = posted(thread, "Over · ")
    assert words(over).index("Catch up") < words(over).index("For the hosts:") < words(over).index("Who was there?")
    asked = await world.margot.click(over, label="Count episode 5 as watched")
    assert "This counts **episodes 1 to 5** as watched" in text_of(asked)
    counted = await world.margot.click(asked.response, label="Count 1 to 5")
    assert "counted as watched" in text_of(counted)
    there = text_of(await world.camille.click(over, label="Who was there?"))
    assert there == f"One was there: <@{world.theo.id}>"
    asked = await world.camille.click(over, label="Count episode 5 as watched")
    await world.camille.click(asked.response, label="Count 1 to 5")
    there = text_of(await world.camille.click(over, label="Who was there?"))
    assert there == f"One was there: <@{world.theo.id}>"


async def test_a_party_to_which_nobody_comes_calls_nobody(world: World) -> None:
    card = await planned(world, when="in 20 minutes", call=world.guild.create_role("Ciné", mentionable=True))
    await world.camille.click(card, label="Can’t")
    await world.env.advance_time(5 * 3600)
    (thread,) = world.foyer.threads
    assert thread.history() == []
    assert not [message for message in world.foyer.history() if "<@&" in words(message)]
    assert "It’s over. Nobody had taken a seat." in words(posted(world.foyer, "Over · "))


async def test_who_comes_to_a_deserted_party_finds_its_clock(world: World) -> None:
    card = await planned(world, when="in 20 minutes")
    await world.camille.click(card, label="Can’t")
    await world.env.advance_time(21 * 60)
    (thread,) = world.foyer.threads
    assert thread.history() == []
    await world.theo.click(posted(world.foyer, "On now"), label="Ready")
    await world.env.advance_time(2)
    assert "Wait!" in words(posted(thread, "Get set"))
    assert "press play at" in words(posted(thread, "**Episode 5**: press play"))


async def test_who_may_not_plan_learns_who_may(world: World, app: App) -> None:
    roles = [world.guild.create_role(name) for name in ("Ouvreuses", "Projection")]
    margot = Asker(
        user_id=world.margot.id, guild_id=world.guild.id, channel_id=world.foyer.id, parent_id=None,
        locale=Locale.EN, server_locale=Locale.EN, manages_server=True,
    )  # fmt: skip
    await app.setup.set_hosts(margot, [role.id for role in roles])
    refused = await world.camille.slash(world.foyer, "party schedule", when="in 2 days", episode=5)
    simcord.assert_error(world.env, EtoileError, contains="party-may-not-host")
    assert refused.ephemeral
    named = " ".join(f"<@&{role.id}>" for role in roles)
    assert text_of(refused) == f"On this server, parties are planned by {named}."


async def test_the_panel_of_reminders_says_what_a_press_does_and_whose_clock_is_quiet(world: World) -> None:
    shown = await world.theo.slash(world.foyer, "party remind")
    assert "each party’s own time" in text_of(shown)
    changed = await world.theo.click(shown.response, label="Send reminders by direct message")
    assert "Send reminders in the thread" in text_of(changed)
    await world.theo.slash(world.foyer, "party zone", city="America/New_York")
    shown = await world.theo.slash(world.foyer, "party remind")
    assert "follow your own time (New York). I don’t send reminders that fall within them." in text_of(shown)
