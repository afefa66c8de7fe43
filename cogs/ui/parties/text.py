"""How parties are put into words: when, where, who. Used by every card, so that all say the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from bot.domain.cities import two_cities
from bot.domain.locale import Locale
from bot.domain.party import NOTE_LENGTH, Party, Person, Rsvp
from bot.domain.series import Rule
from bot.domain.walltime import wall_of
from bot.services.parties.values import PartyView
from bot.text import Words
from cogs.ui.kit.dates import day, stamp
from cogs.ui.kit.escaping import escaped, many_lines

NAMES_SHOWN = 12


def episodes(party: Party, words: Words) -> str:
    """ "Episode 5", or "Episodes 5 and 6": never a title."""
    return episodes_named(party.first_episode, party.last_episode, words)


def episodes_named(first: int, last: int, words: Words) -> str:
    """The same of an evening that is no party yet."""
    if first == last:
        return words("party-episode", episode=first)
    return words("party-episodes", first=first, last=last, together=last - first + 1)


def heading(view: PartyView, words: Words) -> str:
    """What the party is about; with the title where nobody here is spoiled by it."""
    name = episodes(view.party, words)
    return name if view.title is None else words("party-with-title", name=name, title=view.title)


def hour(wall: datetime | time, words: Words) -> str:
    """A time of day: 02:30, 2 h 30."""
    # French writes small hours without a zero: 2 h, not 02 h.
    written = str(wall.hour) if words.locale is Locale.FR else f"{wall:%H}"
    return words("party-hour", hour=written, minute=f"{wall:%M}", sharp=int(wall.minute == 0))


def wall_time(instant: datetime, zone: str, words: Words) -> str:
    """Weekday, day and time on the clock of a zone."""
    wall = wall_of(instant, zone)
    return words(
        "party-wall",
        weekday=words(f"party-weekday-{wall.weekday()}"),
        day=day(words, wall.date()),
        time=hour(wall, words),
    )


def city(zone: str) -> str:
    """The name by which people know a zone: its city."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def cities(instant: datetime, words: Words) -> str:
    """Both cities' clocks at that instant, and a remark in the weeks in which they are not six hours apart."""
    both = two_cities(instant)
    line = words(
        "party-cities",
        new_york=hour(both.new_york, words),
        new_york_day=words(f"party-weekday-{both.new_york.weekday()}"),
        paris=hour(both.paris, words),
        paris_day=words(f"party-weekday-{both.paris.weekday()}"),
        same_day=int(both.new_york.date() == both.paris.date()),
    )
    if both.usual:
        return line
    hours = int(both.apart.total_seconds() // 3600)
    remark = words("party-cities-odd", new_york=hour(both.new_york, words), paris=hour(both.paris, words), hours=hours)
    return f"{line}\n-# {remark}"


def when(party: Party, words: Words) -> str:
    """The start in every reader's own zone, and on both cities' clocks."""
    return f"**{stamp(party.starts_at)}** · {stamp(party.starts_at, 'R')}\n{cities(party.starts_at, words)}"


def where(party: Party, words: Words) -> str:
    """The voice channel, or everybody at home."""
    if party.voice_id is None:
        return words("party-at-home")
    return words("party-in-voice", channel=f"<#{party.voice_id}>")


def hosts(party: Party, words: Words) -> str:
    """Who hosts, and with whom."""
    if not party.cohost_ids:
        return words("party-host", host=host_of(party, words))
    others = ", ".join(f"<@{user_id}>" for user_id in sorted(party.cohost_ids))
    return words("party-hosts", host=host_of(party, words), others=others)


def host_of(party: Party, words: Words) -> str:
    """The host, or that moderators look after the party since its host asked to be forgotten."""
    return f"<@{party.host_id}>" if party.host_id else words("party-host-forgotten")


def note(written: str) -> str:
    """What the host wrote, letter by letter, as a quotation."""
    written = many_lines(written, NOTE_LENGTH)
    return "\n".join(f"> {escaped(line)}" for line in written.splitlines() if line)


def names(people: Sequence[Person], words: Words, *, most: int = NAMES_SHOWN) -> str:
    """The first of these members, and how many more there are. Who comes late is marked."""
    shown = [_name(person, words) for person in people[:most]]
    line = ", ".join(shown)
    more = len(people) - len(shown)
    return words("party-and-more", names=line, count=more) if more else line


def _name(person: Person, words: Words) -> str:
    mention = f"<@{person.user_id}>"
    return words("party-late-name", name=mention) if person.answer is Rsvp.LATE else mention


def rhythm(rule: Rule, words: Words) -> str:
    """The rule of a series: on which days, at what time, in which zone."""
    weekdays = [words(f"party-weekday-{number}") for number in sorted(rule.weekdays)]
    days = (
        weekdays[0]
        if len(weekdays) == 1
        else words("party-list-end", first=", ".join(weekdays[:-1]), last=weekdays[-1])
    )
    at = hour(rule.at, words)
    if rule.every == "day":
        return words("party-daily", time=at, city=city(rule.zone), step=rule.step)
    if rule.every == "month":
        nth = words("party-nth", nth=rule.nth or 0)
        return words("party-monthly", nth=nth, days=days, time=at, city=city(rule.zone), step=rule.step)
    return words("party-weekly", days=days, time=at, city=city(rule.zone), step=rule.step)
