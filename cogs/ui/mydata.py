"""What is stored of a member, as pages that only they see; the file; the confirmation of its deletion."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from datetime import date
from typing import Any

import discord
from discord import ui

from bot.client import EtoileBot
from bot.discordpy.codes import UNANSWERED, told
from bot.discordpy.retry import again
from bot.errors import EtoileError
from bot.services.mydata import Deleted, Member, MyData, Vote
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedButton, pressed
from cogs.ui.kit.dates import day, stamp
from cogs.ui.kit.escaping import escaped, one_line
from cogs.ui.kit.reply import answer, asker_of, begin, redraw, words_of
from cogs.ui.mydata_quiz import quiz_lines
from cogs.ui.polls.refresh import drawer_of
from cogs.ui.quiz.refresh import night_drawer_of

_log = logging.getLogger(__name__)

SHEET = 2600
"""Characters of one page: room for the frame within Discord's 4,000."""
QUESTION = 120


class SheetButton(RoutedButton, route="v1:mydata:sheet:{sheet:int}"):
    """Another page."""


@pressed(SheetButton)
async def on_sheet(interaction: Press, button: SheetButton) -> None:
    found = await interaction.client.app.mydata.show(asker_of(interaction))
    await redraw(interaction, shown(found, words_of(interaction), interaction.client, button.number("sheet")))


class TakeButton(RoutedButton, route="v1:mydata:export"):
    """The file."""


@pressed(TakeButton)
async def on_take(interaction: Press, button: TakeButton) -> None:
    await export(interaction)


class AskButton(RoutedButton, route="v1:mydata:ask"):
    """Asks before deleting."""


@pressed(AskButton)
async def on_ask(interaction: Press, button: AskButton) -> None:
    await answer(interaction, confirmation(words_of(interaction)))


class DeleteButton(RoutedButton, route="v1:mydata:delete"):
    """Deletes everything, now."""


@pressed(DeleteButton)
async def on_delete(interaction: Press, button: DeleteButton) -> None:
    bot, words = interaction.client, words_of(interaction)
    if interaction.message is None or not interaction.message.flags.ephemeral:
        raise EtoileError("error-not-allowed")  # the confirmation is private; anything else was forged
    await begin(interaction)
    done = await bot.app.mydata.delete(asker_of(interaction))
    for poll_id in done.polls:
        drawer_of(bot).changed(poll_id)
    for night_id in done.nights:
        night_drawer_of(bot).changed(night_id)
    try:
        await redraw(interaction, deleted(done, words))
    finally:
        for guild_id, role_id in done.roles:
            await _take_role(bot, guild_id, role_id, interaction.user.id)


async def _take_role(bot: EtoileBot, guild_id: int, role_id: int, user_id: int) -> None:
    """Take an attendee role back that nothing on record would take back any more."""
    try:
        await again(lambda: bot.http.remove_role(guild_id, user_id, role_id))
    except UNANSWERED as error:
        _log.warning("a role of server %s could not be taken back: %s", guild_id, told(error))


class KeepButton(RoutedButton, route="v1:mydata:keep"):
    """Changes nothing."""


@pressed(KeepButton)
async def on_keep(interaction: Press, button: KeepButton) -> None:
    await redraw(interaction, panel.stack([panel.box(panel.text(words_of(interaction)("mydata-kept")))]))


CONTROLS = (SheetButton, TakeButton, AskButton, DeleteButton, KeepButton)


async def export(interaction: Press) -> None:
    """Hand everything over as JSON, to the member alone."""
    words = words_of(interaction)
    await begin(interaction, thinking=True)
    document = await interaction.client.app.mydata.export(asker_of(interaction))
    name = "etoile-mydata.json"
    view = panel.stack([panel.box(panel.text(words("mydata-exported")), ui.File(f"attachment://{name}"))])
    await answer(interaction, view, files=[discord.File(io.BytesIO(document), filename=name)])


def confirmation(words: Words) -> ui.LayoutView:
    """What goes, what stays, and the three presses."""
    return panel.stack(
        [
            panel.box(
                panel.text(f"## {words('mydata-delete-title')}"),
                panel.text(words("mydata-delete-what")),
                panel.text(words("mydata-delete-stays")),
                panel.text(words("mydata-delete-known")),
                panel.row(
                    DeleteButton.draw(words("mydata-delete-yes"), style=discord.ButtonStyle.danger),
                    TakeButton.draw(words("mydata-take")),
                    KeepButton.draw(words("mydata-delete-no")),
                ),
            )
        ]
    )


