"""All that can be pressed for a party: the route and the meaning of each control, and nothing of what a press does.

The panels draw these, and what a press does stands in the modules whose names end in `presses`.
"""

from __future__ import annotations

from cogs.ui.kit.controls import RoutedButton, RoutedSelect


class AnswerButton(RoutedButton, route="v1:party:answer:{answer}:{party_id:int}"):
    """Going, late, maybe, cannot: on the card, and in a member's own panel."""


class TakeButton(RoutedButton, route="v1:party:take:{answer}:{party_id:int}"):
    """The same answers under a plain message: a held seat, a moved start."""


class StillButton(RoutedButton, route="v1:party:still:{answer}:{party_id:int}"):
    """The same answers under a reminder, which may be changed until the start."""


class MoreButton(RoutedButton, route="v1:party:more:{party_id:int}"):
    """Opens what the member can do besides answering, with what they said on top."""


class ComeToAllButton(RoutedButton, route="v1:party:to-all:{on:int}:{party_id:int}"):
    """Coming to every evening of the series, or no longer by itself."""


class WhoButton(RoutedButton, route="v1:party:who:{party_id:int}:{page:int}"):
    """Everybody who answered, page by page."""


class ReadyButton(RoutedButton, route="v1:party:ready:{party_id:int}"):
    """I am ready; pressed again: not yet."""


class SteerButton(RoutedButton, route="v1:party:steer:{what}:{party_id:int}"):
    """Go, pause, resume, back, break, next, undo: for the hosts, and whoever may manage events."""


class HostButton(RoutedButton, route="v1:party:hosts:{party_id:int}"):
    """Opens the hosts' controls of the clock."""


class WaitButton(RoutedButton, route="v1:party:wait:{party_id:int}"):
    """Asks the hosts to pause; or pauses, where they let it."""


class JumpButton(RoutedButton, route="v1:party:jump:{party_id:int}"):
    """Asks where to jump to."""


class JumpAgainButton(RoutedButton, route="v1:party:jump-again:{typed}:{party_id:int}"):
    """Opens the form again, with the position that could not be."""


class EndButton(RoutedButton, route="v1:party:end:{sure:int}:{party_id:int}"):
    """Ends the party, after asking once."""


class WhereButton(RoutedButton, route="v1:party:where:{party_id:int}"):
    """Where are we? Computed at the press, for the presser alone."""


class WatchedButton(RoutedButton, route="v1:party:watched:{party_id:int}"):
    """Counts the party's episode as watched; the only way in which a party moves anybody's progress."""


class CountAllButton(RoutedButton, route="v1:party:watched-all:{party_id:int}"):
    """Counts it, and with it episodes from before the party that were not counted yet."""


class CatchUpButton(RoutedButton, route="v1:party:catchup:{party_id:int}"):
    """What happened so far, up to where the presser is."""


class AttendanceButton(RoutedButton, route="v1:party:there:{party_id:int}"):
    """Who was there, for the hosts alone."""


class ListButton(RoutedButton, route="v1:party:list:{page:int}"):
    """Turns the page."""


class CalendarButton(RoutedButton, route="v1:party:calendar:{party_id:int}"):
    """This party, or its whole series, as a calendar file."""


class ManageButton(RoutedButton, route="v1:party:manage:{party_id:int}"):
    """Opens what can be done to the party."""


class EditButton(RoutedButton, route="v1:party:edit:{party_id:int}"):
    """Opens the form."""


class CancelButton(RoutedButton, route="v1:party:cancel:{scope}:{party_id:int}"):
    """Asks, then calls off this one or all that follow."""


class SkipButton(RoutedButton, route="v1:party:skip:{party_id:int}"):
    """Leaves out this date of the series."""


class UnskipButton(RoutedButton, route="v1:party:unskip:{day:int}:{party_id:int}"):
    """Puts a skipped date of the series back: its day, counted from 1 January of year 1."""


class UnskipSelect(RoutedSelect, route="v1:party:unskip-one:{party_id:int}"):
    """Which of the skipped dates to put back."""


class SeatButton(RoutedButton, route="v1:party:seat:{party_id:int}"):
    """Opens the form in which hosts give, take and hand over a seat."""


class ReviveAllButton(RoutedButton, route="v1:party:revive-all:{party_id:int}"):
    """Brings back a party, and all that were called off with it."""


class KeepButton(RoutedButton, route="v1:party:keep:{party_id:int}"):
    """Leaves the party as it is."""


class ReviveButton(RoutedButton, route="v1:party:revive:{party_id:int}"):
    """Brings back a party that was called off."""


class MirrorButton(RoutedButton, route="v1:party:mirror:{party_id:int}"):
    """Puts the party among the server's events again."""


class DraftStartButton(RoutedButton, route="v1:party:start:{at:int}:{party_id:int}"):
    """Says which of the moments that were typed a draft means, in milliseconds."""


class EditStartButton(RoutedButton, route="v1:party:edit-start:{at:int}:{edit_id:int}"):
    """Says which of the moments that were typed a change means, in milliseconds."""


class ApplyEditButton(RoutedButton, route="v1:party:edit-apply:{edit_id:int}"):
    """Makes a change happen that was shown before."""


class DropEditButton(RoutedButton, route="v1:party:edit-drop:{edit_id:int}"):
    """Leaves everything as it is."""


class PostButton(RoutedButton, route="v1:party:post:{party_id:int}"):
    """Posts the card for everybody."""


class DiscardButton(RoutedButton, route="v1:party:discard:{party_id:int}"):
    """Drops the draft."""


class ZoneSelect(RoutedSelect, route="v1:party:zone:{party_id:int}"):
    """On whose clock was that meant? Asked once, when it matters."""


class RemindersButton(RoutedButton, route="v1:party:reminders"):
    """Opens one's own reminders."""


class MinutesSelect(RoutedSelect, route="v1:party:minutes"):
    """How long before."""


class QuietSelect(RoutedSelect, route="v1:party:quiet"):
    """In which hours not."""


class DirectButton(RoutedButton, route="v1:party:direct:{on:int}"):
    """By direct message, or in the thread. A first message shows at once whether they arrive."""


class StopButton(RoutedButton, route="v1:party:stop"):
    """Under every reminder: no more of them."""


CONTROLS = (
    AnswerButton,
    TakeButton,
    StillButton,
    MoreButton,
    ComeToAllButton,
    WhoButton,
    ReadyButton,
    SteerButton,
    HostButton,
    WaitButton,
    JumpButton,
    JumpAgainButton,
    EndButton,
    WhereButton,
    WatchedButton,
    CountAllButton,
    CatchUpButton,
    AttendanceButton,
    ListButton,
    CalendarButton,
    ManageButton,
    EditButton,
    CancelButton,
    SkipButton,
    UnskipButton,
    UnskipSelect,
    SeatButton,
    KeepButton,
    ReviveButton,
    ReviveAllButton,
    MirrorButton,
    DraftStartButton,
    EditStartButton,
    ApplyEditButton,
    DropEditButton,
    PostButton,
    DiscardButton,
    ZoneSelect,
    RemindersButton,
    MinutesSelect,
    QuietSelect,
    DirectButton,
    StopButton,
)
"""All of them, to be registered when the cog is loaded."""
