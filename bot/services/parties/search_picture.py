"""The overlap of a search for a time as a picture, on the host's clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from bot.domain.walltime import wall_of
from bot.pictures.easel import EASEL, Picture
from bot.services.parties.searches import SearchView


async def draw_overlap(
    view: SearchView,
    now: datetime,
    *,
    title: str,
    headline: str,
    foot: str,
    alt: str,
    day: Callable[[date], str],
    hour: Callable[[time], str],
) -> Picture | None:
    """A heat map of days and hours; None when they are too many for one, or too many pictures are being drawn."""
    from bot.pictures.heat import MOST_HOURS, Cell, HeatMap, draw_heat  # Pillow is loaded with the first picture

    walls = {slot.at: wall_of(slot.at, view.search.zone) for slot in view.slots}
    days = sorted({wall.date() for wall in walls.values()})
    hours = sorted({wall.time() for wall in walls.values()})
    if len(hours) > MOST_HOURS:
        return None
    best = view.best(now)
    cells = tuple(
        Cell(
            row=days.index(walls[slot.at].date()),
            column=hours.index(walls[slot.at].time()),
            count=slot.count,
            best=best is not None and slot.at == best.at,
        )
        for slot in view.slots
    )
    chart = HeatMap(
        title=title,
        headline=headline,
        days=tuple(map(day, days)),
        hours=tuple(map(hour, hours)),
        cells=cells,
        most=max((slot.count for slot in view.slots), default=0),
        foot=foot,
    )
    png = await EASEL.draw(lambda: draw_heat(chart))
    return None if png is None else Picture(png=png, alt=alt)