def deleted(done: Deleted, words: Words) -> ui.LayoutView:
    """What became of the deletion."""
    lines = [
        words("mydata-deleted" if done.complete else "mydata-deleted-incomplete"),
        words("mydata-deleted-ballots", count=done.ballots).strip(),
    ]
    return panel.stack([panel.box(panel.text("\n".join(line for line in lines if line)))])


def shown(found: MyData, words: Words, bot: EtoileBot, sheet: int = 0) -> ui.LayoutView:
    """One page of everything, with what it is kept for."""
    essence = panel.text(f"-# {words('mydata-essence')}")
    title = f"## {words('mydata-title')}"
    if found.empty:
        return panel.stack([panel.box(panel.text(f"{title}\n{words('mydata-none')}"), essence)])
    sheets = _sheets(found, words, bot)
    at = min(max(sheet, 0), len(sheets) - 1)
    turning: list[panel.Item] = []
    if len(sheets) > 1:
        title += f"\n-# {words('mydata-sheet', sheet=at + 1, sheets=len(sheets))}"
        turning = [
            SheetButton.draw("◀", disabled=at == 0, sheet=at - 1),
            SheetButton.draw("▶", disabled=at + 1 >= len(sheets), sheet=at + 1),
        ]
    return panel.stack(
        [
            panel.box(
                panel.text(title),
                *panel.paragraphs(sheets[at]),
                panel.rule(),
                essence,
                panel.row(
                    *turning,
                    TakeButton.draw(words("mydata-take")),
                    AskButton.draw(words("mydata-ask")),
                ),
            )
        ]
    )


def _sheets(found: MyData, words: Words, bot: EtoileBot) -> list[str]:
    """Headings and lines, in pages that fit."""
    pages: list[str] = []
    page = ""
    for key, lines in _sections(found, words, bot):
        head = f"**{words(key)}**"
        for number, line in enumerate(lines):
            piece = f"{head}\n{line}" if number == 0 else line
            if page and len(page) + len(piece) > SHEET:
                pages.append(page)
                page, piece = "", piece if number == 0 else f"{head}\n{line}"
            page += ("\n\n" if number == 0 and page else "\n" if page else "") + piece
    return [*pages, page]


def _sections(found: MyData, words: Words, bot: EtoileBot) -> Iterator[tuple[str, list[str]]]:
    """(key of a heading, lines below it) for each kind of record that there is."""
    member = found.member
    if member.progress is not None:
        yield "mydata-progress", _progress(member.progress, words)
    if member.zone is not None:
        told = stamp(member.zone["updated_at"], "D")
        yield "mydata-zone", [words("mydata-zone-line", zone=member.zone["zone"], when=told)]
    if member.reminders is not None:
        yield "mydata-reminders", _reminders(member.reminders, words)
    parts = (
        ("mydata-answers", [_answer(row, words, bot) for row in member.answers]),
        ("mydata-hosted", [_hosted(row, words, bot) for row in member.hosted]),
        ("mydata-series", [_series(row, words, bot) for row in member.series]),
        ("mydata-regular", [_series(row, words, bot) for row in member.regular]),
        ("mydata-edits", [words("mydata-edits-line", count=len(member.edits))] if member.edits else []),
        ("mydata-polls", [_poll(row, found, words, bot) for row in member.polls]),
        ("mydata-notes", [_note(row, words, bot) for row in member.notes]),
        ("mydata-votes", _votes(found, words, bot)),
        ("mydata-drafts", [words("mydata-drafts-line", count=len(member.drafts))] if member.drafts else []),
        ("mydata-imports", [words("mydata-imports-line", count=len(member.imports))] if member.imports else []),
        ("mydata-veils", [_veil(row, words, bot) for row in member.veils]),
        ("mydata-shares", [words("mydata-shares-line", count=len(member.shares))] if member.shares else []),
        ("mydata-flags", [words("mydata-flags-line", count=len(member.flags))] if member.flags else []),
        ("mydata-quiz", quiz_lines(member, words, lambda guild_id: _server(guild_id, words, bot))),
        ("mydata-times", _times(member, words)),
        ("mydata-clubs", _clubs(member, words)),
    )
    yield from ((key, lines) for key, lines in parts if lines)


def _progress(row: Any, words: Words) -> list[str]:
    when = stamp(row["updated_at"], "D")
    if row["episode"] is None:
        lines = [words("mydata-progress-none", when=when)]
    else:
        lines = [words("mydata-progress-line", episode=row["episode"], when=when)]
    if row["previous"] is not None:
        lines.append(f"-# {words('mydata-before', episode=row['previous'])}")
    return lines


