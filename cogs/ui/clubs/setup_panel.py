"""Setting a club up: four steps on one panel, which can be left and taken up again, and the preview."""

from __future__ import annotations

import discord
from discord import ui

from bot.domain.cities import two_cities
from bot.domain.club import Piece
from bot.domain.party import roles_of
from bot.services.clubs.values import ClubDraft
from bot.services.parties.values import Preview
from bot.text import Words
from cogs.ui.clubs.controls import (
    DropButton,
    PiecesSelect,
    PlaceSelect,
    RolesSelect,
    RoomPlaceSelect,
    SeatsButton,
    StepButton,
    TimesButton,
    VoiceSelect,
    WhenButton,
)
from cogs.ui.kit import panel
from cogs.ui.kit.dates import day, stamp
from cogs.ui.kit.panel import Item
from cogs.ui.parties.controls import PostButton
from cogs.ui.parties.preview import CLASHES, clash_line
from cogs.ui.parties.text import cities, episodes_named, rhythm

STEPS = ("when", "where", "what", "who")
PREVIEW = "preview"
ROOM_KINDS = (discord.ChannelType.forum, discord.ChannelType.text)
VOICE_KINDS = (discord.ChannelType.voice, discord.ChannelType.stage_voice)


def setup_panel(draft: ClubDraft, step: str, words: Words) -> ui.LayoutView:
    """One step, with the ways to the others. Raises KeyError for a step that there is not."""
    if step == PREVIEW and draft.preview is not None:
        return _preview(draft, draft.preview, words)
    steps = {"when": _when, "where": _where, "what": _what, "who": _who}
    number = STEPS.index(step) + 1 if step in steps else 1
    title = words("club-setup", number=number, of=len(STEPS), step=words(f"club-step-{STEPS[number - 1]}"))
    items = steps[STEPS[number - 1]](draft, words)
    return panel.stack([panel.box(panel.text(f"### {title}"), *items, panel.rule(), *_ways(draft, number, words))])


def _ways(draft: ClubDraft, number: int, words: Words) -> list[Item]:
    """The other steps; nothing but the first is open until somebody said when."""
    closed = draft.preview is None
    buttons: list[Item] = [
        StepButton.draw(
            f"{at} · {words(f'club-step-{step}')}", disabled=at == number or (closed and at > 1),
            style=discord.ButtonStyle.primary if at == number else discord.ButtonStyle.secondary,
            step=step, club_id=draft.club.id,
        )
        for at, step in enumerate(STEPS, start=1)
    ]  # fmt: skip
    green = discord.ButtonStyle.success
    last: list[Item] = [
        StepButton.draw(words("club-preview"), style=green, disabled=closed, step=PREVIEW, club_id=draft.club.id),
        DropButton.draw(words("party-discard"), club_id=draft.club.id),
    ]
    return [*panel.rows(buttons), *panel.rows(last), panel.text(f"-# {words('club-setup-kept')}")]


def _when(draft: ClubDraft, words: Words) -> list[Item]:
    lines = [words("club-when-about")]
    found = draft.preview
    if found is not None and found.view.rule is not None:
        lines = [
            words("club-when-is", when=stamp(found.view.party.starts_at), rhythm=rhythm(found.view.rule, words)),
            f"-# {cities(found.view.party.starts_at, words)}",
            words("club-when-evenings", count=len(found.evenings)),
        ]
    if draft.searching:
        lines.append(words("club-when-searching"))
    buttons = [
        WhenButton.draw(
            words("club-when-type"),
            style=discord.ButtonStyle.primary if found is None else discord.ButtonStyle.secondary,
            club_id=draft.club.id,
        ),
        TimesButton.draw(words("club-when-find"), disabled=draft.searching, club_id=draft.club.id),
    ]
    return [panel.text("\n".join(lines)), *panel.rows(buttons)]


