"""Every button of the quiz: its route, which an old message keeps for years, and how it looks.

What a press does stands in `solo_presses` and `night_presses`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.text import Words
from cogs.ui.kit.controls import RoutedButton

# -- alone


class AnswerButton(RoutedButton, route="v1:quiz:answer:{round:int}:{number:int}:{place:int}"):
    """One answer of a question in a member's own round."""


class NextButton(RoutedButton, route="v1:quiz:next:{round:int}"):
    """The next question, or the end of the round."""


class AgainButton(RoutedButton, route="v1:quiz:again:{round:int}:{anyway:int}"):
    """Another round about the same; also of what still rests."""


class ReadButton(RoutedButton, route="v1:quiz:read:{kind}:{id}"):
    """What teaches an answer, beside the question."""


class EveningButton(RoutedButton, route="v1:quiz:evening:{first:int}:{last:int}"):
    """After a party: a round about what was watched, for the presser alone."""


def evening_button(first: int, last: int, words: Words) -> EveningButton:
    """The way from the end of a party to a round about its episodes."""
    return EveningButton.draw(words("quiz-evening"), first=first, last=last)


# -- a night in a channel


class PickButton(RoutedButton, route="v1:quiz:pick:{number:int}:{night:int}:{place:int}"):
    """One answer of a question that the whole channel is asked."""


class SheetButton(RoutedButton, route="v1:quiz:sheet:{number:int}:{night:int}"):
    """Where the channel may not read the question: the question, for the presser alone."""


class HostButton(RoutedButton, route="v1:quiz:host:{number:int}:{night:int}"):
    """What the host can do, for the host alone. Its id tells one question's message from another's."""


class PauseButton(RoutedButton, route="v1:quiz:pause:{night:int}:{paused:int}"):
    """Holds the night after this question, or lets it go on."""


class SkipButton(RoutedButton, route="v1:quiz:skip:{night:int}"):
    """Ends the question that is on; nobody gets points for it."""


class StopButton(RoutedButton, route="v1:quiz:stop:{night:int}"):
    """Ends the night."""


class CityButton(RoutedButton, route="v1:quiz:city:{night:int}:{city}"):
    """Puts the presser on a side."""


class MeButton(RoutedButton, route="v1:quiz:me"):
    """At the end of a night: a round for the presser alone."""


class ComeButton(RoutedButton, route="v1:quiz:come:{night:int}"):
    """Has the presser called before a planned night, or no longer."""


class CalendarButton(RoutedButton, route="v1:quiz:calendar:{night:int}"):
    """A planned night for the presser's own calendar."""


# -- every day


class StopDailyButton(RoutedButton, route="v1:quiz:stop-daily:{daily:int}"):
    """Ends the question of the day of a channel."""


# -- tables


class TableButton(RoutedButton, route="v1:quiz:table:{span}:{sheet:int}"):
    """Another sheet of a server's table; of this season or of ever."""


class NameButton(RoutedButton, route="v1:quiz:name:{named:int}:{span}:{sheet:int}"):
    """Whether the presser is named in tables."""


# -- questions that a server writes itself


class OwnButton(RoutedButton, route="v1:quiz:own:{sheet:int}"):
    """Another sheet of a server's own questions."""


class WriteButton(RoutedButton, route="v1:quiz:own-write"):
    """Opens the form for a new one."""


class EditOwnButton(RoutedButton, route="v1:quiz:own-edit:{question:int}:{sheet:int}"):
    """Opens a question in the form."""


class SwitchOwnButton(RoutedButton, route="v1:quiz:own-switch:{question:int}:{on:int}:{sheet:int}"):
    """Has a question asked, or no longer."""


class OpenOwnButton(RoutedButton, route="v1:quiz:own-open:{question:int}:{sheet:int}"):
    """Says that the guarded words in a question give nothing away."""


class RemoveOwnButton(RoutedButton, route="v1:quiz:own-remove:{question:int}:{sheet:int}"):
    """Deletes a question."""


CONTROLS: Sequence[type[Any]] = (
    AnswerButton,
    NextButton,
    AgainButton,
    ReadButton,
    EveningButton,
    PickButton,
    SheetButton,
    HostButton,
    PauseButton,
    SkipButton,
    StopButton,
    CityButton,
    MeButton,
    StopDailyButton,
    TableButton,
    NameButton,
    ComeButton,
    CalendarButton,
    OwnButton,
    WriteButton,
    EditOwnButton,
    SwitchOwnButton,
    OpenOwnButton,
    RemoveOwnButton,
)
"""To be registered when the cog is loaded."""
