"""What presses do that plan, change and call off parties."""

from __future__ import annotations

import logging
from datetime import datetime

from bot.discordpy.codes import UNANSWERED, told
from bot.domain.instants import from_ms
from bot.domain.party import Party, State
from bot.errors import EtoileError
from bot.services.parties.values import Edit
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.links import jump
from cogs.ui.kit.moderator_log import log_line, server_words
from cogs.ui.kit.reply import answer, ask, asker_of, begin, must_write, redraw, say, words_of
from cogs.ui.kit.routes import Press, pressed
from cogs.ui.parties.controls import (
    ApplyEditButton,
    CancelButton,
    DiscardButton,
    DraftStartButton,
    DropEditButton,
    EditButton,
    EditStartButton,
    KeepButton,
    ManageButton,
    MirrorButton,
    PostButton,
    ReviveButton,
    SkipButton,
    ZoneSelect,
)
from cogs.ui.parties.edit_preview import changes
from cogs.ui.parties.forms import CityForm, EditForm, propose_edit, proposed
from cogs.ui.parties.manage_panel import ALL, ask_cancel, called_off, line, manage
from cogs.ui.parties.preview import ANOTHER, preview
from cogs.ui.parties.refresh import draw_card
from cogs.ui.parties.text import episodes, host_of

log = logging.getLogger(__name__)


@pressed(PostButton)
async def post_party(interaction: Press, control: PostButton) -> None:
    must_write(interaction)
    app, words = interaction.client.app, words_of(interaction)
    await begin(interaction)
    view = await app.parties.post(asker_of(interaction), control.number("party_id"))
    otherwise = "party-cannot-post"
    try:
        await draw_card(interaction.client, view.party.id, app.clock.now())
    except UNANSWERED as error:  # its job posts it as soon as Discord takes it
        log.warning("the card of party %d has to wait: %s", view.party.id, told(error))
        otherwise = "party-posted-later"
    party = (await app.parties.view(view.party.id)).party
    link = panel.link(words("party-to-card"), jump(party.guild_id, party.channel_id, party.message_id))
    line = words("party-posted" if party.message_id else otherwise, channel=f"<#{party.channel_id}>")
    await redraw(interaction, panel.stack([panel.box(panel.text(line), panel.row(link if party.message_id else None))]))


@pressed(DiscardButton)
async def discard_draft(interaction: Press, control: DiscardButton) -> None:
    await interaction.client.app.parties.discard(asker_of(interaction), control.number("party_id"))
    line = words_of(interaction)("party-discarded")
    await redraw(interaction, panel.stack([panel.box(panel.text(line))]))


@pressed(ZoneSelect)
async def choose_zone(interaction: Press, control: ZoneSelect) -> None:
    app, asker = interaction.client.app, asker_of(interaction)
    if control.values[0] == ANOTHER:
        await ask(interaction, CityForm(control.number("party_id"), words_of(interaction)))
        return
    zone = await app.zones.tell(asker.user_id, control.values[0])
    await app.party_changes.amend_draft(asker, control.number("party_id"), Edit(), zone=zone)
    found = await app.parties.preview(asker, control.number("party_id"))
    await redraw(interaction, preview(found, words_of(interaction), app.clock.now()))


@pressed(ManageButton)
async def open_management(interaction: Press, control: ManageButton) -> None:
    view = await interaction.client.app.parties.guard(asker_of(interaction), control.number("party_id"))
    await answer(interaction, manage(view, words_of(interaction)))


@pressed(EditButton)
async def open_edit_form(interaction: Press, control: EditButton) -> None:
    app = interaction.client.app
    view = await app.parties.here(asker_of(interaction), control.number("party_id"))
    if view.party.state is not State.DRAFT:
        await app.parties.guard(asker_of(interaction), view.party.id)
    await ask(interaction, EditForm(view, words_of(interaction)))


@pressed(CancelButton)
async def cancel(interaction: Press, control: CancelButton) -> None:
    app, words, party_id = interaction.client.app, words_of(interaction), control.number("party_id")
    scope = control.word("scope")
    if scope == "ask":
        view = await app.parties.guard(asker_of(interaction), party_id)
        await answer(interaction, ask_cancel(view, words))
        return
    party = await app.party_changes.cancel(asker_of(interaction), party_id, following=scope == ALL)
    sentence = words("party-cancelled-all" if scope == ALL else "party-cancelled-one")
    await _log(interaction, party, "party-log-cancelled-all" if scope == ALL else "party-log-cancelled")
    await redraw(interaction, line(sentence) if scope == ALL else called_off(party, sentence, words))


