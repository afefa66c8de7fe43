"""What people type for a date, and what becomes of it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.locale import Locale
from bot.errors import EtoileError
from bot.when import Asked, parse_when

PARIS = "Europe/Paris"
# A Friday, 18:00 in Paris, noon in New York.
FRIDAY = datetime(2026, 11, 27, 17, 0, tzinfo=UTC)
# The Wednesday before.
WEDNESDAY = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)


def read(text: str, *, now: datetime = WEDNESDAY, zone: str = PARIS, locale: Locale = Locale.EN) -> str:
    """The wall time in `zone` that the text means."""
    instant = parse_when(text, now=now, zone=zone, locale=locale).instant
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
def test_a_phrase_means_this(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("friday", "when-no-time"),
        ("4 décembre", "when-no-time"),
        ("friday evening", "when-no-time"),
        ("december 4 2027", "when-no-time"),
        ("21.12", "when-no-time"),
        ("30 february 21:00", "when-no-such-day"),
        ("29 february 2027 21:00", "when-no-such-day"),
        ("today 9am", "when-past"),
        ("2020-01-01 10:00", "when-past"),
        ("<t:1>", "when-past"),
        ("yesterday", "when-past"),
        ("hier 20h", "when-past"),
        ("last friday 9pm", "when-past"),
        ("2 hours ago", "when-past"),
        ("il y a 3 jours", "when-past"),
        ("friday 20 november 9pm", "when-past"),
        ("2032-02-29 21:00", "when-too-far"),
        ("<t:9999999999999>", "when-too-far"),
        ("in 900 days", "when-too-far"),
        ("tomorrow morning 8pm", "when-part-wrong"),
        ("vendredi matin 21h", "when-part-wrong"),
        ("friday 9pm ET / 5pm PT", "when-times-differ"),
        ("friday 8pm - 10pm", "when-times-differ"),
        ("whenever", "when-not-understood"),
        ("", "when-not-understood"),
        ("...", "when-not-understood"),
        ("friday 27:61", "when-not-understood"),
        ("vendredi 25h", "when-not-understood"),
        ("soon 42", "when-not-understood"),
        ("friday before 9pm", "when-not-understood"),
        ("vendredi après 21h", "when-not-understood"),
        ("not friday 9pm", "when-not-understood"),
        ("-1h", "when-not-understood"),
        ("friday 9pm AT", "when-not-understood"),
        ("friday 9pm in 2 hours", "when-not-understood"),
        ("every friday 9pm", "when-not-understood"),
        ("tous les vendredis 21h", "when-not-understood"),
        ("friday or saturday 9pm", "when-not-understood"),
        ("friday 9pm <t:1796412600>", "when-not-understood"),
        ("10:00-12:00 friday", "when-not-understood"),
        ("x" * 200, "when-not-understood"),
    ],
)
def test_what_means_no_moment_is_refused_with_the_reason(text: str, key: str) -> None:
    with pytest.raises(EtoileError) as refused:
        read(text)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("text", "why", "readings"),
    [
        ("9", "half", ["2026-11-25 21:00", "2026-11-26 09:00"]),
        ("friday 9", "half", ["2026-11-27 09:00", "2026-11-27 21:00"]),
        ("friday at 9:30", "half", ["2026-11-27 09:30", "2026-11-27 21:30"]),
        ("tomorrow at 3:00", "half", ["2026-11-26 03:00", "2026-11-26 15:00"]),
        ("04/05 21:00", "order", ["2027-04-05 21:00", "2027-05-04 21:00"]),
        ("8/12 8pm", "order", ["2026-12-08 20:00", "2027-08-12 20:00"]),
        ("next friday 9am", "day", ["2026-11-27 09:00", "2026-12-04 09:00"]),
        ("vendredi prochain 21h", "day", ["2026-11-27 21:00", "2026-12-04 21:00"]),
        ("this weekend 9pm", "day", ["2026-11-28 21:00", "2026-11-29 21:00"]),
        ("réveillon 20h", "day", ["2026-12-24 20:00", "2026-12-31 20:00"]),
        ("dans huit jours à 21h", "day", ["2026-12-02 21:00", "2026-12-03 21:00"]),
        ("friday midnight", "midnight", ["2026-11-27 00:00", "2026-11-28 00:00"]),
        ("thursday 4 december 21:00", "weekday", ["2026-12-03 21:00", "2026-12-04 21:00"]),
        ("demain vendredi 21h", "weekday", ["2026-11-26 21:00", "2026-11-27 21:00"]),
        ("20h", "span", ["2026-11-25 20:00", "2026-11-26 14:00"]),
        ("friday 20:00 CST", "zone", ["2026-11-27 13:00", "2026-11-28 03:00"]),
        ("friday 20:00 IST", "zone", ["2026-11-27 15:30", "2026-11-27 19:00", "2026-11-27 21:00"]),
        ("4 july 20:00 EST", "zone", ["2027-07-05 02:00", "2027-07-05 03:00"]),
    ],
)
def test_what_can_mean_two_moments_is_asked(text: str, why: str, readings: list[str]) -> None:
    with pytest.raises(Asked) as refused:
        read(text)
    assert refused.value.why == why
    assert [f"{each.instant.astimezone(ZoneInfo(PARIS)):%Y-%m-%d %H:%M}" for each in refused.value.readings] == readings
    again = [parse_when(each.text, now=WEDNESDAY, zone=PARIS, locale=Locale.EN) for each in refused.value.readings]
    assert [each.instant for each in again] == [each.instant for each in refused.value.readings]


def test_a_bare_time_that_has_passed_means_tomorrow_and_says_so() -> None:
    passed = parse_when("17:59", now=WEDNESDAY, zone=PARIS, locale=Locale.EN)
    assert passed.tomorrow
    assert passed.text == "2026-11-26 17:59"
    assert not parse_when("tomorrow 17:59", now=WEDNESDAY, zone=PARIS, locale=Locale.EN).tomorrow
    assert not parse_when("18:01", now=WEDNESDAY, zone=PARIS, locale=Locale.EN).tomorrow


def test_next_friday_on_a_friday_is_a_week_ahead() -> None:
    assert read("next friday 9pm", now=FRIDAY) == "2026-12-04 21:00"
    assert read("vendredi prochain 21h", now=FRIDAY) == "2026-12-04 21:00"


def test_friday_on_a_friday_is_asked_while_both_are_ahead() -> None:
    with pytest.raises(Asked) as asked:
        read("friday 9pm", now=FRIDAY)
    assert [each.text for each in asked.value.readings] == ["2026-11-27 21:00", "2026-12-04 21:00"]
    assert read("this friday 9pm", now=FRIDAY) == "2026-11-27 21:00"
    assert read("friday 10am", now=FRIDAY) == "2026-12-04 10:00"


def test_who_writes_french_counts_to_twenty_four() -> None:
    assert read("vendredi 9:30", locale=Locale.FR) == "2026-11-27 09:30"
    assert read("vendredi 9:30", locale=Locale.EN) == "2026-11-27 09:30"


def test_who_writes_french_puts_the_day_first() -> None:
    assert read("8/12 20h", locale=Locale.FR) == "2026-12-08 20:00"
    assert read("le 8/12 à 20h", locale=Locale.EN) == "2026-12-08 20:00"


def test_a_day_of_the_week_settles_which_number_is_the_month() -> None:
    assert read("tuesday 8/12 8pm") == "2026-12-08 20:00"
    assert read("thursday 8/12 8pm") == "2027-08-12 20:00"


def test_an_hour_that_the_clock_skips_is_asked_with_its_neighbours_and_their_day() -> None:
    with pytest.raises(Asked) as asked:
        read("2027-03-28 02:30")
    assert asked.value.why == "skipped"
    assert [each.text for each in asked.value.readings] == ["2027-03-28 01:30", "2027-03-28 03:30"]


def test_an_hour_that_comes_twice_is_asked_and_each_answer_works() -> None:
    with pytest.raises(Asked) as asked:
        read("2027-10-31 02:30")
    assert asked.value.why == "twice"
    texts = [each.text for each in asked.value.readings]
    answers = [parse_when(text, now=WEDNESDAY, zone=PARIS, locale=Locale.EN).instant for text in texts]
    assert answers == [datetime(2027, 10, 31, 0, 30, tzinfo=UTC), datetime(2027, 10, 31, 1, 30, tzinfo=UTC)]


def test_days_ahead_keep_the_wall_time_over_a_clock_change() -> None:
    before = datetime(2027, 3, 27, 19, 0, tzinfo=UTC)
    assert read("in 2 days", now=before) == "2027-03-29 20:00"


def test_letters_that_the_own_clock_bears_are_the_own_zone() -> None:
    assert read("friday 8pm CST", zone="America/Chicago") == "2026-11-27 20:00"
    assert read("friday 8pm IST", zone="Asia/Kolkata") == "2026-11-27 20:00"
    assert read("friday 8pm EST", zone="America/New_York") == "2026-11-27 20:00"
    with pytest.raises(Asked) as asked:
        read("friday 8pm EST", zone="Australia/Sydney")
    assert [each.zone for each in asked.value.readings] == ["Australia/Sydney", "America/New_York"]


def test_tomorrow_is_asked_where_it_is_another_day_on_the_clock_that_was_named() -> None:
    with pytest.raises(Asked) as asked:
        read("tomorrow 8pm PST", zone="Asia/Tokyo")
    assert [each.text for each in asked.value.readings] == ["2026-11-27 13:00", "2026-11-28 13:00"]


BASE = datetime(2026, 12, 20, 20, 30)


def edited(text: str, base: datetime = BASE) -> str:
    """The wall time in Paris that the text makes of a party that begins there at `base`."""
    return parse_when(text, now=WEDNESDAY, zone=PARIS, locale=Locale.EN, base=base).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("21h", "2026-12-20 21:00"),
        ("8:30pm", "2026-12-20 20:30"),
        ("11pm", "2026-12-20 23:00"),
        ("at nine in the evening", "2026-12-20 21:00"),
        ("noon", "2026-12-20 12:00"),
        ("the 21st", "2026-12-21 20:30"),
        ("le 21", "2026-12-21 20:30"),
        ("22/12", "2026-12-22 20:30"),
        ("25 december", "2026-12-25 20:30"),
        ("christmas", "2026-12-25 20:30"),
        ("tomorrow", "2026-11-26 20:30"),
        ("tomorrow 9pm", "2026-11-26 21:00"),
        ("21 december 9pm", "2026-12-21 21:00"),
        ("in 2 hours", "2026-11-25 20:00"),
        ("3pm EST", "2026-12-20 21:00"),
        ("3pm new york", "2026-12-20 21:00"),
    ],
)
def test_in_an_edit_what_is_not_typed_stays(text: str, expected: str) -> None:
    assert edited(text) == expected


def test_in_an_edit_a_day_of_the_week_is_asked_when_it_can_be_the_coming_or_the_one_beside_the_party() -> None:
    with pytest.raises(Asked) as asked:
        edited("saturday 9pm")
    assert [each.text for each in asked.value.readings] == ["2026-11-28 21:00", "2026-12-19 21:00"]
    assert edited("friday", base=datetime(2026, 11, 26, 20, 30)) == "2026-11-27 20:30"


def test_in_an_edit_an_hour_more_is_asked_from_now_or_from_the_start() -> None:
    with pytest.raises(Asked) as asked:
        edited("+1h")
    assert [each.text for each in asked.value.readings] == ["2026-11-25 19:00", "2026-12-20 21:30"]


def test_an_edit_to_a_time_that_has_passed_is_refused_and_never_moved_to_tomorrow() -> None:
    with pytest.raises(EtoileError) as refused:
        edited("9am", base=datetime(2026, 11, 25, 20, 30))
    assert refused.value.key == "when-past"


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_no_text_at_all_breaks_it(text: str) -> None:
    try:
        instant = parse_when(text, now=WEDNESDAY, zone=PARIS, locale=Locale.FR).instant
    except EtoileError as refused:
        assert refused.key.startswith("when-")
    else:
        assert instant > WEDNESDAY
