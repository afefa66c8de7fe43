"""What becomes of the bot's own posts when less may be said in their place than before, and who may cover them."""

from __future__ import annotations

import sys
from typing import Any

import pytest
import simcord

from bot.app import App
from bot.client import EtoileBot
from bot.errors import EtoileError
from bot.store.engine.database import Transaction, sql
from cogs.ui.covering import Covered
from cogs.ui.polls.refresh import drawer_of
from tests.discord.conftest import World
from tests.discord.test_poll_texts import MARKER, ask
from tests.discord.test_polls import FORM, by_id
from tests.discord.test_veil import PNG, UNVEIL, VEIL, field_of
from tests.support.reading import all_text
from tests.support.visible import Seen
from tests.support.visible import message as seen

EDIT = ("PATCH", "/channels/*/messages/*")


@pytest.fixture(autouse=True)
def quick(world: World, simcord_bot: EtoileBot) -> None:
    """Cards are drawn at once."""
    drawer_of(simcord_bot).window = 0.0


async def open_to_the_end(world: World) -> None:
    """#after-the-finale may say everything; Margot and Théo have seen it."""
    await world.margot.slash(world.finale, "etoile-admin horizon", episode="8")
    for member in (world.margot, world.theo):
        await member.slash(world.finale, "progress set", episode=8)


async def lower(world: World, episode: str = "0") -> str:
    """Margot lowers the horizon of #after-the-finale; what she is told."""
    result = await world.margot.slash(world.finale, "etoile-admin horizon", episode=episode)
    return "\n".join(all_text(wires(answer), answer.content or "") for answer in (result.response, *result.followups))


async def share(world: World, member: Any, command: str, **options: Any) -> Any:
    """Share an answer in #after-the-finale; the post."""
    shown = await member.slash(world.finale, command, **options)
    await member.click(shown.response, label="Share")
    return world.finale.history()[-1]


async def result_of_a_poll(world: World) -> Any:
    """A poll about the marker that has ended; the message that tells how."""
    card = await ask(world, world.finale)
    for member in (world.camille, world.theo, world.margot):
        await member.click(card, custom_id=str(ids(card, ":vote:")[0]))
    await world.margot.slash(world.finale, "poll close", poll=ids(card, ":vote:")[0].split(":")[3])
    await world.env.advance_time(10)
    return world.finale.history()[-1]


def wires(message: Any) -> list[dict[str, Any]]:
    return [part if isinstance(part, dict) else part.to_dict() for part in message.components]


def ids(message: Any, part: str) -> list[str]:
    found: list[str] = []

    def walk(each: Any) -> None:
        if isinstance(each, dict):
            if part in str(each.get("custom_id", "")):
                found.append(each["custom_id"])
            for value in each.values():
                walk(value)
        elif isinstance(each, list):
            for value in each:
                walk(value)

    walk(wires(message))
    return found


def now(world: World, message: Any, channel: Any = None) -> Seen:
    """How a message is seen now."""
    held = world.env.backend.get_message((channel or world.finale).id, message.id)
    return seen({"content": held.content, "components": held.components, "attachments": held.attachments})


def plain(world: World, message: Any) -> str:
    return " ".join(now(world, message).uncovered())


async def rows(app: App, query: str, **values: Any) -> list[Any]:
    def read() -> Transaction[list[Any]]:
        return (yield sql(query, **values))

    return await app.db.write(read)


# -- a horizon falls


async def test_shared_answers_are_closed_at_once_and_stay_closed(world: World) -> None:
    await open_to_the_end(world)
    recap = await share(world, world.theo, "recap episode", number=8)
    fact = await share(world, world.theo, "etoile cast", who="jack")
    harmless = await share(world, world.theo, "etoile glossary", term="plie")
    before = plain(world, recap)
    assert "Jack" in before
    told = await lower(world)
    assert "I covered 2 of my posts" in told
    for post in (recap, fact):
        shown = now(world, post)
        assert "Jack" in " ".join(shown.covered)
        assert "episodes 1 to 8" in " ".join(shown.open)
    assert not [text for text in now(world, recap).open if "Cheyenne" in text]
    assert not now(world, harmless).covered
    await world.margot.slash(world.finale, "etoile-admin horizon", episode="8")
    await world.env.advance_time(60)
    assert "Jack" not in " ".join(now(world, recap).open), "nothing opens by itself"


