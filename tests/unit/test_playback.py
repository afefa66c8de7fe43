"""The party clock: positions are right at any instant, also after a restart, an undo and an intermission."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import playback as clocks
from bot.domain.playback import Phase, Playback, cue, position_of, spelled

START = datetime(2026, 12, 4, 20, 0, tzinfo=UTC)


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


@pytest.fixture
def playing() -> Playback:
    """Plays from 00:00 at START + 15 s."""
    return clocks.resumed(clocks.ready_check(episode=5, now=START), START)


def test_from_ready_check_over_the_countdown_to_playing(playing: Playback) -> None:
    assert clocks.ready_check(episode=5, now=START).phase(START) is Phase.READY
    assert playing.phase(after(14)) is Phase.COUNTDOWN
    assert playing.at(after(14)) == timedelta()
    assert playing.phase(after(15)) is Phase.PLAYING
    assert playing.at(after(15 + 1062)) == timedelta(minutes=17, seconds=42)


def test_pause_resume_and_back(playing: Playback) -> None:
    paused = clocks.paused(playing, after(75))
    assert paused.phase(after(500)) is Phase.PAUSED
    assert paused.at(after(500)) == timedelta(seconds=60)
    on = clocks.resumed(paused, after(500))
    assert on.at(after(500 + 15 + 10)) == timedelta(seconds=70)
    assert clocks.back(on, after(500 + 15 + 10)).at(after(500 + 15 + 12)) == timedelta(seconds=62)
    assert clocks.back(on, after(516)).at(after(516)) == timedelta(seconds=51)


def test_a_jump_leaves_time_to_find_the_place(playing: Playback) -> None:
    jumped = clocks.jumped(playing, after(100), timedelta(minutes=20))
    assert jumped.phase(after(100)) is Phase.COUNTDOWN
    assert jumped.at(after(115)) == timedelta(minutes=20)
    assert jumped.at(after(125)) == timedelta(minutes=20, seconds=10)
    resting = clocks.jumped(clocks.paused(playing, after(100)), after(110), timedelta(minutes=3))
    assert (resting.phase(after(900)), resting.at(after(900))) == (Phase.PAUSED, timedelta(minutes=3))


def test_undo_is_as_if_the_press_had_not_happened(playing: Playback) -> None:
    jumped = clocks.jumped(playing, after(100), timedelta(minutes=20))
    undone = clocks.undone(jumped)
    assert undone.at(after(115)) == playing.at(after(115))
    assert clocks.undone(undone) == undone


def test_an_intermission_ends_by_itself(playing: Playback) -> None:
    pause = clocks.intermission(playing, after(615), 5)
    assert pause.phase(after(700)) is Phase.BREAK
    assert pause.at(after(700)) == timedelta(minutes=10)
    assert pause.phase(after(616 + 300)) is Phase.PLAYING
    assert pause.at(after(615 + 300 + 7)) == timedelta(minutes=10, seconds=7)
    early = clocks.resumed(pause, after(700))
    assert early.at(after(716)) == timedelta(minutes=10, seconds=1)


def test_the_next_episode_waits_at_its_beginning(playing: Playback) -> None:
    following = clocks.next_episode(playing, after(4000), last=6)
    assert (following.episode, following.phase(after(5000)), following.at(after(5000))) == (
        6,
        Phase.WAITING,
        timedelta(),
    )
    assert clocks.next_episode(following, after(5000), last=6) == following


def test_an_episode_that_was_not_begun_was_not_watched(playing: Playback) -> None:
    assert clocks.ended(playing, after(3000)).watched(5) == 5
    following = clocks.next_episode(playing, after(3000), last=6)
    assert clocks.ended(following, after(3100)).watched(5) == 5
    begun = clocks.resumed(following, after(3100))
    assert clocks.ended(begun, after(3110)).watched(5) == 5  # in its countdown
    assert clocks.ended(begun, after(3700)).watched(5) == 6


def test_an_undone_start_is_the_ready_check_again(playing: Playback) -> None:
    assert clocks.undone(playing) == replace(clocks.ready_check(episode=5, now=START), presses=2)


def test_a_known_length_ends_it(playing: Playback) -> None:
    length = timedelta(minutes=52)
    assert playing.ends_at(length) == after(15) + length
    assert playing.phase(after(15) + length, length=length) is Phase.ENDED
    assert playing.at(after(99999), length=length) == length


def test_the_late_joiners_cue() -> None:
    playing = Playback(stored=clocks.Stored.RUNNING, episode=5, position=timedelta(), since=START)
    told = cue(playing, after(17 * 60 + 42))
    assert (spelled(told.now), spelled(told.press_at), told.seconds) == ("00:17:42", "00:18:00", 18)
    close = cue(playing, after(17 * 60 + 55))
    assert (spelled(close.press_at), close.seconds) == ("00:18:15", 20)


def test_nothing_moves_a_party_that_is_over(playing: Playback) -> None:
    over = clocks.ended(playing, after(100))
    for press in (
        clocks.paused(over, after(200)),
        clocks.resumed(over, after(200)),
        clocks.jumped(over, after(200), timedelta(1)),
        clocks.intermission(over, after(200), 5),
        clocks.next_episode(over, after(200), last=8),
        clocks.undone(over),
    ):
        assert press == over


@pytest.mark.parametrize(
    ("typed", "spelling"),
    [("17:42", "00:17:42"), ("1:02:03", "01:02:03"), ("17", "00:17:00"), ("0:00", "00:00:00"), (" 12.30 ", "00:12:30")],
)
def test_positions_as_people_type_them(typed: str, spelling: str) -> None:
    position = position_of(typed)
    assert position is not None
    assert spelled(position) == spelling


@pytest.mark.parametrize("typed", ["", "abc", "-1:00", "1:75", "99:99:99", "1:2:3:4", "9999"])
def test_what_is_no_position(typed: str) -> None:
    assert position_of(typed) is None


steps = st.lists(
    st.tuples(st.sampled_from(["pause", "resume", "back", "jump", "break", "undo"]), st.integers(0, 400)), max_size=30
)


@given(steps)
def test_the_position_never_leaps_between_presses(taken: list[tuple[str, int]]) -> None:
    now = START
    clock = clocks.resumed(clocks.ready_check(episode=1, now=now), now)
    for what, seconds in taken:
        earlier = clock.at(now)
        now += timedelta(seconds=seconds)
        assert timedelta() <= clock.at(now) - earlier <= timedelta(seconds=seconds)
        if what == "jump":
            clock = clocks.jumped(clock, now, timedelta(seconds=seconds))
        elif what == "break":
            clock = clocks.intermission(clock, now, 5)
        elif what == "undo":
            clock = clocks.undone(clock)
        else:
            press = {"pause": clocks.paused, "resume": clocks.resumed, "back": clocks.back}[what]
            clock = press(clock, now)
        assert clock.at(now) >= timedelta()
