"""Times of day: "9pm", "20 h 30", "830pm", "2100", "half past eight", "neuf heures moins le quart"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from bot.domain.phrases.elements import Clock
from bot.domain.phrases.line import Line, separated

_HALVES: dict[str, Literal["am", "pm"]] = {"am": "am", "pm": "pm", "a": "am", "p": "pm"}
_HOURS = {"h", "heure", "heures", "hrs", "hr", "hours", "hour"}
_FRENCH_HOURS = {"h", "heure", "heures"}
_QUARTERS = {"quarter": 15, "half": 30, "quart": 15, "demie": 30, "demi": 30}

Found = tuple[int, Clock]


def clocks(line: Line, at: int) -> Iterator[Found]:
    """Every time of day that can begin at this token, and where it ends."""
    yield from _with_digits(line, at)
    yield from _packed(line, at)
    yield from _spaced(line, at)
    yield from _with_h(line, at)
    yield from _in_words(line, at)
    yield from _around_the_hour(line, at)
    yield from _bare(line, at)
    yield from _noon(line, at)


def _half(line: Line, at: int, clock: Clock) -> Iterator[Found]:
    """The clock, with am or pm when it stands there."""
    word = line.word(at)
    if word in _HALVES and (len(word) == 2 or line.glued(at)):
        if 1 <= clock.hour <= 12:
            late = _HALVES[word] == "pm"
            hour = clock.hour % 12 + (12 if late else 0)
            yield at + 1, replace(clock, hour=hour, half=_HALVES[word], open=False, loose=False, style="other")
        elif clock.hour > 12 and _HALVES[word] == "pm":
            yield at + 1, replace(clock, half="pm", open=False, style="other")
        return
    yield at, clock


def _numbered(line: Line, at: int, hour: int, minute: int, *, sure: bool = False) -> Clock:
    """The clock of two numbers, the first of which is the token at this place."""
    by_zero = line.word(at).startswith("0")
    open_ = 1 <= hour < 12 and not by_zero and not sure
    return Clock(hour=hour, minute=minute, open=open_ and not line.french, loose=open_ and line.french)


def _with_digits(line: Line, at: int) -> Iterator[Found]:
    """ "20:30", "8.30 pm", "20:30:00", "21:00 hrs"."""
    if not line.is_number(at):
        return
    for mark in ":.":
        if not (separated(line, at + 1, mark) and line.is_number(at + 2, 2, 2)):
            continue
        hour, minute, second, end = int(line.word(at)), int(line.word(at + 2)), 0, at + 3
        if mark == "." and separated(line, end, "."):
            return  # a date
        if separated(line, end, ":") and line.is_number(end + 1, 2, 2):
            second, end = int(line.word(end + 1)), end + 2
            if separated(line, end, ".") and not line.word(end + 1).strip("0"):
                end += 2
        if hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second)):
            return
        clock = replace(_numbered(line, at, hour, minute), second=second, style="dotted" if mark == "." else "other")
        if line.word(end) in _HOURS:
            yield end + 1, replace(clock, open=False, style="other")
        yield from _half(line, end, clock)


def _spaced(line: Line, at: int) -> Iterator[Found]:
    """ "9 30pm": only am or pm makes a time of two numbers apart."""
    if line.is_number(at) and line.is_number(at + 1, 2, 2) and not line.glued(at + 1):
        hour, minute = int(line.word(at)), int(line.word(at + 1))
        if 1 <= hour <= 12 and minute < 60:
            found = _half(line, at + 2, Clock(hour=hour, minute=minute, open=True))
            yield from ((end, clock) for end, clock in found if clock.half is not None)


def _packed(line: Line, at: int) -> Iterator[Found]:
    """ "830pm", "2100", "2100h", "tonight 830"; "20261204T203000"."""
    if line.is_number(at, 6, 6) and line.says(at - 1, "t") and line.glued(at):
        hour, minute, second = (int(line.word(at)[place : place + 2]) for place in (0, 2, 4))
        if hour < 24 and minute < 60 and second < 60:
            yield at + 1, Clock(hour=hour, minute=minute, second=second)
    if not line.is_number(at, 3, 4):
        return
    number, end = int(line.word(at)), at + 1
    hour, minute = divmod(number, 100)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return
    clock = _numbered(line, at, hour, minute)
    if line.word(end) in _HOURS:
        yield end + 1, replace(clock, open=False, loose=False)
        return
    if len(line.word(at)) == 4 and number > 1900:
        clock = replace(clock, style="year")
    # Who writes 830 leaves out the colon, in French too: nobody counts to 24 that way.
    clock = replace(clock, open=clock.open or clock.loose, loose=False)
    yield from _half(line, end, clock)


def _with_h(line: Line, at: int) -> Iterator[Found]:
    """ "21h", "21 h 30", "21 heures trente", "neuf heures et demie", "9h pm"."""
    found = line.count(at)
    if found is None or found[0] > 24:
        return
    if line.word(found[1]) not in _FRENCH_HOURS:
        if found[0] > 12 and line.word(found[1]) in _HOURS:  # "21 hrs"
            yield found[1] + 1, Clock(hour=found[0], style="h")
        return
    hour, end = found[0], found[1] + 1
    loose = 1 <= hour <= 12 and not line.word(at).startswith("0")
    for end_minutes, minute in _minutes(line, end):
        total = hour * 60 + minute
        if not 0 <= total <= 24 * 60:
            continue
        clock = Clock(hour=total // 60, minute=total % 60, loose=loose, style="h")
        if minute and hour > 12 and line.word(end_minutes) in {"min", "mn", "minutes"}:
            yield end_minutes + 1, clock
        yield from _half(line, end_minutes, clock)


def _minutes(line: Line, at: int) -> Iterator[tuple[int, int]]:
    """What may follow "21 heures", in minutes: "30", "et quart", "moins dix". Nothing may follow as well."""
    if line.is_number(at, 2, 2) and int(line.word(at)) < 60 and not separated(line, at + 1, ":"):
        yield at + 1, int(line.word(at))
        if line.glued(at):
            return
    elif line.kind(at) == "word" and (spoken := line.count(at)) is not None and 1 < spoken[0] < 60:
        yield spoken[1], spoken[0]
        return
    if line.says(at, "et", "quart"):
        yield at + 2, 15
    elif line.says(at, "et") and line.word(at + 1) in {"demi", "demie"}:
        yield at + 2, 30
    elif line.says(at, "moins", "le", "quart"):
        yield at + 3, -15
    elif line.says(at, "moins", "quart"):
        yield at + 2, -15
    elif line.says(at, "moins") and (less := line.count(at + 1)) is not None and less[0] < 60:
        yield less[1], -less[0]
    elif not (line.glued(at) and line.kind(at) == "number"):
        yield at, 0


def _in_words(line: Line, at: int) -> Iterator[Found]:
    """ "nine pm", "eight thirty", "9 oclock", "at nine"."""
    found = line.count(at)
    if found is None or not 0 < found[0] <= 24 or (line.kind(at) == "number" and not line.is_number(at)):
        return
    hour, end = found
    clock = Clock(hour=hour, open=hour <= 12)
    if line.says(end, "oclock"):
        yield from _half(line, end + 1, clock)
        return
    if line.kind(at) == "number":
        yield from ((stop, each) for stop, each in _half(line, end, clock) if each.half is not None)
        return
    if line.kind(end) == "word" and (minutes := line.count(end)) is not None and 9 < minutes[0] < 60:
        yield from _half(line, minutes[1], replace(clock, minute=minutes[0]))
    for stop, each in _half(line, end, clock):
        if each.half is not None or line.word(at - 1) in {"at", "a", "@"}:
            yield stop, each


def _around_the_hour(line: Line, at: int) -> Iterator[Found]:
    """ "half past eight", "quarter to nine", "20 past 8", "ten to nine"."""
    if line.says(at, "half") and (named := line.count(at + 1)) is not None and 1 <= named[0] <= 12:
        yield from _half(line, named[1], Clock(hour=named[0], minute=30, open=True))  # "half eight"
        return
    start = at + 1 if line.says(at, "a", "quarter") else at
    word = line.word(start)
    if word in {"quarter", "half"}:
        minutes, end = _QUARTERS[word], start + 1
    elif (spoken := line.count(at)) is not None and 0 < spoken[0] < 60:
        minutes, end = spoken
        if line.word(end) in {"min", "mins", "minutes"}:
            end += 1
        elif line.kind(at) == "number" and line.word(end) not in {"past"}:
            return  # "8 to 10" are two times
    else:
        return
    if line.word(end) in {"past", "after"}:
        sign = 1
    elif line.word(end) in {"to", "before", "til", "till"} and word != "half":
        sign = -1
    else:
        return
    named = line.count(end + 1)
    if named is not None and 1 <= named[0] <= 12 and (line.kind(end + 1) == "word" or line.is_number(end + 1)):
        total = (named[0] * 60 + sign * minutes) % (12 * 60)
        stop = named[1] + 1 if line.says(named[1], "oclock") else named[1]
        yield from _half(line, stop, Clock(hour=total // 60 or 12, minute=total % 60, open=True))


def _bare(line: Line, at: int) -> Iterator[Found]:
    """A number and nothing more: "tomorrow 18", "at 9"."""
    if line.word(at - 1) in {"le", "the"}:
        return  # a day of the month
    apart = not line.glued(at + 1) or line.says(at + 1, "ish") or line.says(at + 1, "-", "ish")
    if line.is_number(at) and int(line.word(at)) <= 24 and apart:
        hour = int(line.word(at))
        yield at + 1, Clock(hour=hour, open=1 <= hour <= 12 and not line.word(at).startswith("0"), style="bare")


def _noon(line: Line, at: int) -> Iterator[Found]:
    """ "midi et demi", "12:00 noon", "minuit trente"; the words alone are in the vocabulary."""
    if line.word(at) in {"midi", "minuit"}:
        base = 12 if line.says(at, "midi") else 0
        for end, minute in _minutes(line, at + 1):
            total = base * 60 + minute
            if minute > 0:
                yield end, Clock(hour=total // 60, minute=total % 60, midnight=base == 0)
            elif minute < 0:
                yield end, Clock(hour=(total // 60) % 24, minute=total % 60)
    if line.says(at, "12", ":", "00") or line.says(at, "12", "h") or line.says(at, "12", "pm"):
        end = at + (3 if line.says(at + 1, ":") else 2)
        if line.word(end) in {"noon", "midi", "midday"}:
            yield end + 1, Clock(hour=12)
    if line.says(at, "12", ":", "00", "midnight") or line.says(at, "12", "am", "midnight"):
        yield at + (4 if line.says(at + 1, ":") else 3), Clock(hour=0, midnight=True)