@pressed(SkipButton)
async def skip(interaction: Press, control: SkipButton) -> None:
    party = await interaction.client.app.party_changes.skip(asker_of(interaction), control.number("party_id"))
    await _log(interaction, party, "party-log-skipped")
    await redraw(interaction, line(words_of(interaction)("party-skipped")))


@pressed(KeepButton)
async def keep(interaction: Press, control: KeepButton) -> None:
    await redraw(interaction, line(words_of(interaction)("party-edit-dropped")))


@pressed(ReviveButton)
async def revive(interaction: Press, control: ReviveButton) -> None:
    party = await interaction.client.app.party_changes.revive(asker_of(interaction), control.number("party_id"))
    await _log(interaction, party, "party-log-revived")
    await redraw(interaction, line(words_of(interaction)("party-revived", when=stamp(party.starts_at))))


async def _log(interaction: Press, party: Party, key: str) -> None:
    """Tell the moderators' log who changed what."""
    words = await server_words(interaction.client, party.guild_id)
    sentence = words(
        key, who=f"<@{interaction.user.id}>", name=episodes(party, words), when=stamp(party.starts_at),
        host=host_of(party, words), channel=f"<#{party.channel_id}>",
    )  # fmt: skip
    await log_line(interaction.client, party.guild_id, sentence)


@pressed(MirrorButton)
async def mirror_again(interaction: Press, control: MirrorButton) -> None:
    await interaction.client.app.party_changes.mirror_again(asker_of(interaction), control.number("party_id"))
    await say(interaction, words_of(interaction)("party-mirrored-again"))


@pressed(DraftStartButton)
async def choose_draft_start(interaction: Press, control: DraftStartButton) -> None:
    app, asker, party_id = interaction.client.app, asker_of(interaction), control.number("party_id")
    await app.party_changes.amend_draft(asker, party_id, Edit(starts_at=moment_of(control)))
    shown = await app.parties.preview(asker, party_id)
    await redraw(interaction, preview(shown, words_of(interaction), app.clock.now()))


@pressed(EditStartButton)
async def choose_edit_start(interaction: Press, control: EditStartButton) -> None:
    changes = interaction.client.app.party_changes
    proposal = await changes.choose_start(asker_of(interaction), control.number("edit_id"), moment_of(control))
    await redraw(interaction, proposed(proposal, words_of(interaction)))


@pressed(ApplyEditButton)
async def apply_edit(interaction: Press, control: ApplyEditButton) -> None:
    words = words_of(interaction)
    done = await interaction.client.app.party_changes.confirm(asker_of(interaction), control.number("edit_id"))
    lines = [words("party-edited-all" if done.along else "party-edited"), *changes(done, words)]
    if done.after.starts_at != done.before.starts_at:
        await _log(interaction, done.after, "party-log-moved")
    await redraw(interaction, line("\n".join(lines)))


@pressed(DropEditButton)
async def drop_edit(interaction: Press, control: DropEditButton) -> None:
    await interaction.client.app.party_changes.drop(asker_of(interaction), control.number("edit_id"))
    await redraw(interaction, line(words_of(interaction)("party-edit-dropped")))


def moment_of(control: DraftStartButton | EditStartButton) -> datetime:
    """The instant that a button carries. Raises EtoileError for one that no calendar has."""
    try:
        return from_ms(control.number("at"))
    except (OverflowError, ValueError, OSError):
        raise EtoileError("when-too-far") from None


async def change(interaction: Press, party_id: int, when: str | None, edit: Edit, *, following: bool) -> None:
    """What was asked for by options. Nothing was: show what can be done. Raises EtoileError."""
    asker = asker_of(interaction)
    view = await interaction.client.app.parties.guard(asker, party_id)
    if when is None and edit == Edit():
        await answer(interaction, manage(view, words_of(interaction)))
        return
    await propose_edit(interaction, view.party, when, edit, following=following)
