"""All that can be pressed for a club: the route and the meaning of each control."""

from __future__ import annotations

from cogs.ui.kit.controls import RoutedButton, RoutedChannelSelect, RoutedRoleSelect, RoutedSelect


class StepButton(RoutedButton, route="v1:club:step:{step}:{club_id:int}"):
    """Another step of the set-up: when, where, what, who, or the preview."""


class WhenButton(RoutedButton, route="v1:club:when:{club_id:int}"):
    """Opens the form of the first evening and the rhythm."""


class TimesButton(RoutedButton, route="v1:club:times:{club_id:int}"):
    """Opens the form of the moments for which everybody is asked."""


class PlaceSelect(RoutedChannelSelect, route="v1:club:place:{club_id:int}"):
    """Where the board and the cards stand."""


class RoomPlaceSelect(RoutedChannelSelect, route="v1:club:room-place:{club_id:int}"):
    """The forum, or the channel, in which the rooms open."""


class VoiceSelect(RoutedChannelSelect, route="v1:club:voice:{club_id:int}"):
    """Where the club meets."""


class PiecesSelect(RoutedSelect, route="v1:club:pieces:{club_id:int}"):
    """What happens by itself."""


class RolesSelect(RoutedRoleSelect, route="v1:club:roles:{club_id:int}"):
    """Who can take a seat."""


class SeatsButton(RoutedButton, route="v1:club:seats:{club_id:int}"):
    """Opens the form of the number of seats."""


class DropButton(RoutedButton, route="v1:club:drop:{club_id:int}"):
    """Drops what was set up."""


class JoinButton(RoutedButton, route="v1:club:join:{on:int}:{club_id:int}"):
    """Coming to all, or no longer."""


class ProgrammeButton(RoutedButton, route="v1:club:programme:{club_id:int}"):
    """Where the presser stands, for them alone."""


class StopButton(RoutedButton, route="v1:club:stop:{club_id:int}"):
    """Calls off all that is still to come, once it was asked for by command."""


class LetInButton(RoutedButton, route="v1:club:let-in:{party_id:int}"):
    """Below the name of a room: in, or what to do first."""


class SeenButton(RoutedButton, route="v1:club:seen:{party_id:int}"):
    """I have seen it: counts the room's episode as watched."""


class NudgeButton(RoutedButton, route="v1:club:nudge:{on:int}:{club_id:int}"):
    """Be told two days before each evening what is to go, or no longer."""


class NudgeSeenButton(RoutedButton, route="v1:club:nudge-seen:{party_id:int}"):
    """Below a nudge: I have seen them."""


class ResumeButton(RoutedButton, route="v1:club:resume:{club_id:int}"):
    """Brings back what a pause left out."""


class MySeasonButton(RoutedButton, route="v1:club:my-season:{club_id:int}"):
    """The presser's own season, for them alone."""


class NameMeButton(RoutedButton, route="v1:club:name-me:{on:int}:{club_id:int}"):
    """Be named among the most faithful, or no longer."""


class NextSeasonButton(RoutedButton, route="v1:club:next:{club_id:int}"):
    """For hosts: the next programme, like this one, to be looked at before it is posted."""


CONTROLS = (
    StepButton,
    WhenButton,
    TimesButton,
    PlaceSelect,
    RoomPlaceSelect,
    VoiceSelect,
    PiecesSelect,
    RolesSelect,
    SeatsButton,
    DropButton,
    JoinButton,
    ProgrammeButton,
    StopButton,
    LetInButton,
    SeenButton,
    NudgeButton,
    NudgeSeenButton,
    ResumeButton,
    MySeasonButton,
    NameMeButton,
    NextSeasonButton,
)
"""All of them, to be registered when the cog is loaded."""
