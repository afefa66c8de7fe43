"""Every button and select of parties, to be registered when the cog is loaded."""

from __future__ import annotations

from cogs.ui.parties import card as party_card
from cogs.ui.parties import clock_panel as party_clock
from cogs.ui.parties import ending as party_over
from cogs.ui.parties import listing as party_list
from cogs.ui.parties import manage_panel as party_manage
from cogs.ui.parties import preview as party_preview
from cogs.ui.parties import reminders_panel as party_reminders

CONTROLS = (
    party_card.AnswerButton,
    party_card.TakeButton,
    party_card.WhoButton,
    party_clock.ReadyButton,
    party_clock.SteerButton,
    party_clock.JumpButton,
    party_clock.EndButton,
    party_clock.WhereButton,
    party_over.WatchedButton,
    party_over.CatchUpButton,
    party_over.AttendanceButton,
    party_list.ListButton,
    party_manage.CalendarButton,
    party_manage.ManageButton,
    party_manage.EditButton,
    party_manage.CancelButton,
    party_manage.SkipButton,
    party_manage.MirrorButton,
    party_preview.PostButton,
    party_preview.DiscardButton,
    party_preview.ZoneSelect,
    party_reminders.RemindersButton,
    party_reminders.MinutesSelect,
    party_reminders.QuietSelect,
    party_reminders.DirectButton,
    party_reminders.StopButton,
)