async def test_a_cover_ends_where_less_is_told_than_the_place_still_allows(world: World) -> None:
    await open_to_the_end(world)
    early = await share(world, world.theo, "recap episode", number=2)
    late = await share(world, world.theo, "recap episode", number=6)
    assert "I covered one of my posts" in await lower(world, "4")
    assert not now(world, early).covered
    assert now(world, late).covered


async def test_the_result_of_a_poll_becomes_neutral(world: World) -> None:
    await open_to_the_end(world)
    result = await result_of_a_poll(world)
    assert MARKER in plain(world, result)
    await lower(world)
    assert MARKER not in " ".join(now(world, result).everything())
    assert ids(world.finale.history()[-1], "results"), "whoever has seen enough still finds the result"


async def test_a_result_follows_what_a_moderator_says_that_its_poll_spoils(world: World) -> None:
    await world.margot.slash(world.finale, "etoile-admin horizon", episode="3")
    result = await result_of_a_poll(world)
    assert MARKER in plain(world, result)
    poll = ids(result, "results")[0].rsplit(":", 1)[1]
    panel = await world.margot.slash(world.finale, "poll edit", poll=poll)
    await world.margot.select(panel.response, ["7"])
    await world.env.advance_time(10)
    assert MARKER not in " ".join(now(world, result).everything())


async def test_of_a_poll_that_a_moderator_deletes_the_result_keeps_no_word(world: World) -> None:
    await world.margot.slash(world.finale, "etoile-admin horizon", episode="8")
    await world.theo.slash(world.finale, "progress set", episode=8)
    shown = await world.theo.slash(world.finale, "poll create")
    preview = await world.theo.submit_modal(shown, by_id(shown, FORM | {"Question": f"{MARKER}?"}))
    await world.theo.click(preview.response, label="Post")
    card = world.finale.history()[-1]
    poll = ids(card, ":vote:")[0].split(":")[3]
    await world.theo.slash(world.finale, "poll close", poll=poll)
    await world.env.advance_time(10)
    result = world.finale.history()[-1]
    assert MARKER in plain(world, result)
    asked = await world.margot.slash(world.finale, "poll delete", poll=poll)
    await world.margot.click(asked.response, label="Delete")
    await world.env.advance_time(10)
    for message in (card, result):
        assert MARKER not in " ".join(now(world, message).everything())


async def test_the_note_and_the_title_on_a_partys_card_go(world: World) -> None:
    await open_to_the_end(world)
    draft = await world.theo.slash(
        world.finale, "party schedule", when="in 48 hours", episode=8, note=f"bring {MARKER}"
    )
    await world.theo.click(draft.response, label="Post")
    card = world.finale.history()[-1]
    assert MARKER in plain(world, card)
    assert "The Offer" in plain(world, card)
    await lower(world)
    await world.env.advance_time(30)
    assert MARKER not in plain(world, card)
    assert "The Offer" not in plain(world, card)


async def test_a_shared_status_that_names_a_poll_is_closed(world: World) -> None:
    await open_to_the_end(world)
    await ask(world, world.finale)
    status = await share(world, world.theo, "etoile status")
    assert MARKER in plain(world, status)
    await lower(world)
    assert MARKER not in " ".join(now(world, status).everything()), "no box keeps what members wrote"


async def test_what_was_shared_follows_what_a_moderator_says_that_a_poll_spoils(world: World) -> None:
    card = await ask(world, world.finale)
    status = await share(world, world.theo, "etoile status")
    assert MARKER in plain(world, status)
    poll = ids(card, ":vote:")[0].split(":")[3]
    panel = await world.margot.slash(world.finale, "poll edit", poll=poll)
    await world.margot.select(panel.response, ["7"])
    await world.env.advance_time(10)
    assert MARKER not in " ".join(now(world, status).everything())


async def test_what_was_shared_keeps_no_word_of_a_poll_that_a_moderator_deletes_or_moves(world: World) -> None:
    await world.theo.slash(world.finale, "progress set", episode=8)
    for leave in ("delete", "move"):
        shown = await world.theo.slash(world.finale, "poll create")
        preview = await world.theo.submit_modal(shown, by_id(shown, FORM | {"Question": f"{MARKER}?"}))
        await world.theo.click(preview.response, label="Post")
        card = world.finale.history()[-1]
        status = await share(world, world.theo, "etoile status")
        assert MARKER in plain(world, status)
        poll = ids(card, ":vote:")[0].split(":")[3]
        if leave == "delete":
            asked = await world.margot.slash(world.finale, "poll delete", poll=poll)
            await world.margot.click(asked.response, label="Delete")
        else:
            await world.env.bot.http.delete_message(world.finale.id, card.id)
            await world.margot.slash(world.foyer, "poll show", poll=poll)
            assert MARKER in " ".join(now(world, world.foyer.history()[-1], world.foyer).everything())
        await world.env.advance_time(10)
        assert MARKER not in " ".join(now(world, status).everything()), leave


