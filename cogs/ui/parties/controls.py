"""All that can be pressed for a party: the route and the meaning of each control, and nothing of what a press does.

The panels draw these, and what a press does stands in the modules whose names end in `presses`.
"""

from __future__ import annotations

from cogs.ui.kit.routes import RoutedButton, RoutedSelect


class AnswerButton(RoutedButton, route="v1:party:answer:{answer}:{party_id:int}"):
    """Going, late, maybe, cannot."""


class TakeButton(RoutedButton, route="v1:party:take:{answer}:{party_id:int}"):
    """The same answers under a plain message: a held seat, a moved start."""


class WhoButton(RoutedButton, route="v1:party:who:{party_id:int}:{page:int}"):
    """Everybody who answered, page by page."""


class ReadyButton(RoutedButton, route="v1:party:ready:{party_id:int}"):
    """I am ready; pressed again: not yet."""


class SteerButton(RoutedButton, route="v1:party:steer:{what}:{party_id:int}"):
    """Go, pause, resume, back, break, next, undo: for host, co-hosts and who may manage events."""


class JumpButton(RoutedButton, route="v1:party:jump:{party_id:int}"):
    """Asks where to jump to."""


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
    """Who was there, for the hosts alone: it tells who counted the episode."""


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


class MirrorButton(RoutedButton, route="v1:party:mirror:{party_id:int}"):
    """Puts the party among the server's events again."""


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
    WhoButton,
    ReadyButton,
    SteerButton,
    JumpButton,
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
    MirrorButton,
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