def _where(draft: ClubDraft, words: Words) -> list[Item]:
    club = draft.club
    voice = None if draft.preview is None else draft.preview.view.party.voice_id
    selects = [
        (
            words("club-where-board"),
            PlaceSelect.draw(club.channel_id, placeholder=words("club-choose-channel"), club_id=club.id),
        ),
        (
            words("club-where-rooms"),
            RoomPlaceSelect.draw(
                club.room_place_id, placeholder=words("club-choose-rooms"), kinds=ROOM_KINDS, club_id=club.id
            ),
        ),
        (
            words("club-where-voice"),
            VoiceSelect.draw(voice, placeholder=words("club-choose-voice"), kinds=VOICE_KINDS, club_id=club.id),
        ),
    ]  # fmt: skip
    items: list[Item] = []
    for text, select in selects:
        items += [panel.text(text), *panel.rows([select])]
    return items


def _what(draft: ClubDraft, words: Words) -> list[Item]:
    options = [
        discord.SelectOption(
            label=words(f"club-piece-{piece.value}"), description=words(f"club-piece-{piece.value}-about")[:100],
            value=piece.value, default=piece in draft.club.pieces,
        )
        for piece in Piece
    ]  # fmt: skip
    select = PiecesSelect.draw(
        options, placeholder=words("club-choose-pieces"), min_values=0, max_values=len(options), club_id=draft.club.id
    )
    return [panel.text(words("club-what-about")), *panel.rows([select])]


def _who(draft: ClubDraft, words: Words) -> list[Item]:
    party = None if draft.preview is None else draft.preview.view.party
    roles = sorted(party.role_ids) if party is not None else []
    seats = party.seats if party is not None else None
    select = RolesSelect.draw(roles, placeholder=words("party-everybody"), max_values=10, club_id=draft.club.id)
    return [
        panel.text(words("club-who-about")),
        *panel.rows([select]),
        panel.text(words("party-seats", seats=seats or 0)),
        *panel.rows([SeatsButton.draw(words("club-who-seats"), club_id=draft.club.id)]),
    ]


def _preview(draft: ClubDraft, found: Preview, words: Words) -> ui.LayoutView:
    """The whole programme, in each reader's own zone and on both cities' clocks."""
    club, party = draft.club, found.view.party
    lines = [f"### {words('club-preview-title', count=len(found.evenings))}"]
    for evening in found.evenings:
        name = episodes_named(evening.first_episode, evening.last_episode, words)
        at = evening.occurrence.instant
        lines.append(f"**{name}** · {stamp(at)}\n-# {cities(at, words).split(chr(10))[0]}")
    instants = [each.occurrence.instant for each in found.evenings]
    odd = [instant for instant in instants if not two_cities(instant).usual]
    lines += [cities(instant, words).split("\n")[1] for instant in odd[:1]]
    rule = found.view.rule
    if rule is not None and rule.skips:
        lines.append(words("party-plan-skips", days=", ".join(day(words, each) for each in sorted(rule.skips))))
    lines += [clash_line(clash, words) for clash in found.clashes[:CLASHES]]
    lines.append(words("club-preview-where", channel=f"<#{party.channel_id}>"))
    if club.room_place_id is not None and Piece.ROOMS in club.pieces:
        lines.append(words("club-preview-rooms", channel=f"<#{club.room_place_id}>"))
    else:
        lines.append(words("club-preview-no-rooms"))
    if party.voice_id is not None:
        lines.append(words("party-in-voice", channel=f"<#{party.voice_id}>"))
    lines.append(words("party-seats", seats=party.seats or 0))
    if party.role_ids:
        lines.append(words("party-only-for", roles=roles_of(party)))
    buttons = [
        PostButton.draw(words("club-post"), style=discord.ButtonStyle.success, party_id=party.id),
        StepButton.draw(words("club-back"), step="when", club_id=club.id),
        DropButton.draw(words("party-discard"), club_id=club.id),
    ]
    return panel.stack([panel.box(panel.text("\n".join(lines)), panel.row(*buttons))])
