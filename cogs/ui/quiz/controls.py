"""Every button of the quiz: its route, which an old message keeps for years, and how it looks.

What a press does stands in `solo_presses`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.text import Words
from cogs.ui.kit.routes import RoutedButton

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


CONTROLS: Sequence[type[Any]] = (AnswerButton, NextButton, AgainButton, ReadButton, EveningButton)
"""To be registered when the cog is loaded."""
