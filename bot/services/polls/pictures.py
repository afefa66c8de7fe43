"""Results as pictures: what is drawn, and the same numbers in words for who does not see pictures."""

from __future__ import annotations

from bot.domain.tally import Arc, Tally
from bot.pictures.easel import EASEL, Picture
from bot.services.polls.headlines import headline
from bot.services.polls.values import Result
from bot.text import Words

ALT_LENGTH = 1000
"""So many characters Discord's text for screen readers is cut to here, of 1024."""
NUMBERS = 600
MOST = 5
"""So many answers are drawn; the rest are named. More bars could not be told apart on a phone, more lines nowhere."""


async def draw(result: Result, words: Words, *, public: bool) -> Picture | None:
    """The picture of a result; None when there is nothing to be shown, or too many are being drawn just now.

    Texts for screen readers cannot be covered: in public those of a poll that spoils anything say nothing of the show.
    """
    if result.arc is not None and result.arc.known:
        arc = result.arc
        png, alt = await EASEL.draw(lambda: _arc(result, arc, words)), _arc_alt(result, words)
    elif result.tally is not None and result.tally.voters:
        tally = result.tally
        png, alt = await EASEL.draw(lambda: _bars(result, tally, words)), _bars_alt(result, words)
    else:
        return None
    if png is None:
        return None
    return Picture(png=png, alt=words("poll-alt-covered") if public and result.poll.spoils else alt[:ALT_LENGTH])


def _foot(result: Result, words: Words) -> str:
    parts = [words("poll-ballots", count=result.voters)]
    if result.arc is not None:
        parts = [words("poll-arc-ballots", count=result.voters, episodes=len(result.arc.known))]
    parts.append(words("poll-picture-anonymous" if result.poll.anonymous else "poll-picture-named"))
    if result.poll.most > 1:
        parts.append(words("poll-picture-several"))
    return " · ".join(parts)


def _percent(words: Words, share: float) -> str:
    return words("poll-percent", percent=round(share * 100))


def _bars(result: Result, tally: Tally, words: Words) -> bytes:
    from bot.pictures.bars import Bar, Chart, draw_bars, draw_tug  # Pillow is loaded with the first picture

    answers = result.wording.answers
    bars = [
        Bar(
            label=answer.text,
            share=tally.share(place),
            percent=_percent(words, tally.share(place)),
            votes=words("poll-votes", count=tally.counts[place]),
            side=answer.side,
            leads=place in tally.leaders,
        )
        for place, answer in enumerate(answers)
    ]
    ranked = bars if len(bars) == 2 else sorted(bars, key=lambda bar: -bar.share)
    voted = [bar for bar in ranked if bar.share]
    shown = ranked if len(bars) == 2 else voted[:MOST]
    fewer = ", ".join(f"{bar.label} {bar.percent}" for bar in voted[MOST:])
    none = ", ".join(bar.label for bar in ranked if not bar.share)
    rest = [words("poll-picture-fewer", names=fewer)] if fewer else []
    rest += [words("poll-picture-none", names=none)] if none and len(bars) > 2 else []
    chart = Chart(
        title=result.wording.question,
        headline=headline(result, words),
        bars=tuple(shown),
        rest=" ".join(rest),
        foot=_foot(result, words),
    )
    return draw_tug(chart) if len(bars) == 2 else draw_bars(chart)


def _arc(result: Result, arc: Arc, words: Words) -> bytes:
    from bot.pictures.arc import ArcChart, ArcLine, draw_arc

    lines = [
        ArcLine(
            label=answer.text,
            side=answer.side,
            everybody=tuple(
                (point.episode, point.tally.share(place)) for point in arc.points if point.tally is not None
            ),
            newcomers=tuple(
                (point.episode, point.newcomers.share(place)) for point in arc.points if point.newcomers is not None
            ),
        )
        for place, answer in enumerate(result.wording.answers)
    ]
    best = sorted(range(len(lines)), key=lambda place: -max(share for _, share in lines[place].everybody))[:MOST]
    left_out = ", ".join(line.label for place, line in enumerate(lines) if place not in best)
    chart = ArcChart(
        title=result.wording.question,
        headline=headline(result, words),
        lines=tuple(line for place, line in enumerate(lines) if place in best),
        scale=(_percent(words, 0.5), _percent(words, 1)),
        everybody=words("poll-everybody"),
        newcomers=words("poll-newcomers"),
        rest=words("poll-picture-left-out", names=left_out) if left_out else "",
        foot=_foot(result, words),
    )
    return draw_arc(chart)


def _fitting(numbers: str) -> str:
    return numbers if len(numbers) <= NUMBERS else f"{numbers[:NUMBERS].rsplit(' ', 1)[0]} …"


def _bars_alt(result: Result, words: Words) -> str:
    tally = result.tally or Tally()
    numbers = "; ".join(
        words("poll-pair", name=answer.text, said=_percent(words, tally.share(place)))
        for place, answer in enumerate(result.wording.answers)
    )
    return words(
        "poll-alt-bars", question=result.wording.question, said=headline(result, words), numbers=_fitting(numbers)
    )


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
    return words(
        "poll-alt-arc", question=result.wording.question, said=headline(result, words), numbers=_fitting(numbers)
    )
