"""Pictures for answers that are shared: they are looked at by many, so drawing them is worth it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.show import Episode, Event, Person, Side, Status
from bot.pictures.easel import EASEL, Picture
from bot.text import Words

CANCELLED = "cancelled"
ALT_LENGTH = 1000
"""So many characters Discord's text for screen readers is cut to here, of 1024."""


async def draw_status(status: Status, words: Words, *, as_of: str, dates: Sequence[str]) -> Picture | None:
    """Where the series stands. `as_of` and `dates` (of its events, in order) are written in the reader's language.

    None when too many pictures are being drawn just now.
    """
    from bot.pictures.season import Standing, Step, draw_standing  # Pillow is loaded with the first picture

    titles = [event.title for event in status.events]
    standing = Standing(
        headline=status.headline,
        below=words("facts-as-of", date=as_of),
        steps=tuple(Step(date=date, what=title) for date, title in zip(dates, titles, strict=True)),
        ended=status.state == CANCELLED,
    )
    png = await EASEL.draw(lambda: draw_standing(standing))
    steps = "; ".join(words("facts-alt-step", date=step.date, what=step.what) for step in standing.steps)
    alt = words("facts-alt-status", headline=standing.headline, steps=steps)
    return Picture(png=png, alt=alt) if png is not None else None


async def draw_episode(episode: Episode, words: Words) -> Picture | None:
    """The card of an episode, with its title for who may see it; its text for screen readers is neutral."""
    from bot.pictures import season

    name, title = words("facts-episode", number=episode.number), episode.title or ""
    png = await EASEL.draw(lambda: season.draw_episode(episode.number, name, title))
    return Picture(png=png, alt=name) if png is not None else None  # neutral: the title stands in the text beside it


async def draw_cast(people: Sequence[Person], words: Words) -> Picture | None:
    """Who is who, New York beside Paris. The text for screen readers names everybody with their house."""
    from bot.pictures.company import Houses, Member, draw_houses

    sides: dict[str, Side] = {"mbt": "new-york", "lbn": "paris"}
    title = words("facts-list-cast")
    actors = {person.id: person.actor or words("facts-actor-unknown") for person in people}
    members = tuple(
        Member(name=person.character, below=actors[person.id], side=sides.get(person.company, "")) for person in people
    )
    houses = Houses(new_york=words("facts-city-new-york"), paris=words("facts-city-paris"), members=members)
    png = await EASEL.draw(lambda: draw_houses(houses))
    named = "; ".join(f"{person.character}, {actors[person.id]}" for person in people)
    return _with_alt(png, words("facts-alt-list", title=title, entries=named))


async def draw_timeline(events: Sequence[Event], words: Words, *, dates: Sequence[str]) -> Picture | None:
    """The way of the series, one sheet of it. `dates` are written in the reader's language."""
    from bot.pictures.company import Stop, draw_way

    title = words("facts-list-timeline")
    stops = tuple(
        Stop(date=date[:1].upper() + date[1:], what=event.title, end=event.kind == "cancellation")
        for event, date in zip(events, dates, strict=True)
    )
    png = await EASEL.draw(lambda: draw_way(stops))
    told = "; ".join(words("facts-alt-step", date=stop.date, what=stop.what) for stop in stops)
    return _with_alt(png, words("facts-alt-list", title=title, entries=told))


def _with_alt(png: bytes | None, alt: str) -> Picture | None:
    return Picture(png=png, alt=alt if len(alt) <= ALT_LENGTH else f"{alt[: ALT_LENGTH - 1]}…") if png else None