def _reminders(row: Any, words: Words) -> list[str]:
    minutes = sorted(int(each) for each in row["minutes"].split())
    times = ", ".join(words("party-before", minutes=each) for each in minutes)
    line = words("mydata-reminders-line", times=times, direct=row["direct"]) if minutes else words("party-no-reminder")
    lines = [line]
    if minutes and row["quiet_from"] is not None and row["quiet_to"] is not None:
        lines.append(
            words("mydata-reminders-quiet", **{"from": _clock(row["quiet_from"]), "to": _clock(row["quiet_to"])})
        )
    if row["locale"] is not None:
        lines.append(words("mydata-reminders-language", language=words(f"setup-language-{row['locale']}")))
    return lines


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _server(guild_id: int, words: Words, bot: EtoileBot) -> str:
    guild = bot.get_guild(guild_id)
    if guild is None:
        return words("mydata-server-unknown", id=str(guild_id))
    return words("mydata-server", name=escaped(one_line(guild.name, 60)))


def _episodes(row: Any, words: Words) -> str:
    first, last = row["first_episode"], row["last_episode"]
    return (
        words("mydata-episodes", first=first)
        if first == last
        else words("mydata-episodes-range", first=first, last=last)
    )


def _answer(row: Any, words: Words, bot: EtoileBot) -> str:
    return (
        "- "
        + words(
            "mydata-answer-line",
            when=stamp(row["starts_at"], "f"),
            server=_server(row["guild_id"], words, bot),
            episodes=_episodes(row, words),
            answer=row["answer"],
            place=row["place"],
        )
        .replace(" ,", ",")
        .rstrip()
    )


def _hosted(row: Any, words: Words, bot: EtoileBot) -> str:
    return "- " + words(
        "mydata-hosted-line",
        when=stamp(row["starts_at"], "f"),
        server=_server(row["guild_id"], words, bot),
        episodes=_episodes(row, words),
        part=row["part"],
    )


def _series(row: Any, words: Words, bot: EtoileBot) -> str:
    first = date.fromisoformat(row["first_day"])
    server = _server(row["guild_id"], words, bot)
    values = {"day": day(words, first), "time": row["at_time"], "zone": row["zone"]}
    return "- " + words("mydata-series-line", server=server, **values)


def _question(text: str | None, words: Words) -> str:
    return words("mydata-question-hidden") if text is None else escaped(one_line(text, QUESTION))


def _poll(row: Any, found: MyData, words: Words, bot: EtoileBot) -> str:
    question = _question(found.written[row["id"]], words)
    return "- " + words("mydata-poll-line", server=_server(row["guild_id"], words, bot), question=question)


def _note(row: Any, words: Words, bot: EtoileBot) -> str:
    written = escaped(one_line(row["text"], QUESTION))
    return "- " + words("mydata-note-line", server=_server(row["guild_id"], words, bot), written=written)


def _votes(found: MyData, words: Words, bot: EtoileBot) -> list[str]:
    if found.votes is None:
        return [words("mydata-votes-lost")]
    return [_vote(vote, words, bot) for vote in found.votes]


def _vote(vote: Vote, words: Words, bot: EtoileBot) -> str:
    if vote.chosen is None:
        chosen = words("mydata-vote-hidden")
    elif vote.episodes:
        chosen = words("mydata-vote-arc", count=len(vote.episodes))
    else:
        chosen = ", ".join(escaped(one_line(label, 60)) for label in vote.chosen)
    if vote.anonymous:
        chosen += f" ({words('mydata-vote-anonymous')})"
    server = _server(vote.guild_id, words, bot)
    return "- " + words("mydata-vote-line", server=server, question=_question(vote.question, words), chosen=chosen)


def _clubs(member: Member, words: Words) -> list[str]:
    """How many clubs they host, and in how many they are nudged and may be named."""
    hosted, nudged, named = len(member.clubs), len(member.club_nudges), len(member.club_named)
    if not hosted and not nudged and not named:
        return []
    return [words("mydata-clubs-line", count=hosted, nudged=nudged, named=named)]


def _times(member: Member, words: Words) -> list[str]:
    """In how many searches for a time they ticked, and how many they held."""
    ticked, asked = len(member.times_ticked), len(member.times_asked)
    return [words("mydata-times-line", ticked=ticked, asked=asked)] if ticked or asked else []


def _veil(row: Any, words: Words, bot: EtoileBot) -> str:
    when, server = stamp(row["created_at"], "d"), _server(row["guild_id"], words, bot)
    return "- " + words("mydata-veil-line", when=when, server=server, part=row["part"])
