"""Every button and select of polls, to be registered when the cog is loaded."""

from __future__ import annotations

from cogs.ui.polls import ballot_panel as sheet
from cogs.ui.polls import card as voting
from cogs.ui.polls import manage_panel as care
from cogs.ui.polls import preview

CONTROLS = (
    voting.VoteButton,
    voting.VoteSelect,
    sheet.SheetButton,
    sheet.ResultsButton,
    sheet.PictureButton,
    sheet.PickButton,
    sheet.PickSelect,
    sheet.BackButton,
    sheet.EpisodeSelect,
    sheet.SeenButton,
    sheet.NeverMindButton,
    preview.EditDraft,
    preview.GateSelect,
    preview.NamesButton,
    preview.RolesSelect,
    preview.DropDraft,
    preview.PostButton,
    care.AddButton,
    care.RewordButton,
    care.EndButton,
    care.CloseButton,
    care.ReopenButton,
    care.DeleteButton,
    care.ExportButton,
    care.PageButton,
)
