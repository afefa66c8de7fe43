"""What presses do that plan, change and call off parties."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.party import State
from bot.domain.walltime import wall_of
from bot.services.parties.values import Edit
from bot.when import parse_when
from cogs.ui.kit import panel
from cogs.ui.kit.links import jump
from cogs.ui.kit.reply import answer, asker_of, must_write, redraw, say, words_of
from cogs.ui.kit.routes import Press, pressed
from cogs.ui.parties.controls import (
    CancelButton,
    DiscardButton,
    EditButton,
    ManageButton,
    MirrorButton,
    PostButton,
    SkipButton,
    ZoneSelect,
)
from cogs.ui.parties.forms import EditForm, edit_party
from cogs.ui.parties.manage_panel import ALL, ask_cancel, line, manage
from cogs.ui.parties.preview import preview
from cogs.ui.parties.refresh import draw_card


@pressed(PostButton)
async def post_party(interaction: Press, control: PostButton) -> None:
    must_write(interaction)
    app, words = interaction.client.app, words_of(interaction)
    view = await app.parties.post(asker_of(interaction), control.number("party_id"))
    await interaction.response.defer()
    await draw_card(interaction.client, view.party.id, app.clock.now())
    party = (await app.parties.view(view.party.id)).party
    link = panel.link(words("party-to-card"), jump(party.guild_id, party.channel_id, party.message_id))
    line = words("party-posted" if party.message_id else "party-cannot-post", channel=f"<#{party.channel_id}>")
    await redraw(interaction, panel.stack([panel.box(panel.text(line), panel.row(link if party.message_id else None))]))


@pressed(DiscardButton)
async def discard_draft(interaction: Press, control: DiscardButton) -> None:
    await interaction.client.app.parties.discard(asker_of(interaction), control.number("party_id"))
    line = words_of(interaction)("party-discarded")
    await redraw(interaction, panel.stack([panel.box(panel.text(line))]))


@pressed(ZoneSelect)
async def choose_zone(interaction: Press, control: ZoneSelect) -> None:
    app, asker = interaction.client.app, asker_of(interaction)
    zone = await app.zones.tell(asker.user_id, control.values[0])
    await app.party_changes.amend_draft(asker, control.number("party_id"), Edit(), zone=zone)
    found = await app.parties.preview(asker, control.number("party_id"))
    await redraw(interaction, preview(found, words_of(interaction)))


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
    await interaction.response.send_modal(EditForm(view, words_of(interaction)))


@pressed(CancelButton)
async def cancel(interaction: Press, control: CancelButton) -> None:
    app, words, party_id = interaction.client.app, words_of(interaction), control.number("party_id")
    scope = control.word("scope")
    if scope == "ask":
        view = await app.parties.guard(asker_of(interaction), party_id)
        await answer(interaction, ask_cancel(view, words))
        return
    await app.party_changes.cancel(asker_of(interaction), party_id, following=scope == ALL)
    await redraw(interaction, line(words("party-cancelled-all" if scope == ALL else "party-cancelled-one")))


@pressed(SkipButton)
async def skip(interaction: Press, control: SkipButton) -> None:
    await interaction.client.app.party_changes.skip(asker_of(interaction), control.number("party_id"))
    await redraw(interaction, line(words_of(interaction)("party-skipped")))


@pressed(MirrorButton)
async def mirror_again(interaction: Press, control: MirrorButton) -> None:
    await interaction.client.app.party_changes.mirror_again(asker_of(interaction), control.number("party_id"))
    await say(interaction, words_of(interaction)("party-mirrored-again"))


async def change(interaction: Press, party_id: int, when: str | None, edit: Edit, *, following: bool) -> None:
    """What was asked for by options. Nothing was: show what can be done. Raises EtoileError."""
    app, asker, words = interaction.client.app, asker_of(interaction), words_of(interaction)
    view = await app.parties.guard(asker, party_id)
    if when is not None:
        zone, base = view.party.zone, wall_of(view.party.starts_at, view.party.zone)
        read = parse_when(when, now=app.clock.now(), zone=zone, locale=asker.locale, base=base)
        edit = replace(edit, starts_at=read.instant)
    if edit == Edit():
        await answer(interaction, manage(view, words))
        return
    await edit_party(interaction, party_id, edit, following=following)
