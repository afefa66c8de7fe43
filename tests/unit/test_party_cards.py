"""Cards, clocks, lists and panels of parties: within Discord's limits whatever they hold, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from discord import ui

from bot.domain import playback
from bot.domain.locale import Locale
from bot.domain.party import REMINDER_MINUTES, Ended, Mirror, Party, Person, ReminderChoice, Rsvp, SeatStatus, State
from bot.domain.series import Rule
from bot.domain.walltime import instant_of
from bot.resources import data_path
from bot.services.parties.recurrence import occurrences
from bot.services.parties.values import PartyView, Preview
from bot.text import Words, load_catalogue
from cogs import parties as cog
from cogs.ui.parties.card import card, who
from cogs.ui.parties.clock_panel import clock, host_controls
from cogs.ui.parties.ending import end_card
from cogs.ui.parties.forms import EditForm
from cogs.ui.parties.listing import listed
from cogs.ui.parties.manage_panel import ask_cancel, manage
from cogs.ui.parties.more_panel import more
from cogs.ui.parties.preview import preview
from cogs.ui.parties.reminders_panel import reminders

NOW = datetime(2026, 12, 4, 20, 0, tzinfo=UTC)
BIG = 9_223_372_036_854_775_807
TEXTS = load_catalogue(data_path() / "locales")
RULE = Rule(
    zone="America/Argentina/Buenos_Aires", first_day=date(2026, 12, 4), at=time(2, 30), every="month", step=2, nth=-1,
    weekdays=frozenset(range(7)),
)  # fmt: skip
PARTY = Party(
    id=BIG, guild_id=BIG, channel_id=BIG, host_id=BIG, cohost_ids=frozenset(range(BIG - 10, BIG)), series_id=BIG,
    occurrence=0, first_episode=5, last_episode=8, starts_at=NOW + timedelta(days=100), zone="Europe/Paris",
    voice_id=BIG, seats=300, note=None, call_role_id=BIG, seat_role_id=BIG,
    closes_at=NOW + timedelta(days=99), minimum=500, minimum_at=NOW + timedelta(days=99), length_minutes=60,
    state=State.OPEN, ended=None, sequence=1, news=None, message_id=BIG, thread_id=BIG, event_id=BIG,
    mirror=Mirror.REFUSED,
    locale=Locale.FR, reminded_to=NOW,
)  # fmt: skip


NOTE = "||*`_~#>\\@everyone <@1> " * 12


def crowd() -> tuple[Person, ...]:
    """500 members, as many as fit and then some, each late."""
    places = [SeatStatus.SEAT] * 300 + [SeatStatus.OFFER] * 20 + [SeatStatus.LINE] * 100 + [SeatStatus.NONE] * 80
    return tuple(
        Person(
            user_id=BIG - number,
            answer=Rsvp.LATE if place is not SeatStatus.NONE else (Rsvp.MAYBE if number % 2 else Rsvp.NO),
            place=place,
            turn=number + 1,
            ready=bool(number % 3),
        )
        for number, place in enumerate(places)
    )


def views() -> Iterator[tuple[str, PartyView]]:
    following = tuple(each for each, _ in zip(occurrences(RULE), range(3), strict=False))
    begun = playback.ready_check(episode=5, now=NOW)
    running = playback.resumed(begun, NOW)
    waiting = playback.next_episode(running, NOW + timedelta(minutes=9), last=8)
    for state in State:
        for people in ((), crowd()):
            for stored in (None, begun, running, playback.paused(running, NOW + timedelta(minutes=9)), waiting):
                party = replace(PARTY, state=state, ended=Ended.MINIMUM if state is State.CANCELLED else None)
                name = f"{state}-{len(people)}-{stored.phase(NOW) if stored else 'none'}"
                yield (
                    name,
                    PartyView(
                        party=party,
                        people=people,
                        clock=stored,
                        title="L’Étoile " * 10,
                        note=NOTE,
                        rule=RULE,
                        following=following,
                    ),
                )


def drawn(view: PartyView, words: Words) -> Iterator[ui.LayoutView]:
    yield card(view, words, NOW)
    yield card(view, words, view.party.starts_at)
    for user_id in (BIG, 1):
        yield more(view, user_id, ReminderChoice(minutes=frozenset(REMINDER_MINUTES)), words, now=NOW, manages=True)
    yield who(view, words, page=0)
    yield who(view, words, page=99)
    if view.party.state is State.OVER:
        yield end_card(view, words)
    yield manage(view, words)
    yield ask_cancel(view, words)
    for minutes in (0, 1, 15, 400):
        yield clock(view, words, NOW + timedelta(minutes=minutes))
        yield host_controls(view, words, NOW + timedelta(minutes=minutes))
    parties = tuple(replace(PARTY, id=number) for number in range(100))
    yield preview(Preview(view=view, clashes=parties, server_zone="Asia/Tokyo"), words, NOW)
    for page in (0, 12, 99):
        yield listed(parties, {1, 2, 3}, words, page=page, endings={})
    yield reminders(ReminderChoice(), words)
    yield reminders(ReminderChoice(minutes=frozenset(), direct=True, quiet_from=1320, quiet_to=480), words)


def controls(view: ui.LayoutView) -> Iterator[str]:
    for child in view.walk_children():
        custom_id = getattr(getattr(child, "item", child), "custom_id", None)
        if custom_id and not getattr(getattr(child, "item", child), "url", None):
            yield str(custom_id)


@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize(("name", "view"), list(views()), ids=[name for name, _ in views()])
async def test_every_panel_is_within_the_limits_and_every_control_has_one_class(
    name: str, view: PartyView, locale: Locale
) -> None:
    templates = [control.__discord_ui_compiled_template__ for control in cog.CONTROLS]
    for panel in drawn(view, TEXTS.words(locale)):
        assert panel.total_children_count <= 40
        assert panel.content_length() <= 4000
        seen = list(controls(panel))
        assert len(set(seen)) == len(seen), name
        for custom_id in seen:
            fitting = [one for one in templates if one.fullmatch(custom_id)]
            assert len(fitting) == 1 or custom_id.startswith(("v1:progress:", "v1:quiz:")), custom_id


@pytest.mark.parametrize("locale", list(Locale))
async def test_the_form_is_within_the_limits(locale: Locale) -> None:
    _, view = next(views())
    form = EditForm(replace(view, note="x" * 300), TEXTS.words(locale))
    assert len(form.title) <= 45
    assert len(form.children) <= 5
    for label in form.children:
        assert isinstance(label, ui.Label)
        assert len(label.text) <= 45
        assert len(label.description or "") <= 100


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        (
            "2027-03-13",
            "15:00 · 🗼 Paris 21:00 (Saturday)",
            "15\u00a0h · 🗼 Paris 21\u00a0h (samedi)",
        ),
        ("2027-03-14", "this week 16:00 in New York is 21:00 in Paris, 5 hours", "5\u00a0heures d’avance au lieu de 6"),
        ("2027-03-27", "this week 16:00 in New York is 21:00 in Paris, 5 hours", "5\u00a0heures d’avance au lieu de 6"),
        (
            "2027-03-28",
            "15:00 · 🗼 Paris 21:00 (Sunday)",
            "15\u00a0h · 🗼 Paris 21\u00a0h (dimanche)",
        ),
        ("2027-10-31", "this week 16:00 in New York is 21:00 in Paris, 5 hours", "5\u00a0heures d’avance au lieu de 6"),
        (
            "2027-11-07",
            "15:00 · 🗼 Paris 21:00 (Sunday)",
            "15\u00a0h · 🗼 Paris 21\u00a0h (dimanche)",
        ),
    ],
)
async def test_the_card_says_in_which_weeks_the_cities_are_closer(day: str, english: str, french: str) -> None:
    start = instant_of(datetime.fromisoformat(f"{day} 21:00"), "Europe/Paris")
    view = PartyView(party=replace(PARTY, starts_at=start), people=(), clock=None, title=None, rule=None)
    for locale, part in ((Locale.EN, english), (Locale.FR, french)):
        text = "\n".join(
            getattr(child, "content", "") for child in card(view, TEXTS.words(locale), NOW).walk_children()
        )
        assert part in text
        assert ("au lieu de 6" in text or "instead of 6" in text) == ("🗼" not in part)
