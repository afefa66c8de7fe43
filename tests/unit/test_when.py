"""What people type for a date, and what becomes of it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.locale import Locale
from bot.errors import EtoileError
from bot.when import parse_when

PARIS = "Europe/Paris"
# A Friday, 18:00 in Paris, noon in New York.
FRIDAY = datetime(2026, 11, 27, 17, 0, tzinfo=UTC)
# The Wednesday before.
WEDNESDAY = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)


async def read(text: str, *, now: datetime = WEDNESDAY, zone: str = PARIS, locale: Locale = Locale.EN) -> str:
    """The wall time in `zone` that the text means."""
    instant = await parse_when(text, now=now, zone=zone, locale=locale)
    assert instant.tzinfo is UTC
    return f"{instant.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("friday 9pm", "2026-11-27 21:00"),
        ("Friday at 9:30 PM", "2026-11-27 21:30"),
        ("9pm friday", "2026-11-27 21:00"),
        ("friday 21:00", "2026-11-27 21:00"),
        ("fri evening at 9", "2026-11-27 21:00"),
        ("vendredi 21h", "2026-11-27 21:00"),
        ("vendredi à 21 h 30", "2026-11-27 21:30"),
        ("vendredi soir à 9h", "2026-11-27 21:00"),
        ("tomorrow noon", "2026-11-26 12:00"),
        ("demain midi", "2026-11-26 12:00"),
        ("demain à 9h", "2026-11-26 09:00"),
        ("après-demain 20h", "2026-11-27 20:00"),
        ("the day after tomorrow at 8 pm", "2026-11-27 20:00"),
        ("tonight at 9", "2026-11-25 21:00"),
        ("ce soir 21h", "2026-11-25 21:00"),
        ("aujourd’hui 23:59", "2026-11-25 23:59"),
        ("23:59", "2026-11-25 23:59"),
        ("minuit", "2026-11-26 00:00"),
        ("in 3 days", "2026-11-28 18:00"),
        ("dans 3 jours", "2026-11-28 18:00"),
        ("dans 3 jours à 21h", "2026-11-28 21:00"),
        ("in 2 hours", "2026-11-25 20:00"),
        ("dans 1 h 30", "2026-11-25 19:30"),
        ("in an hour and 15 minutes", "2026-11-25 19:15"),
        ("dans une semaine", "2026-12-02 18:00"),
        ("4 décembre 20 h 30", "2026-12-04 20:30"),
        ("4 décembre 2026 à 20h30", "2026-12-04 20:30"),
        ("vendredi 4 décembre 20h30", "2026-12-04 20:30"),
        ("le 4 décembre à 20h30", "2026-12-04 20:30"),
        ("december 4th, 8:30pm", "2026-12-04 20:30"),
        ("Dec 4 20:30", "2026-12-04 20:30"),
        ("4th of December 2026 at 8.30pm", "2026-12-04 20:30"),
        ("1er janvier 00:00", "2027-01-01 00:00"),
        ("le 4 à 21h", "2026-12-04 21:00"),
        ("25/12 21:00", "2026-12-25 21:00"),
        ("12/25/2026 9pm", "2026-12-25 21:00"),
        ("05/05 21:00", "2027-05-05 21:00"),
        ("2026-12-04 20:30", "2026-12-04 20:30"),
        ("2026-12-04T20:30", "2026-12-04 20:30"),
        ("2026-12-04T19:30Z", "2026-12-04 20:30"),
        ("2026-12-04T14:30-05:00", "2026-12-04 20:30"),
        ("<t:1796412600>", "2026-12-04 20:30"),
        ("<t:1796412600:F>", "2026-12-04 20:30"),
        ("29 february 21:00", "2028-02-29 21:00"),
        ("29 février 2028 21h", "2028-02-29 21:00"),
        ("friday 3pm new york time", "2026-11-27 21:00"),
        ("vendredi 15h heure de New York", "2026-11-27 21:00"),
        ("friday 20:00 UTC", "2026-11-27 21:00"),
        ("friday next week 9pm", "2026-12-04 21:00"),
        ("vendredi en huit 21h", "2026-12-04 21:00"),
        ("lundi prochain 21h", "2026-11-30 21:00"),
        ("next week friday 9pm", "2026-12-04 21:00"),
        ("2026 december 4 at 8pm", "2026-12-04 20:00"),
        ("friday december the 4th, 20:30", "2026-12-04 20:30"),
        ("on the evening of december 4 at 20:30", "2026-12-04 20:30"),
        ("le vendredi 4 décembre à 20h30", "2026-12-04 20:30"),
        ("2026/12/04 20:30", "2026-12-04 20:30"),
        ("friday @ 9pm", "2026-11-27 21:00"),
        ("tomorrow at 21", "2026-11-26 21:00"),
        ("le 4 dec vers 20h", "2026-12-04 20:00"),
        ("sat the 28th of november at 8pm", "2026-11-28 20:00"),
    ],
)
async def test_a_phrase_means_this(text: str, expected: str) -> None:
    assert await read(text) == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("9", "when-which-half"),
        ("friday 9", "when-not-understood"),
        ("friday at 9", "when-which-half"),
        ("friday 9:30", "when-which-half"),
        ("04/05 21:00", "when-ambiguous"),
        ("04/05/2027 21:00", "when-ambiguous"),
        ("next friday 9pm", "when-ambiguous"),
        ("vendredi prochain 21h", "when-ambiguous"),
        ("friday", "when-no-time"),
        ("4 décembre", "when-no-time"),
        ("friday midnight", "when-midnight"),
        ("30 february 21:00", "when-no-such-day"),
        ("29 february 2027 21:00", "when-no-such-day"),
        ("thursday 4 december 21:00", "when-weekday-wrong"),
        ("today 9am", "when-past"),
        ("17:59", "when-past"),
        ("2020-01-01 10:00", "when-past"),
        ("<t:1>", "when-past"),
        ("2032-02-29 21:00", "when-too-far"),
        ("<t:9999999999999>", "when-too-far"),
        ("friday 9pm EST", "when-zone-letters"),
        ("vendredi 21h CET", "when-zone-letters"),
        ("whenever", "when-not-understood"),
        ("", "when-not-understood"),
        ("friday 27:61", "when-not-understood"),
        ("soon 42", "when-not-understood"),
        ("monday december the 4th, 20:30", "when-weekday-wrong"),
        ("on monday, 2026 december 4 at 20:30", "when-not-understood"),
        ("on the evening of december 4 at 8", "when-not-understood"),
        ("x" * 200, "when-not-understood"),
    ],
)
async def test_what_is_not_clear_is_asked(text: str, key: str) -> None:
    with pytest.raises(EtoileError) as refused:
        await read(text)
    assert refused.value.key == key


async def test_next_friday_on_a_friday_is_a_week_ahead() -> None:
    assert await read("next friday 9pm", now=FRIDAY) == "2026-12-04 21:00"
    assert await read("vendredi prochain 21h", now=FRIDAY) == "2026-12-04 21:00"


async def test_friday_on_a_friday_is_asked_while_both_are_ahead() -> None:
    with pytest.raises(EtoileError) as refused:
        await read("friday 9pm", now=FRIDAY)
    assert refused.value.values == {"first": "2026-11-27", "second": "2026-12-04"}
    assert await read("this friday 9pm", now=FRIDAY) == "2026-11-27 21:00"
    assert await read("friday 10am", now=FRIDAY) == "2026-12-04 10:00"


async def test_who_writes_french_counts_to_twenty_four() -> None:
    assert await read("vendredi 9:30", locale=Locale.FR) == "2026-11-27 09:30"


async def test_an_hour_that_the_clock_skips_is_refused_with_its_neighbours() -> None:
    with pytest.raises(EtoileError) as refused:
        await read("2027-03-28 02:30")
    assert refused.value.key == "when-skipped"
    assert refused.value.values == {"first": "01:30", "second": "03:30"}


async def test_an_hour_that_comes_twice_is_asked_and_each_answer_works() -> None:
    with pytest.raises(EtoileError) as refused:
        await read("2027-10-31 02:30")
    assert refused.value.key == "when-twice"
    answers = [
        await parse_when(str(refused.value.values[which]), now=WEDNESDAY, zone=PARIS, locale=Locale.EN)
        for which in ("first", "second")
    ]
    assert answers == [datetime(2027, 10, 31, 0, 30, tzinfo=UTC), datetime(2027, 10, 31, 1, 30, tzinfo=UTC)]


async def test_days_ahead_keep_the_wall_time_over_a_clock_change() -> None:
    before = datetime(2027, 3, 27, 19, 0, tzinfo=UTC)
    assert await read("in 2 days", now=before) == "2027-03-29 20:00"


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
async def test_no_text_at_all_breaks_it(text: str) -> None:
    try:
        instant = await parse_when(text, now=WEDNESDAY, zone=PARIS, locale=Locale.FR)
    except EtoileError as refused:
        assert refused.key.startswith("when-")
    else:
        assert instant > WEDNESDAY