async def test_a_shared_standing_of_a_poll_follows_its_gate(world: World) -> None:
    """A shipped question, too: its level is what the moderators say, where that is more."""
    shown = await world.margot.slash(world.finale, "poll preset", name="jack-or-genevieve")
    await world.margot.click(shown.response, label="Post")
    card = world.finale.history()[-1]
    for member in (world.camille, world.theo, world.margot):
        await member.click(card, custom_id=str(ids(card, ":vote:")[0]))
    results = await world.theo.click(card, label="Results")
    await world.theo.click(results.response, label="Share")
    standing = world.finale.history()[-1]
    assert "Geneviève" in plain(world, standing)
    form = await world.margot.context_menu(world.finale, VEIL, card)
    await world.margot.submit_modal(form, {field_of(form): "7"})
    await world.env.advance_time(10)
    assert "Geneviève" not in plain(world, standing)


async def test_a_lifted_veil_is_drawn_again(world: World) -> None:
    await open_to_the_end(world)
    written = await world.theo.send(world.finale, f"{MARKER} at last")
    form = await world.theo.context_menu(world.finale, VEIL, written)
    await world.theo.submit_modal(form, {field_of(form): "8"})
    copy = world.finale.history()[-1]
    await world.theo.context_menu(world.finale, UNVEIL, copy)
    assert MARKER in plain(world, copy)
    await lower(world)
    assert MARKER not in plain(world, copy)
    assert MARKER in " ".join(now(world, copy).covered)


async def test_the_servers_horizon_counts_where_a_channel_has_none(world: World) -> None:
    await world.margot.slash(world.finale, "etoile-admin horizon", episode="8", server=True)
    await world.theo.slash(world.finale, "progress set", episode=8)
    recap = await share(world, world.theo, "recap episode", number=8)
    await world.margot.slash(world.foyer, "etoile-admin horizon", episode="0", server=True)
    assert "Jack" not in " ".join(now(world, recap).open)


async def test_titles_that_are_hidden_again_are_covered(world: World) -> None:
    await world.margot.slash(world.finale, "etoile-admin titles", titles=1)
    await world.theo.slash(world.finale, "progress set", episode=8)
    titles = await share(world, world.theo, "etoile episode")
    assert "The Offer" in plain(world, titles)
    await world.margot.slash(world.finale, "etoile-admin titles", titles=0)
    await world.env.advance_time(30)
    assert "The Offer" not in plain(world, titles)


# -- whatever goes wrong meanwhile


async def test_what_cannot_be_reached_is_listed_with_its_address(world: World) -> None:
    await open_to_the_end(world)
    await world.margot.slash(world.foyer, "etoile-admin log", channel=world.foyer)
    recap = await share(world, world.theo, "recap episode", number=8)
    world.env.inject_error(*EDIT, status=403, code=50001, times=1)
    told = await lower(world)
    assert recap.jump_url in told
    assert "couldn’t reach" in told
    await world.env.advance_time(60)
    assert recap.jump_url in "\n".join(message.content for message in world.foyer.history())


