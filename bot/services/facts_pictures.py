"""Pictures for answers that are shared: they are looked at by many, so drawing them is worth it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.show import Episode, Status
from bot.pictures.easel import EASEL, Picture
from bot.text import Words

CANCELLED = "cancelled"


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
