"""The podium as a picture. Its names and points stand in the message as well, for who does not see pictures: a text for
screen readers cannot be covered, and what a member is called may say anything."""

from __future__ import annotations

from collections.abc import Sequence

from bot.pictures.easel import EASEL, Picture
from bot.services.quiz.night_values import NightEnd
from bot.text import Words


async def draw_podium(end: NightEnd, names: Sequence[str], words: Words) -> Picture | None:
    """The best players with their points, by these names; None when too many pictures are being drawn just now."""
    png = await EASEL.draw(lambda: _podium(end, names, words))
    if png is None:
        return None
    return Picture(png=png, alt=words("quiz-podium-alt"))


def _podium(end: NightEnd, names: Sequence[str], words: Words) -> bytes:
    from bot.pictures.bars import Bar, Chart, draw_bars  # Pillow is loaded with the first picture

    best = list(zip(names, end.players, strict=False))
    most = max((player.points for _, player in best), default=0)
    bars = [
        Bar(
            label=name,
            share=player.points / most if most else 0.0,
            percent=str(player.points),
            votes="",
            side=player.city.value if player.city is not None else "",
            leads=place == 0,
        )
        for place, (name, player) in enumerate(best)
    ]
    foot = words("quiz-podium-foot", players=len(end.players), questions=end.night.number)
    return draw_bars(
        Chart(title=words("quiz-end-title"), headline=words("quiz-podium"), bars=tuple(bars), rest="", foot=foot)
    )
