"""Series of parties as a host plans them: any rhythm, several episodes an evening, dates left out and brought back."""

from __future__ import annotations

from typing import Any

import pytest
import simcord

from bot.errors import EtoileError
from tests.discord.conftest import World
from tests.discord.test_parties import more_of, posted, text_of, words


async def proposed(world: World, **options: Any) -> simcord.InteractionResult:
    """Camille's draft of a series, on Paris's clock."""
    await world.camille.slash(world.foyer, "party zone", city="Europe/Paris")
    given = {"first": "friday 4 december 2026 21:00", "every": "every week"} | options
    return await world.camille.slash(world.foyer, "party series", **given)


async def planned(world: World, **options: Any) -> Any:
    """The card of a series that was posted."""
    draft = await proposed(world, **options)
    await world.camille.click(draft.response, label="Post")
    await world.env.advance_time(5)
    return posted(world.foyer, "Coming (")


async def upcoming(world: World) -> list[str]:
    """What is suggested as a party: the labels, in order."""
    found = await world.camille.autocomplete(world.foyer, "party show", "party", "")
    return [str(one["name"]) for one in found]


def rows(text: str) -> list[str]:
    """The evenings that a preview lists."""
    return [line.split(" · ")[-1] for line in text.splitlines() if line.startswith("-# <t:") and "Episode" in line]


async def test_two_episodes_an_evening_are_planned_and_shown(world: World) -> None:
    draft = await proposed(world, per_evening=2, episode=1, last=7)
    assert rows(text_of(draft)) == ["Episodes 1 and 2", "Episodes 3 and 4", "Episodes 5 and 6", "Episode 7"]
    assert "4 evenings" in text_of(draft)
    await world.camille.click(draft.response, label="Post")
    await world.env.advance_time(5)
    assert [one.split(" · ")[0] for one in await upcoming(world)] == [
        "Episodes 1 and 2",
        "Episodes 3 and 4",
        "Episodes 5 and 6",
    ]


@pytest.mark.parametrize(
    ("every", "said"),
    [
        ("every 3 days", "every 3 days at 21:00 (Paris time)"),
        ("un jour sur deux", "every other day at 21:00"),
        ("every other friday", "every other Friday at 21:00"),
        ("toutes les 3 semaines", "every 3 weeks on Friday at 21:00"),
        ("third friday of the month", "every third Friday of the month at 21:00"),
        ("fourth of the month", "every fourth Friday of the month at 21:00"),
        ("month-last", "every last Friday of the month at 21:00"),
    ],
)
async def test_a_rhythm_is_typed_as_people_say_it(world: World, every: str, said: str) -> None:
    assert said in text_of(await proposed(world, every=every))


async def test_a_rhythm_that_cannot_be_read_is_explained(world: World) -> None:
    refused = await proposed(world, every="every blue moon")
    simcord.assert_error(world.env, EtoileError, contains="when-no-rhythm")
    assert "every other friday" in text_of(refused)


async def test_what_is_suggested_as_a_rhythm_is_understood_by_its_label_too(world: World) -> None:
    offered = await world.camille.autocomplete(world.foyer, "party series", "every", "10 days")
    assert offered[0]["name"] == "every 10 days"
    by_value = await proposed(world, every=str(offered[0]["value"]))
    by_label = await proposed(world, every=str(offered[0]["name"]))
    for one in (by_value, by_label):
        assert "every 10 days at 21:00" in text_of(one)
    for one in await world.camille.autocomplete(world.foyer, "party series", "every", ""):
        assert "A series: every" in text_of(await proposed(world, every=str(one["name"]))), one


async def test_a_number_of_evenings_leaves_episodes_over_and_says_so(world: World) -> None:
    draft = await proposed(world, evenings=3, per_evening=2)
    assert rows(text_of(draft)) == ["Episodes 1 and 2", "Episodes 3 and 4", "Episodes 5 and 6"]
    assert "No evening is left for Episodes 7 and 8" in text_of(draft)


async def test_weekdays_are_read_and_a_first_evening_beside_them_is_said(world: World) -> None:
    draft = await proposed(world, weekdays="lu ma je", last=3)
    assert "every Monday, Tuesday and Thursday at 21:00" in text_of(draft)
    assert "You typed 4 December 2026 for the first evening" in text_of(draft)
    weekend = await proposed(world, weekdays="weekend", skip="25 december")
    assert "every Saturday and Sunday" in text_of(weekend)
    assert "Nothing is skipped on 25 December 2026" in text_of(weekend)
    refused = await proposed(world, every="every 3 days", weekdays="mon thu")
    simcord.assert_error(world.env, EtoileError, contains="party-days-and-weekdays")
    assert "rhythm in weeks" in text_of(refused)


async def test_the_preview_shows_everything_that_was_asked_for(world: World) -> None:
    fans = world.guild.create_role("Fans")
    draft = await proposed(
        world, seats=4, note="bring tea", for_role=fans, close_before=60, minimum=2, length=50, event=False,
        skip="11 december", last=2,
    )  # fmt: skip
    shown = text_of(draft)
    for part in (
        "4 seats", "bring tea", f"Only for <@&{fans.id}>", "RSVP until", "If fewer than 2", "takes 50 minutes",
        "won’t be listed among", "2 evenings", "Skipped: 11 December 2026",
    ):  # fmt: skip
        assert part in shown, part


