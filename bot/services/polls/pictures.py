"""Results as pictures: what is drawn, and the same numbers in words for who does not see pictures."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.domain.tally import ArcPoint, Tally
from bot.services.polls.values import Result
from bot.text import Words

ALT_LENGTH = 1000
LINES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A PNG. `alt` says its numbers, or nothing of the show where everybody can read it."""

    png: bytes
    alt: str


async def draw(result: Result, words: Words, *, public: bool) -> Picture | None:
    """The picture of a result; None when there is nothing to be shown. Drawn in a thread.

    Texts for screen readers cannot be covered: in public those of a poll that spoils anything say nothing of the show.
    """
    if result.arc is not None and result.arc.known:
        png = await asyncio.to_thread(_arc, result, words)
        alt = _arc_alt(result, words)
    elif result.tally is not None and result.tally.voters:
        png = await asyncio.to_thread(_bars, result, words)
        alt = _bars_alt(result, words)
    else:
        return None
    return Picture(png=png, alt=words("poll-alt-covered") if public and result.poll.spoils else alt[:ALT_LENGTH])


def _foot(result: Result, words: Words) -> str:
    kind = words("poll-picture-anonymous" if result.poll.anonymous else "poll-picture-named")
    count = words("poll-ballots", count=result.voters)
    if result.arc is not None:
        count = words("poll-arc-ballots", count=result.voters, episodes=len(result.arc.known))
    return f"{count} · {kind}"


def _percent(words: Words, share: float) -> str:
    return words("poll-percent", percent=round(share * 100))


def _bars(result: Result, words: Words) -> bytes:
    from bot.pictures.bars import Bar, draw_bars  # matplotlib is loaded with the first picture, in the thread

    tally = result.tally or Tally()
    bars = tuple(
        Bar(
            label=answer.text,
            share=tally.share(place),
            percent=_percent(words, tally.share(place)),
            votes=words("poll-votes", count=tally.counts[place]),
            side=answer.side,
            leads=place in tally.leaders,
        )
        for place, answer in enumerate(result.wording.answers)
    )
    return draw_bars(title=result.wording.question, foot=_foot(result, words), bars=bars)


def _arc(result: Result, words: Words) -> bytes:
    from bot.pictures.arc import ArcLine, ArcWords, Points, draw_arc

    points = result.arc.points if result.arc else ()

    def line(place: int, tallies: list[tuple[ArcPoint, Tally | None]]) -> Points:
        return tuple((point.episode, tally.share(place)) for point, tally in tallies if tally is not None)

    lines = tuple(
        ArcLine(
            label=answer.text,
            side=answer.side,
            everybody=line(place, [(point, point.tally) for point in points]),
            newcomers=line(place, [(point, point.newcomers) for point in points]),
            returning=line(place, [(point, point.returning) for point in points]),
        )
        for place, answer in enumerate(result.wording.answers)
    )
    labels = ArcWords(
        title=result.wording.question,
        foot=_foot(result, words),
        episode=words("poll-picture-episode"),
        everybody=words("poll-everybody"),
        newcomers=words("poll-newcomers"),
        returning=words("poll-returning"),
        percents=(_percent(words, 0), _percent(words, 0.5), _percent(words, 1)),
    )
    ranked = sorted(
        range(len(lines)), key=lambda place: -max((share for _, share in lines[place].everybody), default=0)
    )
    shown = set(ranked[:LINES])  # more lines than these are a tangle: those that ever stood highest
    return draw_arc(labels, tuple(line for place, line in enumerate(lines) if place in shown))


def _bars_alt(result: Result, words: Words) -> str:
    tally = result.tally or Tally()
    numbers = "; ".join(
        words("poll-pair", name=answer.text, said=_percent(words, tally.share(place)))
        for place, answer in enumerate(result.wording.answers)
    )
    return words("poll-alt-bars", question=result.wording.question, numbers=numbers)


def _arc_alt(result: Result, words: Words) -> str:
    numbers = "; ".join(
        words(
            "poll-pair",
            name=words("poll-episode", episode=point.episode),
            said=", ".join(
                f"{answer.text} {_percent(words, point.tally.share(place))}"
                for place, answer in enumerate(result.wording.answers)
            ),
        )
        for point in (result.arc.known if result.arc else ())
        if point.tally is not None
    )
    return words("poll-alt-arc", question=result.wording.question, numbers=numbers)
