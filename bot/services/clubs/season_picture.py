"""The season of a club as a picture: its evenings, and how the arc went as far as its place may know."""

from __future__ import annotations

from bot.pictures.easel import EASEL, Picture
from bot.services.clubs.values import ClubView
from bot.services.polls.pictures import draw as draw_result
from bot.services.polls.values import Result
from bot.text import Words

SHOWN = 8
"""Evenings: a season has no more."""


async def draw_season(
    view: ClubView,
    words: Words,
    *,
    arc: Result | None = None,
    mine: frozenset[int] | None = None,
) -> Picture | None:
    """A column for each evening; `mine`: the evenings of one member, to whom alone it is shown. None when too many are
    being drawn just now. Its text for screen readers says nothing of the show."""
    from bot.pictures.club import Column, SeasonChart, draw_season  # Pillow is loaded with the first picture

    below = None if arc is None else await draw_result(arc, words, public=True)
    past = view.past[-SHOWN:]
    columns = tuple(
        Column(
            numbers=_numbers(one.first_episode, one.last_episode),
            came=one.coming,
            mine=mine is not None and one.party_id in mine,
        )
        for one in past
    )
    if mine is None:
        headline, foot = words("club-season-evenings", count=len(view.past)), words("club-season-foot")
    else:
        came = len(mine)
        headline, foot = words("club-my-evenings", came=came, count=len(view.past)), words("club-my-foot")
    chart = SeasonChart(title=words("club-season-title"), headline=headline, columns=columns, foot=foot)
    png = await EASEL.draw(lambda: draw_season(chart, None if below is None else below.png))
    counts = "; ".join(words("club-season-alt-evening", numbers=one.numbers, count=one.came) for one in columns)
    alt = f"{headline} {counts}"[:1000]
    return None if png is None else Picture(png=png, alt=alt)


def _numbers(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
