"""The text of a recap, and how it is laid out on sheets of a length that is good to read on a phone."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.show import Beat, Recap, Work
from bot.services.recaps import EpisodesBody, Request, StoryBody, Telling, Told, WhoBody
from bot.text import Words

SHEET = 2800
"""How many characters one sheet holds: a whole episode, and room for what stands around it."""


def sheets_of(body: Telling, request: Request, words: Words) -> list[str]:
    """The telling as sheets of about equal length, broken only between paragraphs; in full, each episode begins one."""
    if isinstance(body, EpisodesBody) and request.kind == "season" and request.length == "full":
        return [sheet for told in body.episodes for sheet in _spread(_episode(told, request, words))]
    return _spread(_blocks(body, request, words))


def _spread(blocks: Sequence[str]) -> list[str]:
    """Blocks on as few sheets as hold them, filled evenly."""
    aim = sum(map(len, blocks)) / -(-sum(map(len, blocks)) // SHEET)
    sheets: list[str] = []
    for block in blocks:
        if sheets and len(sheets[-1]) + len(block) / 2 <= aim and len(sheets[-1]) + len(block) < SHEET + SHEET // 4:
            sheets[-1] += f"\n\n{block}"
        else:
            sheets.append(block)
    return sheets


def neutral_head(request: Request, words: Words, *, sheet: int = 0, sheets: int = 1) -> str:
    """What a telling is and what it spoils; fit for everybody, because it names nobody and nothing."""
    head = (
        f"{words(f'recaps-head-{request.kind}', episode=request.last)} · {words('recaps-spoils', episode=request.last)}"
    )
    return head if sheets == 1 else f"{head} · {words('recaps-sheet', sheet=sheet + 1, sheets=sheets)}"


def _blocks(body: Telling, request: Request, words: Words) -> list[str]:
    match body:
        case StoryBody():
            return [*_titled(f"## {words('recaps-previously')}", _paragraphs(body.text)), *_note(body.note, words)]
        case WhoBody():
            actor = "" if body.person.actor is None else f"\n-# {body.person.actor}"
            return _titled(f"## {body.person.character}{actor}", _who(body, words))
        case EpisodesBody() if request.kind == "catchup":
            lines = [f"{_name(told, words)}\n{told.recap.missed}" for told in body.episodes]
            return _titled(f"## {words('recaps-missed')}", lines)
        case EpisodesBody() if request.kind == "season" and request.length == "line":
            lines = [f"{_name(told, words)}\n{told.recap.line}" for told in body.episodes]
            return _titled(f"## {words('recaps-season')}", lines)
        case EpisodesBody():
            episodes = [_episode(told, request, words) for told in body.episodes]
            return episodes[0] if len(episodes) == 1 else ["\n\n".join(blocks) for blocks in episodes]


def _episode(told: Told, request: Request, words: Words) -> list[str]:
    """One episode at the length that was asked for."""
    recap, heading = told.recap, f"## {_name(told, words, bold=False)}"
    if request.length == "line":
        return _titled(heading, [recap.line])
    if request.length == "minute":
        return _titled(heading, _paragraphs(recap.minute))
    if request.length == "beats":
        return _titled(heading, ["\n".join(_beat(beat, words) for beat in recap.beats)])
    return [
        *_titled(heading, _paragraphs(recap.full)),
        *_seen_and_heard(told, words),
        *_note(recap.note, words),
        f"-# {words('recaps-sources', names=_publishers(recap, words))}",
    ]


def _seen_and_heard(told: Told, words: Words) -> list[str]:
    """The dance of the episode, and the works in it."""
    lines = [] if told.recap.dance is None else [f"**{words('recaps-dance')}** {told.recap.dance}"]
    if told.works:
        lines.append(f"**{words('recaps-works')}** {' · '.join(map(_work, told.works))}")
    return ["\n".join(lines)] if lines else []


def _work(work: Work) -> str:
    return f"*{work.title}*{f' ({work.by})' if work.by else ''}"


def _beat(beat: Beat, words: Words) -> str:
    text = beat.text if beat.weight == "minor" else f"**{beat.text}**"
    mark = "★ " if beat.weight == "ending" else ""
    doubt = "" if beat.standing == "stands" else f" *{words('recaps-disputed')} {beat.note or ''}*"
    return f"- {mark}{text}{doubt}"


def _note(note: str | None, words: Words) -> list[str]:
    """What is doubtful about a telling, below it."""
    return [] if note is None else [f"-# {words('recaps-disputed')} {note}"]


def _publishers(recap: Recap, words: Words) -> str:
    """Who the telling was read from, without addresses: a page about an episode spoils by its name alone."""
    names = list(dict.fromkeys(source.publisher for source in recap.sources))
    shown = ", ".join(names[:4])
    return shown if len(names) <= 4 else f"{shown} {words('recaps-more-sources', count=len(names) - 4)}"


def _who(body: WhoBody, words: Words) -> list[str]:
    """Who they are and, episode by episode, what happened to them."""
    parts = () if body.story is None else body.story.parts
    told = [f"**{words('recaps-episode', episode=part.level)}** · {part.text}" for part in parts]
    return [body.person.line, *(told or [words("recaps-nothing-of-them")])]


def _name(told: Told, words: Words, *, bold: bool = True) -> str:
    """ "Episode 5", with its title for who may see it."""
    name = words("recaps-episode", episode=told.recap.episode)
    if told.title is not None:
        name = words("recaps-episode-titled", episode=told.recap.episode, title=told.title)
    return f"**{name}**" if bold else name


def _titled(title: str, blocks: Sequence[str]) -> list[str]:
    """The title stands with what follows it: it never ends a sheet."""
    return [f"{title}\n{blocks[0]}", *blocks[1:]] if blocks else [title]


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n")]