async def test_who_died_before_covering_is_followed_by_a_job(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    await open_to_the_end(world)
    recap = await share(world, world.theo, "recap episode", number=8)
    with monkeypatch.context() as patch:
        patch.setattr(sys.modules["cogs.admin"], "cover_owed", died)
        await lower(world)
    assert "Jack" in plain(world, recap)
    await world.env.advance_time(30)
    assert "Jack" not in " ".join(now(world, recap).open)


async def died(*_: object) -> Covered:
    """The process is gone before anything was covered."""
    return Covered()


async def test_a_share_of_which_nobody_knows_whether_it_arrived_is_found(world: World, app: App) -> None:
    await open_to_the_end(world)
    recap = await share(world, world.theo, "recap episode", number=8)
    await rows(app, "UPDATE posts SET message_id = NULL")
    await lower(world)
    assert "Jack" not in " ".join(now(world, recap).open)


async def test_a_failure_of_discord_is_tried_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    await open_to_the_end(world)
    recap = await share(world, world.theo, "recap episode", number=8)
    with monkeypatch.context() as patch:
        patch.setattr(sys.modules["cogs.admin"], "cover_owed", died)
        await lower(world)
    world.env.inject_error(*EDIT, status=400, code=40006, times=1)
    await world.env.advance_time(120)
    assert "Jack" not in " ".join(now(world, recap).open)


# -- by hand


async def test_a_moderator_covers_what_somebody_shared(world: World) -> None:
    await open_to_the_end(world)
    recap = await share(world, world.theo, "recap episode", number=8)
    offered = await world.margot.context_menu(world.finale, VEIL, recap)
    await world.margot.click(offered.response, label="Cover")
    assert "Jack" not in " ".join(now(world, recap).open)
    again = await world.margot.context_menu(world.finale, VEIL, recap)
    assert "covered already" in all_text(wires(again.response))
    await world.margot.context_menu(world.finale, UNVEIL, recap)
    simcord.assert_error(world.env, EtoileError, contains="posts-stay-covered")


async def test_whoever_shared_something_takes_it_away_and_nobody_else(world: World) -> None:
    await open_to_the_end(world)
    recap = await share(world, world.theo, "recap episode", number=8)
    await world.camille.context_menu(world.finale, VEIL, recap)
    simcord.assert_error(world.env, EtoileError, contains="posts-not-yours")
    offered = await world.theo.context_menu(world.finale, VEIL, recap)
    await world.theo.click(offered.response, label="Remove")
    assert recap.id not in {message.id for message in world.finale.history()}


async def test_a_moderator_covers_the_card_and_the_result_of_a_poll(world: World) -> None:
    card = await ask(world, world.finale)
    form = await world.margot.context_menu(world.finale, VEIL, card)
    assert form.modal is not None
    await world.margot.submit_modal(form, {field_of(form): "7"})
    await world.env.advance_time(10)
    assert MARKER not in " ".join(now(world, card).everything())
    result = await result_of_a_poll(world)
    assert MARKER in plain(world, result)
    offered = await world.margot.context_menu(world.finale, VEIL, result)
    await world.margot.click(offered.response, label="Cover")
    assert MARKER not in " ".join(now(world, result).everything())


async def test_a_moderator_covers_the_note_of_a_party(world: World) -> None:
    draft = await world.theo.slash(
        world.finale, "party schedule", when="in 48 hours", episode=2, note=f"bring {MARKER}"
    )
    await world.theo.click(draft.response, label="Post")
    card = world.finale.history()[-1]
    assert MARKER in plain(world, card)
    await world.camille.context_menu(world.finale, VEIL, card)
    simcord.assert_error(world.env, EtoileError, contains="posts-not-yours")
    form = await world.margot.context_menu(world.finale, VEIL, card)
    await world.margot.submit_modal(form, {field_of(form): "7"})
    await world.env.advance_time(30)
    assert MARKER not in plain(world, card)


async def test_what_tells_no_plot_is_not_covered(world: World) -> None:
    await world.margot.slash(world.foyer, "etoile-admin log", channel=world.foyer)
    await world.env.advance_time(10)
    line = world.foyer.history()[-1]
    await world.margot.context_menu(world.foyer, VEIL, line)
    simcord.assert_error(world.env, EtoileError, contains="posts-nothing")


async def test_lifting_a_veil_opens_what_was_open_and_says_what_stays_covered(world: World) -> None:
    words = f"first words ||{MARKER}|| last words"
    written = await world.theo.send(world.finale, words, attachments=[("SPOILER_a.png", PNG)])
    form = await world.margot.context_menu(world.finale, VEIL, written)
    await world.margot.submit_modal(form, {field_of(form): "8"})
    copy = world.finale.history()[-1]
    assert "first words" not in plain(world, copy)
    lifted = await world.margot.context_menu(world.finale, UNVEIL, copy)
    assert "stays covered" in all_text(wires(lifted.response))
    shown = now(world, copy)
    assert "first words" in " ".join(shown.open)
    assert "last words" in " ".join(shown.open)
    assert MARKER not in " ".join(shown.open)
    assert MARKER in " ".join(shown.covered)
    await world.margot.click(world.finale.history()[-1], label="Veil again")
    assert "first words" not in plain(world, copy)
    assert "last words" in " ".join(now(world, copy).covered)