async def test_a_skipped_date_comes_back_and_what_follows_moves_up(world: World) -> None:
    card = await planned(world)
    before = await upcoming(world)
    managed = await more_of(world.camille, card, "Manage")
    done = await world.camille.click(managed.response, label="Skip this date")
    await world.env.advance_time(5)
    assert (await upcoming(world))[0] == "Episode 1 · Friday 11 December 2026, 21:00"
    back = await world.camille.click(done.response, label="Bring this date back")
    assert "is back" in text_of(back)
    await world.env.advance_time(5)
    assert await upcoming(world) == before


async def test_what_was_skipped_long_ago_is_found_again_by_command(world: World) -> None:
    card = await planned(world, skip="11 december")
    offered = await world.camille.autocomplete(world.foyer, "party revive", "party", "")
    assert [one["name"] for one in offered] == ["Skipped date · Friday 11 December 2026, 21:00"]
    assert await world.theo.autocomplete(world.foyer, "party revive", "party", "") == []
    await world.camille.slash(world.foyer, "party revive", party=offered[0]["name"])
    await world.env.advance_time(5)
    assert (await upcoming(world))[1] == "Episode 2 · Friday 11 December 2026, 21:00"
    managed = await more_of(world.camille, card, "Manage")
    assert "skipped date" not in text_of(managed)
    await world.camille.slash(world.foyer, "party revive", party="11 december")
    simcord.assert_error(world.env, EtoileError, contains="party-nothing-lost")


async def test_a_skipped_date_is_chosen_in_the_panel(world: World) -> None:
    card = await planned(world, skip="11 december, 18 december")
    managed = await more_of(world.camille, card, "Manage")
    assert "Bring a skipped date back" in text_of(managed)
    ids = [one for one in _custom_ids(managed.response) if one.startswith("v1:party:unskip-one:")]
    from datetime import date

    await world.camille.select(managed.response, values=[str(date(2026, 12, 18).toordinal())], custom_id=ids[0])
    await world.env.advance_time(5)
    assert [one.split(" · ")[1] for one in (await upcoming(world))[:2]] == [
        "Friday 4 December 2026, 21:00",
        "Friday 18 December 2026, 21:00",
    ]


async def test_a_series_that_was_called_off_comes_back_whole(world: World) -> None:
    card = await planned(world, last=5)
    before = await upcoming(world)
    managed = await more_of(world.camille, card, "Manage")
    asked = await world.camille.click(managed.response, label="Call off…")
    off = await world.camille.click(asked.response, label="All that follow")
    await world.env.advance_time(5)
    assert await upcoming(world) == []
    back = await world.camille.click(off.response, label="Bring it back, with all that follow")
    assert "They are back" in text_of(back)
    await world.env.advance_time(5)
    assert await upcoming(world) == before
    assert "Coming (1)" in words(posted(world.foyer, "🎬 Episode 1"))


async def test_an_edit_of_all_that_follow_gives_each_evening_more_episodes(world: World) -> None:
    await planned(world, last=5)
    choices = await world.camille.autocomplete(world.foyer, "party edit", "party", "Episode 1")
    asked = await world.camille.slash(world.foyer, "party edit", party=choices[0]["value"], to=2, following=True)
    assert "Episodes 1 and 2" in text_of(asked)
    await world.camille.click(asked.response, label="Change it")
    await world.env.advance_time(5)
    assert [one.split(" · ")[0] for one in await upcoming(world)] == [
        "Episodes 1 and 2", "Episodes 3 and 4", "Episode 5",
    ]  # fmt: skip
    asked = await world.camille.slash(world.foyer, "party edit", party=choices[0]["value"], to=4, following=True)
    assert "One evening is dropped" in text_of(asked)


async def test_everything_of_a_series_can_be_changed_for_all_that_follow(world: World) -> None:
    fans, finale = world.guild.create_role("Fans"), world.finale
    await planned(world, last=5, seats=2, length=50)
    (choice, *_) = await world.camille.autocomplete(world.foyer, "party edit", "party", "Episode 1")
    asked = await world.camille.slash(
        world.foyer, "party edit", party=choice["value"], following=True, seats=0, channel=finale, for_role=fans,
        close_before=30, minimum=2, event=False, clear="length",
    )  # fmt: skip
    await world.camille.click(asked.response, label="Change it")
    await world.env.advance_time(10)
    assert "Only for" in words(posted(finale, "Coming (1)"))
    for later in await world.camille.autocomplete(world.foyer, "party show", "party", "Episode"):
        shown = text_of(await world.camille.slash(world.foyer, "party show", party=later["value"]))
        for part in ("Coming (1)", f"Only for <@&{fans.id}>", "RSVP until", "If fewer than 2"):
            assert part in shown, part


async def test_the_list_says_until_when_a_series_goes_on(world: World) -> None:
    await planned(world)
    listed = text_of(await world.theo.slash(world.foyer, "party list"))
    assert "The series goes on until <t:" in listed
    assert "(Episode 8)" in listed


async def test_coming_to_all_can_be_left_for_one_evening(world: World) -> None:
    card = await planned(world)
    more = await world.theo.click(card, label="More")
    await world.theo.click(more.response, label="Coming to all")
    later = await world.theo.autocomplete(world.foyer, "party answer", "party", "Episode 3")
    await world.theo.slash(world.foyer, "party answer", party=later[0]["value"], come="no")
    mine = text_of(await world.theo.slash(world.foyer, "party list"))
    going = [line.split("**")[1].strip("[").split("]")[0] for line in mine.splitlines() if "you’re going" in line]
    assert going == ["Episode 1", "Episode 2"]


def _custom_ids(message: Any) -> list[str]:
    from tests.support.reading import walk

    return [str(part.get("custom_id")) for part in walk(list(message.components))]
