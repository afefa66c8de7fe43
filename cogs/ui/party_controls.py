"""Every button and select of parties, to be registered when the cog is loaded."""

from __future__ import annotations

from cogs.ui import party_card, party_clock, party_list, party_manage, party_over, party_preview, party_reminders

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
